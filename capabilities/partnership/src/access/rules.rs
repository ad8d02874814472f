//! Who may be added and ended, and which links and sessions let somebody in. Pure: no clock, no
//! database, no wording; the instance's key is an argument.

use crate::access::types::{
    AddPerson, ChangePerson, HeldSession, LinkRefusal, Person, Refusal, SignInLink, SignInLinkId,
};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use platform::ids::Uuid;
use platform::secrets::{self, Key, MARK_BYTES};
use shared::ids::PersonId;
use shared::{Email, EmailProblem, Language};
use web::asked::Role;

/// How long a sign-in link is valid.
pub const LINK_MINUTES: i64 = 30;
/// A session ends so long after its last use …
pub const SESSION_IDLE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// … and so long after it began, used or not; the browser is told to forget its cookie then.
pub const SESSION_WHOLE: SignedDuration = SignedDuration::from_hours(90 * 24);
/// A use is noted when the last noted one is this old: to note each would be a write for each page.
const USE_NOTED_EVERY: SignedDuration = SignedDuration::from_hours(1);
const NAME_CHARACTERS_MAX: u32 = 120;
const ID_BYTES: usize = 16;

/// What the rules accepted of a person. Only [`accept_person`] and [`accept_change`] make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedPerson {
    id: PersonId,
    name: String,
    email: Email,
    role: Role,
    language: Language,
}

impl AcceptedPerson {
    pub fn id(&self) -> PersonId {
        self.id
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn email(&self) -> &Email {
        &self.email
    }

    pub fn role(&self) -> Role {
        self.role
    }

    pub fn language(&self) -> Language {
        self.language
    }
}

/// `holder`: whoever has the address already. Somebody whose access has ended is let in again, as
/// the person they were.
pub fn accept_person(
    request: &AddPerson,
    holder: Option<&Person>,
) -> Result<AcceptedPerson, Vec<Refusal>> {
    let mut refusals = vec![];
    let name = accept_name(&request.name, &mut refusals);
    let email = accept_email(&request.email, &mut refusals);
    if request.role.is_none() {
        refusals.push(Refusal::RoleMissing);
    }
    if holder.is_some_and(Person::has_access) {
        refusals.push(Refusal::EmailTaken);
    }
    match (email, request.role) {
        (Some(email), Some(role)) if refusals.is_empty() => Ok(AcceptedPerson {
            id: holder.map_or(request.id, |it| it.id),
            name,
            email,
            role,
            language: request.language,
        }),
        _ => Err(refusals),
    }
}

/// `person`: who it is now. `holder`: whoever has the address that is asked for.
pub fn accept_change(
    request: &ChangePerson,
    person: &Person,
    holder: Option<&Person>,
) -> Result<AcceptedPerson, Vec<Refusal>> {
    let mut refusals = vec![];
    let name = accept_name(&request.name, &mut refusals);
    let email = accept_email(&request.email, &mut refusals);
    if holder.is_some_and(|it| it.id != person.id) {
        refusals.push(Refusal::EmailTaken);
    }
    match email {
        Some(email) if refusals.is_empty() => Ok(AcceptedPerson {
            id: person.id,
            name,
            email,
            role: person.role,
            language: request.language,
        }),
        _ => Err(refusals),
    }
}

fn accept_name(typed: &str, refusals: &mut Vec<Refusal>) -> String {
    let name = typed.trim();
    if name.is_empty() {
        refusals.push(Refusal::NameMissing);
    } else if name.chars().count() > NAME_CHARACTERS_MAX as usize {
        refusals.push(Refusal::NameTooLong(NAME_CHARACTERS_MAX));
    }
    name.to_owned()
}

fn accept_email(typed: &str, refusals: &mut Vec<Refusal>) -> Option<Email> {
    Email::parse(typed).map_err(|problem| refusals.push(email_refusal(problem))).ok()
}

pub fn email_refusal(problem: EmailProblem) -> Refusal {
    match problem {
        EmailProblem::Empty => Refusal::EmailMissing,
        EmailProblem::Implausible => Refusal::EmailImplausible,
    }
}

/// The first administrator of an instance, of whom only the address is known: "Eva Ek" of
/// eva.ek@example.org, to be corrected on the page of people.
pub fn first_administrator(id: PersonId, email: &Email) -> AcceptedPerson {
    let local = email.as_str().split('@').next().unwrap_or_default();
    let words: Vec<String> = local
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(char::to_uppercase).into_iter().flatten();
            first.chain(letters).collect()
        })
        .collect();
    let name = if words.is_empty() { email.as_str().to_owned() } else { words.join(" ") };
    AcceptedPerson {
        id,
        name,
        email: email.clone(),
        role: Role::Administrator,
        language: Language::default(),
    }
}

/// Whether `person` may stop being an administrator who has access. `administrators`: how many
/// there are, this one counted.
pub fn let_go(person: &Person, administrators: i64) -> Result<(), Refusal> {
    if person.has_access() && person.role == Role::Administrator && administrators <= 1 {
        return Err(Refusal::LastAdministrator);
    }
    Ok(())
}

pub fn link_valid_until(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_mins(LINK_MINUTES)
}

/// Whether the link lets its person in at this moment.
pub fn open_link(link: &SignInLink, now: Timestamp) -> Result<(), LinkRefusal> {
    if link.used_at.is_some() {
        return Err(LinkRefusal::Used);
    }
    if now >= link.valid_until || !link.person.has_access() {
        return Err(LinkRefusal::Old);
    }
    Ok(())
}

/// The text that stands in an address: the id, and a mark that only we can make.
pub fn link_text(key: &Key, id: SignInLinkId) -> String {
    let mut bytes = id.0.as_bytes().to_vec();
    bytes.extend(link_mark(key, id));
    secrets::text(&bytes)
}

/// The id in such a text, if we made it.
pub fn read_link(key: &Key, text: &str) -> Option<SignInLinkId> {
    let bytes = secrets::bytes(text)?;
    let (id, mark) = bytes.split_at_checked(ID_BYTES)?;
    let id = SignInLinkId(Uuid::from_slice(id).ok()?);
    secrets::same(mark, &link_mark(key, id)).then_some(id)
}

fn link_mark(key: &Key, id: SignInLinkId) -> [u8; MARK_BYTES] {
    key.mark("sign-in-link", &[id.0.as_bytes()])
}

pub fn session_holds(session: &HeldSession, now: Timestamp) -> bool {
    session.person.has_access()
        && now < session.used_at + SESSION_IDLE
        && now < session.created_at + SESSION_WHOLE
}

/// Whether this use is to be noted.
pub fn notes_use(session: &HeldSession, now: Timestamp) -> bool {
    now >= session.used_at + USE_NOTED_EVERY
}

/// The zone in which people who work here read times.
pub fn zone() -> TimeZone {
    TimeZone::get("Europe/Stockholm").expect("the zones come with the program")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: &str = "2027-05-18T12:00:00Z";

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn person(role: Role, ended: bool) -> Person {
        Person {
            id: PersonId(Uuid::from_u128(7)),
            name: "Tyra Holmqvist".to_owned(),
            email: "tyra@example.org".to_owned(),
            role,
            language: Language::Swedish,
            created_at: at("2027-01-01T00:00:00Z"),
            signed_in_at: None,
            ended_at: ended.then(|| at("2027-03-01T00:00:00Z")),
        }
    }

    fn add(name: &str, email: &str, role: Option<Role>) -> AddPerson {
        AddPerson {
            id: PersonId(Uuid::from_u128(1)),
            name: name.to_owned(),
            email: email.to_owned(),
            role,
            language: Language::Swedish,
        }
    }

    #[track_caller]
    fn check_add(name: &str, email: &str, role: Option<Role>, expected: &[Refusal]) {
        let refused = accept_person(&add(name, email, role), None).err().unwrap_or_default();
        assert_eq!(refused, expected);
    }

    #[test]
    fn says_everything_that_is_wrong_with_a_person_at_once() {
        let organiser = Some(Role::Organiser);
        check_add("Tyra", "tyra@example.org", organiser, &[]);
        check_add(
            "",
            "",
            None,
            &[Refusal::NameMissing, Refusal::EmailMissing, Refusal::RoleMissing],
        );
        check_add("Tyra", "tyra", organiser, &[Refusal::EmailImplausible]);
        check_add(&"å".repeat(120), "tyra@example.org", organiser, &[]);
        check_add(&"å".repeat(121), "tyra@example.org", organiser, &[Refusal::NameTooLong(120)]);
    }

    #[test]
    fn an_address_in_use_is_taken_and_one_that_ended_is_let_in_as_who_they_were() {
        let request = add("Tyra H", "Tyra@example.org", Some(Role::Administrator));
        let active = person(Role::Organiser, false);
        assert_eq!(accept_person(&request, Some(&active)), Err(vec![Refusal::EmailTaken]));
        let ended = person(Role::Organiser, true);
        let accepted = accept_person(&request, Some(&ended)).unwrap();
        assert_eq!((accepted.id(), accepted.role()), (ended.id, Role::Administrator));
    }

    #[test]
    fn nobody_takes_the_address_of_another_even_of_somebody_who_ended() {
        let me = person(Role::Organiser, false);
        let request = ChangePerson {
            id: me.id,
            name: "Tyra".to_owned(),
            email: "bo@example.org".to_owned(),
            language: Language::English,
        };
        let bo = Person { id: PersonId(Uuid::from_u128(8)), ..person(Role::Organiser, true) };
        assert_eq!(accept_change(&request, &me, Some(&bo)), Err(vec![Refusal::EmailTaken]));
        assert!(accept_change(&request, &me, Some(&me)).is_ok());
    }

    #[test]
    fn the_last_administrator_stays() {
        let last = Err(Refusal::LastAdministrator);
        assert_eq!(let_go(&person(Role::Administrator, false), 1), last);
        assert_eq!(let_go(&person(Role::Administrator, false), 2), Ok(()));
        assert_eq!(let_go(&person(Role::Organiser, false), 1), Ok(()));
        assert_eq!(let_go(&person(Role::Administrator, true), 1), Ok(()));
    }

    #[track_caller]
    fn check_link(now: &str, used: bool, ended: bool, expected: Result<(), LinkRefusal>) {
        let link = SignInLink {
            id: SignInLinkId(Uuid::from_u128(3)),
            valid_until: link_valid_until(at(NOON)),
            used_at: used.then(|| at(NOON)),
            person: person(Role::Organiser, ended),
        };
        assert_eq!(open_link(&link, at(now)), expected);
    }

    #[test]
    fn a_link_is_valid_for_half_an_hour_and_once() {
        check_link(NOON, false, false, Ok(()));
        check_link("2027-05-18T12:29:59.999999Z", false, false, Ok(()));
        check_link("2027-05-18T12:30:00Z", false, false, Err(LinkRefusal::Old));
        check_link(NOON, true, false, Err(LinkRefusal::Used));
        check_link(NOON, false, true, Err(LinkRefusal::Old));
    }

    #[test]
    fn only_the_holder_of_the_key_makes_links() {
        let (ours, theirs) = (Key::from_bytes(b"ours"), Key::from_bytes(b"theirs"));
        let id = SignInLinkId(Uuid::from_u128(3));
        let text = link_text(&ours, id);
        assert_eq!(read_link(&ours, &text), Some(id));
        assert_eq!(read_link(&theirs, &text), None);
        for forged in ["", "x", "åäö", &text[1..], &text[..42], &format!("{text}A")] {
            assert_eq!(read_link(&ours, forged), None, "{forged:?}");
        }
        let other = link_text(&ours, SignInLinkId(Uuid::from_u128(4)));
        let crossed = format!("{}{}", &other[..21], &text[21..]);
        assert_eq!(read_link(&ours, &crossed), None);
    }

    #[track_caller]
    fn check_session(created: &str, used: &str, ended: bool, expected: bool) {
        let session = HeldSession {
            created_at: at(created),
            used_at: at(used),
            person: person(Role::Organiser, ended),
        };
        assert_eq!(session_holds(&session, at(NOON)), expected);
    }

    #[test]
    fn a_session_ends_thirty_days_after_its_last_use_and_ninety_after_its_first() {
        check_session("2027-05-01T12:00:00Z", NOON, false, true);
        check_session("2027-05-01T12:00:00Z", NOON, true, false);
        check_session("2027-04-01T12:00:00Z", "2027-04-18T12:00:01Z", false, true);
        check_session("2027-04-01T12:00:00Z", "2027-04-18T12:00:00Z", false, false);
        check_session("2027-02-17T12:00:01Z", NOON, false, true);
        check_session("2027-02-17T12:00:00Z", NOON, false, false);
    }

    #[test]
    fn a_first_administrator_is_named_by_the_address() {
        let name = |email: &str| {
            let email = Email::parse(email).unwrap();
            first_administrator(PersonId(Uuid::from_u128(1)), &email).name().to_owned()
        };
        assert_eq!(name("eva.ek@example.org"), "Eva Ek");
        assert_eq!(name("åsa-maria@example.org"), "Åsa Maria");
        assert_eq!(name("admin@example.org"), "Admin");
        assert_eq!(name("_@example.org"), "_@example.org");
    }
}
