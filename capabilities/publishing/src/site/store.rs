//! Every statement about messages. Types go in and types come out, never rows.

use crate::site::types::{Accepted, CaseNumber, LeaveMessage, Message, MessageId};
use jiff::Timestamp;
use platform::database::{DatabaseError, Row, Session, Tx};
use shared::Language;

fn message(row: &Row) -> Result<Message, DatabaseError> {
    Ok(Message {
        id: MessageId(row.id("id")?),
        case_number: row.word("case_number", CaseNumber::parse)?,
        text: row.text("body")?,
        email: row.maybe_text("email")?,
        language: row.word("language", Language::from_code)?,
        received_at: row.instant("received_at")?,
        answered_at: row.maybe_instant("answered_at")?,
    })
}

pub async fn count(session: &mut Session) -> Result<i64, DatabaseError> {
    session.number("SELECT count(*) AS n FROM site_message", &[]).await
}

/// All of them, the unanswered first, the latest first.
pub async fn list(session: &mut Session) -> Result<Vec<Message>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT id, case_number, body, email, language, received_at, answered_at
             FROM site_message
             ORDER BY CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END, received_at DESC, id DESC",
            &[],
        )
        .await?;
    rows.iter().map(message).collect()
}

pub async fn find_by_case(
    session: &mut Session,
    case_number: &CaseNumber,
) -> Result<Option<Message>, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT id, case_number, body, email, language, received_at, answered_at
             FROM site_message WHERE case_number = $1",
            &[case_number.as_str().into()],
        )
        .await?;
    row.as_ref().map(message).transpose()
}

pub async fn insert(
    tx: &mut Tx,
    request: &LeaveMessage,
    accepted: &Accepted,
    received_at: Timestamp,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO site_message (id, case_number, body, email, language, received_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            request.id.into(),
            request.case_number.as_str().into(),
            accepted.text.as_str().into(),
            accepted.email.as_ref().map(|it| it.as_str().to_owned()).into(),
            request.language.code().into(),
            received_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Answered once, it stays answered since then. `false`: there is no such message.
pub async fn set_answered(
    tx: &mut Tx,
    id: MessageId,
    at: Timestamp,
) -> Result<bool, DatabaseError> {
    let changed = tx
        .execute(
            "UPDATE site_message SET answered_at = coalesce(answered_at, $2) WHERE id = $1",
            &[id.into(), at.into()],
        )
        .await?;
    Ok(changed == 1)
}

/// How many have been kept long enough.
pub async fn count_outlived(
    session: &mut Session,
    answered_before: Timestamp,
    received_before: Timestamp,
) -> Result<i64, DatabaseError> {
    session
        .number(
            "SELECT count(*) AS n FROM site_message WHERE answered_at < $1 OR received_at < $2",
            &[answered_before.into(), received_before.into()],
        )
        .await
}

pub async fn delete_outlived(
    tx: &mut Tx,
    answered_before: Timestamp,
    received_before: Timestamp,
) -> Result<(), DatabaseError> {
    tx.execute(
        "DELETE FROM site_message WHERE answered_at < $1 OR received_at < $2",
        &[answered_before.into(), received_before.into()],
    )
    .await?;
    Ok(())
}
