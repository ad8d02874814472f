//! What an event is made of.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use shared::Text;
use shared::ids::{EventId, PersonId, PictureId, PlaceLimitId};

/// An event, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub id: EventId,
    /// What stands in its address; never changes once it is published.
    pub slug: String,
    pub state: State,
    /// In order; at least one.
    pub days: Vec<EventDay>,
    pub zone: TimeZone,
    pub mode: AttendanceMode,
    pub admission: Admission,
    /// The first day on which one may register; `None`: from publication.
    pub opens_on: Option<Date>,
    /// The last day on which one may register, counted whole.
    pub deadline_on: Date,
    /// The last day on which one may change, counted whole; `None`: as for registering.
    pub change_deadline_on: Option<Date>,
    /// `None`: there is no link to send.
    pub dispatch: Option<LinkDispatch>,
    /// Secret until the promised day.
    pub meeting_link: Option<String>,
    /// Rises when the link changes; 0 as long as there was none.
    pub link_version: i64,
    /// Rises when day, time, place or title changes after publication.
    pub sequence: u32,
    /// How many days after the last day registrations are erased.
    pub retention_days: u32,
    /// The conference that this is the pre-meeting of.
    pub pre_meeting_of: Option<EventId>,
    pub limit: PlaceLimit,
    pub created_by: Option<PersonId>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub content: EventContent,
}

/// Where an event is on its way. Each state carries when it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Draft,
    Published {
        at: Timestamp,
    },
    /// The page stays and says so.
    Cancelled {
        published_at: Timestamp,
        at: Timestamp,
    },
}

/// The hours of one day, in the event's zone. `ends` is after `starts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDay {
    #[serde(with = "day_text")]
    pub day: Date,
    #[serde(with = "time_text")]
    pub starts: Time,
    #[serde(with = "time_text")]
    pub ends: Time,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttendanceMode {
    Online,
    OnSite,
    Mixed,
}

/// Who may come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admission {
    Open,
    /// The form stands at an address with this code, which nobody can guess.
    Invited {
        code: String,
    },
}

/// When the meeting link is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkDispatch {
    On(Date),
    /// Before the first day.
    DaysBefore(u32),
}

/// How many places there are, and how many were taken when it was read. Only the database's own
/// counter may promise a place; this is a courtesy, already old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceLimit {
    pub id: PlaceLimitId,
    /// `None`: as many as come.
    pub places: Option<u32>,
    pub taken: u32,
}

impl PlaceLimit {
    /// A counter that nobody has used yet.
    pub fn new(places: Option<u32>) -> Self {
        Self { id: PlaceLimitId::new(), places, taken: 0 }
    }

    /// `None`: there is no limit.
    pub fn left(&self) -> Option<u32> {
        self.places.map(|places| places.saturating_sub(self.taken))
    }

    pub fn is_full(&self) -> bool {
        self.left() == Some(0)
    }
}

/// What an event tells about itself; read and written whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventContent {
    pub title: Text,
    pub lead: Text,
    /// Markdown.
    pub text: Text,
    pub picture: Option<Picture>,
    /// The series it belongs to, and what that is about.
    pub series: Text,
    pub series_about: Text,
    pub days: Vec<EventDay>,
    /// "Zoom", "Teams"; empty where nobody meets online.
    pub platform: String,
    pub venue: Option<Venue>,
    /// What it is about, in a few words each.
    pub themes: Vec<Text>,
    /// In words.
    pub audience: Text,
    pub free: bool,
    /// The ordinary price, in whole kronor; `None` where it is free or only said in words.
    pub amount: Option<u32>,
    /// What it costs to stay away without withdrawing, in whole kronor.
    pub no_show_fee: Option<u32>,
    /// What else there is to say about the cost, in words.
    pub cost: Text,
    pub organisers: Vec<String>,
    pub co_organisers: Vec<String>,
    /// The project that it is part of.
    pub project: Text,
    pub co_funders: Vec<String>,
    pub moderators: Vec<Appearance>,
    pub contacts: Vec<Contact>,
    pub links: Vec<RelatedLink>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Venue {
    pub name: String,
    pub street: String,
    pub town: String,
}

/// Somebody with a part in it. A title and an affiliation may be shared by several.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Appearance {
    pub names: Vec<String>,
    pub title: String,
    pub affiliation: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    pub name: String,
    pub role: String,
    pub phone: String,
    pub email: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RelatedLink {
    pub label: String,
    /// `https://…` or `http://…`.
    pub href: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    #[serde(with = "picture_text")]
    pub id: PictureId,
    /// What the picture shows, for those who do not see it.
    pub alt: Text,
    pub width: u32,
    pub height: u32,
}

impl State {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published { .. } => "published",
            Self::Cancelled { .. } => "cancelled",
        }
    }

    pub fn is_public(&self) -> bool {
        !matches!(self, Self::Draft)
    }
}

impl AttendanceMode {
    pub const ALL: [Self; 3] = [Self::OnSite, Self::Online, Self::Mixed];

    pub fn code(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::OnSite => "on_site",
            Self::Mixed => "mixed",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    pub fn has_venue(self) -> bool {
        !matches!(self, Self::Online)
    }

    pub fn has_link(self) -> bool {
        !matches!(self, Self::OnSite)
    }
}

impl Event {
    pub fn first_day(&self) -> EventDay {
        *self.days.first().expect("an event has at least one day")
    }

    pub fn last_day(&self) -> EventDay {
        *self.days.last().expect("an event has at least one day")
    }

    /// Whom an answer to a letter reaches: the first contact with an address.
    pub fn contact(&self) -> Option<&Contact> {
        self.content.contacts.iter().find(|it| !it.email.is_empty())
    }
}

mod day_text {
    use super::Date;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Date, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

mod time_text {
    use super::Time;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(time: &Time, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(time)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Time, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

mod picture_text {
    use super::PictureId;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(id: &PictureId, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(id)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<PictureId, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(|()| serde::de::Error::custom("not the id of a picture"))
    }
}
