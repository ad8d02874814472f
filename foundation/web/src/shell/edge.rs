//! The edge: where a fault becomes a page that says what happened and what to do, and where what
//! nobody outside can act on is logged, once, under a number that the visitor can tell us.

use super::{Head, Layout, render};
use crate::asked::language_of;
use crate::fault::Shown;
use crate::site::Site;
use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use locale::Language;
use platform::secrets;

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    heading: String,
    text: String,
    reference: Option<String>,
    href: &'static str,
    onward: String,
}

/// Turns bare faults into pages in the language of the path.
pub async fn show_faults(request: Request, next: Next) -> Response {
    let Some(site) = request.extensions().get::<Site>().cloned() else {
        return next.run(request).await;
    };
    let uri = request.uri().clone();
    let method = request.method().clone();
    let response = next.run(request).await;
    let shown = match response.extensions().get::<Shown>() {
        Some(shown) => shown.clone(),
        None => match response.status() {
            // What the router and the extractors answer by themselves is bare text.
            StatusCode::NOT_FOUND if !is_page(&response) => Shown::NotFound,
            StatusCode::METHOD_NOT_ALLOWED if !is_page(&response) => Shown::NotFound,
            StatusCode::BAD_REQUEST if !is_page(&response) => Shown::Unreadable,
            StatusCode::PAYLOAD_TOO_LARGE if !is_page(&response) => Shown::TooLarge,
            _ => return response,
        },
    };
    let status = response.status();
    let language = language_of(uri.path());
    if let Shown::SignIn = shown {
        let to = match language {
            Language::Swedish => "/sv/inloggning",
            Language::English => "/en/sign-in",
        };
        // Only what was asked for with GET can be asked for again.
        let to = match (method == axum::http::Method::GET, uri.path_and_query()) {
            (true, Some(path)) => {
                let next: String =
                    form_urlencoded::byte_serialize(path.as_str().as_bytes()).collect();
                format!("{to}?next={next}")
            }
            _ => to.to_owned(),
        };
        return super::see_other(&to);
    }
    fault_page(&site, language, status, &shown, uri.path())
}

fn is_page(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|it| it.as_bytes().starts_with(b"text/html"))
}

fn fault_page(
    site: &Site,
    language: Language,
    status: StatusCode,
    shown: &Shown,
    path: &str,
) -> Response {
    let words = site.words(language);
    let mut reference = None;
    let (heading, text) = match shown {
        Shown::NotFound => {
            (words.text("web-fault-not-found"), words.text("web-fault-not-found-text"))
        }
        Shown::Forbidden | Shown::SignIn => {
            (words.text("web-fault-forbidden"), words.text("web-fault-forbidden-text"))
        }
        Shown::Unreadable => {
            (words.text("web-fault-unreadable"), words.text("web-fault-unreadable-text"))
        }
        Shown::TooLarge => {
            (words.text("web-fault-too-large"), words.text("web-fault-too-large-text"))
        }
        Shown::TooMany { retry_after_seconds } => {
            let seconds = i64::try_from(*retry_after_seconds).unwrap_or(60);
            (
                words.text("web-fault-too-many"),
                words.text_with("web-fault-too-many-text", [("seconds", seconds.into())]),
            )
        }
        Shown::Busy { detail } => {
            tracing::warn!(path = shown_path(path), detail, "busy");
            (words.text("web-fault-busy"), words.text("web-fault-busy-text"))
        }
        Shown::Broken { detail } => {
            let number = secrets::text(&secrets::random::<6>());
            tracing::error!(reference = number, path = shown_path(path), detail, "broken");
            reference =
                Some(words.text_with("web-fault-reference", [("reference", number.into())]));
            (words.text("web-fault-broken"), words.text("web-fault-broken-text"))
        }
    };
    let page = FaultPage {
        heading: heading.clone(),
        text,
        reference,
        href: if language == Language::Swedish { "/sv" } else { "/en" },
        onward: words.text("web-fault-onward"),
    };
    let body = page.render().expect("a template of finished values does not fail");
    let head = Head { title: heading, private: true, layout: Layout::Narrow, ..Head::default() };
    let html = render(site, language, None, &head, &body);
    let status = if status.is_success() { StatusCode::INTERNAL_SERVER_ERROR } else { status };
    let mut response = (status, Html(html)).into_response();
    let retry_after = match shown {
        Shown::TooMany { retry_after_seconds } => Some(*retry_after_seconds),
        Shown::Busy { .. } => Some(5),
        _ => None,
    };
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    crate::protection::keep_private(response)
}

/// A path without what may be a secret: only its first two segments go into the log.
fn shown_path(path: &str) -> String {
    path.split('/').take(3).collect::<Vec<_>>().join("/")
}
