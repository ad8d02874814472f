//! Bytes into text, the three ways that people's text files are written.
//! Which kind of file it is (HTML, mail, …) is not asked here.

/// The text of some bytes: UTF-16 where a byte order mark says so, UTF-8 where they are valid
/// UTF-8, else Windows-1252. Never fails: every byte means something in Windows-1252.
pub fn decode(bytes: &[u8]) -> String {
    let (encoding, bytes) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None if std::str::from_utf8(bytes).is_ok() => (encoding_rs::UTF_8, bytes),
        None => (encoding_rs::WINDOWS_1252, bytes),
    };
    let text = encoding.decode_without_bom_handling(bytes).0;
    // Old Macintosh and Windows line ends are line ends.
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn three_ways_to_write_the_same() {
        assert_eq!(decode("å".as_bytes()), "å");
        assert_eq!(decode(b"\xef\xbb\xbf\xc3\xa5"), "å");
        assert_eq!(decode(b"\xe5"), "å");
        assert_eq!(decode(b"\xff\xfe\xe5\x00"), "å");
        assert_eq!(decode(b"\xfe\xff\x00\xe5"), "å");
        assert_eq!(decode(b"a\r\nb\rc"), "a\nb\nc");
    }
}
