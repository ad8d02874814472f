//! How kinds, ways to choose and refusals are said.

use crate::event::{Appearance, Event};
use crate::programme::{Choosing, ItemKind, ProgrammeItem};
use crate::programme_desk::types::{ItemChosen, Outside, Refusal};
use web::Words;
use web::forms::Problems;

pub fn kind(words: &Words, kind: ItemKind) -> String {
    match kind {
        ItemKind::Arrival => words.text("programme_desk-kind-arrival"),
        ItemKind::Welcome => words.text("programme_desk-kind-welcome"),
        ItemKind::Talk => words.text("programme_desk-kind-talk"),
        ItemKind::GroupTalks => words.text("programme_desk-kind-group-talks"),
        ItemKind::Break => words.text("programme_desk-kind-break"),
        ItemKind::Meal => words.text("programme_desk-kind-meal"),
        ItemKind::Summary => words.text("programme_desk-kind-summary"),
        ItemKind::Other => words.text("programme_desk-kind-other"),
    }
}

/// What a field of an item's form is called there; `None`: it has no such field.
pub fn field_label(words: &Words, field: &str) -> Option<String> {
    let stem = field.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_');
    Some(match stem {
        "starts" => words.text("programme_desk-starts"),
        "ends" => words.text("programme_desk-ends"),
        "day" => words.text("programme_desk-day"),
        "kind" => words.text("programme_desk-kind"),
        "title" | "talk_title" => words.text("programme_desk-title-sv"),
        "title_en" | "talk_title_en" => words.text("programme_desk-title-en"),
        "text" | "talk_text" => words.text("programme_desk-text-sv"),
        "text_en" | "talk_text_en" => words.text("programme_desk-text-en"),
        "appearances" => words.text("programme_desk-appearances"),
        "questions" => words.text("programme_desk-questions-sv"),
        "questions_en" => words.text("programme_desk-questions-en"),
        "choosing" => words.text("programme_desk-choosing"),
        "talk_number" => words.text("programme_desk-talk-number"),
        "talk_facilitators" => words.text("programme_desk-talk-facilitators"),
        _ => return None,
    })
}

/// The ways to choose, as a form offers them.
pub fn choosing_choice(words: &Words, choosing: Choosing) -> String {
    match choosing {
        Choosing::None => words.text("programme_desk-choosing-none"),
        Choosing::RankedWishes => words.text("programme_desk-choosing-wishes"),
        Choosing::FirstCome => words.text("programme_desk-choosing-first-come"),
    }
}

/// How one chooses, as a line of the programme; nothing where there is nothing to choose.
pub fn choosing(words: &Words, choosing: Choosing) -> Option<String> {
    match choosing {
        Choosing::None => None,
        Choosing::RankedWishes => Some(words.text("programme_desk-chosen-wishes")),
        Choosing::FirstCome => Some(words.text("programme_desk-chosen-first-come")),
    }
}

/// "Eva Ek och Bo Alm, smeder, Bygdens smedja".
pub fn appearance(words: &Words, appearance: &Appearance) -> String {
    let names = locale::list(words.language, &appearance.names);
    let parts = [names.as_str(), &appearance.title, &appearance.affiliation];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

pub fn title(words: &Words, event: &Event) -> String {
    event.content.title.words(words.language).to_owned()
}

/// When an item begins, for machines ("16:00") and for people, and the rest: "–16.15".
pub fn hours(words: &Words, item: &ProgrammeItem) -> Option<(String, String, String)> {
    let starts = item.starts?;
    let until = |ends| format!("–{}", locale::time(words.language, ends));
    Some((
        locale::time(locale::Language::English, starts),
        locale::time(words.language, starts),
        item.ends.map_or_else(String::new, until),
    ))
}

pub fn outside(words: &Words, outside: Outside) -> String {
    match outside {
        Outside::Day(day) => {
            let day = locale::day(words.language, day);
            words.text_with("programme_desk-outside-day", [("day", day.into())])
        }
        Outside::Hours(of) => {
            let hours = locale::hours(words.language, of.starts, Some(of.ends));
            words.text_with("programme_desk-outside-hours", [("hours", hours.into())])
        }
    }
}

pub fn chosen(words: &Words, chosen: ItemChosen) -> String {
    words.text_with("programme_desk-removal-chosen", [("count", chosen.choosers.into())])
}

pub fn refused(words: &Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TitleMissing => words.text("programme_desk-refused-title-missing"),
        Refusal::TooLong { max, .. } => {
            words.text_with("programme_desk-refused-too-long", [("max", (*max).into())])
        }
        Refusal::TooManyLines { max, .. } => {
            words.text_with("programme_desk-refused-too-many-lines", [("max", (*max).into())])
        }
        Refusal::TimeUnreadable { .. } => words.text("programme_desk-refused-time-unreadable"),
        Refusal::TimeSkipped { .. } => words.text("programme_desk-refused-time-skipped"),
        Refusal::StartMissing => words.text("programme_desk-refused-start-missing"),
        Refusal::EndsBeforeStart => words.text("programme_desk-refused-ends-before-start"),
        Refusal::DayOutside => words.text("programme_desk-refused-day-outside"),
        Refusal::TalksNeeded => words.text("programme_desk-refused-talks-needed"),
        Refusal::WishesElsewhere { title } => {
            let title = title.words(words.language);
            words.text_with("programme_desk-refused-wishes-elsewhere", [("title", title.into())])
        }
        Refusal::ChosenAlready => words.text("programme_desk-refused-chosen-already"),
        Refusal::TalkTitleMissing { row } => {
            words.text_with("programme_desk-refused-talk-title-missing", [("row", (*row).into())])
        }
        Refusal::NumberUnreadable { row } => {
            words.text_with("programme_desk-refused-number-unreadable", [("row", (*row).into())])
        }
        Refusal::NumberTwice { number, .. } => {
            words.text_with("programme_desk-refused-number-twice", [("number", (*number).into())])
        }
        Refusal::PlacesUnreadable { row } => {
            words.text_with("programme_desk-refused-places-unreadable", [("row", (*row).into())])
        }
        Refusal::PlacesTaken { taken, .. } => {
            words.text_with("programme_desk-refused-places-taken", [("taken", (*taken).into())])
        }
        Refusal::TalkChosen { choosers, .. } => {
            words.text_with("programme_desk-refused-talk-chosen", [("count", (*choosers).into())])
        }
        Refusal::TooManyTalks { max } => {
            words.text_with("programme_desk-refused-too-many-talks", [("max", (*max).into())])
        }
        Refusal::TooManyItems { max } => {
            words.text_with("programme_desk-refused-too-many-items", [("max", (*max).into())])
        }
    }
}

/// The name of the field that a refusal is about.
pub fn field(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TitleMissing | Refusal::TooManyItems { .. } => "title".to_owned(),
        Refusal::TooLong { field, .. } => field.clone(),
        Refusal::TooManyLines { field, .. }
        | Refusal::TimeUnreadable { field }
        | Refusal::TimeSkipped { field } => (*field).to_owned(),
        Refusal::StartMissing => "starts".to_owned(),
        Refusal::EndsBeforeStart => "ends".to_owned(),
        Refusal::DayOutside => "day".to_owned(),
        Refusal::TalksNeeded | Refusal::WishesElsewhere { .. } | Refusal::ChosenAlready => {
            "choosing".to_owned()
        }
        Refusal::TooManyTalks { .. } => "talk_title_1".to_owned(),
        Refusal::TalkTitleMissing { row } | Refusal::TalkChosen { row, .. } => {
            format!("talk_title_{row}")
        }
        Refusal::NumberUnreadable { row } | Refusal::NumberTwice { row, .. } => {
            format!("talk_number_{row}")
        }
        Refusal::PlacesUnreadable { row } | Refusal::PlacesTaken { row, .. } => {
            format!("talk_places_{row}")
        }
    }
}

pub fn problems(words: &Words, refusals: &[Refusal]) -> Problems {
    let mut problems = Problems::default();
    for refusal in refusals {
        problems.add(field(refusal), refused(words, refusal));
    }
    problems
}
