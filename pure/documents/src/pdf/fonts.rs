//! What the codes in a PDF's strings mean: characters, and how wide they are.

use super::glyphs;
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use std::collections::HashMap;

/// Most widths that a font may give, one for each of 65 536 codes.
const MOST_WIDTHS: usize = 1 << 16;

/// The last code of two bytes.
const LAST_CODE: i64 = 0xffff;

/// Longest character map. A font for all of Europe has 40 kB.
const LONGEST_MAP: usize = 2 * 1024 * 1024;

/// Width of a character that nobody gives a width for, in thousandths of the size.
const USUAL_WIDTH: f64 = 500.0;

pub(crate) struct Font {
    /// Composite fonts have codes of two bytes.
    wide: bool,
    /// Codes are UTF-16 themselves.
    utf16: bool,
    map: Option<CMap>,
    /// For codes of one byte.
    signs: HashMap<u8, String>,
    symbolic: bool,
    widths: HashMap<u16, f64>,
    default_width: f64,
    /// Glyph units to a size of 1.
    unit: f64,
}

/// One code of a string.
pub(crate) struct Drawn {
    /// Empty where nothing says what the code means.
    pub text: String,
    /// In parts of the font's size.
    pub width: f64,
    /// Word spacing is added to it.
    pub space: bool,
}

impl Font {
    /// `unpack` gives the content of a stream within the bounds of the file.
    pub fn read(dict: &Dict<'_>, unpack: &mut dyn FnMut(&Stream<'_>) -> Option<Vec<u8>>) -> Self {
        let kind = dict.get::<Name<'_>>(b"Subtype");
        let wide = kind.as_deref() == Some(b"Type0");
        let map = dict
            .get::<Stream<'_>>(b"ToUnicode")
            .and_then(|stream| unpack(&stream))
            .filter(|bytes| bytes.len() <= LONGEST_MAP)
            .and_then(|bytes| CMap::parse(&bytes, |_| None));
        let mut font = Self {
            wide,
            utf16: false,
            map,
            signs: HashMap::new(),
            symbolic: false,
            widths: HashMap::new(),
            default_width: USUAL_WIDTH,
            unit: 0.001,
        };
        if wide {
            font.utf16 = dict.get::<Name<'_>>(b"Encoding").is_some_and(|name| {
                let name = String::from_utf8_lossy(&name).into_owned();
                name.contains("UCS2") || name.contains("UTF16")
            });
            font.default_width = 1_000.0;
            if let Some(descendant) = dict
                .get::<Array<'_>>(b"DescendantFonts")
                .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
            {
                font.learn_wide_widths(&descendant);
            }
            return font;
        }
        if kind.as_deref() == Some(b"Type3") {
            let matrix = dict.get::<Array<'_>>(b"FontMatrix");
            font.unit = matrix.and_then(|it| it.iter::<f64>().next()).unwrap_or(0.001).abs();
        }
        font.learn_signs(dict);
        font.learn_widths(dict);
        font
    }

    fn learn_wide_widths(&mut self, dict: &Dict<'_>) {
        self.default_width = dict.get::<f64>(b"DW").unwrap_or(1_000.0);
        let Some(array) = dict.get::<Array<'_>>(b"W") else { return };
        let mut items = array.iter::<Object<'_>>();
        // The same codes may be given widths again and again, but not for ever.
        let mut left = 4 * MOST_WIDTHS;
        while let Some(first) = items.next().and_then(code) {
            match items.next() {
                Some(Object::Array(widths)) => {
                    for (code, width) in (first..=LAST_CODE).zip(widths.iter::<f64>()) {
                        self.learn_width(code, width);
                    }
                    left = left.saturating_sub(1);
                }
                Some(Object::Number(last)) => {
                    let last = last.as_i64().min(LAST_CODE);
                    let Some(width) = items.next().and_then(Object::into_number) else { return };
                    for code in first..=last {
                        self.learn_width(code, width.as_f64());
                    }
                    left = left.saturating_sub(usize::try_from(last - first).unwrap_or(0) + 1);
                }
                _ => return,
            }
            if left == 0 {
                return;
            }
        }
    }

    fn learn_width(&mut self, code: i64, width: f64) {
        if let Ok(code) = u16::try_from(code) {
            self.widths.insert(code, width);
        }
    }

    fn learn_widths(&mut self, dict: &Dict<'_>) {
        let descriptor = dict.get::<Dict<'_>>(b"FontDescriptor");
        if let Some(missing) = descriptor.as_ref().and_then(|it| it.get::<f64>(b"MissingWidth"))
            && missing > 0.0
        {
            self.default_width = missing;
        }
        let first = dict.get::<i32>(b"FirstChar").unwrap_or(0);
        if let Some(widths) = dict.get::<Array<'_>>(b"Widths") {
            for (code, width) in (i64::from(first.max(0))..256).zip(widths.iter::<f64>()) {
                self.learn_width(code, width);
            }
        }
    }

    fn learn_signs(&mut self, dict: &Dict<'_>) {
        let flags = dict.get::<Dict<'_>>(b"FontDescriptor").and_then(|it| it.get::<i32>(b"Flags"));
        let base_font = dict.get::<Name<'_>>(b"BaseFont");
        let name = base_font.map(|it| String::from_utf8_lossy(&it).into_owned());
        let name = name.unwrap_or_default();
        self.symbolic = ["Symbol", "Wingdings", "ZapfDingbats"].iter().any(|it| name.contains(it));
        let encoding = dict.get::<Dict<'_>>(b"Encoding");
        let base = match &encoding {
            Some(encoding) => encoding.get::<Name<'_>>(b"BaseEncoding"),
            None => dict.get::<Name<'_>>(b"Encoding"),
        };
        let table = match base.as_deref() {
            Some(b"WinAnsiEncoding") => Table::Windows,
            Some(b"MacRomanEncoding") => Table::Macintosh,
            // A font that brings its own encoding and does not say which: most often Windows'.
            _ if flags.is_some_and(|it| it & 4 != 0) => Table::Windows,
            _ => Table::Standard,
        };
        for code in 0..=u8::MAX {
            if let Some(sign) = table.sign(code) {
                self.signs.insert(code, sign);
            }
        }
        let Some(differences) = encoding.and_then(|it| it.get::<Array<'_>>(b"Differences")) else {
            return;
        };
        let mut code = 0i64;
        for item in differences.iter::<Object<'_>>() {
            match item {
                Object::Number(number) => code = number.as_i64(),
                Object::Name(name) => {
                    if let Ok(code) = u8::try_from(code) {
                        match glyphs::character(&String::from_utf8_lossy(&name)) {
                            Some(sign) => self.signs.insert(code, sign),
                            None => self.signs.remove(&code),
                        };
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    pub fn draw<'s>(&'s self, string: &'s [u8]) -> impl Iterator<Item = Drawn> + 's {
        let step = if self.wide { 2 } else { 1 };
        string.chunks(step).map(|code| {
            let code = code.iter().fold(0u16, |sum, &byte| sum << 8 | u16::from(byte));
            let width = self.widths.get(&code).copied().unwrap_or(self.default_width);
            Drawn {
                text: self.text(code),
                width: width * self.unit,
                space: !self.wide && code == 32,
            }
        })
    }

    fn text(&self, code: u16) -> String {
        let mapped = self.map.as_ref().and_then(|map| map.lookup_bf_string(u32::from(code)));
        let text = match mapped {
            Some(BfString::Char(sign)) => sign.to_string(),
            Some(BfString::String(text)) => text,
            None if self.utf16 => {
                char::from_u32(u32::from(code)).map(String::from).unwrap_or_default()
            }
            None => {
                let code = u8::try_from(code).ok().filter(|_| !self.wide);
                code.and_then(|code| self.signs.get(&code)).cloned().unwrap_or_default()
            }
        };
        if self.symbolic && text == "·" {
            return "•".to_owned();
        }
        text.chars().filter_map(plain).collect()
    }
}

fn code(object: Object<'_>) -> Option<i64> {
    object.into_number().map(|it| it.as_i64()).filter(|it| (0..=LAST_CODE).contains(it))
}

/// A character that can be read. Symbol fonts put their bullets where no character is.
fn plain(sign: char) -> Option<char> {
    match sign {
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f076}' | '\u{f0fc}' | '\u{f02d}' => Some('•'),
        '\u{e000}'..='\u{f8ff}' | '\u{fffd}' => None,
        '\u{a0}' | '\t' | '\n' | '\r' => Some(' '),
        _ if sign.is_control() => None,
        _ => Some(sign),
    }
}

#[derive(Clone, Copy)]
enum Table {
    Windows,
    Macintosh,
    Standard,
}

impl Table {
    fn sign(self, code: u8) -> Option<String> {
        if code < 0x20 {
            return None;
        }
        let by = |encoding: &'static encoding_rs::Encoding| {
            encoding.decode_without_bom_handling(&[code]).0.into_owned()
        };
        match self {
            Self::Windows => Some(by(encoding_rs::WINDOWS_1252)),
            Self::Macintosh => Some(by(encoding_rs::MACINTOSH)),
            Self::Standard => match glyphs::standard(code) {
                Some(sign) => Some(sign.to_owned()),
                // Beyond ASCII, what is not in the standard is Windows' in practice.
                None => Some(by(encoding_rs::WINDOWS_1252)),
            },
        }
    }
}
