//! An event as the reader found it, into the fields of the event's form.

use crate::drafting::rules::gathering::{Gathering, clock, one_line, sure};
use crate::drafting::rules::people;
use crate::drafting::types::{Doubt, DoubtKind, Linked, Relation, Sure};
use extraction::{Admission, Event, LinkDispatch, Mode, Status};
use jiff::civil::{Date, Time};

/// The longest opening of an event, in characters; what is longer is cut after a sentence.
const LEAD_MAX: usize = 600;
/// A title is not longer.
const TITLE_WORDS_MAX: usize = 20;
/// How long before the event a link is sent where the text only says that it comes.
const DISPATCH_DAYS: &str = "2";
/// Nothing is known to last longer on its day.
const LAST_MINUTE: &str = "23:59";

/// Fills in everything but the programme.
pub fn gather(to: &mut Gathering<'_>, event: &Event) {
    status(to, event);
    days(to, event);
    match &event.title {
        Some(it) => to.put_text("title", one_line(&it.value), &[it.line], sure(it.confidence)),
        None => propose_title(to),
    }
    if let Some(lead) = &event.lead {
        let text = shortened(&one_line(&lead.value), LEAD_MAX);
        to.put_text("lead", text, &[lead.line], sure(lead.confidence));
    }
    if let Some(series) = &event.series {
        to.put_text("series", one_line(&series.value), &[series.line], sure(series.confidence));
    }
    let themes = to.in_language("themes");
    to.put_list(&themes, &event.themes);
    place(to, event);
    terms(to, event);
    link(to, event);
    parties(to, event);
    linked(to, event);
}

fn status(to: &mut Gathering<'_>, event: &Event) {
    if let Some(status) = &event.status {
        let kind = match status.value {
            Status::Cancelled => DoubtKind::Cancelled,
            Status::Moved => DoubtKind::Moved,
        };
        let lines = vec![status.line];
        to.draft.doubts.push(Doubt { kind, field: String::new(), lines, readings: vec![] });
    }
}

/// A page begins with what it is about, where nothing else is.
fn propose_title(to: &mut Gathering<'_>) {
    let words = |it: &str| it.split_whitespace().count();
    let is_title =
        |it: &str| (2..=TITLE_WORDS_MAX).contains(&words(it)) && !it.trim().ends_with('.');
    let first = (1_u32..).zip(to.lines.iter()).find(|(_, it)| is_title(it));
    if let Some((number, line)) = first {
        to.put_text("title", one_line(line), &[number], Sure::Proposed);
    }
}

/// Of two sentences or more as much as fits.
fn shortened(text: &str, characters_max: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(characters_max) else { return text.to_owned() };
    let cut = &text[..end];
    let at = [". ", "? ", "! "].iter().filter_map(|it| cut.rfind(it).map(|at| at + 1)).max();
    at.map_or(cut, |at| &cut[..at]).trim_end().to_owned()
}

fn days(to: &mut Gathering<'_>, event: &Event) {
    let mut row = 0;
    for day in &event.days {
        let Some((date, sure_of_day)) = to.day(&day.date) else { continue };
        row += 1;
        to.first_on = to.first_on.or(Some(date));
        to.put(format!("day_{row}"), date.to_string(), &[day.date.line], sure_of_day);
        let hours = |it: &extraction::Found<extraction::Clock>| {
            let sure = sure(it.confidence);
            // Hours that are only those of the programme may leave out how it begins and ends.
            if day.stated { sure } else { sure.min(Sure::Likely) }
        };
        let (from, until) = (format!("from_{row}"), format!("to_{row}"));
        if let Some(start) = &day.start {
            to.put(&from, clock(start.value), &[start.line], hours(start));
        }
        match (&day.start, &day.end) {
            // A night that goes on: the form's day ends at midnight.
            (Some(start), Some(end)) if end.value < start.value && end.value.hour <= 5 => {
                to.put(&until, LAST_MINUTE, &[end.line], Sure::Proposed);
            }
            (_, Some(end)) => to.put(&until, clock(end.value), &[end.line], hours(end)),
            (_, None) => propose_end(to, event, &until, &day.date.value, day.start.as_ref()),
        }
    }
    if row == 0 {
        let doubt = Doubt {
            kind: DoubtKind::DayMissing,
            field: "day_1".to_owned(),
            lines: vec![],
            readings: vec![],
        };
        to.draft.doubts.push(doubt);
    }
    for row in 1..=row {
        let said =
            |name: &str| to.draft.values.iter().any(|it| it.field == format!("{name}_{row}"));
        let missing = ["from", "to"].into_iter().find(|it| !said(it));
        if let Some(name) = missing {
            let day = to.draft.values.iter().find(|it| it.field == format!("day_{row}"));
            let lines = day.map(|it| it.lines.clone()).unwrap_or_default();
            let field = format!("{name}_{row}");
            let doubt = Doubt { kind: DoubtKind::HoursMissing, field, lines, readings: vec![] };
            to.draft.doubts.push(doubt);
        }
    }
}

/// Where the text does not say when a day ends: when its last item does, or begins.
fn propose_end(
    to: &mut Gathering<'_>,
    event: &Event,
    field: &str,
    day: &extraction::Day,
    start: Option<&extraction::Found<extraction::Clock>>,
) {
    let several = event.days.len() > 1;
    let times = event
        .programme
        .iter()
        .filter(|it| !several || it.date.as_ref().is_none_or(|found| found.value == *day))
        .flat_map(|it| [&it.start, &it.end])
        .flatten();
    let Some(last) = times.max_by_key(|it| it.value) else { return };
    if start.is_none_or(|it| last.value > it.value) {
        to.put(field, clock(last.value), &[last.line], Sure::Proposed);
    }
}

fn place(to: &mut Gathering<'_>, event: &Event) {
    if let Some(mode) = &event.mode {
        let code = match mode.value {
            Mode::Onsite => "on_site",
            Mode::Online => "online",
            Mode::Hybrid => "mixed",
        };
        to.put("mode", code, &[mode.line], sure(mode.confidence));
    }
    to.put_found("platform", &event.platform);
    to.put_found("venue", &event.venue.name);
    to.put_found("street", &event.venue.street);
    to.put_found("town", &event.venue.town);
    if let Some(zone) = &event.time_zone {
        let low = zone.value.to_lowercase();
        let known = match low.as_str() {
            "gmt" | "bst" | "uk time" | "british time" => Some("Europe/London"),
            "utc" => Some("UTC"),
            "eet" | "eest" | "finsk tid" | "finnish time" => Some("Europe/Helsinki"),
            _ => None,
        };
        if let Some(known) = known {
            to.put("zone", known, &[zone.line], sure(zone.confidence));
        }
    }
}

fn terms(to: &mut Gathering<'_>, event: &Event) {
    let registration = &event.registration;
    to.put_day("deadline", &registration.deadline);
    to.put_day("opens", &registration.opens);
    if let Some(admission) = &event.admission {
        let code = match admission.value {
            Admission::Open => "open",
            // Members come by invitation: only they get the address of the form.
            Admission::Invited | Admission::Members => "invited",
        };
        // That nothing is said is no reason to look.
        if code == "invited" || !sure(admission.confidence).is_doubtful() {
            to.put("admission", code, &[admission.line], sure(admission.confidence));
        }
    }
    if let Some(audience) = &event.audience {
        let text = shortened(&one_line(&audience.value), LEAD_MAX);
        to.put_text("audience", text, &[audience.line], sure(audience.confidence));
    }
    let cost = &event.cost;
    if let Some(free) = cost.free.as_ref().filter(|it| it.value && cost.amount.is_none()) {
        to.put("free", "1", &[free.line], sure(free.confidence));
    }
    for (field, found) in [("amount", &cost.amount), ("no_show_fee", &cost.no_show_fee)] {
        if let Some(found) = found {
            to.put(field, found.value.to_string(), &[found.line], sure(found.confidence));
        }
    }
    if let Some(url) = &registration.url {
        let label = if to.draft.english { "Registration" } else { "Anmälan" };
        to.put("link_label_1", label, &[url.line], Sure::Proposed);
        to.put("link_href_1", url.value.as_str(), &[url.line], sure(url.confidence));
    }
}

fn link(to: &mut Gathering<'_>, event: &Event) {
    let online = event.mode.as_ref().is_some_and(|it| it.value != Mode::Onsite);
    let Some(found) = &event.link_dispatch else {
        if online {
            to.put("dispatch", "days", &[], Sure::Proposed);
            to.put("dispatch_days", DISPATCH_DAYS, &[], Sure::Proposed);
        }
        return;
    };
    let (lines, how_sure) = ([found.line], sure(found.confidence));
    match found.value {
        LinkDispatch::On(day) => {
            let found =
                extraction::Found { value: day, line: found.line, confidence: found.confidence };
            if let Some((day, sure)) = to.day(&found) {
                to.put("dispatch", "on", &lines, how_sure);
                to.put("dispatch_on", day.to_string(), &lines, sure);
            }
        }
        LinkDispatch::SameDay => {
            to.put("dispatch", "days", &lines, how_sure);
            to.put("dispatch_days", "0", &lines, how_sure);
        }
        LinkDispatch::DaysBefore(days) => {
            to.put("dispatch", "days", &lines, how_sure);
            match days {
                Some(days) => to.put("dispatch_days", days.to_string(), &lines, how_sure),
                None => to.put("dispatch_days", DISPATCH_DAYS, &lines, Sure::Proposed),
            }
        }
        LinkDispatch::AfterDeadline => after_deadline(to, event, &lines, how_sure),
        LinkDispatch::OnRegistration | LinkDispatch::Later => {
            to.put("dispatch", "days", &lines, Sure::Proposed);
            to.put("dispatch_days", DISPATCH_DAYS, &lines, Sure::Proposed);
        }
    }
}

fn after_deadline(to: &mut Gathering<'_>, event: &Event, lines: &[u32], how_sure: Sure) {
    let deadline = event.registration.deadline.as_ref().and_then(|it| to.day(it));
    if let Some((deadline, _)) = deadline
        && let Ok(next) = deadline.tomorrow()
    {
        to.put("dispatch", "on", lines, how_sure);
        to.put("dispatch_on", next.to_string(), lines, Sure::Proposed);
    }
}

fn parties(to: &mut Gathering<'_>, event: &Event) {
    let roles = &event.roles;
    to.put_list("organisers", &roles.organisers);
    to.put_list("co_organisers", &roles.in_collaboration);
    to.put_list("co_funders", &roles.co_funders);
    people::moderators(to, event);
    let mut row = 0;
    let mut contact = |to: &mut Gathering<'_>, it: &extraction::Contact| {
        row += 1;
        let (name, email) = (format!("contact_name_{row}"), format!("contact_email_{row}"));
        to.put_found(&name, &it.name);
        if it.name.is_none() {
            // A contact needs a name: the role, or else whoever invites.
            let found = it.role.as_ref().or(roles.organisers.first());
            let text = found.map_or_else(|| called(to), |found| one_line(&found.value));
            let lines: Vec<u32> = found.map(|it| it.line).into_iter().collect();
            to.put(&name, text, &lines, Sure::Proposed);
        }
        to.put_found(
            &format!("contact_role_{row}"),
            &it.role.clone().filter(|_| it.name.is_some()),
        );
        to.put_found(&format!("contact_phone_{row}"), &it.phone);
        to.put_found(&email, &it.email);
    };
    for it in &roles.contacts {
        contact(to, it);
    }
    let known = |email: &str| {
        roles.contacts.iter().any(|it| it.email.as_ref().is_some_and(|it| it.value == email))
    };
    if let Some(email) = event.registration.email.as_ref().filter(|it| !known(&it.value)) {
        let asked = extraction::Contact { email: Some(email.clone()), ..Default::default() };
        contact(to, &asked);
    }
}

/// What a contact is called that the text does not name.
fn called(to: &Gathering<'_>) -> String {
    if to.draft.english { "Registration" } else { "Anmälan" }.to_owned()
}

fn linked(to: &mut Gathering<'_>, event: &Event) {
    for it in &event.linked {
        let relation = match it.relation {
            extraction::Relation::PreMeetingOf => Relation::PreMeetingOf,
            extraction::Relation::HasPreMeeting => Relation::HasPreMeeting,
            extraction::Relation::Follows => Relation::Follows,
        };
        let day = it.date.as_ref().and_then(|it| to.day(it));
        let day = day.map(|(day, _)| day.to_string()).unwrap_or_default();
        let title = it.title.as_ref().map(|it| one_line(&it.value)).unwrap_or_default();
        to.draft.linked.push(Linked { relation, day, title, line: it.line });
    }
}

/// A time as a [`crate::drafting::types::Value`] holds it.
pub fn read_time(text: &str) -> Option<Time> {
    Time::strptime("%H:%M", text).ok()
}

/// A day as a [`crate::drafting::types::Value`] holds it.
pub fn read_day(text: &str) -> Option<Date> {
    text.parse().ok()
}
