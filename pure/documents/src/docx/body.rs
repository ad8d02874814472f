//! The text of a document: paragraphs, tables and text boxes in the order they are read.

use super::numbering::{Lists, Marker};
use super::styles::{self, Styles};
use super::xml::{Node, Walk, flag, number, value};
use crate::lines::{Lines, row};
use crate::model::{Line, Place, Shape, Unreadable};

/// Space between paragraphs from which on they look set apart: 6 points, in twentieths.
const VISIBLE_SPACE: u32 = 120;

/// Paragraphs of prose are longer than this; labels and programme items are not. Between two short
/// lines the space that every paragraph of the style has says nothing.
const PROSE: usize = 80;

pub(crate) fn lines(
    document: &str,
    styles: &Styles,
    lists: Lists,
) -> Result<Vec<Line>, Unreadable> {
    let mut body = Body {
        styles,
        lists,
        paragraphs: 0,
        flows: vec![Flow::default()],
        tables: Vec::new(),
        open: Vec::new(),
        field_codes: 0,
    };
    let mut walk = Walk::new(document);
    let mut in_body = false;
    while let Some(node) = walk.next_node()? {
        match node {
            Node::Open(element) => {
                let name = element.local_name().as_ref().to_owned();
                in_body |= name == "body";
                if in_body {
                    body.open(&name, &element, &mut walk)?;
                }
            }
            Node::Close(name) => body.close(&name),
            Node::Text(text) => body.text(&text),
        }
    }
    if !in_body {
        return Err(Unreadable::Damaged);
    }
    let mut out = Lines::default();
    for piece in body.flows.swap_remove(0).pieces {
        match piece {
            Piece::Gap => out.gap(),
            Piece::Blank => out.blank(),
            Piece::Line(line) => out.push(&line.text, line.shape, line.place)?,
        }
    }
    out.finish()
}

struct Body<'s> {
    styles: &'s Styles,
    lists: Lists,
    /// Paragraphs with text so far.
    paragraphs: u32,
    /// What text goes into: the document, and in it the cell or text box that is open.
    flows: Vec<Flow>,
    tables: Vec<Table>,
    /// The paragraphs that are open: a text box stands inside one.
    open: Vec<Paragraph>,
    /// Depth of field codes ("HYPERLINK …"), which are not text.
    field_codes: usize,
}

#[derive(Default)]
struct Flow {
    pieces: Vec<Piece>,
    last: Option<Edge>,
}

enum Piece {
    Line(Line),
    /// Space that the style gives.
    Gap,
    /// A paragraph with nothing in it.
    Blank,
}

/// What the next paragraph must know of the one before it.
struct Edge {
    space: u32,
    length: usize,
    heading: bool,
    list: bool,
}

#[derive(Default)]
struct Table {
    cells: Vec<Vec<Line>>,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    outline: Option<u8>,
    list: Option<(u32, u8)>,
    before: Option<u32>,
    after: Option<u32>,
    /// The run that is open is not shown.
    hidden: bool,
    /// Text stands in a run; tabs and breaks elsewhere are settings.
    in_run: bool,
    in_text: bool,
    /// Text boxes, which are read after the paragraph they hang on.
    boxes: Vec<Piece>,
}

impl Body<'_> {
    fn open(
        &mut self,
        name: &str,
        element: &quick_xml::events::BytesStart<'_>,
        walk: &mut Walk<'_>,
    ) -> Result<(), Unreadable> {
        match name {
            // What was deleted, what was moved away, and the second telling of a drawing for
            // programs that cannot show the first.
            "del" | "moveFrom" | "Fallback" | "pPrChange" | "rPrChange" | "sectPr" | "oMath"
            | "tblPr" | "trPr" | "tcPr" => walk.skip()?,
            "p" => self.open.push(Paragraph::default()),
            "tbl" => self.tables.push(Table::default()),
            "tc" | "txbxContent" => self.flows.push(Flow::default()),
            _ => {
                if let Some(paragraph) = self.open.last_mut() {
                    if name == "fldChar" {
                        match value(element, "fldCharType").as_deref() {
                            Some("begin") => self.field_codes += 1,
                            Some("separate" | "end") => {
                                self.field_codes = self.field_codes.saturating_sub(1);
                            }
                            _ => {}
                        }
                    }
                    paragraph.learn(name, element, self.styles);
                }
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => {
                if let Some(paragraph) = self.open.pop() {
                    self.finish(paragraph);
                }
            }
            "tc" if self.flows.len() > 1 => {
                let lines = self.flows.pop().map(Flow::lines).unwrap_or_default();
                if let Some(table) = self.tables.last_mut() {
                    table.cells.push(lines);
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    let lines = row(std::mem::take(&mut table.cells));
                    let flow = self.flow();
                    flow.pieces.extend(lines.into_iter().map(Piece::Line));
                }
            }
            "tbl" => {
                self.tables.pop();
                self.flow().pieces.push(Piece::Gap);
            }
            "txbxContent" if self.flows.len() > 1 => {
                let pieces = self.flows.pop().map(|flow| flow.pieces).unwrap_or_default();
                match self.open.last_mut() {
                    Some(paragraph) => {
                        paragraph.boxes.push(Piece::Gap);
                        paragraph.boxes.extend(pieces);
                        paragraph.boxes.push(Piece::Gap);
                    }
                    None => self.flow().pieces.extend(pieces),
                }
            }
            "r" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.in_run = false;
                    paragraph.hidden = false;
                }
            }
            "t" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.in_text = false;
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut()
            && paragraph.in_text
            && !paragraph.hidden
            && self.field_codes == 0
        {
            paragraph.text.push_str(text);
        }
    }

    fn flow(&mut self) -> &mut Flow {
        self.flows.last_mut().expect("the document's own flow is never taken away")
    }

    fn finish(&mut self, paragraph: Paragraph) {
        let style = paragraph.style.as_deref();
        if self.styles.is_contents(style) {
            return;
        }
        let heading = paragraph.outline.or_else(|| self.styles.heading(style));
        let (before, after) = self.styles.space(style);
        let before = paragraph.before.unwrap_or(before);
        let after = paragraph.after.unwrap_or(after);
        let empty = paragraph.text.trim().is_empty();
        let list = paragraph.list.or_else(|| self.styles.list(style));
        let mut text = paragraph.text;
        let mut shape = heading.map_or(Shape::Unknown, Shape::Heading);
        if !empty
            && let Some(list) = list
            && let Some(marker) = self.lists.next(list)
        {
            let sign = match marker {
                Marker::Bullet => "•".to_owned(),
                Marker::Number(number) => number,
            };
            text = format!("{sign} {text}");
            if heading.is_none() {
                shape = Shape::ListItem;
            }
        }
        let mut place = None;
        if !empty {
            self.paragraphs += 1;
            place = Some(Place::Paragraph(self.paragraphs));
        }
        let flow = self.flow();
        if empty {
            if paragraph.boxes.is_empty() {
                flow.pieces.push(Piece::Blank);
            }
        } else {
            let edge = Edge {
                space: after,
                length: text.chars().count(),
                heading: heading.is_some(),
                list: shape == Shape::ListItem,
            };
            if flow.last.as_ref().is_some_and(|last| last.parts_from(&edge, before)) {
                flow.pieces.push(Piece::Gap);
            }
            flow.last = Some(edge);
            flow.pieces.push(Piece::Line(Line { text, shape, place }));
        }
        flow.pieces.extend(paragraph.boxes);
    }
}

impl Edge {
    /// Does a reader see a gap between this paragraph and the next?
    fn parts_from(&self, next: &Self, before: u32) -> bool {
        let space = self.space.max(before);
        let both_in_list = self.list && next.list;
        let says_something = self.length > PROSE || next.length > PROSE || next.heading;
        space >= VISIBLE_SPACE && says_something && !both_in_list
    }
}

impl Flow {
    /// Without the gaps: in a cell they say nothing.
    fn lines(self) -> Vec<Line> {
        let line = |piece| match piece {
            Piece::Line(line) => Some(line),
            Piece::Gap | Piece::Blank => None,
        };
        let lines = self.pieces.into_iter().filter_map(line);
        // A line break in a cell begins a line of the cell, not of the row.
        lines
            .flat_map(|line| {
                let texts: Vec<String> = line.text.split('\n').map(str::to_owned).collect();
                texts.into_iter().map(move |text| Line { text, ..line.clone() })
            })
            .filter(|line| !line.text.trim().is_empty())
            .collect()
    }
}

impl Paragraph {
    fn learn(&mut self, name: &str, element: &quick_xml::events::BytesStart<'_>, styles: &Styles) {
        match name {
            "r" => self.in_run = true,
            "t" => self.in_text = true,
            "tab" | "ptab" if self.in_run && !self.hidden => self.text.push('\t'),
            "br" | "cr" if self.in_run && !self.hidden => self.text.push('\n'),
            "noBreakHyphen" if self.in_run && !self.hidden => self.text.push('-'),
            "vanish" if self.in_run => self.hidden = flag(element),
            "rStyle" if self.in_run => {
                self.hidden |= styles.is_hidden(value(element, "val").as_deref());
            }
            "pStyle" => self.style = value(element, "val"),
            "outlineLvl" => self.outline = styles::outline(element),
            "ilvl" => {
                let level = number(element, "val").and_then(|it| u8::try_from(it).ok());
                self.list = Some((self.list.map_or(0, |it| it.0), level.unwrap_or(0)));
            }
            "numId" => {
                let id = number(element, "val").unwrap_or(0);
                self.list = Some((id, self.list.map_or(0, |it| it.1)));
            }
            "spacing" if !self.in_run => {
                self.before = number(element, "before");
                self.after = number(element, "after");
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str, styles: &str, numbering: &str) -> Vec<(String, Shape)> {
        let document = format!("<w:document><w:body>{body}</w:body></w:document>");
        let styles = Styles::read(styles).unwrap();
        let lists = Lists::read(numbering).unwrap();
        let lines = lines(&document, &styles, lists).unwrap();
        lines.into_iter().map(|line| (line.text, line.shape)).collect()
    }

    fn texts(body: &str) -> Vec<String> {
        read(body, "", "").into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn what_was_deleted_or_hidden_is_not_read() {
        let body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>\
            <w:r><w:t>Kl </w:t></w:r><w:del><w:r><w:delText>12</w:delText><w:t>12</w:t></w:r></w:del>\
            <w:ins><w:r><w:t>13</w:t></w:r></w:ins>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r>\
            <w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> HYPERLINK x </w:instrText>\
            <w:fldChar w:fldCharType=\"separate\"/><w:t>, plats</w:t>\
            <w:fldChar w:fldCharType=\"end\"/></w:r>\
            <w:r><w:tab/><w:t>A &amp; B</w:t><w:br/><w:t>ny rad</w:t></w:r></w:p>";
        assert_eq!(texts(body), ["Kl 13, plats\tA & B", "ny rad"]);
    }

    #[test]
    fn a_text_box_is_read_once_and_after_its_paragraph() {
        let boxed = "<w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent>";
        let body = format!(
            "<w:p><w:r><w:t>Före </w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{boxed}\
             </mc:Choice><mc:Fallback>{boxed}</mc:Fallback></mc:AlternateContent></w:r>\
             <w:r><w:t>efter</w:t></w:r></w:p><w:p><w:r><w:t>Sist</w:t></w:r></w:p>"
        );
        assert_eq!(texts(&body), ["Före efter", "", "I rutan", "", "Sist"]);
    }

    #[test]
    fn headings_are_known_by_style_in_any_language_and_lists_are_numbered() {
        let styles = "<w:styles><w:style w:styleId=\"Rubrik2\"><w:name w:val=\"heading 2\"/></w:style>\
            <w:style w:styleId=\"Egen\"><w:name w:val=\"Min egen\"/><w:basedOn w:val=\"Rubrik2\"/>\
            </w:style></w:styles>";
        let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\">\
            <w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
            <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/>\
            <w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>\
            <w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";
        let item = |level: u8, text: &str| {
            format!(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"7\"/></w:numPr>\
                 </w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
            )
        };
        let body = [
            "<w:p><w:pPr><w:pStyle w:val=\"Egen\"/></w:pPr><w:r><w:t>Program</w:t></w:r></w:p>"
                .to_owned(),
            item(0, "Ett"),
            item(1, "under"),
            item(1, "till"),
            item(0, "Två"),
            item(1, "åter"),
        ]
        .concat();
        let read = read(&body, styles, numbering);
        let expected = [
            ("Program", Shape::Heading(2)),
            ("1. Ett", Shape::ListItem),
            ("a) under", Shape::ListItem),
            ("b) till", Shape::ListItem),
            ("2. Två", Shape::ListItem),
            ("a) åter", Shape::ListItem),
        ];
        assert_eq!(read, expected.map(|(text, shape)| (text.to_owned(), shape)));
    }

    #[test]
    fn space_between_paragraphs_is_a_gap_where_something_is_said() {
        let spaced = |text: &str| {
            format!(
                "<w:p><w:pPr><w:spacing w:after=\"160\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
            )
        };
        let prose = "Vi ses och pratar om hur bygden kan hålla liv i sina gemensamma rum när skolan \
            har stängt.";
        let body = [spaced("Datum: 26 maj"), spaced("Tid: 13.00"), spaced(prose)].concat();
        assert_eq!(texts(&body), ["Datum: 26 maj", "Tid: 13.00", "", prose]);
    }
}
