//! Erasing what is no longer needed.

use platform::database::{DatabaseError, Session, Tx};
use shared::ids::{EventId, GroupTalkId, RegistrationId};

/// Whether anybody's registration to the event is still kept.
pub async fn has_any(session: &mut Session, event: EventId) -> Result<bool, DatabaseError> {
    let row = session
        .fetch_optional("SELECT id FROM registration WHERE event_id = $1 LIMIT 1", &[event.into()])
        .await?;
    Ok(row.is_some())
}

/// Erases one registration.
pub async fn erase(tx: &mut Tx, id: RegistrationId) -> Result<(), DatabaseError> {
    for sql in [
        "DELETE FROM group_wish WHERE registration_id = $1",
        "DELETE FROM group_choice WHERE registration_id = $1",
        "DELETE FROM registration WHERE id = $1",
    ] {
        tx.execute(sql, &[id.into()]).await?;
    }
    Ok(())
}

/// Erases everybody's registration to the event; who they were.
pub async fn erase_all(tx: &mut Tx, event: EventId) -> Result<Vec<RegistrationId>, DatabaseError> {
    for sql in [
        "DELETE FROM group_wish WHERE registration_id IN
             (SELECT id FROM registration WHERE event_id = $1)",
        "DELETE FROM group_choice WHERE registration_id IN
             (SELECT id FROM registration WHERE event_id = $1)",
    ] {
        tx.execute(sql, &[event.into()]).await?;
    }
    let rows = tx
        .fetch_all("DELETE FROM registration WHERE event_id = $1 RETURNING id", &[event.into()])
        .await?;
    rows.iter().map(|it| Ok(RegistrationId(it.id("id")?))).collect()
}

/// Forgets what people who withdrew had wished or chosen, so that a talk can be removed.
pub async fn forget_withdrawn_choices(tx: &mut Tx, talk: GroupTalkId) -> Result<(), DatabaseError> {
    for sql in [
        "DELETE FROM group_wish WHERE group_talk_id = $1 AND registration_id IN
             (SELECT id FROM registration WHERE withdrawn_at IS NOT NULL)",
        "DELETE FROM group_choice WHERE group_talk_id = $1 AND registration_id IN
             (SELECT id FROM registration WHERE withdrawn_at IS NOT NULL)",
    ] {
        tx.execute(sql, &[talk.into()]).await?;
    }
    Ok(())
}
