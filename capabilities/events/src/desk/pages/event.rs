//! One event as its organiser sees it: how it stands, what happens when, how the letters went, and
//! the way to everything that can be done with it.

use crate::desk::commands;
use crate::desk::pages::paths::{self, Done};
use crate::desk::pages::wording;
use crate::desk::rules::state;
use crate::desk::types::{Lack, StateRefusal};
use crate::event::{self, Admission, Event, State as EventState};
use crate::programme::{self, ProgrammeItem};
use crate::registration;
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::clock::Now;
use platform::failure::Failure;
use platform::ids::Uuid;
use platform::outbox::{self, Tally, Trouble};
use shared::addresses;
use std::collections::BTreeMap;
use web::forms::{Maybe, Notice};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

#[derive(Template)]
#[template(path = "desk/pages/event.html")]
pub struct EventPage {
    pub done: Maybe<Notice>,
    pub refused: Maybe<Notice>,
    pub breadcrumb_label: String,
    pub desk: String,
    pub desk_href: &'static str,
    pub state: String,
    pub title: String,
    pub when: String,
    pub place: String,
    pub publish: Option<(String, String)>,
    pub links: Vec<Link>,
    pub lacks_heading: String,
    pub lacks_lead: String,
    pub lacks: Vec<Link>,
    pub parts_heading: String,
    pub parts: Vec<PartRow>,
    pub invitation: Option<Invitation>,
    pub happens_heading: String,
    pub happens: Vec<Step>,
    pub letters_heading: String,
    pub letters: String,
    pub letters_action: String,
    pub troubles_lead: String,
    pub troubles: Vec<TroubleRow>,
    pub send_again: String,
    pub cancel: Option<(String, String, String, String)>,
}

pub struct Link {
    pub href: String,
    pub text: String,
}

pub struct PartRow {
    pub name: String,
    pub text: String,
    pub tag: Option<(String, &'static str)>,
    pub act: String,
    pub href: String,
}

pub struct Invitation {
    pub heading: String,
    pub text: String,
    pub address: String,
    pub copy: String,
    pub copied: String,
}

pub struct Step {
    pub day: String,
    pub text: String,
    pub past: bool,
}

pub struct TroubleRow {
    pub id: String,
    pub state: String,
    pub letter: String,
    pub to: String,
    pub fault: Option<String>,
}

/// What the page is made from.
pub struct Found {
    pub event: Event,
    pub programme: Vec<ProgrammeItem>,
    pub letters: Tally,
    pub troubles: Vec<Trouble>,
    /// Name and address of whoever the letters in trouble went to.
    pub recipients: BTreeMap<Uuid, (String, String)>,
}

impl EventPage {
    /// `form_address`: the whole address of the registration form, for events by invitation.
    pub fn new(
        words: &Words,
        now: Now,
        found: &Found,
        form_address: Option<String>,
        done: Option<Done>,
        refusal: Option<StateRefusal>,
    ) -> Self {
        let (event, language) = (&found.event, words.language);
        let slug = &event.slug;
        let draft = event.state == EventState::Draft;
        let today = now.today(&event.zone);
        let lacks = match event.state {
            EventState::Draft | EventState::Published { .. } => {
                state::lacks(event, !found.programme.is_empty(), today)
            }
            EventState::Cancelled { .. } => vec![],
        };
        let mut links =
            vec![Link { href: paths::edit(language, slug), text: words.text("desk-event-edit") }];
        links.push(if draft {
            Link { href: paths::preview(language, slug), text: words.text("desk-event-preview") }
        } else {
            Link { href: addresses::event(language, slug), text: words.text("desk-event-public") }
        });
        Self {
            done: Maybe(done.map(|it| Notice::new("success", wording::done(words, it)))),
            refused: Maybe(
                refusal.map(|it| Notice::new("warning", wording::state_refusal(words, it))),
            ),
            breadcrumb_label: words.text("desk-you-are-here"),
            desk: words.text("desk-heading"),
            desk_href: addresses::organise(language),
            state: wording::state(words, event.state),
            title: event.content.title.words(language).to_owned(),
            when: event::when_in_words(language, event),
            place: event::where_in_words(words, event),
            publish: draft
                .then(|| (paths::publication(language, slug), words.text("desk-event-publish"))),
            links,
            lacks_heading: words.text("desk-lacks-heading"),
            lacks_lead: words.text("desk-lacks-lead"),
            lacks: lacks
                .into_iter()
                .map(|it| Link { href: lack_href(words, slug, it), text: wording::lack(words, it) })
                .collect(),
            parts_heading: words.text("desk-event-parts"),
            parts: parts(words, now, found),
            invitation: form_address.map(|address| Invitation {
                heading: words.text("desk-invitation-heading"),
                text: words.text("desk-invitation-text"),
                address,
                copy: words.text("desk-invitation-copy"),
                copied: words.text("desk-invitation-copied"),
            }),
            happens_heading: words.text("desk-happens-heading"),
            happens: state::milestones(event, now)
                .into_iter()
                .map(|it| Step {
                    day: locale::day(language, it.day),
                    text: wording::milestone(words, it.kind),
                    past: it.past,
                })
                .collect(),
            letters_heading: words.text("desk-letters-heading"),
            letters: tally(words, found.letters),
            letters_action: paths::letters(language, slug),
            troubles_lead: words.text("desk-letters-troubles"),
            troubles: found.troubles.iter().map(|it| trouble(words, it, found)).collect(),
            send_again: words.text("desk-letters-send-again"),
            cancel: matches!(event.state, EventState::Published { .. }).then(|| {
                (
                    paths::cancellation(language, slug),
                    words.text("desk-event-cancel-heading"),
                    words.text("desk-event-cancel-text"),
                    words.text("desk-event-cancel"),
                )
            }),
        }
    }

    /// A published event by invitation, with letters in trouble.
    pub fn sample(words: &Words) -> Self {
        let now = Now { at: "2027-05-22T08:00:00Z".parse().expect("this text is an instant") };
        let trouble = |nth, state: &str| Trouble {
            id: Uuid::from_u128(nth),
            kind: "registration.confirmation".to_owned(),
            subject: Uuid::from_u128(9),
            state: state.to_owned(),
            fault: Some("550 no such user <here> & now".to_owned()),
        };
        let found = Found {
            event: event::sample_event(),
            programme: vec![],
            letters: Tally { waiting: 1, sent: 40, refused: 1, unknown: 1 },
            troubles: vec![trouble(1, "refused"), trouble(2, "unknown")],
            recipients: [(
                Uuid::from_u128(9),
                ("Oda & Kjell".to_owned(), "oda@example.org".to_owned()),
            )]
            .into(),
        };
        let form = "https://samverk.example.org/sv/evenemang/x/anmalan/k7f2".to_owned();
        Self::new(words, now, &found, Some(form), Some(Done::Saved), Some(StateRefusal::Over))
    }

    /// A draft that has just been made.
    pub fn sample_draft(words: &Words) -> Self {
        let now = Now { at: "2027-05-22T08:00:00Z".parse().expect("this text is an instant") };
        let mut event = event::sample_event();
        event.state = EventState::Draft;
        event.content = event::EventContent {
            title: event.content.title.clone(),
            ..event::EventContent::default()
        };
        let found = Found {
            event,
            programme: vec![],
            letters: Tally::default(),
            troubles: vec![],
            recipients: BTreeMap::new(),
        };
        Self::new(words, now, &found, None, None, None)
    }
}

fn parts(words: &Words, now: Now, found: &Found) -> Vec<PartRow> {
    let (event, language) = (&found.event, words.language);
    let talks: usize = found.programme.iter().map(|it| it.talks.len()).sum();
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let programme_text = if found.programme.is_empty() {
        words.text("desk-programme-empty")
    } else {
        words.text_with(
            "desk-programme-count",
            [("items", count(found.programme.len()).into()), ("talks", count(talks).into())],
        )
    };
    let link_tag = if !event.mode.has_link() {
        None
    } else if event.meeting_link.is_none() {
        Some((words.text("desk-link-missing"), "warning"))
    } else {
        Some((words.text("desk-link-there"), "success"))
    };
    let tag = wording::tag(words, event, registration::availability(event, now));
    let mut parts = vec![
        PartRow {
            name: words.text("desk-part-registrations"),
            text: wording::registered(words, event),
            tag: Some(tag).filter(|_| event.state != EventState::Draft),
            act: words.text("desk-part-see"),
            href: paths::registrations(language, &event.slug),
        },
        PartRow {
            name: words.text("desk-part-programme"),
            text: programme_text,
            tag: None,
            act: words.text("desk-part-change"),
            href: paths::programme(language, &event.slug),
        },
    ];
    if event.mode.has_link() {
        let text = match event.dispatch {
            Some(dispatch) => {
                let day = event::dispatch_day(dispatch, event.first_day().day);
                words.text_with("desk-link-day", [("day", locale::day(language, day).into())])
            }
            None => words.text("desk-link-no-day"),
        };
        parts.push(PartRow {
            name: words.text("desk-part-link"),
            text,
            tag: link_tag,
            act: words.text("desk-part-change"),
            href: format!("{}#link", paths::edit(language, &event.slug)),
        });
    }
    parts
}

fn tally(words: &Words, letters: Tally) -> String {
    if letters == Tally::default() {
        return words.text("desk-letters-none");
    }
    words.text_with(
        "desk-letters-tally",
        [
            ("waiting", letters.waiting.into()),
            ("sent", letters.sent.into()),
            ("refused", letters.refused.into()),
            ("unknown", letters.unknown.into()),
        ],
    )
}

/// Where one says what is lacking.
fn lack_href(words: &Words, slug: &str, lack: Lack) -> String {
    let part = match lack {
        Lack::Programme => return paths::programme(words.language, slug),
        Lack::Lead => "lead",
        Lack::Text => "text",
        Lack::Organiser => "organisers",
        Lack::Contact => "contact_name_1",
        Lack::Venue => "venue",
        Lack::MeetingLink => "meeting_link",
        Lack::Dispatch => "dispatch",
        Lack::DeadlinePassed => "deadline",
    };
    format!("{}#{part}", paths::edit(words.language, slug))
}

fn trouble(words: &Words, trouble: &Trouble, found: &Found) -> TroubleRow {
    TroubleRow {
        id: trouble.id.simple().to_string(),
        state: match trouble.state.as_str() {
            "refused" => words.text("desk-letter-refused"),
            _ => words.text("desk-letter-unknown"),
        },
        letter: wording::letter(words, &trouble.kind),
        to: match found.recipients.get(&trouble.subject) {
            Some((name, email)) => format!("{name}, {email}"),
            None => words.text("desk-letter-to-organiser"),
        },
        fault: trouble.fault.clone(),
    }
}

async fn find(site: &Site, slug: &str) -> Result<Found, Fault> {
    let mut session = site.database.read().await?;
    let event = event::find_by_slug(&mut session, slug).await?.ok_or(Fault::NotFound)?;
    let programme = programme::list(&mut session, event.id).await?;
    let letters = outbox::tally(&mut session, event.id.0).await?;
    let troubles = match letters.refused + letters.unknown {
        0 => vec![],
        _ => outbox::troubles(&mut session, event.id.0).await?,
    };
    let recipients = match troubles.is_empty() {
        true => BTreeMap::new(),
        false => registration::recipients(&mut session, event.id).await?,
    };
    Ok(Found { event, programme, letters, troubles, recipients })
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Fault> {
    answer(&site, &asked, &slug, Done::of(query.as_deref()), None).await
}

async fn answer(
    site: &Site,
    asked: &Asked,
    slug: &str,
    done: Option<Done>,
    refusal: Option<StateRefusal>,
) -> Result<Response, Fault> {
    let found = find(site, slug).await?;
    let form_address = match &found.event.admission {
        Admission::Open => None,
        Admission::Invited { code } => {
            Some(site.url(&addresses::registration_form(asked.language, slug, Some(code))))
        }
    };
    let words = site.words(asked.language);
    let body = EventPage::new(words, asked.now, &found, form_address, done, refusal);
    let head = Head {
        title: body.title.clone(),
        other_language_href: Some(addresses::organise_event(asked.language.other(), slug)),
        private: true,
        section: Section::Organise,
        ..Head::default()
    };
    let status = if refusal.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok(page(site, asked, status, &head, &body))
}

async fn find_event(site: &Site, slug: &str) -> Result<Event, Fault> {
    let event = event::find_by_slug(&mut site.database.read().await?, slug).await?;
    event.ok_or(Fault::NotFound)
}

pub async fn publish(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    let event = find_event(&site, &slug).await?;
    match commands::publish(&site.database, asked.now, event.id).await {
        Ok(()) => Ok(see_other(&Done::Published.href(asked.language, &slug))),
        Err(Failure::Refused(refusal)) => answer(&site, &asked, &slug, None, Some(refusal)).await,
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

/// A letter in trouble goes once more.
pub async fn send_again(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let event = find_event(&site, &slug).await?;
    let letter = Uuid::try_parse(fields.raw("letter")).map_err(|_| Fault::Unreadable)?;
    commands::send_again(&site.database, asked.now, event.id, letter)
        .await
        .map_err(Fault::from_failure)?;
    Ok(see_other(&Done::SentAgain.href(asked.language, &slug)))
}
