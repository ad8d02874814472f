//! The lead: the first sentences under the title that say what it is.

use crate::blocks::Role;
use crate::model::Found;
use crate::sentences;
use crate::words::{LabelKind, has_any};

use super::{Page, notices};

/// The first sentences under the title that say what it is.
pub(super) fn lead(page: &Page<'_>, title_at: usize, taken: &[bool]) -> Option<Found<String>> {
    let mut spare = None;
    // A mail that was sent on: the text begins after the last header.
    let header = (0..page.lines.len().min(40)).rev().find(|&i| page.mail_header(i));
    let from = header.filter(|_| page.mail_header(title_at)).unwrap_or(title_at);
    for i in from.max(title_at) + 1..page.lines.len() {
        if taken[i] {
            if spare.is_some() || i > title_at + 40 {
                break;
            }
            continue;
        }
        let line = &page.lines[i];
        let label = page.blocks[i].label;
        if page.mail_header(i) || label.is_some() && page.blocks[i].role != Role::Prose {
            continue;
        }
        let ends = line.text.ends_with(['.', '!', '?', '…']);
        let fits = page.blocks[i].role == Role::Prose
            || page.blocks[i].role == Role::Short && ends && line.words() >= 4;
        let starts_dated = line.dates.first().is_some_and(|d| {
            d.start <= 4 && d.day.is_some() && !goes_on(line.text.get(d.end..).unwrap_or_default())
        });
        // What goes on under a label's value in a printed table.
        let under = line.indented && page.lines[i - 1].text.contains('\t');
        if !fits
            || under
            || starts_dated
            || line.bulleted
            || !line.reach.is_empty() && line.words() < 10
        {
            continue;
        }
        if page.scope[i].is_some_and(|k| {
            matches!(
                k,
                LabelKind::Deadline
                    | LabelKind::Registration
                    | LabelKind::Cost
                    | LabelKind::Contact
                    | LabelKind::Place
                    | LabelKind::Audience
                    | LabelKind::Time
                    | LabelKind::Date
                    | LabelKind::Aside
            )
        }) {
            continue;
        }
        let low = &line.low;
        let text = sentences::opening(&line.text, 60).to_owned();
        // "Har du flyttat hit?" is no notice, "Mötet ställs in" is.
        let notice = low.starts_with("obs")
            || notices::tells(line)
            || has_any(
                low,
                &[
                    "senast den",
                    "anmäl dig",
                    "här kommer",
                    "kostar",
                    "alla är välkomna",
                    "fri entré",
                    "ingen anmälan",
                    "ingen föranmälan",
                ],
            )
            || low.starts_with("hej");
        let found = Found::likely(text, line.number);
        if notice {
            spare.get_or_insert(found);
            continue;
        }
        return Some(found);
    }
    spare
}

/// "Den 6 maj samlas vi …" tells; "6 maj kl. 18 i Folkets hus." only says when and where.
fn goes_on(after: &str) -> bool {
    let mut words = after.trim_start_matches(|c: char| !c.is_alphanumeric()).split(' ');
    let first = words.next().unwrap_or_default();
    first.chars().all(char::is_lowercase)
        && first.chars().count() >= 3
        && words.count() >= 4
        && !matches!(
            first,
            "till"
                | "och"
                | "klockan"
                | "från"
                | "mellan"
                | "hos"
                | "samt"
                | "and"
                | "from"
                | "the"
        )
}
