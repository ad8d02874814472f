//! Lines under which somebody signs: "Vänliga hälsningar", "För styrelsen".

use crate::lines::Line;
use crate::words::{find, has_any, near};

/// Words that a letter ends with, in whole or in part of a line.
const FAREWELLS: &[&str] = &[
    "hälsningar",
    "med hälsning",
    "vänlig hälsning",
    "regards",
    "best wishes",
    "sincerely",
    "varmt välkom",
    "väl mött",
    "på styrelsens vägnar",
    "on behalf of",
    "välkommen önskar",
    "välkomna önskar",
    "hälsar ",
    "allt gott",
    "ha det gott",
    "allt väl",
    "vi hörs",
    "med vänlig",
    "mvh",
    "kind wishes",
    "yours",
    "with warm",
    "with best",
    "with kind",
    "hope to see you",
    "see you there",
    "see you soon",
    "look forward to seeing you",
];

/// Does a letter end here, so that who signs comes next?
pub(crate) fn is_greeting(line: &Line) -> bool {
    line.words() <= 7 && line.has_any(FAREWELLS)
        || signed(&line.low).is_some_and(|from| {
            let name = line.text[from..].trim_end_matches(['!', '.']);
            !name.contains(['!', '?']) && crate::people::list(name, false).is_some()
        })
        || line.words() <= 3
            && matches!(
                line.low.trim_matches(|c: char| !c.is_alphanumeric()),
                "styrelsen"
                    | "mvh"
                    | "hälsar"
                    | "the board"
                    | "gm"
                    | "för styrelsen"
                    | "styrelsen genom"
                    | "styrelsen gm"
                    | "genom styrelsen"
                    | "for the board"
                    | "för kansliet"
                    | "för arrangörerna"
                    | "för arbetsgruppen"
                    | "för valberedningen"
                    | "välkomna"
                    | "välkommen"
                    | "hjärtligt välkomna"
                    | "hjärtligt välkommen"
                    | "varmt välkomna"
                    | "vi ses"
                    | "warmly"
                    | "cheers"
            )
}

/// "Med varma hälsningar, Anna Ek, strateg", "Välkommen önskar Anna Ek": where who signs begins.
pub(crate) fn signed(low: &str) -> Option<usize> {
    let low = near(low, 100);
    let verb = ["önskar ", "hälsar "]
        .iter()
        .filter(|_| low.starts_with("väl") || low.starts_with("varmt väl"))
        .find_map(|verb| low.find(verb).map(|at| at + verb.len()));
    let comma = || {
        let head = &low[..find(low, ", ")?];
        let told = head.split(' ').count() <= 4
            && (has_any(head, FAREWELLS) || matches!(head, "mvh" | "warmly" | "cheers"));
        told.then(|| head.len() + 2)
    };
    verb.filter(|&at| at < 40).or_else(comma)
}
