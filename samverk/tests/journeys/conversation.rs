//! A societal conversation: online on an afternoon, four group talks with wishes, the link promised
//! for the Monday before. Its days, hours and structure are those of a real page; its words and
//! people are invented.

use crate::world::{Page, Person, World, worlds};
use axum::http::StatusCode;

const LINK: &str = "https://meet.example.org/j/918273";
const TALKS: [(&str, &str); 4] = [
    ("Vad gör en by stark?", "Gun-Britt Olsäter"),
    ("Barn som får följa med", "Hamid Forsell"),
    ("De som orkar lite till", "Tore Lidmark"),
    ("Låna hellre än köp", "Sonja Ekvall och Bo Ram"),
];

/// Makes and publishes the event; the address of its page.
async fn publish(organiser: &Person<'_>) -> String {
    let new = organiser.get("/sv/organisera/evenemang/nytt").await;
    let made = organiser
        .submit(
            &new.form("nytt"),
            &[
                ("title", "Att lösa det tillsammans"),
                ("lead", "Hur hittar vi lösningar på tvären? Kom och samtala."),
                ("text", "Samtalet är **kostnadsfritt** och hålls via Zoom."),
                ("series", "Samhällssamtalen"),
                ("day_1", "26 maj 2021"),
                ("from_1", "16.00"),
                ("to_1", "18.00"),
                ("mode", "online"),
                ("platform", "Zoom"),
                ("deadline", "21 maj 2021"),
                ("free", "1"),
                ("organisers", "Bergslagens samverkan\nFolkhögskolan i Nora"),
                ("moderators", "Ann-Kristin Sköld, stiftsadjunkt, Svenska kyrkan"),
                ("contact_name_1", "Elin Hagström"),
                ("contact_email_1", "elin@example.org"),
                ("dispatch", "on"),
                ("dispatch_on", "24 maj 2021"),
                ("do", "programme"),
            ],
        )
        .await;
    let programme = made.path.clone();
    assert!(programme.contains("/program"), "after saving comes the programme: {programme}");
    let item = |page: &Page| page.form("/program");
    let page = organiser
        .submit(
            &item(&made),
            &[
                ("starts", "16.00"),
                ("ends", "16.45"),
                ("kind", "welcome"),
                ("title", "Inledning"),
                ("appearances", "Maj Lindell, professor, Högskolan i Berget"),
            ],
        )
        .await;
    let mut talks = vec![
        ("starts".to_owned(), "16.45".to_owned()),
        ("ends".to_owned(), "17.30".to_owned()),
        ("kind".to_owned(), "group_talks".to_owned()),
        ("title".to_owned(), "Gruppsamtal".to_owned()),
        ("choosing".to_owned(), "wishes".to_owned()),
    ];
    for (nth, (title, facilitator)) in (1..).zip(TALKS) {
        talks.push((format!("talk_title_{nth}"), title.to_owned()));
        talks.push((format!("talk_facilitators_{nth}"), facilitator.to_owned()));
    }
    let talks: Vec<_> = talks.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let page = organiser.submit(&item(&page), &talks).await;
    let page = organiser
        .submit(
            &item(&page),
            &[("starts", "17.30"), ("kind", "summary"), ("title", "Uppsummering")],
        )
        .await;
    assert_eq!(page.status, StatusCode::OK);
    let desk = programme.split("/program").next().unwrap();
    let desk_page = organiser.get(desk).await;
    let published = organiser.submit(&desk_page.form("publicering"), &[]).await;
    assert_eq!(published.status, StatusCode::OK, "{}", published.main());
    desk.replace("/organisera", "")
}

/// Registers through the form that stands on the page; the receipt.
async fn register(visitor: &Person<'_>, event: &str, filled: &[(&str, &str)]) -> Page {
    let page = visitor.get(event).await;
    let form = visitor.get(&page.link("Anmäl dig")).await;
    assert_eq!(form.status, StatusCode::OK);
    visitor.submit(&form.form("/anmalan"), filled).await
}

#[tokio::test]
async fn from_the_organisers_form_to_the_link_on_the_promised_morning() {
    for world in worlds("2021-04-20T09:00:00Z").await {
        journey(&world).await;
    }
}

async fn journey(world: &World) {
    let organiser = world.organiser("elin@example.org").await;
    let event = publish(&organiser).await;
    let visitor = world.visitor();

    let page = visitor.get(&event).await;
    let main = page.main();
    for told in [
        "onsdag 26 maj 2021",
        "kl. 16.00–18.00",
        "Digitalt via Zoom",
        "måndag 24 maj",
        "fredag 21 maj",
        "16.45",
        "Maj Lindell",
        "Ann-Kristin Sköld",
        "Svenska kyrkan",
        "Folkhögskolan i Nora",
        "elin@example.org",
    ] {
        assert!(main.contains(told), "the page does not tell {told:?}: {main}");
    }
    for (title, facilitator) in TALKS {
        assert!(main.contains(title) && main.contains(facilitator), "{title}: {main}");
    }

    // Nothing typed is lost, and what is wrong is said.
    let form = visitor.get(&page.link("Anmäl dig")).await;
    let again = visitor
        .send(
            &form.form("/anmalan"),
            &[("name", "Tuva <b>Nord</b>"), ("email", "tuva"), ("wish_1", "3")],
        )
        .await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.all("title")[0].starts_with("Fel: "), "{:?}", again.all("title"));
    assert_eq!(again.attribute("#name", "value").as_deref(), Some("Tuva <b>Nord</b>"));
    assert_eq!(again.attribute("#wish_1 option[selected]", "value").as_deref(), Some("3"));
    assert_eq!(again.attribute("[data-error-summary] a", "href").as_deref(), Some("#email"));

    let receipt = visitor
        .submit(
            &again.form("/anmalan"),
            &[
                ("email", " Tuva@Example.org "),
                ("wish_1", "3"),
                ("wish_2", "1"),
                ("sector", "civil_society"),
                ("municipality", "1863"),
            ],
        )
        .await;
    assert_eq!(receipt.attribute("main", "data-outcome").as_deref(), Some("accepted"));
    assert!(receipt.main().contains("måndag 24 maj 2021"), "{}", receipt.main());
    let shown = receipt.body.to_lowercase();
    assert!(!shown.contains("tuva") && !shown.contains("/sv/anmalan/"), "{}", receipt.body);

    let letters = world.post().await;
    let [confirmation] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert_eq!(confirmation.to, "Tuva@Example.org");
    assert!(confirmation.subject.contains("Att lösa det tillsammans"));
    for told in [
        "onsdag 26 maj 2021 kl. 16.00–18.00",
        "Länken till mötet kommer måndag 24 maj 2021.",
        "3. De som orkar lite till",
        "1. Vad gör en by stark?",
    ] {
        assert!(confirmation.text.contains(told), "{told:?}: {}", confirmation.text);
    }
    let calendar = confirmation.calendar.as_ref().expect("a calendar file");
    assert!(calendar.contains("METHOD:PUBLISH"), "{calendar}");
    assert!(calendar.contains("DTSTART;TZID=Europe/Stockholm:20210526T160000"), "{calendar}");
    assert!(calendar.contains("BEGIN:VTIMEZONE"), "{calendar}");

    let personal = visitor.get(&confirmation.first_href()).await;
    assert_eq!(personal.status, StatusCode::OK);
    assert!(personal.main().contains("De som orkar lite till"), "{}", personal.main());
    let form = visitor.get(&personal.link("Ändra din anmälan")).await;
    let changed = visitor.submit(&form.form("andring"), &[("wish_1", "2"), ("wish_2", "")]).await;
    assert!(changed.main().contains("Barn som får följa med"), "{}", changed.main());
    assert!(!changed.main().contains("De som orkar lite till"), "{}", changed.main());

    // Another who goes again, and one who comes late.
    register(&visitor, &event, &[("name", "Bo"), ("email", "bo@example.org")]).await;
    let letters = world.post().await;
    let bo = visitor.get(&letters[0].first_href()).await;
    let asking = visitor.get(&bo.link("Avanmäl dig")).await;
    let gone = visitor.submit(&asking.form("avanmalan"), &[]).await;
    assert!(gone.main().contains("Du är avanmäld"), "{}", gone.main());
    world.post().await;

    promised(world, &event).await;
}

/// The last days: a warning, the link, the late one, and the end.
async fn promised(world: &World, event: &str) {
    let visitor = world.visitor();
    world.at("2021-05-21T21:59:00Z");
    let late = register(
        &visitor,
        event,
        &[("name", "Siv Sen"), ("email", "siv@example.org"), ("language", "en")],
    )
    .await;
    assert_eq!(late.attribute("main", "data-outcome").as_deref(), Some("accepted"));
    assert_eq!(world.post().await.len(), 1);
    world.at("2021-05-21T22:00:00Z");
    let closed = visitor.get(&format!("{event}/anmalan")).await;
    assert_eq!(closed.status, StatusCode::OK);
    assert_eq!(closed.attribute("main", "data-outcome").as_deref(), Some("closed"));

    world.at("2021-05-23T05:59:59Z");
    assert!(world.post().await.is_empty());
    world.at("2021-05-23T06:00:00Z");
    let letters = world.post().await;
    let [warning] = &letters[..] else { panic!("a warning, not {letters:?}") };
    assert_eq!(warning.to, "elin@example.org");
    // A month has gone since the organiser signed in.
    let organiser = world.organiser("elin@example.org").await;
    let form = organiser.get(&warning.first_href()).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.main());
    organiser.submit(&form.form("andring"), &[("meeting_link", LINK), ("do", "save")]).await;
    assert!(world.post().await.is_empty(), "not before the promised day");
    let page = visitor.get(event).await;
    assert!(!page.body.contains("918273"), "the link is nobody's but the registered's");

    world.at("2021-05-24T06:00:00Z");
    let letters = world.post().await;
    let mut to: Vec<_> = letters.iter().map(|it| it.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["Tuva@Example.org", "siv@example.org"]);
    for letter in &letters {
        assert!(letter.text.contains(LINK), "{}", letter.text);
        assert!(letter.calendar.as_ref().unwrap().contains(LINK));
    }
    let english = letters.iter().find(|it| it.to.starts_with("siv")).unwrap();
    assert!(english.text.contains("Wednesday 26 May 2021"), "{}", english.text);
    assert!(world.post().await.is_empty(), "once to each");

    // A guessed link opens nothing; ninety days after the last day everything is gone.
    let personal = letters[0].text.lines().find(|it| it.contains("/sv/anmalan/"));
    let personal = personal.unwrap().split_whitespace().last().unwrap().to_owned();
    assert_eq!(visitor.get(&personal).await.status, StatusCode::OK);
    assert_eq!(visitor.get(&format!("{personal}x")).await.status, StatusCode::NOT_FOUND);
    world.at("2021-08-24T00:00:01Z");
    world.post().await;
    assert_eq!(visitor.get(&personal).await.status, StatusCode::NOT_FOUND);
}
