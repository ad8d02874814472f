//! Every page of the desk, rendered in both languages from its samples.

use super::*;
use crate::desk::pages::cancellation::CancellationPage;
use crate::desk::pages::desk::DeskPage;
use crate::desk::pages::event::EventPage;
use crate::desk::pages::form::FormPage;
use askama::Template;
use shared::Language;
use web::Words;

fn rendered(words: &Words) -> Vec<(&'static str, String)> {
    vec![
        ("desk", DeskPage::sample(words).render().unwrap()),
        ("empty desk", DeskPage::sample_empty(words).render().unwrap()),
        ("form", FormPage::sample(words).render().unwrap()),
        ("new form", FormPage::sample_new(words).render().unwrap()),
        ("event", EventPage::sample(words).render().unwrap()),
        ("draft", EventPage::sample_draft(words).render().unwrap()),
        ("cancellation", CancellationPage::sample(words).render().unwrap()),
    ]
}

#[test]
fn every_page_speaks_both_languages_and_escapes() {
    let words = wordbook();
    let (swedish, english) =
        (rendered(words.of(Language::Swedish)), rendered(words.of(Language::English)));
    for ((name, swedish), (_, english)) in swedish.iter().zip(&english) {
        assert_ne!(swedish, english, "{name}");
        for html in [swedish, english] {
            // A key that has no words is shown as itself.
            for slice in ["desk-", "event-place", "web-"] {
                assert!(!html.contains(slice), "{name} lacks words:\n{html}");
            }
            assert!(!html.contains("{ $"), "{name} lacks a variable:\n{html}");
            assert!(!html.contains("& ") && !html.contains("<Å>"), "{name} is raw:\n{html}");
            assert_eq!(html.matches("<h1").count(), 1, "{name}:\n{html}");
            assert!(!html.contains("style="), "{name}:\n{html}");
        }
    }
}

/// The ids of a page are each there once, and everything that points at one finds it.
#[test]
fn every_id_is_one_and_every_pointer_finds_it() {
    let words = wordbook();
    for (name, html) in rendered(words.of(Language::Swedish)) {
        let of = |attribute: &str| -> Vec<String> {
            let start = format!(" {attribute}=\"");
            html.split(start.as_str())
                .skip(1)
                .flat_map(|it| it.split('"').next().unwrap().split(' '))
                .map(str::to_owned)
                .collect()
        };
        let ids = of("id");
        for id in &ids {
            assert_eq!(ids.iter().filter(|it| *it == id).count(), 1, "{name}: {id}");
        }
        for pointer in [of("for"), of("aria-describedby"), of("aria-labelledby")].concat() {
            assert!(ids.contains(&pointer), "{name}: {pointer}");
        }
        for href in of("href").iter().filter_map(|it| it.strip_prefix('#')) {
            assert!(ids.iter().any(|it| it == href), "{name}: #{href}");
        }
    }
}

/// Every heading is at most one step below the one before it.
#[test]
fn headings_go_down_one_step_at_a_time() {
    let words = wordbook();
    for (name, html) in rendered(words.of(Language::English)) {
        let levels: Vec<u32> =
            html.split("<h").skip(1).filter_map(|it| it.chars().next()?.to_digit(10)).collect();
        // The list of what is wrong stands above the heading of the page.
        let levels = &levels[usize::from(html.contains("error-summary"))..];
        assert_eq!(levels.first(), Some(&1), "{name}");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{name}: {levels:?}");
        }
    }
}
