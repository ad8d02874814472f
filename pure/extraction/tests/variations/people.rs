//! Who speaks, leads, arranges and is to be asked: layouts and wordings with known and unknown names.

use crate::all;
use serde_json::Value;

const NAMES: [[&str; 3]; 3] = [
    ["Anna Rosenkvist", "Ove Kry", "Karin Almlund"],
    ["Zurima Tabe", "Ibo Kandel", "Tsovik Ramle"],
    ["Per-Olof Hed", "Quirina Lomt", "Signhild Varpe"],
];
const ROLES: [[&str; 3]; 3] = [
    ["strateg", "vice ordförande", "lektor i sociologi"],
    ["HR-chef", "kultur- och fritidschef", "docent"],
    ["rektor", "museichef", "samhällsplanerare"],
];
const BODIES: [[&str; 3]; 3] = [
    ["Sala kommun", "LRF Viken", "Hamnföreningen"],
    ["SKR", "Leader Hamnbygd", "Stiftelsen Grön Viken"],
    ["Företagarna Viken", "Röda Korset", "Vikens Byalag AB"],
];

/// The layout with the values of a row in it: `{n}`, `{t}`, `{o}`, and `{n2}` … for the others.
fn laid(layout: &str, row: usize) -> String {
    let mut text = layout.to_owned();
    for k in 0..3 {
        let mark = |letter: &str| match k {
            0 => format!("{{{letter}}}"),
            _ => format!("{{{letter}{}}}", k + 1),
        };
        text = text
            .replace(&mark("n"), NAMES[row][k])
            .replace(&mark("t"), ROLES[row][k])
            .replace(&mark("o"), BODIES[row][k]);
        let role = ROLES[row][k];
        let (head, tail) = role.split_at(role.chars().next().map_or(0, char::len_utf8));
        text = text.replace(&mark("T"), &format!("{}{tail}", head.to_uppercase()));
    }
    text
}

/// "name|title|affiliation" of each speaker.
fn told(speakers: &Value) -> String {
    let one = |person: &Value| {
        ["name", "title", "affiliation"].map(|key| person[key].as_str().unwrap_or("")).join("|")
    };
    speakers
        .as_array()
        .map(|all| all.iter().map(one).collect::<Vec<_>>().join(" ; "))
        .unwrap_or_default()
}

#[test]
fn who_speaks_under_an_item() {
    for (layout, expected) in [
        ("Om bron\n{n}, {t}, {o}", "{n}|{t}|{o}"),
        ("Om bron\n{n} | {t} | {o}", "{n}|{t}|{o}"),
        ("Om bron\n{n} / {t} / {o}", "{n}|{t}|{o}"),
        ("Om bron\n{n}\t{t}\t{o}", "{n}|{t}|{o}"),
        ("Om bron\n{n} – {t}, {o}", "{n}|{t}|{o}"),
        ("Om bron\n{n} ({t}, {o})", "{n}|{t}|{o}"),
        ("Om bron\n{n} ({o})", "{n}||{o}"),
        ("Om bron\n{o} – {n}, {t}", "{n}|{t}|{o}"),
        ("Om bron\n{n}\n{T}\n{o}", "{n}|{T}|{o}"),
        ("Om bron\n{n}\n{T}, {o}", "{n}|{T}|{o}"),
        ("Om bron\n{n} är {t} på {o} och har skrivit om bron.", "{n}|{t}|{o}"),
        ("Om bron\n{n}, som är {t} på {o}, berättar.", "{n}|{t}|{o}"),
        ("Om bron\nVi möter {n}, {t} på {o}.", "{n}|{t}|{o}"),
        ("Om bron\nByborna, bland andra {n}, {t}, {o}", "{n}|{t}|{o}"),
        (
            "Om bron\n{n}, {t}, {o}, {n2}, {t2}, {o2} och {n3}, {t3}, {o3}",
            "{n}|{t}|{o} ; {n2}|{t2}|{o2} ; {n3}|{t3}|{o3}",
        ),
        ("Om bron\n– {n}, {t}, {o}\n– {n2}, {t2}, {o2}", "{n}|{t}|{o} ; {n2}|{t2}|{o2}"),
        (
            "Om bron\nI panelen: {n} ({o}), {n2} ({o2}) och {n3} ({o3})",
            "{n}||{o} ; {n2}||{o2} ; {n3}||{o3}",
        ),
        ("Om bron\nPanel: {n}, {o}, {n2}, {o2}, {n3}, {o3}", "{n}||{o} ; {n2}||{o2} ; {n3}||{o3}"),
        ("Om bron\n{n} i samtal med {n2}, {t2}, {o2}", "{n}|| ; {n2}|{t2}|{o2}"),
        ("Om bron\n{n} och {n2}, båda från {o}", "{n}||{o} ; {n2}||{o}"),
        ("Om bron – {n}, {t}, {o}", "{n}|{t}|{o}"),
        ("{n}, {t}, {o}: Om bron", "{n}|{t}|{o}"),
    ] {
        for row in 0..3 {
            let item = laid(layout, row);
            let text = format!(
                "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00–21.00\n\nProgram\n\n18.00 Välkomna\n\n18.15 {item}\n\n21.00 Slut\n"
            );
            let draft = all(&text);
            let found = &draft["events"][0]["programme"][1];
            assert_eq!(told(&found["speakers"]), laid(expected, row), "{item}\n{found:#}");
            assert_eq!(found["title"], "Om bron", "{item}");
        }
    }
}

#[test]
fn a_body_before_a_known_name() {
    for body in ["Sala kommun", "SKR", "LRF Viken", "Hamnföreningen", "Röda Korset"] {
        for sign in [", ", ": ", " – "] {
            let text = format!(
                "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00–21.00\n\nProgram\n18.00 Välkomna\n18.15 Om bron\n{body}{sign}Anna Ros\n21.00 Slut\n"
            );
            let draft = all(&text);
            let found = &draft["events"][0]["programme"][1]["speakers"];
            assert_eq!(told(found), format!("Anna Ros||{body}"), "{body}{sign}");
        }
    }
}

#[test]
fn who_speaks_without_a_programme() {
    let three = "{n}|{t}|{o} ; {n2}|{t2}|{o2} ; {n3}|{t3}|{o3}";
    let bodies = "{n}||{o} ; {n2}||{o2} ; {n3}||{o3}";
    for (layout, expected) in [
        ("Medverkande\n{n}, {t}, {o}\n{n2}, {t2}, {o2}\n{n3}, {t3}, {o3}", three),
        ("Inbjudna talare:\n{n}, {t}, {o}\n{n2}, {t2}, {o2}\n{n3}, {t3}, {o3}", three),
        ("Medverkande: {n}, {t}, {o}; {n2}, {t2}, {o2}; {n3}, {t3}, {o3}", three),
        ("Du möter bland andra {n} ({o}), {n2} ({o2}) och {n3} ({o3}).", bodies),
        ("Vi får lyssna till {n} ({o}), {n2} ({o2}) och {n3} ({o3}).", bodies),
    ] {
        for row in 0..3 {
            let people = laid(layout, row);
            let text = format!(
                "Kväll om hamnen\n\nVi talar om bron.\n\nDatum: 14 april 2026\nTid: 18.00–21.00\n\n{people}\n\nSista anmälningsdag: 1 april 2026\n"
            );
            let draft = all(&text);
            let found = &draft["events"][0]["programme"][0]["speakers"];
            assert_eq!(told(found), laid(expected, row), "{people}");
        }
    }
}

#[test]
fn who_leads_arranges_and_is_asked() {
    for (layout, pointer, expected) in [
        ("Moderator är {n}.", "moderators/0", "{n}"),
        ("{n}, {t}, är moderator.", "moderators/0", "{n}"),
        ("MC: {n}", "moderators/0", "{n}"),
        ("{n} och {n2} guidar oss genom kvällen.", "moderators/1", "{n2}"),
        ("En kväll av {o} i samarbete med {o2}", "organisers/0", "{o}"),
        ("En kväll av {o} i samarbete med {o2}", "in_collaboration/0", "{o2}"),
        ("Välkommen hälsar {o} och {o2}!", "organisers/1", "{o2}"),
        ("Anordnas av: {o}, {o2}", "organisers/1", "{o2}"),
        ("Kvällen genomförs av {o} i samarbete med {o2}.", "in_collaboration/0", "{o2}"),
        ("Inbjudan kommer från {o} och {o2}.", "organisers/1", "{o2}"),
        ("Vi som bjuder in är {o}, {o2} och {o3}.", "organisers/2", "{o3}"),
        ("Tel: 070-174 06 58\nKontakt: {n}", "contacts/0/phone", "070-174 06 58"),
        ("Kontakt: {n}\n{t}\n070-174 06 58", "contacts/0/role", "{t}"),
        ("Kontakt\n{n} | {t} | 070-174 06 58", "contacts/0/role", "{t}"),
        ("Mer information lämnas av {n}, {t}, tel 070-174 06 58.", "contacts/0/name", "{n}"),
        ("Frågor om anmälan: {n}, 070-174 06 58", "contacts/0/name", "{n}"),
        ("Välkomna!\n{n} och {n2}", "contacts/1/name", "{n2}"),
    ] {
        for row in 0..3 {
            let part = laid(layout, row);
            let text = format!(
                "Kväll om hamnen\n\nVi talar om bron.\n\nDatum: 14 april 2026\nTid: 18.00–21.00\n\n{part}\n"
            );
            let draft = all(&text);
            let found = draft.pointer(&format!("/events/0/roles/{pointer}"));
            let found = found.and_then(Value::as_str).unwrap_or_default();
            assert_eq!(found, laid(expected, row), "{part}\n{:#}", draft["events"][0]["roles"]);
        }
    }
}

#[test]
fn what_is_nobody() {
    // Menus, titles and bodies of two capitals are not people.
    for (line, speakers) in [
        ("Om oss | Nyheter | Kontakt", ""),
        ("Levande Hamn: så gjorde vi", ""),
        ("Leader Hamnbygd", ""),
        ("Skolan för framtiden, frågor och svar", ""),
    ] {
        let text = format!(
            "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00–21.00\n\nProgram\n18.00 Välkomna\n18.15 Om bron\nAnna Ros, strateg\n19.00 {line}\n21.00 Slut\n"
        );
        let draft = all(&text);
        let item = draft["events"][0]["programme"]
            .as_array()
            .and_then(|items| items.iter().find(|item| item["start"] == "19:00"));
        assert_eq!(
            item.map(|item| told(&item["speakers"])).unwrap_or_default(),
            speakers,
            "{line}"
        );
    }
}

#[test]
fn hours_on_lines_of_their_own_over_people() {
    let text = "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00–21.00\n\nProgram\n\n18.00\nVälkomna\n\n18.15\n\
        Om bron\nAnna Ros, strateg\n\n19.00\nOve Hed, Sala kommun – Det goda samtalet\n\n21.00\nSlut\n";
    let draft = all(text);
    let items = draft["events"][0]["programme"].as_array().expect("items");
    let read: Vec<_> = items
        .iter()
        .map(|item| format!("{} {} {}", item["start"], item["title"], told(&item["speakers"])))
        .collect();
    assert_eq!(
        read,
        [
            r#""18:00" "Välkomna" "#,
            r#""18:15" "Om bron" Anna Ros|strateg|"#,
            r#""19:00" "Det goda samtalet" Ove Hed||Sala kommun"#,
            r#""21:00" "Slut" "#,
        ]
    );
}
