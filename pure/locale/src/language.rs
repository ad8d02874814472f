//! The two languages everything is spoken in. Not here: choosing one for a visitor.

use std::fmt;

/// A language of the interface and of texts. Swedish is the default: it is the language of the
/// county, and English is the courtesy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    #[default]
    Swedish,
    English,
}

impl Language {
    /// Both, Swedish first, the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// The code of BCP 47 and ISO 639-1: `sv` or `en`. Stable: it stands in addresses and rows.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language with exactly this code; `None` for any other text, `SV` and `sv-SE` too.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The one that this is not: where a "read this in …" link leads.
    pub const fn other(self) -> Self {
        match self {
            Self::Swedish => Self::English,
            Self::English => Self::Swedish,
        }
    }
}

/// The code, as in [`Language::code`].
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_language_are_two_names_of_one_thing() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
            assert_eq!(language.other().other(), language);
            assert_ne!(language.other(), language);
        }
        for unknown in ["", "SV", "sv-SE", "de", " sv"] {
            assert_eq!(Language::from_code(unknown), None, "{unknown:?}");
        }
        assert_eq!(Language::default(), Language::Swedish);
    }
}
