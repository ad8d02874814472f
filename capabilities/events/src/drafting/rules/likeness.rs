//! Whether two titles are those of one event.

use std::collections::BTreeSet;

/// Alike: the same words but for some, or one of them with words added.
pub fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let shared = a.intersection(&b).count();
    let all = a.union(&b).count();
    let smaller = a.len().min(b.len());
    shared * 2 >= all || (smaller >= 2 && shared == smaller)
}

/// The same title, but for signs and letters' size: numbers count, since those of two years are two.
pub fn same(a: &str, b: &str) -> bool {
    let (a, b) = (spoken(a), spoken(b));
    !a.is_empty() && a == b
}

/// Every word, small ones and numbers too.
fn spoken(title: &str) -> Vec<String> {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_owned).collect()
}

/// The words that tell titles apart: no numbers, no small words.
fn words(title: &str) -> BTreeSet<String> {
    const SMALL: [&str; 17] = [
        "och", "i", "på", "för", "av", "med", "om", "en", "ett", "till", "den", "the", "of", "and",
        "in", "a", "on",
    ];
    let all: BTreeSet<String> =
        spoken(title).into_iter().filter(|it| !SMALL.contains(&it.as_str())).collect();
    let words: BTreeSet<String> =
        all.iter().filter(|it| it.parse::<u32>().is_err()).cloned().collect();
    if words.is_empty() { all } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_one_event_are_alike_and_others_are_not() {
        assert!(alike("Sjödagarna 2027", "SJÖDAGARNA"));
        assert!(alike("Konferens om mat i byn", "Konferens: mat och vatten i byn"));
        assert!(alike("Förmöte: Samverkan på riktigt", "Samverkan på riktigt"));
        assert!(!alike("Konferens om mat", "Frukost för föreningar"));
        assert!(!alike("", "Mat"));
        assert!(!alike("Mat", "Konferens om mat och vatten"));
    }

    #[test]
    fn the_same_title_is_that_of_the_same_year() {
        assert!(same("Mat – och vatten", "MAT och vatten"));
        assert!(!same("Sjödagarna 2027", "Sjödagarna 2026"));
        assert!(!same("Mat i byn", "Mat i en by"));
        assert!(!same("", "–"));
    }
}
