//! The form as it is first shown: an event's own values, or what a new one begins with.

use crate::desk::rules::{days, lines, plan};
use crate::event::{self, Admission, Event, LinkDispatch};
use jiff::civil::Date;
use shared::{Language, Text};
use web::{Fields, SignedIn};

/// What most events want: no cost, the link two days before, whoever makes it as contact.
pub fn new_event(person: &SignedIn) -> Fields {
    let pairs = [
        ("zone", plan::ZONE_DEFAULT),
        ("mode", "on_site"),
        ("admission", "open"),
        ("free", "1"),
        ("dispatch", "days"),
        ("dispatch_days", "2"),
        ("contact_name_1", &person.name),
        ("contact_email_1", &person.email),
    ];
    let mut fields =
        Fields::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields.set("retention_days", plan::RETENTION_DEFAULT.to_string());
    fields
}

/// An event as the form would have brought it. `conference`: the slug of what it is the
/// pre-meeting of.
pub fn of_event(language: Language, event: &Event, conference: Option<&str>) -> Fields {
    let mut fields = Fields::default();
    let content = &event.content;
    let mut pair = |name: &str, text: &Text| {
        fields.set(name, text.sv.as_str());
        fields.set(&format!("{name}_en"), text.en.as_str());
    };
    pair("title", &content.title);
    pair("lead", &content.lead);
    pair("text", &content.text);
    pair("series", &content.series);
    pair("series_about", &content.series_about);
    pair("audience", &content.audience);
    pair("cost", &content.cost);
    pair("project", &content.project);
    if let Some(picture) = &content.picture {
        pair("picture_alt", &picture.alt);
    }
    for (index, it) in event.days.iter().enumerate() {
        let [day, from, to] = days::names(index + 1);
        fields.set(&day, typed_day(language, it.day));
        fields.set(&from, locale::time(language, it.starts));
        fields.set(&to, locale::time(language, it.ends));
    }
    fields.set("zone", event.zone.iana_name().unwrap_or(plan::ZONE_DEFAULT));
    fields.set("mode", event.mode.code());
    fields.set("platform", content.platform.as_str());
    if let Some(venue) = &content.venue {
        fields.set("venue", venue.name.as_str());
        fields.set("street", venue.street.as_str());
        fields.set("town", venue.town.as_str());
    }
    let themes = event::write_pairs(&content.themes);
    fields.set("themes", themes.sv);
    fields.set("themes_en", themes.en);
    terms(language, event, &mut fields);
    fields.set("organisers", content.organisers.join("\n"));
    fields.set("co_organisers", content.co_organisers.join("\n"));
    fields.set("co_funders", content.co_funders.join("\n"));
    fields.set("moderators", event::write_appearances(language, &content.moderators));
    for (index, it) in content.contacts.iter().enumerate() {
        let [name, role, phone, email] = lines::contact_names(index + 1);
        fields.set(&name, it.name.as_str());
        fields.set(&role, it.role.as_str());
        fields.set(&phone, it.phone.as_str());
        fields.set(&email, it.email.as_str());
    }
    for (index, it) in content.links.iter().enumerate() {
        let [label, href] = lines::link_names(index + 1);
        fields.set(&label, it.label.as_str());
        fields.set(&href, it.href.as_str());
    }
    fields.set("pre_meeting_of", conference.unwrap_or_default());
    fields
}

fn terms(language: Language, event: &Event, fields: &mut Fields) {
    let day = |it: Option<Date>| it.map(|it| typed_day(language, it)).unwrap_or_default();
    fields.set("deadline", typed_day(language, event.deadline_on));
    fields.set("opens", day(event.opens_on));
    fields.set("change_deadline", day(event.change_deadline_on));
    fields.set("places", event.limit.places.map(|it| it.to_string()).unwrap_or_default());
    fields.set(
        "admission",
        match event.admission {
            Admission::Open => "open",
            Admission::Invited { .. } => "invited",
        },
    );
    if event.content.free {
        fields.set("free", "1");
    }
    let kronor = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    fields.set("amount", kronor(event.content.amount));
    fields.set("no_show_fee", kronor(event.content.no_show_fee));
    fields.set("retention_days", event.retention_days.to_string());
    fields.set("meeting_link", event.meeting_link.as_deref().unwrap_or_default());
    match event.dispatch {
        None => fields.set("dispatch", "none"),
        Some(LinkDispatch::On(day)) => {
            fields.set("dispatch", "on");
            fields.set("dispatch_on", typed_day(language, day));
        }
        Some(LinkDispatch::DaysBefore(days)) => {
            fields.set("dispatch", "days");
            fields.set("dispatch_days", days.to_string());
        }
    }
}

/// "26 maj 2027". Without the weekday: whoever moves a day would have to mend that too.
pub fn typed_day(language: Language, day: Date) -> String {
    let said = locale::day(language, day);
    said.split_once(' ').map_or_else(|| said.clone(), |(_, day)| day.to_owned())
}
