//! What people are told, on the day it was promised.

use super::{at, in_time, key, number, publish, register, request, tables, with_places};
use crate::event::{self, Event};
use crate::registration::commands;
use crate::registration::jobs;
use platform::clock::Clock;
use platform::database::Database;
use platform::database::testing::databases;
use platform::outbox::Due;
use platform::secrets;
use web::letters::LetterContext;
use web::words::Wordbook;

const LINK: &str = "https://meet.example.org/lediga-rum";

fn words() -> Wordbook {
    Wordbook::new(&[web::WORDS, event::WORDS, crate::registration::WORDS]).unwrap()
}

fn context(database: &Database) -> LetterContext {
    LetterContext {
        database: database.clone(),
        key: key(),
        words: words(),
        public_url: "https://samverk.example.org".to_owned(),
    }
}

async fn change_event(database: &Database, change: fn(&mut Event)) {
    database
        .write::<_, ()>(move |tx| {
            Box::pin(async move {
                let id = event::sample_event().id;
                let mut event = event::find(tx, id).await?.expect("the event was published");
                change(&mut event);
                event::update(tx, &event).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
}

fn enter_link(event: &mut Event) {
    event.meeting_link = Some(LINK.to_owned());
    event.link_version += 1;
}

async fn links(database: &Database) -> i64 {
    number(database, "SELECT count(*) AS n FROM outbox WHERE kind = 'registration.meeting-link'")
        .await
}

#[tokio::test]
async fn the_link_goes_at_eight_on_the_promised_day_once_to_each_and_at_once_to_the_late() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), vec![]).await;
        change_event(&database, enter_link).await;
        register(&database, request(1)).await.unwrap();
        // The promise is 24 May; at that time of year Stockholm is two hours ahead.
        commands::send_links(&database, at("2027-05-24T05:59:59Z")).await.unwrap();
        assert_eq!(links(&database).await, 0);
        commands::send_links(&database, at("2027-05-24T06:00:00Z")).await.unwrap();
        commands::send_links(&database, at("2027-05-24T06:00:01Z")).await.unwrap();
        assert_eq!(links(&database).await, 1);
        register(&database, request(2)).await.unwrap();
        commands::send_links(&database, at("2027-05-24T09:00:00Z")).await.unwrap();
        assert_eq!(links(&database).await, 2);
        change_event(&database, enter_link).await;
        commands::send_links(&database, at("2027-05-25T09:00:00Z")).await.unwrap();
        assert_eq!(links(&database).await, 4);
        change_event(&database, enter_link).await;
        commands::send_links(&database, at("2027-05-26T16:00:00Z")).await.unwrap();
        assert_eq!(links(&database).await, 4, "the event is over");
    }
}

#[tokio::test]
async fn a_link_that_is_missing_is_warned_of_once_and_the_letter_waits_for_it() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), vec![]).await;
        register(&database, request(1)).await.unwrap();
        let warnings = "SELECT count(*) AS n FROM outbox WHERE kind = 'registration.link-missing'";
        let warn = async |now: &str| {
            commands::warn_of_missing_links(&database, at(now)).await.unwrap();
            number(&database, warnings).await
        };
        assert_eq!(warn("2027-05-23T05:59:59Z").await, 0);
        assert_eq!(warn("2027-05-23T06:00:00Z").await, 1);
        assert_eq!(warn("2027-05-23T07:00:00Z").await, 1);
        commands::send_links(&database, at("2027-05-24T06:00:00Z")).await.unwrap();
        assert_eq!(links(&database).await, 0, "there is nothing to send yet");
        change_event(&database, enter_link).await;
        commands::send_links(&database, at("2027-05-24T12:00:00Z")).await.unwrap();
        assert_eq!(links(&database).await, 1);
    }
}

async fn letters(database: &Database) -> Vec<(Due, Option<platform::mail::Message>)> {
    let rows = {
        let mut session = database.read().await.unwrap();
        session
            .fetch_all(
                "SELECT id, kind, subject_id, about_id, detail, enqueued_at FROM outbox
                 ORDER BY id",
                &[],
            )
            .await
            .unwrap()
    };
    let mut letters = vec![];
    for row in rows {
        let due = Due {
            id: row.id("id").unwrap(),
            kind: row.text("kind").unwrap(),
            subject: row.id("subject_id").unwrap(),
            about: row.maybe_id("about_id").unwrap(),
            detail: row.maybe_text("detail").unwrap(),
            enqueued_at: row.instant("enqueued_at").unwrap(),
            attempts: 1,
        };
        let message = jobs::render_letter(&context(database), &due).await.unwrap();
        letters.push((due, message));
    }
    letters
}

#[tokio::test]
async fn the_personal_link_is_in_letters_and_in_no_row_and_the_meeting_link_only_in_its_own() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), vec![]).await;
        change_event(&database, enter_link).await;
        register(&database, request(1)).await.unwrap();
        commands::send_links(&database, at("2027-05-24T06:00:00Z")).await.unwrap();
        let letters = letters(&database).await;
        let [(_, Some(confirmation)), (_, Some(link))] = &letters[..] else {
            panic!("a confirmation and a link, not {letters:?}")
        };
        let first = confirmation.text.lines().find(|it| it.contains("https://")).unwrap();
        assert!(first.starts_with("https://samverk.example.org/sv/anmalan/"), "{first}");
        assert!(confirmation.text.contains("onsdag 26 maj 2027 kl. 16.00–18.00"));
        assert!(confirmation.text.contains("Länken till mötet kommer måndag 24 maj 2027."));
        let token = first.rsplit('/').next().unwrap();
        let calendar = confirmation.calendar.as_ref().unwrap().text.replace("\r\n ", "");
        assert!(!calendar.contains(token) && !calendar.contains(LINK));
        assert!(!confirmation.text.contains(LINK) && !confirmation.html.contains(LINK));
        let in_link = link.calendar.as_ref().unwrap().text.replace("\r\n ", "");
        assert!(link.text.contains(LINK) && in_link.contains(LINK) && !in_link.contains(token));
        assert_eq!(confirmation.reply_to.as_ref().unwrap().address, "marit.asbrink@example.org");
        // The secret part of the token stands in no row of any table.
        let secret = secrets::text(&secrets::bytes(token).unwrap()[16..]);
        for table in ["registration", "outbox", "fact"] {
            let dump = dump(&database, table).await;
            assert!(!dump.contains(&secret) && !dump.contains(token), "{table}");
        }
    }
}

async fn dump(database: &Database, table: &str) -> String {
    let sql = match table {
        "registration" => {
            "SELECT name || email || organisation || coalesce(form_mark, '') || search_text AS t
             FROM registration"
        }
        "outbox" => {
            "SELECT kind || coalesce(detail, '') || coalesce(once_key, '')
                 || coalesce(fault, '') AS t FROM outbox"
        }
        _ => "SELECT kind AS t FROM fact",
    };
    let mut session = database.read().await.unwrap();
    let rows = session.fetch_all(sql, &[]).await.unwrap();
    rows.iter().map(|row| row.text("t").unwrap()).collect()
}

#[tokio::test]
async fn cancellation_and_change_reach_everybody_who_is_coming_and_nobody_else() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), vec![]).await;
        for nth in 1..=3 {
            register(&database, request(nth)).await.unwrap();
        }
        let gone = {
            let mut session = database.read().await.unwrap();
            let id = event::sample_event().id;
            crate::registration::store::find_by_email(&mut session, id, "person3@example.org")
                .await
                .unwrap()
                .unwrap()
                .0
        };
        let themselves = crate::registration::types::By::Themselves;
        commands::withdraw(&database, in_time(), gone, themselves).await.unwrap();
        database
            .write::<_, ()>(|tx| {
                Box::pin(async move {
                    let id = event::sample_event().id;
                    let was = r#"{"sv":"tisdag & kl. 9","en":"Tuesday"}"#;
                    commands::announce_change(tx, id, was, in_time().at).await?;
                    commands::announce_cancellation(tx, id, in_time().at).await?;
                    commands::announce_cancellation(tx, id, in_time().at).await?;
                    Ok(())
                })
            })
            .await
            .unwrap();
        let told: Vec<_> = letters(&database).await;
        let of = |kind: &str| {
            told.iter().filter(|(due, message)| due.kind == kind && message.is_some()).count()
        };
        assert_eq!(of("registration.change"), 2);
        assert_eq!(of("registration.cancellation"), 2);
        let change = told.iter().find(|(due, _)| due.kind == "registration.change").unwrap();
        let message = change.1.as_ref().unwrap();
        assert!(message.text.contains("tisdag & kl. 9"), "{}", message.text);
        assert!(message.html.contains("tisdag &#38; kl. 9"), "{}", message.html);
    }
}

#[tokio::test]
async fn jobs_erase_at_their_first_turn() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), vec![]).await;
        register(&database, request(1)).await.unwrap();
        let clock = Clock::standing_at(at("2027-09-01T00:00:00Z").at);
        platform::jobs::run_once(&jobs::jobs(&database, &clock)).await;
        assert_eq!(number(&database, "SELECT count(*) AS n FROM registration").await, 0);
    }
}
