//! What the commands write, and that a refusal writes nothing.

use crate::programme::Choosing;
use crate::programme_desk::commands::{add_item, change_item, move_item, remove_item};
use crate::programme_desk::tests::*;
use crate::programme_desk::types::{Direction, ItemAsked, Refusal, TalkAsked};
use shared::Text;
use shared::ids::{GroupTalkId, PlaceLimitId, ProgrammeItemId};

fn asked(title: &str) -> ItemAsked {
    ItemAsked { title: Text::sv(title), ..ItemAsked::default() }
}

fn row(nth: u32, title: &str) -> TalkAsked {
    TalkAsked {
        row: nth,
        id: None,
        new_id: GroupTalkId::new(),
        new_limit: PlaceLimitId::new(),
        number: String::new(),
        title: Text::sv(title),
        text: Text::default(),
        facilitators: if title.is_empty() { "" } else { "Eva Ek och Bo Alm, smeder" }.to_owned(),
        places: String::new(),
        removed: false,
    }
}

fn with_talks(title: &str, choosing: Choosing, titles: &[&str]) -> ItemAsked {
    let talks = (1..).zip(titles).map(|(nth, title)| row(nth, title)).collect();
    ItemAsked { choosing: Some(choosing), talks, ..asked(title) }
}

/// The item as its form shows it.
fn again(item: &ProgrammeItem) -> ItemAsked {
    let talks = (1..).zip(&item.talks).map(|(nth, talk)| TalkAsked {
        id: Some(talk.id),
        number: talk.number.to_string(),
        ..row(nth, &talk.title.sv)
    });
    ItemAsked { choosing: Some(item.choosing), talks: talks.collect(), ..asked(&item.title.sv) }
}

async fn add(database: &Database, event: &Event, asked: ItemAsked) -> ProgrammeItemId {
    let id = ProgrammeItemId::new();
    add_item(database, noon(), event.id, id, asked).await.unwrap();
    id
}

#[track_caller]
fn refused<T: std::fmt::Debug, R>(done: Result<T, Failure<R>>) -> R {
    match done {
        Err(Failure::Refused(refusal)) => refusal,
        Err(Failure::NotFound) => panic!("not found"),
        Err(Failure::Broken(error)) => panic!("{error}"),
        Ok(done) => panic!("{done:?}"),
    }
}

#[tokio::test]
async fn items_stand_as_they_were_added_and_moved() {
    for (database, event) in databases().await {
        for title in ["Ett", "Två", "Tre"] {
            add(&database, &event, asked(title)).await;
        }
        assert_eq!(titles(&database, &event).await, ["Ett", "Två", "Tre"]);
        let ids: Vec<_> = programme_of(&database, &event).await.iter().map(|it| it.id).collect();
        let step = async |nth: usize, direction| {
            move_item(&database, noon(), event.id, ids[nth], direction).await.unwrap();
            titles(&database, &event).await
        };
        assert_eq!(step(2, Direction::Up).await, ["Ett", "Tre", "Två"]);
        assert_eq!(step(2, Direction::Up).await, ["Tre", "Ett", "Två"]);
        assert_eq!(step(2, Direction::Up).await, ["Tre", "Ett", "Två"]);
        assert_eq!(step(0, Direction::Down).await, ["Tre", "Två", "Ett"]);
        remove_item(&database, noon(), event.id, ids[1]).await.unwrap();
        add(&database, &event, asked("Fyra")).await;
        assert_eq!(titles(&database, &event).await, ["Tre", "Ett", "Fyra"]);

        let now = event::find(&mut database.read().await.unwrap(), event.id).await.unwrap();
        assert_eq!(now.unwrap().updated_at, noon().at);
        let facts = "SELECT count(*) AS n FROM fact WHERE kind LIKE 'programme.item-%'";
        assert_eq!(number(&database, facts).await, 9);
    }
}

#[tokio::test]
async fn an_item_of_another_event_is_not_found() {
    for (database, event) in databases().await {
        let gone = ProgrammeItemId::new();
        let moved = move_item(&database, noon(), event.id, gone, Direction::Up).await;
        assert!(matches!(moved, Err(Failure::NotFound)));
        let changed = change_item(&database, noon(), event.id, gone, asked("x")).await;
        assert!(matches!(changed, Err(Failure::NotFound)));
        let removed = remove_item(&database, noon(), event.id, gone).await;
        assert!(matches!(removed, Err(Failure::NotFound)));
        let elsewhere = shared::ids::EventId::new();
        let added = add_item(&database, noon(), elsewhere, gone, asked("x")).await;
        assert!(matches!(added, Err(Failure::NotFound)));
        assert_eq!(number(&database, "SELECT count(*) AS n FROM fact").await, 0);
    }
}

#[tokio::test]
async fn a_refusal_leaves_nothing_written() {
    for (database, event) in databases().await {
        add(&database, &event, with_talks("Samtal", Choosing::RankedWishes, &["A"])).await;
        let before = programme_of(&database, &event).await;
        let facts = number(&database, "SELECT count(*) AS n FROM fact").await;
        let second = with_talks("Mer samtal", Choosing::RankedWishes, &["B"]);
        let id = ProgrammeItemId::new();
        let refusals = refused(add_item(&database, noon(), event.id, id, second).await);
        assert_eq!(refusals, [Refusal::WishesElsewhere { title: Text::sv("Samtal") }]);
        let nameless = ItemAsked { title: Text::default(), ..again(&before[0]) };
        let later = Now { at: "2027-05-02T10:00:00Z".parse().unwrap() };
        let refusals =
            refused(change_item(&database, later, event.id, before[0].id, nameless).await);
        assert_eq!(refusals, [Refusal::TitleMissing]);
        assert_eq!(programme_of(&database, &event).await, before);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM fact").await, facts);
        let now = event::find(&mut database.read().await.unwrap(), event.id).await.unwrap();
        assert_eq!(now.unwrap().updated_at, noon().at);
    }
}

#[tokio::test]
async fn two_items_at_once_do_not_both_ask_for_wishes() {
    for (database, event) in databases().await {
        // The first round may find one connection open and another still to be made.
        for _ in 0..6 {
            let one = with_talks("Ett", Choosing::RankedWishes, &["A"]);
            let two = with_talks("Två", Choosing::RankedWishes, &["B"]);
            let ids = [ProgrammeItemId::new(), ProgrammeItemId::new()];
            let (one, two) = tokio::join!(
                add_item(&database, noon(), event.id, ids[0], one),
                add_item(&database, noon(), event.id, ids[1], two),
            );
            assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|it| **it).count(), 1);
            let programme = programme_of(&database, &event).await;
            assert_eq!(programme.len(), 1);
            remove_item(&database, noon(), event.id, programme[0].id).await.unwrap();
        }
    }
}

#[tokio::test]
async fn talks_are_added_changed_renumbered_and_removed() {
    for (database, event) in databases().await {
        let asked = with_talks("Samtal", Choosing::FirstCome, &["A", "B", "", "C"]);
        let id = add(&database, &event, asked).await;
        let before = programme_of(&database, &event).await.remove(0);
        let shape = |item: &ProgrammeItem| -> Vec<(u32, String, Option<u32>)> {
            let of = |it: &programme::GroupTalk| (it.number, it.title.sv.clone(), it.limit.places);
            item.talks.iter().map(of).collect()
        };
        let three = [(1, "A".into(), None), (2, "B".into(), None), (3, "C".into(), None)];
        assert_eq!(shape(&before), three);
        assert_eq!(before.talks[0].facilitators[0].names, ["Eva Ek", "Bo Alm"]);

        let mut change = again(&before);
        change.talks[0].number = "2".to_owned();
        change.talks[0].places = "12".to_owned();
        change.talks[1].number = "1".to_owned();
        change.talks[2].removed = true;
        change.talks.push(row(4, "D"));
        change_item(&database, noon(), event.id, id, change).await.unwrap();
        let after = programme_of(&database, &event).await.remove(0);
        let three = [(1, "B".into(), None), (2, "A".into(), Some(12)), (3, "D".into(), None)];
        assert_eq!(shape(&after), three);
        assert_eq!(after.talks[1].id, before.talks[0].id);
        let limits = "SELECT count(*) AS n FROM place_limit WHERE group_talk_id IS NOT NULL";
        assert_eq!(number(&database, limits).await, 3);

        remove_item(&database, noon(), event.id, id).await.unwrap();
        assert_eq!(number(&database, limits).await, 0);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM group_talk").await, 0);
    }
}

#[tokio::test]
async fn what_somebody_chose_stays_until_they_withdraw() {
    for (database, event) in databases().await {
        let asked = with_talks("Samtal", Choosing::RankedWishes, &["A", "B"]);
        let id = add(&database, &event, asked).await;
        let wanted = Wanted { wishes: vec![2], choices: vec![] };
        register(&database, &event, "alva", wanted).await;
        let before = programme_of(&database, &event).await;
        let without_b = || {
            let mut change = again(&before[0]);
            change.talks[1].removed = true;
            change
        };
        let tried = change_item(&database, noon(), event.id, id, without_b()).await;
        assert_eq!(refused(tried), [Refusal::TalkChosen { row: 2, choosers: 1 }]);
        let first_come = ItemAsked { choosing: Some(Choosing::FirstCome), ..again(&before[0]) };
        let tried = change_item(&database, noon(), event.id, id, first_come.clone()).await;
        assert_eq!(refused(tried), [Refusal::ChosenAlready]);
        let tried = refused(remove_item(&database, noon(), event.id, id).await);
        assert_eq!(tried.choosers, 1);
        assert_eq!(programme_of(&database, &event).await, before);

        change(&database, "UPDATE registration SET withdrawn_at = registered_at").await;
        change_item(&database, noon(), event.id, id, without_b()).await.unwrap();
        change_item(&database, noon(), event.id, id, {
            let mut change = again(&programme_of(&database, &event).await[0]);
            change.choosing = Some(Choosing::FirstCome);
            change
        })
        .await
        .unwrap();
        assert_eq!(number(&database, "SELECT count(*) AS n FROM group_wish").await, 0);
        remove_item(&database, noon(), event.id, id).await.unwrap();
        assert!(programme_of(&database, &event).await.is_empty());
    }
}

#[tokio::test]
async fn places_are_not_fewer_than_those_who_chose() {
    for (database, event) in databases().await {
        let id = add(&database, &event, with_talks("Spår", Choosing::FirstCome, &["A"])).await;
        for name in ["alva", "birk"] {
            let wanted = Wanted { wishes: vec![], choices: vec![(1, 1)] };
            register(&database, &event, name, wanted).await;
        }
        let before = programme_of(&database, &event).await;
        let places = |typed: &str| {
            let mut change = again(&before[0]);
            change.talks[0].places = typed.to_owned();
            change
        };
        let tried = change_item(&database, noon(), event.id, id, places("1")).await;
        assert_eq!(refused(tried), [Refusal::PlacesTaken { row: 1, taken: 2 }]);
        assert_eq!(programme_of(&database, &event).await, before);
        change_item(&database, noon(), event.id, id, places("2")).await.unwrap();
        assert_eq!(programme_of(&database, &event).await[0].talks[0].limit.left(), Some(0));
    }
}
