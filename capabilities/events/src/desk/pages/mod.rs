//! The pages of the desk.

pub mod cancellation;
pub mod desk;
pub mod editing;
pub mod event;
pub mod form;
pub mod paths;
pub mod picture;
pub mod preview;
pub mod wording;
