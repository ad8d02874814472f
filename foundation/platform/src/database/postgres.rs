//! PostgreSQL: a pool, and an attempt that can be made again.

use super::{DatabaseError, Link, Session, Tx, Watch, Work};
use crate::failure::Failure;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgPool};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

pub(super) async fn open(url: &str, connections: u32) -> Result<PgPool, DatabaseError> {
    let options = PgConnectOptions::from_str(url)?
        .statement_cache_capacity(256)
        .application_name("samverk")
        .disable_statement_logging();
    // A pool would try for ten seconds and then say only that it was too long.
    options.connect().await?.close().await?;
    Ok(PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        // Writes run in tasks of their own, so that no `begin` is dropped half-way and leaves a
        // transaction open on a connection that goes back.
        .test_before_acquire(false)
        .connect_with(options)
        .await?)
}

/// How many of the connections may write at the same time: about a third. Whoever registers for one
/// event waits for the same row in any case; waiting here costs no process of the database and
/// leaves connections to those who read.
pub(super) fn writers(connections: u32) -> usize {
    (connections as usize * 3 / 8).max(1)
}

/// Whether the database asks us to try again: serialisation failure, deadlock, or a row that another
/// transaction removed or added after ours had read (the second try reads that it is gone, or there).
pub(super) fn clashed(error: &DatabaseError) -> bool {
    match error {
        DatabaseError::Engine(sqlx::Error::Database(inner)) => {
            inner.code().is_some_and(|it| matches!(&*it, "40001" | "40P01" | "23503" | "23505"))
        }
        _ => false,
    }
}

/// Which transactions are seen, in PostgreSQL's own words (13 or later, and not of a standby, which
/// keeps those under way to itself).
///
/// Before its commit a transaction that writes has a number that is not yet given or stands among
/// those under way; after it, neither. So the text before and after a write is never the same, in
/// whatever process that was. Subtransactions become visible with the one they belong to.
pub(super) async fn snapshot(pool: &PgPool) -> Result<String, DatabaseError> {
    let query = sqlx::query_scalar("SELECT CAST(pg_current_snapshot() AS text)");
    Ok(query.fetch_one(pool).await?)
}

pub(super) async fn attempt<T, R>(
    pool: &PgPool,
    watch: &Arc<Watch>,
    work: &impl for<'t> Fn(&'t mut Tx) -> Work<'t, T, R>,
) -> Result<T, Failure<R>> {
    let transaction = pool.begin().await.map_err(DatabaseError::from)?;
    let mut tx = Tx(Session { link: Link::PostgresWriter(transaction), watch: watch.clone() });
    let done = work(&mut tx).await?; // a refusal leaves here, and what it wrote is undone
    match tx.0.link {
        Link::PostgresWriter(transaction) => {
            transaction.commit().await.map_err(DatabaseError::from)?;
        }
        _ => unreachable!("the transaction was begun on PostgreSQL"),
    }
    watch.tell();
    Ok(done)
}
