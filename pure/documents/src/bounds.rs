//! How much of everything is read. Files come from strangers; each bound is well beyond what a page
//! about an event needs, and small enough that no file can take a machine's memory or its minutes.

/// Longest file.
pub(crate) const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Most text that a file may give, in bytes of UTF-8.
pub(crate) const MOST_TEXT: usize = 10 * 1024 * 1024;

/// Most files in an archive. A Word file has some twenty, and one more for each picture.
pub(crate) const MOST_PARTS: usize = 4_000;

/// Most bytes that an archive may claim to unpack to, pictures included.
pub(crate) const MOST_DECLARED: u64 = 1024 * 1024 * 1024;

/// Most bytes that are unpacked from an archive. A Word text is a tenth of its own XML.
pub(crate) const MOST_UNPACKED: usize = 64 * 1024 * 1024;

/// Deepest nesting of elements in XML, HTML and JSON.
pub(crate) const MOST_DEPTH: usize = 256;

/// Most pages of a PDF.
pub(crate) const MOST_PAGES: usize = 2_000;

/// Most bytes of pages, forms and character maps that a PDF unpacks to while it is read.
pub(crate) const MOST_CONTENT: usize = 96 * 1024 * 1024;

/// Most drawing instructions in a PDF. A page of text has some thousand.
pub(crate) const MOST_INSTRUCTIONS: usize = 4_000_000;

/// Most characters in a PDF.
pub(crate) const MOST_GLYPHS: usize = 4_000_000;
