//! Every page of this slice, rendered in both languages from its sample.

use crate::programme_desk::pages::{item, programme, removal, wording};
use crate::programme_desk::tests::wordbook;
use crate::programme_desk::types::Refusal;
use askama::Template;
use shared::{Language, Text};
use web::{Words, testing};

fn rendered(words: &Words) -> testing::Pages {
    vec![
        ("programme", programme::ProgrammePage::sample(words).render().unwrap()),
        ("item", item::ItemPage::sample(words).render().unwrap()),
        ("removal", removal::RemovalPage::sample(words).render().unwrap()),
        ("removal refused", removal::RemovalPage::sample_refused(words).render().unwrap()),
    ]
}

#[test]
fn every_page_speaks_both_languages_and_escapes() {
    testing::assert_speaks(&wordbook(), rendered, &["programme_desk-"], &["<in>", "<fem>"]);
}

#[test]
fn ids_pointers_and_headings_are_in_order() {
    testing::assert_order(&wordbook(), rendered);
}

#[test]
fn every_refusal_is_worded_and_names_a_field_of_the_form() {
    let refusals = [
        Refusal::TitleMissing,
        Refusal::TooLong { field: "talk_text_en_2".into(), max: 10 },
        Refusal::TooManyLines { field: "questions", max: 30 },
        Refusal::TimeUnreadable { field: "starts" },
        Refusal::TimeSkipped { field: "ends" },
        Refusal::StartMissing,
        Refusal::EndsBeforeStart,
        Refusal::DayOutside,
        Refusal::TalksNeeded,
        Refusal::WishesElsewhere { title: Text::sv("Spår") },
        Refusal::ChosenAlready,
        Refusal::TalkTitleMissing { row: 1 },
        Refusal::NumberUnreadable { row: 2 },
        Refusal::NumberTwice { row: 3, number: 4 },
        Refusal::PlacesUnreadable { row: 4 },
        Refusal::PlacesTaken { row: 1, taken: 5 },
        Refusal::TalkChosen { row: 2, choosers: 1 },
        Refusal::TooManyTalks { max: 40 },
        Refusal::TooManyItems { max: 100 },
    ];
    for language in Language::ALL {
        let words = wordbook();
        let words = words.of(language);
        let html = programme::ProgrammePage::sample(words).render().unwrap();
        for refusal in &refusals {
            let said = wording::refused(words, refusal);
            assert!(said.len() > 10 && !said.contains("programme_desk-"), "{refusal:?}: {said}");
            let field = format!(r#" id="{}""#, wording::field(refusal));
            assert!(html.contains(&field), "{refusal:?}: no {field}");
        }
    }
}
