//! Letters: made when they are sent, with a link that no row holds.

use super::*;
use crate::access::types::{Onward, SignInDetail};
use crate::access::{person, render_letter};
use platform::outbox::Due;
use shared::Email;

/// The one letter that waits, as the sender would take it up.
async fn waiting(database: &Database) -> Due {
    let mut session = database.read().await.unwrap();
    let rows = session
        .fetch_all("SELECT id, kind, subject_id, about_id, detail, enqueued_at FROM outbox", &[])
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
    Due {
        id: rows[0].id("id").unwrap(),
        kind: rows[0].text("kind").unwrap(),
        subject: rows[0].id("subject_id").unwrap(),
        about: rows[0].maybe_id("about_id").unwrap(),
        detail: rows[0].maybe_text("detail").unwrap(),
        enqueued_at: rows[0].instant("enqueued_at").unwrap(),
        attempts: 1,
    }
}

async fn ask(database: &Database, language: Language) -> Due {
    let email = Email::parse("tyra@example.org").unwrap();
    let onward = Onward::parse("/sv/organisera/evenemang/byns-bord?visa=alla&sida=2");
    commands::ask_for_link(database, &key(), noon(), email, language, onward).await.unwrap();
    waiting(database).await
}

#[tokio::test]
async fn the_letter_holds_a_link_that_signs_in_and_the_row_does_not() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let due = ask(&database, Language::English).await;
        let message = render_letter(&context(&database), noon(), &due).await.unwrap().unwrap();

        assert_eq!((message.to.address.as_str(), message.language), ("tyra@example.org", "en"));
        assert!(message.text.contains("until 14:30"), "{}", message.text);
        let href = message.text.split_whitespace().find(|it| it.starts_with("https://")).unwrap();
        let (href, query) = href.split_once('?').unwrap();
        assert_eq!(
            query,
            "next=%2Fsv%2Forganisera%2Fevenemang%2Fbyns-bord%3Fvisa%3Dalla%26sida%3D2"
        );
        let token = href.strip_prefix("https://samverk.example.org/en/sign-in/").unwrap();
        assert!(message.html.contains(token));
        let row = format!("{due:?}");
        assert!(!row.contains(token) && !row.contains(&token[22..]), "{row}");

        let id = rules::read_link(&key(), token).unwrap();
        assert_eq!(id.0, due.subject);
        commands::sign_in(&database, noon(), id).await.unwrap();
    }
}

#[tokio::test]
async fn a_letter_whose_link_opens_nothing_is_not_sent() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let due = ask(&database, Language::Swedish).await;
        let context = context(&database);

        let late = render_letter(&context, now("2027-05-18T12:30:00Z"), &due).await.unwrap();
        assert_eq!(late, None);
        assert!(render_letter(&context, noon(), &due).await.unwrap().is_some());
        commands::sign_in(&database, noon(), SignInLinkId(due.subject)).await.unwrap();
        assert_eq!(render_letter(&context, noon(), &due).await.unwrap(), None);
        let foreign = Due { kind: "access.unknown".to_owned(), ..due };
        assert_eq!(render_letter(&context, noon(), &foreign).await.unwrap(), None);
    }
}

#[tokio::test]
async fn who_is_given_access_is_told_by_whom_in_their_own_language() {
    for database in databases().await {
        let tyra = add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let request = AddPerson {
            id: PersonId::new(),
            name: "Bo <b>Ek</b>\u{7f}".to_owned(),
            email: "bo@example.org".to_owned(),
            role: Some(Role::Organiser),
            language: Language::English,
        };
        let bo = commands::add_person(&database, noon(), request, Some(tyra)).await.unwrap();
        let due = waiting(&database).await;
        let message = render_letter(&context(&database), noon(), &due).await.unwrap().unwrap();

        assert_eq!((message.to.address.as_str(), message.language), ("bo@example.org", "en"));
        assert_eq!(message.reply_to.unwrap().address, "tyra@example.org");
        assert!(message.text.contains("Tyra has given you access"), "{}", message.text);
        assert!(message.text.contains("https://samverk.example.org/en/sign-in\n"));
        assert!(!message.html.contains("<b>"), "{}", message.html);

        assert!(person(&mut database.read().await.unwrap(), bo).await.unwrap().is_some());
        commands::end_access(&database, noon(), bo).await.unwrap();
        assert_eq!(render_letter(&context(&database), noon(), &due).await.unwrap(), None);
    }
}

#[test]
fn a_detail_that_was_tampered_with_leads_nowhere_else() {
    assert_eq!(SignInDetail::read("en //evil.example").onward, None);
}
