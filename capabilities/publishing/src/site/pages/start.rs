//! Where one begins: what is next, and the county in one picture.

use askama::Template;
use axum::extract::{Request, State};
use axum::response::Response;
use events::announcement::{self, EventCard, HTML, MixBlock, kept};
use events::event::{self, Event};
use events::registration;
use platform::clock::Now;
use shared::{Language, addresses};
use web::asked::language_of;
use web::cache::takes_gzip;
use web::shell::{self, Head, Layout, Section};
use web::weave::{Shape, cover};
use web::{Fault, Site, Words};

/// How many events are shown large.
const NEXT: usize = 3;
/// How many are read for it: cancelled ones are not next.
const NEXT_READ: u32 = 12;

/// What the page is made of.
#[derive(Debug, Clone, Default)]
pub struct County {
    /// Soonest first.
    pub next: Vec<Event>,
    pub coming: i64,
    pub past: i64,
    /// How many are registered from each sector, in the order of `Sector::ALL`.
    pub sectors: [u32; 5],
}

#[derive(Template)]
#[template(path = "site/pages/start.html")]
pub struct StartPage {
    pub banner: String,
    pub heading: String,
    pub lead: String,
    pub action: &'static str,
    pub search_label: String,
    pub search: String,
    pub next_heading: String,
    pub all: String,
    pub cards: Vec<EventCard>,
    pub empty_cover: String,
    pub empty_heading: String,
    pub empty_text: String,
    pub empty_href: &'static str,
    pub empty_onward: String,
    pub county_heading: String,
    pub county_events: String,
    pub county_people: String,
    pub mix: Option<MixBlock>,
}

impl StartPage {
    pub fn new(words: &Words, now: Now, county: &County) -> Self {
        let language = words.language;
        let mix = MixBlock::new(words, county.sectors);
        let people = i64::from(county.sectors.iter().sum::<u32>());
        let number = |count| locale::number(language, count);
        Self {
            // Its colours follow who takes part, once that tells of nobody in particular.
            banner: cover(
                "samverk",
                if mix.is_some() { county.sectors } else { [0; 5] },
                Shape::Banner,
            ),
            heading: words.text("site-start-heading"),
            lead: words.text("site-start-lead"),
            action: addresses::events(language),
            search_label: words.text("site-search-label"),
            search: words.text("site-search"),
            next_heading: words.text("site-next"),
            all: words.text("site-all-events"),
            cards: county.next.iter().map(|it| EventCard::new(words, now, it, 3)).collect(),
            empty_cover: cover("samverk", [0; 5], Shape::Card),
            empty_heading: words.text("site-next-empty"),
            empty_text: words.text("site-next-empty-text"),
            empty_href: addresses::past_events(language),
            empty_onward: words.text("site-next-empty-onward"),
            county_heading: words.text("site-county"),
            county_events: words.text_with(
                "site-county-events",
                [("coming", number(county.coming).into()), ("past", number(county.past).into())],
            ),
            county_people: words
                .text_with("site-county-people", [("people", number(people).into())]),
            mix,
        }
    }

    pub fn sample(words: &Words) -> Self {
        let at = "2027-05-18T12:00:00Z".parse().expect("this text is an instant");
        let next = vec![event::sample_event()];
        let county = County { next, coming: 12, past: 40, sectors: [310, 470, 120, 80, 2] };
        Self::new(words, Now { at }, &county)
    }

    pub fn sample_empty(words: &Words) -> Self {
        let at = "2027-05-18T12:00:00Z".parse().expect("this text is an instant");
        Self::new(words, Now { at }, &County::default())
    }
}

pub async fn show(State(site): State<Site>, request: Request) -> Result<Response, Fault> {
    let path = request.uri().path();
    let language = language_of(path);
    let gzip = takes_gzip(request.headers());
    kept(&site, path, gzip, HTML, |now| start_page(&site, language, now)).await
}

async fn start_page(site: &Site, language: Language, now: Now) -> Result<String, Fault> {
    let today = announcement::today(now);
    let mut session = site.database.read().await?;
    let mut next = event::list_coming(&mut session, today, 0, NEXT_READ).await?;
    next.retain(|it| {
        !matches!(it.state, event::State::Cancelled { .. })
            && now.at < event::ends_at(it).timestamp()
    });
    next.truncate(NEXT);
    let county = County {
        next,
        coming: event::count_coming(&mut session, today).await?,
        past: event::count_past(&mut session, today).await?,
        sectors: registration::sector_counts_of_all(&mut session).await?,
    };
    drop(session);
    let words = site.words(language);
    let page = StartPage::new(words, now, &county);
    let head = Head {
        title: page.heading.clone(),
        other_language_href: Some(addresses::start(language.other()).to_owned()),
        canonical: Some(site.url(addresses::start(language))),
        description: Some(page.lead.clone()),
        section: Section::Start,
        layout: Layout::Bare,
        ..Head::default()
    };
    let body = page.render().expect("a template of finished values does not fail");
    Ok(shell::render(site, language, None, &head, &body))
}
