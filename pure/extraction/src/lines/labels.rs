//! Labels side by side on one line, each with its value: a line for each of them.

use crate::lines::fold;
use crate::words::{LabelKind, label_kind};

/// "Datum: 3 maj | Plats: Folkets hus, Sala", "Tid: 9–15. Kostnad: gratis": where each label begins
/// the text is taken apart. A line that does not begin with a label stays whole.
pub(super) fn apart(text: &str) -> Vec<&str> {
    // More than this no line of facts has; a longer one is prose.
    if text.len() > 400 || !text.contains([':', '?']) {
        return vec![text];
    }
    let low = fold(text);
    let labelled = begins(&low);
    // "Länk skickas dagen innan. | Målgrupp: alla": a sentence in a cell before the label.
    let cell = |at: usize| text[..at].trim_end().ends_with(['.', '!']);
    if !labelled && !text.contains(['\t', '|']) {
        return vec![text];
    }
    let mut cuts = vec![0];
    for (at, sign) in text.match_indices(['\t', '|', '.', ';', '•', '·', '/']) {
        let rest = text[at + sign.len()..].trim_start();
        let start = text.len() - rest.len();
        if (sign == "\t" || start > at + sign.len())
            && (labelled || matches!(sign, "\t" | "|") && cell(at))
            && rest.starts_with(char::is_uppercase)
            && (begins(&low[start..]) || matches!(sign, "\t" | "|") && tells(rest))
        {
            cuts.push(start);
        }
    }
    cuts.push(text.len());
    let signs = |c: char| matches!(c, '\t' | '|' | ';' | '•' | '·' | '/' | ' ');
    cuts.windows(2).map(|cut| text[cut[0]..cut[1]].trim_end_matches(signs)).collect()
}

/// "Plats: nätet | Vi skickar länken närmare mötet.": a cell with a sentence of its own.
fn tells(rest: &str) -> bool {
    let cell = rest.split(['\t', '|']).next().unwrap_or(rest).trim();
    cell.ends_with(['.', '!']) && cell.split(' ').count() >= 4 && !cell.contains(':')
}

/// Does the text begin with a label of a fact, and its colon?
fn begins(low: &str) -> bool {
    let Some(at) = low.find([':', '?']).filter(|&at| at < 40) else { return false };
    low[at + 1..].starts_with(' ')
        && label_kind(low[..at].trim()).is_some_and(|kind| {
            matches!(
                kind,
                LabelKind::Date
                    | LabelKind::Time
                    | LabelKind::Place
                    | LabelKind::Cost
                    | LabelKind::Audience
                    | LabelKind::Registration
                    | LabelKind::Deadline
                    | LabelKind::Organiser
                    | LabelKind::Contact
                    | LabelKind::Link
                    | LabelKind::Series
                    | LabelKind::Updated
            )
        })
}

/// "| Plats | Folkets hus |": a row of a table in signs, without those at its ends.
pub(super) fn row(text: &str) -> &str {
    match text.strip_prefix('|').and_then(|inner| inner.strip_suffix('|')) {
        Some(inner) => inner.trim(),
        None => text,
    }
}

/// "Plats: Folkets hus, Sala  Kostnad: 450 kr": labels two spaces apart. Two spaces elsewhere are a
/// slip of the hand.
pub(super) fn is_label_row(text: &str) -> bool {
    if text.len() > 400 || !text.contains(": ") || text.matches(": ").count() < 2 {
        return false;
    }
    let low = fold(text.trim()).replace('\u{a0}', " ");
    if !low.contains("  ") {
        return false;
    }
    begins(&low) && low.match_indices("  ").any(|(at, _)| begins(low[at..].trim_start()))
}

/// "Utbildning  Forskning  Om oss": three cells or more of a word or a few, two spaces apart.
pub(super) fn is_menu_row(text: &str) -> bool {
    let text = text.trim();
    text.len() < 160
        && text.contains("  ")
        && text.matches("  ").count() >= 2
        && !text.contains(['.', ':', '@', '?', '!', '\t'])
        && !text.bytes().any(|b| b.is_ascii_digit())
        && text.split("  ").filter(|cell| !cell.trim().is_empty()).count() >= 3
        && text.split("  ").all(|cell| {
            let cell = cell.trim();
            cell.split(' ').count() <= 3 && cell.chars().count() != 1
        })
}
