//! The files people have, into lines of text: a page, a letter, a Word file, a PDF, a calendar.
//!
//! [`read`] looks at what the bytes are and hands them to the reader of that kind:
//!
//! * `kind`: what the bytes are, from their beginning
//! * `text`: bytes into text, however it was encoded
//! * `html`: pages
//! * `mail`: letters
//! * `calendar`, `schedule`: calendar files and conference schedules
//! * `docx`: Word files
//! * `pdf`: PDF files with text
//!
//! Bytes in memory in, lines out, within the bounds of `bounds`. No I/O, no clock, and no opinion
//! about what the lines mean. Words for people in other languages than English are the caller's:
//! [`Unreadable`] is an enum to `match` on.

mod bounds;
mod calendar;
mod clock;
mod docx;
mod html;
mod kind;
mod lines;
mod mail;
mod model;
mod pdf;
mod schedule;
mod text;

pub use model::{Document, FileKind, Line, Place, Shape, Unreadable};
pub use text::decode;

/// Reads a file that is in memory.
///
/// `name` is what its owner calls it, with or without folders. A name that ends in `.txt` is plain
/// text whatever it contains, and its lines are the file's own, counted between line ends. Every
/// other file is what its bytes say.
///
/// ```
/// use documents::{FileKind, Shape, read};
///
/// let page = "<html><nav>Menu</nav><h1>Harvest day</h1><p>Date: 26 May<br>Time: 1 pm</html>";
/// let document = read("harvest.html", page.as_bytes()).expect("a page");
/// assert_eq!(document.kind, FileKind::Html);
/// assert_eq!(document.lines[0].text, "Harvest day");
/// assert_eq!(document.lines[0].shape, Shape::Heading(1));
/// assert_eq!(document.lines[3].text, "Time: 1 pm");
/// ```
///
/// # Errors
/// [`Unreadable`] where the file has no text to give, or may not be opened. The same bytes always
/// give the same answer.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Unreadable> {
    if bytes.len() > bounds::MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    let kind = if is_plain_text(name) { FileKind::Text } else { kind::of(bytes)? };
    let lines = match kind {
        FileKind::Text => text::lines(bytes)?,
        FileKind::Html => html::lines(bytes)?,
        FileKind::Mail => mail::lines(bytes)?,
        FileKind::Docx => docx::lines(bytes)?,
        FileKind::Pdf => pdf::lines(bytes)?,
        FileKind::Calendar => calendar::lines(bytes)?,
        FileKind::Schedule => schedule::lines(bytes)?,
    };
    Ok(Document { kind, lines })
}

fn is_plain_text(name: &str) -> bool {
    let end = name.len().saturating_sub(4);
    name.as_bytes()[end..].eq_ignore_ascii_case(b".txt")
}
