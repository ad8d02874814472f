//! Labels with nothing after them.

use crate::blocks::{Role, left_empty, value_lines};
use crate::contradictions::MOST;
use crate::event::Page;
use crate::lines::Line;
use crate::model::{Warning, WarningKind};
use crate::words::{LabelKind, has_any};

/// A lesser label ("Parkering:") that another label or the end of the page follows.
fn left_open(page: &Page<'_>, i: usize) -> bool {
    page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::Other && l.marked)
        && page.lines[i].low.ends_with(':')
        && page.lines[i].words() <= 2
        && page.blocks.get(i + 1).is_none_or(|b| {
            b.role == Role::Label
                && b.label.is_some_and(|l| l.marked && l.kind.is_fact())
                && (i > 0 && page.blocks[i - 1].role != Role::Prose)
        })
}

/// "Prerequisites:" between labels with their values, "Sekreterare:" as the last of them: a label
/// too, though we do not know it.
fn unknown_label(page: &Page<'_>, i: usize) -> bool {
    let line = &page.lines[i];
    page.blocks[i].label.is_none_or(|l| {
        matches!(l.kind, LabelKind::Other | LabelKind::Leader | LabelKind::Series) && l.marked
    }) && page.blocks[i].role != Role::Timed
        && line.text.ends_with(':')
        && line.words() <= 3
        && line.text.starts_with(char::is_uppercase)
        && !line.bulleted
        && (after_a_fact(page, i) && ends_the_facts(page, i)
            || between_day_and_fact(page, i)
            || line.gap == 0
                && i > 0
                && page.lines.get(i + 1).is_some_and(|l| l.gap == 0)
                && (is_filled(page, i + 1) && (after_a_fact(page, i) || in_a_signature(page, i))
                    || after_a_fact(page, i) && is_bare(page, i + 1)))
}

/// "Tolk:" or "Webb: –" among labels with their values, known or not: what comes next is another
/// label, the page's end, or, where the others have theirs on the same line, another paragraph.
fn bare_among_labels(page: &Page<'_>, i: usize, facts: usize) -> bool {
    let line = &page.lines[i];
    let key = line.text.trim_end_matches([' ', '-', '–', '—']);
    if !key.ends_with(':')
        || key.split(' ').count() > 3
        || !key.starts_with(char::is_uppercase)
        || line.bulleted
        || matches!(page.blocks[i].role, Role::Timed | Role::Day)
        || page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::Programme)
        || page.mail_header(i)
    {
        return false;
    }
    let labelled = |k: usize| is_filled(page, k) || is_bare(page, k) && page.lines[k].gap == 0;
    let on_two = |k: usize| {
        page.blocks.get(k).is_some_and(|b| b.label.is_some_and(|l| l.kind.is_fact()))
            && page.lines.get(k + 1).is_some_and(|l| l.gap == 0)
    };
    let before = i > 0 && (labelled(i - 1) || i > 1 && on_two(i - 2));
    let Some(next) = page.lines.get(i + 1) else { return before || facts >= 3 };
    // "Anmälan:" over "senast 4 oktober till …"
    if next.gap <= 1 && next.text.starts_with(char::is_lowercase) && !is_bare(page, i + 1) {
        return false;
    }
    let after = labelled(i + 1) || on_two(i + 1) && (next.gap > 0 || next.text.ends_with(':'));
    // "Kontakt:" over "Telefon: …" and "E-post: …" stands over them all.
    let over = next.gap == 0 && (line.gap > 0 || i == 0) && !before && key == line.text;
    if after {
        return (before || facts >= 3) && !over;
    }
    let list = next.bulleted
        || next.indented
        || matches!(page.blocks[i + 1].role, Role::Timed | Role::Hours | Role::Day);
    next.gap > 0 && !list && facts >= 3 && (before || key.split(' ').count() == 1)
}

/// "Datum:", "3 maj", "Plats:", "Folkets hus", each a paragraph: where the label before line `i` or the
/// one after has its value so, the short line under it is no heading.
fn spaced(page: &Page<'_>, i: usize) -> bool {
    let bare = |k: usize| {
        page.lines.get(k).is_some_and(|l| {
            l.gap > 0
                && page.blocks[k]
                    .label
                    .is_some_and(|b| b.marked && b.kind.is_fact() && b.value >= l.text.len())
        })
    };
    let value =
        |k: usize| page.lines.get(k).is_some_and(|l| l.gap > 0) && page.blocks[k].label.is_none();
    bare(i)
        && value(i + 1)
        && (i >= 2 && value(i - 1) && bare(i - 2) || bare(i + 2) && value(i + 3))
}

/// "10 augusti 2027 kl. 12–15", "Språk:", "Arrangör: Byalaget": the facts' first line has no label.
fn between_day_and_fact(page: &Page<'_>, i: usize) -> bool {
    i > 0
        && page.lines[i].gap == 0
        && page.lines.get(i + 1).is_some_and(|l| l.gap == 0 && l.indented == page.lines[i].indented)
        && (!page.lines[i - 1].dates.is_empty() || !page.lines[i - 1].times.is_empty())
        && page.blocks[i - 1].label.is_none()
        && page.blocks[i + 1]
            .label
            .is_some_and(|l| l.marked && l.kind.is_fact() && l.value < page.lines[i + 1].text.len())
}

/// "Justerare:" with nothing after it, as one of several.
fn is_bare(page: &Page<'_>, k: usize) -> bool {
    page.lines.get(k).is_some_and(|l| {
        l.text.ends_with(':')
            && l.words() <= 3
            && l.text.starts_with(char::is_uppercase)
            && page.lines.get(k + 1).is_none_or(|next| next.gap > 0 && !next.bulleted)
    })
}

/// "Plats: Torget", "Sekreterare: Bo Ek": a label, known or not, and its value.
fn is_filled(page: &Page<'_>, k: usize) -> bool {
    page.lines.get(k).is_some_and(|l| {
        page.blocks[k].label.is_some_and(|b| b.marked && b.value < l.text.len())
            || l.low.split_once(": ").is_some_and(|(key, _)| key.split(' ').count() <= 3)
    })
}

/// Does the line stand right under a label with its value, on one line or on two?
fn after_a_fact(page: &Page<'_>, i: usize) -> bool {
    let gapless = |k: usize| page.lines[k].gap == 0;
    // "Protokoll:" over "Justerare:", both without a value
    let i = if i > 1
        && gapless(i)
        && page.lines[i - 1].text.ends_with(':')
        && page.lines[i - 1].words() <= 3
    {
        i - 1
    } else {
        i
    };
    i > 0 && gapless(i) && is_filled(page, i - 1)
        || i > 1
            && gapless(i)
            && gapless(i - 1)
            && (is_filled(page, i - 2)
                || page.blocks[i - 2].label.is_some_and(|l| l.kind.is_fact())
                    && page.blocks[i - 1].label.is_none())
}

/// "Telefon:" between who it belongs to and "E-post: …".
fn in_a_signature(page: &Page<'_>, i: usize) -> bool {
    page.lines[i].words() == 1
        && page.lines[i].has_any(&["telefon", "tel", "mobil", "phone", "e-post", "email", "e-mail"])
        && !page.lines[i + 1].reach.is_empty()
}

/// Does something else begin after the line: a heading, a label or a paragraph after a blank line,
/// and no list that the line may introduce?
fn ends_the_facts(page: &Page<'_>, i: usize) -> bool {
    let Some(next) = page.lines.get(i + 1) else { return true };
    let block = &page.blocks[i + 1];
    let list = next.bulleted || next.indented || matches!(block.role, Role::Timed | Role::Hours);
    next.gap > 0
        && !list
        && (block.label.is_some()
            || block.role == Role::Prose && next.words() >= 7
            || agenda_heading(&next.low))
}

/// "Dagordning", "Program" and their like over what comes.
fn agenda_heading(low: &str) -> bool {
    has_any(low, &["dagordning", "föredragningslista", "ärenden", "agenda", "program"])
        && low.split(' ').count() <= 4
}

fn nothing_after(line: &Line) -> Warning {
    Warning {
        kind: WarningKind::EmptyField,
        detail: format!("nothing after \"{}\"", line.text),
        lines: vec![line.number],
        readings: Vec::new(),
    }
}

/// Labels with nothing after them.
pub(crate) fn empty_fields(page: &Page<'_>, taken: &[bool]) -> Vec<Warning> {
    let mut found = Vec::new();
    let facts = (0..page.lines.len())
        .filter(|&k| {
            page.blocks[k].label.is_some_and(|l| {
                l.kind.is_fact()
                    && (l.marked && l.value < page.lines[k].text.len()
                        || page.lines.get(k + 1).is_some_and(|next| next.gap == 0))
            })
        })
        .take(3)
        .count();
    for (i, line) in page.lines.iter().enumerate() {
        if !taken[i]
            && (unknown_label(page, i)
                || bare_among_labels(page, i, facts)
                || left_empty(page.lines, page.blocks, i))
        {
            if found.len() < MOST {
                found.push(nothing_after(line));
            }
            continue;
        }
        let Some(label) = page.blocks[i].label else { continue };
        if page.blocks[i].role == Role::Column
            || !label.kind.is_fact() && !left_open(page, i)
            || label.value < line.text.len()
            || taken[i]
        {
            continue;
        }
        let next = page.lines.get(i + 1);
        let values = value_lines(page.lines, page.blocks, i, false);
        let followed = !values.is_empty() && {
            let k = values.start;
            let next = &page.lines[k];
            let heading = page.blocks[k].role == Role::Short
                && next.gap > 0
                && label.marked
                && next.words() <= 6
                && !spaced(page, i)
                && page
                    .lines
                    .get(k + 1)
                    .is_some_and(|l| l.gap > 0 || page.blocks[k + 1].role == Role::Timed)
                && next.reach.is_empty()
                && next.dates.is_empty()
                && next.times.is_empty()
                && !crate::people::is_name(&next.text);
            // "Sista dag för anmälan:" as the last of the facts, and after a blank line a paragraph
            // without a day.
            let paragraph = label.marked
                && next.gap > 0
                && page.blocks[k].role == Role::Prose
                && next.words() >= 7
                && after_a_fact(page, i)
                && (!matches!(
                    label.kind,
                    LabelKind::Date | LabelKind::Time | LabelKind::Deadline | LabelKind::Opens
                ) || next.dates.is_empty() && next.times.is_empty());
            !(heading
                || paragraph
                || page.blocks[k].role == Role::Noise
                || matches!(page.blocks[k].role, Role::Timed)
                    && !matches!(
                        label.kind,
                        LabelKind::Time | LabelKind::Date | LabelKind::PlaceAndTime
                    ))
        };
        // "OSA" and on the next line "Senast 10 november till …"
        let limited = matches!(label.kind, LabelKind::Registration | LabelKind::Deadline)
            && next.is_some_and(|n| {
                n.gap <= 1
                    && page.blocks[i + 1].label.is_some_and(|l| {
                        matches!(l.kind, LabelKind::Deadline | LabelKind::Opens)
                            && l.value < n.text.len()
                    })
            });
        // "Tickets" over "General admission: SEK 650"
        let detailed = next.is_some_and(|n| {
            n.gap == 0
                && page.blocks[i + 1]
                    .label
                    .is_some_and(|l| l.kind == label.kind && l.value < n.text.len())
        });
        if followed || limited || detailed {
            continue;
        }
        // A bare word at the end of a page is a footer's, not a label.
        if !label.marked && next.is_none() {
            continue;
        }
        // "Anmäl dig" as a button over the real labels.
        if !label.marked
            && (matches!(
                label.kind,
                LabelKind::Registration
                    | LabelKind::Contact
                    | LabelKind::Collaboration
                    | LabelKind::Speakers
                    | LabelKind::Link
                    | LabelKind::Opens
            ) || next.is_some_and(|n| {
                page.blocks[i + 1].label.is_some_and(|l| l.marked && l.value < n.text.len())
                    && n.gap > 0
                    && matches!(label.kind, LabelKind::PlaceAndTime | LabelKind::Date)
            }))
        {
            continue;
        }
        // A heading over labels of its own ("Tid och plats" and then "Datum: …").
        if label.marked
            && next.is_some_and(|n| n.gap == 0 && page.lines[i + 1].indented && !line.indented)
        {
            continue;
        }
        if matches!(label.kind, LabelKind::Registration | LabelKind::PlaceAndTime)
            && next.is_some_and(|_| {
                page.blocks[i + 1].label.is_some_and(|l| {
                    matches!(
                        l.kind,
                        LabelKind::Deadline
                            | LabelKind::Opens
                            | LabelKind::Cost
                            | LabelKind::Date
                            | LabelKind::Time
                    )
                })
            })
            && !line.low.ends_with(':')
        {
            continue;
        }
        if found.len() < MOST {
            found.push(nothing_after(line));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::model::WarningKind;

    /// The lines that are said to be empty labels.
    fn empty(text: &str) -> Vec<u32> {
        let warnings = crate::read(text).warnings;
        let empty = warnings.iter().filter(|it| it.kind == WarningKind::EmptyField);
        empty.flat_map(|it| it.lines.clone()).collect()
    }

    const HEAD: &str = "Kväll om vattnet\n\nVi pratar om brunnar och sjöar i bygden.\n\n";

    #[test]
    fn a_label_among_labels_is_empty_whatever_it_asks_for() {
        for (facts, at) in [
            ("Datum: 4 maj 2026\nTid: 18–20\nTolk:\nPlats: Logen, Nora\nPris: gratis", 7),
            ("Datum: 4 maj 2026\nTid: 18–20\nPlats: Logen, Nora\nSwish: –", 8),
            ("Fika: -\nDatum: 4 maj 2026\nTid: 18–20\nPlats: Logen, Nora", 5),
            (
                "Datum\n4 maj 2026\n\nTid\n18–20\n\nBoende:\n\nPlats\nLogen, Nora\n\nPris\ngratis",
                11,
            ),
            ("Datum: 4 maj 2026\nTid: 18–20\nPlats: Logen, Nora\n\nMedtag:\n\nVälkommen!", 9),
        ] {
            assert_eq!(empty(&format!("{HEAD}{facts}\n")), [at], "{facts}");
        }
    }

    #[test]
    fn a_heading_and_a_label_with_a_value_are_not_empty() {
        for facts in [
            "Praktiskt:\nDatum: 4 maj 2026\nTid: 18–20\nPlats: Logen, Nora\nPris: gratis",
            "Datum: 4 maj 2026\nTid: 18–20\nPlats: Logen, Nora\nTolk:\npå teckenspråk",
            "Datum: 4 maj 2026\nTid: 18–20\nPlats: Logen, Nora\n\nTa med:\n\n- stövlar\n- lykta",
        ] {
            assert_eq!(empty(&format!("{HEAD}{facts}\n")), [0; 0], "{facts}");
        }
    }
}
