//! Every page of the desk, rendered in both languages from its samples.

use super::*;
use crate::desk::pages::cancellation::CancellationPage;
use crate::desk::pages::desk::DeskPage;
use crate::desk::pages::event::EventPage;
use crate::desk::pages::form::FormPage;
use askama::Template;
use shared::Language;
use web::{Words, testing};

fn rendered(words: &Words) -> testing::Pages {
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
    testing::assert_speaks(&wordbook(), rendered, &["desk-", "event-place", "web-"], &["<Å>"]);
}

#[test]
fn ids_pointers_and_headings_are_in_order() {
    testing::assert_order(&wordbook(), rendered);
    for language in Language::ALL {
        for (name, html) in rendered(wordbook().of(language)) {
            testing::assert_inner_links(name, &html);
        }
    }
}
