//! What access does without being asked: its letters, and forgetting what no longer opens anything.

mod letters;
mod purge;

pub use letters::render_letter;
pub use purge::jobs;
