//! Calendar files, judged by a second reader: the parser of the `icalendar` crate for lines and
//! values, and a small evaluator of `VTIMEZONE` against the time zone database.

mod golden;

use icalendar::parser::{Component, Property, read_calendar, unfold};
use interchange::calendar::{Calendar, Entry, Organiser, Status};
use jiff::civil::{DateTime, Time, Weekday, date, time};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan, ZonedDateTime};
use locale::Language;
use proptest::prelude::*;

fn moment(zone: &str, day: jiff::civil::Date, time: Time) -> ZonedDateTime {
    let zone = TimeZone::get(zone).expect("the zones are bundled");
    locale::zoned(day, time, &zone).expect("the samples avoid the hour that never comes")
}

fn instant(text: &str) -> Timestamp {
    text.parse().expect("the samples are well written")
}

fn entry() -> Entry {
    Entry {
        uid: "0191f7a2-talk@samverk.example".to_owned(),
        sequence: 2,
        summary: "Samtal om delningsekonomi: verktyg, kläder; mat".to_owned(),
        description: Some(
            "Välkommen till ett öppet samtal!\n\nLänken skickas måndag 24 maj. Här får \
             föreningar, kommuner och företag i Ånglanda mötas och höra hur andra gör."
                .to_owned(),
        ),
        location: Some("Stora salen, Bruksgatan 1, Ånglanda".to_owned()),
        url: Some("https://samverk.example/sv/evenemang/2027-05-26-delningsekonomi".to_owned()),
        conference: None,
        starts: moment("Europe/Stockholm", date(2027, 5, 26), time(16, 0, 0, 0)),
        ends: moment("Europe/Stockholm", date(2027, 5, 26), time(18, 0, 0, 0)),
        status: Status::Confirmed,
        stamped_at: instant("2027-05-01T09:30:00Z"),
        modified_at: instant("2027-04-30T12:00:00.75Z"),
        organiser: Some(Organiser {
            name: "Åsa \"Bruket\" Öst; samordnare".to_owned(),
            email: "asa@samverk.example".to_owned(),
        }),
        language: Language::Swedish,
    }
}

fn text_of(entry: Entry) -> String {
    Calendar { entries: vec![entry] }.to_text()
}

/// The file as the second reader has it, with the promise that it read to the end.
fn read(text: &str, check: impl FnOnce(&[Property<'_>], &[Component<'_>])) {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).expect("the second reader reads the file");
    check(&calendar.properties, &calendar.components);
}

fn events<'c, 'a>(components: &'c [Component<'a>]) -> Vec<&'c Component<'a>> {
    components.iter().filter(|component| component.name == "VEVENT").collect()
}

fn value(component: &Component<'_>, name: &str) -> Option<String> {
    component.find_prop(name).map(|property| property.val.as_str().to_owned())
}

fn parameter(component: &Component<'_>, name: &str, key: &str) -> Option<String> {
    let property = component.find_prop(name)?;
    let parameter = property.params.iter().find(|parameter| parameter.key == key)?;
    parameter.val.as_ref().map(|value| value.as_str().to_owned())
}

#[test]
fn golden_event_and_cancelled_online_event() {
    golden::check("event.ics", &text_of(entry()));
    let online = Entry {
        status: Status::Cancelled,
        sequence: 3,
        location: None,
        conference: Some("https://meet.example/j/123?pwd=a,b;c".to_owned()),
        language: Language::English,
        summary: "A talk".to_owned(),
        description: None,
        organiser: None,
        starts: moment("America/New_York", date(2027, 11, 1), time(9, 0, 0, 0)),
        ends: moment("America/New_York", date(2027, 11, 1), time(10, 30, 0, 0)),
        ..entry()
    };
    golden::check("online.ics", &text_of(online));
}

#[test]
fn the_second_reader_finds_every_value() {
    read(&text_of(entry()), |calendar, components| {
        let heads: Vec<_> =
            calendar.iter().map(|head| (head.name.as_str(), head.val.as_str())).collect();
        assert!(heads.contains(&("METHOD", "PUBLISH")));
        assert!(heads.contains(&("VERSION", "2.0")));
        let names: Vec<_> = components.iter().map(|component| component.name.as_str()).collect();
        assert_eq!(names, ["VTIMEZONE", "VEVENT"]);

        let event = events(components)[0];
        let entry = entry();
        assert_eq!(value(event, "UID"), Some(entry.uid));
        assert_eq!(value(event, "SEQUENCE").as_deref(), Some("2"));
        assert_eq!(value(event, "SUMMARY"), Some(entry.summary));
        assert_eq!(parameter(event, "SUMMARY", "LANGUAGE").as_deref(), Some("sv"));
        assert_eq!(value(event, "DESCRIPTION"), entry.description);
        assert_eq!(value(event, "LOCATION"), entry.location);
        assert_eq!(value(event, "URL"), entry.url);
        assert_eq!(value(event, "CONFERENCE"), None);
        assert_eq!(value(event, "STATUS").as_deref(), Some("CONFIRMED"));
        assert_eq!(value(event, "DTSTART").as_deref(), Some("20270526T160000"));
        assert_eq!(parameter(event, "DTSTART", "TZID").as_deref(), Some("Europe/Stockholm"));
        assert_eq!(value(event, "DTEND").as_deref(), Some("20270526T180000"));
        assert_eq!(value(event, "DTSTAMP").as_deref(), Some("20270501T093000Z"));
        assert_eq!(value(event, "LAST-MODIFIED").as_deref(), Some("20270430T120000Z"));
        assert_eq!(value(event, "ORGANIZER").as_deref(), Some("mailto:asa@samverk.example"));
    });
}

#[test]
fn a_zone_is_described_once_however_many_entries_use_it() {
    let entries = vec![
        entry(),
        entry(),
        Entry { starts: moment("Europe/Helsinki", date(2027, 5, 26), time(9, 0, 0, 0)), ..entry() },
    ];
    read(&Calendar { entries }.to_text(), |_, components| {
        let zones: Vec<_> = components
            .iter()
            .filter(|component| component.name == "VTIMEZONE")
            .filter_map(|zone| value(zone, "TZID"))
            .collect();
        assert_eq!(zones, ["Europe/Stockholm", "Europe/Helsinki"]);
        assert_eq!(events(components).len(), 3);
    });
}

#[test]
fn moments_that_a_name_cannot_tell_are_written_in_utc() {
    let zone = TimeZone::get("Europe/Stockholm").unwrap();
    let twice = date(2027, 10, 31).at(2, 30, 0, 0);
    let first = zone.to_ambiguous_zoned_datetime(twice).earlier().unwrap();
    let second = zone.to_ambiguous_zoned_datetime(twice).later().unwrap();
    let text = text_of(Entry { starts: first, ends: second, ..entry() });
    assert!(text.contains("\r\nDTSTART;TZID=Europe/Stockholm:20271031T023000\r\n"), "{text}");
    assert!(text.contains("\r\nDTEND:20271031T013000Z\r\n"), "{text}");

    let fixed = date(2027, 5, 26)
        .at(16, 0, 0, 0)
        .to_zoned_datetime(TimeZone::fixed(jiff::tz::offset(2)))
        .unwrap();
    let utc = fixed.timestamp().to_zoned_datetime(TimeZone::UTC);
    let text = text_of(Entry { starts: fixed.clone(), ends: fixed, ..entry() });
    assert!(text.contains("\r\nDTSTART:20270526T140000Z\r\n"), "{text}");
    assert!(!text.contains("VTIMEZONE") && !text.contains("DTEND"), "{text}");
    let text = text_of(Entry { starts: utc.clone(), ends: utc, ..entry() });
    assert!(text.contains("\r\nDTSTART:20270526T140000Z\r\n"), "{text}");
}

#[test]
fn an_address_stays_an_address() {
    let text = text_of(Entry {
        url: Some("https://x.example/å?a=b\r\nATTACH:evil".to_owned()),
        conference: Some(" https://meet.example/j/1,2;3 \"x\" ".to_owned()),
        organiser: Some(Organiser {
            name: "A\";X=\"b\r\nATTENDEE:c".to_owned(),
            email: "a@b.example?bcc=c@d.example\r\nX:y".to_owned(),
        }),
        ..entry()
    });
    read(&text, |_, components| {
        let event = events(components)[0];
        assert_eq!(
            value(event, "URL").as_deref(),
            Some("https://x.example/%C3%A5?a=b%0D%0AATTACH:evil")
        );
        assert_eq!(
            value(event, "CONFERENCE").as_deref(),
            Some("https://meet.example/j/1,2;3%20%22x%22")
        );
        assert_eq!(
            value(event, "ORGANIZER").as_deref(),
            Some("mailto:a@b.example%3Fbcc=c@d.example%0D%0AX%3Ay")
        );
        assert_eq!(value(event, "ATTACH"), None);
        assert_eq!(value(event, "ATTENDEE"), None);
    });
}

/// What a text is after the way out and in again: line breaks of one kind, and no control
/// characters but the tab.
fn as_read(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
        .chars()
        .filter(|&letter| matches!(letter, '\n' | '\t') || !letter.is_control())
        .collect()
}

/// Texts made to break lines: long, wide letters, marks of the format itself.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        prop::sample::select(
            &[
                "\r\n",
                "\n",
                "\r",
                "\\n",
                "\\",
                ";",
                ",",
                ":",
                "\"",
                "\u{2028}",
                "\t",
                " ",
                "å",
                "👩‍👩‍👧",
                "END:VEVENT",
                "\r\nATTACH:x",
                "\u{0}",
                "BEGIN:VEVENT",
                "\\,",
                "^n"
            ][..]
        )
        .prop_map(str::to_owned),
        "[a-zåäö ]{60,90}",
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

prop_compose! {
    fn any_entry()(
        texts in (any_text(), any_text(), any_text(), any_text()),
        addresses in (any_text(), any_text(), any_text(), any_text()),
        sequence in any::<u32>(),
        zone in prop::sample::select(&["Europe/Stockholm", "America/New_York", "Asia/Kathmandu"][..]),
        seconds in 0..4_000_000_000_i64,
        hours in 0..100_i64,
        status in prop::sample::select(
            &[Status::Confirmed, Status::Tentative, Status::Cancelled][..]
        ),
        language in prop::sample::select(&Language::ALL[..]),
    ) -> Entry {
        let zone = TimeZone::get(zone).expect("the zones are bundled");
        let starts = Timestamp::from_second(seconds).expect("in range").to_zoned_datetime(zone);
        Entry {
            uid: texts.0,
            sequence,
            summary: texts.1,
            description: Some(texts.2),
            location: Some(texts.3),
            url: Some(addresses.0),
            conference: Some(addresses.1),
            ends: starts.saturating_add(hours.hours()),
            starts,
            status,
            stamped_at: Timestamp::UNIX_EPOCH,
            modified_at: Timestamp::UNIX_EPOCH,
            organiser: Some(Organiser { name: addresses.2, email: addresses.3 }),
            language,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_entry_is_read_back_by_the_second_reader(entry in any_entry()) {
        let text = text_of(entry.clone());
        read(&text, |_, components| {
            let events = events(components);
            assert_eq!(events.len(), 1);
            let event = events[0];
            assert_eq!(value(event, "UID"), Some(as_read(&entry.uid)));
            assert_eq!(value(event, "SUMMARY"), Some(as_read(&entry.summary)));
            assert_eq!(value(event, "DESCRIPTION"), entry.description.as_deref().map(as_read));
            assert_eq!(value(event, "LOCATION"), entry.location.as_deref().map(as_read));
            assert_eq!(value(event, "SEQUENCE"), Some(entry.sequence.to_string()));
            let mut names: Vec<_> =
                event.properties.iter().map(|property| property.name.as_str()).collect();
            names.retain(|&name| name != "DTEND");
            assert_eq!(names, [
                "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "SUMMARY", "DESCRIPTION",
                "LOCATION", "URL", "CONFERENCE", "STATUS", "ORGANIZER",
            ]);
        });
    }

    #[test]
    fn no_line_is_longer_than_75_octets_nor_anything_but_a_line(entry in any_entry()) {
        let text = text_of(entry);
        prop_assert!(text.ends_with("\r\n"));
        for line in text.trim_end_matches("\r\n").split("\r\n") {
            prop_assert!(line.len() <= 75, "{}", line);
            prop_assert!(!line.trim_start_matches(' ').is_empty() || line.len() > 1);
            let breaks =
                |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
            prop_assert!(line.chars().all(|letter| letter == '\t' || !breaks(letter)));
            let first = line.chars().next();
            prop_assert!(first.is_some_and(|first| first == ' ' || first.is_ascii_uppercase()));
        }
    }

    #[test]
    fn a_described_zone_gives_back_the_instant(
        zone in prop::sample::select(zones()),
        // 1970 to 2099, and an event of up to half a year.
        seconds in 0..4_102_444_800_i64,
        hours in 1..4_400_i64,
    ) {
        let zone = TimeZone::get(&zone).expect("the name is from the database");
        let starts = Timestamp::from_second(seconds).expect("in range").to_zoned_datetime(zone);
        let ends = starts.saturating_add(hours.hours());
        let text = text_of(Entry { starts: starts.clone(), ends: ends.clone(), ..entry() });
        read(&text, |_, components| {
            let event = events(components)[0];
            for (name, moment) in [("DTSTART", &starts), ("DTEND", &ends)] {
                assert_eq!(instant_of(event, name, components), moment.timestamp(), "{text}");
            }
        });
    }
}

fn zones() -> Vec<String> {
    jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect()
}

/// What a reader that knows no zone by name makes of a moment.
fn instant_of(event: &Component<'_>, name: &str, components: &[Component<'_>]) -> Timestamp {
    let written = value(event, name).expect("the moment is given");
    let Some(tzid) = parameter(event, name, "TZID") else {
        return Timestamp::strptime("%Y%m%dT%H%M%S%z", written.replace('Z', "+0000"))
            .expect("an instant in UTC");
    };
    let local = local(&written);
    let zone = components
        .iter()
        .find(|component| value(component, "TZID").as_deref() == Some(&tzid))
        .expect("the zone is described");
    let mut changes: Vec<(Timestamp, Offset)> = vec![];
    for observance in &zone.components {
        let offset = |name| offset(&value(observance, name).expect("the offset is given"));
        let (from, to) = (offset("TZOFFSETFROM"), offset("TZOFFSETTO"));
        let begins = self::local(&value(observance, "DTSTART").expect("the begin is given"));
        let begins = match value(observance, "RRULE").as_deref() {
            None => vec![begins],
            Some(rule) => {
                let month = if rule.contains("BYMONTH=3;") { 3 } else { 10 };
                assert_eq!(rule, format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"));
                let sundays: Vec<_> = (begins.year()..=2101)
                    .map(|year| {
                        date(year, month, 1)
                            .nth_weekday_of_month(-1, Weekday::Sunday)
                            .expect("every month has a Sunday")
                            .to_datetime(begins.time())
                    })
                    .collect();
                assert_eq!(sundays[0], begins, "the first of the rule's days is its begin");
                sundays
            }
        };
        changes.extend(begins.into_iter().map(|at| (from.to_timestamp(at).expect("in range"), to)));
    }
    changes.sort();
    let fits = |(at, &(begin, offset)): (usize, &(Timestamp, Offset))| {
        let candidate = offset.to_timestamp(local).expect("in range");
        let ends = changes.get(at + 1).map(|&(next, _)| next);
        (begin <= candidate && ends.is_none_or(|ends| candidate < ends)).then_some(candidate)
    };
    changes.iter().enumerate().find_map(fits).expect("the moment lies in a described time")
}

fn local(written: &str) -> DateTime {
    DateTime::strptime("%Y%m%dT%H%M%S", written).expect("a local time")
}

fn offset(written: &str) -> Offset {
    let number = |range: std::ops::Range<usize>| {
        written.get(range).map_or(0, |digits| digits.parse::<i32>().expect("digits"))
    };
    let seconds = number(1..3) * 3600 + number(3..5) * 60 + number(5..7);
    Offset::from_seconds(if written.starts_with('-') { -seconds } else { seconds })
        .expect("an offset of this world")
}
