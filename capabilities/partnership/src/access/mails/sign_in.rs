//! The letter with a one-time link.

use crate::access::mails::LetterText;
use jiff::civil::{Time, time};
use web::Words;

/// `until`: when the link ends, as clocks here show it.
pub fn text(words: &Words, name: &str, until: Time, href: String) -> LetterText {
    let until = locale::hours(words.language, until, None);
    LetterText {
        language: words.language.code(),
        subject: words.text("access-letter-sign-in-subject"),
        greeting: words.text_with("access-letter-greeting", [("name", name.into())]),
        facts: vec![],
        before: vec![words.text("access-letter-sign-in-why")],
        link: words.text("access-letter-sign-in-link"),
        href,
        after: vec![
            words.text_with("access-letter-sign-in-until", [("until", until.into())]),
            words.text("access-letter-sign-in-other"),
        ],
        signature: words.text("web-site-name"),
    }
}

/// The letter as an ordinary person gets it.
pub fn sample(words: &Words) -> LetterText {
    let href = "https://samverk.example.org/sv/inloggning/k7f2?next=%2Fsv%2Forganisera".to_owned();
    text(words, "Tyra Holmqvist & Bo", time(14, 32, 0, 0), href)
}
