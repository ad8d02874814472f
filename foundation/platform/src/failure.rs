//! Why something asked for did not happen, told apart by who can act.

use crate::database::DatabaseError;

/// `?` carries only [`Failure::Broken`] by itself; a refusal is always written out.
#[derive(Debug)]
pub enum Failure<R> {
    /// The person who asked can act: worded beside the field.
    Refused(R),
    /// There is no such thing, or none that this person may know of.
    NotFound,
    /// Nobody outside can act: logged once at the edge, with a reference number.
    Broken(DatabaseError),
}

impl<R> From<DatabaseError> for Failure<R> {
    fn from(error: DatabaseError) -> Self {
        Self::Broken(error)
    }
}

/// The refusals of a command that refuses nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Never {}
