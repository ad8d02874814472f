//! Letters as mail programs save them (`.eml`, a page saved as `.mht`): who wrote when about what,
//! and the text. What was forwarded within a letter is read after it; what is attached is named and
//! not opened.

use crate::clock::Tongue;
use crate::html;
use crate::lines::Lines;
use crate::model::{Line, Shape, Unreadable};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// Letters within letters within letters.
const MOST_NESTED: usize = 5;

/// Most parts of a letter that are read.
const MOST_PARTS: usize = 500;

pub(crate) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    // A mailbox sets a line of its own before each letter; the first letter is read.
    let bytes = match bytes.starts_with(b"From ") {
        true => bytes.iter().position(|&b| b == b'\n').map_or(bytes, |end| &bytes[end + 1..]),
        false => bytes,
    };
    let mut out = Lines::default();
    letter(bytes, 0, &mut out)?;
    out.finish()
}

fn letter(bytes: &[u8], depth: usize, out: &mut Lines) -> Result<(), Unreadable> {
    let flat = flattened(bytes)?;
    let Some(message) = &MessageParser::default().parse(&flat) else {
        // What is enclosed may be broken; the letter around it is read all the same.
        return if depth > 0 { Ok(()) } else { Err(Unreadable::Damaged) };
    };
    let tongue = tongue(message);
    let mut field = |name: &str, value: Option<String>| match value {
        Some(value) if !value.trim().is_empty() => {
            let value = value.replace(['\n', '\r', '\t'], " ");
            out.push(&format!("{name}: {value}"), Shape::Unknown, None)
        }
        _ => Ok(()),
    };
    let sender = message.from().and_then(|from| from.first());
    let name = sender.and_then(|it| it.name().or(it.address())).map(str::to_owned);
    field(tongue.pick("Från", "From"), name)?;
    let sent = message.date().map(|it| {
        format!("{:04}-{:02}-{:02} {:02}:{:02}", it.year, it.month, it.day, it.hour, it.minute)
    });
    field(tongue.pick("Skickat", "Sent"), sent)?;
    field(tongue.pick("Ämne", "Subject"), message.subject().map(str::to_owned))?;
    out.gap();
    body(message, out)?;
    for part in message.attachments().take(MOST_PARTS) {
        let enclosed = part
            .content_type()
            .is_some_and(|it| it.ctype() == "message" && it.subtype() == Some(ENCLOSED));
        if enclosed {
            if depth < MOST_NESTED {
                out.gap();
                letter(part.contents(), depth + 1, out)?;
            }
        } else if let (PartType::Binary(_), Some(name)) = (&part.body, part.attachment_name()) {
            out.gap();
            let label = tongue.pick("Bilaga", "Attachment");
            out.push(&format!("{label}: {name}"), Shape::Unknown, None)?;
        }
    }
    Ok(())
}

/// Most lines that may begin a part. Each part is kept in memory, however little is in it.
const MOST_SEAMS: usize = 50_000;

/// What a letter within a letter is called once it is [`flattened`].
const ENCLOSED: &str = "enclos";

/// A letter in which those within are attachments like others. The library reads letters within
/// letters to any depth, and takes them apart by calls within calls; here they are read one at a
/// time, and no deeper than [`MOST_NESTED`].
fn flattened(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let mut out = bytes.to_vec();
    let mut seams = 0;
    let mut start = 0;
    while start < out.len() {
        let line = |from: usize| {
            out[from..].iter().position(|&b| b == b'\n').map_or(out.len(), |end| from + end + 1)
        };
        let mut end = line(start);
        let is_type = out[start..end].to_ascii_lowercase().starts_with(b"content-type");
        seams += usize::from(is_type || out[start..end].starts_with(b"--"));
        if seams > MOST_SEAMS {
            return Err(Unreadable::Tangled);
        }
        if is_type {
            // A field goes on in lines that begin with a space.
            while end < out.len() && matches!(out[end], b' ' | b'\t') {
                end = line(end);
            }
            let field = &mut out[start..end];
            // What comes after a semicolon may be the line that parts the parts, unless a remark
            // hides the semicolon.
            let kind = match field.contains(&b'(') {
                true => field.len(),
                false => field.iter().position(|&b| b == b';').unwrap_or(field.len()),
            };
            for name in [b"rfc822", b"global", b"digest"] {
                for at in 0..kind.saturating_sub(name.len() - 1) {
                    if field[at..at + name.len()].eq_ignore_ascii_case(name) {
                        field[at..at + name.len()].copy_from_slice(ENCLOSED.as_bytes());
                    }
                }
            }
        }
        start = end;
    }
    Ok(out)
}

/// The text of a letter. HTML where there is some: it keeps paragraphs, lists and tables, which the
/// plain text beside it has broken at some column.
fn body(message: &Message<'_>, out: &mut Lines) -> Result<(), Unreadable> {
    let pages: Vec<_> = message.html_bodies().take(MOST_PARTS).collect();
    let has_page = pages.iter().any(|part| matches!(part.body, PartType::Html(_)));
    let parts = if has_page { pages } else { message.text_bodies().take(MOST_PARTS).collect() };
    for part in parts {
        match &part.body {
            PartType::Html(text) => html::append(text, out)?,
            PartType::Text(text) => plain(part, text, out)?,
            _ => {}
        }
        out.gap();
    }
    Ok(())
}

/// Plain text line by line; lines that the program broke for transport are one again.
fn plain(part: &MessagePart<'_>, text: &str, out: &mut Lines) -> Result<(), Unreadable> {
    let flowed = part
        .content_type()
        .and_then(|it| it.attribute("format"))
        .is_some_and(|it| it.eq_ignore_ascii_case("flowed"));
    let mut open = String::new();
    for line in text.lines() {
        let line = unquoted(line);
        open.push_str(line);
        if flowed && line.ends_with(' ') && line != "-- " {
            continue;
        }
        if open.trim().is_empty() {
            out.blank();
        } else {
            out.push(&open, Shape::Unknown, None)?;
        }
        open.clear();
    }
    out.push(&open, Shape::Unknown, None)
}

/// Without the signs that mark a line as another's words.
fn unquoted(line: &str) -> &str {
    let rest = line.trim_start_matches(['>', ' ']);
    let marks = &line[..line.len() - rest.len()];
    if marks.starts_with('>') { rest } else { line }
}

/// What the head of a letter is labelled in.
fn tongue(message: &Message<'_>) -> Tongue {
    let subject = message.subject().unwrap_or_default();
    let texts = message.text_bodies().filter_map(MessagePart::text_contents);
    std::iter::once(subject)
        .chain(texts)
        .map(Tongue::of)
        .find(|it| *it == Tongue::Swedish)
        .unwrap_or(Tongue::English)
}
