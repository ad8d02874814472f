//! How many letters a visitor may cause to one address: five in an hour, counted alike whether
//! anybody here knows the address or not, so that the count reveals nothing.

use crate::database::{DatabaseError, Tx};
use crate::ids;
use crate::secrets::{self, Key};
use jiff::{SignedDuration, Timestamp};

/// Letters in [`WINDOW`] that a visitor may cause to one address.
pub const LETTERS_MAX: i64 = 5;
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Takes one letter from what is left for `address` (already trimmed and in lower case), or says
/// that nothing is left. A question of many kinds has one allowance.
pub async fn take(
    tx: &mut Tx,
    key: &Key,
    address: &str,
    now: Timestamp,
) -> Result<bool, DatabaseError> {
    let address_key = secrets::text(&key.mark("mail-allowance", &[address.as_bytes()]));
    // Whoever asks for the same address at the same moment waits here for the count to be true.
    tx.execute(
        "INSERT INTO mail_allowance_turn (address_key, asked_at) VALUES ($1, $2)
         ON CONFLICT (address_key) DO UPDATE SET asked_at = excluded.asked_at",
        &[address_key.as_str().into(), now.into()],
    )
    .await?;
    let since = now - WINDOW;
    let asked = tx
        .number(
            "SELECT count(*) AS n FROM mail_allowance WHERE address_key = $1 AND asked_at > $2",
            &[address_key.as_str().into(), since.into()],
        )
        .await?;
    if asked >= LETTERS_MAX {
        return Ok(false);
    }
    tx.execute(
        "INSERT INTO mail_allowance (id, address_key, asked_at) VALUES ($1, $2, $3)",
        &[ids::new().into(), address_key.as_str().into(), now.into()],
    )
    .await?;
    Ok(true)
}

/// Forgets what no longer counts; the number of rows that were forgotten.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64, DatabaseError> {
    let until = now - WINDOW;
    let turns =
        tx.execute("DELETE FROM mail_allowance_turn WHERE asked_at <= $1", &[until.into()]).await?;
    let asked =
        tx.execute("DELETE FROM mail_allowance WHERE asked_at <= $1", &[until.into()]).await?;
    Ok(turns + asked)
}
