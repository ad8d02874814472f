//! Writing: registrations through HTTP, on SQLite and PostgreSQL, against what the disk and the
//! database allow.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use super::http::{Connection, encoded, get, post};
use super::instance::{Instance, Settings, copy_folder, fresh_folder};
use super::load::{self, Measured};
use super::report::{Row, Target, median};
use super::{ALTERNATIONS, Bench, machine};
use crate::postgres::{Durability, Postgres};
use crate::programs::{self, cargo};
use crate::tell;

const CONNECTIONS: usize = 64;
const TURN: Duration = Duration::from_secs(4);
/// As many as an event can have and more than any turn registers: the counter is hot and never full.
const ENOUGH_PLACES: u32 = 100_000;

const PEOPLE: u32 = 16;
const ATTEMPTS: u32 = 500;
const PLACES: u32 = 300;

/// Sixteen people, 500 attempts on 300 places, each from the form to the receipt.
pub fn whole_sign_up(bench: &Bench) -> Result<Vec<Row>, String> {
    let mut turns = vec![];
    for _ in 0..ALTERNATIONS {
        let instance = bench.instance("signup", &Settings::default())?;
        let form = instance.make_event(PLACES)?;
        turns.push(sign_up_turn(&instance, &form)?);
    }
    let middle = |figure: fn(&SignUps) -> f64| median(turns.iter().map(figure).collect());
    let worst = |figure: fn(&SignUps) -> f64| turns.iter().map(figure).fold(f64::MIN, f64::max);
    Ok(vec![
        Row::alone("sign-up, 16 people", "1/s", middle(|it| it.rate), Target::AtLeast(300.0)),
        Row::alone("sign-up, 99th percentile", "ms", middle(|it| it.p99_ms), Target::AtMost(100.0)),
        Row::alone("sign-up, requests", "each", worst(|it| it.requests), Target::AtMost(4.0)),
        Row::alone(
            "sign-up, HTML with gzip",
            "kB each",
            worst(|it| it.html_kb),
            Target::AtMost(30.0),
        ),
        Row::alone("sign-up, processor", "ms each", middle(|it| it.cpu_ms), Target::AtMost(5.0)),
        Row::alone(
            "sign-up, accepted of 500 on 300 places",
            "",
            turns.iter().map(|it| it.accepted).find(|it| (it - 300.0).abs() > 0.5).unwrap_or(300.0),
            Target::Exactly(300.0),
        ),
    ])
}

struct SignUps {
    rate: f64,
    p99_ms: f64,
    requests: f64,
    html_kb: f64,
    cpu_ms: f64,
    accepted: f64,
}

struct Attempt {
    length: Duration,
    requests: u32,
    html_bytes: usize,
    accepted: bool,
}

fn sign_up_turn(instance: &Instance, form: &str) -> Result<SignUps, String> {
    let next = AtomicU32::new(0);
    let before = machine::processor_time(instance.id())?;
    let started = Instant::now();
    let person = || {
        let mut attempts = vec![];
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= ATTEMPTS {
                return Ok(attempts);
            }
            attempts.push(sign_up(instance.address, form, number)?);
        }
    };
    let attempts: Vec<Attempt> = std::thread::scope(|scope| {
        let people: Vec<_> = (0..PEOPLE).map(|_| scope.spawn(person)).collect();
        let joined = people.into_iter().map(|it| it.join().expect("a person's thread ends"));
        joined.collect::<Result<Vec<Vec<Attempt>>, String>>()
    })?
    .into_iter()
    .flatten()
    .collect();
    let length = started.elapsed().as_secs_f64();
    let cpu = machine::processor_time(instance.id())?.saturating_sub(before);
    let mut times: Vec<f64> = attempts.iter().map(|it| it.length.as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    let count = attempts.len() as f64;
    let whole = || attempts.iter().filter(|it| it.accepted);
    Ok(SignUps {
        rate: count / length,
        p99_ms: times[(times.len() * 99 / 100).min(times.len() - 1)],
        requests: whole().map(|it| f64::from(it.requests)).fold(0.0, f64::max),
        html_kb: whole().map(|it| it.html_bytes as f64 / 1000.0).fold(0.0, f64::max),
        cpu_ms: cpu.as_secs_f64() * 1000.0 / count,
        accepted: whole().count() as f64,
    })
}

/// One person's way over one connection: the form, the post with the form's key, the receipt.
fn sign_up(address: SocketAddr, form: &str, number: u32) -> Result<Attempt, String> {
    let started = Instant::now();
    let mut connection = Connection::open(address)?;
    let mut attempt =
        Attempt { length: Duration::ZERO, requests: 1, html_bytes: 0, accepted: false };
    let page = connection.ask(&get(address, form, "Accept-Encoding: gzip\r\n"))?;
    attempt.html_bytes += page.sent.len();
    let text = page.text()?;
    if page.status != 200 {
        return Err(format!("{form} answers {}", page.status));
    }
    if !text.contains("data-outcome=\"full\"") {
        let key = form_key(&text).ok_or("the form carries no form_key")?;
        let body = format!(
            "form_key={}&name={}&email=sign.up.{number}%40example.org&language=sv",
            encoded(&key),
            encoded("Hedda Åkerblom")
        );
        let answer = connection.ask(&post(address, form, &body))?;
        attempt.requests += 1;
        attempt.html_bytes += answer.sent.len();
        match answer.status {
            303 => {
                let receipt = answer.header("location").ok_or("303 without a Location")?;
                let path = receipt.strip_prefix(&format!("http://{address}")).unwrap_or(receipt);
                let receipt = connection.ask(&get(address, path, "Accept-Encoding: gzip\r\n"))?;
                attempt.requests += 1;
                attempt.html_bytes += receipt.sent.len();
                attempt.accepted = receipt.text()?.contains("data-outcome=\"accepted\"");
            }
            409 if answer.text()?.contains("data-outcome=\"full\"") => {}
            other => return Err(format!("a registration is answered {other}")),
        }
    }
    attempt.length = started.elapsed();
    Ok(attempt)
}

fn form_key(html: &str) -> Option<String> {
    let field = html.split("<input").find(|it| it.contains("name=\"form_key\""))?;
    Some(field.split("value=\"").nth(1)?.split('"').next()?.to_owned())
}

/// SQLite: group commit and full durability against the same binary without either.
pub fn on_sqlite(bench: &Bench) -> Result<Vec<Row>, String> {
    let single = Settings {
        environment: vec![("SAMVERK_DATABASE__GROUP_COMMIT", "false")],
        ..Settings::default()
    };
    let off = Settings {
        environment: vec![("SAMVERK_DATABASE__SYNCHRONOUS", "off")],
        ..Settings::default()
    };
    let (mut ours, mut singles, mut offs) = (vec![], vec![], vec![]);
    let (mut p99, mut errors) = (vec![], 0);
    for _ in 0..ALTERNATIONS {
        let measured = turn(bench, "sqlite", &Settings::default())?;
        ours.push(measured.rate(303));
        p99.push(measured.latency_ms(0.99));
        errors += measured.server_errors();
        singles.push(turn(bench, "sqlite-single", &single)?.rate(303));
        offs.push(turn(bench, "sqlite-off", &off)?.rate(303));
    }
    // The smaller of five times no group commit and six tenths of no waiting for the disk.
    let bounds: Vec<f64> =
        singles.iter().zip(&offs).map(|(single, off)| (5.0 * single).min(0.6 * off)).collect();
    let against = |name, peers: &[f64], target| Row {
        name,
        unit: "1/s",
        ours: median(ours.clone()),
        peer: Some(median(peers.to_vec())),
        ratio: Some(median(ours.iter().zip(peers).map(|(ours, peer)| ours / peer).collect())),
        target,
    };
    Ok(vec![
        against("registrations, SQLite FULL, against the bound", &bounds, Target::ShareOfPeer(1.0)),
        against("  no group commit", &singles, Target::Nothing),
        against("  synchronous off", &offs, Target::Nothing),
        Row::alone(
            "registrations, SQLite, 99th percentile",
            "ms",
            median(p99),
            Target::AtMost(250.0),
        ),
        Row::alone("registrations, SQLite, answers 5xx", "", errors as f64, Target::Exactly(0.0)),
        Row::alone("registrations, SQLite, oversold", "", oversold(bench)?, Target::Exactly(0.0)),
    ])
}

/// PostgreSQL: one hot event against a bare insert and counter with the same driver.
pub fn on_postgres(_: &Bench) -> Result<Vec<Row>, String> {
    tell::step("building the peer");
    let peer = ["build", "--quiet", "--release", "-p", "xtask", "--example", "bare_postgres"];
    programs::run(cargo(&peer))?;
    let server = Postgres::start("bench", Durability::Full)?;
    let settings = |database| Settings { database: Some(database), ..Settings::default() };
    let folder = fresh_folder("postgres-filled")?;
    let filled = Instance::start(&folder, &settings(server.make_database("filled", None)?))?;
    let form = filled.make_event(ENOUGH_PLACES)?;
    filled.stop();
    let (mut ours, mut peers, mut p99, mut errors) = (vec![], vec![], vec![], 0);
    for turn in 0..ALTERNATIONS {
        let database = server.make_database(&format!("samverk_{turn}"), Some("filled"))?;
        let instance = Instance::start(&copy_folder(&folder, "postgres")?, &settings(database))?;
        let measured = register_for(&instance, &form)?;
        instance.stop();
        ours.push(measured.rate(303));
        p99.push(measured.latency_ms(0.99));
        errors += measured.server_errors();
        peers.push(bare(&server.make_database(&format!("bare_{turn}"), None)?)?);
    }
    let ratios = ours.iter().zip(&peers).map(|(a, b)| a / b).collect();
    Ok(vec![
        Row {
            name: "registrations, PostgreSQL, against bare SQL",
            unit: "1/s",
            ours: median(ours),
            peer: Some(median(peers)),
            ratio: Some(median(ratios)),
            target: Target::ShareOfPeer(0.6),
        },
        Row::alone(
            "registrations, PostgreSQL, 99th percentile",
            "ms",
            median(p99),
            Target::AtMost(250.0),
        ),
        Row::alone(
            "registrations, PostgreSQL, answers 5xx",
            "",
            errors as f64,
            Target::Exactly(0.0),
        ),
    ])
}

/// Transactions in a second of the bare peer, over as many connections as ours keeps.
fn bare(database: &str) -> Result<f64, String> {
    let peer = crate::tree::target().join("release/examples/bare_postgres");
    let mut command = programs::command(peer, &[], &crate::tree::root());
    command.args([database, &TURN.as_secs().to_string()]);
    let said = programs::output(command)?;
    said.trim().parse().map_err(|_| format!("the peer said {said}"))
}

fn turn(bench: &Bench, name: &str, settings: &Settings) -> Result<Measured, String> {
    let instance = bench.instance(name, settings)?;
    let form = instance.make_event(ENOUGH_PLACES)?;
    register_for(&instance, &form)
}

/// Posts without a form key, each a form of its own, for one turn.
fn register_for(instance: &Instance, form: &str) -> Result<Measured, String> {
    let until = Instant::now() + TURN;
    let measured = load::drive(instance.address, CONNECTIONS, |number| {
        (Instant::now() < until).then(|| registration(instance.address, form, number))
    })?;
    match measured.statuses.keys().find(|status| **status != 303 && **status < 500) {
        Some(other) => Err(format!("registrations are answered {other}")),
        None => Ok(measured),
    }
}

/// Registers `count` people.
pub fn fill(instance: &Instance, form: &str, count: u64) -> Result<(), String> {
    let measured = load::drive(instance.address, CONNECTIONS.min(16), |number| {
        (number < count).then(|| registration(instance.address, form, number))
    })?;
    if measured.count(303) == count {
        Ok(())
    } else {
        Err(format!("registrations are answered {:?}", measured.statuses))
    }
}

/// How many more than the places were accepted when 64 connections ask for four times as many.
fn oversold(bench: &Bench) -> Result<f64, String> {
    let instance = bench.instance("oversold", &Settings::default())?;
    let form = instance.make_event(500)?;
    let measured = load::drive(instance.address, CONNECTIONS, |number| {
        (number < 2000).then(|| registration(instance.address, &form, number))
    })?;
    if measured.count(303) + measured.count(409) != 2000 {
        return Err(format!("registrations are answered {:?}", measured.statuses));
    }
    Ok(measured.count(303) as f64 - 500.0)
}

fn registration(address: SocketAddr, form: &str, number: u64) -> Vec<u8> {
    let body = format!("name=Ture%20M%C3%A4tt&email=bench.{number}%40example.org&language=sv");
    post(address, form, &body)
}
