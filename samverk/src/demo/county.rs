//! The county's events as they are written in `events/*.toml`: texts, and days counted in weeks
//! from the day on which the county is filled. What becomes of them is in `filling`.

use events::event::{Appearance, Contact, RelatedLink, Venue};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time, Weekday};
use serde::Deserialize;
use shared::Text;

/// In the order in which they are written to the database; a pre-meeting after its conference.
const FILES: [&str; 15] = [
    include_str!("events/01-lokaler.toml"),
    include_str!("events/03-konferens.toml"),
    include_str!("events/02-formote.toml"),
    include_str!("events/04-ansokan.toml"),
    include_str!("events/05-frukost.toml"),
    include_str!("events/06-rundabord.toml"),
    include_str!("events/07-cykelleder.toml"),
    include_str!("events/08-sprakvanner.toml"),
    include_str!("events/09-idemarknad.toml"),
    include_str!("events/10-reparera.toml"),
    include_str!("events/11-oppna-data.toml"),
    include_str!("events/12-ensamhet.toml"),
    include_str!("events/13-bussen.toml"),
    include_str!("events/14-kooperativ.toml"),
    include_str!("events/15-utkast.toml"),
];

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventSheet {
    pub slug: String,
    /// "published", "cancelled", "draft".
    pub state: String,
    pub mode: String,
    /// "open" unless it says "invited".
    pub admission: Option<String>,
    #[serde(default)]
    pub platform: String,
    pub venue: Option<Venue>,
    pub days: Vec<DaySheet>,
    /// From the day of filling.
    pub opens_in_days: Option<i64>,
    pub deadline_days_before: i64,
    pub change_deadline_days_before: Option<i64>,
    pub dispatch_days_before: Option<u32>,
    pub meeting_link: Option<String>,
    pub pre_meeting_of: Option<String>,
    pub places: Option<u32>,
    /// How many have registered.
    pub registrations: u32,
    pub organisers: Vec<String>,
    #[serde(default)]
    pub co_organisers: Vec<String>,
    #[serde(default)]
    pub project: Text,
    #[serde(default)]
    pub co_funders: Vec<String>,
    pub free: bool,
    pub amount: Option<u32>,
    pub no_show_fee: Option<u32>,
    #[serde(default)]
    pub cost: Text,
    pub title: Text,
    pub lead: Text,
    pub text: Text,
    #[serde(default)]
    pub series: Text,
    #[serde(default)]
    pub series_about: Text,
    #[serde(default)]
    pub themes: Vec<Text>,
    pub audience: Text,
    #[serde(default)]
    pub moderators: Vec<Appearance>,
    pub contacts: Vec<Contact>,
    #[serde(default)]
    pub links: Vec<RelatedLink>,
    pub items: Vec<ItemSheet>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaySheet {
    /// From the week of filling; negative in the past.
    weeks: i64,
    weekday: String,
    pub starts: Time,
    pub ends: Time,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemSheet {
    pub kind: String,
    /// Which of the event's days, from 1.
    pub day: Option<usize>,
    pub starts: Option<Time>,
    pub ends: Option<Time>,
    pub title: Text,
    #[serde(default)]
    pub text: Text,
    #[serde(default)]
    pub appearances: Vec<Appearance>,
    #[serde(default)]
    pub questions: Vec<Text>,
    pub choosing: Option<String>,
    #[serde(default)]
    pub talks: Vec<TalkSheet>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkSheet {
    pub places: Option<u32>,
    pub title: Text,
    #[serde(default)]
    pub text: Text,
    #[serde(default)]
    pub facilitators: Vec<Appearance>,
}

pub fn sheets() -> Vec<EventSheet> {
    FILES
        .iter()
        .map(|text| toml::from_str(text).expect("a test reads every sheet of the county"))
        .collect()
}

impl DaySheet {
    /// The civil day, seen from `today`.
    pub fn date(&self, today: Date) -> Date {
        let weekday = match self.weekday.as_str() {
            "monday" => Weekday::Monday,
            "tuesday" => Weekday::Tuesday,
            "wednesday" => Weekday::Wednesday,
            "thursday" => Weekday::Thursday,
            "friday" => Weekday::Friday,
            "saturday" => Weekday::Saturday,
            "sunday" => Weekday::Sunday,
            other => unreachable!("a test reads every sheet of the county: {other}"),
        };
        let days = self.weeks * 7 + i64::from(weekday.to_monday_zero_offset())
            - i64::from(today.weekday().to_monday_zero_offset());
        today.saturating_add(days.days())
    }
}
