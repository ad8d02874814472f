//! Where the occasions of a page begin: a heading with its day, and how to register for it before
//! the next.

use crate::blocks::Role;
use crate::lines::Line;
use crate::model::Status;
use crate::purpose::Purpose;
use crate::sentences;
use crate::words::LabelKind;

use super::{Page, notices};

/// An occasion: the line that begins it, the one that names it, and the one that tells its day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub heading: usize,
    pub title: usize,
    pub dated: usize,
}

/// So many are read.
const MOST: usize = 200;

/// So far under its heading an occasion's day is looked for.
const FAR: usize = 8;

/// The occasions of a page, none where it is one event.
pub(super) fn occasions(page: &Page<'_>) -> Vec<Start> {
    if page.agenda {
        return Vec::new();
    }
    let under = under_headings(page);
    if !under.is_empty() {
        return under;
    }
    let starts = under_days(page);
    let all = starts.iter().enumerate().all(|(n, start)| {
        let to = starts.get(n + 1).map_or(page.lines.len(), |next| next.heading);
        let stated = |i: usize| {
            registers(page, i)
                && (!page.lines[i].dates.is_empty() || !page.lines[i].reach.is_empty())
        };
        (start.title + 1..to).any(stated) || called_off(page, start.heading, to)
    });
    if starts.len() >= 2 && all { starts } else { Vec::new() }
}

/// Headings, their day soon under each and its registration before the next.
fn under_headings(page: &Page<'_>) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    for heading in 0..page.lines.len() {
        if starts.len() > MOST {
            break;
        }
        if !heads(page, heading) {
            continue;
        }
        // "Bokslut utan oro – 3 mars 2026 kl. 18": the heading tells its day.
        let own = !page.lines[heading].dates.is_empty();
        let dated = if own { Some(heading) } else { day_under(page, heading) };
        if let Some(dated) = dated {
            starts.push(Start { heading, title: heading, dated });
        }
    }
    one_each(page, &mut starts);
    let registered = |n: usize| {
        let to = starts.get(n + 1).map_or(page.lines.len(), |next| next.heading);
        (starts[n].heading..to).any(|i| registers(page, i))
    };
    let all = (0..starts.len()).all(|n| {
        let to = starts.get(n + 1).map_or(page.lines.len(), |next| next.heading);
        registered(n) || called_off(page, starts[n].heading, to)
    });
    if starts.len() >= 2 && all && (0..starts.len()).any(registered) { starts } else { Vec::new() }
}

/// Two headings over one day, and boxes that say the day of what comes under them, are one occasion;
/// what is held before or after it is none.
fn one_each(page: &Page<'_>, starts: &mut Vec<Start>) {
    let lines = page.lines;
    let mut keep = vec![true; starts.len()];
    for n in 1..starts.len() {
        let (before, start) = (starts[n - 1], starts[n]);
        if before.dated == start.dated {
            let page_heads = n == 1 && heads_page(page, starts);
            keep[if page_heads { n - 1 } else { n }] = false;
        }
    }
    let mut flags = keep.iter();
    starts.retain(|_| *flags.next().unwrap_or(&true));
    // "Konferens", "12 oktober" in a box, and then the conference itself.
    let day = |start: &Start| {
        let date = lines[start.dated].dates.iter().find(|d| d.day.is_some())?;
        Some((date.month, date.day))
    };
    let hours = |from: usize, to: usize| {
        lines[from..to.min(from + 8)].iter().any(|line| !line.times.is_empty())
    };
    let boxes: Vec<usize> = starts
        .windows(2)
        .filter(|pair| day(&pair[0]) == day(&pair[1]) && !hours(pair[0].heading, pair[1].heading))
        .map(|pair| pair[0].heading)
        .collect();
    starts.retain(|start| boxes.binary_search(&start.heading).is_err());
    // "Digital förträff … Ingen anmälan behövs."
    let ends: Vec<usize> = starts.iter().skip(1).map(|s| s.heading).chain([lines.len()]).collect();
    let mut ends = ends.into_iter();
    starts.retain(|start| {
        let to = ends.next().unwrap_or(lines.len());
        !beside(&lines[start.heading])
            || (start.dated + 1..to.min(start.dated + 12)).any(|i| {
                registers(page, i) && (!lines[i].dates.is_empty() || !lines[i].reach.is_empty())
            })
    });
}

/// Is the first of two headings over one day the page's own? "VALBEREDNINGEN" over "Vem vill väljas?"
/// is not, where the others are in capitals too; "Kurskvällar hösten 2026" is.
fn heads_page(page: &Page<'_>, starts: &[Start]) -> bool {
    let [first, second, ..] = *starts else { return false };
    let line = |start: Start| &page.lines[start.heading];
    let style = |start: Start| {
        let text = &line(start).text;
        (!text.chars().any(char::is_lowercase), unnumbered(text).len() < text.len())
    };
    let third = starts.get(2).copied();
    if let Some(third) = third
        && style(first) != style(second)
    {
        return style(third) == style(second);
    }
    line(first).low.split(|c: char| !c.is_alphanumeric()).any(|w| {
        w.parse::<u16>().is_ok_and(|year| (1990..2100).contains(&year))
            || ["kvällar", "kurser", "träffar", "föreläsningar", "seminarier", "binarier", "serie"]
                .iter()
                .any(|many| w.ends_with(many))
            || [
                "våren",
                "hösten",
                "vårens",
                "höstens",
                "evenings",
                "courses",
                "workshops",
                "talks",
                "lectures",
                "seminars",
                "webinars",
                "events",
                "series",
                "spring",
                "autumn",
            ]
            .contains(&w)
    }) || line(second).gap > 0
        && second.dated == second.heading + 1
        && third.is_some_and(|third| third.dated == third.heading + 1)
}

/// "Förträff på Zoom", "Dinner the evening before": held beside what the page is about.
fn beside(line: &Line) -> bool {
    line.has_any(&[
        "förträff",
        "förmöte",
        "förmöten",
        "pre-meeting",
        "premeeting",
        "eftermöte",
        "efterträff",
        "uppföljning",
        "follow-up",
        "studiebesök",
        "study visit",
        "mingel",
        "middag",
        "dinner",
    ])
}

/// Is what stands between two lines called off? Then nobody registers for it.
fn called_off(page: &Page<'_>, from: usize, to: usize) -> bool {
    page.lines[from..to.min(from + 14)]
        .iter()
        .any(|line| notices::of_line(line) == Some(Status::Cancelled))
}

/// "Måndag 2 mars kl. 12–13", under it what is held and before the next day how to register for it.
fn under_days(page: &Page<'_>) -> Vec<Start> {
    let lines = page.lines;
    (0..lines.len().saturating_sub(1))
        .filter(|&i| {
            let (line, next) = (&lines[i], &lines[i + 1]);
            matches!(page.blocks[i].role, Role::Day | Role::Short)
                && (line.gap > 0 || i == 0 || registers(page, i - 1))
                && line.words() <= 10
                && line.dates.first().is_some_and(|d| d.day.is_some() && d.start <= 4)
                && next.gap <= 1
                && next.dates.is_empty()
                && next.times.is_empty()
                && next.reach.is_empty()
                && (!next.bulleted || unnumbered(&next.text).len() < next.text.len())
                && next.words() <= 14
                && matches!(page.blocks[i + 1].role, Role::Short | Role::Prose)
        })
        .take(MOST)
        .map(|i| Start { heading: i, title: i + 1, dated: i })
        .collect()
}

/// Can line `i` be the heading of an occasion?
fn heads(page: &Page<'_>, i: usize) -> bool {
    let line = &page.lines[i];
    // "Nästa träff", "Tidigare seminarier" are spoken of beside the event.
    let others =
        ["nästa ", "kommande ", "tidigare ", "next ", "previous ", "upcoming ", "fler ", "more "]
            .iter()
            .any(|w| line.low.starts_with(w));
    let numbered = unnumbered(&line.text).len() < line.text.len();
    // "Vem bestämmer egentligen i den gamla skolan?" has the length of a sentence.
    let asks = page.blocks[i].role == Role::Prose
        && line.text.ends_with(['?', '!'])
        && sentences::split(&line.text).len() == 1;
    // Without blank lines the heading stands under how to register for the one before.
    let apart = line.gap > 0 || i == 0 || numbered || registers(page, i - 1);
    let dateless = line.dates.is_empty() && line.times.is_empty();
    let dated = || line.gap > 0 && !name_of_dated(line).is_empty() && line.words() >= 4;
    (page.blocks[i].role == Role::Short
        || asks
        || numbered && matches!(page.blocks[i].role, Role::Label | Role::Prose))
        && apart
        && !others
        && (!line.bulleted || numbered)
        && line.words() <= 16
        && line.reach.is_empty()
        && !line.text.ends_with(['.', ',', ':'])
        && !notices::only_state(&line.text)
        && !registers(page, i)
        && (dateless || dated())
}

/// "Bokslut utan oro – 3 mars 2026 kl. 18–20" without its day, and nothing where there is no sign
/// between what it is called and when it is.
pub(super) fn name_of_dated(line: &Line) -> &str {
    let Some(date) = line.dates.first().filter(|d| d.day.is_some() && d.start > 6) else {
        return "";
    };
    let head = line.text[..date.start].trim_end();
    let signed = head.trim_end_matches([',', '–', '—', '-', '(', ':', '|']);
    let name = signed.trim_end();
    if signed.len() < head.len() && !name.is_empty() { name } else { "" }
}

/// The line that tells the day of the occasion under the heading at `i`: right under it, or after
/// a line that goes on with it ("Webbinarium om stadgar"), what it is about, or a table's head.
fn day_under(page: &Page<'_>, i: usize) -> Option<usize> {
    let mut told = 0;
    for at in i + 1..page.lines.len().min(i + FAR) {
        let line = &page.lines[at];
        if is_day(page, at, line) {
            // Under "Kvällen är inställd." and a blank line it is the next one's.
            let next = line.gap > 0 && told > 0 && notices::of_line(&page.lines[at - 1]).is_some();
            return (line.gap <= 1 && !next).then_some(at);
        }
        // "INSTÄLLT!", "Flyttat till nytt datum" say nothing of the day itself.
        if line.dates.is_empty() && notices::of_line(line).is_some() {
            continue;
        }
        // "Målgrupp: alla i kommunen" before "Datum: …".
        if page.blocks[at].role == Role::Label
            && line.dates.is_empty()
            && (line.gap == 0 || at == i + 1)
        {
            continue;
        }
        let between = match page.blocks[at].role {
            Role::Prose => line.dates.is_empty(),
            Role::Column => true,
            Role::Short => {
                at == i + 1
                    && (line.gap == 0 || line.gap == 1 && line.text.ends_with(['.', '!', '?']))
                    && !line.bulleted
                    && line.dates.is_empty()
            }
            // "Tid", "18.00–20.00" before "Datum".
            Role::Hours => line.gap == 0,
            _ => false,
        };
        told += 1;
        if !between || told > 2 {
            return None;
        }
    }
    None
}

/// Does the line tell the day of what it stands under? "3 mars kl. 18", "Datum: 3 mars", "Vi ses
/// tisdag 3 mars kl. 18 i Folkets hus."
fn is_day(page: &Page<'_>, at: usize, line: &Line) -> bool {
    let label = page.blocks[at].label;
    line.dates.iter().filter(|d| d.day.is_some()).any(|d| {
        d.start <= 4
            || label.is_some_and(|l| {
                matches!(
                    l.kind,
                    LabelKind::Date | LabelKind::PlaceAndTime | LabelKind::Time | LabelKind::Start
                ) && l.marked
            })
            || label.is_none()
                && page.blocks[at].role != Role::Timed
                && line.times.iter().any(|t| t.start >= d.end)
                && page.purposes(at, d) == Purpose::Open
                && line.words() <= 30
    })
}

/// Does the line say how to take part in what it stands under: until when, where, or that one need
/// not? "Alla som anmält sig till konferensen får länken" says nothing of its own.
pub(super) fn registers(page: &Page<'_>, i: usize) -> bool {
    let line = &page.lines[i];
    if page.blocks[i].role == Role::Timed {
        return false;
    }
    let says = |line: &Line| !line.dates.is_empty() || !line.reach.is_empty();
    let labelled = page.blocks[i]
        .label
        .is_some_and(|l| matches!(l.kind, LabelKind::Registration | LabelKind::Deadline));
    let worded = line.has_any(&[
        "anmäl",
        "register",
        "sign up",
        "o.s.a",
        "osa ",
        "rsvp",
        "boka",
        "svara senast",
    ]);
    labelled
        || worded
            && (says(line)
                || line.words() <= 8
                    && !line.has_any(&["anmält", "anmälda", "registered", "redan "])
                || page.lines.get(i + 1).is_some_and(|next| next.gap == 0 && says(next)))
}

/// "2. Lågaffektivt bemötande", "Tillfälle 2: Om stadgar", "Kväll 2 – Kassan" without the number.
pub(crate) fn unnumbered(text: &str) -> &str {
    const ORDINALS: [&str; 18] = [
        "tillfälle",
        "träff",
        "kväll",
        "del",
        "kurs",
        "pass",
        "föreläsning",
        "webbinarium",
        "seminarium",
        "workshop",
        "occasion",
        "session",
        "evening",
        "part",
        "course",
        "seminar",
        "webinar",
        "lecture",
    ];
    let number = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let digits = number(text);
    if (1..=2).contains(&digits) {
        let rest = text[digits..].strip_prefix(['.', ')']).map(str::trim_start);
        return rest.filter(|r| r.starts_with(char::is_alphabetic)).unwrap_or(text);
    }
    let Some((word, rest)) = text.split_once(' ') else { return text };
    let digits = number(rest);
    if !(1..=2).contains(&digits) || !ORDINALS.contains(&crate::lines::fold(word).as_str()) {
        return text;
    }
    let name = rest[digits..].trim_start_matches([' ', ':', '.', '–', '-', '|']);
    if name.len() + 1 < rest[digits..].len() && name.starts_with(char::is_alphabetic) {
        name
    } else {
        text
    }
}
