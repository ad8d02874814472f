//! Letters on their way out: what one is, how it is written down, and the ways it can go.

mod folder;
mod mime;
mod smtp;

use crate::configuration::{Mail, MailTransport};
use crate::outbox::Due;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Somebody with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    pub name: String,
    pub address: String,
}

/// A calendar file that goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    pub name: String,
    pub text: String,
}

/// One letter to one person, worded and finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub to: Mailbox,
    /// Whom an answer reaches: a named contact, never "no reply".
    pub reply_to: Option<Mailbox>,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub calendar: Option<CalendarFile>,
    /// "sv" or "en".
    pub language: &'static str,
}

/// What became of an attempt to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    /// There was nothing left to tell.
    Void,
    /// The receiver says no, and will say no again.
    Refused(String),
    /// Not now; try again later.
    Later(String),
    /// The text was taken, but the answer never came.
    Unknown(String),
}

/// How letters leave this instance.
#[derive(Debug, Clone)]
pub struct Transport {
    way: Way,
    from: Arc<Mailbox>,
}

#[derive(Debug, Clone)]
enum Way {
    Folder(Arc<PathBuf>),
    Smtp(Arc<smtp::Receiver>),
}

/// A run of letters over one connection.
pub struct Line<'a> {
    transport: &'a Transport,
    connection: Option<smtp::Connection>,
}

impl Transport {
    /// `data` is the instance's folder; `host` stands in the sender's address where none is given.
    /// The error is a sentence.
    pub fn new(mail: &Mail, data: &Path) -> Result<Self, String> {
        let way = match mail.transport {
            MailTransport::Folder => {
                Way::Folder(Arc::new(mail.folder.clone().unwrap_or_else(|| data.join("mail"))))
            }
            MailTransport::Smtp => Way::Smtp(Arc::new(smtp::Receiver::new(&mail.smtp)?)),
        };
        let from = Mailbox { name: mail.from_name.clone(), address: mail.from_address.clone() };
        Ok(Self { way, from: Arc::new(from) })
    }

    /// Where letters are written, if that is where they go.
    pub fn folder(&self) -> Option<&Path> {
        match &self.way {
            Way::Folder(folder) => Some(folder),
            Way::Smtp(_) => None,
        }
    }

    pub(crate) fn line(&self) -> Line<'_> {
        Line { transport: self, connection: None }
    }
}

impl Line<'_> {
    /// Sends letters, in their order; what became of each.
    pub(crate) async fn send(
        &mut self,
        letters: Vec<(Due, Message)>,
        now: Timestamp,
    ) -> Vec<(Due, Outcome)> {
        let from = self.transport.from.clone();
        match &self.transport.way {
            Way::Folder(folder) => folder::put(folder.clone(), letters, from, now).await,
            Way::Smtp(receiver) => {
                let mut fates = Vec::with_capacity(letters.len());
                for (due, message) in letters {
                    let outcome = match mime::write(&due, &message, &from, now) {
                        Ok(written) => smtp::send(&mut self.connection, receiver, &written).await,
                        // An address that cannot be written is an address that nobody has.
                        Err(fault) => Outcome::Refused(fault),
                    };
                    fates.push((due, outcome));
                }
                fates
            }
        }
    }

    pub(crate) async fn close(self) {
        if let Some(connection) = self.connection {
            connection.quit().await;
        }
    }
}
