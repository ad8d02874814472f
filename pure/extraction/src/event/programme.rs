//! The programme: timed lines, tables one cell a line, untimed talks under a timed heading, group
//! talks with their choices and questions.
//!
//! Reads the lines in order and keeps one open item. Days are only noted as written here; which
//! date they mean is settled in [`super::days`], when the event's own days are known.

use crate::blocks::{self, Block, Role};
use crate::lines::{Line, fold};
use crate::model::{Choice, Found, Item, ItemKind, Person};
use crate::people::{self, Named};
use crate::when::{DateMention, TimeMention};
use crate::words::{LabelKind, has_any, kind_of_title};

/// What a text's programme lines say.
#[derive(Debug, Default)]
pub(crate) struct Programme {
    pub items: Vec<Draft>,
    /// Lines that belong to it, so that nothing else is read from them.
    pub taken: Vec<bool>,
    pub moderators: Vec<Found<String>>,
    /// Dates that head its days.
    pub headings: Vec<(DayNote, u32)>,
}

/// An item with the day as it was written above it.
#[derive(Debug)]
pub(crate) struct Draft {
    pub item: Item,
    pub day: Option<(DayNote, u32)>,
}

/// The day that a heading names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DayNote {
    Date(DateMention),
    Weekday(u8),
    /// "Dag 2".
    Number(usize),
}

/// More items than this are not a programme.
const MOST: usize = 3_000;

pub(crate) fn read(lines: &[Line], blocks: &[Block]) -> Programme {
    let mut reader = Reader {
        lines,
        blocks,
        out: Programme { taken: vec![false; lines.len()], ..Programme::default() },
        inside: false,
        headed: false,
        day: None,
        pending: None,
        last_item_line: None,
        described: false,
        free_bullets: false,
        timed: false,
    };
    let timed = (0..lines.len()).filter(|&i| reader.is_item(i)).count();
    let mut i = 0;
    while i < lines.len() {
        i = reader.line(i, timed).max(i + 1);
        if reader.out.items.len() > MOST {
            break;
        }
    }
    for draft in &mut reader.out.items {
        numbered_questions(&mut draft.item);
    }
    reader.out
}

/// "Samtal om tre frågor: 1. … ? 2. … ?" are questions, not talks to choose from.
fn numbered_questions(item: &mut Item) {
    let asked =
        item.title.as_ref().is_some_and(|t| has_any(&fold(&t.value), &["fråg", "question"]));
    let bare = item.choices.iter().all(|c| {
        c.title.value.ends_with('?') && c.facilitators.is_empty() && c.speakers.is_empty()
    });
    if asked && bare && !item.choices.is_empty() {
        item.questions.extend(item.choices.drain(..).map(|c| c.title));
    }
}

struct Reader<'a> {
    lines: &'a [Line],
    blocks: &'a [Block],
    out: Programme,
    /// Within a programme.
    inside: bool,
    /// A heading said that this is the programme.
    headed: bool,
    day: Option<(DayNote, u32)>,
    /// A time on a line of its own waits for its title.
    pending: Option<(TimeMention, usize)>,
    last_item_line: Option<usize>,
    /// The open item has had a description or people.
    described: bool,
    /// Bullets in this programme are items of their own.
    free_bullets: bool,
    /// An item of this programme has had a time.
    timed: bool,
}

impl Reader<'_> {
    fn is_item(&self, i: usize) -> bool {
        self.blocks[i].role == Role::Timed && blocks::item_text(&self.lines[i]).is_some()
    }

    /// Reads line `i`; the next line to read.
    fn line(&mut self, i: usize, timed: usize) -> usize {
        let (line, block) = (&self.lines[i], &self.blocks[i]);
        match block.role {
            Role::Noise => return i + 1,
            Role::Contact
                // A speaker's e-mail address under a timed line does not end a programme; a block
                // of contacts does.
                if self.pending.is_none() => {
                    self.close();
                    return i + 1;
                }
            Role::Column => {
                let has_time = (i..self.lines.len())
                    .take_while(|&k| self.blocks[k].role == Role::Column)
                    .any(|k| {
                        self.blocks[k]
                            .label
                            .is_none_or(|l| matches!(l.kind, LabelKind::Time | LabelKind::Column))
                    });
                if has_time {
                    self.open();
                    self.headed = true;
                    self.out.taken[i] = true;
                }
                return i + 1;
            }
            _ => {}
        }
        if self.pending.is_none() && is_half_day(&line.low) {
            if !self.inside {
                self.open();
                self.headed = true;
            }
            self.out.taken[i] = true;
            return i + 1;
        }
        if let Some(label) = block.label
            && self.pending.is_none()
        {
            let value = line.text[label.value.min(line.text.len())..].trim();
            match label.kind {
                LabelKind::Programme => {
                    self.open();
                    self.headed = true;
                    self.note_day(i);
                    self.out.taken[i] = line.dates.is_empty();
                    return i + 1;
                }
                LabelKind::Leader if self.inside && !self.out.items.is_empty() => {
                    if !value.is_empty() {
                        self.leader(i, value);
                        self.out.taken[i] = true;
                        return i + 1;
                    }
                }
                LabelKind::Moderator if self.inside && label.marked && !value.is_empty() => {
                    for found in people_of(value, line.number) {
                        self.out.moderators.push(found.name);
                    }
                    self.out.taken[i] = true;
                    return i + 1;
                }
                LabelKind::Speakers
                    if self.inside
                        && label.marked
                        && !value.is_empty()
                        && !self.out.items.is_empty() =>
                {
                    self.speakers(value, line.number);
                    self.out.taken[i] = true;
                    return i + 1;
                }
                LabelKind::Other
                    if self.inside
                        && (kind_of_title(&line.low).is_some() || !label.marked)
                        && line.words() <= 3
                        && self.title_ahead(i) => {}
                LabelKind::Other if !label.marked || line.gap == 0 && self.inside => return i + 1,
                LabelKind::Themes | LabelKind::Series if self.inside && line.gap == 0 => {
                    return i + 1;
                }
                _ => {
                    self.close();
                    return i + 1;
                }
            }
        }
        if block.role == Role::Day && self.pending.is_none() {
            // A date with its hours under it is the event's own.
            let own = !self.inside && self.blocks.get(i + 1).is_some_and(|b| b.role == Role::Hours);
            let near = !own
                && (i + 1..(i + 4).min(self.lines.len())).any(|k| {
                    matches!(self.blocks[k].role, Role::Timed) && self.is_item(k)
                        || (self.headed && self.blocks[k].role == Role::Hours)
                });
            let spoken =
                self.lines.get(i + 1).is_some_and(|next| spoken_title(&next.text).is_some());
            if self.inside && (near || self.headed) || near && timed >= 2 || spoken {
                if !self.inside {
                    self.open();
                }
                self.headed |= spoken;
                self.note_day(i);
                self.last_item_line = None;
                self.out.taken[i] = true;
                return i + 1;
            }
            // A day alone outside a programme is the event's own.
            if !self.inside {
                return i + 1;
            }
        }
        if let Some((time, at)) = self.pending.take() {
            if matches!(block.role, Role::Hours | Role::Timed) {
                // Two times after each other: the first was no item's.
                self.out.taken[at] = false;
            } else {
                self.push_timed(i, time, line.text.clone(), at);
                self.out.taken[at] = true;
                self.out.taken[i] = true;
                return i + 1;
            }
        }
        if block.role == Role::Timed
            && (self.inside || timed >= 2 || self.bulleted_times(i))
            && blocks::item_text(&self.lines[i]).is_some()
        {
            let rest = blocks::item_text(&self.lines[i]).unwrap_or_default().to_owned();
            if !self.inside {
                self.open();
            }
            let time = line.times[0];
            self.push_timed(i, time, rest, i);
            self.out.taken[i] = true;
            return i + 1;
        }
        if block.role == Role::Hours
            && self.inside
            && (self.headed || self.last_item_line.is_some())
            && line.times.len() == 1
            && !line.text.contains('(')
        {
            self.pending = Some((line.times[0], i));
            return i + 1;
        }
        if !self.inside {
            return i + 1;
        }
        self.within(i)
    }

    fn bulleted_times(&self, i: usize) -> bool {
        self.lines[i].bulleted
    }

    fn open(&mut self) {
        self.inside = true;
        self.headed = false;
        self.free_bullets = false;
        self.timed = false;
        self.last_item_line = None;
        self.pending = None;
    }

    fn close(&mut self) {
        self.inside = false;
        self.headed = false;
        self.pending = None;
    }

    fn note_day(&mut self, i: usize) {
        let line = &self.lines[i];
        let note = if let Some(date) = line.dates.iter().find(|d| d.day.is_some()) {
            if date.until.is_some() {
                return;
            }
            Some(DayNote::Date(date.clone()))
        } else if let Some(tail) =
            line.low.strip_prefix("dag ").or_else(|| line.low.strip_prefix("day "))
        {
            let number = match tail.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
            {
                "ett" | "one" => 1,
                "två" | "two" => 2,
                "tre" | "three" => 3,
                digits => digits.parse::<usize>().unwrap_or(0),
            };
            (1..=31).contains(&number).then_some(DayNote::Number(number))
        } else {
            line.low
                .split(|c: char| !c.is_alphabetic())
                .find_map(|w| if w.len() >= 6 { crate::when::weekday_word(w) } else { None })
                .map(DayNote::Weekday)
        };
        if let Some(note) = note {
            self.day = Some((note.clone(), line.number));
            self.out.headings.push((note, line.number));
        }
    }

    fn item(&self, title: Option<Found<String>>, kind: ItemKind, line: u32, known: bool) -> Draft {
        let kind = if known { Found::certain(kind, line) } else { Found::doubtful(kind, line) };
        Draft {
            item: Item {
                date: None,
                start: None,
                end: None,
                title,
                kind,
                speakers: Vec::new(),
                choices: Vec::new(),
                questions: Vec::new(),
            },
            day: self.day.clone(),
        }
    }

    fn push_timed(&mut self, i: usize, time: TimeMention, text: String, time_line: usize) {
        let line = self.lines[i].number;
        let at = self.lines[time_line].number;
        self.timed = true;
        let (title, people) = title_and_people(&text);
        let mut draft = self.titled(title, line);
        draft.item.start = Some(Found::certain(time.from, at));
        draft.item.end = time.until.map(|until| Found::certain(until, at));
        draft.item.speakers = people.iter().map(|p| person(p, line)).collect();
        self.note_moderators(&people, line);
        self.described = !people.is_empty();
        self.out.items.push(draft);
        self.last_item_line = Some(i);
    }

    fn titled(&self, title: Option<String>, line: u32) -> Draft {
        let low = title.as_deref().map(fold).unwrap_or_default();
        let known = kind_of_title(&low);
        let kind = known.unwrap_or(ItemKind::Talk);
        self.item(title.map(|t| Found::certain(t, line)), kind, line, known.is_some())
    }

    fn note_moderators(&mut self, people: &[Named], line: u32) {
        for named in people {
            let says = |t: &Option<String>| {
                t.as_deref().is_some_and(|t| {
                    fold(t).starts_with("moderator")
                        || fold(t).starts_with("konferencier")
                        || fold(t).starts_with("programledare")
                })
            };
            if says(&named.title) || says(&named.lead) {
                let known = self.out.moderators.iter().any(|m| m.value == named.name);
                if !known {
                    self.out.moderators.push(Found::likely(named.name.clone(), line));
                }
            }
        }
    }

    /// A line within a programme that does not begin with a time.
    fn within(&mut self, i: usize) -> usize {
        let lines = self.lines;
        let line = &lines[i];
        let number = line.number;
        let text = line.text.clone();
        if let Some((marker, rest)) =
            choice_marker(&text, &line.low).or_else(|| self.bare_marker(i))
            && self.takes_choice(i, &marker)
        {
            self.choice(i, marker, rest);
            self.out.taken[i] = true;
            return i + 1;
        }
        // A signature or another part of the page ends the programme.
        const PARTING: [&str; 14] = [
            "med vänlig",
            "vänliga hälsningar",
            "hälsningar",
            "bästa hälsningar",
            "kind regards",
            "best regards",
            "välkommen att anmäla",
            "anmäl dig",
            "anmälan ",
            "arrangeras av",
            "arrangörer",
            "med reservation för",
            "varmt välkom",
            "vi reserverar oss",
        ];
        if PARTING.iter().any(|w| line.low.starts_with(w)) && line.gap > 0 {
            self.close();
            return i + 1;
        }
        if let Some(rest) = led_by(&text, &line.low)
            && people::list(rest, false).is_some_and(|(p, _)| p[0].sure)
        {
            let rest = rest.to_owned();
            self.leader(i, &rest);
            self.out.taken[i] = true;
            return i + 1;
        }
        if self.told_title(i) {
            return i + 1;
        }
        if line.bulleted {
            return self.bullet(i);
        }
        if let Some((title, people)) = spoken_title(&text)
            && self.day.as_ref().is_some_and(|(_, at)| *at < number)
        {
            let mut draft = self.titled(Some(title), number);
            draft.item.speakers = people.iter().map(|p| person(p, number)).collect();
            self.out.items.push(draft);
            self.out.taken[i] = true;
            self.last_item_line = Some(i);
            self.described = true;
            return i + 1;
        }
        let Some(open) = self.out.items.last() else {
            // Nothing yet: a title of an untimed programme, or an introduction.
            if self.headed && self.untimed_ahead(i) {
                self.push_untimed(i);
            }
            return i + 1;
        };
        let grouped = open.item.kind.value == ItemKind::GroupTalks;
        let has_choices = !open.item.choices.is_empty();
        // A question at a table.
        if grouped
            && !has_choices
            && text.ends_with('?')
            && line.words() <= 30
            && (line.gap == 0 || !open.item.questions.is_empty())
            && self.last_item_line.is_some()
            && !self.person_next(i)
        {
            self.question(text, number);
            self.out.taken[i] = true;
            return i + 1;
        }
        if let Some(joined) = super::parties::with_next(lines, i)
            && let Some((people, _)) = people::list(&joined, false)
        {
            self.attach(&people, number);
            self.out.taken[i] = true;
            self.out.taken[i + 1] = true;
            return i + 2;
        }
        // Who it is.
        if let Some((people, whole)) = person_line(&text) {
            let weak_alone = people.len() == 1 && !people[0].sure && people[0].title.is_none();
            if !weak_alone || line.gap == 0 && whole && !crate::words::looks_like_org(&text) {
                self.attach(&people, number);
                // "Fritidscheferna A och B. Dessutom C, handbollsspelare."
                if people[0].sure {
                    for (from, to) in crate::sentences::split(&text).into_iter().skip(1).take(3) {
                        self.attach(&people::anywhere(&text[from..to]), number);
                    }
                }
                self.out.taken[i] = true;
                return i + 1;
            }
        }
        // "Om oss" after the last item is another part of the page.
        let prose = self.blocks[i].role == Role::Prose;
        if (line.gap > 0 || self.described) && self.untimed_ahead(i) {
            self.push_untimed(i);
            return i + 1;
        }
        if prose {
            self.prose(i);
        }
        i + 1
    }

    /// "Vad får en morot kosta? Börje Nilsved, grönsaksodlare": a title and who speaks on one line,
    /// an item of its own. Where the programme has no times, a known kind of item is one too.
    fn told_title(&mut self, i: usize) -> bool {
        let line = &self.lines[i];
        if line.words() > 34 || !line.dates.is_empty() || !line.reach.is_empty() {
            return false;
        }
        let alone = self.headed && !self.timed && !line.bulleted;
        let (text, number) = (line.text.clone(), line.number);
        if let Some((cut, people)) = people::after_title(&text)
            && people[0].sure
            && (people[0].title.is_some() || people[0].affiliation.is_some() || alone)
            && !(people::begins(&text, false) && person_line(&text).is_some())
        {
            let head = text[..cut].trim_end();
            let shut = text[cut..].trim_start().starts_with([':', '–', '-', '|']);
            let asked = head.ends_with(['?', '!', ':', '”', '"', '–']) || shut;
            let ends = text.trim_end_matches('.').len();
            let from = text[cut..].find(&people[0].name).map(|at| cut + at);
            let whole = from.is_some_and(|from| {
                people::list(&text[from..], false).is_some_and(|(_, end)| from + end >= ends)
            });
            let title = title_and_people(&text).0;
            let worded = title.as_ref().is_some_and(|t| t.split(' ').count() >= 2);
            if (asked || alone) && whole && worded && text.starts_with(|c: char| !c.is_lowercase())
            {
                let mut draft = self.titled(title, number);
                draft.item.speakers = people.iter().map(|p| person(p, number)).collect();
                self.note_moderators(&people, number);
                self.out.items.push(draft);
                self.out.taken[i] = true;
                self.described = true;
                self.last_item_line = Some(i);
                return true;
            }
        }
        if alone
            && self.blocks[i].role == Role::Short
            && line.words() <= 6
            && line.times.is_empty()
            && line.gap == 0
            && (i == 0 || self.out.taken[i - 1])
            && kind_of_title(&line.low).is_some()
        {
            self.push_untimed(i);
            return true;
        }
        false
    }

    fn title_ahead(&self, i: usize) -> bool {
        self.untimed_ahead(i)
    }

    /// Is the next line one that begins with a person?
    fn person_next(&self, i: usize) -> bool {
        self.lines.get(i + 1).is_some_and(|next| {
            next.gap <= 1
                && self.blocks[i + 1].role != Role::Timed
                && person_line(&next.text).is_some_and(|(p, _)| p[0].sure)
        })
    }

    /// Is line `i` the title of an item of its own: short, and somebody follows?
    fn untimed_ahead(&self, i: usize) -> bool {
        let line = &self.lines[i];
        if line.words() > 22
            || line.text.ends_with(['.', ',', ':', ';'])
            || line.text.matches(['?', '!']).count() > 1
            || !line.dates.is_empty()
            || !line.reach.is_empty()
        {
            return false;
        }
        if !line.text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '”' | '“' | '»')
        }) || people::begins(&line.text, true) && person_line(&line.text).is_some()
        {
            return false;
        }
        for k in i + 1..(i + 4).min(self.lines.len()) {
            let next = &self.lines[k];
            if matches!(
                self.blocks[k].role,
                Role::Timed | Role::Hours | Role::Day | Role::Contact | Role::Column | Role::Noise
            ) || next.bulleted
            {
                return false;
            }
            if self.blocks[k].label.is_some_and(|l| l.kind != LabelKind::Other) {
                return self.blocks[k]
                    .label
                    .is_some_and(|l| l.kind == LabelKind::Speakers && l.marked);
            }
            if let Some((people, whole)) = person_line(&next.text)
                && (people[0].sure || people[0].title.is_some() && whole)
            {
                // One line of description may stand between.
                return true;
            }
            if self.blocks[k].role == Role::Short && next.gap > 0 {
                return false;
            }
        }
        false
    }

    fn push_untimed(&mut self, i: usize) {
        let line = &self.lines[i];
        let draft = self.titled(Some(tidy_title(&line.text)), line.number);
        self.out.items.push(draft);
        self.out.taken[i] = true;
        self.described = false;
        self.last_item_line = Some(i);
    }

    fn bullet(&mut self, i: usize) -> usize {
        let line = &self.lines[i];
        let (text, number) = (line.text.clone(), line.number);
        let timed_open = self.out.items.last().is_some_and(|d| d.item.start.is_some())
            && self.last_item_line.is_some();
        if !timed_open || self.free_bullets {
            if self.headed || self.free_bullets {
                // Bullets under "Program" are its items.
                let (title, people) = title_and_people(&text);
                // "Social innovation.  Kunskaper och exempel. Malin …": the rest describes it.
                let title = title.map(|t| {
                    let sentences = crate::sentences::split(&t);
                    match sentences.first() {
                        Some(&(from, to))
                            if sentences.len() > 1 && to > 12 && t[from..to].ends_with('.') =>
                        {
                            tidy_title(&t[from..to])
                        }
                        _ => t,
                    }
                });
                let draft = self.titled(title, number);
                self.out.items.push(draft);
                if let Some(last) = self.out.items.last_mut() {
                    last.item.speakers = people.iter().map(|p| person(p, number)).collect();
                }
                self.note_moderators(&people, number);
                self.free_bullets = true;
                self.described = !people.is_empty();
                self.last_item_line = Some(i);
                self.out.taken[i] = true;
            }
            return i + 1;
        }
        if let Some((people, _)) = person_line(&text)
            && people[0].sure
        {
            self.attach(&people, number);
            self.out.taken[i] = true;
            return i + 1;
        }
        let grouped =
            self.out.items.last().is_some_and(|d| d.item.kind.value == ItemKind::GroupTalks);
        if grouped || text.ends_with('?') {
            self.question(text, number);
            self.out.taken[i] = true;
        }
        i + 1
    }

    fn question(&mut self, text: String, line: u32) {
        if let Some(last) = self.out.items.last_mut() {
            last.item.questions.push(Found::certain(text, line));
            if last.item.kind.confidence == crate::model::Confidence::Doubtful {
                last.item.kind = Found::likely(ItemKind::GroupTalks, line);
            }
        }
    }

    /// "A Upphandla nära": a letter alone, where the one before or after it stands so too.
    fn bare_marker(&self, i: usize) -> Option<(String, usize)> {
        let of = |line: &Line| {
            let (letter, rest) = line.text.split_once(' ')?;
            let letter =
                letter.chars().next().filter(|c| letter.len() == 1 && c.is_ascii_uppercase())?;
            rest.starts_with(char::is_uppercase).then(|| letter.to_string())
        };
        let own = of(&self.lines[i])?;
        let open = self.out.items.last()?;
        if open.item.kind.value != ItemKind::GroupTalks {
            return None;
        }
        let before = open.item.choices.last().is_some_and(|c| follows(&c.number.value, &own));
        let after = (i + 1..(i + 8).min(self.lines.len()))
            .take_while(|&k| self.blocks[k].role != Role::Timed)
            .any(|k| of(&self.lines[k]).is_some_and(|next| follows(&own, &next)));
        (before || own == "A" && after).then_some((own, 2))
    }

    /// Can the marked line be a choice of the open item?
    fn takes_choice(&self, i: usize, marker: &str) -> bool {
        let Some(open) = self.out.items.last() else { return false };
        if self.last_item_line.is_none() {
            return false;
        }
        if let Some(last) = open.item.choices.last() {
            return follows(&last.number.value, marker);
        }
        if !(matches!(marker, "1" | "A" | "a" | "I") || marker.ends_with('A')) {
            return false;
        }
        // Another one must follow before the next time.
        open.item.kind.value == ItemKind::GroupTalks
            || (i + 1..(i + 25).min(self.lines.len()))
                .take_while(|&k| !matches!(self.blocks[k].role, Role::Timed | Role::Day))
                .any(|k| {
                    choice_marker(&self.lines[k].text, &self.lines[k].low)
                        .is_some_and(|(m, _)| follows(marker, &m))
                })
    }

    fn choice(&mut self, i: usize, marker: String, rest: usize) {
        let number = self.lines[i].number;
        let text = self.lines[i].text[rest..].trim().to_owned();
        let (title, people, leads) = choice_title(&text);
        let Some(last) = self.out.items.last_mut() else { return };
        let mut choice = Choice {
            number: Found::certain(marker, number),
            title: Found::certain(title, number),
            facilitators: Vec::new(),
            speakers: Vec::new(),
        };
        for named in &people {
            if leads {
                choice.facilitators.push(Found::certain(named.name.clone(), number));
            } else {
                choice.speakers.push(person(named, number));
            }
        }
        last.item.kind = Found::certain(ItemKind::GroupTalks, last.item.kind.line);
        last.item.choices.push(choice);
        self.described = true;
    }

    fn leader(&mut self, i: usize, value: &str) {
        let number = self.lines[i].number;
        let people = people_of(value, number);
        let Some(last) = self.out.items.last_mut() else { return };
        if let Some(choice) = last.item.choices.last_mut() {
            choice.facilitators.extend(people.into_iter().map(|p| p.name));
        } else if last.item.kind.value == ItemKind::GroupTalks
            || last.item.title.as_ref().is_some_and(|t| fold(&t.value).contains("panel"))
        {
            self.out.moderators.extend(people.into_iter().map(|p| p.name));
        } else {
            last.item.speakers.extend(people);
        }
    }

    fn speakers(&mut self, value: &str, number: u32) {
        if let Some((people, _)) = people::list(value, false) {
            self.attach(&people, number);
        }
    }

    fn attach(&mut self, people: &[Named], number: u32) {
        self.note_moderators(people, number);
        let Some(last) = self.out.items.last_mut() else { return };
        self.described = true;
        let target = match last.item.choices.last_mut() {
            Some(choice) => &mut choice.speakers,
            None => &mut last.item.speakers,
        };
        for named in people {
            match target.iter_mut().find(|p| p.name.value == named.name) {
                Some(known) => {
                    // Told twice: the fuller telling counts.
                    if known.title.is_none() {
                        known.title = named.title.clone().map(|t| Found::certain(t, number));
                    }
                    if known.affiliation.is_none() {
                        known.affiliation =
                            named.affiliation.clone().map(|a| Found::certain(a, number));
                    }
                }
                None => target.push(person(named, number)),
            }
        }
    }

    /// A paragraph of description: somebody may be named in it as the one who speaks.
    fn prose(&mut self, i: usize) {
        let Some(open) = self.out.items.last() else { return };
        if !open.item.speakers.is_empty()
            || !open.item.choices.is_empty()
            || self.person_next(i)
            || self.last_item_line.is_none()
        {
            self.described |= self.lines[i].gap > 0;
            return;
        }
        let line = &self.lines[i];
        for (from, to) in crate::sentences::split(&line.text).into_iter().take(3) {
            let sentence = &line.text[from..to];
            let low = &line.low[from..to];
            if !has_any(low, TELLING) {
                continue;
            }
            let people = people::anywhere(sentence);
            if !people.is_empty() {
                self.attach(&people, line.number);
                self.out.taken[i] = true;
                return;
            }
        }
        self.described = true;
    }
}

/// "FÖRMIDDAG", "Efter lunch": heads a part of the day.
fn is_half_day(low: &str) -> bool {
    matches!(
        low.trim_matches(|c: char| !c.is_alphanumeric()),
        "förmiddag"
            | "förmiddagen"
            | "förmiddagspass"
            | "förmiddagens pass"
            | "eftermiddag"
            | "eftermiddagen"
            | "eftermiddagspass"
            | "eftermiddagens pass"
            | "kväll"
            | "före lunch"
            | "efter lunch"
            | "morning"
            | "morning session"
            | "afternoon"
            | "afternoon session"
            | "evening"
    )
}

/// "Ledare Henrik Uhr", "Chair Ann Lee": the text after the word.
fn led_by<'a>(text: &'a str, low: &str) -> Option<&'a str> {
    const WORDS: [&str; 11] = [
        "ledare ",
        "samtalsledare ",
        "gruppledare ",
        "workshopledare ",
        "spårledare ",
        "bordsvärd ",
        "chair ",
        "facilitator ",
        "led by ",
        "leds av ",
        "chaired by ",
    ];
    WORDS.iter().find(|w| low.starts_with(**w)).map(|w| text[w.len()..].trim())
}

/// A list without a heading or a time, where its entries are plainly items: people who speak,
/// conversations, a closing.
pub(crate) fn unheaded(lines: &[Line], blocks: &[Block], out: &mut Programme) {
    let mut i = 0;
    while i < lines.len() {
        let mut end = i;
        while end < lines.len()
            && lines[end].bulleted
            && (end == i || lines[end].gap == 0)
            && blocks[end].label.is_none()
        {
            end += 1;
        }
        let telling = (i..end)
            .filter(|&k| {
                kind_of_title(&lines[k].low).is_some()
                    || !people::anywhere(&lines[k].text).is_empty()
            })
            .count();
        if end - i >= 3 && end - i <= 30 && telling * 3 >= (end - i) * 2 {
            for (k, line) in lines.iter().enumerate().take(end).skip(i) {
                let (title, mut people) = title_and_people(&line.text);
                if people.is_empty() {
                    people = people::anywhere(&line.text);
                }
                let known = kind_of_title(&line.low);
                let kind = Found::likely(known.unwrap_or(ItemKind::Talk), line.number);
                let item = Item {
                    date: None,
                    start: None,
                    end: None,
                    title: title.map(|t| Found::likely(t, line.number)),
                    kind,
                    speakers: people.iter().map(|p| person(p, line.number)).collect(),
                    choices: Vec::new(),
                    questions: Vec::new(),
                };
                out.items.push(Draft { item, day: None });
                out.taken[k] = true;
            }
            return;
        }
        i = end.max(i + 1);
    }
}

/// Verbs of one who speaks.
pub(crate) const TELLING: &[&str] = &[
    "berättar",
    "talar",
    "pratar",
    "presenterar",
    "inleder",
    "introducerar",
    "föreläser",
    "modererar",
    "medverkar",
    "delar med sig",
    "samtalar",
    "visar",
    "hälsar",
    "spaning av",
    "leds av",
    "ger en",
    "tells",
    "talks",
    "presents",
    "shares",
    "opens",
    "explains",
    "introduces",
    "speaks",
    "reflekterar",
    "möt ",
    "gästas av",
    "gäst är ",
    "intervjuas",
    "gäster",
    "guests are",
    "speakers are",
    "joined by",
    "diskuterar",
    "beskriver",
    "redogör",
    "håller i",
];

/// A title and the people after it in one text. The title is `None` where there are only people.
pub(crate) fn title_and_people(text: &str) -> (Option<String>, Vec<Named>) {
    let mut cells = text.split('\t').map(str::trim).filter(|c| !c.is_empty());
    let first = cells.next().unwrap_or_default();
    let rest: Vec<&str> = cells.collect();
    let (mut title, mut people) = split_title(first);
    for cell in rest {
        // A column of people, or of rooms.
        if people.is_empty()
            && let Some((found, _)) = people::list(cell, false)
            && (found[0].sure || found[0].title.is_some())
        {
            people = found;
        }
    }
    if let Some(t) = &title
        && t.chars().count() > 100
        && people.is_empty()
    {
        // A title with its description on the same line.
        let sentences = crate::sentences::split(t);
        if sentences.len() > 1 {
            title = Some(tidy_title(&t[sentences[0].0..sentences[0].1]));
        }
    }
    (title, people)
}

fn split_title(text: &str) -> (Option<String>, Vec<Named>) {
    if people::begins(text, true)
        && let Some((found, end)) = people::list(text, true)
    {
        let rest = text[end.min(text.len())..].trim_start();
        let sign = text[..end.min(text.len())].ends_with(':')
            || rest.starts_with([':', '–', '-', '”', '"', '“', '|']);
        let tail = rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '-' | '|'));
        if sign && tail.chars().any(char::is_alphabetic) {
            return (Some(tidy_title(tail)), found);
        }
        if tail.chars().any(char::is_alphabetic) {
            return (Some(tidy_title(text)), found);
        }
        return (None, found);
    }
    if let Some((cut, mut found)) = people::after_title(text) {
        let mut title = text[..cut].trim();
        // "Skatepark – information från Emil …"
        for dash in [" – ", " - "] {
            if let Some(at) = title.rfind(dash)
                && title[at + dash.len()..].split_whitespace().count() <= 2
                && has_any(
                    &fold(&title[at..]),
                    &[
                        "information",
                        "rapport",
                        "föredrag",
                        "inspel",
                        "presentation",
                        "inledning",
                        "talk",
                        "introduktion",
                        "värd",
                    ],
                )
            {
                title = title[..at].trim();
            }
        }
        let low = fold(title);
        if let Some(stripped) = [
            "medverkande:",
            "medverkande",
            "talare:",
            "speakers:",
            "speaker:",
            "speakers",
            "speaker",
            "föreläsare:",
            "gäst:",
            "moderator",
            ", moderator",
            "inledare",
            "talare",
            "föreläsare",
            "värd",
        ]
        .iter()
        .find_map(|w| low.strip_suffix(w))
        {
            let is_moderator = low.ends_with("moderator");
            title = title[..stripped.len()].trim();
            if is_moderator {
                for named in &mut found {
                    named.lead.get_or_insert_with(|| "moderator".to_owned());
                }
            }
        }
        let tidy = tidy_title(title);
        return ((!tidy.is_empty()).then_some(tidy), found);
    }
    let tidy = tidy_title(text);
    ((!tidy.is_empty()).then_some(tidy), Vec::new())
}

/// A choice's title, its people, and whether they lead it.
fn choice_title(text: &str) -> (String, Vec<Named>, bool) {
    let first = text.split('\t').next().unwrap_or(text);
    if let Some((cut, people)) = people::after_title(first) {
        let low = fold(first);
        // Only the words right before the name say what the person does.
        let named = first.find(&people[0].name).unwrap_or(first.len());
        let from = low[..named]
            .char_indices()
            .rev()
            .filter(|&(_, c)| c == ' ')
            .nth(2)
            .map_or(0, |(at, _)| at);
        let sign =
            low[..named].trim_end_matches([' ', '(']).rfind(['–', '-', '?', '!', '.', ',', '(']);
        let from = sign.filter(|&s| s < named).map_or(from, |s| from.max(s));
        let leads = has_any(
            &low[from..named],
            &[
                "samtalsledare",
                "led by",
                "leds av",
                "ledd av",
                "led av",
                "ledare",
                "facilitat",
                "chair",
                "värd",
            ],
        );
        let mut title =
            first[..cut].trim().trim_end_matches(['-', '–', '—', ',', ':', '.', '(']).trim();
        for word in [
            "Samtalsledare",
            "samtalsledare",
            "led by",
            "leds av",
            "ledd av",
            "led av",
            "Ledare",
            "ledare",
            "facilitated by",
            "facilitator",
            "Facilitator",
            "Chair",
            "chaired by",
            "Leds av",
        ] {
            title = title
                .strip_suffix(word)
                .unwrap_or(title)
                .trim_end_matches([' ', '-', '–', '—', ',', ':', '.', '(']);
        }
        let title = tidy_title(title);
        if !title.is_empty() {
            return (title, people, leads);
        }
    }
    (tidy_title(first), Vec::new(), false)
}

/// Without quotation marks around, room in brackets, and closing signs.
pub(crate) fn tidy_title(text: &str) -> String {
    let mut title = text.trim();
    loop {
        let before = title;
        title = title
            .trim_matches(|c: char| {
                matches!(
                    c,
                    ' ' | '"'
                        | '”'
                        | '“'
                        | '»'
                        | '«'
                        | ','
                        | ';'
                        | '|'
                        | '•'
                        | '–'
                        | '-'
                        | '\t'
                        | '—'
                )
            })
            .trim();
        if title.ends_with('.') && !title.ends_with("..") {
            title = title.trim_end_matches('.');
        }
        if title.ends_with(':') {
            title = title.trim_end_matches(':');
        }
        if title.ends_with(')')
            && let Some(open) = title.rfind('(')
            && is_room(&fold(&title[open + 1..title.len() - 1]))
        {
            title = title[..open].trim();
        }
        for separator in [", ", " – ", " - "] {
            if let Some(at) = title.rfind(separator)
                && at > 0
                && is_room(&fold(&title[at + separator.len()..]))
                && title[at + separator.len()..].split_whitespace().count() <= 3
                && title[at + separator.len()..].split_whitespace().count() >= 2
            {
                title = title[..at].trim();
            }
        }
        if title == before {
            break;
        }
    }
    // A bracket that lost its other half.
    let title = if title.matches('(').count() > title.matches(')').count() {
        title.trim_end_matches('(')
    } else {
        title
    };
    title.trim().to_owned()
}

fn is_room(low: &str) -> bool {
    let first = low.split_whitespace().next().unwrap_or_default();
    matches!(
        first,
        "sal"
            | "rum"
            | "lokal"
            | "room"
            | "hall"
            | "aula"
            | "hörsal"
            | "grupprum"
            | "plan"
            | "våning"
            | "stora"
            | "lilla"
            | "scen"
            | "auditorium"
    ) && low.split_whitespace().count() <= 4
        || (low.split_whitespace().count() <= 2
            && (low.ends_with("salen")
                || low.ends_with("rummet")
                || low.ends_with("aulan")
                || low.ends_with("foajén")
                || low.ends_with("matsalen")
                || low.ends_with("hallen")
                || low.ends_with("scenen")))
}

/// "1. ", "1) ", "A. ", "a) ", "Spår A: ", "Grupp 1 – ", "Track 2: ": the marker and where the title begins.
pub(crate) fn choice_marker(text: &str, low: &str) -> Option<(String, usize)> {
    let mut at = 0;
    const WORDS: [&str; 17] = [
        "spår ",
        "grupp ",
        "seminarium ",
        "session ",
        "track ",
        "workshop ",
        "group ",
        "samtal ",
        "alternativ ",
        "pass ",
        "tema ",
        "rum ",
        "room ",
        "bord ",
        "table ",
        "breakout ",
        "stream ",
    ];
    let mut worded = false;
    for word in WORDS {
        if low.starts_with(word) {
            at = word.len();
            worded = true;
            break;
        }
    }
    let rest = &text[at..];
    let mut chars = rest.char_indices();
    let (_, first) = chars.next()?;
    let mut end = at + first.len_utf8();
    let marker = if first.is_ascii_digit() {
        while text[end..].starts_with(|c: char| c.is_ascii_digit()) {
            end += 1;
        }
        if end - at > 2 {
            return None;
        }
        // "1A", "2B"
        let letter = text[end..].chars().next().filter(char::is_ascii_uppercase);
        if letter.is_some() && !text[end + 1..].starts_with(|c: char| c.is_alphanumeric()) {
            end += 1;
            worded |= text[end..].starts_with([' ', '\t']);
        }
        text[at..end].to_owned()
    } else if first.is_ascii_alphabetic()
        && (worded || first.is_ascii_uppercase() || text[end..].starts_with(')'))
    {
        if text[end..].starts_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        first.to_ascii_uppercase().to_string()
    } else {
        return None;
    };
    let sign = text[end..].chars().next()?;
    let good = matches!(sign, '.' | ')' | ':') || worded && matches!(sign, ' ' | '-' | '–' | ',');
    if !good {
        return None;
    }
    let after = &text[end + sign.len_utf8()..];
    if !worded && !after.starts_with([' ', '\t']) {
        return None;
    }
    let trimmed =
        after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ':' | '.'));
    if !trimmed.chars().any(char::is_alphabetic) {
        return None;
    }
    Some((marker, text.len() - trimmed.len()))
}

/// Is `next` the marker after `last`?
fn follows(last: &str, next: &str) -> bool {
    // "1A" and "1B"
    let split = |m: &str| {
        let digits = m.len() - m.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (digits > 0 && digits < m.len()).then_some(digits)
    };
    if let (Some(a), Some(b)) = (split(last), split(next)) {
        return last[..a] == next[..b] && follows(&last[a..], &next[b..]);
    }
    match (last.parse::<u32>(), next.parse::<u32>()) {
        (Ok(a), Ok(b)) => b == a + 1,
        (Err(_), Err(_)) => {
            let (a, b) = (last.bytes().next().unwrap_or(0), next.bytes().next().unwrap_or(0));
            b.eq_ignore_ascii_case(&(a + 1))
        }
        _ => false,
    }
}

/// "Amira Chaudhry, Aalborg: "Mothers and the night shift"": a title, and before it who speaks.
fn spoken_title(text: &str) -> Option<(String, Vec<Named>)> {
    let (head, tail) = text.split_once(": ")?;
    let quoted = tail.trim_start().starts_with(['"', '”', '“', '»']);
    if text.split_whitespace().count() > 26 || crate::sentences::split(tail).len() > 1 {
        return None;
    }
    let (people, end) = people::list(head, false)?;
    let whole = head[end.min(head.len())..].trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let known = people[0].sure || quoted && people[0].affiliation.is_some();
    let title = tidy_title(tail);
    (whole && known && title.split(' ').count() >= 2).then_some((title, people))
}

/// A line that tells who somebody is: the people, and whether that is all it says.
pub(crate) fn person_line(text: &str) -> Option<(Vec<Named>, bool)> {
    let text = text.trim_start_matches(['(', '–', '-', '—', ' ']);
    let low = fold(text);
    let mut from = 0;
    let mut lead = None;
    for prefix in [
        "dagens ",
        "kvällens ",
        "konferensens ",
        "mötets ",
        "introduktion av ",
        "inledning av ",
        "presentation av ",
        "spaning av ",
        "föreläsning av ",
        "föredrag av ",
        "med ",
        "av ",
        "by ",
        "with ",
        "talare: ",
        "föreläsare: ",
        "speaker: ",
        "speakers: ",
        "medverkar gör ",
        "samtal med ",
        "samtal mellan ",
    ] {
        if low.starts_with(prefix) {
            from = prefix.len();
            break;
        }
    }
    if from == 0
        && let Some(rest) =
            low.strip_prefix("moderator ").or_else(|| low.strip_prefix("moderator: "))
    {
        from = low.len() - rest.len();
        lead = Some("moderator".to_owned());
    }
    // "Processledare är Gry Solbakken"
    let mut opening = low.split(' ');
    if from == 0
        && let (Some(role), Some(is)) = (opening.next(), opening.next())
        && matches!(is, "är" | "is" | "blir")
        && crate::words::is_title_word(role)
    {
        from = role.len() + is.len() + 2;
        lead = Some(text[..role.len()].to_owned());
    }
    if from >= text.len() {
        return None;
    }
    let (mut people, end) = people::list(&text[from..], false)?;
    if let Some(lead) = lead {
        people[0].lead = Some(lead);
    }
    let mut stop = from + end;
    // "… tillsammans med Malin Ek och samtalsledarna"
    if let Some(at) = low[stop.min(low.len())..].find("tillsammans med ")
        && at < 3
    {
        let rest = stop + at + "tillsammans med ".len();
        if let Some((more, end)) = people::list(&text[rest..], false) {
            people.extend(more);
            stop = rest + end;
        }
    }
    let first = &people[0];
    let told = first.title.is_some() || first.affiliation.is_some();
    let tail = text[stop.min(text.len())..].trim_matches(|c: char| !c.is_alphanumeric());
    let whole = tail.is_empty();
    let telling = tail.split(' ').next().is_some_and(|w| {
        has_any(
            &fold(w),
            &[
                "berättar",
                "talar",
                "pratar",
                "presenterar",
                "inleder",
                "introducerar",
                "hälsar",
                "visar",
                "modererar",
                "leder",
                "föreläser",
                "delar",
                "reflekterar",
                "samtalar",
                "ger",
                "öppnar",
                "driver",
                "diskuterar",
                "medverkar",
                "tells",
                "talks",
                "presents",
                "shares",
                "opens",
                "welcomes",
                "introduces",
                "beskriver",
                "tillsammans",
                "om",
                "on",
                "svarar",
                "sammanfattar",
                "avslutar",
                "redogör",
                "guidar",
                "håller",
                "och",
            ],
        )
    });
    if !first.sure
        && !(told && whole)
        && !(first.title.is_some() && telling)
        && !(whole && people.len() > 1 && people.iter().any(|p| p.sure))
    {
        return (whole
            && people.len() == 1
            && !crate::words::looks_like_org(text)
            && text.split_whitespace().count() <= 3)
            .then_some((people, whole));
    }
    (whole || telling || told && first.sure).then_some((people, whole))
}

pub(crate) fn people_of(value: &str, line: u32) -> Vec<Person> {
    let low = fold(value);
    let value = low.strip_prefix("är ").map_or(value, |rest| &value[value.len() - rest.len()..]);
    people::list(value, false)
        .map(|(people, _)| people.iter().map(|p| person(p, line)).collect())
        .unwrap_or_default()
}

pub(crate) fn person(named: &Named, line: u32) -> Person {
    let title = named.title.clone().or_else(|| named.lead.clone());
    let wrap = |text: String| {
        if named.sure { Found::certain(text, line) } else { Found::likely(text, line) }
    };
    Person {
        name: wrap(named.name.clone()),
        title: title.map(wrap),
        affiliation: named.affiliation.clone().map(wrap),
    }
}
