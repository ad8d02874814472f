//! What the lines around one say of its dates and hours: a day under the name of its month, a date
//! that the paper broke, an hour without minutes in a list of hours.

use crate::lines::Line;
use crate::lines::Raw;
use crate::lines::fold;
use crate::when;

/// "Mars 2026" on a line of its own, and under it "ti 3 kl. 18", "Lördag 7–8 Heby": the days are of
/// that month.
pub(super) fn under_months(lines: &mut [Line]) {
    let mut month: Option<(u8, Option<i32>)> = None;
    for line in lines {
        if let Some(named) = month_alone(line) {
            // "Mars 2026" and then "April": of the same year, unless it turns.
            let year = named.1.or_else(|| {
                let (before, year) = month?;
                year.map(|y| y + i32::from(named.0 < before))
            });
            month = Some((named.0, year));
            continue;
        }
        let Some((of, year)) = month else { continue };
        if line.dates.first().is_some_and(|d| d.start == 0)
            || line.times.first().is_some_and(|t| t.start == 0)
        {
            continue;
        }
        match when::day_of_month(&line.text, &line.low, &line.reach, (of, year)) {
            Some((date, times)) => {
                line.dates.insert(0, date);
                line.times = times;
            }
            None if line.gap > 0 => month = None,
            None => {}
        }
    }
}

/// The month of a line that says nothing else, and its year.
fn month_alone(line: &Line) -> Option<(u8, Option<i32>)> {
    if line.words() > 2 || !line.times.is_empty() || line.dates.iter().any(|d| d.day.is_some()) {
        return None;
    }
    let mut words = line.low.split(' ');
    let name = words.next()?.trim_end_matches([':', '.']);
    let month = when::month_of(name).filter(|_| line.text.starts_with(char::is_uppercase))?;
    let year = match words.next() {
        Some(word) => {
            Some(word.trim_end_matches(':').parse().ok().filter(|y| (1990..=2100).contains(y))?)
        }
        None => None,
    };
    Some((month, year))
}

/// Hours without minutes in a list of hours with them.
pub(super) fn bare_hours(lines: &mut [Line]) {
    let mut before = None;
    for line in lines {
        let own = line.times.first().filter(|t| t.start == 0).map(|t| t.from);
        if own.is_none()
            && line.gap == 0
            && let Some(after) = before
            && let Some(time) = when::bare_hour(&line.text, after)
            && line.dates.first().is_none_or(|d| d.start > 0)
        {
            before = Some(time.from);
            line.times.insert(0, time);
        } else {
            before = own;
        }
    }
}

impl Raw {
    /// "… lördag den 5" and on the next line "juni 2027 kl. 16.30".
    pub(super) fn breaks_a_date(&self, next: &Raw) -> bool {
        let mut words = self.text.rsplit(' ');
        let (Some(day), Some(before)) = (words.next(), words.next()) else { return false };
        let first = next.text.split(' ').next().unwrap_or_default();
        let small = first.starts_with(char::is_lowercase);
        let before = fold(before);
        let led = matches!(before.as_str(), "den" | "the" | "on")
            || when::weekday_word(before.trim_end_matches(',')).is_some()
            || before.ends_with(':') && small;
        let named = when::month_of(fold(first).trim_end_matches([',', '.', '!'])).is_some();
        let figure = day
            .split(['–', '-'])
            .all(|d| d.len() <= 2 && d.parse::<u8>().is_ok_and(|d| (1..=31).contains(&d)));
        led && figure && named && (small || self.last_len > 40)
    }

    /// The day, the month and the year of a calendar's box, each on a line of its own.
    pub(super) fn is_box_with(&self, next: &Raw) -> bool {
        if self.text.len() > 24 || next.text.len() > 16 || next.gap > 1 {
            return false;
        }
        let day =
            |text: &str| text.len() <= 2 && text.parse::<u8>().is_ok_and(|d| (1..=31).contains(&d));
        let month = |text: &str| when::month_of(fold(text).trim_end_matches('.')).is_some();
        let year = |text: &str| {
            text.len() == 4 && text.parse::<u16>().is_ok_and(|y| (1990..=2100).contains(&y))
        };
        let next_first = next.text.split(' ').next().unwrap_or_default();
        let rest = next.text[next_first.len()..].trim();
        let boxed = self
            .text
            .split_once(' ')
            .is_some_and(|(a, b)| day(a) && month(b) || month(a) && day(b));
        day(&self.text) && month(next_first) && (rest.is_empty() || year(rest))
            || month(&self.text) && day(&next.text)
            || boxed && year(&next.text)
    }
}
