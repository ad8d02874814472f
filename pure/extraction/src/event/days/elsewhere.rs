//! Dates that stand like the event's own and are not: of the letter, of the meetings after this one,
//! of a list of important days, of the last day to register in the box beside the event's day.

use std::collections::HashSet;

use crate::event::Page;
use crate::event::days::Candidate;
use crate::event::days::Strength;
use crate::lines::Line;
use crate::people;
use crate::purpose::Purpose;
use crate::words::LabelKind;
use crate::words::has_any;

/// Takes away the dates that are not the event's, where another is left.
pub(super) fn without(page: &Page<'_>, found: &mut Vec<Candidate>) {
    let letter = letterhead(page, found);
    drop_unless_all(found, |c| Some(c.line) == letter);
    let next: HashSet<usize> =
        found.iter().map(|c| c.line).filter(|&i| of_next_meetings(page, i)).collect();
    // The meeting itself is named before those that come after it, though it be as "Nästa träff".
    let first = found.iter().map(|c| c.line).min();
    drop_unless_all(found, |c| next.contains(&c.line) && first.is_some_and(|f| f < c.line));
    if let Some(list) = important_days(page) {
        drop_unless_all(found, |c| list.contains(&c.line) && !names_event(page, c));
    }
    beside_the_day(page, found);
}

fn drop_unless_all(found: &mut Vec<Candidate>, off: impl Fn(&Candidate) -> bool) {
    if found.iter().any(|c| !off(c)) {
        found.retain(|c| !off(c));
    }
}

/// "Stockholm den 2 mars 2026", "Kallelse 2027-01-27": over a letter the day it was written, where a
/// later day has its weekday, its hours or a label.
fn letterhead(page: &Page<'_>, found: &[Candidate]) -> Option<usize> {
    let sent = found.iter().take(3).find(|c| c.line < 8 && is_letterhead(page, c))?;
    let day = page.years.day(&sent.date).ordinal();
    let meant = found.iter().any(|c| {
        c.line != sent.line
            && page.years.day(&c.date).ordinal() > day
            && (c.strength == Strength::Label
                || c.date.weekday.is_some()
                || page.lines[c.line].times.iter().any(|t| t.start >= c.date.end))
    });
    meant.then_some(sent.line)
}

/// "Sala den 26 januari 2026" over who signs, late in the text: where and when it was written.
pub(super) fn is_written(lines: &[Line], i: usize) -> bool {
    let line = &lines[i];
    let Some(date) = line.dates.first().filter(|_| i * 2 >= lines.len() && line.words() <= 7)
    else {
        return false;
    };
    let head = line.text[..date.start].trim_end();
    let place = head.strip_suffix("den").map_or(head, str::trim_end).trim_end_matches(',');
    date.day.is_some()
        && date.year.is_some()
        && date.weekday.is_none()
        && line.dates.len() == 1
        && line.times.is_empty()
        && !line.low[date.end..].contains(char::is_alphanumeric)
        && (1..=3).contains(&place.split_whitespace().count())
        && place.split(' ').all(|w| w.starts_with(char::is_uppercase) && !w.ends_with(':'))
        && lines.get(i + 1).is_some_and(|next| {
            next.gap <= 2
                && (people::begins(&next.text, false)
                    || ["styrelsen", "valberedningen", "the board", "arbetsgruppen"]
                        .iter()
                        .any(|w| next.low.starts_with(w)))
        })
}

fn is_letterhead(page: &Page<'_>, candidate: &Candidate) -> bool {
    let (line, date) = (&page.lines[candidate.line], &candidate.date);
    let alone = line.dates.len() == 1
        && line.times.is_empty()
        && date.year.is_some()
        && date.weekday.is_none()
        && date.until.is_none()
        && !line.low[date.end..].contains(char::is_alphanumeric)
        && page.blocks[candidate.line].label.is_none_or(|l| l.kind == LabelKind::Other);
    if !alone {
        return false;
    }
    let before = line.text[..date.start].trim();
    let (head, dated) = match before.strip_suffix("den") {
        Some(head) => (head.trim_end(), true),
        None => (before, false),
    };
    let head = head.trim_end_matches([',', ':', ' ']);
    let low = crate::lines::fold(head);
    let document = has_any(
        &low,
        &[
            "kallelse",
            "inbjudan",
            "dagordning",
            "föredragningslista",
            "brev",
            "utskick",
            "meddelande",
            "notice",
            "invitation",
            "agenda",
            "summons",
            "letter",
            "memo",
            "version",
        ],
    ) || low == "pm";
    let words = head.split_whitespace().count();
    // "Till medlemmarna i …" within the next lines: somebody writes to somebody.
    let addressed = page.lines[candidate.line..].iter().take(6).any(|l| {
        ["till ", "to "].iter().any(|w| l.low.starts_with(w)) && l.words() <= 12
            || l.low.starts_with("kallelse") && l.words() <= 8
    });
    let place = (1..=3).contains(&words)
        && head.split(' ').all(|w| w.starts_with(char::is_uppercase))
        && (dated || page.agenda || addressed);
    document && words <= 3 || place || head.is_empty() && (page.agenda || addressed)
}

/// "Nästa möte: 3 december", "Sammanträdesdagar 2026" and under it the days: of other meetings.
fn of_next_meetings(page: &Page<'_>, i: usize) -> bool {
    const NEXT: &[&str] = &[
        "nästa möte",
        "nästa sammanträde",
        "nästa träff",
        "nästa styrelsemöte",
        "nästa rådsmöte",
        "kommande möte",
        "kommande sammanträde",
        "kommande träff",
        "sammanträdesdag",
        "sammanträdesdatum",
        "sammanträdestid",
        "mötesdagar",
        "mötesdatum",
        "höstens möten",
        "vårens möten",
        "årets möten",
        "möten under",
        "möten 20",
        "next meeting",
        "future meeting",
        "upcoming meeting",
        "coming meetings",
        "meeting dates",
        "dates of meetings",
        "further meetings",
    ];
    let heads = |line: &Line| line.has_any(NEXT) && line.words() <= 14;
    heads(&page.lines[i])
        || i > 0
            && page.lines[i].gap == 0
            && page.lines[i - 1].dates.iter().all(|d| d.day.is_none())
            && heads(&page.lines[i - 1])
}

/// "Viktiga datum", "Important dates", and the lines under it that begin with a day.
fn important_days(page: &Page<'_>) -> Option<std::ops::Range<usize>> {
    let lines = page.lines;
    let at = lines.iter().position(|line| {
        line.words() <= 5
            && line.has_any(&[
                "viktiga datum",
                "viktiga hålltider",
                "viktiga dagar",
                "datum att komma ihåg",
                "datum att hålla",
                "datum att minnas",
                "tidplan",
                "tidslinje",
                "important dates",
                "key dates",
                "dates to remember",
                "timeline",
                "deadlines",
            ])
    })?;
    let end = (at + 1..lines.len())
        .take(40)
        .find(|&k| k > at + 1 && lines[k].gap > 0 || lines[k].words() > 20)
        .unwrap_or_else(|| lines.len().min(at + 41));
    Some(at + 1..end)
}

/// "9–11 June: the conference" in a list of important days.
fn names_event(page: &Page<'_>, candidate: &Candidate) -> bool {
    let line = &page.lines[candidate.line];
    let what = line.low[candidate.date.end..].trim_matches(|c: char| !c.is_alphanumeric());
    what.is_empty()
        || line.dates.len() > 1
        || candidate.date.until.is_some()
        || !line.times.is_empty()
        || [
            "konferens",
            "själva ",
            "dagen ",
            "mötet",
            "seminari",
            "kurs",
            "träff",
            "conference",
            "the ",
            "workshop",
            "meeting",
            "seminar",
        ]
        .iter()
        .any(|w| what.starts_with(w))
}

/// "tors 12 nov 2026", "9.00–15.30", "tors 29 okt 2026" in a box: the earlier day, under the later
/// one and without hours, is the last day to register that the text names.
fn beside_the_day(page: &Page<'_>, found: &mut Vec<Candidate>) {
    let mut limits = HashSet::new();
    for (i, line) in page.lines.iter().enumerate() {
        for date in line.dates.iter().filter(|d| d.day.is_some()) {
            if page.purposes(i, date) == Purpose::Deadline {
                limits.insert(page.years.day(date));
            }
        }
    }
    if limits.is_empty() {
        return;
    }
    let mut off: HashSet<usize> = HashSet::new();
    // The latest day on an earlier line, and on this one.
    let (mut latest, mut at, mut here) = (None, 0, None);
    for candidate in found.iter() {
        if candidate.line != at {
            latest = latest.max(here.take());
            at = candidate.line;
        }
        let day = page.years.day(&candidate.date);
        if candidate.strength >= Strength::Line {
            here = here.max(Some(day.ordinal()));
        }
        let line = &page.lines[candidate.line];
        if limits.contains(&day)
            && line.times.is_empty()
            && candidate.date.until.is_none()
            && line.words() <= 6
            && latest.is_some_and(|l| l > day.ordinal())
        {
            off.insert(candidate.line);
        }
    }
    found.retain(|c| !off.contains(&c.line));
}
