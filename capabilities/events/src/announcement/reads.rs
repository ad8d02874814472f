//! What a public page needs to know, read from the faces of the slices below: a number of
//! statements that does not grow with what they answer.

use crate::announcement::rules::Wanted;
use crate::event::{self, Event};
use crate::programme::{self, ProgrammeItem};
use crate::registration;
use jiff::civil::Date;
use platform::database::{DatabaseError, Session};

/// How many events a page of the list has.
pub const PER_PAGE: u32 = 20;
/// How many events are looked through for words.
const SEARCHED_MAX: u32 = 2000;

/// An event with all that its page tells.
#[derive(Debug, Clone, PartialEq)]
pub struct WholeEvent {
    pub event: Event,
    pub programme: Vec<ProgrammeItem>,
    /// How many registered from each sector, in the order of `Sector::ALL`.
    pub sectors: [u32; 5],
    /// What it is the pre-meeting of, if that is public.
    pub conference: Option<Event>,
    pub pre_meetings: Vec<Event>,
}

pub async fn whole(session: &mut Session, event: Event) -> Result<WholeEvent, DatabaseError> {
    let conference = match event.pre_meeting_of {
        Some(id) => event::find(session, id).await?.filter(|it| it.state.is_public()),
        None => None,
    };
    Ok(WholeEvent {
        programme: programme::list(session, event.id).await?,
        sectors: registration::sector_counts(session, event.id).await?,
        conference,
        pre_meetings: event::pre_meetings(session, event.id).await?,
        event,
    })
}

/// The public event at an address.
pub async fn public_event(
    session: &mut Session,
    slug: &str,
) -> Result<Option<Event>, DatabaseError> {
    Ok(event::find_by_slug(session, slug).await?.filter(|it| it.state.is_public()))
}

/// One page of a list, and how long the lists are.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub events: Vec<Event>,
    /// All that would be listed, over every page.
    pub found: i64,
    pub coming: i64,
    pub past: i64,
}

/// `page`: from 1. A search looks through so many of the nearest events and no more.
pub async fn list(
    session: &mut Session,
    today: Date,
    past: bool,
    page: u32,
    wanted: &Wanted,
) -> Result<Listed, DatabaseError> {
    let coming = event::count_coming(session, today).await?;
    let before = event::count_past(session, today).await?;
    let offset = page.saturating_sub(1).saturating_mul(PER_PAGE);
    let (offset, count) =
        if wanted.is_everything() { (offset, PER_PAGE) } else { (0, SEARCHED_MAX) };
    let mut events = if past {
        event::list_past(session, today, offset, count).await?
    } else {
        event::list_coming(session, today, offset, count).await?
    };
    let mut found = if past { before } else { coming };
    if !wanted.is_everything() {
        events.retain(|it| wanted.finds(it));
        found = i64::try_from(events.len()).unwrap_or(i64::MAX);
        let first = usize::try_from(page.saturating_sub(1).saturating_mul(PER_PAGE)).unwrap_or(0);
        events = events.into_iter().skip(first).take(PER_PAGE as usize).collect();
    }
    Ok(Listed { events, found, coming, past: before })
}
