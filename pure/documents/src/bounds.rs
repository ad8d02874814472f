//! How much of everything is read. Files come from strangers; each bound is well beyond what a page
//! about an event needs, and small enough that no file can take a machine's memory or its minutes.

/// Longest file.
pub(crate) const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Most text that a file may give, in bytes of UTF-8.
pub(crate) const MOST_TEXT: usize = 10 * 1024 * 1024;
