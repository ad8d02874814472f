//! Second stage: dates and clock times in a line, Swedish and English, as they are written.
//!
//! Nothing here knows what a date is *for*, nor which year a date without a year means; see
//! [`years`] for the latter. Input is one line, output the mentions in it with their places.

mod calendar;
mod dates;
mod figures;
pub(crate) mod opening;
mod times;
pub(crate) mod tokens;
pub(crate) mod years;

pub use calendar::Day;
pub(crate) use calendar::{days_in_month, weekday_of};
pub(crate) use dates::{month_of, weekday_word};

use crate::reach::Reach;

/// A date as written. `day` is `None` for a month alone ("oktober 2022").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateMention {
    pub year: Option<i32>,
    pub month: u8,
    pub day: Option<u8>,
    /// 0 = Monday.
    pub weekday: Option<u8>,
    /// Last day of a range.
    pub until: Option<DateEnd>,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateEnd {
    pub year: Option<i32>,
    pub month: u8,
    pub day: u8,
    pub weekday: Option<u8>,
}

/// A clock time as written, perhaps with an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TimeMention {
    pub from: Clock,
    pub until: Option<Clock>,
    pub start: usize,
    pub end: usize,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// "flyttas från torsdag 12 februari till torsdag 19 februari" are two days, not a range.
fn from_one_day_to_another(date: DateMention, low: &str) -> Vec<DateMention> {
    let before = low[..date.start].trim_end();
    let moved =
        before.ends_with("från") || before.ends_with("from") || before.ends_with("från den");
    let Some(until) = date.until.filter(|_| moved) else { return vec![date] };
    // Where the second one begins is not kept; its last bytes do.
    let start = low[date.start..date.end]
        .rfind([' ', '–', '-'])
        .and_then(|at| low[..date.start + at].rfind(' '))
        .map_or(date.start, |at| at + 1);
    let second = DateMention {
        year: until.year,
        month: until.month,
        day: Some(until.day),
        weekday: until.weekday,
        until: None,
        start,
        end: date.end,
    };
    vec![DateMention { until: None, end: start, ..date }, second]
}

/// All dates and all times of a line, each list in order.
pub(crate) fn scan(text: &str, low: &str, reach: &[Reach]) -> (Vec<DateMention>, Vec<TimeMention>) {
    if !low.bytes().any(|b| b.is_ascii_digit())
        && !low.contains("halv ")
        && !low.contains("klockan ")
        && !low.contains("kl ")
    {
        return (Vec::new(), Vec::new());
    }
    let tokens = tokens::split(low, reach);
    let mut dates = dates::scan(text, &tokens);
    if crate::words::has_any(
        low,
        &["flytt", "moved", "postponed", "rescheduled", "senarelagt", "senareläggs"],
    ) {
        dates = dates.into_iter().flat_map(|date| from_one_day_to_another(date, low)).collect();
    }
    let times = times::scan(&tokens, &dates);
    (dates, times)
}

/// "ti 3 kl. 18", "Lördag 7–8 Heby", "5 kl. 19", "3.", under the name of their month (and its year, if
/// it has one): the day, and the hours of the line.
pub(crate) fn day_of_month(
    text: &str,
    low: &str,
    reach: &[Reach],
    (month, year): (u8, Option<i32>),
) -> Option<(DateMention, Vec<TimeMention>)> {
    let head = low.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = head.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let leads = head.starts_with(|c: char| c.is_ascii_digit())
        || dates::weekday_word(word).or_else(|| dates::weekday_of_two(word)).is_some();
    if !leads {
        return None;
    }
    let tokens = tokens::split(low, reach);
    let first = tokens.iter().position(|t| t.number().is_some() || t.kind == tokens::Kind::Word)?;
    let date = dates::day_alone(&tokens, first, (month, year))?;
    let times = times::scan(&tokens, &scan_with(text, &tokens, &date));
    Some((date, times))
}

/// The dates of a line whose first is given.
fn scan_with(text: &str, tokens: &[tokens::Token<'_>], first: &DateMention) -> Vec<DateMention> {
    let mut found = vec![first.clone()];
    found.extend(dates::scan(text, tokens).into_iter().filter(|d| d.start >= first.end));
    found
}

/// "12 lunch" between "10.45 samtal" and "13 vidare": a bare hour at the beginning of a line, later
/// than the one before it and not by much.
pub(crate) fn bare_hour(text: &str, after: Clock) -> Option<TimeMention> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?.strip_prefix(' ')?;
    let hour: u8 = text[..digits].parse().ok().filter(|h| digits <= 2 && *h <= 23)?;
    let word = rest.split([' ', ',', '.', ':']).next()?;
    let counted = tokens::is_unit(&crate::lines::fold(word));
    let from = Clock { hour, minute: 0 };
    let later = from > after && hour - after.hour <= 4;
    (later && !counted && rest.starts_with(char::is_alphabetic)).then_some(TimeMention {
        from,
        until: None,
        start: 0,
        end: digits,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::fold;

    fn written(text: &str) -> String {
        let (dates, times) = scan(text, &fold(text), &crate::reach::find(text));
        let mut out = Vec::new();
        for d in dates {
            let year = d.year.map_or("XXXX".to_owned(), |y| y.to_string());
            let mut s = match d.day {
                Some(day) => format!("{year}-{:02}-{day:02}", d.month),
                None => format!("{year}-{:02}", d.month),
            };
            if let Some(u) = d.until {
                s += &format!("..{:02}-{:02}", u.month, u.day);
            }
            if let Some(w) = d.weekday {
                s += &format!("({w})");
            }
            out.push(s);
        }
        for t in times {
            out.push(match t.until {
                Some(u) => format!("{}-{u}", t.from),
                None => t.from.to_string(),
            });
        }
        out.join(" ")
    }

    #[test]
    fn dates_as_they_are_written() {
        for (text, expected) in [
            ("tis 14 apr 2026", "2026-04-14(1)"),
            ("Söndagen den 22 mars 2026", "2026-03-22(6)"),
            ("23 – 24 sept 2026, lunch-lunch", "2026-09-23..09-24"),
            ("31 aug – 1 sept 2023", "2023-08-31..09-01"),
            ("28 29 sep 2026 Varberg", "2026-09-28..09-29"),
            ("Fredag 9 oktober – lördag 10 oktober 2026", "2026-10-09..10-10(4)"),
            ("Sept 21", "XXXX-09-21"),
            ("October 22nd, 2026", "2026-10-22"),
            ("Thursday 22 October 2026", "2026-10-22(3)"),
            ("torsdag 27/11 kl 7.45–9.00", "XXXX-11-27(3) 07:45-09:00"),
            ("14 april 2026 kl. 13 till 15 april kl. 12", "2026-04-14 XXXX-04-15 13:00 12:00"),
            ("kl. 0900–1230", "09:00-12:30"),
            ("14.–15.4.2026", "2026-04-14..04-15"),
            ("Datum: 14.04.26", "2026-04-14"),
            ("version 1.2.26, 192.168.10.26", ""),
            ("24-25/4 Återbruksmässa", "XXXX-04-24..04-25"),
            ("2026-10-01 09:00", "2026-10-01 09:00"),
            ("I oktober 2022 genomfördes", "2022-10"),
            ("8, 15 och 22 september kl. 18-20", "XXXX-09-08 XXXX-09-15 XXXX-09-22 18:00-20:00"),
            ("24.3.2026", "2026-03-24"),
            ("12-14 december på ett", "XXXX-12-12..12-14"),
            ("mellan den 3 och 5 maj", "XXXX-05-03..05-05"),
            ("14/4-2026", "2026-04-14"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn times_as_they_are_written() {
        for (text, expected) in [
            ("16:00 - 18:00", "16:00-18:00"),
            ("kl 9-16", "09:00-16:00"),
            ("10-14", "10:00-14:00"),
            ("14-16.30", "14:00-16:30"),
            ("09:3012:00 Registrering", "09:30-12:00"),
            ("klockan 12:15 till 13:00", "12:15-13:00"),
            ("mellan kl. 10 och 14", "10:00-14:00"),
            ("5.30 pm to 7.30 pm", "17:30-19:30"),
            ("9.00 am – 4.30 pm", "09:00-16:30"),
            ("Kl. 15:30-16.00 - Fika", "15:30-16:00"),
            ("18.30", "18:30"),
            ("Room B204, Main Building, 2,5 km", ""),
            ("barn 0-17 år", ""),
            ("450 kr inkl. lunch, 1.95 kr", ""),
            ("lördag 18 april kl 11–15", "XXXX-04-18(5) 11:00-15:00"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }
}
