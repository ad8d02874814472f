//! What may be shown of an event to everybody. Pure: no clock, no database, no wording.

use crate::event::{self, Event};
use platform::clock::Now;
use shared::Text;

/// Fewer than this many, and who comes could be guessed from the mix.
const MIX_SHOWN_FROM: u32 = 5;
/// Smaller numbers of one sector are said as "a few".
const COUNT_SHOWN_FROM: u32 = 3;
/// Places left that are called few.
const FEW_PLACES: u32 = 5;

/// How much is told of one sector's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    Nobody,
    AFew,
    Count(u32),
}

impl Share {
    /// Its part of a bar; as coarse as the words beside it.
    pub fn thread(self) -> u32 {
        match self {
            Self::Nobody => 0,
            Self::AFew => 2,
            Self::Count(count) => count,
        }
    }
}

/// What is told of how many came from each sector; nothing while they are few.
pub fn shares(counts: [u32; 5]) -> Option<[Share; 5]> {
    let all: u32 = counts.iter().sum();
    (all >= MIX_SHOWN_FROM).then(|| {
        counts.map(|count| match count {
            0 => Share::Nobody,
            1.. if count < COUNT_SHOWN_FROM => Share::AFew,
            _ => Share::Count(count),
        })
    })
}

/// Whether so few places are left that one should hurry.
pub fn are_few(left: u32) -> bool {
    left <= FEW_PLACES
}

/// Whether the last day's last hour is over.
pub fn is_over(event: &Event, now: Now) -> bool {
    now.at >= event::ends_at(event).timestamp()
}

/// Words somebody looks for; none means that everything is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted(Vec<String>);

impl Wanted {
    pub fn new(typed: &str) -> Self {
        Self(typed.split_whitespace().take(10).map(str::to_lowercase).collect())
    }

    pub fn is_everything(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word stands in the event's title or series, in either language.
    pub fn finds(&self, event: &Event) -> bool {
        let Text { sv, en } = &event.content.title;
        let series = &event.content.series;
        let text = [sv, en, &series.sv, &series.en].map(String::as_str).join("\n").to_lowercase();
        self.0.iter().all(|word| text.contains(word.as_str()))
    }
}

/// How many pages a list of this length has; an empty list has one.
pub fn pages(items: i64, per_page: u32) -> u32 {
    let items = u32::try_from(items).unwrap_or(0);
    items.div_ceil(per_page).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_people_are_not_told_apart() {
        assert_eq!(shares([4, 0, 0, 0, 0]), None);
        assert_eq!(
            shares([3, 2, 0, 0, 0]),
            Some([Share::Count(3), Share::AFew, Share::Nobody, Share::Nobody, Share::Nobody])
        );
        // One and two look alike in the bar too.
        assert_eq!(shares([9, 1, 0, 0, 0]).unwrap()[1], shares([9, 2, 0, 0, 0]).unwrap()[1]);
    }

    #[test]
    fn a_list_has_at_least_one_page() {
        assert_eq!([0, 1, 20, 21, 40, 41].map(|it| pages(it, 20)), [1, 1, 1, 2, 2, 3]);
    }

    #[test]
    fn every_word_must_be_found() {
        let mut event = crate::event::sample_event();
        event.content.title = Text::both("Lediga rum & öppna dörrar", "Empty rooms");
        let finds = |typed| Wanted::new(typed).finds(&event);
        assert!(finds("ÖPPNA rum") && finds("empty") && finds("  "));
        assert!(!finds("rum skola"));
    }
}
