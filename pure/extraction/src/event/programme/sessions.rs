//! A course or circle in parts that are counted: "Kväll 1, tisdag 25 februari", "Dag 2 – Samtalet",
//! "Part 3: Money", each with a title, who speaks and what happens, and no hours of the items.

use crate::blocks::{Block, Role};
use crate::event::programme::{DayNote, Reader, title_and_people};
use crate::lines::Line;
use crate::words::{LabelKind, is_day_part, is_part};

/// The heading of one part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Session {
    pub number: usize,
    /// Where its title stands in the line, if it is there.
    pub title: Option<(usize, usize)>,
}

/// More lines than this between two parts, and they are not of one list.
const APART: usize = 25;

/// The number of a part and where what it is about begins.
fn number(low: &str) -> Option<(usize, usize, bool)> {
    let (first, rest) = low.split_once(' ')?;
    let own = is_day_part(first);
    if own || is_part(first) {
        let token = rest.split(|c: char| !c.is_alphanumeric()).next()?;
        let n = match token {
            "ett" | "one" | "i" => 1,
            "två" | "two" | "ii" => 2,
            "tre" | "three" | "iii" => 3,
            "fyra" | "four" | "iv" => 4,
            "fem" | "five" | "v" => 5,
            digits if digits.len() <= 2 => digits.parse().ok()?,
            _ => return None,
        };
        return Some((n, first.len() + 1 + token.len(), own));
    }
    let n = match first {
        "första" | "first" => 1,
        "andra" | "second" => 2,
        "tredje" | "third" => 3,
        "fjärde" | "fourth" => 4,
        "femte" | "fifth" => 5,
        "sjätte" | "sixth" => 6,
        _ => return None,
    };
    let noun = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    let bare = noun.strip_suffix("en").or_else(|| noun.strip_suffix("et")).unwrap_or(noun);
    let known = |w: &str| is_day_part(w) || is_part(w);
    (known(bare) || known(noun)).then_some((n, first.len() + 1 + noun.len(), is_day_part(bare)))
}

/// The heading of a counted part, and whether it comes on a day of its own.
fn heading(line: &Line) -> Option<(Session, bool)> {
    if line.bulleted || line.words() > 24 {
        return None;
    }
    let (number, mut at, own) = number(&line.low)?;
    // "Dag 2 – torsdag 12 mars kl. 18–20: Samtalet"
    let sign = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | '–' | '-' | '—' | '|' | '(' | ')' | '.')
    };
    let marked = line.text[at..].starts_with(sign) || at == line.text.len();
    if !marked {
        return None;
    }
    loop {
        let rest = &line.text[at..];
        at += rest.len() - rest.trim_start_matches(sign).len();
        let date = line.dates.iter().find(|d| d.start <= at && d.end > at).map(|d| d.end);
        let time = line.times.iter().find(|t| t.start <= at && t.end > at).map(|t| t.end);
        if let Some(end) = date.into_iter().chain(time).max() {
            at = end;
            continue;
        }
        let word = line.low[at..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if matches!(word, "kl" | "klockan" | "den" | "at" | "on" | "from") && at < line.text.len()
            || crate::when::weekday_word(word).is_some()
        {
            at += word.len();
            continue;
        }
        break;
    }
    let end = line
        .dates
        .iter()
        .map(|d| d.start)
        .chain(line.times.iter().map(|t| t.start))
        .filter(|&start| start > at)
        .min()
        .unwrap_or(line.text.len());
    let title = line.text[at..end].trim_end_matches(sign);
    // "Dag 1 i Umeå" says where, "Del 1 är full" is a sentence.
    let good = title.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '”' | '“' | '»'))
        && !crate::words::is_town(title.split(',').next().unwrap_or_default());
    let title = good.then_some((at, at + title.len()));
    let empty = at >= line.text.len();
    (title.is_some() || empty).then_some((Session { number, title }, own))
}

/// The headings of counted parts that are a programme: they count from one, most of them have a
/// title or a text of their own, and there are no hours of items among them.
pub(super) fn headings(lines: &[Line], blocks: &[Block], timed: usize) -> Vec<Option<Session>> {
    let mut found = vec![None; lines.len()];
    let all: Vec<(usize, Session)> = lines
        .iter()
        .enumerate()
        .filter(|&(i, _)| !matches!(blocks[i].role, Role::Noise | Role::Timed | Role::Contact))
        .filter_map(|(i, line)| {
            let (session, own) = heading(line)?;
            // "Seminarium 1" under "13.00 Välj ett seminarium" is a choice.
            (own || timed < 2).then_some((i, session))
        })
        .collect();
    let mut from = 0;
    while from < all.len() {
        let mut to = from + 1;
        while to < all.len()
            && all[to].1.number == all[to - 1].1.number + 1
            && all[to].0 - all[to - 1].0 <= APART
        {
            to += 1;
        }
        let run = &all[from..to];
        from = to;
        if run.len() < 2 || run[0].1.number != 1 {
            continue;
        }
        let told =
            run.iter().filter(|(i, s)| s.title.is_some() || has_body(lines, blocks, *i)).count();
        let last = run[run.len() - 1].0;
        let hours = (run[0].0..(last + 6).min(lines.len())).any(|k| blocks[k].role == Role::Timed);
        if told * 2 > run.len() && !hours {
            for &(i, session) in run {
                found[i] = Some(session);
            }
        }
    }
    found
}

/// Is there something under the heading that is no other heading and no fact?
fn has_body(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    lines.get(i + 1).is_some_and(|next| {
        next.gap <= 1
            && matches!(blocks[i + 1].role, Role::Short | Role::Prose)
            && heading(next).is_none()
            && next.dates.is_empty()
            && next.reach.is_empty()
    })
}

impl Reader<'_> {
    /// Opens the part that line `i` heads.
    pub(super) fn session(&mut self, i: usize, session: Session) -> usize {
        let line = &self.lines[i];
        self.open();
        self.headed = true;
        let note = match line.dates.iter().find(|d| d.day.is_some() && d.until.is_none()) {
            Some(date) => DayNote::Date(date.clone()),
            None => DayNote::Number(session.number),
        };
        self.day = Some((note.clone(), line.number));
        self.out.headings.push((note, line.number));
        self.described = false;
        self.part = Some(i);
        // Its date and hours are the event's.
        self.out.taken[i] = line.dates.is_empty() && line.times.is_empty();
        if let Some((from, to)) = session.title {
            let (title, people) = title_and_people(&line.text[from..to]);
            self.push_part(i, title, &people);
        }
        i + 1
    }

    /// Under the heading of a part: its title where that stands on a line of its own, and what is
    /// told of who speaks. The next line to read, where this one was read.
    pub(super) fn in_session(&mut self, i: usize) -> Option<usize> {
        let head = self.part?;
        let line = &self.lines[i];
        if i - head > APART || line.bulleted {
            return None;
        }
        if self.last_item_line.is_none() {
            let short = matches!(self.blocks[i].role, Role::Short | Role::Prose)
                && line.words() <= 16
                && line.gap <= 1
                && (i == head + 1)
                && self.blocks[i].label.is_none_or(|l| l.kind == LabelKind::Other);
            if !short || crate::event::programme::person_line(&line.text).is_some() {
                return None;
            }
            let (title, people) = title_and_people(&line.text);
            self.push_part(i, title, &people);
            self.out.taken[i] = true;
            return Some(i + 1);
        }
        // "Föreläsning av Niklas Gerdin, överläkare." under "Dag 1 – Vad händer i en människa?"
        let bare = self.out.items.last().is_some_and(|d| d.item.speakers.is_empty());
        if bare
            && self.last_item_line == Some(head)
            && self.blocks[i].role == Role::Prose
            && line.gap == 0
        {
            let people = crate::people::anywhere(&line.text);
            if !people.is_empty() {
                self.attach(&people, line.number);
                self.out.taken[i] = true;
                return Some(i + 1);
            }
        }
        None
    }

    fn push_part(&mut self, i: usize, title: Option<String>, people: &[crate::people::Named]) {
        let number = self.lines[i].number;
        let mut draft = self.titled(title, number);
        draft.item.speakers =
            people.iter().map(|p| crate::event::programme::person(p, number)).collect();
        self.note_moderators(people, number);
        self.described = !people.is_empty();
        self.out.items.push(draft);
        self.last_item_line = Some(i);
    }
}
