//! What an organiser decided about an event, once the rules have accepted it.

use crate::desk::rules::reader::Reader;
use crate::desk::rules::{days, lines};
use crate::desk::types::{Refusal, Why};
use crate::event::{
    self, Admission, AttendanceMode, Event, EventContent, EventDay, LinkDispatch, Venue,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::clock::Now;
use shared::Text;
use shared::ids::EventId;
use web::Fields;

pub const TITLE_MAX: usize = 150;
pub const LEAD_MAX: usize = 600;
pub const TEXT_MAX: usize = 20_000;
pub const LINE_MAX: usize = 200;
const LIST_MAX: usize = 40;
/// How long registrations may be kept, in days after the last day.
pub const RETENTION: (u32, u32) = (0, 730);
pub const RETENTION_DEFAULT: u32 = 90;
pub const PLACES: (u32, u32) = (1, 100_000);
/// Prices and fees, in whole kronor.
pub const KRONOR: (u32, u32) = (1, 100_000);
pub const DISPATCH_DAYS: (u32, u32) = (0, 60);
pub const ZONE_DEFAULT: &str = "Europe/Stockholm";

/// What the rules need to know besides what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    pub now: Now,
    /// The event that is edited; `None`: a new one.
    pub event: Option<EventId>,
    /// How many are registered.
    pub taken: u32,
    /// The event with the slug that was typed as conference, if there is one.
    pub conference: Option<EventId>,
    /// Whether the event will have a picture when this is saved.
    pub pictured: bool,
}

/// A plan that the rules have accepted. Only [`accept`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptedPlan {
    days: Vec<EventDay>,
    zone: TimeZone,
    mode: AttendanceMode,
    invited: bool,
    opens_on: Option<Date>,
    deadline_on: Date,
    change_deadline_on: Option<Date>,
    dispatch: Option<LinkDispatch>,
    meeting_link: Option<String>,
    retention_days: u32,
    pre_meeting_of: Option<EventId>,
    places: Option<u32>,
    picture_alt: Text,
    content: EventContent,
}

impl AcceptedPlan {
    pub fn title(&self) -> &Text {
        &self.content.title
    }

    pub fn days(&self) -> &[EventDay] {
        &self.days
    }

    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    pub fn mode(&self) -> AttendanceMode {
        self.mode
    }

    pub fn deadline_on(&self) -> Date {
        self.deadline_on
    }

    pub fn places(&self) -> Option<u32> {
        self.places
    }

    pub fn picture_alt(&self) -> &Text {
        &self.picture_alt
    }

    /// Writes the plan over what `event` said. Its picture stays; `code` is for an event that
    /// becomes one by invitation. What rises when something changes is [`super::state`]'s.
    pub fn apply(self, event: &mut Event, code: String) {
        event.admission = match (self.invited, &event.admission) {
            (false, _) => Admission::Open,
            (true, Admission::Invited { code }) => Admission::Invited { code: code.clone() },
            (true, Admission::Open) => Admission::Invited { code },
        };
        let picture = event
            .content
            .picture
            .take()
            .map(|picture| event::Picture { alt: self.picture_alt, ..picture });
        event.content = EventContent { picture, days: self.days.clone(), ..self.content };
        event.days = self.days;
        event.zone = self.zone;
        event.mode = self.mode;
        event.opens_on = self.opens_on;
        event.deadline_on = self.deadline_on;
        event.change_deadline_on = self.change_deadline_on;
        event.dispatch = self.dispatch;
        event.meeting_link = self.meeting_link;
        event.retention_days = self.retention_days;
        event.pre_meeting_of = self.pre_meeting_of;
        event.limit.places = self.places;
    }
}

/// Reads the form and judges it. Everything that is wrong is said at once.
pub fn accept(
    fields: &Fields,
    circumstances: &Circumstances,
) -> Result<AcceptedPlan, Vec<Refusal>> {
    let typed_zone = match fields.line("zone") {
        it if it.is_empty() => ZONE_DEFAULT.to_owned(),
        it => it,
    };
    let zone = TimeZone::get(&typed_zone).ok().filter(|it| it.iana_name().is_some());
    let known_zone = zone.is_some();
    let zone = zone.unwrap_or(TimeZone::UTC);
    let reader = &mut Reader::new(fields, circumstances.now.today(&zone));

    let title = reader.line_pair("title", "title_en", TITLE_MAX);
    if title.is_empty() {
        reader.refuse("title", Why::TitleMissing);
    }
    let lead = reader.text_pair("lead", "lead_en", LEAD_MAX);
    let text = reader.text_pair("text", "text_en", TEXT_MAX);
    let series = reader.line_pair("series", "series_en", LINE_MAX);
    let series_about = reader.text_pair("series_about", "series_about_en", LEAD_MAX * 2);
    let picture_alt = reader.line_pair("picture_alt", "picture_alt_en", LINE_MAX);
    if circumstances.pictured && picture_alt.is_empty() {
        reader.refuse("picture_alt", Why::AltMissing);
    }
    if !known_zone {
        reader.refuse("zone", Why::UnknownZone);
    }
    let days = days::read(reader, &zone);
    let place = read_place(reader);
    let terms = read_terms(reader, circumstances, &days);
    let link = read_link(reader, place.mode, &days);
    let amount = reader.number("amount", KRONOR.0, KRONOR.1);
    if amount.is_some() && fields.has("free") {
        reader.refuse("amount", Why::FreeWithAmount);
    }
    let content = EventContent {
        title,
        lead,
        text,
        picture: None,
        series,
        series_about,
        days: days.clone(),
        platform: place.platform,
        venue: place.venue,
        themes: read_themes(reader),
        audience: reader.text_pair("audience", "audience_en", LEAD_MAX),
        free: fields.has("free"),
        amount,
        no_show_fee: reader.number("no_show_fee", KRONOR.0, KRONOR.1),
        cost: reader.line_pair("cost", "cost_en", LINE_MAX),
        organisers: reader.list("organisers", LIST_MAX, LINE_MAX),
        co_organisers: reader.list("co_organisers", LIST_MAX, LINE_MAX),
        project: reader.line_pair("project", "project_en", LINE_MAX * 2),
        co_funders: reader.list("co_funders", LIST_MAX, LINE_MAX),
        moderators: {
            let typed = reader.list("moderators", LIST_MAX, LINE_MAX * 2).join("\n");
            event::read_appearances(&typed)
        },
        contacts: lines::read_contacts(reader),
        links: lines::read_links(reader),
    };
    let pre_meeting_of = read_conference(reader, circumstances);
    if !reader.refusals.is_empty() {
        return Err(std::mem::take(&mut reader.refusals));
    }
    Ok(AcceptedPlan {
        days,
        zone,
        mode: place.mode,
        invited: fields.raw("admission") == "invited",
        opens_on: terms.opens_on,
        deadline_on: terms.deadline_on.expect("without days the form is refused"),
        change_deadline_on: terms.change_deadline_on,
        dispatch: link.dispatch,
        meeting_link: link.meeting_link,
        retention_days: terms.retention_days,
        pre_meeting_of,
        places: terms.places,
        picture_alt,
        content,
    })
}

fn read_themes(reader: &mut Reader<'_>) -> Vec<Text> {
    let mut lines = |name: &str| reader.list(name, LIST_MAX, LINE_MAX).join("\n");
    let typed = Text::both(lines("themes"), lines("themes_en"));
    event::read_pairs(&typed)
}

struct Place {
    mode: AttendanceMode,
    platform: String,
    venue: Option<Venue>,
}

fn read_place(reader: &mut Reader<'_>) -> Place {
    let platform = reader.line("platform", LINE_MAX);
    let venue = Venue {
        name: reader.line("venue", LINE_MAX),
        street: reader.line("street", LINE_MAX),
        town: reader.line("town", LINE_MAX),
    };
    let venue = (venue != Venue::default()).then_some(venue);
    let said = AttendanceMode::from_code(reader.fields.raw("mode"));
    let mode = said.unwrap_or(match (&venue, platform.is_empty()) {
        (None, false) => AttendanceMode::Online,
        (Some(_), false) => AttendanceMode::Mixed,
        (_, true) => AttendanceMode::OnSite,
    });
    Place { mode, platform, venue }
}

struct Terms {
    opens_on: Option<Date>,
    /// `None` only where there are no days to reckon from.
    deadline_on: Option<Date>,
    change_deadline_on: Option<Date>,
    places: Option<u32>,
    retention_days: u32,
}

fn read_terms(reader: &mut Reader<'_>, circumstances: &Circumstances, days: &[EventDay]) -> Terms {
    let (first_on, last_on) = (days.first().map(|it| it.day), days.last().map(|it| it.day));
    let opens_on = reader.day("opens");
    let typed_deadline = reader.day("deadline");
    let change_deadline_on = reader.day("change_deadline");
    let deadline_on =
        typed_deadline.or_else(|| first_on.map(|it| default_deadline(it, reader.today)));
    if let (Some(deadline), Some(last)) = (typed_deadline, last_on)
        && deadline > last
    {
        reader.refuse("deadline", Why::DeadlineAfterLastDay(last));
    }
    if let (Some(opens), Some(deadline)) = (opens_on, deadline_on)
        && opens > deadline
        && reader.is_fine("deadline")
    {
        reader.refuse("opens", Why::OpensAfterDeadline(deadline));
    }
    if let (Some(change), Some(last)) = (change_deadline_on, last_on)
        && change > last
    {
        reader.refuse("change_deadline", Why::ChangeAfterLastDay(last));
    }
    let places = reader.number("places", PLACES.0, PLACES.1);
    if places.is_some_and(|it| it < circumstances.taken) {
        reader.refuse("places", Why::PlacesBelowTaken(circumstances.taken));
    }
    let retention_days =
        reader.number("retention_days", RETENTION.0, RETENTION.1).unwrap_or(RETENTION_DEFAULT);
    Terms { opens_on, deadline_on, change_deadline_on, places, retention_days }
}

/// The day before the first; that day itself where it is too late for a day before.
fn default_deadline(first_on: Date, today: Date) -> Date {
    let before = first_on.yesterday().unwrap_or(first_on);
    if before < today { first_on } else { before }
}

struct Link {
    dispatch: Option<LinkDispatch>,
    meeting_link: Option<String>,
}

fn read_link(reader: &mut Reader<'_>, mode: AttendanceMode, days: &[EventDay]) -> Link {
    let typed = reader.line("meeting_link", lines::ADDRESS_MAX);
    let meeting_link = (!typed.is_empty()).then(|| lines::web_address(&typed)).flatten();
    if !typed.is_empty() && meeting_link.is_none() {
        reader.refuse("meeting_link", Why::AddressImplausible);
    }
    if meeting_link.is_some() && !mode.has_link() {
        reader.refuse("meeting_link", Why::LinkWhileOnSite);
    }
    let dispatch = match reader.fields.raw("dispatch") {
        "on" => {
            let day = reader.day("dispatch_on");
            if day.is_none() && reader.is_fine("dispatch_on") {
                reader.refuse("dispatch_on", Why::DispatchDayMissing);
            }
            if let (Some(day), Some(first)) = (day, days.first())
                && day > first.day
            {
                reader.refuse("dispatch_on", Why::DispatchAfterFirstDay(first.day));
            }
            day.map(LinkDispatch::On)
        }
        "days" => {
            let (least, most) = DISPATCH_DAYS;
            let days = reader.number("dispatch_days", least, most);
            if days.is_none() && reader.is_fine("dispatch_days") {
                reader.refuse("dispatch_days", Why::NumberBetween(least, most));
            }
            days.map(LinkDispatch::DaysBefore)
        }
        _ => None,
    };
    Link { dispatch: dispatch.filter(|_| mode.has_link()), meeting_link }
}

fn read_conference(reader: &mut Reader<'_>, circumstances: &Circumstances) -> Option<EventId> {
    if reader.fields.line("pre_meeting_of").is_empty() {
        return None;
    }
    match circumstances.conference {
        None => reader.refuse("pre_meeting_of", Why::UnknownConference),
        Some(it) if Some(it) == circumstances.event => {
            reader.refuse("pre_meeting_of", Why::ConferenceIsItself);
        }
        Some(_) => {}
    }
    circumstances.conference
}
