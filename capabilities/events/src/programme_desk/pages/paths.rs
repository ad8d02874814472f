//! Where the pages of this slice are.

use shared::Language::{self, English, Swedish};
use shared::addresses::organise_event_part;
use shared::ids::ProgrammeItemId;

pub fn programme(language: Language, slug: &str) -> String {
    organise_event_part(language, slug, "program", "programme")
}

/// Where the form of a new item begins, on the programme's page.
pub const NEW: &str = "new";

/// The name of an item's place on the programme's page.
pub fn anchor(id: ProgrammeItemId) -> String {
    format!("item-{id}")
}

pub fn item(language: Language, slug: &str, id: ProgrammeItemId) -> String {
    format!("{}/{id}", programme(language, slug))
}

pub fn item_move(language: Language, slug: &str, id: ProgrammeItemId) -> String {
    let noun = match language {
        Swedish => "flytt",
        English => "move",
    };
    format!("{}/{noun}", item(language, slug, id))
}

pub fn item_removal(language: Language, slug: &str, id: ProgrammeItemId) -> String {
    let noun = match language {
        Swedish => "borttagning",
        English => "removal",
    };
    format!("{}/{noun}", item(language, slug, id))
}
