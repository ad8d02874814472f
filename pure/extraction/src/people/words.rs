//! A text in words, with the signs around them.

use std::cell::OnceCell;

use crate::people::names::Likeness;
use crate::words::bare;
use crate::words::is_title_word;

/// A word between spaces, without the signs around it.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    /// With signs.
    pub(super) raw: &'a str,
    /// Without signs at its ends.
    pub(super) bare: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Both are asked again and again while a list is tried from each of its words.
    titled: OnceCell<bool>,
    pub(super) name: OnceCell<Option<(usize, Likeness)>>,
}

impl Word<'_> {
    /// The sign that ends a part of a sentence after the word, if any.
    pub(super) fn stop(&self) -> Option<char> {
        self.raw
            .chars()
            .next_back()
            .filter(|c| matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | ')' | '|' | '•'))
    }

    /// Is it a word of a title: "chef", "professor"?
    pub(super) fn titled(&self) -> bool {
        *self.titled.get_or_init(|| is_title_word(self.bare))
    }

    pub(super) fn opens(&self) -> bool {
        self.raw.starts_with(['(', '[', '"', '”', '“', '»', '\''])
    }

    pub(super) fn capital(&self) -> bool {
        self.bare.chars().next().is_some_and(char::is_uppercase)
    }
}

pub(super) fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    for (index, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_whitespace() {
            if let Some(from) = start.take() {
                let raw = &text[from..index];
                words.push(Word {
                    raw,
                    bare: bare(raw),
                    start: from,
                    end: index,
                    titled: OnceCell::new(),
                    name: OnceCell::new(),
                });
            }
        } else if start.is_none() {
            start = Some(index);
        }
    }
    words
}
