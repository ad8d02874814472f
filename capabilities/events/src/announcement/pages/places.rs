//! How many places are left, in words.

use crate::announcement::rules;
use crate::event::{Admission, Event, PlaceLimit};
use crate::registration::Availability;
use web::Words;

/// A line about places, and the class that tells few and none apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesLine {
    pub text: String,
    pub class: &'static str,
}

/// "18 platser kvar", "Fullt"; nothing where there is no limit.
pub fn left(words: &Words, limit: &PlaceLimit) -> Option<PlacesLine> {
    let left = limit.left()?;
    Some(match left {
        0 => {
            PlacesLine { text: words.text("announcement-places-none"), class: "places places-full" }
        }
        _ => PlacesLine {
            text: words.text_with("announcement-places-left", [("count", left.into())]),
            class: if rules::are_few(left) { "places places-few" } else { "places" },
        },
    })
}

/// What a card says of an event that is to come.
pub fn on_card(words: &Words, event: &Event, availability: Availability) -> Option<PlacesLine> {
    let quiet = |text| Some(PlacesLine { text, class: "places places-full" });
    match availability {
        Availability::Cancelled => None,
        Availability::Full => left(words, &event.limit),
        Availability::Closed { .. } => quiet(words.text("announcement-card-closed")),
        Availability::NotOpen { opens_on } => {
            let day = locale::day_without_year(words.language, opens_on);
            quiet(words.text_with("announcement-card-opens", [("day", day.into())]))
        }
        Availability::Open if event.admission != Admission::Open => {
            quiet(words.text("announcement-card-invited"))
        }
        Availability::Open => left(words, &event.limit).or_else(|| {
            let text = words.text("announcement-card-unlimited");
            Some(PlacesLine { text, class: "places" })
        }),
    }
}
