//! Whole journeys through HTTP and the forms that are really there: an organiser makes what two
//! real pages tell of, people register, and what they were promised comes on its day. The clock
//! stands still until a journey moves it, and jobs run when a journey lets them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod conference;
mod conversation;
mod from_text;
mod world;
