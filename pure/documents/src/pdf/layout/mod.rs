//! Characters on pages into lines: [`rows`] says what stands on one line and [`columns`] which part
//! of a page is read before which; here, which lines the paper's edge has broken, and where a reader
//! sees a gap.

mod columns;
mod rows;

use super::content::Drawn;
use crate::lines::Lines;
use crate::model::{Place, Shape, Unreadable};
use std::collections::HashMap;

/// Between two lines a reader sees a gap if they stand this much further apart than others.
const PARAGRAPH_GAP: f64 = 1.35;

/// Text is headed by lines larger than it by this factor, and the title by more.
const HEADING_SIZE: f64 = 1.15;
const TITLE_SIZE: f64 = 1.4;

/// Longest heading, in characters of all its lines.
const LONGEST_HEADING: usize = 200;

/// Lines reach the paper's edge if the longest fills this part of the room between equal margins.
const FILLED: f64 = 0.8;

/// One line as it is printed.
#[derive(Debug)]
struct Row {
    text: String,
    left: f64,
    right: f64,
    base: f64,
    size: f64,
    /// Width of the first word, which the line before had no room for if it was broken there.
    first_word: f64,
    page: u32,
    /// Of its own direction and column; rows of one block follow each other.
    block: u32,
    /// The block is a column among others.
    column: bool,
}

pub(crate) fn lines(pages: Vec<Drawn>, out: &mut Lines) -> Result<(), Unreadable> {
    let mut rows = Vec::new();
    let mut block = 0;
    let mut widths = Vec::new();
    for (index, page) in pages.into_iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        widths.push(page.width);
        rows::rows_of(page, number, &mut block, &mut rows);
    }
    if rows.is_empty() {
        return Ok(());
    }
    let paper = Paper::measure(&rows, &widths);
    let mut open: Option<Open> = None;
    for (at, row) in rows.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &rows[at]);
        let gap = before.map_or(0, |before| paper.gap(before, row));
        let shape = paper.shape(row);
        if let (Some(line), Some(before)) = (&mut open, before)
            && gap == 0
            && paper.goes_on(before, row, line, shape)
        {
            line.join(&row.text);
            continue;
        }
        if let Some(done) = open.take() {
            done.write(out)?;
        }
        (0..gap).for_each(|_| out.blank());
        let indent = paper.indent(row);
        open = Some(Open { text: row.text.clone(), indent, shape, page: row.page });
    }
    if let Some(done) = open {
        done.write(out)?;
    }
    Ok(())
}

/// A line that may go on in the next row.
struct Open {
    text: String,
    indent: usize,
    shape: Shape,
    page: u32,
}

impl Open {
    fn join(&mut self, text: &str) {
        if let Some(broken) = self.text.strip_suffix('\u{ad}') {
            self.text.truncate(broken.len());
        } else if !is_broken_span(&self.text, text) {
            self.text.push(' ');
        }
        self.text.push_str(text);
    }

    fn write(self, out: &mut Lines) -> Result<(), Unreadable> {
        let text = format!("{}{}", " ".repeat(self.indent), self.text);
        let shape = match self.shape {
            Shape::Heading(_) if self.text.chars().count() > LONGEST_HEADING => Shape::Unknown,
            shape => shape,
        };
        out.push(&text, shape, Some(Place::Page(self.page)))
    }
}

/// What all rows together say about the paper.
struct Paper {
    /// Usual size of the text, and usual distance of its lines in parts of the size.
    size: f64,
    pitch: f64,
    left: f64,
    /// Where a line had to end: as far as the longest does, if it comes near a margin as wide as
    /// the left one, and else there.
    edge: f64,
    top: f64,
    bottom: f64,
    /// Size of the largest lines, which are the title if they are large.
    largest: f64,
    /// Left and right end of each block that is a column.
    columns: HashMap<u32, (f64, f64)>,
}

impl Paper {
    fn measure(rows: &[Row], widths: &[f64]) -> Self {
        let size = most_common(rows.iter().map(|row| (row.size, row.text.len())), 0.25);
        let size = size.unwrap_or(10.0);
        let pairs = rows.windows(2).filter(|pair| pair[0].block == pair[1].block);
        let pitches = pairs.map(|pair| {
            let size = pair[0].size.max(pair[1].size);
            (pair[0].base - pair[1].base) / size
        });
        let pitch = closest_usual(pitches).unwrap_or(1.3);
        let left = rows.iter().map(|row| row.left).fold(f64::INFINITY, f64::min);
        let right = rows.iter().map(|row| row.right).fold(0.0, f64::max);
        let width = widths.iter().copied().fold(0.0, f64::max);
        let room = (width - 2.0 * left).max(0.0);
        let top = rows.iter().map(|row| row.base).fold(0.0, f64::max);
        let bottom = rows.iter().map(|row| row.base).fold(f64::INFINITY, f64::min);
        let edge = if right - left >= FILLED * room { right } else { left + room };
        let largest = rows.iter().map(|row| row.size).fold(0.0, f64::max);
        let mut columns = HashMap::new();
        for row in rows.iter().filter(|row| row.column) {
            let ends = columns.entry(row.block).or_insert((row.left, row.right));
            *ends = (ends.0.min(row.left), ends.1.max(row.right));
        }
        Self { size, pitch, left, edge, top, bottom, largest, columns }
    }

    /// Blank lines that a reader sees between two rows.
    fn gap(&self, before: &Row, row: &Row) -> usize {
        let pitch = self.pitch * before.size.max(row.size);
        if before.page != row.page {
            // A page that ends early, or begins late, was meant to.
            let early = before.base - self.bottom > pitch * 0.8;
            let late = self.top - row.base > pitch * 0.8;
            return usize::from(early || late);
        }
        if before.block != row.block {
            // A sentence may go on at the head of the next column.
            let goes_on = before.column
                && row.column
                && (begins_low(&row.text) || is_broken_span(&before.text, &row.text));
            return usize::from(!goes_on);
        }
        let lines = (before.base - row.base) / pitch;
        if lines < PARAGRAPH_GAP {
            return 0;
        }
        ((lines - 0.3).round() as usize).saturating_sub(1).clamp(1, 3)
    }

    fn shape(&self, row: &Row) -> Shape {
        if row.size >= self.size * TITLE_SIZE && row.size > self.largest * 0.95 {
            Shape::Heading(1)
        } else if row.size >= self.size * HEADING_SIZE {
            Shape::Heading(2)
        } else {
            Shape::Unknown
        }
    }

    /// Was the line broken before this row because the paper ended, or because a heading is long?
    fn goes_on(&self, before: &Row, row: &Row, line: &Open, shape: Shape) -> bool {
        if shape != line.shape || (before.size - row.size).abs() > 0.1 * row.size {
            return false;
        }
        if is_broken_span(&before.text, &row.text) {
            return true;
        }
        if (before.block != row.block && before.page == row.page && !begins_low(&row.text))
            || begins_something(&row.text)
        {
            return false;
        }
        // A word broken at a hyphen is mended by whoever knows words.
        if before.text.ends_with('-') {
            return false;
        }
        if matches!(shape, Shape::Heading(_)) {
            return before.page == row.page;
        }
        // The text of a list item goes on under its beginning, not to the left of it.
        let (left, edge) = self.ends(before);
        let set_in = (row.left - self.ends(row).0) - (before.left - left);
        let space = 0.25 * row.size;
        set_in > -0.5 * row.size
            && set_in < 4.0 * row.size
            && !before.text.contains('\t')
            && before.right + space + row.first_word > edge + 0.5
    }

    /// Where a row's lines begin and where they had to end.
    fn ends(&self, row: &Row) -> (f64, f64) {
        self.columns.get(&row.block).copied().unwrap_or((self.left, self.edge))
    }

    /// Spaces that a row is set in by; none for one that is centred or far to the right.
    fn indent(&self, row: &Row) -> usize {
        let ems = (row.left - self.ends(row).0) / row.size;
        if (0.2..6.0).contains(&ems) { ((ems / 0.28).round() as usize).clamp(1, 8) } else { 0 }
    }
}

/// "18.00–" and "20.30" on the next line.
fn is_broken_span(before: &str, text: &str) -> bool {
    let start = before.strip_suffix('–');
    start.is_some_and(|it| it.ends_with(|c: char| c.is_ascii_digit()))
        && text.starts_with(|c: char| c.is_ascii_digit())
}

fn begins_low(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// A bullet, a time or a number begins something of its own.
fn begins_something(text: &str) -> bool {
    let mut signs = text.chars();
    match signs.next() {
        Some('•' | '●' | '▪' | '◦' | '–' | '-' | '■' | '*' | '✓' | '§') => true,
        Some(first) if first.is_ascii_digit() => {
            let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = text.len() - rest.len();
            let clock = digits <= 2
                && rest.starts_with(['.', ':'])
                && rest[1..].starts_with(|c: char| c.is_ascii_digit());
            clock || (digits <= 2 && rest.starts_with([')', '.']))
        }
        _ => false,
    }
}

/// The value that weighs most when values are put in steps of `step`.
fn most_common(values: impl Iterator<Item = (f64, usize)>, step: f64) -> Option<f64> {
    let mut steps = std::collections::BTreeMap::<i64, usize>::new();
    for (value, weight) in values {
        if value > 0.0 && value.is_finite() {
            *steps.entry((value / step).round() as i64).or_default() += weight;
        }
    }
    // Of equals the smallest.
    let most = steps.values().copied().max()?;
    steps.into_iter().find(|(_, weight)| *weight == most).map(|(at, _)| at as f64 * step)
}

/// The distance of lines within a paragraph: the smallest of those that are not rare. In a page of
/// single lines with gaps between them, the gaps are the more common.
fn closest_usual(pitches: impl Iterator<Item = f64>) -> Option<f64> {
    let mut steps = std::collections::BTreeMap::<i64, usize>::new();
    let mut all = 0usize;
    for pitch in pitches.filter(|pitch| (CLOSEST_PITCH..WIDEST_PITCH).contains(pitch)) {
        *steps.entry((pitch / 0.05).round() as i64).or_default() += 1;
        all += 1;
    }
    let usual = all.div_ceil(RARE);
    steps.into_iter().find(|(_, count)| *count >= usual).map(|(at, _)| at as f64 * 0.05)
}

/// Lines stand no closer than this and no further apart, in parts of the size.
const CLOSEST_PITCH: f64 = 0.9;
const WIDEST_PITCH: f64 = 4.0;

/// Fewer than one in so many is rare.
const RARE: usize = 12;
