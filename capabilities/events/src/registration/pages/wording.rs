//! The words for sectors, roles and refusals.

use crate::programme::ProgrammeItem;
use crate::registration::types::{Availability, Refusal, WantedRefusal};
use shared::{RoleInSociety, Sector};
use web::Words;
use web::forms::Problems;

pub fn sector(words: &Words, sector: Sector) -> String {
    words.text(match sector {
        Sector::Public => "registration-sector-public",
        Sector::CivilSociety => "registration-sector-civil-society",
        Sector::Business => "registration-sector-business",
        Sector::Academia => "registration-sector-academia",
        Sector::Other => "registration-sector-other",
    })
}

pub fn role(words: &Words, role: RoleInSociety) -> String {
    words.text(match role {
        RoleInSociety::ElectedRepresentative => "registration-role-elected",
        RoleInSociety::PublicOfficial => "registration-role-official",
        RoleInSociety::AssociationMember => "registration-role-association",
        RoleInSociety::Employer => "registration-role-employer",
        RoleInSociety::Employee => "registration-role-employee",
        RoleInSociety::Researcher => "registration-role-researcher",
        RoleInSociety::Student => "registration-role-student",
        RoleInSociety::Resident => "registration-role-resident",
        RoleInSociety::Other => "registration-role-other",
    })
}

/// Why the event takes nobody: a heading and a sentence.
pub fn unavailable(words: &Words, availability: Availability) -> (String, String) {
    let day = |day| locale::day(words.language, day);
    match availability {
        Availability::NotOpen { opens_on } => (
            words.text("registration-not-open"),
            words.text_with("registration-not-open-text", [("day", day(opens_on).into())]),
        ),
        Availability::Full => {
            (words.text("registration-full"), words.text("registration-full-text"))
        }
        Availability::Closed { deadline_on } => (
            words.text("registration-closed"),
            words.text_with("registration-closed-text", [("day", day(deadline_on).into())]),
        ),
        Availability::Cancelled => {
            (words.text("registration-cancelled"), words.text("registration-cancelled-text"))
        }
        Availability::Open => (words.text("registration-open"), String::new()),
    }
}

/// A refusal beside the fields that it speaks of.
pub fn problems(words: &Words, programme: &[ProgrammeItem], refusal: &Refusal) -> Problems {
    let mut problems = Problems::default();
    match refusal {
        Refusal::Wanted(refusals) => {
            for refusal in refusals {
                let (field, text) = wanted(words, programme, refusal);
                problems.add(field, text);
            }
        }
        Refusal::EmailTaken => problems.add("email", words.text("registration-email-taken")),
        Refusal::Unavailable(availability) => {
            problems.add("name", unavailable(words, *availability).1);
        }
        Refusal::ChangeDeadlinePassed(day) => {
            let day = locale::day(words.language, *day);
            problems.add(
                "name",
                words.text_with("registration-change-closed-text", [("day", day.into())]),
            );
        }
        Refusal::Begun => problems.add("name", words.text("registration-begun")),
    }
    problems
}

fn wanted(words: &Words, programme: &[ProgrammeItem], refusal: &WantedRefusal) -> (String, String) {
    match refusal {
        WantedRefusal::UnknownWish { rank } => {
            (format!("wish_{rank}"), words.text("registration-wish-unknown"))
        }
        WantedRefusal::WishedTwice { rank } => {
            (format!("wish_{rank}"), words.text("registration-wish-twice"))
        }
        WantedRefusal::UnknownChoice { item } => {
            (format!("choice_{item}"), words.text("registration-choice-unknown"))
        }
        WantedRefusal::ChoiceFull { item, title } => {
            let of = programme.get((*item as usize).saturating_sub(1));
            let fallback = of.map(|it| it.title.words(words.language)).unwrap_or_default();
            let title = title.words(words.language);
            let title = if title.is_empty() { fallback } else { title };
            (
                format!("choice_{item}"),
                words.text_with("registration-choice-full", [("title", title.into())]),
            )
        }
    }
}
