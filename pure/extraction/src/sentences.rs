//! A line into sentences, with respect for "kl.", "t.ex." and decimals.

/// Start and end (bytes) of every sentence, the closing sign included.
pub(crate) fn split(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for (index, &c) in bytes.iter().enumerate() {
        if !matches!(c, b'.' | b'!' | b'?' | b'\t') {
            continue;
        }
        let next = index + 1;
        let spaced = next >= text.len() || bytes[next].is_ascii_whitespace() || c == b'\t';
        if !spaced {
            continue;
        }
        if c == b'.' && (abbreviation(&text[start..index]) || continues(&text[next..])) {
            continue;
        }
        if text[start..next].trim().is_empty() {
            continue;
        }
        found.push((start, next));
        start = next;
        while start < text.len() && bytes[start] == b' ' {
            start += 1;
        }
    }
    if start < text.len() && !text[start..].trim().is_empty() {
        found.push((start, text.len()));
    }
    found
}

/// After a full stop a sentence begins with a capital, a figure or a sign.
fn continues(rest: &str) -> bool {
    rest.trim_start().chars().next().is_some_and(char::is_lowercase)
}

fn abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let low = crate::lines::fold(word);
    matches!(
        low.as_str(),
        "kl" | "ca"
            | "t.ex"
            | "bl.a"
            | "o.s.a"
            | "osa"
            | "dr"
            | "prof"
            | "nr"
            | "tel"
            | "tfn"
            | "fil"
            | "m.m"
            | "m.fl"
            | "dvs"
            | "d.v.s"
            | "st"
            | "no"
            | "mr"
            | "ms"
            | "mrs"
            | "s.k"
            | "f.d"
            | "inkl"
            | "exkl"
            | "ev"
            | "resp"
            | "e.g"
            | "i.e"
            | "a.m"
            | "p.m"
            | "jan"
            | "feb"
            | "apr"
            | "aug"
            | "sep"
            | "sept"
            | "okt"
            | "nov"
            | "dec"
            | "mån"
            | "tis"
            | "ons"
            | "tor"
            | "tors"
            | "fre"
            | "lör"
            | "sön"
            | "fr.o.m"
            | "t.o.m"
            | "forts"
            | "ordf"
            | "tekn"
            | "med"
            | "jur"
            | "docent"
            | "bitr"
    ) && !matches!(low.as_str(), "med" | "no" | "docent" | "st")
        || low.chars().count() == 1
            && low.chars().all(char::is_alphabetic)
            && word.chars().all(char::is_uppercase)
}

/// Sentences until they are long enough to say something.
pub(crate) fn opening(text: &str, enough: usize) -> &str {
    let mut end = text.len();
    for (_, stop) in split(text) {
        end = stop;
        if stop >= enough {
            break;
        }
    }
    text[..end].trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_do_not_end_sentences() {
        let text = "Vi ses kl. 18. Ta med t.ex. en penna! Välkommen?";
        let parts: Vec<&str> = split(text).into_iter().map(|(a, b)| &text[a..b]).collect();
        assert_eq!(parts, ["Vi ses kl. 18.", "Ta med t.ex. en penna!", "Välkommen?"]);
    }
}
