//! When and where an event is, as one says it. The same on pages, in letters and to organisers.

use crate::event::types::{Event, EventDay, Venue};
use jiff::ToSpan;
use locale::Language;
use web::Words;

/// "onsdag 26 maj 2027 kl. 16.00–18.00". Days that follow each other with the same hours are one
/// stretch, "onsdag 26–torsdag 27 maj 2027 kl. 09.00–16.00"; others are listed.
pub fn when_in_words(language: Language, event: &Event) -> String {
    let (first, last) = (event.first_day(), event.last_day());
    let one_stretch = event.days.windows(2).all(|pair| {
        let next = pair[0].day.checked_add(1.days()).ok();
        (pair[1].starts, pair[1].ends) == (first.starts, first.ends) && next == Some(pair[1].day)
    });
    if one_stretch {
        return with_hours(language, locale::days(language, first.day, last.day), first);
    }
    let parts: Vec<String> = event
        .days
        .iter()
        .enumerate()
        .map(|(at, it)| {
            // A year is said once, with the last of its days.
            let said_later = event.days.get(at + 1).is_some_and(|x| x.day.year() == it.day.year());
            let day = if said_later {
                locale::day_without_year(language, it.day)
            } else {
                locale::day(language, it.day)
            };
            with_hours(language, day, *it)
        })
        .collect();
    match language {
        Language::Swedish => locale::list(language, &parts),
        // The parts have commas of their own.
        Language::English => parts.join("; "),
    }
}

fn with_hours(language: Language, days: String, of: EventDay) -> String {
    let hours = locale::hours(language, of.starts, Some(of.ends));
    match language {
        Language::Swedish => format!("{days} {hours}"),
        Language::English => format!("{days}, {hours}"),
    }
}

/// "Bygdegården, Byvägen 2, Hammarstrand", "Digitalt via Zoom", or both. Never the meeting link.
pub fn where_in_words(words: &Words, event: &Event) -> String {
    let place = event.mode.has_venue().then(|| place(event.content.venue.as_ref())).flatten();
    let platform = event.content.platform.as_str();
    match (event.mode.has_link(), place) {
        (false, None) => words.text("event-place-later"),
        (false, Some(place)) => place,
        (true, None) if platform.is_empty() => words.text("event-place-online"),
        (true, None) => words.text_with("event-place-online-via", [("platform", platform.into())]),
        (true, Some(place)) if platform.is_empty() => {
            words.text_with("event-place-mixed", [("place", place.into())])
        }
        (true, Some(place)) => words.text_with(
            "event-place-mixed-via",
            [("place", place.into()), ("platform", platform.into())],
        ),
    }
}

/// What is known of a venue, on one line.
pub(crate) fn place(venue: Option<&Venue>) -> Option<String> {
    let Venue { name, street, town } = venue?;
    let known: Vec<&str> =
        [name, street, town].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    (!known.is_empty()).then(|| known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::rules::calendar::tests::{day, event};
    use crate::event::types::AttendanceMode;
    use web::words::Wordbook;

    #[track_caller]
    fn check_when(days: &[EventDay], swedish: &str, english: &str) {
        let event = Event { days: days.to_vec(), ..event() };
        assert_eq!(when_in_words(Language::Swedish, &event), swedish);
        assert_eq!(when_in_words(Language::English, &event), english);
    }

    #[test]
    fn one_day_is_said_with_its_hours() {
        check_when(
            &[day("2027-05-26", "16:00", "18:00")],
            "onsdag 26 maj 2027 kl. 16.00–18.00",
            "Wednesday 26 May 2027, 16:00–18:00",
        );
    }

    #[test]
    fn days_alike_are_one_stretch() {
        check_when(
            &[day("2027-05-26", "09:00", "16:00"), day("2027-05-27", "09:00", "16:00")],
            "onsdag 26–torsdag 27 maj 2027 kl. 09.00–16.00",
            "Wednesday 26 – Thursday 27 May 2027, 09:00–16:00",
        );
    }

    #[test]
    fn days_with_other_hours_or_a_gap_are_listed() {
        check_when(
            &[day("2027-05-26", "09:00", "16:00"), day("2027-05-27", "09:00", "12:00")],
            "onsdag 26 maj kl. 09.00–16.00 och torsdag 27 maj 2027 kl. 09.00–12.00",
            "Wednesday 26 May, 09:00–16:00; Thursday 27 May 2027, 09:00–12:00",
        );
        check_when(
            &[day("2026-12-30", "09:00", "12:00"), day("2027-01-05", "09:00", "12:00")],
            "onsdag 30 december 2026 kl. 09.00–12.00 och tisdag 5 januari 2027 kl. 09.00–12.00",
            "Wednesday 30 December 2026, 09:00–12:00; Tuesday 5 January 2027, 09:00–12:00",
        );
    }

    #[test]
    fn the_place_is_said_as_it_is_known() {
        let book = Wordbook::new(&[crate::event::WORDS]).unwrap();
        let check = |mode, venue: Option<Venue>, platform: &str, sv: &str, en: &str| {
            let mut event = Event { mode, ..event() };
            event.content.venue = venue;
            event.content.platform = platform.to_owned();
            assert_eq!(where_in_words(book.of(Language::Swedish), &event), sv);
            assert_eq!(where_in_words(book.of(Language::English), &event), en);
        };
        let hall =
            Some(Venue { name: "Bygdegården".into(), town: "Lit".into(), ..Venue::default() });
        use AttendanceMode::{Mixed, OnSite, Online};
        check(Online, None, "Zoom", "Digitalt via Zoom", "Online via Zoom");
        check(Online, hall.clone(), "", "Digitalt", "Online");
        check(OnSite, hall.clone(), "Zoom", "Bygdegården, Lit", "Bygdegården, Lit");
        check(OnSite, None, "", "Platsen meddelas senare", "The venue will be announced later");
        check(
            Mixed,
            hall,
            "Teams",
            "Bygdegården, Lit, och digitalt via Teams",
            "Bygdegården, Lit, and online via Teams",
        );
    }
}
