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
    let written = async {
        tokio::fs::create_dir_all(folder).await?;
        tokio::fs::write(&aside, formatted).await?;
        tokio::fs::rename(&aside, folder.join(&name)).await
    };
    match written.await {
        Ok(()) => Outcome::Sent,
        Err(error) => Outcome::Later(format!("{}: {error}", folder.display())),
    }
}
