//! Letters and tours: one thing told in many shapes, each read with its day, hours, place and name.

use super::all;
use serde_json::Value;

/// What is held, where, and on which day: the text of the day and its date.
const HELD: [(&str, &str, &str, &str, &str); 3] = [
    ("Idékväll", "Kvarnhuset", "Ekfors", "14 oktober", "2026-10-14"),
    ("Kurs i byggnadsvård", "församlingshemmet", "Heby", "onsdag 21 oktober", "2026-10-21"),
    ("Så söker vi pengar", "biblioteket", "Sala", "den 17 november", "2026-11-17"),
];

/// {E} what, {V} the house, {T} the town, {D} the day, {H} the hours.
const SECTIONS: &[&str] = &[
    "{E}\n{D} kl 17–19 träffas vi på {V} i {T}.",
    "{E}\n{D}, kl 17.00–19.00, {V}, {T}",
    "{E}\nNär: {D} kl 17–19\nVar: {V}, {T}",
    "{E}\nDatum: {D}\nTid: kl 17–19\nPlats: {V}, {T}",
    "{E}\nPlats: {V}, {T}\nTid: {D} kl 17–19",
    "{E}\nTid: {D} kl 17–19 | Plats: {V}, {T}",
    "{E}\nTid och plats: {D} kl 17–19, {V}, {T}",
    "{E}\nDag: {D}\nKlockan: 17–19\nLokal: {V}, {T}\nAnmälan: anmalan@ekbygd.example",
    "{E}\nVälkommen att lyssna och fråga.\nTid: {D} kl 17–19\nPlats: {V}, {T}",
    "{E} – {D} kl 17–19, {V}, {T}",
    "{E}, {D}\n{V}, {T}, kl 17–19",
    "{E} ({D})\nVi ses kl 17–19 på {V} i {T}.",
    "{E} {D} kl 17–19\nVi träffas på {V} i {T}.",
    "{D}\n{E}\n{V}, {T}, kl 17–19",
    "{E}\n{V}, {T}\n{D} kl 17–19",
    "{E}\n{T}, {D} kl 17–19",
    "{E}\nKom till {V} i {T} {D}, kl 17–19! Anmäl dig senast veckan innan.",
    "{E}\nMissa inte höstens träff! {D} är det dags, kl 17–19, i {T}.",
];

const ROWS: &[&str] = &[
    "{D}: {E}, {V}, {T}, kl 17–19",
    "{D} kl 17–19 {E}, {V}, {T}",
    "{D} {E}, {V} i {T}, kl 17–19",
    "{D} kl 17–19: {E} på {V} i {T}",
    "{D}, kl 17–19: {E} ({V}, {T})",
    "{E}, {V} i {T}, {D} kl 17–19",
    "{E} {D} kl 17–19, {V}, {T}",
    "{E} | {D} | kl 17–19 | {V}, {T}",
];

const HEADS: &[&str] = &[
    "Nyhetsbrev nr 3 2026",
    "Brev från kansliet – september 2026",
    "EKBLADET\nNr 3 – september 2026",
    "Månadsbrev september 2026",
];

fn filled(layout: &str, thing: (&str, &str, &str, &str, &str)) -> String {
    let (what, house, town, day, _) = thing;
    layout.replace("{E}", what).replace("{V}", house).replace("{T}", town).replace("{D}", day)
}

fn refs(draft: &Value) -> Vec<&Value> {
    let sections = draft["newsletter"]["sections"].as_array().into_iter().flatten();
    sections.flat_map(|s| s["refs"].as_array().into_iter().flatten()).collect()
}

/// What is wrong with a letter that should tell of the three things and of nothing else.
fn faults(text: &str) -> Vec<String> {
    let draft = all(text);
    let read = refs(&draft);
    let mut out = Vec::new();
    if draft["kind"] != "newsletter" || read.len() != HELD.len() {
        out.push(format!("{} with {} things", draft["kind"], read.len()));
    }
    for (what, _, town, _, date) in HELD {
        let Some(thing) = read.iter().find(|r| r["date"] == date) else {
            out.push(format!("no {date}"));
            continue;
        };
        let place = thing["place"].as_str().unwrap_or_default();
        if thing["start"] != "17:00"
            || thing["end"] != "19:00"
            || thing["title"] != what
            || !place.contains(town)
            || place.contains(what)
        {
            out.push(thing.to_string());
        }
    }
    out
}

#[test]
fn a_section_of_a_letter() {
    let mut wrong = Vec::new();
    for (n, layout) in SECTIONS.iter().enumerate() {
        let head = HEADS[n % HEADS.len()];
        let told: Vec<String> = HELD.iter().map(|&thing| filled(layout, thing)).collect();
        let news = "Ny på kansliet\nVi hälsar Karin Öst välkommen.";
        let text = format!(
            "{head}\n\nKära vänner, här är det senaste.\n\n{news}\n\n{}\n\nKontakt: Eva Lund, eva@ekbygd.example",
            told.join("\n\n")
        );
        wrong.extend(faults(&text).into_iter().map(|fault| format!("{layout}: {fault}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_row_of_a_calendar() {
    let mut wrong = Vec::new();
    for (n, layout) in ROWS.iter().enumerate() {
        let head = HEADS[n % HEADS.len()];
        let bullet = ["", "- "][n % 2];
        let told: Vec<String> =
            HELD.iter().map(|&thing| format!("{bullet}{}", filled(layout, thing))).collect();
        let text = format!(
            "{head}\n\nStyrelsen har ordet\nVi är nu 63 föreningar.\n\nPå gång\n\n{}\n\nKontakt: Eva Lund, eva@ekbygd.example",
            told.join("\n")
        );
        wrong.extend(faults(&text).into_iter().map(|fault| format!("{layout}: {fault}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A town, where in it, and the day as it is written.
const STOPS: [(&str, &str, &str, &str); 4] = [
    ("Heby", "torget", "5 mars", "2026-03-05"),
    ("Malå", "biblioteket", "9 mars", "2026-03-09"),
    ("Ånge", "Coop", "11 mars", "2026-03-11"),
    ("Sunne", "Folkets hus", "16 mars", "2026-03-16"),
];

const TOURS: &[&str] = &[
    "{D} {T}, {V} kl 10–12",
    "{D}: {T}, {V}, 10.00–12.00",
    "{D}, kl 10–12, {T}, {V}",
    "{D} kl 10–12: {T}, {V}",
    "{T}, {V}, {D} kl 10–12",
    "{T}: {D} kl 10–12, {V}",
    "{T} {D}, {V} 10.00–12.00",
    "{T} ({V}): {D} kl 10–12",
    "{D} {T} ({V}) 10.00–12.00",
    "{D} | {T} | {V} | 10.00–12.00",
    "{D}\t{V}, {T}\t10.00–12.00",
    "{D}\n{T}, {V}\nkl 10–12",
    "{D}\nkl 10–12 {T}, {V}",
    "{T}\n{D} kl 10–12\n{V}",
    "{V}, {T}\n{D}, kl 10–12",
    "{T}\n{V}\n{D}\nkl 10–12",
    "{D} kommer vi till {T} ({V}) kl 10–12.",
    "{D} är vi i {T} vid {V} kl 10–12.",
    "{T}\nNär: {D} kl 10–12\nVar: {V}",
    "{T}\nDatum: {D}\nTid: 10.00–12.00\nPlats: {V}",
];

#[test]
fn a_stop_of_a_tour() {
    let mut wrong = Vec::new();
    for (n, layout) in TOURS.iter().enumerate() {
        let head = ["Husvagnen kommer till dig 2026", "Bokbussens turné 2026"][n % 2];
        let told: Vec<String> = STOPS
            .iter()
            .map(|&(town, place, day, _)| {
                layout.replace("{T}", town).replace("{V}", place).replace("{D}", day)
            })
            .collect();
        let between = if layout.contains('\n') { "\n\n" } else { "\n" };
        let text = format!("{head}\n\nIngen anmälan behövs.\n\n{}", told.join(between));
        let draft = all(&text);
        let read = refs(&draft);
        let right = STOPS.iter().all(|&(town, _, _, date)| {
            read.iter().any(|r| {
                r["date"] == date
                    && r["start"] == "10:00"
                    && r["end"] == "12:00"
                    && r["place"].as_str().is_some_and(|p| p.contains(town))
            })
        });
        if draft["kind"] != "newsletter" || read.len() != STOPS.len() || !right {
            wrong.push(format!("{layout}: {} {read:?}", draft["kind"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_registered_for_at_several_places_is_no_tour() {
    let rows = "Heby\nDatum: 5 mars\nTid: 10–12\nPlats: torget\n\nMalå\nDatum: 9 mars\nTid: 10–12\nPlats: biblioteket\n\nSunne\nDatum: 16 mars\nTid: 10–12\nPlats: Folkets hus";
    let page = format!("Dialog om vattnet 2026\n\n{rows}\n\nAnmäl dig senast den 1 mars.");
    assert_eq!(all(&page)["kind"], "event");
}
