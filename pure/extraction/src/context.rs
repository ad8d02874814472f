//! The document as context: which letter it is, and which year its dates mean.

use crate::blocks::{Block, Role};
use crate::lines::Line;
use crate::model::{Issue, Kind};
use crate::purpose::{self, Purpose};
use crate::when::weekday_of;
use crate::when::years::{AnchorKind, YearContext};
use crate::words::{LabelKind, has_any};

/// Every issue number that a text's headings and subject name, with its line.
pub(crate) fn issues(lines: &[Line], blocks: &[Block]) -> Vec<(Issue, u32)> {
    let mut found: Vec<(Issue, u32)> = Vec::new();
    for (i, line) in lines.iter().enumerate().take(400) {
        let footer = line.has_any(&["prenumer", "unsubscribe"]);
        if line.words() > 18 || blocks[i].role == Role::Prose && line.words() > 12 && !footer {
            continue;
        }
        if let Some(issue) = issue(&line.low) {
            found.push((issue, line.number));
        }
    }
    // "Nr 6" over "December 2026", "Månadsbrev nr 2" under "Månadsbrev mars 2026 (nr 3)"
    let year = found.first().map(|(issue, _)| issue.year).or_else(|| head_year(lines, blocks));
    if let Some(year) = year {
        for (i, line) in lines.iter().enumerate().take(400) {
            let footer = line.has_any(&["prenumer", "unsubscribe", "du läser", "you are reading"]);
            if (i < 12 && blocks[i].role != Role::Prose || footer)
                && let Some(number) = bare_number(&line.low)
                && found.iter().all(|&(_, at)| at != line.number)
            {
                found.push((Issue { year, number }, line.number));
            }
        }
    }
    // The number that the letter calls itself by more often than any other comes first.
    let times = |issue: &Issue| found.iter().filter(|(i, _)| i == issue).count();
    if let Some(first) = found.first()
        && let Some(most) = (0..found.len()).rev().max_by_key(|&n| times(&found[n].0))
        && times(&found[most].0) > times(&first.0)
    {
        let most = found.remove(most);
        found.insert(0, most);
    }
    found
}

/// The year in the head of a letter: "December 2026", "Våren 2027".
fn head_year(lines: &[Line], blocks: &[Block]) -> Option<i32> {
    lines
        .iter()
        .zip(blocks)
        .filter(|(line, b)| b.role != Role::Noise && b.role != Role::Prose && line.words() <= 12)
        .take(6)
        .find_map(|(line, _)| {
            line.dates.iter().find_map(|d| d.year).or_else(|| {
                let season = line.has_any(&[
                    "våren", "hösten", "spring", "autumn", "vinter", "summer", "sommar", "winter",
                ]);
                line.low
                    .split(|c: char| !c.is_ascii_digit())
                    .filter(|w| season && w.len() == 4)
                    .find_map(|w| w.parse().ok().filter(|y| (1990..=2100).contains(y)))
            })
        })
}

/// "Nr 6", "Issue 7", "Partnerbrev nr 2": a number without a year, in a line (lower case) that only
/// says which letter it is.
fn bare_number(low: &str) -> Option<u32> {
    let words: Vec<&str> =
        low.split(|c: char| !(c.is_alphanumeric() || c == '#')).filter(|w| !w.is_empty()).collect();
    let names = words.iter().any(|w| {
        ["brev", "brevet", "blad", "bladet", "nytt", "letter", "bulletin", "bulletinen", "utskick"]
            .iter()
            .any(|end| w.ends_with(end))
    });
    let sign = |w: &str| {
        matches!(w, "nr" | "no" | "nummer" | "number" | "issue" | "utgåva" | "edition" | "#")
    };
    let other = has_any(low, &["nästa", "förra", "next", "last issue", "previous", "tidigare"]);
    if words.len() > 14 || other || !names && !words.first().is_some_and(|w| sign(w)) {
        return None;
    }
    let hash = words.iter().find_map(|w| w.strip_prefix('#')?.parse().ok());
    hash.filter(|n| (1..=60).contains(n)).or_else(|| {
        words.windows(2).find_map(|pair| {
            let number = pair[1].parse::<u32>().ok().filter(|n| (1..=60).contains(n))?;
            sign(pair[0]).then_some(number)
        })
    })
}

/// The issue number that a line names.
pub(crate) fn issue_of(low: &str) -> Option<Issue> {
    issue(low)
}

/// "2017:3", "nr 4 2026", "No. 3, 2026", "nummer 2/2026", "3/2026", "#4 2026".
fn issue(low: &str) -> Option<Issue> {
    let named = has_any(
        low,
        &[
            "nyhetsbrev",
            "newsletter",
            "brev",
            "nr",
            "nummer",
            "issue",
            "no.",
            "bulletin",
            "utgåva",
            "blad",
        ],
    );
    let tokens: Vec<&str> = low
        .split(|c: char| {
            !(c.is_alphanumeric() || c == ':' || c == '/' || c == '#' || c == '-' || c == '–')
        })
        .filter(|t| !t.is_empty())
        .collect();
    let year =
        |t: &str| t.parse::<i32>().ok().filter(|y| (1990..=2100).contains(y) && t.len() == 4);
    let number =
        |t: &str| t.trim_start_matches('#').parse::<u32>().ok().filter(|&n| (1..=60).contains(&n));
    for (n, token) in tokens.iter().enumerate() {
        if !named {
            break;
        }
        for sign in [':', '/', '-', '–'] {
            if let Some((a, b)) = token.split_once(sign) {
                if let (Some(year), Some(number)) = (year(a), number(b)) {
                    if sign != '-' && sign != '–' {
                        return Some(Issue { year, number });
                    }
                } else if let (Some(number), Some(year), true) = (number(a), year(b), sign != ':') {
                    return Some(Issue { year, number });
                }
            }
        }
        if matches!(*token, "nr" | "no" | "nummer" | "number" | "issue" | "utgåva" | "#")
            || token.starts_with('#')
        {
            let at = if token.starts_with('#') && token.len() > 1 { n } else { n + 1 };
            if let Some(number) = tokens.get(at).and_then(|t| number(t)) {
                let years = tokens
                    .iter()
                    .skip(at + 1)
                    .take(3)
                    .chain(tokens.iter().take(n).rev().take(2))
                    .find_map(|t| year(t));
                if let Some(year) = years {
                    return Some(Issue { year, number });
                }
            }
        }
    }
    None
}

/// Which year the dates of a text mean.
pub(crate) fn years(
    lines: &[Line],
    blocks: &[Block],
    scope: &[Option<LabelKind>],
    kind: Kind,
) -> YearContext {
    let letter = kind == Kind::Newsletter;
    if letter && let Some((issue, _)) = issues(lines, blocks).first() {
        let month = letter_month(lines, blocks);
        return match month {
            Some(month) => YearContext::new(Some(issue.year), Some(month), None, AnchorKind::Near),
            None => YearContext::new(Some(issue.year), None, None, AnchorKind::Year),
        };
    }
    // "Nyhetsbrev november 2027": the heading says when it was written.
    let headed = lines
        .iter()
        .enumerate()
        .filter(|&(i, line)| blocks[i].role != Role::Noise && line.words() <= 12)
        .take(6)
        .find_map(|(_, line)| line.dates.iter().find(|d| d.day.is_none() && d.year.is_some()));
    if letter && let Some(date) = headed {
        return YearContext::new(date.year, Some(date.month), None, AnchorKind::Near);
    }
    // Rank of every stated year: lower counts more.
    let mut best: Option<(u8, YearContext)> = None;
    let mut offer = |rank: u8, context: YearContext| {
        if best.as_ref().is_none_or(|(r, _)| rank < *r) {
            best = Some((rank, context));
        }
    };
    let mut shorts = 0;
    for (i, line) in lines.iter().enumerate() {
        let noise = blocks[i].role == Role::Noise;
        for date in &line.dates {
            let Some(year) = date.year else { continue };
            let purpose = purpose::of(line, date, scope[i], false);
            let context = |kind| YearContext::new(Some(year), Some(date.month), date.day, kind);
            match purpose {
                Purpose::Sent => offer(2, context(AnchorKind::Written)),
                Purpose::Updated | Purpose::Published => offer(6, context(AnchorKind::Near)),
                Purpose::Deadline | Purpose::Opens | Purpose::Link => {
                    offer(3, context(AnchorKind::Near))
                }
                Purpose::Open if date.day.is_some() => {
                    let rank = match scope[i] {
                        Some(
                            LabelKind::Date
                            | LabelKind::PlaceAndTime
                            | LabelKind::Start
                            | LabelKind::Time,
                        ) => 0,
                        _ if blocks[i].role == Role::Day || date.start < 4 => 1,
                        _ => 2,
                    };
                    offer(rank, context(AnchorKind::Near));
                }
                Purpose::Open if blocks[i].role != Role::Prose => {
                    offer(3, context(AnchorKind::Near))
                }
                Purpose::Open => offer(8, context(AnchorKind::Near)),
                Purpose::Linked | Purpose::Other if date.day.is_some() => {
                    offer(7, context(AnchorKind::Near))
                }
                _ => {}
            }
        }
        if noise && !line.low.starts_with('©') {
            continue;
        }
        // "Mötesdagarna 2023", "hösten 2026"
        let season = line.has_any(&[
            "hösten",
            "våren",
            "vintern",
            "sommaren",
            "höstterminen",
            "vårterminen",
            "autumn",
            "spring",
            "fall ",
            "winter",
            "summer",
            "ht ",
            "vt ",
        ]);
        let heading = blocks[i].role == Role::Prose
            && i < 6
            && line.words() <= 14
            && !line.text.ends_with('.');
        let short = !line.bulleted && (blocks[i].role == Role::Short || heading)
            || blocks[i]
                .label
                .is_some_and(|l| l.kind == LabelKind::Programme || l.kind == LabelKind::Subject);
        if short {
            shorts += 1;
        }
        if short && shorts <= 8 || season || line.low.starts_with('©') {
            for year in bare_years(&line.low) {
                let in_date = line.dates.iter().any(|d| d.year == Some(year));
                if in_date {
                    continue;
                }
                let rank = if line.low.starts_with('©') {
                    9
                } else if short && shorts <= 8 {
                    2
                } else {
                    5
                };
                let past = line.has_any(&["sedan ", "since ", "grundades", "förra"]);
                if past {
                    continue;
                }
                let context = YearContext::new(Some(year), None, None, AnchorKind::Year);
                if rank >= 5 && !weekdays_fit(lines, year) {
                    continue;
                }
                offer(rank, context);
            }
        }
    }
    best.map(|(_, context)| context).unwrap_or_default()
}

/// The numbers of a line (lower case) that may be years: not "2000 kronor", "rum 2027", "tel 2026-14".
fn bare_years(low: &str) -> impl Iterator<Item = i32> {
    const NUMBERS: &[&str] = &[
        "rum", "room", "sal", "lokal", "tel", "telefon", "phone", "postgiro", "plusgiro",
        "bankgiro", "pg", "bg", "box", "konto", "org", "orgnr", "nr", "dnr", "swish", "pris",
        "avgift", "kostnad", "högst", "minst", "cirka", "ca", "upp",
    ];
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for word in low.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let key = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !key.is_empty() {
            words.push((at, key));
        }
        at += word.len();
    }
    let mut years = Vec::new();
    for (n, &(at, word)) in words.iter().enumerate() {
        let Some(year) =
            word.parse::<i32>().ok().filter(|y| word.len() == 4 && (1990..=2100).contains(y))
        else {
            continue;
        };
        let (head, tail) = (&low[..at], &low[at + word.len()..]);
        let before = n.checked_sub(1).map_or("", |k| words[k].1);
        let after = words.get(n + 1).map_or("", |w| w.1);
        let counted = crate::when::tokens::is_unit(after) || matches!(after, "skr" | "ex" | "mm");
        // "2026-14", "12-2026": glued to figures that are no year, nor the end of one ("2026-27").
        let digits = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
        let glued = tail.starts_with(['-', '–', '.'])
            && tail.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
            && digits(after)
            && after.len() != 4
            && after.parse::<i32>().ok() != Some((year + 1) % 100)
            || head.ends_with(['-', '–']) && digits(before) && before.len() != 4;
        if !(counted || glued || NUMBERS.contains(&before)) {
            years.push(year);
        }
    }
    years.into_iter()
}

/// Do the weekdays in the text fit the year?
fn weekdays_fit(lines: &[Line], year: i32) -> bool {
    let mut fits = true;
    for date in lines.iter().flat_map(|l| &l.dates).filter(|d| d.year.is_none()).take(40) {
        if let (Some(day), Some(weekday)) = (date.day, date.weekday) {
            fits &= weekday_of(year, date.month, day) == weekday;
        }
    }
    fits
}

/// The month of a monthly letter, from its heading.
pub(crate) fn letter_month(lines: &[Line], blocks: &[Block]) -> Option<u8> {
    lines
        .iter()
        .enumerate()
        .filter(|&(i, _)| blocks[i].role != Role::Noise && blocks[i].role != Role::Prose)
        .take(5)
        .find_map(|(_, line)| {
            if line.words() > 12 {
                return None;
            }
            line.dates
                .iter()
                .find(|d| d.day.is_none() || d.year.is_some())
                .map(|d| d.month)
                .or_else(|| {
                    // "TACK FÖR I NOVEMBER" is a heading of the letter, and no date of its own.
                    let words: Vec<&str> = line
                        .low
                        .split(|c: char| !c.is_alphabetic())
                        .filter(|w| w.len() > 2)
                        .collect();
                    let own = line.low.chars().any(|c| c.is_ascii_digit())
                        || words.len() == 1
                        || words.iter().any(|w| {
                            ["brev", "brevet", "blad", "bladet", "nytt", "letter", "bulletin"]
                                .iter()
                                .any(|end| w.ends_with(end))
                                || matches!(*w, "issue" | "kalendarium" | "calendar" | "utskick")
                        });
                    let mut months = words.iter().filter_map(|w| crate::when::month_of(w));
                    if own { months.next() } else { None }
                })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issue_numbers() {
        let of = |t: &str| issue(t).map(|i| (i.year, i.number));
        assert_eq!(of("nyhetsbrev 2017:3 - partnerskapet"), Some((2017, 3)));
        assert_eq!(of("newsletter no. 3, 2026"), Some((2026, 3)));
        assert_eq!(of("nyhetsbrev nr 4 2026 från alliansen"), Some((2026, 4)));
        assert_eq!(of("nyhetsbrev 2/2026"), Some((2026, 2)));
        assert_eq!(of("2026 års nyhetsbrev"), None);
    }
}
