//! The rules, one typed form at a time.

use crate::event::sample_event;
use crate::programme::{GroupTalk, sample_item};
use crate::programme_desk::rules::*;
use crate::programme_desk::types::{Direction, TalkAsked};
use jiff::civil::{date, time};
use platform::ids::Uuid;
use shared::ids::PlaceLimitId;

fn new_id() -> ProgrammeItemId {
    ProgrammeItemId(Uuid::from_u128(9))
}

fn asked(title: &str) -> ItemAsked {
    ItemAsked { title: Text::sv(title), ..ItemAsked::default() }
}

fn row(nth: u32, title: &str) -> TalkAsked {
    TalkAsked {
        row: nth,
        id: None,
        new_id: GroupTalkId(Uuid::from_u128(500 + u128::from(nth))),
        new_limit: PlaceLimitId(Uuid::from_u128(600 + u128::from(nth))),
        number: String::new(),
        title: Text::sv(title),
        text: Text::default(),
        facilitators: String::new(),
        places: String::new(),
        removed: false,
    }
}

/// The row that a form shows for a talk as it is.
fn row_of(nth: u32, talk: &GroupTalk) -> TalkAsked {
    TalkAsked { id: Some(talk.id), number: talk.number.to_string(), ..row(nth, &talk.title.sv) }
}

fn asked_again(item: &ProgrammeItem) -> ItemAsked {
    ItemAsked {
        choosing: Some(item.choosing),
        talks: (1..).zip(&item.talks).map(|(nth, it)| row_of(nth, it)).collect(),
        ..asked("Gruppsamtal")
    }
}

#[track_caller]
fn accepted(asked: &ItemAsked) -> AcceptedItem {
    accept(&sample_event(), &[], new_id(), asked, &Choosers::new()).unwrap()
}

#[track_caller]
fn check_refused(asked: &ItemAsked, expected: &[Refusal]) {
    let refused = accept(&sample_event(), &[], new_id(), asked, &Choosers::new()).unwrap_err();
    assert_eq!(refused, expected);
}

#[track_caller]
fn check_times(starts: &str, ends: &str, expected: Result<(Option<Time>, Option<Time>), Refusal>) {
    let asked = ItemAsked { starts: starts.into(), ends: ends.into(), ..asked("Fika") };
    match expected {
        Ok(times) => {
            let item = accepted(&asked).item;
            assert_eq!((item.starts, item.ends), times);
        }
        Err(refusal) => check_refused(&asked, &[refusal]),
    }
}

#[test]
fn times_are_read_as_people_write_them() {
    let (four, quarter) = (Some(time(16, 0, 0, 0)), Some(time(16, 15, 0, 0)));
    check_times("", "", Ok((None, None)));
    check_times("16", "", Ok((four, None)));
    check_times("kl. 16.00", "1615", Ok((four, quarter)));
    check_times("16.00–16.15", "", Ok((four, quarter)));
    check_times("16-16.15", "", Ok((four, quarter)));
    check_times("strax", "", Err(Refusal::TimeUnreadable { field: "starts" }));
    check_times("16.00", "sen", Err(Refusal::TimeUnreadable { field: "ends" }));
    check_times("", "16.15", Err(Refusal::StartMissing));
    check_times("16.15", "16.15", Err(Refusal::EndsBeforeStart));
    check_times("16.15", "16.00", Err(Refusal::EndsBeforeStart));
}

#[test]
fn a_time_that_summer_time_skips_is_no_time() {
    let mut event = sample_event();
    event.days[0].day = date(2027, 3, 28);
    let asked = ItemAsked { starts: "2.30".into(), ..asked("Nattvandring") };
    let refused = accept(&event, &[], new_id(), &asked, &Choosers::new()).unwrap_err();
    assert_eq!(refused, [Refusal::TimeSkipped { field: "starts" }]);
}

#[test]
fn an_item_is_on_a_day_of_the_event() {
    let mut event = sample_event();
    let day = |it: &str| ItemAsked { day: it.into(), ..asked("Fika") };
    let judged = |event: &Event, asked: &ItemAsked| {
        accept(event, &[], new_id(), asked, &Choosers::new()).map(|it| it.item.day)
    };
    // What the only day is needs no saying, and what an older form said is no fault.
    assert_eq!(judged(&event, &day("2027-05-27")), Ok(None));
    let mut second = event.days[0];
    second.day = date(2027, 5, 27);
    event.days.push(second);
    assert_eq!(judged(&event, &day("2027-05-27")), Ok(Some(date(2027, 5, 27))));
    assert_eq!(judged(&event, &day("")), Ok(None));
    for wrong in ["2027-05-28", "torsdag"] {
        assert_eq!(judged(&event, &day(wrong)), Err(vec![Refusal::DayOutside]));
    }
}

#[test]
fn an_item_has_a_title_and_nothing_is_without_bounds() {
    check_refused(&asked(""), &[Refusal::TitleMissing]);
    let english = ItemAsked { title: Text::both("", "Welcome"), ..ItemAsked::default() };
    assert_eq!(accepted(&english).item.title.en, "Welcome");
    assert_eq!(accepted(&asked(&"å".repeat(200))).item.title.sv.chars().count(), 200);
    let long = |field: &str, max| Refusal::TooLong { field: field.into(), max };
    check_refused(&asked(&"å".repeat(201)), &[long("title", 200)]);
    let crowd = ItemAsked { appearances: "Eva Ek\n".repeat(41), ..asked("Panel") };
    check_refused(&crowd, &[Refusal::TooManyLines { field: "appearances", max: 40 }]);
    let talks = vec![row(1, &"å".repeat(201))];
    check_refused(&ItemAsked { talks, ..asked("Samtal") }, &[long("talk_title_1", 200)]);
    let talks = (1..=41).map(|nth| row(nth, "Spår")).collect();
    check_refused(&ItemAsked { talks, ..asked("Samtal") }, &[Refusal::TooManyTalks { max: 40 }]);
    let full = vec![sample_item(Choosing::None, 0); ITEMS_MAX];
    let refused = accept(&sample_event(), &full, new_id(), &asked("x"), &Choosers::new());
    assert_eq!(refused.unwrap_err(), [Refusal::TooManyItems { max: 100 }]);
}

#[test]
fn choosing_needs_something_to_choose() {
    for choosing in [Choosing::RankedWishes, Choosing::FirstCome] {
        let asked = ItemAsked { choosing: Some(choosing), ..asked("Samtal") };
        check_refused(&asked, &[Refusal::TalksNeeded]);
        let talks = vec![row(1, ""), row(2, "Nycklar")];
        let item = accepted(&ItemAsked { talks, ..asked }).item;
        assert_eq!((item.choosing, item.kind), (choosing, ItemKind::GroupTalks));
        assert_eq!(item.talks.len(), 1);
    }
}

#[test]
fn one_item_of_an_event_asks_for_wishes() {
    let other = sample_item(Choosing::RankedWishes, 2);
    let wishes = ItemAsked {
        choosing: Some(Choosing::RankedWishes),
        talks: vec![row(1, "Nycklar")],
        ..asked("Samtal")
    };
    let programme = [other.clone()];
    let judged =
        |id, asked: &ItemAsked| accept(&sample_event(), &programme, id, asked, &Choosers::new());
    let refused = judged(new_id(), &wishes).unwrap_err();
    assert_eq!(refused, [Refusal::WishesElsewhere { title: other.title.clone() }]);
    assert!(judged(other.id, &asked_again(&other)).is_ok());
}

#[test]
fn numbers_are_typed_or_follow_the_highest() {
    let numbered = |numbers: &[&str]| {
        let talks = (1..)
            .zip(numbers)
            .map(|(nth, number)| TalkAsked { number: (*number).to_owned(), ..row(nth, "Spår") });
        ItemAsked { talks: talks.collect(), ..asked("Samtal") }
    };
    let numbers = |typed: &[&str]| -> Vec<u32> {
        accepted(&numbered(typed)).added.iter().map(|it| it.number).collect()
    };
    assert_eq!(numbers(&["", "", ""]), [1, 2, 3]);
    assert_eq!(numbers(&["", "7", "", "2."]), [8, 7, 9, 2]);
    let in_order = accepted(&numbered(&["3", "1"])).item.talks;
    assert_eq!(in_order.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 3]);
    check_refused(&numbered(&["2", "2"]), &[Refusal::NumberTwice { row: 2, number: 2 }]);
    for wrong in ["0", "1000", "ett", "-1"] {
        check_refused(&numbered(&[wrong]), &[Refusal::NumberUnreadable { row: 1 }]);
    }
}

#[test]
fn a_talk_that_no_row_speaks_of_stays_and_keeps_its_number() {
    let item = sample_item(Choosing::FirstCome, 3);
    let mut again = asked_again(&item);
    again.talks.remove(1);
    let programme = [item.clone()];
    let judged =
        |asked: &ItemAsked| accept(&sample_event(), &programme, item.id, asked, &Choosers::new());
    let accepted = judged(&again).unwrap();
    assert_eq!(accepted.item.talks[1], item.talks[1]);
    assert_eq!((accepted.kept.len(), accepted.removed.len()), (2, 0));
    again.talks[1].number = "2".to_owned();
    let refused = judged(&again).unwrap_err();
    assert_eq!(refused, [Refusal::NumberTwice { row: 3, number: 2 }]);
}

#[test]
fn places_are_never_fewer_than_those_who_chose() {
    let mut item = sample_item(Choosing::FirstCome, 1);
    item.talks[0].limit.taken = 5;
    let programme = [item.clone()];
    let places = |typed: &str| {
        let mut again = asked_again(&item);
        again.talks[0].places = typed.to_owned();
        accept(&sample_event(), &programme, item.id, &again, &Choosers::new())
            .map(|it| it.item.talks[0].limit.places)
    };
    assert_eq!(places(""), Ok(None));
    assert_eq!(places("5"), Ok(Some(5)));
    assert_eq!(places("1 000"), Ok(Some(1000)));
    assert_eq!(places("4"), Err(vec![Refusal::PlacesTaken { row: 1, taken: 5 }]));
    for wrong in ["0", "många", "-3", "100001"] {
        assert_eq!(places(wrong), Err(vec![Refusal::PlacesUnreadable { row: 1 }]));
    }
}

#[test]
fn what_somebody_chose_stays() {
    let item = sample_item(Choosing::FirstCome, 2);
    let programme = [item.clone()];
    let chosen = Choosers::from([(item.talks[1].id, 3)]);
    let judged = |asked: &ItemAsked, choosers: &Choosers| {
        accept(&sample_event(), &programme, item.id, asked, choosers)
    };
    for emptied in [true, false] {
        let mut again = asked_again(&item);
        again.talks[1].removed = !emptied;
        if emptied {
            again.talks[1].title = Text::default();
        }
        let refused = judged(&again, &chosen).unwrap_err();
        assert_eq!(refused, [Refusal::TalkChosen { row: 2, choosers: 3 }]);
        let accepted = judged(&again, &Choosers::from([(item.talks[1].id, 0)])).unwrap();
        assert_eq!(accepted.removed, [(2, item.talks[1].clone())]);
    }
    for other in [Choosing::None, Choosing::RankedWishes] {
        let again = ItemAsked { choosing: Some(other), ..asked_again(&item) };
        assert_eq!(judged(&again, &chosen).unwrap_err(), [Refusal::ChosenAlready]);
        assert!(judged(&again, &Choosers::new()).unwrap().chooses_anew);
    }
    assert!(!judged(&asked_again(&item), &chosen).unwrap().chooses_anew);
}

#[test]
fn a_row_with_anything_in_it_needs_a_title() {
    let talks = vec![TalkAsked { facilitators: "Eva Ek".into(), ..row(3, "") }];
    check_refused(&ItemAsked { talks, ..asked("Samtal") }, &[Refusal::TalkTitleMissing { row: 3 }]);
}

#[test]
fn a_time_outside_the_events_hours_is_noticed() {
    let event = sample_event();
    let at = |starts: Option<Time>, ends: Option<Time>| {
        outside(&event, &ProgrammeItem { starts, ends, ..sample_item(Choosing::None, 0) })
    };
    let hours = Some(Outside::Hours(event.days[0]));
    let clock = |hour, minute| Some(time(hour, minute, 0, 0));
    assert_eq!(at(clock(16, 0), clock(18, 0)), None);
    assert_eq!(at(None, None), None);
    assert_eq!(at(clock(15, 59), None), hours);
    assert_eq!(at(clock(17, 0), clock(18, 1)), hours);
    assert_eq!(at(clock(18, 30), None), hours);
    let day = date(2027, 6, 1);
    let lost = ProgrammeItem { day: Some(day), ..sample_item(Choosing::None, 0) };
    assert_eq!(outside(&event, &lost), Some(Outside::Day(day)));
}

#[test]
fn items_move_within_their_day() {
    let mut event = sample_event();
    let mut second = event.days[0];
    second.day = date(2027, 5, 27);
    event.days.push(second);
    let item = |number, day| ProgrammeItem {
        id: ProgrammeItemId(Uuid::from_u128(number)),
        day,
        ..sample_item(Choosing::None, 0)
    };
    let (later, first) = (Some(date(2027, 5, 27)), Some(date(2027, 5, 26)));
    let programme = [item(1, None), item(2, later), item(3, first), item(4, later)];
    let numbers = |ids: Vec<ProgrammeItemId>| -> Vec<u128> {
        ids.into_iter().map(|it| it.0.as_u128()).collect()
    };
    assert_eq!(numbers(day_order(&event, &programme)), [1, 3, 2, 4]);
    let moved = |number, direction| {
        moved(&event, &programme, ProgrammeItemId(Uuid::from_u128(number)), direction).map(numbers)
    };
    assert_eq!(moved(3, Direction::Up), Some(vec![3, 1, 2, 4]));
    assert_eq!(moved(2, Direction::Down), Some(vec![1, 3, 4, 2]));
    for (number, direction) in
        [(1, Direction::Up), (3, Direction::Down), (2, Direction::Up), (4, Direction::Down)]
    {
        assert_eq!(moved(number, direction), Some(vec![1, 3, 2, 4]));
    }
    assert_eq!(moved(7, Direction::Up), None);
}

#[test]
fn only_more_than_a_line_is_asked_about() {
    let bare = ProgrammeItem { questions: vec![], ..sample_item(Choosing::None, 0) };
    assert!(!loses_something(&bare));
    assert!(loses_something(&ProgrammeItem { text: Text::sv("x"), ..bare }));
    assert!(loses_something(&sample_item(Choosing::None, 1)));
}
