//! Work that is done without being asked: letters that are due, and what the capabilities have to
//! do on a day. Each job is idempotent; a job that fails is logged and tried again at its next turn.

use crate::clock::Clock;
use crate::database::{Database, DatabaseError};
use crate::mail::Transport;
use crate::outbox::{self, Render};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often the clock is looked at.
const TURN: Duration = Duration::from_secs(1);

/// What a job does when its turn comes.
pub type Run =
    Arc<dyn Fn() -> Pin<Box<dyn Future<Output = Result<(), DatabaseError>> + Send>> + Send + Sync>;

/// Something to do at every turn. It asks the clock itself whether there is anything to do.
#[derive(Clone)]
pub struct Job {
    pub name: &'static str,
    pub run: Run,
}

impl Job {
    pub fn new<F>(name: &'static str, run: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<(), DatabaseError>> + Send + 'static,
    {
        Self { name, run: Arc::new(move || Box::pin(run())) }
    }
}

/// Runs each job once, in order; the tests' way to let time pass.
pub async fn run_once(jobs: &[Job]) {
    for job in jobs {
        if let Err(error) = (job.run)().await {
            tracing::error!(job = job.name, %error, "job failed");
        }
    }
}

/// Runs jobs and sends letters until `stop` says so; a letter goes as soon as its cause is
/// committed.
pub async fn run_until(
    mut stop: watch::Receiver<bool>,
    jobs: Vec<Job>,
    database: Database,
    clock: Clock,
    transport: Transport,
    render: Render,
) {
    let letters = tokio::spawn({
        let mut stop = stop.clone();
        async move {
            while !*stop.borrow() {
                let sent = outbox::deliver(&database, &clock, &transport, &render, &stop).await;
                match sent {
                    Ok(count) if count > 0 => continue,
                    Ok(_) => {}
                    Err(error) => tracing::error!(%error, "letters could not be looked up"),
                }
                tokio::select! {
                    () = database.committed() => {}
                    () = tokio::time::sleep(TURN) => {}
                    _ = stop.changed() => {}
                }
            }
        }
    });
    while !*stop.borrow() {
        run_once(&jobs).await;
        tokio::select! {
            () = tokio::time::sleep(TURN) => {}
            _ = stop.changed() => {}
        }
    }
    let _ = letters.await;
}
