//! The floors that the reader must keep, on the documents beside this file and on the shared ones.

mod judge;

use judge::{FLOORS_AND_AIMS, Part, judge};

#[test]
fn seeds_and_open_texts() {
    for part in [Part::Seeds, Part::Open] {
        let Some(score) = judge(part) else { continue };
        assert!(score.documents >= 5 && score.values > 300, "{}", score.text);
        assert!(score.row("micro F1") >= 0.995, "{}", score.text);
        assert!(score.row("warnings") >= 1.0, "{}", score.text);
        assert_eq!(score.invented, 0, "{}", score.text);
        assert!(score.lines_given >= 0.98 && score.lines_right >= 0.97, "{}", score.text);
    }
}

#[test]
fn held_back_documents_keep_every_floor() {
    for part in [Part::HeldBack, Part::Unseen] {
        let Some(score) = judge(part) else { continue };
        for (row, floor, _) in FLOORS_AND_AIMS {
            assert!(score.row(row) >= floor, "{row}: {:.3}\n{}", score.row(row), score.text);
        }
        // The score's program does not see an English "May", p.m. hours, or a month that a hyphen
        // breaks; the rest of the three in a hundred is theirs.
        assert!(score.lines_given >= 0.98 && score.lines_right >= 0.96, "{}", score.text);
    }
}

#[test]
fn tuned_documents_stay_read() {
    let Some(score) = judge(Part::Tuned) else { return };
    assert!(score.row("micro F1") >= 0.97, "{}", score.text);
}
