//! What was found in a text: the draft, with the source line and a confidence for every value.
//! How it is written as JSON is in [`crate::json`].

pub use crate::when::{Clock, Day};

/// A value, the source line it came from, and how sure the reader is of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    pub value: T,
    /// 1-based line of the source.
    pub line: u32,
    pub confidence: Confidence,
}

/// How sure the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Guessed from where it stands, or the text speaks against it elsewhere.
    Doubtful,
    /// Read from a sentence.
    Likely,
    /// Read from a label or another shape that means one thing only.
    Certain,
}

impl<T> Found<T> {
    pub(crate) fn certain(value: T, line: u32) -> Self {
        Self { value, line, confidence: Confidence::Certain }
    }

    pub(crate) fn likely(value: T, line: u32) -> Self {
        Self { value, line, confidence: Confidence::Likely }
    }

    pub(crate) fn doubtful(value: T, line: u32) -> Self {
        Self { value, line, confidence: Confidence::Doubtful }
    }
}

/// The draft that a text gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extraction {
    pub kind: Kind,
    pub language: Language,
    /// One normally; several when a page lists occasions that are registered for one by one.
    pub events: Vec<Event>,
    /// Only for [`Kind::Newsletter`]; `events` is then empty.
    pub newsletter: Option<Newsletter>,
    pub warnings: Vec<Warning>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Event,
    /// Also tour schedules and monthly letters: dated lines under headings.
    Newsletter,
    /// A summons with a list of matters.
    Agenda,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Swedish,
    English,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    pub title: Option<Found<String>>,
    /// The first sentences that say what it is.
    pub lead: Option<Found<String>>,
    pub status: Option<Found<Status>>,
    pub days: Vec<EventDay>,
    /// As written ("CET", "svensk tid"); Swedish time where nothing is said.
    pub time_zone: Option<Found<String>>,
    pub mode: Option<Found<Mode>>,
    pub platform: Option<Found<String>>,
    pub venue: Venue,
    pub registration: Registration,
    pub link_dispatch: Option<Found<LinkDispatch>>,
    pub admission: Option<Found<Admission>>,
    pub audience: Option<Found<String>>,
    pub cost: Cost,
    pub themes: Vec<Found<String>>,
    pub programme: Vec<Item>,
    pub roles: Roles,
    pub series: Option<Found<String>>,
    pub linked: Vec<Linked>,
    pub updated_on: Option<Found<Day>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Cancelled,
    Moved,
}

/// One day of an event, with the event's own hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDay {
    pub date: Found<Day>,
    pub start: Option<Found<Clock>>,
    pub end: Option<Found<Clock>>,
    /// The hours are stated, not taken from the programme.
    pub stated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Onsite,
    Online,
    Hybrid,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Venue {
    pub name: Option<Found<String>>,
    pub street: Option<Found<String>>,
    pub town: Option<Found<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Registration {
    pub required: Option<Found<bool>>,
    pub deadline: Option<Found<Day>>,
    pub opens: Option<Found<Day>>,
    pub email: Option<Found<String>>,
    pub url: Option<Found<String>>,
}

/// When the joining link of an online event is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkDispatch {
    On(Day),
    SameDay,
    /// How many, where it is said.
    DaysBefore(Option<u32>),
    AfterDeadline,
    OnRegistration,
    Later,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    Open,
    Invited,
    Members,
}

/// In whole kronor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cost {
    pub free: Option<Found<bool>>,
    /// The ordinary price.
    pub amount: Option<Found<u32>>,
    pub no_show_fee: Option<Found<u32>>,
}

/// A line of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub date: Option<Found<Day>>,
    pub start: Option<Found<Clock>>,
    pub end: Option<Found<Clock>>,
    pub title: Option<Found<String>>,
    pub kind: Found<ItemKind>,
    pub speakers: Vec<Person>,
    pub choices: Vec<Choice>,
    pub questions: Vec<Found<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    Talk,
    GroupTalks,
    Break,
    Meal,
    Arrival,
    Welcome,
    Summary,
    Other,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: Found<String>,
    pub title: Option<Found<String>>,
    pub affiliation: Option<Found<String>>,
}

/// A numbered or lettered group talk or track that a participant chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub number: Found<String>,
    pub title: Found<String>,
    pub facilitators: Vec<Found<String>>,
    pub speakers: Vec<Person>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles {
    pub moderators: Vec<Found<String>>,
    pub organisers: Vec<Found<String>>,
    pub in_collaboration: Vec<Found<String>>,
    pub co_funders: Vec<Found<String>>,
    pub contacts: Vec<Contact>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    pub name: Option<Found<String>>,
    pub role: Option<Found<String>>,
    pub phone: Option<Found<String>>,
    pub email: Option<Found<String>>,
}

/// Another event that this one speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    pub relation: Relation,
    pub date: Option<Found<Day>>,
    pub title: Option<Found<String>>,
    pub line: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    PreMeetingOf,
    HasPreMeeting,
    Follows,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Newsletter {
    pub title: Option<Found<String>>,
    pub issue: Option<Found<Issue>>,
    pub sections: Vec<Section>,
    pub contacts: Vec<Contact>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Issue {
    pub year: i32,
    pub number: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub heading: Found<String>,
    pub refs: Vec<DatedThing>,
}

/// A dated thing in a newsletter, past ones too. One for each date and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedThing {
    pub date: Found<Day>,
    pub end_date: Option<Found<Day>>,
    pub start: Option<Found<Clock>>,
    pub end: Option<Found<Clock>>,
    pub place: Option<Found<String>>,
    pub title: Option<Found<String>>,
}

/// Something in the text that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub kind: WarningKind,
    /// In English: what stands against what.
    pub detail: String,
    /// The source lines it is about.
    pub lines: Vec<u32>,
    /// What the text says, each with its line: for a contradiction both readings, the one that the
    /// draft took first. Empty where nothing is said twice ([`WarningKind::EmptyField`]).
    pub readings: Vec<Reading>,
}

/// One of the things that a text says about the same fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reading {
    pub says: Says,
    /// 1-based line of the source.
    pub line: u32,
}

/// What a [`Reading`] says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Says {
    Day(Day),
    /// 0 is Monday.
    Weekday(u8),
    Clock(Clock),
    Issue(Issue),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarningKind {
    WeekdayMismatch,
    IssueMismatch,
    TimeConflict,
    DeadlineConflict,
    DeadlineAfterEvent,
    EndBeforeStart,
    ItemOutsideHours,
    YearMissing,
    EmptyField,
}
