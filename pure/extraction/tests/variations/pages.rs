//! Whole pages put together of parts: a heading or a mail, facts in every layout, a programme of one
//! day or two with choices, a foot; with blank lines, without them, and with what a mail or a paper
//! does to the lines.

use super::all;
use serde_json::{Value, json};

const HEADS: &[(&str, &str)] = &[
    ("a name", "Bygdens vatten\n\nEn dag om det som binder ihop bygden."),
    (
        "an organisation",
        "Grannskapsförbundet\nBygdens vatten\n\nEn dag om det som binder ihop bygden.",
    ),
    (
        "a menu",
        "Hoppa till innehåll\nHem   Om oss   Kalender   Kontakt\n\nBygdens vatten\n\nEn dag om det som binder ihop bygden.",
    ),
    (
        "a mail",
        "Från: Anna Roos <anna@grannskap.example>\nSkickat: den 3 februari 2026 09:12\nTill: Alla\nÄmne: Bygdens vatten\n\nHej!\n\nEn dag om det som binder ihop bygden.",
    ),
    (
        "a mail passed on",
        "Från: Anna Roos\nÄmne: VB: Bygdens vatten\n\nHej alla,\nSe nedan!\n\n-----Ursprungligt meddelande-----\nFrån: Grannskapsförbundet\nSkickat: den 2 februari 2026 08:40\nÄmne: Bygdens vatten\n\nEn dag om det som binder ihop bygden.",
    ),
];

/// How a page lays out its facts.
type Layout = fn(&[(&str, &str)]) -> String;

fn lines(facts: &[(&str, &str)], line: fn(&str, &str) -> String) -> String {
    facts.iter().map(|(label, value)| line(label, value)).collect::<Vec<_>>().join("\n")
}

const LAYOUTS: &[(&str, Layout)] = &[
    ("on one line", |facts| lines(facts, |label, value| format!("{label}: {value}"))),
    ("under it", |facts| lines(facts, |label, value| format!("{label}:\n{value}"))),
    ("a table", |facts| lines(facts, |label, value| format!("{label}\t{value}"))),
    ("cells", |facts| lines(facts, |label, value| format!("{label} | {value}"))),
    ("two beside each other", |facts| {
        facts
            .chunks(2)
            .map(|two| two.iter().map(|(l, v)| format!("{l}: {v}")).collect::<Vec<_>>().join("  "))
            .collect::<Vec<_>>()
            .join("\n")
    }),
];

/// How a programme writes an item: its hour, its title, who speaks.
type Row = fn(&str, &str, &str) -> String;

fn told(who: &str, sign: &str) -> String {
    if who.is_empty() { String::new() } else { format!("{sign}{who}") }
}

const ROWS: &[(&str, Row)] = &[
    ("on one line", |hour, title, who| format!("{hour} {title}{}", told(who, " – "))),
    ("who under it", |hour, title, who| format!("{hour} {title}{}", told(who, "\n"))),
    ("each on a line", |hour, title, who| format!("{hour}\n{title}{}", told(who, "\n"))),
    ("a table", |hour, title, who| format!("{hour}\t{title}{}", told(who, "\t"))),
];

/// What becomes of the whole page's lines.
type Damage = fn(&str) -> String;

const DAMAGE: &[(&str, Damage)] = &[
    ("none", str::to_owned),
    ("no blank lines", |page| page.replace("\n\n", "\n")),
    ("more blank lines", |page| page.replace("\n\n", "\n\n\n")),
    ("quoted", |page| page.lines().map(|line| format!("> {line}\n")).collect()),
    ("another system's ends", |page| page.replace('\n', "\r\n")),
];

fn programme(row: Row, two: bool) -> String {
    let one = [
        row("08.30", "Registrering och kaffe", ""),
        row("09.00", "Välkommen", ""),
        row("09.15", "Så blev ån ren igen", "Sofia Ek, rektor, Sjöbo kommun"),
        row("12.00", "Lunch", ""),
        row("13.00", "Gruppsamtal", ""),
        "1. Unga ledare. Samtalsledare: Johan Berg".to_owned(),
        "2. Mark och vatten. Samtalsledare: Karin Alm".to_owned(),
        row("15.00", "Avslutning", ""),
    ]
    .join("\n");
    if !two {
        return format!("Program\n{one}");
    }
    let other = [
        row("09.00", "Från idé till verklighet", "Lars Nygren, lantbrukare"),
        row("12.00", "Lunch", ""),
        row("14.00", "Kaffe och avslutning", ""),
    ]
    .join("\n");
    format!("Program\n\nTorsdag 5 mars\n{one}\n\nFredag 6 mars\n{other}")
}

/// What every such page says.
fn told_by(draft: &Value) -> Value {
    let event = &draft["events"][0];
    let items = event["programme"].as_array().cloned().unwrap_or_default();
    let names = |item: &Value, of: &str, key: &str| -> Vec<Value> {
        item[of].as_array().into_iter().flatten().map(|one| one[key].clone()).collect()
    };
    json!({
        "title": event["title"],
        "days": event["days"].as_array().map(Vec::len),
        "first": event["days"][0]["date"],
        "place": [event["venue"]["name"], event["venue"]["street"], event["venue"]["town"]],
        "deadline": event["registration"]["deadline"],
        "amount": event["cost"]["amount"],
        "audience": event["audience"]["text"],
        "items": items.iter().map(|item| json!([item["date"], item["start"], item["title"]])).collect::<Vec<_>>(),
        "speakers": items.iter().flat_map(|item| names(item, "speakers", "name")).collect::<Vec<_>>(),
        "choices": items.iter().flat_map(|item| names(item, "choices", "title")).collect::<Vec<_>>(),
        "organisers": event["roles"]["organisers"],
        "with": event["roles"]["in_collaboration"],
        "moderators": event["roles"]["moderators"],
        "updated": event["updated_on"],
        "warnings": draft["warnings"].as_array().map(Vec::len),
    })
}

fn wanted(two: bool) -> Value {
    let day = "2026-03-05";
    let mut items = vec![
        json!([day, "08:30", "Registrering och kaffe"]),
        json!([day, "09:00", "Välkommen"]),
        json!([day, "09:15", "Så blev ån ren igen"]),
        json!([day, "12:00", "Lunch"]),
        json!([day, "13:00", "Gruppsamtal"]),
        json!([day, "15:00", "Avslutning"]),
    ];
    let mut speakers = vec!["Sofia Ek"];
    if two {
        let other = "2026-03-06";
        items.push(json!([other, "09:00", "Från idé till verklighet"]));
        items.push(json!([other, "12:00", "Lunch"]));
        items.push(json!([other, "14:00", "Kaffe och avslutning"]));
        speakers.push("Lars Nygren");
    }
    json!({
        "title": "Bygdens vatten",
        "days": if two { 2 } else { 1 },
        "first": day,
        "place": ["Hotell Gästis", "Järnvägsgatan 14 B", "Mjölby"],
        "deadline": "2026-02-20",
        "amount": 450,
        "audience": "Föreningar och kommuner",
        "items": items,
        "speakers": speakers,
        "choices": ["Unga ledare", "Mark och vatten"],
        "organisers": ["Grannskapsförbundet"],
        "with": ["Kulturrådet Syd"],
        "moderators": ["Hanna Malmberg"],
        "updated": "2026-02-01",
        "warnings": 0,
    })
}

const FOOT: &str = "Moderator: Hanna Malmberg\nGrannskapsförbundet arrangerar i samverkan med Kulturrådet Syd.\n\nSenast uppdaterad: 1 februari 2026";

#[test]
fn parts_put_together() {
    let mut wrong = Vec::new();
    for two in [false, true] {
        let date = if two { "5–6 mars 2026" } else { "torsdag 5 mars 2026" };
        let mut facts = vec![("Datum", date)];
        if !two {
            facts.push(("Tid", "kl. 09.00–15.30"));
        }
        facts.extend([
            ("Plats", "Hotell Gästis, Järnvägsgatan 14 B, Mjölby"),
            ("Anmälan", "senast 20 februari 2026 till anmalan@grannskap.example"),
            ("Kostnad", "450 kr"),
            ("Målgrupp", "Föreningar och kommuner"),
        ]);
        for (head, top) in HEADS {
            for (layout, lay) in LAYOUTS {
                for (style, row) in ROWS {
                    for (damage, harm) in DAMAGE {
                        let page = format!(
                            "{top}\n\n{}\n\n{}\n\n{FOOT}\n",
                            lay(&facts),
                            programme(*row, two)
                        );
                        let got = told_by(&all(&harm(&page)));
                        let want = wanted(two);
                        if got != want {
                            let key = want.as_object().into_iter().flatten();
                            let differs: Vec<_> = key
                                .filter(|(key, value)| got[key.as_str()] != **value)
                                .map(|(key, _)| format!("{key}: {}", got[key.as_str()]))
                                .collect();
                            wrong.push(format!(
                                "{head}, {layout}, {style}, {damage}, two days: {two}: {differs:?}"
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} pages\n{}", wrong.len(), wrong[..wrong.len().min(12)].join("\n"));
}
