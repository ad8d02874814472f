//! Drafting on real databases, both engines, with a clock that stands still.

mod commands;
mod readings;
mod samples;

use crate::drafting::WORDS;
use crate::drafting::commands as verbs;
use crate::drafting::rules::filling;
use crate::drafting::store;
use crate::drafting::types::{Draft, Findings, Reading, ReadingId};
use crate::event::{self, Event};
use crate::programme::{self, ProgrammeItem};
use jiff::civil::{Date, date};
use platform::clock::Now;
use platform::database::{Database, MigrationText, testing};
use shared::Language;
use shared::ids::PersonId;
use web::Fields;
use web::words::Wordbook;

const TODAY: Date = date(2027, 3, 1);

fn noon() -> Now {
    Now { at: "2027-03-01T11:00:00Z".parse().unwrap() }
}

fn wordbook() -> Wordbook {
    let slices =
        [web::WORDS, event::WORDS, crate::desk::WORDS, crate::programme_desk::WORDS, WORDS];
    Wordbook::new(&slices).unwrap()
}

async fn databases() -> Vec<Database> {
    let texts: Vec<MigrationText> =
        [platform::MIGRATIONS, partnership::access::MIGRATIONS, &crate::migrations()].concat();
    testing::databases(&texts).await
}

/// An invented page with a programme, read on 1 March 2027.
const PAGE: &str = "\
Mat och vatten nära hemma

Kom och prata om det som odlas här. Vi samlar odlare, kockar och grannar från hela bygden.

Datum: 26 maj 2027
Tid: kl. 16.00-18.30
Plats: Logen, Storgatan 1, Nora
Sista anmälningsdag: 21 maj 2027
Arrangör: Odlarringen

Program

16.00 Jorden under oss
Maj Lindell, docent, Högskolan i Berget

16.45 Gruppsamtal
1. Hur delar vi på vattnet?
Samtalsledare: Bo Ram
2. Vem lagar maten?
Samtalsledare: Siv Ek

18.00 Avslutning
";

fn read(text: &str) -> Findings {
    verbs::read_text(text, TODAY).unwrap()
}

async fn keep(database: &Database, by: Option<PersonId>, text: &str) -> ReadingId {
    verbs::keep(database, noon(), by, TODAY, read(text)).await.unwrap()
}

async fn reading(database: &Database, id: ReadingId) -> Option<Reading> {
    store::find(&mut database.read().await.unwrap(), id).await.unwrap()
}

/// The form of a draft as it is first shown.
fn form(draft: &Draft) -> Fields {
    filling::fields(Language::Swedish, draft, crate::drafting::pages::review::begins_with())
}

/// Makes the event of a page that was just read.
async fn made(database: &Database, text: &str) -> Event {
    let id = keep(database, None, text).await;
    let fields = form(&read(text).drafts[0]);
    let request = verbs::Accept { reading: id, draft: 0, fields };
    let slug = verbs::accept(database, noon(), Some(PersonId::new()), request).await.unwrap();
    find(database, &slug).await
}

async fn find(database: &Database, slug: &str) -> Event {
    event::find_by_slug(&mut database.read().await.unwrap(), slug).await.unwrap().unwrap()
}

async fn programme_of(database: &Database, event: &Event) -> Vec<ProgrammeItem> {
    programme::list(&mut database.read().await.unwrap(), event.id).await.unwrap()
}

async fn number(database: &Database, sql: &'static str) -> i64 {
    database.read().await.unwrap().number(sql, &[]).await.unwrap()
}
