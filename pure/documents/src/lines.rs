//! Lines as they are gathered by a reader: spaces made single, blank lines between paragraphs, and
//! no more text than may be given.

use crate::bounds;
use crate::model::{Line, Place, Shape, Unreadable};

/// Lines gathered so far.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    lines: Vec<Line>,
    bytes: usize,
    /// Blank lines owed before the next line with text.
    gap: u8,
}

impl Lines {
    /// Adds a text, one line for each line feed in it. A text without a letter in it adds nothing.
    pub fn push(
        &mut self,
        text: &str,
        shape: Shape,
        place: Option<Place>,
    ) -> Result<(), Unreadable> {
        for part in text.split('\n') {
            let text = single_spaced(part);
            if text.is_empty() {
                continue;
            }
            let gap = std::mem::take(&mut self.gap);
            for _ in 0..if self.lines.is_empty() { 0 } else { gap } {
                self.add(Line { place, ..Line::default() })?;
            }
            self.add(Line { text, shape, place })?;
        }
        Ok(())
    }

    /// What was said and what comes are set apart.
    pub fn gap(&mut self) {
        self.gap = self.gap.max(1);
    }

    /// One more blank line; a whole empty page is no more than a wide gap.
    pub fn blank(&mut self) {
        self.gap = (self.gap + 1).min(WIDEST_GAP);
    }

    fn add(&mut self, line: Line) -> Result<(), Unreadable> {
        self.bytes += line.text.len() + 1;
        if self.bytes > bounds::MOST_TEXT {
            return Err(Unreadable::Expands);
        }
        self.lines.push(line);
        Ok(())
    }

    /// The lines, if there is anything to read in them.
    pub fn finish(self) -> Result<Vec<Line>, Unreadable> {
        if self.lines.iter().any(|line| line.text.chars().any(char::is_alphanumeric)) {
            Ok(self.lines)
        } else {
            Err(Unreadable::NoText)
        }
    }
}

/// Most blank lines in a row.
const WIDEST_GAP: u8 = 3;

/// Most spaces that a line is set in by; more is centred or set right, which says nothing.
const DEEPEST_INDENT: usize = 8;

/// From so many spaces on, what follows is another column.
const COLUMN: usize = 3;

/// A line without space after it, spaces single. A wide gap or one with a tab is one tab; how far
/// the line is set in is kept, as spaces. Empty where there is nothing to see.
fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut spaces, mut tab) = (0usize, false);
    for c in text.chars() {
        match c {
            '\t' => tab = true,
            // A zero-width mark has no width to show and no meaning to keep.
            '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
            _ if c.is_whitespace() || c.is_control() => spaces += 1,
            _ => {
                if out.is_empty() {
                    let indent = if tab { DEEPEST_INDENT / 2 } else { spaces };
                    (0..indent.min(DEEPEST_INDENT)).for_each(|_| out.push(' '));
                } else if tab || spaces >= COLUMN {
                    out.push('\t');
                } else if spaces > 0 {
                    out.push(' ');
                }
                (spaces, tab) = (0, false);
                out.push(c);
            }
        }
    }
    out
}

/// The row of a table as lines. Cells stand beside each other, parted by tabs; what a cell says
/// beyond its first line comes after, since a programme's row is "09.00, title" and the speaker
/// below. A row whose cells are whole columns of text is read one column after the other.
pub(crate) fn row(mut cells: Vec<Vec<Line>>) -> Vec<Line> {
    cells.iter_mut().for_each(|cell| cell.retain(|line| !line.text.is_empty()));
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let long = cells.iter().filter(|cell| cell.len() > LONG_CELL).count();
    if filled < 2 || long > 1 {
        return cells.into_iter().flatten().collect();
    }
    let firsts: Vec<&str> =
        cells.iter().map(|cell| cell.first().map_or("", |line| line.text.as_str())).collect();
    let place = cells.iter().flatten().find_map(|line| line.place);
    let first = Line { text: firsts.join("\t"), shape: Shape::Unknown, place };
    let rest = cells.into_iter().flat_map(|cell| cell.into_iter().skip(1));
    std::iter::once(first).chain(rest).collect()
}

/// A cell with more lines than this is a column of a page, not a cell.
const LONG_CELL: usize = 4;

/// The number of a list item as it is shown: 1, a, A, i or I.
pub(crate) fn numeral(style: Numbering, number: u32) -> String {
    match style {
        Numbering::Decimal => number.to_string(),
        Numbering::Letter { upper } => {
            // a … z, aa, bb, as word processors go on.
            let index = number.saturating_sub(1);
            let first = if upper { b'A' } else { b'a' };
            let letter = char::from(first + u8::try_from(index % 26).unwrap_or(0));
            letter.to_string().repeat(usize::try_from(index / 26 % 8).unwrap_or(0) + 1)
        }
        Numbering::Roman { upper } => {
            let roman = roman(number);
            if upper { roman.to_uppercase() } else { roman }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbering {
    Decimal,
    Letter { upper: bool },
    Roman { upper: bool },
}

fn roman(number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number % 4_000;
    let mut out = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(lines: &[&str]) -> Vec<Line> {
        lines.iter().map(|it| Line { text: (*it).to_owned(), ..Line::default() }).collect()
    }

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn a_row_keeps_its_cells_beside_each_other() {
        let lines = row(vec![cell(&["09.00"]), cell(&["Coffee", "Eva Ek"]), cell(&["Hall"])]);
        assert_eq!(texts(&lines), ["09.00\tCoffee\tHall", "Eva Ek"]);
    }

    #[test]
    fn columns_of_a_page_are_read_one_after_the_other() {
        let long = ["a", "b", "c", "d", "e"];
        assert_eq!(row(vec![cell(&long), cell(&long)]).len(), 10);
    }

    #[test]
    fn spaces_are_single_and_tabs_stay() {
        assert_eq!(single_spaced("a\u{a0} b \t\t c\u{200b}d "), "a b\tcd");
        assert_eq!(single_spaced("  10.00     Coffee"), "  10.00\tCoffee");
        assert_eq!(single_spaced(" \t "), "");
    }

    #[test]
    fn numbers_are_written_as_lists_do() {
        assert_eq!(numeral(Numbering::Decimal, 12), "12");
        assert_eq!(numeral(Numbering::Letter { upper: false }, 3), "c");
        assert_eq!(numeral(Numbering::Letter { upper: true }, 27), "AA");
        assert_eq!(numeral(Numbering::Roman { upper: true }, 14), "XIV");
    }

    #[test]
    fn more_text_than_is_given_is_refused() {
        let mut lines = Lines::default();
        let text = "ord ".repeat(1_000_000);
        assert_eq!(lines.push(&text, Shape::Unknown, None), Ok(()));
        lines.push(&text, Shape::Unknown, None).unwrap();
        assert_eq!(lines.push(&text, Shape::Unknown, None), Err(Unreadable::Expands));
    }

    #[test]
    fn lines_without_a_letter_are_no_text() {
        let mut lines = Lines::default();
        lines.push("– –", Shape::Unknown, None).unwrap();
        assert_eq!(lines.finish(), Err(Unreadable::NoText));
    }
}
