//! Every statement about readings and accepted drafts. Types go in and types come out, never rows.

use crate::drafting::types::{Draft, Findings, Reading, ReadingId};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::database::{DatabaseError, Row, Session, Tx};
use shared::ids::{EventId, PersonId};

fn reading(row: &Row) -> Result<Reading, DatabaseError> {
    Ok(Reading {
        id: ReadingId(row.id("id")?),
        read_by: row.maybe_id("read_by")?.map(PersonId),
        read_at: row.instant("read_at")?,
        erase_on: row.day("erase_on")?,
        found: row.document("content")?,
    })
}

fn document(found: &Findings) -> String {
    serde_json::to_string(found).expect("findings are only texts, numbers and lists")
}

pub async fn insert(tx: &mut Tx, reading: &Reading) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO reading (id, read_by, read_at, erase_on, content)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            reading.id.into(),
            reading.read_by.map(|it| it.0).into(),
            reading.read_at.into(),
            reading.erase_on.into(),
            document(&reading.found).into(),
        ],
    )
    .await?;
    Ok(())
}

pub async fn find(session: &mut Session, id: ReadingId) -> Result<Option<Reading>, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT id, read_by, read_at, erase_on, content FROM reading WHERE id = $1",
            &[id.into()],
        )
        .await?;
    row.as_ref().map(reading).transpose()
}

/// What somebody's texts gave, latest first.
pub async fn list_of(
    session: &mut Session,
    person: PersonId,
) -> Result<Vec<Reading>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT id, read_by, read_at, erase_on, content FROM reading
             WHERE read_by = $1 ORDER BY read_at DESC, id DESC LIMIT 100",
            &[person.into()],
        )
        .await?;
    rows.iter().map(reading).collect()
}

/// What everybody's texts gave, latest first.
pub async fn list_all(session: &mut Session) -> Result<Vec<Reading>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT id, read_by, read_at, erase_on, content FROM reading
             ORDER BY read_at DESC, id DESC LIMIT 100",
            &[],
        )
        .await?;
    rows.iter().map(reading).collect()
}

/// Writes what is found over what was.
pub async fn update(tx: &mut Tx, id: ReadingId, found: &Findings) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE reading SET content = $2 WHERE id = $1",
        &[id.into(), document(found).into()],
    )
    .await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, id: ReadingId) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM reading WHERE id = $1", &[id.into()]).await?;
    Ok(())
}

/// Erases what is to be gone on `day`; how many there were.
pub async fn delete_due(tx: &mut Tx, day: Date) -> Result<u64, DatabaseError> {
    tx.execute("DELETE FROM reading WHERE erase_on <= $1", &[day.into()]).await
}

/// What an event was last made or changed from.
pub async fn find_accepted(
    session: &mut Session,
    event: EventId,
) -> Result<Option<Draft>, DatabaseError> {
    let row = session
        .fetch_optional("SELECT content FROM accepted_draft WHERE event_id = $1", &[event.into()])
        .await?;
    row.map(|row| row.document("content")).transpose()
}

/// Keeps a draft beside its event, in place of the one before it.
pub async fn put_accepted(
    tx: &mut Tx,
    event: EventId,
    at: Timestamp,
    draft: &Draft,
) -> Result<(), DatabaseError> {
    let document = serde_json::to_string(draft).expect("a draft is only texts and numbers");
    tx.execute("DELETE FROM accepted_draft WHERE event_id = $1", &[event.into()]).await?;
    tx.execute(
        "INSERT INTO accepted_draft (event_id, accepted_at, content) VALUES ($1, $2, $3)",
        &[event.into(), at.into(), document.into()],
    )
    .await?;
    Ok(())
}
