//! Reading: the event page against a file server, and what many rows cost.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::http::{self, Answer};
use super::instance::{Instance, Settings, fresh_folder};
use super::load;
use super::nginx::Nginx;
use super::report::{Row, Target, median};
use super::{ALTERNATIONS, Bench};
use crate::postgres::{Durability, Postgres};

const CONNECTIONS: usize = 32;
const TURN: Duration = Duration::from_secs(3);
const CHANGES: u32 = 20;
/// Turns of the comparison of few rows with many, and how long each takes.
const TURNS: usize = 25;
const SHORT_TURN: Duration = Duration::from_millis(200);
const WARM_UP: Duration = Duration::from_millis(500);

/// The event page as shipped against nginx with the same bytes and headers.
pub fn against_nginx(bench: &Bench) -> Result<Vec<Row>, String> {
    let ours = bench.instance("page", &Settings::default())?;
    let path = ours.first_event()?;
    let page = ours.connect()?.get(&path, "")?;
    expect_page(&page, &path)?;
    let nginx = Nginx::serve(&page)?;
    let (mut our_rates, mut peer_rates) = (vec![], vec![]);
    requests_per_second(ours.address, &path, WARM_UP)?;
    requests_per_second(nginx.address, "/page", WARM_UP)?;
    for _ in 0..ALTERNATIONS {
        our_rates.push(requests_per_second(ours.address, &path, TURN)?);
        peer_rates.push(requests_per_second(nginx.address, "/page", TURN)?);
    }
    let ratios = our_rates.iter().zip(&peer_rates).map(|(ours, peer)| ours / peer).collect();
    Ok(vec![
        Row {
            name: "event page, 32 connections, against nginx",
            unit: "1/s",
            ours: median(our_rates),
            peer: Some(median(peer_rates)),
            ratio: Some(median(ratios)),
            target: Target::ShareOfPeer(0.25),
        },
        Row::alone(
            "event page, changes that the next request did not show",
            "of 20",
            changes_unseen(&ours, &path)?,
            Target::Exactly(0.0),
        ),
    ])
}

/// Changes the event while the page is asked for without a pause.
fn changes_unseen(instance: &Instance, path: &str) -> Result<f64, String> {
    let slug = path.rsplit('/').next().unwrap_or_default();
    let over = AtomicBool::new(false);
    let request = http::get(instance.address, path, "");
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| {
            load::drive(instance.address, CONNECTIONS, |_| {
                (!over.load(Ordering::Relaxed)).then(|| request.clone())
            })
        });
        let unseen = instance.changes_unseen(slug, CHANGES);
        over.store(true, Ordering::Relaxed);
        let asked = asking.join().expect("the asking thread ends")?;
        if asked.statuses.keys().any(|status| *status != 200) {
            return Err(format!("{path} is answered {:?}", asked.statuses));
        }
        unseen
    })
}

/// The event page with 10 and 10,000 registrations, the list with 10 and 5,000 events: the time one
/// request takes, alternating. Most requests meet a kept page; on PostgreSQL, where others may write, each
/// asks first whether anything changed.
pub fn with_many_rows(bench: &Bench) -> Result<Vec<Row>, String> {
    let start = |name| bench.instance(name, &Settings::default());
    let mut rows = growth(
        (start("few")?, start("many")?),
        [
            "event page, one request, 10 registrations",
            "event page, 10,000 registrations against 10",
            "list, one request, 10 events more",
            "list, 5,000 events more against 10",
        ],
    )?;
    let server = Postgres::start("growth", Durability::Full)?;
    let start = |name: &str| {
        let database = Some(server.make_database(name, None)?);
        Instance::start(&fresh_folder(name)?, &Settings { database, ..Settings::default() })
    };
    rows.extend(growth(
        (start("few_rows")?, start("many_rows")?),
        [
            "event page on PostgreSQL, one request, 10 registrations",
            "event page on PostgreSQL, 10,000 registrations against 10",
            "list on PostgreSQL, one request, 10 events more",
            "list on PostgreSQL, 5,000 events more against 10",
        ],
    )?);
    Ok(rows)
}

fn growth((few, many): (Instance, Instance), names: [&'static str; 4]) -> Result<Vec<Row>, String> {
    let (few_form, many_form) = (few.make_event(20_000)?, many.make_event(20_000)?);
    super::registrations::fill(&few, &few_form, 10)?;
    super::registrations::fill(&many, &many_form, 10_000)?;
    // Letters on their way take turns with the pages and make kept ones void.
    many.letters_written(10_000)?;
    let page = |form: &str| form.trim_end_matches("/anmalan").to_owned();
    let pages = alternately((&few, &page(&few_form)), (&many, &page(&many_form)))?;
    few.make_events(10)?;
    many.make_events(5000)?;
    let lists = alternately((&few, "/sv/evenemang"), (&many, "/sv/evenemang"))?;
    let [page_name, page_ratio, list_name, list_ratio] = names;
    Ok(vec![
        Row::alone(page_name, "us", pages.0, Target::Nothing),
        Row::alone(page_ratio, "x", pages.1, Target::AtMost(1.3)),
        Row::alone(list_name, "us", lists.0, Target::Nothing),
        Row::alone(list_ratio, "x", lists.1, Target::AtMost(1.3)),
    ])
}

/// The median time of one request where few rows are, in microseconds, and how many times that it
/// takes where many are. Short turns, and many: what else the machine does falls on both.
fn alternately(few: (&Instance, &str), many: (&Instance, &str)) -> Result<(f64, f64), String> {
    let (mut few_times, mut ratios) = (vec![], vec![]);
    for _ in 0..TURNS {
        let time = one_at_a_time_us(few.0, few.1)?;
        ratios.push(one_at_a_time_us(many.0, many.1)? / time);
        few_times.push(time);
    }
    Ok((median(few_times), median(ratios)))
}

fn requests_per_second(address: SocketAddr, path: &str, turn: Duration) -> Result<f64, String> {
    let measured = load::repeat(address, CONNECTIONS, turn, &http::get(address, path, ""))?;
    if measured.statuses.keys().any(|status| *status != 200) {
        return Err(format!("{path} is answered {:?}", measured.statuses));
    }
    Ok(measured.rate(200))
}

/// The median time of one request on an idle instance, in microseconds.
fn one_at_a_time_us(instance: &Instance, path: &str) -> Result<f64, String> {
    let request = http::get(instance.address, path, "");
    let measured = load::repeat(instance.address, 1, SHORT_TURN, &request)?;
    if measured.statuses.keys().any(|status| *status != 200) {
        return Err(format!("{path} is answered {:?}", measured.statuses));
    }
    Ok(measured.latency_ms(0.5) * 1000.0)
}

fn expect_page(page: &Answer, path: &str) -> Result<(), String> {
    if page.status != 200 || page.sent.len() < 1000 {
        return Err(format!("{path} answers {} with {} bytes", page.status, page.sent.len()));
    }
    Ok(())
}
