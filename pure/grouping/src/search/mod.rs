//! The search for good plans. Hard rules hold in every state it visits.

mod anneal;
mod assignment;
mod costs;
mod start;
mod state;

pub(crate) use anneal::{Anneal, Fence, Ground};
pub(crate) use costs::{ABSENT, Costs};
pub(crate) use start::by_wishes;
pub(crate) use state::State;
