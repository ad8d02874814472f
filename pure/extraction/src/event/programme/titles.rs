//! Titles of items, apart from the people and rooms beside them.

use crate::event::programme::persons::person_line;
use crate::lines::fold;
use crate::people;
use crate::people::Named;
use crate::words::has_any;

/// A title and the people after it in one text. The title is `None` where there are only people.
pub(crate) fn title_and_people(text: &str) -> (Option<String>, Vec<Named>) {
    // "Hamnens historia | Malte Ryd | Sala museum": who it is stands in the other cells.
    let barred;
    let text = if text.contains('|') && text.matches(" | ").count() >= 2 {
        let (first, rest) = text.split_once(" | ").unwrap_or((text, ""));
        barred = format!("{first}\t{}", rest.replace(" | ", ", "));
        barred.as_str()
    } else {
        text
    };
    let mut cells = text.split('\t').map(str::trim).filter(|c| !c.is_empty());
    let first = cells.next().unwrap_or_default();
    let rest: Vec<&str> = cells.collect();
    let (mut title, mut people) = split_title(first);
    for cell in rest {
        // A column of people, or of rooms.
        if people.is_empty()
            && let Some(found) = people::list(cell, false)
                .map(|(found, _)| found)
                .or_else(|| person_line(cell).map(|(found, _)| found))
            && (found[0].sure
                || found[0].title.is_some()
                || found[0].affiliation.as_deref().is_some_and(crate::words::names_body))
        {
            people = found;
        }
    }
    if let Some(t) = &title
        && t.chars().count() > 100
        && people.is_empty()
    {
        // A title with its description on the same line.
        let sentences = crate::sentences::split(t);
        if sentences.len() > 1 {
            title = Some(tidy_title(&t[sentences[0].0..sentences[0].1]));
        }
    }
    (title, people)
}

fn split_title(text: &str) -> (Option<String>, Vec<Named>) {
    // "Malte Ryd, museichef – Hamnens historia"
    if (people::begins(text, true) || people::begins_told(text))
        && let Some((head, tail)) = text.rsplit_once(" – ").or_else(|| text.rsplit_once(" - "))
        && head.contains(',')
        && tail.split(' ').count() >= 2
        && !crate::words::names_body(tail)
        && !crate::words::is_title_word(tail.split(' ').next().unwrap_or_default())
        && !people::begins(tail, false)
        && let Some((found, end)) = people::list(head, false)
        && end >= head.len()
    {
        return (Some(tidy_title(tail)), found);
    }
    if (people::begins(text, true)
        || people::begins_told(text)
        || text.split_once(": ").is_some_and(|(name, _)| people::is_sure_name(name)))
        && let Some((found, end)) = people::list(text, false)
    {
        let rest = text[end.min(text.len())..].trim_start();
        let sign = text[..end.min(text.len())].ends_with(':')
            || rest.starts_with([':', '–', '-', '”', '"', '“', '|']);
        let tail = rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '-' | '|'));
        if sign && tail.chars().any(char::is_alphabetic) {
            return (Some(tidy_title(tail)), found);
        }
        if tail.chars().any(char::is_alphabetic) {
            return (Some(tidy_title(text)), found);
        }
        return (None, found);
    }
    if let Some((cut, mut found)) = people::after_title(text) {
        let mut title = text[..cut].trim();
        // "Skatepark – information från Emil …"
        for dash in [" – ", " - "] {
            if let Some(at) = title.rfind(dash)
                && title[at + dash.len()..].split_whitespace().count() <= 2
                && has_any(
                    &fold(&title[at..]),
                    &[
                        "information",
                        "rapport",
                        "föredrag",
                        "inspel",
                        "presentation",
                        "inledning",
                        "talk",
                        "introduktion",
                        "värd",
                    ],
                )
            {
                title = title[..at].trim();
            }
        }
        let low = fold(title);
        if let Some(stripped) = [
            "medverkande:",
            "medverkande",
            "talare:",
            "speakers:",
            "speaker:",
            "speakers",
            "speaker",
            "föreläsare:",
            "gäst:",
            "moderator",
            ", moderator",
            "inledare",
            "talare",
            "föreläsare",
            "värd",
        ]
        .iter()
        .find_map(|w| low.strip_suffix(w))
        {
            let is_moderator = low.ends_with("moderator");
            title = title[..stripped.len()].trim();
            if is_moderator {
                for named in &mut found {
                    named.lead.get_or_insert_with(|| "moderator".to_owned());
                }
            }
        }
        for tail in
            [". Ledare:", ". Ledare", ", ledare", ". Leds av", ", leds av", ". Talare:", ". Med"]
        {
            title = title.strip_suffix(tail).unwrap_or(title);
        }
        let tidy = tidy_title(title);
        return ((!tidy.is_empty()).then_some(tidy), found);
    }
    let tidy = tidy_title(text);
    ((!tidy.is_empty()).then_some(tidy), Vec::new())
}

/// Without quotation marks around, room in brackets, and closing signs.
pub(crate) fn tidy_title(text: &str) -> String {
    let mut title = text.trim();
    loop {
        let before = title;
        title = title
            .trim_matches(|c: char| {
                matches!(
                    c,
                    ' ' | '"'
                        | '”'
                        | '“'
                        | '»'
                        | '«'
                        | ','
                        | ';'
                        | '|'
                        | '•'
                        | '–'
                        | '-'
                        | '\t'
                        | '—'
                        | '*'
                        | '_'
                )
            })
            .trim();
        if title.ends_with('.') && !title.ends_with("..") {
            title = title.trim_end_matches('.');
        }
        if title.ends_with(':') {
            title = title.trim_end_matches(':');
        }
        if title.ends_with(')')
            && let Some(open) = title.rfind('(')
            && is_room_or_length(&fold(&title[open + 1..title.len() - 1]))
        {
            title = title[..open].trim();
        }
        for separator in [", ", " – ", " - "] {
            if title.contains(separator)
                && let Some(at) = title.rfind(separator)
                && at > 0
                && is_room(&fold(&title[at + separator.len()..]))
                && title[at + separator.len()..].split_whitespace().count() <= 3
                && title[at + separator.len()..].split_whitespace().count() >= 2
            {
                title = title[..at].trim();
            }
        }
        if title == before {
            break;
        }
    }
    // A bracket that lost its other half.
    let title = if title.matches('(').count() > title.matches(')').count() {
        title.trim_end_matches('(')
    } else {
        title
    };
    title.trim().to_owned()
}

/// "(sal 3)", "(20 min)"
fn is_room_or_length(low: &str) -> bool {
    let long = |w: &str| matches!(w, "min" | "min." | "minuter" | "minutes" | "mins");
    is_room(low)
        || low.split_once(' ').is_some_and(|(n, unit)| {
            long(unit) && n.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        })
}

fn is_room(low: &str) -> bool {
    let first = low.split_whitespace().next().unwrap_or_default();
    matches!(
        first,
        "sal"
            | "rum"
            | "lokal"
            | "room"
            | "hall"
            | "aula"
            | "hörsal"
            | "grupprum"
            | "plan"
            | "våning"
            | "stora"
            | "lilla"
            | "scen"
            | "auditorium"
    ) && low.split_whitespace().count() <= 4
        || (low.split_whitespace().count() <= 2
            && (low.ends_with("salen")
                || low.ends_with("rummet")
                || low.ends_with("aulan")
                || low.ends_with("foajén")
                || low.ends_with("matsalen")
                || low.ends_with("hallen")
                || low.ends_with("scenen")))
}

/// "Amira Chaudhry, Aalborg: "Mothers and the night shift"": a title, and before it who speaks.
pub(super) fn spoken_title(text: &str) -> Option<(String, Vec<Named>)> {
    let (head, tail) = text.split_once(": ")?;
    let quoted = tail.trim_start().starts_with(['"', '”', '“', '»']);
    if text.split_whitespace().count() > 26 || crate::sentences::split(tail).len() > 1 {
        return None;
    }
    let (people, end) = people::list(head, false)?;
    let whole = head[end.min(head.len())..].trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let known = people[0].sure || quoted && people[0].affiliation.is_some();
    let title = tidy_title(tail);
    (whole && known && title.split(' ').count() >= 2).then_some((title, people))
}
