//! Lines under which somebody signs: "Vänliga hälsningar", "För styrelsen".

use crate::lines::Line;

/// Does a letter end here, so that who signs comes next?
pub(crate) fn is_greeting(line: &Line) -> bool {
    line.words() <= 7
        && line.has_any(&[
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
        ])
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
            )
}
