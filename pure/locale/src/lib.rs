//! Swedish and English as people write them: days, times, spans, numbers, lists and sort order;
//! and the other way, days and times as people type them.
//!
//! Pure: no clock (today is an argument), no machine settings, no interface wording. The words of
//! pages and mails live beside the pages and mails.
//!
//! ```
//! use jiff::civil::{date, time};
//! use locale::Language::{English, Swedish};
//!
//! let day = date(2027, 5, 26);
//! assert_eq!(locale::day(Swedish, day), "onsdag 26 maj 2027");
//! assert_eq!(locale::hours(English, time(16, 0, 0, 0), None), "16:00");
//! assert_eq!(locale::parse_day("26/5", date(2027, 3, 1)), Ok(day));
//! ```

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod amounts;
mod days;
mod language;
mod order;
mod times;
mod typed;
mod zones;

pub use amounts::{list, number};
pub use days::{day, day_without_year, days, is_month, month, relative_days, short_day};
pub use language::Language;
pub use order::{sort_key, sort_key_text};
pub use times::{hours, moment, time};
pub use typed::{DayProblem, TimeProblem, parse_day, parse_time};
pub use zones::{SkippedTime, zone_name, zoned};
