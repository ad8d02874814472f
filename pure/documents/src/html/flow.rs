//! The read part of a page as lines: headings, paragraphs, list items, rows of tables.

use super::tree::{MOST_DEPTH, Node};
use crate::lines::{Lines, Numbering, numeral, row};
use crate::model::{Line, Shape, Unreadable};
use std::rc::Rc;

/// Nothing is deeper than this; what the tree's own bound lets through by a few is left out.
const DEEPEST: usize = MOST_DEPTH as usize + 100;

/// Longest address that is written after the text of its link.
const LONGEST_ADDRESS: usize = 300;

pub(crate) fn write(root: &Rc<Node>, out: &mut Lines) -> Result<(), Unreadable> {
    let mut flow = Flow::default();
    flow.node(main_part(root).as_ref().unwrap_or(root), 0);
    flow.end_line();
    for piece in flow.pieces {
        match piece {
            Piece::Gap => out.gap(),
            Piece::Line(line) => out.push(&line.text, line.shape, None)?,
        }
    }
    Ok(())
}

/// The main part of a page that marks one, if the title is in it or nowhere else.
fn main_part(root: &Rc<Node>) -> Option<Rc<Node>> {
    let (mut main, mut titles, mut mains) = (None, 0usize, 0usize);
    let mut rest = vec![(Rc::clone(root), false)];
    while let Some((node, inside)) = rest.pop() {
        if node.furniture.get() {
            continue;
        }
        let is_main = node.tag() == "main" || node.attribute("role").as_deref() == Some("main");
        if is_main && !inside {
            mains += 1;
            main = Some(Rc::clone(&node));
        }
        titles += usize::from(node.tag() == "h1" && !inside && !is_main);
        let inside = inside || is_main;
        rest.extend(node.children.borrow().iter().map(|it| (Rc::clone(it), inside)));
    }
    main.filter(|_| mains == 1 && titles == 0)
}

enum Piece {
    Line(Line),
    Gap,
}

#[derive(Default)]
struct Flow {
    pieces: Vec<Piece>,
    line: String,
    /// Spaces and line ends are as written.
    written: bool,
    heading: Option<u8>,
    /// What stands before the next line: a bullet or a number.
    marker: Option<String>,
    lists: Vec<List>,
    /// Addresses of links whose text has not ended.
    in_heading: usize,
}

struct List {
    numbering: Option<Numbering>,
    next: u32,
}

impl Flow {
    fn node(&mut self, node: &Rc<Node>, depth: usize) {
        if node.furniture.get() || depth > DEEPEST {
            return;
        }
        if node.is_text {
            self.text(&node.text.borrow());
            return;
        }
        match node.tag() {
            // A break where no line has begun is an empty line.
            "br" if self.line.trim().is_empty() => self.gap(),
            "br" => self.end_line(),
            "hr" => self.gap(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.gap();
                let level = node.tag().as_bytes()[1] - b'0';
                let outer = self.heading.replace(level);
                self.in_heading += 1;
                self.children(node, depth);
                self.in_heading -= 1;
                self.gap();
                self.heading = outer;
            }

            // Outlook writes every line as a paragraph without space around it.
            "p" if is_outlook_line(node) => {
                self.end_line();
                let before = self.pieces.len();
                self.children(node, depth);
                self.end_line();
                if self.pieces.len() == before {
                    self.pieces.push(Piece::Gap);
                }
            }
            "p" | "blockquote" | "figure" | "address" | "section" | "article" | "fieldset"
            | "dl" | "details" | "center" => {
                self.gap();
                self.children(node, depth);
                self.gap();
            }
            "ul" | "menu" => self.list(node, depth, None),
            "ol" => {
                let numbering = match node.attribute("type").as_deref() {
                    Some("a") => Numbering::Letter { upper: false },
                    Some("A") => Numbering::Letter { upper: true },
                    Some("i") => Numbering::Roman { upper: false },
                    Some("I") => Numbering::Roman { upper: true },
                    _ => Numbering::Decimal,
                };
                self.list(node, depth, Some(numbering));
            }
            "li" => self.item(node, depth),
            "table" => {
                self.gap();
                self.children(node, depth);
                self.gap();
            }
            "tr" => self.row(node, depth),
            "pre" => {
                self.gap();
                let outer = std::mem::replace(&mut self.written, true);
                self.children(node, depth);
                self.end_line();
                self.written = outer;
                self.gap();
            }
            "a" => {
                let start = self.line.len();
                self.children(node, depth);
                if let Some(address) = node.attribute("href") {
                    self.address(start, &address);
                }
            }
            "div" | "main" | "header" | "footer" | "aside" | "nav" | "form" | "dt" | "dd"
            | "caption" | "figcaption" | "summary" | "legend" | "hgroup" | "tbody" | "thead"
            | "tfoot" | "body" | "html" | "td" | "th" | "search" => {
                self.end_line();
                self.children(node, depth);
                self.end_line();
            }
            "label" => {
                self.children(node, depth);
                self.space();
            }
            _ => self.children(node, depth),
        }
    }

    fn children(&mut self, node: &Rc<Node>, depth: usize) {
        for child in node.children.borrow().iter() {
            self.node(child, depth + 1);
        }
    }

    fn text(&mut self, text: &str) {
        if self.written {
            self.line.push_str(text);
            return;
        }
        for c in text.chars() {
            // A hard space is a sign like others here; it may set columns apart.
            if c.is_ascii_whitespace() {
                self.space();
            } else {
                self.line.push(c);
            }
        }
    }

    fn space(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
    }

    /// An address that a link hides: the one to write to, or the one to register at. Others would
    /// only be in the way of the text.
    fn address(&mut self, start: usize, address: &str) {
        let text = self.line.get(start..).unwrap_or_default().to_lowercase();
        if text.trim().is_empty() || address.len() > LONGEST_ADDRESS || self.in_heading > 0 {
            return;
        }
        if let Some(mail) = address.strip_prefix("mailto:") {
            let mail = mail.split('?').next().unwrap_or_default();
            if mail.contains('@') && !text.contains('@') {
                self.line.push_str(&format!(" ({mail})"));
            }
            return;
        }
        const REGISTERING: [&str; 6] = ["anmäl", "register", "sign up", "boka ", "book ", "o.s.a"];
        let web = address.starts_with("https://") || address.starts_with("http://");
        let shown = text.contains("http") || text.contains("www.");
        if web && !shown && REGISTERING.iter().any(|it| text.contains(it)) {
            self.line.push_str(&format!(" ({address})"));
        }
    }

    fn end_line(&mut self) {
        let text = std::mem::take(&mut self.line);
        if text.trim().is_empty() {
            return;
        }
        let mut shape = self.heading.map_or(Shape::Unknown, Shape::Heading);
        let mut text = text.trim_matches(|c: char| c.is_ascii_whitespace() && !self.written);
        let marked;
        if let Some(marker) = self.marker.take() {
            // A list of boxes with headings is no list to its reader, unless it is numbered.
            if shape == Shape::Unknown || marker != BULLET {
                marked = format!("{marker} {text}");
                text = &marked;
            }
            if shape == Shape::Unknown {
                shape = Shape::ListItem;
            }
        }
        self.pieces.push(Piece::Line(Line { text: text.to_owned(), shape, place: None }));
    }

    fn gap(&mut self) {
        self.end_line();
        self.pieces.push(Piece::Gap);
    }

    fn list(&mut self, node: &Rc<Node>, depth: usize, numbering: Option<Numbering>) {
        // A list within an item follows its text; a list by itself stands apart.
        let nested = !self.lists.is_empty();
        if nested {
            self.end_line()
        } else {
            self.gap()
        }
        let next = node.attribute("start").and_then(|it| it.trim().parse().ok()).unwrap_or(1);
        self.lists.push(List { numbering, next });
        self.children(node, depth);
        self.lists.pop();
        if nested { self.end_line() } else { self.gap() }
    }

    fn item(&mut self, node: &Rc<Node>, depth: usize) {
        self.end_line();
        let own = node.attribute("value").and_then(|it| it.trim().parse::<u32>().ok());
        self.marker = Some(match self.lists.last_mut() {
            Some(List { numbering: Some(numbering), next }) => {
                let number = own.unwrap_or(*next);
                *next = number.saturating_add(1);
                format!("{}.", numeral(*numbering, number))
            }
            _ => BULLET.to_owned(),
        });
        // A paragraph within an item does not stand apart from it.
        let before = self.pieces.len();
        self.children(node, depth);
        self.end_line();
        self.marker = None;
        let mut lines = self.pieces.split_off(before);
        let boxed =
            lines.iter().any(|it| matches!(it, Piece::Line(Line { shape: Shape::Heading(_), .. })));
        if !boxed {
            lines.retain(|it| matches!(it, Piece::Line(_)));
        }
        self.pieces.extend(lines);
    }

    fn row(&mut self, node: &Rc<Node>, depth: usize) {
        self.end_line();
        let mut cells = Vec::new();
        for cell in node.children.borrow().iter().filter(|it| !it.furniture.get()) {
            if !matches!(cell.tag(), "td" | "th") {
                continue;
            }
            let mut inner = Self { heading: self.heading, ..Self::default() };
            inner.children(cell, depth + 1);
            inner.end_line();
            cells.push(inner.pieces);
        }
        let said = |cell: &&Vec<Piece>| cell.iter().any(|it| matches!(it, Piece::Line(_)));
        if cells.iter().filter(said).count() < 2 {
            // A box around something, as letters are laid out: its gaps are gaps.
            self.pieces.extend(cells.into_iter().flatten());
            return;
        }
        let lines = |cell: Vec<Piece>| {
            let line = |piece| match piece {
                Piece::Line(line) => Some(line),
                Piece::Gap => None,
            };
            cell.into_iter().filter_map(line).collect()
        };
        self.pieces
            .extend(row(cells.into_iter().map(lines).collect()).into_iter().map(Piece::Line));
    }
}

fn is_outlook_line(node: &Node) -> bool {
    node.attribute("class").is_some_and(|it| {
        it.starts_with("MsoNormal") || it.starts_with("MsoPlain") || it.starts_with("MsoList")
    })
}

const BULLET: &str = "•";
