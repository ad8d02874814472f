//! Every page of this slice, rendered in both languages from its sample.

use super::*;
use crate::drafting::pages::list::ListPage;
use crate::drafting::pages::new::NewPage;
use crate::drafting::pages::removal::RemovalPage;
use crate::drafting::pages::review::ReviewPage;
use crate::drafting::pages::update::UpdatePage;
use crate::drafting::pages::wording;
use crate::drafting::types::{Doubt, DoubtKind, Refusal, TextRefusal};
use askama::Template;
use documents::Unreadable;
use web::{Words, testing};

fn rendered(words: &Words) -> testing::Pages {
    vec![
        ("new", NewPage::sample(words).render().unwrap()),
        ("review", ReviewPage::sample(words).render().unwrap()),
        ("list", ListPage::sample(words).render().unwrap()),
        ("update", UpdatePage::sample(words).render().unwrap()),
        ("update nothing", UpdatePage::sample_nothing(words).render().unwrap()),
        ("removal", RemovalPage::sample(words).render().unwrap()),
    ]
}

#[test]
fn every_page_speaks_both_languages_and_escapes() {
    let slices = ["drafting-", "desk-", "programme_desk-", "web-"];
    testing::assert_speaks(&wordbook(), rendered, &slices, &["<nära>"]);
}

#[test]
fn ids_pointers_and_headings_are_in_order() {
    testing::assert_order(&wordbook(), rendered);
    for language in Language::ALL {
        for (name, html) in rendered(wordbook().of(language)) {
            // A problem may be about a field that the change at hand does not show.
            if !name.starts_with("update") {
                testing::assert_inner_links(name, &html);
            }
        }
    }
}

/// What must be looked at stands before the ordinary form, each field once.
#[test]
fn what_is_doubtful_stands_first_and_both_readings_are_there_to_choose() {
    let words = wordbook();
    let html = ReviewPage::sample(words.of(Language::Swedish)).render().unwrap();
    let first = html.find("id=\"first\"").unwrap();
    let what = html.find("id=\"what\"").unwrap();
    let section = &html[first..what];
    for said in [
        "Texten säger två olika sista dagar:",
        "value=\"21 maj 2027\"",
        "value=\"20 maj 2027\"",
        "name=\"deadline_other\"",
        "name=\"to_1\"",
        "Skriv ”Maj Lindell, professor, Högskolan &#38; Berget”",
    ] {
        assert!(section.contains(said), "{said}: {section}");
    }
    for name in ["title", "day_1", "from_1", "to_1", "item_1_title", "item_2_talk_title_1"] {
        let field = format!(" name=\"{name}\"");
        assert_eq!(html.matches(&field).count(), 1, "{name}");
    }
    assert!(html.contains("href=\"#rad-5\""), "{html}");
}

#[test]
fn contradictions_of_a_letter_stand_beside_each_other() {
    let words = wordbook();
    let html = ListPage::sample(words.of(Language::Swedish)).render().unwrap();
    let (from, to) =
        (html.find("id=\"conflicts\"").unwrap(), html.find("id=\"section-1\"").unwrap());
    let conflicts = &html[from..to];
    assert!(
        conflicts.contains("kl. 10.00–13.00") && conflicts.contains("kl. 10.00–12.00"),
        "{conflicts}"
    );
    assert!(html.contains("2027:3 och 2027:2"), "{html}");
}

#[test]
fn every_refusal_and_every_doubt_is_worded() {
    use DoubtKind::*;
    let words = wordbook();
    for language in Language::ALL {
        let words = words.of(language);
        let files = [
            Unreadable::Empty,
            Unreadable::TooLarge,
            Unreadable::Encrypted,
            Unreadable::NoText,
            Unreadable::Expands,
            Unreadable::Tangled,
            Unreadable::Damaged,
            Unreadable::OldOffice,
            Unreadable::UnknownKind,
        ];
        let refusals = files.map(TextRefusal::File).into_iter();
        for refusal in refusals.chain([TextRefusal::Nothing, TextRefusal::TooLong(7)]) {
            let said = wording::text_refusal(words, refusal);
            assert!(said.len() > 10 && !said.contains("drafting-"), "{refusal:?}: {said}");
        }
        let kinds = [
            WeekdayMismatch,
            IssueMismatch,
            TimeConflict,
            DeadlineConflict,
            DeadlineAfterEvent,
            EndBeforeStart,
            ItemOutsideHours,
            YearMissing,
            EmptyField,
            Cancelled,
            Moved,
            DayMissing,
            HoursMissing,
        ];
        for kind in kinds {
            let doubt = Doubt { kind, field: String::new(), lines: vec![], readings: vec![] };
            let said = wording::doubt(words, &doubt);
            assert!(said.len() > 10 && !said.contains("drafting-"), "{kind:?}: {said}");
        }
        let item = Refusal::Item(3, crate::programme_desk::Refusal::EndsBeforeStart);
        let problems = wording::problems(words, &[item]);
        assert_eq!(problems.0[0].field, "item_3_ends");
        assert!(problems.0[0].text.contains('3'), "{problems:?}");
    }
}
