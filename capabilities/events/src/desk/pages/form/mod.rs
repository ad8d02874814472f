//! The long form of an event, new or known.

pub mod filled;
pub mod part;
pub mod sections;

use crate::desk::pages::form::sections::{Section, Typed};
use crate::desk::pages::{paths, wording};
use crate::desk::types::{Refusal, Why};
use crate::event::{self, Event, State};
use askama::Template;
use jiff::Timestamp;
use shared::{Language, addresses};
use web::forms::{Checkbox, ErrorSummary, Maybe};
use web::{Fields, SignedIn, Words};

#[derive(Template)]
#[template(path = "desk/pages/form/page.html")]
pub struct FormPage {
    pub summary: Maybe<ErrorSummary>,
    pub breadcrumb_label: String,
    pub breadcrumb: Vec<(String, String)>,
    pub eyebrow: String,
    pub heading: String,
    pub lead: String,
    /// Somebody else saved meanwhile: what to do, and where theirs is.
    pub compare: Option<(String, String, String)>,
    pub parts_label: String,
    pub sections: Vec<Section>,
    pub action: String,
    /// When the event that is shown was last changed.
    pub seen: Option<String>,
    pub tell: Option<Checkbox>,
    /// Value, text and variant of each button; no variant: the one that the page is for.
    pub buttons: Vec<(&'static str, String, &'static str)>,
    pub cancel: String,
    pub cancel_href: String,
}

/// What the form shows besides what was typed.
pub struct Shown<'a> {
    /// `None`: a new one.
    pub event: Option<&'a Event>,
    pub conferences: &'a [(String, String)],
    pub picture_mib_max: usize,
    /// A picture came with a form that was refused; browsers do not send it twice.
    pub picture_lost: bool,
}

impl FormPage {
    pub fn new(words: &Words, shown: &Shown<'_>, fields: &Fields, refusals: &[Refusal]) -> Self {
        let language = words.language;
        let mut problems = wording::problems(words, refusals);
        if shown.picture_lost && problems.of("picture").is_none() {
            problems.add("picture", words.text("desk-form-picture-again"));
        }
        let changed_meanwhile = refusals.iter().any(|it| it.why == Why::ChangedMeanwhile);
        let picture = shown
            .event
            .and_then(|it| it.content.picture.as_ref())
            .map(|it| (addresses::picture(it.id), it.alt.words(language).to_owned()));
        let sections = sections::sections(&Typed {
            words,
            fields,
            problems: &problems,
            conferences: shown.conferences,
            picture,
            picture_mib_max: shown.picture_mib_max,
        });
        let mut breadcrumb =
            vec![(addresses::organise(language).to_owned(), words.text("desk-heading"))];
        if let Some(event) = shown.event {
            let title = event.content.title.words(language).to_owned();
            breadcrumb.push((addresses::organise_event(language, &event.slug), title));
        }
        Self {
            summary: Maybe(ErrorSummary::new(words, &problems)),
            breadcrumb_label: words.text("desk-you-are-here"),
            breadcrumb,
            eyebrow: match shown.event {
                Some(event) => wording::state(words, event.state),
                None => words.text("desk-new-eyebrow"),
            },
            heading: match shown.event {
                Some(event) => event.content.title.words(language).to_owned(),
                None => words.text("desk-new-heading"),
            },
            lead: match shown.event {
                Some(_) => words.text("desk-edit-lead"),
                None => words.text("desk-new-lead"),
            },
            compare: shown.event.filter(|_| changed_meanwhile).map(|event| {
                (
                    words.text("desk-form-compare"),
                    addresses::organise_event(language, &event.slug),
                    words.text("desk-form-compare-link"),
                )
            }),
            parts_label: words.text("desk-form-parts"),
            sections,
            action: match shown.event {
                Some(event) => paths::edit(language, &event.slug),
                None => addresses::new_event(language).to_owned(),
            },
            seen: shown.event.map(|it| it.updated_at.to_string()),
            tell: shown.event.and_then(|it| tell(words, it, fields)),
            buttons: match shown.event {
                Some(_) => vec![
                    ("save", words.text("desk-form-save"), ""),
                    ("programme", words.text("desk-form-save-programme"), "secondary"),
                ],
                None => vec![
                    ("programme", words.text("desk-form-save-programme"), ""),
                    ("save", words.text("desk-form-save-draft"), "secondary"),
                ],
            },
            cancel: words.text("desk-form-leave"),
            cancel_href: match shown.event {
                Some(event) => addresses::organise_event(language, &event.slug),
                None => addresses::organise(language).to_owned(),
            },
        }
    }

    /// A known event that comes back with problems.
    pub fn sample(words: &Words) -> Self {
        let event = sample_with_picture();
        let mut fields = filled::of_event(words.language, &event, None);
        fields.set("venue", "Träffpunkt <Å> & Ö");
        fields.set("to_1", "15.00");
        let refusals = [
            Refusal { field: "to_1".to_owned(), why: Why::EndsBeforeStart },
            Refusal { field: "title".to_owned(), why: Why::ChangedMeanwhile },
        ];
        let conferences = [("byns-bord-2027".to_owned(), "Byns bord & andra".to_owned())];
        let shown = Shown {
            event: Some(&event),
            conferences: &conferences,
            picture_mib_max: 8,
            picture_lost: true,
        };
        Self::new(words, &shown, &fields, &refusals)
    }

    /// A new one.
    pub fn sample_new(words: &Words) -> Self {
        let person = SignedIn {
            person: platform::ids::Uuid::from_u128(7),
            name: "Tyra & Bo Holmqvist".to_owned(),
            email: "tyra@example.org".to_owned(),
            role: web::asked::Role::Organiser,
        };
        let shown =
            Shown { event: None, conferences: &[], picture_mib_max: 8, picture_lost: false };
        Self::new(words, &shown, &filled::new_event(&person), &[])
    }
}

fn sample_with_picture() -> Event {
    let mut event = event::sample_event();
    event.content.picture = Some(event::Picture {
        id: shared::ids::PictureId(platform::ids::Uuid::from_u128(3)),
        alt: shared::Text::sv("En dörr som står öppen & lyser"),
        width: 1600,
        height: 900,
    });
    event
}

/// The box that mails those who are registered, ticked unless somebody unticked it.
fn tell(words: &Words, event: &Event, fields: &Fields) -> Option<Checkbox> {
    let taken = event.limit.taken;
    if !matches!(event.state, State::Published { .. }) || taken == 0 {
        return None;
    }
    let ticked = fields.has("tell_registered") || !fields.has("seen");
    let label = words.text_with("desk-form-tell", [("count", taken.into())]);
    Some(Checkbox::new("tell_registered", label, ticked).note(words.text("desk-form-tell-note")))
}

/// When the event that a form showed was last changed, if the form says so.
pub fn seen(fields: &Fields) -> Option<Timestamp> {
    fields.raw("seen").parse().ok()
}

/// The slug and title of each event that another may be the pre-meeting of.
pub fn conferences(
    language: Language,
    events: &[Event],
    own: Option<&Event>,
    chosen: Option<&Event>,
) -> Vec<(String, String)> {
    let mut listed: Vec<&Event> =
        events.iter().filter(|it| own.is_none_or(|own| own.id != it.id)).collect();
    if let Some(chosen) = chosen
        && listed.iter().all(|it| it.id != chosen.id)
    {
        listed.push(chosen);
    }
    listed
        .into_iter()
        .map(|it| {
            let day = locale::short_day(language, it.first_day().day);
            (it.slug.clone(), format!("{}, {day}", it.content.title.words(language)))
        })
        .collect()
}
