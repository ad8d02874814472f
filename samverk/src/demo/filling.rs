//! From the sheets of the county to events, programmes and registrations in the database, all of
//! them in one transaction.

use crate::demo::county::{EventSheet, ItemSheet, sheets};
use crate::demo::people;
use crate::demo::texts;
use events::drafting::{self, ReadingId};
use events::event::{
    self, Admission, AttendanceMode, Event, EventContent, EventDay, LinkDispatch, PlaceLimit, State,
};
use events::programme::{self, Choosing, GroupTalk, ItemKind, ProgrammeItem};
use events::registration::{self, By, Refusal, Register};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use platform::clock::Now;
use platform::database::Tx;
use platform::failure::Failure;
use platform::secrets::{self, Key};
use shared::ids::{EventId, GroupTalkId, PersonId, ProgrammeItemId, RegistrationId};
use std::collections::HashMap;

/// How long before filling, or before an event that is over, an event was published.
const PUBLISHED_BEFORE: SignedDuration = SignedDuration::from_hours(24 * 35);
const RETENTION_DAYS: u32 = 90;

/// Where all of it happens.
pub fn zone() -> TimeZone {
    TimeZone::get("Europe/Stockholm").expect("the time zones come with the program")
}

/// Writes the whole county.
pub async fn write_county(
    tx: &mut Tx,
    key: &Key,
    now: Now,
    by: PersonId,
) -> Result<(), Failure<Refusal>> {
    let mut by_slug: HashMap<String, EventId> = HashMap::new();
    let today = now.today(&zone());
    let mut nth = 0;
    for sheet in sheets() {
        let conference = sheet.pre_meeting_of.as_ref().and_then(|it| by_slug.get(it)).copied();
        let planned = Planned::new(&sheet, now, by, conference);
        by_slug.insert(sheet.slug.clone(), planned.event.id);
        event::insert(tx, &planned.event).await?;
        if sheet.slug == texts::AGAIN {
            keep(tx, now, by, &texts::page(&planned.event)).await?;
        }
        for (position, item) in (1..).zip(&planned.items) {
            programme::insert(tx, planned.event.id, position, item).await?;
        }
        for person in 0..sheet.registrations {
            let request = planned.registration(nth);
            nth += 1;
            let at = planned.registered_at(person, sheet.registrations, now);
            registration::register_silently(tx, key, Now { at }, request).await?;
        }
        if sheet.state == "cancelled" {
            let published_at = planned.published_at;
            let at = now.at - SignedDuration::from_hours(20);
            // People were registered before it was called off.
            let cancelled = Event {
                state: State::Cancelled { published_at, at },
                sequence: 1,
                updated_at: at,
                ..planned.event
            };
            event::update(tx, &cancelled).await?;
        }
    }
    keep(tx, now, by, &texts::letter(today)).await
}

/// A text that somebody brought and nobody has looked through yet.
async fn keep(tx: &mut Tx, now: Now, by: PersonId, text: &str) -> Result<(), Failure<Refusal>> {
    let today = now.today(&zone());
    let found = drafting::read_text(text, today).expect("a test reads every text of the county");
    drafting::keep_in(tx, ReadingId::new(), now, Some(by), today, found).await?;
    Ok(())
}

/// An event as it stands in the calendar of whoever fills the county today.
struct Planned {
    event: Event,
    items: Vec<ProgrammeItem>,
    published_at: Timestamp,
    /// Nobody registered later than this.
    closed_at: Timestamp,
}

impl Planned {
    fn new(sheet: &EventSheet, now: Now, by: PersonId, conference: Option<EventId>) -> Self {
        let zone = zone();
        let today = now.today(&zone);
        let days: Vec<EventDay> = sheet
            .days
            .iter()
            .map(|it| EventDay { day: it.date(today), starts: it.starts, ends: it.ends })
            .collect();
        let first_on = days.first().expect("every sheet has a day").day;
        let deadline_on = first_on.saturating_sub(sheet.deadline_days_before.days());
        let closed_at = event::morning(deadline_on, &zone);
        let published_at = closed_at.min(now.at) - PUBLISHED_BEFORE;
        let state = match sheet.state.as_str() {
            "draft" => State::Draft,
            _ => State::Published { at: published_at },
        };
        let items = sheet.items.iter().map(|it| item(it, &days)).collect();
        let event = Event {
            id: EventId::new(),
            slug: sheet.slug.clone(),
            state,
            days,
            zone,
            mode: AttendanceMode::from_code(&sheet.mode).expect("a test reads every sheet"),
            admission: match sheet.admission.as_deref() {
                Some("invited") => Admission::Invited { code: secrets::token() },
                _ => Admission::Open,
            },
            opens_on: sheet.opens_in_days.map(|it| today.saturating_add(it.days())),
            deadline_on,
            change_deadline_on: sheet
                .change_deadline_days_before
                .map(|it| first_on.saturating_sub(it.days())),
            dispatch: sheet.dispatch_days_before.map(LinkDispatch::DaysBefore),
            meeting_link: sheet.meeting_link.clone(),
            link_version: i64::from(sheet.meeting_link.is_some()),
            sequence: 0,
            retention_days: RETENTION_DAYS,
            pre_meeting_of: conference,
            limit: PlaceLimit::new(sheet.places),
            created_by: Some(by),
            created_at: published_at - SignedDuration::from_hours(24),
            updated_at: published_at + SignedDuration::from_hours(24 * 9),
            content: content(sheet),
        };
        Self { event, items, published_at, closed_at }
    }

    /// What the `nth` person of the county sends.
    fn registration(&self, nth: u32) -> Register {
        let count = |item: &ProgrammeItem| u32::try_from(item.talks.len()).unwrap_or(0);
        let numbered = || (1_u32..).zip(&self.items);
        let talks = numbered()
            .find(|(_, it)| it.choosing == Choosing::RankedWishes)
            .map_or(0, |(_, it)| count(it));
        let choices: Vec<_> = numbered()
            .filter(|(_, it)| it.choosing == Choosing::FirstCome)
            .map(|(nth, it)| (nth, count(it)))
            .collect();
        Register {
            id: RegistrationId::new(),
            event: self.event.id,
            form_mark: None,
            registrant: people::registrant(nth),
            wanted: people::wanted(nth, talks, &choices),
            by: By::Themselves,
        }
    }

    /// Registrations come in from publication until now or the last day, more of them late.
    fn registered_at(&self, nth: u32, count: u32, now: Now) -> Timestamp {
        let from = self.published_at.as_second();
        let until = self.closed_at.min(now.at).as_second();
        let part = f64::from(nth + 1) / f64::from(count + 1);
        // The square root leans towards the end; what is lost in rounding is less than a second.
        #[expect(clippy::cast_possible_truncation, reason = "a number of seconds within 35 days")]
        let seconds = ((until - from) as f64 * part.sqrt()) as i64;
        Timestamp::from_second(from + seconds).expect("between two instants of our time")
    }
}

fn content(sheet: &EventSheet) -> EventContent {
    let sheet = sheet.clone();
    EventContent {
        title: sheet.title,
        lead: sheet.lead,
        text: sheet.text,
        picture: None,
        series: sheet.series,
        series_about: sheet.series_about,
        days: vec![],
        platform: sheet.platform,
        venue: sheet.venue,
        audience: sheet.audience,
        free: sheet.free,
        amount: sheet.amount,
        no_show_fee: sheet.no_show_fee,
        themes: sheet.themes.clone(),
        cost: sheet.cost,
        organisers: sheet.organisers,
        co_organisers: sheet.co_organisers,
        project: sheet.project,
        co_funders: sheet.co_funders,
        moderators: sheet.moderators,
        contacts: sheet.contacts,
        links: sheet.links,
    }
}

fn item(sheet: &ItemSheet, days: &[EventDay]) -> ProgrammeItem {
    let day: Option<Date> = sheet.day.and_then(|nth| days.get(nth - 1)).map(|it| it.day);
    ProgrammeItem {
        id: ProgrammeItemId::new(),
        day,
        starts: sheet.starts,
        ends: sheet.ends,
        kind: ItemKind::from_code(&sheet.kind).expect("a test reads every sheet"),
        title: sheet.title.clone(),
        text: sheet.text.clone(),
        appearances: sheet.appearances.clone(),
        questions: sheet.questions.clone(),
        choosing: sheet.choosing.as_deref().map_or(Choosing::None, |it| {
            Choosing::from_code(it).expect("a test reads every sheet")
        }),
        talks: (1..)
            .zip(&sheet.talks)
            .map(|(number, talk)| GroupTalk {
                id: GroupTalkId::new(),
                number,
                title: talk.title.clone(),
                text: talk.text.clone(),
                facilitators: talk.facilitators.clone(),
                limit: PlaceLimit::new(talk.places),
            })
            .collect(),
    }
}
