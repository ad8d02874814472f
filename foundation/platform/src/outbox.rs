//! Letters that wait to be sent. A row says what to write about; the text is rendered when it is
//! sent, so that no row holds a personal link and what is told is true at that moment.
//!
//! waiting → sent | refused (nobody there) | unknown (taken, but no answer came) | void (nothing
//! left to tell). A letter whose fate is unknown is not sent again until a person says so.

use crate::clock::Clock;
use crate::database::{Database, DatabaseError, Row, Session, Tx, Value};
use crate::failure::{Failure, Never};
use crate::ids;
use crate::mail::{Message, Outcome, Transport};
use futures_util::stream::{self, StreamExt as _};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use tokio::sync::watch;
use uuid::Uuid;

/// How many letters are taken at a time.
const BATCH: usize = 64;
/// How many letters are made ahead of the one that is sent.
const AHEAD: usize = 8;
/// How long a sender may take over a batch before another may try.
const LEASE: SignedDuration = SignedDuration::from_secs(120);
/// After so many attempts a letter that cannot be delivered is given up: a mail server that went
/// down on a Friday evening is mended on Monday.
const ATTEMPTS_MAX: i64 = 80;

/// A letter to be enqueued.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Which letter, as the renderer knows it: "registration.confirmation".
    pub kind: &'static str,
    /// Whom or what it is written to.
    pub subject: Uuid,
    /// What it is about, where somebody looks up how letters went.
    pub about: Option<Uuid>,
    /// What the renderer cannot find in the tables. Never a secret.
    pub detail: Option<String>,
    /// A letter with a key that was used before is not enqueued again.
    pub once_key: Option<String>,
    pub due_at: Timestamp,
}

/// A letter whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub id: Uuid,
    pub kind: String,
    pub subject: Uuid,
    pub about: Option<Uuid>,
    pub detail: Option<String>,
    pub enqueued_at: Timestamp,
    /// This one counted.
    pub attempts: i64,
}

/// How the letters about one thing went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub waiting: i64,
    pub sent: i64,
    pub refused: i64,
    pub unknown: i64,
}

/// A letter that did not simply go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub id: Uuid,
    pub kind: String,
    pub subject: Uuid,
    pub state: String,
    pub fault: Option<String>,
}

/// Makes the text of a letter, or says that there is nothing left to tell.
pub type Render = Arc<
    dyn Fn(Due) -> Pin<Box<dyn Future<Output = Result<Option<Message>, DatabaseError>> + Send>>
        + Send
        + Sync,
>;

pub async fn enqueue(tx: &mut Tx, letter: Letter, now: Timestamp) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO outbox
             (id, kind, subject_id, about_id, detail, once_key, state, enqueued_at, due_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)
         ON CONFLICT (once_key) DO NOTHING",
        &[
            ids::new().into(),
            letter.kind.into(),
            letter.subject.into(),
            letter.about.into(),
            letter.detail.into(),
            letter.once_key.into(),
            now.into(),
            letter.due_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Whether a letter with this key was enqueued before.
pub async fn was_enqueued(session: &mut Session, once_key: &str) -> Result<bool, DatabaseError> {
    let row = session
        .fetch_optional("SELECT id FROM outbox WHERE once_key = $1", &[once_key.into()])
        .await?;
    Ok(row.is_some())
}

/// Frees what an earlier process was about to send. Only where no other process can be sending, or
/// where a letter that is sent twice replaces itself.
pub async fn void_leases(tx: &mut Tx) -> Result<u64, DatabaseError> {
    tx.execute("UPDATE outbox SET leased_until = NULL WHERE leased_until IS NOT NULL", &[]).await
}

pub async fn tally(session: &mut Session, about: Uuid) -> Result<Tally, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT state, count(*) AS n FROM outbox WHERE about_id = $1 GROUP BY state",
            &[about.into()],
        )
        .await?;
    let mut tally = Tally::default();
    for row in rows {
        let number = row.integer("n")?;
        match row.text("state")?.as_str() {
            "waiting" => tally.waiting = number,
            "sent" => tally.sent = number,
            "refused" => tally.refused = number,
            "unknown" => tally.unknown = number,
            _ => {}
        }
    }
    Ok(tally)
}

/// Everything about which letters were refused or have an unknown fate, with how many.
pub async fn troubled(session: &mut Session) -> Result<Vec<(Uuid, Tally)>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT about_id, state, count(*) AS n FROM outbox
             WHERE state IN ('refused', 'unknown') AND about_id IS NOT NULL
             GROUP BY about_id, state ORDER BY about_id",
            &[],
        )
        .await?;
    let mut troubled: Vec<(Uuid, Tally)> = vec![];
    for row in rows {
        let (about, number) = (row.id("about_id")?, row.integer("n")?);
        if troubled.last().is_none_or(|(last, _)| *last != about) {
            troubled.push((about, Tally::default()));
        }
        let (_, tally) = troubled.last_mut().expect("one was just put there");
        match row.text("state")?.as_str() {
            "refused" => tally.refused = number,
            _ => tally.unknown = number,
        }
    }
    Ok(troubled)
}

/// Letters about one thing that were refused or whose fate is unknown, oldest first.
pub async fn troubles(session: &mut Session, about: Uuid) -> Result<Vec<Trouble>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT id, kind, subject_id, state, fault FROM outbox
             WHERE about_id = $1 AND state IN ('refused', 'unknown') ORDER BY id LIMIT 200",
            &[about.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Trouble {
                id: row.id("id")?,
                kind: row.text("kind")?,
                subject: row.id("subject_id")?,
                state: row.text("state")?,
                fault: row.maybe_text("fault")?,
            })
        })
        .collect()
}

/// A person says that a letter which was refused or whose fate is unknown shall go once more.
pub async fn send_again(
    tx: &mut Tx,
    id: Uuid,
    about: Uuid,
    now: Timestamp,
) -> Result<bool, DatabaseError> {
    let changed = tx
        .execute(
            "UPDATE outbox SET state = 'waiting', due_at = $3, attempts = 0, leased_until = NULL,
                 settled_at = NULL, fault = NULL
             WHERE id = $1 AND about_id = $2 AND state IN ('refused', 'unknown')",
            &[id.into(), about.into(), now.into()],
        )
        .await?;
    Ok(changed == 1)
}

/// Forgets the letters to somebody who is erased.
pub async fn forget(tx: &mut Tx, subject: Uuid) -> Result<u64, DatabaseError> {
    tx.execute("DELETE FROM outbox WHERE subject_id = $1", &[subject.into()]).await
}

fn due(row: &Row) -> Result<Due, DatabaseError> {
    Ok(Due {
        id: row.id("id")?,
        kind: row.text("kind")?,
        subject: row.id("subject_id")?,
        about: row.maybe_id("about_id")?,
        detail: row.maybe_text("detail")?,
        enqueued_at: row.instant("enqueued_at")?,
        attempts: row.integer("attempts")?,
    })
}

async fn lease(database: &Database, now: Timestamp) -> Result<Vec<Due>, DatabaseError> {
    // Asked without a write first: most of the time nothing is due.
    let waiting = database
        .read()
        .await?
        .fetch_optional(
            "SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= $1
                 AND (leased_until IS NULL OR leased_until < $1) LIMIT 1",
            &[now.into()],
        )
        .await?;
    if waiting.is_none() {
        return Ok(vec![]);
    }
    let batch = i64::try_from(BATCH).expect("a batch is small");
    let leased = database
        .write::<_, Never>(move |tx| {
            Box::pin(async move {
                let rows = tx
                    .fetch_all(
                        "UPDATE outbox SET leased_until = $2, attempts = attempts + 1
                         WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= $1
                                 AND (leased_until IS NULL OR leased_until < $1)
                             ORDER BY due_at, id LIMIT $3)
                             AND state = 'waiting' AND (leased_until IS NULL OR leased_until < $1)
                         RETURNING id, kind, subject_id, about_id, detail, enqueued_at, attempts",
                        &[now.into(), (now + LEASE).into(), batch.into()],
                    )
                    .await?;
                Ok(rows.iter().map(due).collect::<Result<Vec<_>, _>>()?)
            })
        })
        .await;
    match leased {
        Ok(mut leased) => {
            leased.sort_by_key(|it| it.id);
            Ok(leased)
        }
        Err(Failure::Broken(error)) => Err(error),
        Err(Failure::NotFound) => Ok(vec![]),
        Err(Failure::Refused(never)) => match never {},
    }
}

/// How long to wait after an attempt that failed for now: 5 s, 10 s, 20 s … at most an hour.
fn back_off(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.clamp(1, 12) - 1).unwrap_or(0);
    SignedDuration::from_secs((5_i64 << doublings).min(3600))
}

/// Sends what is due, one batch; the number of letters that were taken up. When `stop` says so, or
/// the lease is half over, the rest is left to the next turn.
///
/// A mail server's answer is noted before the next letter goes: whatever ends this process, one
/// letter at the most is sent twice. Files replace themselves and are noted together.
pub async fn deliver(
    database: &Database,
    clock: &Clock,
    transport: &Transport,
    render: &Render,
    stop: &watch::Receiver<bool>,
) -> Result<usize, DatabaseError> {
    let leased_at = clock.now().at;
    let letters = lease(database, leased_at).await?;
    let count = letters.len();
    if count == 0 {
        return Ok(0);
    }
    let mut left: BTreeSet<Uuid> = letters.iter().map(|it| it.id).collect();
    let mut line = transport.line();
    let one_by_one = transport.folder().is_none();
    // Made by tasks of their own, a few at a time and while others are sent: where many visitors
    // wait for the database too, a letter would otherwise stand in line for each of those before it.
    let mut rendered = stream::iter(letters)
        .map(|letter| {
            let rendering = tokio::spawn(render(letter.clone()));
            async move { (letter, rendering.await) }
        })
        .buffered(AHEAD)
        .ready_chunks(if one_by_one { 1 } else { BATCH });
    let mut fates = Vec::with_capacity(count);
    while let Some(made) = rendered.next().await {
        let mut ready = Vec::with_capacity(made.len());
        for (letter, message) in made {
            left.remove(&letter.id);
            match message {
                Ok(Ok(Some(message))) => ready.push((letter, message)),
                Ok(Ok(None)) => fates.push((letter, Outcome::Void)),
                Ok(Err(error)) => fates.push((letter, Outcome::Later(error.to_string()))),
                Err(stopped) => fates.push((letter, Outcome::Later(stopped.to_string()))),
            }
        }
        fates.extend(line.send(ready, clock.now().at).await);
        if one_by_one {
            note(database, std::mem::take(&mut fates), clock.now().at).await?;
        }
        if *stop.borrow() || clock.now().at >= leased_at + LEASE / 2 {
            break;
        }
    }
    drop(rendered);
    line.close().await;
    note(database, fates, clock.now().at).await?;
    release(database, left).await?;
    Ok(count)
}

/// Writes down what became of letters.
async fn note(
    database: &Database,
    fates: Vec<(Due, Outcome)>,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    for (letter, outcome) in &fates {
        if let Outcome::Later(fault) | Outcome::Refused(fault) | Outcome::Unknown(fault) = outcome {
            tracing::warn!(letter = %letter.id, kind = letter.kind, fault, "letter did not go");
        }
    }
    if fates.is_empty() {
        return Ok(());
    }
    let fates = Arc::new(fates);
    let noted = database
        .write::<_, Never>(move |tx| {
            let fates = fates.clone();
            Box::pin(async move {
                let (sent, others): (Vec<_>, Vec<_>) =
                    fates.iter().partition(|(_, outcome)| *outcome == Outcome::Sent);
                let sent: Vec<Uuid> = sent.into_iter().map(|(letter, _)| letter.id).collect();
                settle_sent(tx, &sent, now).await?;
                for (letter, outcome) in others {
                    settle(tx, letter, outcome, now).await?;
                }
                Ok(())
            })
        })
        .await;
    match noted {
        Err(Failure::Broken(error)) => Err(error),
        _ => Ok(()),
    }
}

/// Gives letters back that were taken and not tried.
async fn release(database: &Database, left: BTreeSet<Uuid>) -> Result<(), DatabaseError> {
    if left.is_empty() {
        return Ok(());
    }
    let released = database
        .write::<_, Never>(move |tx| {
            let left = left.clone();
            Box::pin(async move {
                for id in left {
                    tx.execute(
                        "UPDATE outbox SET leased_until = NULL, attempts = attempts - 1
                         WHERE id = $1 AND state = 'waiting'",
                        &[id.into()],
                    )
                    .await?;
                }
                Ok(())
            })
        })
        .await;
    match released {
        Err(Failure::Broken(error)) => Err(error),
        _ => Ok(()),
    }
}

/// Notes of up to [`BATCH`] letters that they went. One statement for all: most letters go.
async fn settle_sent(tx: &mut Tx, sent: &[Uuid], now: Timestamp) -> Result<(), DatabaseError> {
    if sent.is_empty() {
        return Ok(());
    }
    let mut values = vec![now.into()];
    // No letter has the id that fills the places which are left.
    let letters = sent.iter().copied().chain(std::iter::repeat(Uuid::nil()));
    values.extend(letters.take(BATCH).map(Value::from));
    tx.execute(
        "UPDATE outbox SET state = 'sent', settled_at = $1, fault = NULL, leased_until = NULL
         WHERE id IN
                ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                 $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
                 $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44,
                 $45, $46, $47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58,
                 $59, $60, $61, $62, $63, $64, $65)",
        &values,
    )
    .await?;
    Ok(())
}

async fn settle(
    tx: &mut Tx,
    letter: &Due,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    let (state, fault) = match outcome {
        Outcome::Sent => ("sent", None),
        Outcome::Void => ("void", None),
        Outcome::Refused(fault) => ("refused", Some(fault.as_str())),
        Outcome::Unknown(fault) => ("unknown", Some(fault.as_str())),
        Outcome::Later(fault) if letter.attempts >= ATTEMPTS_MAX => {
            ("refused", Some(fault.as_str()))
        }
        Outcome::Later(fault) => {
            tx.execute(
                "UPDATE outbox SET leased_until = NULL, due_at = $2, fault = $3 WHERE id = $1",
                &[
                    letter.id.into(),
                    (now + back_off(letter.attempts)).into(),
                    fault.as_str().into(),
                ],
            )
            .await?;
            return Ok(());
        }
    };
    tx.execute(
        "UPDATE outbox SET state = $2, settled_at = $3, fault = $4, leased_until = NULL
         WHERE id = $1",
        &[letter.id.into(), state.into(), now.into(), fault.into()],
    )
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_longer_after_each_attempt_and_never_more_than_an_hour() {
        let waits: Vec<_> = (1..=12).map(|nth| back_off(nth).as_secs()).collect();
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
        let all: i64 = (1..ATTEMPTS_MAX).map(|nth| back_off(nth).as_secs()).sum();
        assert_eq!(all / 3600, 70, "hours until a letter is given up");
    }
}
