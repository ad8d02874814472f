//! What a programme is made of.

use crate::event::{Appearance, PlaceLimit};
use jiff::civil::{Date, Time};
use shared::Text;
use shared::ids::{GroupTalkId, ProgrammeItemId};

/// One item. Where it stands in the programme is its place in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgrammeItem {
    pub id: ProgrammeItemId,
    /// Of an event of several days; `None`: the first.
    pub day: Option<Date>,
    pub starts: Option<Time>,
    pub ends: Option<Time>,
    pub kind: ItemKind,
    pub title: Text,
    /// Markdown.
    pub text: Text,
    pub appearances: Vec<Appearance>,
    /// What the tables talk about.
    pub questions: Vec<Text>,
    pub choosing: Choosing,
    /// In the order of their numbers.
    pub talks: Vec<GroupTalk>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    Arrival,
    Welcome,
    Talk,
    GroupTalks,
    Break,
    Meal,
    Summary,
    Other,
}

/// How one chooses among the talks of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosing {
    /// There is nothing to choose.
    None,
    /// First, second and third wish; no place is taken, a division decides later.
    RankedWishes,
    /// Whoever comes first gets the place.
    FirstCome,
}

/// A subject that one may choose inside an item.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupTalk {
    pub id: GroupTalkId,
    /// As it is printed and as the form sends it; from 1.
    pub number: u32,
    pub title: Text,
    pub text: Text,
    pub facilitators: Vec<Appearance>,
    pub limit: PlaceLimit,
}

impl ItemKind {
    pub const ALL: [Self; 8] = [
        Self::Arrival,
        Self::Welcome,
        Self::Talk,
        Self::GroupTalks,
        Self::Break,
        Self::Meal,
        Self::Summary,
        Self::Other,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Welcome => "welcome",
            Self::Talk => "talk",
            Self::GroupTalks => "group_talks",
            Self::Break => "break",
            Self::Meal => "meal",
            Self::Summary => "summary",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

impl Choosing {
    pub const ALL: [Self; 3] = [Self::None, Self::RankedWishes, Self::FirstCome];

    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::RankedWishes => "wishes",
            Self::FirstCome => "first_come",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
