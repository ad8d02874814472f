//! The county on both engines: what must always be found in it, on whichever day it is filled.

use super::county::sheets;
use super::*;
use crate::app;
use events::event::{Admission, AttendanceMode, Event, State};
use events::programme::{self, Choosing, ItemKind};
use events::registration::{self, Availability};
use jiff::Timestamp;
use platform::database::testing;

const URL: &str = "http://127.0.0.1:8080";

fn key() -> Key {
    Key::from_bytes(b"a key that only this test has")
}

fn standing(text: &str) -> Clock {
    Clock::standing_at(text.parse::<Timestamp>().unwrap())
}

async fn events(database: &Database) -> Vec<Event> {
    let mut session = database.read().await.unwrap();
    let mut all = event::list_all(&mut session, 0, 100).await.unwrap();
    all.reverse();
    all
}

async fn number(database: &Database, sql: &'static str) -> i64 {
    database.read().await.unwrap().number(sql, &[]).await.unwrap()
}

#[test]
fn every_sheet_can_be_read_and_speaks_of_kinds_that_exist() {
    let sheets = sheets();
    assert_eq!(sheets.iter().map(|it| it.registrations).sum::<u32>(), 300);
    let today = jiff::civil::date(2027, 3, 3);
    for sheet in &sheets {
        assert!(AttendanceMode::from_code(&sheet.mode).is_some(), "{}", sheet.slug);
        for day in &sheet.days {
            assert!(day.date(today) != today && day.starts < day.ends, "{}", sheet.slug);
        }
        for item in &sheet.items {
            assert!(ItemKind::from_code(&item.kind).is_some(), "{}: {}", sheet.slug, item.kind);
            let choosing = item.choosing.as_deref().map(Choosing::from_code);
            assert_ne!(choosing, Some(None), "{}", sheet.slug);
            assert!(item.day.is_none_or(|it| (1..=sheet.days.len()).contains(&it)));
        }
    }
}

#[tokio::test]
async fn two_texts_wait_to_be_looked_through() {
    let clock = standing("2026-12-28T10:00:00Z");
    for database in testing::databases(&app::migrations()).await {
        fill(&database, &key(), &clock, URL).await.unwrap();
        assert_eq!(number(&database, "SELECT count(*) AS n FROM reading").await, 2);
    }
    let today = jiff::civil::date(2026, 12, 28);
    let event = event::sample_event();
    let page = events::drafting::read_text(&texts::page(&event), today).unwrap();
    let kinds: Vec<_> = page.drafts[0].doubts.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [events::drafting::DoubtKind::DeadlineConflict]);
    let letter = events::drafting::read_text(&texts::letter(today), today).unwrap();
    assert_eq!(letter.drafts.len(), 3, "{letter:#?}");
    let conflicts = letter.drafts.iter().filter(|it| !it.doubts.is_empty()).count();
    assert_eq!(conflicts, 3, "two of one stop, and one without hours: {letter:#?}");
}

#[tokio::test]
async fn the_county_has_events_of_every_kind_on_each_weekday() {
    // Monday to Sunday, over the end of a year: days are counted in weeks, and a week must not
    // turn what is coming into what is past.
    for day in 25..=31 {
        let clock = standing(&format!("2026-12-{day}T10:00:00Z"));
        let now = clock.now();
        for database in testing::databases(&app::migrations()).await {
            fill(&database, &key(), &clock, URL).await.unwrap();
            let events = events(&database).await;
            assert_eq!(events.len(), 15);
            let takes = |event: &Event| {
                event.admission == Admission::Open
                    && registration::availability(event, now) == Availability::Open
            };
            let coming: Vec<_> = events
                .iter()
                .filter(|it| it.state.is_public() && event::ends_at(it).timestamp() > now.at)
                .collect();
            let first = coming.first().unwrap();
            assert!(takes(first), "{} is the first and takes nobody", first.slug);
            assert_eq!(first.limit.places, None);
            let mut session = database.read().await.unwrap();
            let items = programme::list(&mut session, first.id).await.unwrap();
            assert!(items.iter().any(|it| it.choosing == Choosing::RankedWishes));
            assert!(items.iter().flat_map(|it| &it.talks).all(|it| it.limit.places.is_none()));

            let is = |wanted: fn(&Availability) -> bool| {
                coming.iter().filter(|it| wanted(&registration::availability(it, now))).count()
            };
            assert!(is(|it| *it == Availability::Full) >= 1);
            assert!(is(|it| matches!(it, Availability::Closed { .. })) >= 1);
            assert!(is(|it| matches!(it, Availability::NotOpen { .. })) >= 1);
            assert!(is(|it| *it == Availability::Open) >= 6);
            let count = |wanted: fn(&Event) -> bool| events.iter().filter(|it| wanted(it)).count();
            assert_eq!(count(|it| matches!(it.state, State::Cancelled { .. })), 1);
            assert_eq!(count(|it| it.state == State::Draft), 1);
            assert_eq!(count(|it| matches!(it.admission, Admission::Invited { .. })), 1);
            assert_eq!(count(|it| it.pre_meeting_of.is_some()), 1);
            assert_eq!(events.len() - coming.len() - 1, 3, "past ones beside the draft");
        }
    }
}

#[tokio::test]
async fn three_hundred_come_and_nobody_gets_a_letter() {
    for database in testing::databases(&app::migrations()).await {
        let clock = standing("2027-05-18T12:00:00Z");
        fill(&database, &key(), &clock, URL).await.unwrap();
        assert_eq!(number(&database, "SELECT count(*) AS n FROM registration").await, 300);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 0);
        let jobs = registration::jobs(&database, &clock);
        platform::jobs::run_once(&jobs).await;
        let letters = "SELECT count(*) AS n FROM outbox WHERE kind <> 'registration.warning'";
        assert_eq!(number(&database, letters).await, 0);
    }
}

#[tokio::test]
async fn a_county_that_was_filled_is_left_as_it_is() {
    for database in testing::databases(&app::migrations()).await {
        fill(&database, &key(), &standing("2027-05-18T12:00:00Z"), URL).await.unwrap();
        let before = events(&database).await;
        fill(&database, &key(), &standing("2027-06-18T12:00:00Z"), URL).await.unwrap();
        assert_eq!(events(&database).await, before);
    }
}

#[tokio::test]
async fn other_content_is_never_mixed_with_a_county() {
    for database in testing::databases(&app::migrations()).await {
        let clock = standing("2027-05-18T12:00:00Z");
        access::make_link(&database, &key(), clock.now(), "somebody@example.org").await.unwrap();
        let stop = fill(&database, &key(), &clock, URL).await.unwrap_err();
        assert_eq!(stop.code, 1);
        assert!(events(&database).await.is_empty());
    }
}

#[tokio::test]
async fn whoever_signed_in_first_as_its_administrator_gets_the_county_all_the_same() {
    for database in testing::databases(&app::migrations()).await {
        let clock = standing("2027-05-18T12:00:00Z");
        access::make_link(&database, &key(), clock.now(), "admin@example.org").await.unwrap();
        fill(&database, &key(), &clock, URL).await.unwrap();
        assert_eq!(events(&database).await.len(), 15);
    }
}
