//! The thin door to SQLite and PostgreSQL: one portable SQL text, two engines.
//!
//! The only place where the engines are told apart. A statement is a `'static` text with `$n`
//! placeholders; what it is given are [`Value`]s, what it answers are [`Row`]s.

mod migrations;
mod postgres;
mod row;
mod sqlite;
#[cfg(feature = "testing")]
pub mod testing;
mod value;

pub use migrations::MigrationText;
pub use row::Row;
pub use value::Value;

use crate::failure::Failure;
use sqlx::pool::PoolConnection;
use sqlx::query::Query;
use sqlx::{Encode, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction, Type};
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{Notify, Semaphore};

/// How often a write that clashed with another is tried before it is given up.
const ATTEMPTS_MAX: usize = 8;

/// What went wrong in the database; nobody outside can act on it.
#[derive(Debug)]
pub enum DatabaseError {
    /// Another process kept the database locked for longer than we wait.
    Busy,
    Engine(sqlx::Error),
    Migration(String),
    /// A stored value is not what the code says it is.
    Unreadable(String),
}

impl std::fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Busy => write!(f, "the database is locked by another process"),
            Self::Engine(error) => write!(f, "{error}"),
            Self::Migration(text) | Self::Unreadable(text) => write!(f, "{text}"),
        }
    }
}

impl std::error::Error for DatabaseError {}

impl From<sqlx::Error> for DatabaseError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            // SQLITE_BUSY and its extended codes; a pool that gave no connection in time.
            sqlx::Error::Database(inner)
                if inner.code().is_some_and(|it| matches!(&*it, "5" | "261" | "517" | "6")) =>
            {
                Self::Busy
            }
            sqlx::Error::PoolTimedOut => Self::Busy,
            _ => Self::Engine(error),
        }
    }
}

/// Where the data is and how it is kept.
#[derive(Debug, Clone)]
pub enum Location {
    /// A file; it is made when it is missing.
    Sqlite { file: PathBuf, synchronous: Synchronous, group_commit: bool },
    /// `postgres://…`
    Postgres { url: String, connections: u32 },
}

/// Tells whether anything was written between two looks. See [`Database::state`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataState {
    /// How many writes this process has committed; on SQLite no other process writes.
    Commits(u64),
    /// Which transactions of all processes one can see the work of.
    Snapshot(String),
}

/// When SQLite waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// An answered write survives a power failure.
    Full,
    /// Only to measure what durability costs.
    Off,
}

/// The database of one instance. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    engine: Engine,
    watch: Arc<Watch>,
}

#[derive(Clone)]
enum Engine {
    Sqlite {
        writer: sqlite::Writer,
        readers: SqlitePool,
    },
    Postgres {
        pool: PgPool,
        /// How many may write at the same time. The rest of the connections are for reading.
        writing: Arc<Semaphore>,
    },
}

/// What others may wait for or compare.
#[derive(Default)]
struct Watch {
    /// Counts committed writes of this process.
    generation: AtomicU64,
    /// Counts statements sent, for tests of how many a page needs.
    statements: AtomicU64,
    committed: Notify,
}

/// A connection that reads. Stores take it for questions.
pub struct Session {
    link: Link,
    watch: Arc<Watch>,
}

enum Link {
    SqliteReader(PoolConnection<Sqlite>),
    SqliteWriter(SqliteConnection),
    PostgresReader(PoolConnection<Postgres>),
    PostgresWriter(Transaction<'static, Postgres>),
}

/// A transaction on either engine. Whoever has one may read as well.
pub struct Tx(Session);

impl std::ops::Deref for Tx {
    type Target = Session;
    fn deref(&self) -> &Session {
        &self.0
    }
}

impl std::ops::DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Session {
        &mut self.0
    }
}

/// What one attempt to write is made of.
pub type Work<'t, T, R> = Pin<Box<dyn Future<Output = Result<T, Failure<R>>> + Send + 't>>;

impl Session {
    /// All rows that answer.
    pub async fn fetch_all(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Vec<Row>, DatabaseError> {
        self.watch.statements.fetch_add(1, Ordering::Relaxed);
        Ok(match &mut self.link {
            Link::SqliteReader(it) => bound(sql, values)
                .fetch_all(&mut **it)
                .await?
                .into_iter()
                .map(Row::Sqlite)
                .collect(),
            Link::SqliteWriter(it) => {
                bound(sql, values).fetch_all(&mut *it).await?.into_iter().map(Row::Sqlite).collect()
            }
            Link::PostgresReader(it) => bound(sql, values)
                .fetch_all(&mut **it)
                .await?
                .into_iter()
                .map(Row::Postgres)
                .collect(),
            Link::PostgresWriter(it) => bound(sql, values)
                .fetch_all(&mut **it)
                .await?
                .into_iter()
                .map(Row::Postgres)
                .collect(),
        })
    }

    /// The first row that answers, if any does.
    pub async fn fetch_optional(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Option<Row>, DatabaseError> {
        self.watch.statements.fetch_add(1, Ordering::Relaxed);
        Ok(match &mut self.link {
            Link::SqliteReader(it) => {
                bound(sql, values).fetch_optional(&mut **it).await?.map(Row::Sqlite)
            }
            Link::SqliteWriter(it) => {
                bound(sql, values).fetch_optional(&mut *it).await?.map(Row::Sqlite)
            }
            Link::PostgresReader(it) => {
                bound(sql, values).fetch_optional(&mut **it).await?.map(Row::Postgres)
            }
            Link::PostgresWriter(it) => {
                bound(sql, values).fetch_optional(&mut **it).await?.map(Row::Postgres)
            }
        })
    }

    /// The number a counting question answers in its column `n`.
    pub async fn number(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<i64, DatabaseError> {
        match self.fetch_optional(sql, values).await? {
            Some(row) => row.integer("n"),
            None => Ok(0),
        }
    }

    /// Asks the engine whether it understands a statement, without running it.
    pub async fn prepare(&mut self, sql: String) -> Result<(), DatabaseError> {
        use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};
        let sql = AssertSqlSafe(sql).into_sql_str();
        match &mut self.link {
            Link::SqliteReader(it) => drop((&mut **it).prepare(sql).await?),
            Link::SqliteWriter(it) => drop((&mut *it).prepare(sql).await?),
            Link::PostgresReader(it) => drop((&mut **it).prepare(sql).await?),
            Link::PostgresWriter(it) => drop((&mut **it).prepare(sql).await?),
        }
        Ok(())
    }
}

impl Tx {
    /// The number of rows the statement changed.
    pub async fn execute(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<u64, DatabaseError> {
        self.0.watch.statements.fetch_add(1, Ordering::Relaxed);
        Ok(match &mut self.0.link {
            Link::SqliteReader(it) => bound(sql, values).execute(&mut **it).await?.rows_affected(),
            Link::SqliteWriter(it) => bound(sql, values).execute(&mut *it).await?.rows_affected(),
            Link::PostgresReader(it) => {
                bound(sql, values).execute(&mut **it).await?.rows_affected()
            }
            Link::PostgresWriter(it) => {
                bound(sql, values).execute(&mut **it).await?.rows_affected()
            }
        })
    }
}

/// `'static` text only: a statement is written by us, never put together from input.
fn bound<'q, E: sqlx::Database>(
    sql: &'static str,
    values: &[Value],
) -> Query<'q, E, <E as sqlx::Database>::Arguments>
where
    Option<uuid::Uuid>: Encode<'q, E> + Type<E>,
    Option<i64>: Encode<'q, E> + Type<E>,
    Option<String>: Encode<'q, E> + Type<E>,
    Option<Vec<u8>>: Encode<'q, E> + Type<E>,
    Option<value::Day>: Encode<'q, E> + Type<E>,
    Option<value::Instant>: Encode<'q, E> + Type<E>,
{
    values.iter().cloned().fold(sqlx::query(sql), |query, value| match value {
        Value::Id(id) => query.bind(id),
        Value::Integer(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Bytes(bytes) => query.bind(bytes),
        Value::Day(day) => query.bind(day.map(value::Day)),
        Value::Instant(at) => query.bind(at.map(value::Instant)),
    })
}

impl Database {
    /// Opens the database; nothing is migrated yet.
    pub async fn open(location: &Location) -> Result<Self, DatabaseError> {
        let watch = Arc::new(Watch::default());
        let engine = match location {
            Location::Sqlite { file, synchronous, group_commit } => {
                let (writer, readers) =
                    sqlite::open(file, *synchronous, *group_commit, watch.clone()).await?;
                Engine::Sqlite { writer, readers }
            }
            Location::Postgres { url, connections } => {
                let pool = postgres::open(url, *connections).await?;
                let writing = Arc::new(Semaphore::new(postgres::writers(*connections)));
                Engine::Postgres { pool, writing }
            }
        };
        Ok(Self { engine, watch })
    }

    /// Brings the tables up to what the code expects. Migrations only go forward.
    pub async fn migrate(&self, texts: &[MigrationText]) -> Result<(), DatabaseError> {
        match &self.engine {
            Engine::Sqlite { writer, .. } => migrations::run_on_sqlite(writer.file(), texts).await,
            Engine::Postgres { pool, .. } => migrations::run_on_postgres(pool, texts).await,
        }
    }

    /// "sqlite" or "postgres", to be shown to people.
    pub fn engine_name(&self) -> &'static str {
        match &self.engine {
            Engine::Sqlite { .. } => "sqlite",
            Engine::Postgres { .. } => "postgres",
        }
    }

    /// The state of the data: as long as it stays the same, so does everything that can be read.
    ///
    /// Read it before the data: what is written meanwhile then makes a later state, never an
    /// unnoticed one.
    pub async fn state(&self) -> Result<DataState, DatabaseError> {
        match &self.engine {
            Engine::Sqlite { .. } => Ok(DataState::Commits(self.generation())),
            Engine::Postgres { pool, .. } => {
                self.watch.statements.fetch_add(1, Ordering::Relaxed);
                Ok(DataState::Snapshot(postgres::snapshot(pool).await?))
            }
        }
    }

    /// Rises with each committed write of this process, before the write is acknowledged.
    pub fn generation(&self) -> u64 {
        self.watch.generation.load(Ordering::Acquire)
    }

    /// How many statements this process has sent.
    pub fn statements(&self) -> u64 {
        self.watch.statements.load(Ordering::Relaxed)
    }

    /// Waits until something is committed after this call.
    pub async fn committed(&self) {
        self.watch.committed.notified().await;
    }

    /// A connection to ask questions with.
    pub async fn read(&self) -> Result<Session, DatabaseError> {
        let link = match &self.engine {
            Engine::Sqlite { readers, .. } => Link::SqliteReader(readers.acquire().await?),
            Engine::Postgres { pool, .. } => Link::PostgresReader(pool.acquire().await?),
        };
        Ok(Session { link, watch: self.watch.clone() })
    }

    /// Runs `work` in one transaction: all of it is written, or nothing.
    ///
    /// `work` may run several times, so it changes nothing outside `tx`. It runs in a task of its
    /// own: a visitor who closes the page drops the request, and the write must outlive it.
    pub async fn write<T: Send + 'static, R: Send + 'static>(
        &self,
        work: impl for<'t> Fn(&'t mut Tx) -> Work<'t, T, R> + Send + Sync + 'static,
    ) -> Result<T, Failure<R>> {
        match &self.engine {
            Engine::Sqlite { writer, .. } => writer.write(work).await,
            Engine::Postgres { pool, writing } => {
                let (pool, watch) = (pool.clone(), self.watch.clone());
                let writing = writing.clone();
                let attempts = async move {
                    let _turn = writing.acquire().await.expect("the semaphore is never closed");
                    for nth in 1..ATTEMPTS_MAX {
                        match postgres::attempt(&pool, &watch, &work).await {
                            Err(Failure::Broken(error)) if postgres::clashed(&error) => {
                                tracing::debug!(nth, "write clashed, trying again");
                            }
                            settled => return settled,
                        }
                    }
                    postgres::attempt(&pool, &watch, &work).await
                };
                tokio::spawn(attempts).await.unwrap_or_else(|_| {
                    let said = "the work panicked; see the log";
                    Err(Failure::Broken(DatabaseError::Unreadable(said.into())))
                })
            }
        }
    }

    /// Waits for what is being written and closes the connections.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { writer, readers } => {
                // The last to close moves the log into the file, and a reader may not.
                readers.close().await;
                writer.close().await;
            }
            Engine::Postgres { pool, .. } => pool.close().await,
        }
    }
}

impl Watch {
    /// Tells of a commit, before its writer hears of it.
    fn tell(&self) {
        self.generation.fetch_add(1, Ordering::Release);
        self.committed.notify_waiters();
    }
}
