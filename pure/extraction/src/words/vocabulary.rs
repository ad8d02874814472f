//! Sets of words looked up in constant time, and a sieve that tells cheaply which phrases a text
//! cannot contain. No words of its own.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Deref;

/// Words known whole, and by how they end.
pub(crate) struct Vocabulary {
    whole: HashSet<&'static str, Quick>,
    /// Endings by their last two bytes.
    endings: HashMap<[u8; 2], Vec<&'static str>, Quick>,
}

impl Vocabulary {
    pub fn new(whole: &[&'static str], endings: &[&'static str]) -> Self {
        let mut by_tail: HashMap<[u8; 2], Vec<&'static str>, Quick> = HashMap::default();
        for ending in endings {
            if let [.., a, b] = ending.as_bytes() {
                by_tail.entry([*a, *b]).or_default().push(ending);
            }
        }
        Self { whole: whole.iter().copied().collect(), endings: by_tail }
    }

    pub fn has(&self, word: &str) -> bool {
        self.whole.contains(word)
    }

    /// Does the word end in a known way, with more than `more` bytes before the ending?
    pub fn ends(&self, word: &str, more: usize) -> bool {
        self.end_of(word, |head| head.len() > more)
    }

    /// Does the word end in a known way, after a beginning that will do?
    pub fn end_of(&self, word: &str, will_do: impl Fn(&str) -> bool) -> bool {
        let [.., a, b] = word.as_bytes() else { return false };
        self.endings
            .get(&[*a, *b])
            .is_some_and(|list| list.iter().any(|e| word.strip_suffix(e).is_some_and(&will_do)))
    }
}

/// Hashes words that we chose ourselves: no one can fill these tables with words that collide, so
/// that the quickest hash is good enough.
pub(crate) type Quick = BuildHasherDefault<Fold>;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Fold(u64);

impl Default for Fold {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fold {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        // The tables look at the highest bits too.
        self.0 ^ self.0.rotate_left(29)
    }
}

/// Which pairs of bytes a text has. A phrase with a pair that is missing is not in the text.
#[derive(Debug, Clone)]
pub(crate) struct Sieve([u64; SLOTS / 64]);

const SLOTS: usize = 1024;

impl Sieve {
    pub fn of(text: &str) -> Self {
        let mut bits = [0u64; SLOTS / 64];
        for pair in text.as_bytes().windows(2) {
            let at = Self::slot(pair);
            bits[at >> 6] |= 1 << (at & 63);
        }
        Self(bits)
    }

    /// The five last bits tell the letters apart.
    fn slot(pair: &[u8]) -> usize {
        (usize::from(pair[0] & 31) << 5) | usize::from(pair[1] & 31)
    }

    /// `false` is certain, `true` is not.
    pub fn may_have(&self, needle: &str) -> bool {
        needle.as_bytes().windows(2).all(|pair| {
            let at = Self::slot(pair);
            self.0[at >> 6] & (1 << (at & 63)) != 0
        })
    }
}

/// A text and what it cannot contain, made once for all that is asked about it. Its own `contains` and
/// `find` are those of a text, only that they look into the sieve first.
#[derive(Debug, Clone)]
pub(crate) struct Sifted<T> {
    text: T,
    sieve: Sieve,
}

impl<T: Deref<Target = str>> Sifted<T> {
    pub fn of(text: T) -> Self {
        let sieve = Sieve::of(&text);
        Self { text, sieve }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn sieve(&self) -> &Sieve {
        &self.sieve
    }

    pub fn contains(&self, sought: impl Sought) -> bool {
        sought.may_be(&self.sieve) && sought.first_in(&self.text).is_some()
    }

    pub fn find(&self, sought: impl Sought) -> Option<usize> {
        if sought.may_be(&self.sieve) { sought.first_in(&self.text) } else { None }
    }

    /// How often it has the phrase.
    pub fn count(&self, phrase: &str) -> usize {
        if self.sieve.may_have(phrase) { self.text.matches(phrase).count() } else { 0 }
    }
}

impl<T: Deref<Target = str>> Deref for Sifted<T> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// What one looks for in a text: a phrase, or characters.
pub(crate) trait Sought {
    fn first_in(self, text: &str) -> Option<usize>;

    /// `false` is certain, `true` is not.
    fn may_be(&self, _: &Sieve) -> bool {
        true
    }
}

impl Sought for &str {
    fn first_in(self, text: &str) -> Option<usize> {
        super::find(text, self)
    }

    fn may_be(&self, sieve: &Sieve) -> bool {
        sieve.may_have(self)
    }
}

impl Sought for &&str {
    fn first_in(self, text: &str) -> Option<usize> {
        (*self).first_in(text)
    }

    fn may_be(&self, sieve: &Sieve) -> bool {
        sieve.may_have(self)
    }
}

impl Sought for char {
    fn first_in(self, text: &str) -> Option<usize> {
        text.find(self)
    }
}

impl<const N: usize> Sought for [char; N] {
    fn first_in(self, text: &str) -> Option<usize> {
        text.find(self)
    }
}

impl<F: Fn(char) -> bool> Sought for F {
    fn first_in(self, text: &str) -> Option<usize> {
        text.find(self)
    }
}

/// A text that can be asked for phrases, with its sieve at hand or not.
pub(crate) trait Text {
    /// Does it contain one of the phrases?
    fn has_any(&self, needles: &[&str]) -> bool;
}

impl Text for str {
    fn has_any(&self, needles: &[&str]) -> bool {
        if needles.len() < 4 {
            return needles.iter().any(|needle| super::contains(self, needle));
        }
        Sifted::of(self).has_any(needles)
    }
}

impl Text for String {
    fn has_any(&self, needles: &[&str]) -> bool {
        self.as_str().has_any(needles)
    }
}

impl<T: Text + ?Sized> Text for &T {
    fn has_any(&self, needles: &[&str]) -> bool {
        (**self).has_any(needles)
    }
}

impl<T: Deref<Target = str>> Text for Sifted<T> {
    fn has_any(&self, needles: &[&str]) -> bool {
        needles
            .iter()
            .any(|needle| self.sieve.may_have(needle) && super::contains(&self.text, needle))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sieve_never_denies_what_is_there() {
        let text = "så arrangeras kvällen av oss";
        let sieve = Sieve::of(text);
        for (from, _) in text.char_indices() {
            for (to, _) in text.char_indices().filter(|&(to, _)| to > from) {
                assert!(sieve.may_have(&text[from..to]));
            }
        }
        assert!(!sieve.may_have("finansieras"));
    }

    #[test]
    fn endings() {
        let words = Vocabulary::new(&["vd"], &["ledare"]);
        assert!(words.has("vd") && words.ends("projektledare", 2) && !words.ends("ledare", 2));
    }
}
