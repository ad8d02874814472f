//! Registration against real databases, with a fixed clock; and every page and letter in both
//! languages.

mod intake;
mod pages;
mod told;

use crate::event::{self, Event, PlaceLimit};
use crate::programme::{self, Choosing, ProgrammeItem};
use crate::registration::commands::{self, Change};
use crate::registration::rules;
use crate::registration::store;
use crate::registration::types::{
    Availability, By, Refusal, Register, Registered, Registrant, Wanted, WantedRefusal,
};
use platform::clock::Now;
use platform::database::Database;
use platform::database::testing::databases;
use platform::failure::Failure;
use platform::secrets::Key;
use shared::ids::RegistrationId;
use shared::{Email, Language};

fn tables() -> Vec<platform::database::MigrationText> {
    [platform::MIGRATIONS, partnership::access::MIGRATIONS, &crate::migrations()].concat()
}

fn at(text: &str) -> Now {
    Now { at: text.parse().unwrap() }
}

/// Before the last day of the sample event.
fn in_time() -> Now {
    at("2027-05-10T10:00:00Z")
}

fn key() -> Key {
    Key::from_bytes(b"the key of a test")
}

async fn publish(database: &Database, event: Event, programme: Vec<ProgrammeItem>) {
    database
        .write::<_, ()>(move |tx| {
            let (event, programme) = (event.clone(), programme.clone());
            Box::pin(async move {
                event::insert(tx, &event).await?;
                for (position, item) in (1..).zip(&programme) {
                    programme::insert(tx, event.id, position, item).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
}

fn with_places(places: u32) -> Event {
    let mut event = event::sample_event();
    event.limit = PlaceLimit { places: Some(places), taken: 0, ..event.limit };
    event
}

fn registrant(nth: u32) -> Registrant {
    Registrant {
        name: format!("Person {nth}"),
        email: Email::parse(&format!("person{nth}@example.org")).unwrap(),
        organisation: String::new(),
        sector: None,
        municipality: String::new(),
        role: None,
        language: Language::Swedish,
    }
}

fn request(nth: u32) -> Register {
    Register {
        id: RegistrationId::new(),
        event: event::sample_event().id,
        form_mark: None,
        registrant: registrant(nth),
        wanted: Wanted::default(),
        by: By::Themselves,
    }
}

fn with_form(nth: u32, form: &str) -> Register {
    let request = request(nth);
    let form_mark = rules::form_mark(request.event, form, &request.registrant.email.key());
    Register { form_mark, ..request }
}

async fn register(database: &Database, request: Register) -> Result<Registered, Failure<Refusal>> {
    commands::register(database, &key(), in_time(), request).await
}

async fn number(database: &Database, sql: &'static str) -> i64 {
    database.read().await.unwrap().number(sql, &[]).await.unwrap()
}

const FULL: Refusal = Refusal::Unavailable(Availability::Full);

#[tokio::test]
async fn the_second_is_refused_where_one_place_is_and_leaves_nothing_behind() {
    for database in databases(&tables()).await {
        publish(&database, with_places(1), vec![]).await;
        register(&database, request(1)).await.unwrap();
        let second = register(&database, request(2)).await;
        assert!(matches!(second, Err(Failure::Refused(refusal)) if refusal == FULL));
        assert_eq!(number(&database, "SELECT count(*) AS n FROM registration").await, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM fact").await, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 1);
    }
}

/// Asks for each `request` at the same moment; how many were taken.
async fn all_at_once(database: &Database, requests: Vec<Register>) -> u32 {
    let asking: Vec<_> = requests
        .into_iter()
        .map(|request| {
            let database = database.clone();
            tokio::spawn(async move { register(&database, request).await })
        })
        .collect();
    let mut taken = 0;
    for answer in asking {
        match answer.await.unwrap() {
            Ok(_) => taken += 1,
            Err(Failure::Refused(refusal)) => assert_eq!(refusal, FULL),
            Err(other) => panic!("{other:?}"),
        }
    }
    taken
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_at_the_same_moment_get_exactly_the_forty_places() {
    for database in databases(&tables()).await {
        publish(&database, with_places(40), vec![]).await;
        assert_eq!(all_at_once(&database, (1..=60).map(request).collect()).await, 40);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM registration").await, 40);
        assert_eq!(number(&database, "SELECT taken AS n FROM place_limit").await, 40);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 40);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_times_the_same_form_is_one_registration_and_one_letter() {
    for database in databases(&tables()).await {
        publish(&database, with_places(40), vec![]).await;
        let forms = (0..20).map(|_| with_form(1, "the same form")).collect();
        assert_eq!(all_at_once(&database, forms).await, 20);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM registration").await, 1);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 1);
        assert_eq!(number(&database, "SELECT taken AS n FROM place_limit").await, 1);
    }
}

#[tokio::test]
async fn the_same_form_again_is_answered_alike_even_when_the_event_is_full_or_closed() {
    for database in databases(&tables()).await {
        publish(&database, with_places(1), vec![]).await;
        let first = register(&database, with_form(1, "form")).await.unwrap();
        let Registered::Anew(id) = first else { panic!("{first:?}") };
        let again = register(&database, with_form(1, "form")).await.unwrap();
        assert_eq!(again, Registered::Repeated(id));
        let late = at("2027-05-22T10:00:00Z");
        let again = commands::register(&database, &key(), late, with_form(1, "form")).await;
        assert_eq!(again.unwrap(), Registered::Repeated(id));
        assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 1);
    }
}

#[tokio::test]
async fn another_form_with_the_same_address_changes_nothing_and_brings_five_letters_at_most() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), vec![]).await;
        register(&database, request(1)).await.unwrap();
        for nth in 0..8 {
            let mut again = with_form(1, &format!("form {nth}"));
            again.registrant.name = "Somebody else".to_owned();
            again.registrant.email = Email::parse("  PERSON1@Example.org ").unwrap();
            let answer = register(&database, again).await.unwrap();
            assert!(matches!(answer, Registered::Before(_)));
        }
        let names = "SELECT count(*) AS n FROM registration WHERE name = 'Person 1'";
        assert_eq!(number(&database, names).await, 1);
        assert_eq!(number(&database, "SELECT taken AS n FROM place_limit").await, 1);
        let links = "SELECT count(*) AS n FROM outbox WHERE kind = 'registration.link'";
        assert_eq!(number(&database, links).await, 5);
    }
}

#[tokio::test]
async fn who_had_registered_is_told_full_like_anybody_else_and_gets_their_link() {
    for database in databases(&tables()).await {
        publish(&database, with_places(1), vec![]).await;
        register(&database, request(1)).await.unwrap();
        for nth in 0..7 {
            let again = register(&database, with_form(1, &format!("form {nth}"))).await;
            assert!(matches!(again, Err(Failure::Refused(refusal)) if refusal == FULL));
        }
        // And written to with their link, as far as the allowance goes; a stranger is not.
        assert!(register(&database, request(2)).await.is_err());
        let links = "SELECT count(*) AS n FROM outbox WHERE kind = 'registration.link'";
        assert_eq!(number(&database, links).await, 5);
        let letters = "SELECT count(*) AS n FROM outbox";
        assert_eq!(number(&database, letters).await, 6);
    }
}

#[tokio::test]
async fn after_withdrawal_the_place_is_free_and_one_may_register_again() {
    for database in databases(&tables()).await {
        publish(&database, with_places(1), vec![]).await;
        let first = register(&database, with_form(1, "form")).await.unwrap();
        let Registered::Anew(id) = first else { panic!("{first:?}") };
        for _ in 0..2 {
            commands::withdraw(&database, in_time(), id, By::Themselves).await.unwrap();
            assert_eq!(number(&database, "SELECT taken AS n FROM place_limit").await, 0);
        }
        let letters = "SELECT count(*) AS n FROM outbox WHERE kind = 'registration.withdrawal'";
        assert_eq!(number(&database, letters).await, 1);
        let again = register(&database, with_form(1, "form")).await.unwrap();
        assert!(matches!(again, Registered::Anew(other) if other != id));
        assert_eq!(number(&database, "SELECT taken AS n FROM place_limit").await, 1);
    }
}

#[tokio::test]
async fn nobody_withdraws_themselves_once_the_event_has_begun() {
    for database in databases(&tables()).await {
        publish(&database, with_places(1), vec![]).await;
        let Registered::Anew(id) = register(&database, request(1)).await.unwrap() else {
            panic!("the first registers anew")
        };
        let begun = at("2027-05-26T14:00:00Z");
        let late = commands::withdraw(&database, begun, id, By::Themselves).await;
        assert!(matches!(late, Err(Failure::Refused(Refusal::Begun))));
        commands::withdraw(&database, begun, id, By::Organiser).await.unwrap();
    }
}

/// Item 1 has two talks, first come first served, with one place each.
fn first_come() -> Vec<ProgrammeItem> {
    let mut item = programme::sample_item(Choosing::FirstCome, 2);
    for talk in &mut item.talks {
        talk.limit.places = Some(1);
    }
    vec![item]
}

fn choosing(nth: u32, talk: u32) -> Register {
    Register { wanted: Wanted { wishes: vec![], choices: vec![(1, talk)] }, ..request(nth) }
}

async fn taken(database: &Database) -> Vec<i64> {
    let mut session = database.read().await.unwrap();
    let programme = programme::list(&mut session, event::sample_event().id).await.unwrap();
    programme[0].talks.iter().map(|it| i64::from(it.limit.taken)).collect()
}

#[tokio::test]
async fn a_choice_that_is_full_refuses_all_of_it_and_names_the_talk() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), first_come()).await;
        register(&database, choosing(1, 1)).await.unwrap();
        let refused = register(&database, choosing(2, 1)).await;
        let Err(Failure::Refused(Refusal::Wanted(refusals))) = refused else {
            panic!("{refused:?}")
        };
        assert!(matches!(&refusals[..], [WantedRefusal::ChoiceFull { item: 1, .. }]));
        assert_eq!(number(&database, "SELECT count(*) AS n FROM registration").await, 1);
        assert_eq!(taken(&database).await, [1, 0]);
        register(&database, choosing(2, 2)).await.unwrap();
        assert_eq!(taken(&database).await, [1, 1]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn crossing_choices_end_without_a_deadlock_and_never_too_many() {
    for database in databases(&tables()).await {
        publish(&database, with_places(30), first_come()).await;
        let asking: Vec<_> = (1..=30)
            .map(|nth| {
                let database = database.clone();
                tokio::spawn(async move { register(&database, choosing(nth, 1 + nth % 2)).await })
            })
            .collect();
        let mut accepted = 0;
        for answer in asking {
            match answer.await.unwrap() {
                Ok(_) => accepted += 1,
                Err(Failure::Refused(Refusal::Wanted(_))) => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(accepted, 2);
        assert_eq!(taken(&database).await, [1, 1]);
    }
}

#[tokio::test]
async fn a_change_moves_the_place_and_a_new_address_ends_the_old_link() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), first_come()).await;
        let Registered::Anew(id) = register(&database, choosing(1, 1)).await.unwrap() else {
            panic!("the first registers anew")
        };
        register(&database, request(2)).await.unwrap();
        let change = |email: &str, talk| Change {
            id,
            registrant: Registrant { email: Email::parse(email).unwrap(), ..registrant(1) },
            wanted: Wanted { wishes: vec![], choices: vec![(1, talk)] },
            by: By::Themselves,
        };
        // The same talk once more: a full one is no obstacle to who sits there.
        commands::change(&database, in_time(), change("person1@example.org", 1)).await.unwrap();
        assert_eq!(taken(&database).await, [1, 0]);
        commands::change(&database, in_time(), change("person1@example.org", 2)).await.unwrap();
        assert_eq!(taken(&database).await, [0, 1]);
        let refused =
            commands::change(&database, in_time(), change("person2@example.org", 1)).await;
        assert!(matches!(refused, Err(Failure::Refused(Refusal::EmailTaken))));
        assert_eq!(taken(&database).await, [0, 1], "what was refused changed nothing");
        commands::change(&database, in_time(), change("new@example.org", 2)).await.unwrap();
        let mut session = database.read().await.unwrap();
        let changed = store::find(&mut session, id).await.unwrap().unwrap();
        assert_eq!(changed.link_version, 2);
        let late = at("2027-05-22T10:00:00Z");
        let refused = commands::change(&database, late, change("new@example.org", 1)).await;
        assert!(matches!(refused, Err(Failure::Refused(Refusal::ChangeDeadlinePassed(_)))));
    }
}

#[tokio::test]
async fn one_person_is_erased_whole_and_the_others_stay() {
    for database in databases(&tables()).await {
        publish(&database, with_places(2), first_come()).await;
        let Registered::Anew(id) = register(&database, choosing(1, 1)).await.unwrap() else {
            panic!("the first registers anew")
        };
        register(&database, choosing(2, 2)).await.unwrap();
        // Twice: who presses the button again is told the same.
        for _ in 0..2 {
            commands::erase(&database, in_time(), id).await.unwrap();
            assert_eq!(number(&database, "SELECT count(*) AS n FROM registration").await, 1);
            assert_eq!(number(&database, "SELECT count(*) AS n FROM group_choice").await, 1);
            assert_eq!(number(&database, "SELECT count(*) AS n FROM outbox").await, 1);
            assert_eq!(taken(&database).await, [0, 1]);
        }
        // The place is free, and the address as if it had never been here.
        assert!(matches!(register(&database, choosing(1, 1)).await, Ok(Registered::Anew(_))));
    }
}

#[tokio::test]
async fn registrations_are_erased_on_their_day_and_not_before() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), first_come()).await;
        register(&database, choosing(1, 1)).await.unwrap();
        // The last day is 26 May, and registrations are kept for 90 days.
        let before = commands::erase_due(&database, at("2027-08-23T23:59:59Z")).await.unwrap();
        assert_eq!(before, 0);
        let erased = commands::erase_due(&database, at("2027-08-24T00:00:00Z")).await.unwrap();
        assert_eq!(erased, 1);
        for sql in [
            "SELECT count(*) AS n FROM registration",
            "SELECT count(*) AS n FROM group_choice",
            "SELECT count(*) AS n FROM outbox",
        ] {
            assert_eq!(number(&database, sql).await, 0, "{sql}");
        }
    }
}

#[tokio::test]
async fn an_organiser_finds_people_by_any_part_of_their_name_in_swedish_order() {
    for database in databases(&tables()).await {
        publish(&database, with_places(9), vec![]).await;
        for (nth, name) in (1..).zip(["Östen Ek", "Åke 100% Ek", "Zoe_Ek", "Anna Äng"]) {
            let mut request = request(nth);
            request.registrant.name = name.to_owned();
            register(&database, request).await.unwrap();
        }
        let id = event::sample_event().id;
        let mut session = database.read().await.unwrap();
        let mut names = async |words: &str| {
            let filter = store::Filter { words: words.to_owned(), ..store::Filter::default() };
            let (listed, total) = store::list(&mut session, id, &filter, 0, 50).await.unwrap();
            assert_eq!(i64::try_from(listed.len()).unwrap(), total);
            listed.into_iter().map(|it| it.name).collect::<Vec<_>>()
        };
        assert_eq!(names("").await, ["Anna Äng", "Zoe_Ek", "Åke 100% Ek", "Östen Ek"]);
        assert_eq!(names("åke").await, ["Åke 100% Ek"]);
        assert_eq!(names("ÄNG").await, ["Anna Äng"]);
        assert_eq!(names("0% e").await, ["Åke 100% Ek"]);
        assert_eq!(names("e_e").await, ["Zoe_Ek"]);
    }
}
