//! How many questions a page asks, and whether a kept page is ever stale.

use super::*;
use crate::announcement::reads::WholeEvent;
use jiff::ToSpan;
use shared::ids::{GroupTalkId, ProgrammeItemId};

/// The sample's items under ids of their own.
fn items(count: usize) -> Vec<ProgrammeItem> {
    let sample = WholeEvent::sample().programme[1].clone();
    (0..count)
        .map(|_| {
            let mut item = ProgrammeItem { id: ProgrammeItemId::new(), ..sample.clone() };
            for talk in &mut item.talks {
                talk.id = GroupTalkId::new();
                talk.limit.id = PlaceLimitId::new();
            }
            item
        })
        .collect()
}

async fn statements(database: &Database, path: &str) -> u64 {
    let visit = Visit::new(database);
    let before = database.statements();
    visit.page(path).await;
    database.statements() - before
}

#[tokio::test]
async fn the_list_asks_as_many_questions_of_three_as_of_one() {
    for database in databases().await {
        insert(&database, &another(1, 0), &[]).await;
        let one = statements(&database, "/sv/evenemang").await;
        insert(&database, &another(2, 1), &[]).await;
        insert(&database, &another(3, 2), &[]).await;
        assert_eq!(statements(&database, "/sv/evenemang").await, one);
        // A page that may be kept asks PostgreSQL whether anything changed; a search is not kept.
        let asked = u64::from(database.engine_name() == "postgres");
        assert!(one <= 3 + asked, "{one}");
        assert_eq!(statements(&database, "/sv/evenemang?q=samtal").await, one - asked);
    }
}

#[tokio::test]
async fn an_event_asks_as_many_questions_of_three_items_as_of_one() {
    for database in databases().await {
        let mut counts = vec![];
        for number in [1, 3] {
            let event = another(number, 0);
            insert(&database, &event, &items(number as usize)).await;
            for nth in 0..number {
                let mut pre_meeting = another(10 * number + nth, 0);
                pre_meeting.pre_meeting_of = Some(event.id);
                insert(&database, &pre_meeting, &[]).await;
            }
            counts.push(statements(&database, &format!("/sv/evenemang/samtal-{number}")).await);
        }
        assert_eq!(counts[0], counts[1]);
        assert!(counts[0] <= 6, "{counts:?}");
    }
}

#[tokio::test]
async fn a_kept_page_reads_nothing_and_a_change_is_seen_at_once() {
    for database in databases().await {
        let mut event = sample_event();
        insert(&database, &event, &[]).await;
        let visit = Visit::new(&database);
        for path in ["/sv/evenemang/lediga-rum", "/sv/evenemang", "/sv/evenemang/lediga-rum.ics"] {
            let first = visit.page(path).await.text;
            // PostgreSQL is asked whether anything changed. Other tests write to the same server,
            // which makes a page anew that need not be; so a quiet moment is waited for.
            let asked = u64::from(database.engine_name() == "postgres");
            let mut found = false;
            for _ in 0..200 {
                let before = database.statements();
                assert_eq!(visit.page(path).await.text, first);
                found |= database.statements() == before + asked;
            }
            assert!(found, "{path}");
        }
        event.content.title = shared::Text::sv("Ett annat namn");
        let changed = event.clone();
        let written = database
            .write::<_, Never>(move |tx| {
                let changed = changed.clone();
                Box::pin(async move { Ok(event::update(tx, &changed).await?) })
            })
            .await;
        written.unwrap();
        for path in ["/sv/evenemang/lediga-rum", "/sv/evenemang", "/sv/evenemang/lediga-rum.ics"] {
            assert!(visit.page(path).await.text.contains("Ett annat namn"), "{path}");
        }
        // "om 3 dagar" is no longer so tomorrow.
        let tomorrow = visit.site.clock.now().at.checked_add(24.hours()).unwrap();
        visit.site.clock.set(tomorrow);
        let page = visit.page("/sv/evenemang/lediga-rum").await;
        assert!(page.text.contains("om 2 dagar"), "{}", page.text);
    }
}
