//! PDF files with text: where each character stands on the page, into lines.
//!
//! * [`guard`]: files that would take a reader's time or memory, turned away before they are opened
//! * [`content`]: what a page draws, as characters with their places
//! * [`fonts`], [`glyphs`]: codes into characters
//! * [`layout`]: characters into lines, columns and paragraphs
//!
//! The syntax of the file and its encryption are `hayro-syntax`'s. Pictures are not looked at: a
//! scanned page without a text layer has no text.

mod content;
mod fonts;
mod glyphs;
mod guard;
mod layout;

use crate::bounds;
use crate::lines::Lines;
use crate::model::{Line, Unreadable};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(crate) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    guard::look(bytes)?;
    // The library is careful, but it is not ours to promise for.
    catch_unwind(AssertUnwindSafe(|| read(bytes))).unwrap_or(Err(Unreadable::Damaged))
}

fn read(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Unreadable::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Unreadable::Damaged,
    })?;
    let pages = pdf.pages();
    if pages.len() > bounds::MOST_PAGES {
        return Err(Unreadable::Tangled);
    }
    let mut reader = content::Reader::default();
    let mut drawn = Vec::new();
    for page in pages.iter() {
        drawn.push(reader.page(page)?);
    }
    let mut lines = Lines::default();
    layout::lines(drawn, &mut lines)?;
    lines.finish()
}
