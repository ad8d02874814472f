//! The year of a day that is said without one: proposed from the day on which the text was read,
//! and always marked as proposed.

use jiff::civil::{Date, Weekday};

/// No calendar fits a day and its weekday later than this many years from now.
const YEARS_MAX: i16 = 12;

/// The next such day, `from` counted: on that weekday where one is said and such a year comes.
pub fn proposed(month: i8, day: i8, weekday: Option<Weekday>, from: Date) -> Option<Date> {
    let coming = || {
        (from.year()..=from.year().saturating_add(YEARS_MAX))
            .filter_map(move |year| Date::new(year, month, day).ok())
            .filter(move |it| *it >= from)
    };
    weekday.and_then(|typed| coming().find(|it| it.weekday() == typed)).or_else(|| coming().next())
}

/// The same day and month in the year that puts it closest to `near`.
pub fn closest(month: i8, day: i8, near: Date) -> Option<Date> {
    (near.year().saturating_sub(1)..=near.year().saturating_add(1))
        .filter_map(|year| Date::new(year, month, day).ok())
        .min_by_key(|it| (*it - near).get_days().abs())
}

/// The day within half a week of `day` that is a `weekday`.
pub fn same_week(day: Date, weekday: Weekday) -> Option<Date> {
    let ahead = i64::from(weekday.to_monday_zero_offset() - day.weekday().to_monday_zero_offset());
    let ahead = (ahead + 10).rem_euclid(7) - 3;
    day.checked_add(jiff::ToSpan::days(ahead)).ok()
}

/// The first weekday that a line names, whole or as it is shortened in calendars.
pub fn weekday_in(line: &str) -> Option<Weekday> {
    line.to_lowercase().split(|c: char| !c.is_alphabetic()).find_map(|word| {
        let word = word.strip_suffix("en").filter(|it| it.ends_with("dag")).unwrap_or(word);
        Some(match word {
            "måndag" | "mån" | "monday" | "mon" => Weekday::Monday,
            "tisdag" | "tis" | "tuesday" | "tue" | "tues" => Weekday::Tuesday,
            "onsdag" | "ons" | "wednesday" | "wed" => Weekday::Wednesday,
            "torsdag" | "tors" | "tor" | "thursday" | "thu" | "thurs" => Weekday::Thursday,
            "fredag" | "fre" | "friday" | "fri" => Weekday::Friday,
            "lördag" | "lör" | "saturday" | "sat" => Weekday::Saturday,
            "söndag" | "sön" | "sunday" | "sun" => Weekday::Sunday,
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_next_such_day_today_counted() {
        let from = date(2027, 5, 26);
        assert_eq!(proposed(5, 26, None, from), Some(from));
        assert_eq!(proposed(5, 25, None, from), Some(date(2028, 5, 25)));
        assert_eq!(proposed(2, 29, None, from), Some(date(2028, 2, 29)));
        assert_eq!(proposed(2, 30, None, from), None);
    }

    #[test]
    fn a_weekday_chooses_among_the_years_to_come() {
        let from = date(2027, 5, 26);
        // 21 September is a Thursday in 2028, a Tuesday in 2027.
        assert_eq!(proposed(9, 21, Some(Weekday::Tuesday), from), Some(date(2027, 9, 21)));
        assert_eq!(proposed(9, 21, Some(Weekday::Thursday), from), Some(date(2028, 9, 21)));
    }

    #[test]
    fn other_days_follow_the_first() {
        assert_eq!(closest(12, 20, date(2028, 1, 12)), Some(date(2027, 12, 20)));
        assert_eq!(closest(1, 3, date(2027, 12, 30)), Some(date(2028, 1, 3)));
    }

    #[test]
    fn weekdays_as_calendars_write_them() {
        assert_eq!(weekday_in("Onsdagen den 26 maj"), Some(Weekday::Wednesday));
        assert_eq!(weekday_in("Thu 16 Oct"), Some(Weekday::Thursday));
        assert_eq!(weekday_in("Torget, 26 maj"), None);
        assert_eq!(same_week(date(2027, 5, 26), Weekday::Tuesday), Some(date(2027, 5, 25)));
        assert_eq!(same_week(date(2027, 5, 26), Weekday::Saturday), Some(date(2027, 5, 29)));
        assert_eq!(same_week(date(2027, 5, 26), Weekday::Sunday), Some(date(2027, 5, 23)));
    }
}
