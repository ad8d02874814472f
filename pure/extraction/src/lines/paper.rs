//! What the paper adds to a text.

use crate::lines::fold;

/// "Sida 1 av 2", "2/2", "page 3 of 4", "sida 1 (2)", "2026-08-30 1/2": the paper's, not the text's.
pub(super) fn is_page_mark(text: &str, leading: usize) -> bool {
    if text.len() > 32 || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let low = fold(text);
    let mut rest = low.as_str();
    // Printers put the day beside the page number.
    if let Some((first, tail)) = rest.split_once('\t')
        && first.len() == 10
        && first.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    {
        rest = tail;
    }
    let rest = rest.trim_matches(|c: char| c == '-' || c == '–' || c.is_whitespace());
    let (worded, rest) = match ["sida ", "sidan ", "page ", "sid ", "sid. "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
    {
        Some(tail) => (true, tail),
        None => (false, rest),
    };
    let mut numbers = 0;
    let mut part = String::new();
    for token in rest.split([' ', '/', '(', ')']).filter(|t| !t.is_empty()) {
        if token.bytes().all(|b| b.is_ascii_digit()) && token.len() <= 3 {
            numbers += 1;
        } else {
            part.push_str(token);
        }
    }
    if worded {
        return numbers >= 1 && matches!(part.as_str(), "" | "av" | "of");
    }
    // "1/2" and "2 (4)" alone on a line; "2/9" may be a day in a tour's table.
    if numbers == 2 && part.is_empty() {
        let mut digits =
            rest.split(|c: char| !c.is_ascii_digit()).filter_map(|d| d.parse::<u32>().ok());
        let (page, of) = (digits.next().unwrap_or(0), digits.next().unwrap_or(0));
        let bracketed = rest.contains('(');
        return page >= 1
            && page <= of
            && (bracketed || low.contains('\t') || (of <= 30 && leading >= 12));
    }
    false
}
