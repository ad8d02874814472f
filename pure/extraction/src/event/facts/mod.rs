//! Registration, cost, audience, joining link, linked events, time zone: facts that a sentence or
//! a label states.

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
        let Some(label) = page.blocks[i].label.filter(|l| l.kind == LabelKind::Themes) else {
            continue;
        };
        if taken[i] || page.blocks[i].role == Role::Column {
            continue;
        }
        let inline = line.text.get(label.value..).unwrap_or_default().trim();
        if !inline.is_empty() {
            // "Luft i gamla skolor . Tysta fläktar": a printed page's sign between them.
            for part in inline.split(" . ").flat_map(|part| part.split(" / ")) {
                for part in crate::event::parties::split_names(part) {
                    found.push(Found::certain(part, line.number));
                }
            }
            continue;
        }
        for k in value_lines(page.lines, page.blocks, i, true).take(14) {
            let value = &page.lines[k];
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
                    value.text.trim_end_matches('.').to_owned(),
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
