//! What may and what may not be seen of an event.

use super::*;
use crate::announcement::reads::WholeEvent;
use crate::event::{Admission, State};
use shared::Text;

const SECRET: &str = "https://meet.example.org/hemligt-rum";
const CODE: &str = "kod-som-ingen-gissar";

const PATHS: [&str; 6] = [
    "/sv/evenemang/lediga-rum",
    "/en/events/lediga-rum",
    "/sv/evenemang/lediga-rum.ics",
    "/en/events/lediga-rum.ics",
    "/sv/evenemang/lediga-rum/utskrift",
    "/en/events/lediga-rum/print",
];
const LISTS: [&str; 4] =
    ["/sv/evenemang", "/en/events", "/sv/evenemang?visa=tidigare", "/sv/evenemang?q=lediga"];

fn with_secrets() -> Event {
    let mut event = sample_event();
    event.admission = Admission::Invited { code: CODE.to_owned() };
    event.meeting_link = Some(SECRET.to_owned());
    event.link_version = 1;
    event
}

#[tokio::test]
async fn a_draft_is_nowhere() {
    for database in databases().await {
        let event = Event { state: State::Draft, ..with_secrets() };
        insert(&database, &event, &[]).await;
        let visit = Visit::new(&database);
        for path in PATHS {
            let answer = visit.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(!answer.text.contains("tomma hus"), "{path}");
        }
        for path in LISTS {
            assert!(!visit.page(path).await.text.contains("tomma hus"), "{path}");
        }
        assert_eq!(visit.get("/sv/evenemang/finns-inte.ics").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn neither_the_meeting_link_nor_an_invitation_is_told() {
    for database in databases().await {
        insert(&database, &with_secrets(), &WholeEvent::sample().programme).await;
        // Both before and after the day on which the registered get the link.
        for now in [NOON, "2027-05-26T15:00:00Z"] {
            let visit = Visit::new(&database);
            visit.site.clock.set(now.parse().unwrap());
            for path in PATHS.into_iter().chain(LISTS) {
                let answer = visit.page(path).await;
                assert!(!answer.text.contains("hemligt-rum"), "{path}:\n{}", answer.text);
                assert!(!answer.text.contains(CODE), "{path}");
                assert!(!answer.text.contains("/anmalan"), "{path}");
                assert!(!answer.text.contains("/registration"), "{path}");
            }
        }
        let visit = Visit::new(&database);
        let page = visit.page("/sv/evenemang/lediga-rum").await;
        assert!(page.text.contains("är för inbjudna"), "{}", page.text);
    }
}

#[tokio::test]
async fn a_conference_that_is_a_draft_is_not_told_of() {
    for database in databases().await {
        let mut conference = another(7, 30);
        conference.state = State::Draft;
        let mut event = sample_event();
        event.pre_meeting_of = Some(conference.id);
        insert(&database, &conference, &[]).await;
        insert(&database, &event, &[]).await;
        let visit = Visit::new(&database);
        let page = visit.page("/sv/evenemang/lediga-rum").await;
        assert!(!page.text.contains("nummer 7") && !page.text.contains("förmöte"), "{}", page.text);
        // Published, each tells of the other.
        let mut published = another(8, 30);
        let mut pre_meeting = another(9, 2);
        pre_meeting.pre_meeting_of = Some(published.id);
        published.content.title = Text::sv("Stora dagen");
        insert(&database, &published, &[]).await;
        insert(&database, &pre_meeting, &[]).await;
        let page = visit.page("/sv/evenemang/samtal-9").await;
        assert!(page.text.contains("/sv/evenemang/samtal-8\">Stora dagen"), "{}", page.text);
        let page = visit.page("/sv/evenemang/samtal-8").await;
        assert!(page.text.contains("/sv/evenemang/samtal-9\">Samtal nummer 9"), "{}", page.text);
    }
}

/// Enough for what stands in a heading.
fn unescaped(html: &str) -> String {
    html.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

#[tokio::test]
async fn the_name_for_machines_is_the_heading() {
    for database in databases().await {
        let mut event = sample_event();
        let title = "Rum & \"hus\" <för> alla's </script>";
        event.content.title = Text::both(title, format!("{title} too"));
        insert(&database, &event, &WholeEvent::sample().programme).await;
        let visit = Visit::new(&database);
        for path in ["/sv/evenemang/lediga-rum", "/en/events/lediga-rum"] {
            let page = visit.page(path).await;
            assert_eq!(page.text.matches("application/ld+json").count(), 1);
            let json = page.between("<script type=\"application/ld+json\">", "</script>");
            let data: serde_json::Value = serde_json::from_str(json).unwrap();
            let heading = unescaped(page.between("<h1>", "</h1>"));
            assert!(heading.starts_with(title), "{heading}");
            assert_eq!(data["name"], serde_json::json!(heading), "{path}");
            assert_eq!(data["@type"], "Event");
            assert_eq!(data["startDate"], "2027-05-26T16:00:00+02:00");
            assert_eq!(data["url"], format!("https://samverk.example.org{path}"));
            assert_eq!(data["performer"].as_array().unwrap().len(), 2);
        }
        let page = visit.page("/sv/evenemang/lediga-rum").await;
        for said in [
            "<link rel=\"canonical\" href=\"https://samverk.example.org/sv/evenemang/lediga-rum\">",
            "hreflang=\"en\" href=\"/en/events/lediga-rum\"",
            "<meta name=\"description\" content=\"Skolor",
        ] {
            assert!(page.text.contains(said), "{said}:\n{}", page.text);
        }
    }
}

#[tokio::test]
async fn a_cancelled_event_stays_and_says_so_first() {
    for database in databases().await {
        let at: Timestamp = NOON.parse().unwrap();
        let state = State::Cancelled { published_at: at, at };
        insert(&database, &Event { state, sequence: 2, ..sample_event() }, &[]).await;
        let visit = Visit::new(&database);
        let page = visit.page("/sv/evenemang/lediga-rum").await;
        let said = page.text.find("Evenemanget är inställt sedan tisdag 18 maj 2027").unwrap();
        assert!(said < page.text.find("<h1").unwrap());
        assert!(page.text.contains("<title>Inställt: Lediga rum"), "{}", page.text);
        assert!(page.text.contains("https://schema.org/EventCancelled"));
        assert!(!page.text.contains("/anmalan"), "{}", page.text);
        let file = visit.page("/sv/evenemang/lediga-rum.ics").await;
        assert_eq!(file.headers[header::CONTENT_TYPE], interchange::calendar::MEDIA_TYPE);
        assert!(file.text.contains("STATUS:CANCELLED") && file.text.contains("SEQUENCE:2"));
        let uid = format!("UID:{}@samverk.example.org", event_id());
        assert!(file.text.contains(&uid), "{}", file.text);
        assert!(visit.page("/sv/evenemang").await.text.contains("Inställt"));
    }
}

fn event_id() -> EventId {
    sample_event().id
}

#[tokio::test]
async fn whether_one_may_register_is_told_with_its_reason() {
    let opens_on = Some("2027-05-20".parse().unwrap());
    let places = |places, taken| crate::event::PlaceLimit { places, taken, ..sample_event().limit };
    let cases = [
        (sample_event(), NOON, "Anmäl dig</a>"),
        (Event { opens_on, ..sample_event() }, NOON, "Anmälan öppnar torsdag 20 maj."),
        (Event { limit: places(Some(3), 3), ..sample_event() }, NOON, "Alla platser är tagna."),
        (Event { limit: places(None, 3), ..sample_event() }, NOON, "Ingen gräns"),
        (sample_event(), "2027-05-22T10:00:00Z", "Sista dag att anmäla sig var fredag 21 maj."),
        (sample_event(), "2027-05-26T16:00:00Z", "Evenemanget har varit."),
    ];
    for (event, now, said) in cases {
        let has_button = said.contains("Anmäl dig") || said == "Ingen gräns";
        for database in databases().await {
            insert(&database, &event, &[]).await;
            take(&database, &event).await;
            let visit = Visit::new(&database);
            visit.site.clock.set(now.parse().unwrap());
            let page = visit.page("/sv/evenemang/lediga-rum").await;
            assert!(page.text.contains(said), "{said}:\n{}", page.text);
            assert_eq!(page.text.contains("/anmalan\""), has_button, "{said}");
        }
    }
}

#[tokio::test]
async fn a_print_view_has_no_navigation_and_is_not_listed() {
    for database in databases().await {
        insert(&database, &sample_event(), &WholeEvent::sample().programme).await;
        let page = Visit::new(&database).page("/sv/evenemang/lediga-rum/utskrift").await;
        assert!(page.text.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert!(!page.text.contains("<nav") && !page.text.contains("<script"), "{}", page.text);
        assert!(page.text.contains("Ungas egna rum"), "{}", page.text);
    }
}

#[tokio::test]
async fn a_preview_shows_a_draft_as_it_will_be_and_says_what_it_is() {
    for database in databases().await {
        let event = Event { state: State::Draft, ..with_secrets() };
        let open = Event { admission: Admission::Open, ..event.clone() };
        insert(&database, &event, &WholeEvent::sample().programme).await;
        let visit = Visit::new(&database);
        let asked = web::Asked {
            language: locale::Language::Swedish,
            now: visit.site.clock.now(),
            path: "/sv/organisera/evenemang/lediga-rum/forhandsvisning".to_owned(),
            address: [127, 0, 0, 1].into(),
            signed_in: None,
        };
        for (event, button) in [(event, false), (open, true)] {
            let shown = crate::announcement::render_preview(&visit.site, &asked, &event).await;
            let response = shown.unwrap();
            assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
            let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            assert!(text.contains("utkast som bara arrangörer ser"), "{text}");
            assert!(text.contains("Lediga rum &#38; tomma hus") && text.contains("Ungas egna rum"));
            assert!(!text.contains("ld+json") && !text.contains("hemligt-rum"), "{text}");
            assert!(!text.contains("/anmalan") && !text.contains(CODE), "{text}");
            assert_eq!(text.contains("disabled>Anmäl dig</button>"), button, "{text}");
        }
    }
}
