//! Who asks, when, in which language, from where.

use crate::fault::Fault;
use crate::protection;
use crate::site::Site;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use locale::Language;
use platform::clock::Now;
use platform::ids::Uuid;
use std::net::IpAddr;

/// The cookie that holds a session's secret.
pub const SESSION_COOKIE: &str = "samverk-session";

/// What somebody who signed in may do, lesser first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Organiser,
    Administrator,
}

/// Somebody who signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub person: Uuid,
    pub name: String,
    pub email: String,
    pub role: Role,
}

/// The circumstances of a request.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The first segment of the path; Swedish where the path has none.
    pub language: Language,
    /// Read once, so that everything in a request happens at one moment.
    pub now: Now,
    pub path: String,
    pub address: IpAddr,
    /// Set on routes that only people who signed in may enter.
    pub signed_in: Option<SignedIn>,
}

impl Asked {
    /// The person behind a route that the guard lets only people who signed in through.
    pub fn person(&self) -> Result<&SignedIn, Fault> {
        self.signed_in.as_ref().ok_or(Fault::Forbidden)
    }
}

/// The language that a path is in.
pub fn language_of(path: &str) -> Language {
    path.split('/').nth(1).and_then(Language::from_code).unwrap_or_default()
}

/// The secret of the session cookie, if one came with the request.
pub fn session_secret(headers: &axum::http::HeaderMap) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|it| it.to_str().ok())
        .flat_map(|it| it.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == SESSION_COOKIE)
        .map(|(_, value)| value.to_owned())
}

impl FromRequestParts<Site> for Asked {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Fault> {
        let path = parts.uri.path().to_owned();
        Ok(Self {
            language: language_of(&path),
            now: site.clock.now(),
            address: protection::client_address(&parts.headers, &parts.extensions, site),
            signed_in: parts.extensions.get::<SignedIn>().cloned(),
            path,
        })
    }
}
