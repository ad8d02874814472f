//! Lines in order: what opens and closes a programme, its days and its timed items.

use crate::blocks;
use crate::blocks::Role;
use crate::event::programme::DayNote;
use crate::event::programme::Reader;
use crate::event::programme::persons::people_of;
use crate::event::programme::titles::spoken_title;
use crate::lines::Line;
use crate::words::LabelKind;
use crate::words::kind_of_title;
use crate::words::label_kind;

impl Reader<'_> {
    pub(super) fn is_item(&self, i: usize) -> bool {
        self.blocks[i].role == Role::Timed && blocks::item_text(&self.lines[i]).is_some()
    }

    /// Reads line `i`; the next line to read.
    pub(super) fn line(&mut self, i: usize, timed: usize) -> usize {
        let (line, block) = (&self.lines[i], &self.blocks[i]);
        if let Some(session) = self.sessions[i] {
            return self.session(i, session);
        }
        if let Some(next) = self.asks(i) {
            return next;
        }
        if self.leads_all(i) {
            return i + 1;
        }
        if let Some(next) = self.leads_choice(i) {
            return next;
        }
        if self.inside && block.role != Role::Timed && signs_off(line) {
            self.close();
            return i + 1;
        }
        if let Some(next) = self.groups_apart(i) {
            return next;
        }
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
                let has_time = (i..self.lines.len().min(i + 20))
                    .take_while(|&k| self.blocks[k].role == Role::Column)
                    .any(|k| {
                        self.blocks[k]
                            .label
                            .is_none_or(|l| matches!(l.kind, LabelKind::Time | LabelKind::Column))
                    });
                // "Datum | Tid | Plats" heads the event's own facts.
                let kinds: Vec<_> =
                    line.low.split(['\t', '|']).map(|cell| label_kind(cell.trim())).collect();
                let facts = kinds.contains(&Some(LabelKind::Date))
                    && kinds.len() > 1
                    && !kinds.iter().flatten().any(|k| {
                        matches!(k, LabelKind::Column | LabelKind::Programme | LabelKind::Speakers)
                    });
                if has_time && !facts {
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
                // "Program: Anna Ek, 070-…" is who to ask about it.
                LabelKind::Programme
                    if line.reach.iter().all(|r| r.kind == crate::reach::ReachKind::Url) =>
                {
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
                // "Lokal: Spegelsalen" under a choice or an item: where in the house.
                LabelKind::Place | LabelKind::Column
                    if self.inside
                        && line.gap == 0
                        && !value.is_empty()
                        && self.last_item_line.is_some()
                        && is_room_label(&line.low) =>
                {
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
                && (i + 1..(i + 4).min(self.lines.len()))
                    .take_while(|&k| {
                        // What another day or the programme's own heading stands over is not its.
                        self.blocks[k].role != Role::Day
                            && self.blocks[k].label.is_none_or(|l| l.kind != LabelKind::Programme)
                    })
                    .any(|k| {
                        matches!(self.blocks[k].role, Role::Timed) && self.is_item(k)
                            || (self.headed && self.blocks[k].role == Role::Hours)
                    });
            let spoken =
                self.lines.get(i + 1).is_some_and(|next| spoken_title(&next.text).is_some())
                    || self.numbered_day(i);
            // "SÖNDAG", where "LÖRDAG" has been one.
            let again = self.day.is_some() && line.words() == 1;
            if self.inside && (near || self.headed || again) || near && timed >= 2 || spoken {
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
        if self.pending.is_none() && self.heads_a_day(i, timed) {
            if !self.inside {
                self.open();
            }
            self.note_day(i);
            self.last_item_line = None;
            // Its date and hours are the event's as well.
            self.out.taken[i] = line.dates.is_empty() && line.times.is_empty();
            return i + 1;
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
        if block.role == Role::Hours && !self.inside && self.stands_over_titles(i) {
            self.open();
            self.headed = true;
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

    /// "08.30" over "Kaffe", "09.00" over "Välkommen" and so on, with no heading over them: hours on
    /// lines of their own, each later than the one before and with a title under it.
    fn stands_over_titles(&self, i: usize) -> bool {
        let (mut count, mut known, mut last) = (0, 0, None);
        let mut at = i;
        for k in i..self.lines.len().min(i + 40) {
            let (line, block) = (&self.lines[k], &self.blocks[k]);
            if block.label.is_some() || matches!(block.role, Role::Noise | Role::Contact) {
                break;
            }
            if block.role != Role::Hours {
                if k > at + 9 {
                    break;
                }
                continue;
            }
            let [time] = line.times.as_slice() else { break };
            let Some(title) = self.lines.get(k + 1) else { break };
            let below = matches!(self.blocks[k + 1].role, Role::Short | Role::Prose)
                && self.blocks[k + 1].label.is_none()
                && title.times.is_empty()
                && title.dates.is_empty()
                && title.words() <= 16;
            if !below || !line.dates.is_empty() || last.is_some_and(|t| t >= time.from) {
                break;
            }
            (count, known) = (count + 1, known + usize::from(kind_of_title(&title.low).is_some()));
            (last, at) = (Some(time.from), k);
            if known >= 2 && count >= 3 {
                return true;
            }
        }
        count >= 4 && known >= 1
    }

    /// "Onsdag 14 oktober – Folkets hus", "Torsdag 15/10 kl. 9–15", "Program dag 2", "Andra dagen", right
    /// over items with hours: more than the day alone, and yet its heading.
    fn heads_a_day(&self, i: usize, timed: usize) -> bool {
        let line = &self.lines[i];
        let block = &self.blocks[i];
        // "8 October", "Programme", "9.00 Opening": another heading stands between.
        let item = |k: usize| k < self.lines.len() && self.is_item(k);
        let plain = self.blocks.get(i + 1).is_some_and(|b| b.role == Role::Short);
        let under = item(i + 1) || plain && item(i + 2);
        if line.words() > 12
            || line.bulleted
            || line.text.ends_with('.')
            || !matches!(block.role, Role::Short | Role::Day | Role::Prose | Role::Label)
            || block.label.is_some_and(|l| l.kind != LabelKind::Programme)
            || !(self.inside || timed >= 2)
            || !under
            || self.lines.get(i + 1).is_some_and(|next| next.gap > 2)
        {
            return false;
        }
        let dated = line.dates.first().is_some_and(|d| {
            let before = line.low[..d.start].trim_matches(|c: char| !c.is_alphanumeric());
            d.day.is_some()
                && d.until.is_none()
                && (before.is_empty() || day_number(&line.low).is_some())
        });
        (dated && line.dates.len() == 1) || line.dates.is_empty() && day_number(&line.low).is_some()
    }

    /// "Dag 1, torsdag 14/1", and right under it a title and who speaks: a programme without hours.
    fn numbered_day(&self, i: usize) -> bool {
        let low = &self.lines[i].low;
        ["dag ", "day ", "del ", "pass ", "träff ", "tillfälle ", "session ", "part "].iter().any(
            |w| low.strip_prefix(w).is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit())),
        ) && self.lines.get(i + 1).is_some_and(|next| next.gap == 0)
            && self.untimed_ahead(i + 1)
    }

    pub(super) fn bulleted_times(&self, i: usize) -> bool {
        self.lines[i].bulleted
    }

    pub(super) fn open(&mut self) {
        self.inside = true;
        self.headed = false;
        self.free_bullets = false;
        self.timed = false;
        self.last_item_line = None;
        self.pending = None;
        self.part = None;
    }

    pub(super) fn close(&mut self) {
        self.inside = false;
        self.headed = false;
        self.pending = None;
        self.part = None;
    }

    pub(super) fn note_day(&mut self, i: usize) {
        let line = &self.lines[i];
        let note = if let Some(date) = line.dates.iter().find(|d| d.day.is_some()) {
            if date.until.is_some() {
                return;
            }
            Some(DayNote::Date(date.clone()))
        } else if let Some(number) = day_number(&line.low) {
            Some(DayNote::Number(number))
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
}

/// "Vänliga hälsningar", "Kind regards,": who signs comes next.
fn signs_off(line: &Line) -> bool {
    line.words() <= 5
        && line.has_any(&[
            "hälsningar",
            "vänlig hälsning",
            "regards",
            "sincerely",
            "best wishes",
            "mvh",
        ])
}

/// "Dag 2: Framåt", "Program dag två", "Andra dagen", "Day 1": which day it is.
fn day_number(low: &str) -> Option<usize> {
    let mut rest = low;
    for lead in ["program för ", "program ", "programme for ", "programme ", "agenda ", "schema "]
    {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let (first, second) = (words.next()?, words.next()?);
    let number = match (first, second) {
        ("dag" | "day", "ett" | "one" | "i") | ("första" | "first", "dagen" | "day") => 1,
        ("dag" | "day", "två" | "two" | "ii") | ("andra" | "second", "dagen" | "day") => 2,
        ("dag" | "day", "tre" | "three" | "iii") | ("tredje" | "third", "dagen" | "day") => 3,
        ("fjärde" | "fourth", "dagen" | "day") => 4,
        ("dag" | "day", digits) => digits.parse::<usize>().ok()?,
        _ => return None,
    };
    (1..=31).contains(&number).then_some(number)
}

fn is_room_label(low: &str) -> bool {
    let key = low.split(':').next().unwrap_or_default().trim();
    matches!(key, "lokal" | "rum" | "sal" | "room" | "hall" | "scen" | "stage")
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
