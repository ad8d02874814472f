//! People: who may be added, changed and ended.

use super::*;
use crate::access::types::{ChangePerson, Refusal};
use platform::failure::Failure;

async fn administrators(database: &Database) -> i64 {
    number(
        database,
        "SELECT count(*) AS n FROM person WHERE role = 'administrator' AND ended_at IS NULL",
    )
    .await
}

#[tokio::test]
async fn an_address_has_one_person_whatever_its_case() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let request = AddPerson {
            id: PersonId::new(),
            name: String::new(),
            email: "TYRA@Example.org".to_owned(),
            role: Some(Role::Organiser),
            language: Language::English,
        };
        let refused = commands::add_person(&database, noon(), request, None).await;
        let Err(Failure::Refused(refusals)) = refused else { panic!("{refused:?}") };
        assert_eq!(refusals, [Refusal::NameMissing, Refusal::EmailTaken]);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM person").await, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM fact").await, 1);
    }
}

#[tokio::test]
async fn the_last_administrator_is_neither_ended_nor_made_an_organiser() {
    for database in databases().await {
        let tyra = add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        add(&database, "Bo", "bo@example.org", Role::Organiser).await;
        let secret = session(&database, "tyra@example.org").await;

        let ended = commands::end_access(&database, noon(), tyra).await;
        let demoted = commands::change_role(&database, noon(), tyra, Role::Organiser).await;

        assert!(matches!(ended, Err(Failure::Refused(Refusal::LastAdministrator))));
        assert!(matches!(demoted, Err(Failure::Refused(Refusal::LastAdministrator))));
        assert_eq!(administrators(&database).await, 1);
        assert!(holder(&database, &standing(NOON), &secret).await.is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn administrators_who_end_each_other_at_the_same_moment_leave_one() {
    for database in databases().await {
        let mut ids = vec![];
        for nth in 0..6 {
            let email = format!("admin{nth}@example.org");
            ids.push(add(&database, "Admin", &email, Role::Administrator).await);
        }
        let ending: Vec<_> = ids
            .into_iter()
            .enumerate()
            .map(|(nth, id)| {
                let database = database.clone();
                tokio::spawn(async move {
                    if nth % 2 == 0 {
                        commands::end_access(&database, noon(), id).await
                    } else {
                        commands::change_role(&database, noon(), id, Role::Organiser).await
                    }
                })
            })
            .collect();
        let mut refused = 0;
        for answer in ending {
            match answer.await.unwrap() {
                Ok(()) => {}
                Err(Failure::Refused(refusal)) => {
                    assert_eq!(refusal, Refusal::LastAdministrator);
                    refused += 1;
                }
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((refused, administrators(&database).await), (1, 1));
    }
}

#[tokio::test]
async fn a_changed_address_shuts_the_links_that_went_to_the_old_one() {
    for database in databases().await {
        let tyra = add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let (opened, waiting) = (
            session(&database, "tyra@example.org").await,
            link(&database, "tyra@example.org").await,
        );
        let change = |email: &str| ChangePerson {
            id: tyra,
            name: "Tyra Holmqvist".to_owned(),
            email: email.to_owned(),
            language: Language::English,
        };

        let unknown = ChangePerson { id: PersonId::new(), ..change("x@example.org") };
        let unknown = commands::change_person(&database, noon(), unknown).await;
        assert!(matches!(unknown, Err(Failure::NotFound)));
        commands::change_person(&database, noon(), change("tyra@example.org")).await.unwrap();
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_link").await, 2);
        commands::change_person(&database, noon(), change("th@example.org")).await.unwrap();

        assert!(commands::sign_in(&database, noon(), waiting).await.is_err());
        let name = holder(&database, &standing(NOON), &opened).await;
        assert_eq!(name.as_deref(), Some("Tyra Holmqvist"));
        link(&database, "TH@example.org").await;
    }
}

#[tokio::test]
async fn people_stand_in_swedish_order() {
    for database in databases().await {
        for (nth, name) in ["Östen", "Åke", "Zara", "Ärla", "adam"].iter().enumerate() {
            add(&database, name, &format!("p{nth}@example.org"), Role::Organiser).await;
        }
        let people = crate::access::people(&mut database.read().await.unwrap()).await.unwrap();
        let names: Vec<_> = people.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["adam", "Zara", "Åke", "Ärla", "Östen"]);
    }
}
