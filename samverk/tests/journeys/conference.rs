//! A conference in two steps: a digital pre-meeting with table questions, linked to a conference on
//! site, both in a project that is co-funded. Its days, hours and structure are those of a real
//! page; its words and people are invented.

use crate::world::{Person, World, worlds};
use axum::http::StatusCode;

/// Saves a new event with these fields; where it is organised.
async fn save(organiser: &Person<'_>, filled: &[(&str, &str)]) -> String {
    let new = organiser.get("/sv/organisera/evenemang/nytt").await;
    let made = organiser.submit(&new.form("nytt"), filled).await;
    made.path.split("/program").next().unwrap().to_owned()
}

async fn publish(organiser: &Person<'_>, desk: &str) -> String {
    let page = organiser.get(desk).await;
    let published = organiser.submit(&page.form("publicering"), &[]).await;
    assert_eq!(published.status, StatusCode::OK, "{}", published.main());
    desk.replace("/organisera", "")
}

#[tokio::test]
async fn a_pre_meeting_leads_to_its_conference_and_a_moved_hour_reaches_everybody() {
    for world in worlds("2025-09-20T09:00:00Z").await {
        journey(&world).await;
    }
}

async fn journey(world: &World) {
    let organiser = world.organiser("mona@example.org").await;
    let conference = save(
        &organiser,
        &[
            ("title", "Samverkan på riktigt"),
            ("day_1", "2025-11-12"),
            ("from_1", "12.00"),
            ("to_1", "16.30"),
            ("mode", "on_site"),
            ("venue", "Ängsgården"),
            ("street", "Storgatan 4"),
            ("town", "Örebro"),
            ("deadline", "2025-11-03"),
            ("organisers", "Länsnätverket"),
            ("contact_name_1", "Mona Falk"),
            ("contact_email_1", "mona@example.org"),
            ("do", "programme"),
        ],
    )
    .await;
    let conference_page = publish(&organiser, &conference).await;
    let form = organiser.get("/sv/organisera/evenemang/nytt").await;
    let option = form
        .attribute("#pre_meeting_of option:not([value=''])", "value")
        .expect("the conference can be chosen");
    let pre_meeting = save(
        &organiser,
        &[
            ("title", "Förmöte: Samverkan på riktigt"),
            ("day_1", "16/10 2025"),
            ("from_1", "15"),
            ("to_1", "16.30"),
            ("mode", "online"),
            ("platform", "Teams"),
            ("deadline", "9 oktober 2025"),
            ("audience", "Du som är engagerad i civilsamhälle eller offentlig sektor."),
            ("free", "1"),
            ("organisers", "Länsnätverket"),
            ("co_organisers", "Partnerskapet för nya lösningar"),
            ("project", "Samverkan som håller"),
            ("co_funders", "Europeiska unionen"),
            ("contact_name_1", "Mona Falk"),
            ("contact_email_1", "mona@example.org"),
            ("dispatch", "days"),
            ("dispatch_days", "2"),
            ("pre_meeting_of", &option),
            ("do", "programme"),
        ],
    )
    .await;
    let programme = organiser.get(&format!("{pre_meeting}/program")).await;
    let added = organiser
        .submit(
            &programme.form("/program"),
            &[
                ("starts", "15.40"),
                ("ends", "16.15"),
                ("kind", "group_talks"),
                ("title", "Samtal i mindre grupper"),
                ("questions", "Vad kostar det att samverka?\nVem bestämmer om hur?"),
                ("appearances", "Kerstin Ask och Sofie Tun, samordnare, Grannföreningen"),
            ],
        )
        .await;
    assert_eq!(added.status, StatusCode::OK);
    let page = publish(&organiser, &pre_meeting).await;

    let visitor = world.visitor();
    let shown = visitor.get(&page).await.main();
    for told in [
        "torsdag 16 oktober 2025",
        "kl. 15.00–16.30",
        "Digitalt via Teams",
        "tisdag 14 oktober",
        "torsdag 9 oktober",
        "Vad kostar det att samverka?",
        "Kerstin Ask",
        "Sofie Tun",
        "Samverkan som håller",
        "Medfinansieras av Europeiska unionen",
        "Partnerskapet för nya lösningar",
    ] {
        assert!(shown.contains(told), "the page does not tell {told:?}: {shown}");
    }
    let there = visitor.get(&page).await.link("Samverkan på riktigt");
    assert!(there.ends_with(&conference_page), "{there}");
    let back = visitor.get(&conference_page).await.link("Förmöte");
    assert!(back.ends_with(&page), "{back}");

    let form = visitor.get(&format!("{page}/anmalan")).await;
    visitor
        .submit(&form.form("/anmalan"), &[("name", "Åke Ö"), ("email", "ake@example.org")])
        .await;
    let letters = world.post().await;
    let before = letters[0].calendar.clone().unwrap();
    assert!(letters[0].text.contains("tisdag 14 oktober 2025"), "{}", letters[0].text);

    moved(world, &organiser, &pre_meeting, &before).await;
}

fn line<'a>(calendar: &'a str, name: &str) -> &'a str {
    calendar.lines().find(|it| it.starts_with(name)).unwrap_or_else(|| panic!("{name}: {calendar}"))
}

/// The hour moves, everybody is told, calendars move their entry; then it is cancelled.
async fn moved(world: &World, organiser: &Person<'_>, desk: &str, before: &str) {
    let form = organiser.get(&format!("{desk}/andring")).await;
    let form = form.form("andring");
    assert!(
        form.fields.iter().any(|(name, value)| name == "tell_registered" && value == "1"),
        "telling everybody is proposed: {:?}",
        form.fields
    );
    organiser.submit(&form, &[("from_1", "14.30"), ("to_1", "16.00"), ("do", "save")]).await;
    let letters = world.post().await;
    let [change] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert!(change.text.contains("kl. 14.30–16.00"), "{}", change.text);
    assert!(change.text.contains("kl. 15.00–16.30"), "what it was before: {}", change.text);
    let after = change.calendar.as_ref().unwrap();
    assert_eq!(line(before, "UID"), line(after, "UID"));
    assert_eq!((line(before, "SEQUENCE"), line(after, "SEQUENCE")), ("SEQUENCE:0", "SEQUENCE:1"));

    let asking = organiser.get(&format!("{desk}/installning")).await;
    organiser.submit(&asking.form("installning"), &[]).await;
    let letters = world.post().await;
    let [cancelled] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert!(cancelled.subject.starts_with("Inställt"), "{}", cancelled.subject);
    assert!(cancelled.calendar.as_ref().unwrap().contains("STATUS:CANCELLED"));
    let page = world.visitor().get(&desk.replace("/organisera", "")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.main().contains("inställt"), "{}", page.main());
}
