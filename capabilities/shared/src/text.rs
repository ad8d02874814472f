//! A text in one or two languages.

use locale::Language;
use serde::{Deserialize, Serialize};

/// What somebody wrote, in Swedish, in English, or in both. Empty is the same as not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sv: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

/// A text as it can be shown to somebody: what it says and in which language that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken<'a> {
    pub text: &'a str,
    pub language: Language,
}

impl Text {
    pub fn sv(text: impl Into<String>) -> Self {
        Self { sv: text.into(), en: String::new() }
    }

    pub fn both(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { sv: sv.into(), en: en.into() }
    }

    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.sv,
            Language::English => &self.en,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.sv.is_empty() && self.en.is_empty()
    }

    /// In the language asked for where there is such a text, else in the other; never nothing
    /// where there is something.
    pub fn spoken(&self, language: Language) -> Spoken<'_> {
        let own = self.in_language(language);
        if own.is_empty() && !self.is_empty() {
            return Spoken { text: self.in_language(language.other()), language: language.other() };
        }
        Spoken { text: own, language }
    }

    /// The words alone, where there is no room for a note on the language.
    pub fn words(&self, language: Language) -> &str {
        self.spoken(language).text
    }

    /// Whether there is a text, but none in `language`.
    pub fn lacks(&self, language: Language) -> bool {
        !self.is_empty() && self.in_language(language).is_empty()
    }
}

impl Spoken<'_> {
    /// The language to mark the text with, where it differs from the page's.
    pub fn foreign_to(&self, page: Language) -> Option<&'static str> {
        (self.language != page).then(|| self.language.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_one_language_is_shown_in_both() {
        let text = Text::sv("Samtal");
        assert_eq!(text.words(Language::English), "Samtal");
        assert_eq!(text.spoken(Language::English).foreign_to(Language::English), Some("sv"));
        assert!(text.lacks(Language::English) && !text.lacks(Language::Swedish));
        assert_eq!(Text::both("Samtal", "Talk").words(Language::English), "Talk");
        assert!(!Text::default().lacks(Language::Swedish));
    }
}
