//! Letters: said once as finished values, written down as text and as HTML.

use crate::words::{Wordbook, Words};
use askama::Template;
use platform::database::Database;
use platform::secrets::Key;

/// What a renderer of letters may use.
#[derive(Clone)]
pub struct LetterContext {
    pub database: Database,
    pub key: Key,
    pub words: Wordbook,
    /// Scheme and host, without a slash at the end.
    pub public_url: String,
}

/// A letter as finished values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterText {
    pub language: &'static str,
    pub subject: String,
    pub greeting: String,
    pub before: Vec<String>,
    /// What one wants to find again: a label and what it is.
    pub facts: Vec<(String, String)>,
    /// The one thing to press, and a whole address; the first address in the letter.
    pub link: String,
    pub href: String,
    pub after: Vec<String>,
    pub signature: String,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Plain<'a> {
    letter: &'a LetterText,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    letter: &'a LetterText,
}

impl LetterText {
    /// A letter that says nothing yet but who signs it.
    pub fn new(words: &Words, subject: String, greeting: String) -> Self {
        Self {
            language: words.language.code(),
            subject,
            greeting,
            before: vec![],
            facts: vec![],
            link: String::new(),
            href: String::new(),
            after: vec![],
            signature: words.text("web-site-name"),
        }
    }

    pub fn plain(&self) -> String {
        Plain { letter: self }.render().expect("a template of finished values does not fail")
    }

    pub fn html(&self) -> String {
        Html { letter: self }.render().expect("a template of finished values does not fail")
    }
}
