//! Every page and letter of this slice, rendered in both languages from its sample.

use super::*;
use crate::access::mails;
use crate::access::pages::{ending, people, person, sign_in, sign_in_link};
use askama::Template;
use web::Words;

fn rendered(words: &Words) -> web::testing::Pages {
    let sign_in_letter = mails::sign_in::sample(words);
    let welcome_letter = mails::welcome::sample(words);
    vec![
        ("sign_in", sign_in::SignInPage::sample(words).render().unwrap()),
        ("sent", sign_in::SentPage::sample(words).render().unwrap()),
        ("sign_in_link", sign_in_link::ConfirmPage::sample(words).render().unwrap()),
        ("link_refused", sign_in_link::LinkRefusedPage::sample(words).render().unwrap()),
        ("people", people::PeoplePage::sample(words).render().unwrap()),
        ("person", person::PersonPage::sample(words).render().unwrap()),
        ("ending", ending::EndingPage::sample(words).render().unwrap()),
        ("sign-in letter", sign_in_letter.html()),
        ("welcome letter", welcome_letter.html()),
    ]
}

#[test]
fn every_page_and_letter_speaks_both_languages_and_escapes() {
    web::testing::assert_speaks(&wordbook(), rendered, &["access-"], &["<Strand>"]);
}

#[test]
fn a_plain_letter_has_its_link_first_and_nothing_escaped() {
    for language in Language::ALL {
        let letter = mails::sign_in::sample(wordbook().of(language));
        let plain = letter.plain();
        assert!(plain.contains("Tyra Holmqvist & Bo"), "{plain}");
        let first = plain.split_whitespace().find(|it| it.contains("://")).unwrap();
        assert_eq!(first, letter.href);
        assert!(!plain.contains("\n\n\n"), "{plain:?}");
    }
}

#[test]
fn every_refusal_is_worded() {
    use crate::access::types::Refusal::*;
    let refusals = [
        NameMissing,
        NameTooLong(120),
        EmailMissing,
        EmailImplausible,
        EmailTaken,
        RoleMissing,
        LastAdministrator,
        UnknownPerson,
    ];
    for language in Language::ALL {
        let words = wordbook();
        for refusal in &refusals {
            let said = crate::access::refused(words.of(language), refusal);
            assert!(said.len() > 10 && !said.starts_with("access-"), "{refusal:?}: {said}");
        }
    }
}
