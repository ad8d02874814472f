//! The words every capability speaks: ids, sectors, roles in society, texts in two languages,
//! e-mail addresses, and the addresses of pages. No I/O.

pub mod addresses;
mod email;
pub mod ids;
mod society;
mod text;

pub use email::{Email, EmailProblem};
pub use locale::Language;
pub use society::{RoleInSociety, Sector};
pub use text::{Spoken, Text};
