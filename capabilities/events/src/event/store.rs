//! Every statement about events. Types go in and types come out, never rows.

use crate::event::rules;
use crate::event::types::{
    Admission, AttendanceMode, Event, EventContent, LinkDispatch, PlaceLimit, State,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::database::{DatabaseError, Row, Session, Tx, Value};
use platform::ids::Uuid;
use shared::ids::{EventId, PersonId, PictureId, PlaceLimitId};

fn dispatch_text(dispatch: LinkDispatch) -> String {
    match dispatch {
        LinkDispatch::On(day) => day.to_string(),
        LinkDispatch::DaysBefore(days) => format!("-{days}"),
    }
}

fn dispatch_from(text: &str) -> Option<LinkDispatch> {
    match text.strip_prefix('-') {
        Some(days) => days.parse().ok().map(LinkDispatch::DaysBefore),
        None => text.parse().ok().map(LinkDispatch::On),
    }
}

/// A number of places, where there is a limit.
pub(crate) fn maybe_count(row: &Row, column: &str) -> Result<Option<u32>, DatabaseError> {
    match row.maybe_integer(column)? {
        None => Ok(None),
        Some(_) => row.count(column).map(Some),
    }
}

fn event(row: &Row) -> Result<Event, DatabaseError> {
    let content: EventContent = row.document("content")?;
    let published_at = row.maybe_instant("published_at")?;
    let cancelled_at = row.maybe_instant("cancelled_at")?;
    let state = match (published_at, cancelled_at) {
        (Some(published_at), Some(at)) => State::Cancelled { published_at, at },
        (Some(at), None) => State::Published { at },
        (None, _) => State::Draft,
    };
    let invited = row.text("admission")? == "invited";
    let limit = PlaceLimit {
        id: PlaceLimitId(row.id("limit_id")?),
        places: maybe_count(row, "places")?,
        taken: row.count("taken")?,
    };
    Ok(Event {
        id: EventId(row.id("id")?),
        slug: row.text("slug")?,
        state,
        days: content.days.clone(),
        zone: row.word("zone", |name| TimeZone::get(name).ok())?,
        mode: row.word("mode", AttendanceMode::from_code)?,
        admission: if invited {
            Admission::Invited { code: row.text("invitation_code")? }
        } else {
            Admission::Open
        },
        opens_on: row.maybe_day("opens_on")?,
        deadline_on: row.day("deadline_on")?,
        change_deadline_on: row.maybe_day("change_deadline_on")?,
        dispatch: row.maybe_text("dispatch")?.as_deref().and_then(dispatch_from),
        meeting_link: row.maybe_text("meeting_link")?,
        link_version: row.integer("link_version")?,
        sequence: row.count("sequence")?,
        retention_days: row.count("retention_days")?,
        pre_meeting_of: row.maybe_id("pre_meeting_of")?.map(EventId),
        limit,
        created_by: row.maybe_id("created_by")?.map(PersonId),
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        content,
    })
}

fn events(rows: &[Row]) -> Result<Vec<Event>, DatabaseError> {
    rows.iter().map(event).collect()
}

pub async fn find(session: &mut Session, id: EventId) -> Result<Option<Event>, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             WHERE event.id = $1",
            &[id.into()],
        )
        .await?;
    row.as_ref().map(event).transpose()
}

pub async fn find_by_slug(
    session: &mut Session,
    slug: &str,
) -> Result<Option<Event>, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             WHERE event.slug = $1",
            &[slug.into()],
        )
        .await?;
    row.as_ref().map(event).transpose()
}

/// Public events whose last day is `from` or later, soonest first, one page of them.
pub async fn list_coming(
    session: &mut Session,
    from: Date,
    offset: u32,
    count: u32,
) -> Result<Vec<Event>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             WHERE event.state IN ('published', 'cancelled') AND event.last_on >= $1
             ORDER BY event.starts_at, event.id LIMIT $2 OFFSET $3",
            &[from.into(), count.into(), offset.into()],
        )
        .await?;
    events(&rows)
}

/// Public events whose last day was before `until`, latest first, one page of them.
pub async fn list_past(
    session: &mut Session,
    until: Date,
    offset: u32,
    count: u32,
) -> Result<Vec<Event>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             WHERE event.state IN ('published', 'cancelled') AND event.last_on < $1
             ORDER BY event.starts_at DESC, event.id DESC LIMIT $2 OFFSET $3",
            &[until.into(), count.into(), offset.into()],
        )
        .await?;
    events(&rows)
}

/// How many public events end on `day` or later.
pub async fn count_coming(session: &mut Session, day: Date) -> Result<i64, DatabaseError> {
    session
        .number(
            "SELECT count(*) AS n FROM event
             WHERE state IN ('published', 'cancelled') AND last_on >= $1",
            &[day.into()],
        )
        .await
}

/// How many public events ended before `day`.
pub async fn count_past(session: &mut Session, day: Date) -> Result<i64, DatabaseError> {
    session
        .number(
            "SELECT count(*) AS n FROM event
             WHERE state IN ('published', 'cancelled') AND last_on < $1",
            &[day.into()],
        )
        .await
}

/// Every event, drafts too, as an organiser sees them: latest first, one page of them.
pub async fn list_all(
    session: &mut Session,
    offset: u32,
    count: u32,
) -> Result<Vec<Event>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             ORDER BY event.starts_at DESC, event.id DESC LIMIT $1 OFFSET $2",
            &[count.into(), offset.into()],
        )
        .await?;
    events(&rows)
}

/// Drafts, and what is not over on `from`, soonest first.
pub async fn list_unfinished(
    session: &mut Session,
    from: Date,
) -> Result<Vec<Event>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             WHERE event.state = 'draft' OR event.last_on >= $1
             ORDER BY event.starts_at, event.id LIMIT 500",
            &[from.into()],
        )
        .await?;
    events(&rows)
}

/// Events, drafts too, whose first day is `day`.
pub async fn list_beginning(session: &mut Session, day: Date) -> Result<Vec<Event>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             WHERE event.first_on = $1 ORDER BY event.starts_at, event.id LIMIT 100",
            &[day.into()],
        )
        .await?;
    events(&rows)
}

/// The public pre-meetings of a conference.
pub async fn pre_meetings(
    session: &mut Session,
    conference: EventId,
) -> Result<Vec<Event>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             WHERE event.pre_meeting_of = $1 AND event.state IN ('published', 'cancelled')
             ORDER BY event.starts_at, event.id",
            &[conference.into()],
        )
        .await?;
    events(&rows)
}

/// Published events whose link was promised for `day` or earlier and which are not over.
pub async fn list_to_dispatch(
    session: &mut Session,
    day: Date,
    now: Timestamp,
) -> Result<Vec<Event>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT event.*, place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM event JOIN place_limit
                 ON place_limit.event_id = event.id AND place_limit.group_talk_id IS NULL
             WHERE event.state = 'published' AND event.dispatch_on <= $1 AND event.ends_at > $2
             ORDER BY event.id",
            &[day.into(), now.into()],
        )
        .await?;
    events(&rows)
}

/// Events whose registrations are to be erased on `day` or were to be before it.
pub async fn list_to_erase(
    session: &mut Session,
    day: Date,
) -> Result<Vec<EventId>, DatabaseError> {
    let rows = session
        .fetch_all("SELECT id FROM event WHERE erase_on <= $1 ORDER BY id", &[day.into()])
        .await?;
    rows.iter().map(|row| Ok(EventId(row.id("id")?))).collect()
}

pub async fn slug_is_taken(session: &mut Session, slug: &str) -> Result<bool, DatabaseError> {
    let count =
        session.number("SELECT count(*) AS n FROM event WHERE slug = $1", &[slug.into()]).await?;
    Ok(count > 0)
}

fn document(event: &Event) -> String {
    let content = EventContent { days: event.days.clone(), ..event.content.clone() };
    serde_json::to_string(&content).expect("the content has only texts, numbers and lists")
}

fn zone_name(event: &Event) -> String {
    event.zone.iana_name().unwrap_or("UTC").to_owned()
}

fn moments(event: &Event) -> (Option<Timestamp>, Option<Timestamp>) {
    match event.state {
        State::Draft => (None, None),
        State::Published { at } => (Some(at), None),
        State::Cancelled { published_at, at } => (Some(published_at), Some(at)),
    }
}

fn code(event: &Event) -> String {
    match &event.admission {
        Admission::Open => String::new(),
        Admission::Invited { code } => code.clone(),
    }
}

fn admission(event: &Event) -> &'static str {
    match event.admission {
        Admission::Open => "open",
        Admission::Invited { .. } => "invited",
    }
}

/// Everything that is written of an event, in the order of both statements below: `$1` to `$26`.
fn written(event: &Event) -> Vec<Value> {
    let (published_at, cancelled_at) = moments(event);
    let dispatch_on = event.dispatch.map(|it| rules::dispatch_day(it, event.first_day().day));
    vec![
        event.id.into(),
        event.slug.as_str().into(),
        event.state.code().into(),
        event.first_day().day.into(),
        event.last_day().day.into(),
        rules::starts_at(event).timestamp().into(),
        rules::ends_at(event).timestamp().into(),
        zone_name(event).into(),
        event.mode.code().into(),
        admission(event).into(),
        code(event).into(),
        event.opens_on.into(),
        event.deadline_on.into(),
        event.change_deadline_on.into(),
        event.dispatch.map(dispatch_text).into(),
        dispatch_on.into(),
        event.meeting_link.clone().into(),
        event.link_version.into(),
        event.sequence.into(),
        event.retention_days.into(),
        rules::erased_on(event.last_day().day, event.retention_days).into(),
        event.pre_meeting_of.map(|it| it.0).into(),
        event.updated_at.into(),
        published_at.into(),
        cancelled_at.into(),
        document(event).into(),
    ]
}

/// Writes a new event. Its counter is made with it.
pub async fn insert(tx: &mut Tx, event: &Event) -> Result<(), DatabaseError> {
    let mut values = written(event);
    values.push(event.created_by.map(|it| it.0).into());
    values.push(event.created_at.into());
    tx.execute(
        "INSERT INTO event (id, slug, state, first_on, last_on, starts_at, ends_at, zone, mode,
             admission, invitation_code, opens_on, deadline_on, change_deadline_on, dispatch,
             dispatch_on, meeting_link, link_version, sequence, retention_days, erase_on,
             pre_meeting_of, updated_at, published_at, cancelled_at, content, created_by,
             created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
             $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)",
        &values,
    )
    .await?;
    insert_limit(tx, event.id, None, event.limit).await
}

/// Writes an event over what it was. Its places are set by [`set_places`].
pub async fn update(tx: &mut Tx, event: &Event) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE event SET slug = $2, state = $3, first_on = $4, last_on = $5, starts_at = $6,
             ends_at = $7, zone = $8, mode = $9, admission = $10, invitation_code = $11,
             opens_on = $12, deadline_on = $13, change_deadline_on = $14, dispatch = $15,
             dispatch_on = $16, meeting_link = $17, link_version = $18, sequence = $19,
             retention_days = $20, erase_on = $21, pre_meeting_of = $22, updated_at = $23,
             published_at = $24, cancelled_at = $25, content = $26
         WHERE id = $1",
        &written(event),
    )
    .await?;
    Ok(())
}

/// Notes that something about the event changed, and keeps others who do so waiting until this
/// transaction is over. `false`: there is no such event.
pub async fn touch(tx: &mut Tx, id: EventId, at: Timestamp) -> Result<bool, DatabaseError> {
    let changed = tx
        .execute("UPDATE event SET updated_at = $2 WHERE id = $1", &[id.into(), at.into()])
        .await?;
    Ok(changed == 1)
}

/// Makes the counter of an event (`group_talk` none) or of one choice in its programme.
pub async fn insert_limit(
    tx: &mut Tx,
    event: EventId,
    group_talk: Option<Uuid>,
    limit: PlaceLimit,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO place_limit (id, event_id, group_talk_id, places, taken)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            limit.id.into(),
            event.into(),
            group_talk.into(),
            limit.places.into(),
            limit.taken.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Keeps others from changing an event until this transaction ends, so that what is read after it
/// is still true when it is written.
pub async fn hold(tx: &mut Tx, id: EventId) -> Result<(), DatabaseError> {
    tx.execute("UPDATE event SET updated_at = updated_at WHERE id = $1", &[id.into()]).await?;
    Ok(())
}

/// Sets or lifts a limit. `false`: more places are taken than there would be, nothing is changed.
pub async fn set_places(
    tx: &mut Tx,
    limit: PlaceLimitId,
    places: Option<u32>,
) -> Result<bool, DatabaseError> {
    let changed = tx
        .execute(
            "UPDATE place_limit SET places = $2
             WHERE id = $1 AND ($3 = 1 OR taken <= $2)",
            &[limit.into(), places.into(), places.is_none().into()],
        )
        .await?;
    Ok(changed == 1)
}

/// Removes the counter of a choice that is no longer there.
pub async fn delete_limit(tx: &mut Tx, limit: PlaceLimitId) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM place_limit WHERE id = $1", &[limit.into()]).await?;
    Ok(())
}

pub async fn insert_picture(
    tx: &mut Tx,
    id: PictureId,
    jpeg: Vec<u8>,
    (width, height): (u32, u32),
    at: Timestamp,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO picture (id, jpeg, width, height, uploaded_at) VALUES ($1, $2, $3, $4, $5)",
        &[id.into(), jpeg.into(), width.into(), height.into(), at.into()],
    )
    .await?;
    Ok(())
}

pub async fn find_picture(
    session: &mut Session,
    id: PictureId,
) -> Result<Option<Vec<u8>>, DatabaseError> {
    let row =
        session.fetch_optional("SELECT jpeg FROM picture WHERE id = $1", &[id.into()]).await?;
    row.map(|row| row.bytes("jpeg")).transpose()
}

/// Removes a picture that no event shows any more.
pub async fn delete_picture(tx: &mut Tx, id: PictureId) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM picture WHERE id = $1", &[id.into()]).await?;
    Ok(())
}
