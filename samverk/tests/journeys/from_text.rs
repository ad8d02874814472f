//! From a page that there is already to an event that one can register for: four real pages go in
//! as files, somebody looks through what was read, and what they say stands on the published page.
//! A newsletter gives its dated things. The texts are not part of the tree; without them the
//! journeys through them say so and end.

use crate::world::{Form, Page, Person, World, worlds};
use axum::http::StatusCode;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn shared(part: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared")).join(part)
}

/// The text of a seed and what it is known to say; nothing where the seeds are not at hand.
fn seed(start: &str) -> Option<(String, String, Value)> {
    let entries = std::fs::read_dir(shared("seeds")).ok()?;
    let name = entries
        .filter_map(|it| it.ok()?.file_name().into_string().ok())
        .find(|it| it.starts_with(start))?;
    let text = std::fs::read_to_string(shared("seeds").join(&name)).ok()?;
    let known = shared("extraction/seeds").join(name.replace(".txt", ".json"));
    let known = serde_json::from_str(&std::fs::read_to_string(known).ok()?).ok()?;
    Some((name, text, known))
}

/// Brings a text as a file; the page that one is led to.
async fn bring(organiser: &Person<'_>, name: &str, text: &str) -> Page {
    let new = organiser.get("/sv/organisera/evenemang/ny-fran-text").await;
    let form = new.form("ny-fran-text");
    let answer = organiser.send_file(&form, "file", name, text.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.main());
    organiser.get(answer.location.as_deref().unwrap()).await
}

fn review(page: &Page) -> Form {
    assert_eq!(page.status, StatusCode::OK);
    page.form("/texter/")
}

/// Saves the draft with what a person fills in, publishes it; the words of its public page.
async fn published(
    world: &World,
    organiser: &Person<'_>,
    form: &Form,
    filled: &[(&str, &str)],
) -> (String, String) {
    let mut filled = filled.to_vec();
    filled.push(("do", "save"));
    let desk = organiser.submit(form, &filled).await;
    assert_eq!(desk.status, StatusCode::OK, "{}", desk.main());
    let address = desk.path.split('?').next().unwrap().to_owned();
    // Nobody sees it before somebody publishes it.
    let public = address.replace("/organisera", "");
    assert_eq!(world.visitor().get(&public).await.status, StatusCode::NOT_FOUND);
    let published = organiser.submit(&desk.form("publicering"), &[]).await;
    assert_eq!(published.status, StatusCode::OK, "{}", published.main());
    let page = world.visitor().get(&public).await;
    assert_eq!(page.status, StatusCode::OK);
    (page.main(), address)
}

/// Words as they are compared: small, without marks.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

fn plain(text: &str) -> String {
    format!(" {} ", words(text).join(" "))
}

/// Every text that a page is known to say, but for what is only there for machines.
fn facts(known: &Value, key: &str, into: &mut Vec<String>) {
    let coded = ["kind", "mode", "admission", "relation", "rel", "date", "deadline"];
    let elsewhere = ["start", "end", "updated_on", "number", "language", "detail"];
    if coded.contains(&key) || elsewhere.contains(&key) {
        return;
    }
    match known {
        Value::Object(map) => {
            if map.get("optional").is_some_and(|it| it == true) {
                return;
            }
            if let Some(any) = map.get("any").and_then(Value::as_array) {
                // Any of these is right: the shortest is in all of them.
                let texts = any.iter().filter_map(Value::as_str).filter(|it| *it != "*");
                into.extend(texts.min_by_key(|it| it.len()).map(str::to_owned));
                return;
            }
            for (key, value) in map {
                facts(value, key, into);
            }
        }
        Value::Array(list) => list.iter().for_each(|it| facts(it, key, into)),
        Value::String(text) => into.push(text.clone()),
        _ => {}
    }
}

/// The published page has every fact, and every sentence that is not told as a fact. What stands
/// after the last fact is the furniture of the site that the text was taken from.
fn assert_complete(page: &str, text: &str, known: &Value) {
    let said = plain(page);
    let mut told = vec![];
    facts(&known["events"], "", &mut told);
    assert!(told.len() > 10, "{told:?}");
    let told: Vec<String> = told.iter().map(|it| plain(it).trim().to_owned()).collect();
    let mut missing: Vec<&str> =
        told.iter().filter(|it| !said.contains(it.as_str())).map(String::as_str).collect();
    // What ends like one, or is a row of a list, is a sentence; the rest heads or adorns the page.
    let is_sentence = |it: &str| it.ends_with(['.', '!', '?', '”']) || it.starts_with('•');
    let lines: Vec<(String, bool)> =
        text.lines().map(|it| (plain(it), is_sentence(it.trim()))).collect();
    let of_fact = |line: &str| told.iter().any(|it| line.contains(it.as_str()));
    let last = lines.iter().rposition(|(it, _)| of_fact(it)).unwrap();
    let on_page: BTreeSet<String> = words(page).into_iter().collect();
    for (line, _) in lines[..last].iter().filter(|(_, is_sentence)| *is_sentence) {
        let words = words(line);
        let here = words.iter().filter(|it| on_page.contains(*it)).count();
        // A fact is told in the page's own words; a sentence in those of the text.
        let is_fact = of_fact(line) || line.contains(|c: char| c.is_ascii_digit());
        let percent = if is_fact { 50 } else { 90 };
        if words.len() >= 9 && here * 100 < words.len() * percent {
            missing.push(line);
        }
    }
    assert!(missing.is_empty(), "the page lacks {missing:#?}\n{page}");
}

fn says(page: &str, told: &[&str]) {
    for it in told {
        assert!(page.contains(it), "the page does not say {it:?}: {page}");
    }
}

#[tokio::test]
async fn a_conversation_with_group_talks_comes_out_whole() {
    let Some((name, text, known)) = seed("000") else {
        println!("skipped: the texts of real pages are not here");
        return;
    };
    for world in worlds("2021-04-20T09:00:00Z").await {
        let organiser = world.organiser("elin@example.org").await;
        let page = bring(&organiser, &name, &text).await;
        let (shown, desk) = published(&world, &organiser, &review(&page), &[]).await;
        assert_complete(&shown, &text, &known);
        says(
            &shown,
            &[
                "onsdag 26 maj 2021",
                "kl. 16.00–18.00",
                "Digitalt via Zoom",
                "fredag 21 maj",
                "måndag 24 maj",
                "Kostnadsfritt",
            ],
        );
        again(&organiser, &name, &text, &desk).await;
    }
}

/// The same text a week later changes nothing; another hour and another name are proposed, and
/// what is taken stands on the page.
async fn again(organiser: &Person<'_>, name: &str, text: &str, desk: &str) {
    let page = bring(organiser, name, text).await;
    says(&page.main(), &["ser ut som ett evenemang som ni redan har"]);
    let same = organiser.get(&page.link("Se vad som har ändrats")).await;
    says(&same.main(), &["Inget har ändrats"]);

    let later = text
        .replace("16:00 - 18:00", "16:00 - 18:30")
        .replace("fre 21 maj 2021", "tor 20 maj 2021")
        .replace("senast den 21 maj", "senast den 20 maj");
    assert_ne!(later, text);
    let page = bring(organiser, name, &later).await;
    let changed = organiser.get(&page.link("Se vad som har ändrats")).await;
    let proposed = changed.all("main .item-row label");
    assert_eq!(proposed.len(), 2, "{proposed:?}");
    says(&changed.main(), &["18.30", "20 maj 2021"]);
    let done = organiser.submit(&changed.form("uppdatering"), &[]).await;
    assert!(done.path.starts_with(desk), "{}", done.path);
    let shown = organiser.get(&desk.replace("/organisera", "")).await.main();
    says(&shown, &["kl. 16.00–18.30", "torsdag 20 maj"]);
}

#[tokio::test]
async fn a_pre_meeting_comes_out_whole() {
    let Some((name, text, known)) = seed("001") else {
        println!("skipped: the texts of real pages are not here");
        return;
    };
    for world in worlds("2025-09-01T09:00:00Z").await {
        let organiser = world.organiser("mona@example.org").await;
        let page = bring(&organiser, &name, &text).await;
        says(&page.main(), &["Texten säger att det här är ett förmöte"]);
        let (shown, _) = published(&world, &organiser, &review(&page), &[]).await;
        assert_complete(&shown, &text, &known);
        says(
            &shown,
            &[
                "torsdag 16 oktober 2025",
                "kl. 15.00–16.30",
                "Digitalt via Teams",
                "torsdag 9 oktober",
                "tisdag 14 oktober",
                "Kostnadsfritt",
                "Medfinansieras av",
            ],
        );
    }
}

#[tokio::test]
async fn a_conference_of_two_days_by_invitation_comes_out_whole() {
    let Some((name, text, known)) = seed("002") else {
        println!("skipped: the texts of real pages are not here");
        return;
    };
    for world in worlds("2023-06-01T09:00:00Z").await {
        let organiser = world.organiser("susanne@example.org").await;
        let page = bring(&organiser, &name, &text).await;
        // The text does not say when the days end; whoever knows it says so.
        let filled = [("to_1", "21.00"), ("to_2", "13.30")];
        let (shown, _) = published(&world, &organiser, &review(&page), &filled).await;
        assert_complete(&shown, &text, &known);
        says(
            &shown,
            &[
                "torsdag 31 augusti 2023 kl. 13.00–21.00",
                "fredag 1 september 2023 kl. 08.30–13.30",
                "måndag 21 augusti",
                "11.30",
                "12.30",
                "Teman",
                "inbjudna",
            ],
        );
    }
}

#[tokio::test]
async fn a_conference_with_times_to_note_comes_out_whole() {
    let Some((name, text, known)) = seed("004") else {
        println!("skipped: the texts of real pages are not here");
        return;
    };
    for world in worlds("2023-08-20T09:00:00Z").await {
        let organiser = world.organiser("eva@example.org").await;
        let page = bring(&organiser, &name, &text).await;
        let (shown, _) = published(&world, &organiser, &review(&page), &[]).await;
        assert_complete(&shown, &text, &known);
        says(
            &shown,
            &[
                "torsdag 21 september 2023",
                "kl. 09.00–16.00",
                "torsdag 14 september",
                "Kostnadsfritt",
            ],
        );
    }
}

#[tokio::test]
async fn a_newsletter_gives_its_dated_things_and_its_contradictions() {
    let Some((name, text, known)) = seed("003") else {
        println!("skipped: the texts of real pages are not here");
        return;
    };
    for world in worlds("2017-09-01T09:00:00Z").await {
        let organiser = world.organiser("nanette@example.org").await;
        let list = bring(&organiser, &name, &text).await;
        assert_eq!(list.status, StatusCode::OK);
        says(&list.main(), &["2017:3 och 2017:2", "Det här går inte ihop"]);
        let sections = known["newsletter"]["sections"].as_array().unwrap();
        let refs: usize = sections.iter().map(|it| it["refs"].as_array().unwrap().len()).sum();
        let things = list.all("main section:not([aria-labelledby=conflicts]) .event-row h3");
        assert_eq!(things.len(), refs, "{things:?}");
        let conflicts = list.all("main [aria-labelledby=conflicts] .event-row");
        assert_eq!(conflicts.len(), 4, "{conflicts:?}");
        let headings = list.all("main h2").join("\n");
        for section in sections.iter().filter(|it| !it["refs"].as_array().unwrap().is_empty()) {
            says(&headings, &[section["heading"].as_str().unwrap()]);
        }
        // One of the stops that are told with two times becomes a draft, with the right one.
        let href =
            list.attribute("main [aria-labelledby=conflicts] .event-row a.ds-button", "href");
        let stop = organiser.get(&href.unwrap()).await;
        let times = stop.all("main fieldset label");
        for time in ["13.00", "12.00"] {
            assert!(times.iter().any(|it| it == time), "{times:?}");
        }
        let filled = [("to_1", "12.00"), ("title", "Bussen vid torget"), ("do", "save")];
        let desk = organiser.submit(&review(&stop), &filled).await;
        says(&desk.main(), &["Bussen vid torget", "kl. 10.00–12.00", "Utkast"]);
    }
}

/// An invented page; what is known of it is in the tests of the slice.
const PAGE: &str = "\
Mat och vatten nära hemma

Kom och prata om det som odlas här.

Datum: 26 maj 2027
Tid: kl. 16.00-18.30
Plats: Logen, Storgatan 1, Nora
Sista anmälningsdag: 21 maj 2027

Anmäl dig senast den 20 maj.

Program

16.00 Jorden under oss
Maj Lindell, docent, Högskolan i Berget
";

async fn paste(organiser: &Person<'_>, text: &str) -> Page {
    let new = organiser.get("/sv/organisera/evenemang/ny-fran-text").await;
    organiser.submit(&new.form("ny-fran-text"), &[("text", text)]).await
}

#[tokio::test]
async fn a_text_is_seen_by_who_brought_it_and_by_administrators_until_its_day() {
    for world in worlds("2027-03-01T09:00:00Z").await {
        let administrator = world.organiser("admin@example.org").await;
        let one = world.colleague("gun@example.org").await;
        let other = world.colleague("per@example.org").await;
        let page = paste(&one, PAGE).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(other.get(&page.path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(administrator.get(&page.path).await.status, StatusCode::OK);
        let refused = other.send(&review(&page), &[("do", "save")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        let waiting = one.get("/sv/organisera/evenemang/ny-fran-text").await;
        says(&waiting.main(), &["Mat och vatten nära hemma"]);
        let not_theirs = other.get("/sv/organisera/evenemang/ny-fran-text").await;
        assert!(!not_theirs.main().contains("Mat och vatten"));
        world.at("2027-03-15T09:00:00Z");
        world.post().await;
        let again = world.organiser("gun@example.org").await;
        assert_eq!(again.get(&page.path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_is_not_certain_is_left_out_with_one_button() {
    for world in worlds("2027-03-01T09:00:00Z").await {
        let organiser = world.organiser("admin@example.org").await;
        let page = paste(&organiser, PAGE).await;
        let desk = organiser.submit(&review(&page), &[("do", "certain")]).await;
        // Neither of the two last days is taken: it is the day before, as where none is said.
        says(&desk.main(), &["Mat och vatten nära hemma", "25 maj"]);
        let edit = organiser.get(&page.path).await;
        says(&edit.main(), &["har redan blivit ett utkast"]);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_everything_typed_is_kept() {
    for world in worlds("2027-03-01T09:00:00Z").await {
        let organiser = world.organiser("admin@example.org").await;
        let new = organiser.get("/sv/organisera/evenemang/ny-fran-text").await;
        let nothing = organiser.send(&new.form("ny-fran-text"), &[("text", "  ")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let picture = organiser
            .send_file(&new.form("ny-fran-text"), "file", "affisch.png", b"\x89PNG\r\n\x1a\n\0\0")
            .await;
        assert_eq!(picture.status, StatusCode::UNPROCESSABLE_ENTITY);
        says(&picture.main(), &["av en sort som vi inte kan läsa"]);

        let page = paste(&organiser, PAGE).await;
        let wrong = [
            ("to_1", "15.00"),
            ("deadline", "other"),
            ("deadline_other", "19 maj 2027"),
            ("item_1_text", "Med prov på ängen."),
        ];
        let answer = organiser.send(&review(&page), &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = answer.form("/texter/");
        for (name, value) in wrong {
            let kept = form.fields.iter().find(|(it, _)| it == name).map(|(_, it)| it.as_str());
            assert_eq!(kept, Some(value), "{name}");
        }
        let desk = organiser.submit(&form, &[("to_1", "18.00"), ("do", "save")]).await;
        says(&desk.main(), &["19 maj"]);
    }
}

/// A page as it is saved from a browser, and a letter as it is saved from a mailbox.
#[tokio::test]
async fn pages_and_letters_are_read_as_files() {
    let html = "<!doctype html><html lang=sv><head><title>Odlarringen</title></head><body>\
        <nav><ul><li><a href=/>Start</a></li></ul></nav><main><h1>Mat och vatten nära hemma</h1>\
        <p>Kom och prata om det som odlas här.</p><p>Datum: 26 maj 2027</p>\
        <p>Tid: kl. 16.00-18.30</p><p>Plats: Logen, Storgatan 1, Nora</p></main></body></html>";
    let letter = format!(
        "From: Siv Ek <siv@example.org>\r\nTo: Bo Ram <bo@example.org>\r\n\
         Subject: Mat och vatten =?utf-8?q?n=C3=A4ra?= hemma\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}",
        PAGE.replace('\n', "\r\n")
    );
    for world in worlds("2027-03-01T09:00:00Z").await {
        let organiser = world.organiser("admin@example.org").await;
        for (name, text) in [("sida.html", html), ("brev.eml", letter.as_str())] {
            let page = bring(&organiser, name, text).await;
            let form = review(&page);
            for (field, value) in [
                ("title", "Mat och vatten nära hemma"),
                ("day_1", "26 maj 2027"),
                ("from_1", "16.00"),
                ("town", "Nora"),
            ] {
                let read =
                    form.fields.iter().find(|(it, _)| it == field).map(|(_, it)| it.as_str());
                assert_eq!(read, Some(value), "{name}: {field}");
            }
        }
    }
}
