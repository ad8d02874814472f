//! Content lines: escaping, folding, line ends. The one place where values become bytes, and so
//! the one place that keeps a value inside its line.

/// Octets of a line without its CRLF (RFC 5545, 3.1).
const LINE_OCTETS_MAX: usize = 75;

#[derive(Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    pub fn into_text(self) -> String {
        self.text
    }

    /// A value of our own making, which needs no escaping.
    pub fn token(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A value of type TEXT (RFC 5545, 3.3.11). `parameters` is written as it is, each with its
    /// semicolon before it.
    pub fn text(&mut self, name: &str, parameters: &str, value: &str) {
        let mut line = format!("{name}{parameters}:");
        let mut letters = value.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\r' if letters.peek() == Some(&'\n') => {}
                // Every letter that some reader takes for the end of a line.
                '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    line.push_str("\\n");
                }
                '\t' => line.push('\t'),
                letter if letter.is_control() => {}
                letter => line.push(letter),
            }
        }
        self.fold(&line);
    }

    /// A value of type URI or CAL-ADDRESS. These have no escapes: what may not stand in an address
    /// is percent-encoded, which is what the address meant, and a line break is no exception.
    pub fn address(&mut self, name: &str, parameters: &str, value: &str) {
        let mut line = format!("{name}{parameters}:");
        for byte in value.trim().bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
                line.push(char::from(byte));
            } else {
                line.push_str(&format!("%{byte:02X}"));
            }
        }
        self.fold(&line);
    }

    /// Ends the line with CRLF, and breaks it wherever it would grow longer than allowed. Octets
    /// are counted, and no letter is cut in two.
    fn fold(&mut self, line: &str) {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > LINE_OCTETS_MAX {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(letter);
            octets += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A parameter's value in its quotes. There is no escape that all readers know: a quote inside
/// becomes an apostrophe, and a control character a space.
pub(super) fn quoted(value: &str) -> String {
    let inner: String = value
        .trim()
        .chars()
        .map(|letter| match letter {
            '"' => '\'',
            '\u{2028}' | '\u{2029}' => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect();
    format!("\"{inner}\"")
}

/// The address as a link. Everything that would end it and begin something else, such as a `?`
/// with headers of its own, becomes a part of it.
pub(super) fn mailto(email: &str) -> String {
    let mut link = "mailto:".to_owned();
    for letter in email.trim().chars() {
        match letter {
            '?' | '#' | '/' | '&' | '%' | ':' | ';' | ',' => {
                link.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            letter => link.push(letter),
        }
    }
    link
}
