//! Reading one field after another while noting what is wrong with each.

use crate::desk::types::{Refusal, Why};
use jiff::civil::Date;
use locale::DayProblem;
use shared::Text;
use web::Fields;

pub struct Reader<'a> {
    pub fields: &'a Fields,
    pub today: Date,
    pub refusals: Vec<Refusal>,
}

impl<'a> Reader<'a> {
    pub fn new(fields: &'a Fields, today: Date) -> Self {
        Self { fields, today, refusals: vec![] }
    }

    pub fn refuse(&mut self, field: impl Into<String>, why: Why) {
        self.refusals.push(Refusal { field: field.into(), why });
    }

    fn bounded(&mut self, name: &str, text: String, characters_max: usize) -> String {
        if text.chars().count() > characters_max {
            self.refuse(name, Why::TooLong(characters_max));
        }
        text
    }

    pub fn line(&mut self, name: &str, characters_max: usize) -> String {
        let line = self.fields.line(name);
        self.bounded(name, line, characters_max)
    }

    pub fn text(&mut self, name: &str, characters_max: usize) -> String {
        let text = self.fields.text(name);
        self.bounded(name, text, characters_max)
    }

    /// A line in Swedish under `sv` and in English under `en`.
    pub fn line_pair(&mut self, sv: &str, en: &str, characters_max: usize) -> Text {
        Text::both(self.line(sv, characters_max), self.line(en, characters_max))
    }

    pub fn text_pair(&mut self, sv: &str, en: &str, characters_max: usize) -> Text {
        Text::both(self.text(sv, characters_max), self.text(en, characters_max))
    }

    /// One thing a line; empty lines say nothing.
    pub fn list(&mut self, name: &str, lines_max: usize, characters_max: usize) -> Vec<String> {
        let text = self.fields.text(name);
        let lines: Vec<String> =
            text.lines().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
        if lines.len() > lines_max {
            self.refuse(name, Why::TooMany(lines_max));
        } else if lines.iter().any(|it| it.chars().count() > characters_max) {
            self.refuse(name, Why::TooLong(characters_max));
        }
        lines
    }

    /// `None`: empty, or refused.
    pub fn day(&mut self, name: &str) -> Option<Date> {
        match locale::parse_day(&self.fields.line(name), self.today) {
            Ok(day) => Some(day),
            Err(DayProblem::Empty) => None,
            Err(problem) => {
                self.refuse(name, day_why(problem));
                None
            }
        }
    }

    /// A whole number from `least` to `most`; `None`: empty, or refused.
    pub fn number(&mut self, name: &str, least: u32, most: u32) -> Option<u32> {
        let typed: String = self.fields.line(name).split_whitespace().collect();
        if typed.is_empty() {
            return None;
        }
        match typed.parse() {
            Ok(number) if (least..=most).contains(&number) => Some(number),
            _ => {
                self.refuse(name, Why::NumberBetween(least, most));
                None
            }
        }
    }

    /// Whether nothing is wrong with a field so far.
    pub fn is_fine(&self, name: &str) -> bool {
        self.refusals.iter().all(|it| it.field != name)
    }
}

pub fn day_why(problem: DayProblem) -> Why {
    match problem {
        DayProblem::Empty => Why::DayMissing,
        DayProblem::Unreadable => Why::DayUnreadable,
        DayProblem::NoSuchDay => Why::NoSuchDay,
        DayProblem::WeekdayDiffers { day, typed } => Why::WeekdayDiffers { day, typed },
    }
}
