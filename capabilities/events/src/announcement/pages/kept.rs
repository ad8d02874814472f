//! Finished public pages, kept until the data or the minute changes.

use axum::response::Response;
use platform::clock::Now;
use std::future::Future;
use web::cache::Stamp;
use web::{Fault, Site};

pub const HTML: &str = "text/html; charset=utf-8";

/// The page under `key`, as it was kept or as `make` makes it now.
///
/// The stamp is read before the data is: what is written meanwhile makes the page void, not stale.
pub async fn kept<F>(
    site: &Site,
    key: &str,
    gzip: bool,
    media_type: &'static str,
    make: impl FnOnce(Now) -> F,
) -> Result<Response, Fault>
where
    F: Future<Output = Result<String, Fault>>,
{
    let now = site.clock.now();
    let minute = now.at.as_second().div_euclid(60);
    let stamp = Stamp { data: site.database.state().await?, minute };
    if let Some(found) = site.pages.find(key, &stamp, gzip) {
        return Ok(found);
    }
    let text = make(now).await?;
    Ok(site.pages.keep(key.to_owned(), stamp, text, media_type, gzip))
}
