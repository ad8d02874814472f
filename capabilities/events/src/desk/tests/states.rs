//! What follows when an event is saved, published or cancelled; and what its address is made of.

use super::*;
use crate::desk::rules::state::{
    cancel, is_slug_of, lacks, milestones, publish, raise, slug, slug_attempt,
};
use crate::desk::types::{Lack, MilestoneKind, StateRefusal};
use crate::event::{AttendanceMode, State};

/// Sequence and version of the link after the published sample was changed so.
fn raised(state: State, change: impl Fn(&mut Event)) -> (u32, i64) {
    let mut before = event::sample_event();
    before.state = state;
    let mut after = before.clone();
    change(&mut after);
    raise(&before, &mut after);
    (after.sequence, after.link_version)
}

fn public() -> State {
    event::sample_event().state
}

#[test]
fn calendars_move_when_day_time_place_or_title_does() {
    assert_eq!(raised(public(), |_| {}), (0, 0));
    assert_eq!(raised(public(), |it| it.days[0].ends = time(18, 30, 0, 0)), (1, 0));
    assert_eq!(raised(public(), |it| it.days[0].day = date(2027, 5, 27)), (1, 0));
    assert_eq!(raised(public(), |it| it.mode = AttendanceMode::Mixed), (1, 0));
    assert_eq!(raised(public(), |it| it.content.platform = "Teams".to_owned()), (1, 0));
    assert_eq!(raised(public(), |it| it.zone = jiff::tz::TimeZone::UTC), (1, 0));
    assert_eq!(raised(public(), |it| it.content.title.en = "Rooms".to_owned()), (1, 0));
    assert_eq!(raised(public(), |it| it.content.lead.sv = "Ny".to_owned()), (0, 0));
    assert_eq!(raised(State::Draft, |it| it.days[0].ends = time(18, 30, 0, 0)), (0, 0));
}

#[test]
fn each_new_link_is_a_version() {
    let set = |link: Option<&str>| {
        let link = link.map(str::to_owned);
        move |it: &mut Event| it.meeting_link = link.clone()
    };
    assert_eq!(raised(public(), set(Some("https://a.example"))), (0, 1));
    assert_eq!(raised(State::Draft, set(Some("https://a.example"))), (0, 1));
    let mut before = event::sample_event();
    before.meeting_link = Some("https://a.example".to_owned());
    before.link_version = 1;
    let mut gone = before.clone();
    gone.meeting_link = None;
    raise(&before, &mut gone);
    assert_eq!(gone.link_version, 1);
    let mut back = before.clone();
    raise(&gone, &mut back);
    assert_eq!(back.link_version, 2);
}

#[test]
fn a_draft_is_published_until_it_is_over() {
    let mut draft = event::sample_event();
    draft.state = State::Draft;
    let last = now("2027-05-26T15:59:59Z");
    assert_eq!(publish(&draft, last), Ok(State::Published { at: last.at }));
    assert_eq!(publish(&draft, now("2027-05-26T16:00:00Z")), Err(StateRefusal::Over));
    assert_eq!(publish(&event::sample_event(), noon()), Err(StateRefusal::NotADraft));
}

#[test]
fn only_what_is_published_is_cancelled() {
    let mut event = event::sample_event();
    let cancelled = cancel(&event, noon().at).unwrap();
    assert!(matches!(cancelled, State::Cancelled { at, .. } if at == noon().at));
    for state in [State::Draft, cancelled] {
        event.state = state;
        assert_eq!(cancel(&event, noon().at), Err(StateRefusal::NotPublished));
    }
}

#[test]
fn what_people_will_ask_for_is_said() {
    let event = event::sample_event();
    assert_eq!(lacks(&event, true, date(2027, 5, 21)), [Lack::MeetingLink]);
    let late = [Lack::Programme, Lack::MeetingLink, Lack::DeadlinePassed];
    assert_eq!(lacks(&event, false, date(2027, 5, 22)), late);
    let mut site = event;
    site.mode = AttendanceMode::OnSite;
    site.content.contacts.clear();
    assert_eq!(lacks(&site, true, date(2027, 5, 1)), [Lack::Contact, Lack::Venue]);
}

#[test]
fn the_days_of_an_event_are_in_order_and_told_as_past_or_not() {
    let told = milestones(&event::sample_event(), now("2027-05-24T10:00:00Z"));
    let told: Vec<_> = told.into_iter().map(|it| (it.day, it.kind, it.past)).collect();
    let expected = [
        (date(2027, 3, 1), MilestoneKind::Published, true),
        (date(2027, 5, 21), MilestoneKind::Deadline, true),
        (date(2027, 5, 24), MilestoneKind::LinkDay { missing: true }, false),
        (date(2027, 5, 26), MilestoneKind::Takes, false),
        (date(2027, 8, 24), MilestoneKind::Erased, false),
    ];
    assert_eq!(told, expected);
}

#[track_caller]
fn check(title: &str, expected: &str) {
    assert_eq!(slug(title, date(2027, 5, 26)), expected);
}

#[test]
fn a_slug_is_the_title_and_the_day_in_plain_letters() {
    check("Lediga rum: samtal om lokaler", "lediga-rum-samtal-om-lokaler-2027-05-26");
    check("Ägg, Ål & Öl på Åsby café", "agg-al-ol-pa-asby-cafe-2027-05-26");
    check("Lars’ vägar", "lars-vagar-2027-05-26");
    check("  –  ", "evenemang-2027-05-26");
    check("会议", "evenemang-2027-05-26");
    check("../../x?<y>", "x-y-2027-05-26");
    let long = slug(&"samverkan ".repeat(20), date(2027, 5, 26));
    assert_eq!(long, "samverkan-samverkan-samverkan-samverkan-samverkan-2027-05-26");
    assert_eq!(slug(&"x".repeat(200), date(2027, 5, 26)).len(), 60);
}

#[test]
fn a_slug_knows_what_it_was_made_of() {
    assert_eq!(slug_attempt("a-b", 1), "a-b");
    assert_eq!(slug_attempt("a-b", 2), "a-b-2");
    assert!(is_slug_of("a-b", "a-b") && is_slug_of("a-b-12", "a-b"));
    assert!(!is_slug_of("a-bc", "a-b") && !is_slug_of("a-b-1", "a-b") && !is_slug_of("a", "a-b"));
}
