//! Nouns of registering. They hold; they do not decide.

use jiff::Timestamp;
use jiff::civil::Date;
use shared::ids::{EventId, GroupTalkId, PlaceLimitId, ProgrammeItemId, RegistrationId};
use shared::{Email, Language, RoleInSociety, Sector};

/// Whether an event takes registrations just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    Open,
    NotOpen {
        opens_on: Date,
    },
    /// All places are taken.
    Full,
    /// The last day to register has passed, or the event has ended.
    Closed {
        deadline_on: Date,
    },
    Cancelled,
}

/// What somebody says of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registrant {
    pub name: String,
    pub email: Email,
    pub organisation: String,
    pub sector: Option<Sector>,
    /// A municipality's four-digit code, or nothing.
    pub municipality: String,
    pub role: Option<RoleInSociety>,
    /// Of letters.
    pub language: Language,
}

/// What somebody wishes and chooses, in the numbers of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Numbers of group talks, first wish first.
    pub wishes: Vec<u32>,
    /// Which item of the programme (from 1), and the number of the talk chosen there.
    pub choices: Vec<(u32, u32)>,
}

impl Wanted {
    pub fn is_nothing(&self) -> bool {
        self.wishes.is_empty() && self.choices.is_empty()
    }
}

/// A request as it arrived: read, but not yet judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// Made before the transaction: an attempt that is repeated writes the same registration.
    pub id: RegistrationId,
    pub event: EventId,
    /// What is kept of the form's key; `None`: a form of its own.
    pub form_mark: Option<String>,
    pub registrant: Registrant,
    pub wanted: Wanted,
    pub by: By,
}

/// A form that somebody sent to an event's address, understood.
#[derive(Debug, Clone)]
pub struct SentForm {
    /// The event's address.
    pub slug: String,
    /// What stood behind it: the code of an event by invitation.
    pub code: Option<String>,
    /// The form's own key, the same when it is sent again; empty where it came without.
    pub form_key: String,
    pub registrant: Registrant,
    pub wanted: Wanted,
}

/// Who fills in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Themselves,
    /// An organiser, for somebody who phones: the last day does not bind, the places do.
    Organiser,
}

/// Why not. The rule names it, the page words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The event takes nobody just now.
    Unavailable(Availability),
    /// The last day to change has passed.
    ChangeDeadlinePassed(Date),
    /// The event has begun.
    Begun,
    Wanted(Vec<WantedRefusal>),
    /// Another registration to the event has this address.
    EmailTaken,
}

/// What is wrong with a wish or a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WantedRefusal {
    /// The wish of this rank (from 1) is for no talk on the programme.
    UnknownWish {
        rank: u32,
    },
    WishedTwice {
        rank: u32,
    },
    /// The choice for this item (from 1) is for no talk in it.
    UnknownChoice {
        item: u32,
    },
    ChoiceFull {
        item: u32,
        title: shared::Text,
    },
}

/// Wishes and choices that are on the programme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed {
    pub wishes: Vec<GroupTalkId>,
    pub choices: Vec<PlacedChoice>,
}

/// A choice that takes a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedChoice {
    pub item: ProgrammeItemId,
    /// Where the item stands in the programme, from 1.
    pub nth: u32,
    pub talk: GroupTalkId,
    pub limit: PlaceLimitId,
}

/// What came of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registered {
    Anew(RegistrationId),
    /// The same form again: the same registration.
    Repeated(RegistrationId),
    /// Somebody with this address had registered before; nothing changed.
    Before(RegistrationId),
}

/// A registration as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    pub id: RegistrationId,
    pub event: EventId,
    pub registrant: Registrant,
    /// The personal link is made over this; a higher one makes earlier links void.
    pub link_version: i64,
    /// The version of the meeting link that was sent; 0: none was.
    pub meeting_link_version: i64,
    pub registered_at: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
    pub wishes: Vec<GroupTalkId>,
    pub choices: Vec<(ProgrammeItemId, GroupTalkId)>,
}
