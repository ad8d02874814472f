//! The event for machines: one schema.org object. Nothing in it that the page does not show.

use crate::announcement::pages::event::Around;
use crate::announcement::reads::WholeEvent;
use crate::announcement::rules;
use crate::event::{self, Admission, AttendanceMode, State};
use interchange::structured_data::{self, EventData, Organisation, Part, Place, Related};
use jiff::civil::Time;
use shared::addresses;

/// JSON on one line, for its script element. `name`: the words of the page's h1.
pub fn structured_data(around: Around<'_>, whole: &WholeEvent, name: &str) -> String {
    let Around { words, public_url, .. } = around;
    let language = words.language;
    let event = &whole.event;
    let content = &event.content;
    let url = |path: String| format!("{public_url}{path}");
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let organisation = |name: &String| Organisation { name: name.clone(), url: None };
    let first = event.first_day();
    let at = |day, time: Time| {
        event
            .zone
            .to_ambiguous_zoned_datetime(jiff::civil::Date::to_datetime(day, time))
            .compatible()
            .ok()
    };
    let speakers = whole.programme.iter().flat_map(|it| &it.appearances);
    let mut performers: Vec<String> = speakers.flat_map(|it| it.names.clone()).collect();
    let mut seen = std::collections::HashSet::new();
    performers.retain(|it| seen.insert(it.clone()));
    let open = event.admission == Admission::Open && !rules::is_over(event, around.now);
    let data = EventData {
        name: name.to_owned(),
        description: filled(&description(whole, language)),
        url: url(addresses::event(language, &event.slug)),
        starts: event::starts_at(event),
        ends: event::ends_at(event),
        status: match event.state {
            State::Cancelled { .. } => structured_data::Status::Cancelled,
            State::Draft | State::Published { .. } => structured_data::Status::Scheduled,
        },
        attendance_mode: match event.mode {
            AttendanceMode::Online => structured_data::AttendanceMode::Online,
            AttendanceMode::OnSite => structured_data::AttendanceMode::OnSite,
            AttendanceMode::Mixed => structured_data::AttendanceMode::Mixed,
        },
        place: content.venue.as_ref().filter(|_| event.mode.has_venue()).map(|it| Place {
            name: filled(&it.name)
                .or_else(|| filled(&it.street))
                .unwrap_or_else(|| it.town.clone()),
            street: filled(&it.street),
            town: filled(&it.town),
        }),
        virtual_url_public: None,
        organisers: content
            .organisers
            .iter()
            .chain(&content.co_organisers)
            .map(organisation)
            .collect(),
        funders: content.co_funders.iter().map(organisation).collect(),
        performers,
        in_language: content.title.spoken(language).language,
        free: content.free.then_some(true),
        audience: filled(content.audience.words(language)),
        image: content.picture.as_ref().map(|it| url(addresses::picture(it.id))),
        capacity: event.limit.places,
        remaining: event.limit.left().filter(|_| open),
        super_event: whole.conference.as_ref().map(|it| Related {
            name: it.content.title.words(language).to_owned(),
            url: url(addresses::event(language, &it.slug)),
        }),
        sub_events: whole
            .programme
            .iter()
            .filter(|it| !it.title.is_empty())
            .filter_map(|it| {
                let day = it.day.unwrap_or(first.day);
                let starts = at(day, it.starts?)?;
                let ends = it.ends.and_then(|ends| at(day, ends));
                Some(Part { name: it.title.words(language).to_owned(), starts, ends })
            })
            .collect(),
    };
    data.to_json()
}

/// The lead, or the beginning of the text where there is none.
pub fn description(whole: &WholeEvent, language: locale::Language) -> String {
    let content = &whole.event.content;
    let lead = content.lead.words(language);
    if !lead.is_empty() {
        return lead.to_owned();
    }
    let text = web::markdown::to_plain(content.text.words(language));
    match text.char_indices().nth(200) {
        None => text,
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &text[..cut])
        }
    }
}
