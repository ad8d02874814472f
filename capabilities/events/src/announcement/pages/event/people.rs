//! Who takes part, with which part, and whom to ask.

use crate::announcement::reads::WholeEvent;
use crate::event::{Appearance, Event};
use web::Words;

/// Somebody, or several who share a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub role: String,
    pub names: String,
    /// Of one person alone; several have no face in common.
    pub initials: Option<String>,
    pub about: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    pub name: String,
    pub role: String,
    pub email: String,
    pub phone: String,
    /// The number as a telephone takes it.
    pub tel: String,
}

#[derive(Clone, Copy)]
enum Role {
    Moderator,
    Speaker,
    Facilitator,
}

/// Moderators first, then those who speak and those who lead talks, in the order of the programme;
/// everybody once. Nothing where nobody is named.
pub fn parts(words: &Words, whole: &WholeEvent) -> Option<Vec<Part>> {
    let moderators = whole.event.content.moderators.iter().map(|it| (Role::Moderator, it));
    let speakers =
        whole.programme.iter().flat_map(|it| &it.appearances).map(|it| (Role::Speaker, it));
    let facilitators = whole
        .programme
        .iter()
        .flat_map(|it| &it.talks)
        .flat_map(|it| &it.facilitators)
        .map(|it| (Role::Facilitator, it));
    let mut parts: Vec<Part> = vec![];
    for (role, appearance) in moderators.chain(speakers).chain(facilitators) {
        let names = locale::list(words.language, &appearance.names);
        if names.is_empty() || parts.iter().any(|it| it.names == names) {
            continue;
        }
        parts.push(Part {
            role: role_said(words, role, appearance.names.len()),
            initials: match appearance.names.as_slice() {
                [only] => Some(initials(only)),
                _ => None,
            },
            about: about(appearance),
            names,
        });
    }
    (!parts.is_empty()).then_some(parts)
}

fn role_said(words: &Words, role: Role, people: usize) -> String {
    let count = [("count", i64::try_from(people).unwrap_or(i64::MAX).into())];
    match role {
        Role::Moderator => words.text_with("announcement-moderator", count),
        Role::Speaker => words.text_with("announcement-speaker", count),
        Role::Facilitator => words.text_with("announcement-facilitator", count),
    }
}

fn about(appearance: &Appearance) -> Option<String> {
    let Appearance { title, affiliation, .. } = appearance;
    let known: Vec<&str> =
        [title, affiliation].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    (!known.is_empty()).then(|| known.join(", "))
}

/// First letters of the first name and the last.
fn initials(name: &str) -> String {
    let names: Vec<&str> = name.split_whitespace().collect();
    let first = |word: &&str| word.chars().next();
    let last = if names.len() > 1 { names.last().and_then(first) } else { None };
    names.first().and_then(first).into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// "Yusuf Hallenberg och Ingegerd Snöbohm, Hällnäs skola".
pub fn line(words: &Words, appearance: &Appearance) -> Option<String> {
    let names = locale::list(words.language, &appearance.names);
    match (names.is_empty(), about(appearance)) {
        (true, about) => about,
        (false, None) => Some(names),
        (false, Some(about)) => Some(format!("{names}, {about}")),
    }
}

pub fn asking(event: &Event) -> Option<Vec<Asking>> {
    let asking: Vec<Asking> = event
        .content
        .contacts
        .iter()
        .map(|it| Asking {
            name: it.name.clone(),
            role: it.role.clone(),
            email: it.email.clone(),
            phone: it.phone.clone(),
            tel: it.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
        })
        .collect();
    (!asking.is_empty()).then_some(asking)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        assert_eq!(initials("Marit Åsbrink"), "MÅ");
        assert_eq!(initials("eva von Ödman"), "EÖ");
        assert_eq!(initials("Bo"), "B");
        assert_eq!(initials(""), "");
    }
}
