//! Coming events, soonest first, and past ones, latest first.

use crate::announcement::pages::card::EventCard;
use crate::announcement::pages::kept::{self, kept};
use crate::announcement::reads::{self, Listed, PER_PAGE};
use crate::announcement::rules::{self, Wanted};
use askama::Template;
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use locale::Language;
use platform::clock::Now;
use shared::addresses;
use web::asked::language_of;
use web::cache::takes_gzip;
use web::shell::{self, Head, Section};
use web::weave::{Shape, cover};
use web::{Fault, Fields, Site, Words};

const SEARCH_CHARACTERS_MAX: usize = 100;
const PAGES_MAX: u32 = 100_000;

/// What of the list is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListQuery {
    pub past: bool,
    /// From 1.
    pub page: u32,
    pub q: String,
}

impl ListQuery {
    /// What is not understood is as if it had not been said; only a page must be a number.
    pub fn read(query: Option<&str>) -> Result<Self, Fault> {
        let Some(query) = query.filter(|it| !it.is_empty()) else {
            return Ok(Self { page: 1, ..Self::default() });
        };
        let fields = Fields::parse(query.as_bytes())?;
        let page = [fields.line("sida"), fields.line("page")].into_iter().find(|it| !it.is_empty());
        let page = page.map_or(Ok(1), |it| it.parse()).map_err(|_| Fault::NotFound)?;
        if !(1..=PAGES_MAX).contains(&page) {
            return Err(Fault::NotFound);
        }
        Ok(Self {
            past: fields.line("visa") == "tidigare" || fields.line("show") == "past",
            page,
            q: fields.line("q").chars().take(SEARCH_CHARACTERS_MAX).collect(),
        })
    }

    /// The address that says the same, shortest first.
    pub fn address(&self, language: Language) -> String {
        let mut parts = vec![];
        let sv = language == Language::Swedish;
        if self.past {
            parts.push(if sv { "visa=tidigare" } else { "show=past" }.to_owned());
        }
        if !self.q.is_empty() {
            parts.push(format!("q={}", encoded(&self.q)));
        }
        if self.page > 1 {
            parts.push(format!("{}={}", if sv { "sida" } else { "page" }, self.page));
        }
        let path = addresses::events(language);
        if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
    }
}

/// For the value of a query's parameter.
fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            _ => write!(encoded, "%{byte:02X}").expect("writing to a String does not fail"),
        }
    }
    encoded
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    pub href: String,
    pub text: String,
    pub count: String,
    pub current: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// `None`: pages are left out here.
    pub href: Option<String>,
    pub text: String,
    pub label: Option<String>,
    pub rel: Option<&'static str>,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "announcement/pages/list.html")]
pub struct ListPage {
    pub heading: String,
    pub lead: String,
    pub tabs_label: String,
    pub tabs: Vec<Tab>,
    pub action: &'static str,
    pub search_label: String,
    pub search: String,
    pub q: String,
    /// Keeps the search where it began.
    pub search_in: Option<(&'static str, &'static str)>,
    pub found: Option<String>,
    pub all: String,
    pub all_href: String,
    pub cards: Vec<EventCard>,
    pub empty_cover: String,
    pub empty_heading: String,
    pub empty_text: String,
    pub empty_onward: String,
    pub empty_href: String,
    pub pages_label: String,
    pub pages: Vec<PageLink>,
}

impl ListPage {
    pub fn new(words: &Words, now: Now, query: &ListQuery, listed: &Listed) -> Self {
        let language = words.language;
        let tab = |past: bool, text, count| Tab {
            href: ListQuery { past, page: 1, q: String::new() }.address(language),
            text,
            count: locale::number(language, count),
            current: query.past == past,
        };
        let searching = !query.q.is_empty();
        let other = ListQuery { past: !query.past, page: 1, q: String::new() }.address(language);
        let all_href = ListQuery { q: String::new(), page: 1, ..query.clone() }.address(language);
        let (empty_heading, empty_text, empty_onward, empty_href) = if searching {
            (
                words.text("announcement-empty-search"),
                words.text("announcement-empty-search-text"),
                words.text("announcement-search-all"),
                all_href.clone(),
            )
        } else if query.past {
            (
                words.text("announcement-empty-past"),
                words.text("announcement-empty-past-text"),
                words.text("announcement-empty-past-onward"),
                other,
            )
        } else {
            (
                words.text("announcement-empty-coming"),
                words.text("announcement-empty-coming-text"),
                words.text("announcement-empty-coming-onward"),
                other,
            )
        };
        Self {
            heading: if query.past {
                words.text("announcement-past-heading")
            } else {
                words.text("announcement-coming-heading")
            },
            lead: words.text("announcement-list-lead"),
            tabs_label: words.text("announcement-tabs"),
            tabs: vec![
                tab(false, words.text("announcement-tab-coming"), listed.coming),
                tab(true, words.text("announcement-tab-past"), listed.past),
            ],
            action: addresses::events(language),
            search_label: words.text("announcement-search-label"),
            search: words.text("announcement-search"),
            q: query.q.clone(),
            search_in: query.past.then_some(match language {
                Language::Swedish => ("visa", "tidigare"),
                Language::English => ("show", "past"),
            }),
            found: searching.then(|| {
                words.text_with(
                    "announcement-found",
                    [("count", listed.found.into()), ("q", query.q.clone().into())],
                )
            }),
            all: words.text("announcement-search-all"),
            all_href,
            cards: listed.events.iter().map(|it| EventCard::new(words, now, it, 2)).collect(),
            empty_cover: cover("samverk", [0; 5], Shape::Card),
            empty_heading,
            empty_text,
            empty_onward,
            empty_href,
            pages_label: words.text("announcement-pages"),
            pages: page_links(words, query, rules::pages(listed.found, PER_PAGE)),
        }
    }
}

impl ListPage {
    /// The third of five pages.
    pub fn sample(words: &Words) -> Self {
        let at = "2027-05-18T12:00:00Z".parse().expect("this text is an instant");
        let query = ListQuery { page: 3, ..ListQuery::default() };
        let events = vec![crate::event::sample_event()];
        let listed = Listed { events, found: 99, coming: 99, past: 1 };
        Self::new(words, Now { at }, &query, &listed)
    }

    /// A search among what has been that finds nothing.
    pub fn sample_empty(words: &Words) -> Self {
        let at = "2027-05-18T12:00:00Z".parse().expect("this text is an instant");
        let query = ListQuery { past: true, page: 1, q: "<b>rum</b>".to_owned() };
        let listed = Listed { events: vec![], found: 0, coming: 1, past: 1 };
        Self::new(words, Now { at }, &query, &listed)
    }
}

/// The first, the last and those around where one is; nothing for a single page.
fn page_links(words: &Words, query: &ListQuery, pages: u32) -> Vec<PageLink> {
    if pages < 2 {
        return vec![];
    }
    let link = |page: u32, text: String, rel: Option<&'static str>| PageLink {
        href: Some(ListQuery { page, ..query.clone() }.address(words.language)),
        label: rel
            .is_none()
            .then(|| words.text_with("announcement-page", [("number", page.into())])),
        current: page == query.page && rel.is_none(),
        text,
        rel,
    };
    let mut links = vec![];
    if query.page > 1 {
        links.push(link(query.page - 1, words.text("announcement-previous"), Some("prev")));
    }
    let mut before = 0;
    for page in 1..=pages {
        if page != 1 && page != pages && page.abs_diff(query.page) > 2 {
            continue;
        }
        if page > before + 1 {
            let text = "…".to_owned();
            links.push(PageLink { href: None, text, label: None, rel: None, current: false });
        }
        links.push(link(page, page.to_string(), None));
        before = page;
    }
    if query.page < pages {
        links.push(link(query.page + 1, words.text("announcement-next"), Some("next")));
    }
    links
}

/// Today where the events are. An instance is one county's, and the county is in Sweden.
pub fn today(now: Now) -> Date {
    let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
    now.today(&zone)
}

pub async fn show(State(site): State<Site>, request: Request) -> Result<Response, Fault> {
    let uri = request.uri();
    let language = language_of(uri.path());
    let query = ListQuery::read(uri.query())?;
    if !query.q.is_empty() {
        // There are more words than pages worth keeping.
        let text = list_page(&site, language, &query, site.clock.now()).await?;
        return Ok(([(header::CONTENT_TYPE, kept::HTML)], text).into_response());
    }
    let gzip = takes_gzip(request.headers());
    let key = query.address(language);
    kept(&site, &key, gzip, kept::HTML, |now| list_page(&site, language, &query, now)).await
}

async fn list_page(
    site: &Site,
    language: Language,
    query: &ListQuery,
    now: Now,
) -> Result<String, Fault> {
    let wanted = Wanted::new(&query.q);
    let mut session = site.database.read().await?;
    let listed = reads::list(&mut session, today(now), query.past, query.page, &wanted).await?;
    drop(session);
    if query.page > rules::pages(listed.found, PER_PAGE) {
        return Err(Fault::NotFound);
    }
    let words = site.words(language);
    let page = ListPage::new(words, now, query, &listed);
    let head = Head {
        title: page.heading.clone(),
        other_language_href: Some(query.address(language.other())),
        canonical: query.q.is_empty().then(|| site.url(&query.address(language))),
        description: Some(page.lead.clone()),
        section: Section::Events,
        ..Head::default()
    };
    let body = page.render().expect("a template of finished values does not fail");
    Ok(shell::render(site, language, None, &head, &body))
}
