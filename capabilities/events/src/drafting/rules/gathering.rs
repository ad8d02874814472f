//! Values as they are gathered for one draft: under the name of the field that will hold them, with
//! their lines and how sure one may be.

use crate::drafting::rules::years;
use crate::drafting::types::{Draft, Sure, Value};
use extraction::{Clock, Confidence, Day, Found};
use jiff::civil::Date;

/// A draft on its way.
pub struct Gathering<'a> {
    pub lines: &'a [&'a str],
    /// The day on which the text is read.
    pub read_on: Date,
    /// The first day of the event, once it is known.
    pub first_on: Option<Date>,
    pub draft: Draft,
}

impl Gathering<'_> {
    pub fn put(
        &mut self,
        field: impl Into<String>,
        text: impl Into<String>,
        lines: &[u32],
        sure: Sure,
    ) {
        let text = text.into();
        if text.is_empty() {
            return;
        }
        let mut lines = lines.to_vec();
        lines.sort_unstable();
        lines.dedup();
        self.draft.values.push(Value { field: field.into(), text, lines, sure });
    }

    /// A text that stands in a field of its language.
    pub fn put_text(&mut self, field: &str, text: impl Into<String>, lines: &[u32], sure: Sure) {
        self.put(self.in_language(field), text, lines, sure);
    }

    /// "title" is Swedish, "title_en" English.
    pub fn in_language(&self, field: &str) -> String {
        if self.draft.english { format!("{field}_en") } else { field.to_owned() }
    }

    pub fn put_found(&mut self, field: &str, found: &Option<Found<String>>) {
        if let Some(found) = found {
            self.put(field, found.value.as_str(), &[found.line], sure(found.confidence));
        }
    }

    /// A list that stands in one field, one thing on each line.
    pub fn put_list(&mut self, field: &str, found: &[Found<String>]) {
        let lines: Vec<u32> = found.iter().map(|it| it.line).collect();
        let least = found.iter().map(|it| sure(it.confidence)).min();
        let text = found.iter().map(|it| one_line(&it.value)).collect::<Vec<_>>().join("\n");
        self.put(field, text, &lines, least.unwrap_or(Sure::Certain));
    }

    pub fn put_clock(&mut self, field: &str, found: &Option<Found<Clock>>) {
        if let Some(found) = found {
            self.put(field, clock(found.value), &[found.line], sure(found.confidence));
        }
    }

    /// The day that is meant: with the year that the text says, or else the next such day, and
    /// then only proposed. `None`: a month alone, or a day that no calendar has.
    pub fn day(&self, found: &Found<Day>) -> Option<(Date, Sure)> {
        let (month, day) = (i8::try_from(found.value.month).ok()?, found.value.day?);
        let day = i8::try_from(day).ok()?;
        if let Some(year) = found.value.year {
            let day = Date::new(i16::try_from(year).ok()?, month, day).ok()?;
            return Some((day, sure(found.confidence)));
        }
        let day = match self.first_on {
            Some(first) => years::closest(month, day, first)?,
            None => {
                let weekday = self.line(found.line).and_then(years::weekday_in);
                years::proposed(month, day, weekday, self.read_on)?
            }
        };
        Some((day, Sure::Proposed))
    }

    pub fn put_day(&mut self, field: &str, found: &Option<Found<Day>>) {
        if let Some(found) = found
            && let Some((day, sure)) = self.day(found)
        {
            self.put(field, day.to_string(), &[found.line], sure);
        }
    }

    /// A line of the source, from 1.
    pub fn line(&self, number: u32) -> Option<&str> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.lines.get(at).copied()
    }
}

pub fn sure(confidence: Confidence) -> Sure {
    match confidence {
        Confidence::Doubtful => Sure::Doubtful,
        Confidence::Likely => Sure::Likely,
        Confidence::Certain => Sure::Certain,
    }
}

/// "16:00".
pub fn clock(clock: Clock) -> String {
    clock.to_string()
}

/// A text without line breaks, for a field of one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
