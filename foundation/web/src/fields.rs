//! What a form brought: names and values as they were typed, bounded, never lost.

use crate::fault::Fault;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use http_body_util::BodyExt as _;

/// The largest form without files, in bytes.
pub const FORM_BYTES_MAX: usize = 512 * 1024;
/// The longest single line of text that any field takes, in characters.
pub const LINE_CHARACTERS_MAX: usize = 300;
const FIELDS_MAX: usize = 4000;
/// How much of a body that is too large we listen to before we answer, in bytes.
const HEARD_OUT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// The fields of a form in their order. Values are as typed; [`Fields::line`] and
/// [`Fields::text`] give them without what nobody sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    pub field: String,
    pub file_name: String,
    pub bytes: Bytes,
}

impl Fields {
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// Reads `application/x-www-form-urlencoded`. What is no UTF-8 is kept with marks in its place.
    pub fn parse(body: &[u8]) -> Result<Self, Fault> {
        let pairs: Vec<_> = form_urlencoded::parse(body)
            .take(FIELDS_MAX + 1)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        if pairs.len() > FIELDS_MAX {
            return Err(Fault::TooLarge);
        }
        Ok(Self(pairs))
    }

    /// The value as it was typed; empty where the form has no such field.
    pub fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(it, _)| it == name)
    }

    /// One line: trimmed, line breaks and other control characters become spaces.
    pub fn line(&self, name: &str) -> String {
        let line: String =
            self.raw(name).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        line.trim().to_owned()
    }

    /// Text of several lines: line breaks are `\n`, other control characters are gone.
    pub fn text(&self, name: &str) -> String {
        let text = self.raw(name).replace("\r\n", "\n").replace('\r', "\n");
        let text: String =
            text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        text.trim().to_owned()
    }

    /// Every value of a field that may come several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Puts a value in place of what the form brought.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        match self.0.iter_mut().find(|(it, _)| it == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        if !content_type(&request).starts_with("application/x-www-form-urlencoded") {
            return Err(Fault::Unreadable);
        }
        Self::parse(&body(request, FORM_BYTES_MAX).await?)
    }
}

fn content_type(request: &Request) -> String {
    request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|it| it.to_str().ok())
        .unwrap_or_default()
        .to_ascii_lowercase()
}

/// The whole body, or that it is too large. A body that is too large is heard out as far as
/// [`HEARD_OUT_BYTES_MAX`]: who is hung up on in the middle of a sentence never sees the answer.
async fn body(request: Request, bytes_max: usize) -> Result<Bytes, Fault> {
    let mut body = request.into_body();
    let mut whole = Vec::new();
    let mut heard: usize = 0;
    while let Some(frame) = body.frame().await {
        // A visitor who went away in the middle reads no answer either.
        let frame = frame.map_err(|_| Fault::Unreadable)?;
        let Ok(bytes) = frame.into_data() else { continue };
        heard = heard.saturating_add(bytes.len());
        if heard <= bytes_max {
            whole.extend_from_slice(&bytes);
        } else {
            whole = Vec::new();
            if heard > HEARD_OUT_BYTES_MAX {
                break;
            }
        }
    }
    if heard > bytes_max { Err(Fault::TooLarge) } else { Ok(Bytes::from(whole)) }
}

/// A form that may bring files.
#[derive(Debug, Default)]
pub struct FieldsAndFiles {
    pub fields: Fields,
    pub uploads: Vec<Upload>,
}

impl FromRequest<crate::site::Site> for FieldsAndFiles {
    type Rejection = Fault;

    async fn from_request(request: Request, site: &crate::site::Site) -> Result<Self, Fault> {
        let kind = content_type(&request);
        if kind.starts_with("application/x-www-form-urlencoded") {
            return Ok(Self {
                fields: Fields::from_request(request, site).await?,
                uploads: vec![],
            });
        }
        if !kind.starts_with("multipart/form-data") {
            return Err(Fault::Unreadable);
        }
        // Read whole first: a limit that is met in the middle of a part has no clear answer.
        let bytes_max = site.settings.picture_bytes_max + FORM_BYTES_MAX;
        let (parts, stream) = request.into_parts();
        let whole = body(Request::from_parts(parts.clone(), stream), bytes_max).await?;
        let request = Request::from_parts(parts, axum::body::Body::from(whole));
        let mut form =
            Multipart::from_request(request, site).await.map_err(|_| Fault::Unreadable)?;
        let mut read = Self::default();
        while let Some(part) = form.next_field().await.map_err(|_| Fault::Unreadable)? {
            let field = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|_| Fault::Unreadable)?;
            match file_name {
                Some(file_name) if !bytes.is_empty() => {
                    read.uploads.push(Upload { field, file_name, bytes });
                }
                Some(_) => {}
                None => {
                    read.fields.0.push((field, String::from_utf8_lossy(&bytes).into_owned()));
                }
            }
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_line_breaks_and_a_text_keeps_its_own() {
        let fields =
            Fields::parse(b"name=Eva%0D%0ABcc:+x%40example.org+&text=a%0D%0Ab%00%0D%0A").unwrap();
        assert_eq!(fields.line("name"), "Eva  Bcc: x@example.org");
        assert_eq!(fields.text("text"), "a\nb");
        assert_eq!(fields.line("missing"), "");
    }

    #[test]
    fn what_is_no_text_is_marked_not_refused() {
        let fields = Fields::parse(b"name=%E5sa").unwrap();
        assert_eq!(fields.line("name"), "\u{fffd}sa");
    }
}
