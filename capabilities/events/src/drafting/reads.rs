//! What is known here already that a draft may be about: events like it, and names.

use crate::drafting::rules::changes::Held;
use crate::drafting::rules::filling;
use crate::drafting::rules::likeness::{alike, same};
use crate::drafting::types::{Draft, Known, Linked, Relation};
use crate::event::{self, Appearance, Event};
use crate::{desk, programme, programme_desk};
use jiff::civil::Date;
use platform::database::{DatabaseError, Session};
use programme::ProgrammeItem;
use shared::Language;
use shared::ids::EventId;
use std::collections::HashMap;

/// So many events, the latest first, are searched for names.
const EVENTS_SEARCHED: u32 = 300;
const ITEMS_SEARCHED: u32 = 1000;

/// Events that the draft may be about: those that begin on its first day and are called like it;
/// else the one that is not over on `today` and has the very same title, since an event is moved
/// more often than another is called the same. Where several have it, it is the title of something
/// that recurs.
pub async fn events_like(
    session: &mut Session,
    draft: &Draft,
    today: Date,
) -> Result<Vec<Event>, DatabaseError> {
    let (Some(day), Some(title)) = (filling::first_on(draft), filling::title(draft)) else {
        return Ok(vec![]);
    };
    let mut events = event::list_beginning(session, day).await?;
    events.retain(|it| {
        let own = &it.content.title;
        alike(&own.sv, title) || alike(&own.en, title)
    });
    if events.is_empty() {
        events = event::list_unfinished(session, today).await?;
        events.retain(|it| {
            let own = &it.content.title;
            it.last_day().day >= today && (same(&own.sv, title) || same(&own.en, title))
        });
        if events.len() > 1 {
            events.clear();
        }
    }
    Ok(events)
}

/// The event that the draft says it is the pre-meeting of, if there is one that it can be.
pub async fn conference(
    session: &mut Session,
    draft: &Draft,
) -> Result<Option<Event>, DatabaseError> {
    let said = draft.linked.iter().find(|it| it.relation == Relation::PreMeetingOf);
    let Some(Linked { day, title, .. }) = said else { return Ok(None) };
    let Ok(day) = day.parse() else { return Ok(None) };
    let mut events = event::list_beginning(session, day).await?;
    let own = filling::title(draft).unwrap_or_default();
    // Called as the text calls it, or like the pre-meeting itself, or alone on its day.
    let is = |it: &Event| {
        [&it.content.title.sv, &it.content.title.en]
            .iter()
            .any(|name| alike(name, title) || alike(name, own))
    };
    if let Some(at) = events.iter().position(is) {
        return Ok(Some(events.swap_remove(at)));
    }
    Ok(if events.len() == 1 { events.pop() } else { None })
}

/// Everybody and every organisation that events here speak of, the latest first.
pub async fn known(session: &mut Session) -> Result<Vec<Known>, DatabaseError> {
    let events = event::list_all(session, 0, EVENTS_SEARCHED).await?;
    let titles: HashMap<EventId, &str> =
        events.iter().map(|it| (it.id, it.content.title.words(Language::Swedish))).collect();
    let mut known = vec![];
    let mut person = |title: &str, it: &Appearance| {
        for name in &it.names {
            known.push(Known {
                name: name.clone(),
                title: it.title.clone(),
                affiliation: it.affiliation.clone(),
                event: title.to_owned(),
            });
        }
    };
    for (event, appearance) in programme::list_appearances(session, ITEMS_SEARCHED).await? {
        if let Some(title) = titles.get(&event) {
            person(title, &appearance);
        }
    }
    for event in &events {
        let title = event.content.title.words(Language::Swedish);
        for it in &event.content.moderators {
            person(title, it);
        }
    }
    for event in &events {
        let content = &event.content;
        let title = content.title.words(Language::Swedish);
        let names = content.organisers.iter().chain(&content.co_organisers);
        known.extend(names.chain(&content.co_funders).map(|name| Known {
            name: name.clone(),
            title: String::new(),
            affiliation: String::new(),
            event: title.to_owned(),
        }));
    }
    Ok(known)
}

/// An event with its programme, as both stand in the fields of their forms.
pub async fn held(
    session: &mut Session,
    language: Language,
    event: &Event,
) -> Result<(Held, Vec<ProgrammeItem>), DatabaseError> {
    let conference = match event.pre_meeting_of {
        Some(id) => event::find(session, id).await?,
        None => None,
    };
    let conference = conference.as_ref().map(|it| it.slug.as_str());
    let items = programme::list(session, event.id).await?;
    let held = Held {
        event: desk::fields_of_event(language, event, conference),
        items: items.iter().map(|it| programme_desk::fields_of_item(language, it)).collect(),
    };
    Ok((held, items))
}
