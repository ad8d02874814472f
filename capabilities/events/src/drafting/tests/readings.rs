//! From a text to a draft: what goes into which field, and what must be looked at.

use super::*;
use crate::drafting::rules::filling::value;
use crate::drafting::types::{DoubtKind, Sure, TextRefusal};

fn draft(text: &str) -> Draft {
    read(text).drafts.remove(0)
}

#[track_caller]
fn check(draft: &Draft, field: &str, text: &str, lines: &[u32]) {
    let value = value(draft, field).unwrap_or_else(|| panic!("no {field} in {draft:#?}"));
    assert_eq!((value.text.as_str(), &value.lines[..]), (text, lines), "{field}");
}

fn kinds(draft: &Draft) -> Vec<DoubtKind> {
    draft.doubts.iter().map(|it| it.kind).collect()
}

#[test]
fn each_fact_is_in_its_field_with_its_line() {
    let draft = draft(PAGE);
    check(&draft, "title", "Mat och vatten nära hemma", &[1]);
    let lead = "Kom och prata om det som odlas här. Vi samlar odlare, kockar och grannar från hela \
                bygden.";
    check(&draft, "lead", lead, &[3]);
    assert_eq!(value(&draft, "text"), None, "nothing else is said");
    check(&draft, "day_1", "2027-05-26", &[5]);
    check(&draft, "from_1", "16:00", &[6]);
    check(&draft, "to_1", "18:30", &[6]);
    check(&draft, "venue", "Logen", &[7]);
    check(&draft, "town", "Nora", &[7]);
    check(&draft, "deadline", "2027-05-21", &[8]);
    check(&draft, "organisers", "Odlarringen", &[9]);
    check(&draft, "item_1_appearances", "Maj Lindell, docent, Högskolan i Berget", &[14]);
    check(&draft, "item_2_talk_title_2", "Vem lagar maten?", &[19]);
    check(&draft, "item_2_talk_facilitators_2", "Siv Ek", &[20]);
    assert_eq!(kinds(&draft), []);
    assert_eq!(filling::doubtful(&draft).into_iter().collect::<Vec<_>>(), ["item_2_choosing"]);
}

#[test]
fn a_year_that_is_not_said_is_proposed() {
    let text = PAGE.replace("26 maj 2027", "onsdag 26 maj").replace("21 maj 2027", "21 maj");
    let draft = draft(&text);
    let day = value(&draft, "day_1").unwrap();
    assert_eq!((day.text.as_str(), day.sure), ("2027-05-26", Sure::Proposed));
    let deadline = value(&draft, "deadline").unwrap();
    assert_eq!((deadline.text.as_str(), deadline.sure), ("2027-05-21", Sure::Proposed));
    assert!(kinds(&draft).contains(&DoubtKind::YearMissing), "{:?}", draft.doubts);
}

#[test]
fn two_last_days_are_both_there_to_choose_from() {
    let draft = draft(&PAGE.replace("Program\n", "Anmäl dig senast den 20 maj.\n\nProgram\n"));
    let doubt = draft.doubts.iter().find(|it| it.kind == DoubtKind::DeadlineConflict).unwrap();
    let said: Vec<(&str, u32)> =
        doubt.readings.iter().map(|it| (it.text.as_str(), it.line)).collect();
    assert_eq!(said, [("2027-05-21", 8), ("2027-05-20", 11)]);
    assert_eq!(doubt.field, "deadline");
}

#[test]
fn a_weekday_that_does_not_fit_gives_both_days() {
    let draft = draft(&PAGE.replace("26 maj 2027", "torsdag 26 maj 2027"));
    let doubt = draft.doubts.iter().find(|it| it.kind == DoubtKind::WeekdayMismatch).unwrap();
    let said: Vec<&str> = doubt.readings.iter().map(|it| it.text.as_str()).collect();
    assert_eq!((doubt.field.as_str(), said), ("day_1", vec!["2027-05-26", "2027-05-27"]));
}

#[test]
fn an_end_that_is_not_said_is_proposed_from_the_programme() {
    let draft = draft(&PAGE.replace("16.00-18.30", "16.00"));
    let end = value(&draft, "to_1").unwrap();
    assert_eq!((end.text.as_str(), end.sure), ("18:00", Sure::Proposed));
}

#[test]
fn without_a_day_one_is_asked_for() {
    let draft = draft("Mat och vatten\n\nVi ses snart och pratar om det som odlas här.\n");
    assert!(kinds(&draft).contains(&DoubtKind::DayMissing), "{:?}", draft.doubts);
}

#[test]
fn nothing_too_much_and_what_is_no_text_are_refused() {
    assert_eq!(verbs::read_text(" \n ", TODAY), Err(TextRefusal::Nothing));
    let max = crate::drafting::rules::TEXT_MAX;
    assert!(verbs::read_text(&"a ".repeat(max / 2 - 1), TODAY).is_ok());
    let refused = verbs::read_text(&"a ".repeat(max / 2 + 1), TODAY);
    assert_eq!(refused, Err(TextRefusal::TooLong(max)));
    assert!(matches!(verbs::read_file("x", b"\0\x01\x02", TODAY), Err(TextRefusal::File(_))));
}

#[test]
fn what_nobody_sees_and_no_database_takes_is_gone() {
    let found = read("Mat\0 och vatten\n\n26 maj 2027 kl. 16-18\n");
    assert_eq!(found.lines[0].text, "Mat  och vatten");
}

/// Every text that the reader of texts is tried on: those of its own crate, and those beside the
/// tree where they are.
fn documents() -> Vec<(String, String)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    let folders =
        ["pure/extraction/tests/documents", "../shared/extraction/open", "../shared/seeds"];
    let mut found = vec![];
    for folder in folders.map(|it| format!("{root}{it}")) {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            println!("{folder} is not here: its texts are skipped");
            continue;
        };
        let files = entries.map(|it| it.unwrap().path());
        for file in files.filter(|it| it.extension().is_some_and(|it| it == "txt")) {
            let text = documents::decode(&std::fs::read(&file).unwrap());
            found.push((file.display().to_string(), text));
        }
    }
    assert!(found.len() >= 60, "{} texts", found.len());
    found
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

/// Nothing stands in a draft that is not in the text, and where it stands is a line of the text.
#[test]
fn nothing_is_said_that_the_text_does_not_say() {
    // Between names that share a role, and what a link or a contact without a name is called.
    const OURS: [&str; 5] = ["och", "and", "anmälan", "registration", ""];
    let mut faults = vec![];
    for (file, text) in documents() {
        // Words that the paper's edge broke in two are whole in the draft.
        let (found, said) = (read(&text), words(&text).concat());
        for value in found.drafts.iter().flat_map(|it| &it.values) {
            let coded = ["kind", "mode", "admission", "free", "choosing", "dispatch", "zone"];
            let field = value.field.rsplit_once('_').map_or(value.field.as_str(), |(_, it)| it);
            let is_coded = coded.contains(&value.field.as_str()) || coded.contains(&field);
            let numbers = value.text.chars().all(|c| !c.is_alphabetic());
            let missing: Vec<String> = words(&value.text)
                .into_iter()
                .filter(|it| !said.contains(it.as_str()) && !OURS.contains(&it.as_str()))
                .collect();
            if !is_coded && !numbers && !missing.is_empty() {
                faults.push(format!("{file}: {} says {missing:?}", value.field));
            }
            if value.lines.iter().any(|it| *it == 0 || *it as usize > found.lines.len()) {
                faults.push(format!("{file}: {} is from {:?}", value.field, value.lines));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Whatever a text gives can be looked through: the page is made, and each field stands once.
#[test]
fn every_draft_of_every_text_can_be_looked_through() {
    use askama::Template;
    let words = wordbook();
    let mut faults = vec![];
    for (file, text) in documents() {
        let found = read(&text);
        let reading = Reading { found, ..crate::drafting::pages::review::sample_reading() };
        for at in 0..reading.found.drafts.len() {
            let fields = form(&reading.found.drafts[at]);
            let html = crate::drafting::pages::review::ReviewPage::new(
                words.of(Language::Swedish),
                &reading,
                at,
                &crate::drafting::pages::review::Around::default(),
                &fields,
                &[],
            )
            .render()
            .unwrap();
            for value in &reading.found.drafts[at].values {
                let name = format!(" name=\"{}\"", value.field);
                let is_choice = html.contains(&format!("type=\"radio\"{name}"));
                if html.matches(&name).count() != 1 && !is_choice {
                    faults.push(format!("{file} {at}: {}", value.field));
                }
            }
            let ids: Vec<&str> =
                html.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
            let mut unique = ids.clone();
            unique.sort_unstable();
            unique.dedup();
            if unique.len() != ids.len() {
                faults.push(format!("{file} {at}: an id twice"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_text_of_the_greatest_length_is_read_in_a_moment() {
    let max = crate::drafting::rules::TEXT_MAX;
    let heads = "Mat och vatten nära hemma\n\nDatum: 26 maj 2027 kl. 16-18\n\nProgram\n\n";
    let rows = [
        "16.00 Vi talar om mat\nEva Ek, professor, Högskolan\n",
        "Vi går ut på ängen nu.\n",
        "Eva Ek, Bo Alm, ",
    ];
    for row in rows {
        let mut text = heads.to_owned();
        while text.len() + row.len() < max / 2 && text.lines().count() < 4_900 {
            text += row;
        }
        let begun = std::time::Instant::now();
        let drafts = read(&text).drafts.len();
        assert!(begun.elapsed().as_secs() < 20, "{row:?}: {:?}, {drafts} drafts", begun.elapsed());
    }
}
