//! The week ahead: what an organiser should know or do, day by day. And how registrations grew.

use crate::desk::types::{Ahead, Turn};
use crate::event::{self, Event, State};
use jiff::ToSpan;
use jiff::civil::Date;
use platform::clock::Now;
use platform::outbox::Tally;
use std::collections::BTreeMap;

/// How many days the week ahead shows, today counted.
const DAYS: i64 = 8;

/// What waits in the days ahead, soonest first. `letters`: of each event, in the same order.
pub fn ahead(events: &[Event], letters: &[Tally], now: Now) -> Vec<Ahead> {
    let mut lines = vec![];
    for (index, event) in events.iter().enumerate() {
        let today = now.today(&event.zone);
        let letters = letters.get(index).copied().unwrap_or_default();
        for (day, turn) in turns(event, letters, today, now) {
            lines.push(Ahead { day: day.max(today), turn, event: index });
        }
    }
    lines.sort_by_key(|it| it.day);
    lines
}

fn turns(event: &Event, letters: Tally, today: Date, now: Now) -> Vec<(Date, Turn)> {
    let Tally { refused, unknown, .. } = letters;
    let mut turns = vec![];
    if refused + unknown > 0 {
        turns.push((today, Turn::LettersInTrouble { refused, unknown }));
    }
    let over = event::ends_at(event).timestamp() <= now.at;
    if !matches!(event.state, State::Published { .. }) || over {
        return turns;
    }
    let until = today.checked_add(DAYS.days()).unwrap_or(today);
    let soon = |day: Date| today <= day && day < until;
    if event.limit.is_full() && event.deadline_on >= today {
        turns.push((today, Turn::Full));
    }
    if let Some(opens) = event.opens_on.filter(|it| soon(*it)) {
        turns.push((opens, Turn::Opens));
    }
    if soon(event.deadline_on) {
        turns.push((event.deadline_on, Turn::LastDay));
    }
    let first = event.first_day().day;
    if let Some(day) = event.dispatch.map(|it| event::dispatch_day(it, first)) {
        let missing = event.meeting_link.is_none();
        // A day that passed without a link still waits for one.
        if soon(day) || (missing && day < today) {
            turns.push((day, Turn::LinkDay { missing }));
        }
    }
    if soon(first) {
        turns.push((first, Turn::Takes));
    }
    turns
}

/// How many weeks the small picture shows.
pub const SPARK_DAYS: i64 = 56;

/// The small picture's points: how many were registered at the end of each day from `since` to
/// `today`, reckoned backwards from `taken`. `counts`: how many came on which day.
pub fn growth(counts: &BTreeMap<Date, u32>, taken: u32, since: Date, today: Date) -> Vec<u32> {
    let mut left = taken;
    let mut points = vec![];
    let mut day = today;
    while day >= since {
        points.push(left);
        left = left.saturating_sub(counts.get(&day).copied().unwrap_or(0));
        let Ok(before) = day.yesterday() else { break };
        day = before;
    }
    points.reverse();
    points
}
