//! A meeting before the event, under a heading of its own: "Digitalt förmöte", "Steg 1: Förträff",
//! "Pre-meeting", and its day, its hours and its link.

use crate::blocks::{Block, Role};
use crate::lines::Line;
use crate::words::has_any;

/// So far under its heading it is told of.
const FAR: usize = 8;

const NAMES: &[&str] = &["förmöte", "förträff", "pre-meeting", "premeeting", "pre meeting"];

/// What the event itself is called where the meeting before it is told of first.
const MAIN: &[&str] = &[
    "konferens",
    "huvud",
    "mötet",
    "fysisk träff",
    "heldag",
    "steg 2",
    "steg två",
    "del 2",
    "conference",
    "main ",
    "step 2",
    "step two",
];

/// The lines that tell of a meeting before the event, its heading among them.
pub(super) fn lines_of(lines: &[Line], blocks: &[Block]) -> Vec<bool> {
    let mut of = vec![false; lines.len()];
    let dated = |line: &Line| line.dates.iter().any(|d| d.day.is_some());
    let short = |i: usize| {
        let line = &lines[i];
        blocks[i].role != Role::Noise
            && line.words() <= 6
            && !line.bulleted
            && line.times.is_empty()
            && !line.text.ends_with(['.', '!', ','])
    };
    let first = lines.iter().position(dated);
    for i in 0..lines.len() {
        let heads = short(i) && !dated(&lines[i]) && lines[i].reach.is_empty();
        if !heads || !has_any(&lines[i].low, NAMES) {
            continue;
        }
        let end = (i + 1..lines.len().min(i + FAR))
            .find(|&k| {
                k > i + 1
                    && lines[k].gap > 0
                    && (short(k) && !dated(&lines[k]) || blocks[k].label.is_some())
            })
            .unwrap_or_else(|| lines.len().min(i + FAR));
        // The page may itself be about the meeting before.
        let named = first.is_some_and(|first| first < i)
            || (end..lines.len().min(end + FAR)).any(|k| {
                short(k)
                    && has_any(&lines[k].low, MAIN)
                    && lines[k..lines.len().min(k + 4)].iter().any(dated)
            });
        if named && lines[i + 1..end].iter().any(dated) {
            of[i..end].fill(true);
        }
    }
    of
}
