//! First stage: a text into lines that can be read.
//!
//! Takes away what a page loses on its way out of a browser or a PDF: hard spaces, soft hyphens,
//! page numbers, words broken over two lines, dot leaders, paragraphs broken by the paper's width.
//! Every line remembers the source line that it began on. What a line *means* is decided later.

mod dated;
mod folding;
mod labels;
mod paper;

pub(crate) use folding::{Folded, fold};

use std::cell::Cell;
use std::collections::HashSet;

use crate::lines::paper::is_page_mark;
use crate::reach::{self, Reach};
use crate::when::{self, DateMention, TimeMention, opening};
use crate::words::{Sifted, has_any};

/// Longest stretch that is read as one line. A longer one is cut, so that work that looks around
/// within a line stays linear in the length of the text.
const LONGEST: usize = 2_000;

/// More dates and times than a page has. What comes after them is read without, so that a text
/// that is nothing but dates costs no more than any other.
const MOST_MENTIONS: usize = 12_000;

/// More lines than any page has. What comes after them is not read, so that a text of nothing but line
/// feeds takes no more memory than others.
const MOST_LINES: usize = 200_000;

/// A text to read: its lines, and what is known about each of them.
#[derive(Debug, Clone, Default)]
pub struct Source {
    pub lines: Vec<SourceLine>,
}

/// One line of a source.
#[derive(Debug, Clone, Default)]
pub struct SourceLine {
    pub text: String,
    /// Where it stood in the file it came from, in words a person can look up ("page 2").
    pub mark: Option<String>,
    /// What the file format said about the line.
    pub shape: Shape,
}

/// What a file format (HTML, DOCX) can say about a line. Plain text says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    #[default]
    Unknown,
    /// Level 1 is the title of the document.
    Heading(u8),
    ListItem,
}

impl Source {
    /// A plain text, one source line for each line feed, and no more than 200 000 of them.
    pub fn of_text(text: &str) -> Self {
        let lines = text
            .split('\n')
            .take(MOST_LINES)
            .map(|line| SourceLine { text: line.to_owned(), ..SourceLine::default() })
            .collect();
        Self { lines }
    }
}

/// A line as the later stages see it.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// 1-based line of the source.
    pub number: u32,
    /// Without bullet and surrounding space; single spaces.
    pub text: String,
    /// `text` in lower case, of the same length in bytes at every character.
    pub low: Sifted<String>,
    /// Words between spaces.
    count: usize,
    /// Where in `text` a new column begins (tab, dot leader, wide gap); the separator is one tab.
    pub bulleted: bool,
    pub indented: bool,
    /// Blank lines just before it.
    pub gap: u8,
    pub shape: Shape,
    pub reach: Vec<Reach>,
    pub dates: Vec<DateMention>,
    pub times: Vec<TimeMention>,
    answers: Cell<u16>,
}

/// What several stages ask of a line as a whole.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Question {
    Street,
    Notice,
    Message,
    Name,
    Noise,
}

impl Line {
    /// The answer, found once and remembered.
    pub fn ask(&self, question: Question, answer: impl FnOnce(&Self) -> bool) -> bool {
        let shift = question as u16 * 2;
        match self.answers.get() >> shift & 3 {
            0 => {
                let found = answer(self);
                self.answers.set(self.answers.get() | (2 | u16::from(found)) << shift);
                found
            }
            known => known == 3,
        }
    }

    pub fn new(number: u32, text: String) -> Self {
        let low = String::from(fold(&text));
        let reach = reach::find(&text);
        let (dates, times) = when::scan(&text, &low, &reach);
        let count = text.split_whitespace().count();
        Self {
            number,
            text,
            low: Sifted::of(low),
            count,
            bulleted: false,
            indented: false,
            gap: 0,
            shape: Shape::Unknown,
            reach,
            dates,
            times,
            answers: Cell::new(0),
        }
    }

    /// Does it contain one of the phrases (lower case)?
    pub fn has_any(&self, needles: &[&str]) -> bool {
        has_any(&self.low, needles)
    }

    pub fn words(&self) -> usize {
        self.count
    }
}

/// The lines worth reading of a source, blank lines turned into gaps.
pub(crate) fn prepare(source: &Source) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap = 0u8;
    let mut open: Option<Raw> = None;
    let mut heads = HashSet::new();
    let mut at_top = false;
    for (index, source_line) in source.lines.iter().take(MOST_LINES).enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let Some(mut raw) = clean(&source_line.text) else {
            gap = gap.saturating_add(1);
            continue;
        };
        if is_page_mark(&raw.text, raw.leading) {
            // A page break is no paragraph break: a word may go on after it.
            continue;
        }
        if raw.paged && !heads.insert(raw.text.clone()) || at_top && heads.contains(&raw.text) {
            // The page's running head, said before.
            at_top = true;
            continue;
        }
        if raw.paged || at_top || number <= 3 {
            heads.insert(raw.text.clone());
        }
        at_top = raw.paged && number > 3;
        raw.number = number;
        raw.gap = gap;
        raw.shape = source_line.shape;
        gap = 0;
        if let Some(before) = open.as_mut()
            && (before.goes_on_in(&raw) || before.is_box_with(&raw))
        {
            before.join(&raw);
            continue;
        }
        if let Some(done) = open.replace(raw) {
            done.finish(&mut lines);
        }
    }
    if let Some(done) = open {
        done.finish(&mut lines);
    }
    dated::under_months(&mut lines);
    dated::bare_hours(&mut lines);
    let mut mentions = 0;
    for line in &mut lines {
        mentions += line.dates.len() + line.times.len();
        if mentions > MOST_MENTIONS {
            line.dates.clear();
            line.times.clear();
        }
    }
    lines
}

struct Raw {
    number: u32,
    text: String,
    bulleted: bool,
    leading: usize,
    gap: u8,
    shape: Shape,
    /// Length of the last physical line, to know whether the paper's edge broke it.
    last_len: usize,
    /// A page number stood beside it.
    paged: bool,
}

impl Raw {
    /// Does a paragraph that the paper's edge broke go on in the next line?
    fn goes_on_in(&self, next: &Raw) -> bool {
        if next.gap > 0
            || next.bulleted
            || next.shape != Shape::Unknown
            || self.shape != Shape::Unknown
        {
            return false;
        }
        if self.text.len() + next.text.len() > LONGEST {
            return false;
        }
        let Some(first) = next.text.chars().next() else { return false };
        // "ons 18 nov 2026 12:00 -" and on the next line "tor 19 nov 2026 13:00"
        // A line further out, that begins with an hour, is the next item.
        if self.leading >= 2 && next.leading == 0 && opening::with_hour(&next.text, true) {
            return false;
        }
        if [" -", " –", " —"].iter().any(|dash| {
            self.text.strip_suffix(dash).is_some_and(|t| t.ends_with(|c: char| c.is_ascii_digit()))
        }) && self.text.len() < 60
            && next.text.len() < 60
            && next.text.ends_with(|c: char| c.is_ascii_digit())
        {
            return true;
        }
        // "… Anmälan före den" and on the next line "11 sep på www.…"
        let last = self.text.rsplit(' ').next().unwrap_or_default();
        if self.last_len > 40
            && first.is_ascii_digit()
            && matches!(
                last,
                "den"
                    | "senast"
                    | "före"
                    | "innan"
                    | "till"
                    | "by"
                    | "before"
                    | "until"
                    | "the"
                    | "kl"
                    | "kl."
                    | "klockan"
            )
            && !next.text.contains('\t')
        {
            return true;
        }
        if self.breaks_a_date(next) || self.breaks_a_name(next) {
            return true;
        }
        // "Anmäl dig senast den 3 maj till", and on the next line the address.
        let address = next
            .text
            .split(' ')
            .next()
            .is_some_and(|w| w.contains('@') || w.starts_with("www.") || w.starts_with("http"));
        if address
            && self.text.len() > 24
            && matches!(last, "till" | "to" | "på" | "via" | "hos" | "at")
            && !self.text.contains('\t')
        {
            return true;
        }
        if self.dangles(next) && !next.text.contains('\t') {
            return true;
        }
        if self.lists_on(next) {
            return true;
        }
        // "Nils-" and on the next line "Erik Lomvall"
        let name = self.text.ends_with('-')
            && first.is_uppercase()
            && self.last_word_is_name()
            && next.text.chars().nth(1).is_some_and(char::is_lowercase);
        if name {
            return true;
        }
        if !first.is_lowercase() {
            return false;
        }
        if self.text.ends_with('-')
            && self.text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
        {
            return true;
        }
        // A lettered choice ("a) …") and a label in lower case are lines of their own.
        let second = next.text.chars().nth(1);
        if matches!(second, Some(')' | '.'))
            || next.text.split(' ').next().is_some_and(|w| w.ends_with(':') || w.contains('@'))
        {
            return false;
        }
        // Rows of a list: "tors 11 mars Ånge, torget" over "fre 12 mars Sala, skolan"
        if opening::with_day(&next.text)
            && (self.text.starts_with(|c: char| c.is_ascii_digit())
                || opening::with_day(&self.text))
        {
            return false;
        }
        // "kl. 13.15 – Förslaget på tjugo minuter" after another such line is the next item.
        if opening::with_hour(&next.text, true)
            && (opening::with_hour(&self.text, false)
                || opening::titled_after_hour(&next.text)
                || opening::only_hours(&next.text))
        {
            return false;
        }
        let ends = self.text.chars().next_back();
        // "Kostnad ....... 1 600 kr för hela helgen med mat utom lördagens" goes on under its value.
        if self.text.matches('\t').count() == 1
            && next.leading >= 12
            && self.leading < 4
            && !next.text.contains('\t')
            && self.text.len() > 30
            && !matches!(ends, Some('.' | '!' | '?' | ':' | ';'))
        {
            return true;
        }
        self.last_len > 48
            && !matches!(ends, Some('.' | '!' | '?' | ':' | ';'))
            && !self.text.contains('\t')
    }

    /// "… arrangeras av Region Kalmar län och Region", and on the next line "Kronoberg".
    fn dangles(&self, next: &Raw) -> bool {
        if self.last_len <= 56 || self.text.contains('\t') {
            return false;
        }
        let mut words = self.text.rsplit(' ');
        match words.next().unwrap_or_default() {
            "och" | "samt" | "av" | "för" | "med" | "vid" | "hos" | "från" | "and" | "of"
            | "the" | "The" | "by" | "with" | "from" => true,
            // "… Eva Ros, jurist, Länsstyrelsen", and "10.00 Lunch" under it, is whole.
            "Region" | "Föreningen" | "Länsstyrelsen" | "Stiftelsen" => {
                next.text.starts_with(char::is_uppercase)
                    && !words.next().is_some_and(|w| w.ends_with(','))
            }
            _ => false,
        }
    }

    /// "… Ledare: Nils-", "Birgit Palm-"
    fn last_word_is_name(&self) -> bool {
        let mut words = self.text.rsplit(' ');
        let word = words.next().unwrap_or_default().trim_end_matches('-');
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(char::is_lowercase)
            && (crate::words::is_given_name(word)
                || words.next().is_some_and(crate::words::is_given_name))
    }

    /// "… arrangerar i samverkan med Region", and on the next line "Värmland.": the end of a sentence.
    fn breaks_a_name(&self, next: &Raw) -> bool {
        let mut words = self.text.rsplit(' ');
        let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        self.last_len > 40
            && next.text.ends_with('.')
            && next.text.split(' ').count() <= 3
            && next.text.starts_with(char::is_uppercase)
            && last.starts_with(char::is_uppercase)
            && last.ends_with(char::is_alphabetic)
            && matches!(
                before,
                "med"
                    | "av"
                    | "från"
                    | "och"
                    | "samt"
                    | "hos"
                    | "with"
                    | "from"
                    | "by"
                    | "and"
                    | "of"
                    | "the"
                    | "The"
            )
    }

    /// Does a line that ends in a comma ("Anna Ek, projektledare,") go on in the next one?
    fn lists_on(&self, next: &Raw) -> bool {
        const GREETINGS: [&str; 16] = [
            "hej",
            "hejsan",
            "hello",
            "hi",
            "dear",
            "kära",
            "bästa",
            "hälsningar",
            "vänliga",
            "med",
            "regards",
            "best",
            "kind",
            "mvh",
            "varma",
            "väl",
        ];
        if !self.text.ends_with(',') || self.text.len() + next.text.len() > 300 {
            return false;
        }
        let low = fold(&self.text);
        let first = low.split([' ', ',', '!']).next().unwrap_or_default();
        let phone = next.text.starts_with(['0', '+']) && !next.text[1..].starts_with([':', '.']);
        let labelled = next.text.split(' ').take(4).any(|w| w.ends_with([':', '?']));
        // "With warm hands," over "Ann Berg, coordinator": only its first word is capital, and a name
        // comes next.
        let mut words = self.text.split(' ');
        let closing = self.text.len() < 30
            && words.next().is_some_and(|w| w.starts_with(char::is_uppercase))
            && words.all(|w| w.starts_with(char::is_lowercase))
            && next.text.split(' ').take(2).all(|w| w.starts_with(char::is_uppercase))
            && next.text.contains(' ')
            && !crate::words::looks_like_org(next.text.split(',').next().unwrap_or_default());
        low.split(' ').count() > 1
            && !GREETINGS.contains(&first)
            && !closing
            && !labelled
            && !next.text.contains('\t')
            && (phone || next.text.starts_with(char::is_alphabetic))
    }

    fn join(&mut self, next: &Raw) {
        self.last_len = next.text.chars().count();
        let first_word = next.text.split(' ').next().unwrap_or_default();
        if self.text.ends_with(" -") {
            self.text.push(' ');
        } else if self.text.ends_with('-') && first_word.starts_with(char::is_uppercase) {
            // A double name keeps its hyphen.
        } else if self.text.ends_with('-')
            && !matches!(first_word, "och" | "eller" | "and" | "or" | "samt")
        {
            self.text.pop();
        } else {
            self.text.push(' ');
        }
        self.text.push_str(&next.text);
    }

    fn finish(self, lines: &mut Vec<Line>) {
        let mut gap = self.gap;
        for piece in pieces(&self.text).into_iter().flat_map(labels::apart) {
            let mut line = Line::new(self.number, piece.to_owned());
            line.bulleted = self.bulleted;
            line.indented = self.leading > 0;
            line.shape = self.shape;
            line.gap = gap;
            gap = 0;
            lines.push(line);
        }
    }
}

/// A text in pieces no longer than [`LONGEST`], cut at spaces where there are any.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while rest.len() > LONGEST {
        let mut cut = LONGEST;
        while !rest.is_char_boundary(cut) {
            cut -= 1;
        }
        if let Some(space) = rest[..cut].rfind(' ')
            && space > LONGEST / 2
        {
            cut = space;
        }
        out.push(rest[..cut].trim());
        rest = rest[cut..].trim_start();
    }
    if !rest.is_empty() {
        out.push(rest);
    }
    out
}

/// One physical line: spaces made single, columns marked with a tab, bullet taken off.
/// `None` for a line with nothing on it.
fn clean(text: &str) -> Option<Raw> {
    let mut out = String::with_capacity(text.len());
    let mut spaces = 0usize;
    let mut tab = false;
    let mut dots = 0usize;
    // Three dots apart from the words on both sides are a short leader, no pause in a sentence.
    let mut apart = false;
    let mut leading = 0usize;
    // "> > Tid: kl. 18": a mail that quotes another.
    let text = text.strip_prefix('>').map_or(text, |t| t.trim_start_matches(['>', ' ']));
    let column = if labels::is_menu_row(text) || labels::is_label_row(text) { 2 } else { 3 };
    for c in text.chars() {
        let space = matches!(
            c,
            ' ' | '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2009}' | '\u{2002}' | '\u{2003}' | '\r'
        );
        if c == '\u{ad}'
            || c == '\u{200b}'
            || c == '\u{feff}'
            || c == '\u{200c}'
            || c == '\u{200d}'
            || c == '\u{2060}'
        {
            continue;
        }
        if c == '\t' {
            tab = true;
            continue;
        }
        if space {
            spaces += 1;
            continue;
        }
        if c.is_control() || c == '\u{2028}' {
            spaces += 1;
            continue;
        }
        if c == '.' || c == '…' || c == '_' || c == '·' && dots > 0 {
            apart = if dots == 0 { spaces > 0 && !out.is_empty() } else { apart && spaces == 0 };
            dots += if c == '…' { 3 } else { 1 };
            if dots > 3 {
                // A dot leader: what follows is another column.
                continue;
            }
        } else {
            if dots > 3 || dots == 3 && apart && spaces > 0 {
                while out.ends_with(['.', ' ', '_', '…', '·']) {
                    out.pop();
                }
                tab = true;
            }
            dots = 0;
        }
        if out.is_empty() {
            leading = spaces + usize::from(tab) * 4;
        } else if tab || (spaces >= column && dots == 0) {
            out.push('\t');
        } else if spaces > 0 {
            out.push(' ');
        }
        spaces = 0;
        tab = false;
        out.push(c);
    }
    if dots > 3 {
        while out.ends_with(['.', ' ', '_', '…', '·']) {
            out.pop();
        }
    }
    let mut text = out.as_str();
    let mut bulleted = false;
    let mut chars = text.chars();
    match chars.next() {
        Some('•' | '●' | '▪' | '◦' | '‣' | '·' | '○' | '■' | '►' | '➢' | '✓' | '\u{f0b7}') =>
        {
            bulleted = true;
            text = chars.as_str().trim_start();
        }
        Some('-' | '–' | '—' | '*' | 'o' | '+') if chars.as_str().starts_with([' ', '\t']) => {
            bulleted = true;
            text = chars.as_str().trim_start();
        }
        // Markdown headings come from people who paste from an editor.
        Some('#') if text.trim_start_matches('#').starts_with(' ') => {
            text = text.trim_start_matches('#').trim_start();
        }
        _ => {}
    }
    // "**Program**", "~ SOPPLUNCHEN ~", "== Program =="
    let text = labels::row(text.trim().trim_matches(['*', '~', '=']).trim());
    // A page number beside a heading.
    let mut paged = false;
    let text = match text.rsplit_once('\t') {
        Some((head, mark)) if is_page_mark(mark, 12) => {
            paged = true;
            head.trim_end()
        }
        _ => text,
    };
    if !text.chars().any(char::is_alphanumeric) {
        return None;
    }
    Some(Raw {
        number: 0,
        last_len: text.chars().count(),
        text: text.to_owned(),
        bulleted,
        leading,
        gap: 0,
        shape: Shape::Unknown,
        paged,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        prepare(&Source::of_text(text)).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_word_broken_by_the_paper_is_joined() {
        assert_eq!(texts("Välkomna poli-\ntiker och andra"), ["Välkomna politiker och andra"]);
        assert_eq!(texts("hälso- \noch sjukvård"), ["hälso- och sjukvård"]);
    }

    #[test]
    fn page_numbers_vanish_and_dates_stay() {
        assert_eq!(texts("Sida 1 av 2\nKursdag\nsida 2 (2)\n2/9"), ["Kursdag", "2/9"]);
    }

    #[test]
    fn a_dot_leader_begins_a_column() {
        assert_eq!(texts("10.00 Lunch ........ Matsalen"), ["10.00 Lunch\tMatsalen"]);
        assert_eq!(texts("10.00 Lunch . . . . . . Matsalen"), ["10.00 Lunch\tMatsalen"]);
        assert_eq!(texts("09.00 Kaffe . . . . . . . "), ["09.00 Kaffe"]);
    }

    #[test]
    fn a_line_remembers_where_it_began() {
        let lines = prepare(&Source::of_text("\n\nett\n\ntvå"));
        assert_eq!((lines[0].number, lines[0].gap), (3, 2));
        assert_eq!((lines[1].number, lines[1].gap), (5, 1));
    }

    #[test]
    fn lower_case_keeps_every_place() {
        let text = "İstanbul ÅÄÖ ẞ K";
        assert_eq!(fold(text).len(), text.len());
    }

    #[test]
    fn endless_lines_are_left() {
        let text = "a\n".repeat(MOST_LINES + 5);
        let source = Source::of_text(&text);
        assert_eq!((source.lines.len(), prepare(&source).len()), (MOST_LINES, MOST_LINES));
    }

    #[test]
    fn an_endless_line_is_cut() {
        let text = "ord ".repeat(5_000);
        assert!(prepare(&Source::of_text(&text)).iter().all(|line| line.text.len() <= LONGEST));
    }
}
