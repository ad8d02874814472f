//! When and where: events, their programme, and who has said that they will come.
//!
//! The slices, each using only the faces of those above it:
//! - [`event`]: what an event is, and what follows from what its organiser decided;
//! - [`programme`]: what happens when, and what one may choose;
//! - [`registration`]: who comes, what they wish, and what they are told;
//! - [`announcement`]: what everybody sees: lists, event page, print view, calendar file;
//! - [`desk`]: the organiser's desk: the week ahead, an event's form, publication, cancellation;
//! - [`programme_desk`]: the organiser's way to edit a programme;
//! - [`drafting`]: from a text that people have to a draft of an event.

pub mod announcement;
pub mod desk;
pub mod drafting;
pub mod event;
pub mod programme;
pub mod programme_desk;
pub mod registration;

use platform::database::MigrationText;

/// The tables of this capability, in the order in which they lean on each other.
pub fn migrations() -> Vec<MigrationText> {
    [event::MIGRATIONS, programme::MIGRATIONS, registration::MIGRATIONS, drafting::MIGRATIONS]
        .concat()
}
