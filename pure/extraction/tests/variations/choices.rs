//! Group talks to choose from: markers, rooms, and where it stands who leads them.

use crate::all;
use serde_json::Value;

const TITLES: [[&str; 3]; 2] = [
    ["Nattbussen som aldrig kom", "Vem äger torget?", "Matens väg"],
    ["Att säga nej", "Ritningar och regler", "Vad kostar en orgel?"],
];
const NAMES: [[&str; 6]; 2] = [
    ["Anna Rosenkvist", "Ove Kry", "Karin Almlund", "Per-Olof Hed", "Siv Ågren", "Bo Rask"],
    ["Zurima Tabe", "Ibo Kandel", "Tsovik Ramle", "Quirina Lomt", "Signhild Varpe", "Ebbot Krul"],
];
const ROOMS: [&str; 3] = ["Röda rummet", "Sal 3", "Aulan"];
const MARKERS: [&str; 12] = [
    "{k}. ",
    "{k}) ",
    "{k} ",
    "{k}: ",
    "({k}) ",
    "{k}\t",
    "Spår {k}: ",
    "Verkstad {k}. ",
    "Bord {k} – ",
    "Verkstad {k}\t",
    "Verkstad {k} ({R}): ",
    "Pass {k}, {R}: ",
];

/// "number|title|facilitators|speakers" of each choice.
fn told(item: &Value) -> Vec<String> {
    let names = |list: &Value, key: Option<&str>| {
        let of = |one: &Value| key.map_or(one, |k| &one[k]).as_str().unwrap_or("").to_owned();
        let all = list.as_array().map(|all| all.iter().map(of).collect::<Vec<_>>());
        all.unwrap_or_default().join(" ; ")
    };
    let one = |choice: &Value| {
        format!(
            "{}|{}|{}|{}",
            choice["number"].as_str().unwrap_or(""),
            choice["title"].as_str().unwrap_or(""),
            names(&choice["facilitators"], None),
            names(&choice["speakers"], Some("name"))
        )
    };
    item["choices"].as_array().map(|all| all.iter().map(one).collect()).unwrap_or_default()
}

fn page(
    layout: &str,
    marker: &str,
    row: usize,
    letters: bool,
    blank: bool,
) -> (String, Vec<String>) {
    let (mut body, mut numbers) = (Vec::new(), Vec::new());
    for k in 0..3 {
        let number = if letters { ["A", "B", "C"][k] } else { ["1", "2", "3"][k] };
        let text = format!("{marker}{layout}")
            .replace("{k}", number)
            .replace("{R}", ROOMS[k])
            .replace("{t}", TITLES[row][k])
            .replace("{n}", NAMES[row][k])
            .replace("{n2}", NAMES[row][k + 3])
            .replace("?.", "?")
            .replace("?,", "?");
        body.push(text);
        numbers.push(number.to_owned());
    }
    let sep = if blank { "\n\n" } else { "\n" };
    let text = format!(
        "En dag om grannskap\n\nDatum: 14 oktober 2026\nTid: 9.00–15.00\nPlats: Folkets hus, Storgatan 2, \
         Sala\n\nProgram\n\n09.00 Välkomna\n13.00 Parallella samtal\n{}\n\n15.00 Slut\n\nModerator: Eva \
         Lind\n",
        body.join(sep)
    );
    (text, numbers)
}

#[test]
fn who_leads_a_group_talk() {
    // What the layout says of `{n}` (and `{n2}`): "f" leads, "s" speaks.
    for (layout, says) in [
        ("{t}", ""),
        ("{t} ({R})", ""),
        ("{t}. Samtalsledare: {n}", "f"),
        ("{t}. Samtalsledare: {n} och {n2}", "ff"),
        ("{t}, samtalsledare {n}", "f"),
        ("{t} – samtalsledare: {n}, strateg", "f"),
        ("{t} (samtalsledare: {n})", "f"),
        ("{t} (leds av {n})", "f"),
        ("{t} – leds av {n}, strateg", "f"),
        ("{t}, leds av {n} och {n2}", "ff"),
        ("{t} – {n} leder", "f"),
        ("{t} – {n} leder samtalet", "f"),
        ("{t} med {n} som samtalsledare", "f"),
        ("{t} | Samtalsledare: {n}", "f"),
        ("{t}\tSamtalsledare: {n}", "f"),
        ("{t} ({R}). Samtalsledare: {n}", "f"),
        ("{t}\nSamtalsledare: {n}", "f"),
        ("{t}\nSamtalsledare {n}", "f"),
        ("{t}\nSamtalsledare\n{n}", "f"),
        ("{t}\nSamtalsledare är {n}.", "f"),
        ("{t}\n(samtalsledare: {n})", "f"),
        ("{t}\n– Samtalsledare: {n}", "f"),
        ("{t}\nLeds av {n} och {n2}.", "ff"),
        ("{t}\nSamtalet leds av {n}, strateg.", "f"),
        ("{t}\n{n} leder samtalet.", "f"),
        ("{t}\n{n} håller i samtalet.", "f"),
        ("{t}\nHåller i samtalet: {n}", "f"),
        ("{t}\nProcessledare: {n}, strateg", "f"),
        ("{t}\nVärd: {n}", "f"),
        ("{t}\nAnsvarig: {n}", "f"),
        ("{t}\nModerator: {n}", "f"),
        ("{t}\n{R}. Samtalsledare: {n}", "f"),
        ("{t}\nLokal: {R}\nLedare: {n}", "f"),
        ("{t}\nSamtalsledare: {n}\nMedverkande: {n2}, strateg", "fs"),
        ("{t}\nLedare: {n}. Medverkande: {n2}, strateg", "fs"),
        ("{t}\nLead: {n} and {n2}", "ff"),
        ("{t}\nHost: {n}", "f"),
        ("{t}\nSession lead: {n}", "f"),
        ("{t} (chair: {n})", "f"),
        ("{t}. Led by {n}.", "f"),
        ("{t} – facilitated by {n}", "f"),
        ("{t}\nHosted by {n}, librarian", "f"),
        ("{t}\n{n}, strateg", "s"),
        ("{t} – {n}, strateg", "s"),
        ("{t}\n{n}, strateg, Sala kommun", "s"),
    ] {
        for (m, marker) in MARKERS.iter().enumerate() {
            if marker.contains("{R}") && layout.contains("{R}") {
                continue;
            }
            for row in 0..TITLES.len() {
                let letters = m % 2 == row;
                let (text, numbers) = page(layout, marker, row, letters, m % 3 == row);
                let event = &all(&text)["events"][0];
                let expected: Vec<String> = (0..3)
                    .map(|k| {
                        let of = |what: char| {
                            let said = says.chars().enumerate().filter(|s| s.1 == what);
                            said.map(|(at, _)| NAMES[row][k + 3 * at])
                                .collect::<Vec<_>>()
                                .join(" ; ")
                        };
                        format!("{}|{}|{}|{}", numbers[k], TITLES[row][k], of('f'), of('s'))
                    })
                    .collect();
                let room = |one: String| {
                    ROOMS.iter().fold(one, |text, room| text.replace(&format!(" ({room})"), ""))
                };
                let read: Vec<String> =
                    told(&event["programme"][1]).into_iter().map(room).collect();
                assert_eq!(read, expected, "{text}");
                assert_eq!(event["programme"].as_array().map(Vec::len), Some(3), "{text}");
                let roles =
                    event["roles"].as_object().map(|r| r.keys().cloned().collect::<Vec<_>>());
                assert_eq!(roles, Some(vec!["moderators".to_owned()]), "{text}");
                assert_eq!(event["roles"]["moderators"], serde_json::json!(["Eva Lind"]), "{text}");
            }
        }
    }
}

#[test]
fn who_leads_no_group_talk() {
    // Under the last of several that have no leader, it leads the day.
    let text = "En dag om grannskap\n\nDatum: 14 oktober 2026\n\nProgram\n\n09.00 Välkomna\n13.00 \
                Gruppsamtal\n1. Nattbussen\n2. Maten\n3. Torget\nModerator: Eva Lind\n";
    let event = &all(text)["events"][0];
    assert_eq!(event["roles"]["moderators"], serde_json::json!(["Eva Lind"]));
    assert_eq!(told(&event["programme"][1]), ["1|Nattbussen||", "2|Maten||", "3|Torget||"]);
    // A body that is called so, and one who chairs something else.
    for (line, expected) in [
        ("Anna Ek, strateg, Leader Höga Kusten", "1|Nattbussen||Anna Ek"),
        ("Anna Brown, chair", "1|Nattbussen||Anna Brown"),
        ("Ledare i små föreningar berättar", "1|Nattbussen||"),
    ] {
        let text = format!(
            "En dag om grannskap\n\nDatum: 14 oktober 2026\n\nProgram\n\n09.00 Välkomna\n13.00 \
             Gruppsamtal\n1. Nattbussen\n{line}\n2. Maten\n\n15.00 Slut\n"
        );
        let event = &all(&text)["events"][0];
        assert_eq!(told(&event["programme"][1]), [expected, "2|Maten||"], "{text}");
    }
}
