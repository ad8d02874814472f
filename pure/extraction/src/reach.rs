//! E-mail addresses, web addresses and telephone numbers in a line. They are found before dates
//! and times, so that the digits of a telephone number are not read as a day.

/// One way to reach somebody, and where in the line it stands (bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reach {
    pub kind: ReachKind,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReachKind {
    Email,
    Url,
    Phone,
}

/// Everything of that kind in a line, in order.
pub(crate) fn find(text: &str) -> Vec<Reach> {
    let mut found = Vec::new();
    if text.contains('@') || text.contains('.') {
        words(text, &mut found);
    }
    phones(text, &mut found);
    found.sort_by_key(|reach| reach.start);
    found
}

/// Does the character part an address from what stands beside it?
fn parts(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '|' | ',' | ';' | '”' | '“')
}

/// Looks at the words with a full stop or an at sign in them, and those with "http".
fn words(text: &str, found: &mut Vec<Reach>) {
    let http = text.contains("http");
    let mut from = 0;
    while let Some(at) = text.as_bytes()[from..]
        .iter()
        .position(|b| matches!(b, b'.' | b'@') || http && *b == b'h')
        .map(|n| from + n)
    {
        let start = text[from..at]
            .char_indices()
            .rfind(|&(_, c)| parts(c))
            .map_or(from, |(n, c)| from + n + c.len_utf8());
        let end = text[at..].find(parts).map_or(text.len(), |n| at + n);
        from = end;
        let word = &text[start..end];
        if !word.bytes().any(|b| matches!(b, b'.' | b'@')) && !word.contains("http") {
            continue;
        }
        let stripped = word.trim_start_matches("mailto:").trim_start_matches([':', '/', '\'', '*']);
        let start = start + (word.len() - stripped.len());
        let word = stripped.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '’']);
        if let Some(kind) = kind_of(word) {
            found.push(Reach { kind, start, end: start + word.len() });
        }
    }
}

fn kind_of(word: &str) -> Option<ReachKind> {
    if let Some((user, host)) = word.split_once('@') {
        let good = !user.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && host
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-') || b >= 0x80);
        return good.then_some(ReachKind::Email);
    }
    if word.starts_with("http://") || word.starts_with("https://") {
        return (word.len() > 10).then_some(ReachKind::Url);
    }
    if word.len() > 6 && word.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www.")) {
        return Some(ReachKind::Url);
    }
    // A bare address, "lansbygd.example/budget".
    let (host, path) = word.split_once('/').map_or((word, ""), |(h, p)| (h, p));
    let last = host.rsplit('.').next().unwrap_or_default();
    let labels = host.split('.').count();
    let good = labels >= 2
        && host.len() > 5
        && host.split('.').all(|label| !label.is_empty())
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-') || b >= 0x80)
        && host.bytes().next().is_some_and(|b| !b.is_ascii_digit())
        && matches!(
            last,
            "se" | "nu"
                | "com"
                | "org"
                | "eu"
                | "net"
                | "example"
                | "no"
                | "dk"
                | "fi"
                | "io"
                | "info"
                | "test"
                | "gov"
                | "edu"
        );
    // "o.s.a." and "t.ex." are not addresses, nor is a sentence that lacks a space ("mötet.se").
    let short = host.split('.').all(|label| label.len() <= 2);
    (good && !short && (labels > 2 || !path.is_empty() || last == "example" || host.len() > 7))
        .then_some(ReachKind::Url)
}

/// Groups of digits that begin with 0 or +, seven to fifteen digits in all.
fn phones(text: &str, found: &mut Vec<Reach>) {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let begins = (bytes[i] == b'0' || bytes[i] == b'+')
            && (i == 0
                || !(bytes[i - 1].is_ascii_alphanumeric()
                    || matches!(bytes[i - 1], b'.' | b':' | b'-' | b'/' | b'+')));
        if !begins {
            i += 1;
            continue;
        }
        let (end, digits) = phone_end(text, i);
        // "kl. 0900–1230"
        let before = text[..i].trim_end_matches([' ', '.']);
        let clock = ["kl", "klockan", "Kl", "Klockan"].iter().any(|w| before.ends_with(w));
        let inside = clock || found.iter().any(|r| r.start <= i && i < r.end);
        let plus = bytes[i] == b'+';
        if !inside && (7..=15).contains(&digits) && (plus || digits >= 7) {
            found.push(Reach { kind: ReachKind::Phone, start: i, end });
            i = end;
        } else {
            i += 1;
        }
    }
}

/// Where the number that begins at `start` ends, and how many digits it has.
fn phone_end(text: &str, start: usize) -> (usize, usize) {
    let mut digits = 0;
    let mut end = start;
    let mut spaces = 0;
    let mut dashes = 0;
    for (offset, c) in text[start..].char_indices() {
        let at = start + offset;
        match c {
            '0'..='9' => {
                if spaces > 3 {
                    break;
                }
                digits += 1;
                end = at + 1;
                spaces = 0;
                if digits > 15 {
                    break;
                }
            }
            '+' if offset == 0 => end = at + 1,
            '(' if digits > 0 && text[at..].starts_with("(0)") => {}
            ')' if digits > 0 => {}
            '-' | '–' | '/' | '‑' => {
                dashes += 1;
                if dashes > 1 {
                    break;
                }
            }
            ' ' => spaces += 1,
            // A clock time or a decimal: not a telephone number.
            '.' | ':' if text[at + 1..].starts_with(|d: char| d.is_ascii_digit()) => {
                return (end, 0);
            }
            _ => break,
        }
    }
    (end, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(ReachKind, &str)> {
        find(text).iter().map(|r| (r.kind, &text[r.start..r.end])).collect()
    }

    #[test]
    fn numbers_and_addresses() {
        use ReachKind::{Email, Phone, Url};
        assert_eq!(
            of("Ring 08-465 004 20 eller skriv till a.b@c.example."),
            [(Phone, "08-465 004 20"), (Email, "a.b@c.example")]
        );
        assert_eq!(
            of("www.so-in.se | Telefon: 019 – 602 73 94"),
            [(Url, "www.so-in.se"), (Phone, "019 – 602 73 94")]
        );
        assert_eq!(
            of("lansbygd.example/budget, +46 90 555 01 20"),
            [(Url, "lansbygd.example/budget"), (Phone, "+46 90 555 01 20")]
        );
        assert_eq!(of("0141-900 12."), [(Phone, "0141-900 12")]);
    }

    #[test]
    fn times_and_dates_are_no_telephone_numbers() {
        assert_eq!(of("09:30-16:00 den 2026-02-11 o.s.a. senast"), []);
        assert_eq!(of("09.30–16.00, 0-17 år"), []);
    }
}
