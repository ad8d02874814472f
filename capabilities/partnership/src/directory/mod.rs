//! Directory: the places that people and organisations come from.
//!
//! Invariants:
//! - Every municipality lies in one county, and its code begins with the county's.
//! - Lists are in Swedish order: å ä ö come last.
//! - The facts come with the program (see `SOURCES.md`); no table holds them and nothing here
//!   changes while it runs.

mod store;
#[cfg(test)]
mod tests;
mod types;

pub use store::{counties, county, municipalities, municipality};
pub use types::{County, Municipality};
