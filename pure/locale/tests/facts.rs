//! What is said and what is read, as a table of facts in both languages. Laws that hold for every
//! day and every text are in `laws.rs`.

use jiff::civil::{Date, Time, Weekday, date, time};
use jiff::tz::TimeZone;
use locale::Language::{English, Swedish};
use locale::{DayProblem, Language, SkippedTime, TimeProblem};

const TODAY: Date = date(2027, 3, 1);

fn at(hour: i8, minute: i8) -> Time {
    time(hour, minute, 0, 0)
}

fn stockholm() -> TimeZone {
    TimeZone::get("Europe/Stockholm").expect("the zones are bundled")
}

#[test]
fn days_are_said_in_full() {
    for (day, swedish, english) in [
        (date(2027, 5, 26), "onsdag 26 maj 2027", "Wednesday 26 May 2027"),
        (date(2027, 1, 4), "måndag 4 januari 2027", "Monday 4 January 2027"),
        (date(2028, 2, 29), "tisdag 29 februari 2028", "Tuesday 29 February 2028"),
        (date(2027, 3, 28), "söndag 28 mars 2027", "Sunday 28 March 2027"),
        (date(2027, 4, 1), "torsdag 1 april 2027", "Thursday 1 April 2027"),
        (date(2027, 6, 25), "fredag 25 juni 2027", "Friday 25 June 2027"),
        (date(2027, 7, 31), "lördag 31 juli 2027", "Saturday 31 July 2027"),
        (date(2027, 8, 9), "måndag 9 augusti 2027", "Monday 9 August 2027"),
        (date(2027, 9, 7), "tisdag 7 september 2027", "Tuesday 7 September 2027"),
        (date(2027, 10, 31), "söndag 31 oktober 2027", "Sunday 31 October 2027"),
        (date(2027, 11, 12), "fredag 12 november 2027", "Friday 12 November 2027"),
        (date(2027, 12, 31), "fredag 31 december 2027", "Friday 31 December 2027"),
    ] {
        assert_eq!(locale::day(Swedish, day), swedish);
        assert_eq!(locale::day(English, day), english);
    }
}

#[test]
fn days_are_said_in_short() {
    for (day, swedish, english) in [
        (date(2027, 5, 24), "mån 24 maj 2027", "Mon 24 May 2027"),
        (date(2027, 5, 25), "tis 25 maj 2027", "Tue 25 May 2027"),
        (date(2027, 5, 26), "ons 26 maj 2027", "Wed 26 May 2027"),
        (date(2027, 5, 27), "tors 27 maj 2027", "Thu 27 May 2027"),
        (date(2027, 5, 28), "fre 28 maj 2027", "Fri 28 May 2027"),
        (date(2027, 5, 29), "lör 29 maj 2027", "Sat 29 May 2027"),
        (date(2027, 5, 30), "sön 30 maj 2027", "Sun 30 May 2027"),
    ] {
        assert_eq!(locale::short_day(Swedish, day), swedish);
        assert_eq!(locale::short_day(English, day), english);
    }
    let day = date(2027, 5, 26);
    assert_eq!(locale::day_without_year(Swedish, day), "onsdag 26 maj");
    assert_eq!(locale::day_without_year(English, day), "Wednesday 26 May");
    assert_eq!(locale::month(Swedish, day), "maj 2027");
    assert_eq!(locale::month(English, day), "May 2027");
}

#[test]
fn spans_of_days_say_once_what_both_ends_share() {
    for (first, last, swedish, english) in [
        (date(2027, 5, 26), date(2027, 5, 26), "onsdag 26 maj 2027", "Wednesday 26 May 2027"),
        (
            date(2027, 5, 26),
            date(2027, 5, 27),
            "onsdag 26–torsdag 27 maj 2027",
            "Wednesday 26 – Thursday 27 May 2027",
        ),
        (
            date(2027, 8, 31),
            date(2027, 9, 1),
            "tisdag 31 augusti–onsdag 1 september 2027",
            "Tuesday 31 August – Wednesday 1 September 2027",
        ),
        (
            date(2027, 12, 31),
            date(2028, 1, 1),
            "fredag 31 december 2027–lördag 1 januari 2028",
            "Friday 31 December 2027 – Saturday 1 January 2028",
        ),
        // Same month and day of another year: nothing is shared.
        (
            date(2027, 5, 26),
            date(2028, 5, 26),
            "onsdag 26 maj 2027–fredag 26 maj 2028",
            "Wednesday 26 May 2027 – Friday 26 May 2028",
        ),
        // Given in the wrong order.
        (
            date(2027, 5, 27),
            date(2027, 5, 26),
            "onsdag 26–torsdag 27 maj 2027",
            "Wednesday 26 – Thursday 27 May 2027",
        ),
    ] {
        assert_eq!(locale::days(Swedish, first, last), swedish);
        assert_eq!(locale::days(English, first, last), english);
    }
}

#[test]
fn times_and_hours() {
    for (start, end, swedish, english) in [
        (at(16, 0), None, "kl. 16.00", "16:00"),
        (at(16, 0), Some(at(18, 0)), "kl. 16.00–18.00", "16:00–18:00"),
        (at(9, 5), Some(at(9, 55)), "kl. 09.05–09.55", "09:05–09:55"),
        (at(0, 0), Some(at(23, 59)), "kl. 00.00–23.59", "00:00–23:59"),
        (time(8, 30, 59, 999), None, "kl. 08.30", "08:30"),
    ] {
        assert_eq!(locale::hours(Swedish, start, end), swedish);
        assert_eq!(locale::hours(English, start, end), english);
    }
    assert_eq!(locale::time(Swedish, at(16, 0)), "16.00");
    assert_eq!(locale::time(English, at(16, 0)), "16:00");
}

#[test]
fn moments_are_said_by_the_clocks_of_their_own_zone() {
    let zone = stockholm();
    let moment = locale::zoned(date(2027, 5, 26), at(16, 0), &zone).unwrap();
    assert_eq!(locale::moment(Swedish, &moment), "onsdag 26 maj 2027 kl. 16.00");
    assert_eq!(locale::moment(English, &moment), "Wednesday 26 May 2027, 16:00");

    // 23.30 UTC is past midnight in Stockholm, and in summer by one hour more.
    for (instant, swedish) in [
        ("2027-01-31T23:30:00Z", "måndag 1 februari 2027 kl. 00.30"),
        ("2027-06-30T22:30:00Z", "torsdag 1 juli 2027 kl. 00.30"),
        ("2027-03-28T00:59:00Z", "söndag 28 mars 2027 kl. 01.59"),
        ("2027-03-28T01:00:00Z", "söndag 28 mars 2027 kl. 03.00"),
        ("2027-10-31T00:59:00Z", "söndag 31 oktober 2027 kl. 02.59"),
        ("2027-10-31T01:00:00Z", "söndag 31 oktober 2027 kl. 02.00"),
    ] {
        let instant: jiff::Timestamp = instant.parse().unwrap();
        let moment = instant.to_zoned_datetime(zone.clone());
        assert_eq!(locale::moment(Swedish, &moment), swedish);
    }
}

#[test]
fn days_to_go_are_counted_in_days_also_over_the_nights_of_23_and_25_hours() {
    for (today, day, swedish, english) in [
        (date(2027, 5, 26), date(2027, 5, 26), "i dag", "today"),
        (date(2027, 5, 26), date(2027, 5, 27), "i morgon", "tomorrow"),
        (date(2027, 5, 26), date(2027, 5, 25), "i går", "yesterday"),
        (date(2027, 5, 26), date(2027, 5, 28), "om 2 dagar", "in 2 days"),
        (date(2027, 5, 26), date(2027, 5, 29), "om 3 dagar", "in 3 days"),
        (date(2027, 5, 26), date(2027, 5, 23), "för 3 dagar sedan", "3 days ago"),
        (date(2027, 3, 27), date(2027, 3, 28), "i morgon", "tomorrow"),
        (date(2027, 3, 28), date(2027, 3, 29), "i morgon", "tomorrow"),
        (date(2027, 10, 31), date(2027, 11, 1), "i morgon", "tomorrow"),
        (date(2028, 2, 28), date(2028, 3, 1), "om 2 dagar", "in 2 days"),
        (date(2027, 12, 31), date(2028, 1, 1), "i morgon", "tomorrow"),
        (date(2024, 1, 1), date(2027, 1, 1), "om 1\u{a0}096 dagar", "in 1,096 days"),
    ] {
        assert_eq!(locale::relative_days(Swedish, today, day), swedish);
        assert_eq!(locale::relative_days(English, today, day), english);
    }
}

#[test]
fn zones_have_the_names_people_use() {
    for (name, day, swedish, english) in [
        ("Europe/Stockholm", date(2027, 5, 26), "svensk tid", "CEST"),
        ("Europe/Stockholm", date(2027, 1, 26), "svensk tid", "CET"),
        ("Europe/Helsinki", date(2027, 5, 26), "finsk tid", "EEST"),
        ("Europe/London", date(2027, 1, 26), "brittisk tid", "GMT"),
        ("Europe/London", date(2027, 5, 26), "brittisk tid", "BST"),
        ("Europe/Istanbul", date(2027, 5, 26), "UTC+3", "UTC+3"),
        ("America/New_York", date(2027, 5, 26), "UTC−4", "UTC−4"),
        ("Asia/Kathmandu", date(2027, 5, 26), "UTC+5.45", "UTC+5:45"),
        ("America/St_Johns", date(2027, 1, 26), "UTC−3.30", "UTC−3:30"),
        ("UTC", date(2027, 5, 26), "UTC", "UTC"),
    ] {
        let zone = TimeZone::get(name).unwrap();
        let moment = locale::zoned(day, at(16, 0), &zone).unwrap();
        assert_eq!(locale::zone_name(Swedish, &moment), swedish, "{name}");
        assert_eq!(locale::zone_name(English, &moment), english, "{name}");
    }
}

#[test]
fn the_night_that_lacks_an_hour_refuses_its_times() {
    let zone = stockholm();
    let spring = date(2027, 3, 28);
    for (time, offset_hours) in [(at(1, 59), 1), (at(3, 0), 2)] {
        assert_eq!(
            locale::zoned(spring, time, &zone).unwrap().offset().seconds(),
            offset_hours * 3600
        );
    }
    for time in [at(2, 0), at(2, 30), at(2, 59)] {
        assert_eq!(locale::zoned(spring, time, &zone), Err(SkippedTime { day: spring, time }));
        assert!(locale::zoned(spring, time, &TimeZone::UTC).is_ok());
    }
}

#[test]
fn the_hour_that_comes_twice_is_the_first_of_the_two() {
    let zone = stockholm();
    let autumn = date(2027, 10, 31);
    for (time, instant) in [
        (at(1, 59), "2027-10-30T23:59:00Z"),
        (at(2, 0), "2027-10-31T00:00:00Z"),
        (at(2, 59), "2027-10-31T00:59:00Z"),
        (at(3, 0), "2027-10-31T02:00:00Z"),
    ] {
        let moment = locale::zoned(autumn, time, &zone).unwrap();
        assert_eq!(moment.timestamp().to_string(), instant);
    }
}

#[test]
fn a_moment_beyond_the_calendar_is_refused() {
    let zone = TimeZone::fixed(jiff::tz::offset(-5));
    assert!(locale::zoned(Date::MAX, at(23, 0), &zone).is_err());
}

#[track_caller]
fn check_day(typed: &str, expected: Result<Date, DayProblem>) {
    assert_eq!(locale::parse_day(typed, TODAY), expected, "{typed:?}");
}

#[test]
fn typed_days_with_a_year() {
    for typed in [
        "2027-05-26",
        "2027-5-26",
        "2027/05/26",
        "2027.05.26",
        "2027 05 26",
        "20270526",
        "270526",
        "27-05-26",
        "26/5 2027",
        "26/5-2027",
        "26/5/2027",
        "26/05/2027",
        "26.5.2027",
        "26. 5. 2027",
        "26-05-2027",
        "26 5 2027",
        "26/5-27",
        "26/5 27",
        "26/5/27",
        "26.5.27",
        "26 maj 2027",
        "26 MAJ 2027",
        "26 maj, 2027",
        "26 maj -27",
        "26maj2027",
        "26-maj-2027",
        "den 26 maj 2027",
        "26:e maj 2027",
        "den 26e maj 2027",
        "onsdag 26 maj 2027",
        "Onsdagen den 26 maj 2027",
        "onsdag den 26:e maj 2027",
        "ons 26 maj 2027",
        "ons. 26 maj 2027",
        "onsdag, 26/5 2027",
        "26 maj 2027 (onsdag)",
        "2027-05-26 onsdag",
        "Wednesday 26 May 2027",
        "Wed, May 26, 2027",
        "May 26 2027",
        "May 26th, 2027",
        "the 26th of May 2027",
        "2027 May 26",
        "  26  maj\t2027 \n",
        "26\u{a0}maj\u{202f}2027",
        "2027–05–26",
        "2027\u{2011}05\u{2011}26",
        "\u{200e}2027-05-26\u{feff}",
    ] {
        check_day(typed, Ok(date(2027, 5, 26)));
    }
    check_day("1:a augusti 2027", Ok(date(2027, 8, 1)));
    check_day("1st Aug 2027", Ok(date(2027, 8, 1)));
    check_day("2 sept 2027", Ok(date(2027, 9, 2)));
    check_day("2 okt. 2027", Ok(date(2027, 10, 2)));
    check_day("2 Oct 2027", Ok(date(2027, 10, 2)));
    check_day("lördag 29 maj 2027", Ok(date(2027, 5, 29)));
    check_day("lo\u{308}rdag 29 maj 2027", Ok(date(2027, 5, 29)));
    check_day("lordag 29 maj 2027", Ok(date(2027, 5, 29)));
    check_day("LÖRDAG 29 MAJ 2027", Ok(date(2027, 5, 29)));
    check_day("29/2 2028", Ok(date(2028, 2, 29)));
    check_day("1999-12-31", Ok(date(1999, 12, 31)));
}

#[test]
fn typed_days_without_a_year_are_the_next_such_day_today_counted() {
    for (typed, day) in [
        ("26/5", date(2027, 5, 26)),
        ("26.5", date(2027, 5, 26)),
        ("26.5.", date(2027, 5, 26)),
        ("26 maj", date(2027, 5, 26)),
        ("26 May", date(2027, 5, 26)),
        ("May 26", date(2027, 5, 26)),
        ("ons 26/5", date(2027, 5, 26)),
        ("onsdag 26 maj", date(2027, 5, 26)),
        ("1/3", date(2027, 3, 1)),
        ("28/2", date(2028, 2, 28)),
        ("29/2", date(2028, 2, 29)),
        ("1 januari", date(2028, 1, 1)),
        ("i dag", date(2027, 3, 1)),
        ("Idag", date(2027, 3, 1)),
        ("today", date(2027, 3, 1)),
        ("i morgon", date(2027, 3, 2)),
        ("tomorrow", date(2027, 3, 2)),
        ("i övermorgon", date(2027, 3, 3)),
        ("i går", date(2027, 2, 28)),
    ] {
        check_day(typed, Ok(day));
    }
    // The century years that are no leap years lie between.
    assert_eq!(locale::parse_day("29/2", date(2096, 3, 1)), Ok(date(2104, 2, 29)));
}

#[test]
fn typed_days_that_the_calendar_lacks() {
    for typed in [
        "31/2",
        "31 feb",
        "29/2 2027",
        "2027-02-29",
        "31 november 2027",
        "0/5",
        "32/5",
        "26/13",
        "5/26 2027",
        "2027-00-10",
        "20271326",
        "0 maj",
    ] {
        check_day(typed, Err(DayProblem::NoSuchDay));
    }
    assert_eq!(locale::parse_day("26 maj", Date::MAX), Err(DayProblem::NoSuchDay));
    assert_eq!(locale::parse_day("i morgon", Date::MAX), Err(DayProblem::NoSuchDay));
}

#[test]
fn typed_days_whose_weekday_is_another() {
    let differs = |typed| Err(DayProblem::WeekdayDiffers { day: date(2027, 5, 26), typed });
    check_day("torsdag 26 maj 2027", differs(Weekday::Thursday));
    check_day("tis 26/5", differs(Weekday::Tuesday));
    check_day("Sunday 26 May 2027", differs(Weekday::Sunday));
}

#[test]
fn typed_days_that_have_no_reading_or_two() {
    for typed in ["", "   ", "\u{a0}\n", "\u{feff}"] {
        check_day(typed, Err(DayProblem::Empty));
    }
    for typed in [
        "snart",
        "26",
        "maj",
        "maj 2027",
        "onsdag",
        "26/",
        "/26",
        "-26/5",
        "05-26",
        "5 6 27",
        "26 5",
        "26/5 16.00",
        "26 maj 2027 kl. 16.00",
        "26–27 maj",
        "5-7 juni",
        "26 maj 27 maj",
        "ons tors 26 maj",
        "2027",
        "0999-05-26",
        "26/5 207",
        "126/5",
        "2027-05-26T16:00",
        "26/5/2027/1",
        "26//5",
        "26:5",
        "٢٦/٥",
        "26 ma",
        "26 majs",
        "2027052",
        "202705261",
        "26/5 2027 x",
        "'; --",
        "1-2-27",
        "99999999999999999999999/5",
    ] {
        check_day(typed, Err(DayProblem::Unreadable));
    }
    check_day(&"26 maj ".repeat(20), Err(DayProblem::Unreadable));
}

#[track_caller]
fn check_time(typed: &str, expected: Result<Time, TimeProblem>) {
    assert_eq!(locale::parse_time(typed), expected, "{typed:?}");
}

#[test]
fn typed_times() {
    for typed in [
        "16",
        "16.00",
        "16:00",
        "16,00",
        "16 00",
        "1600",
        "kl 16",
        "kl. 16.00",
        "kl.16",
        "Kl 16:00",
        "klockan 16",
        "4 pm",
        "4pm",
        "4 PM",
        "4:00 pm",
        "4.00 p.m.",
        "4 em",
        "16:00:00",
        " 16.00 ",
        "16.",
        "\u{a0}16:00",
    ] {
        check_time(typed, Ok(at(16, 0)));
    }
    check_time("kl 16.30", Ok(at(16, 30)));
    check_time("9", Ok(at(9, 0)));
    check_time("09", Ok(at(9, 0)));
    check_time("930", Ok(at(9, 30)));
    check_time("0930", Ok(at(9, 30)));
    check_time("9.05", Ok(at(9, 5)));
    check_time("0", Ok(at(0, 0)));
    check_time("00.00", Ok(at(0, 0)));
    check_time("23.59", Ok(at(23, 59)));
    check_time("12 am", Ok(at(0, 0)));
    check_time("12 pm", Ok(at(12, 0)));
    check_time("12.30 a.m.", Ok(at(0, 30)));
    check_time("9 fm", Ok(at(9, 0)));
}

#[test]
fn typed_times_that_are_none() {
    for typed in ["", " ", "\t"] {
        check_time(typed, Err(TimeProblem::Empty));
    }
    for typed in ["24.00", "25", "16.60", "1660", "13 pm", "0 am", "99:99"] {
        check_time(typed, Err(TimeProblem::NoSuchTime));
    }
    for typed in [
        "fyra",
        "16–18",
        "16.00-18.00",
        "16.5",
        "16.000",
        "16:00:30",
        "12345",
        ":",
        "kl",
        "16 x",
        "pm 4",
        "-1",
        "16/00",
        "16..00",
        "1 6 0 0",
        "16:00 17:00",
        "26 maj",
        "١٦",
    ] {
        check_time(typed, Err(TimeProblem::Unreadable));
    }
}

#[test]
fn numbers_are_grouped() {
    for (number, swedish, english) in [
        (0, "0", "0"),
        (7, "7", "7"),
        (999, "999", "999"),
        (1_000, "1\u{a0}000", "1,000"),
        (12_500, "12\u{a0}500", "12,500"),
        (1_234_567, "1\u{a0}234\u{a0}567", "1,234,567"),
        (-1_000, "−1\u{a0}000", "−1,000"),
        (
            i64::MIN,
            "−9\u{a0}223\u{a0}372\u{a0}036\u{a0}854\u{a0}775\u{a0}808",
            "−9,223,372,036,854,775,808",
        ),
    ] {
        assert_eq!(locale::number(Swedish, number), swedish);
        assert_eq!(locale::number(English, number), english);
    }
}

#[test]
fn lists_end_with_and() {
    for (items, swedish, english) in [
        (&[][..], "", ""),
        (&["a"][..], "a", "a"),
        (&["a", "b"][..], "a och b", "a and b"),
        (&["a", "b", "c"][..], "a, b och c", "a, b and c"),
    ] {
        assert_eq!(locale::list(Swedish, items), swedish);
        assert_eq!(locale::list(English, items), english);
    }
    assert_eq!(locale::list(Swedish, &["a".to_owned(), "b".to_owned()]), "a och b");
}

#[test]
fn names_stand_in_swedish_order() {
    let in_order = [
        "",
        "4H Västra Ås",
        "Al",
        "al-Hassan",
        "Alm",
        "ålderman",
        "Åre",
        "Äldreforum",
        "Ängel",
        "Öberg",
        "Östra",
    ];
    for keys in in_order.windows(2) {
        assert!(locale::sort_key(keys[0]) < locale::sort_key(keys[1]), "{keys:?}");
        assert!(locale::sort_key_text(keys[0]) < locale::sort_key_text(keys[1]), "{keys:?}");
    }
    // Letters before case, and w is a letter of its own.
    for (before, after) in [
        ("arbete", "Berg"),
        ("Arbete", "berg"),
        ("berg", "Berg"),
        ("Zetterlund", "Åberg"),
        ("zon", "å"),
        ("Vass", "Wallin"),
        ("Vä", "W"),
        ("Eriksson", "Eriksson, Ida"),
        ("ide", "idé"),
        ("idé", "ideell"),
        ("Grupp 2", "Grupp 10"),
        ("Grupp 9", "Grupp 10"),
        ("o", "ö"),
        ("ü", "z"),
        ("tyve", "über"),
    ] {
        assert!(locale::sort_key(before) < locale::sort_key(after), "{before} {after}");
    }
}

#[test]
fn problems_have_words_for_a_log() {
    let differs = DayProblem::WeekdayDiffers { day: date(2027, 5, 26), typed: Weekday::Thursday };
    assert_eq!(differs.to_string(), "2027-05-26 is a Wednesday, not a Thursday");
    let skipped = SkippedTime { day: date(2027, 3, 28), time: at(2, 30) };
    assert_eq!(
        skipped.to_string(),
        "2027-03-28 has no 02:30:00: the clocks are set forward over it"
    );
    assert_eq!(Language::Swedish.to_string(), "sv");
}
