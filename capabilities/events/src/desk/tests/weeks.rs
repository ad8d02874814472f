//! The week ahead, and the small picture of how registrations grew.

use super::*;
use crate::desk::rules::week::{ahead, growth};
use crate::desk::types::Turn;
use crate::event::State;
use platform::outbox::Tally;

/// The week ahead of the sample event, changed so, at 10.00 in Stockholm on a day of May 2027.
fn week(day: i8, change: impl Fn(&mut Event), letters: Tally) -> Vec<(i8, Turn)> {
    let mut event = event::sample_event();
    change(&mut event);
    let now = now(&format!("2027-05-{day:02}T08:00:00Z"));
    ahead(&[event], &[letters], now).into_iter().map(|it| (it.day.day(), it.turn)).collect()
}

fn as_is(_: &mut Event) {}

#[test]
fn the_week_has_the_last_day_the_link_and_the_event() {
    let expected = [(21, Turn::LastDay), (24, Turn::LinkDay { missing: true }), (26, Turn::Takes)];
    assert_eq!(week(19, as_is, Tally::default()), expected);
    assert_eq!(week(18, as_is, Tally::default()), expected[..2]);
    assert_eq!(week(13, as_is, Tally::default()), []);
}

#[test]
fn a_link_day_that_passed_without_a_link_waits_today() {
    let missing = Turn::LinkDay { missing: true };
    assert_eq!(week(25, as_is, Tally::default()), [(25, missing), (26, Turn::Takes)]);
    let link = |it: &mut Event| it.meeting_link = Some("https://a.example".to_owned());
    assert_eq!(week(25, link, Tally::default()), [(26, Turn::Takes)]);
    assert_eq!(week(27, as_is, Tally::default()), []);
}

#[test]
fn what_is_full_or_opens_is_told() {
    let full = |it: &mut Event| {
        it.limit.taken = 120;
        it.opens_on = Some(date(2027, 5, 20));
    };
    assert_eq!(week(13, full, Tally::default()), [(13, Turn::Full), (20, Turn::Opens)]);
    assert!(!week(22, full, Tally::default()).contains(&(22, Turn::Full)));
}

#[test]
fn letters_in_trouble_are_told_whatever_became_of_the_event() {
    let letters = Tally { refused: 1, unknown: 2, ..Tally::default() };
    let trouble = [(1, Turn::LettersInTrouble { refused: 1, unknown: 2 })];
    assert_eq!(week(1, as_is, letters), trouble);
    let cancelled = |it: &mut Event| {
        let at = it.created_at;
        it.state = State::Cancelled { published_at: at, at };
    };
    assert_eq!(week(1, cancelled, letters), trouble);
    assert_eq!(week(20, cancelled, Tally::default()), []);
    assert_eq!(week(20, |it| it.state = State::Draft, Tally::default()), []);
}

#[test]
fn growth_is_reckoned_backwards_from_what_is_taken() {
    let counts = [(date(2027, 5, 18), 14), (date(2027, 5, 20), 3)].into();
    let points = growth(&counts, 20, date(2027, 5, 17), date(2027, 5, 20));
    assert_eq!(points, [3, 17, 17, 20]);
    assert_eq!(growth(&counts, 5, date(2027, 5, 17), date(2027, 5, 20)), [0, 2, 2, 5]);
}
