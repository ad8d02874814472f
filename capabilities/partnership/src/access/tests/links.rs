//! Links: once, for half an hour, and only to people who have access.

use super::*;
use crate::access::types::{LinkRefusal, Onward, Refusal};
use platform::failure::Failure;
use shared::Email;

#[tokio::test]
async fn a_link_opens_one_session_and_no_second() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let link = link(&database, "Tyra@example.org").await;

        let secret = commands::sign_in(&database, noon(), link).await.unwrap();
        let again = commands::sign_in(&database, noon(), link).await;

        assert!(matches!(again, Err(Failure::Refused(LinkRefusal::Used))));
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_session").await, 1);
        assert_eq!(holder(&database, &standing(NOON), &secret).await.as_deref(), Some("Tyra"));
        let other = SessionSecret::random();
        assert_eq!(holder(&database, &standing(NOON), &other).await, None);
    }
}

#[tokio::test]
async fn a_link_opens_until_half_an_hour_has_passed_and_not_then() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let (last, late) =
            (link(&database, "tyra@example.org").await, link(&database, "tyra@example.org").await);

        let late = commands::sign_in(&database, now("2027-05-18T12:30:00Z"), late).await;
        let last = commands::sign_in(&database, now("2027-05-18T12:29:59.999999Z"), last).await;

        assert!(matches!(late, Err(Failure::Refused(LinkRefusal::Old))));
        assert!(last.is_ok());
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_session").await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_confirm_one_link_at_the_same_moment_one_is_signed_in() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let link = link(&database, "tyra@example.org").await;

        let asking: Vec<_> = (0..12)
            .map(|_| {
                let database = database.clone();
                tokio::spawn(async move { commands::sign_in(&database, noon(), link).await })
            })
            .collect();
        let mut signed_in = 0;
        for answer in asking {
            match answer.await.unwrap() {
                Ok(_) => signed_in += 1,
                Err(Failure::Refused(refusal)) => assert_eq!(refusal, LinkRefusal::Used),
                Err(other) => panic!("{other:?}"),
            }
        }

        assert_eq!(signed_in, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_session").await, 1);
    }
}

#[tokio::test]
async fn the_command_makes_the_first_administrator_and_nobody_after() {
    for database in databases().await {
        let none = commands::make_link(&database, &key(), noon(), "eva").await;
        assert!(matches!(none, Err(Failure::Refused(Refusal::EmailImplausible))));

        let path = commands::make_link(&database, &key(), noon(), "eva.ek@example.org").await;
        assert!(path.unwrap().starts_with("/sv/inloggning/"));
        let unknown = commands::make_link(&database, &key(), noon(), "bo@example.org").await;

        assert!(matches!(unknown, Err(Failure::Refused(Refusal::UnknownPerson))));
        let people = store_people(&database).await;
        let people: Vec<_> = people.iter().map(|it| (it.name.as_str(), it.role)).collect();
        assert_eq!(people, [("Eva Ek", Role::Administrator)]);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_link").await, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_commands_at_the_same_moment_make_one_first_administrator() {
    for database in databases().await {
        let asking: Vec<_> = ["eva@example.org", "bo@example.org", "tyra@example.org"]
            .map(|email| {
                let database = database.clone();
                tokio::spawn(async move {
                    commands::make_link(&database, &key(), noon(), email).await.is_ok()
                })
            })
            .into_iter()
            .collect();
        let mut made = 0;
        for answer in asking {
            made += i32::from(answer.await.unwrap());
        }
        assert_eq!(made, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM person").await, 1);
    }
}

async fn store_people(database: &Database) -> Vec<crate::access::Person> {
    crate::access::people(&mut database.read().await.unwrap()).await.unwrap()
}

async fn ask(database: &Database, at: &str, email: &str) {
    let email = Email::parse(email).unwrap();
    let onward = Onward::parse("/sv/organisera/personer");
    commands::ask_for_link(database, &key(), now(at), email, Language::Swedish, onward)
        .await
        .unwrap();
}

#[tokio::test]
async fn only_people_with_access_are_written_to_and_all_addresses_are_counted_alike() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let bo = add(&database, "Bo", "bo@example.org", Role::Organiser).await;
        commands::end_access(&database, noon(), bo).await.unwrap();

        for email in ["TYRA@example.org", "bo@example.org", "stranger@example.org"] {
            ask(&database, NOON, email).await;
        }

        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_link").await, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM mail_allowance").await, 3);
    }
}

#[tokio::test]
async fn the_sixth_letter_within_an_hour_does_not_go_and_the_first_after_it_does() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;

        for nth in 0..7 {
            ask(&database, &format!("2027-05-18T12:0{nth}:00Z"), "tyra@example.org").await;
        }
        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 5);
        ask(&database, "2027-05-18T12:59:59Z", "tyra@example.org").await;
        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 5);
        ask(&database, "2027-05-18T13:00:00Z", "tyra@example.org").await;

        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 6);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_link").await, 6);
    }
}
