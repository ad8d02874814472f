//! People with a part in something, as lines that an organiser types: one line for each role.
//! Not here: how pages show them.

use crate::event::types::Appearance;
use locale::Language;

/// Reads lines of "Name, title, organisation". Several who share a role stand on one line with
/// "och", "and" or "&" between their names. What comes after the second comma is the organisation,
/// commas and all; a line with one comma has a title and no organisation. Empty lines say nothing.
pub fn read_appearances(text: &str) -> Vec<Appearance> {
    text.lines().filter_map(read_line).collect()
}

/// Writes what [`read_appearances`] reads back the same, in the words of `language`.
pub fn write_appearances(language: Language, appearances: &[Appearance]) -> String {
    appearances.iter().map(|it| write_line(language, it)).collect::<Vec<_>>().join("\n")
}

fn read_line(line: &str) -> Option<Appearance> {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    // A line needs a name: commas before it are a slip of the hand.
    let line = line.trim_start_matches([',', ' ']);
    let mut parts = line.splitn(3, ',').map(str::trim);
    let names = read_names(parts.next().unwrap_or_default());
    if names.is_empty() {
        return None;
    }
    let title = parts.next().unwrap_or_default().to_owned();
    let affiliation = parts.next().unwrap_or_default().trim_end_matches([',', ' ']).to_owned();
    Some(Appearance { names, title, affiliation })
}

/// A word between two names parts them; at either end it belongs to the name beside it.
fn read_names(part: &str) -> Vec<String> {
    let mut names = vec![vec![]];
    let mut words = part.split(' ').filter(|it| !it.is_empty()).peekable();
    while let Some(word) = words.next() {
        let name = names.last_mut().expect("there is always a last name");
        let parts = matches!(word.to_lowercase().as_str(), "och" | "and" | "&");
        if parts && !name.is_empty() && words.peek().is_some() {
            names.push(vec![]);
        } else {
            name.push(word);
        }
    }
    names.into_iter().filter(|it| !it.is_empty()).map(|it| it.join(" ")).collect()
}

fn write_line(language: Language, appearance: &Appearance) -> String {
    let and = match language {
        Language::Swedish => " och ",
        Language::English => " and ",
    };
    let mut line = appearance.names.join(and);
    match (appearance.title.as_str(), appearance.affiliation.as_str()) {
        ("", "") => {}
        (title, "") => line += &format!(", {title}"),
        ("", affiliation) => line += &format!(", , {affiliation}"),
        (title, affiliation) => line += &format!(", {title}, {affiliation}"),
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, names: &[&str], title: &str, affiliation: &str) {
        let expected = Appearance {
            names: names.iter().map(|&it| it.to_owned()).collect(),
            title: title.to_owned(),
            affiliation: affiliation.to_owned(),
        };
        assert_eq!(read_appearances(line), [expected]);
    }

    #[test]
    fn a_line_is_a_name_a_title_and_an_organisation() {
        check("Eva Ek", &["Eva Ek"], "", "");
        check("Eva Ek, utredare", &["Eva Ek"], "utredare", "");
        check("  Eva  Ek ,utredare ,  Bygdens vänner ", &["Eva Ek"], "utredare", "Bygdens vänner");
        check("Eva Ek, , Bygdens vänner", &["Eva Ek"], "", "Bygdens vänner");
        check("Eva Ek, chef, Skolan, Lit", &["Eva Ek"], "chef", "Skolan, Lit");
        check(", Eva Ek, chef,", &["Eva Ek"], "chef", "");
    }

    #[test]
    fn several_share_a_role() {
        let two = ["Eva Ek", "Bo Alm"];
        for line in ["Eva Ek och Bo Alm, chefer", "Eva Ek and Bo Alm, chefer"] {
            check(line, &two, "chefer", "");
        }
        check("Eva Ek & Bo Alm & Li", &["Eva Ek", "Bo Alm", "Li"], "", "");
        check("Eva Ek, smed och lärare, X och Y", &["Eva Ek"], "smed och lärare", "X och Y");
        check("Jan Ochman", &["Jan Ochman"], "", "");
        check("och Bo Alm och", &["och Bo Alm och"], "", "");
    }

    #[test]
    fn empty_lines_say_nothing() {
        assert_eq!(read_appearances("\n , ,\n\r\n"), []);
        assert_eq!(read_appearances("Eva\n\nBo\n").len(), 2);
    }

    /// Every text of a few words and marks, in an order that the number decides.
    fn text(number: u128) -> String {
        const PARTS: [&str; 12] =
            ["Eva", "Ek", ",", ",", " och ", " & ", "and", "\n", " ", "chef", "Ö&B", "och"];
        let digits = (0..14).map(|at| (number / 12_u128.pow(at) % 12) as usize);
        let between = if number.is_multiple_of(2) { "" } else { " " };
        digits.map(|it| PARTS[it]).collect::<Vec<_>>().join(between)
    }

    #[test]
    fn what_was_read_is_written_and_read_the_same() {
        for number in 0..20_000_u128 {
            let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
            let text = text(mixed >> 3);
            let read = read_appearances(&text);
            for language in Language::ALL {
                assert_eq!(read_appearances(&write_appearances(language, &read)), read, "{text:?}");
            }
        }
    }
}
