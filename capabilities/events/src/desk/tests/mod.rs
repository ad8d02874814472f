//! The desk on real databases, both engines, with a clock that stands still.

mod commands;
mod pages;
mod pictures;
mod plans;
mod samples;
mod states;
mod weeks;

use crate::desk::WORDS;
use crate::desk::commands as verbs;
use crate::desk::types::{PictureChange, Refusal, Save, Why};
use crate::event::{self, Event, EventDay};
use crate::registration::{By, Register, Registered, Registrant, Wanted, register_silently};
use jiff::civil::{Date, Time, date, time};
use platform::clock::Now;
use platform::database::{Database, MigrationText, testing};
use platform::failure::{Failure, Never};
use platform::secrets::Key;
use shared::ids::{PersonId, RegistrationId};
use shared::{Email, Language};
use web::Fields;
use web::words::Wordbook;

const NOON: &str = "2027-05-01T10:00:00Z";

fn now(text: &str) -> Now {
    Now { at: text.parse().unwrap() }
}

fn noon() -> Now {
    now(NOON)
}

fn wordbook() -> Wordbook {
    let slices = [web::WORDS, event::WORDS, crate::announcement::WORDS, WORDS];
    Wordbook::new(&slices).unwrap()
}

fn key() -> Key {
    Key::from_bytes(b"a key that only this test has")
}

async fn databases() -> Vec<Database> {
    let texts: Vec<MigrationText> =
        [platform::MIGRATIONS, partnership::access::MIGRATIONS, &crate::migrations()].concat();
    testing::databases(&texts).await
}

async fn text(database: &Database, sql: &'static str) -> String {
    let row = database.read().await.unwrap().fetch_optional(sql, &[]).await.unwrap();
    row.unwrap().text("text").unwrap()
}

async fn number(database: &Database, sql: &'static str) -> i64 {
    database.read().await.unwrap().number(sql, &[]).await.unwrap()
}

/// The least that can be saved: a title, a day and its hours, on Wednesday 26 May 2027.
const LEAST: [(&str, &str); 4] =
    [("title", "Lediga rum"), ("day_1", "26 maj 2027"), ("from_1", "16"), ("to_1", "18.00")];

/// The least, with `others` over it.
fn form(others: &[(&str, &str)]) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in LEAST.iter().chain(others) {
        fields.set(name, *value);
    }
    fields
}

fn save(others: &[(&str, &str)]) -> Save {
    Save { fields: form(others), picture: PictureChange::Keep }
}

fn hours(day: Date, starts: Time, ends: Time) -> EventDay {
    EventDay { day, starts, ends }
}

async fn create(database: &Database, others: &[(&str, &str)]) -> Event {
    let slug = verbs::create(database, noon(), PersonId::new(), save(others)).await.unwrap();
    find(database, &slug).await
}

async fn find(database: &Database, slug: &str) -> Event {
    event::find_by_slug(&mut database.read().await.unwrap(), slug).await.unwrap().unwrap()
}

async fn published(database: &Database, others: &[(&str, &str)]) -> Event {
    let event = create(database, others).await;
    verbs::publish(database, noon(), event.id).await.unwrap();
    find(database, &event.slug).await
}

/// Saves the least with `others` over an event, an hour after noon.
async fn edit(
    database: &Database,
    event: &Event,
    tell: bool,
    others: &[(&str, &str)],
) -> Result<String, Failure<Vec<Refusal>>> {
    let later = now("2027-05-01T11:00:00Z");
    let request =
        verbs::Edit { id: event.id, seen: Some(event.updated_at), tell, save: save(others) };
    verbs::edit(database, wordbook(), later, request).await
}

#[track_caller]
fn refusals<T: std::fmt::Debug>(done: Result<T, Failure<Vec<Refusal>>>) -> Vec<(String, Why)> {
    match done {
        Err(Failure::Refused(them)) => them.into_iter().map(|it| (it.field, it.why)).collect(),
        other => panic!("{other:?}"),
    }
}

/// Somebody registers.
async fn register(database: &Database, event: &Event, name: &str) {
    let request = Register {
        id: RegistrationId::new(),
        event: event.id,
        form_mark: None,
        registrant: Registrant {
            name: name.to_owned(),
            email: Email::parse(&format!("{name}@example.org")).unwrap(),
            organisation: String::new(),
            sector: None,
            municipality: String::new(),
            role: None,
            language: Language::Swedish,
        },
        wanted: Wanted::default(),
        by: By::Themselves,
    };
    let done = database
        .write(move |tx| {
            let request = request.clone();
            Box::pin(async move { register_silently(tx, &key(), noon(), request).await })
        })
        .await;
    assert!(matches!(done, Ok(Registered::Anew(_))), "{name}");
    // Registered without a letter, and from then on like everybody else.
    let loud = database
        .write::<_, Never>(|tx| {
            Box::pin(
                async move { Ok(tx.execute("UPDATE registration SET silent = 0", &[]).await?) },
            )
        })
        .await;
    assert!(loud.is_ok());
}
