//! Bytes into text, however it was encoded, and plain text into its own lines.

use crate::bounds;
use crate::model::{Line, Unreadable};

/// The text of some bytes: UTF-16 or UTF-8 where a byte order mark says so, UTF-8 where they are
/// valid UTF-8, else Windows-1252, in which every byte means something. Every line end is a line
/// feed.
pub fn decode(bytes: &[u8]) -> String {
    let (encoding, bytes) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None if std::str::from_utf8(bytes).is_ok() => (encoding_rs::UTF_8, bytes),
        None => (encoding_rs::WINDOWS_1252, bytes),
    };
    let text = encoding.decode_without_bom_handling(bytes).0;
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into_owned()
    }
}

/// The file's own lines, blank ones too, so that the n-th line here is the n-th in the file.
pub(crate) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let text = decode(bytes);
    if text.len() > bounds::MOST_TEXT {
        return Err(Unreadable::TooLarge);
    }
    let line = |line: &str| Line { text: line.to_owned(), ..Line::default() };
    Ok(text.split('\n').map(line).collect())
}

#[cfg(test)]
mod tests {
    use super::{decode, lines};

    #[test]
    fn five_ways_to_write_the_same() {
        assert_eq!(decode("å".as_bytes()), "å");
        assert_eq!(decode(b"\xef\xbb\xbf\xc3\xa5"), "å");
        assert_eq!(decode(b"\xe5"), "å");
        assert_eq!(decode(b"\xff\xfe\xe5\x00"), "å");
        assert_eq!(decode(b"\xfe\xff\x00\xe5"), "å");
        assert_eq!(decode(b"a\r\nb\rc"), "a\nb\nc");
    }

    #[test]
    fn a_line_keeps_its_number() {
        let read = lines(b"one\n\n  three\n").unwrap();
        let texts: Vec<_> = read.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["one", "", "  three", ""]);
    }
}
