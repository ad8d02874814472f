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
    personal::PersonalPage,
    receipt::ReceiptPage,
    unavailable::UnavailablePage,
    withdrawal::WithdrawalPage,
};
use askama::Template;
use shared::Language;
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
