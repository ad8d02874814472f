//! Group talks and questions in other places than under an item of the programme, and what stands
//! around them.

use crate::all;
#[path = "../pages/mod.rs"]
mod whole;

use serde_json::Value;
use whole::check;

const FACTS: &str = "Framtidens bygd\n\nDatum: 3 mars 2026\nTid: 13.00–16.00\nPlats: Folkets hus, Sala\n\nVi bjuder in till en eftermiddag om bygden för alla som bor här.\n\n";
const LAST: &str = "\nAnmälan senast 1 mars till anmalan@bygd.example.\n";

fn programme(text: &str) -> Value {
    all(&format!("{FACTS}{text}{LAST}"))["events"][0]["programme"].clone()
}

/// "number title, who leads / who speaks" of the choices of all items.
fn choices(items: &Value) -> Vec<String> {
    let names = |list: &Value| {
        let one = |v: &Value| v["name"].as_str().or(v.as_str()).unwrap_or_default().to_owned();
        list.as_array()
            .map(|l| l.iter().map(one).collect::<Vec<_>>().join(" & "))
            .unwrap_or_default()
    };
    let of = |item: &Value| item["choices"].as_array().cloned().unwrap_or_default();
    items
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(of)
        .map(|c| {
            let text = |key: &str| c[key].as_str().unwrap_or_default().to_owned();
            format!(
                "{} {}, {} / {}",
                text("number"),
                text("title"),
                names(&c["facilitators"]),
                names(&c["speakers"])
            )
        })
        .collect()
}

#[test]
fn talks_outside_the_programme() {
    let talks = "1. Ung i bygden? Samtalsledare: Anna Ek\n2. Ny i bygden – leds av Bo Lund\n";
    let programme_first = "Program\n13.00 Välkommen\n14.00 Gruppsamtal\n15.30 Avslutning\n\n";
    for (before, after, items) in [
        ("Gruppsamtal\n", "", 1),
        ("Gruppsamtal\n\n", "", 1),
        ("Välj mellan två samtal när du anmäler dig:\n", "", 1),
        (
            "Valbara samtal\nDu väljer ett när du anmäler dig, så att grupperna blir lagom stora.\n",
            "",
            1,
        ),
        // Of the item with that name, before or after it.
        ("Gruppsamtal\n", "\nProgram\n13.00 Välkommen\n14.00 Gruppsamtal\n15.30 Avslutning\n", 3),
        (&format!("{programme_first}Samtal att välja mellan\n"), "", 3),
        (
            &format!(
                "{programme_first}Om bygden\nBygden har funnits länge och vill finnas kvar länge till.\n\nGruppsamtal\n"
            ),
            "",
            3,
        ),
    ] {
        let found = programme(&format!("{before}{talks}{after}"));
        assert_eq!(
            choices(&found),
            ["1 Ung i bygden?, Anna Ek / ", "2 Ny i bygden, Bo Lund / "],
            "{before}{after}"
        );
        assert_eq!(found.as_array().map(Vec::len), Some(items), "{before}{after}");
    }
}

#[test]
fn markers_rooms_and_columns() {
    for (layout, expected) in [
        (
            "Gruppsamtal. Bord 1: Ung i bygden (Anna Ek). Bord 2: Ny i bygden (Bo Lund).",
            "1 Ung i bygden,  / Anna Ek",
        ),
        ("Gruppsamtal\nGrupp A: Ung i bygden. Grupp B: Ny i bygden.", "A Ung i bygden,  / "),
        (
            "Gruppsamtal\n1a) Ung i bygden, Anna Ek, rektor\n1b) Ny i bygden, Bo Lund",
            "1a Ung i bygden,  / Anna Ek",
        ),
        (
            "Gruppsamtal\na. Ung i bygden – leds av Anna Ek\nb. Ny i bygden – leds av Bo Lund",
            "A Ung i bygden, Anna Ek / ",
        ),
        (
            "Gruppsamtal\nI. Ung i bygden\n   Ciceron: Anna Ek\nII. Ny i bygden\n   Ciceron: Bo Lund",
            "I Ung i bygden, Anna Ek / ",
        ),
        (
            "Gruppsamtal\nSession A – Sal Eken\nUng i bygden\nSession B – Sal Almen\nNy i bygden",
            "A Ung i bygden,  / ",
        ),
        (
            "Gruppsamtal\nA | Sal Eken | Ung i bygden\nAnna Ek, rektor\nB | Biosalongen | Ny i bygden\nBo Lund, elev",
            "A Ung i bygden,  / Anna Ek",
        ),
        (
            "Gruppsamtal\nSpår A – Ung i bygden\n   Om skolan och det som kommer efter den\n   Med Anna Ek, rektor, och Bo Lund, elev\nSpår B – Ny i bygden",
            "A Ung i bygden,  / Anna Ek & Bo Lund",
        ),
        (
            "Gruppsamtal\nSpår 1. Ung i bygden. Med Anna Ek, rektor. Samtalsledare Bo Lund.\nSpår 2. Ny i bygden.",
            "1 Ung i bygden, Bo Lund / Anna Ek",
        ),
        (
            "Gruppsamtal\nNr\tÄmne\tSamtalsledare\tRum\n1\tUng i bygden\tAnna Ek\tEken\n2\tNy i bygden\tBo Lund\tAlmen",
            "1 Ung i bygden, Anna Ek / ",
        ),
        (
            "Workshoppar\n(workshopledare och rum inom parentes)\nWorkshop 1: Ung i bygden (Anna Ek, rum Eken)\nWorkshop 2: Ny i bygden (Bo Lund, Stora salen)",
            "1 Ung i bygden, Anna Ek / ",
        ),
    ] {
        let found =
            programme(&format!("Program\n13.00 Välkommen\n14.00 {layout}\n15.30 Avslutning\n"));
        assert_eq!(choices(&found).first().map(String::as_str), Some(expected), "{layout}");
        assert_eq!(choices(&found).len(), 2, "{layout}");
        assert_eq!(found.as_array().map(Vec::len), Some(3), "{layout}");
    }
}

#[test]
fn what_the_groups_are_asked() {
    let asked = ["Vem ringer först?", "Vad kan vänta?"];
    for (layout, title) in [
        (
            "Program\n13.00 Välkommen\n14.00 Arbete i lag\nVarje lag svarar på två frågor: Vem ringer först? Vad kan vänta?\n",
            "Arbete i lag",
        ),
        (
            "Program\n13.00 Välkommen\n14.00 Gruppsamtal\nGrupperna får två frågor:\n1. Vem ringer först?\n2. Vad kan vänta?\n",
            "Gruppsamtal",
        ),
        (
            "Samtal i smågrupper\nEfter inledningen delar vi in er i grupper om fem. Grupperna får två frågor:\n1. Vem ringer först?\n2. Vad kan vänta?\n",
            "Samtal i smågrupper",
        ),
        (
            "Program\n13.00 Välkommen\n14.45 Alla grupper svarar på samma frågor\n  1. Vem ringer först?\n  2. Vad kan vänta?\n",
            "Alla grupper svarar på samma frågor",
        ),
    ] {
        let found = programme(layout);
        let item = found.as_array().and_then(|l| l.last()).cloned().unwrap_or_default();
        assert_eq!(item["title"], title, "{layout}");
        assert_eq!(item["kind"], "group_talks", "{layout}");
        assert_eq!(item["questions"], serde_json::json!(asked), "{layout}");
    }
}

#[test]
fn a_meeting_before_it_is_no_day_of_it() {
    for (before, after) in [
        ("", "Förmötet\nOnsdag 20 maj kl. 15.00 på Zoom. Anmälan till förmötet görs separat.\n"),
        (
            "",
            "Digitalt förmöte\n\nDatum: 20 maj 2026\nTid: 15.00–16.00\nLänk skickas till alla anmälda.\n",
        ),
        ("Digitalt förmöte\n20 maj 2026 kl. 15.00\n\nKonferens\n", ""),
    ] {
        check(
            &format!(
                "Trygg ålderdom\n\n{before}11 juni 2026\n09.00–15.00\nKulturmagasinet, Hyttgatan 9, Hedemora\n\nProgram\n09.00 Välkommen\n10.00 Ensam är inte stark\n14.30 Avslutning\n\n{after}"
            ),
            &[
                ("/events/0/days/0/date", "2026-06-11"),
                ("/events/0/days/1", ""),
                ("/events/0/linked/0/relation", "has_pre_meeting"),
                ("/events/0/linked/0/date", "2026-05-20"),
                ("/events/0/programme/0/date", "2026-06-11"),
                ("/events/0/platform", ""),
            ],
        );
    }
}

#[test]
fn days_places_and_titles_that_are_not_the_events() {
    // The day a summons was written.
    check(
        "KALLELSE TILL ÅRSMÖTE\n\nMedlemmarna i Hyresgästlaget Tallbacken kallas till årsmöte söndagen den 22 mars 2026 kl. 14 i Kvarterslokalen, Tallbacksvägen 11, Borlänge.\n\nMotioner ska ha kommit in senast den 22 februari.\n\nDagordning\n§ 1 Mötet öppnas\n§ 2 Gruppsamtal\n     Frågor till grupperna:\n     a) Ska grillplatsen flyttas?\n     b) Hur blir vi fler?\n§ 3 Val\n§ 4 Mötet avslutas\n\nTallbacken den 26 januari 2026\nRune Lövgren, ordförande\n",
        &[
            ("/events/0/days/0/date", "2026-03-22"),
            ("/events/0/days/1", ""),
            ("/events/0/programme/1/questions/1", "Hur blir vi fler?"),
            ("/events/0/programme/3/title", "Mötet avslutas"),
        ],
    );
    // The kind of thing and its series over the title.
    check(
        "Region Norrskog\n\nCivilsamhället när strömmen går\n\nWebbinarium i serien Tisdagsdialog\n\nOnsdag 3 februari 2026\nKl. 12.30–14.00\nDigitalt i Zoom\n\nFöreningar är ofta först på plats när något händer i bygden.\n",
        &[("/events/0/title", "Civilsamhället när strömmen går")],
    );
    // Who passed a letter on.
    check(
        "Från: Kansliet\nÄmne: VB: Vårträff lördag 30/5\n\nHej alla, skickar vidare inbjudan från Skogsglimten.\n\nKära vänner!\n\nDen 30 maj samlas vi vid Granviks bygdegård i Karlsborg klockan 10 till 15.\n",
        &[("/events/0/venue/name", "Granviks bygdegård")],
    );
    // Names with a word in small letters, titles in a subject, and rooms.
    check(
        &format!(
            "{FACTS}Program\n13.00 Tre korta föredrag\nMirjam de Groot, policy adviser, Province of Westermeer\nTomasz Ek, Professor of Geography, University of Gdynia\nAnna Ek, rektor, rum Eken\n"
        ),
        &[
            ("/events/0/programme/0/speakers/0/name", "Mirjam de Groot"),
            ("/events/0/programme/0/speakers/1/title", "Professor of Geography"),
            ("/events/0/programme/0/speakers/1/affiliation", "University of Gdynia"),
            ("/events/0/programme/0/speakers/2/title", "rektor"),
            ("/events/0/programme/0/speakers/2/affiliation", ""),
        ],
    );
}
