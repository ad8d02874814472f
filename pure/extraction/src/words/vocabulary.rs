//! Sets of words looked up in constant time, and a sieve that tells cheaply which phrases a text
//! cannot contain. No words of its own.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

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
        let [.., a, b] = word.as_bytes() else { return false };
        self.endings.get(&[*a, *b]).is_some_and(|list| {
            list.iter().any(|e| word.len() > e.len() + more && word.ends_with(e))
        })
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
pub(crate) struct Sieve([u64; 8]);

impl Sieve {
    pub fn of(text: &str) -> Self {
        let mut bits = [0u64; 8];
        for pair in text.as_bytes().windows(2) {
            let at = Self::slot(pair[0], pair[1]);
            bits[at >> 6] |= 1 << (at & 63);
        }
        Self(bits)
    }

    fn slot(a: u8, b: u8) -> usize {
        (usize::from(a).wrapping_mul(37) ^ usize::from(b).wrapping_mul(11)) & 511
    }

    /// `false` is certain, `true` is not.
    pub fn may_have(&self, needle: &str) -> bool {
        let has = |a: u8, b: u8| {
            let at = Self::slot(a, b);
            self.0[at >> 6] & (1 << (at & 63)) != 0
        };
        match needle.as_bytes() {
            [a, b, c, d, ..] => has(*a, *b) && has(*b, *c) && has(*c, *d),
            [a, b, c] => has(*a, *b) && has(*b, *c),
            [a, b] => has(*a, *b),
            _ => true,
        }
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
