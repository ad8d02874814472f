//! Pictures of events, as they were written anew.

use crate::event;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use shared::ids::PictureId;
use web::{Fault, Site};

/// A picture never changes under its id: another picture is another id.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

pub async fn show(State(site): State<Site>, Path(name): Path<String>) -> Result<Response, Fault> {
    let id: PictureId =
        name.strip_suffix(".jpg").and_then(|it| it.parse().ok()).ok_or(Fault::NotFound)?;
    let jpeg = event::find_picture(&mut site.database.read().await?, id).await?;
    let jpeg = jpeg.ok_or(Fault::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, FOR_EVER)], jpeg)
        .into_response())
}
