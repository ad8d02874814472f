//! Every statement about registrations. Types go in and types come out, never rows.

use platform::database::{DatabaseError, Session};
use shared::Sector;
use shared::ids::EventId;

/// How many are registered just now.
pub async fn count_active(session: &mut Session, event: EventId) -> Result<i64, DatabaseError> {
    session
        .number(
            "SELECT count(*) AS n FROM registration WHERE event_id = $1 AND withdrawn_at IS NULL",
            &[event.into()],
        )
        .await
}

/// How many are registered from each sector, in the order of [`Sector::ALL`]; those who did not
/// say are not counted.
pub async fn sector_counts(
    session: &mut Session,
    event: EventId,
) -> Result<[u32; 5], DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT sector, count(*) AS n FROM registration
             WHERE event_id = $1 AND withdrawn_at IS NULL AND sector IS NOT NULL GROUP BY sector",
            &[event.into()],
        )
        .await?;
    let mut counts = [0; 5];
    for row in &rows {
        let sector = row.word("sector", Sector::from_code)?;
        if let Some(at) = Sector::ALL.iter().position(|it| *it == sector) {
            counts[at] = row.count("n")?;
        }
    }
    Ok(counts)
}
