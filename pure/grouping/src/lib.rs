//! Divide people into groups: ranked wishes, an even mix, new people each round, hard rules that
//! are never traded, a reason when they cannot be kept, and repair with few changes.
//!
//! [`Instance`] is the question, [`divide`] answers it, [`verify()`] and [`score()`] judge any plan,
//! [`explain`] tells one person why they sit where they sit, [`curve`] shows what mix costs in
//! wishes. [`command::run`] is the same behind a command line.
//!
//! Nothing here reads a clock, a file or a source of chance: the caller hands in a [`World`].

mod bound;
pub mod command;
mod curve;
mod diverse;
mod engine;
mod explain;
mod goals;
mod instance;
mod plan;
mod random;
mod rules;
mod score;
mod search;
mod verify;

pub use curve::{CurvePoint, curve};
pub use engine::{
    Budget, Division, Move, MoveLimit, Outcome, Progress, Repair, Request, World, divide,
};
pub use explain::{Alternative, Obstacle, SeatReason, explain};
pub use goals::{Goals, MixGoal, WishGoal};
pub use instance::{Attribute, BadInput, Goal, Group, Instance, Person, Weights};
pub use plan::{Plan, Seat};
pub use rules::{Infeasible, Relaxation, To};
pub use score::{Score, excess, score};
pub use verify::{Rule, Violation, verify};

/// The example of the README, kept true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
