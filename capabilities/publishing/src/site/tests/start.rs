//! The start page and what stands beside it.

use super::*;
use events::event::{self, Event, State, sample_event};
use platform::failure::Never;
use shared::Text;
use shared::ids::{EventId, PlaceLimitId};

async fn insert(database: &Database, number: i8, state: State) {
    let mut event: Event = sample_event();
    event.id = EventId::new();
    event.limit.id = PlaceLimitId::new();
    event.slug = format!("samtal-{number}");
    event.state = state;
    event.content.title = Text::sv(format!("Samtal nummer {number}"));
    event.days[0].day = jiff::civil::date(2027, 5, 18 + number);
    let written = database
        .write::<_, Never>(move |tx| {
            let event = event.clone();
            Box::pin(async move { Ok(event::insert(tx, &event).await?) })
        })
        .await;
    written.unwrap();
}

#[tokio::test]
async fn the_three_next_are_shown_and_nothing_that_is_not_next() {
    for database in databases().await {
        let at = NOON.parse().unwrap();
        let visit = Visit::new(&database);
        assert!(visit.get("/sv").await.text.contains("Inget planerat just nu"));
        insert(&database, 1, State::Cancelled { published_at: at, at }).await;
        insert(&database, 2, State::Draft).await;
        insert(&database, 3, State::Published { at }).await;
        let before = database.statements();
        let page = visit.get("/sv").await;
        let one = database.statements() - before;
        assert!(page.text.contains("samtal-3"), "{}", page.text);
        for number in [4, 5, 6] {
            insert(&database, number, State::Published { at }).await;
        }
        let before = database.statements();
        let page = visit.get("/sv").await;
        assert_eq!(database.statements() - before, one);
        // PostgreSQL is also asked whether anything changed since the page was kept.
        let asked = u64::from(database.engine_name() == "postgres");
        assert!(one <= 4 + asked, "{one}");
        for (number, shown) in [(1, false), (2, false), (3, true), (4, true), (5, true), (6, false)]
        {
            let link = format!("/sv/evenemang/samtal-{number}\"");
            assert_eq!(page.text.contains(&link), shown, "{number}");
        }
        assert!(page.text.contains("5 evenemang på gång och 0 som har varit"), "{}", page.text);
        // Nobody has registered: there is no mix to tell of.
        assert!(!page.text.contains("anmälningar från personer"), "{}", page.text);
        assert!(page.text.contains("name=\"q\"") && page.text.contains("action=\"/sv/evenemang\""));
    }
}

#[tokio::test]
async fn the_other_pages_are_there_in_both_languages() {
    let database = databases().await.remove(0);
    let visit = Visit::new(&database);
    for (path, said) in [
        ("/en", "Where the county meets"),
        ("/sv/personuppgifter", "90 dagar efter evenemangets sista dag"),
        ("/en/privacy", "90 days after the last day of the event"),
        ("/en/accessibility", "https://www.digg.se/tdosanmalan"),
        ("/robots.txt", "Disallow: /sv/organisera\n"),
        ("/.well-known/security.txt", "Contact: https://samverk.example.org/en/accessibility\n"),
        ("/.well-known/security.txt", "Expires: 2027-11-14T12:00:00Z\n"),
    ] {
        let page = visit.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text.contains(said), "{said} in {path}:\n{}", page.text);
        assert!(!page.headers.contains_key(header::SET_COOKIE), "{path}");
    }
}
