//! How doubts, refusals and changes are said.

use crate::desk;
use crate::drafting::rules::filling;
use crate::drafting::rules::items;
use crate::drafting::rules::remains::item_field;
use crate::drafting::types::{Change, Doubt, DoubtKind, Refusal, Sure, TextRefusal};
use crate::event::AttendanceMode;
use crate::programme_desk;
use documents::Unreadable;
use web::Words;
use web::forms::Problems;

/// What is the matter, in a sentence or two.
pub fn doubt(words: &Words, doubt: &Doubt) -> String {
    match doubt.kind {
        DoubtKind::WeekdayMismatch => words.text("drafting-doubt-weekday"),
        DoubtKind::IssueMismatch => {
            let said =
                |at: usize| doubt.readings.get(at).map(|it| it.text.clone()).unwrap_or_default();
            words.text_with(
                "drafting-doubt-issue",
                [("first", said(0).into()), ("second", said(1).into())],
            )
        }
        DoubtKind::TimeConflict => words.text("drafting-doubt-time"),
        DoubtKind::DeadlineConflict => words.text("drafting-doubt-deadline"),
        DoubtKind::DeadlineAfterEvent => words.text("drafting-doubt-deadline-after"),
        DoubtKind::EndBeforeStart => words.text("drafting-doubt-backwards"),
        DoubtKind::ItemOutsideHours => words.text("drafting-doubt-outside"),
        DoubtKind::YearMissing => words.text("drafting-doubt-year"),
        DoubtKind::EmptyField => words.text("drafting-doubt-empty"),
        DoubtKind::Cancelled => words.text("drafting-doubt-cancelled"),
        DoubtKind::Moved => words.text("drafting-doubt-moved"),
        DoubtKind::DayMissing => words.text("drafting-doubt-day-missing"),
        DoubtKind::HoursMissing => words.text("drafting-doubt-hours-missing"),
    }
}

/// What is said before the lines that a value was read from.
pub fn read_from(words: &Words, sure: Sure, has_lines: bool) -> String {
    match (sure, has_lines) {
        (Sure::Certain | Sure::Likely, _) => words.text("drafting-read-from"),
        (Sure::Doubtful, _) => words.text("drafting-read-doubtfully"),
        (Sure::Proposed, true) => words.text("drafting-proposed-from"),
        (Sure::Proposed, false) => words.text("drafting-proposed"),
    }
}

pub fn text_refusal(words: &Words, refusal: TextRefusal) -> String {
    match refusal {
        TextRefusal::Nothing => words.text("drafting-text-missing"),
        TextRefusal::TooLong(max) => words.text_with(
            "drafting-text-too-long",
            [(
                "max",
                locale::number(words.language, i64::try_from(max).unwrap_or(i64::MAX)).into(),
            )],
        ),
        TextRefusal::File(why) => match why {
            Unreadable::Empty => words.text("drafting-refused-file-empty"),
            Unreadable::TooLarge => words.text("drafting-refused-file-large"),
            Unreadable::Encrypted => words.text("drafting-refused-file-locked"),
            Unreadable::NoText => words.text("drafting-refused-file-no-text"),
            Unreadable::Expands => words.text("drafting-refused-file-expands"),
            Unreadable::Tangled => words.text("drafting-refused-file-tangled"),
            Unreadable::Damaged => words.text("drafting-refused-file-damaged"),
            Unreadable::OldOffice => words.text("drafting-refused-file-old"),
            Unreadable::UnknownKind => words.text("drafting-refused-file-kind"),
        },
    }
}

/// Each refusal beside its field.
pub fn problems(words: &Words, refusals: &[Refusal]) -> Problems {
    let mut problems = Problems::default();
    for refusal in refusals {
        match refusal {
            Refusal::Event(it) => {
                problems.0.extend(desk::worded_problems(words, std::slice::from_ref(it)).0);
            }
            Refusal::Item(nth, it) => {
                let field = items::field(*nth, &programme_desk::refused_field(it));
                let text = programme_desk::refused_words(words, it);
                let nth = i64::try_from(*nth).unwrap_or(i64::MAX);
                let args = [("number", nth.into()), ("text", text.into())];
                problems.add(field, words.text_with("drafting-item-problem", args));
            }
            Refusal::ItemChosen(it) => problems.add(
                "take",
                words.text_with("drafting-refused-item-chosen", [("count", it.choosers.into())]),
            ),
        }
    }
    problems
}

/// What a field is called, of the event's form or of an item's.
pub fn label(words: &Words, field: &str) -> String {
    let known = match item_field(field) {
        Some((_, name)) => programme_desk::field_label(words, name),
        None => desk::field_label(words, field),
    };
    known.unwrap_or_else(|| field.to_owned())
}

/// A value as it is told beside others, where the form has codes.
pub fn value(words: &Words, field: &str, text: &str) -> String {
    if text.is_empty() {
        return words.text("drafting-nothing");
    }
    match field {
        "mode" => match AttendanceMode::from_code(text) {
            Some(AttendanceMode::OnSite) => words.text("drafting-mode-on-site"),
            Some(AttendanceMode::Online) => words.text("drafting-mode-online"),
            Some(AttendanceMode::Mixed) => words.text("drafting-mode-mixed"),
            None => text.to_owned(),
        },
        "admission" if text == "invited" => words.text("drafting-admission-invited"),
        "admission" => words.text("drafting-admission-open"),
        "free" => words.text("drafting-yes"),
        "dispatch" => match text {
            "on" => words.text("drafting-dispatch-on"),
            "days" => words.text("drafting-dispatch-days"),
            _ => words.text("drafting-nothing"),
        },
        "day" => filling::typed(words.language, "day_1", text),
        _ => text.to_owned(),
    }
}

/// The field of a change, for the labels of its values.
pub fn field_of(change: &Change) -> &str {
    use crate::drafting::types::About;
    match &change.about {
        About::Field(name) => name,
        About::ItemField { field, .. } => field,
        About::NewItem(_) | About::GoneItem(_) => "title",
    }
}
