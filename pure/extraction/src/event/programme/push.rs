//! What a line adds to the programme: an item, a choice, people.

use crate::blocks::Role;
use crate::event::programme::Draft;
use crate::event::programme::Reader;
use crate::event::programme::apart::told_on_one_line;
use crate::event::programme::choices::choice_marker;
use crate::event::programme::choices::choice_told;
use crate::event::programme::choices::follows;
use crate::event::programme::choices::is_first;
use crate::event::programme::persons::people_of;
use crate::event::programme::persons::person;
use crate::event::programme::persons::person_line;
use crate::event::programme::titles::title_and_people;
use crate::event::programme::within::is_room;
use crate::lines::Line;
use crate::lines::fold;
use crate::model::Choice;
use crate::model::Found;
use crate::model::Item;
use crate::model::ItemKind;
use crate::people;
use crate::people::Named;
use crate::when::TimeMention;
use crate::words::ends_with;
use crate::words::is_part;
use crate::words::kind_of_title;

impl Reader<'_> {
    pub(super) fn item(
        &self,
        title: Option<Found<String>>,
        kind: ItemKind,
        line: u32,
        known: bool,
    ) -> Draft {
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

    pub(super) fn push_timed(
        &mut self,
        i: usize,
        time: TimeMention,
        text: String,
        time_line: usize,
    ) {
        let line = self.lines[i].number;
        let at = self.lines[time_line].number;
        self.timed = true;
        let inline = told_on_one_line(&text);
        let head = match &inline {
            Some((at, _)) => text[..*at].trim_end_matches([' ', '.', ':', '–', '-', '(']),
            // "Table talk. Every table answers the same questions:"
            None if text.ends_with(':') => text.split(". ").next().unwrap_or(&text),
            None => &text,
        };
        let (title, people) = title_and_people(head);
        let mut draft = self.titled(title, line);
        draft.item.start = Some(Found::certain(time.from, at));
        draft.item.end = time.until.map(|until| Found::certain(until, at));
        draft.item.speakers = people.iter().map(|p| person(p, line)).collect();
        self.note_moderators(&people, line);
        self.described = !people.is_empty();
        self.out.items.push(draft);
        self.last_item_line = Some(i);
        for (marker, choice) in inline.into_iter().flat_map(|(_, choices)| choices) {
            self.choose(marker, choice, line, false);
        }
    }

    pub(super) fn titled(&self, title: Option<String>, line: u32) -> Draft {
        let low = title.as_deref().map(fold).unwrap_or_default();
        let known = kind_of_title(&low);
        let kind = known.unwrap_or(ItemKind::Talk);
        self.item(title.map(|t| Found::certain(t, line)), kind, line, known.is_some())
    }

    pub(super) fn note_moderators(&mut self, people: &[Named], line: u32) {
        for named in people {
            let says = |t: &Option<String>| {
                t.as_deref().is_some_and(|t| {
                    fold(t).starts_with("moderator")
                        || fold(t).ends_with(" moderator")
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

    /// "A Upphandla nära": a letter alone, where the one before or after it stands so too.
    pub(super) fn bare_marker(&self, i: usize) -> Option<(String, usize)> {
        let of = |line: &Line| {
            let (letter, rest) = line.text.split_once(['\t', ' '])?;
            let letter = letter
                .chars()
                .next()
                .filter(|c| letter.len() == 1 && (c.is_ascii_uppercase() || c.is_ascii_digit()))?;
            // "A | Sal Ljungan | Butiken som blev bank"
            // "A · Nycklar", "A – Nycklar"
            let title = ["| ", "· ", "• ", "– ", "- "]
                .iter()
                .find_map(|sign| rest.strip_prefix(sign))
                .unwrap_or(rest);
            let title = title
                .split_once(" | ")
                .filter(|(room, _)| is_room(&fold(room)))
                .map_or(title, |(_, title)| title);
            let from = line.text.len() - title.len();
            title.starts_with(char::is_uppercase).then(|| (letter.to_string(), from))
        };
        let (own, from) = of(&self.lines[i])?;
        let open = self.out.items.last()?;
        if open.item.kind.value != ItemKind::GroupTalks {
            return None;
        }
        let before = open.item.choices.last().is_some_and(|c| follows(&c.number.value, &own));
        let after = (i + 1..(i + 8).min(self.lines.len()))
            .take_while(|&k| self.blocks[k].role != Role::Timed)
            .any(|k| of(&self.lines[k]).is_some_and(|(next, _)| follows(&own, &next)));
        let first = matches!(own.as_str(), "A" | "1") || self.goes_on(&own);
        (before || first && after).then_some((own, from))
    }

    /// The second round's letters may go on where the first round's ended.
    fn goes_on(&self, marker: &str) -> bool {
        let before = self.out.items.iter().rev().skip(1).take(12);
        let last = before.filter_map(|d| d.item.choices.last()).next();
        last.is_some_and(|last| follows(&last.number.value, marker))
    }

    /// Can the marked line be a choice of the open item?
    pub(super) fn takes_choice(&self, i: usize, marker: &str) -> bool {
        let Some(open) = self.out.items.last() else { return false };
        if self.last_item_line.is_none() {
            return false;
        }
        if let Some(last) = open.item.choices.last() {
            return follows(&last.number.value, marker);
        }
        if !(is_first(marker) || self.goes_on(marker)) {
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

    /// A choice that begins at line `i`. The next line to read.
    pub(super) fn choice(&mut self, i: usize, marker: String, rest: usize) -> usize {
        let number = self.lines[i].number;
        self.out.taken[i] = true;
        let led = self.leaders_are_named(i);
        // "Bord 1: Ung i bygden. Bord 2: Ny i bygden."
        if let Some((0, choices)) = told_on_one_line(&self.lines[i].text) {
            for (marker, text) in choices {
                self.choose(marker, text, number, led);
            }
            return i + 1;
        }
        // "Session A – Room 12", and what it is about under it.
        let told = self.lines[i].text[rest..].trim();
        let inner = told.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
        if (is_room(&self.lines[i].low[rest..])
            || inner.is_some_and(|t| !t.contains('('))
            || told.is_empty())
            && let Some(below) = self.lines.get(i + 1)
            && below.gap == 0
            && below.words() <= 20
            && self.blocks[i + 1].label.is_none()
            && person_line(&below.text).is_none()
            && choice_marker(&below.text, &below.low).is_none()
        {
            let text = below.text.clone();
            self.choose(marker, &text, below.number, led);
            self.out.taken[i + 1] = true;
            return i + 2;
        }
        let text = self.lines[i].text[rest..].trim().to_owned();
        self.choose(marker, &text, number, led);
        i + 1
    }

    /// A choice of the open item, from its own text. Whoever is named leads it where the page says so.
    fn choose(&mut self, marker: String, text: &str, number: u32, led: bool) {
        let mut told = choice_told(text);
        if led && told.leaders.is_empty() {
            told.leaders = std::mem::take(&mut told.speakers);
        }
        let Some(last) = self.out.items.last_mut() else { return };
        let choice = Choice {
            number: Found::certain(marker, number),
            title: Found::certain(told.title, number),
            facilitators: told
                .leaders
                .into_iter()
                .map(|named| Found::certain(named.name, number))
                .collect(),
            speakers: told.speakers.iter().map(|named| person(named, number)).collect(),
        };
        last.item.kind = Found::certain(ItemKind::GroupTalks, last.item.kind.line);
        last.item.choices.push(choice);
        self.described = true;
    }

    /// "Nr | Ämne | Samtalsledare | Rum" over the choices, in columns.
    pub(super) fn heads_columns(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let cells = || line.low.split('\t').map(str::trim);
        line.text.contains('\t')
            && cells().count() >= 3
            && cells().all(|cell| cell.split(' ').count() <= 2)
            && cells().any(is_leader_word)
    }

    /// "Pass 1, 11.00–12.15" between items with their hours first: one with its hours last.
    pub(super) fn hours_last(&mut self, i: usize) -> Option<usize> {
        let line = &self.lines[i];
        let [time] = line.times.as_slice() else { return None };
        if !self.timed || time.until.is_none() || line.words() > 7 {
            return None;
        }
        let end = line.text.trim_end_matches([')', '.', ' ']).len();
        let head = line.text[..time.start].trim_end();
        let head =
            ["kl.", "kl", "klockan"].iter().find_map(|w| head.strip_suffix(w)).unwrap_or(head);
        let head = head.trim_end_matches([',', ' ', '(', ':', '–', '-', '|', '\t']);
        let part = head.split(' ').next().is_some_and(|w| is_part(&fold(w)));
        let known = part || kind_of_title(&fold(head)).is_some();
        if time.end < end || !known || head.is_empty() {
            return None;
        }
        let (time, title) = (*time, head.to_owned());
        self.push_timed(i, time, title, i);
        self.out.taken[i] = true;
        Some(i + 1)
    }

    /// "(workshopledare och rum inom parentes)" between an item and its choices: those named are leaders.
    fn leaders_are_named(&self, i: usize) -> bool {
        let own = self.last_item_line.unwrap_or(i);
        if (own..i).rev().take(60).any(|k| self.heads_columns(k)) {
            return true;
        }
        self.lines[i.saturating_sub(60)..i].iter().any(|line| {
            line.words() <= 14
                && line.has_any(&["ledare", "leader", "facilitator", "samtalsvärd"])
                && line.has_any(&["inom parentes", "i parentes", "in brackets", "in parenthes"])
        })
    }

    pub(super) fn leader(&mut self, i: usize, value: &str) {
        let number = self.lines[i].number;
        // "Convener: Jorunn Lie. With Adam Ek, harbour master"
        let with = [
            ". With ",
            ". Med ",
            ". Medverkande: ",
            ". Talare: ",
            ". Speakers: ",
            "; with ",
            "; med ",
        ]
        .iter()
        .find_map(|sign| value.split_once(sign));
        let (value, others) = with.map_or((value, None), |(head, tail)| (head, Some(tail)));
        let people = people_of(value, number);
        if let Some(others) = others {
            self.speakers(others, number);
        }
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

    pub(super) fn speakers(&mut self, value: &str, number: u32) {
        if let Some((people, _)) = people::list(value, false) {
            self.attach(&people, number);
        }
    }

    pub(super) fn attach(&mut self, people: &[Named], number: u32) {
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
}

/// "Samtalsledare", "Chair": the head of a column of those who lead.
fn is_leader_word(cell: &str) -> bool {
    ends_with(cell, &["ledare", "värd", "moderator", "facilitator", "leader", "chair", "host"])
}
