//! Letters as files, for demonstrations, development and tests: one message a file, written aside
//! and renamed, so that nobody ever reads half a letter.

use super::{Mailbox, Message, Outcome, mime};
use crate::outbox::Due;
use jiff::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// `TIME-ID.eml`; TIME is when the letter was enqueued, so a repeat replaces the file.
fn file_name(due: &Due) -> String {
    format!("{}-{}.eml", due.enqueued_at.strftime("%Y%m%dT%H%M%S%6fZ"), due.id.simple())
}

/// Writes letters. One errand for all: each would be handed to another thread and back.
pub(super) async fn put(
    folder: Arc<PathBuf>,
    letters: Vec<(Due, Message)>,
    from: Arc<Mailbox>,
    now: Timestamp,
) -> Vec<(Due, Outcome)> {
    let dues: Vec<Due> = letters.iter().map(|(due, _)| due.clone()).collect();
    let writing = tokio::task::spawn_blocking(move || {
        if let Err(error) = fs::create_dir_all(&*folder) {
            let fault = format!("{}: {error}", folder.display());
            return letters.iter().map(|_| Outcome::Later(fault.clone())).collect();
        }
        let fates = letters.iter().map(|(due, message)| put_one(&folder, due, message, &from, now));
        fates.collect::<Vec<_>>()
    });
    match writing.await {
        Ok(fates) => dues.into_iter().zip(fates).collect(),
        Err(stopped) => {
            dues.into_iter().map(|due| (due, Outcome::Later(stopped.to_string()))).collect()
        }
    }
}

fn put_one(folder: &Path, due: &Due, message: &Message, from: &Mailbox, now: Timestamp) -> Outcome {
    let written = match mime::write(due, message, from, now) {
        Ok(written) => written,
        // An address that cannot be written is an address that nobody has.
        Err(fault) => return Outcome::Refused(fault),
    };
    let name = file_name(due);
    let aside = folder.join(format!(".{name}.part"));
    let put = fs::write(&aside, written.formatted())
        .and_then(|()| fs::rename(&aside, folder.join(&name)));
    match put {
        Ok(()) => Outcome::Sent,
        Err(error) => Outcome::Later(format!("{}: {error}", folder.display())),
    }
}
