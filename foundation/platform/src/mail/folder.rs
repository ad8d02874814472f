//! Letters as files, for demonstrations, development and tests: one message a file, written aside
//! and renamed, so that nobody ever reads half a letter.

use super::Outcome;
use crate::outbox::Due;
use std::path::Path;

/// `TIME-ID.eml`; TIME is when the letter was enqueued, so a repeat replaces the file.
fn file_name(due: &Due) -> String {
    format!("{}-{}.eml", due.enqueued_at.strftime("%Y%m%dT%H%M%S%6fZ"), due.id.simple())
}

pub(super) async fn put(folder: &Path, due: &Due, formatted: &[u8]) -> Outcome {
    let name = file_name(due);
    let aside = folder.join(format!(".{name}.part"));
    let (formatted, whole) = (formatted.to_owned(), folder.join(&name));
    // One errand for all three: each would be handed to another thread and back.
    let written = tokio::task::spawn_blocking(move || {
        std::fs::create_dir_all(whole.parent().unwrap_or(&whole))?;
        std::fs::write(&aside, formatted)?;
        std::fs::rename(&aside, whole)
    });
    let fault = match written.await {
        Ok(Ok(())) => return Outcome::Sent,
        Ok(Err(error)) => error.to_string(),
        Err(stopped) => stopped.to_string(),
    };
    Outcome::Later(format!("{}: {fault}", folder.display()))
}
