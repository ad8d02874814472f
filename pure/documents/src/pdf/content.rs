//! What a page draws: its characters, each with its place, width and size. Lines, curves, colours
//! and pictures are passed over.

use super::fonts::Font;
use crate::bounds;
use crate::model::Unreadable;
use hayro_syntax::Filter;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};
use std::collections::HashMap;
use std::io::Read;
use std::rc::Rc;

/// Forms within forms.
const MOST_NESTED: usize = 12;

/// States put aside by `q` and not taken up again.
const MOST_STATES: usize = 512;

/// A stream that is packed in an uncommon way is unpacked only if it is no longer than this.
const MOST_UNCOMMON: usize = 64 * 1024;

/// How far outside the page's edge a character may stand, in points.
const BLEED: f64 = 8.0;

/// A character on a page. Places are in points from the lower left corner, after the page was
/// turned so that the text runs to the right.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub sign: char,
    pub left: f64,
    pub right: f64,
    pub base: f64,
    pub size: f64,
    /// How the text is turned on the page, in quarters.
    pub turn: u8,
}

#[derive(Debug, Default)]
pub(crate) struct Drawn {
    pub glyphs: Vec<Glyph>,
    pub width: f64,
    pub height: f64,
}

/// Reads page after page within the bounds of one file.
pub(crate) struct Reader {
    bytes_left: usize,
    instructions_left: usize,
    glyphs_left: usize,
    /// By object, since pages share their fonts.
    fonts: HashMap<(u32, i32), Rc<Font>>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            bytes_left: bounds::MOST_CONTENT,
            instructions_left: bounds::MOST_INSTRUCTIONS,
            glyphs_left: bounds::MOST_GLYPHS,
            fonts: HashMap::new(),
        }
    }
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `first`, then `then`.
fn product(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [m, n, o, p, q, r] = then;
    [
        a * m + b * o,
        a * n + b * p,
        c * m + d * o,
        c * n + d * p,
        e * m + f * o + q,
        e * n + f * p + r,
    ]
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl Reader {
    pub fn page(&mut self, page: &Page<'_>) -> Result<Drawn, Unreadable> {
        let (width, height) = page.render_dimensions();
        let mut drawn =
            Drawn { glyphs: Vec::new(), width: f64::from(width), height: f64::from(height) };
        let mut content = Vec::new();
        let dict = page.raw();
        if let Some(stream) = dict.get::<Stream<'_>>(b"Contents") {
            content = self.unpack(&stream)?.unwrap_or_default();
        } else if let Some(streams) = dict.get::<Array<'_>>(b"Contents") {
            for stream in streams.iter::<Stream<'_>>() {
                content.extend(self.unpack(&stream)?.unwrap_or_default());
                content.push(b'\n');
            }
        }
        let state = State {
            matrix: page.initial_transform(false).as_coeffs(),
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.draw(&content, page.resources(), state, 0, &mut drawn)?;
        Ok(drawn)
    }

    /// The content of a stream; `None` for one that cannot be unpacked.
    fn unpack(&mut self, stream: &Stream<'_>) -> Result<Option<Vec<u8>>, Unreadable> {
        let raw = stream.raw_data();
        let filters = stream.filters();
        let predicted =
            stream.dict().contains_key(b"DecodeParms") || stream.dict().contains_key(b"DP");
        let content = match filters.as_slice() {
            [] => raw.into_owned(),
            [Filter::FlateDecode] if !predicted => inflate(&raw, self.bytes_left),
            // One of these may make a lot of little, so it is tried on little.
            filters if filters.len() <= 2 && raw.len() <= MOST_UNCOMMON => {
                let packing = |it: &&Filter| {
                    matches!(it, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)
                };
                if filters.iter().filter(packing).count() > 1 {
                    return Err(Unreadable::Tangled);
                }
                match stream.decoded_data() {
                    Ok(content) => content.into_owned(),
                    Err(_) => return Ok(None),
                }
            }
            _ => return Ok(None),
        };
        // Opening one costs, even if nothing is in it.
        let cost = content.len().max(2_048);
        self.bytes_left = self.bytes_left.checked_sub(cost).ok_or(Unreadable::Expands)?;
        Ok(Some(content))
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        state: State,
        depth: usize,
        drawn: &mut Drawn,
    ) -> Result<(), Unreadable> {
        // Looking for the end of a picture in the text begins anew at each false one.
        let ends = content.windows(2).filter(|it| it == b"EI").count();
        if ends.saturating_mul(content.len()) > MOST_PICTURE_WORK {
            return Err(Unreadable::Tangled);
        }
        let mut fonts: HashMap<Vec<u8>, Option<Rc<Font>>> = HashMap::new();
        let mut state = state;
        let mut states: Vec<State> = Vec::new();
        let (mut line, mut place) = (IDENTITY, IDENTITY);
        // What printers add at the head and foot of each page is marked in newer files.
        let mut marks: Vec<bool> = Vec::new();
        let mut ops = TypedIter::new(content);
        while let Some(op) = ops.next() {
            self.instructions_left =
                self.instructions_left.checked_sub(1).ok_or(Unreadable::Tangled)?;
            match op {
                Op::SaveState(_) if states.len() < MOST_STATES => states.push(state.clone()),
                Op::RestoreState(_) => {
                    if let Some(before) = states.pop() {
                        state = before;
                    }
                }
                Op::Transform(it) => {
                    let matrix = [it.0, it.1, it.2, it.3, it.4, it.5].map(|it| it.as_f64());
                    state.matrix = product(matrix, state.matrix);
                }
                Op::BeginText(_) => (line, place) = (IDENTITY, IDENTITY),
                Op::CharacterSpacing(it) => state.character_space = it.0.as_f64(),
                Op::WordSpacing(it) => state.word_space = it.0.as_f64(),
                Op::HorizontalScaling(it) => state.stretch = it.0.as_f64() / 100.0,
                Op::TextLeading(it) => state.leading = it.0.as_f64(),
                Op::TextRise(it) => state.rise = it.0.as_f64(),
                Op::TextFont(it) => {
                    state.size = it.1.as_f64();
                    state.font = match fonts.get(it.0.as_ref()) {
                        Some(font) => font.clone(),
                        None => {
                            let font = self.font(resources, it.0)?;
                            fonts.insert(it.0.to_vec(), font.clone());
                            font
                        }
                    };
                }
                Op::NextLine(it) => {
                    line = product([1.0, 0.0, 0.0, 1.0, it.0.as_f64(), it.1.as_f64()], line);
                    place = line;
                }
                Op::NextLineAndSetLeading(it) => {
                    state.leading = -it.1.as_f64();
                    line = product([1.0, 0.0, 0.0, 1.0, it.0.as_f64(), it.1.as_f64()], line);
                    place = line;
                }
                Op::SetTextMatrix(it) => {
                    line = [it.0, it.1, it.2, it.3, it.4, it.5].map(|it| it.as_f64());
                    place = line;
                }
                Op::NextLineUsingLeading(_) => {
                    line = product([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    place = line;
                }
                Op::ShowText(it) => {
                    let hidden = marks.contains(&true);
                    self.show(it.0.as_bytes(), &state, &mut place, hidden, drawn)?;
                }
                Op::NextLineAndShowText(it) => {
                    line = product([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    place = line;
                    let hidden = marks.contains(&true);
                    self.show(it.0.as_bytes(), &state, &mut place, hidden, drawn)?;
                }
                Op::ShowTextWithParameters(it) => {
                    state.word_space = it.0.as_f64();
                    state.character_space = it.1.as_f64();
                    line = product([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    place = line;
                    let hidden = marks.contains(&true);
                    self.show(it.2.as_bytes(), &state, &mut place, hidden, drawn)?;
                }
                Op::ShowTexts(it) => {
                    let hidden = marks.contains(&true);
                    for item in it.0.iter::<Object<'_>>() {
                        match item {
                            Object::String(string) => {
                                self.show(string.as_bytes(), &state, &mut place, hidden, drawn)?;
                            }
                            Object::Number(number) => {
                                let back = number.as_f64() / 1000.0 * state.size * state.stretch;
                                place = product([1.0, 0.0, 0.0, 1.0, -back, 0.0], place);
                            }
                            _ => {}
                        }
                    }
                }
                Op::BeginMarkedContent(_) if marks.len() < MOST_STATES => marks.push(false),
                Op::BeginMarkedContentWithProperties(it) if marks.len() < MOST_STATES => {
                    let paging = |dict: &Dict<'_>| {
                        dict.get::<Name<'_>>(b"Type").as_deref() == Some(b"Pagination")
                    };
                    let hidden = it.0.as_ref() == b"Artifact"
                        && matches!(it.1, Object::Dict(dict) if paging(dict));
                    marks.push(hidden);
                }
                Op::EndMarkedContent(_) => {
                    marks.pop();
                }
                Op::XObject(it) if depth < MOST_NESTED && !marks.contains(&true) => {
                    self.form(it.0, resources, &state, depth, drawn)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn form(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'_>,
        state: &State,
        depth: usize,
        drawn: &mut Drawn,
    ) -> Result<(), Unreadable> {
        let Some(stream) = resources.get_x_object(name) else { return Ok(()) };
        let dict = stream.dict();
        if dict.get::<Name<'_>>(b"Subtype").as_deref() != Some(b"Form") {
            return Ok(());
        }
        let mut state = state.clone();
        if let Some(matrix) = dict.get::<Array<'_>>(b"Matrix") {
            let numbers: Vec<f64> = matrix.iter::<f64>().take(6).collect();
            if let Ok(matrix) = Matrix::try_from(numbers) {
                state.matrix = product(matrix, state.matrix);
            }
        }
        // Opening a form costs as much as drawing a line of text.
        self.instructions_left =
            self.instructions_left.checked_sub(100).ok_or(Unreadable::Tangled)?;
        let Some(content) = self.unpack(&stream)? else { return Ok(()) };
        match dict.get::<Dict<'_>>(b"Resources") {
            Some(own) => self.draw(&content, &Resources::new(own), state, depth + 1, drawn),
            None => self.draw(&content, resources, state, depth + 1, drawn),
        }
    }

    fn font(
        &mut self,
        resources: &Resources<'_>,
        name: &Name<'_>,
    ) -> Result<Option<Rc<Font>>, Unreadable> {
        let id = resources.fonts.get_ref(name).map(|it| (it.obj_number, it.gen_number));
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(Rc::clone(font)));
        }
        let Some(dict) = resources.get_font(name) else { return Ok(None) };
        let mut fault = None;
        let font = Rc::new(Font::read(&dict, &mut |stream| match self.unpack(stream) {
            Ok(content) => content,
            Err(unreadable) => {
                fault = Some(unreadable);
                None
            }
        }));
        if let Some(unreadable) = fault {
            return Err(unreadable);
        }
        // Reading a font costs as much as some pages.
        self.instructions_left =
            self.instructions_left.checked_sub(1_000).ok_or(Unreadable::Tangled)?;
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    fn show(
        &mut self,
        string: &[u8],
        state: &State,
        place: &mut Matrix,
        hidden: bool,
        drawn: &mut Drawn,
    ) -> Result<(), Unreadable> {
        let Some(font) = &state.font else { return Ok(()) };
        self.glyphs_left = self.glyphs_left.checked_sub(string.len()).ok_or(Unreadable::Expands)?;
        for code in font.draw(string) {
            let mut advance = code.width * state.size + state.character_space;
            if code.space {
                advance += state.word_space;
            }
            advance *= state.stretch;
            let at = product([1.0, 0.0, 0.0, 1.0, 0.0, state.rise], *place);
            let at = product(at, state.matrix);
            *place = product([1.0, 0.0, 0.0, 1.0, advance, 0.0], *place);
            if hidden || code.text.is_empty() {
                continue;
            }
            let inked = code.width * state.size * state.stretch;
            if let Some(glyph) = Glyph::at(at, inked, state.size, drawn) {
                let count = code.text.chars().count();
                let part = (glyph.right - glyph.left) / count as f64;
                for (index, sign) in code.text.chars().enumerate() {
                    let left = glyph.left + part * index as f64;
                    drawn.glyphs.push(Glyph { sign, left, right: left + part, ..glyph });
                }
            }
        }
        Ok(())
    }
}

/// Bytes looked at while ends of pictures are looked for.
const MOST_PICTURE_WORK: usize = 4_000_000_000;

/// As much as can be unpacked, one byte more than is left if there is more.
fn inflate(bytes: &[u8], left: usize) -> Vec<u8> {
    let most = left as u64 + 1;
    let mut out = Vec::new();
    // What was unpacked before a fault is text all the same.
    let read = flate2::bufread::ZlibDecoder::new(bytes).take(most).read_to_end(&mut out);
    if read.is_err() && out.is_empty() {
        let _ = flate2::bufread::DeflateDecoder::new(bytes).take(most).read_to_end(&mut out);
    }
    out
}

impl Glyph {
    /// The box of a character whose origin is where `at` puts it; `None` for one that cannot be
    /// seen. `at` is in the page's own directions, the box is turned with the text.
    fn at(at: Matrix, width: f64, size: f64, page: &Drawn) -> Option<Self> {
        let [a, b, c, d, x, y] = at;
        let (along, upward) = (a.hypot(b), c.hypot(d));
        let height = (size * upward).abs();
        if !(x.is_finite() && y.is_finite() && along.is_finite() && height.is_finite())
            || height < 0.5
            || x < -BLEED
            || y < -BLEED
            || x > page.width + BLEED
            || y > page.height + BLEED
        {
            return None;
        }
        let quarters = (b.atan2(a) / std::f64::consts::FRAC_PI_2).round();
        // 0 to the right, 1 upward, 2 upside down, 3 downward.
        let (turn, left, base) = match quarters as i8 {
            0 => (0, x, y),
            1 => (1, y, page.width - x),
            -1 => (3, page.height - y, x),
            _ => (2, page.width - x, page.height - y),
        };
        let length = (width * along).abs().min(height * 20.0);
        Some(Self { sign: ' ', left, right: left + length, base, size: height, turn })
    }
}
