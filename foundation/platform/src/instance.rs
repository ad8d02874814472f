//! What one process tells others on the same database about itself: the running server's address
//! and clock, so that a command can make a link that works there.

use crate::database::{DatabaseError, Session, Tx};
use jiff::Timestamp;

/// What the running (or last) server said of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    pub public_url: String,
    pub clock_offset_seconds: i64,
    /// When this instance was filled with the demonstration, if it was.
    pub demo_filled_at: Option<Timestamp>,
}

pub async fn find(session: &mut Session) -> Result<Option<Instance>, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT public_url, clock_offset_seconds, demo_filled_at FROM instance WHERE id = 1",
            &[],
        )
        .await?;
    row.map(|row| {
        Ok(Instance {
            public_url: row.text("public_url")?,
            clock_offset_seconds: row.integer("clock_offset_seconds")?,
            demo_filled_at: row.maybe_instant("demo_filled_at")?,
        })
    })
    .transpose()
}

pub async fn write(tx: &mut Tx, instance: &Instance) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO instance (id, public_url, clock_offset_seconds, demo_filled_at)
         VALUES (1, $1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET public_url = excluded.public_url,
             clock_offset_seconds = excluded.clock_offset_seconds,
             demo_filled_at = excluded.demo_filled_at",
        &[
            instance.public_url.as_str().into(),
            instance.clock_offset_seconds.into(),
            instance.demo_filled_at.into(),
        ],
    )
    .await?;
    Ok(())
}
