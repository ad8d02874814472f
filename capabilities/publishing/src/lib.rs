//! What is told: start page, privacy, accessibility statement
