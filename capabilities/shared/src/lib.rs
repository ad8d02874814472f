//! The words every capability speaks
