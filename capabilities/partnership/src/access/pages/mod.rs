//! The pages of access: a page is a struct of finished values with its template beside it.

pub mod ending;
pub mod paths;
pub mod people;
pub mod person;
pub mod sign_in;
pub mod sign_in_link;
pub mod sign_out;
pub mod wording;
