//! An event's own page: for everybody, and as the organiser's preview of it.

mod facts;
mod handlers;
mod machine;
mod people;
mod programme;
mod sample;

pub use handlers::{render_preview, show};

use crate::announcement::pages::mix::MixBlock;
use crate::announcement::pages::places::{self, PlacesLine};
use crate::announcement::pages::said::{Said, Teller};
use crate::announcement::reads::WholeEvent;
use crate::announcement::rules;
use crate::event::{self, Admission, AttendanceMode, Event, State};
use crate::registration::{self, Availability};
use askama::Template;
use facts::Facts;
use people::{Asking, Part};
use platform::clock::Now;
use programme::DayShown;
use shared::addresses;
use web::Words;
use web::weave::{Shape, cover};

/// What surrounds the making of a page.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub words: &'a Words,
    pub now: Now,
    /// Scheme and host, without a slash at the end.
    pub public_url: &'a str,
    /// As the organiser sees it before others do.
    pub preview: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "announcement/pages/event/event.html")]
pub struct EventPage {
    pub page: EventBody,
}

/// All that an event tells, finished, for the screen and for paper.
#[derive(Clone)]
pub struct EventBody {
    pub title: Said,
    /// What must be known first: that it is cancelled, or that this is a preview.
    pub notices: Vec<(&'static str, String)>,
    pub language_note: Option<String>,
    pub breadcrumb_label: String,
    pub breadcrumb: Vec<(&'static str, String)>,
    /// Colour and words.
    pub tags: Vec<(&'static str, String)>,
    pub lead: Option<Said>,
    pub banner: String,
    pub picture: Option<PictureShown>,
    pub facts: Facts,
    pub action: Action,
    pub places: Option<PlacesLine>,
    pub text: Option<Said>,
    pub days: Vec<DayShown>,
    pub table_questions: String,
    pub people: Section<Vec<Part>>,
    pub mix: Section<MixBlock>,
    pub inviting: Section<Inviting>,
    pub linked: Vec<Section<Vec<LinkedEvent>>>,
    pub series: Section<Said>,
    pub links: Section<Vec<(String, String)>>,
    pub asking: Section<Vec<Asking>>,
    pub updated: String,
    pub calendar: (String, String),
    pub print: (String, String),
    pub url: String,
    pub share: String,
    pub copy: String,
    pub copied: String,
}

/// A part of the page with its heading; not shown without content.
#[derive(Clone)]
pub struct Section<T> {
    pub heading: String,
    pub content: Option<T>,
}

impl<T> Section<T> {
    fn new(heading: String, content: Option<T>) -> Self {
        Self { heading, content }
    }
}

#[derive(Clone)]
pub struct PictureShown {
    pub href: String,
    pub alt: Said,
    pub width: u32,
    pub height: u32,
}

/// What one can do about coming.
#[derive(Clone)]
pub enum Action {
    Register {
        href: String,
        text: String,
    },
    /// The button as it will look, in a preview.
    Shown {
        text: String,
    },
    /// Why there is no button.
    Told(String),
}

#[derive(Clone)]
pub struct Inviting {
    pub organisers: Option<String>,
    pub co_organisers: Option<String>,
    /// What it is, and its name.
    pub project: Option<(String, Said)>,
    pub funders: Option<Funders>,
}

#[derive(Clone)]
pub struct Funders {
    /// The emblem's name in words, where the European Union is among them.
    pub emblem: Option<String>,
    pub sentence: String,
}

#[derive(Clone)]
pub struct LinkedEvent {
    pub href: String,
    pub title: Said,
    pub when: String,
}

impl EventBody {
    pub fn new(around: Around<'_>, whole: &WholeEvent) -> Self {
        let Around { words, now, public_url, preview } = around;
        let language = words.language;
        let event = &whole.event;
        let content = &event.content;
        let mut teller = Teller::new(language);
        let title = teller.say(&content.title).unwrap_or_else(|| Said::own(event.slug.clone()));
        let availability = registration::availability(event, now);
        let url = format!("{public_url}{}", addresses::event(language, &event.slug));
        let mix = MixBlock::new(words, whole.sectors);
        // As coarse as the mix in words; and nothing while that is not told.
        let threads =
            rules::shares(whole.sectors).map_or([0; 5], |it| it.map(rules::Share::thread));
        let lead = teller.say(&content.lead);
        let picture = content.picture.as_ref().map(|it| PictureShown {
            href: addresses::picture(it.id),
            alt: teller.say(&it.alt).unwrap_or_else(|| Said::own(String::new())),
            width: it.width,
            height: it.height,
        });
        let facts = facts::facts(words, now, event, availability, &mut teller);
        let text = teller.html(&content.text);
        let days = programme::days(words, whole, &mut teller);
        let series = teller.html(&content.series_about);
        let series_title = teller.say(&content.series);
        let project = teller.say(&content.project);
        let linked = linked(words, whole, &mut teller);
        let comes = matches!(availability, Availability::Open | Availability::Full);
        Self {
            notices: notices(words, event, preview),
            language_note: teller.note(words, &content.title),
            breadcrumb_label: words.text("announcement-breadcrumb"),
            breadcrumb: vec![
                (addresses::start(language), words.text("announcement-start")),
                (addresses::events(language), words.text("announcement-events")),
            ],
            tags: tags(words, event, now, series_title.as_ref()),
            lead,
            banner: cover(&event.slug, threads, Shape::Banner),
            picture,
            facts,
            action: action(around, event, availability),
            places: if comes { places::left(words, &event.limit) } else { None },
            text,
            days,
            table_questions: words.text("announcement-table-questions"),
            people: Section::new(words.text("announcement-people"), people::parts(words, whole)),
            mix: Section::new(
                if rules::is_over(event, now) {
                    words.text("announcement-mix-over")
                } else {
                    words.text("announcement-mix")
                },
                mix,
            ),
            inviting: Section::new(
                words.text("announcement-inviting"),
                inviting(words, event, project),
            ),
            linked,
            series: Section::new(
                match &series_title {
                    Some(it) => words.text_with(
                        "announcement-about-series",
                        [("series", it.text.clone().into())],
                    ),
                    None => words.text("announcement-about"),
                },
                series,
            ),
            links: Section::new(words.text("announcement-links"), links(event)),
            asking: Section::new(words.text("announcement-contact"), people::asking(event)),
            updated: words
                .text_with("announcement-updated", [("moment", said_moment(words, event).into())]),
            calendar: (
                addresses::event_calendar(language, &event.slug),
                words.text("announcement-calendar"),
            ),
            print: (
                addresses::event_print(language, &event.slug),
                words.text("announcement-print"),
            ),
            share: words.text("announcement-share"),
            copy: words.text("announcement-copy"),
            copied: words.text("announcement-copied"),
            title,
            url,
        }
    }
}

fn said_moment(words: &Words, event: &Event) -> String {
    locale::moment(words.language, &event.updated_at.to_zoned_datetime(event.zone.clone()))
}

fn notices(words: &Words, event: &Event, preview: bool) -> Vec<(&'static str, String)> {
    let mut notices = vec![];
    if preview {
        let text = match event.state {
            State::Draft => words.text("announcement-preview-draft"),
            State::Published { .. } | State::Cancelled { .. } => {
                words.text("announcement-preview-public")
            }
        };
        notices.push(("warning", text));
    }
    if let State::Cancelled { at, .. } = event.state {
        let day = at.to_zoned_datetime(event.zone.clone()).date();
        let day = locale::day(words.language, day);
        notices.push(("danger", words.text_with("announcement-cancelled", [("day", day.into())])));
    }
    notices
}

fn tags(
    words: &Words,
    event: &Event,
    now: Now,
    series: Option<&Said>,
) -> Vec<(&'static str, String)> {
    let mut tags = vec![];
    if matches!(event.state, State::Cancelled { .. }) {
        tags.push(("danger", words.text("announcement-tag-cancelled")));
    } else if rules::is_over(event, now) {
        tags.push(("neutral", words.text("announcement-tag-over")));
    }
    tags.push(match event.mode {
        AttendanceMode::Online => ("lake", words.text("announcement-tag-online")),
        AttendanceMode::OnSite => ("copper", words.text("announcement-tag-on-site")),
        AttendanceMode::Mixed => ("plum", words.text("announcement-tag-mixed")),
    });
    if event.admission != Admission::Open {
        tags.push(("rye", words.text("announcement-tag-invited")));
    }
    if let Some(series) = series {
        tags.push(("neutral", series.text.clone()));
    }
    tags
}

fn action(around: Around<'_>, event: &Event, availability: Availability) -> Action {
    let Around { words, now, preview, .. } = around;
    let language = words.language;
    if preview && event.state == State::Draft {
        return match event.admission {
            Admission::Open => Action::Shown { text: words.text("announcement-register") },
            Admission::Invited { .. } => Action::Told(words.text("announcement-invited")),
        };
    }
    let day = |day| locale::day_without_year(language, day);
    Action::Told(match availability {
        Availability::Cancelled => words.text("announcement-closed-cancelled"),
        _ if rules::is_over(event, now) => words.text("announcement-closed-over"),
        Availability::Closed { deadline_on } => {
            words.text_with("announcement-closed", [("day", day(deadline_on).into())])
        }
        Availability::NotOpen { opens_on } => {
            words.text_with("announcement-not-open", [("day", day(opens_on).into())])
        }
        Availability::Full => words.text("announcement-full"),
        Availability::Open => match event.admission {
            Admission::Invited { .. } => words.text("announcement-invited"),
            Admission::Open => {
                return Action::Register {
                    href: addresses::registration_form(language, &event.slug, None),
                    text: words.text("announcement-register"),
                };
            }
        },
    })
}

fn inviting(words: &Words, event: &Event, project: Option<Said>) -> Option<Inviting> {
    let content = &event.content;
    let list = |names: &[String]| (!names.is_empty()).then(|| locale::list(words.language, names));
    let co_organisers = list(&content.co_organisers)
        .map(|names| words.text_with("announcement-with", [("names", names.into())]));
    let is_union =
        |name: &String| name.contains("Europeiska unionen") || name.contains("European Union");
    let funders = list(&content.co_funders).map(|_| {
        let names: Vec<String> = content
            .co_funders
            .iter()
            // Its own name in the page's language: the sentence is the one that is asked for.
            .map(|it| match it.as_str() {
                "Europeiska unionen" => words.text("announcement-european-union"),
                _ => it.clone(),
            })
            .collect();
        let names = locale::list(words.language, &names);
        Funders {
            emblem: content
                .co_funders
                .iter()
                .any(is_union)
                .then(|| words.text("announcement-union-emblem")),
            sentence: words.text_with("announcement-funded", [("names", names.into())]),
        }
    });
    let organisers = list(&content.organisers);
    let anything =
        organisers.is_some() || co_organisers.is_some() || project.is_some() || funders.is_some();
    let project = project.map(|it| (words.text("announcement-project"), it));
    anything.then_some(Inviting { organisers, co_organisers, project, funders })
}

fn linked(
    words: &Words,
    whole: &WholeEvent,
    teller: &mut Teller,
) -> Vec<Section<Vec<LinkedEvent>>> {
    let mut link = |event: &Event| LinkedEvent {
        href: addresses::event(words.language, &event.slug),
        title: teller.say(&event.content.title).unwrap_or_else(|| Said::own(event.slug.clone())),
        when: event::when_in_words(words.language, event),
    };
    let conference = whole.conference.as_ref().map(|it| vec![link(it)]);
    let pre_meetings: Vec<LinkedEvent> = whole.pre_meetings.iter().map(link).collect();
    vec![
        Section::new(words.text("announcement-pre-meeting-of"), conference),
        Section::new(
            words.text("announcement-pre-meetings"),
            (!pre_meetings.is_empty()).then_some(pre_meetings),
        ),
    ]
}

/// Label and address; only such as one may follow.
fn links(event: &Event) -> Option<Vec<(String, String)>> {
    let links: Vec<_> = event
        .content
        .links
        .iter()
        .filter(|it| it.href.starts_with("https://") || it.href.starts_with("http://"))
        .map(|it| {
            let label = if it.label.is_empty() { &it.href } else { &it.label };
            (label.clone(), it.href.clone())
        })
        .collect();
    (!links.is_empty()).then_some(links)
}
