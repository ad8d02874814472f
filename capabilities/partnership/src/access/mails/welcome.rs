//! The letter that tells somebody that they have been given access. It holds no one-time link: that
//! would be too old before most people read it.

use crate::access::mails::LetterText;
use crate::access::types::Person;
use jiff::Timestamp;
use shared::ids::PersonId;
use web::Words;
use web::asked::Role;

/// `href`: of the page where a link is asked for.
pub fn text(words: &Words, person: &Person, inviter: &str, href: String) -> LetterText {
    let what = match person.role {
        Role::Organiser => words.text("access-letter-welcome-organiser"),
        Role::Administrator => words.text("access-letter-welcome-administrator"),
    };
    LetterText {
        language: words.language.code(),
        subject: words.text("access-letter-welcome-subject"),
        greeting: words
            .text_with("access-letter-greeting", [("name", person.name.as_str().into())]),
        facts: vec![],
        before: vec![
            words.text_with("access-letter-welcome-why", [("inviter", inviter.into())]),
            what,
        ],
        link: words.text("access-letter-welcome-link"),
        href,
        after: vec![
            words.text_with("access-letter-welcome-how", [("email", person.email.as_str().into())]),
        ],
        signature: words.text("web-site-name"),
    }
}

/// The letter as an ordinary person gets it.
pub fn sample(words: &Words) -> LetterText {
    let person = Person {
        id: PersonId(platform::ids::Uuid::from_u128(2)),
        name: "Folke Sandgren".to_owned(),
        email: "folke@example.org".to_owned(),
        role: Role::Organiser,
        language: words.language,
        created_at: Timestamp::UNIX_EPOCH,
        signed_in_at: None,
        ended_at: None,
    };
    let href = "https://samverk.example.org/sv/inloggning".to_owned();
    text(words, &person, "Tyra Holmqvist & Bo", href)
}
