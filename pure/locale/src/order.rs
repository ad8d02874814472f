//! Swedish alphabetical order as a key that a database can compare byte by byte, because neither
//! SQLite nor PostgreSQL's "C" order knows where å ä ö belong. Not here: searching, which folds
//! more than ordering may.

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale_core::locale;
use std::sync::LazyLock;

static SWEDISH: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    let mut preferences: icu_collator::CollatorPreferences = locale!("sv").into();
    preferences.numeric_ordering = Some(icu_collator::preferences::CollationNumericOrdering::True);
    CollatorBorrowed::try_new(preferences, CollatorOptions::default())
        .expect("the compiled data holds every locale of CLDR")
});

/// A key whose byte order is Swedish order: a–z å ä ö whatever the case, then accents, then small
/// before large letters. A number inside the text counts as a number: "Grupp 2" before "Grupp 10".
///
/// Keys of another version of the Unicode tables do not compare with these: after an upgrade of
/// `icu_collator` stored keys are made again.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2 + 4);
    let Ok(()) = SWEDISH.write_sort_key_to(text, &mut key);
    key
}

/// [`sort_key`] as lower-case hexadecimal: for a text column with binary order, in any database.
pub fn sort_key_text(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    sort_key(text)
        .into_iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(DIGITS[usize::from(half)]))
        .collect()
}
