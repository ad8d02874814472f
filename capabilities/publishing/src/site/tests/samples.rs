//! Every page of this slice, rendered in both languages from its sample.

use super::*;
use crate::site::pages::accessibility::{AccessibilityPage, draft};
use crate::site::pages::messages::MessagesPage;
use crate::site::pages::privacy::PrivacyPage;
use crate::site::pages::receipt::ReceiptPage;
use crate::site::pages::start::StartPage;
use crate::site::rules;
use askama::Template;
use shared::Language;
use web::Words;

fn rendered(words: &Words) -> web::testing::Pages {
    vec![
        ("start", StartPage::sample(words).render().unwrap()),
        ("empty start", StartPage::sample_empty(words).render().unwrap()),
        ("privacy", PrivacyPage::sample(words).render().unwrap()),
        ("accessibility", AccessibilityPage::sample(words).render().unwrap()),
        ("receipt", ReceiptPage::sample(words).render().unwrap()),
        ("messages", MessagesPage::sample(words).render().unwrap()),
        ("no messages", MessagesPage::new(words, &[]).render().unwrap()),
    ]
}

#[test]
fn every_page_speaks_both_languages_and_escapes() {
    let slices = ["site-", "announcement-"];
    web::testing::assert_speaks(&wordbook(), rendered, &slices, &["<Anmäl"]);
}

#[test]
fn our_own_statement_lacks_nothing() {
    let words = wordbook();
    for language in Language::ALL {
        let words = words.of(language);
        let mut settings = Settings {
            public_url: "https://samverk.example.org".to_owned(),
            ..Settings::default()
        };
        let statement = rules::complete(draft(words, &settings)).unwrap();
        assert_eq!(statement.text().complaint_href, "https://www.digg.se/tdosanmalan");
        assert!(statement.text().actor.contains("samverk.example.org"));
        settings.operator = Some("Region Sjöbo".to_owned());
        let statement = rules::complete(draft(words, &settings)).unwrap();
        assert_eq!(statement.text().actor, "Region Sjöbo");
    }
}

#[test]
fn the_sentences_are_short() {
    for text in [WORDS.sv, WORDS.en] {
        for line in text.lines() {
            let said = line.split_once(" = ").map_or("", |(_, said)| said);
            for sentence in said.split(['.', '?', ':']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 20, "{words} words: {sentence}");
            }
            assert!(!said.contains('!'), "{said}");
        }
    }
}
