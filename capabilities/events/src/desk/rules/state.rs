//! What follows when an event is saved, published or cancelled.

use crate::desk::types::{Lack, Milestone, MilestoneKind, StateRefusal};
use crate::event::{self, Event, State};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::clock::Now;

/// Day, time, zone or place: what people must be told, and calendars must move.
pub fn when_or_where_changed(before: &Event, after: &Event) -> bool {
    before.days != after.days
        || before.zone != after.zone
        || before.mode != after.mode
        || before.content.venue != after.content.venue
        || before.content.platform != after.content.platform
}

/// Raises what rises when `after` is saved over `before`.
pub fn raise(before: &Event, after: &mut Event) {
    let moved = when_or_where_changed(before, after) || before.content.title != after.content.title;
    if before.state.is_public() && moved {
        after.sequence += 1;
    }
    // A link that is taken away is not sent, and the next one is another than the last.
    if before.meeting_link != after.meeting_link && after.meeting_link.is_some() {
        after.link_version += 1;
    }
}

pub fn publish(event: &Event, now: Now) -> Result<State, StateRefusal> {
    if event.state.is_public() {
        return Err(StateRefusal::NotADraft);
    }
    if event::ends_at(event).timestamp() <= now.at {
        return Err(StateRefusal::Over);
    }
    Ok(State::Published { at: now.at })
}

pub fn cancel(event: &Event, at: Timestamp) -> Result<State, StateRefusal> {
    match event.state {
        State::Published { at: published_at } => Ok(State::Cancelled { published_at, at }),
        State::Draft | State::Cancelled { .. } => Err(StateRefusal::NotPublished),
    }
}

/// What is not said yet and people will ask for.
pub fn lacks(event: &Event, has_programme: bool, today: Date) -> Vec<Lack> {
    let content = &event.content;
    let to_have = [
        (!content.lead.is_empty(), Lack::Lead),
        (!content.text.is_empty(), Lack::Text),
        (has_programme, Lack::Programme),
        (!content.organisers.is_empty(), Lack::Organiser),
        (event.contact().is_some(), Lack::Contact),
        (!event.mode.has_venue() || content.venue.is_some(), Lack::Venue),
        (!event.mode.has_link() || event.meeting_link.is_some(), Lack::MeetingLink),
        (!event.mode.has_link() || event.dispatch.is_some(), Lack::Dispatch),
        (event.deadline_on >= today, Lack::DeadlinePassed),
    ];
    to_have.into_iter().filter(|(there, _)| !there).map(|(_, lack)| lack).collect()
}

/// The days that matter to an event, in order.
pub fn milestones(event: &Event, now: Now) -> Vec<Milestone> {
    let today = now.today(&event.zone);
    let (first, last) = (event.first_day().day, event.last_day().day);
    let published_on = match event.state {
        State::Draft => None,
        State::Published { at } | State::Cancelled { published_at: at, .. } => {
            Some(at.to_zoned_datetime(event.zone.clone()).date())
        }
    };
    let link_day = event.dispatch.map(|it| event::dispatch_day(it, first));
    let missing = event.meeting_link.is_none();
    let days = [
        (published_on, MilestoneKind::Published),
        (event.opens_on, MilestoneKind::Opens),
        (Some(event.deadline_on), MilestoneKind::Deadline),
        (
            event.change_deadline_on.filter(|it| *it != event.deadline_on),
            MilestoneKind::ChangeDeadline,
        ),
        (link_day, MilestoneKind::LinkDay { missing }),
        (Some(first), MilestoneKind::Takes),
        (Some(event::erased_on(last, event.retention_days)), MilestoneKind::Erased),
    ];
    let mut milestones: Vec<Milestone> = days
        .into_iter()
        .filter_map(|(day, kind)| day.map(|day| Milestone { day, kind, past: day < today }))
        .collect();
    milestones.sort_by_key(|it| it.day);
    milestones
}

/// The longest slug without the number that tells it from another.
const SLUG_MAX: usize = 60;

/// What stands in the address of an event: its title and first day.
pub fn slug(title: &str, first_on: Date) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for c in title.to_lowercase().chars() {
        let plain = match c {
            'a'..='z' | '0'..='9' => String::from(c),
            'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' => "a".to_owned(),
            'æ' => "ae".to_owned(),
            'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' => "o".to_owned(),
            'é' | 'è' | 'ê' | 'ë' => "e".to_owned(),
            'í' | 'ì' | 'î' | 'ï' => "i".to_owned(),
            'ü' | 'ú' | 'ù' | 'û' => "u".to_owned(),
            'ç' | 'č' => "c".to_owned(),
            'ñ' => "n".to_owned(),
            'š' => "s".to_owned(),
            'ž' => "z".to_owned(),
            'ð' | 'đ' => "d".to_owned(),
            'ß' => "ss".to_owned(),
            '\'' | '’' => continue,
            _ => {
                words.push(String::new());
                continue;
            }
        };
        words.last_mut().expect("there is always a last word").push_str(&plain);
    }
    let day = first_on.to_string();
    let mut slug = String::new();
    for word in words.iter().filter(|it| !it.is_empty()) {
        if slug.len() + word.len() + day.len() + 2 > SLUG_MAX {
            if slug.is_empty() {
                slug.push_str(&word[..SLUG_MAX - day.len() - 1]);
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug.is_empty() {
        slug.push_str("evenemang");
    }
    format!("{slug}-{day}")
}

/// The slug itself, then what it is called where others have it already.
pub fn slug_attempt(base: &str, nth: u32) -> String {
    if nth <= 1 { base.to_owned() } else { format!("{base}-{nth}") }
}

/// Whether `slug` was made from `base`.
pub fn is_slug_of(slug: &str, base: &str) -> bool {
    slug.strip_prefix(base).is_some_and(|rest| {
        rest.is_empty()
            || rest.strip_prefix('-').is_some_and(|it| it.parse::<u32>().is_ok_and(|it| it > 1))
    })
}
