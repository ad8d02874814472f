//! Lists that tell the hour after what happens ("Kaffe 10.00–10.30", "Kaffe .... 10.00", "Kaffe", and
//! under it "kl. 10"): turned so that the hour stands first, as the rest of the reading knows it.

use crate::blocks::{label_of, timed};
use crate::event::programme::person_line;
use crate::lines::Line;
use crate::model::ItemKind;
use crate::when::Clock;
use crate::words::{LabelKind, is_town, kind_of_title};

/// More lines than this, and it is no programme.
const MOST: usize = 400;

pub(crate) fn hours_first(lines: &mut Vec<Line>) {
    in_a_row(lines);
    without_numbers(lines);
    let ends: Vec<Option<Ending>> = lines.iter().map(ending).collect();
    let mut turned = vec![false; lines.len()];
    let mut i = 0;
    while i < lines.len() {
        let (to, good) = run(lines, &ends, i);
        if good {
            for k in i..to {
                if let Some(end) = ends[k] {
                    turn(lines, k, end);
                    turned[k] = true;
                }
            }
        }
        i = to.max(i + 1);
    }
    under(lines, &turned);
    numbers(lines);
}

/// Where a line's title ends and its hours stand.
#[derive(Clone, Copy)]
struct Ending {
    title: usize,
    hours: (usize, usize),
    from: Clock,
}

/// A short line that ends with its only hours, and is no label and no sentence.
fn ending(line: &Line) -> Option<Ending> {
    let time = match line.times.as_slice() {
        [time] => time,
        _ => return None,
    };
    let shut = |c: char| c.is_whitespace() || matches!(c, ')' | '.' | '|' | ']' | ';' | ',');
    if line.words() > 22
        || !line.dates.is_empty()
        || !line.reach.is_empty()
        || !(line.text[time.end..].trim_matches(shut).is_empty() || beside(&line.text[time.end..]))
    {
        return None;
    }
    let sign = |c: char| {
        c.is_whitespace() || matches!(c, '(' | '[' | ',' | '–' | '-' | '—' | ':' | '|' | '.' | '\t')
    };
    let mut title = line.text[..time.start].trim_end_matches(sign);
    for word in [" kl", " klockan", " ca", " cirka", " at"] {
        title = title.strip_suffix(word).unwrap_or(title).trim_end_matches(sign);
    }
    // "Vi börjar med kaffe kl. 10" is told in a sentence.
    let spoken =
        [" från", " vid", " mellan", " from", " till", " to", " efter", " senast", " före"]
            .iter()
            .any(|w| line.low[..title.len()].ends_with(w));
    let worded = title.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && title.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric());
    // "Registration (9.00–9.30)"
    let comes = kind_of_title(&line.low[..title.len()]) == Some(ItemKind::Arrival);
    let label = !comes && label_of(line).is_some_and(|l| l.kind != LabelKind::Other);
    (worded && !spoken && !label && !weekly(&line.low)).then_some(Ending {
        title: title.len(),
        hours: (time.start, time.end),
        from: time.from,
    })
}

/// "Måndag–fredag 9–17", "Helger 10–15": when a place is open.
fn weekly(low: &str) -> bool {
    let first = low.split(|c: char| !c.is_alphabetic()).find(|w| !w.is_empty()).unwrap_or_default();
    crate::when::weekday_word(first).is_some()
        || [
            "mån",
            "tis",
            "ons",
            "tor",
            "fre",
            "lör",
            "sön",
            "vard",
            "helg",
            "dagl",
            "öppet",
            "öppettid",
            "stängt",
            "open",
            "closed",
            "weekday",
            "weekend",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
        ]
        .contains(&first)
        || ["öppett", "opening h", "vardagar", "helger", "telefontid", "dagligen"]
            .iter()
            .any(|w| low.starts_with(w))
}

/// The end of the list that begins at line `i`: lines that all end with hours, each no earlier than
/// the one before, and whether it is a programme. What stands between (who speaks) may be a line or two.
fn run(lines: &[Line], ends: &[Option<Ending>], i: usize) -> (usize, bool) {
    let Some(first) = ends[i] else { return (i, false) };
    let (mut last, mut count, mut known, mut town) = (first.from, 0, 0, 0);
    let (mut k, mut to) = (i, i);
    while k < lines.len() && k - to <= 3 && count < MOST {
        match ends[k] {
            Some(end) if end.from < last => break,
            Some(end) => {
                let title = &lines[k].low[..end.title];
                known += usize::from(kind_of_title(title).is_some());
                town += usize::from(is_town(title.split([' ', ',']).next().unwrap_or_default()));
                count += 1;
                last = end.from;
                to = k + 1;
            }
            None if !lines[k].times.is_empty() || heads(&lines[k]) => break,
            None => {}
        }
        k += 1;
    }
    let good = if headed(lines, i) {
        count >= 2 && known >= 1 || count >= 3 && town == 0
    } else {
        count >= 3 && known >= 2 && known * 4 >= count && town == 0
    };
    (to, good)
}

/// Does the programme's own heading stand over line `i`, with a line or two between at most?
fn headed(lines: &[Line], i: usize) -> bool {
    lines[i.saturating_sub(3)..i].iter().any(heads)
}

fn heads(line: &Line) -> bool {
    label_of(line)
        .is_some_and(|l| l.kind == LabelKind::Programme && l.value >= line.text.trim_end().len())
}

/// "Så mår bygden | 10.00 | Anna Ek": another cell after the hours.
fn beside(tail: &str) -> bool {
    tail.trim_start_matches([' ', ')']).starts_with(['|', '\t'])
}

fn turn(lines: &mut [Line], i: usize, end: Ending) {
    let line = &lines[i];
    let tail = &line.text[end.hours.1..];
    let cell = tail.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | ')' | '.'));
    let cell = if beside(tail) && !cell.is_empty() { format!("\t{cell}") } else { String::new() };
    let (hours, title) =
        (&line.text[end.hours.0..end.hours.1], line.text[..end.title].trim_start());
    let text = format!("{hours} {title}{cell}");
    replace(lines, i, text);
}

fn replace(lines: &mut [Line], i: usize, text: String) {
    let old = &lines[i];
    let mut new = Line::new(old.number, text);
    (new.bulleted, new.indented, new.gap, new.shape) =
        (old.bulleted, old.indented, old.gap, old.shape);
    lines[i] = new;
}

fn is_title(line: &Line) -> bool {
    line.times.is_empty()
        && line.dates.is_empty()
        && line.reach.is_empty()
        && line.words() <= 22
        && line.text.chars().any(char::is_alphabetic)
        && label_of(line).is_none_or(|l| {
            // "Registrering" alone is what one comes to.
            l.kind == LabelKind::Other
                || !l.marked && kind_of_title(&line.low) == Some(ItemKind::Arrival)
        })
}

/// "Kaffe", and under it "10.00–10.30": titles with their hours on the next line, perhaps with who
/// speaks between or after.
fn under(lines: &mut Vec<Line>, turned: &[bool]) {
    let hours: Vec<bool> = lines
        .iter()
        .zip(turned)
        .map(|(l, turned)| {
            !turned && l.times.len() == 1 && timed(l).is_some_and(|rest| rest >= l.text.len())
        })
        .collect();
    if hours.iter().filter(|&&h| h).count() < 2 {
        return;
    }
    let mut taken = vec![false; lines.len()];
    let mut i = 0;
    while i + 1 < lines.len() {
        let mut units: Vec<(usize, usize)> = Vec::new();
        let (mut to, mut known, mut last) = (i, 0, None);
        // Nothing parts what is one unit's, and something parts it from the next.
        let (mut close, mut parted) = (true, true);
        while let Some((hour, end)) = unit(lines, &hours, to) {
            let from = lines[hour].times[0].from;
            if last.is_some_and(|last| from < last) || units.len() >= MOST {
                break;
            }
            close &= (to + 1..end).all(|k| lines[k].gap == 0);
            parted &= to == i || lines[to].gap > 0;
            last = Some(from);
            known += usize::from(kind_of_title(&lines[to].low).is_some());
            units.push((to, hour));
            to = end;
        }
        if units.is_empty() && hours[i] && !headed(lines, i) {
            let to = over(lines, &hours, i, &mut taken);
            i = to.max(i + 1);
            continue;
        }
        if units.is_empty() {
            i += 1;
            continue;
        }
        let (count, parted) = (units.len(), close && parted && units.len() > 1);
        // The hour belongs to the line over it: nothing parts the two where something parts it from
        // the next title, or the list ends with an hour.
        let ends = lines.get(to).is_none_or(|next| {
            // "Lunch" is a label, and yet what happens at the hour over it.
            let labelled =
                label_of(next).is_some_and(|l| l.marked || kind_of_title(&next.low).is_none());
            next.gap > lines[to - 1].gap || labelled || !next.dates.is_empty()
        });
        let begins = i == 0
            || headed(lines, i)
            || parted
            || close && known >= 2 && known * 4 >= count && lines[i].gap > 0;
        // "8.30", "Kaffe", "9.00", "Välkommen": the last title has its hour over it, as the first has.
        let hour_first = i > 0
            && hours[i - 1]
            && !taken[i - 1]
            && lines[i].gap == 0
            && lines.get(to).is_some_and(|l| l.gap == 0 && !hours[to] && l.dates.is_empty());
        let good = count >= 3 && known >= 1 && (parted || ends) && begins && !hour_first
            || count == 2 && known >= 1 && parted && headed(lines, i);
        if good {
            for (title, hour) in units {
                let time = lines[hour].times[0];
                let text =
                    format!("{} {}", &lines[hour].text[time.start..time.end], lines[title].text);
                replace(lines, title, text);
                taken[hour] = true;
            }
        } else if let Some(&(_, hour)) = units.first().filter(|_| !headed(lines, i)) {
            // The text right over the first hour was no title of it: the titles may stand under.
            i = over(lines, &hours, hour, &mut taken).max(to);
            continue;
        }
        i = to.max(i + 1);
    }
    let mut flags = taken.iter();
    lines.retain(|_| !*flags.next().unwrap_or(&false));
}

/// A title, at most two lines of people, its hours, and what is told under them: where the hours
/// stand and where the next unit begins.
fn unit(lines: &[Line], hours: &[bool], at: usize) -> Option<(usize, usize)> {
    let people = |k: usize| {
        lines.get(k).is_some_and(|l| l.gap == 0 && is_title(l) && person_line(&l.text).is_some())
    };
    let near = (at + 1..at + 4).any(|k| hours.get(k) == Some(&true));
    if !near || hours[at] || !is_title(&lines[at]) {
        return None;
    }
    let mut hour = at + 1;
    while hour <= at + 2 && people(hour) {
        hour += 1;
    }
    if !*hours.get(hour)? || lines[hour].gap > 1 {
        return None;
    }
    // "8.30" and "Kaffe" right under it, then a blank line and "9.00": the hour stands first.
    if at > 0 && hours[at - 1] && lines[at].gap == 0 && lines[hour].gap > 0 {
        return None;
    }
    let mut end = hour + 1;
    while end < hour + 4
        && lines.get(end).is_some_and(|l| l.gap == 0 && (people(end) || told(l)))
        && !hours[end]
    {
        end += 1;
    }
    Some((hour, end))
}

/// A sentence under an item.
fn told(line: &Line) -> bool {
    line.times.is_empty() && line.text.ends_with('.') && line.words() >= 4 && line.reach.is_empty()
}

/// "10.00", and under it "Kaffe", where no heading says that it is the programme: the end of the list
/// that begins at line `i`, its hours and titles put together.
fn over(lines: &mut [Line], hours: &[bool], i: usize, taken: &mut [bool]) -> usize {
    let (mut at, mut known, mut last) = (i, 0, None);
    let mut units: Vec<(usize, usize)> = Vec::new();
    while units.len() < MOST
        && hours.get(at) == Some(&true)
        && lines.get(at + 1).is_some_and(|l| l.gap <= 1 && is_title(l))
        && last.is_none_or(|last| lines[at].times[0].from >= last)
    {
        last = Some(lines[at].times[0].from);
        known += usize::from(kind_of_title(&lines[at + 1].low).is_some());
        units.push((at, at + 1));
        let mut end = at + 2;
        while end < at + 6 && lines.get(end).is_some_and(|l| l.gap <= 1) && !hours[end] {
            end += 1;
        }
        at = end;
    }
    if units.len() < 3 || known < 2 || known * 4 < units.len() {
        return at;
    }
    for (hour, title) in units {
        let time = lines[hour].times[0];
        let text = format!("{} {}", &lines[hour].text[time.start..time.end], lines[title].text);
        replace(lines, title, text);
        lines[title].gap = lines[title].gap.max(lines[hour].gap);
        taken[hour] = true;
    }
    at
}

/// "(1) Val", "2 – Val", "III. Val", counted from one: written as "1. Val".
fn plain_numbers(lines: &mut [Line]) {
    let count: Vec<Option<(u32, usize)>> = lines.iter().map(counted).collect();
    let mut i = 0;
    while i < lines.len() {
        if count[i].is_none_or(|(n, _)| n != 1) {
            i += 1;
            continue;
        }
        let mut at = vec![i];
        let mut k = i + 1;
        while k < lines.len() && k - at[at.len() - 1] <= 6 && at.len() < MOST {
            if count[k].is_some_and(|(n, _)| n == at.len() as u32 + 1) {
                at.push(k);
            }
            k += 1;
        }
        if at.len() >= 4 {
            for &n in &at {
                if let Some((number, rest)) = count[n] {
                    let text = format!("{number}. {}", &lines[n].text[rest..]);
                    replace(lines, n, text);
                }
            }
        }
        i = at[at.len() - 1] + 1;
    }
}

/// The number of a line that counts in another way than "1.", and where its text begins.
fn counted(line: &Line) -> Option<(u32, usize)> {
    let text = &line.text;
    let (mark, rest) = text.split_once(' ')?;
    let bare = mark.trim_matches(|c: char| matches!(c, '(' | ')' | '.'));
    let dash = rest.strip_prefix("- ").or_else(|| rest.strip_prefix("– "));
    let digits = (1..=2).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
    let number = if digits && (mark.starts_with('(') && mark.ends_with(')') || dash.is_some()) {
        bare.parse().ok()?
    } else if bare.len() < mark.len() || dash.is_some() {
        const ROMAN: [&str; 20] = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
            "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
        ];
        ROMAN.iter().position(|r| *r == bare)? as u32 + 1
    } else {
        return None;
    };
    let rest = dash.unwrap_or(rest).trim_start();
    rest.starts_with(char::is_alphabetic).then(|| (number, text.len() - rest.len()))
}

/// "§ 1" or "1." on a line of its own, and under it the matter: one line of the two.
fn numbers(lines: &mut Vec<Line>) {
    plain_numbers(lines);
    let count: Vec<Option<u32>> = lines.iter().map(number).collect();
    let mut taken = vec![false; lines.len()];
    let mut i = 0;
    while i < lines.len() {
        if count[i] != Some(1) {
            i += 1;
            continue;
        }
        let mut at = vec![i];
        let mut k = i + 1;
        while k < lines.len() && k - at[at.len() - 1] <= 6 && at.len() < MOST {
            if count[k] == Some(at.len() as u32 + 1) {
                at.push(k);
            } else if count[k].is_some() {
                break;
            }
            k += 1;
        }
        let titled = |&n: &usize| {
            count.get(n + 1) == Some(&None)
                && lines[n + 1].gap <= 1
                && lines[n + 1].text.starts_with(char::is_alphabetic)
        };
        if at.len() >= 3 && at.iter().all(titled) {
            for &n in &at {
                let text = format!("{} {}", lines[n].text, lines[n + 1].text);
                let gap = lines[n].gap;
                replace(lines, n + 1, text);
                lines[n + 1].gap = gap;
                taken[n] = true;
            }
        }
        i = at[at.len() - 1] + 1;
    }
    let mut flags = taken.iter();
    lines.retain(|_| !*flags.next().unwrap_or(&false));
}

/// The number that a line is, with its sign: "1.", "2)", "§ 3", "4 §".
fn number(line: &Line) -> Option<u32> {
    if line.text.len() > 6 {
        return None;
    }
    let digits = line.text.trim_matches(|c: char| matches!(c, '§' | ' ' | '.' | ')'));
    let signed = digits.len() < line.text.len();
    let good =
        signed && (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    good.then(|| digits.parse().ok()).flatten()
}

/// "9.30 Kaffe, 10.00 Hur mår byn? 11.00 Lunch" under the programme's heading: an item a line.
fn in_a_row(lines: &mut Vec<Line>) {
    let rows: Vec<usize> =
        (0..lines.len()).filter(|&i| is_row(&lines[i]) && headed(lines, i)).take(MOST).collect();
    if rows.is_empty() {
        return;
    }
    let mut rows = rows.into_iter().peekable();
    let mut out = Vec::with_capacity(lines.len() + 16);
    for (i, line) in lines.drain(..).enumerate() {
        if rows.next_if_eq(&i).is_none() {
            out.push(line);
            continue;
        }
        for (n, time) in line.times.iter().enumerate() {
            let to = line.times.get(n + 1).map_or(line.text.len(), |next| next.start);
            let piece = line.text[time.start..to].trim_end();
            let piece = piece.strip_suffix(" kl").or(piece.strip_suffix(" kl.")).unwrap_or(piece);
            let piece = piece.trim_end_matches([' ', ',', ';', '|', '•', '–', '-', '/']);
            let mut new = Line::new(line.number, piece.to_owned());
            new.gap = if n == 0 { line.gap } else { 0 };
            out.push(new);
        }
    }
    *lines = out;
}

/// A line of three items or more, each an hour and a few words, none earlier than the one before.
fn is_row(line: &Line) -> bool {
    let times = &line.times;
    if !(3..=30).contains(&times.len()) || times[0].start > 0 || !line.dates.is_empty() {
        return false;
    }
    let mut known = 0;
    let good = times.iter().enumerate().all(|(n, time)| {
        let next = times.get(n + 1);
        let title = line.low[time.end..next.map_or(line.text.len(), |t| t.start)]
            .trim_matches(|c: char| !c.is_alphanumeric());
        known += usize::from(kind_of_title(title).is_some());
        title.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && title.split(' ').count() <= 16
            && next.is_none_or(|t| t.from >= time.from)
    });
    good && known >= 1
}

/// "1. 9.30–10.00 Kaffe", "2. Hur mår byn? 10.00–11.00" under the programme's heading, and no summons:
/// the numbers only count the items.
fn without_numbers(lines: &mut [Line]) {
    let summons = ["kallelse", "kallas", "årsmöte", "dagordning", "summoned", "annual general"];
    if lines.iter().take(30).any(|l| l.has_any(&summons)) {
        return;
    }
    let after = |line: &Line, n: usize| {
        let rest = line.text.strip_prefix(&format!("{n}. "))?;
        let at = line.text.len() - rest.len();
        let [time] = line.times.as_slice() else { return None };
        (time.start <= at + 4 || time.end + 2 >= line.text.len()).then_some(at)
    };
    let mut i = 0;
    while i < lines.len() {
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut k = i;
        while k < lines.len() && found.len() < MOST && k <= found.last().map_or(i, |f| f.0 + 3) {
            if let Some(at) = after(&lines[k], found.len() + 1) {
                found.push((k, at));
            } else if found.is_empty() {
                break;
            }
            k += 1;
        }
        let next = found.last().map_or(i + 1, |f| f.0 + 1);
        if found.len() >= 3 && headed(lines, i) {
            for (n, at) in found {
                let text = lines[n].text[at..].to_owned();
                replace(lines, n, text);
            }
        }
        i = next;
    }
}
