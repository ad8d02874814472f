//! The letters of access. What a letter says is said once, and written down as text and as HTML.

pub mod sign_in;
pub mod welcome;

use askama::Template;

/// A letter as finished values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterText {
    pub language: &'static str,
    pub subject: String,
    pub greeting: String,
    pub before: Vec<String>,
    /// The one thing to press, and a whole address.
    pub link: String,
    pub href: String,
    pub after: Vec<String>,
    pub signature: String,
}

#[derive(Template)]
#[template(path = "access/mails/letter.txt")]
struct Plain<'a> {
    letter: &'a LetterText,
}

#[derive(Template)]
#[template(path = "access/mails/letter.html")]
struct Html<'a> {
    letter: &'a LetterText,
}

impl LetterText {
    pub fn plain(&self) -> String {
        Plain { letter: self }.render().expect("a template of finished values does not fail")
    }

    pub fn html(&self) -> String {
        Html { letter: self }.render().expect("a template of finished values does not fail")
    }
}
