//! Serving: an instance from its folder to answered requests, and in good order to its end.

use crate::app::{self, App, Parts};
use crate::cli;
use crate::demo;
use crate::instance::{FolderLock, Instance, Stop};
use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use platform::clock::Clock;
use platform::configuration::Configuration;
use platform::database::Database;
use platform::failure::{Failure, Never};
use platform::jobs;
use platform::mail::Transport;
use platform::outbox;
use std::io::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tower::ServiceExt as _;
use web::protection;
use web::site::Settings;

/// How long requests may take to end once we were told to stop.
const DRAIN: Duration = Duration::from_secs(10);
/// How long a connection may take over the head of a request, or stay without asking anything: who
/// opens hundreds and says nothing would otherwise keep all others out.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to wait before accepting again, when that failed.
const BREATH: Duration = Duration::from_millis(50);

/// Serves until SIGTERM or SIGINT.
pub async fn serve(asked: cli::Serve) -> Result<(), Stop> {
    let mut stop = stop_signal()?;
    let instance = Instance::find(&asked.instance)?;
    let key = instance.key()?;
    let on_sqlite = instance.configuration.database.url.is_none();
    // On PostgreSQL several servers may share a database, each with a folder of its own.
    let _lock = FolderLock::take(&instance.folder)?;
    let listener = TcpListener::bind(asked.listen).await.map_err(|error| {
        Stop::failed(format!("Samverk cannot listen on {}: {error}.", asked.listen))
    })?;
    let address = listener.local_addr().unwrap_or(asked.listen);
    let transport =
        Transport::new(&instance.configuration.mail, &instance.folder).map_err(Stop::unreadable)?;
    let settings = settings(&instance.configuration, &transport, address)?;
    let clock = asked.now.map_or_else(Clock::machine, Clock::starting_at);

    let database = instance.open_migrated().await?;
    if on_sqlite || transport.folder().is_some() {
        void_leases(&database).await?;
    }
    if asked.demo {
        demo::fill(&database, &key, &clock, &settings.public_url).await?;
    }
    introduce(&database, &settings.public_url, clock.offset_seconds()).await?;
    let App { router, jobs, render, .. } =
        app::build(Parts { database: database.clone(), clock: clock.clone(), key, settings })
            .map_err(Stop::failed)?;
    let (stop_jobs, jobs_stop) = watch::channel(false);
    let working =
        tokio::spawn(jobs::run_until(jobs_stop, jobs, database.clone(), clock, transport, render));

    // Whoever reads the line may ask at once: what comes before the first accept waits in line.
    println!("listening on http://{address}");
    let _ = std::io::stdout().flush();
    answer(listener, router, &mut stop).await;

    let _ = stop_jobs.send(true);
    if tokio::time::timeout(DRAIN, working).await.is_err() {
        tracing::warn!("jobs did not end in time");
    }
    database.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Answers requests until the signal, then lets those that are on their way end.
async fn answer(listener: TcpListener, router: Router, stop: &mut watch::Receiver<bool>) {
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    let connections = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.wait_for(|it| *it) => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of descriptors, most likely: some are given back when connections end.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(BREATH).await;
                continue;
            }
        };
        // Answers are written whole; waiting to fill a packet only makes them late.
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request)
        });
        let connection = protocol.serve_connection(TokioIo::new(stream), service);
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            // Whoever goes away in the middle is no fault of ours.
            let _ = connection.await;
        });
    }
    drop(listener);
    tracing::info!("stopping: letting requests end");
    if tokio::time::timeout(DRAIN, connections.shutdown()).await.is_err() {
        tracing::warn!("some requests were cut off");
    }
}

/// Becomes true at SIGTERM or SIGINT.
fn stop_signal() -> Result<watch::Receiver<bool>, Stop> {
    let listen = |kind| {
        signal(kind)
            .map_err(|error| Stop::failed(format!("Signals cannot be listened to: {error}.")))
    };
    let (mut terminate, mut interrupt) =
        (listen(SignalKind::terminate())?, listen(SignalKind::interrupt())?);
    let (tell, told) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        let _ = tell.send(true);
        // Keeps the channel open: a closed one would look like a word to stop.
        tell.closed().await;
    });
    Ok(told)
}

fn settings(
    configuration: &Configuration,
    transport: &Transport,
    address: SocketAddr,
) -> Result<Settings, Stop> {
    let public_url = match &configuration.public_url {
        Some(url) => checked_public_url(url)?,
        None => format!("http://{address}"),
    };
    let trusted_proxies = configuration
        .trusted_proxies
        .iter()
        .map(|text| {
            protection::network(text).ok_or_else(|| {
                Stop::unreadable(format!(
                    "trusted_proxies holds {text:?}, which is neither an address nor a network \
                     such as 10.0.0.0/8."
                ))
            })
        })
        .collect::<Result<Vec<(IpAddr, u8)>, _>>()?;
    Ok(Settings {
        public_url,
        writes_per_minute: configuration.limits.writes_per_minute,
        picture_bytes_max: configuration.limits.picture_mib as usize * 1024 * 1024,
        trusted_proxies,
        dev: configuration.dev,
        mail_folder: transport.folder().map(ToOwned::to_owned),
        operator: configuration.operator.clone().filter(|it| !it.trim().is_empty()),
    })
}

/// Scheme and host alone, as links and origins need it.
pub fn checked_public_url(url: &str) -> Result<String, Stop> {
    let trimmed = url.trim_end_matches('/');
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
            Ok(trimmed.to_owned())
        }
        _ => Err(Stop::unreadable(format!(
            "public_url is {url:?}; it must be a scheme and a host, such as \
             https://samverk.example.org."
        ))),
    }
}

/// Whatever an earlier process was about to send is due now. On SQLite no other process can be
/// sending; in a folder a letter that is sent again replaces itself.
async fn void_leases(database: &Database) -> Result<(), Stop> {
    let voided = database
        .write::<_, Never>(|tx| Box::pin(async move { Ok(outbox::void_leases(tx).await?) }))
        .await;
    unrefused(voided).map(|_| ())
}

/// Tells other commands on this database where we are and by which clock we live.
async fn introduce(database: &Database, public_url: &str, offset_seconds: i64) -> Result<(), Stop> {
    let public_url = public_url.to_owned();
    let written = database
        .write::<_, Never>(move |tx| {
            let public_url = public_url.clone();
            Box::pin(async move {
                let earlier = platform::instance::find(tx).await?;
                let ours = platform::instance::Instance {
                    public_url,
                    clock_offset_seconds: offset_seconds,
                    demo_filled_at: earlier.as_ref().and_then(|it| it.demo_filled_at),
                };
                if earlier.as_ref() != Some(&ours) {
                    platform::instance::write(tx, &ours).await?;
                }
                Ok(())
            })
        })
        .await;
    unrefused(written)
}

fn unrefused<T: Default>(done: Result<T, Failure<Never>>) -> Result<T, Stop> {
    match done {
        Ok(done) => Ok(done),
        Err(Failure::NotFound) => Ok(T::default()),
        Err(Failure::Broken(error)) => Err(error.into()),
        Err(Failure::Refused(never)) => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_scheme_and_host() {
        let good = |url: &str| checked_public_url(url).ok();
        assert_eq!(
            good("https://samverk.example.org/").as_deref(),
            Some("https://samverk.example.org")
        );
        assert_eq!(good("http://127.0.0.1:8080").as_deref(), Some("http://127.0.0.1:8080"));
        for url in ["samverk.example.org", "https://", "https://x.example/sv", "ftp://x.example"] {
            assert!(checked_public_url(url).is_err_and(|it| it.code == 2), "{url}");
        }
    }
}
