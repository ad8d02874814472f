//! What holds for every day, time and text.

use jiff::ToSpan;
use jiff::civil::{Date, Time, date, time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use locale::{DayProblem, Language};
use proptest::prelude::*;

/// The years a typed date can name with four digits.
fn any_day() -> impl Strategy<Value = Date> {
    (0..3_287_181_i32).prop_map(|days| date(1000, 1, 1).saturating_add(days.days()))
}

/// Days that a calendar of events holds.
fn day_of_our_time() -> impl Strategy<Value = Date> {
    (0..73_000_i32).prop_map(|days| date(1950, 1, 1).saturating_add(days.days()))
}

fn any_time() -> impl Strategy<Value = Time> {
    (0..24_i8, 0..60_i8).prop_map(|(hour, minute)| time(hour, minute, 0, 0))
}

fn any_language() -> impl Strategy<Value = Language> {
    prop::sample::select(&Language::ALL[..])
}

/// Texts made of what typed days are made of, so that most of them come far into the reader.
fn nearly_a_day() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(
        &[
            "2027", "26", "5", "05", "31", "0", "99", "maj", "feb", "May", "onsdag", "sön", "den",
            "th", ":e", " ", "/", ".", "-", ",", "–", ":", "kl", "16.00", "i dag", "ö", "\u{308}",
            "(", "İ", "ſ", "pm",
        ][..],
    );
    prop::collection::vec(pieces, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_day_said_is_the_day_read(day in any_day(), today in any_day(), language in any_language()) {
        prop_assert_eq!(locale::parse_day(&locale::day(language, day), today), Ok(day));
        prop_assert_eq!(locale::parse_day(&locale::short_day(language, day), today), Ok(day));
        prop_assert_eq!(locale::parse_day(&day.to_string(), today), Ok(day));
        let typed = format!("{}/{} {}", day.day(), day.month(), day.year());
        prop_assert_eq!(locale::parse_day(&typed, today), Ok(day));
    }

    #[test]
    fn a_day_of_the_coming_year_needs_no_year(
        today in day_of_our_time(), ahead in 0..365_i32, language in any_language(),
    ) {
        let day = today.checked_add(ahead.days()).unwrap();
        let said = locale::day_without_year(language, day);
        prop_assert_eq!(locale::parse_day(&said, today), Ok(day));
    }

    #[test]
    fn the_nearest_days_are_read_by_the_words_they_are_said_in(
        today in day_of_our_time(), ahead in -1..=1_i32, language in any_language(),
    ) {
        let day = today.checked_add(ahead.days()).unwrap();
        let said = locale::relative_days(language, today, day);
        prop_assert_eq!(locale::parse_day(&said, today), Ok(day));
    }

    #[test]
    fn a_day_without_a_year_is_the_first_such_day_from_today(
        today in day_of_our_time(), day in 1..=31_i8, month in 1..=12_i8,
    ) {
        let exists = Date::new(2024, month, day).is_ok();
        match locale::parse_day(&format!("{day}/{month}"), today) {
            Ok(read) => {
                prop_assert_eq!((read.day(), read.month()), (day, month));
                prop_assert!(read >= today);
                for year in today.year()..read.year() {
                    prop_assert!(Date::new(year, month, day).is_ok_and(|it| it < today) || day == 29);
                }
            }
            Err(problem) => {
                prop_assert_eq!(problem, DayProblem::NoSuchDay);
                prop_assert!(!exists);
            }
        }
    }

    #[test]
    fn a_time_said_is_the_time_read(time in any_time(), language in any_language()) {
        prop_assert_eq!(locale::parse_time(&locale::time(language, time)), Ok(time));
        prop_assert_eq!(locale::parse_time(&locale::hours(language, time, None)), Ok(time));
        prop_assert_eq!(locale::parse_time(&format!("{time}")), Ok(time));
        prop_assert_eq!(locale::parse_time(&format!("{:02}{:02}", time.hour(), time.minute())), Ok(time));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>(), nearly in nearly_a_day(), today in any_day()) {
        for text in [&text, &nearly] {
            let _ = locale::parse_day(text, today);
            let _ = locale::parse_time(text);
            let _ = locale::sort_key_text(text);
        }
    }

    #[test]
    fn reading_does_not_mind_case_or_the_space_around(nearly in nearly_a_day(), today in day_of_our_time()) {
        let read = locale::parse_day(&nearly, today);
        prop_assert_eq!(locale::parse_day(&format!(" \u{a0}{nearly}\n"), today), read);
        // Some letters change their number with their case (ß, İ): those are not typed in dates.
        if nearly.chars().all(|letter| !"İſ".contains(letter)) {
            prop_assert_eq!(locale::parse_day(&nearly.to_uppercase(), today), read);
        }
    }

    #[test]
    fn a_moment_shows_the_day_and_time_it_was_made_of(
        day in day_of_our_time(), time in any_time(),
        zone in prop::sample::select(&["Europe/Stockholm", "America/New_York", "Asia/Kathmandu"][..]),
    ) {
        let zone = TimeZone::get(zone).unwrap();
        match locale::zoned(day, time, &zone) {
            Ok(moment) => prop_assert_eq!((moment.date(), moment.time()), (day, time)),
            Err(skipped) => {
                prop_assert_eq!((skipped.day, skipped.time), (day, time));
                let offset = zone.to_ambiguous_timestamp(day.to_datetime(time)).offset();
                prop_assert!(matches!(offset, AmbiguousOffset::Gap { .. }), "{:?}", offset);
            }
        }
    }

    #[test]
    fn a_key_as_text_has_the_order_of_the_key(left in "\\PC{0,12}", right in "[a-öA-Ö ]{0,12}") {
        let of_bytes = locale::sort_key(&left).cmp(&locale::sort_key(&right));
        let of_text = locale::sort_key_text(&left).cmp(&locale::sort_key_text(&right));
        prop_assert_eq!(of_bytes, of_text);
    }

    #[test]
    fn a_number_said_keeps_its_digits(number in any::<i64>(), language in any_language()) {
        let said = locale::number(language, number);
        let digits: String = said.chars().filter(char::is_ascii_digit).collect();
        prop_assert_eq!(digits, number.unsigned_abs().to_string());
        prop_assert_eq!(said.starts_with('−'), number < 0);
        let groups: Vec<usize> =
            said.trim_start_matches('−').split(['\u{a0}', ',']).map(str::len).collect();
        prop_assert!((1..=3).contains(&groups[0]) && groups[1..].iter().all(|&len| len == 3));
    }
}
