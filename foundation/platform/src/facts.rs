//! What happened, recorded in the transaction that made it happen. Higher slices read facts in
//! jobs of their own; nobody is called back.

use crate::database::{DatabaseError, Tx};
use crate::ids;
use jiff::Timestamp;
use uuid::Uuid;

pub async fn record(
    tx: &mut Tx,
    kind: &'static str,
    subject: Uuid,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO fact (id, kind, subject_id, happened_at) VALUES ($1, $2, $3, $4)",
        &[ids::new().into(), kind.into(), subject.into(), at.into()],
    )
    .await?;
    Ok(())
}
