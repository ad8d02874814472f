//! Texts as they are shown: in the page's language where there are such, else in the other, marked
//! and counted, so that the page can say so once.

use locale::Language;
use shared::Text;
use web::Words;

/// A text and the mark of its language, where that is not the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Plain text, or HTML where [`Teller::html`] made it.
    pub text: String,
    /// An attribute with a space before it, or nothing.
    pub mark: &'static str,
}

impl Said {
    /// Words of the interface, which are always in the page's language.
    pub fn own(text: String) -> Self {
        Self { text, mark: "" }
    }
}

/// Tells texts on one page, and remembers whether any had to be told in the other language.
#[derive(Debug)]
pub struct Teller {
    language: Language,
    foreign: bool,
}

impl Teller {
    pub fn new(language: Language) -> Self {
        Self { language, foreign: false }
    }

    /// Nothing where there is nothing to say.
    pub fn say(&mut self, text: &Text) -> Option<Said> {
        if text.is_empty() {
            return None;
        }
        let spoken = text.spoken(self.language);
        let mark = match spoken.foreign_to(self.language) {
            None => "",
            Some("sv") => " lang=\"sv\"",
            Some(_) => " lang=\"en\"",
        };
        self.foreign |= !mark.is_empty();
        Some(Said { text: spoken.text.to_owned(), mark })
    }

    /// Markdown, as HTML that can do no harm.
    pub fn html(&mut self, text: &Text) -> Option<Said> {
        self.say(text).map(|it| Said { text: web::markdown::to_html(&it.text), ..it })
    }

    /// The one note on language, if the page needs it. `title`: what the page is called.
    pub fn note(&self, words: &Words, title: &Text) -> Option<String> {
        if title.lacks(self.language) {
            Some(words.text("announcement-only-in-other-language"))
        } else if self.foreign {
            Some(words.text("announcement-partly-in-other-language"))
        } else {
            None
        }
    }
}
