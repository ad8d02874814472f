//! Which part of a page is read before which. Text in columns is read one column after the other;
//! the rows of a table, which stand in columns too, are read row by row. What tells them apart is
//! that lines of running text begin in the middle of sentences.

use super::most_common;
use crate::pdf::content::Glyph;

/// Lines that a column has at least.
const FEWEST_LINES: usize = 5;

/// Width of a column, in parts of the size.
const NARROWEST: f64 = 10.0;

/// Lines of running text that begin with a small letter, in hundredths.
const FEWEST_LOW: usize = 20;

/// Lines across both columns, in hundredths of all.
const MOST_ACROSS: usize = 40;

/// A gap that may part columns, in parts of the size.
const GUTTER: f64 = 0.9;

/// Places where a second column may begin that are tried.
const MOST_TRIED: usize = 24;

/// Columns within columns: three beside each other are two, and one of them is two.
const MOST_NESTED: usize = 3;

/// Lines that are read one after the other.
pub(super) struct Part {
    pub lines: Vec<Vec<Glyph>>,
    pub column: bool,
}

/// The parts of a page in the order they are read.
pub(super) fn parts(lines: Vec<Vec<Glyph>>) -> Vec<Part> {
    let mut out = Vec::new();
    split(lines, false, 0, &mut out);
    out
}

fn split(lines: Vec<Vec<Glyph>>, column: bool, depth: usize, out: &mut Vec<Part>) {
    let place = if depth < MOST_NESTED { gutter(&lines) } else { None };
    let Some(place) = place else {
        if !lines.is_empty() {
            out.push(Part { lines, column });
        }
        return;
    };
    let (mut left, mut right, mut across) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        if stretches(&line).iter().any(|it| it.crosses(place)) {
            columns(&mut left, &mut right, depth, out);
            across.push(line);
            continue;
        }
        if !across.is_empty() {
            out.push(Part { lines: std::mem::take(&mut across), column });
        }
        for glyph in line {
            if glyph.left < place { left.push(glyph) } else { right.push(glyph) }
        }
    }
    columns(&mut left, &mut right, depth, out);
    if !across.is_empty() {
        out.push(Part { lines: across, column });
    }
}

/// The columns side by side have other base lines each, so their lines are found anew.
fn columns(left: &mut Vec<Glyph>, right: &mut Vec<Glyph>, depth: usize, out: &mut Vec<Part>) {
    for glyphs in [left, right] {
        split(super::rows::lines_of(std::mem::take(glyphs)), true, depth + 1, out);
    }
}

/// A stretch of a line without a wide gap.
struct Stretch {
    left: f64,
    right: f64,
    low: bool,
}

impl Stretch {
    fn crosses(&self, place: f64) -> bool {
        self.left < place - 1.0 && self.right > place
    }
}

fn stretches(line: &[Glyph]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for glyph in line.iter().filter(|glyph| glyph.sign != ' ') {
        match out.last_mut() {
            Some(last) if glyph.left - last.right < GUTTER * glyph.size => {
                last.right = last.right.max(glyph.right);
            }
            _ => out.push(Stretch {
                left: glyph.left,
                right: glyph.right,
                low: glyph.sign.is_lowercase(),
            }),
        }
    }
    out
}

/// Where the right column begins, if the page has two.
fn gutter(lines: &[Vec<Glyph>]) -> Option<f64> {
    if lines.len() < FEWEST_LINES {
        return None;
    }
    let size = most_common(lines.iter().flatten().map(|it| (it.size, 1)), 0.25)?;
    let lines: Vec<Vec<Stretch>> = lines.iter().map(|line| stretches(line)).collect();
    let mut starts = std::collections::BTreeMap::<i64, usize>::new();
    for stretch in lines.iter().flatten() {
        *starts.entry(stretch.left.floor() as i64).or_default() += 1;
    }
    let mut starts: Vec<(i64, usize)> =
        starts.into_iter().filter(|(_, count)| *count >= FEWEST_LINES).collect();
    starts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let tried = starts.into_iter().take(MOST_TRIED).map(|(place, _)| place as f64 - 1.0);
    tried
        .filter_map(|place| Some((columns_at(&lines, place, size)?, place)))
        .max_by_key(|(fewer, _)| *fewer)
        .map(|(_, place)| place)
}

/// The number of lines of the shorter column, if there are two on both sides of a place.
fn columns_at(lines: &[Vec<Stretch>], place: f64, size: f64) -> Option<usize> {
    let mut across = 0;
    let mut sides = [Side::default(), Side::default()];
    for line in lines {
        if line.iter().any(|it| it.crosses(place)) {
            across += 1;
            continue;
        }
        let middle = line.partition_point(|it| it.left < place);
        for (side, part) in sides.iter_mut().zip([&line[..middle], &line[middle..]]) {
            if let (Some(first), Some(last)) = (part.first(), part.last()) {
                side.lines += 1;
                side.low += usize::from(first.low);
                side.left = side.left.min(first.left);
                side.right = side.right.max(last.right);
            }
        }
    }
    let running = sides.iter().all(|side| {
        side.lines >= FEWEST_LINES
            && side.low * 100 >= side.lines * FEWEST_LOW
            && side.right - side.left >= NARROWEST * size
    });
    let fewer = sides.iter().map(|side| side.lines).min()?;
    (running && across * 100 <= lines.len() * MOST_ACROSS).then_some(fewer)
}

struct Side {
    lines: usize,
    low: usize,
    left: f64,
    right: f64,
}

impl Default for Side {
    fn default() -> Self {
        Self { lines: 0, low: 0, left: f64::INFINITY, right: f64::NEG_INFINITY }
    }
}
