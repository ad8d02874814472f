//! An event's page as a participant will see it, before anybody does.

use crate::announcement;
use crate::event;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{Asked, Fault, Site};

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    let event = event::find_by_slug(&mut site.database.read().await?, &slug).await?;
    announcement::render_preview(&site, &asked, &event.ok_or(Fault::NotFound)?).await
}
