//! The facts that stay in sight: when, where, until when, for whom.

use crate::announcement::pages::places;
use crate::announcement::pages::said::{Said, Teller};
use crate::announcement::rules;
use crate::event::{self, Event, LinkDispatch};
use crate::registration::Availability;
use jiff::civil::Date;
use locale::Language;
use platform::clock::Now;
use web::Words;

#[derive(Clone)]
pub struct Facts {
    pub heading: String,
    pub facts: Vec<Fact>,
}

#[derive(Clone)]
pub struct Fact {
    pub label: String,
    pub lines: Vec<Line>,
    /// Said more quietly beside it.
    pub note: Option<String>,
    /// Per cent of places that are taken.
    pub fill: Option<u32>,
}

#[derive(Clone)]
pub struct Line {
    pub said: Said,
    /// For machines.
    pub datetime: Option<String>,
}

impl Fact {
    fn new(label: String, text: String) -> Self {
        let line = Line { said: Said::own(text), datetime: None };
        Self { label, lines: vec![line], note: None, fill: None }
    }

    fn note(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }
}

pub fn facts(
    words: &Words,
    now: Now,
    event: &Event,
    availability: Availability,
    teller: &mut Teller,
) -> Facts {
    let mut facts = when(words, event);
    facts.push(
        Fact::new(words.text("announcement-place"), event::where_in_words(words, event))
            .note(link_note(words, now, event)),
    );
    let today = now.today(&event.zone);
    let over = rules::is_over(event, now);
    let by = |day: Date| {
        if day.year() == event.first_day().day.year() {
            locale::day_without_year(words.language, day)
        } else {
            locale::day(words.language, day)
        }
    };
    let away = |day| Some(locale::relative_days(words.language, today, day));
    if let Availability::NotOpen { opens_on } = availability {
        facts.push(Fact::new(words.text("announcement-opens"), by(opens_on)).note(away(opens_on)));
    }
    if !over && availability != Availability::Cancelled {
        let deadline = event.deadline_on;
        facts.push(
            Fact::new(words.text("announcement-deadline"), by(deadline)).note(away(deadline)),
        );
        facts.extend(places(words, event, availability));
    }
    facts.extend(cost(words, event, teller));
    facts.extend(themes(words, event, teller));
    if let Some(audience) = teller.say(&event.content.audience) {
        let line = Line { said: audience, datetime: None };
        let label = words.text("announcement-audience");
        facts.push(Fact { label, lines: vec![line], note: None, fill: None });
    }
    Facts { heading: words.text("announcement-facts"), facts }
}

fn when(words: &Words, event: &Event) -> Vec<Fact> {
    let language = words.language;
    // Who sits far away needs to know whose clock is meant.
    let zone = event.mode.has_link()
        && (language == Language::English || event.zone.iana_name() != Some("Europe/Stockholm"));
    let zone = zone.then(|| locale::zone_name(language, &event::starts_at(event)));
    if let [only] = event.days.as_slice() {
        let day = Line {
            said: Said::own(locale::day(language, only.day)),
            datetime: Some(only.day.to_string()),
        };
        let day = Fact {
            label: words.text("announcement-day"),
            lines: vec![day],
            note: None,
            fill: None,
        };
        let hours = locale::hours(language, only.starts, Some(only.ends));
        return vec![day, Fact::new(words.text("announcement-hours"), hours).note(zone)];
    }
    let lines = event
        .days
        .iter()
        .map(|it| {
            let hours = locale::hours(language, it.starts, Some(it.ends));
            let day = locale::day(language, it.day);
            let text = match language {
                Language::Swedish => format!("{day} {hours}"),
                Language::English => format!("{day}, {hours}"),
            };
            Line { said: Said::own(text), datetime: Some(it.day.to_string()) }
        })
        .collect();
    vec![Fact { label: words.text("announcement-days"), lines, note: zone, fill: None }]
}

/// When the meeting link comes; never the link.
fn link_note(words: &Words, now: Now, event: &Event) -> Option<String> {
    let dispatch: LinkDispatch = event.dispatch?;
    if !event.mode.has_link() || rules::is_over(event, now) {
        return None;
    }
    let day = event::dispatch_day(dispatch, event.first_day().day);
    if now.at >= event::morning(day, &event.zone) {
        return Some(if event.meeting_link.is_some() {
            words.text("announcement-link-sent")
        } else {
            words.text("announcement-link-soon")
        });
    }
    let day = locale::day_without_year(words.language, day);
    Some(words.text_with("announcement-link-comes", [("day", day.into())]))
}

fn places(words: &Words, event: &Event, availability: Availability) -> Option<Fact> {
    let label = words.text("announcement-places");
    let Some(places) = event.limit.places else {
        return matches!(availability, Availability::Open | Availability::NotOpen { .. })
            .then(|| Fact::new(label, words.text("announcement-places-unlimited")));
    };
    let text = match (availability, event.limit.left()) {
        (Availability::Open, Some(left)) => words.text_with(
            "announcement-places-left-of",
            [("left", left.into()), ("places", places.into())],
        ),
        (Availability::Full, _) => places::left(words, &event.limit)?.text,
        _ => words.text_with("announcement-places-all", [("places", places.into())]),
    };
    let taken = u64::from(event.limit.taken) * 100 / u64::from(places.max(1));
    let fill = matches!(availability, Availability::Open | Availability::Full)
        .then(|| u32::try_from(taken.min(100)).unwrap_or(100));
    Some(Fact { fill, ..Fact::new(label, text) })
}

fn cost(words: &Words, event: &Event, teller: &mut Teller) -> Option<Fact> {
    let label = words.text("announcement-cost");
    let told = teller.say(&event.content.cost);
    let mut lines = vec![];
    if event.content.free {
        lines.push(Line { said: Said::own(words.text("announcement-free")), datetime: None });
    }
    let kronor = |it: u32| [("kronor", locale::number(words.language, it.into()).into())];
    let mut tell = |text| lines.push(Line { said: Said::own(text), datetime: None });
    if let Some(amount) = event.content.amount {
        tell(words.text_with("announcement-amount", kronor(amount)));
    }
    if let Some(fee) = event.content.no_show_fee {
        tell(words.text_with("announcement-no-show-fee", kronor(fee)));
    }
    lines.extend(told.map(|said| Line { said, datetime: None }));
    (!lines.is_empty()).then_some(Fact { label, lines, note: None, fill: None })
}

fn themes(words: &Words, event: &Event, teller: &mut Teller) -> Option<Fact> {
    let lines: Vec<Line> = event
        .content
        .themes
        .iter()
        .filter_map(|it| teller.say(it))
        .map(|said| Line { said, datetime: None })
        .collect();
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let label = words.text_with("announcement-themes", [("count", count.into())]);
    (!lines.is_empty()).then_some(Fact { label, lines, note: None, fill: None })
}
