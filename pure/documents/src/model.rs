//! What a file comes to: lines with their place, or the reason why not.

use std::fmt;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub kind: FileKind,
    /// In reading order. Blank lines stand between paragraphs; plain text has its own.
    pub lines: Vec<Line>,
}

/// One line of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Without a line end. Cells of a row and columns of a page are parted by one tab.
    pub text: String,
    pub shape: Shape,
    /// Where it stands in the file, for formats that have such places.
    pub place: Option<Place>,
}

/// What the file format says about a line. Plain text and PDF say nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    #[default]
    Unknown,
    /// Level 1 is the title of the document.
    Heading(u8),
    ListItem,
}

/// A place that a person can find again, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Page(u32),
    Paragraph(u32),
}

/// What a file is, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Text,
    Html,
    Mail,
    Docx,
    Pdf,
    /// iCalendar.
    Calendar,
    /// A conference schedule in JSON, as pretalx and frab export it.
    Schedule,
}

/// Why a file gives no lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unreadable {
    /// Nothing in it.
    Empty,
    /// More bytes than are taken in.
    TooLarge,
    /// Locked with a password or a key.
    Encrypted,
    /// Pages, but no text on them: scanned paper, most often.
    NoText,
    /// Small on disk and enormous when unpacked, or more text than is taken in.
    Expands,
    /// Nested or tied up in itself beyond what any real file is.
    Tangled,
    /// Of a kind that is known, and cut off or broken.
    Damaged,
    /// A Word file of the kind before 2007 (`.doc`), or another file of that family.
    OldOffice,
    /// A picture, a program, an archive: no text to be read here.
    UnknownKind,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "The file is empty.",
            Self::TooLarge => "The file is too large: at most 20 MB can be read.",
            Self::Encrypted => "The file is locked with a password.",
            Self::NoText => "There is no text in the file; perhaps it is a scanned page.",
            Self::Expands => "The file unpacks to far more than can be read.",
            Self::Tangled => "The file is built too intricately to be read.",
            Self::Damaged => "The file is damaged or was cut off.",
            Self::OldOffice => {
                "The file is of an older kind of Office file; save it as .docx or PDF first."
            }
            Self::UnknownKind => "The file is of a kind that has no text to read.",
        })
    }
}

impl std::error::Error for Unreadable {}
