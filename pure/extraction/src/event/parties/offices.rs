//! Who to ask that is nobody by name: an office, a body, a given name alone.

use crate::event::Page;
use crate::lines::Line;
use crate::lines::fold;
use crate::people;
use crate::reach::ReachKind;

/// "Kurskansliet", and under it how to reach it: where the lines end.
pub(super) fn office_block(page: &Page<'_>, taken: &[bool], i: usize) -> Option<usize> {
    const ENDINGS: [&str; 12] = [
        "kansliet",
        "kansli",
        "receptionen",
        "kundtjänst",
        "kundservice",
        "biljettkassan",
        "kontaktcenter",
        "servicecenter",
        "sekretariatet",
        "secretariat",
        " office",
        "helpdesk",
    ];
    let line = &page.lines[i];
    let low = line.low.trim_end_matches(':');
    if line.words() > 4 || !ENDINGS.iter().any(|e| low.ends_with(e)) || !line.reach.is_empty() {
        return None;
    }
    let reached = |k: &usize| {
        let next = &page.lines[*k];
        !taken[*k]
            && next.gap == 0
            && next.words() <= 8
            && next.reach.iter().any(|r| r.kind != ReachKind::Url)
            && people::list(&next.text, true).is_none()
    };
    let count = (i + 1..(i + 5).min(page.lines.len())).take_while(reached).count();
    (count > 0).then_some(i + 1 + count)
}

/// "till kansliet, 0224-…": an office with its telephone, and where it begins.
pub(super) fn office(line: &Line, from: usize, to: usize) -> Option<(String, usize)> {
    let phone = line
        .reach
        .iter()
        .find(|r| r.kind == ReachKind::Phone && r.start >= from && r.start < to)?;
    let before = line.text[from..phone.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    let before = ["tel", "tfn", "telefon", "på"]
        .iter()
        .find_map(|w| before.strip_suffix(w))
        .unwrap_or(before)
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = before.rsplit([' ', '\t']).next()?;
    let lead = before[..before.len() - word.len()].trim_end();
    let good = (lead.ends_with(" till")
        || lead.ends_with("kontakta")
        || lead.ends_with(" ring")
        || lead == "till")
        && word.chars().count() > 4
        && word.chars().all(char::is_alphabetic);
    good.then(|| (word.to_owned(), from + before.len() - word.len()))
}

/// "Ring Hjördis på 0141-…": a given name alone.
pub(super) fn given_before(sentence: &str, at: usize) -> Option<String> {
    let before = &sentence[..at];
    let word = before.split_whitespace().rev().take(3).find(|w| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric());
        bare.starts_with(char::is_uppercase) && crate::words::is_given_name(bare)
    })?;
    Some(word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

/// "Frågor om turerna besvaras av biblioteket, 0281-…"
pub(super) fn body_before(sentence: &str) -> Option<String> {
    let low = fold(sentence);
    let at = low.find(" av ").map(|a| a + 4)?;
    let end = low[at..].find([',', '.', ':']).map_or(low.len(), |e| at + e);
    let body = sentence[at..end].trim();
    (body.split(' ').count() <= 4 && !body.is_empty() && !body.contains('@'))
        .then(|| body.to_owned())
}
