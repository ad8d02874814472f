//! What is told: start page, privacy, accessibility statement.
//!
//! Reads everyone's face; nobody below knows of it.

pub mod site;
