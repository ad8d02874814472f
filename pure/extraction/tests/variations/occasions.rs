//! Pages of several occasions in many layouts, pages that are one event, and titles under their
//! senders, messages and over what goes on them.

use super::all;

const NAMES: [&str; 3] = ["Lär dig laga hjulet", "Vem orkar leda?", "Bokslut utan oro"];
const DAYS: [(&str, &str); 3] =
    [("3 februari", "2026-02-03"), ("4 mars", "2026-03-04"), ("9 april", "2026-04-09")];
const LIMITS: [&str; 3] = ["27 januari", "25 februari", "1 april"];

/// An occasion: NAME, UPPER, NO, DAY, LIMIT stand for what it is.
const LAYOUTS: &[&str] = &[
    "NAME\n\nDAY 2026 kl. 18–20\nFolkets hus, Storgatan 2, Sala\nAnmälan senast LIMIT till kNO@vik.example",
    "UPPER\nDAY 2026 kl. 18–20\nFolkets hus, Storgatan 2, Sala\n120 kr\nAnmälan senast LIMIT till kNO@vik.example",
    "NO. NAME\nDatum: DAY 2026\nTid: 18–20\nPlats: Folkets hus, Storgatan 2, Sala\nAnmälan: senast LIMIT, kNO@vik.example",
    "Tillfälle NO: NAME\nVi ses DAY 2026 kl. 18–20 i Folkets hus, Storgatan 2, Sala.\nAnmäl dig senast LIMIT: kNO@vik.example",
    "NO) NAME\n\nVi går igenom grunderna och svarar på frågor.\nDatum\nDAY 2026\nTid\n18.00–20.00\nPlats\nFolkets hus, Storgatan 2, Sala\n\nAnmälan senast LIMIT till kNO@vik.example",
    "DAY 2026, kl. 18–20\nNAME\nFolkets hus, Storgatan 2, Sala\nAnmälan senast LIMIT till kNO@vik.example",
    "DAY 2026, kl. 18–20\n\nUPPER\nFolkets hus, Storgatan 2, Sala\nAnmälan senast LIMIT till kNO@vik.example",
    "NAME\n\nHur gör man när ingen vill?\nDAY 2026 | 18.00–20.00 | Folkets hus, Storgatan 2, Sala\n\nAnmälan senast LIMIT till kNO@vik.example",
    "NAME – DAY 2026 kl. 18–20\nFolkets hus, Storgatan 2, Sala\nAnmälan senast LIMIT till kNO@vik.example",
];

fn page(layout: &str, off: Option<usize>) -> String {
    let mut text = String::from("Bygdenätet Vik\n\nKurskvällar 2026\n\n");
    for (n, name) in NAMES.iter().enumerate() {
        let mut part = layout
            .replace("NAME", name)
            .replace("UPPER", &name.to_uppercase())
            .replace("NO", &(n + 1).to_string())
            .replace("DAY", DAYS[n].0)
            .replace("LIMIT", LIMITS[n]);
        if off == Some(n) {
            // Nobody registers for what is called off.
            let kept = part.lines().filter(|l| !l.starts_with("Anmäl")).collect::<Vec<_>>();
            part = format!("{}\nKvällen är tyvärr inställd.", kept.join("\n").trim_end());
        }
        text.push_str(&part);
        text.push_str("\n\n");
    }
    text + "Frågor: Ida Ekman, studieledare, 0910-555 70"
}

#[test]
fn every_occasion_is_an_event() {
    for layout in LAYOUTS {
        for off in [None, Some(1), Some(2)] {
            let text = page(layout, off);
            let draft = all(&text);
            let events = draft["events"].as_array().cloned().unwrap_or_default();
            assert_eq!(events.len(), 3, "{text}");
            for (n, event) in events.iter().enumerate() {
                let title = event["title"].as_str().unwrap_or_default();
                assert_eq!(title.to_lowercase(), NAMES[n].to_lowercase(), "{text}");
                assert_eq!(event["days"][0]["date"], DAYS[n].1, "{text}");
                assert_eq!(event["days"].as_array().map(Vec::len), Some(1), "{text}");
                assert_eq!(event["venue"]["name"], "Folkets hus", "{text}");
                let status = if off == Some(n) { Some("cancelled") } else { None };
                assert_eq!(event["status"].as_str(), status, "{text}");
                let email = format!("k{}@vik.example", n + 1);
                let own = (off != Some(n)).then_some(email.as_str());
                assert_eq!(event["registration"]["email"].as_str(), own, "{text}");
            }
        }
    }
}

#[test]
fn the_parts_of_one_event_are_no_occasions() {
    let foot = "Plats: Folkets hus, Storgatan 2, Sala\n\nAnmälan senast 27 januari 2026 till kurs@vik.example";
    for body in [
        "Tillfällen:\nTisdag 3 februari 2026 kl. 18–20\nOnsdag 4 mars 2026 kl. 18–20",
        "Träff 1: Hjulet\nTisdag 3 februari 2026 kl. 18–20\n\nTräff 2: Kedjan\nOnsdag 4 mars 2026 kl. 18–20",
        "Jord\nTisdag 3 februari 2026 kl. 18–20\nOm konflikter, tystnad och mod.\n\nVatten\nOnsdag 4 mars 2026 kl. 18–20\nFör dig som är ny.",
        "Dag 1\nDatum: 3 februari 2026\nTid: 9–15\n\nDag 2\nDatum: 4 februari 2026\nTid: 9–15",
    ] {
        let text = format!(
            "Bygdenätet Vik\n\nGrundkurs i vardagsteknik\n\nEn kurs för dig som vill lära dig mer om hur vi gör tillsammans.\n\n{body}\n\n{foot}"
        );
        let draft = all(&text);
        assert_eq!(draft["events"].as_array().map(Vec::len), Some(1), "{text}");
        assert_eq!(draft["events"][0]["title"], "Grundkurs i vardagsteknik", "{text}");
        assert_eq!(draft["events"][0]["days"].as_array().map(Vec::len), Some(2), "{text}");
    }
}

#[test]
fn titles_between_their_senders_and_what_goes_on_them() {
    let heads = [
        "Region Österdal – Regional utveckling",
        "Kultur och fritid | Ekfors kommun",
        "Bygdenätet Vik\nFolkhälsa",
        "Högskolan i Ekfors, Institutionen för hälsa",
    ];
    let messages = [
        ("", None),
        ("OBS! Nytt datum: konferensen hålls nu torsdag 17 september 2026\n\n", Some("moved")),
        ("NYTT DATUM! Dagen är nu den 17 september 2026 (inte 10 september)\n\n", Some("moved")),
        ("Uppdatering: dagen flyttas från 10 september till 17 september 2026\n\n", Some("moved")),
        ("Inställt på grund av sjukdom\n\n", Some("cancelled")),
    ];
    for head in heads {
        for (message, status) in messages {
            for title in ["Kultur för äldre i byn", "Små torg – stora frågor", "Så räcker pengarna"]
            {
                for under in ["", "Vem bestämmer, och hur?\n", "\nEn halvdag om barns fritid\n"] {
                    let text = format!(
                        "{head}\n\n{message}{title}\n{under}\nMånga barn saknar någonstans att vara när skolan slutar, och lokalerna står tomma.\n\nTorsdag 17 september 2026 kl. 9–12\nFolkets hus, Storgatan 2, Sala\n\nAnmälan senast 7 september till a@vik.example"
                    );
                    let event = &all(&text)["events"][0];
                    assert_eq!(event["title"], title, "{text}");
                    assert_eq!(event["status"].as_str(), status, "{text}");
                    assert_eq!(event["days"].as_array().map(Vec::len), Some(1), "{text}");
                }
            }
        }
    }
}
