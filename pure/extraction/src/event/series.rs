//! The recurring series that an event belongs to: under a label, in a sentence, or in its title.

use crate::blocks::Role;
use crate::lines::{Line, fold};
use crate::model::Found;
use crate::words::{LabelKind, has_any, has_word};

use super::Page;

/// The recurring series: "Siljansdagarna 2026" is Siljansdagarna's; "i serien X"; "Om X" with a text about X.
pub(super) fn of(page: &Page<'_>, title: Option<&Found<String>>) -> Option<Found<String>> {
    for (i, line) in page.lines.iter().enumerate() {
        if let Some(label) = page.blocks[i].label
            && label.kind == LabelKind::Series
        {
            let value = line.text.get(label.value..).unwrap_or_default().trim();
            if !value.is_empty() {
                return Some(Found::certain(value.trim_end_matches('.').to_owned(), line.number));
            }
        }
        if line.low.contains("serie")
            && let Some(name) = told(&line.text, &line.low)
        {
            return Some(Found::likely(name, line.number));
        }
        // "Om samhällssamtalen", and then a text that speaks of it by name.
        if line.words() == 2
            && line.low.starts_with("om ")
            && let Some(next) = page.lines.get(i + 1)
            && page.blocks[i + 1].role == Role::Prose
        {
            let topic: String = line.low[3..].chars().take(8).collect();
            if let Some(first) = next.text.split(' ').next()
                && topic.chars().count() >= 6
                && fold(first).starts_with(topic.as_str())
                && !has_any(
                    &topic,
                    &[
                        "dagen", "mötet", "kvällen", "kursen", "konferen", "projekt", "evenem",
                        "semin", "webbin",
                    ],
                )
            {
                return Some(Found::likely(first.to_owned(), next.number));
            }
        }
    }
    let title = title?;
    if let Some(found) = named_again(page, title) {
        return Some(found);
    }
    let (name, year) = title.value.rsplit_once(' ')?;
    // "… 12–13 november 2026" is a date.
    let dated = page
        .lines
        .iter()
        .any(|l| l.number == title.line && l.dates.iter().any(|d| d.day.is_some()));
    if dated {
        return None;
    }
    let yearly = year.len() == 4 && year.parse::<u32>().is_ok_and(|y| (1990..=2100).contains(&y));
    let head = name.split([':', '–']).next().unwrap_or(name).trim();
    // "Seminar: Rural broadband after 2025" is no series called Seminar.
    const KINDS: [&str; 14] = [
        "seminar",
        "seminarium",
        "konferens",
        "conference",
        "kurs",
        "webbinarium",
        "webinar",
        "workshop",
        "föreläsning",
        "lecture",
        "kväll",
        "möte",
        "temadag",
        "utbildning",
    ];
    let head = head.strip_prefix("Program ").unwrap_or(head);
    // "Brev från styrelsen mars 2026" is a month's.
    if head.rsplit(' ').next().is_some_and(|w| crate::when::month_of(&fold(w)).is_some()) {
        return None;
    }
    if KINDS.contains(&fold(head).as_str()) {
        return None;
    }
    (yearly
        && !fold(head).starts_with("kallelse")
        && !has_word(&fold(head), "hösten")
        && !has_word(&fold(head), "våren")
        && head.split_whitespace().count() <= 5)
        .then(|| Found::likely(head.to_owned(), title.line))
}

/// "ingår i serien X", "our seminar series X", "part of the X series", "X är en serie om …".
fn told(text: &str, low: &str) -> Option<String> {
    let mut at = 0;
    for word in low.split_inclusive(' ') {
        let start = at;
        at += word.len();
        let bare = word.trim_end();
        let ours = low[..start].trim_end().rsplit(' ').next().unwrap_or_default();
        let serial = bare.ends_with("serien")
            || bare == "series"
            || bare.ends_with("serie") && matches!(ours, "vår" | "populära" | "nya");
        if serial {
            let name = name_of(&text[at..]);
            if !name.is_empty() {
                return Some(name);
            }
        }
        // "part of the Green Talks series": the words with capitals before it.
        if bare.trim_end_matches(['.', ',']) == "series" {
            let words: Vec<&str> = text[..start].split_whitespace().collect();
            let from = words.iter().rposition(|w| !w.starts_with(char::is_uppercase) && *w != "&");
            let name = from.map(|f| &words[f + 1..]).filter(|n| (1..=5).contains(&n.len()));
            if let Some(name) = name
                && matches!(words[from?], "the" | "our" | "this")
            {
                return Some(name.join(" "));
            }
        }
    }
    // "Arkivtisdagar är en serie om …"
    [" är en serie", " är vår serie", " är en återkommande serie", " is a series", " is our series"]
        .iter()
        .find_map(|verb| {
            let end = low.find(verb)?;
            let begin = text[..end].rfind(['.', '!', '?']).map_or(0, |b| b + 1);
            let name = text[begin..end].trim();
            let common = ["detta", "det", "this", "it", "dagen", "kursen", "kvällen", "träffarna"];
            let first = fold(name.split(' ').next()?);
            ((1..=5).contains(&name.split(' ').count())
                && name.starts_with(char::is_uppercase)
                && !common.contains(&first.as_str()))
            .then(|| name.trim_matches(['"', '”', '“']).to_owned())
        })
}

/// "SEMINAR SERIES: CITIES AFTER DARK", "Föreläsningsserie – Mat i kris" over a page's occasions.
pub(super) fn headed(line: &Line) -> Option<Found<String>> {
    let at = line.low.find("serie")?;
    let after = line.low[at..].find([':', '–']).map(|sign| at + sign)?;
    let plain = line.low[at..after].trim_end();
    let name = line.text[after..].trim_start_matches([':', '–', ' ']).trim_end_matches(['.', '!']);
    (line.words() <= 12
        && at <= 30
        && matches!(plain, "serie" | "serien" | "series")
        && name.starts_with(char::is_uppercase)
        && name.chars().count() > 3)
        .then(|| Found::likely(name.to_owned(), line.number))
}

/// "Mötesplats X: kvällens ämne", where the text speaks of Mötesplats X by name.
fn named_again(page: &Page<'_>, title: &Found<String>) -> Option<Found<String>> {
    let (name, _) = title.value.split_once(": ")?;
    let words = name.split_whitespace().count();
    if !(2..=4).contains(&words)
        || name.split(' ').filter(|w| w.starts_with(char::is_uppercase)).count() < 2
    {
        return None;
    }
    let line = page.lines.iter().find(|line| {
        line.number != title.line
            && line.text.starts_with(name)
            && line.text[name.len()..].starts_with(' ')
    })?;
    Some(Found::likely(name.to_owned(), line.number))
}

/// The name that begins a text: in quotation marks, or while its words are capitals.
fn name_of(rest: &str) -> String {
    let rest = rest.trim_start();
    if let Some(inner) = rest.strip_prefix(['"', '”', '“', '»', '\'']) {
        return inner
            .split(['"', '”', '“', '«', '\''])
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
    }
    if !rest.starts_with(char::is_uppercase) {
        return String::new();
    }
    let end = rest.find(['.', ',', ';', '!', '?', ')', ':', '(']).unwrap_or(rest.len());
    let words: Vec<&str> = rest[..end]
        .split(' ')
        .take(5)
        .take_while(|w| {
            !matches!(
                *w,
                "som"
                    | "där"
                    | "och"
                    | "den"
                    | "är"
                    | "that"
                    | "which"
                    | "and"
                    | "ordnas"
                    | "hålls"
                    | "is"
                    | "are"
                    | "has"
                    | "was"
                    | "runs"
                    | "har"
                    | "ges"
                    | "arrangeras"
                    | "startar"
                    | "fortsätter"
                    | "med"
                    | "with"
                    | "from"
                    | "från"
                    | "av"
                    | "bjuder"
                    | "riktar"
                    | "vänder"
                    | "–"
                    | "-"
            )
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_that_a_sentence_names() {
        for (text, name) in [
            ("Kvällen ingår i serien Skogssamtal och är gratis.", Some("Skogssamtal")),
            ("Walls that breathe is part of our series Clay & Lime.", Some("Clay & Lime")),
            ("The seminar series \"Small Rooms\" is funded by us.", Some("Small Rooms")),
            ("It belongs to the Winter Reading series.", Some("Winter Reading")),
            ("Detta är ett webbinarium i webbinarieserien Trygg by.", Some("Trygg by")),
            ("Verkstadslördagar är en serie om hantverk.", Some("Verkstadslördagar")),
            ("Hela serien kostar 300 kr.", None),
            ("The series is part-financed by a fund.", None),
            ("Seminar series on migration and work", None),
            ("Träffarna är en serie kvällar.", None),
        ] {
            assert_eq!(told(text, &fold(text)).as_deref(), name, "{text}");
        }
    }
}
