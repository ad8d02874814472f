//! People after a title, in a sentence, or alone.

use crate::lines::{Line, Question, fold};
use crate::people::Named;
use crate::people::is_telling;
use crate::people::likely::is_placed_person;
use crate::people::likely::is_told_person;
use crate::people::list;
use crate::people::names::Likeness;
use crate::people::names::name_at;
use crate::people::person_at;
use crate::people::words::split;

/// Where in the text a person begins (after a comma, dash, bracket, full stop, "med", "av" …),
/// with the people from there on: the text before is a title.
pub(crate) fn after_title(text: &str) -> Option<(usize, Vec<Named>)> {
    let words = split(text);
    let mut tried = 0;
    for i in 1..words.len() {
        let before = &words[i - 1];
        let word = &words[i];
        let low = fold(before.bare);
        let boundary =
            matches!(before.stop(), Some(',' | ';' | '.' | '!' | '?' | ':' | '|' | '•' | ')'))
                || before.raw.ends_with(['”', '"'])
                || matches!(before.raw, "–" | "-" | "—" | "|" | "•" | "/")
                || word.raw.starts_with('(')
                || matches!(
                    low.as_str(),
                    "med"
                        | "av"
                        | "by"
                        | "with"
                        | "mellan"
                        | "between"
                        | "värd"
                        | "led"
                        | "ledd"
                        | "leds"
                        | "från"
                        | "talare"
                        | "föreläsare"
                        | "moderator"
                        | "samtalsledare"
                );
        if !boundary {
            continue;
        }
        tried += 1;
        if tried > 40 {
            return None;
        }
        let weak = matches!(before.stop(), Some(',' | '.' | ':' | '|' | '•'))
            || word.raw.starts_with('(')
            || matches!(before.raw, "–" | "-" | "—" | "|" | "•");
        // "Vad kostar en morot? Zurima Tabe, odlare"
        let asked = matches!(before.stop(), Some('?' | '!'));
        let by = matches!(low.as_str(), "med" | "av" | "by" | "with");
        let needed = if weak || by { Likeness::Fair } else { Likeness::Strong };
        let needed = if matches!(low.as_str(), "från") { continue } else { needed };
        let rest = &text[word.start..];
        let enough = person_at(&words, i, needed).is_some()
            // "…, Git Månsols, ordförande, Siljansrådet": an unknown name with a role after it.
            || person_at(&words, i, Likeness::Weak).is_some_and(|(p, n)| {
                words.get(i + p + n).is_some_and(|w| w.raw.starts_with('(')) && words[i + p + n - 1].stop().is_none()
                    || matches!(low.as_str(), "medverkande" | "talare" | "föreläsare" | "speaker" | "speakers" | "gäst" | "gäster" | "värd")
                    || (weak || by || asked) && (words[i + p + n - 1].stop() == Some(',') && words.get(i + p + n).is_some_and(|w| w.bare.chars().next().is_some_and(char::is_lowercase) && !matches!(w.raw, "och" | "and")
                    || w.titled())
                    || p > 0)
            });
        // "… - Petros Ioannou and Britt Lundahl, shift managers, Bjärnum Plastics"
        let enough = enough
            || matches!(before.raw, "–" | "-" | "—")
                && person_at(&words, i, Likeness::Weak).is_some()
                && list(rest, false).is_some_and(|(people, end)| {
                    people.len() >= 2
                        && people.iter().any(|p| p.sure && p.title.is_some())
                        && rest.len() - end < 2
                });
        // "… – Zurima Tabe, Sala kommun"
        let enough = enough
            || (asked || matches!(before.raw, "–" | "-" | "—" | "|"))
                && is_placed_person(text, &words, i);
        // "Språket berättar (Zurima Tabe)": a name, and nothing more in the brackets.
        let enough = enough
            || word.raw.starts_with('(')
                && rest.ends_with(')')
                && rest.matches(' ').count() <= 2
                && is_name(rest)
                && !crate::words::looks_like_org(rest)
                && !words[i..].iter().any(|w| crate::words::is_town(w.bare));
        if !enough {
            continue;
        }
        let inner = match rest.strip_prefix('(') {
            Some(inner) => inner.split(')').next().unwrap_or(inner),
            None => rest,
        };
        if let Some((people, _)) = list(inner, false) {
            let mut cut = before.end;
            // The word or sign that led over is no part of the title.
            if matches!(before.raw, "–" | "-" | "—" | "|" | "•" | "/")
                || matches!(
                    low.as_str(),
                    "med"
                        | "av"
                        | "by"
                        | "with"
                        | "mellan"
                        | "between"
                        | "värd"
                        | "led"
                        | "ledd"
                        | "leds"
                        | "talare"
                        | "föreläsare"
                        | "moderator"
                        | "samtalsledare"
                )
            {
                cut = before.start;
                if i >= 2
                    && matches!(
                        fold(words[i - 2].bare).as_str(),
                        "led" | "ledd" | "leds" | "samtal" | "lett"
                    )
                    && matches!(low.as_str(), "av" | "by")
                {
                    cut = words[i - 2].start;
                }
            }
            return Some((cut, people));
        }
    }
    None
}

/// Every person in a sentence that something is told about, wherever they stand.
pub(crate) fn anywhere(text: &str) -> Vec<Named> {
    let words = split(text);
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        // "Efter mötet visar Zurima Tabe bilder": after a verb an unknown name is one too.
        let told = i > 0
            && words[i - 1].stop().is_none()
            && words[i - 1].bare.ends_with("ar")
            && is_telling(words[i - 1].bare)
            && name_at(&words, i).is_some();
        let needed = if told { Likeness::Weak } else { Likeness::Fair };
        if person_at(&words, i, needed).is_some()
            && let Some((mut people, end)) = list(&text[words[i].start..], !told)
        {
            people[0].sure |= told;
            let stop = words[i].start + end;
            found.extend(people);
            while i < words.len() && words[i].start < stop {
                i += 1;
            }
            continue;
        }
        i += 1;
    }
    found
}

/// Does the text begin with a person?
pub(crate) fn begins(text: &str, strict: bool) -> bool {
    let words = split(text);
    person_at(&words, 0, if strict { Likeness::Strong } else { Likeness::Fair }).is_some()
}

/// Does the text begin with a name, perhaps unknown, and who it is: "Zurima Tabe, strateg, …",
/// "Zurima Tabe, Sala kommun"?
pub(crate) fn begins_told(text: &str) -> bool {
    let words = split(text);
    is_told_person(&words, 0) || is_placed_person(text, &words, 0)
}

/// Is the text one name and nothing more?
pub(crate) fn is_name(text: &str) -> bool {
    let words = split(text);
    name_at(&words, 0)
        .is_some_and(|(count, likeness)| count == words.len() && likeness >= Likeness::Weak)
}

/// Is the whole line such a name?
pub(crate) fn is_somebody(line: &Line) -> bool {
    line.ask(Question::Name, |line| is_sure_name(&line.text))
}

/// Is the text a name that could hardly be something else?
pub(crate) fn is_sure_name(text: &str) -> bool {
    let words = split(text);
    name_at(&words, 0)
        .is_some_and(|(count, likeness)| count == words.len() && likeness >= Likeness::Fair)
}
