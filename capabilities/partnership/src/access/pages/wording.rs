//! How roles and refusals are said.

use crate::access::types::Refusal;
use web::Words;
use web::asked::Role;
use web::forms::Problems;

pub fn role(words: &Words, role: Role) -> String {
    match role {
        Role::Organiser => words.text("access-role-organiser"),
        Role::Administrator => words.text("access-role-administrator"),
    }
}

pub fn refused(words: &Words, refusal: &Refusal) -> String {
    match *refusal {
        Refusal::NameMissing => words.text("access-refused-name-missing"),
        Refusal::NameTooLong(max) => {
            words.text_with("access-refused-name-too-long", [("max", max.into())])
        }
        Refusal::EmailMissing => words.text("access-refused-email-missing"),
        Refusal::EmailImplausible => words.text("access-refused-email-implausible"),
        Refusal::EmailTaken => words.text("access-refused-email-taken"),
        Refusal::RoleMissing => words.text("access-refused-role-missing"),
        Refusal::LastAdministrator => words.text("access-refused-last-administrator"),
        Refusal::UnknownPerson => words.text("access-refused-unknown-person"),
    }
}

/// The name of the field that a refusal is about.
pub fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NameMissing | Refusal::NameTooLong(_) => "name",
        Refusal::EmailMissing
        | Refusal::EmailImplausible
        | Refusal::EmailTaken
        | Refusal::UnknownPerson => "email",
        Refusal::RoleMissing | Refusal::LastAdministrator => "role",
    }
}

pub fn problems(words: &Words, refusals: &[Refusal]) -> Problems {
    let mut problems = Problems::default();
    for refusal in refusals {
        problems.add(field(refusal), refused(words, refusal));
    }
    problems
}
