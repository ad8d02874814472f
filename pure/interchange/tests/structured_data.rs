//! schema.org data: golden files, every value found again, and no way out of the script element.

mod golden;

use interchange::structured_data::{
    AttendanceMode, EventData, Organisation, Part, Place, Related, Status,
};
use jiff::ZonedDateTime;
use jiff::civil::{date, time};
use jiff::tz::TimeZone;
use locale::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

fn at(day: i8, hour: i8) -> ZonedDateTime {
    let zone = TimeZone::get("Europe/Stockholm").expect("the zones are bundled");
    locale::zoned(date(2027, 5, day), time(hour, 0, 0, 0), &zone).expect("no night of May is short")
}

fn conference() -> EventData {
    EventData {
        name: "Dela mera: konferens om delningsekonomi".to_owned(),
        description: Some("En dag om verktyg, kläder & mat.\nAlla är välkomna.".to_owned()),
        url: "https://samverk.example/sv/evenemang/dela-mera".to_owned(),
        starts: at(26, 9),
        ends: at(26, 16),
        status: Status::Rescheduled { previous: at(19, 9) },
        attendance_mode: AttendanceMode::Mixed,
        place: Some(Place {
            name: "Stora salen".to_owned(),
            street: Some("Bruksgatan 1".to_owned()),
            town: Some("Ånglanda".to_owned()),
        }),
        virtual_url_public: None,
        organisers: vec![
            Organisation {
                name: "Ånglanda kommun".to_owned(),
                url: Some("https://anglanda.example/".to_owned()),
            },
            Organisation { name: "Studieförbundet Spaden".to_owned(), url: None },
        ],
        funders: vec![Organisation { name: "Länsfonden".to_owned(), url: None }],
        performers: vec!["Alva Ek".to_owned(), "Noor Haddad".to_owned()],
        in_language: Language::Swedish,
        free: Some(true),
        audience: Some("föreningar, kommuner och företag".to_owned()),
        image: Some("https://samverk.example/bilder/dela.webp".to_owned()),
        capacity: Some(120),
        remaining: Some(0),
        super_event: Some(Related {
            name: "Samverkansveckan".to_owned(),
            url: "https://samverk.example/sv/evenemang/samverkansveckan".to_owned(),
        }),
        sub_events: vec![
            Part { name: "Välkommen".to_owned(), starts: at(26, 9), ends: Some(at(26, 10)) },
            Part { name: "Samtal i grupper".to_owned(), starts: at(26, 10), ends: None },
        ],
    }
}

/// As little as an event can be.
fn talk() -> EventData {
    EventData {
        name: "A talk".to_owned(),
        description: None,
        url: "https://samverk.example/en/events/a-talk".to_owned(),
        status: Status::Scheduled,
        attendance_mode: AttendanceMode::OnSite,
        place: None,
        organisers: vec![],
        funders: vec![],
        performers: vec![],
        in_language: Language::English,
        free: None,
        audience: None,
        image: None,
        capacity: None,
        remaining: None,
        super_event: None,
        sub_events: vec![],
        ..conference()
    }
}

fn read(event: &EventData) -> Value {
    serde_json::from_str(&event.to_json()).expect("the text is JSON")
}

#[test]
fn golden_conference_and_talk() {
    golden::check("conference.json", &format!("{}\n", conference().to_json()));
    golden::check("talk.json", &format!("{}\n", talk().to_json()));
}

#[test]
fn an_event_says_everything_that_is_known() {
    assert_eq!(
        read(&conference()),
        json!({
            "@context": "https://schema.org",
            "@id": "https://samverk.example/sv/evenemang/dela-mera",
            "@type": "Event",
            "audience": { "@type": "Audience", "audienceType": "föreningar, kommuner och företag" },
            "description": "En dag om verktyg, kläder & mat.\nAlla är välkomna.",
            "endDate": "2027-05-26T16:00:00+02:00",
            "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
            "eventStatus": "https://schema.org/EventRescheduled",
            "funder": [{ "@type": "Organization", "name": "Länsfonden" }],
            "image": "https://samverk.example/bilder/dela.webp",
            "inLanguage": "sv",
            "isAccessibleForFree": true,
            "location": [
                {
                    "@type": "Place",
                    "address": {
                        "@type": "PostalAddress",
                        "addressLocality": "Ånglanda",
                        "streetAddress": "Bruksgatan 1",
                    },
                    "name": "Stora salen",
                },
                {
                    "@type": "VirtualLocation",
                    "url": "https://samverk.example/sv/evenemang/dela-mera",
                },
            ],
            "maximumAttendeeCapacity": 120,
            "name": "Dela mera: konferens om delningsekonomi",
            "organizer": [
                {
                    "@type": "Organization",
                    "name": "Ånglanda kommun",
                    "url": "https://anglanda.example/",
                },
                { "@type": "Organization", "name": "Studieförbundet Spaden" },
            ],
            "performer": [
                { "@type": "Person", "name": "Alva Ek" },
                { "@type": "Person", "name": "Noor Haddad" },
            ],
            "previousStartDate": "2027-05-19T09:00:00+02:00",
            "remainingAttendeeCapacity": 0,
            "startDate": "2027-05-26T09:00:00+02:00",
            "subEvent": [
                {
                    "@type": "Event",
                    "endDate": "2027-05-26T10:00:00+02:00",
                    "name": "Välkommen",
                    "startDate": "2027-05-26T09:00:00+02:00",
                },
                {
                    "@type": "Event",
                    "name": "Samtal i grupper",
                    "startDate": "2027-05-26T10:00:00+02:00",
                },
            ],
            "superEvent": {
                "@type": "Event",
                "name": "Samverkansveckan",
                "url": "https://samverk.example/sv/evenemang/samverkansveckan",
            },
            "url": "https://samverk.example/sv/evenemang/dela-mera",
        })
    );
}

#[test]
fn what_is_not_known_is_not_said() {
    let talk = read(&talk());
    let keys: Vec<_> = talk.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "@context",
            "@id",
            "@type",
            "endDate",
            "eventAttendanceMode",
            "eventStatus",
            "inLanguage",
            "name",
            "startDate",
            "url",
        ]
    );
}

#[test]
fn where_follows_how_one_attends() {
    let location = |attendance_mode, place: Option<Place>, address: Option<&str>| {
        let virtual_url_public = address.map(str::to_owned);
        let event = EventData { attendance_mode, place, virtual_url_public, ..talk() };
        read(&event).get("location").cloned()
    };
    let hall = || Some(Place { name: "Hall".to_owned(), street: None, town: None });
    let stream = Some("https://stream.example/1");
    let hall_json = json!({ "@type": "Place", "name": "Hall" });
    let stream_json = json!({ "@type": "VirtualLocation", "url": "https://stream.example/1" });
    let page_json = json!({ "@type": "VirtualLocation", "url": talk().url });

    use AttendanceMode::{Mixed, OnSite, Online};
    assert_eq!(location(OnSite, hall(), stream), Some(hall_json.clone()));
    assert_eq!(location(OnSite, None, None), None);
    assert_eq!(location(Online, hall(), stream), Some(stream_json.clone()));
    assert_eq!(location(Online, None, None), Some(page_json.clone()));
    assert_eq!(location(Mixed, hall(), stream), Some(json!([hall_json, stream_json])));
    assert_eq!(location(Mixed, None, None), Some(page_json));
}

#[test]
fn a_cancelled_event_says_so() {
    let event = read(&EventData { status: Status::Cancelled, ..talk() });
    assert_eq!(event["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(event.get("previousStartDate"), None);
}

proptest! {
    #[test]
    fn no_text_leaves_the_script_element(
        text in prop_oneof![
            any::<String>(),
            prop::collection::vec(
                prop::sample::select(
                    &["</script>", "<!--", "<script", "-->", "]]>", "&quot;", "\u{2028}", "\u{2029}",
                      "\"", "\\", "\\u003c", "\0", "å"][..]
                ),
                0..8,
            )
            .prop_map(|pieces| pieces.concat()),
        ],
    ) {
        let event = EventData {
            name: text.clone(),
            description: Some(text.clone()),
            url: text.clone(),
            audience: Some(text.clone()),
            image: Some(text.clone()),
            virtual_url_public: Some(text.clone()),
            performers: vec![text.clone()],
            organisers: vec![Organisation { name: text.clone(), url: Some(text.clone()) }],
            ..conference()
        };
        let written = event.to_json();
        let way_out = written.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']);
        prop_assert!(!way_out, "{}", written);
        let read = read(&event);
        for value in [
            &read["name"], &read["description"], &read["url"], &read["image"],
            &read["audience"]["audienceType"], &read["performer"][0]["name"],
            &read["organizer"][0]["url"], &read["location"][1]["url"],
        ] {
            prop_assert_eq!(value, &json!(text));
        }
    }
}
