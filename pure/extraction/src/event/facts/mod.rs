//! Registration, cost, audience, joining link, linked events, time zone: facts that a sentence or
//! a label states.

mod asking;
mod audience;
mod cost;
mod link;
mod linked;
mod registration;

pub(super) use audience::audience;
pub(super) use cost::cost;
pub(super) use link::link;
pub(super) use linked::linked;
pub(crate) use registration::Deadline;
pub(super) use registration::{deadlines, registration};

use crate::blocks::Role;
use crate::blocks::value_lines;
use crate::event::Page;
use crate::model::Day;
use crate::model::Found;
use crate::purpose::Purpose;
use crate::sentences;
use crate::words::LabelKind;

pub(super) fn time_zone(page: &Page<'_>, taken: &[bool]) -> Option<Found<String>> {
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || line.times.is_empty() {
            continue;
        }
        for zone in [
            "svensk tid",
            "swedish time",
            "centraleuropeisk tid",
            "central european time",
            "finsk tid",
            "norsk tid",
            "dansk tid",
            "brittisk tid",
            "lokal tid",
            "local time",
            "stockholm time",
            "finnish time",
            "uk time",
            "london time",
            "brussels time",
            "helsinki time",
            "eastern time",
            "cest",
            "cet",
            "gmt",
            "utc",
            "eet",
            "bst",
        ] {
            if let Some(at) = crate::words::find_word(&line.low, zone) {
                return Some(Found::certain(
                    line.text[at..at + zone.len()].to_owned(),
                    line.number,
                ));
            }
        }
    }
    None
}

pub(super) fn updated(page: &Page<'_>) -> Option<Found<Day>> {
    let mut found = None;
    for (i, line) in page.lines.iter().enumerate() {
        for date in line.dates.iter().filter(|d| d.day.is_some()) {
            if page.purposes(i, date) == Purpose::Updated {
                found = Some(Found::certain(page.years.day(date), line.number));
            }
        }
    }
    found
}

/// Stated themes: a list under a label, or short headings with text under "Årets tema".
pub(super) fn themes(page: &Page<'_>, taken: &[bool]) -> Vec<Found<String>> {
    let mut found = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
        if !taken[i]
            && page.blocks[i].role != Role::Noise
            && page.blocks[i].label.is_none()
            && line.has_any(&["tema", "theme"])
            && let Some((from, to)) = told_theme(&line.text, &line.low)
        {
            let said = line.text[from..to].trim_matches(['"', '”', '“', ' ', '.', '!']);
            for part in crate::event::parties::split_names(&last_apart(said)) {
                found.push(Found::likely(part, line.number));
            }
            continue;
        }
        let Some(label) = page.blocks[i].label.filter(|l| l.kind == LabelKind::Themes) else {
            continue;
        };
        if taken[i] || page.blocks[i].role == Role::Column {
            continue;
        }
        let inline = line.text.get(label.value..).unwrap_or_default().trim();
        if !inline.is_empty() {
            // "skola, vård och omsorg"
            let inline = &last_apart(inline);
            // "Luft i gamla skolor . Tysta fläktar": a printed page's sign between them.
            for part in inline.split(" . ").flat_map(|part| part.split(" / ")) {
                for part in crate::event::parties::split_names(part) {
                    found.push(Found::certain(part, line.number));
                }
            }
            continue;
        }
        let listed = page.lines.get(i + 1).is_some_and(|first| first.bulleted);
        for k in value_lines(page.lines, page.blocks, i, true).take(14) {
            let value = &page.lines[k];
            // A list with signs ends where they end, and what ends in a full stop is a sentence.
            if listed
                && !value.bulleted
                && (value.gap > 0 || value.text.starts_with(char::is_uppercase))
                || k > i + 1 && value.gap > 0 && value.text.ends_with(['.', '!'])
            {
                break;
            }
            if taken[k] || matches!(page.blocks[k].role, Role::Day | Role::Hours | Role::Timed) {
                break;
            }
            if page.blocks[k].role == Role::Short && value.words() <= 14 && value.dates.is_empty() {
                // A list goes on without gaps; headings have their text under them.
                let described = page
                    .lines
                    .get(k + 1)
                    .is_some_and(|next| page.blocks[k + 1].role == Role::Prose && !next.bulleted);
                if !value.bulleted && value.gap > 0 && k > i + 1 && !described {
                    break;
                }
                found.push(Found::certain(
                    unnumbered(&value.text).trim_end_matches('.').to_owned(),
                    value.number,
                ));
            }
            if found.len() >= 8 {
                break;
            }
        }
    }
    found
}

/// "skola, vård och omsorg": the last two of a list of single words, as the others stand.
fn last_apart(list: &str) -> String {
    let Some((head, last)) = list.rsplit_once(", ") else { return list.to_owned() };
    let joint = [" och ", " samt ", " and "].iter().find_map(|joint| last.split_once(joint));
    match joint {
        // "Skolan i bygden, Vägar och bussar": a theme may hold an "och" of its own.
        Some((a, b)) if ![a, b].into_iter().chain(head.split(", ")).any(|w| w.contains(' ')) => {
            format!("{head}, {a}, {b}")
        }
        _ => list.to_owned(),
    }
}

/// "1. Skolan i bygden" without its number.
fn unnumbered(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = rest.strip_prefix(['.', ')']).filter(|_| rest.len() < text.len());
    bare.filter(|bare| bare.starts_with(' ')).map_or(text, str::trim_start)
}

/// "Årets tema är unga och arbete.", "I år är temat …", "The theme of the day is …": where in the line
/// the theme stands.
fn told_theme(text: &str, low: &str) -> Option<(usize, usize)> {
    sentences::split(text).into_iter().find_map(|(from, to)| {
        let sentence = &low[from..to];
        let at = [
            "årets tema är ",
            "årets tema: ",
            "årets teman: ",
            "dagens tema: ",
            "dagens teman: ",
            "this year's themes: ",
            "this year's theme: ",
            "teman: ",
            "themes: ",
            "årets teman är ",
            "dagens tema är ",
            "dagens teman är ",
            "kvällens tema är ",
            "konferensens tema är ",
            "temat är ",
            "temat för dagen är ",
            "temat för kvällen är ",
            "temat för året är ",
            "temat för konferensen är ",
            "i år är temat ",
            "this year's theme is ",
            "the theme is ",
            "the theme of the day is ",
            "the theme for the day is ",
            "the theme of the conference is ",
        ]
        .iter()
        .find_map(|lead| sentence.strip_prefix(lead).map(|rest| sentence.len() - rest.len()))?;
        // "Årets tema är brett, och …": a name, not a clause that goes on.
        let said = &sentence[at..];
        let unsaid = ["inte ", "ej ", "ännu ", "not "].iter().any(|no| said.starts_with(no));
        let most = if said.contains(", ") { 24 } else { 10 };
        (said.split(' ').count() <= most && !unsaid).then_some((from + at, to))
    })
}
