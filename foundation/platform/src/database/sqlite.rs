//! SQLite: a pool that reads, and ONE writer with a queue.
//!
//! SQLite has a single writer whatever we do; its busy handler is no queue and lets some wait for
//! seconds. Here writes stand in line, and those that stand in line together share one commit, so
//! that the disk is waited for once for all of them. Each keeps a savepoint of its own: what is
//! refused is undone alone. Nobody is answered before the shared commit is on the disk.

use super::{DatabaseError, Link, Session, Synchronous, Tx, Watch, Work};
use crate::failure::Failure;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection};
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// How many writes share one commit at the most.
const GROUP_MAX: usize = 128;
/// How many writes may stand in line; the next waits to join it.
const QUEUE_MAX: usize = 4096;
/// How long another process (a backup, a command) may keep the file locked.
const BUSY_TIMEOUT: Duration = Duration::from_secs(8);

type Attempt = Box<
    dyn for<'t> Fn(&'t mut Tx) -> Pin<Box<dyn Future<Output = bool> + Send + 't>> + Send + Sync,
>;

/// Where an answer waits for its commit.
type Aside<T, R> = Arc<Mutex<Option<Result<T, Failure<R>>>>>;

/// A write that stands in line.
struct Job {
    /// Runs the work, keeps its answer aside, and says whether what it wrote shall stay.
    attempt: Attempt,
    /// Answers whoever waits, with the fate of the commit.
    settle: Box<dyn FnOnce(Result<(), DatabaseError>) + Send>,
}

enum Message {
    Write(Job),
    Close(oneshot::Sender<()>),
}

/// The end of the queue where writes are handed in.
#[derive(Clone)]
pub(super) struct Writer {
    queue: mpsc::Sender<Message>,
    file: Arc<PathBuf>,
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .statement_cache_capacity(256)
        .disable_statement_logging()
}

pub(super) fn migration_options(file: &Path) -> SqliteConnectOptions {
    options(file).create_if_missing(true).synchronous(SqliteSynchronous::Full)
}

pub(super) async fn open(
    file: &Path,
    synchronous: Synchronous,
    group_commit: bool,
    watch: Arc<Watch>,
) -> Result<(Writer, SqlitePool), DatabaseError> {
    let synchronous = match synchronous {
        Synchronous::Full => SqliteSynchronous::Full,
        Synchronous::Off => SqliteSynchronous::Off,
    };
    let connection =
        options(file).create_if_missing(true).synchronous(synchronous).connect().await?;
    let readers = SqlitePoolOptions::new()
        .min_connections(1)
        .max_connections(4)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options(file).read_only(true))
        .await?;
    let (queue, line) = mpsc::channel(QUEUE_MAX);
    let tx = Tx(Session { link: Link::SqliteWriter(connection), watch: watch.clone() });
    tokio::spawn(serve(tx, line, if group_commit { GROUP_MAX } else { 1 }, watch));
    Ok((Writer { queue, file: Arc::new(file.to_owned()) }, readers))
}

impl Writer {
    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    pub(super) async fn write<T: Send + 'static, R: Send + 'static>(
        &self,
        work: impl for<'t> Fn(&'t mut Tx) -> Work<'t, T, R> + Send + Sync + 'static,
    ) -> Result<T, Failure<R>> {
        let answer: Aside<T, R> = Arc::new(Mutex::new(None));
        let (settled, wait) = oneshot::channel();
        let aside = answer.clone();
        let attempt: Attempt = Box::new(move |tx| {
            let aside = aside.clone();
            let running = work(tx);
            Box::pin(async move {
                let done = running.await;
                let keep = done.is_ok();
                *aside.lock().expect("nobody panics while holding the answer") = Some(done);
                keep
            })
        });
        let settle = Box::new(move |fate| {
            // Whoever asked may have gone away; the write stands all the same.
            let _ = settled.send(fate);
        });
        self.queue.send(Message::Write(Job { attempt, settle })).await.map_err(|_| {
            Failure::Broken(DatabaseError::Unreadable("the writer has ended".into()))
        })?;
        match wait.await {
            Ok(Ok(())) => answer
                .lock()
                .expect("nobody panics while holding the answer")
                .take()
                .expect("the writer settles a job only after it has run"),
            Ok(Err(error)) => Err(Failure::Broken(error)),
            Err(_) => {
                Err(Failure::Broken(DatabaseError::Unreadable("the writer has ended".into())))
            }
        }
    }

    pub(super) async fn close(&self) {
        let (done, wait) = oneshot::channel();
        if self.queue.send(Message::Close(done)).await.is_ok() {
            let _ = wait.await;
        }
    }
}

/// Takes writes from the line for as long as there is one.
async fn serve(mut tx: Tx, mut line: mpsc::Receiver<Message>, group_max: usize, watch: Arc<Watch>) {
    while let Some(message) = line.recv().await {
        let mut next = Some(message);
        let mut closing = None;
        let mut kept = vec![];
        let mut begun = statement(&mut tx, "BEGIN IMMEDIATE").await;
        let mut count = 0;
        while let Some(message) = next.take() {
            let job = match message {
                Message::Write(job) => job,
                Message::Close(done) => {
                    closing = Some(done);
                    break;
                }
            };
            count += 1;
            match &begun {
                Ok(()) => match run(&mut tx, &job.attempt).await {
                    // A refusal has written nothing that it needs to wait for.
                    Ok(false) => (job.settle)(Ok(())),
                    Ok(true) => kept.push(job.settle),
                    Err(error) => {
                        (job.settle)(Err(error));
                    }
                },
                Err(_) => {
                    let error = std::mem::replace(&mut begun, Err(DatabaseError::Busy)).err();
                    (job.settle)(Err(error.unwrap_or(DatabaseError::Busy)));
                }
            }
            if count < group_max {
                next = line.try_recv().ok();
            }
        }
        if begun.is_ok() {
            let fate = if kept.is_empty() {
                statement(&mut tx, "ROLLBACK").await
            } else {
                statement(&mut tx, "COMMIT").await
            };
            if fate.is_err() {
                let _ = statement(&mut tx, "ROLLBACK").await;
            } else if !kept.is_empty() {
                watch.tell();
            }
            let mut fate = fate;
            for settle in kept {
                let told = match &mut fate {
                    Ok(()) => Ok(()),
                    Err(error) => Err(std::mem::replace(error, DatabaseError::Busy)),
                };
                settle(told);
            }
        }
        if let Some(done) = closing {
            line.close();
            if let Link::SqliteWriter(connection) = tx.0.link {
                let _ = connection.close().await;
            }
            let _ = done.send(());
            return;
        }
    }
}

/// One write behind its own savepoint: `true` when it stays.
async fn run(tx: &mut Tx, attempt: &Attempt) -> Result<bool, DatabaseError> {
    statement(tx, "SAVEPOINT work").await?;
    let keep = {
        let mut running = attempt(tx);
        // A panic in one write must not end the writer that all others wait for.
        poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| running.as_mut().poll(context))) {
            Ok(Poll::Ready(keep)) => Poll::Ready(Some(keep)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(_) => Poll::Ready(None),
        })
        .await
    };
    if keep == Some(true) {
        statement(tx, "RELEASE work").await?;
        return Ok(true);
    }
    statement(tx, "ROLLBACK TO work").await?;
    statement(tx, "RELEASE work").await?;
    keep.ok_or_else(|| DatabaseError::Unreadable("the work panicked; see the log".into()))
}

async fn statement(tx: &mut Tx, sql: &'static str) -> Result<(), DatabaseError> {
    match &mut tx.0.link {
        Link::SqliteWriter(connection) => {
            sqlx::query(sql).execute(connection).await?;
            Ok(())
        }
        _ => unreachable!("the writer holds a SQLite connection"),
    }
}
