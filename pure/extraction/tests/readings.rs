//! What a text says in two ways: both readings come with their lines, the value in the draft is no
//! longer certain, and its path can be told.

use extraction::{Clock, Confidence, Day, Extraction, Issue, Reading, Says, WarningKind, read};

const fn day(year: i32, month: u8, day: u8) -> Says {
    Says::Day(Day { year: Some(year), month, day: Some(day) })
}

fn confidence(draft: &Extraction, path: &str) -> Confidence {
    let marks = draft.marks();
    marks.iter().find(|mark| mark.path == path).expect("a mark for the path").confidence
}

#[test]
fn two_deadlines() {
    let text = "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00-20.00\nPlats: Folkets hus, Storgatan 2, Sala\nSista anmälningsdag: 7 april 2026\n\nAnmäl dig senast den 8 april till anmalan@hamnen.example.";
    let draft = read(text);
    let warning = &draft.warnings[0];
    assert_eq!(warning.kind, WarningKind::DeadlineConflict);
    assert_eq!(
        warning.readings,
        [Reading { says: day(2026, 4, 7), line: 6 }, Reading { says: day(2026, 4, 8), line: 8 }]
    );
    assert_eq!(draft.disputed(), [["events[0].registration.deadline"]]);
    assert_eq!(confidence(&draft, "events[0].registration.deadline"), Confidence::Doubtful);
    assert_eq!(confidence(&draft, "events[0].days[0].date"), Confidence::Certain);
}

#[test]
fn one_deadline_is_certain() {
    let text = "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00-20.00\nSista anmälningsdag: 7 april 2026";
    let draft = read(text);
    assert!(draft.warnings.is_empty());
    assert_eq!(confidence(&draft, "events[0].registration.deadline"), Confidence::Certain);
}

#[test]
fn an_end_before_its_start() {
    let draft = read("Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00-17.00\nPlats: Sala");
    let of = |hour| Reading { says: Says::Clock(Clock { hour, minute: 0 }), line: 4 };
    assert_eq!(draft.warnings[0].readings, [of(18), of(17)]);
    assert_eq!(draft.disputed(), [["events[0].days[0].start", "events[0].days[0].end"]]);
    assert_eq!(confidence(&draft, "events[0].days[0].start"), Confidence::Doubtful);
}

#[test]
fn a_letter_with_two_numbers_and_a_stop_with_two_times() {
    let text = "Ämne: Nyhetsbrev 2026:2 från Kustnätet\n\nNyhetsbrev 2026:3\n\nVagnen\nDen 18 april står vagnen på Stora torget i Köping kl. 10-14.\n\nMer om vagnen\nDen 18 april står vagnen på Stora torget i Köping kl. 11-14.";
    let draft = read(text);
    let kinds: Vec<_> = draft.warnings.iter().map(|w| w.kind).collect();
    assert_eq!(kinds, [WarningKind::IssueMismatch, WarningKind::TimeConflict]);
    let issue = |number, line| Reading { says: Says::Issue(Issue { year: 2026, number }), line };
    assert_eq!(draft.warnings[0].readings, [issue(2, 1), issue(3, 3)]);
    let lines: Vec<_> = draft.warnings[1].readings.iter().map(|r| r.line).collect();
    assert_eq!(lines, [6, 6, 9, 9]);
    let disputed = draft.disputed();
    assert_eq!(disputed[0], ["newsletter.issue"]);
    assert!(disputed[1].contains(&"newsletter.sections[0].refs[0].start".to_owned()));
    assert!(disputed[1].contains(&"newsletter.sections[1].refs[0].start".to_owned()));
    assert_eq!(confidence(&draft, "newsletter.issue"), Confidence::Doubtful);
}

#[test]
fn a_weekday_that_does_not_fit() {
    let draft =
        read("Kväll om hamnen\n\nDatum: onsdag 14 april 2026\nTid: 18.00-20.00\nPlats: Sala");
    assert_eq!(draft.warnings[0].kind, WarningKind::WeekdayMismatch);
    assert_eq!(draft.warnings[0].readings[1], Reading { says: Says::Weekday(2), line: 3 });
    assert_eq!(draft.disputed(), [["events[0].days[0].date"]]);
    assert_eq!(confidence(&draft, "events[0].days[0].date"), Confidence::Doubtful);
}

#[test]
fn a_label_is_surer_than_a_sentence_and_a_sentence_than_a_guess() {
    let labelled = read(
        "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00-20.00\nSista anmälningsdag: 7 april 2026",
    );
    let told = read(
        "Kväll om hamnen\n\nVi ses den 14 april 2026 kl. 18.00 i Sala. Anmäl dig senast den 7 april.",
    );
    let deadline = "events[0].registration.deadline";
    assert_eq!(confidence(&labelled, deadline), Confidence::Certain);
    assert_eq!(confidence(&told, deadline), Confidence::Likely);
    assert_eq!(confidence(&labelled, "events[0].days[0].date"), Confidence::Certain);
    assert_eq!(confidence(&told, "events[0].days[0].date"), Confidence::Likely);
    // Nothing says who may come.
    assert_eq!(confidence(&told, "events[0].audience.admission"), Confidence::Doubtful);
}
