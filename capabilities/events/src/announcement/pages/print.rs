//! The event on paper: one sheet without navigation.

use crate::announcement::pages::event::{Around, EventBody};
use crate::announcement::pages::kept;
use crate::announcement::reads;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use shared::addresses;
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "announcement/pages/print.html")]
pub struct PrintPage {
    pub language: &'static str,
    pub style: String,
    pub icon: String,
    pub skip: String,
    pub site_name: String,
    pub back: (String, String),
    pub page: EventBody,
}

impl PrintPage {
    pub fn sample(words: &Words) -> Self {
        Self {
            language: words.language.code(),
            style: "/assets/samverk.css".to_owned(),
            icon: "/assets/favicon.svg".to_owned(),
            skip: words.text("web-skip-link"),
            site_name: words.text("web-site-name"),
            back: (
                addresses::event(words.language, "lediga-rum"),
                words.text("announcement-print-back"),
            ),
            page: EventBody::sample(words),
        }
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let event = reads::public_event(&mut session, &slug).await?.ok_or(Fault::NotFound)?;
    let whole = reads::whole(&mut session, event).await?;
    drop(session);
    let words = site.words(asked.language);
    let around =
        Around { words, now: asked.now, public_url: &site.settings.public_url, preview: false };
    let page = PrintPage {
        language: asked.language.code(),
        style: site.assets.href("samverk.css"),
        icon: site.assets.href("favicon.svg"),
        skip: words.text("web-skip-link"),
        site_name: words.text("web-site-name"),
        back: (addresses::event(asked.language, &slug), words.text("announcement-print-back")),
        page: EventBody::new(around, &whole),
    };
    let text = page.render().expect("a template of finished values does not fail");
    Ok(([(header::CONTENT_TYPE, kept::HTML)], text).into_response())
}
