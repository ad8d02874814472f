//! An invented event, for samples of pages and letters and for tests of rules.

use crate::event::types::{
    Admission, Appearance, AttendanceMode, Contact, Event, EventContent, EventDay, LinkDispatch,
    PlaceLimit, State,
};
use jiff::Timestamp;
use jiff::civil::{date, time};
use jiff::tz::TimeZone;
use platform::ids::Uuid;
use shared::Text;
use shared::ids::{EventId, PlaceLimitId};

/// "Lediga rum", online on 26 May 2027 16.00–18.00 in Stockholm's time; the last day to register
/// is 21 May, the link is sent on 24 May. The title holds an `&` on purpose.
pub fn sample_event() -> Event {
    let days = vec![EventDay {
        day: date(2027, 5, 26),
        starts: time(16, 0, 0, 0),
        ends: time(18, 0, 0, 0),
    }];
    let made_at: Timestamp = "2027-03-01T09:00:00Z".parse().expect("this text is an instant");
    Event {
        id: EventId(Uuid::from_u128(1)),
        slug: "lediga-rum".to_owned(),
        state: State::Published { at: made_at },
        days: days.clone(),
        zone: TimeZone::get("Europe/Stockholm").expect("every time zone database has Stockholm"),
        mode: AttendanceMode::Online,
        admission: Admission::Open,
        opens_on: None,
        deadline_on: date(2027, 5, 21),
        change_deadline_on: None,
        dispatch: Some(LinkDispatch::On(date(2027, 5, 24))),
        meeting_link: None,
        link_version: 0,
        sequence: 0,
        retention_days: 90,
        pre_meeting_of: None,
        limit: PlaceLimit { id: PlaceLimitId(Uuid::from_u128(2)), places: Some(120), taken: 42 },
        created_by: None,
        created_at: made_at,
        updated_at: made_at,
        content: EventContent {
            title: Text::both("Lediga rum & tomma hus", "Spare rooms & empty houses"),
            lead: Text::sv("Skolor och bygdegårdar står tomma om kvällarna. Vad går att öppna?"),
            text: Text::sv("Vi går igenom vad som **redan prövats**.\n\n- nycklar\n- försäkringar"),
            days,
            platform: "Zoom".to_owned(),
            themes: vec![Text::both("Nycklar & ansvar", "Keys & liability"), Text::sv("Ungas rum")],
            audience: Text::sv("Du som har en lokal eller söker en."),
            free: true,
            no_show_fee: Some(300),
            organisers: vec!["Region Västermark".to_owned(), "Föreningsrådet".to_owned()],
            moderators: vec![Appearance {
                names: vec!["Marit Åsbrink".to_owned()],
                title: "utvecklingsledare".to_owned(),
                affiliation: "Region Västermark".to_owned(),
            }],
            contacts: vec![Contact {
                name: "Marit Åsbrink".to_owned(),
                role: "utvecklingsledare".to_owned(),
                phone: "070-000 00 00".to_owned(),
                email: "marit.asbrink@example.org".to_owned(),
            }],
            ..EventContent::default()
        },
    }
}
