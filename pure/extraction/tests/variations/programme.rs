//! Programmes and matters in the layouts of pages: where the hours stand, where who speaks, what is
//! asked and what one may choose.

use super::all;
use serde_json::Value;

/// A page around a programme: Swedish, one day, at ten o'clock and on.
fn page(programme: &str) -> Value {
    all(&format!(
        "Framtid i Mellanbygden\n\nEn dag om hur vi gör mer ihop.\n\nDatum: 14 oktober 2026\nPlats: Folkets \
         hus, Storgatan 2, Sala\n\n{programme}\n\nArrangör: Byalaget i Sala\n"
    ))
}

/// Start, end, title and kind of each item.
fn items(draft: &Value) -> Vec<String> {
    let text = |item: &Value, key: &str| item[key].as_str().unwrap_or("-").to_owned();
    let list = draft["events"][0]["programme"].as_array().cloned().unwrap_or_default();
    list.iter()
        .map(|item| {
            let speakers = item["speakers"].as_array().cloned().unwrap_or_default();
            let names: Vec<_> = speakers.iter().map(|s| text(s, "name")).collect();
            [text(item, "start"), text(item, "end"), text(item, "title"), names.join("+")].join(" ")
        })
        .collect()
}

const ROWS: &[&[(&str, &str, &str, &str)]] = &[
    &[
        ("09.30", "10.00", "Kaffe och registrering", ""),
        ("10.00", "10.15", "Välkomsthälsning", ""),
        ("10.15", "11.00", "Vägen tillbaka till byn", "Karin Sjöberg, planerare, Högskolan Väst"),
        ("11.00", "11.20", "Bensträckare", ""),
        ("11.20", "12.00", "Vem äger frågan?", "Olle Nordmark, rektor, Sala kommun"),
        ("12.00", "13.00", "Gemensam lunch", ""),
        ("13.00", "13.30", "Sammanfattning och avslut", ""),
    ],
    &[
        ("08.00", "08.30", "Drop-in med fika", ""),
        ("08.30", "09.45", "Hur mår skogen?", "Ahmed Lind, forskare, Umeå universitet"),
        ("09.45", "10.00", "Paus", ""),
        ("10.00", "11.15", "Det osynliga arbetet", ""),
        ("11.15", "11.30", "Avrundning", ""),
    ],
];

/// Every layout with both lists, close and with blank lines between; with an end where it tells one.
#[test]
fn hours_before_after_over_and_under() {
    for layout in [
        "{a} {T}",
        "{a}–{b} {T}",
        "kl. {a}–{b} {T}",
        "Kl. {a} – {T}",
        "• {a} {T}",
        "ca {a} {T}",
        "Från {a} {T}",
        "[{a}–{b}] {T}",
        "({a}–{b}) {T}",
        "{a}{b} {T}",
        "{a}–{b}\n{T}",
        "{a}–{b} / {T}",
        "{a} → {T}",
        "**{a}–{b}** {T}",
        "{T} {a}–{b}",
        "{T} ({a}–{b})",
        "{T} (kl. {a}–{b})",
        "{T}, kl. {a}",
        "{T} – kl. {a}",
        "• {T} {a}–{b}",
        "{T}\t{a}–{b}",
        "{T} .......... {a}",
        "| {T} | {a} |",
        "| {a} | {T} |",
        "{T}\n{a}–{b}",
        "{T}\nkl. {a}",
    ] {
        for rows in ROWS {
            for gap in ["\n", "\n\n"] {
                for head in ["Program\n", "Hålltider\n\n", ""] {
                    let list: Vec<_> = rows
                        .iter()
                        .map(|(a, b, title, who)| {
                            // Beside a dot leader and in a table of two columns nobody is named.
                            let alone = layout.contains("....") || layout.contains('|');
                            let sign = if title.ends_with('?') { " " } else { ", " };
                            let told = if who.is_empty() || alone {
                                (*title).to_owned()
                            } else {
                                [*title, sign, *who].concat()
                            };
                            layout.replace("{a}", a).replace("{b}", b).replace("{T}", &told)
                        })
                        .collect();
                    if head.is_empty() && layout.contains('\n') {
                        continue;
                    }
                    let draft = page(&format!("{head}{}", list.join(gap)));
                    let expected: Vec<_> = rows
                        .iter()
                        .map(|(a, b, title, who)| {
                            let alone = layout.contains("....") || layout.contains('|');
                            let who = who.split(',').next().filter(|_| !alone).unwrap_or_default();
                            let end = if layout.contains("{b}") { b } else { "-" };
                            let clock = |t: &str| t.replace('.', ":");
                            format!("{} {} {title} {who}", clock(a), clock(end))
                        })
                        .collect();
                    assert_eq!(items(&draft), expected, "{layout:?} {head:?} {gap:?}");
                }
            }
        }
    }
}

#[test]
fn items_on_one_line_and_items_with_numbers() {
    for list in [
        "9.30 Kaffe, 10.00 Hur mår byn? 11.30 Lunch",
        "kl 9.30 Kaffe, kl 10.00 Hur mår byn?, kl 11.30 Lunch",
        "9.30 Kaffe | 10.00 Hur mår byn? | 11.30 Lunch",
        "1. 9.30 Kaffe\n2. 10.00 Hur mår byn?\n3. 11.30 Lunch",
        "1. Kaffe kl. 9.30\n2. Hur mår byn? kl. 10.00\n3. Lunch kl. 11.30",
    ] {
        let expected = ["09:30 - Kaffe ", "10:00 - Hur mår byn? ", "11:30 - Lunch "];
        assert_eq!(items(&page(&format!("Program\n{list}"))), expected, "{list}");
    }
}

#[test]
fn hours_that_are_no_programme() {
    for list in [
        "Öppettider\nMåndag 10.00–18.00\nTisdag 10.00–18.00\nLördag 11.00–15.00",
        "Kaféet har öppet:\nFrukost 7.00–9.00\nLunch 11.00–14.00",
        "Buss från\nSala station 9.00\nHeby torg 9.20\nMorgongåva 9.35\nTärnsjö 9.50",
        "Välj ett av två tillfällen:\nGrupp 1 kl. 10.00–11.30\nGrupp 2 kl. 13.00–14.30",
        "Telefontid:\nKansliet 9.00–11.00\nEkonomi 10.00–12.00\nVaktmästare 13.00–15.00",
    ] {
        assert_eq!(items(&page(list)), Vec::<String>::new(), "{list}");
    }
}

#[test]
fn the_headings_of_two_days() {
    for (first, second) in [
        ("14 oktober", "15 oktober"),
        ("Onsdag 14 oktober", "Torsdag 15 oktober"),
        ("ONSDAG 14 OKTOBER", "TORSDAG 15 OKTOBER"),
        ("Dag 1", "Dag 2"),
        ("Dag ett", "Dag två"),
        ("Dag 1 – 14 oktober", "Dag 2 – 15 oktober"),
        ("Dag 1 (14 oktober)", "Dag 2 (15 oktober)"),
        ("Dag 1: Nuläget", "Dag 2: Framåt"),
        ("Program dag 1", "Program dag 2"),
        ("Första dagen", "Andra dagen"),
        ("Onsdag", "Torsdag"),
        ("Onsdag 14/10:", "Torsdag 15/10:"),
        ("Onsdag 14 oktober – Folkets hus", "Torsdag 15 oktober – Biblioteket"),
        ("Onsdag 14 oktober kl. 10.00–12.00", "Torsdag 15 oktober kl. 9.00–12.00"),
    ] {
        let draft = all(&format!(
            "Framtid i Mellanbygden\n\nTvå dagar om byn.\n\nDatum: 14–15 oktober 2026\nPlats: Folkets hus, \
             Storgatan 2, Sala\n\nProgram\n\n{first}\n10.00 Inledning\n10.30 Hur mår byn?\n12.00 Lunch\n\n\
             {second}\n9.00 Vad gör vi nu?\n11.30 Avslutning\n"
        ));
        let days: Vec<_> = draft["events"][0]["programme"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|item| item["date"].as_str())
            .collect();
        let expected = [["2026-10-14"; 3].as_slice(), ["2026-10-15"; 2].as_slice()].concat();
        assert_eq!(days, expected, "{first}");
    }
}

#[test]
fn questions_under_an_item() {
    let asked = ["Vad fungerar bra i dag?", "Vem behöver vara med?"];
    for list in [
        "• {1}\n• {2}",
        "{1}\n{2}",
        "{1} {2}",
        "Frågor:\n{1}\n{2}",
        "Frågor:\n1. {1}\n2. {2}",
        "Diskussionsfrågor:\na) {1}\nb) {2}",
        "Frågor att prata om:\n• {1}\n• {2}",
        "Frågor: {1} {2}",
        "Fråga 1: {1}\nFråga 2: {2}",
    ] {
        let list = list.replace("{1}", asked[0]).replace("{2}", asked[1]);
        let draft =
            page(&format!("Program\n9.00 Inledning\n9.30 Bordssamtal\n{list}\n11.00 Avslutning"));
        let items = &draft["events"][0]["programme"];
        assert_eq!(items[1]["questions"], serde_json::json!(asked), "{list}");
        assert!(items[1]["choices"].is_null() && items[2]["start"] == "11:00", "{list}");
    }
}

#[test]
fn what_one_may_choose() {
    for list in [
        "A. Maten från gården\nB. Bussar som går",
        "A) Maten från gården\nLokal: Spegelsalen\nB) Bussar som går\nLokal: Foajén",
        "Spår A: Maten från gården\nSpår B: Bussar som går",
        "Spår A\nMaten från gården\nSpår B\nBussar som går",
        "• Spår A: Maten från gården\n• Spår B: Bussar som går",
        "A\tMaten från gården\tsal 3\nB\tBussar som går\tsal 4",
    ] {
        let draft = page(&format!(
            "Program\n9.00 Inledning\n9.30 Parallella spår\n{list}\n11.00 Avslutning"
        ));
        let told: Vec<_> = draft["events"][0]["programme"][1]["choices"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|c| [c["number"].as_str(), c["title"].as_str()])
            .collect();
        let expected =
            [[Some("A"), Some("Maten från gården")], [Some("B"), Some("Bussar som går")]];
        assert_eq!(told, expected, "{list}");
    }
}

#[test]
fn talks_in_a_list_under_one_hour() {
    for layout in ["{T}, {P}", "{T} – {P}", "• {T}, {P}", "- {T} – {P}", "{P}: {T}", "{T}\n{P}"]
    {
        let talk = |title: &str, who: &str| layout.replace("{T}", title).replace("{P}", who);
        let draft = page(&format!(
            "Program\n9.00 Inledning\n9.30 Korta inspel\n{}\n{}\n11.00 Avslutning",
            talk("Från idé till bolag", "Karin Sjöberg, planerare, Högskolan Väst"),
            talk("Barnens röster i byn", "Olle Nordmark, rektor, Sala kommun"),
        ));
        let expected = [
            "09:00 - Inledning ",
            "09:30 - Korta inspel ",
            "- - Från idé till bolag Karin Sjöberg",
            "- - Barnens röster i byn Olle Nordmark",
            "11:00 - Avslutning ",
        ];
        assert_eq!(items(&draft), expected, "{layout}");
    }
}

#[test]
fn matters_counted_in_every_way() {
    let matters = [
        "Mötet öppnas",
        "Val av ordförande",
        "Godkännande av dagordning",
        "Motioner",
        "Mötet avslutas",
    ];
    let roman = ["I", "II", "III", "IV", "V"];
    for layout in [
        "{n}. {T}",
        "{n}) {T}",
        "({n}) {T}",
        "{n} – {T}",
        "{n} {T}",
        "§ {n} {T}",
        "{n} § {T}",
        "§ {n}\n{T}",
        "{n}.\n{T}",
        "{r}. {T}",
        "Punkt {n}: {T}",
        "{n}. {T} ..........",
        "{n}. {T} (kl. 18.{n}0)",
        "• {T}",
        "{T}",
    ] {
        let list: Vec<_> = (0..matters.len())
            .map(|i| {
                let number = (i + 1).to_string();
                layout.replace("{n}", &number).replace("{r}", roman[i]).replace("{T}", matters[i])
            })
            .collect();
        let draft = all(&format!(
            "Kallelse till årsmöte i Heby byalag\n\nMedlemmarna i Heby byalag kallas till årsmöte.\n\nTid: 14 \
             oktober 2026 kl. 18.00\nPlats: Folkets hus, Sala\n\nDagordning\n{}\n\nVälkomna!\n",
            list.join("\n")
        ));
        let expected: Vec<_> = matters.iter().map(|m| format!("- - {m} ")).collect();
        assert_eq!(draft["kind"], "agenda", "{layout}");
        assert_eq!(items(&draft), expected, "{layout}");
    }
}

#[test]
fn hours_told_in_sentences() {
    for (text, expected) in [
        (
            "Invigning kl 11 av kommunalrådet Zurima Tabe. Därefter berättar Anna Ek, arkivarie, om \
             husets historia. Kl 12.30 serveras soppa. Avslutning kl 14.30 med allsång.",
            "11:00 Invigning (Zurima Tabe) ;  husets historia (Anna Ek) ; 12:30 soppa () ; 14:30 \
             Avslutning ()",
        ),
        ("Välkommen kl 11 till torget. Sedan är det fritt fram för alla.", ""),
        ("Invigningen kl 11 blir fin. Därefter kommer våren.", ""),
    ] {
        let page = format!(
            "Den öppna dagen\n\nDatum: 14 oktober 2026\nTid: 11.00–15.00\nPlats: Lilla teatern, \
             Storgatan 2, Sala\n\n{text}\n"
        );
        let event = &all(&page)["events"][0];
        let of = |value: &serde_json::Value| value.as_str().unwrap_or("").to_owned();
        let read: Vec<String> = event["programme"]
            .as_array()
            .map(|items| {
                let one = |item: &serde_json::Value| {
                    let names = item["speakers"].as_array().map(|all| {
                        all.iter().map(|p| of(&p["name"])).collect::<Vec<_>>().join(", ")
                    });
                    let names = names.unwrap_or_default();
                    format!("{} {} ({names})", of(&item["start"]), of(&item["title"]))
                };
                items.iter().map(one).collect()
            })
            .unwrap_or_default();
        assert_eq!(read.join(" ; "), expected, "{text}");
    }
}
