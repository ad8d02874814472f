//! What the form may bring and may not: a list of facts.

use super::*;
use crate::desk::rules::{AcceptedPlan, Circumstances, accept};
use crate::event::{Admission, AttendanceMode, LinkDispatch};
use shared::ids::EventId;

const FIRST: Date = date(2027, 5, 26);

fn circumstances() -> Circumstances {
    Circumstances { now: noon(), event: None, taken: 0, conference: None, pictured: false }
}

fn plan(others: &[(&str, &str)]) -> Result<AcceptedPlan, Vec<Refusal>> {
    accept(&form(others), &circumstances())
}

/// What the plan makes of the sample event.
#[track_caller]
fn made(others: &[(&str, &str)]) -> Event {
    let mut event = event::sample_event();
    plan(others).unwrap().apply(&mut event, "code".to_owned());
    event
}

#[track_caller]
fn check(others: &[(&str, &str)], field: &str, why: Why) {
    let refused = plan(others).expect_err("this is refused");
    assert_eq!(refused, [Refusal { field: field.to_owned(), why }]);
}

#[test]
fn the_least_is_enough_and_the_rest_has_defaults() {
    let event = made(&[]);
    assert_eq!(event.days, [hours(FIRST, time(16, 0, 0, 0), time(18, 0, 0, 0))]);
    assert_eq!(event.content.days, event.days);
    assert_eq!(event.deadline_on, date(2027, 5, 25));
    assert_eq!(event.zone.iana_name(), Some("Europe/Stockholm"));
    assert_eq!(event.mode, AttendanceMode::OnSite);
    assert_eq!(event.admission, Admission::Open);
    assert_eq!(event.limit.places, None);
    assert_eq!(event.retention_days, 90);
    assert_eq!((event.dispatch, event.meeting_link), (None, None));
    assert!(!event.content.free);
}

#[test]
fn everything_missing_is_said_at_once() {
    let refused = accept(&Fields::default(), &circumstances()).unwrap_err();
    let fields: Vec<&str> = refused.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["title", "day_1"]);
    check(&[("title", " ")], "title", Why::TitleMissing);
    check(&[("from_1", "")], "from_1", Why::TimeMissing);
    check(&[("to_1", "")], "to_1", Why::TimeMissing);
}

#[test]
fn a_title_in_english_alone_is_a_title() {
    assert_eq!(made(&[("title", ""), ("title_en", "Spare rooms")]).content.title.en, "Spare rooms");
}

#[test]
fn days_and_times_are_ones_that_there_are() {
    check(&[("day_1", "31 juni 2027")], "day_1", Why::NoSuchDay);
    check(&[("day_1", "snart")], "day_1", Why::DayUnreadable);
    check(&[("from_1", "25.00")], "from_1", Why::NoSuchTime);
    check(&[("from_1", "sen")], "from_1", Why::TimeUnreadable);
    let differs = Why::WeekdayDiffers { day: FIRST, typed: jiff::civil::Weekday::Tuesday };
    check(&[("day_1", "tisdag 26 maj 2027")], "day_1", differs);
}

#[test]
fn a_time_that_a_summer_time_night_lacks_is_refused() {
    let (day, skipped) = (date(2027, 3, 28), time(2, 30, 0, 0));
    let night = [("day_1", "28 mars 2027"), ("from_1", "2.30"), ("to_1", "4.00")];
    let now = now("2027-01-01T10:00:00Z");
    let refused = accept(&form(&night), &Circumstances { now, ..circumstances() }).unwrap_err();
    let why = Why::TimeSkipped { day, time: skipped };
    assert_eq!(refused, [Refusal { field: "from_1".to_owned(), why }]);
    let elsewhere = [night.as_slice(), &[("zone", "UTC")]].concat();
    assert!(accept(&form(&elsewhere), &Circumstances { now, ..circumstances() }).is_ok());
}

#[test]
fn it_ends_after_it_starts() {
    check(&[("to_1", "16.00")], "to_1", Why::EndsBeforeStart);
    assert!(plan(&[("to_1", "16.01")]).is_ok());
}

#[test]
fn days_are_in_order_and_empty_rows_say_nothing() {
    let two = [("day_3", "27/5 2027"), ("from_3", "9"), ("to_3", "12")];
    assert_eq!(made(&two).days.len(), 2);
    let same = [("day_2", "26 maj 2027"), ("from_2", "19"), ("to_2", "20")];
    check(&same, "day_2", Why::DaysOutOfOrder);
    let half = [("day_2", "27 maj 2027"), ("from_2", "9")];
    check(&half, "to_2", Why::TimeMissing);
}

#[test]
fn the_last_day_to_register_is_at_most_the_last_day() {
    let after = Why::DeadlineAfterLastDay(FIRST);
    check(&[("deadline", "27 maj 2027")], "deadline", after);
    assert_eq!(made(&[("deadline", "26 maj 2027")]).deadline_on, FIRST);
    let longer = [("day_2", "27 maj 2027"), ("from_2", "9"), ("to_2", "12")];
    assert!(plan(&[longer.as_slice(), &[("deadline", "27 maj 2027")]].concat()).is_ok());
}

#[test]
fn without_a_last_day_it_is_the_day_before_or_else_the_day_itself() {
    assert_eq!(made(&[("day_1", "2 maj 2027")]).deadline_on, date(2027, 5, 1));
    assert_eq!(made(&[("day_1", "1 maj 2027")]).deadline_on, date(2027, 5, 1));
}

#[test]
fn registration_opens_no_later_than_it_closes() {
    let closes = ("deadline", "21 maj 2027");
    let late = Why::OpensAfterDeadline(date(2027, 5, 21));
    check(&[closes, ("opens", "22 maj 2027")], "opens", late);
    assert!(plan(&[closes, ("opens", "21 maj 2027")]).is_ok());
    let late = Why::OpensAfterDeadline(date(2027, 5, 25));
    check(&[("opens", "26 maj 2027")], "opens", late);
}

#[test]
fn one_changes_no_later_than_the_last_day() {
    let late = Why::ChangeAfterLastDay(FIRST);
    check(&[("change_deadline", "27 maj 2027")], "change_deadline", late);
    assert!(plan(&[("change_deadline", "26 maj 2027")]).is_ok());
}

#[test]
fn the_link_goes_no_later_than_the_first_day() {
    let online = ("mode", "online");
    let on = |day| [online, ("dispatch", "on"), ("dispatch_on", day)];
    check(&on("27 maj 2027"), "dispatch_on", Why::DispatchAfterFirstDay(FIRST));
    check(&on(""), "dispatch_on", Why::DispatchDayMissing);
    assert_eq!(made(&on("26 maj 2027")).dispatch, Some(LinkDispatch::On(FIRST)));
    let before = |days| [online, ("dispatch", "days"), ("dispatch_days", days)];
    assert_eq!(made(&before("0")).dispatch, Some(LinkDispatch::DaysBefore(0)));
    assert_eq!(made(&before("60")).dispatch, Some(LinkDispatch::DaysBefore(60)));
    for days in ["61", "", "-1", "två"] {
        check(&before(days), "dispatch_days", Why::NumberBetween(0, 60));
    }
}

#[test]
fn on_site_there_is_no_link_to_send() {
    let site = ("mode", "on_site");
    let link = ("meeting_link", "https://zoom.example/j/1");
    assert_eq!(made(&[site, ("dispatch", "days"), ("dispatch_days", "2")]).dispatch, None);
    check(&[site, link], "meeting_link", Why::LinkWhileOnSite);
    let mixed = made(&[("mode", "mixed"), link]);
    assert_eq!(mixed.meeting_link.as_deref(), Some("https://zoom.example/j/1"));
    check(
        &[("mode", "online"), ("meeting_link", "javascript:alert(1)")],
        "meeting_link",
        Why::AddressImplausible,
    );
}

#[test]
fn the_way_to_meet_follows_from_the_place_where_it_is_not_said() {
    assert_eq!(made(&[("platform", "Zoom")]).mode, AttendanceMode::Online);
    assert_eq!(made(&[("venue", "Bygdegården")]).mode, AttendanceMode::OnSite);
    let both = [("platform", "Zoom"), ("town", "Åsby")];
    assert_eq!(made(&both).mode, AttendanceMode::Mixed);
}

#[test]
fn there_are_as_many_places_as_are_taken_or_more() {
    let taken = Circumstances { taken: 12, ..circumstances() };
    let with = |places| accept(&form(&[("places", places)]), &taken);
    let refusal = Refusal { field: "places".to_owned(), why: Why::PlacesBelowTaken(12) };
    assert_eq!(with("11").unwrap_err(), [refusal]);
    assert_eq!(with("12").unwrap().places(), Some(12));
    assert_eq!(with("1 200").unwrap().places(), Some(1200));
    assert_eq!(with("").unwrap().places(), None);
    check(&[("places", "0")], "places", Why::NumberBetween(1, 100_000));
    check(&[("places", "många")], "places", Why::NumberBetween(1, 100_000));
}

#[test]
fn contacts_have_names_and_addresses_that_may_be() {
    let email = ("contact_email_2", "eva@example.org");
    check(&[email], "contact_name_2", Why::ContactNameless);
    let named = ("contact_name_2", "Eva Ek");
    check(&[named, ("contact_email_2", "eva")], "contact_email_2", Why::EmailImplausible);
    assert_eq!(made(&[named, email]).contact().unwrap().name, "Eva Ek");
}

#[test]
fn links_lead_somewhere_on_the_web() {
    check(&[("link_label_1", "Mer")], "link_href_1", Why::AddressMissing);
    check(&[("link_href_1", "ftp://example.org")], "link_href_1", Why::AddressImplausible);
    let links = made(&[("link_href_2", "example.org/om")]).content.links;
    assert_eq!(
        (links[0].label.as_str(), links[0].href.as_str()),
        ("example.org", "https://example.org/om")
    );
}

#[test]
fn nothing_is_longer_than_pages_bear() {
    let long = "ö".repeat(151);
    check(&[("title", &long)], "title", Why::TooLong(150));
    assert!(plan(&[("title", &long[2..])]).is_ok());
    let lines = "a\n".repeat(41);
    check(&[("organisers", &lines)], "organisers", Why::TooMany(40));
    let line = format!("a\n{}", "b".repeat(201));
    check(&[("co_funders", &line)], "co_funders", Why::TooLong(200));
}

#[test]
fn lists_are_one_a_line() {
    let typed = [
        ("organisers", "Region Västermark\r\n\r\n Föreningsrådet "),
        ("moderators", "Eva Ek och Bo Alm, samordnare, Bygdens vänner"),
    ];
    let content = made(&typed).content;
    assert_eq!(content.organisers, ["Region Västermark", "Föreningsrådet"]);
    assert_eq!(content.moderators[0].names, ["Eva Ek", "Bo Alm"]);
    assert_eq!(content.moderators[0].affiliation, "Bygdens vänner");
}

#[test]
fn a_conference_is_another_event_that_there_is() {
    let (own, other) = (EventId::new(), EventId::new());
    let typed = form(&[("pre_meeting_of", "nagot")]);
    let with = |conference| Circumstances { event: Some(own), conference, ..circumstances() };
    let refused = |conference| accept(&typed, &with(conference)).unwrap_err()[0].why.clone();
    assert_eq!(refused(None), Why::UnknownConference);
    assert_eq!(refused(Some(own)), Why::ConferenceIsItself);
    assert!(accept(&typed, &with(Some(other))).is_ok());
}

#[test]
fn a_picture_says_what_it_shows() {
    let pictured = Circumstances { pictured: true, ..circumstances() };
    let refused = accept(&form(&[]), &pictured).unwrap_err();
    assert_eq!(refused[0], Refusal { field: "picture_alt".to_owned(), why: Why::AltMissing });
    assert!(accept(&form(&[("picture_alt_en", "A door")]), &pictured).is_ok());
}

#[test]
fn a_zone_is_one_that_there_is() {
    check(&[("zone", "Europe/Atlantis")], "zone", Why::UnknownZone);
    assert_eq!(made(&[("zone", "Europe/Helsinki")]).zone.iana_name(), Some("Europe/Helsinki"));
}

/// What the form shows of an event is what the rules make that event of.
#[test]
fn a_form_that_is_sent_as_it_was_shown_changes_nothing() {
    let mut full = event::sample_event();
    full.mode = AttendanceMode::Mixed;
    full.opens_on = Some(date(2027, 4, 1));
    full.change_deadline_on = Some(date(2027, 5, 23));
    full.meeting_link = Some("https://zoom.example/j/1".to_owned());
    full.admission = Admission::Invited { code: "k7".to_owned() };
    full.content.venue =
        Some(event::Venue { name: "Folkets hus".to_owned(), ..event::Venue::default() });
    full.days.push(hours(date(2027, 5, 27), time(9, 0, 0, 0), time(12, 30, 0, 0)));
    full.content.days = full.days.clone();
    let mut before = event::sample_event();
    before.dispatch = Some(LinkDispatch::DaysBefore(3));
    for event in [event::sample_event(), full, before] {
        for language in Language::ALL {
            let fields = crate::desk::pages::form::filled::of_event(language, &event, None);
            let mut again = event.clone();
            accept(&fields, &circumstances()).unwrap().apply(&mut again, "new".to_owned());
            assert_eq!(again, event);
        }
    }
}

#[test]
fn what_is_free_has_no_price_and_prices_are_whole_kronor() {
    let (free, priced) = (("free", "1"), ("amount", "450"));
    check(&[free, priced], "amount", Why::FreeWithAmount);
    check(&[("amount", "0")], "amount", Why::NumberBetween(1, 100_000));
    check(&[("no_show_fee", "lite")], "no_show_fee", Why::NumberBetween(1, 100_000));
    let content = made(&[priced, ("no_show_fee", "1 200")]).content;
    assert_eq!((content.free, content.amount, content.no_show_fee), (false, Some(450), Some(1200)));
    let content = made(&[free, ("no_show_fee", "300")]).content;
    assert_eq!((content.free, content.amount, content.no_show_fee), (true, None, Some(300)));
}

#[test]
fn themes_are_lines_and_those_in_english_stand_in_the_same_order() {
    let themes = made(&[("themes", "Mat\n\nVatten"), ("themes_en", "–\nWater")]).content.themes;
    assert_eq!(themes, [shared::Text::sv("Mat"), shared::Text::both("Vatten", "Water")]);
}
