//! Registration: who has said that they will come, and what they wish for.
//!
//! Invariants:
//! - A registration exists only if the rules accepted it ([`rules::accept`]).
//! - A limited event never has more registrations than places, whoever asks at the same moment.
//! - The last day counts whole; the day after does not.
//! - One address, one registration to an event at a time; the same form sent twice is one form.
//! - The personal link stands in no row and in no log: it is made from the key when a letter is.
//! - Nothing here decides who sits with whom. That is `division`, which reads this slice's facts
//!   and is never called by it.

mod commands;
mod jobs;
pub mod mails;
pub mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;
mod types;

pub use commands::{Intake, announce_cancellation, announce_change, register_silently};
pub use jobs::{jobs, render_letter};
pub use rules::availability;
pub use store::{
    count_active, count_by_day, forget_withdrawn_choices, recipients, sector_counts,
    sector_counts_of_all, talk_choosers,
};
pub use types::{Availability, By, Refusal, Register, Registered, Registrant, Wanted};

use platform::database::MigrationText;
use web::{Routes, Who, WordsText};

pub const MIGRATIONS: &[MigrationText] = &[
    MigrationText {
        version: 20_261_101_120_000,
        name: "registration",
        sql: include_str!("migrations/20261101120000_registration.sql"),
    },
    MigrationText {
        version: 20_261_125_100_100,
        name: "registration_by_sector",
        sql: include_str!("migrations/20261125100100_registration_by_sector.sql"),
    },
];

pub const WORDS: WordsText = WordsText {
    slice: "registration",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};

/// One noun, two languages, the same handlers.
pub fn routes() -> Routes {
    use pages::{change, form, link_again, personal, receipt, withdrawal};
    Routes::new()
        .get_both(
            ["/sv/evenemang/{slug}/anmalan", "/en/events/{slug}/registration"],
            Who::Anyone,
            form::show,
        )
        .post_both(
            ["/sv/evenemang/{slug}/anmalan", "/en/events/{slug}/registration"],
            Who::Anyone,
            form::register,
        )
        .get_both(
            ["/sv/evenemang/{slug}/anmalan/{code}", "/en/events/{slug}/registration/{code}"],
            Who::LinkHolder,
            form::show_invited,
        )
        .post_both(
            ["/sv/evenemang/{slug}/anmalan/{code}", "/en/events/{slug}/registration/{code}"],
            Who::LinkHolder,
            form::register_invited,
        )
        .get_both(
            ["/sv/evenemang/{slug}/kvitto/{token}", "/en/events/{slug}/receipt/{token}"],
            Who::LinkHolder,
            receipt::show,
        )
        .get_both(
            ["/sv/evenemang/{slug}/min-lank", "/en/events/{slug}/my-link"],
            Who::Anyone,
            link_again::show,
        )
        .post_both(
            ["/sv/evenemang/{slug}/min-lank", "/en/events/{slug}/my-link"],
            Who::Anyone,
            link_again::send,
        )
        .get_both(
            ["/sv/anmalan/{token}", "/en/registration/{token}"],
            Who::LinkHolder,
            personal::show,
        )
        .get_both(
            ["/sv/anmalan/{token}/andring", "/en/registration/{token}/change"],
            Who::LinkHolder,
            change::show,
        )
        .post_both(
            ["/sv/anmalan/{token}/andring", "/en/registration/{token}/change"],
            Who::LinkHolder,
            change::change,
        )
        .get_both(
            ["/sv/anmalan/{token}/avanmalan", "/en/registration/{token}/withdrawal"],
            Who::LinkHolder,
            withdrawal::show,
        )
        .post_both(
            ["/sv/anmalan/{token}/avanmalan", "/en/registration/{token}/withdrawal"],
            Who::LinkHolder,
            withdrawal::withdraw,
        )
        .merge(desk_routes())
}

/// What an organiser does with registrations.
fn desk_routes() -> Routes {
    use pages::desk::{list, parting, person};
    Routes::new()
        .get_both(
            ["/sv/organisera/evenemang/{slug}/anmalda", "/en/organise/events/{slug}/registrations"],
            Who::Organiser,
            list::show,
        )
        .get_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/anmalda.csv",
                "/en/organise/events/{slug}/registrations/registrations.csv",
            ],
            Who::Organiser,
            list::file,
        )
        .get_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/ny",
                "/en/organise/events/{slug}/registrations/new",
            ],
            Who::Organiser,
            person::show_new,
        )
        .post_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/ny",
                "/en/organise/events/{slug}/registrations/new",
            ],
            Who::Organiser,
            person::register,
        )
        .get_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/{id}",
                "/en/organise/events/{slug}/registrations/{id}",
            ],
            Who::Organiser,
            person::show,
        )
        .post_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/{id}",
                "/en/organise/events/{slug}/registrations/{id}",
            ],
            Who::Organiser,
            person::change,
        )
        .get_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/{id}/avanmalan",
                "/en/organise/events/{slug}/registrations/{id}/withdrawal",
            ],
            Who::Organiser,
            parting::show_withdrawal,
        )
        .post_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/{id}/avanmalan",
                "/en/organise/events/{slug}/registrations/{id}/withdrawal",
            ],
            Who::Organiser,
            parting::withdraw,
        )
        .get_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/{id}/radering",
                "/en/organise/events/{slug}/registrations/{id}/erasure",
            ],
            Who::Organiser,
            parting::show_erasure,
        )
        .post_both(
            [
                "/sv/organisera/evenemang/{slug}/anmalda/{id}/radering",
                "/en/organise/events/{slug}/registrations/{id}/erasure",
            ],
            Who::Organiser,
            parting::erase,
        )
}
