//! Who is behind it and who to ask, in the words of letters: turned sentences, support, signatures.

use crate::all;
use serde_json::Value;

const BODIES: [[&str; 3]; 3] = [
    ["Sala kommun", "Vikens byalag", "Högskolan Väst"],
    ["Hamnföreningen", "SKR", "Region Halland"],
    ["Röda Korset", "Bona folkhögskola", "Stiftelsen Grön Viken"],
];

fn page(text: &str, under: bool) -> Value {
    let facts = "Datum: 14 oktober 2026\nTid: 9.00–15.00\nPlats: Folkets hus, Storgatan 2, Sala";
    let text = if under {
        format!("En dag om grannskap\n\n{facts}\n\nProgram\n09.00 Välkomna\n15.00 Slut\n\n{text}\n")
    } else {
        format!("En dag om grannskap\n\n{text}\n\n{facts}\n")
    };
    all(&text)["events"][0].clone()
}

#[test]
fn who_arranges() {
    // Organisers, collaborators and funders by number.
    for (layout, organisers, with, paid) in [
        ("{0} bjuder i samverkan med {1} in till en dag om grannskap.", "0", "1", ""),
        ("{0} bjuder tillsammans med {1} och {2} in till en dag om torg.", "0", "12", ""),
        ("Tillsammans med {1} bjuder {0} in till en dag om grannskap.", "0", "1", ""),
        ("I samarbete med {1} arrangerar {0} en dag om grannskap.", "0", "1", ""),
        ("Nu bjuder {0} och {1} in till en dag om grannskap.", "01", "", ""),
        ("Dagen ordnas av {0} tillsammans med {1}. Stöd från {2}.", "0", "1", "2"),
        ("Dagen arrangeras av {0}. Stöd har getts av {2}.", "0", "", "2"),
        ("Arrangör: {0}. Med bidrag från {2}.", "0", "", "2"),
        ("Vi i {0} arrangerar dagen ihop med {1}.", "0", "1", ""),
        ("Dagen finansieras av {2} och arrangeras av {0}.", "0", "", "2"),
        ("{2} är med och finansierar dagen. Arrangör är {0}.", "0", "", "2"),
        ("{2} finansierar. {0} arrangerar.", "0", "", "2"),
        ("{0} och {1} står bakom dagen.", "01", "", ""),
        ("Det är {0} som arrangerar dagen.", "0", "", ""),
        ("Värd för dagen är {0}.", "0", "", ""),
        ("Dagen hålls i samarbete med {1}. Arrangör är {0}.", "0", "1", ""),
        ("Samarbetspartner är {1}. Dagen arrangeras av {0}.", "0", "1", ""),
        ("Medarrangör: {1}\nArrangör: {0}\nMedfinansiär: {2}", "0", "1", "2"),
        ("Tack till {2} som finansierar dagen. Arrangör: {0}", "0", "", "2"),
        ("Arrangemanget får stöd av {2}. Arrangör: {0}", "0", "", "2"),
        ("{0} and {1} organise the day, supported by {2}.", "01", "", "2"),
        ("Together with {1}, {0} invites you to a day of talks.", "0", "1", ""),
        ("{0} organises the day with {1}. It is funded by {2}.", "0", "1", "2"),
        ("{0} hosts the day.", "0", "", ""),
        ("Organised by {0}, with {1} as partner.", "0", "1", ""),
        ("The day is arranged by {0}. Support from {2}.", "0", "", "2"),
        ("The day is made possible by {2}. Organiser: {0}", "0", "", "2"),
        ("Organised by {0} and {1}. Sponsored by {2}.", "01", "", "2"),
    ] {
        for row in BODIES {
            for under in [true, false] {
                let said = (0..3)
                    .fold(layout.to_owned(), |text, k| text.replace(&format!("{{{k}}}"), row[k]));
                let roles = &page(&said, under)["roles"];
                for (key, expected) in
                    [("organisers", organisers), ("in_collaboration", with), ("co_funders", paid)]
                {
                    let mut expected: Vec<&str> =
                        expected.bytes().map(|b| row[usize::from(b - b'0')]).collect();
                    let mut read: Vec<&str> = roles[key]
                        .as_array()
                        .map(|all| all.iter().filter_map(Value::as_str).collect())
                        .unwrap_or_default();
                    expected.sort_unstable();
                    read.sort_unstable();
                    assert_eq!(read, expected, "{key}: {said}");
                }
            }
        }
    }
}

#[test]
fn who_arranges_something_else() {
    for text in [
        "Nu ordnar Anna bussen till stationen.",
        "Det är vi som arrangerar om möblerna.",
        "Tack till alla som stöder varandra.",
        "Värd för tanken är den som lyssnar.",
        "Stöd från grannar betyder mycket.",
        "Tillsammans med barnen bjuder vi på kakor.",
        "Föräldrar står bakom förslaget.",
    ] {
        assert_eq!(page(text, true).get("roles"), None, "{text}");
    }
}

#[test]
fn who_signs_and_answers() {
    let person = |contact: &Value| {
        ["name", "role", "phone", "email"].map(|key| contact[key].as_str().unwrap_or("")).join("|")
    };
    for (text, expected) in [
        ("Med varma hälsningar, Anna Ek, strateg\n070-174 06 58", "Anna Ek|strateg|070-174 06 58|"),
        (
            "Med vänlig hälsning, Zurima Tabe\nzurima@viken.example",
            "Zurima Tabe|||zurima@viken.example",
        ),
        (
            "With warm hands,\nAnna Brown, coordinator\nanna@viken.example",
            "Anna Brown|coordinator||anna@viken.example",
        ),
        ("Frågor? Ring Ebbot Kazlauskas, 070-174 06 58.", "Ebbot Kazlauskas||070-174 06 58|"),
        ("Yours, Anna Brown, head teacher", "Anna Brown|head teacher||"),
        ("Warmly,\nAnna Brown, director", "Anna Brown|director||"),
        ("Hope to see you there!\nAnna Brown, director", "Anna Brown|director||"),
        ("Välkommen önskar Anna Ek, rektor", "Anna Ek|rektor||"),
        (
            "KONTAKT\nProgram: Anna Ek, anna@viken.example\nAnmälan: Eva Lind, 0224-77 01 19",
            "Anna Ek|Program||anna@viken.example ; Eva Lind||0224-77 01 19|",
        ),
        ("Anna Ek, strateg, svarar på frågor: 070-174 06 58", "Anna Ek|strateg|070-174 06 58|"),
    ] {
        let event = page(text, true);
        let contacts = event["roles"]["contacts"].as_array().cloned().unwrap_or_default();
        let read = contacts.iter().map(person).collect::<Vec<_>>().join(" ; ");
        assert_eq!(read, expected, "{text}");
        assert_eq!(event["programme"].as_array().map(Vec::len), Some(2), "{text}");
    }
}
