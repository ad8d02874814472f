//! What an organiser can do with an event. Each verb reads, decides and writes, in one transaction.

use crate::desk::rules::{self, AcceptedPlan, Circumstances, state};
use crate::desk::types::{PictureChange, Refusal, Save, StateRefusal, Why};
use crate::event::{self, Admission, Event, PlaceLimit, State};
use crate::registration;
use jiff::Timestamp;
use platform::clock::Now;
use platform::database::{Database, DatabaseError, Tx};
use platform::failure::Failure;
use platform::ids::Uuid;
use platform::{facts, outbox, secrets};
use shared::ids::{EventId, PersonId};
use shared::{Language, Text};
use std::sync::Arc;
use web::Fields;
use web::words::Wordbook;

/// Makes a draft of what was typed; answers with its slug.
pub async fn create(
    database: &Database,
    now: Now,
    by: PersonId,
    request: Save,
) -> Result<String, Failure<Vec<Refusal>>> {
    let request = Arc::new(request);
    let made = NewEvent::new();
    database
        .write(move |tx| {
            let (request, made) = (request.clone(), made.clone());
            Box::pin(async move { create_in(tx, now, Some(by), made, &request).await })
        })
        .await
}

/// What a new event is made with. Made before the transaction: an attempt that is repeated writes
/// the same event.
#[derive(Debug, Clone)]
pub struct NewEvent {
    pub id: EventId,
    limit: PlaceLimit,
    code: String,
}

impl NewEvent {
    #[allow(clippy::new_without_default, reason = "two defaults would not be equal")]
    pub fn new() -> Self {
        Self { id: EventId::new(), limit: PlaceLimit::new(None), code: secrets::token() }
    }
}

/// Makes a draft of what was typed, inside a transaction of somebody else; answers with its slug.
/// Two at the same moment may have chosen one slug: the database refuses the second, and the next
/// attempt of `Database::write` sees the first.
pub async fn create_in(
    tx: &mut Tx,
    now: Now,
    by: Option<PersonId>,
    made: NewEvent,
    request: &Save,
) -> Result<String, Failure<Vec<Refusal>>> {
    let NewEvent { id, limit, code } = made;
    let circumstances = Circumstances {
        now,
        event: None,
        taken: 0,
        conference: find_conference(tx, &request.fields).await?,
        pictured: matches!(request.picture, PictureChange::Replace(..)),
    };
    let plan = rules::accept(&request.fields, &circumstances).map_err(Failure::Refused)?;
    let slug = free_slug(tx, &slug_base(&plan)).await?;
    let mut event = blank(id, slug, limit, by, now.at, &plan);
    let alt = plan.picture_alt().clone();
    plan.apply(&mut event, code);
    event.link_version = i64::from(event.meeting_link.is_some());
    change_picture(tx, &mut event, &request.picture, alt, now.at).await?;
    event::insert(tx, &event).await?;
    facts::record(tx, "event.created", event.id.0, now.at).await?;
    Ok(event.slug)
}

/// An event with nothing in it but what no plan says.
fn blank(
    id: EventId,
    slug: String,
    limit: PlaceLimit,
    by: Option<PersonId>,
    at: Timestamp,
    plan: &AcceptedPlan,
) -> Event {
    Event {
        id,
        slug,
        state: State::Draft,
        days: plan.days().to_vec(),
        zone: plan.zone().clone(),
        mode: plan.mode(),
        admission: Admission::Open,
        opens_on: None,
        deadline_on: plan.deadline_on(),
        change_deadline_on: None,
        dispatch: None,
        meeting_link: None,
        link_version: 0,
        sequence: 0,
        retention_days: rules::plan::RETENTION_DEFAULT,
        pre_meeting_of: None,
        limit,
        created_by: by,
        created_at: at,
        updated_at: at,
        content: event::EventContent::default(),
    }
}

/// A form over a known event. `seen`: when the event that the form showed was last changed; `tell`:
/// mail those who are registered if day, time or place changed.
pub struct Edit {
    pub id: EventId,
    pub seen: Option<Timestamp>,
    pub tell: bool,
    pub save: Save,
}

/// Saves what was typed over an event; answers with its slug.
pub async fn edit(
    database: &Database,
    words: Wordbook,
    now: Now,
    request: Edit,
) -> Result<String, Failure<Vec<Refusal>>> {
    let request = Arc::new(request);
    let code = secrets::token();
    database
        .write(move |tx| {
            let (request, words, code) = (request.clone(), words.clone(), code.clone());
            Box::pin(async move { edit_in(tx, &words, now, code, &request).await })
        })
        .await
}

/// Saves what was typed over an event, inside a transaction of somebody else; answers with its
/// slug.
pub async fn edit_in(
    tx: &mut Tx,
    words: &Wordbook,
    now: Now,
    code: String,
    request: &Edit,
) -> Result<String, Failure<Vec<Refusal>>> {
    let Edit { id, seen, tell, save } = request;
    event::hold(tx, *id).await?;
    let before = event::find(tx, *id).await?.ok_or(Failure::NotFound)?;
    if seen.is_some_and(|it| it != before.updated_at) {
        return Err(refused("title", Why::ChangedMeanwhile));
    }
    let circumstances = Circumstances {
        now,
        event: Some(*id),
        taken: before.limit.taken,
        conference: find_conference(tx, &save.fields).await?,
        pictured: match save.picture {
            PictureChange::Keep => before.content.picture.is_some(),
            PictureChange::Remove => false,
            PictureChange::Replace(..) => true,
        },
    };
    let plan = rules::accept(&save.fields, &circumstances).map_err(Failure::Refused)?;
    if !event::set_places(tx, before.limit.id, plan.places()).await? {
        // Somebody registered since the rules looked.
        let limit = event::find(tx, *id).await?.map_or(before.limit, |it| it.limit);
        return Err(refused("places", Why::PlacesBelowTaken(limit.taken)));
    }
    let mut after = before.clone();
    let base = slug_base(&plan);
    if before.state == State::Draft && !state::is_slug_of(&before.slug, &base) {
        after.slug = free_slug(tx, &base).await?;
    }
    let alt = plan.picture_alt().clone();
    plan.apply(&mut after, code);
    change_picture(tx, &mut after, &save.picture, alt, now.at).await?;
    state::raise(&before, &mut after);
    after.updated_at = now.at;
    event::update(tx, &after).await?;
    facts::record(tx, "event.changed", id.0, now.at).await?;
    let published = matches!(before.state, State::Published { .. });
    if *tell && published && state::when_or_where_changed(&before, &after) {
        let was = in_words(words, &before);
        registration::announce_change(tx, *id, &was, now.at).await?;
    }
    Ok(after.slug)
}

/// When and where an event was, in both languages, for the letter that tells what it is now.
fn in_words(words: &Wordbook, event: &Event) -> String {
    let said = |language: Language| {
        let place = event::where_in_words(words.of(language), event);
        format!("{}, {place}", event::when_in_words(language, event))
    };
    let was = Text::both(said(Language::Swedish), said(Language::English));
    serde_json::to_string(&was).expect("two texts can be written")
}

/// Draft → published.
pub async fn publish(
    database: &Database,
    now: Now,
    id: EventId,
) -> Result<(), Failure<StateRefusal>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                event::hold(tx, id).await?;
                let mut event = event::find(tx, id).await?.ok_or(Failure::NotFound)?;
                event.state = state::publish(&event, now).map_err(Failure::Refused)?;
                event.updated_at = now.at;
                event::update(tx, &event).await?;
                facts::record(tx, "event.published", id.0, now.at).await?;
                Ok(())
            })
        })
        .await
}

/// Published → cancelled; those who are registered are told.
pub async fn cancel(
    database: &Database,
    now: Now,
    id: EventId,
) -> Result<(), Failure<StateRefusal>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                event::hold(tx, id).await?;
                let mut event = event::find(tx, id).await?.ok_or(Failure::NotFound)?;
                event.state = state::cancel(&event, now.at).map_err(Failure::Refused)?;
                event.sequence += 1;
                event.updated_at = now.at;
                event::update(tx, &event).await?;
                facts::record(tx, "event.cancelled", id.0, now.at).await?;
                registration::announce_cancellation(tx, id, now.at).await?;
                Ok(())
            })
        })
        .await
}

/// A letter that was refused or whose fate is unknown goes once more. Asked twice, it goes once.
pub async fn send_again(
    database: &Database,
    now: Now,
    event: EventId,
    letter: Uuid,
) -> Result<(), Failure<platform::failure::Never>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                outbox::send_again(tx, letter, event.0, now.at).await?;
                Ok(())
            })
        })
        .await
}

fn refused(field: &str, why: Why) -> Failure<Vec<Refusal>> {
    Failure::Refused(vec![Refusal { field: field.to_owned(), why }])
}

async fn find_conference(tx: &mut Tx, fields: &Fields) -> Result<Option<EventId>, DatabaseError> {
    let slug = fields.line("pre_meeting_of");
    if slug.is_empty() {
        return Ok(None);
    }
    Ok(event::find_by_slug(tx, &slug).await?.map(|it| it.id))
}

fn slug_base(plan: &AcceptedPlan) -> String {
    let first_on = plan.days().first().map(|it| it.day).unwrap_or_default();
    state::slug(plan.title().words(Language::Swedish), first_on)
}

/// The first of the slug's attempts that is free and follows one that is taken. Where an event is
/// held every week under one title, asking for each number in turn would take longer each time: the
/// step doubles until a number is free, then what lies between is halved.
async fn free_slug(tx: &mut Tx, base: &str) -> Result<String, DatabaseError> {
    let (mut taken, mut free) = (0, 1);
    while event::slug_is_taken(tx, &state::slug_attempt(base, free)).await? {
        (taken, free) = (free, free * 2);
    }
    while free - taken > 1 {
        let between = taken + (free - taken) / 2;
        if event::slug_is_taken(tx, &state::slug_attempt(base, between)).await? {
            taken = between;
        } else {
            free = between;
        }
    }
    Ok(state::slug_attempt(base, free))
}

async fn change_picture(
    tx: &mut Tx,
    event: &mut Event,
    change: &PictureChange,
    alt: Text,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    let old = event.content.picture.as_ref().map(|it| it.id);
    match change {
        PictureChange::Keep => return Ok(()),
        PictureChange::Remove => event.content.picture = None,
        PictureChange::Replace(id, jpeg) => {
            let (width, height) = (jpeg.width, jpeg.height);
            event::insert_picture(tx, *id, jpeg.bytes.clone(), (width, height), at).await?;
            event.content.picture = Some(event::Picture { id: *id, alt, width, height });
        }
    }
    if let Some(old) = old {
        event::delete_picture(tx, old).await?;
    }
    Ok(())
}
