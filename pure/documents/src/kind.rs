//! What some bytes are, from their beginning. Their name is not asked.

use crate::model::{FileKind, Unreadable};
use crate::text;

/// How far into a text its kind shows.
const BEGINNING: usize = 4_096;

/// The kind of a file that is not called plain text.
pub(crate) fn of(bytes: &[u8]) -> Result<FileKind, Unreadable> {
    if let Some(kind) = by_magic(bytes) {
        return kind;
    }
    let beginning = text::decode(&bytes[..bytes.len().min(BEGINNING)]);
    // A text has line ends and tabs; other control characters are a program's or a picture's.
    let strange = beginning
        .chars()
        .filter(|&c| c.is_control() && !matches!(c, '\n' | '\t' | '\u{c}' | '\u{1b}' | '\u{1a}'))
        .filter(|&c| u32::from(c) < 0x80)
        .count();
    if strange * 50 > beginning.chars().count() || beginning.contains('\0') {
        return Err(Unreadable::UnknownKind);
    }
    let start = beginning.trim_start();
    let low = start.to_ascii_lowercase();
    if low.starts_with("begin:vcalendar") {
        return Ok(FileKind::Calendar);
    }
    if start.starts_with('{') && start.contains("\"schedule\"") {
        return Ok(FileKind::Schedule);
    }
    if is_html(&low) {
        return Ok(FileKind::Html);
    }
    if is_mail(&beginning) {
        return Ok(FileKind::Mail);
    }
    Ok(FileKind::Text)
}

fn by_magic(bytes: &[u8]) -> Option<Result<FileKind, Unreadable>> {
    // Some programs put a few lines of their own before a PDF begins.
    let head = &bytes[..bytes.len().min(1_024)];
    if head.windows(5).any(|it| it == b"%PDF-") {
        return Some(Ok(FileKind::Pdf));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(Ok(FileKind::Docx));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(Err(in_compound_file(bytes)));
    }
    const OTHERS: [&[u8]; 14] = [
        b"\xff\xd8\xff",
        b"\x89PNG",
        b"GIF8",
        b"RIFF",
        b"BM\x36",
        b"II*\0",
        b"MM\0*",
        b"\x7fELF",
        b"MZ\x90",
        b"\x1f\x8b",
        b"7z\xbc\xaf",
        b"Rar!",
        b"BZh",
        b"{\\rtf",
    ];
    OTHERS.iter().any(|it| bytes.starts_with(it)).then_some(Err(Unreadable::UnknownKind))
}

/// An Office file before 2007, or one of today that a password wraps in the old container.
fn in_compound_file(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|it| it == name) {
        Unreadable::Encrypted
    } else {
        Unreadable::OldOffice
    }
}

/// `low` in lower case, without leading space.
fn is_html(low: &str) -> bool {
    const STARTS: [&str; 16] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<h2",
        "<table",
        "<ul",
        "<section",
        "<article",
        "<main",
        "<meta",
        "<span",
    ];
    STARTS.iter().any(|it| low.starts_with(it))
        || (low.starts_with("<?xml") || low.starts_with("<!--")) && low.contains("<html")
        || low.contains("<html") && low.contains("<head")
}

/// A letter as a mail program saves it begins with header fields, some of them always the same.
/// An `Ämne:` typed at the head of a text is no such thing: field names are ASCII.
fn is_mail(beginning: &str) -> bool {
    const SURE: [&str; 12] = [
        "received",
        "mime-version",
        "message-id",
        "return-path",
        "delivered-to",
        "content-type",
        "content-transfer-encoding",
        "dkim-signature",
        "authentication-results",
        "x-mailer",
        "x-received",
        "x-ms-has-attach",
    ];
    const LIKELY: [&str; 6] = ["from", "to", "subject", "date", "reply-to", "cc"];
    let (mut sure, mut likely) = (0, 0);
    // An mbox has a line of its own before the letter.
    let from_line = usize::from(beginning.starts_with("From "));
    for line in beginning.lines().skip(from_line) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((field, _)) = line.split_once(':') else { break };
        if field.is_empty() || !field.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            break;
        }
        let field = field.to_ascii_lowercase();
        sure += usize::from(SURE.contains(&field.as_str()));
        likely += usize::from(LIKELY.contains(&field.as_str()));
    }
    sure > 0 && sure + likely >= 2
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::model::{FileKind, Unreadable};

    #[test]
    fn content_says_what_a_file_is() {
        let kinds: [(&[u8], FileKind); 9] = [
            (b"%PDF-1.7\n", FileKind::Pdf),
            (b"\n\n%PDF-1.4", FileKind::Pdf),
            (b"PK\x03\x04....", FileKind::Docx),
            (b"\xef\xbb\xbf<!DOCTYPE html><p>Hej", FileKind::Html),
            (b"<?xml version=\"1.0\"?><html xmlns=\"\">", FileKind::Html),
            (b"BEGIN:VCALENDAR\r\nVERSION:2.0", FileKind::Calendar),
            (b"{\"schedule\": {\"conference\": {}}}", FileKind::Schedule),
            (b"From: Eva <eva@a.example>\r\nMIME-Version: 1.0\r\n\r\nHej", FileKind::Mail),
            (b"Subject: typed by hand\n\nHej", FileKind::Text),
        ];
        for (bytes, kind) in kinds {
            assert_eq!(of(bytes), Ok(kind), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn what_has_no_text_is_said() {
        assert_eq!(of(b"\xff\xd8\xff\xe0\0\x10JFIF\0"), Err(Unreadable::UnknownKind));
        assert_eq!(of(b"\x7fELF\x02\x01\x01\0"), Err(Unreadable::UnknownKind));
        assert_eq!(of(b"\0\x01\x02\x03\x04\x05\x06\x07"), Err(Unreadable::UnknownKind));
        assert_eq!(of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), Err(Unreadable::OldOffice));
    }
}
