//! How refusals, states and days of the desk are said.

use crate::desk::pages::paths::{Done, Tab};
use crate::desk::types::{Lack, MilestoneKind, PictureProblem, Refusal, StateRefusal, Why};
use crate::event::{Event, State};
use crate::registration::Availability;
use jiff::civil::Date;
use web::Words;
use web::forms::Problems;

pub fn problems(words: &Words, refusals: &[Refusal]) -> Problems {
    let mut problems = Problems::default();
    for refusal in refusals {
        problems.add(refusal.field.as_str(), why(words, &refusal.why));
    }
    problems
}

pub fn why(words: &Words, why: &Why) -> String {
    let day = |it: Date| locale::day(words.language, it);
    let whole = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    match why {
        Why::TitleMissing => words.text("desk-refused-title-missing"),
        Why::TooLong(max) => {
            words.text_with("desk-refused-too-long", [("max", whole(*max).into())])
        }
        Why::TooMany(max) => {
            words.text_with("desk-refused-too-many", [("max", whole(*max).into())])
        }
        Why::DayMissing => words.text("desk-refused-day-missing"),
        Why::DayUnreadable => words.text("desk-refused-day-unreadable"),
        Why::NoSuchDay => words.text("desk-refused-no-such-day"),
        Why::WeekdayDiffers { day: it, .. } => {
            words.text_with("desk-refused-weekday", [("day", day(*it).into())])
        }
        Why::TimeMissing => words.text("desk-refused-time-missing"),
        Why::TimeUnreadable => words.text("desk-refused-time-unreadable"),
        Why::NoSuchTime => words.text("desk-refused-no-such-time"),
        Why::TimeSkipped { day: it, time } => {
            let time = locale::time(words.language, *time);
            words.text_with(
                "desk-refused-time-skipped",
                [("day", day(*it).into()), ("time", time.into())],
            )
        }
        Why::EndsBeforeStart => words.text("desk-refused-ends-before-start"),
        Why::DaysOutOfOrder => words.text("desk-refused-days-out-of-order"),
        Why::UnknownZone => words.text("desk-refused-unknown-zone"),
        Why::DeadlineAfterLastDay(it) => {
            words.text_with("desk-refused-deadline-after", [("day", day(*it).into())])
        }
        Why::OpensAfterDeadline(it) => {
            words.text_with("desk-refused-opens-after", [("day", day(*it).into())])
        }
        Why::ChangeAfterLastDay(it) => {
            words.text_with("desk-refused-change-after", [("day", day(*it).into())])
        }
        Why::DispatchDayMissing => words.text("desk-refused-dispatch-missing"),
        Why::DispatchAfterFirstDay(it) => {
            words.text_with("desk-refused-dispatch-after", [("day", day(*it).into())])
        }
        Why::NumberBetween(least, most) => words.text_with(
            "desk-refused-number",
            [("least", (*least).into()), ("most", (*most).into())],
        ),
        Why::PlacesBelowTaken(taken) => {
            words.text_with("desk-refused-places-below-taken", [("taken", (*taken).into())])
        }
        Why::EmailImplausible => words.text("desk-refused-email"),
        Why::ContactNameless => words.text("desk-refused-contact-nameless"),
        Why::AddressImplausible => words.text("desk-refused-address"),
        Why::AddressMissing => words.text("desk-refused-address-missing"),
        Why::LinkWhileOnSite => words.text("desk-refused-link-on-site"),
        Why::UnknownConference => words.text("desk-refused-conference"),
        Why::ConferenceIsItself => words.text("desk-refused-conference-itself"),
        Why::AltMissing => words.text("desk-refused-alt-missing"),
        Why::FreeWithAmount => words.text("desk-refused-free-with-amount"),
        Why::Picture(problem) => picture(words, *problem),
        Why::ChangedMeanwhile => words.text("desk-refused-changed-meanwhile"),
    }
}

fn picture(words: &Words, problem: PictureProblem) -> String {
    match problem {
        PictureProblem::Unreadable => words.text("desk-refused-picture-unreadable"),
        PictureProblem::TooManyBytes(max) => words.text_with(
            "desk-refused-picture-bytes",
            [("max", i64::try_from(max).unwrap_or(i64::MAX).into())],
        ),
        PictureProblem::TooManyPixels(max) => {
            words.text_with("desk-refused-picture-pixels", [("max", max.into())])
        }
    }
}

/// What a field of the event's form is called there; `None`: it has no such field.
pub fn field_label(words: &Words, field: &str) -> Option<String> {
    let stem = field.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_');
    Some(match stem {
        "title" => words.text("desk-form-title"),
        "title_en" => words.text("desk-form-title-en"),
        "lead" => words.text("desk-form-lead"),
        "lead_en" => words.text("desk-form-lead-en"),
        "text" => words.text("desk-form-text"),
        "text_en" => words.text("desk-form-text-en"),
        "themes" => words.text("desk-form-themes"),
        "themes_en" => words.text("desk-form-themes-en"),
        "series" => words.text("desk-form-series"),
        "series_en" => words.text("desk-form-series-en"),
        "day" => words.text("desk-form-day"),
        "from" => words.text("desk-form-from"),
        "to" => words.text("desk-form-to"),
        "zone" => words.text("desk-form-zone"),
        "mode" => words.text("desk-form-mode"),
        "venue" => words.text("desk-form-venue"),
        "street" => words.text("desk-form-street"),
        "town" => words.text("desk-form-town"),
        "platform" => words.text("desk-form-platform"),
        "deadline" => words.text("desk-form-deadline"),
        "opens" => words.text("desk-form-opens"),
        "admission" => words.text("desk-form-admission"),
        "audience" => words.text("desk-form-audience"),
        "audience_en" => words.text("desk-form-audience-en"),
        "free" => words.text("desk-form-free"),
        "amount" => words.text("desk-form-amount"),
        "no_show_fee" => words.text("desk-form-no-show-fee"),
        "dispatch" => words.text("desk-form-dispatch"),
        "dispatch_days" => words.text("desk-form-dispatch-days-number"),
        "dispatch_on" => words.text("desk-form-dispatch-on-day"),
        "organisers" => words.text("desk-form-organisers"),
        "co_organisers" => words.text("desk-form-co-organisers"),
        "co_funders" => words.text("desk-form-co-funders"),
        "moderators" => words.text("desk-form-moderators"),
        "contact_name" => words.text("desk-form-contact-name"),
        "contact_role" => words.text("desk-form-contact-role"),
        "contact_phone" => words.text("desk-form-contact-phone"),
        "contact_email" => words.text("desk-form-contact-email"),
        "link_label" => words.text("desk-form-link-label"),
        "link_href" => words.text("desk-form-link-href"),
        "pre_meeting_of" => words.text("desk-form-conference"),
        _ => return None,
    })
}

pub fn state(words: &Words, state: State) -> String {
    match state {
        State::Draft => words.text("desk-state-draft"),
        State::Published { .. } => words.text("desk-state-published"),
        State::Cancelled { .. } => words.text("desk-state-cancelled"),
    }
}

pub fn state_refusal(words: &Words, refusal: StateRefusal) -> String {
    match refusal {
        StateRefusal::Over => words.text("desk-refused-over"),
        StateRefusal::NotADraft => words.text("desk-refused-not-a-draft"),
        StateRefusal::NotPublished => words.text("desk-refused-not-published"),
    }
}

pub fn lack(words: &Words, lack: Lack) -> String {
    match lack {
        Lack::Lead => words.text("desk-lack-lead"),
        Lack::Text => words.text("desk-lack-text"),
        Lack::Organiser => words.text("desk-lack-organiser"),
        Lack::Contact => words.text("desk-lack-contact"),
        Lack::Venue => words.text("desk-lack-venue"),
        Lack::MeetingLink => words.text("desk-lack-meeting-link"),
        Lack::Dispatch => words.text("desk-lack-dispatch"),
        Lack::Programme => words.text("desk-lack-programme"),
        Lack::DeadlinePassed => words.text("desk-lack-deadline-passed"),
    }
}

pub fn milestone(words: &Words, kind: MilestoneKind) -> String {
    match kind {
        MilestoneKind::Published => words.text("desk-milestone-published"),
        MilestoneKind::Opens => words.text("desk-milestone-opens"),
        MilestoneKind::Deadline => words.text("desk-milestone-deadline"),
        MilestoneKind::ChangeDeadline => words.text("desk-milestone-change-deadline"),
        MilestoneKind::LinkDay { missing: false } => words.text("desk-milestone-link"),
        MilestoneKind::LinkDay { missing: true } => words.text("desk-milestone-link-missing"),
        MilestoneKind::Takes => words.text("desk-milestone-takes"),
        MilestoneKind::Erased => words.text("desk-milestone-erased"),
    }
}

pub fn done(words: &Words, done: Done) -> String {
    match done {
        Done::Saved => words.text("desk-done-saved"),
        Done::Published => words.text("desk-done-published"),
        Done::Cancelled => words.text("desk-done-cancelled"),
        Done::SentAgain => words.text("desk-done-sent-again"),
    }
}

pub fn tab(words: &Words, tab: Tab) -> String {
    match tab {
        Tab::Coming => words.text("desk-tab-coming"),
        Tab::Drafts => words.text("desk-tab-drafts"),
        Tab::Past => words.text("desk-tab-past"),
    }
}

/// What a row's tag says, and its tone.
pub fn tag(words: &Words, event: &Event, availability: Availability) -> (String, &'static str) {
    if event.state == State::Draft {
        return (words.text("desk-state-draft"), "neutral");
    }
    match availability {
        Availability::Open => (words.text("desk-tag-open"), "success"),
        Availability::NotOpen { .. } => (words.text("desk-tag-not-open"), "info"),
        Availability::Full => (words.text("desk-tag-full"), "warning"),
        Availability::Closed { .. } => (words.text("desk-tag-closed"), "neutral"),
        Availability::Cancelled => (words.text("desk-state-cancelled"), "danger"),
    }
}

/// "102 av 120 anmälda", "102 anmälda".
pub fn registered(words: &Words, event: &Event) -> String {
    let taken = event.limit.taken;
    match event.limit.places {
        Some(places) => words
            .text_with("desk-registered-of", [("count", taken.into()), ("places", places.into())]),
        None => words.text_with("desk-registered", [("count", taken.into())]),
    }
}

/// The letter's name, as somebody who never saw its code would say it.
pub fn letter(words: &Words, kind: &str) -> String {
    match kind {
        "registration.confirmation" => words.text("desk-letter-confirmation"),
        "registration.link" => words.text("desk-letter-link"),
        "registration.meeting-link" => words.text("desk-letter-meeting-link"),
        "registration.withdrawal" => words.text("desk-letter-withdrawal"),
        "registration.link-missing" => words.text("desk-letter-link-missing"),
        "registration.cancellation" => words.text("desk-letter-cancellation"),
        "registration.change" => words.text("desk-letter-change"),
        _ => words.text("desk-letter-other"),
    }
}
