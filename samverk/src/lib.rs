//! Samverk: the binary that composes every capability. A library as well, so that journeys can
//! walk through the whole of it with a clock that stands still.
//!
//! - [`app`] is the only place that knows every capability.
//! - [`cli`] says what can be asked on a command line, [`serve`] and [`commands`] do it.
//! - [`divide`] divides people into groups, without an instance.
//! - [`demo`] fills an empty instance with a lively county.
//!
//! No rule of the domain is here.

pub mod app;
pub mod cli;
pub mod commands;
pub mod demo;
mod dev;
pub mod divide;
mod instance;
pub mod serve;
pub mod texts;
