//! The commands, each from what was asked to what the program ends with.

use crate::cli::{self, Cli, Command};
use crate::divide;
use crate::instance::{Instance, LOG_VARIABLE};
use crate::serve;
use crate::texts;
use jiff::SignedDuration;
use partnership::access::{self, Refusal};
use platform::clock::Clock;
use platform::database::Database;
use platform::failure::Failure;
use std::io::IsTerminal as _;
use tracing_subscriber::EnvFilter;

pub use crate::instance::Stop;

/// More would only take memory: what waits is the disk, and handlers are short.
const WORKERS_MAX: usize = 8;

/// Does what was asked.
pub fn run(cli: Cli) -> Result<(), Stop> {
    // Reads a file and nothing else: no instance, no threads, no log.
    if let Command::Extract(asked) = &cli.command {
        return texts::extract(&asked.file);
    }
    log_to_stderr();
    let workers = std::thread::available_parallelism().map_or(2, usize::from).clamp(1, WORKERS_MAX);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .enable_all()
        .build()
        .map_err(|error| Stop::failed(format!("No threads could be started: {error}.")))?;
    let done = runtime.block_on(async {
        match cli.command {
            Command::Serve(asked) => serve::serve(asked).await,
            Command::Migrate(asked) => migrate(asked).await,
            Command::SignIn(asked) => sign_in(asked).await,
            Command::Divide(asked) => divide::divide(&asked),
            Command::Import(cli::Import::Page(asked)) => texts::import(asked).await,
            Command::Extract(asked) => texts::extract(&asked.file),
        }
    });
    // A blocking task that hangs must not hold up the end.
    runtime.shutdown_background();
    done
}

fn log_to_stderr() {
    let filter = EnvFilter::try_from_env(LOG_VARIABLE).unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
}

async fn migrate(asked: cli::Instance) -> Result<(), Stop> {
    let database = Instance::find(&asked)?.open_migrated().await?;
    database.close().await;
    Ok(())
}

/// Where the running server is, and how far its clock is from the machine's, in seconds.
pub(crate) async fn running(
    instance: &Instance,
    database: &Database,
) -> Result<(String, i64), Stop> {
    let running = platform::instance::find(&mut database.read().await?).await?;
    Ok(match running {
        Some(it) => (it.public_url, it.clock_offset_seconds),
        // Nobody has served it yet: what the next server will say unless it is told otherwise.
        None => match &instance.configuration.public_url {
            Some(url) => (serve::checked_public_url(url)?, 0),
            None => ("http://127.0.0.1:8080".to_owned(), 0),
        },
    })
}

/// Prints a one-time link that opens at the running server: by its clock and at its address.
async fn sign_in(asked: cli::SignIn) -> Result<(), Stop> {
    let instance = Instance::find(&asked.instance)?;
    let key = instance.key()?;
    let database = instance.open_migrated().await?;
    let (public_url, offset_seconds) = running(&instance, &database).await?;
    let clock = Clock::moved_by(SignedDuration::from_secs(offset_seconds));
    let made = access::make_link(&database, &key, clock.now(), &asked.email).await;
    database.close().await;
    match made {
        Ok(path) => {
            println!("{public_url}{path}");
            Ok(())
        }
        Err(Failure::Refused(Refusal::UnknownPerson) | Failure::NotFound) => {
            Err(Stop::failed(format!(
                "Nobody with the e-mail address {} has access here; an administrator can add them.",
                asked.email
            )))
        }
        Err(Failure::Refused(_)) => Err(Stop::failed(format!(
            "{} is no e-mail address; write one such as name@example.org.",
            asked.email
        ))),
        Err(Failure::Broken(error)) => Err(error.into()),
    }
}
