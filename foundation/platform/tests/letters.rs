//! Letters on their way: what is noted when, and what is left for the next turn.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use platform::clock::Clock;
use platform::configuration::{Mail, MailTransport, Smtp};
use platform::database::Database;
use platform::database::testing::databases;
use platform::failure::Never;
use platform::ids;
use platform::mail::{Mailbox, Message, Transport};
use platform::outbox::{self, Due, Letter, Render};
use std::sync::Arc;
use tokio::sync::watch;

const NOON: &str = "2027-05-26T10:00:00Z";

async fn enqueue(database: &Database, count: usize) {
    let written = database
        .write::<_, Never>(move |tx| {
            Box::pin(async move {
                let now = NOON.parse().unwrap();
                for _ in 0..count {
                    let letter = Letter {
                        kind: "test.letter",
                        subject: ids::new(),
                        about: None,
                        detail: None,
                        once_key: None,
                        due_at: now,
                    };
                    outbox::enqueue(tx, letter, now).await?;
                }
                Ok(())
            })
        })
        .await;
    written.unwrap();
}

/// A letter to everybody; the making of the first one panics.
fn render(panics: bool) -> Render {
    let first = Arc::new(std::sync::atomic::AtomicBool::new(panics));
    Arc::new(move |_: Due| {
        let first = first.clone();
        Box::pin(async move {
            assert!(!first.swap(false, std::sync::atomic::Ordering::Relaxed), "on purpose");
            let to = Mailbox { name: "Eva".to_owned(), address: "eva@example.org".to_owned() };
            Ok(Some(Message {
                to,
                reply_to: None,
                subject: "Hej".to_owned(),
                text: "Hej".to_owned(),
                html: "<p>Hej</p>".to_owned(),
                calendar: None,
                language: "sv",
            }))
        })
    })
}

async fn number(database: &Database, sql: &'static str) -> i64 {
    database.read().await.unwrap().number(sql, &[]).await.unwrap()
}

#[tokio::test]
async fn a_mail_server_gets_no_further_letter_once_we_are_told_to_stop() {
    // Nobody listens: the port was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let smtp = Smtp { host: "127.0.0.1".to_owned(), port, ..Smtp::default() };
    let mail = Mail { transport: MailTransport::Smtp, smtp, ..Mail::default() };
    let transport = Transport::new(&mail, std::path::Path::new(".")).unwrap();
    let clock = Clock::standing_at(NOON.parse().unwrap());
    for database in databases(platform::MIGRATIONS).await {
        enqueue(&database, 5).await;
        let (_stopping, stop) = watch::channel(true);
        outbox::deliver(&database, &clock, &transport, &render(false), &stop).await.unwrap();
        let tried = "SELECT count(*) AS n FROM outbox WHERE attempts = 1 AND fault IS NOT NULL";
        assert_eq!(number(&database, tried).await, 1);
        // The others are as they were, and anybody may take them.
        let left = "SELECT count(*) AS n FROM outbox
                    WHERE attempts = 0 AND leased_until IS NULL AND state = 'waiting'";
        assert_eq!(number(&database, left).await, 4);
    }
}

#[tokio::test]
async fn a_letter_that_cannot_be_made_keeps_no_other_from_going() {
    let clock = Clock::standing_at(NOON.parse().unwrap());
    for database in databases(platform::MIGRATIONS).await {
        let folder = std::env::temp_dir().join(format!("samverk-letters-{}", ids::new()));
        let transport = Transport::new(&Mail::default(), &folder).unwrap();
        enqueue(&database, 5).await;
        let (_stopping, stop) = watch::channel(false);
        outbox::deliver(&database, &clock, &transport, &render(true), &stop).await.unwrap();
        let sent = "SELECT count(*) AS n FROM outbox WHERE state = 'sent'";
        assert_eq!(number(&database, sent).await, 4);
        let waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting' AND attempts = 1";
        assert_eq!(number(&database, waiting).await, 1);
        assert_eq!(std::fs::read_dir(folder.join("mail")).unwrap().count(), 4);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
