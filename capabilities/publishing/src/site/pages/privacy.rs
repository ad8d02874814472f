//! What is used for what, who sees it, and when it is erased.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use shared::addresses;
use web::shell::{Head, Layout, page};
use web::{Asked, Fault, Site, Words};

/// Where one complains about how personal data is treated.
const AUTHORITY: &str = "https://www.imy.se/";

#[derive(Debug, Clone, Default)]
pub struct Part {
    pub heading: String,
    pub paragraphs: Vec<String>,
    pub items: Vec<String>,
    pub link: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "site/pages/privacy.html")]
pub struct PrivacyPage {
    pub heading: String,
    pub lead: String,
    pub parts: Vec<Part>,
}

impl PrivacyPage {
    pub fn new(words: &Words) -> Self {
        let parts = vec![
            Part {
                heading: words.text("site-privacy-registering"),
                paragraphs: vec![words.text("site-privacy-registering-text")],
                items: vec![
                    words.text("site-privacy-name"),
                    words.text("site-privacy-email"),
                    words.text("site-privacy-organisation"),
                    words.text("site-privacy-background"),
                    words.text("site-privacy-wishes"),
                    words.text("site-privacy-language"),
                ],
                link: None,
            },
            Part {
                heading: words.text("site-privacy-who"),
                paragraphs: vec![
                    words.text("site-privacy-who-text"),
                    words.text("site-privacy-numbers"),
                ],
                ..Part::default()
            },
            Part {
                heading: words.text("site-privacy-erased"),
                paragraphs: vec![words.text("site-privacy-erased-text")],
                ..Part::default()
            },
            Part {
                heading: words.text("site-privacy-named"),
                paragraphs: vec![words.text("site-privacy-named-text")],
                ..Part::default()
            },
            Part {
                heading: words.text("site-privacy-messages"),
                paragraphs: vec![words.text("site-privacy-messages-text")],
                ..Part::default()
            },
            Part {
                heading: words.text("site-privacy-basis"),
                paragraphs: vec![words.text("site-privacy-basis-text")],
                ..Part::default()
            },
            Part {
                heading: words.text("site-privacy-rights"),
                paragraphs: vec![words.text("site-privacy-rights-text")],
                items: vec![
                    words.text("site-privacy-right-see"),
                    words.text("site-privacy-right-change"),
                    words.text("site-privacy-right-erase"),
                    words.text("site-privacy-right-object"),
                ],
                link: Some((AUTHORITY, words.text("site-privacy-authority"))),
            },
            Part {
                heading: words.text("site-privacy-cookies"),
                paragraphs: vec![
                    words.text("site-privacy-cookies-text"),
                    words.text("site-privacy-addresses-text"),
                ],
                ..Part::default()
            },
            Part {
                heading: words.text("site-privacy-contact"),
                paragraphs: vec![words.text("site-privacy-contact-text")],
                items: vec![],
                link: Some((
                    addresses::accessibility(words.language),
                    words.text("site-privacy-contact-link"),
                )),
            },
        ];
        Self { heading: words.text("site-privacy"), lead: words.text("site-privacy-lead"), parts }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words)
    }
}

pub async fn show(State(site): State<Site>, asked: Asked) -> Result<Response, Fault> {
    let body = PrivacyPage::new(site.words(asked.language));
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(addresses::privacy(asked.language.other()).to_owned()),
        canonical: Some(site.url(addresses::privacy(asked.language))),
        description: Some(body.lead.clone()),
        layout: Layout::Narrow,
        ..Head::default()
    };
    Ok(page(&site, &asked, StatusCode::OK, &head, &body))
}
