//! What machines ask for by well-known names.

use axum::extract::State;
use jiff::SignedDuration;
use shared::{Language, addresses};
use web::{Asked, Site};

/// How long what `security.txt` says is to be believed.
const BELIEVED: SignedDuration = SignedDuration::from_hours(24 * 180);

/// Events are for everybody; what is somebody's own is not for search engines.
pub async fn robots() -> String {
    let mut text = "User-agent: *\n".to_owned();
    for language in Language::ALL {
        for path in [
            addresses::organise(language).to_owned(),
            addresses::sign_in(language).to_owned(),
            addresses::personal_page(language, ""),
        ] {
            text.push_str(&format!("Disallow: {path}\n"));
        }
    }
    text
}

/// RFC 9116. The form for messages is the one way to reach us that needs nothing but a browser.
pub async fn security(State(site): State<Site>, asked: Asked) -> String {
    let expires = asked.now.at.checked_add(BELIEVED).unwrap_or(asked.now.at);
    let contact = site.url(addresses::accessibility(Language::English));
    let canonical = site.url("/.well-known/security.txt");
    format!(
        "Contact: {contact}\nExpires: {}\nPreferred-Languages: sv, en\nCanonical: {canonical}\n",
        expires.strftime("%Y-%m-%dT%H:%M:%SZ")
    )
}
