//! Programmes in forms that other organisations use for the same: parts of a course, lists of dates,
//! choices counted by any word. Invented pages, a few lines each.

use extraction::read;
use serde_json::Value;

/// The items of the first event, one a line: date, start, title, kind, speakers, choices, questions.
fn items(text: &str) -> String {
    let draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    let names = |list: &Value, key: &str| {
        let texts = list
            .as_array()
            .into_iter()
            .flatten()
            .map(|p| p.get(key).unwrap_or(p).as_str().unwrap_or_default().to_owned());
        texts.collect::<Vec<_>>().join("+")
    };
    let item = |item: &Value| {
        let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
        let mut line = [text("date"), text("start"), text("title"), text("kind")].join("|");
        for part in [
            names(&item["speakers"], "name"),
            names(&item["choices"], "title"),
            names(&item["questions"], ""),
        ] {
            if !part.is_empty() {
                line += "|";
                line += &part;
            }
        }
        line
    };
    let list = draft["events"][0]["programme"].as_array().cloned().unwrap_or_default();
    list.iter().map(item).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_course_whose_evenings_are_counted() {
    assert_eq!(
        items(
            "Läsa kontrakt\n\nKurs våren 2026\n\nDatum: 3 mars och 10 mars 2026\n\nKursen är för nya hyresvärdar.\n\nKväll 1, tisdag 3 mars 18.00–20.00\n\nVad står det egentligen?\nMaja Öst, jurist, Hyresbyrån\n\nKväll 2, tisdag 10 mars 18.00–20.00\n\nSamtal i smågrupper\n– Vad gör vi när hyran inte kommer?\n– Vem ringer man?\n\nAvgift: 300 kr"
        ),
        "2026-03-03||Vad står det egentligen?|talk|Maja Öst\n2026-03-10||Samtal i smågrupper|group_talks|Vad gör vi när hyran inte kommer?+Vem ringer man?"
    );
}

#[test]
fn parts_with_their_titles_in_the_heading() {
    assert_eq!(
        items(
            "Grundkurs i samtal\n\nDag 1: 4 maj 2026 kl. 9–16\nDag 2: 11 maj 2026 kl. 9–16\n\nPlats: Folkets hus, Storgatan 2, Sala\n\nInnehåll\n\nDag 1 – Att lyssna\nEn dag om tystnad. Föreläsning av Anna Ek, psykolog.\n\nDag 2 – Att fråga vidare\nBo Lund, journalist, berättar om intervjuer.\n\nAnmäl dig senast 20 april till kurs@samtal.example."
        ),
        "2026-05-04||Att lyssna|talk|Anna Ek\n2026-05-11||Att fråga vidare|talk|Bo Lund"
    );
    assert_eq!(
        items(
            "Running a small hall\n\nAn online course in three parts, spring 2026.\n\nPart 1: Money and rent (3 March, 6 pm)\nAnna Ek, auditor, explains what a budget is for.\n\nPart 2: Keys and insurance (10 March, 6 pm)\nWith Tom Reed, caretaker.\n\nPart 3: Neighbours (17 March, 6 pm)\nWith Lisa Holm, mediator.\n\nRegister by 20 February at hall.example/course."
        ),
        "2026-03-03||Money and rent|talk|Anna Ek\n2026-03-10||Keys and insurance|talk|Tom Reed\n2026-03-17||Neighbours|talk|Lisa Holm"
    );
    assert_eq!(
        items(
            "Skogens ljud\n\nStudiecirkel hösten 2026\n\nFörsta träffen, 8 september: Fåglarna. Anna Ek, ornitolog\nAndra träffen, 15 september: Grodorna. Bo Lund, biolog\nTredje träffen, 22 september: Vinden. Maja Öst, tonsättare\n\nPlats: Biblioteket i Sala"
        ),
        "2026-09-08||Fåglarna|talk|Anna Ek\n2026-09-15||Grodorna|talk|Bo Lund\n2026-09-22||Vinden|talk|Maja Öst"
    );
}

#[test]
fn days_with_hours_are_a_programme_as_before() {
    assert_eq!(
        items(
            "Två dagar om hamnen\n\n4–5 maj 2026, Sala\n\nProgram\n\nDag 1 – Makten och vattnet\n9.00 Kaffe\n9.30 Hamnens historia\nAnna Ek, historiker\n\nDag 2 – Framtiden\n9.00 Vem äger kajen?\n12.00 Lunch"
        ),
        "2026-05-04|09:00|Kaffe|break\n2026-05-04|09:30|Hamnens historia|talk|Anna Ek\n2026-05-05|09:00|Vem äger kajen?|talk\n2026-05-05|12:00|Lunch|meal"
    );
}

#[test]
fn what_the_evenings_of_a_circle_are_about() {
    assert_eq!(
        items(
            "Brev från förr\n\nStudiecirkel i tre delar\n\n8/9 Läsa gamla brev\n22/9 Vem skrev till vem?\n6/10 Utflykt till arkivet, kl 13.00–15.00\n\nLokal: Gamla skolan, Skolgatan 8, Kisa\nÅr 2026"
        )
        .replace("2026", "XXXX"),
        "XXXX-09-08||Läsa gamla brev|talk\nXXXX-09-22||Vem skrev till vem?|talk\nXXXX-10-06|13:00|Utflykt till arkivet|other"
    );
    // Stops of a tour and last days are no programme.
    assert_eq!(
        items(
            "Kurs i sång\n\nTre kvällar 2026.\n\n8/9 Sala bibliotek\n22/9 Kulturhuset, Storgatan 2\n6/10 Folkets hus i Kisa\n\nSista dag att anmäla sig: 1/9"
        ),
        ""
    );
}

#[test]
fn choices_counted_by_any_word() {
    assert_eq!(
        items(
            "Dialog om ån\n\nDatum: 4 maj 2026\nTid: 18.00–20.00\n\nProgram\n18.00 Välkommen\n18.15 Samtal i grupper\nStation 1: Fisket, samtalsledare Anna Ek\nStation 2: Badet, samtalsledare Bo Lund\n19.45 Borden redovisar"
        ),
        "2026-05-04|18:00|Välkommen|welcome\n2026-05-04|18:15|Samtal i grupper|group_talks|Fisket+Badet\n2026-05-04|19:45|Borden redovisar|summary"
    );
}

#[test]
fn who_speaks_after_the_place_and_who_leads_the_day() {
    assert_eq!(
        items(
            "Tre orter\n\nDatum: 4 maj 2026\n\nProgram\n9.00 Så gjorde vi\nSala – Anna Ek, rektor\nRegion Väst: Bo Lund, utvecklare\n10.00 Kaffe\n10.30 Slutord, Anna Ek\n\nMaja Öst och Kim Rask guidar oss genom dagen."
        ),
        "2026-05-04|09:00|Så gjorde vi|talk|Anna Ek+Bo Lund\n2026-05-04|10:00|Kaffe|break\n2026-05-04|10:30|Slutord|summary|Anna Ek"
    );
}

#[test]
fn hours_told_in_sentences() {
    assert_eq!(
        items(
            "KALLELSE TILL ÅRSMÖTE\n\nDag: söndag 7 mars 2027\nTid: kl 14.00, insläpp från 13.30\nPlats: Bystugan, Kyrkvägen 1, Storvik\n\nDagordning\n1. Mötet öppnas\n2. Val av ordförande\n3. Bokslut\n4. Mötet avslutas\n\nEfter mötet, cirka kl 16, berättar Anna Ek, arkivarie, om bomärken. Kl. 17.30 blir det ärtsoppa i köket.\n\nMotioner lämnas senast kl. 12 den 1 mars."
        ),
        "2027-03-07|13:30|insläpp|arrival\n2027-03-07||Mötet öppnas|other\n2027-03-07||Val av ordförande|other\n2027-03-07||Bokslut|other\n2027-03-07||Mötet avslutas|other\n2027-03-07|16:00|bomärken|talk|Anna Ek\n2027-03-07|17:30|ärtsoppa|meal"
    );
    // What is not at this event, or is the event's own hour, is no item.
    assert_eq!(
        items(
            "Frukostmöte om hyror\n\nDatum: 4 maj 2026\nTid: 7.30–9.00\nPlats: Folkets hus, Sala\n\nFrukost serveras 7.30. Kaffe finns varje tisdag kl. 14. Anmäl dig till lunchen senast kl. 12 den 2 maj."
        ),
        ""
    );
}

#[test]
fn weekdays_as_headings_in_a_text_without_a_year() {
    let text = "Helg för ledare\n\nDatum: Fredag 12 – söndag 14 mars\n\nProgram\n\nFredag\n12.00 Lunch\n16.00 Mellanmål\n\nLördag\n9.00 Verkstad\n\nSöndag\n9.30 Brev till mig själv\n11.00 Tack och hej";
    assert_eq!(
        items(text),
        "XXXX-03-12|12:00|Lunch|meal\nXXXX-03-12|16:00|Mellanmål|break\nXXXX-03-13|09:00|Verkstad|group_talks\nXXXX-03-14|09:30|Brev till mig själv|talk\nXXXX-03-14|11:00|Tack och hej|summary"
    );
}

#[test]
fn an_hour_before_a_number_word_and_one_under_who_speaks() {
    assert_eq!(
        items(
            "Kväll om hus\n\nDatum: 4 maj 2026\n\nProgram\nkl 18.15 Tusen fönster i Sala\nFöredrag av Anna Ek, lektor i byggnadsvård vid Högskolan i Gävle\nkl 19.00 Paus\nkl 19.15 Avslutning"
        ),
        "2026-05-04|18:15|Tusen fönster i Sala|talk|Anna Ek\n2026-05-04|19:00|Paus|break\n2026-05-04|19:15|Avslutning|summary"
    );
}
