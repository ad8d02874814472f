//! Every page of this slice, rendered in both languages from its sample.

use crate::programme_desk::pages::{item, programme, removal, wording};
use crate::programme_desk::tests::wordbook;
use crate::programme_desk::types::Refusal;
use askama::Template;
use shared::{Language, Text};
use web::Words;

fn rendered(words: &Words) -> Vec<(&'static str, String)> {
    vec![
        ("programme", programme::ProgrammePage::sample(words).render().unwrap()),
        ("item", item::ItemPage::sample(words).render().unwrap()),
        ("removal", removal::RemovalPage::sample(words).render().unwrap()),
        ("removal refused", removal::RemovalPage::sample_refused(words).render().unwrap()),
    ]
}

#[test]
fn every_page_speaks_both_languages_and_escapes() {
    let words = wordbook();
    let (swedish, english) =
        (rendered(words.of(Language::Swedish)), rendered(words.of(Language::English)));
    for ((name, swedish), (_, english)) in swedish.iter().zip(&english) {
        assert_ne!(swedish, english, "{name}");
        for html in [swedish, english] {
            // A key that has no words is shown as itself.
            assert!(!html.contains("programme_desk-"), "{name} lacks words:\n{html}");
            assert!(!html.contains("{ $"), "{name} lacks a variable:\n{html}");
            assert!(!html.contains("& ") && !html.contains("<in>"), "{name} is raw:\n{html}");
            assert!(!html.contains("<fem>"), "{name} is raw:\n{html}");
            assert_eq!(html.matches("<h1").count(), 1, "{name}:\n{html}");
            assert!(!html.contains("style="), "{name}:\n{html}");
        }
    }
}

#[test]
fn headings_go_down_one_step_at_a_time_and_no_id_is_there_twice() {
    for language in Language::ALL {
        for (name, html) in rendered(wordbook().of(language)) {
            // The summary stands above the heading, as everywhere.
            let page = &html[html.find("<h1").unwrap()..];
            let levels =
                page.match_indices("<h").filter_map(|(at, _)| page[at + 2..].chars().next());
            let levels: Vec<u32> = levels.filter_map(|it| it.to_digit(10)).collect();
            for pair in levels.windows(2) {
                assert!(pair[1] <= pair[0] + 1, "{name}: {levels:?}");
            }
            let mut ids: Vec<&str> =
                html.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name}");
        }
    }
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
