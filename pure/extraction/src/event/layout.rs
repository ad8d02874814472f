//! What a line's place on the page says against its being the title.

use crate::blocks::{Block, Role};
use crate::lines::Line;

/// How much speaks against line `i` as the title: it is one of a menu's, the sender's name above the
/// heading, or the running head of a document whose own heading follows.
pub(super) fn not_the_title(lines: &[Line], blocks: &[Block], i: usize) -> i32 {
    let line = &lines[i];
    let mut against = 0;
    if in_menu(lines, blocks, i) {
        against += 6;
    }
    let mut later = (i + 1..lines.len().min(i + 8)).filter(|&k| stands_alone(lines, blocks, k));
    let names = |k: usize| is_proper_name(&lines[k].text);
    if i < 8 && names(i) && later.any(|k| !names(k)) {
        against += 5;
    }
    // "Skogsbygdsforum 2026 – program", and then "SKOGSBYGDSFORUM 2026".
    let head = [" – program", " - program", " – programme", " - programme", " – inbjudan"]
        .iter()
        .find_map(|w| line.low.strip_suffix(w));
    if let Some(head) = head
        && lines[i + 1..].iter().take(8).any(|l| *l.low == *head)
    {
        against += 6;
    }
    // "NNCR 2026, Visby": a short name with its year and town, over the heading.
    if let Some((head, town)) = line.text.split_once(", ")
        && line.words() <= 4
        && crate::words::is_town(town.trim())
        && head.bytes().any(|b| b.is_ascii_digit())
    {
        against += 4;
    }
    against
}

/// Three short lines or more under each other, with no sign and no figure: a menu.
pub(crate) fn in_menu(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    let entry = |k: usize| {
        let line = &lines[k];
        matches!(blocks[k].role, Role::Short | Role::Noise)
            && !line.bulleted
            && line.words() <= 5
            && line.dates.is_empty()
            && line.times.is_empty()
            && line.reach.is_empty()
            && !line.low.bytes().any(|b| b.is_ascii_digit())
            && !line.text.contains(['.', '!', '?', ':', '–', '"'])
    };
    if i > 30 || !entry(i) {
        return false;
    }
    let near = |a: usize, b: usize| lines[b].number == lines[a].number + 1;
    let mut from = i;
    while from > 0 && i - from < 6 && near(from - 1, from) && entry(from - 1) {
        from -= 1;
    }
    let mut to = i;
    while to + 1 < lines.len() && to - i < 6 && near(to, to + 1) && entry(to + 1) {
        to += 1;
    }
    // The last of them may be a heading right over its text.
    to - from >= 3 && (to > i || lines.get(i + 1).is_none_or(|next| next.gap > 0))
}

/// A short line of its own paragraph that may be a heading.
fn stands_alone(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    let line = &lines[i];
    blocks[i].role == Role::Short
        && !line.bulleted
        && line.gap > 0
        && line.words() >= 2
        && line.dates.first().is_none_or(|d| d.start > 6)
        && line.times.is_empty()
        && line.reach.is_empty()
        && !line.text.ends_with(['.', ':', ','])
}

/// "Sörmlands Hembygdsring": two to four words, each with its capital, and no sign.
fn is_proper_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=4).contains(&words)
        && text.split_whitespace().all(|w| {
            w.starts_with(char::is_uppercase)
                && w.chars().any(char::is_lowercase)
                && w.chars().all(|c| c.is_alphabetic() || c == '-')
        })
}
