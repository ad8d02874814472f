//! What a registration may and may not be. Pure: no clock, no database, no wording.

use crate::event::{self, Event, State};
use crate::registration::types::Availability;
use platform::clock::Now;

/// Whether a public event takes registrations; a draft takes none.
pub fn availability(event: &Event, now: Now) -> Availability {
    let today = now.today(&event.zone);
    let closed = Availability::Closed { deadline_on: event.deadline_on };
    match event.state {
        State::Cancelled { .. } => return Availability::Cancelled,
        State::Draft => return closed,
        State::Published { .. } => {}
    }
    if today > event.deadline_on || now.at >= event::ends_at(event).timestamp() {
        return closed;
    }
    if let Some(opens_on) = event.opens_on
        && today < opens_on
    {
        return Availability::NotOpen { opens_on };
    }
    if event.limit.is_full() { Availability::Full } else { Availability::Open }
}
