//! Where a one-time link leads: a button, since programs open links in letters before people do.

use crate::access::commands;
use crate::access::pages::{paths, sign_out};
use crate::access::rules;
use crate::access::store;
use crate::access::types::{LinkRefusal, Onward};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use web::shell::{Head, Layout, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

/// The button that signs in.
#[derive(Template)]
#[template(path = "access/pages/sign_in_link.html")]
pub struct ConfirmPage {
    pub heading: String,
    pub lead: String,
    pub action: String,
    pub next: Option<String>,
    pub confirm: String,
    pub shared_computer: String,
}

impl ConfirmPage {
    pub fn new(words: &Words, token: &str, name: &str, email: &str, next: Option<&Onward>) -> Self {
        Self {
            heading: words.text("access-confirm-heading"),
            lead: words
                .text_with("access-confirm-lead", [("name", name.into()), ("email", email.into())]),
            action: addresses::sign_in_link(words.language, token),
            next: next.map(|it| it.as_str().to_owned()),
            confirm: words.text("access-confirm-button"),
            shared_computer: words.text("access-confirm-shared-computer"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        let next = Onward::parse("/sv/organisera/evenemang/byns-bord?visa=alla&sida=2");
        Self::new(words, "k7f2", "Tyra & Bo Holmqvist", "tyra@example.org", next.as_ref())
    }
}

/// What is said when a link lets nobody in, and how to get one that does.
#[derive(Template)]
#[template(path = "access/pages/link_refused.html")]
pub struct LinkRefusedPage {
    pub heading: String,
    pub lead: String,
    pub again: String,
    pub again_href: String,
    /// For whom the link was used by pressing twice: they are signed in already.
    pub onward: Option<(String, String)>,
}

impl LinkRefusedPage {
    pub fn new(words: &Words, refusal: LinkRefusal, next: Option<&Onward>) -> Self {
        let (heading, lead) = match refusal {
            LinkRefusal::Forged => {
                (words.text("access-link-forged"), words.text("access-link-forged-lead"))
            }
            LinkRefusal::Old => (
                words.text("access-link-old"),
                words.text_with("access-link-old-lead", [("minutes", rules::LINK_MINUTES.into())]),
            ),
            LinkRefusal::Used => {
                (words.text("access-link-used"), words.text("access-link-used-lead"))
            }
        };
        let onward = (refusal == LinkRefusal::Used).then(|| {
            let href = next.map_or(addresses::organise(words.language), Onward::as_str);
            (href.to_owned(), words.text("access-link-onward"))
        });
        Self {
            heading,
            lead,
            again: words.text("access-link-again"),
            again_href: paths::with_next(addresses::sign_in(words.language), next),
            onward,
        }
    }

    pub fn sample(words: &Words) -> Self {
        let next = Onward::parse("/sv/organisera/evenemang/byns-bord?visa=alla&sida=2");
        Self::new(words, LinkRefusal::Used, next.as_ref())
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Fault> {
    let next = paths::next_of(query.as_deref());
    let Some(id) = rules::read_link(&site.key, &token) else {
        return Ok(refused(&site, &asked, &token, LinkRefusal::Forged, next.as_ref()));
    };
    let found = store::find_link(&mut site.database.read().await?, id).await?;
    let opened = found
        .ok_or(LinkRefusal::Old)
        .and_then(|link| rules::open_link(&link, asked.now.at).map(|()| link.person));
    Ok(match opened {
        Ok(person) => {
            let words = site.words(asked.language);
            let body = ConfirmPage::new(words, &token, &person.name, &person.email, next.as_ref());
            let head = head(words, &body.heading, &token, next.as_ref());
            page(&site, &asked, StatusCode::OK, &head, &body)
        }
        Err(refusal) => refused(&site, &asked, &token, refusal, next.as_ref()),
    })
}

pub async fn confirm(
    State(site): State<Site>,
    asked: Asked,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let next = Onward::parse(fields.raw("next"));
    let Some(id) = rules::read_link(&site.key, &token) else {
        return Ok(refused(&site, &asked, &token, LinkRefusal::Forged, next.as_ref()));
    };
    match commands::sign_in(&site.database, asked.now, id).await {
        Ok(secret) => {
            let to = next.as_ref().map_or(addresses::organise(asked.language), Onward::as_str);
            let mut response = see_other(to);
            let cookie = sign_out::cookie(&secret.0, rules::SESSION_WHOLE.as_secs(), site.secure());
            let cookie = HeaderValue::from_str(&cookie).expect("a secret is plain text");
            response.headers_mut().insert(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Err(Failure::Refused(refusal)) => {
            Ok(refused(&site, &asked, &token, refusal, next.as_ref()))
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

fn refused(
    site: &Site,
    asked: &Asked,
    token: &str,
    refusal: LinkRefusal,
    next: Option<&Onward>,
) -> Response {
    let status = match refusal {
        LinkRefusal::Forged => StatusCode::NOT_FOUND,
        LinkRefusal::Old | LinkRefusal::Used => StatusCode::GONE,
    };
    let words = site.words(asked.language);
    let body = LinkRefusedPage::new(words, refusal, next);
    // What was never ours is not written into our pages.
    let head = match refusal {
        LinkRefusal::Forged => {
            Head { other_language_href: None, ..head(words, &body.heading, "", next) }
        }
        LinkRefusal::Old | LinkRefusal::Used => head(words, &body.heading, token, next),
    };
    page(site, asked, status, &head, &body)
}

fn head(words: &Words, title: &str, token: &str, next: Option<&Onward>) -> Head {
    let other = addresses::sign_in_link(words.language.other(), token);
    Head {
        title: title.to_owned(),
        other_language_href: Some(paths::with_next(&other, next)),
        private: true,
        layout: Layout::Narrow,
        ..Head::default()
    }
}
