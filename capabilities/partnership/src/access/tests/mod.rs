//! Access on real databases, both engines, with a clock that stands still.

mod letters;
mod links;
mod pages;
mod people;
mod samples;
mod sessions;
mod statements;

use crate::access::commands;
use crate::access::rules;
use crate::access::types::{AddPerson, SessionSecret, SignInLinkId};
use crate::access::{LetterContext, MIGRATIONS, WORDS};
use jiff::Timestamp;
use platform::clock::{Clock, Now};
use platform::database::{Database, MigrationText, testing};
use platform::secrets::Key;
use shared::Language;
use shared::ids::PersonId;
use web::asked::Role;
use web::words::Wordbook;

const NOON: &str = "2027-05-18T12:00:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn noon() -> Now {
    now(NOON)
}

fn now(text: &str) -> Now {
    Now { at: at(text) }
}

fn standing(text: &str) -> Clock {
    Clock::standing_at(at(text))
}

fn key() -> Key {
    Key::from_bytes(b"a key that only this test has")
}

fn wordbook() -> Wordbook {
    Wordbook::new(&[web::WORDS, WORDS]).unwrap()
}

fn context(database: &Database) -> LetterContext {
    LetterContext {
        database: database.clone(),
        key: key(),
        words: wordbook(),
        public_url: "https://samverk.example.org".to_owned(),
    }
}

async fn databases() -> Vec<Database> {
    let texts: Vec<MigrationText> = [platform::MIGRATIONS, MIGRATIONS].concat();
    testing::databases(&texts).await
}

async fn number(database: &Database, sql: &'static str) -> i64 {
    database.read().await.unwrap().number(sql, &[]).await.unwrap()
}

async fn add(database: &Database, name: &str, email: &str, role: Role) -> PersonId {
    let request = AddPerson {
        id: PersonId::new(),
        name: name.to_owned(),
        email: email.to_owned(),
        role: Some(role),
        language: Language::Swedish,
    };
    commands::add_person(database, noon(), request, None).await.unwrap()
}

/// Somebody's link made at noon.
async fn link(database: &Database, email: &str) -> SignInLinkId {
    let path = commands::make_link(database, &key(), noon(), email).await.unwrap();
    rules::read_link(&key(), path.rsplit('/').next().unwrap()).unwrap()
}

async fn session(database: &Database, email: &str) -> SessionSecret {
    commands::sign_in(database, noon(), link(database, email).await).await.unwrap()
}

/// The name of whoever is signed in with the secret.
async fn holder(database: &Database, clock: &Clock, secret: &SessionSecret) -> Option<String> {
    let found = commands::session_holder(database, clock, secret.0.clone()).await.unwrap();
    found.map(|it| it.name)
}
