//! An invented registration, for samples of pages.

use crate::event;
use crate::programme::{Choosing, sample_item};
use crate::registration::types::{Registrant, Registration};
use platform::ids::Uuid;
use shared::ids::RegistrationId;
use shared::{Email, Language, RoleInSociety, Sector};

pub fn sample_registration() -> Registration {
    let event = event::sample_event();
    let talks = sample_item(Choosing::RankedWishes, 4).talks;
    Registration {
        id: RegistrationId(Uuid::from_u128(7)),
        event: event.id,
        registrant: Registrant {
            name: "Tuva Nordlund & Bo".to_owned(),
            email: Email::parse("tuva@example.org").expect("this text is an address"),
            organisation: "Hällnäs bygdegårdsförening".to_owned(),
            sector: Some(Sector::CivilSociety),
            municipality: "1880".to_owned(),
            role: Some(RoleInSociety::AssociationMember),
            language: Language::Swedish,
        },
        link_version: 1,
        meeting_link_version: 0,
        registered_at: event.created_at,
        withdrawn_at: None,
        wishes: talks.iter().take(2).map(|it| it.id).collect(),
        choices: vec![],
    }
}
