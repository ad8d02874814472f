//! What an organiser may decide, and what follows for the desk. Pure: no clock, no database, no
//! wording.

pub mod days;
pub mod lines;
pub mod picture;
pub mod plan;
pub mod reader;
pub mod state;
pub mod week;

pub use plan::{AcceptedPlan, Circumstances, accept};
