//! A letter as bytes: text and HTML side by side, the calendar file attached, the headers that
//! keep out-of-office machines quiet and threads together.

use super::{Mailbox, Message};
use crate::outbox::Due;
use jiff::Timestamp;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, MultiPart, SinglePart};

fn mailbox(it: &Mailbox) -> Result<lettre::message::Mailbox, String> {
    let address = it.address.parse().map_err(|error| format!("{error}"))?;
    let name: String = it.name.chars().filter(|c| !c.is_control()).collect();
    Ok(lettre::message::Mailbox::new((!name.is_empty()).then_some(name), address))
}

pub(super) fn write(
    due: &Due,
    message: &Message,
    from: &Mailbox,
    now: Timestamp,
) -> Result<lettre::Message, String> {
    let host = from.address.rsplit('@').next().unwrap_or("localhost");
    let subject: String = message.subject.chars().filter(|c| !c.is_control()).collect();
    let mut builder = lettre::Message::builder()
        .from(mailbox(from)?)
        .to(mailbox(&message.to)?)
        .subject(subject)
        .date(now.try_into().map_err(|error: jiff::Error| error.to_string())?)
        // The same letter has the same name however often it is tried.
        .message_id(Some(format!("<{}@{host}>", due.id.simple())));
    if let Some(reply_to) = &message.reply_to {
        builder = builder.reply_to(mailbox(reply_to)?);
    }
    let text = MultiPart::alternative()
        .singlepart(SinglePart::plain(message.text.clone()))
        .singlepart(SinglePart::html(message.html.clone()));
    let body = match &message.calendar {
        None => text,
        Some(file) => {
            let kind = ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH")
                .map_err(|error| error.to_string())?;
            let attachment = Attachment::new(file.name.clone()).body(file.text.clone(), kind);
            MultiPart::mixed().multipart(text).singlepart(attachment)
        }
    };
    let mut written = builder.multipart(body).map_err(|error| error.to_string())?;
    for (name, value) in [
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
        ("Content-Language", message.language),
    ] {
        let name = HeaderName::new_from_ascii_str(name);
        written.headers_mut().insert_raw(HeaderValue::new(name, value.to_owned()));
    }
    Ok(written)
}
