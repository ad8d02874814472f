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

/// The words that tell titles apart: no numbers, no small words.
fn words(title: &str) -> BTreeSet<String> {
    const SMALL: [&str; 17] = [
        "och", "i", "på", "för", "av", "med", "om", "en", "ett", "till", "den", "the", "of", "and",
        "in", "a", "on",
    ];
    let all = |text: &str| -> BTreeSet<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|it| !it.is_empty() && !SMALL.contains(it))
            .map(str::to_owned)
            .collect()
    };
    let words: BTreeSet<String> =
        all(title).into_iter().filter(|it| it.parse::<u32>().is_err()).collect();
    if words.is_empty() { all(title) } else { words }
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
}
