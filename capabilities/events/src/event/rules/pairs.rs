//! A list in two languages, typed as lines: the nth line of one is the nth of the other.

use shared::Text;

/// Stands where one language lacks a line that the other has.
const MISSING: &str = "–";

/// Reads one text from each line. Empty lines say nothing; a line of nothing but a dash keeps the
/// place of one that is only there in the other language.
pub fn read_pairs(typed: &Text) -> Vec<Text> {
    let (sv, en) = (lines(&typed.sv), lines(&typed.en));
    let at = |lines: &[String], nth: usize| lines.get(nth).cloned().unwrap_or_default();
    (0..sv.len().max(en.len()))
        .map(|nth| Text::both(at(&sv, nth), at(&en, nth)))
        .filter(|it| !it.is_empty())
        .collect()
}

/// Writes what [`read_pairs`] reads back the same.
pub fn write_pairs(texts: &[Text]) -> Text {
    let written = |of: fn(&Text) -> &str| {
        let mut lines: Vec<&str> = texts.iter().map(of).collect();
        while lines.last() == Some(&"") {
            lines.pop();
        }
        let lines: Vec<&str> =
            lines.into_iter().map(|it| if it.is_empty() { MISSING } else { it }).collect();
        lines.join("\n")
    };
    Text::both(written(|it| &it.sv), written(|it| &it.en))
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .map(|line| if line == MISSING || line == "-" { String::new() } else { line })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sv: &str, en: &str, expected: &[(&str, &str)]) {
        let expected: Vec<Text> = expected.iter().map(|&(sv, en)| Text::both(sv, en)).collect();
        let read = read_pairs(&Text::both(sv, en));
        assert_eq!(read, expected);
        assert_eq!(read_pairs(&write_pairs(&read)), read);
    }

    #[test]
    fn lines_in_both_languages_belong_together() {
        check("Vad?\n\n Hur  då? ", "What?\nHow?", &[("Vad?", "What?"), ("Hur då?", "How?")]);
        check("Vad?\nHur?", "", &[("Vad?", ""), ("Hur?", "")]);
        check("-\nHur?", "What?", &[("", "What?"), ("Hur?", "")]);
        check("Vad?", "–\nHow?", &[("Vad?", ""), ("", "How?")]);
        check("–", "\n", &[]);
    }
}
