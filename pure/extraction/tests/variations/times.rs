//! Days, hours, last days to register and what speaks against itself, in the layouts of pages.

use super::all;
use serde_json::Value;

/// Two days after each other, and their hours: what stands for `{…}` in a layout.
struct Days {
    words: &'static [(&'static str, &'static str)],
    first: &'static str,
    last: &'static str,
}

const DAYS: &[Days] = &[
    Days {
        words: &[
            ("{d}", "14"),
            ("{e}", "15"),
            ("{m}", "april"),
            ("{M}", "April"),
            ("{3}", "apr"),
            ("{n}", "4"),
            ("{y}", "2026"),
            ("{w}", "tisdag"),
            ("{x}", "onsdag"),
            ("{W}", "Tisdag"),
            ("{X}", "Onsdag"),
            ("{V}", "torsdag"),
            ("{2}", "Ti"),
            ("{E}", "Tuesday"),
            ("{F}", "Wednesday"),
            ("{6}", "260414"),
            ("{a}", "12.30"),
            ("{b}", "16.00"),
            ("{l}", "3"),
        ],
        first: "2026-04-14",
        last: "2026-04-15",
    },
    Days {
        words: &[
            ("{d}", "8"),
            ("{e}", "9"),
            ("{m}", "oktober"),
            ("{M}", "October"),
            ("{3}", "okt"),
            ("{n}", "10"),
            ("{y}", "2027"),
            ("{w}", "fredag"),
            ("{x}", "lördag"),
            ("{W}", "Fredag"),
            ("{X}", "Lördag"),
            ("{V}", "söndag"),
            ("{2}", "Fr"),
            ("{E}", "Friday"),
            ("{F}", "Saturday"),
            ("{6}", "271008"),
            ("{a}", "12.30"),
            ("{b}", "16.00"),
            ("{l}", "1"),
        ],
        first: "2027-10-08",
        last: "2027-10-09",
    },
];

fn filled(layout: &str, days: &Days) -> String {
    days.words.iter().fold(layout.to_owned(), |text, (key, word)| text.replace(key, word))
}

fn page(facts: &str) -> String {
    format!(
        "Samtal om bygden\n\nEn träff om hur vi får fler att stanna.\n\n{facts}\n\nArrangör: Byalaget i Ekfors\n"
    )
}

fn days_of(draft: &Value) -> String {
    let day = |day: &Value| {
        let clock = |key: &str| day[key].as_str().unwrap_or("").to_owned();
        format!("{} {}-{}", day["date"].as_str().unwrap_or("?"), clock("start"), clock("end"))
    };
    let days = draft["events"][0]["days"].as_array();
    days.into_iter().flatten().map(day).collect::<Vec<_>>().join(", ")
}

fn warnings(draft: &Value) -> String {
    let kinds = draft["warnings"].as_array().into_iter().flatten();
    kinds.filter_map(|w| w["kind"].as_str()).collect::<Vec<_>>().join(", ")
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Every layout with both pairs of days: `told` gives what is read, `expected` what there is.
fn check(layouts: &[&str], expected: fn(&Days) -> String, told: fn(&Value) -> String) {
    let mut wrong = Vec::new();
    for layout in layouts {
        for days in DAYS {
            let text = filled(layout, days);
            let (found, expected) = (told(&all(&page(&text))), expected(days));
            if found != expected {
                wrong.push(format!("{text}\n    {expected} is read as {found}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn one_day_and_its_hours() {
    check(
        &[
            "Datum: {d} {m} {y}\nTid: kl. {a}–{b}",
            "DATUM: {d} {m} {y}\nTID: {a} - {b}",
            "Datum : {d} {m} {y}\nTid : {a} till cirka {b}",
            "Datum – {d} {m} {y}\nTid – kl. {a}–{b}",
            "Datum........ {d} {m} {y}\nTid ......... kl. {a}–{b}",
            "• Datum: {d} {m} {y}\n• Tid: kl. {a}–{b}",
            "Datum: {d} {m} {y}.\nTid: kl. {a}–{b}.",
            "Datum: {d} {m} {y} ({w})\nTid: start kl. {a}, slut kl. {b}",
            "Datum: {d} {m} {y}, {w}\nTid: fr.o.m. kl. {a} t.o.m. kl. {b}",
            "Datum: {d}.{n}.{y}\nTid: kl. 1230–1600",
            "Datum: {6}\nTid: {a}–{b}",
            "{6} kl. {a}–{b}",
            "Datum: 20{6}\nTid: {a}–{b} (kaffe från 12.00)",
            "När: {w} {d}/{n} {y} kl. {a}–{b} (insläpp 12.00)",
            "{W} {d} {m} {y} / kl. {a}–{b} / Folkets hus",
            "{W} {d} {m} {y}, kaffe från 12.00, program kl. {a}–{b}",
            "{d}\n{m}\n{y}\nkl. {a}–{b}",
            "Datum: {d}\n{m} {y}\nTid: kl. {a}–{b}",
            "Konferensen äger rum {w} den {d}\n{m} {y} kl. {a}–{b} i Folkets hus.",
            "När: {w} {d} {m} {y}\nMötet pågår mellan kl. {a} och {b}.",
            "Datum: {w} {d} {m} {y}\nTid: kl. {a}–{b}\n\nKom ihåg: den {d} {m} kl. {a}!",
            "Tid och plats: {d} {m} {y}, kl. {a}–{b}, Folkets hus\nIntervjun gjordes den 5 januari 2026.\nLagen trädde i kraft den 1 juli 2025.",
            "Samling: kl. 12.00\nDatum: {d} {m} {y}\nStart: kl. {a}\nSlut: kl. {b}",
        ],
        |days| format!("{} 12:30-16:00", days.first),
        days_of,
    );
}

#[test]
fn the_ends_of_two_days() {
    check(
        &[
            "När: {w} {d} {m} kl. {a} – {x} {e} {m} {y} kl. {b}",
            "Tid: {d} {m} {y} kl. {a} till {e} {m} {y} kl. {b}",
            "Start: {w} {d} {m} {y} kl. {a}\nSlut: {x} {e} {m} {y} kl. {b}",
            "Datum: {d}–{e} {m} {y}\nTid: {W} kl. {a} – {x} kl. {b}",
            "Datum: {d}–{e} {m} {y}\nTid: Start kl. {a} den {d} {m}, avslut kl. {b} den {e} {m}",
            "Datum: {d} och {e} {m} {y}\nVi börjar {w} kl. {a} och slutar {x} kl. {b}.",
            "Datum: {d}.–{e}.{n}.{y}\nFörsta dagen börjar kl. {a}, andra dagen slutar kl. {b}.",
            "Datum: {d}–{e}.{n}.{y}\nVi börjar med lunch kl. {a} på {w}en och slutar kl. {b} på {x}en.",
            "Datum: {d}–{e} {m} {y}\n\nProgrammet börjar kl. {a} den {d} {m} och avslutas kl. {b} den {e} {m}.",
            "Den {d} {m} {y} kl. {a} till den {e} {m} kl. {b}",
            "Date: {E} to {F}, {d}–{e} {M} {y}\nWe start on {E} at 12:30 and finish on {F} at 16:00.",
            "The meeting starts at 12:30 on {E} {d} {M} {y} and ends at 16:00 on {F} {e} {M} {y}.",
        ],
        |days| format!("{} 12:30-, {} -16:00", days.first, days.last),
        days_of,
    );
}

#[test]
fn the_hours_of_each_of_two_days() {
    check(
        &[
            "Dag 1: {w} {d} {m} {y}, kl. {a}–{b}\nDag 2: {x} {e} {m} {y}, kl. {a}–{b}",
            "När:\n{W} {d} {m} {y} kl. {a}–{b}\n{X} {e} {m} {y} kl. {a}–{b}",
            "{d}–{e} {m} {y} ({w} kl. {a}–{b}, {x} kl. {a}–{b})",
            "Datum: {w}–{x} {d}–{e} {m} {y}\nTider:\n{W} {a}–{b}\n{X} kl. {a} – {b}",
            "Datum: {d}–{e} {m} {y}\nTid: {w} kl. {a}–{b}, {x} kl. {a}–{b}",
            "Datum och tid: {w} {d} {m} kl. {a}–{b} och {x} {e} {m} {y} kl. {a}–{b}",
            "{M} {y}\n{2} {d} kl. {a}–{b}\n{X} {e} kl. {a}–{b}",
            "Day 1: {E} {d} {M} {y}, 12:30–16:00\nDay 2: {F} {e} {M} {y}, 12:30–16:00",
        ],
        |days| {
            // English or Swedish, the months have one name here but for their capital.
            format!("{} 12:30-16:00, {} 12:30-16:00", days.first, days.last)
        },
        days_of,
    );
}

#[test]
fn a_day_between_the_ends_is_a_day_too() {
    for facts in [
        "Tid: måndag 27 juli kl. 11.00 till 29 juli 2026 kl. 14.00",
        "Start: 27 juli 2026 kl. 11.00\nSlut: 29 juli 2026 kl. 14.00",
        "2026-07-27 11.00 – 2026-07-29 14.00",
    ] {
        assert_eq!(
            days_of(&all(&page(facts))),
            "2026-07-27 11:00-, 2026-07-28 -, 2026-07-29 -14:00",
            "{facts}"
        );
    }
    // The first and the last meeting of a course are no such ends.
    let course = "Start: 2 mars 2026 kl. 18.00\nSlut: 30 mars 2026 kl. 20.00";
    assert_eq!(days_of(&all(&page(course))), "2026-03-02 18:00-, 2026-03-30 -20:00");
}

#[test]
fn the_last_day_to_register() {
    fn deadline(draft: &Value) -> String {
        draft["events"][0]["registration"]["deadline"].as_str().unwrap_or("-").to_owned()
    }
    let expected = |days: &Days| {
        format!("{}-0{}", &days.first[..7], if days.first.contains("04") { 3 } else { 1 })
    };
    let layouts: Vec<String> = [
        "Anmäl dig senast {l}.{n}.",
        "O.s.a. senast {l}.{n} till info@forum.example",
        "Sista anmälningsdag: {l}.{n}",
        "Anmäl dig senast {l}/{n} {y}.",
        "Din anmälan vill vi ha den {l} {m}, inte senare.",
        "Anmälan behöver vi ha {l} {m} eller tidigare.",
        "Anmälningsblanketten ska vara inne {l} {m}.",
        "Anmälan: 1 januari – {l} {m}",
        "Mellan den 1 januari och den {l} {m} kan du anmäla dig.",
        "Det går att anmäla sig från 1 januari till {l} {m}.",
        "Anmäl dig senast {l} {m}.\n\nAnmälda deltagare får en bekräftelse senast den 6 {m}.",
        "Register by {l} {M}.\n\nPlease let us know about dietary requirements by 6 {M}.",
        "Anmäl dig senast {l} {m}.\n\nProgrammet publiceras den 6 {m}.\n\nPresentationerna läggs ut senast den 7 {m}.",
    ]
    .iter()
    .map(|row| format!("Datum: {{d}} {{m}} {{y}}\nTid: kl. {{a}}–{{b}}\n\n{row}"))
    .collect();
    let rows: Vec<&str> = layouts.iter().map(String::as_str).collect();
    check(&rows, expected, deadline);
    // A clock time and a decimal are no days.
    for other in ["Kom senast 12.30.", "Vi går 2.5 km.", "Logga in senast 17.10."] {
        let text = page(&format!("Datum: 14 april 2026\nTid: kl. 18.00–20.00\n\n{other}"));
        assert_eq!(deadline(&all(&text)), "-", "{other}");
    }
}

#[test]
fn what_speaks_against_itself() {
    for (facts, expected) in [
        ("12 mars 2027 kl. 9.00–12.00\n\nTid: 10.00–12.00", "time_conflict"),
        ("Datum: 12 mars 2027\nTid: 9.00–12.00\n\nVi börjar kl. 10.00 prick.", "time_conflict"),
        ("Date: 12 March 2027\nTime: 9:00–12:00\n\nWe start at 10:00.", "time_conflict"),
        (
            "Datum: 12 mars 2027\nTid: 9.00–12.00\n\nKom ihåg: den 12 mars kl. 10.00!",
            "time_conflict",
        ),
        ("Datum: 12 mars 2027 (torsdag)\nTid: 9.00–12.00", "weekday_mismatch"),
        ("Datum: 12 mars 2027, torsdag\nTid: 9.00–12.00", "weekday_mismatch"),
        ("12 mars 2027 kl. 9.00–12.00\nSpråk:\nKostnad: 200 kr", "empty_field"),
        ("Datum: 12 mars\nTid: 9.00–12.00\n\nBidrag: 2000 kronor", "year_missing"),
        ("Datum: 12 mars\nTid: 9.00–12.00\nPlats: Rum 2027, plan 2", "year_missing"),
        // None of these does.
        ("Datum: 12 mars 2027\nTid: 9.00–12.00\n\nVi börjar med kaffe kl. 8.30.", ""),
        ("Datum: 12 mars 2027\nTid: 9.00–12.00\n\nVi börjar kl. 9.00.", ""),
        ("Date: Friday to Sunday, 12–14 March 2027", ""),
        ("Datum: 12 mars 2027\n\nOSA senast 1 mars\n\nDu får besked senast den 5 mars.", ""),
        ("14 mars 2027, måndag 15 mars 2027", ""),
        ("Datum: 12 mars 2027\nTid: 9.00–12.00\n\nMiddag\nPlats: Torget\nTid: 19.00", ""),
        ("Datum: 12 mars 2027\nTid: 9.00–12.00\n\nAvgiften höjs från 1.5 till 2.5.", ""),
        ("Datum: 12 mars 2027\nTid: 9.00–12.00\n\nSe punkt 4.2 och kapitel 5.1.", ""),
    ] {
        assert_eq!(warnings(&all(&page(facts))), expected, "{facts}");
    }
}

#[test]
fn a_mailing_day_makes_no_letter_of_a_summons() {
    let draft = all(
        "Utskickad 13 april 2027\n\nKallelse till årsmöte i Ekfors byalag\n\nMåndag 10 maj 2027, kl. 18.00–20.00, Folkets hus\n\nDagordning\n1. Mötets öppnande\n2. Val av ordförande\n3. Motioner\n4. Avslutning\n\nMeddela förhinder senast 5 maj.\nRevisionsberättelsen lämnas senast 20 april.\n",
    );
    assert_eq!(draft["kind"], "agenda");
    assert_eq!(days_of(&draft), "2027-05-10 18:00-20:00");
    assert_eq!(draft["events"][0]["registration"]["deadline"], "2027-05-05");
}

#[test]
fn what_a_notice_says_over_or_under_the_title() {
    for (notice, expected) in [
        ("Inställt på grund av för få anmälda", "cancelled"),
        ("Träffen blir tyvärr inte av.", "cancelled"),
        ("Tyvärr måste vi ställa in träffen.", "cancelled"),
        (
            "Konferensen hålls i stället den 12 mars 2027 (inte 5 mars som tidigare meddelats).",
            "moved",
        ),
        ("Vi har bytt dag! Nytt datum är 12 mars 2027 i stället för 5 mars.", "moved"),
        ("Träffen hålls i stället i biblioteket.", "-"),
    ] {
        let facts = "Datum: 12 mars 2027\nTid: 18.00–20.00";
        let over = format!("{notice}\n\nSamtal om bygden\n\n{facts}\n");
        let under = format!("Samtal om bygden\n\n{notice}\n\n{facts}\n");
        for text in [over, under] {
            let draft = all(&text);
            let status = draft["events"][0]["status"].as_str().unwrap_or("-");
            assert_eq!(status, expected, "{text}");
            assert_eq!(days_of(&draft), "2027-03-12 18:00-20:00", "{text}");
        }
    }
    let mail = all(
        "Från: Eva Lind\nSkickat: den 2 mars 2027 08:41\nÄmne: VB: FLYTTAT: Samtal om bygden\n\nHej!\n\nVi ses fredag 12 mars kl. 18.00–20.00 i Folkets hus.\n",
    );
    assert_eq!(mail["events"][0]["status"], "moved");
}
