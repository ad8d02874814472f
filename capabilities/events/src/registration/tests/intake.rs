//! Forms that are handed in at the same moment.

use super::{
    FULL, choosing, first_come, in_time, key, number, publish, registrant, tables, taken,
    with_places,
};
use crate::event;
use crate::registration::commands::Intake;
use crate::registration::types::{Refusal, SentForm, Wanted};
use futures_util::future::join_all;
use platform::database::Database;
use platform::database::testing::databases;
use platform::failure::Failure;

fn form(nth: u32, form_key: &str) -> SentForm {
    SentForm {
        slug: event::sample_event().slug,
        code: None,
        form_key: form_key.to_owned(),
        registrant: registrant(nth),
        wanted: Wanted::default(),
    }
}

/// What each of them is answered: accepted, or why not.
async fn at_once(database: &Database, forms: Vec<SentForm>) -> Vec<Result<(), Option<Refusal>>> {
    let intake = Intake::new(database.clone(), key());
    let answers = join_all(forms.into_iter().map(|form| intake.hand_in(in_time(), form))).await;
    let said = answers.into_iter().map(|answer| match answer {
        Ok(event) => {
            assert_eq!(event, event::sample_event().id);
            Ok(())
        }
        Err(Failure::Refused(refusal)) => Err(Some(refusal)),
        Err(Failure::NotFound) => Err(None),
        Err(Failure::Broken(error)) => panic!("{error}"),
    });
    said.collect()
}

async fn rows(database: &Database) -> [i64; 4] {
    [
        number(database, "SELECT count(*) AS n FROM registration").await,
        number(database, "SELECT count(*) AS n FROM fact").await,
        number(database, "SELECT count(*) AS n FROM outbox").await,
        number(database, "SELECT taken AS n FROM place_limit WHERE places IS NOT NULL").await,
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_forms_on_forty_places_fill_them_and_no_more() {
    for database in databases(&tables()).await {
        publish(&database, with_places(40), vec![]).await;
        let said = at_once(&database, (1..=100).map(|nth| form(nth, "")).collect()).await;
        assert_eq!(said.iter().filter(|it| it.is_ok()).count(), 40);
        assert!(said.iter().all(|it| matches!(it, Ok(()) | Err(Some(FULL)))), "{said:?}");
        assert_eq!(rows(&database).await, [40, 40, 40, 40]);
    }
}

#[tokio::test]
async fn the_same_form_twice_in_one_lot_is_one_registration_and_another_form_brings_a_link() {
    for database in databases(&tables()).await {
        publish(&database, with_places(40), vec![]).await;
        let forms = vec![form(1, "a"), form(2, "b"), form(3, "c"), form(3, "c"), form(3, "d")];
        assert_eq!(at_once(&database, forms).await, [const { Ok(()) }; 5]);
        assert_eq!(rows(&database).await, [3, 3, 4, 3]);
    }
}

#[tokio::test]
async fn in_a_lot_too_who_has_a_place_at_a_full_event_gets_their_link() {
    for database in databases(&tables()).await {
        publish(&database, with_places(1), vec![]).await;
        assert_eq!(at_once(&database, vec![form(1, "a")]).await, [Ok(())]);
        let said = at_once(&database, vec![form(1, "b"), form(2, "c"), form(1, "a")]).await;
        assert_eq!(said, [Err(Some(FULL)), Err(Some(FULL)), Ok(())]);
        assert_eq!(rows(&database).await, [1, 1, 2, 1]);
    }
}

#[tokio::test]
async fn nobody_in_a_lot_pays_for_another() {
    for database in databases(&tables()).await {
        publish(&database, with_places(40), vec![]).await;
        let unwritable = {
            let mut form = form(4, "");
            // PostgreSQL keeps no text with a zero in it, and SQLite does.
            form.registrant.name = "\0".to_owned();
            form
        };
        let strange = SentForm { code: Some("guess".to_owned()), ..form(5, "") };
        let intake = Intake::new(database.clone(), key());
        let forms = vec![form(1, ""), form(2, ""), form(3, ""), unwritable, strange, form(6, "")];
        let said = join_all(forms.into_iter().map(|it| intake.hand_in(in_time(), it))).await;
        for nth in [0, 1, 2, 5] {
            assert!(said[nth].is_ok(), "{:?}", said[nth]);
        }
        match database.engine_name() {
            "postgres" => assert!(matches!(said[3], Err(Failure::Broken(_)))),
            _ => assert!(said[3].is_ok()),
        }
        assert!(matches!(said[4], Err(Failure::NotFound)), "{:?}", said[4]);
    }
}

#[tokio::test]
async fn a_lot_in_which_a_choice_runs_out_refuses_those_who_wanted_it() {
    for database in databases(&tables()).await {
        publish(&database, with_places(40), first_come()).await;
        let forms = (1..=6)
            .map(|nth| SentForm { wanted: choosing(nth, 1 + nth % 2).wanted, ..form(nth, "") })
            .collect();
        let said = at_once(&database, forms).await;
        assert_eq!(said.iter().filter(|it| it.is_ok()).count(), 2, "{said:?}");
        let full = said.iter().filter(|it| matches!(it, Err(Some(Refusal::Wanted(_)))));
        assert_eq!(full.count(), 4);
        assert_eq!(rows(&database).await[..3], [2, 2, 2]);
        assert_eq!(taken(&database).await, [1, 1]);
    }
}

#[tokio::test]
async fn forms_to_an_address_where_no_event_is_are_not_found() {
    for database in databases(&tables()).await {
        publish(&database, with_places(40), vec![]).await;
        let forms = (1..=3).map(|nth| SentForm { slug: "nowhere".to_owned(), ..form(nth, "") });
        assert_eq!(at_once(&database, forms.collect()).await, [Err(None), Err(None), Err(None)]);
    }
}
