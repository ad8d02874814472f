//! Samverk: the binary that composes every capability
fn main() {}
