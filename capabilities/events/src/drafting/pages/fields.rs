//! The fields of the ordinary forms with where each value was read. What a person should look at
//! is taken out of its place and stands first.

use crate::desk::{FormSection, Part, ReadFrom, RowOfParts};
use crate::drafting::pages::{source, wording};
use crate::drafting::rules::filling::{self, OTHER};
use crate::drafting::rules::items;
use crate::drafting::types::{Doubt, Draft, Proposal, Sure};
use crate::programme::{Choosing, ItemKind};
use crate::programme_desk;
use std::collections::BTreeSet;
use web::forms::{Checkbox, Choice, Choices, Problems, Select, TextArea, TextField, Width};
use web::{Fields, Words};

/// What the fields are made from.
pub struct Shown<'a> {
    pub words: &'a Words,
    pub draft: &'a Draft,
    pub fields: &'a Fields,
    pub problems: &'a Problems,
}

/// The sections of the event's form, and before them what must be looked at.
pub struct Sorted {
    pub first: Vec<Part>,
    pub sections: Vec<FormSection>,
}

impl Shown<'_> {
    fn text(&self, key: &str) -> String {
        self.words.text(key)
    }

    /// Takes out of the sections what is doubtful, and says of the rest where it was read.
    pub fn sorted(&self, sections: Vec<FormSection>) -> Sorted {
        let doubtful = filling::doubtful(self.draft);
        let mut first = vec![];
        let sections = sections
            .into_iter()
            .map(|section| {
                let parts = self.sort(section.parts, &doubtful, &mut first);
                FormSection { parts, ..section }
            })
            .collect();
        Sorted { first, sections }
    }

    fn sort(
        &self,
        parts: Vec<Part>,
        doubtful: &BTreeSet<&str>,
        first: &mut Vec<Part>,
    ) -> Vec<Part> {
        let mut kept = vec![];
        for part in parts {
            match part {
                Part::Row(parts) => {
                    let parts = self.sort(parts, doubtful, first);
                    if !parts.is_empty() {
                        kept.push(Part::Row(parts));
                    }
                }
                Part::More { summary, open, parts } => {
                    let parts = self.sort(parts, doubtful, first);
                    if !parts.is_empty() {
                        kept.push(Part::More { summary, open, parts });
                    }
                }
                Part::Rows { legend, hint, rows } => {
                    let rows = self.sort_rows(rows, doubtful, first);
                    if !rows.is_empty() {
                        kept.push(Part::Rows { legend, hint, rows });
                    }
                }
                // A picture is chosen once the event is there.
                Part::Picture(_) => {}
                other => match name(&other).map(str::to_owned) {
                    Some(field) if field.starts_with("picture_") => {}
                    Some(field) if doubtful.contains(field.as_str()) => {
                        first.extend(self.with_source(other, &field));
                    }
                    Some(field) => kept.extend(self.with_source(other, &field)),
                    None => kept.push(other),
                },
            }
        }
        kept
    }

    /// A row in which something is doubtful is looked at whole: a time belongs to its day.
    fn sort_rows(
        &self,
        rows: Vec<RowOfParts>,
        doubtful: &BTreeSet<&str>,
        first: &mut Vec<Part>,
    ) -> Vec<RowOfParts> {
        let mut kept = vec![];
        for row in rows {
            let mut names = vec![];
            names_in(&row.parts, &mut names);
            let moves = names.iter().any(|it| doubtful.contains(it.as_str()));
            let parts = row.parts.into_iter().flat_map(|it| self.in_row(it)).collect();
            let row = RowOfParts { legend: row.legend, parts };
            match moves {
                true => {
                    let legend = row.legend.clone();
                    first.push(Part::Rows { legend, hint: None, rows: vec![row] });
                }
                false => kept.push(row),
            }
        }
        kept
    }

    /// A part of a row; a choice between readings stands below the row's other fields.
    fn in_row(&self, part: Part) -> Vec<Part> {
        let Part::Row(parts) = part else {
            return match name(&part).map(str::to_owned) {
                Some(field) => self.with_source(part, &field),
                None => vec![part],
            };
        };
        let (mut row, mut below) = (vec![], vec![]);
        for part in parts {
            let Some(field) = name(&part).map(str::to_owned) else {
                row.push(part);
                continue;
            };
            let to = if self.readings(&field).is_some() { &mut below } else { &mut row };
            to.extend(self.with_source(part, &field));
        }
        let mut parts = vec![Part::Row(row)];
        parts.extend(below);
        parts
    }

    fn doubts<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a Doubt> {
        self.draft.doubts.iter().filter(move |it| it.field == field)
    }

    /// The contradiction about a field, if the text says it in two ways.
    fn readings(&self, field: &str) -> Option<&Doubt> {
        self.draft.doubts.iter().find(|it| it.field == field && it.readings.len() > 1)
    }

    /// A field with where its value was read; or the choice between what the text says.
    pub fn with_source(&self, part: Part, field: &str) -> Vec<Part> {
        if let Some(doubt) = self.readings(field) {
            return self.choice(field, doubt);
        }
        let value = filling::value(self.draft, field);
        let said: Vec<String> =
            self.doubts(field).map(|it| wording::doubt(self.words, it)).collect();
        let Some(value) = value else {
            if said.is_empty() {
                return vec![part];
            }
            let lines: Vec<u32> = self.doubts(field).flat_map(|it| it.lines.clone()).collect();
            return vec![self.read(part, &lines, String::new(), said.join(" "), true)];
        };
        let before = wording::read_from(self.words, value.sure, !value.lines.is_empty());
        let doubtful = value.sure.is_doubtful() || !said.is_empty();
        let mut after = said;
        if value.sure == Sure::Doubtful && after.is_empty() {
            after.push(self.text("drafting-is-it-right"));
        }
        vec![self.read(part, &value.lines, before, after.join(" "), doubtful)]
    }

    fn read(
        &self,
        part: Part,
        lines: &[u32],
        before: String,
        after: String,
        doubtful: bool,
    ) -> Part {
        let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
        // "rad 12. Stämmer det?"
        let after = match (lines.is_empty() && before.is_empty(), after.is_empty()) {
            (true, _) => after,
            (false, true) => ".".to_owned(),
            (false, false) => format!(". {after}"),
        };
        let from = ReadFrom {
            lines: numbers.join(" "),
            before,
            after,
            links: source::links(self.words, lines),
            doubtful,
        };
        Part::Read { part: Box::new(part), from }
    }

    fn choice(&self, field: &str, doubt: &Doubt) -> Vec<Part> {
        let chosen = self.fields.raw(field);
        let mut choices: Vec<Choice> = doubt
            .readings
            .iter()
            .map(|it| {
                let typed = filling::typed(self.words.language, field, &it.text);
                let line = self.words.text_with("drafting-line", [("number", it.line.into())]);
                let is = chosen == typed;
                Choice::new(typed.clone(), typed, is).note(line)
            })
            .collect();
        let other = format!("{field}_other");
        let none = !choices.iter().any(|it| it.chosen);
        let typed = match self.fields.raw(&other) {
            "" if none && chosen != OTHER => chosen,
            it => it,
        };
        let other_chosen = none && !(chosen.is_empty() && typed.is_empty());
        choices.push(Choice::new(OTHER, self.text("drafting-other"), other_chosen));
        let label = wording::label(self.words, field);
        let args = [("field", label.clone().into())];
        let choices = Choices::one_of(field, self.words.text_with("drafting-which", args), choices)
            .problem(self.problems);
        let args = [("field", label.into())];
        let typed =
            TextField::new(other, self.words.text_with("drafting-other-field", args), typed)
                .width(Width::Small);
        let lines: Vec<u32> = doubt.readings.iter().map(|it| it.line).collect();
        let said = wording::doubt(self.words, doubt);
        let said = format!("{}:", said.trim_end_matches('.'));
        vec![
            self.read(Part::Choose(choices), &lines, said, String::new(), true),
            Part::Line(Box::new(typed)),
        ]
    }

    /// What could be written as it is written here already, to be ticked.
    pub fn known(&self, proposals: &[(Proposal, String)]) -> Option<Part> {
        let ticked: BTreeSet<&str> = self.fields.all("known").collect();
        let choices: Vec<Choice> = proposals
            .iter()
            .map(|(it, value)| {
                let args =
                    [("instead", it.instead.clone().into()), ("line", it.line.clone().into())];
                let label = self.words.text_with("drafting-known-instead", args);
                let args = [("name", it.name.clone().into()), ("event", it.event.clone().into())];
                let note = self.words.text_with("drafting-known-where", args);
                Choice::new(value.as_str(), label, ticked.contains(value.as_str())).note(note)
            })
            .collect();
        if choices.is_empty() {
            return None;
        }
        let choices = Choices::some_of("known", self.text("drafting-known"), choices);
        Some(Part::Choose(choices.hint(self.text("drafting-known-hint"))))
    }

    /// The items of the programme, each to be opened; those in doubt are open.
    pub fn programme(&self, days: &[(String, String)]) -> Vec<Part> {
        let count = filling::items_of(self.fields).max(filling::items(self.draft));
        (1..=count).map(|nth| self.item(nth, days)).collect()
    }

    /// Whether an item is to be looked at.
    pub fn is_item_doubtful(&self, nth: usize) -> bool {
        let start = items::field(nth, "");
        filling::doubtful(self.draft).iter().any(|it| it.starts_with(&start))
    }

    /// "16.45 Gruppsamtal".
    pub fn item_called(&self, nth: usize) -> String {
        let of = |name: &str| self.fields.raw(&items::field(nth, name)).to_owned();
        let title = match of("title").as_str() {
            "" => of("title_en"),
            it => it.to_owned(),
        };
        let parts = [of("starts"), title];
        let called: Vec<&str> =
            parts.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        called.join(" ")
    }

    fn item(&self, nth: usize, days: &[(String, String)]) -> Part {
        let name = |it: &str| items::field(nth, it);
        let in_language = |it: &str| match self.draft.english {
            true => name(&format!("{it}_en")),
            false => name(it),
        };
        let code = if self.draft.english { "en" } else { "sv" };
        let line = |field: &str, width: Width| -> Vec<Part> {
            let label = wording::label(self.words, field);
            let it = TextField::new(field, label, self.fields.raw(field)).width(width);
            self.with_source(it.problem(self.problems).into(), field)
        };
        let area = |field: &str, rows: u32, spoken: bool| -> Vec<Part> {
            let label = wording::label(self.words, field);
            let mut it =
                TextArea::new(field, label, self.fields.raw(field), rows).optional(self.words);
            if spoken {
                it = it.language(code);
            }
            self.with_source(it.problem(self.problems).into(), field)
        };
        let mut row =
            [line(&name("starts"), Width::Tiny), line(&name("ends"), Width::Tiny)].concat();
        row.push(self.kind(&name("kind")));
        if days.len() > 1 {
            let field = name("day");
            let chosen = self.fields.raw(&field);
            let choices = days
                .iter()
                .map(|(value, text)| Choice::new(value.as_str(), text.as_str(), chosen == value))
                .collect();
            let select = Select::new(field.as_str(), wording::label(self.words, &field), choices);
            row.extend(self.with_source(select.problem(self.problems).into(), &field));
        }
        let title = in_language("title");
        let mut parts = vec![Part::Row(row)];
        parts.extend(line(&title, Width::Full));
        parts.extend(area(&name("appearances"), 2, false));
        parts.extend(area(&in_language("text"), 3, true));
        parts.extend(area(&in_language("questions"), 2, true));
        parts.extend(self.talks(nth));
        let removed = name("removed");
        let is_removed = self.fields.has(&removed);
        parts.push(Checkbox::new(removed, self.text("drafting-item-leave-out"), is_removed).into());
        let start = items::field(nth, "");
        let wrong = self.problems.0.iter().any(|it| it.field.starts_with(&start));
        let called = self.item_called(nth);
        let number = i64::try_from(nth).unwrap_or(i64::MAX);
        Part::More {
            summary: self
                .words
                .text_with("drafting-item", [("number", number.into()), ("item", called.into())]),
            open: wrong || self.is_item_doubtful(nth),
            parts,
        }
    }

    fn kind(&self, field: &str) -> Part {
        let chosen = ItemKind::from_code(self.fields.raw(field)).unwrap_or(ItemKind::Talk);
        let choices = ItemKind::ALL.map(|it| {
            Choice::new(it.code(), programme_desk::kind_words(self.words, it), it == chosen)
        });
        Select::new(field, wording::label(self.words, field), choices.to_vec())
            .width(Width::Small)
            .into()
    }

    /// The group talks of an item; nothing where the text has none.
    fn talks(&self, nth: usize) -> Vec<Part> {
        let start = items::field(nth, "talk_");
        let last = self
            .fields
            .pairs()
            .filter(|(name, value)| name.starts_with(&start) && !value.trim().is_empty())
            .filter_map(|(name, _)| name.rsplit('_').next()?.parse::<usize>().ok())
            .max();
        let Some(last) = last else { return vec![] };
        let rows = (1..=last.min(40)).map(|row| {
            let field = |it: &str| items::field(nth, &format!("talk_{it}_{row}"));
            let spoken = |it: &str| match self.draft.english {
                true => field(&format!("{it}_en")),
                false => field(it),
            };
            let line = |field: &str, width: Width| {
                let label = wording::label(self.words, field);
                let it = TextField::new(field, label, self.fields.raw(field)).width(width);
                self.with_source(it.problem(self.problems).into(), field)
            };
            let area = |field: &str| {
                let label = wording::label(self.words, field);
                let it = TextArea::new(field, label, self.fields.raw(field), 2);
                self.with_source(it.problem(self.problems).into(), field)
            };
            let row_number = [("number", i64::try_from(row).unwrap_or(i64::MAX).into())];
            RowOfParts {
                legend: self.words.text_with("drafting-talk", row_number),
                parts: [
                    line(&field("number"), Width::Tiny),
                    line(&spoken("title"), Width::Full),
                    area(&field("facilitators")),
                    area(&spoken("text")),
                ]
                .concat(),
            }
        });
        let field = items::field(nth, "choosing");
        let chosen = Choosing::from_code(self.fields.raw(&field)).unwrap_or(Choosing::None);
        let choices = Choosing::ALL.map(|it| {
            let label = programme_desk::choosing_choice(self.words, it);
            Choice::new(it.code(), label, it == chosen)
        });
        let select =
            Select::new(field.as_str(), wording::label(self.words, &field), choices.to_vec());
        let mut parts = self.with_source(select.problem(self.problems).into(), &field);
        parts.push(Part::Rows {
            legend: self.text("drafting-talks"),
            hint: None,
            rows: rows.collect(),
        });
        parts
    }
}

/// The field that a part is; nothing of a part that holds several.
fn name(part: &Part) -> Option<&str> {
    match part {
        Part::Line(it) => Some(&it.name),
        Part::Area(it) => Some(&it.name),
        Part::Pick(it) => Some(&it.name),
        Part::Choose(it) => Some(&it.name),
        Part::Tick(it) => Some(&it.name),
        Part::Note(_)
        | Part::Row(_)
        | Part::Rows { .. }
        | Part::More { .. }
        | Part::Picture(_)
        | Part::Read { .. } => None,
    }
}

fn names_in(parts: &[Part], names: &mut Vec<String>) {
    for part in parts {
        match part {
            Part::Row(parts) | Part::More { parts, .. } => names_in(parts, names),
            other => names.extend(name(other).map(str::to_owned)),
        }
    }
}
