//! Lines that tell who somebody is.

use crate::lines::fold;
use crate::model::Found;
use crate::model::Person;
use crate::people;
use crate::people::Named;
use crate::words::{Sifted, begins_with, find, has_any, head_of, near};

/// What one is told to meet, before the people: "Du möter A och B".
const INTRODUCING: &[&str] = &[
    "vi möter ",
    "vi får möta ",
    "möt ",
    "du möter ",
    "du får möta ",
    "meet ",
    "vi hör ",
    "vi får höra ",
    "du får höra ",
    "hear ",
    "hear from ",
    "lyssna till ",
    "lyssna på ",
    "vi lyssnar till ",
    "vi får lyssna till ",
    "du får lyssna till ",
    "kom och lyssna på ",
    "kom och lyssna till ",
    "kom och möt ",
    "i panelen sitter ",
    "i panelen finns ",
    "i panelen ses ",
    "i panelen medverkar ",
    "panelen består av ",
    "panelen utgörs av ",
    "på scen står ",
    "på scen: ",
    "on the panel: ",
    "the panel: ",
    "featuring ",
    "with talks by ",
    "presented by ",
    "presenteras av ",
    "föreläser gör ",
    "berättar gör ",
    "talar gör ",
    "medverkar gör ",
    "medverkande är ",
    "talare är ",
    "föreläsare är ",
    "speakers are ",
    "our speakers are ",
    "speakers include ",
    "our speakers include ",
];

/// What stands before the people of a line.
const LEADS: &[&str] = &[
    "dagens ",
    "kvällens ",
    "konferensens ",
    "mötets ",
    "introduktion av ",
    "inledning av ",
    "presentation av ",
    "spaning av ",
    "föreläsning av ",
    "föredrag av ",
    "med ",
    "av ",
    "by ",
    "with ",
    "talare: ",
    "föreläsare: ",
    "speaker: ",
    "speakers: ",
    "medverkar gör ",
    "samtal med ",
    "samtal mellan ",
    "panel med ",
    "panel: ",
    "panelen: ",
    "i panelen: ",
    "panelsamtal med ",
    "medverkande: ",
    "medverkar: ",
    "inledare: ",
    "inledare ",
    "presenter: ",
    "presenters: ",
    "gäst: ",
    "gäster: ",
    "discussant: ",
    "panel with ",
];

/// Does the sentence open by telling whom one meets?
pub(crate) fn introduces(low: &str) -> bool {
    begins_with(low, INTRODUCING)
}

/// A line that tells who somebody is: the people, and whether that is all it says.
pub(crate) fn person_line(text: &str) -> Option<(Vec<Named>, bool)> {
    let text = text.trim_start_matches(['(', '–', '-', '—', ' ']);
    if let Some(told) = from_place(text).or_else(|| in_cells(text)) {
        return Some((told, true));
    }
    if let Some(told) = is_somebody(text) {
        return Some((told, false));
    }
    let low = Sifted::of(fold(text));
    let mut from = 0;
    let mut lead = None;
    if let Some(prefix) = head_of(&low, LEADS) {
        from = prefix.len();
    }
    if let Some(prefix) = head_of(&low, INTRODUCING) {
        from = prefix.len();
    }
    if let Some(other) =
        ["bland andra ", "bl.a. ", "among others "].iter().find(|w| low[from..].starts_with(**w))
    {
        from += other.len();
    }
    if from == 0
        && let Some(rest) =
            low.strip_prefix("moderator ").or_else(|| low.strip_prefix("moderator: "))
    {
        from = low.len() - rest.len();
        lead = Some("moderator".to_owned());
    }
    // "Processledare är Gry Solbakken"
    let mut opening = low.split(' ');
    if from == 0
        && let (Some(role), Some(is)) = (opening.next(), opening.next())
        && matches!(is, "är" | "is" | "blir")
        && crate::words::is_title_word(role)
    {
        from = role.len() + is.len() + 2;
        lead = Some(text[..role.len()].to_owned());
    }
    // "Representanter från byarna, bland andra Anna Ek, strateg"
    if from == 0
        && let Some(at) =
            [" bland andra ", " bl.a. ", " t.ex. ", " till exempel ", " including ", " among them "]
                .iter()
                .find_map(|w| low.find(w).map(|at| at + w.len()))
        && people::list(&text[at..], false)
            .is_some_and(|(found, _)| found[0].sure || found[0].title.is_some())
    {
        from = at;
    }
    if from >= text.len() {
        return None;
    }
    let (mut people, end) = people::list(&text[from..], false)?;
    if let Some(lead) = lead {
        people[0].lead = Some(lead);
    }
    let mut stop = from + end;
    // "… tillsammans med Malin Ek och samtalsledarna"
    // and "… hälsar välkommen tillsammans med Malin Ek, regionråd"
    for with in [
        "tillsammans med ",
        "together with ",
        "i samtal med ",
        "samtalar med ",
        "in conversation with ",
        "in dialogue with ",
    ] {
        if low.contains(with)
            && let Some(at) = low.get(stop..).and_then(|tail| tail.find(with))
            && at < 40
        {
            let rest = stop + at + with.len();
            if let Some((more, end)) = people::list(&text[rest..], false)
                && (at < 3 || more[0].sure)
            {
                people.extend(more);
                stop = rest + end;
            }
        }
    }
    let first = &people[0];
    let told = first.title.is_some() || first.affiliation.is_some();
    let tail = text[stop.min(text.len())..].trim_matches(|c: char| !c.is_alphanumeric());
    let whole = tail.is_empty();
    let telling = tail.split(' ').next().is_some_and(|w| {
        has_any(
            &fold(w),
            &[
                "berättar",
                "talar",
                "pratar",
                "presenterar",
                "inleder",
                "introducerar",
                "hälsar",
                "visar",
                "modererar",
                "leder",
                "föreläser",
                "delar",
                "reflekterar",
                "samtalar",
                "ger",
                "öppnar",
                "driver",
                "diskuterar",
                "medverkar",
                "tells",
                "talks",
                "presents",
                "shares",
                "opens",
                "welcomes",
                "introduces",
                "beskriver",
                "tillsammans",
                "om",
                "on",
                "svarar",
                "sammanfattar",
                "avslutar",
                "redogör",
                "guidar",
                "håller",
                "och",
            ],
        )
    });
    if !first.sure
        && !(told && whole)
        && !((first.title.is_some()
            || first.affiliation.as_deref().is_some_and(crate::words::names_body))
            && telling)
        && !(whole && people.len() > 1 && people.iter().any(|p| p.sure || p.title.is_some()))
        && !(text[..stop].ends_with('.')
            && (first.title.is_some() && first.lead.is_none()
                || told && people.len() > 1
                || first.affiliation.as_deref().is_some_and(crate::words::names_body)))
    {
        return (whole
            && people.len() == 1
            && !crate::words::looks_like_org(text)
            && text.split_whitespace().count() <= 3)
            .then_some((people, whole));
    }
    (whole
        || telling
        || told && (first.sure || first.title.is_some() || text[..stop].ends_with('.')))
    .then_some((people, whole))
}

/// No place or body that stands before its people is longer, in bytes.
const PLACE_MAX: usize = 120;

/// "Torsby – Elin Ek och Bo Lund, Sågen", "Sala kommun: Anna Ros, strateg", "Hamnföreningen, Anna
/// Ros": where they come from stands first.
fn from_place(text: &str) -> Option<Vec<Named>> {
    let head = near(text, PLACE_MAX);
    let (at, sign) = [" – ", " - ", " — ", ": ", " | ", " / ", ", "]
        .iter()
        .filter_map(|sign| find(head, sign).map(|at| (at, *sign)))
        .min_by_key(|(at, _)| *at)?;
    let (place, rest) = (&text[..at], &text[at + sign.len()..]);
    let words = place.split(' ').count();
    let body = words <= 6 && crate::words::names_body(place) && !people::begins(place, false);
    let town = words == 1 && sign != ", " && crate::words::is_town(place);
    if !(body || town) || !place.starts_with(char::is_uppercase) {
        return None;
    }
    let (mut people, end) = people::list(rest, true).or_else(|| people::list(rest, false))?;
    let whole = end >= rest.trim_end_matches('.').len();
    // An unknown name is one after a body and a colon, with nothing more than a role after it.
    let sure = people[0].sure || body && (sign != ", " || people[0].title.is_some());
    if !whole || !sure {
        return None;
    }
    for person in people.iter_mut().filter(|p| p.affiliation.is_none()) {
        person.affiliation = Some(place.to_owned());
    }
    Some(people)
}

/// "Anna Ek | strateg | Sala kommun", "Anna Ek / Sala kommun": a row of a table, whatever sign
/// stands between its cells.
fn in_cells(text: &str) -> Option<Vec<Named>> {
    let sign = [" | ", "\t", " / ", " • ", " · ", " // ", " – ", " - "]
        .iter()
        .find(|s| text.contains(*s))?;
    let cells: Vec<&str> = text.split(sign).map(str::trim).filter(|c| !c.is_empty()).collect();
    let [name, about @ ..] = &cells[..] else { return None };
    let dash = sign.contains(['–', '-']);
    if !(if dash { 2..=3 } else { 1..=3 }).contains(&about.len())
        || !people::is_name(name)
        || about.iter().any(|cell| people::begins(cell, false) || cell.ends_with(['?', '!', ':']))
    {
        return None;
    }
    let says = |cell: &&str| {
        crate::words::names_body(cell)
            || cell.split(' ').count() <= 6 && cell.split(' ').any(crate::words::is_title_word)
    };
    // One cell says who it is; the others may be anything of its length.
    let short = about.iter().all(|cell| cell.split(' ').count() <= 8);
    if !short || !about.iter().any(says) {
        return None;
    }
    let (people, _) = people::list(&format!("{name}, {}", about.join(", ")), false)?;
    let [one] = &people[..] else { return None };
    (one.name == *name).then_some(people)
}

/// "Anna Ek är rektor på Parkskolan och har …", "Bo Lund works as a planner at …": who somebody is,
/// in a sentence.
fn is_somebody(text: &str) -> Option<Vec<Named>> {
    let (who, at) = [" är ", " arbetar som ", " jobbar som ", " is ", " works as ", " are "]
        .iter()
        .filter_map(|verb| find(near(text, 200), verb).map(|at| (at, at + verb.len())))
        .min()?;
    let about = &text[at..];
    let about = ["en ", "ett ", "a ", "an ", "the ", "både ", "själv "]
        .iter()
        .find_map(|w| about.strip_prefix(w))
        .unwrap_or(about);
    let first = about.split([' ', ',']).next()?.trim_end_matches('-');
    let who_to = ["", ", som", ", who"]
        .iter()
        .filter_map(|tail| text[..who].strip_suffix(tail))
        .min_by_key(|who| who.len())?;
    if !crate::words::is_title_word(first)
        && !about.split(' ').nth(1).is_some_and(crate::words::is_title_word)
        || !crate::event::parties::moderators(text, &fold(text)).is_empty()
    {
        return None;
    }
    let known = people::list(who_to, true).is_some_and(|(people, end)| {
        end >= who_to.len() && people.iter().all(|p| p.sure && p.title.is_none())
    });
    if !known && !people::is_name(who_to) {
        return None;
    }
    // What else the sentence tells comes after who it is.
    let stop = [
        ". ",
        " och har ",
        " och är ",
        " och arbetar ",
        " och driver ",
        " som ",
        " who ",
        " and has ",
        " and is ",
        " and works ",
        "; ",
        " med ",
    ]
    .iter()
    .filter_map(|w| about.find(w))
    .filter(|&at| !about[..at].ends_with(".d") && !about[..at].ends_with("tf"))
    .min()
    .unwrap_or(about.len());
    let told = format!("{who_to}, {}", about[..stop].trim_end_matches('.'));
    let (people, _) = people::list(&told, false)?;
    people.iter().any(|p| p.title.is_some()).then_some(people)
}

pub(crate) fn people_of(value: &str, line: u32) -> Vec<Person> {
    let low = fold(value);
    let value = low.strip_prefix("är ").map_or(value, |rest| &value[value.len() - rest.len()..]);
    people::list(value, false)
        .map(|(people, _)| people.iter().map(|p| person(p, line)).collect())
        .unwrap_or_default()
}

pub(crate) fn person(named: &Named, line: u32) -> Person {
    let title = named.title.clone().or_else(|| named.lead.clone());
    let wrap = |text: String| {
        if named.sure { Found::certain(text, line) } else { Found::likely(text, line) }
    };
    Person {
        name: wrap(named.name.clone()),
        title: title.map(wrap),
        affiliation: named.affiliation.clone().map(wrap),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let Some((people, _)) = person_line(text) else { return "-".to_owned() };
        let of = |p: &Named| format!("{}|{}", p.name, p.affiliation.as_deref().unwrap_or(""));
        people.iter().map(of).collect::<Vec<_>>().join(" ; ")
    }

    #[test]
    fn people_around_other_words() {
        for (text, expected) in [
            (
                "Anna Ek och Bo Lind hälsar välkommen tillsammans med Eva Ros, regionråd.",
                "Anna Ek| ; Bo Lind| ; Eva Ros|",
            ),
            ("Torsby – Anna Ek, rektor", "Anna Ek|Torsby"),
            ("Sala kommun: Anna Ek, strateg", "Anna Ek|Sala kommun"),
            ("Torsby – Anna Ek och Bo Lind, Sågen", "Anna Ek|Sågen ; Bo Lind|Sågen"),
            ("Torsby – porten till skogen", "-"),
            ("Torsby kommun: så gjorde vi", "-"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
