//! Divide people into groups: wishes, mix, several rounds, repair, reasons

mod bound;
pub mod command;
mod diverse;
mod engine;
mod goals;
mod instance;
mod plan;
mod random;
mod rules;
mod score;
mod search;
mod verify;

pub use engine::{
    Budget, Division, Move, MoveLimit, Outcome, Progress, Repair, Request, World, divide,
};
pub use goals::{Goals, MixGoal, WishGoal};
pub use instance::{Attribute, BadInput, Goal, Group, Instance, Person, Weights};
pub use plan::{Plan, Seat};
pub use rules::{Infeasible, Relaxation, To};
pub use score::{Score, excess, score};
pub use verify::{Rule, Violation, verify};
