//! Making, changing, publishing and cancelling, on both engines.

use super::*;
use crate::desk::types::Jpeg;
use crate::event::{Admission, State};
use shared::ids::PictureId;

#[tokio::test]
async fn what_was_typed_becomes_a_draft() {
    for database in databases().await {
        let by = PersonId::new();
        let online =
            [("mode", "online"), ("meeting_link", "https://zoom.example/j/1"), ("places", "40")];
        let slug = verbs::create(&database, noon(), by, save(&online)).await.unwrap();
        let event = find(&database, &slug).await;

        assert_eq!(slug, "lediga-rum-2027-05-26");
        assert_eq!(event.state, State::Draft);
        assert_eq!(event.created_by, Some(by));
        assert_eq!((event.limit.places, event.limit.taken), (Some(40), 0));
        assert_eq!(event.link_version, 1);
        let facts = "SELECT count(*) AS n FROM fact WHERE kind = 'event.created'";
        assert_eq!(number(&database, facts).await, 1);
    }
}

#[tokio::test]
async fn nothing_is_written_of_a_form_that_is_refused() {
    for database in databases().await {
        let refused =
            verbs::create(&database, noon(), PersonId::new(), save(&[("to_1", "15")])).await;
        assert_eq!(refusals(refused), [("to_1".to_owned(), Why::EndsBeforeStart)]);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM event").await, 0);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM fact").await, 0);
    }
}

#[tokio::test]
async fn every_event_has_an_address_of_its_own() {
    for database in databases().await {
        create(&database, &[]).await;
        let mut asked = vec![];
        for nth in 2..=70 {
            let before = database.statements();
            let slug = create(&database, &[]).await.slug;
            asked.push(database.statements() - before);
            assert_eq!(slug, format!("lediga-rum-2027-05-26-{nth}"));
        }
        // Doubling and halving: for sixty-four times the events, twelve questions more.
        let (first, last) = (asked[0], asked[asked.len() - 1]);
        assert!(last <= first + 12, "{first} statements for the second, {last} for the seventieth");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_forms_at_the_same_moment_make_two_events() {
    for database in databases().await {
        // Often enough that they meet.
        for round in 0..24 {
            let title = format!("Omgång {round}");
            let both = (0..2).map(|_| {
                let (database, request) = (database.clone(), save(&[("title", &title)]));
                tokio::spawn(async move {
                    verbs::create(&database, noon(), PersonId::new(), request).await.unwrap()
                })
            });
            let mut slugs = vec![];
            for made in both.collect::<Vec<_>>() {
                slugs.push(made.await.unwrap());
            }
            slugs.sort();
            let first = format!("omgang-{round}-2027-05-26");
            assert_eq!(slugs, [first.clone(), format!("{first}-2")]);
        }
    }
}

#[tokio::test]
async fn a_draft_follows_its_title_and_a_published_event_stays_where_it_is() {
    for database in databases().await {
        let event = create(&database, &[]).await;
        let same = edit(&database, &event, false, &[("lead", "Välkommen")]).await.unwrap();
        assert_eq!(same, event.slug);

        let event = find(&database, &same).await;
        let renamed = edit(&database, &event, false, &[("title", "Byns bord")]).await.unwrap();
        assert_eq!(renamed, "byns-bord-2027-05-26");

        let event = find(&database, &renamed).await;
        verbs::publish(&database, noon(), event.id).await.unwrap();
        let event = find(&database, &renamed).await;
        let stays = edit(&database, &event, false, &[("title", "Annat namn")]).await.unwrap();
        assert_eq!(stays, renamed);
        assert_eq!(find(&database, &stays).await.sequence, 1);
    }
}

#[tokio::test]
async fn the_second_of_two_who_edit_is_told_and_nothing_is_lost() {
    for database in databases().await {
        let event = create(&database, &[]).await;
        edit(&database, &event, false, &[("lead", "Först")]).await.unwrap();

        let second = edit(&database, &event, false, &[("lead", "Sedan")]).await;

        assert_eq!(refusals(second), [("title".to_owned(), Why::ChangedMeanwhile)]);
        assert_eq!(find(&database, &event.slug).await.content.lead.sv, "Först");
    }
}

#[tokio::test]
async fn the_registered_are_told_of_a_new_time_only_if_somebody_says_so() {
    const TOLD: &str = "SELECT count(*) AS n FROM outbox WHERE kind = 'registration.change'";
    for database in databases().await {
        let event = published(&database, &[]).await;
        register(&database, &event, "eva").await;

        edit(&database, &event, true, &[("lead", "Bara texten")]).await.unwrap();
        assert_eq!(number(&database, TOLD).await, 0);
        let event = find(&database, &event.slug).await;
        edit(&database, &event, false, &[("to_1", "18.30")]).await.unwrap();
        assert_eq!(number(&database, TOLD).await, 0);
        let event = find(&database, &event.slug).await;
        assert_eq!(event.sequence, 1);

        edit(&database, &event, true, &[("venue", "Folkets hus")]).await.unwrap();
        assert_eq!(find(&database, &event.slug).await.sequence, 2);
        assert_eq!(number(&database, TOLD).await, 1);
        let was =
            text(&database, "SELECT detail AS text FROM outbox WHERE kind = 'registration.change'")
                .await;
        let was: shared::Text = serde_json::from_str(&was).unwrap();
        assert_eq!(was.sv, "onsdag 26 maj 2027 kl. 16.00–18.30, Platsen meddelas senare");
        assert!(was.en.starts_with("Wednesday 26 May 2027, 16:00–18:30, "), "{}", was.en);
    }
}

#[tokio::test]
async fn there_are_never_fewer_places_than_are_taken() {
    for database in databases().await {
        let event = published(&database, &[("places", "3")]).await;
        register(&database, &event, "eva").await;
        register(&database, &event, "bo").await;

        let refused = edit(&database, &event, false, &[("places", "1")]).await;
        assert_eq!(refusals(refused), [("places".to_owned(), Why::PlacesBelowTaken(2))]);
        edit(&database, &event, false, &[("places", "2")]).await.unwrap();
        let event = find(&database, &event.slug).await;
        assert_eq!((event.limit.places, event.limit.taken), (Some(2), 2));
        edit(&database, &event, false, &[]).await.unwrap();
        assert_eq!(find(&database, &event.slug).await.limit.places, None);
    }
}

#[tokio::test]
async fn an_invitation_keeps_its_code() {
    for database in databases().await {
        let invited = [("admission", "invited")];
        let event = create(&database, &invited).await;
        let Admission::Invited { code } = event.admission.clone() else { panic!("{event:?}") };
        assert!(code.len() >= 32);

        edit(&database, &event, false, &invited).await.unwrap();
        assert_eq!(find(&database, &event.slug).await.admission, Admission::Invited { code });
    }
}

fn picture() -> (PictureId, PictureChange) {
    let id = PictureId::new();
    let jpeg = Jpeg { bytes: vec![0xff, 0xd8], width: 4, height: 3 };
    (id, PictureChange::Replace(id, jpeg))
}

async fn over(
    database: &Database,
    event: &Event,
    save: Save,
) -> Result<String, Failure<Vec<Refusal>>> {
    let request = verbs::Edit { id: event.id, seen: None, tell: false, save };
    verbs::edit(database, wordbook(), noon(), request).await
}

#[tokio::test]
async fn a_picture_that_no_event_shows_is_gone() {
    const PICTURES: &str = "SELECT count(*) AS n FROM picture";
    let alt = [("picture_alt", "En dörr")];
    for database in databases().await {
        let (first, change) = picture();
        let request = Save { fields: form(&alt), picture: change };
        let slug = verbs::create(&database, noon(), PersonId::new(), request).await.unwrap();
        let event = find(&database, &slug).await;
        let shown = event.content.picture.clone().unwrap();
        assert_eq!((shown.id, shown.alt.sv.as_str(), shown.width), (first, "En dörr", 4));

        let (second, change) = picture();
        let request = Save { fields: form(&alt), picture: change };
        over(&database, &event, request).await.unwrap();
        assert_eq!(find(&database, &slug).await.content.picture.unwrap().id, second);
        assert_eq!(number(&database, PICTURES).await, 1);

        let kept =
            Save { fields: form(&[("picture_alt", "En grind")]), picture: PictureChange::Keep };
        over(&database, &event, kept).await.unwrap();
        let shown = find(&database, &slug).await.content.picture.unwrap();
        assert_eq!((shown.id, shown.alt.sv.as_str()), (second, "En grind"));

        let removed = Save { fields: form(&[]), picture: PictureChange::Remove };
        over(&database, &event, removed).await.unwrap();
        assert_eq!(find(&database, &slug).await.content.picture, None);
        assert_eq!(number(&database, PICTURES).await, 0);
    }
}

#[tokio::test]
async fn publishing_and_cancelling_are_done_once() {
    for database in databases().await {
        let event = published(&database, &[]).await;
        register(&database, &event, "eva").await;
        assert!(matches!(event.state, State::Published { at } if at == noon().at));
        let again = verbs::publish(&database, noon(), event.id).await;
        assert!(matches!(again, Err(Failure::Refused(_))), "{again:?}");

        verbs::cancel(&database, noon(), event.id).await.unwrap();
        let cancelled = find(&database, &event.slug).await;
        assert!(matches!(cancelled.state, State::Cancelled { .. }));
        assert_eq!(cancelled.sequence, 1);
        let again = verbs::cancel(&database, noon(), event.id).await;
        assert!(matches!(again, Err(Failure::Refused(_))), "{again:?}");
        for kind in [
            "SELECT count(*) AS n FROM fact WHERE kind = 'event.published'",
            "SELECT count(*) AS n FROM fact WHERE kind = 'event.cancelled'",
            "SELECT count(*) AS n FROM outbox WHERE kind = 'registration.cancellation'",
        ] {
            assert_eq!(number(&database, kind).await, 1, "{kind}");
        }
        let unknown = verbs::cancel(&database, noon(), shared::ids::EventId::new()).await;
        assert!(matches!(unknown, Err(Failure::NotFound)));
    }
}
