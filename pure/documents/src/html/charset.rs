//! Which encoding a page is in.

use crate::text;

/// How far into a page its encoding is said.
const BEGINNING: usize = 4_096;

/// The text of a page. A page that is UTF-8 throughout is, whatever it says of itself: browsers
/// that save a page write UTF-8 and leave the old label in.
pub(crate) fn decode(bytes: &[u8]) -> String {
    let marked = encoding_rs::Encoding::for_bom(bytes).is_some();
    if marked || std::str::from_utf8(bytes).is_ok() {
        return text::decode(bytes);
    }
    let named = label(&bytes[..bytes.len().min(BEGINNING)])
        .and_then(|label| encoding_rs::Encoding::for_label(&label))
        .filter(|encoding| encoding.is_ascii_compatible());
    match named {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => text::decode(bytes),
    }
}

fn label(beginning: &[u8]) -> Option<Vec<u8>> {
    let low = beginning.to_ascii_lowercase();
    const NAME: &[u8] = b"charset=";
    let at = low.windows(NAME.len()).position(|window| window == NAME)? + NAME.len();
    let rest = low[at..].iter().skip_while(|b| matches!(b, b'"' | b'\'' | b' '));
    Some(rest.take_while(|b| b.is_ascii_alphanumeric() || b"-_".contains(b)).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_page_says_its_encoding() {
        assert!(decode(b"<meta charset='iso-8859-2'>\xb1").ends_with('ą'));
        assert!(decode("<meta charset=iso-8859-1>å".as_bytes()).ends_with('å'));
        assert!(decode(b"<p>\xe5").ends_with('å'));
    }
}
