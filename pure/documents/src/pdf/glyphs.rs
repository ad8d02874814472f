//! The names that fonts give their characters, into characters. Names are built by rule (a letter
//! and its accent), so a table of a few hundred says them all for the languages of Europe.

/// The character of a glyph name; `None` for a name that says nothing (`g17`).
pub(crate) fn character(name: &str) -> Option<String> {
    // ".alt" and ".sc" are other drawings of the same character.
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    if name.is_empty() {
        return None;
    }
    if let Some(ligature) = name.split_once('_').map(|_| name.split('_').map(character)) {
        return ligature.collect();
    }
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    if let Some((_, sign)) = NAMED.iter().find(|(it, _)| *it == name) {
        return Some((*sign).to_owned());
    }
    if let Some(code) = name.strip_prefix("uni").filter(|code| code.len() >= 4)
        && let Some(sign) = code.get(..4).and_then(hexadecimal)
    {
        return Some(sign.to_string());
    }
    if let Some(sign) = name.strip_prefix('u').filter(|it| it.len() >= 4).and_then(hexadecimal) {
        return Some(sign.to_string());
    }
    accented(name).map(|sign| sign.to_string())
}

fn hexadecimal(code: &str) -> Option<char> {
    u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
}

fn accented(name: &str) -> Option<char> {
    ACCENTS.iter().find_map(|(accent, plain, marked)| {
        let letter = name.strip_suffix(accent)?;
        let at = plain.chars().position(|it| letter.len() == 1 && letter.starts_with(it))?;
        marked.chars().nth(at)
    })
}

const ACCENTS: [(&str, &str, &str); 13] = [
    ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ("acute", "aeiouyAEIOUYcnszCNSZ", "áéíóúýÁÉÍÓÚÝćńśźĆŃŚŹ"),
    ("circumflex", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ("tilde", "anoANO", "ãñõÃÑÕ"),
    ("dieresis", "aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
    ("ring", "auAU", "åůÅŮ"),
    ("caron", "cdenrstzCDENRSTZ", "čďěňřšťžČĎĚŇŘŠŤŽ"),
    ("cedilla", "cstCST", "çşţÇŞŢ"),
    ("ogonek", "aeiuAEIU", "ąęįųĄĘĮŲ"),
    ("macron", "aeiouAEIOU", "āēīōūĀĒĪŌŪ"),
    ("slash", "oO", "øØ"),
    ("hungarumlaut", "ouOU", "őűŐŰ"),
    ("dotaccent", "zegZEGI", "żėġŻĖĠİ"),
];

const NAMED: [(&str, &str); 115] = [
    ("space", " "),
    ("nbspace", " "),
    ("nonbreakingspace", " "),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("quoteright", "’"),
    ("quoteleft", "‘"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotedblbase", "„"),
    ("quotesinglbase", "‚"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("sfthyphen", "\u{ad}"),
    ("softhyphen", "\u{ad}"),
    ("minus", "−"),
    ("period", "."),
    ("slash", "/"),
    ("fraction", "⁄"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("circumflex", "ˆ"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("tilde", "˜"),
    ("exclamdown", "¡"),
    ("questiondown", "¿"),
    ("cent", "¢"),
    ("sterling", "£"),
    ("currency", "¤"),
    ("yen", "¥"),
    ("Euro", "€"),
    ("euro", "€"),
    ("brokenbar", "¦"),
    ("section", "§"),
    ("dieresis", "¨"),
    ("copyright", "©"),
    ("registered", "®"),
    ("trademark", "™"),
    ("ordfeminine", "ª"),
    ("ordmasculine", "º"),
    ("logicalnot", "¬"),
    ("macron", "¯"),
    ("degree", "°"),
    ("plusminus", "±"),
    ("onesuperior", "¹"),
    ("twosuperior", "²"),
    ("threesuperior", "³"),
    ("acute", "´"),
    ("mu", "µ"),
    ("paragraph", "¶"),
    ("periodcentered", "·"),
    ("middot", "·"),
    ("bullet", "•"),
    ("cedilla", "¸"),
    ("onequarter", "¼"),
    ("onehalf", "½"),
    ("threequarters", "¾"),
    ("AE", "Æ"),
    ("ae", "æ"),
    ("OE", "Œ"),
    ("oe", "œ"),
    ("germandbls", "ß"),
    ("Eth", "Ð"),
    ("eth", "ð"),
    ("Thorn", "Þ"),
    ("thorn", "þ"),
    ("multiply", "×"),
    ("divide", "÷"),
    ("dotlessi", "ı"),
    ("endash", "–"),
    ("emdash", "—"),
    ("ellipsis", "…"),
    ("arrowright", "→"),
    ("ff", "ff"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
];

/// What Adobe's standard encoding says otherwise than ASCII, for fonts that name no encoding.
pub(crate) fn standard(code: u8) -> Option<&'static str> {
    Some(match code {
        0x27 => "’",
        0x60 => "‘",
        0x20..=0x7e => return None,
        0xa1 => "¡",
        0xa2 => "¢",
        0xa3 => "£",
        0xa7 => "§",
        0xa9 => "'",
        0xaa => "“",
        0xab => "«",
        0xae => "fi",
        0xaf => "fl",
        0xb1 => "–",
        0xb4 => "·",
        0xb6 => "¶",
        0xb7 => "•",
        0xb9 => "„",
        0xba => "”",
        0xbb => "»",
        0xbc => "…",
        0xbf => "¿",
        0xd0 => "—",
        0xe1 => "Æ",
        0xe9 => "Ø",
        0xf1 => "æ",
        0xf9 => "ø",
        0xfb => "ß",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn names_are_characters() {
        for (name, sign) in [
            ("A", "A"),
            ("adieresis", "ä"),
            ("Aring", "Å"),
            ("odieresis.sc", "ö"),
            ("eacute", "é"),
            ("endash", "–"),
            ("uni00E5", "å"),
            ("u1F600", "😀"),
            ("f_i", "fi"),
            ("oslash", "ø"),
        ] {
            assert_eq!(character(name).as_deref(), Some(sign), "{name}");
        }
        assert_eq!(character("g17"), None);
        assert_eq!(character(".notdef"), None);
    }
}
