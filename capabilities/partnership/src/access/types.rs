//! Nouns: people who work here, the links and sessions by which they get in, and what may be
//! wrong with what is asked. They hold; what is allowed stands in `rules`.

use jiff::Timestamp;
use platform::secrets;
use shared::Language;
use shared::ids::PersonId;
use web::SignedIn;
use web::asked::Role;

platform::id_type! {
    /// A one-time sign-in link. Not the link itself: that is made with the instance's key.
    SignInLinkId
}

/// Somebody who works, or worked, with this instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// As it was typed; two people never have the same one, whatever the case of its letters.
    pub email: String,
    pub role: Role,
    /// In which language letters to this person are written.
    pub language: Language,
    pub created_at: Timestamp,
    /// `None`: never signed in.
    pub signed_in_at: Option<Timestamp>,
    /// `None`: has access.
    pub ended_at: Option<Timestamp>,
}

impl Person {
    pub fn has_access(&self) -> bool {
        self.ended_at.is_none()
    }

    pub fn signed_in(&self) -> SignedIn {
        SignedIn {
            person: self.id.0,
            name: self.name.clone(),
            email: self.email.clone(),
            role: self.role,
        }
    }
}

/// A request to give somebody access, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddPerson {
    /// Made before the transaction. Somebody whose access ended keeps the id they had.
    pub id: PersonId,
    pub name: String,
    pub email: String,
    /// `None`: nothing that we know was chosen.
    pub role: Option<Role>,
    pub language: Language,
}

/// A request to correct what is known of somebody, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangePerson {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub language: Language,
}

/// Why not. The rule names it, the page words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    NameMissing,
    /// Longer than this many characters.
    NameTooLong(u32),
    EmailMissing,
    EmailImplausible,
    /// Somebody else has this address already.
    EmailTaken,
    RoleMissing,
    /// Without an administrator nobody could let anybody in.
    LastAdministrator,
    /// Nobody with access has this address.
    UnknownPerson,
}

/// Why a sign-in link does not let anybody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkRefusal {
    /// We never made it.
    Forged,
    /// We made it, but its time has passed, or access has ended since.
    Old,
    Used,
}

/// A one-time link as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInLink {
    pub id: SignInLinkId,
    /// Exclusive.
    pub valid_until: Timestamp,
    pub used_at: Option<Timestamp>,
    pub person: Person,
}

/// A session as it is kept, with the person who holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldSession {
    pub created_at: Timestamp,
    /// Behind the last use by less than an hour.
    pub used_at: Timestamp,
    pub person: Person,
}

/// What the browser of somebody who signed in holds. Never written down here or in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionSecret(pub String);

impl SessionSecret {
    /// One that nobody can foresee.
    pub fn random() -> Self {
        Self(secrets::token())
    }

    /// What is kept of it.
    pub fn fingerprint(&self) -> String {
        secrets::fingerprint(&self.0)
    }
}

impl std::fmt::Debug for SessionSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionSecret(…)")
    }
}

/// Where somebody was going when they were asked to sign in: an organiser's page of this instance.
///
/// Only such pages: another site would be an open redirect, and a personal page's address is a
/// secret that must not stand in a waiting letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onward(String);

impl Onward {
    const BYTES_MAX: usize = 500;

    pub fn parse(path: &str) -> Option<Self> {
        let below = Language::ALL
            .into_iter()
            .find_map(|it| path.strip_prefix(shared::addresses::organise(it)))?;
        let plain = path.bytes().all(|it| it.is_ascii_graphic() && it != b'\\');
        (plain
            && path.len() <= Self::BYTES_MAX
            && (below.is_empty() || below.starts_with(['/', '?'])))
        .then(|| Self(path.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a waiting sign-in letter must know besides its link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInDetail {
    pub language: Language,
    pub onward: Option<Onward>,
}

impl SignInDetail {
    /// `sv`, or `sv /sv/organisera/…`.
    pub fn text(&self) -> String {
        match &self.onward {
            Some(onward) => format!("{} {}", self.language.code(), onward.as_str()),
            None => self.language.code().to_owned(),
        }
    }

    pub fn read(text: &str) -> Self {
        let (code, onward) = text.split_once(' ').unwrap_or((text, ""));
        Self {
            language: Language::from_code(code).unwrap_or_default(),
            onward: Onward::parse(onward),
        }
    }
}

/// As the role stands in rows and forms.
pub fn role_code(role: Role) -> &'static str {
    match role {
        Role::Organiser => "organiser",
        Role::Administrator => "administrator",
    }
}

pub fn role_from_code(code: &str) -> Option<Role> {
    [Role::Organiser, Role::Administrator].into_iter().find(|it| role_code(*it) == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, taken: bool) {
        assert_eq!(Onward::parse(path).is_some(), taken, "{path:?}");
    }

    #[test]
    fn leads_only_to_organisers_pages_of_this_instance() {
        check("/sv/organisera", true);
        check("/en/organise/people", true);
        check("/sv/organisera/evenemang/byns-bord?visa=alla&sida=2", true);
        check("", false);
        check("sv/organisera", false);
        check("//evil.example/sv/organisera", false);
        check("/\\evil.example", false);
        check("https://evil.example/sv/organisera", false);
        check("/sv/organiseradagar", false);
        check("/sv/anmalan/hemlig", false);
        check("/sv/organisera/\r\nSet-Cookie: a=b", false);
        check("/sv/organisera/å", false);
        check(&format!("/sv/organisera/{}", "a".repeat(485)), true);
        check(&format!("/sv/organisera/{}", "a".repeat(486)), false);
    }

    #[test]
    fn a_letters_detail_is_read_back_the_same() {
        for onward in [None, Onward::parse("/en/organise/people")] {
            let detail = SignInDetail { language: Language::English, onward };
            assert_eq!(SignInDetail::read(&detail.text()), detail);
        }
        let evil = SignInDetail::read("sv https://evil.example");
        assert_eq!(evil, SignInDetail { language: Language::Swedish, onward: None });
    }

    #[test]
    fn a_session_secret_is_not_shown_in_logs() {
        let secret = SessionSecret::random();
        assert!(!format!("{secret:?}").contains(&secret.0));
    }
}
