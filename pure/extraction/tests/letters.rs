//! Whole letters and tours in a few lines: what kind of page it is, its sections, and every dated
//! thing in them.

use extraction::read;
use serde_json::Value;

/// The letter in lines: its kind, then each section with its dated things.
fn outline(text: &str) -> Vec<String> {
    let draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    let said = |value: &Value, key: &str| value[key].as_str().unwrap_or("-").to_owned();
    let mut out = vec![said(&draft, "kind")];
    for section in draft["newsletter"]["sections"].as_array().into_iter().flatten() {
        out.push(format!("# {}", said(section, "heading")));
        for thing in section["refs"].as_array().into_iter().flatten() {
            let [date, start, end, place] =
                ["date", "start", "end", "place"].map(|key| said(thing, key));
            out.push(format!("{date} {start} {end} {place}"));
        }
    }
    out
}

fn warnings(text: &str) -> Vec<String> {
    let draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    draft["warnings"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|w| w["kind"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_tour_with_its_stops_under_their_days() {
    assert_eq!(
        outline(
            "Bokbussen\n\nHär stannar bokbussen våren 2025\n\nMåndag 3 mars\nLima, skolan 10.00–11.30\nTranstrand, lanthandeln 13–14.15\n\nOnsdag 5 mars\nSälen, Centrumhuset 9.30–11\n\nFrågor? Ring Maj Rudin, 0280-123 45"
        ),
        [
            "newsletter",
            "# Här stannar bokbussen våren 2025",
            "2025-03-03 10:00 11:30 Lima, skolan",
            "2025-03-03 13:00 14:15 Transtrand, lanthandeln",
            "2025-03-05 09:30 11:00 Sälen, Centrumhuset",
        ]
    );
}

#[test]
fn a_tour_with_its_places_over_their_days() {
    assert_eq!(
        outline(
            "Energirådgivaren på hjul 2026\n\nKom och fråga om el och solceller. Ingen anmälan behövs.\n\nVecka 19\n\nArvika, torget\n4/5 kl 10-13\n\nKoppom, hembygdsgården\n5/5 kl 14-17\n\nVecka 20\n\nCharlottenberg, Coop\n11/5 kl 10-13"
        ),
        [
            "newsletter",
            "# Vecka 19",
            "2026-05-04 10:00 13:00 Arvika, torget",
            "2026-05-05 14:00 17:00 Koppom, hembygdsgården",
            "# Vecka 20",
            "2026-05-11 10:00 13:00 Charlottenberg, Coop",
        ]
    );
}

#[test]
fn two_stops_in_one_line_and_one_that_is_called_off() {
    assert_eq!(
        outline(
            "Help Van – stops this autumn 2025\n\nNo booking needed.\n\nNorth\nTue 2 Sep   Kiruna, City Square   10:00-12:30\nWed 3 Sep: Boden, Library, 9:00-11:00 and Jokkmokk, School, 13:00-15:00\n\nSouth\nTue 9 Sep   Kalmar, Harbour   10:00-12:00\nWed 10 Sep   Lund, Town Hall   CANCELLED"
        ),
        [
            "newsletter",
            "# North",
            "2025-09-02 10:00 12:30 Kiruna, City Square",
            "2025-09-03 09:00 11:00 Boden, Library",
            "2025-09-03 13:00 15:00 Jokkmokk, School",
            "# South",
            "2025-09-09 10:00 12:00 Kalmar, Harbour",
            "2025-09-10 - - Lund, Town Hall",
        ]
    );
}

#[test]
fn days_of_one_event_at_several_places_are_no_tour() {
    for text in [
        "Regional dialog om kollektivtrafik 2026\n\nRegion Norrvik bjuder in till dialogmöten.\n\n2 mars kl 18–20 Sala, Folkets hus\n4 mars kl 18–20 Fagersta, Brinellskolan\n5 mars kl 18–20 Köping, Rådhuset\n\nAnmälan senast 25 februari.",
        "Kurs i bokföring\n\nFyra kvällar i Folkets hus, Sala.\n\n3 mars kl 18–20 Löpande bokföring\n10 mars kl 18–20 Bokslut\n17 mars kl 18–20 Deklaration\n24 mars kl 18–20 Revision",
        "Bussresa till Skogsmässan\n\nFölj med oss lördag 9 maj 2026!\n\nFilipstad, busstationen 7.00\nHagfors, torget 7.45\nEkshärad, macken 8.15",
    ] {
        assert_eq!(outline(text), ["event"], "{text}");
    }
}

#[test]
fn a_summons_that_speaks_of_mailings() {
    assert_eq!(
        outline(
            "Samrådsgruppen för cykelleder\n\nFöredragningslista möte 4/2026\n\nTid: tisdag 6 oktober 2026 kl. 13.00-15.30\nPlats: Kommunhuset, Torggatan 1, Tranås\nHandlingar: skickas i separat utskick.\n\n1. Mötet öppnas\n2. Val av justerare\n3. Skyltning\n4. Budget\n5. Mötet avslutas"
        ),
        ["agenda"]
    );
}

#[test]
fn what_a_letter_tells_of_the_year_before() {
    assert_eq!(
        outline(
            "Samverkansbrevet nr 1 2027\nRegion Västra Slätten\n\nÅrets första brev är här, med det som varit och det som väntar.\n\nVI SYNTES I DECEMBER\nDen 12 december fyllde vi torget i Alingsås med folk.\n\nVAD HÄNDER I MARS\nTorsdag 4 mars kl 9–12 träffas nätverket på Stadsbiblioteket i Vara."
        ),
        [
            "newsletter",
            "# VI SYNTES I DECEMBER",
            "2026-12-12 - - Alingsås",
            "# VAD HÄNDER I MARS",
            "2027-03-04 09:00 12:00 Stadsbiblioteket i Vara",
        ]
    );
}

#[test]
fn a_list_whose_sentence_says_where() {
    let text = "Member letter, issue 3, 2027\nThe Gardeners' League\n\nSpring meetings\nCome to one of our evenings, all in the Town Library:\nMonday 5 April 18:00–19:30: Soil for beginners\nMonday 12 April 18:00–19:30: Pests and friends\nBring a cup.\n\nTrip\nOn 22 May we go to Borgholm.";
    assert_eq!(
        outline(text),
        [
            "newsletter",
            "# Spring meetings",
            "2027-04-05 18:00 19:30 Town Library",
            "2027-04-12 18:00 19:30 Town Library",
            "# Trip",
            "2027-05-22 - - Borgholm",
        ]
    );
    let draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    assert_eq!(draft["newsletter"]["sections"][0]["refs"][1]["title"], "Pests and friends");
}

#[test]
fn a_stop_that_ends_before_it_begins() {
    assert_eq!(
        warnings(
            "Hälsobussen hösten 2025\n\nIngen tidsbokning.\n\nti 2 sept   Hemse, torget   10-12.30\non 3 sept   Klintehamn, hamnen   13-11\nfr 4 sept   Ljugarn, skolan   10-12"
        ),
        ["weekday_mismatch", "end_before_start"]
    );
}

#[test]
fn numbers_of_a_letter_without_their_year() {
    let letter = "Samverkansbrevet\nNr 6\nDecember 2026\n\nSnart jul.\n\nTRÄFF\nTorsdag 14 januari kl 9–12 träffas nätverket på Stadsbiblioteket i Vara.\n\nPrenumerera på Samverkansbrevet nr 7.";
    let draft: Value = serde_json::from_str(&read(letter).to_json()).expect("JSON");
    assert_eq!(draft["newsletter"]["issue"]["number"], 6);
    assert_eq!(draft["newsletter"]["issue"]["year"], 2026);
    assert_eq!(warnings(letter), ["issue_mismatch"]);
    // The next one is no other number of this one.
    let next =
        letter.replace("Prenumerera på Samverkansbrevet nr 7", "Nästa brev, nr 7, kommer snart");
    assert_eq!(warnings(&next), Vec::<String>::new());
}

#[test]
fn a_stop_told_of_again_at_another_hour() {
    let tour = |told: &str| {
        format!(
            "Rådgivarbussen hösten 2026\n\nIngen tidsbokning.\n\nMån 12/10 Torsby, torget kl 9-12\nOns 14/10 Sunne, torget kl 9.30-12.30\nTors 15/10 Ekshärad, skolan kl 13-17\n\nBra att veta\n\n{told}"
        )
    };
    for told in [
        "I Sunne har vi tolk med oss. Bussen står på torget 14/10 kl 10-13.",
        "På torget i Sunne den 14 oktober finns vi kl. 10–13.",
        "Den 14 oktober öppnar bussen i Sunne kl. 11 och stänger 13.",
    ] {
        assert_eq!(warnings(&tour(told)), ["time_conflict"], "{told}");
    }
    for told in ["Den 14 oktober är vi i Arvika kl 15-17.", "I Torsby finns tolk den 12 oktober."]
    {
        assert_eq!(warnings(&tour(told)), Vec::<String>::new(), "{told}");
    }
}

#[test]
fn what_is_on_and_where_in_a_calendar() {
    let text = "Infobrev februari 2027\n\nLäsnätverket\n\nPÅ GÅNG\nTisdag 9/2 kl 9.00–11.30\nNätverksträff för skolbibliotekarier\nKulturparken, Växjö\n\n17/2 – digital fika kl 14\n18/2 Tolsjö kyrka, musik i kvällen\n25/2 kl 18: Ideella arkiv, Bo Ek. Församlingshemmet i Vara.";
    assert_eq!(
        outline(text)[2..],
        [
            "2027-02-09 09:00 11:30 Kulturparken, Växjö",
            "2027-02-17 14:00 - -",
            "2027-02-18 - - Tolsjö kyrka",
            "2027-02-25 18:00 - Församlingshemmet i Vara",
        ]
    );
    let draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    let titles: Vec<&str> = (0..4)
        .map(|n| draft["newsletter"]["sections"][0]["refs"][n]["title"].as_str().unwrap_or("-"))
        .collect();
    assert_eq!(
        titles,
        [
            "Nätverksträff för skolbibliotekarier",
            "digital fika",
            "musik i kvällen",
            "Ideella arkiv"
        ]
    );
}

#[test]
fn who_sends_a_letter_by_its_last_lines() {
    let of = |end: &str| {
        let text = format!("Medlemsbrev mars 2026\n\nResan\nDen 9 maj åker vi till Åbo.\n\n{end}");
        let draft: Value = serde_json::from_str(&read(&text).to_json()).expect("JSON");
        let mut names: Vec<String> = draft["newsletter"]["contacts"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|c| {
                format!(
                    "{}, {}",
                    c["name"].as_str().unwrap_or("-"),
                    c["role"].as_str().unwrap_or("-")
                )
            })
            .collect();
        names.sort();
        names
    };
    assert_eq!(
        of("Expeditionen, mån och ons 9–12\nTelefon 026-123 45, info@brevet.example"),
        ["Expeditionen, -"]
    );
    assert_eq!(
        of("Editors: Ann Berg and Karl Lind\nPhone 026-123 45"),
        ["Ann Berg, Editors", "Karl Lind, Editors"]
    );
    assert_eq!(
        of("Hälsningar från Birgitta Nord, arkivarie\n026-123 45, birgitta@brevet.example"),
        ["Birgitta Nord, arkivarie"]
    );
}
