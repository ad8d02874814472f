//! Leaving: the session ends and the browser forgets its secret. Anyone may: who is signed out
//! already is signed out.

use crate::access::commands;
use crate::access::types::SessionSecret;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use shared::addresses;
use web::asked::{SESSION_COOKIE, session_secret};
use web::shell::see_other;
use web::{Asked, Fault, Site};

pub async fn leave(
    State(site): State<Site>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    if let Some(secret) = session_secret(&headers) {
        commands::sign_out(&site.database, SessionSecret(secret)).await?;
    }
    let mut response = see_other(addresses::start(asked.language));
    let cookie = HeaderValue::from_str(&cookie("", 0, site.secure())).expect("this is plain text");
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

/// The cookie that holds `secret` for so many seconds; no script can read it, and no other site's
/// form brings it along.
pub fn cookie(secret: &str, seconds: i64, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{SESSION_COOKIE}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}
