//! Text in small letters, to be compared with the words that are known.

use std::borrow::Cow;
use std::ops::Deref;

use crate::words::Text;

/// A text in small letters: the text itself where it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Folded<'a>(Cow<'a, str>);

impl Folded<'_> {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Folded<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<&str> for Folded<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<str> for Folded<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl From<Folded<'_>> for String {
    fn from(folded: Folded<'_>) -> Self {
        folded.0.into_owned()
    }
}

impl Text for Folded<'_> {
    fn has_any(&self, needles: &[&str]) -> bool {
        self.as_str().has_any(needles)
    }
}

/// Lower case that keeps every character's length in bytes, so that places in one text are places
/// in the other. Most words are in small letters as they are.
pub(crate) fn fold(text: &str) -> Folded<'_> {
    if is_small(text.as_bytes()) {
        return Folded(Cow::Borrowed(text));
    }
    let low = text.to_ascii_lowercase();
    if low.is_ascii() || is_small(low.as_bytes()) {
        return Folded(Cow::Owned(low));
    }
    let mut small = String::with_capacity(low.len());
    small.extend(low.chars().map(lower));
    Folded(Cow::Owned(small))
}

/// Only small letters, signs and figures, "å" and "–" among them? What is rarer counts as not.
fn is_small(bytes: &[u8]) -> bool {
    // In what is longer than a word many bytes are looked at together.
    if bytes.len() > 32 {
        let big = bytes.iter().zip(&bytes[1..]).fold(0, |big, (&byte, &next)| {
            let rare = (byte > 0xc3) & (byte != 0xe2);
            let capital = (byte == 0xc3) & (next < 0x9f) | (byte == 0xe2) & (next != 0x80);
            big | u8::from(byte.is_ascii_uppercase() | rare | capital)
        });
        return big == 0 && !bytes[bytes.len() - 1].is_ascii_uppercase();
    }
    let mut bytes = bytes.iter();
    while let Some(&byte) = bytes.next() {
        let small = match byte {
            b'A'..=b'Z' => false,
            // Signs, and "ß" to "ÿ", in two bytes.
            0xc2 => bytes.next().is_some(),
            0xc3 => bytes.next().is_some_and(|&next| next >= 0x9f),
            // Dashes and quotation marks, in three.
            0xe2 if bytes.as_slice().first() == Some(&0x80) => {
                bytes.nth(1);
                true
            }
            _ => byte < 0x80,
        };
        if !small {
            return false;
        }
    }
    true
}

fn lower(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        // What nearly all of our letters are, and the dashes and quotation marks.
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'ß'..='ÿ' | '\u{2000}'..='\u{206f}' => c,
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(l), None) if l.len_utf8() == c.len_utf8() => l,
                _ => c,
            }
        }
    }
}
