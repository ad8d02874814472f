//! Tables for spreadsheets: CSV (RFC 4180) that Excel, Calc and Numbers open with one click and
//! that cannot run anything in them.
//!
//! Not here: reading tables, and which columns a list has.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use locale::Language;
use std::fmt;

/// What to serve a table as.
pub const MEDIA_TYPE: &str = "text/csv; charset=utf-8";

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Format {
    pub separator: Separator,
    /// Excel takes a file without the mark for one in an old code page, and å becomes Ã¥. Programs
    /// that are not spreadsheets are better off without it.
    pub byte_order_mark: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Separator {
    /// Where the comma stands in numbers, as in Sweden, spreadsheets expect this one.
    Semicolon,
    Comma,
}

impl Format {
    /// What a spreadsheet set to this language opens: semicolons for Swedish, commas for English,
    /// the mark for both.
    pub fn for_spreadsheet(language: Language) -> Self {
        let separator = match language {
            Language::Swedish => Separator::Semicolon,
            Language::English => Separator::Comma,
        };
        Self { separator, byte_order_mark: true }
    }

    /// What RFC 4180 describes, in UTF-8: for programs.
    pub fn for_programs() -> Self {
        Self { separator: Separator::Comma, byte_order_mark: false }
    }
}

/// A row has more or fewer cells than the heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnevenRow {
    /// Which row, the first after the heading being 1.
    pub row: usize,
    pub cells: usize,
    pub expected: usize,
}

impl fmt::Display for UnevenRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {} has {} cells, not {}", self.row, self.cells, self.expected)
    }
}

impl std::error::Error for UnevenRow {}

/// Writes a heading and its rows, every cell in quotes, lines ended by CRLF. A cell that a
/// spreadsheet would take for a formula gets an apostrophe before it.
///
/// # Errors
/// [`UnevenRow`], and then nothing is written: a shifted column is worse than no file.
pub fn to_csv<Row, Cell>(
    format: Format,
    heading: &[&str],
    rows: impl IntoIterator<Item = Row>,
) -> Result<String, UnevenRow>
where
    Row: IntoIterator<Item = Cell>,
    Cell: AsRef<str>,
{
    let mut text = Vec::new();
    if format.byte_order_mark {
        text.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = WriterBuilder::new()
        .delimiter(match format.separator {
            Separator::Semicolon => b';',
            Separator::Comma => b',',
        })
        .terminator(Terminator::CRLF)
        // A cell such as "a;=1+1" stays one cell also where the other separator is expected.
        .quote_style(QuoteStyle::Always)
        .flexible(true)
        .from_writer(text);
    let in_memory = "writing to memory does not fail";
    writer.write_record(heading.iter().map(|cell| inert(cell))).expect(in_memory);
    for (at, row) in rows.into_iter().enumerate() {
        let cells: Vec<String> = row.into_iter().map(|cell| inert(cell.as_ref())).collect();
        if cells.len() != heading.len() {
            return Err(UnevenRow { row: at + 1, cells: cells.len(), expected: heading.len() });
        }
        writer.write_record(&cells).expect(in_memory);
    }
    let text = writer.into_inner().expect(in_memory);
    Ok(String::from_utf8(text).expect("whole strings and ASCII marks are UTF-8"))
}

/// The text as a spreadsheet shows it and nothing else. The price is an apostrophe before a
/// telephone number such as +46…: the same text could be a formula.
fn inert(cell: &str) -> String {
    let cell = cell.replace('\0', "");
    // Spaces before it do not stop every program; the wide forms count where East Asian input does.
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{3000}']).chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{cell}")
        }
        _ => cell,
    }
}
