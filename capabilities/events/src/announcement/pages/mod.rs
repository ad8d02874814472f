//! The public pages of events: a page is a struct of finished values with its template beside it.

pub mod calendar;
pub mod card;
pub mod event;
pub mod kept;
pub mod list;
pub mod mix;
pub mod places;
pub mod print;
pub mod said;
