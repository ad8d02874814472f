//! An event as entries of a calendar: one for each day, under names that stay the same for ever.

use crate::event::rules::{moment, wording};
use crate::event::types::{Event, State};
use interchange::calendar::{Entry, Organiser, Status};
use locale::Language;

/// The host in the names of calendar entries: that of the instance's address, without a port.
pub fn calendar_host(public_url: &str) -> String {
    let rest = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or("localhost").to_owned()
}

/// One entry for each day of a public event.
///
/// `url`: the public page, whole. `host`: that of the instance, for the entries' names; the first
/// day's is `ID@host`, the second's `ID-2@host`. `conference`: the meeting link, in files for those
/// who may have it; nothing else here tells it.
pub fn calendar_entries(
    event: &Event,
    language: Language,
    url: String,
    host: &str,
    conference: Option<&str>,
) -> Vec<Entry> {
    let content = &event.content;
    let lead = content.lead.words(language);
    // Not every calendar shows a conference or an address of their own.
    let description =
        [lead, conference.unwrap_or_default(), &url].into_iter().filter(|it| !it.is_empty());
    let description = description.collect::<Vec<_>>().join("\n\n");
    let place = event.mode.has_venue().then(|| wording::place(content.venue.as_ref())).flatten();
    let location = place.or_else(|| Some(content.platform.clone()).filter(|it| !it.is_empty()));
    let changed_at = match event.state {
        State::Cancelled { at, .. } => at.max(event.updated_at),
        State::Draft | State::Published { .. } => event.updated_at,
    };
    let (status, summary) = (
        match event.state {
            State::Draft => Status::Tentative,
            State::Published { .. } => Status::Confirmed,
            State::Cancelled { .. } => Status::Cancelled,
        },
        content.title.words(language).to_owned(),
    );
    let organiser = event.contact().map(|it| Organiser {
        name: content.organisers.first().unwrap_or(&it.name).clone(),
        email: it.email.clone(),
    });
    event
        .days
        .iter()
        .enumerate()
        .map(|(at, day)| Entry {
            uid: match at {
                0 => format!("{}@{host}", event.id),
                _ => format!("{}-{}@{host}", event.id, at + 1),
            },
            sequence: event.sequence,
            summary: summary.clone(),
            description: Some(description.clone()),
            location: location.clone(),
            url: Some(url.clone()),
            conference: conference.map(str::to_owned),
            starts: moment(day.day, day.starts, &event.zone),
            ends: moment(day.day, day.ends, &event.zone),
            status,
            // The same event gives the same bytes: a file is made anew when the event is.
            stamped_at: changed_at,
            modified_at: changed_at,
            organiser: organiser.clone(),
            language,
        })
        .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::event::rules::calendar::{calendar_entries, calendar_host};
    use crate::event::types::{
        Admission, AttendanceMode, Contact, Event, EventContent, EventDay, PlaceLimit, State,
    };
    use interchange::calendar::Calendar;
    use jiff::Timestamp;
    use jiff::tz::TimeZone;
    use locale::Language;
    use shared::Text;
    use shared::ids::EventId;

    pub(crate) fn day(day: &str, starts: &str, ends: &str) -> EventDay {
        EventDay {
            day: day.parse().unwrap(),
            starts: starts.parse().unwrap(),
            ends: ends.parse().unwrap(),
        }
    }

    /// A published evening online.
    pub(crate) fn event() -> Event {
        let at: Timestamp = "2027-05-01T08:00:00Z".parse().unwrap();
        Event {
            id: EventId::new(),
            slug: "lediga-rum".to_owned(),
            state: State::Published { at },
            days: vec![day("2027-05-26", "16:00", "18:00")],
            zone: TimeZone::get("Europe/Stockholm").unwrap(),
            mode: AttendanceMode::Online,
            admission: Admission::Open,
            opens_on: None,
            deadline_on: "2027-05-21".parse().unwrap(),
            change_deadline_on: None,
            dispatch: None,
            meeting_link: Some("https://meet.example.org/secret".to_owned()),
            link_version: 1,
            sequence: 3,
            retention_days: 90,
            pre_meeting_of: None,
            limit: PlaceLimit::new(None),
            created_by: None,
            created_at: at,
            updated_at: at,
            content: EventContent {
                title: Text::sv("Lediga rum, och öppna"),
                lead: Text::sv("Vi öppnar det som står tomt."),
                platform: "Zoom".to_owned(),
                organisers: vec!["Region Västermark".to_owned()],
                contacts: vec![Contact {
                    name: "Marit Åsbrink".to_owned(),
                    email: "marit@example.org".to_owned(),
                    ..Contact::default()
                }],
                ..EventContent::default()
            },
        }
    }

    fn file(event: &Event, conference: Option<&str>) -> String {
        let url = "https://samverk.example.org/sv/evenemang/lediga-rum".to_owned();
        let entries =
            calendar_entries(event, Language::Swedish, url, "samverk.example.org", conference);
        // Long lines are folded; unfolded they are easier to look for things in.
        Calendar { entries }.to_text().replace("\r\n ", "")
    }

    #[test]
    fn each_day_has_an_entry_under_a_name_of_its_own() {
        let days = vec![day("2027-05-26", "16:00", "18:00"), day("2027-05-27", "09:00", "12:00")];
        let event = Event { days, ..event() };
        let text = file(&event, None);
        assert!(text.contains(&format!("UID:{}@samverk.example.org\r\n", event.id)), "{text}");
        assert!(text.contains(&format!("UID:{}-2@samverk.example.org\r\n", event.id)), "{text}");
        assert!(text.contains("DTSTART;TZID=Europe/Stockholm:20270526T160000"), "{text}");
        assert!(text.contains("DTEND;TZID=Europe/Stockholm:20270527T120000"), "{text}");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
        assert!(text.contains("SEQUENCE:3") && text.contains("STATUS:CONFIRMED"), "{text}");
        assert!(text.contains("BEGIN:VTIMEZONE") && text.contains("METHOD:PUBLISH"), "{text}");
    }

    #[test]
    fn the_meeting_link_stands_only_where_it_is_given() {
        let event = event();
        assert!(!file(&event, None).contains("secret"));
        let text = file(&event, event.meeting_link.as_deref());
        assert_eq!(text.matches("https://meet.example.org/secret").count(), 2, "{text}");
    }

    #[test]
    fn the_host_has_no_port() {
        assert_eq!(calendar_host("https://samverk.example.org"), "samverk.example.org");
        assert_eq!(calendar_host("http://127.0.0.1:8080/"), "127.0.0.1");
    }

    #[test]
    fn a_cancelled_event_says_so_and_when() {
        let published_at: Timestamp = "2027-05-01T08:00:00Z".parse().unwrap();
        let at: Timestamp = "2027-05-03T08:00:00Z".parse().unwrap();
        let event = Event { state: State::Cancelled { published_at, at }, ..event() };
        let text = file(&event, None);
        assert!(text.contains("STATUS:CANCELLED"), "{text}");
        assert!(text.contains("LAST-MODIFIED:20270503T080000Z"), "{text}");
    }
}
