//! The characters of a page into rows: what stands on one line, and where words and columns begin.

use super::columns::{self, Part};
use super::{CLOSEST_PITCH, Row, most_common};
use crate::pdf::content::{Drawn, Glyph};

/// Characters belong to one line if their base lines differ by no more than this part of the size.
const SAME_LINE: f64 = 0.35;

/// A gap between characters from which on it parts words, in parts of the size.
const WORD_GAP: f64 = 0.17;

/// A gap from which on it parts columns.
const COLUMN_GAP: f64 = 1.6;

/// The same where the text stands in columns already, whose lines are stretched to be even.
const GAP_IN_COLUMN: f64 = 3.5;

/// Spaces in a row that part columns as well.
const COLUMN_SPACES: usize = 3;

/// The rows of a page in reading order.
pub(super) fn rows_of(page: Drawn, number: u32, block: &mut u32, rows: &mut Vec<Row>) {
    let mut turned: [Vec<Glyph>; 4] = Default::default();
    for glyph in page.glyphs {
        turned[usize::from(glyph.turn) & 3].push(glyph);
    }
    // The way most of the text runs is read first; a word up the margin comes after.
    turned.sort_by_key(|glyphs| std::cmp::Reverse(glyphs.len()));
    for glyphs in turned {
        if glyphs.is_empty() {
            continue;
        }
        for part in columns::parts(lines_of(glyphs)) {
            *block += 1;
            rows.extend(rows_along(part, number, *block));
        }
    }
}

/// What stands on one line, from the top of the page.
pub(super) fn lines_of(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    // Drawing order breaks ties, so that equal places keep their words.
    glyphs.sort_by(|a, b| b.base.total_cmp(&a.base));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    let mut base = f64::INFINITY;
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if base - glyph.base <= SAME_LINE * glyph.size.max(line[0].size) => {
                // The line is where its largest characters stand, not a raised note's number.
                if glyph.size > line[0].size * 1.2 {
                    base = glyph.base;
                }
                line.push(glyph);
            }
            _ => {
                base = glyph.base;
                lines.push(vec![glyph]);
            }
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    lines
}

fn rows_along(part: Part, page: u32, block: u32) -> Vec<Row> {
    let column = part.column;
    let mut rows: Vec<Row> = Vec::new();
    for row in part.lines.into_iter().filter_map(|line| row_of(line, page, block, column)) {
        match rows.last_mut() {
            Some(before) if before.stands_beside(&row) => before.take_beside(row),
            _ => rows.push(row),
        }
    }
    rows
}

impl Row {
    /// A cell that is set half a line lower than its neighbour, as tables centre them, is no line
    /// of its own.
    fn stands_beside(&self, row: &Self) -> bool {
        let size = self.size.max(row.size);
        let apart = 2.0 * WORD_GAP * size;
        self.base - row.base < CLOSEST_PITCH * size
            && (row.right + apart < self.left || self.right + apart < row.left)
    }

    fn take_beside(&mut self, row: Self) {
        if row.left < self.left {
            self.text = format!("{}\t{}", row.text, self.text);
            self.left = row.left;
            self.first_word = row.first_word;
        } else {
            self.text = format!("{}\t{}", self.text, row.text);
            self.right = row.right;
        }
    }
}

fn row_of(line: Vec<Glyph>, page: u32, block: u32, column: bool) -> Option<Row> {
    let column_gap = if column { GAP_IN_COLUMN } else { COLUMN_GAP };
    let size = most_common(line.iter().map(|it| (it.size, 1)), 0.05)?;
    let base = line.iter().find(|it| (it.size - size).abs() < 0.1 * size).map(|it| it.base);
    let mut text = String::new();
    let mut first_word = None;
    let mut left = f64::INFINITY;
    let mut right = 0f64;
    let mut spaces = 0usize;
    let mut last: Option<Glyph> = None;
    for glyph in line {
        if glyph.sign == ' ' {
            spaces += 1;
            continue;
        }
        if let Some(before) = &last {
            // Bold by drawing twice.
            if before.sign == glyph.sign && (glyph.left - before.left).abs() < 0.08 * size {
                continue;
            }
            let gap = glyph.left - before.right;
            if gap > column_gap * size || spaces >= COLUMN_SPACES {
                text.push('\t');
            } else if spaces > 0 || gap > WORD_GAP * size {
                text.push(' ');
            }
            if text.ends_with([' ', '\t']) {
                first_word.get_or_insert(before.right - left);
            }
        }
        spaces = 0;
        left = left.min(glyph.left);
        right = right.max(glyph.right);
        text.push(glyph.sign);
        last = Some(glyph);
    }
    last?;
    let first_word = first_word.unwrap_or(right - left);
    Some(Row { text, left, right, base: base?, size, first_word, page, block, column })
}
