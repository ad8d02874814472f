//! Style, script, fonts and marks: built from the pinned packages in `assets/`, embedded in the
//! binary, served under addresses that change with their content.

use crate::cache::compress;
use crate::fault::Fault;
use crate::site::Site;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(RustEmbed)]
#[folder = "assets/dist"]
struct Embedded;

struct Asset {
    plain: Bytes,
    compressed: Option<Bytes>,
    hash: String,
}

/// The embedded files, compressed once.
#[derive(Clone)]
pub struct Assets {
    files: Arc<HashMap<String, Asset>>,
    /// Read from the working tree instead, while developing.
    folder: Option<PathBuf>,
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

impl Assets {
    pub fn new(dev: bool) -> Self {
        let files = Embedded::iter()
            .filter_map(|name| {
                let file = Embedded::get(&name)?;
                let hash: String =
                    file.metadata.sha256_hash()[..6].iter().map(|b| format!("{b:02x}")).collect();
                let compressed = matches!(name.rsplit('.').next(), Some("css" | "js" | "svg"))
                    .then(|| compress(&file.data));
                let plain = match file.data {
                    std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                    std::borrow::Cow::Owned(bytes) => Bytes::from(bytes),
                };
                Some((name.into_owned(), Asset { plain, compressed, hash }))
            })
            .collect();
        let folder =
            dev.then(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/dist")));
        Self { files: Arc::new(files), folder: folder.filter(|it| it.is_dir()) }
    }

    /// The address of a file, which changes when the file does.
    pub fn href(&self, name: &str) -> String {
        match self.files.get(name) {
            Some(asset) => format!("/assets/{name}?v={}", asset.hash),
            None => format!("/assets/{name}"),
        }
    }
}

/// `GET /assets/{name}`
pub async fn show(
    State(site): State<Site>,
    Path(name): Path<String>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    if let Some(folder) = &site.assets.folder
        && site.assets.files.contains_key(&name)
    {
        let bytes = std::fs::read(folder.join(&name)).map_err(|_| Fault::NotFound)?;
        return Ok((
            [
                (header::CONTENT_TYPE, HeaderValue::from_static(media_type(&name))),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
            ],
            bytes,
        )
            .into_response());
    }
    let asset = site.assets.files.get(&name).ok_or(Fault::NotFound)?;
    let forever = query.get("v").is_some_and(|it| *it == asset.hash);
    let kept = if forever { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let mut response = match &asset.compressed {
        Some(compressed) if crate::cache::takes_gzip(&headers) => {
            let mut response = compressed.clone().into_response();
            response
                .headers_mut()
                .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            response
        }
        _ => asset.plain.clone().into_response(),
    };
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(&name)));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    Ok(response)
}
