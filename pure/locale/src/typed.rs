//! Days and times as people type them into a form field: forgiving about the form, never about the
//! meaning. What has two readings is refused, not guessed.
//!
//! Not here: finding dates inside running text (`extraction`), and words such as "nästa onsdag".

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use std::fmt;

/// Nothing that is meant as one day or one time is longer; the rest is not looked at.
const TEXT_CHARS_MAX: usize = 80;

/// Why a text is not one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayProblem {
    /// Nothing but space.
    Empty,
    /// Not a form of date that we know, or one with two readings.
    Unreadable,
    /// Well written, but the calendar lacks it: 31 February, month 13.
    NoSuchDay,
    /// The day exists, but falls on another weekday than the one typed beside it: one of the two is
    /// a slip, and only who typed can say which.
    WeekdayDiffers { day: Date, typed: Weekday },
}

impl fmt::Display for DayProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("no day given"),
            Self::Unreadable => f.write_str("not a date that can be read in one way"),
            Self::NoSuchDay => f.write_str("the calendar has no such day"),
            Self::WeekdayDiffers { day, typed } => {
                write!(f, "{day} is a {:?}, not a {typed:?}", day.weekday())
            }
        }
    }
}

impl std::error::Error for DayProblem {}

/// Why a text is not one time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeProblem {
    /// Nothing but space.
    Empty,
    /// Not a form of time that we know.
    Unreadable,
    /// Well written, but the clock lacks it: 25.00, 16.60, 24.00, 13 pm.
    NoSuchTime,
}

impl fmt::Display for TimeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "no time given",
            Self::Unreadable => "not a time that can be read",
            Self::NoSuchTime => "the clock has no such time",
        })
    }
}

impl std::error::Error for TimeProblem {}

/// Reads one typed day.
///
/// | typed | read as |
/// |---|---|
/// | `2027-05-26`, `2027/5/26`, `2027.05.26`, `20270526` | year, month, day |
/// | `27-05-26`, `270526` | year, month, day: with hyphens and two digits each Swedish writes the year first |
/// | `26/5 2027`, `26/5/2027`, `26.5.2027`, `26-5-2027`, `26/5-27`, `26.5.27` | day, month, year |
/// | `26/5`, `26.5`, `26.5.` | the next such day, today counted |
/// | `26 maj 2027`, `26 maj`, `den 26:e maj`, `26th of May`, `May 26, 2027`, `26 sept.` | by the month's name, either language |
/// | `onsdag 26 maj 2027`, `ons 26/5`, `26 May (Wed)` | with the weekday, which must be right |
/// | `i dag`, `idag`, `i morgon`, `today`, `tomorrow`, … | counted from today |
///
/// Two-digit years are 20xx. `05-26`, `5 6 27`, a month without a day, and years before 1000 are
/// [`DayProblem::Unreadable`]. Letters may be large or small, å ä ö may lack their marks, spaces
/// and dashes may be of any kind.
///
/// # Errors
/// See [`DayProblem`].
pub fn parse_day(text: &str, today: Date) -> Result<Date, DayProblem> {
    let text = plain(text).ok_or(DayProblem::Unreadable)?;
    if text.is_empty() {
        return Err(DayProblem::Empty);
    }
    if let Some(ahead) = days_ahead(&text) {
        return today.checked_add(ahead.days()).map_err(|_| DayProblem::NoSuchDay);
    }
    let parts = DayParts::read(&text).ok_or(DayProblem::Unreadable)?;
    let day = match parts.figures().ok_or(DayProblem::Unreadable)? {
        Figures { year: Some(year), month, day } => Date::new(year, month, day).ok(),
        // Leap days are at most eight years apart (over 1900, 2100, …).
        Figures { year: None, month, day } => (today.year()..=today.year().saturating_add(8))
            .filter_map(|year| Date::new(year, month, day).ok())
            .find(|&day| day >= today),
    };
    let day = day.ok_or(DayProblem::NoSuchDay)?;
    match parts.weekday {
        Some(typed) if typed != day.weekday() => Err(DayProblem::WeekdayDiffers { day, typed }),
        _ => Ok(day),
    }
}

/// Reads one typed time of day: `16`, `16.00`, `16:00`, `1600`, `930`, `kl. 16.30`, `klockan 9`,
/// `4 pm`, `4.30 p.m.`, `4 em`, `16:00:00`.
///
/// # Errors
/// See [`TimeProblem`]. A span ("16–18") is [`TimeProblem::Unreadable`]: it is two times.
pub fn parse_time(text: &str) -> Result<Time, TimeProblem> {
    let text = plain(text).ok_or(TimeProblem::Unreadable)?;
    if text.is_empty() {
        return Err(TimeProblem::Empty);
    }
    let (hour, minute, half) = time_figures(&text).ok_or(TimeProblem::Unreadable)?;
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return Err(TimeProblem::NoSuchTime),
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
    };
    Time::new(hour, minute, 0, 0).map_err(|_| TimeProblem::NoSuchTime)
}

/// Lower case, å ä ö and é without marks, one kind of space and of dash, nothing invisible, no space
/// at the ends. `None` for what is too long to be meant.
fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().nth(TEXT_CHARS_MAX).is_some() {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' | 'ä' | 'à' | 'á' => plain.push('a'),
            'ö' => plain.push('o'),
            'é' => plain.push('e'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            // Combining marks, and what word processors and chats leave behind unseen.
            '\u{300}'..='\u{36f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{ad}' => {}
            '(' | ')' => plain.push(' '),
            space if space.is_whitespace() => plain.push(' '),
            other => plain.push(other),
        }
    }
    Some(plain.trim().to_owned())
}

fn days_ahead(text: &str) -> Option<i32> {
    Some(match text {
        "i dag" | "idag" | "today" => 0,
        "i morgon" | "imorgon" | "tomorrow" => 1,
        "i overmorgon" | "overmorgon" => 2,
        "i gar" | "igar" | "yesterday" => -1,
        _ => return None,
    })
}

/// A typed text cut into its smallest pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    Digits(&'t str),
    Word(&'t str),
    /// Anything else, a space too.
    Mark(char),
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let belongs: fn(char) -> bool = if first.is_ascii_digit() {
            |letter| letter.is_ascii_digit()
        } else if first.is_alphabetic() {
            char::is_alphabetic
        } else {
            rest = &rest[first.len_utf8()..];
            return Some(Piece::Mark(first));
        };
        let end = rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(if first.is_ascii_digit() { Piece::Digits(piece) } else { Piece::Word(piece) })
    })
}

/// What a typed day is made of, in the order typed.
struct DayParts<'t> {
    numbers: Vec<&'t str>,
    /// The marks after each number, without spaces.
    marks: Vec<String>,
    /// The month, and how many numbers stand before it.
    month: Option<(i8, usize)>,
    weekday: Option<Weekday>,
}

struct Figures {
    year: Option<i16>,
    month: i8,
    day: i8,
}

impl<'t> DayParts<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let mut parts = Self { numbers: vec![], marks: vec![], month: None, weekday: None };
        let mut after_number = false;
        for piece in pieces(text) {
            match piece {
                Piece::Digits(digits) => {
                    parts.numbers.push(digits);
                    parts.marks.push(String::new());
                    after_number = true;
                    continue;
                }
                Piece::Word("e" | "a" | "st" | "nd" | "rd" | "th") if after_number => {
                    let marks = parts.marks.last_mut()?;
                    if marks == ":" {
                        marks.clear();
                    }
                }
                Piece::Word("den" | "the" | "of" | "on" | "pa") => {}
                Piece::Word(word) => {
                    if let Some(month) = month_named(word) {
                        let earlier = parts.month.replace((month, parts.numbers.len()));
                        if earlier.is_some() {
                            return None;
                        }
                    } else {
                        let weekday = weekday_named(word)?;
                        if parts.weekday.replace(weekday).is_some() {
                            return None;
                        }
                    }
                }
                // "26:e" has its colon beside the number.
                Piece::Mark(':') if after_number => {
                    parts.marks.last_mut()?.push(':');
                    continue;
                }
                Piece::Mark(' ') => {}
                Piece::Mark(mark @ ('.' | ',' | '-' | '/')) => match parts.marks.last_mut() {
                    Some(marks) => marks.push(mark),
                    // "ons. 26/5", "onsdag, 26 maj"; a hyphen or a slash before all numbers is
                    // the rest of something else.
                    None if matches!(mark, '.' | ',') => {}
                    None => return None,
                },
                Piece::Mark(_) => return None,
            }
            after_number = false;
        }
        Some(parts)
    }

    fn figures(&self) -> Option<Figures> {
        match self.month {
            Some((month, numbers_before)) => self.figures_beside_name(month, numbers_before),
            None => self.figures_alone(),
        }
    }

    fn figures_beside_name(&self, month: i8, numbers_before: usize) -> Option<Figures> {
        // "26 maj, 2027", "26-maj-2027", "26. maj 2027"
        if self.marks.iter().flat_map(|marks| marks.chars()).any(|mark| mark == ':') {
            return None;
        }
        let (year, day) = match (numbers_before, self.numbers.as_slice()) {
            (0 | 1, &[day]) => (None, day),
            (1, &[year, day]) if year.len() == 4 => (Some(year), day),
            (0 | 1, &[day, year]) => (Some(year), day),
            _ => return None,
        };
        let year = match year {
            Some(digits) => Some(year_of(digits)?),
            None => None,
        };
        Some(Figures { year, month, day: small(day)? })
    }

    fn figures_alone(&self) -> Option<Figures> {
        let (last, between) = self.marks.split_last()?;
        if !matches!(last.as_str(), "" | "." | ",") {
            return None;
        }
        let between: Vec<&str> = between.iter().map(String::as_str).collect();
        let (year, month, day) = match (self.numbers.as_slice(), between.as_slice()) {
            (&[digits], []) if digits.len() == 8 => {
                (Some(&digits[..4]), &digits[4..6], &digits[6..])
            }
            (&[digits], []) if digits.len() == 6 => {
                (Some(&digits[..2]), &digits[2..4], &digits[4..])
            }
            (&[day, month], ["/" | "."]) => (None, month, day),
            (&[year, month, day], ["-", "-"] | ["/", "/"] | [".", "."] | ["", ""])
                if year.len() == 4 =>
            {
                (Some(year), month, day)
            }
            (&[year, month, day], ["-", "-"])
                if [year, month, day].iter().all(|n| n.len() == 2) =>
            {
                (Some(year), month, day)
            }
            (&[day, month, year], ["-", "-"] | ["", ""]) if year.len() == 4 => {
                (Some(year), month, day)
            }
            (&[day, month, year], ["/", "/" | "" | "-" | ","] | [".", "." | "" | ","]) => {
                (Some(year), month, day)
            }
            _ => return None,
        };
        let year = match year {
            Some(digits) => Some(year_of(digits)?),
            None => None,
        };
        Some(Figures { year, month: small(month)?, day: small(day)? })
    }
}

/// Two digits are of this century; four are the year itself. Years before 1000 are slips.
fn year_of(digits: &str) -> Option<i16> {
    match digits.len() {
        2 => digits.parse::<i16>().ok().map(|year| 2000 + year),
        4 => digits.parse().ok().filter(|&year| year >= 1000),
        _ => None,
    }
}

/// A number of one or two digits.
fn small(digits: &str) -> Option<i8> {
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

/// The names that [`plain`] leaves, Swedish and English.
const MONTHS: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
];
const WEEKDAYS: [[&str; 7]; 2] = [
    ["mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag"],
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
];

fn month_named(word: &str) -> Option<i8> {
    position_of(word, MONTHS).map(|at| at + 1)
}

fn weekday_named(word: &str) -> Option<Weekday> {
    // "onsdagen den 26 maj"
    let word = word.strip_suffix("en").filter(|stem| stem.ends_with("dag")).unwrap_or(word);
    position_of(word, WEEKDAYS).and_then(|at| Weekday::from_monday_zero_offset(at).ok())
}

/// Where in a row the name stands that `word` is, or begins with at least three letters.
fn position_of<const COUNT: usize>(word: &str, rows: [[&str; COUNT]; 2]) -> Option<i8> {
    if word.len() < 3 {
        return None;
    }
    rows.iter()
        .find_map(|row| row.iter().position(|name| name.starts_with(word)))
        .and_then(|at| i8::try_from(at).ok())
}

enum Half {
    Morning,
    Afternoon,
}

fn time_figures(text: &str) -> Option<(i8, i8, Option<Half>)> {
    let mut numbers: Vec<&str> = vec![];
    let mut marks: Vec<String> = vec![];
    let mut letters_after = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Word("kl" | "klockan" | "at") if numbers.is_empty() => {}
            Piece::Mark('.' | ':') if numbers.is_empty() => {}
            Piece::Mark(' ') => {}
            Piece::Word(word) if !numbers.is_empty() => letters_after.push_str(word),
            Piece::Mark('.') if !letters_after.is_empty() => {}
            Piece::Digits(digits) if letters_after.is_empty() => {
                numbers.push(digits);
                marks.push(String::new());
            }
            Piece::Mark(mark @ ('.' | ':' | ',')) if letters_after.is_empty() => {
                marks.last_mut()?.push(mark);
            }
            _ => return None,
        }
    }
    let half = match letters_after.as_str() {
        "" => None,
        "am" | "fm" => Some(Half::Morning),
        "pm" | "em" => Some(Half::Afternoon),
        _ => return None,
    };
    let (last, between) = marks.split_last()?;
    let between: Vec<&str> = between.iter().map(String::as_str).collect();
    if !matches!(last.as_str(), "" | ".") {
        return None;
    }
    let (hour, minute) = match (numbers.as_slice(), between.as_slice()) {
        (&[hour], []) if hour.len() <= 2 => (hour, "00"),
        (&[digits], []) if digits.len() <= 4 => digits.split_at(digits.len() - 2),
        (&[hour, minute], ["." | ":" | "," | ""]) if minute.len() == 2 => (hour, minute),
        (&[hour, minute, "00"], [":", ":"] | [".", "."]) if minute.len() == 2 => (hour, minute),
        _ => return None,
    };
    Some((small(hour)?, small(minute)?, half))
}
