//! What the tables are asked under an item: "Frågor:" and a list, one line of several questions,
//! "Fråga 1: …".

use crate::blocks::Role;
use crate::event::programme::Reader;
use crate::event::programme::choices::choice_marker;
use crate::model::{Confidence, Found, ItemKind};
use crate::sentences;
use crate::words;

/// What stands over a list of them.
const HEADS: &[&str] = &[
    "frågor",
    "diskussionsfrågor",
    "samtalsfrågor",
    "bordsfrågor",
    "gruppfrågor",
    "frågeställningar",
    "questions",
    "discussion questions",
    "att diskutera",
    "att samtala om",
    "to discuss",
    "table questions",
];

impl Reader<'_> {
    /// "Frågor:", "Questions to discuss:" under an item, with what is asked beside or under it. The next
    /// line to read.
    pub(super) fn asks(&mut self, i: usize) -> Option<usize> {
        let lines = self.lines;
        let line = &lines[i];
        if !self.inside
            || self.last_item_line.is_none()
            || line.gap > 1
            || self.out.items.last().is_none_or(|d| !d.item.questions.is_empty())
            || !line.reach.is_empty()
        {
            return None;
        }
        // "Fråga 1: Vad fungerar?"
        let one = ["fråga ", "question "].iter().find(|w| line.low.starts_with(**w));
        if one.is_some() && line.text.ends_with('?') {
            let mut k = i;
            while let Some(rest) = lines.get(k).and_then(|l| counted(&l.low)).filter(|_| {
                lines[k].text.ends_with('?') && (k == i || lines[k].gap == 0) && k < i + 12
            }) {
                self.question(lines[k].text[rest..].to_owned(), lines[k].number);
                self.out.taken[k] = true;
                k += 1;
            }
            return (k > i).then_some(k);
        }
        let at = line.text.find(':').unwrap_or(line.text.len());
        let key = line.low[..at].trim();
        // "Varje lag svarar på tre frågor: Vem ringer först? Vad kan vänta?"
        if key.split(' ').count() > 1
            && words::ends_with(key, &["frågor", "questions", "fråga"])
            && let Some(value) = line.text.get(at + 1..).map(str::trim)
            && value.matches('?').count() > 1
            && only_questions(value)
        {
            self.questions(value, line.number);
            self.out.taken[i] = true;
            return Some(i + 1);
        }
        let head = HEADS
            .iter()
            .any(|w| key == *w || key.strip_prefix(w).is_some_and(|rest| rest.starts_with(' ')));
        if !head || key.split(' ').count() > 5 || key.ends_with('?') {
            return None;
        }
        let value = line.text.get(at + 1..).unwrap_or_default().trim();
        if !value.is_empty() {
            if !only_questions(value) {
                return None;
            }
            self.questions(value, line.number);
            self.out.taken[i] = true;
            return Some(i + 1);
        }
        let mut k = i + 1;
        while k < lines.len()
            && k < i + 15
            && (lines[k].gap == 0 || k == i + 1 && lines[k].gap == 1)
            && !matches!(self.blocks[k].role, Role::Timed | Role::Day | Role::Contact)
            && lines[k].text.ends_with('?')
        {
            k += 1;
        }
        if k == i + 1 {
            return None;
        }
        for (n, asked) in lines.iter().enumerate().take(k).skip(i + 1) {
            let from = choice_marker(&asked.text, &asked.low).map_or(0, |(_, rest)| rest);
            self.questions(&asked.text[from..], asked.number);
            self.out.taken[n] = true;
        }
        self.out.taken[i] = true;
        Some(k)
    }

    /// A line of one or several questions.
    pub(super) fn questions(&mut self, text: &str, line: u32) {
        if text.matches('?').count() > 1 && only_questions(text) {
            for (from, to) in sentences::split(text).into_iter().take(12) {
                self.question(text[from..to].trim().to_owned(), line);
            }
        } else {
            self.question(text.to_owned(), line);
        }
    }

    pub(super) fn question(&mut self, text: String, line: u32) {
        if let Some(last) = self.out.items.last_mut() {
            last.item.questions.push(Found::certain(text, line));
            if last.item.kind.confidence == Confidence::Doubtful {
                last.item.kind = Found::likely(ItemKind::GroupTalks, line);
            }
        }
    }
}

fn only_questions(text: &str) -> bool {
    let parts = sentences::split(text);
    !parts.is_empty() && parts.iter().all(|&(from, to)| text[from..to].trim_end().ends_with('?'))
}

/// "fråga 2: " and the like: where what is asked begins.
fn counted(low: &str) -> Option<usize> {
    let word = ["fråga ", "question "].iter().find(|w| low.starts_with(**w))?;
    let rest = &low[word.len()..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let tail = rest[digits..].trim_start_matches([':', '.', ')', ' ', '–', '-']);
    ((1..=2).contains(&digits) && tail.len() + 2 <= rest.len() - digits)
        .then(|| low.len() - tail.len())
}
