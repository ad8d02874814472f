//! The house test: rooms are where the drawing says, imports run one way, and every word is spoken
//! in both languages. A rule that is broken says where and how.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

#[path = "house/crates.rs"]
mod crates;
#[path = "house/files.rs"]
mod files;
#[path = "house/pages.rs"]
mod pages;
mod reading;
#[path = "house/slices.rs"]
mod slices;
#[path = "house/statements.rs"]
mod statements;
#[path = "house/wording.rs"]
mod wording;
