//! The machinery every capability stands on: database, migrations, clock, ids, secrets, outbox,
//! jobs, mail transport, configuration, CPU time. It knows no word of the domain.
//!
//! Invariants:
//! - Only [`database`] tells SQLite and PostgreSQL apart.
//! - Only [`clock`] asks the machine what time it is, only [`ids`] and [`secrets`] ask it for chance.
//! - What is enqueued in [`outbox`] or recorded in [`facts`] is written in the transaction of its
//!   cause, or not at all.

pub mod allowance;
pub mod clock;
pub mod configuration;
pub mod cpu;
pub mod database;
pub mod facts;
pub mod failure;
pub mod gather;
pub mod ids;
pub mod instance;
pub mod jobs;
pub mod mail;
pub mod outbox;
pub mod secrets;

/// The tables of this crate.
pub const MIGRATIONS: &[database::MigrationText] = &[database::MigrationText {
    version: 20_261_101_080_000,
    name: "platform",
    sql: include_str!("../migrations/20261101080000_platform.sql"),
}];
