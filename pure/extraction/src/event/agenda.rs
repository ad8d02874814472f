//! The matters of a summons: numbered lines, each an untimed item.

use crate::blocks::{self, Block, Role};
use crate::lines::{Line, fold};
use crate::model::{Found, Item, ItemKind};
use crate::words::{LabelKind, kind_of_title};

use super::programme;
use super::programme::{Draft, Programme, choice_marker, person, title_and_people};

/// "1. Mötet öppnas", "§ 4 Val", "12) Övrigt": where the matter begins.
pub(crate) fn matter(line: &Line) -> Option<usize> {
    let text = &line.text;
    // "Punkt 3: Val av justerare"
    let word = ["punkt ", "ärende ", "item ", "paragraf "]
        .iter()
        .find(|w| line.low.starts_with(**w))
        .map_or(0, |w| w.len());
    let rest = text[word..].trim_start_matches(['§', ' ']);
    let at = text.len() - rest.len();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 {
        return None;
    }
    let sectioned = at > word;
    let after = &rest[digits..];
    let mut chars = after.chars();
    let sign = chars.next()?;
    let marked = matches!(sign, '.' | ')' | ':' | '§' | '\t')
        || sectioned && sign == ' '
        || sign == ' ' && chars.as_str().starts_with(['§', '\u{a7}']);
    if !marked || after[sign.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let title = after.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | ')' | ':' | '§' | '-' | '–')
    });
    title
        .starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '”'))
        .then(|| text.len() - title.len())
}

/// "4 Årsredovisning 2025": a number and a title with nothing between.
fn plain(line: &Line) -> Option<(usize, usize)> {
    let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
    let title = line.text.get(digits..)?.strip_prefix([' ', '\t'])?;
    let good = (1..=2).contains(&digits)
        && title.starts_with(char::is_uppercase)
        && line.dates.first().is_none_or(|d| d.start > 0)
        && line.times.first().is_none_or(|t| t.start > 0);
    let number = line.text[..digits].parse().ok()?;
    good.then(|| (number, line.text.len() - title.len()))
}

/// Where plain matters stand: a run that counts from one.
fn plain_run(lines: &[Line]) -> Option<std::ops::Range<usize>> {
    let from = (0..lines.len()).find(|&i| {
        plain(&lines[i]).is_some_and(|(n, _)| n == 1)
            && lines.get(i + 1).and_then(plain).is_some_and(|(n, _)| n == 2)
    })?;
    let mut end = from;
    while lines.get(end).and_then(plain).is_some_and(|(n, _)| n == end - from + 1) {
        end += 1;
    }
    (end - from >= 4).then_some(from..end)
}

/// Are there enough numbered matters to be a summons?
pub(crate) fn count(lines: &[Line]) -> usize {
    let marked = lines.iter().filter(|line| matter(line).is_some()).count();
    if marked > 0 { marked } else { plain_run(lines).map_or(0, |run| run.len()) }
}

/// "9.30 Kaffe, 10.00 Föredrag, 12.45 Förhandlingar" before the matters: the hours of the day.
pub(crate) fn with_hours(lines: &[Line], blocks: &[Block], matters: &mut Programme) {
    let Some(first) = matters.taken.iter().position(|&t| t) else { return };
    let numbered: Vec<usize> = (0..lines.len()).filter(|&i| matter(&lines[i]).is_some()).collect();
    let first = numbered.first().map_or(first, |&n| n);
    let hours = programme::read(&lines[..first], &blocks[..first]);
    let timed = hours.items.iter().filter(|d| d.item.start.is_some()).count();
    if timed < 3 || timed < hours.items.len() {
        return;
    }
    for (taken, more) in matters.taken.iter_mut().zip(&hours.taken) {
        *taken |= more;
    }
    matters.items.splice(0..0, hours.items);
}

pub(crate) fn read(lines: &[Line], blocks: &[Block]) -> Programme {
    let mut out = Programme { taken: vec![false; lines.len()], ..Programme::default() };
    let run = if lines.iter().any(|l| matter(l).is_some()) { None } else { plain_run(lines) };
    let numbered = count(lines) >= 3;
    let mut listing = false;
    let mut first_matter = None;
    for (i, line) in lines.iter().enumerate() {
        if blocks[i].label.is_some_and(|l| l.kind == LabelKind::Programme) {
            listing = true;
            out.taken[i] = line.dates.is_empty();
            continue;
        }
        let start = if let Some(run) = &run {
            plain(line).filter(|_| run.contains(&i)).map(|(_, at)| at)
        } else if numbered {
            matter(line)
        } else if listing
            && (blocks[i].role != Role::Label || bare_word(lines, blocks, i, &out.taken))
            && blocks[i].role != Role::Contact
            && (line.bulleted
                || line.words() <= 10
                    && line.dates.is_empty()
                    && line.reach.is_empty()
                    && matches!(blocks[i].role, Role::Short | Role::Label))
        {
            Some(0)
        } else {
            None
        };
        // "Föredragande: Petter Ros, elevhälsochef" under its matter.
        let presented = ["föredragande", "föredragare", "inledare", "presenter"]
            .iter()
            .any(|w| line.low.starts_with(w) && line.gap == 0 && i > 0 && out.taken[i - 1]);
        if start.is_none()
            && presented
            && let Some((_, who)) = line.text.split_once(':')
            && let Some((people, _)) = crate::people::list(who.trim(), false)
            && let Some(last) = out.items.last_mut()
        {
            last.item.speakers.extend(people.iter().map(|p| person(p, line.number)));
            out.taken[i] = true;
            continue;
        }
        let Some(start) = start else {
            if let Some(first) = first_matter
                && i > first
                && under_a_matter(lines, blocks, i, &mut out)
            {
                continue;
            }
            listing &=
                blocks[i].label.is_none() && !(line.gap > 0 && blocks[i].role == Role::Prose);
            continue;
        };
        if out.items.len() > 500 {
            break;
        }
        out.taken[i] = true;
        first_matter.get_or_insert(i);
        let (title, people) = title_and_people(without_hours(line, start));
        let item = Item {
            date: None,
            start: None,
            end: None,
            title: title.map(|t| Found::certain(t, line.number)),
            kind: Found::certain(ItemKind::Other, line.number),
            speakers: people.iter().map(|p| person(p, line.number)).collect(),
            choices: Vec::new(),
            questions: Vec::new(),
        };
        out.items.push(Draft { item, day: None });
    }
    out
}

/// "Motioner" between other matters is one of them, whatever else it may head.
fn bare_word(lines: &[Line], blocks: &[Block], i: usize, taken: &[bool]) -> bool {
    i > 0
        && taken[i - 1]
        && lines[i].gap == 0
        && lines.get(i + 1).is_some_and(|next| next.gap == 0)
        && blocks[i].label.is_some_and(|l| !l.marked && l.value >= lines[i].text.len())
}

/// "4. Stadgar (kl. 18.30)": the matter without the hour at its end.
fn without_hours(line: &Line, start: usize) -> &str {
    let text = &line.text[start..];
    let Some(time) = line.times.last().filter(|t| t.start > start) else { return text };
    let tail = line.text[time.end..].trim_matches(|c: char| matches!(c, ' ' | ')' | '.' | '\t'));
    let before = line.text[start..time.start].trim_end();
    let before = before.strip_suffix("kl.").or(before.strip_suffix("kl")).unwrap_or(before);
    let head = before.trim_end_matches([' ', '(', ',', '\t', '–', '-']);
    let signed = head.len() < before.trim_end().len() || before.ends_with(['\t', ' ']);
    if tail.is_empty() && signed && head.chars().any(char::is_alphabetic) { head } else { text }
}

/// What stands right under a matter and is none: who presents it ("Kim Alsterlund, samordnare"), a
/// pause with its hour, and what a matter of two lines goes on with. Is the line read?
fn under_a_matter(lines: &[Line], blocks: &[Block], i: usize, out: &mut Programme) -> bool {
    let line = &lines[i];
    if line.gap > 0 || i == 0 || !out.taken[i - 1] || line.words() > 14 {
        return false;
    }
    if blocks[i].role == Role::Timed
        && let Some(text) = blocks::item_text(line)
        && let Some(kind) = kind_of_title(&fold(text))
        && matches!(kind, ItemKind::Break | ItemKind::Meal)
    {
        let time = line.times[0];
        let item = Item {
            date: None,
            start: Some(Found::certain(time.from, line.number)),
            end: time.until.map(|until| Found::certain(until, line.number)),
            title: Some(Found::certain(text.to_owned(), line.number)),
            kind: Found::certain(kind, line.number),
            speakers: Vec::new(),
            choices: Vec::new(),
            questions: Vec::new(),
        };
        out.items.push(Draft { item, day: None });
        out.taken[i] = true;
        return true;
    }
    let Some(last) = out.items.last_mut() else { return false };
    // "Frågor till grupperna:", and under it "a) …?"
    let heads = line.text.ends_with(':') && line.has_any(&["frågor", "questions"]);
    if heads || line.text.ends_with('?') && line.indented {
        if !heads {
            let from = choice_marker(&line.text, &line.low).map_or(0, |(_, from)| from);
            last.item.questions.push(Found::certain(line.text[from..].to_owned(), line.number));
            last.item.kind = Found::likely(ItemKind::GroupTalks, last.item.kind.line);
        }
        out.taken[i] = true;
        return true;
    }
    if let Some((people, true)) = programme::person_line(&line.text)
        && people[0].sure
        && (people[0].title.is_some() || people[0].affiliation.is_some())
        && line.reach.is_empty()
    {
        last.item.speakers.extend(people.iter().map(|p| person(p, line.number)));
        out.taken[i] = true;
        return true;
    }
    // "Svar ska lämnas senast 16 januari", "4 mars, 3 juni, 9 september": days of the matter.
    let goes_on =
        line.indented && (line.text.starts_with(char::is_lowercase) || !line.dates.is_empty());
    if goes_on {
        out.taken[i] = true;
    }
    goes_on
}

/// Who summons: "Medlemmarna i X kallas", "X kallas till höstmöte", "Members of X are summoned".
pub(crate) fn summoner(lines: &[Line]) -> Option<Found<String>> {
    for line in lines.iter().take(25) {
        let low = &line.low;
        for (before, after) in [
            ("medlemmarna i ", " kallas"),
            ("medlemmar i ", " kallas"),
            ("ledamöterna i ", " kallas"),
            ("members of the ", " are "),
            ("members of ", " are "),
            ("", " kallas till"),
            ("", " kallar till"),
            ("", " kallar sina medlemmar till"),
            ("", " kallar medlemmarna till"),
            ("", " kallar härmed"),
            ("", " håller årsmöte"),
            ("kallelse till ", "s möte"),
            ("kallelse till ", "s årsmöte"),
            ("kallelse till ", "s styrelsemöte"),
        ] {
            let Some(end) = low.find(after) else { continue };
            let start = if before.is_empty() {
                0
            } else {
                match low.find(before) {
                    Some(at) if at < end => at + before.len(),
                    _ => continue,
                }
            };
            let name = line.text.get(start..end).unwrap_or_default().trim();
            if (1..=9).contains(&name.split_whitespace().count())
                && name.starts_with(char::is_uppercase)
                && !matches!(name, "Du" | "Ni" | "Medlemmarna" | "Members" | "Härmed")
            {
                return Some(Found::likely(name.to_owned(), line.number));
            }
        }
    }
    None
}
