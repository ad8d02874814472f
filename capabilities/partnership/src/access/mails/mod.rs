//! The letters of access.

pub mod sign_in;
pub mod welcome;

pub use web::letters::LetterText;
