//! Talks in a list under one hour, and choices whose title stands under their number.

use crate::event::programme::Reader;
use crate::event::programme::TELLING;
use crate::event::programme::persons::{person, person_line};
use crate::event::programme::titles::title_and_people;
use crate::lines::Line;
use crate::model::ItemKind;
use crate::people::{self, Named};
use crate::words::has_any;

impl Reader<'_> {
    /// "Nya vägar, Anna Ek, rektor, Sala kommun" or "Anna Ek, rektor: Nya vägar" in a list of such lines
    /// under "10.30 Tre korta föredrag": a talk of its own.
    pub(super) fn talk_of_list(&mut self, i: usize) -> bool {
        let line = &self.lines[i];
        let Some(open) = self.out.items.last() else { return false };
        if line.gap > 1
            || open.item.kind.value == ItemKind::GroupTalks
            || !open.item.choices.is_empty()
            || self.last_item_line.is_none()
        {
            return false;
        }
        let Some((title, people)) = talk(line) else { return false };
        let next = self.lines.get(i + 1).filter(|n| n.gap <= 1 && n.bulleted == line.bulleted);
        let before = self.last_item_line == Some(i.wrapping_sub(1))
            && open.item.start.is_none()
            && !open.item.speakers.is_empty();
        if !before && !next.is_some_and(|n| talk(n).is_some()) {
            return false;
        }
        let number = line.number;
        let mut draft = self.titled(Some(title), number);
        draft.item.speakers = people.iter().map(|p| person(p, number)).collect();
        self.note_moderators(&people, number);
        self.out.items.push(draft);
        self.out.taken[i] = true;
        self.described = true;
        self.last_item_line = Some(i);
        true
    }

    /// "Spår 1", and on the next line what it is about.
    pub(super) fn titled_below(&mut self, i: usize) -> Option<usize> {
        let grouped = self.out.items.last()?.item.kind.value == ItemKind::GroupTalks;
        let marker = self.counts_below(i).filter(|_| grouped)?;
        if !self.takes_choice(i, &marker) {
            return None;
        }
        self.out.taken[i] = true;
        Some(self.choice(i + 1, marker, 0))
    }

    /// The number or letter of "Spår 1" alone on its line, where the next line says what it is about.
    pub(super) fn counts_below(&self, i: usize) -> Option<String> {
        let line = &self.lines[i];
        let (word, marker) = line.text.split_once(' ').filter(|_| line.words() == 2)?;
        let counts = matches!(
            crate::lines::fold(word).as_str(),
            "spår"
                | "grupp"
                | "seminarium"
                | "session"
                | "track"
                | "workshop"
                | "group"
                | "samtal"
                | "alternativ"
                | "pass"
                | "bord"
                | "lag"
                | "table"
                | "breakout"
                | "stream"
                | "rum"
                | "room"
        );
        let marker = marker.trim_end_matches(':');
        let good = (1..=2).contains(&marker.len())
            && (marker.bytes().all(|b| b.is_ascii_digit())
                || marker.len() == 1 && marker.bytes().all(|b| b.is_ascii_uppercase()));
        let next = self.lines.get(i + 1)?;
        let title = next.gap == 0
            && next.words() <= 16
            && next.times.is_empty()
            && next.dates.is_empty()
            && next.reach.is_empty()
            && person_line(&next.text).is_none()
            && self.blocks[i + 1].label.is_none();
        (counts && good && title).then(|| marker.to_owned())
    }
}

/// A title and who speaks, and nothing more.
fn talk(line: &Line) -> Option<(String, Vec<Named>)> {
    let text = &line.text;
    if line.words() > 34
        || !line.dates.is_empty()
        || !line.times.is_empty()
        || !line.reach.is_empty()
        || !text.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '”' | '“' | '»'))
        || has_any(&line.low, TELLING)
        || line.low.starts_with("moderator")
    {
        return None;
    }
    let (title, people) = title_and_people(text);
    let title = title.filter(|t| t.split(' ').count() >= 2)?;
    let first = people.first()?;
    let told = first.sure && (first.title.is_some() || first.affiliation.is_some());
    // The people end the line, or the title does.
    let from = text.find(&first.name)?;
    let whole = text.trim_end_matches(['.', '"', '”', '“', '»']).ends_with(&title)
        || people::list(&text[from..], false)
            .is_some_and(|(_, end)| from + end >= text.trim_end_matches(['.', ')']).len());
    let alone = person_line(text).is_some_and(|(_, whole)| whole);
    (told && whole && !alone).then_some((title, people))
}
