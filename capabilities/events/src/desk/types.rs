//! Nouns of the desk. They hold; they do not decide.

use jiff::civil::{Date, Time, Weekday};
use shared::ids::PictureId;
use web::Fields;

/// Something wrong with what an organiser typed: the field it is about, and why. The page words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// As the form names it: `day_2`.
    pub field: String,
    pub why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    TitleMissing,
    /// At most so many characters.
    TooLong(usize),
    /// At most so many lines.
    TooMany(usize),
    DayMissing,
    DayUnreadable,
    /// The calendar lacks it.
    NoSuchDay,
    WeekdayDiffers {
        day: Date,
        typed: Weekday,
    },
    TimeMissing,
    TimeUnreadable,
    /// The clock lacks it.
    NoSuchTime,
    /// The zone's clocks are set forward over it.
    TimeSkipped {
        day: Date,
        time: Time,
    },
    EndsBeforeStart,
    DaysOutOfOrder,
    UnknownZone,
    DeadlineAfterLastDay(Date),
    OpensAfterDeadline(Date),
    ChangeAfterLastDay(Date),
    DispatchDayMissing,
    DispatchAfterFirstDay(Date),
    /// A whole number from the first to the second.
    NumberBetween(u32, u32),
    /// So many are registered already.
    PlacesBelowTaken(u32),
    EmailImplausible,
    ContactNameless,
    AddressImplausible,
    AddressMissing,
    LinkWhileOnSite,
    UnknownConference,
    ConferenceIsItself,
    AltMissing,
    /// It cannot both be free and have a price.
    FreeWithAmount,
    Picture(PictureProblem),
    /// Somebody else saved while this was typed.
    ChangedMeanwhile,
}

/// Why a file cannot be an event's picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureProblem {
    /// Not JPEG, PNG or WebP, or broken.
    Unreadable,
    /// At most so many mebibytes.
    TooManyBytes(usize),
    /// At most so many million pixels.
    TooManyPixels(u32),
}

/// A picture that was read, scaled and written anew, so that nothing else is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jpeg {
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// What a form does with an event's picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureChange {
    Keep,
    Remove,
    /// The id is made before the transaction: an attempt that is repeated writes the same picture.
    Replace(PictureId, Jpeg),
}

/// The event form as it arrived: read, but not yet judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Save {
    pub fields: Fields,
    pub picture: PictureChange,
}

/// Why an event is not published or cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateRefusal {
    /// It ended before it was published.
    Over,
    NotADraft,
    NotPublished,
}

/// What could still be said before an event is published. None of it is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    Lead,
    Text,
    Organiser,
    /// Nobody with an e-mail address: answers to letters reach no one.
    Contact,
    Venue,
    MeetingLink,
    /// There will be a link, but no day on which it is sent.
    Dispatch,
    Programme,
    /// The last day to register has passed.
    DeadlinePassed,
}

/// What may be of interest about one event in the week ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Letters that were refused, and letters whose fate nobody knows.
    LettersInTrouble {
        refused: i64,
        unknown: i64,
    },
    /// All places are taken while one may still register.
    Full,
    Opens,
    LastDay,
    /// The meeting link is promised for this day.
    LinkDay {
        missing: bool,
    },
    Takes,
}

/// One line of the week ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    pub day: Date,
    pub turn: Turn,
    /// Which of the events that were looked at.
    pub event: usize,
}

/// A day in the life of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milestone {
    pub day: Date,
    pub kind: MilestoneKind,
    pub past: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneKind {
    Published,
    Opens,
    Deadline,
    ChangeDeadline,
    LinkDay { missing: bool },
    Takes,
    Erased,
}
