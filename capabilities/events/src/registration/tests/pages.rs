//! Every page in both languages, from its sample.

use crate::event;
use crate::registration::pages::{
    change::ChangePage,
    desk::{
        self,
        parting::{DeskPartingPage, Parting},
    },
    form::FormPage,
    link_again::LinkAgainPage,
    person,
    personal::PersonalPage,
    receipt::ReceiptPage,
    unavailable::UnavailablePage,
    withdrawal::WithdrawalPage,
};
use askama::Template;
use shared::Language;
use web::Fields;
use web::words::Wordbook;

#[test]
fn every_page_renders_in_both_languages_with_every_word() {
    let book = Wordbook::new(&[web::WORDS, event::WORDS, crate::registration::WORDS]).unwrap();
    for language in Language::ALL {
        let words = book.of(language);
        let pages = [
            FormPage::sample(words).render(),
            ChangePage::sample(words).render(),
            LinkAgainPage::sample(words).render(),
            PersonalPage::sample(words).render(),
            ReceiptPage::sample(words).render(),
            UnavailablePage::sample(words).render(),
            WithdrawalPage::sample(words).render(),
            desk::list::ListPage::sample(words).render(),
            desk::person::DeskPersonPage::sample(words).render(),
            DeskPartingPage::sample(words, Parting::Withdrawal).render(),
            DeskPartingPage::sample(words, Parting::Erasure).render(),
        ];
        for page in pages {
            let page = page.unwrap();
            assert!(!page.contains("registration-") && !page.contains("web-"), "{page}");
            assert!(!page.contains("Spare rooms & empty") && !page.contains("rum & tomma"));
            assert_eq!(page.matches("<h1").count(), 1, "{page}");
        }
    }
}

#[test]
fn a_name_that_came_with_holes_in_it_is_asked_for_again() {
    let book = Wordbook::new(&[web::WORDS, event::WORDS, crate::registration::WORDS]).unwrap();
    let words = book.of(Language::Swedish);
    let read = |body: &[u8]| person::read(words, &Fields::parse(body).unwrap());
    assert!(read(b"name=%C3%85sa&email=asa@example.org").is_ok());
    // As Latin-1 has it.
    let problems = read(b"name=%C5sa&email=asa@example.org").unwrap_err();
    assert!(problems.of("name").unwrap().contains("tecken"));
}
