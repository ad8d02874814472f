//! The pages of the site: a page is a struct of finished values with its template beside it.

pub mod accessibility;
pub mod machines;
pub mod messages;
pub mod paths;
pub mod privacy;
pub mod receipt;
pub mod start;
