//! Where the pages of access are, beyond what `shared::addresses` tells everybody.

use crate::access::types::Onward;
use shared::Language::{self, English, Swedish};
use shared::addresses;
use shared::ids::PersonId;

pub fn person(language: Language, id: PersonId) -> String {
    format!("{}/{id}", addresses::people(language))
}

pub fn person_change(language: Language, id: PersonId) -> String {
    match language {
        Swedish => format!("{}/andring", person(language, id)),
        English => format!("{}/change", person(language, id)),
    }
}

pub fn person_role(language: Language, id: PersonId) -> String {
    match language {
        Swedish => format!("{}/roll", person(language, id)),
        English => format!("{}/role", person(language, id)),
    }
}

pub fn person_ending(language: Language, id: PersonId) -> String {
    match language {
        Swedish => format!("{}/avslut", person(language, id)),
        English => format!("{}/ending", person(language, id)),
    }
}

/// `path`, and where to go on to afterwards.
pub fn with_next(path: &str, onward: Option<&Onward>) -> String {
    match onward {
        Some(onward) => {
            let next: String =
                form_urlencoded::byte_serialize(onward.as_str().as_bytes()).collect();
            format!("{path}?next={next}")
        }
        None => path.to_owned(),
    }
}

/// Where to go on to, as `?next=` says; what it may not say is not there.
pub fn next_of(query: Option<&str>) -> Option<Onward> {
    Onward::parse(&parameter(query?, "next")?)
}

/// The first parameter of this name.
pub fn parameter(query: &str, name: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(it, _)| it == name)
        .map(|(_, value)| value.into_owned())
}
