//! A first look at the bytes of a PDF. The library that reads them repairs broken files by looking
//! for objects everywhere, and unpacks the tables of objects whole; both are right for honest files
//! and can be made to take minutes or gigabytes. Files of that kind are turned away here, in time
//! that is linear in their length.

use crate::model::Unreadable;
use std::io::Read;

/// Work that is allowed for each byte of the file, in bytes looked at.
const WORK_PER_BYTE: usize = 64;

/// Most bytes of a table that says where objects are. Ten thousand objects take 60 kB.
const MOST_TABLE: usize = 4 * 1024 * 1024;

/// Most bytes of packed objects.
const MOST_OBJECTS: usize = 64 * 1024 * 1024;

/// Most bytes of packed objects that are locked, and so cannot be measured.
const MOST_LOCKED: usize = 64 * 1024;

/// Objects times the longest of them: what it costs if each names the longest.
const MOST_CROSS_WORK: usize = 20_000_000_000;

/// How far before its data a stream's dictionary begins.
const LONGEST_DICTIONARY: usize = 64 * 1024;

pub(crate) fn look(bytes: &[u8]) -> Result<(), Unreadable> {
    let (objects, longest) = weigh(bytes)?;
    let (more, longest_packed) = measure_streams(bytes)?;
    let longest = longest.max(longest_packed);
    if objects.saturating_add(more).saturating_mul(longest) > MOST_CROSS_WORK {
        return Err(Unreadable::Tangled);
    }
    Ok(())
}

/// What it costs to look for an object at every place where one could begin; the number of objects
/// and the length of the longest.
fn weigh(bytes: &[u8]) -> Result<(usize, usize), Unreadable> {
    let mut left = bytes.len().saturating_mul(WORK_PER_BYTE).saturating_add(1 << 20);
    let (mut objects, mut longest) = (0usize, 0usize);
    for (at, window) in bytes.windows(3).enumerate() {
        let start = match window {
            [b'o', b'b', b'j'] if at > 0 && bytes[at - 1] != b'd' => at + 3,
            [b'<', b'<', _] if at == 0 || bytes[at - 1] != b'<' => at,
            [b'%', ..] => {
                let rest = &bytes[at..];
                let end = rest.iter().position(|&b| matches!(b, b'\n' | b'\r'));
                spend(&mut left, end.unwrap_or(rest.len()))?;
                continue;
            }
            _ => continue,
        };
        let length = object_length(&bytes[start..], left);
        spend(&mut left, length)?;
        objects += 1;
        longest = longest.max(length);
    }
    Ok((objects, longest))
}

fn spend(left: &mut usize, work: usize) -> Result<(), Unreadable> {
    *left = left.checked_sub(work.saturating_add(1)).ok_or(Unreadable::Tangled)?;
    Ok(())
}

/// Length of the object that begins at the front, as far as `most`; to the end if it never closes.
fn object_length(bytes: &[u8], most: usize) -> usize {
    let bytes = &bytes[..bytes.len().min(most)];
    let mut at = 0;
    let mut depth = 0usize;
    // Round brackets within a string, which may nest.
    let mut string = 0usize;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if string > 0 {
            match byte {
                b'\\' => at += 1,
                b'(' => string += 1,
                b')' => string -= 1,
                _ => {}
            }
            if string == 0 && depth == 0 {
                return at;
            }
            continue;
        }
        match byte {
            b'(' => string = 1,
            b'%' => {
                let end = bytes[at..].iter().position(|&b| matches!(b, b'\n' | b'\r'));
                at = end.map_or(bytes.len(), |end| at + end);
            }
            b'[' => depth += 1,
            b'<' if bytes.get(at) == Some(&b'<') => {
                depth += 1;
                at += 1;
            }
            b'>' if bytes.get(at) == Some(&b'>') => {
                depth = depth.saturating_sub(1);
                at += 1;
                if depth == 0 {
                    return at;
                }
            }
            b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at;
                }
            }
            // A number or a name by itself, and whatever is not an object.
            b'e' | b's' if depth == 0 => return at,
            _ => {}
        }
    }
    bytes.len()
}

/// Unpacks what the library will unpack by itself: tables of objects and packed objects. The number
/// of objects in them, and the length of the longest.
fn measure_streams(bytes: &[u8]) -> Result<(usize, usize), Unreadable> {
    let ends = Ends::new(bytes);
    let locked = find(bytes, b"/Encrypt").is_some();
    let mut work = bytes.len().saturating_mul(WORK_PER_BYTE).saturating_add(1 << 20);
    let (mut tables, mut packed, mut unseen) = (MOST_TABLE, MOST_OBJECTS, MOST_LOCKED);
    let (mut objects, mut longest) = (0, 0);
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], b"stream") {
        let at = from + found;
        from = at + 6;
        if at >= 3 && &bytes[at - 3..at] == b"end" {
            continue;
        }
        let data = &bytes[from..];
        let length = ends.after(from).map_or(data.len(), |end| end - from);
        spend(&mut work, length)?;
        let before = &bytes[at.saturating_sub(LONGEST_DICTIONARY)..at];
        let before = &before[rfind(before, b"obj").unwrap_or(0)..];
        let dictionary = Dictionary::read(before);
        spend(&mut work, before.len())?;
        let left = if dictionary.has(b"/W") {
            &mut tables
        } else if dictionary.has(b"/First") {
            &mut packed
        } else {
            continue;
        };
        if dictionary.packs_twice() {
            return Err(Unreadable::Tangled);
        }
        if locked && dictionary.has(b"/First") {
            unseen = unseen.checked_sub(length).ok_or(Unreadable::Encrypted)?;
        }
        let skipped = data.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let mut unpacked = Vec::new();
        // An error is the end of what can be unpacked; the rest is the library's to judge.
        let _ = flate2::bufread::ZlibDecoder::new(&data[skipped..])
            .take(*left as u64 + 1)
            .read_to_end(&mut unpacked);
        *left = left.checked_sub(unpacked.len()).ok_or(Unreadable::Expands)?;
        if dictionary.has(b"/First") {
            let (more, longer) = weigh(&unpacked)?;
            objects += more;
            longest = longest.max(longer);
        }
    }
    Ok((objects, longest))
}

/// Where `endstream` stands, looked up in order.
struct Ends(Vec<usize>);

impl Ends {
    fn new(bytes: &[u8]) -> Self {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = find(&bytes[from..], b"endstream") {
            found.push(from + at);
            from += at + 9;
        }
        Self(found)
    }

    fn after(&self, place: usize) -> Option<usize> {
        self.0.get(self.0.partition_point(|&end| end < place)).copied()
    }
}

/// The text of a dictionary, its names without the escapes that can hide them.
struct Dictionary(Vec<u8>);

impl Dictionary {
    fn read(bytes: &[u8]) -> Self {
        let digit = |b: &u8| char::from(*b).to_digit(16).and_then(|it| u8::try_from(it).ok());
        let mut out = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let escaped = bytes
                .get(at + 1..at + 3)
                .filter(|_| bytes[at] == b'#')
                .and_then(|pair| Some(digit(&pair[0])? * 16 + digit(&pair[1])?));
            out.push(escaped.unwrap_or(bytes[at]));
            at += if escaped.is_some() { 3 } else { 1 };
        }
        Self(out)
    }

    /// Is there a name, and not only the beginning of a longer one?
    fn has(&self, name: &[u8]) -> bool {
        let mut from = 0;
        while let Some(found) = find(&self.0[from..], name) {
            from += found + name.len();
            if !self.0.get(from).is_some_and(u8::is_ascii_alphanumeric) {
                return true;
            }
        }
        false
    }

    /// Is the stream packed in a way whose result cannot be measured from outside? Tables of
    /// objects never are.
    fn packs_twice(&self) -> bool {
        let count = |name: &[u8]| {
            let mut from = 0;
            let mut count = 0;
            while let Some(found) = find(&self.0[from..], name) {
                from += found + name.len();
                count += 1;
            }
            count
        };
        let elsewhere = |name: &[u8]| {
            let mut from = 0;
            while let Some(found) = find(&self.0[from..], name) {
                from += found + name.len();
                let rest = &self.0[from..];
                let next = rest.iter().find(|b| !b.is_ascii_whitespace());
                if next.is_some_and(u8::is_ascii_digit) {
                    return true;
                }
            }
            false
        };
        count(b"/LZW") + count(b"/RunLength") + count(b"/RL") > 0
            || count(b"/Fl") > 1
            || elsewhere(b"/Filter")
    }
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|&b| b == first)?;
        if bytes[at..].starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn rfind(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).rposition(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_have_their_length() {
        assert_eq!(object_length(b" << /A (x\\) >> ) [1 2] >> rest", 100), 25);
        assert_eq!(object_length(b"(a(b)c) d", 100), 7);
        assert_eq!(object_length(b"( never closed", 100), 14);
        assert_eq!(object_length(b" 12 endobj", 100), 5);
    }

    #[test]
    fn a_file_of_open_strings_is_turned_away() {
        let bytes = b"%PDF-1.4\n".iter().copied().chain(b"1 0 obj (\n".repeat(200_000));
        assert_eq!(look(&bytes.collect::<Vec<_>>()), Err(Unreadable::Tangled));
    }

    #[test]
    fn a_file_of_streams_without_end_is_turned_away() {
        let bytes = b"1 0 obj <</Type/ObjStm>> stream\n".repeat(200_000);
        assert_eq!(look(&bytes), Err(Unreadable::Tangled));
    }

    #[test]
    fn names_cannot_hide_behind_escapes() {
        assert!(Dictionary::read(b"<< /#57 [1 2 1] >>").has(b"/W"));
        assert!(!Dictionary::read(b"<< /Width 7 >>").has(b"/W"));
        assert!(Dictionary::read(b"/Filter[/Fl#61teDecode/FlateDecode]").packs_twice());
        assert!(!Dictionary::read(b"/Filter /FlateDecode").packs_twice());
    }
}
