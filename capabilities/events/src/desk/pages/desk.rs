//! The desk itself: the week ahead first, then events as rows.

use crate::desk::pages::paths::{self, Tab};
use crate::desk::pages::wording;
use crate::desk::rules::week;
use crate::desk::types::{Ahead, Turn};
use crate::event::{self, Event, State as EventState};
use crate::registration;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::clock::Now;
use platform::outbox::{self, Tally};
use shared::addresses;
use shared::ids::EventId;
use std::collections::BTreeMap;
use web::shell::{Head, Section, page};
use web::{Asked, Fault, Site, Words};

/// How many events one page of a list shows.
const PAGE: u32 = 50;
/// How many pages are linked to by number.
const PAGES_LINKED_MAX: u32 = 10;

type Counts = BTreeMap<EventId, BTreeMap<Date, u32>>;

#[derive(Template)]
#[template(path = "desk/pages/desk.html")]
pub struct DeskPage {
    pub heading: String,
    pub new_event: String,
    pub new_href: &'static str,
    pub from_text: String,
    pub from_text_href: &'static str,
    pub week_heading: String,
    pub week_empty: String,
    pub week: Vec<WeekLine>,
    pub events_heading: String,
    pub tabs_label: String,
    pub tabs: Vec<TabLink>,
    pub rows: Vec<Row>,
    pub empty_heading: String,
    pub empty_text: String,
    pub empty_act: Option<String>,
    pub pages_label: String,
    pub pages: Vec<PageLink>,
}

pub struct WeekLine {
    pub day: String,
    pub title: String,
    pub text: String,
    pub warning: Option<String>,
    pub act: String,
    pub href: String,
}

pub struct TabLink {
    pub href: String,
    pub text: String,
    pub count: String,
    pub current: bool,
}

pub struct PageLink {
    pub href: String,
    pub text: String,
    pub label: String,
    pub current: bool,
}

pub struct Row {
    pub href: String,
    pub title: String,
    pub when: String,
    pub place: String,
    pub spark: Option<Spark>,
    pub registered: String,
    pub tag: String,
    pub tone: &'static str,
}

/// A line in a picture that is 120 wide and 30 high.
pub struct Spark {
    pub points: String,
    /// How far down the line of all places is.
    pub limit: Option<String>,
}

/// What the desk is made from.
pub struct Found {
    /// Drafts, and what is not over, soonest first.
    pub unfinished: Vec<Event>,
    /// Of each of those, how its letters went.
    pub letters: Vec<Tally>,
    /// One page of what is over, if that is asked for.
    pub past: Vec<Event>,
    pub past_count: i64,
    pub counts: Counts,
}

impl DeskPage {
    pub fn new(words: &Words, now: Now, tab: Tab, nth: u32, found: &Found) -> Self {
        let language = words.language;
        let week = week::ahead(&found.unfinished, &found.letters, now);
        let week = week.iter().map(|it| week_line(words, now, &found.unfinished, it)).collect();
        let (drafts, coming): (Vec<&Event>, Vec<&Event>) =
            found.unfinished.iter().partition(|it| it.state == EventState::Draft);
        let count = |them: usize| i64::try_from(them).unwrap_or(i64::MAX);
        let (coming_count, drafts_count) = (count(coming.len()), count(drafts.len()));
        let tabs = Tab::ALL.map(|it| TabLink {
            href: it.href(language, 1),
            text: wording::tab(words, it),
            count: locale::number(
                language,
                match it {
                    Tab::Coming => coming_count,
                    Tab::Drafts => drafts_count,
                    Tab::Past => found.past_count,
                },
            ),
            current: it == tab,
        });
        let events: Vec<&Event> = match tab {
            Tab::Coming => coming,
            Tab::Drafts => drafts,
            Tab::Past => found.past.iter().collect(),
        };
        let (empty_heading, empty_text) = empty(words, tab);
        Self {
            heading: words.text("desk-heading"),
            new_event: words.text("desk-new-event"),
            new_href: addresses::new_event(language),
            from_text: words.text("desk-new-from-text"),
            from_text_href: addresses::new_from_text(language),
            week_heading: words.text("desk-week-heading"),
            week_empty: words.text("desk-week-empty"),
            week,
            events_heading: words.text("desk-events-heading"),
            tabs_label: words.text("desk-tabs-label"),
            tabs: tabs.into(),
            rows: events.into_iter().map(|it| row(words, now, it, &found.counts)).collect(),
            empty_heading,
            empty_text,
            empty_act: (tab != Tab::Past).then(|| words.text("desk-empty-act")),
            pages_label: words.text("desk-pages-label"),
            pages: if tab == Tab::Past { pages(words, nth, found.past_count) } else { vec![] },
        }
    }

    pub fn sample(words: &Words) -> Self {
        let now = Now { at: "2027-05-20T08:00:00Z".parse().expect("this text is an instant") };
        let sample = event::sample_event();
        let mut full = sample.clone();
        full.limit.taken = 120;
        full.opens_on = Some(jiff::civil::date(2027, 5, 20));
        let unfinished = vec![sample.clone(), full];
        let troubled = Tally { refused: 1, unknown: 2, ..Tally::default() };
        let day = jiff::civil::date(2027, 5, 18);
        let counts = [(sample.id, [(day, 14)].into())].into();
        let found = Found {
            unfinished,
            letters: vec![troubled, Tally::default()],
            past: vec![],
            past_count: 120,
            counts,
        };
        Self::new(words, now, Tab::Coming, 1, &found)
    }

    /// The desk of whoever has just begun.
    pub fn sample_empty(words: &Words) -> Self {
        let now = Now { at: "2027-05-20T08:00:00Z".parse().expect("this text is an instant") };
        let found = Found {
            unfinished: vec![],
            letters: vec![],
            past: vec![],
            past_count: 120,
            counts: Counts::new(),
        };
        Self::new(words, now, Tab::Past, 2, &found)
    }
}

fn empty(words: &Words, tab: Tab) -> (String, String) {
    match tab {
        Tab::Coming => (words.text("desk-empty-coming"), words.text("desk-empty-coming-text")),
        Tab::Drafts => (words.text("desk-empty-drafts"), words.text("desk-empty-drafts-text")),
        Tab::Past => (words.text("desk-empty-past"), words.text("desk-empty-past-text")),
    }
}

fn week_line(words: &Words, now: Now, events: &[Event], ahead: &Ahead) -> WeekLine {
    let language = words.language;
    let event = &events[ahead.event];
    let slug = &event.slug;
    let today = now.today(&event.zone);
    let day = if ahead.day == today {
        words.text("desk-week-today")
    } else {
        capitalised(&locale::day_without_year(language, ahead.day))
    };
    let own = addresses::organise_event(language, slug);
    let see = words.text("desk-week-see");
    let link_section = || format!("{}#link", paths::edit(language, slug));
    let (text, warning, act, href) = match ahead.turn {
        Turn::LettersInTrouble { refused, unknown } => (
            words.text_with(
                "desk-week-letters",
                [("refused", refused.into()), ("unknown", unknown.into())],
            ),
            None,
            words.text("desk-week-letters-act"),
            format!("{own}#letters"),
        ),
        Turn::Full => (words.text("desk-week-full"), None, see, own),
        Turn::Opens => (words.text("desk-week-opens"), None, see, own),
        Turn::LastDay => (
            words.text("desk-week-last-day"),
            None,
            words.text("desk-week-registered-act"),
            paths::registrations(language, slug),
        ),
        Turn::LinkDay { missing } => (
            words.text_with("desk-week-link", [("count", event.limit.taken.into())]),
            missing.then(|| words.text("desk-week-link-missing")),
            if missing { words.text("desk-week-link-act") } else { see },
            if missing { link_section() } else { own },
        ),
        Turn::Takes => (
            words.text_with(
                "desk-week-takes",
                [("place", event::where_in_words(words, event).into())],
            ),
            None,
            see,
            own,
        ),
    };
    let title = event.content.title.words(language).to_owned();
    WeekLine { day, title, text, warning, act, href }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn row(words: &Words, now: Now, event: &Event, counts: &Counts) -> Row {
    let (tag, tone) = wording::tag(words, event, registration::availability(event, now));
    Row {
        href: addresses::organise_event(words.language, &event.slug),
        title: event.content.title.words(words.language).to_owned(),
        when: event::when_in_words(words.language, event),
        place: event::where_in_words(words, event),
        spark: spark(event, counts, now),
        registered: wording::registered(words, event),
        tag,
        tone,
    }
}

/// Nothing where nobody came lately: a flat line tells nothing.
fn spark(event: &Event, counts: &Counts, now: Now) -> Option<Spark> {
    let came = counts.get(&event.id)?;
    let today = now.today(&TimeZone::UTC);
    let since = today.checked_sub(week::SPARK_DAYS.days()).unwrap_or(today);
    let points = week::growth(came, event.limit.taken, since, today);
    if points.first() == points.last() {
        return None;
    }
    let top = f64::from(event.limit.places.unwrap_or(event.limit.taken).max(event.limit.taken));
    let y = |n: u32| format!("{:.1}", 30.0 - 27.0 * f64::from(n) / top.max(1.0));
    let last = u32::try_from(points.len() - 1).unwrap_or(u32::MAX);
    let line = (0_u32..)
        .zip(&points)
        .map(|(at, n)| format!("{:.1},{}", 120.0 * f64::from(at) / f64::from(last.max(1)), y(*n)));
    Some(Spark { points: line.collect::<Vec<_>>().join(" "), limit: event.limit.places.map(y) })
}

fn pages(words: &Words, nth: u32, count: i64) -> Vec<PageLink> {
    let pages = u32::try_from((count + i64::from(PAGE) - 1) / i64::from(PAGE)).unwrap_or(u32::MAX);
    if pages < 2 {
        return vec![];
    }
    let first = nth.saturating_sub(PAGES_LINKED_MAX / 2).clamp(1, pages);
    (first..=pages.min(first + PAGES_LINKED_MAX - 1))
        .map(|it| PageLink {
            href: Tab::Past.href(words.language, it),
            text: it.to_string(),
            label: words.text_with("desk-page-number", [("number", it.into())]),
            current: it == nth,
        })
        .collect()
}

/// Six statements, however many events there are.
async fn find(site: &Site, now: Now, tab: Tab, nth: u32) -> Result<Found, Fault> {
    let mut session = site.database.read().await?;
    let today =
        now.today(&TimeZone::get(crate::desk::rules::plan::ZONE_DEFAULT).unwrap_or(TimeZone::UTC));
    let unfinished = event::list_unfinished(&mut session, today).await?;
    let troubled: BTreeMap<_, _> = outbox::troubled(&mut session).await?.into_iter().collect();
    let past_count = event::count_past(&mut session, today).await?;
    let past = match tab {
        Tab::Past => event::list_past(&mut session, today, (nth - 1) * PAGE, PAGE).await?,
        Tab::Coming | Tab::Drafts => vec![],
    };
    let counts = registration::count_by_day(&mut session).await?;
    let letters =
        unfinished.iter().map(|it| troubled.get(&it.id.0).copied().unwrap_or_default()).collect();
    Ok(Found { unfinished, letters, past, past_count, counts })
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    RawQuery(query): RawQuery,
) -> Result<Response, Fault> {
    let (tab, nth) = Tab::of(query.as_deref());
    let found = find(&site, asked.now, tab, nth).await?;
    let body = DeskPage::new(site.words(asked.language), asked.now, tab, nth, &found);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(tab.href(asked.language.other(), nth)),
        private: true,
        section: Section::Organise,
        ..Head::default()
    };
    Ok(page(&site, &asked, StatusCode::OK, &head, &body))
}
