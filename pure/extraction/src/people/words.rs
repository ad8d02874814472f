//! A text in words, with the signs around them.

/// A word between spaces, without the signs around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// With signs.
    pub(super) raw: &'a str,
    /// Without signs at its ends.
    pub(super) bare: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Word<'_> {
    /// The sign that ends a part of a sentence after the word, if any.
    pub(super) fn stop(&self) -> Option<char> {
        self.raw
            .chars()
            .next_back()
            .filter(|c| matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | ')' | '|' | '•'))
    }

    pub(super) fn opens(&self) -> bool {
        self.raw.starts_with(['(', '[', '"', '”', '“', '»', '\''])
    }

    pub(super) fn capital(&self) -> bool {
        self.bare.chars().next().is_some_and(char::is_uppercase)
    }
}

pub(super) fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (index, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_whitespace() {
            if let Some(from) = start.take() {
                let raw = &text[from..index];
                let bare = raw.trim_matches(|c: char| !c.is_alphanumeric());
                words.push(Word { raw, bare, start: from, end: index });
            }
        } else if start.is_none() {
            start = Some(index);
        }
    }
    words
}
