//! Keeping a text, making an event of it, and taking what a later text changes.

use super::*;
use crate::desk;
use crate::drafting::rules::changes;
use crate::drafting::types::Refusal;
use crate::drafting::{jobs, reads};
use crate::event::State;
use crate::programme::Choosing;
use platform::clock::Clock;
use platform::failure::Failure;
use shared::ids::EventId;

#[tokio::test]
async fn a_page_becomes_a_draft_with_its_programme() {
    for database in databases().await {
        let event = made(&database, PAGE).await;
        assert_eq!(event.state, State::Draft);
        assert_eq!(event.content.title.sv, "Mat och vatten nära hemma");
        assert_eq!(event.deadline_on, date(2027, 5, 21));
        assert_eq!(event.content.organisers, ["Odlarringen"]);
        let programme = programme_of(&database, &event).await;
        let titles: Vec<&str> = programme.iter().map(|it| it.title.sv.as_str()).collect();
        assert_eq!(titles, ["Jorden under oss", "Gruppsamtal", "Avslutning"]);
        assert_eq!(programme[0].appearances[0].affiliation, "Högskolan i Berget");
        assert_eq!(programme[1].choosing, Choosing::RankedWishes);
        let talks: Vec<(&str, &str)> = programme[1]
            .talks
            .iter()
            .map(|it| (it.title.sv.as_str(), it.facilitators[0].names[0].as_str()))
            .collect();
        assert_eq!(talks, [("Hur delar vi på vattnet?", "Bo Ram"), ("Vem lagar maten?", "Siv Ek")]);
        // The reading says what became of it, and the draft stands beside the event.
        let kept = number(&database, "SELECT count(*) AS n FROM accepted_draft").await;
        let facts =
            number(&database, "SELECT count(*) AS n FROM fact WHERE kind = 'event.drafted'").await;
        assert_eq!((kept, facts), (1, 1));
    }
}

#[tokio::test]
async fn what_is_wrong_with_an_item_is_said_at_it_and_nothing_is_written() {
    for database in databases().await {
        let id = keep(&database, None, PAGE).await;
        let mut fields = form(&read(PAGE).drafts[0]);
        fields.set("item_1_ends", "15.00");
        fields.set("item_3_title", "");
        let request = verbs::Accept { reading: id, draft: 0, fields };
        let refused = verbs::accept(&database, noon(), None, request).await;
        let Err(Failure::Refused(refusals)) = refused else { panic!("{refused:?}") };
        let fields: Vec<String> = refusals.iter().map(verbs::field_of).collect();
        assert_eq!(fields, ["item_1_ends", "item_3_title"]);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM event").await, 0);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM programme_item").await, 0);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM accepted_draft").await, 0);
        let found = reading(&database, id).await.unwrap().found;
        assert_eq!(found.made, []);
    }
}

#[tokio::test]
async fn a_text_is_kept_until_its_day_and_not_longer() {
    for database in databases().await {
        let by = PersonId::new();
        let id = keep(&database, Some(by), PAGE).await;
        let of_them = store::list_of(&mut database.read().await.unwrap(), by).await.unwrap();
        assert_eq!(of_them.len(), 1);
        let others = PersonId::new();
        let of_others = store::list_of(&mut database.read().await.unwrap(), others).await.unwrap();
        assert_eq!(of_others, []);
        let clock = Clock::standing_at("2027-03-14T23:59:59Z".parse().unwrap());
        platform::jobs::run_once(&jobs::jobs(&database, &clock)).await;
        assert!(reading(&database, id).await.is_some());
        clock.set("2027-03-15T00:00:00Z".parse().unwrap());
        platform::jobs::run_once(&jobs::jobs(&database, &clock)).await;
        assert!(reading(&database, id).await.is_none());
    }
}

#[tokio::test]
async fn a_text_that_is_thrown_away_is_gone_and_its_event_stays() {
    for database in databases().await {
        let event = made(&database, PAGE).await;
        let all = store::list_all(&mut database.read().await.unwrap()).await.unwrap();
        verbs::forget(&database, noon(), all[0].id).await.unwrap();
        assert!(reading(&database, all[0].id).await.is_none());
        assert_eq!(find(&database, &event.slug).await.id, event.id);
    }
}

/// What a text would change in an event, as the page shows it.
async fn proposed(
    database: &Database,
    event: &Event,
    text: &str,
) -> Vec<crate::drafting::types::Change> {
    let mut session = database.read().await.unwrap();
    let last = store::find_accepted(&mut session, event.id).await.unwrap();
    let (held, _) = reads::held(&mut session, Language::Swedish, event).await.unwrap();
    changes::changes(Language::Swedish, last.as_ref(), &read(text).drafts[0], &held)
}

#[tokio::test]
async fn the_same_text_again_is_known_and_changes_nothing() {
    for database in databases().await {
        let event = made(&database, PAGE).await;
        assert_eq!(like(&database, PAGE, TODAY).await, [event.id]);
        assert_eq!(proposed(&database, &event, PAGE).await, []);
    }
}

async fn like(database: &Database, text: &str, today: Date) -> Vec<EventId> {
    let mut session = database.read().await.unwrap();
    let like = reads::events_like(&mut session, &read(text).drafts[0], today).await.unwrap();
    like.iter().map(|it| it.id).collect()
}

#[tokio::test]
async fn an_event_that_got_another_day_is_known_by_its_title_until_it_is_over() {
    for database in databases().await {
        let event = made(&database, PAGE).await;
        let moved = PAGE.replace("26 maj", "2 juni");
        assert_eq!(like(&database, &moved, TODAY).await, [event.id]);
        let changes = proposed(&database, &event, &moved).await;
        assert_eq!(changes.iter().map(|it| it.after.as_str()).collect::<Vec<_>>(), ["2 juni 2027"]);
        let other = moved.replace("Mat och vatten nära", "Mat och dryck nära");
        assert_eq!(like(&database, &other, TODAY).await, [], "called something else");
        assert_eq!(like(&database, &moved, date(2027, 5, 27)).await, [], "it is over");
        // A second of that name on a third day: what recurs is not moved.
        made(&database, &PAGE.replace("26 maj", "28 maj")).await;
        assert_eq!(like(&database, &moved, TODAY).await, []);
    }
}

const LATER: [(&str, &str); 4] = [
    ("kl. 16.00-18.30", "kl. 16.30-18.30"),
    ("Maj Lindell, docent", "Maj Lindell, professor"),
    ("2. Vem lagar maten?", "2. Vem lagar all mat?"),
    ("18.00 Avslutning\n", "18.00 Avslutning\n\n18.15 Mingel\n"),
];

fn later() -> String {
    LATER.iter().fold(PAGE.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[tokio::test]
async fn a_later_text_proposes_what_it_changed_and_only_what_is_taken_is_written() {
    for database in databases().await {
        let event = made(&database, PAGE).await;
        let changes = proposed(&database, &event, &later()).await;
        let after: Vec<&str> = changes.iter().map(|it| it.after.as_str()).collect();
        assert_eq!(
            after,
            [
                "16.30",
                "Maj Lindell, professor, Högskolan i Berget",
                "Vem lagar all mat?",
                "18.15 Mingel"
            ]
        );
        let id = keep(&database, None, &later()).await;
        let request = verbs::Update {
            reading: id,
            draft: 0,
            event: event.id,
            seen: Some(event.updated_at),
            taken: vec![0, 2, 3],
            tell: false,
            language: Language::Swedish,
        };
        let slug = verbs::update(&database, wordbook(), noon(), request).await.unwrap();
        let event = find(&database, &slug).await;
        assert_eq!(event.days[0].starts, jiff::civil::time(16, 30, 0, 0));
        let programme = programme_of(&database, &event).await;
        let titles: Vec<&str> = programme.iter().map(|it| it.title.sv.as_str()).collect();
        assert_eq!(titles, ["Jorden under oss", "Gruppsamtal", "Avslutning", "Mingel"]);
        assert_eq!(programme[0].appearances[0].title, "docent", "this was left");
        assert_eq!(programme[1].talks[1].title.sv, "Vem lagar all mat?");
        assert_eq!(programme[1].talks[1].facilitators[0].names, ["Siv Ek"]);
        assert_eq!(proposed(&database, &event, &later()).await, [], "what was left stays left");
    }
}

#[tokio::test]
async fn of_two_who_change_an_event_the_second_is_told() {
    for database in databases().await {
        let event = made(&database, PAGE).await;
        let id = keep(&database, None, &later()).await;
        let request = verbs::Update {
            reading: id,
            draft: 0,
            event: event.id,
            seen: Some("2027-02-01T00:00:00Z".parse().unwrap()),
            taken: vec![0],
            tell: false,
            language: Language::Swedish,
        };
        let refused = verbs::update(&database, wordbook(), noon(), request).await;
        let Err(Failure::Refused(refusals)) = refused else { panic!("{refused:?}") };
        let field = "title".to_owned();
        let refusal = desk::Refusal { field, why: desk::Why::ChangedMeanwhile };
        assert_eq!(refusals, [Refusal::Event(refusal)]);
        assert_eq!(find(&database, &event.slug).await, event);
    }
}

#[tokio::test]
async fn names_of_other_events_are_known() {
    for database in databases().await {
        made(&database, PAGE).await;
        let known = reads::known(&mut database.read().await.unwrap()).await.unwrap();
        let text = PAGE.replace("Maj Lindell, docent", "Maj Lindell, professor");
        let draft = &read(&text).drafts[0];
        let proposals = crate::drafting::rules::known::proposals(Language::Swedish, draft, &known);
        let said: Vec<&str> = proposals.iter().map(|it| it.instead.as_str()).collect();
        assert_eq!(said, ["Maj Lindell, docent, Högskolan i Berget"]);
        assert_eq!(proposals[0].event, "Mat och vatten nära hemma");
    }
}

#[tokio::test]
async fn an_import_makes_a_draft_and_leaves_out_what_cannot_be() {
    for database in databases().await {
        // A last day after the event is no last day.
        let text = PAGE.replace("21 maj 2027", "21 juni 2027");
        let imported = verbs::import(&database, noon(), TODAY, read(&text)).await.unwrap();
        assert_eq!(imported.left_out, ["deadline"]);
        assert_eq!(imported.like, []);
        let event = find(&database, &imported.slug.unwrap()).await;
        assert_eq!((event.created_by, event.deadline_on), (None, date(2027, 5, 25)));
        let again = verbs::import(&database, noon(), TODAY, read(&text)).await.unwrap();
        assert_eq!(again.like, [(event.content.title.sv, event.slug)]);
    }
}

#[tokio::test]
async fn an_import_without_a_day_waits_for_somebody() {
    for database in databases().await {
        let text = "Mat och vatten\n\nVi ses snart och pratar om det som odlas här.\n";
        let imported = verbs::import(&database, noon(), TODAY, read(text)).await.unwrap();
        assert_eq!(imported.slug, None);
        assert!(reading(&database, imported.reading).await.is_some());
    }
}
