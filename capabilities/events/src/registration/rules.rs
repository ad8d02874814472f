//! What a registration may and may not be. Pure: no clock, no database, no wording.

use crate::event::{self, Admission, Event, State};
use crate::programme::{Choosing, GroupTalk, ProgrammeItem};
use crate::registration::types::{
    Availability, By, Placed, PlacedChoice, Refusal, Register, Wanted, WantedRefusal,
};
use jiff::civil::Date;
use platform::clock::Now;
use platform::secrets::{self, Key};
use shared::ids::{EventId, RegistrationId};

/// How many wishes one may rank.
pub const WISHES_MAX: usize = 3;

/// Whether a public event takes registrations; a draft takes none.
pub fn availability(event: &Event, now: Now) -> Availability {
    let today = now.today(&event.zone);
    let closed = Availability::Closed { deadline_on: event.deadline_on };
    match event.state {
        State::Cancelled { .. } => return Availability::Cancelled,
        State::Draft => return closed,
        State::Published { .. } => {}
    }
    if today > event.deadline_on || now.at >= event::ends_at(event).timestamp() {
        return closed;
    }
    if let Some(opens_on) = event.opens_on
        && today < opens_on
    {
        return Availability::NotOpen { opens_on };
    }
    if event.limit.is_full() { Availability::Full } else { Availability::Open }
}

/// A request that the rules have accepted. Only [`accept`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedRegistration {
    request: Register,
    placed: Placed,
}

impl AcceptedRegistration {
    pub fn request(&self) -> &Register {
        &self.request
    }

    pub fn placed(&self) -> &Placed {
        &self.placed
    }
}

pub fn accept(
    event: &Event,
    programme: &[ProgrammeItem],
    now: Now,
    request: Register,
) -> Result<AcceptedRegistration, Refusal> {
    let available = availability(event, now);
    match (available, request.by) {
        (Availability::Open, _) => {}
        // Somebody who phones after the last day, or before the first, is let in by a person.
        (Availability::Closed { .. } | Availability::NotOpen { .. }, By::Organiser)
            if matches!(event.state, State::Published { .. })
                && now.at < event::ends_at(event).timestamp()
                && !event.limit.is_full() => {}
        (other, _) => return Err(Refusal::Unavailable(other)),
    }
    let placed = place(programme, &request.wanted, &Placed::default())?;
    Ok(AcceptedRegistration { request, placed })
}

/// Whether the event's form stands at an address with this code; an event that is not public has
/// no form.
pub fn is_admitted(event: &Event, code: Option<&str>) -> bool {
    let code_fits = match (&event.admission, code) {
        (Admission::Open, None) => true,
        (Admission::Invited { code: ours }, Some(code)) => {
            secrets::same(ours.as_bytes(), code.as_bytes())
        }
        _ => false,
    };
    event.state.is_public() && code_fits
}

/// Finds what is wanted on the programme. `held` is what the person has already: a full choice is
/// no obstacle to who sits there.
pub fn place(
    programme: &[ProgrammeItem],
    wanted: &Wanted,
    held: &Placed,
) -> Result<Placed, Refusal> {
    let mut refusals = vec![];
    let mut placed = Placed::default();
    let talks: &[GroupTalk] = programme
        .iter()
        .find(|it| it.choosing == Choosing::RankedWishes)
        .map_or(&[], |it| &it.talks);
    for (rank, number) in (1..).zip(&wanted.wishes) {
        match talks.iter().find(|it| it.number == *number) {
            None => refusals.push(WantedRefusal::UnknownWish { rank }),
            Some(talk) if placed.wishes.contains(&talk.id) => {
                refusals.push(WantedRefusal::WishedTwice { rank });
            }
            Some(talk) => placed.wishes.push(talk.id),
        }
    }
    for (nth, number) in &wanted.choices {
        let item = (1..)
            .zip(programme)
            .find(|(at, it)| at == nth && it.choosing == Choosing::FirstCome)
            .map(|(_, it)| it);
        let Some((item, talk)) =
            item.and_then(|item| Some((item, item.talks.iter().find(|it| it.number == *number)?)))
        else {
            refusals.push(WantedRefusal::UnknownChoice { item: *nth });
            continue;
        };
        let has_it = held.choices.iter().any(|it| it.talk == talk.id);
        if talk.limit.is_full() && !has_it {
            let title = talk.title.clone();
            refusals.push(WantedRefusal::ChoiceFull { item: *nth, title });
            continue;
        }
        placed.choices.push(PlacedChoice {
            item: item.id,
            nth: *nth,
            talk: talk.id,
            limit: talk.limit.id,
        });
    }
    if refusals.is_empty() { Ok(placed) } else { Err(Refusal::Wanted(refusals)) }
}

/// The last day on which one may change, counted whole.
pub fn change_deadline(event: &Event) -> Date {
    event.change_deadline_on.unwrap_or(event.deadline_on)
}

/// Whether somebody may still change what they wish.
pub fn may_change(event: &Event, now: Now) -> Result<(), Refusal> {
    let deadline = change_deadline(event);
    if matches!(event.state, State::Cancelled { .. }) {
        return Err(Refusal::Unavailable(Availability::Cancelled));
    }
    if now.today(&event.zone) > deadline {
        return Err(Refusal::ChangeDeadlinePassed(deadline));
    }
    may_withdraw(event, now)
}

/// Whether somebody may still say that they are not coming: until the event begins.
pub fn may_withdraw(event: &Event, now: Now) -> Result<(), Refusal> {
    if now.at >= event::starts_at(event).timestamp() {
        return Err(Refusal::Begun);
    }
    Ok(())
}

/// Whether the morning has come on which the meeting link was promised.
pub fn link_is_due(event: &Event, now: Now) -> bool {
    event.dispatch.is_some_and(|dispatch| {
        let day = event::dispatch_day(dispatch, event.first_day().day);
        now.at >= event::morning(day, &event.zone)
    })
}

/// The meeting link, for somebody who is registered, from the promised morning until the end.
pub fn link_for(event: &Event, now: Now) -> Option<&str> {
    let begins = matches!(event.state, State::Published { .. })
        && link_is_due(event, now)
        && now.at < event::ends_at(event).timestamp();
    event.meeting_link.as_deref().filter(|_| begins)
}

/// What is kept of a form's key: nobody can get from it to the form or to the address. Another
/// address typed into the same form is another form: two people share a computer.
pub fn form_mark(event: EventId, form_key: &str, email_key: &str) -> Option<String> {
    (!form_key.is_empty())
        .then(|| secrets::fingerprint(&format!("{event}\u{0}{form_key}\u{0}{email_key}")))
}

/// The receipt's address: of the form, not of the registration, so that a receipt for somebody
/// who had registered before looks like any other and reveals nothing.
pub fn receipt_token(key: &Key, event: EventId, form_key: &str) -> String {
    let form = secrets::fingerprint(&format!("{event}\u{0}{form_key}"));
    let form = &form.as_bytes()[..22];
    let mark = key.mark("receipt", &[event.0.as_bytes(), form]);
    format!("{}{}", String::from_utf8_lossy(form), secrets::text(&mark))
}

/// Whether a receipt's address is one that we made for this event.
pub fn is_receipt(key: &Key, event: EventId, token: &str) -> bool {
    let Some((form, mark)) = token.split_at_checked(22) else { return false };
    let expected = key.mark("receipt", &[event.0.as_bytes(), form.as_bytes()]);
    secrets::bytes(mark).is_some_and(|mark| secrets::same(&mark, &expected))
}

/// The secret of the personal link: who holds it may see, change and withdraw.
pub fn personal_token(key: &Key, id: RegistrationId, link_version: i64) -> String {
    let mark = key.mark("registration-link", &[id.0.as_bytes(), &link_version.to_be_bytes()]);
    secrets::text(&[id.0.as_bytes().as_slice(), &mark].concat())
}

/// Which registration a personal link speaks of; whether it is genuine [`is_personal`] says.
pub fn registration_of(token: &str) -> Option<RegistrationId> {
    let bytes = secrets::bytes(token)?;
    if bytes.len() != 16 + secrets::MARK_BYTES {
        return None;
    }
    platform::ids::Uuid::from_slice(&bytes[..16]).ok().map(RegistrationId)
}

pub fn is_personal(key: &Key, token: &str, id: RegistrationId, link_version: i64) -> bool {
    secrets::same(token.as_bytes(), personal_token(key, id, link_version).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{PlaceLimit, sample_event};
    use crate::programme::sample_item;
    use jiff::Timestamp;
    use jiff::civil::date;
    use shared::{Email, Language};

    fn request(wanted: Wanted, by: By) -> Register {
        Register {
            id: RegistrationId(platform::ids::Uuid::from_u128(7)),
            event: EventId(platform::ids::Uuid::from_u128(1)),
            form_mark: None,
            registrant: crate::registration::types::Registrant {
                name: "Tuva Nordlund".to_owned(),
                email: Email::parse("tuva@example.org").unwrap(),
                organisation: String::new(),
                sector: None,
                municipality: String::new(),
                role: None,
                language: Language::Swedish,
            },
            wanted,
            by,
        }
    }

    fn at(text: &str) -> Now {
        Now { at: text.parse::<Timestamp>().unwrap() }
    }

    /// The event is on 26 May 2027 16.00–18.00, opens on 1 April, the last day is 21 May and there
    /// are 40 places; talks 1 and 2 are wished for in item 2, talk 1 of item 3 has one place.
    #[track_caller]
    fn check(taken: u32, now: &str, by: By, wanted: Wanted, expected: Result<(), Refusal>) {
        let mut event = sample_event();
        event.opens_on = Some(date(2027, 4, 1));
        event.limit = PlaceLimit { places: Some(40), taken, ..event.limit };
        let mut first_come = sample_item(Choosing::FirstCome, 2);
        first_come.talks[0].limit =
            PlaceLimit { places: Some(1), taken: 1, ..first_come.talks[0].limit };
        let programme =
            [sample_item(Choosing::None, 0), sample_item(Choosing::RankedWishes, 2), first_come];
        let actual = accept(&event, &programme, at(now), request(wanted, by)).map(drop);
        assert_eq!(actual, expected);
    }

    fn wishes(wishes: &[u32]) -> Wanted {
        Wanted { wishes: wishes.to_vec(), choices: vec![] }
    }

    const CLOSED: Refusal =
        Refusal::Unavailable(Availability::Closed { deadline_on: date(2027, 5, 21) });

    #[test]
    fn accepts_on_the_last_day_and_refuses_the_day_after() {
        check(0, "2027-05-21T21:59:59Z", By::Themselves, wishes(&[2, 1]), Ok(()));
        check(0, "2027-05-21T22:00:00Z", By::Themselves, wishes(&[]), Err(CLOSED));
    }

    #[test]
    fn opens_at_midnight_where_the_event_is() {
        let not_open = Refusal::Unavailable(Availability::NotOpen { opens_on: date(2027, 4, 1) });
        check(0, "2027-03-31T21:59:59Z", By::Themselves, wishes(&[]), Err(not_open));
        check(0, "2027-03-31T22:00:00Z", By::Themselves, wishes(&[]), Ok(()));
    }

    #[test]
    fn accepts_into_the_last_place_and_refuses_after_it() {
        let full = Refusal::Unavailable(Availability::Full);
        check(39, "2027-05-01T10:00:00Z", By::Themselves, wishes(&[]), Ok(()));
        check(40, "2027-05-01T10:00:00Z", By::Themselves, wishes(&[]), Err(full.clone()));
        check(40, "2027-05-01T10:00:00Z", By::Organiser, wishes(&[]), Err(full));
    }

    #[test]
    fn an_organiser_lets_somebody_in_after_the_last_day_until_the_event_ends() {
        check(0, "2027-05-25T10:00:00Z", By::Organiser, wishes(&[]), Ok(()));
        check(0, "2027-05-26T15:59:59Z", By::Organiser, wishes(&[]), Ok(()));
        check(0, "2027-05-26T16:00:00Z", By::Organiser, wishes(&[]), Err(CLOSED));
        check(40, "2027-05-25T10:00:00Z", By::Organiser, wishes(&[]), Err(CLOSED));
    }

    #[test]
    fn refuses_wishes_that_are_not_on_the_programme_and_wishes_made_twice() {
        let wanted = |it| Err(Refusal::Wanted(vec![it]));
        let now = "2027-05-01T10:00:00Z";
        check(0, now, By::Themselves, wishes(&[9]), wanted(WantedRefusal::UnknownWish { rank: 1 }));
        check(
            0,
            now,
            By::Themselves,
            wishes(&[2, 2]),
            wanted(WantedRefusal::WishedTwice { rank: 2 }),
        );
    }

    #[test]
    fn refuses_a_choice_that_is_full_and_one_in_an_item_that_has_none() {
        let now = "2027-05-01T10:00:00Z";
        let choice = |item, talk| Wanted { wishes: vec![], choices: vec![(item, talk)] };
        let full = WantedRefusal::ChoiceFull {
            item: 3,
            title: sample_item(Choosing::FirstCome, 1).talks[0].title.clone(),
        };
        check(0, now, By::Themselves, choice(3, 1), Err(Refusal::Wanted(vec![full])));
        check(0, now, By::Themselves, choice(3, 2), Ok(()));
        let unknown = WantedRefusal::UnknownChoice { item: 2 };
        check(0, now, By::Themselves, choice(2, 1), Err(Refusal::Wanted(vec![unknown])));
    }

    #[test]
    fn withdrawal_is_open_until_the_event_begins() {
        let event = sample_event();
        assert_eq!(may_withdraw(&event, at("2027-05-26T13:59:59Z")), Ok(()));
        assert_eq!(may_withdraw(&event, at("2027-05-26T14:00:00Z")), Err(Refusal::Begun));
    }

    #[test]
    fn changes_follow_the_last_day_to_register_unless_another_was_set() {
        let mut event = sample_event();
        assert_eq!(may_change(&event, at("2027-05-21T20:00:00Z")), Ok(()));
        let passed = Refusal::ChangeDeadlinePassed(date(2027, 5, 21));
        assert_eq!(may_change(&event, at("2027-05-22T00:00:00Z")), Err(passed));
        event.change_deadline_on = Some(date(2027, 5, 24));
        assert_eq!(may_change(&event, at("2027-05-24T20:00:00Z")), Ok(()));
    }

    #[test]
    fn a_personal_link_is_made_over_registration_and_version() {
        let key = Key::from_bytes(b"key");
        let id = RegistrationId(platform::ids::Uuid::from_u128(7));
        let token = personal_token(&key, id, 1);
        assert_eq!(registration_of(&token), Some(id));
        assert!(is_personal(&key, &token, id, 1));
        assert!(!is_personal(&key, &token, id, 2), "a new version makes it void");
        assert!(!is_personal(&Key::from_bytes(b"other"), &token, id, 1));
        assert_eq!(registration_of("forged"), None);
        assert_eq!(registration_of(&token[1..]), None);
    }

    #[test]
    fn a_receipt_belongs_to_its_form_and_event() {
        let key = Key::from_bytes(b"key");
        let (one, two) = (
            EventId(platform::ids::Uuid::from_u128(1)),
            EventId(platform::ids::Uuid::from_u128(2)),
        );
        let token = receipt_token(&key, one, "form");
        assert_eq!(token, receipt_token(&key, one, "form"));
        assert_ne!(token, receipt_token(&key, one, "another"));
        assert!(is_receipt(&key, one, &token) && !is_receipt(&key, two, &token));
        assert!(!is_receipt(&key, one, "ååååååååååååååååååååååååååååå"));
    }
}
