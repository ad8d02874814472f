//! What the project does to itself: demo, dev, test, bench
fn main() {}
