//! The programme as a line of time, which opens where people talk in groups.

use crate::announcement::pages::event::people;
use crate::announcement::pages::places::{self, PlacesLine};
use crate::announcement::pages::said::{Said, Teller};
use crate::announcement::reads::WholeEvent;
use crate::event::Appearance;
use crate::programme::{Choosing, GroupTalk, ItemKind, ProgrammeItem};
use jiff::civil::{Date, Time};
use web::Words;

/// The items of one day.
#[derive(Clone)]
pub struct DayShown {
    /// What the section's heading is called by in the page.
    pub anchor: String,
    pub heading: String,
    pub items: Vec<ItemShown>,
}

#[derive(Clone)]
pub struct ItemShown {
    pub class: &'static str,
    /// For machines, and as one says it.
    pub starts: Option<(String, String)>,
    pub ends: Option<String>,
    pub title: Said,
    pub text: Option<Said>,
    pub people: Vec<String>,
    pub questions: Vec<Said>,
    pub choosing: Option<String>,
    pub talks: Vec<TalkShown>,
}

#[derive(Clone)]
pub struct TalkShown {
    pub number: u32,
    pub title: Said,
    pub text: Option<Said>,
    pub facilitators: Option<String>,
    pub places: Option<PlacesLine>,
}

/// Day by day, days without items left out.
pub fn days(words: &Words, whole: &WholeEvent, teller: &mut Teller) -> Vec<DayShown> {
    let first = whole.event.first_day().day;
    let on = |item: &ProgrammeItem| item.day.unwrap_or(first);
    let mut days: Vec<Date> = whole.programme.iter().map(on).collect();
    days.sort_unstable();
    days.dedup();
    let several = whole.event.days.len() > 1;
    days.into_iter()
        .enumerate()
        .map(|(at, day)| DayShown {
            anchor: format!("programme-{}", at + 1),
            heading: if several {
                let day = locale::day_without_year(words.language, day);
                words.text_with("announcement-programme-of", [("day", day.into())])
            } else {
                words.text("announcement-programme")
            },
            items: whole
                .programme
                .iter()
                .filter(|it| on(it) == day)
                .map(|it| item(words, it, teller))
                .collect(),
        })
        .collect()
}

fn item(words: &Words, item: &ProgrammeItem, teller: &mut Teller) -> ItemShown {
    let time = |time: Time| locale::time(words.language, time);
    ItemShown {
        class: match item.kind {
            ItemKind::Arrival | ItemKind::Break | ItemKind::Meal => "pause",
            _ if !item.talks.is_empty() => "parallel",
            _ => "",
        },
        starts: item.starts.map(|it| (it.strftime("%H:%M").to_string(), time(it))),
        ends: item.ends.map(time),
        title: teller.say(&item.title).unwrap_or_else(|| Said::own(kind(words, item.kind))),
        text: teller.html(&item.text),
        people: item.appearances.iter().filter_map(|it| people::line(words, it)).collect(),
        questions: item.questions.iter().filter_map(|it| teller.say(it)).collect(),
        choosing: match item.choosing {
            Choosing::None => None,
            Choosing::RankedWishes => Some(words.text("announcement-choosing-wishes")),
            Choosing::FirstCome => Some(words.text("announcement-choosing-first-come")),
        },
        talks: item.talks.iter().map(|it| talk(words, item.choosing, it, teller)).collect(),
    }
}

fn talk(words: &Words, choosing: Choosing, talk: &GroupTalk, teller: &mut Teller) -> TalkShown {
    let names: Vec<String> =
        talk.facilitators.iter().filter_map(|it: &Appearance| people::line(words, it)).collect();
    let people: usize = talk.facilitators.iter().map(|it| it.names.len()).sum();
    let facilitators = (!names.is_empty()).then(|| {
        let count = i64::try_from(people).unwrap_or(i64::MAX);
        // Each name may have commas of its own.
        let names = names.join("; ");
        words.text_with("announcement-led-by", [("count", count.into()), ("names", names.into())])
    });
    TalkShown {
        number: talk.number,
        title: teller
            .say(&talk.title)
            .unwrap_or_else(|| Said::own(kind(words, ItemKind::GroupTalks))),
        text: teller.html(&talk.text),
        facilitators,
        places: match choosing {
            Choosing::FirstCome => places::left(words, &talk.limit),
            Choosing::None | Choosing::RankedWishes => None,
        },
    }
}

fn kind(words: &Words, kind: ItemKind) -> String {
    match kind {
        ItemKind::Arrival => words.text("announcement-kind-arrival"),
        ItemKind::Welcome => words.text("announcement-kind-welcome"),
        ItemKind::Talk => words.text("announcement-kind-talk"),
        ItemKind::GroupTalks => words.text("announcement-kind-group-talks"),
        ItemKind::Break => words.text("announcement-kind-break"),
        ItemKind::Meal => words.text("announcement-kind-meal"),
        ItemKind::Summary => words.text("announcement-kind-summary"),
        ItemKind::Other => words.text("announcement-kind-other"),
    }
}
