//! Editing a programme on real databases, both engines, with a clock that stands still.

mod commands;
mod pages;
mod samples;

use crate::event::{self, Event, sample_event};
use crate::programme::{self, ProgrammeItem};
use crate::registration::{By, Register, Registered, Registrant, Wanted, register_silently};
use jiff::Timestamp;
use platform::clock::Now;
use platform::database::{Database, MigrationText, testing};
use platform::failure::{Failure, Never};
use platform::secrets::Key;
use shared::ids::RegistrationId;
use shared::{Email, Language};
use web::words::Wordbook;

const NOON: &str = "2027-05-01T10:00:00Z";

fn noon() -> Now {
    Now { at: NOON.parse::<Timestamp>().unwrap() }
}

fn wordbook() -> Wordbook {
    Wordbook::new(&[web::WORDS, crate::programme_desk::WORDS]).unwrap()
}

/// A database on each engine, with the sample event and no programme.
async fn databases() -> Vec<(Database, Event)> {
    let texts: Vec<MigrationText> =
        [platform::MIGRATIONS, partnership::access::MIGRATIONS, &crate::migrations()].concat();
    let mut made = vec![];
    for database in testing::databases(&texts).await {
        let event = sample_event();
        let written = event.clone();
        database
            .write::<_, Never>(move |tx| {
                let event = written.clone();
                Box::pin(async move { Ok(event::insert(tx, &event).await?) })
            })
            .await
            .unwrap();
        made.push((database, event));
    }
    made
}

async fn programme_of(database: &Database, event: &Event) -> Vec<ProgrammeItem> {
    programme::list(&mut database.read().await.unwrap(), event.id).await.unwrap()
}

async fn titles(database: &Database, event: &Event) -> Vec<String> {
    programme_of(database, event).await.into_iter().map(|it| it.title.sv).collect()
}

async fn number(database: &Database, sql: &'static str) -> i64 {
    database.read().await.unwrap().number(sql, &[]).await.unwrap()
}

async fn change(database: &Database, sql: &'static str) {
    database
        .write::<_, Never>(move |tx| {
            Box::pin(async move { Ok(tx.execute(sql, &[]).await.map(drop)?) })
        })
        .await
        .unwrap();
}

/// Somebody registers with these wishes or choices.
async fn register(database: &Database, event: &Event, name: &str, wanted: Wanted) {
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
        wanted,
        by: By::Themselves,
    };
    let key = Key::from_bytes(b"a key that only this test has");
    let done = database
        .write(move |tx| {
            let (key, request) = (key.clone(), request.clone());
            Box::pin(async move { register_silently(tx, &key, noon(), request).await })
        })
        .await;
    match done {
        Ok(Registered::Anew(_)) => {}
        Err(Failure::Broken(error)) => panic!("{error}"),
        other => panic!("{other:?}"),
    }
}
