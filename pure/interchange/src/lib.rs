//! Formats that others read: calendar files, schema.org data for search engines, tables for
//! spreadsheets. Each writer takes finished values and gives text that no field of them can break
//! out of.
//!
//! Pure: no files, no clock, no addresses of its own. Which events are public, and which link may
//! stand in which file, is decided before anything comes here.

/// The README's examples are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub mod calendar;
pub mod structured_data;
pub mod table;
