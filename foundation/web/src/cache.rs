//! Public pages that are asked for again and again, kept as finished bytes.
//!
//! A page is kept with the state of the data it was made from: a later commit, or a new minute
//! (texts such as "in 3 days" follow the clock), makes it void. So a change is seen by the very
//! next request, whichever process wrote it.

use axum::body::Bytes;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use platform::database::DataState;
use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, RwLock};

/// How many pages are kept at the most; past it, all are forgotten.
const PAGES_MAX: usize = 512;
/// What is smaller gains nothing from being compressed.
const COMPRESSED_FROM_BYTES: usize = 1024;

/// The state of the data, and the minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub data: DataState,
    pub minute: i64,
}

struct Kept {
    stamp: Stamp,
    plain: Bytes,
    compressed: Option<Bytes>,
    media_type: &'static str,
}

/// Finished pages by address.
#[derive(Clone, Default)]
pub struct PageCache(Arc<RwLock<HashMap<String, Arc<Kept>>>>);

impl PageCache {
    /// The page at `path`, if it was made from the data as it is.
    pub fn find(&self, path: &str, stamp: &Stamp, gzip: bool) -> Option<Response> {
        let kept = self.0.read().ok()?.get(path).filter(|it| it.stamp == *stamp)?.clone();
        Some(answer(&kept, gzip))
    }

    /// Keeps a page that was made from the data as it was at `stamp`, and answers with it.
    pub fn keep(
        &self,
        path: String,
        stamp: Stamp,
        text: String,
        media_type: &'static str,
        gzip: bool,
    ) -> Response {
        let plain = Bytes::from(text);
        let compressed = (plain.len() >= COMPRESSED_FROM_BYTES).then(|| compress(&plain));
        let kept = Arc::new(Kept { stamp, plain, compressed, media_type });
        if let Ok(mut pages) = self.0.write() {
            if pages.len() >= PAGES_MAX {
                pages.clear();
            }
            pages.insert(path, kept.clone());
        }
        answer(&kept, gzip)
    }
}

pub(crate) fn compress(plain: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(
        Vec::with_capacity(plain.len() / 3),
        flate2::Compression::new(5),
    );
    encoder.write_all(plain).expect("writing to memory does not fail");
    Bytes::from(encoder.finish().expect("writing to memory does not fail"))
}

fn answer(kept: &Kept, gzip: bool) -> Response {
    let media_type = HeaderValue::from_static(kept.media_type);
    let vary = HeaderValue::from_static("accept-encoding");
    match &kept.compressed {
        Some(compressed) if gzip => (
            StatusCode::OK,
            [
                (header::CONTENT_TYPE, media_type),
                (header::CONTENT_ENCODING, HeaderValue::from_static("gzip")),
                (header::VARY, vary),
            ],
            compressed.clone(),
        )
            .into_response(),
        _ => (
            StatusCode::OK,
            [(header::CONTENT_TYPE, media_type), (header::VARY, vary)],
            kept.plain.clone(),
        )
            .into_response(),
    }
}

/// Whether whoever asks takes gzip.
pub fn takes_gzip(headers: &axum::http::HeaderMap) -> bool {
    headers.get(header::ACCEPT_ENCODING).and_then(|it| it.to_str().ok()).is_some_and(|it| {
        it.split(',').any(|one| {
            matches!(one.trim(), "gzip" | "*")
                || (one.trim().starts_with("gzip;")
                    && !one.contains("q=0,")
                    && !one.trim().ends_with("q=0"))
        })
    })
}
