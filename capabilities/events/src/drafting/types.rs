//! Nouns of drafting. They hold; they do not decide.

use crate::desk;
use crate::programme_desk;
use jiff::Timestamp;
use jiff::civil::Date;
use platform::id_type;
use serde::{Deserialize, Serialize};
use shared::ids::PersonId;

id_type! {
    /// The reading of one text.
    ReadingId
}

/// A text that was read and waits for somebody to look at what was found. It goes on a day that is
/// set when it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub id: ReadingId,
    /// `None`: it came by the command line, and administrators look at it.
    pub read_by: Option<PersonId>,
    pub read_at: Timestamp,
    /// The first day on which it is no longer kept.
    pub erase_on: Date,
    pub found: Findings,
}

/// What was read and what was found in it; read and written whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    pub kind: TextKind,
    /// What the text calls itself, or else the file; empty where nothing does.
    pub name: String,
    pub lines: Vec<SourceLine>,
    /// One for each event that the text speaks of.
    pub drafts: Vec<Draft>,
    /// What speaks against itself in a letter, and in no draft alone.
    #[serde(default)]
    pub doubts: Vec<Doubt>,
    /// Which drafts have become events.
    #[serde(default)]
    pub made: Vec<Made>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    #[default]
    Event,
    /// Dated things under headings.
    Newsletter,
    /// A summons with a list of matters.
    Agenda,
}

/// One line of the text, counted from 1 by its place in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Where a line stands in the file that it came from, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Page(u32),
    Paragraph(u32),
}

/// A draft that became an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Which of the drafts, from 0.
    pub draft: usize,
    /// The event's id.
    pub event: String,
}

/// An event as the text tells it, in the fields of the event's form and of its items' forms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The text is in English; Swedish otherwise.
    #[serde(default)]
    pub english: bool,
    /// The heading it stands under in a letter.
    #[serde(default)]
    pub section: String,
    pub values: Vec<Value>,
    #[serde(default)]
    pub doubts: Vec<Doubt>,
    #[serde(default)]
    pub linked: Vec<Linked>,
}

/// What one field of a form would hold. Fields of the Nth item begin with `item_N_`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    pub field: String,
    /// Days as `2027-05-26` and times as `16:00`, whatever the language of a page is.
    pub text: String,
    /// The lines of the source that say so, from 1; empty where none does.
    pub lines: Vec<u32>,
    pub sure: Sure,
}

/// How sure one may be of a value, the least sure first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// The text does not say so: it is what is likely to be meant.
    Proposed,
    /// The text says it in a place or a way that may mean something else.
    Doubtful,
    /// A sentence says so.
    Likely,
    Certain,
}

impl Sure {
    /// Whether a person should look before it is taken.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::Proposed | Self::Doubtful)
    }
}

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    pub kind: DoubtKind,
    /// The field that it is about; empty where it is about none.
    #[serde(default)]
    pub field: String,
    pub lines: Vec<u32>,
    /// What the text says, in each way; the one that the draft took first.
    #[serde(default)]
    pub readings: Vec<Alternative>,
}

/// One of the ways in which a text says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// As a [`Value`] holds it.
    pub text: String,
    pub line: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DoubtKind {
    WeekdayMismatch,
    IssueMismatch,
    TimeConflict,
    DeadlineConflict,
    DeadlineAfterEvent,
    EndBeforeStart,
    ItemOutsideHours,
    YearMissing,
    EmptyField,
    /// The text says that it does not take place.
    Cancelled,
    /// The text says that it was moved to another day.
    Moved,
    DayMissing,
    HoursMissing,
}

/// Another event that the text speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    pub relation: Relation,
    /// `2027-05-26`, where a whole day is said.
    #[serde(default)]
    pub day: String,
    #[serde(default)]
    pub title: String,
    pub line: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    PreMeetingOf,
    HasPreMeeting,
    Follows,
}

/// Something wrong with the form of a draft. The page words it beside the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    Event(desk::Refusal),
    /// Which item of the form, from 1.
    Item(usize, programme_desk::Refusal),
    /// An item that was to go stays: so often its talks are wished or chosen.
    ItemChosen(programme_desk::ItemChosen),
}

/// Why a text cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRefusal {
    /// Neither text nor file came.
    Nothing,
    /// At most so many characters.
    TooLong(usize),
    File(documents::Unreadable),
}

/// Somebody or an organisation that events here speak of already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub name: String,
    /// Empty of an organisation.
    pub title: String,
    pub affiliation: String,
    /// The title of the event where it is said.
    pub event: String,
}

/// A way to write a name as it is written here already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The field that it would change.
    pub field: String,
    /// The line of that field as it is, and as it would be.
    pub line: String,
    pub instead: String,
    pub name: String,
    pub event: String,
}

/// What differs between a text that was accepted and the one that came now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub about: About,
    /// As the last text said it; `None` where there was none.
    pub before: Option<String>,
    /// As this text says it; empty: no longer.
    pub after: String,
    /// As the event says it now.
    pub now: String,
    pub lines: Vec<u32>,
    /// Nobody here has changed it since: to take it loses nothing.
    pub undisputed: bool,
}

/// What a change is about. Items of the event are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A field of the event's form.
    Field(String),
    /// A field of an item that the event has.
    ItemField { item: usize, field: String, title: String },
    /// An item of the draft, from 1, that the event lacks.
    NewItem(usize),
    /// An item of the event that the text no longer has.
    GoneItem(usize),
}
