//! Nouns of editing a programme. They hold; they do not decide.

use crate::event::EventDay;
use crate::programme::{Choosing, GroupTalk, ItemKind, ProgrammeItem};
use jiff::civil::Date;
use shared::Text;
use shared::ids::{GroupTalkId, PlaceLimitId};

/// An item as an organiser typed it: read from the form, but not yet judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemAsked {
    /// "16", "16.00"; a whole span, "16.00–16.15", where `ends` is empty.
    pub starts: String,
    pub ends: String,
    /// A day of the event; empty for the first.
    pub day: String,
    /// `None`: what its content suggests.
    pub kind: Option<ItemKind>,
    pub title: Text,
    pub text: Text,
    /// One line for each role.
    pub appearances: String,
    /// One question on each line, in the same order in both languages.
    pub questions: Text,
    /// `None`: nothing to choose.
    pub choosing: Option<Choosing>,
    pub talks: Vec<TalkAsked>,
}

/// One row of group talks as it was typed. A talk that no row speaks of stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TalkAsked {
    /// Which row of the form, from 1.
    pub row: u32,
    /// The talk that the row was filled from, if it was from one.
    pub id: Option<GroupTalkId>,
    /// The ids it and its counter get if it is a new one.
    pub new_id: GroupTalkId,
    pub new_limit: PlaceLimitId,
    /// Empty: the next number.
    pub number: String,
    pub title: Text,
    pub text: Text,
    pub facilitators: String,
    /// Empty: as many as come.
    pub places: String,
    pub removed: bool,
}

/// An item that the rules let through, and what is done to its talks.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptedItem {
    /// As it will be, its talks in the order of their numbers.
    pub item: ProgrammeItem,
    /// Talks that are new.
    pub added: Vec<GroupTalk>,
    /// Talks that were there, as they will be, each with the row it was typed in.
    pub kept: Vec<(u32, GroupTalk)>,
    /// Talks that go, each with its row.
    pub removed: Vec<(u32, GroupTalk)>,
    /// Whether one chooses in another way than before.
    pub chooses_anew: bool,
}

/// Which way an item moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

impl Direction {
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            _ => None,
        }
    }
}

/// Why an item's time deserves a second look. It is allowed all the same: people gather before
/// the event begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// The event is no longer on this day.
    Day(Date),
    /// The event's own hours on the item's day.
    Hours(EventDay),
}

/// Why not. The rule names it, the page words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    TitleMissing,
    /// `field`: its name in the form; `max` in characters.
    TooLong {
        field: String,
        max: usize,
    },
    /// Too many lines in a field that takes one thing on each.
    TooManyLines {
        field: &'static str,
        max: usize,
    },
    TimeUnreadable {
        field: &'static str,
    },
    /// Summer time begins that night, and the clock skips this time.
    TimeSkipped {
        field: &'static str,
    },
    StartMissing,
    EndsBeforeStart,
    DayOutside,
    TalksNeeded,
    /// Another item of the event asks for wishes already.
    WishesElsewhere {
        title: Text,
    },
    /// Somebody has chosen in the way that was.
    ChosenAlready,
    TalkTitleMissing {
        row: u32,
    },
    NumberUnreadable {
        row: u32,
    },
    NumberTwice {
        row: u32,
        number: u32,
    },
    PlacesUnreadable {
        row: u32,
    },
    /// More have chosen it than there would be places.
    PlacesTaken {
        row: u32,
        taken: u32,
    },
    /// Somebody wishes or chose the talk that would go.
    TalkChosen {
        row: u32,
        choosers: i64,
    },
    TooManyTalks {
        max: usize,
    },
    TooManyItems {
        max: usize,
    },
}

/// Why an item stays: so often its talks are wished or chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemChosen {
    pub choosers: i64,
}
