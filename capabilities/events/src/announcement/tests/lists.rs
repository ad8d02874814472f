//! The lists: what stands in them, in which order, on which page.

use super::*;

fn order(page: &Answer) -> Vec<usize> {
    let mut found = vec![];
    for part in page.text.split("href=\"/sv/evenemang/samtal-").skip(1) {
        found.push(part[..part.find('"').unwrap()].parse().unwrap());
    }
    found
}

#[tokio::test]
async fn coming_ones_stand_soonest_first_and_past_ones_latest_first() {
    for database in databases().await {
        for (number, days_later) in [(1, 5), (2, 0), (3, -30), (4, -9), (5, -8)] {
            insert(&database, &another(number, days_later), &[]).await;
        }
        let visit = Visit::new(&database);
        let coming = visit.page("/sv/evenemang").await;
        // The one of today is still to come.
        assert_eq!(order(&coming), [5, 2, 1]);
        let past = visit.page("/sv/evenemang?visa=tidigare").await;
        assert_eq!(order(&past), [4, 3]);
        assert!(!past.text.contains("platser kvar"), "{}", past.text);
        assert!(visit.page("/en/events?show=past").await.text.contains("/en/events/samtal-4"));
        let other = "hreflang=\"en\" href=\"/en/events?show=past\"";
        assert!(past.text.contains(other), "{}", past.text);
    }
}

#[tokio::test]
async fn a_long_list_has_pages() {
    for database in databases().await {
        for number in 1..=45 {
            insert(&database, &another(number, i64::from(number)), &[]).await;
        }
        let visit = Visit::new(&database);
        let first = visit.page("/sv/evenemang").await;
        assert_eq!(order(&first), (1..=20).collect::<Vec<_>>());
        assert!(first.text.contains("href=\"/sv/evenemang?sida=3\""), "{}", first.text);
        let last = visit.page("/sv/evenemang?sida=3").await;
        assert_eq!(order(&last), (41..=45).collect::<Vec<_>>());
        assert!(last.text.contains("aria-current=\"page\" aria-label=\"Sida 3\""), "{}", last.text);
        for path in ["/sv/evenemang?sida=4", "/sv/evenemang?sida=0", "/en/events?page=x"] {
            assert_eq!(visit.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let found = visit.page("/sv/evenemang?q=NUMMER+4").await;
        assert_eq!(order(&found), [4, 14, 24, 34, 40, 41, 42, 43, 44, 45]);
        assert!(found.text.contains("10 evenemang heter något med ”NUMMER 4”"), "{}", found.text);
        let found = visit.page("/sv/evenemang?q=samtal&sida=2").await;
        assert_eq!(order(&found), (21..=40).collect::<Vec<_>>());
        assert!(
            found.text.contains("href=\"/sv/evenemang?q=samtal&#38;sida=3\""),
            "{}",
            found.text
        );
    }
}

#[tokio::test]
async fn an_empty_list_says_what_it_is_for() {
    for database in databases().await {
        let visit = Visit::new(&database);
        assert!(visit.page("/sv/evenemang").await.text.contains("Inget planerat just nu"));
        let past = visit.page("/en/events?show=past").await;
        assert!(past.text.contains("Nothing has been held yet"), "{}", past.text);
        let found = visit.page("/sv/evenemang?q=%22%3Cb%3E%26").await;
        assert!(found.text.contains("value=\"&#34;&#60;b&#62;&#38;\""), "{}", found.text);
    }
}

#[tokio::test]
async fn unknown_words_in_an_address_change_nothing() {
    for database in databases().await {
        insert(&database, &another(1, 1), &[]).await;
        let visit = Visit::new(&database);
        let plain = visit.page("/sv/evenemang").await.text;
        for path in
            ["/sv/evenemang?", "/sv/evenemang?utm_source=x&visa=allt", "/sv/evenemang?sida=1"]
        {
            assert_eq!(visit.page(path).await.text, plain, "{path}");
        }
    }
}
