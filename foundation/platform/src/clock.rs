//! What time it is. The only place that asks the machine; everybody else is told.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex};

/// A clock that can be handed around: the machine's own (perhaps moved, for a demonstration), or
/// one that stands still until a test moves it.
#[derive(Debug, Clone)]
pub enum Clock {
    Machine { offset: SignedDuration },
    Standing(Arc<Mutex<Timestamp>>),
}

/// The instant at which something is asked; read once, at the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub at: Timestamp,
}

impl Now {
    /// The civil day where the event is.
    pub fn today(&self, zone: &TimeZone) -> Date {
        self.at.to_zoned_datetime(zone.clone()).date()
    }
}

impl Clock {
    pub fn machine() -> Self {
        Self::Machine { offset: SignedDuration::ZERO }
    }

    /// The machine's clock, moved so that it shows `start` now.
    pub fn starting_at(start: Timestamp) -> Self {
        Self::Machine { offset: start.duration_since(machine_now()) }
    }

    pub fn moved_by(offset: SignedDuration) -> Self {
        Self::Machine { offset }
    }

    pub fn standing_at(at: Timestamp) -> Self {
        Self::Standing(Arc::new(Mutex::new(at)))
    }

    pub fn now(&self) -> Now {
        let at = match self {
            Self::Machine { offset } => {
                let now = machine_now();
                now.checked_add(*offset).unwrap_or(now)
            }
            Self::Standing(at) => *at.lock().expect("nobody panics while holding the clock"),
        };
        Now { at }
    }

    /// How far this clock is from the machine's, in whole seconds.
    pub fn offset_seconds(&self) -> i64 {
        match self {
            Self::Machine { offset } => offset.as_secs(),
            Self::Standing(at) => {
                let at = at.lock().expect("nobody panics while holding the clock");
                at.duration_since(machine_now()).as_secs()
            }
        }
    }

    /// Moves a standing clock. A running one is left alone.
    pub fn set(&self, to: Timestamp) {
        if let Self::Standing(at) = self {
            *at.lock().expect("nobody panics while holding the clock") = to;
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
fn machine_now() -> Timestamp {
    // Microseconds are what both databases keep; a finer instant would change when it is stored.
    Timestamp::from_microsecond(Timestamp::now().as_microsecond())
        .expect("the machine's clock shows a year that calendars have")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_clock_runs_from_where_it_was_put() {
        let start: Timestamp = "2027-05-24T05:59:59Z".parse().unwrap();
        let clock = Clock::starting_at(start);
        let now = clock.now().at;
        assert!(now >= start && now.duration_since(start) < SignedDuration::from_secs(5));
    }

    #[test]
    fn the_day_is_the_day_where_the_event_is() {
        let now = Now { at: "2027-05-21T22:30:00Z".parse().unwrap() };
        let stockholm = TimeZone::get("Europe/Stockholm").unwrap();
        assert_eq!(now.today(&stockholm), Date::constant(2027, 5, 22));
        assert_eq!(now.today(&TimeZone::UTC), Date::constant(2027, 5, 21));
    }
}
