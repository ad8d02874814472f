//! Where: name, street and town; on the spot, online or both; which platform.

mod address;
mod digital;
mod sentence;
mod ways;

use address::without_postcode;
pub(crate) use address::{has_street, is_at_street, parse};
pub(super) use digital::is_digital;

use crate::blocks::Role;
use crate::blocks::value_lines;
use crate::event::Page;
use crate::event::venue::sentence::in_sentence;
use crate::lines::fold;
use crate::model::Found;
use crate::model::Mode;
use crate::model::Venue;
use crate::words::LabelKind;
use crate::words::has_any;
use crate::words::is_org_word;
use crate::words::is_town;

/// Venue, mode and platform of the event.
pub(super) fn read(
    page: &Page<'_>,
    taken: &[bool],
    title_at: Option<usize>,
    dated: &[usize],
) -> (Venue, Option<Found<Mode>>, Option<Found<String>>) {
    let (lines, blocks) = (page.lines, page.blocks);
    let mut venue = Venue::default();
    let mut online: Option<(usize, bool)> = None;
    let mut note_online = |i: usize, strong: bool| {
        if online.is_none_or(|(_, s)| strong && !s) {
            online = Some((i, strong));
        }
    };
    // A label says it.
    for i in 0..lines.len() {
        let Some(label) = blocks[i].label else { continue };
        // "Ort: Kalmar"
        if label.kind == LabelKind::Column
            && label.marked
            && !taken[i]
            && ["ort:", "stad:", "town:", "city:"].iter().any(|w| lines[i].low.starts_with(w))
            && let town = lines[i].text[label.value..].trim_end_matches('.')
            && town.starts_with(char::is_uppercase)
            && town.split(' ').count() <= 2
        {
            venue.town.get_or_insert(Found::certain(town.to_owned(), lines[i].number));
        }
        if taken[i]
            || !matches!(label.kind, LabelKind::Place | LabelKind::PlaceAndTime)
            || blocks[i].role == Role::Column
        {
            continue;
        }
        let inline = lines[i].text.get(label.value..).unwrap_or_default().trim();
        let mut values: Vec<(usize, &str)> = Vec::new();
        if !inline.is_empty() {
            values.push((i, inline));
        }
        // "Plats: Folkets hus", and under it "Storgatan 2" and "Sala".
        let below = if inline.is_empty() || has_street(inline) || is_digital(&fold(inline)) {
            String::new()
        } else {
            address_below(page, i, false, 0)
        };
        let joined = format!("{inline}{below}");
        if has_street(&below) {
            values[0].1 = &joined;
        }
        if inline.is_empty() || label.kind == LabelKind::PlaceAndTime {
            let more = value_lines(lines, blocks, i, false);
            values.extend(more.take(4).map(|k| (k, lines[k].text.as_str())));
        }
        let mut text = String::new();
        let mut first = None;
        for (k, value) in values {
            let low = fold(value);
            // "Kursmaterial:" with nothing after it is no place, nor is what follows it.
            if k > i && value.ends_with([':', '?']) {
                break;
            }
            // "Plats", "Online (Zoom)" and right under it "Vi skickar länken närmare mötet.", or the
            // next fact of a page without blank lines.
            if k > i + 1 && (blocks[k].role == Role::Prose || tells_on(&low)) {
                break;
            }
            // "Lokal i Piteå meddelas senare"
            if unsaid(&low)
                && let Some((_, tail)) = value.split_once(" i ")
                && let Some(town) = tail.split([' ', ',', '.']).next().filter(|w| is_town(w))
            {
                venue.town.get_or_insert(Found::certain(town.to_owned(), lines[k].number));
            }
            // "Lokal meddelas efter anmälan"
            if unsaid(&low) || k > i && ways::beside(&low) {
                continue;
            }
            // "Hitta hit", and under it the bus that goes there.
            if [
                "buss ",
                "bussar ",
                "tåg ",
                "spårvagn ",
                "tunnelbana ",
                "parkering",
                "från ",
                "närmaste ",
                "bus ",
                "train ",
                "tram ",
                "metro ",
                "parking",
            ]
            .iter()
            .any(|w| low.starts_with(w))
            {
                continue;
            }
            if is_digital(&low) {
                note_online(k, true);
            }
            let dated = lines[k].dates.iter().any(|d| d.day.is_some());
            if dated && label.kind == LabelKind::PlaceAndTime {
                // "26 november 2026, kl. 8.30–16.00, Örnsköldsvik"
                let end = lines[k]
                    .dates
                    .iter()
                    .map(|d| d.end)
                    .chain(lines[k].times.iter().map(|t| t.end))
                    .max()
                    .unwrap_or(0);
                let rest = lines[k]
                    .text
                    .get(end..)
                    .unwrap_or_default()
                    .trim_matches(|c: char| matches!(c, ',' | '.' | ' ' | '–' | '-'));
                if rest.chars().any(char::is_uppercase) {
                    merge(&mut venue, parse(rest, lines[k].number));
                }
                continue;
            }
            if dated && value.len() < 40 || blocks[k].role == Role::Hours {
                continue;
            }
            if first.is_none() {
                first = Some(k);
            } else {
                text.push_str(", ");
            }
            text.push_str(value);
        }
        // Every line of the address a paragraph of its own.
        if inline.is_empty()
            && let Some(first) = first
            && lines[first].gap == 1
            && lines[first].text == text
            && !has_street(&text)
        {
            text.push_str(&address_below(page, first, false, 1));
        }
        if let Some(first) = first {
            if !is_digital(&fold(&text)) {
                merge(&mut venue, parse(&text, lines[first].number));
            } else if let Some(rest) = digital::without(&text) {
                merge(&mut venue, parse(&rest, lines[first].number));
            }
        }
    }
    // The lines beside the date.
    let near: Vec<usize> =
        dated.iter().flat_map(|&d| d.saturating_sub(1)..(d + 5).min(lines.len())).collect();
    if venue.name.is_none() || venue.street.is_none() && venue.town.is_none() {
        for i in near.iter().copied().chain(0..lines.len()) {
            if taken[i]
                || matches!(
                    blocks[i].role,
                    Role::Noise
                        | Role::Label
                        | Role::Contact
                        | Role::Day
                        | Role::Hours
                        | Role::Column
                )
                || page.scope[i].is_some_and(|k| {
                    matches!(
                        k,
                        LabelKind::Contact
                            | LabelKind::Deadline
                            | LabelKind::Cost
                            | LabelKind::Registration
                            | LabelKind::Organiser
                            | LabelKind::Audience
                    ) && !(k != LabelKind::Contact && sentence::of_itself(&lines[i].low))
                        || k == LabelKind::Themes && blocks[i].role == Role::Short
                })
                || Some(i) == title_at
            {
                continue;
            }
            let line = &lines[i];
            let tail_start = line
                .dates
                .iter()
                .filter(|d| d.day.is_some())
                .map(|d| d.end)
                .chain(line.times.iter().map(|t| t.end))
                .max()
                .unwrap_or(0);
            let placed_hours = blocks[i].role == Role::Timed && page.hours_line(i);
            // "Lördag 16 januari, 10-13. Vävkammaren, Stångedalen."
            let ended = blocks[i].role == Role::Prose
                && line.dates.first().is_some_and(|d| d.start <= 2 && d.day.is_some())
                && !line.times.is_empty()
                && near.contains(&i)
                && line.text.get(tail_start..).is_some_and(|tail| {
                    let tail = tail.trim_start_matches(['.', ',', ' ', ')']);
                    tail.split_whitespace().count() <= 6
                        && tail.starts_with(char::is_uppercase)
                        && !tail.trim_end_matches('.').contains(". ")
                });
            if (blocks[i].role == Role::Short || placed_hours || ended) && line.words() <= 14 {
                let sign = |c: char| matches!(c, ',' | '.' | ' ' | '–' | '-' | '|' | '(' | ')');
                let mut tail = line.text.get(tail_start..).unwrap_or_default().trim_matches(sign);
                // "Måndag 2 februari, Bergsjöskolan i Bergsjö, kl. 18–20"
                if tail.is_empty()
                    && let (Some(date), Some(time)) = (line.dates.last(), line.times.first())
                    && date.end < time.start
                {
                    tail = line.text[date.end..time.start].trim_matches(sign);
                }
                // "Alfta bygdegård, tisdag 14 april kl. 18"
                if tail.is_empty()
                    && let Some(date) = line.dates.first().filter(|d| d.start > 4)
                    && line.text[..date.start].trim_end().ends_with(',')
                    && line.text[..date.start]
                        .split([' ', ','])
                        .any(|w| is_org_word(w) || is_town(w))
                {
                    tail = line.text[..date.start].trim_matches(sign);
                    // "Regional conference, Östersund, 7–8 May": what, and the town.
                    if has_any(
                        &fold(tail),
                        &[
                            "konferens",
                            "conference",
                            "seminari",
                            "seminar",
                            "möte",
                            "meeting",
                            "workshop",
                            "träff",
                            "kurs",
                            "dagar",
                            "forum",
                            "festival",
                        ],
                    ) {
                        let town = tail.rsplit(',').next().unwrap_or_default().trim();
                        if is_town(town) && venue.town.is_none() {
                            venue.town = Some(Found::likely(town.to_owned(), line.number));
                        }
                        tail = "";
                    }
                }
                if is_time_zone(tail) {
                    tail = "";
                }
                // "Välkommen till Rådhuset, Stortorget 1 i Kalmar!"
                if line.text.ends_with('!')
                    && let Some(found) = in_sentence(&line.text, &line.low, line.number)
                {
                    merge(&mut venue, found);
                    continue;
                }
                let tail = ["i ", "på ", "hos ", "in ", "at "]
                    .iter()
                    .find_map(|p| tail.strip_prefix(p))
                    .unwrap_or(tail);
                // "House of Culture, and online"
                let rest = if is_digital(&fold(tail)) { digital::without(tail) } else { None };
                let tail = match &rest {
                    Some(rest) if rest.contains(',') || rest.split(' ').any(is_org_word) => rest,
                    _ => tail,
                };
                if tail.is_empty() || is_digital(&fold(tail)) && !has_street(tail) {
                    continue;
                }
                let beside = near.contains(&i)
                    && (line.text.contains(',')
                        || tail_start > 0 && tail_start < line.text.len()
                        || is_town(tail.rsplit(' ').next().unwrap_or_default()));
                // The line right under the date, with the name of a house.
                let under = dated.iter().any(|&d| i > d && i <= d + 2)
                    && line.gap <= 1
                    && line.dates.is_empty()
                    && !tail.contains(':')
                    // "Skickar vidare inbjudan från Skogsglimten."
                    && !line.has_any(&["inbjudan", "vidarebef", "skickar", "nedan", "hej ", "forward"])
                    && (tail.contains(',')
                        || tail.split(' ').next().is_some_and(is_town)
                        || tail.split(' ').any(is_org_word));
                let beside = beside || under;
                let placed = tail.starts_with(char::is_uppercase)
                    && !crate::people::begins(tail, true)
                    && !tail.ends_with(['!', '?'])
                    && line.reach.is_empty();
                if has_street(tail)
                    || beside
                        && placed
                        && (tail_start > 0 || tail.contains(',') || tail.split(' ').count() <= 5)
                {
                    let mut found = parse(tail, line.number);
                    // "Folkets hus", and under it "Storgatan 2".
                    if found.street.is_some()
                        && found.name.is_none()
                        && line.gap == 0
                        && let Some(above) = i.checked_sub(1).map(|k| &lines[k])
                        && blocks[i - 1].role == Role::Short
                        && !taken[i - 1]
                        && above.words() <= 5
                        && above.dates.is_empty()
                        && sentence::names_house(&above.low)
                    {
                        found.name = Some(Found::likely(above.text.clone(), above.number));
                    }
                    if found.street.is_some() || found.town.is_some() || tail_start > 0 || under {
                        let found = if found.town.is_none() || found.street.is_none() {
                            let more = address_below(page, i, found.street.is_some(), 0);
                            if more.is_empty() {
                                found
                            } else {
                                parse(&format!("{tail}{more}"), line.number)
                            }
                        } else {
                            found
                        };
                        let full = found.name.is_some();
                        merge(&mut venue, found);
                        if full {
                            break;
                        }
                    }
                }
                continue;
            }
            if is_at_street(line)
                || near.contains(&i)
                || line.low.contains(" ses ")
                || sentence::of_itself(&line.low)
                || line.low.contains("välkommen")
            {
                for (from, to) in crate::sentences::split(&line.text) {
                    if let Some(found) =
                        in_sentence(&line.text[from..to], &line.low[from..to], line.number)
                    {
                        merge(&mut venue, found);
                        break;
                    }
                    // "Torsdagar kl. 13.15, sal E203, Mittlandets högskola, Akademigatan 1, Östersund."
                    let after = line
                        .times
                        .iter()
                        .map(|t| t.end)
                        .chain(line.dates.iter().map(|d| d.end))
                        .filter(|&end| end > from && end <= to)
                        .max();
                    if let Some(after) = after
                        && line.text[after..to].starts_with(',')
                        && has_street(&line.text[after..to])
                    {
                        let tail = line.text[after..to].trim_matches([',', ' ', '.']);
                        merge(&mut venue, parse(tail, line.number));
                        break;
                    }
                }
            }
            if venue.name.is_some() {
                break;
            }
        }
    }
    if venue.town.is_none() {
        // "… blir den 16 april i Skövde", "Trelleborg 11 mars 2026"
        let headed = lines.iter().take(15).find_map(|line| {
            let date = line.dates.first().filter(|d| d.start > 0 && line.words() <= 8)?;
            let head = line.text[..date.start].trim_end_matches([' ', ',', '–', '-']);
            is_town(head).then(|| Found::likely(head.to_owned(), line.number))
        });
        let none = headed.is_none();
        venue.town = headed;
        for &i in dated.iter().filter(|_| none) {
            let line = &lines[i];
            let head = line.dates.first().map_or("", |d| &line.text[..d.start]);
            let head = head.rsplit(',').find(|p| !p.trim().is_empty()).unwrap_or_default();
            if is_town(head.trim()) {
                venue.town = Some(Found::likely(head.trim().to_owned(), line.number));
                break;
            }
            let found = line.text.match_indices(" i ").find_map(|(at, _)| {
                let rest = &line.text[at + 3..];
                let word = rest.split([' ', ',', '.', '!', '?', ')']).next()?;
                is_town(word).then(|| word.to_owned())
            });
            if let Some(town) = found {
                venue.town = Some(Found::likely(town, line.number));
                break;
            }
        }
    }
    let (online, hybrid) = digital::ways(page, taken, title_at, online);
    let platform = digital::platform(page).filter(|_| online.is_some());
    let onsite = venue.name.is_some() || venue.street.is_some();
    let mode = match (onsite, online) {
        (true, Some((i, _))) => Some(Found::likely(Mode::Hybrid, lines[i].number)),
        (false, Some((i, _))) if hybrid => Some(Found::likely(Mode::Hybrid, lines[i].number)),
        (false, Some((i, strong))) => Some(if strong {
            Found::certain(Mode::Online, lines[i].number)
        } else {
            Found::likely(Mode::Online, lines[i].number)
        }),
        (true, None) => venue
            .name
            .as_ref()
            .or(venue.street.as_ref())
            .map(|f| Found::likely(Mode::Onsite, f.line)),
        (false, None) => venue.town.as_ref().map(|f| Found::doubtful(Mode::Onsite, f.line)),
    };
    let platform = platform.filter(|_| mode.as_ref().is_some_and(|m| m.value != Mode::Onsite));
    (venue, mode, platform)
}

/// The rest of an address that takes a line for each part: a street, and a town with its postcode.
fn address_below(page: &Page<'_>, i: usize, mut street: bool, gap: u8) -> String {
    let mut more = String::new();
    for k in i + 1..(i + 3).min(page.lines.len()) {
        let line = &page.lines[k];
        if line.gap > gap
            || page.blocks[k].role != Role::Short
            || line.words() > 6
            || !line.reach.is_empty()
            || !line.dates.is_empty()
            || !line.times.is_empty()
        {
            break;
        }
        let here = is_at_street(line);
        let town = is_town(&line.text) || without_postcode(&line.text) != line.text;
        if !(here && !street || town && !here) {
            break;
        }
        street |= here;
        more.push_str(", ");
        more.push_str(&line.text);
        if town {
            break;
        }
    }
    more
}

/// Does the line begin to tell of something else than a place: for whom, what it costs, how to
/// register? "Enbart för medlemmar", "Fri entré.", "Länk skickas ut dagen innan".
fn tells_on(low: &str) -> bool {
    const OPENS: &[&str] = &[
        "för dig",
        "för alla",
        "för er",
        "för den",
        "enbart ",
        "endast ",
        "öppet ",
        "öppen ",
        "alla ",
        "ingen ",
        "inga ",
        "inget ",
        "det ",
        "du ",
        "vi ",
        "länk",
        "möteslänk",
        "fri ",
        "gratis",
        "kostnad",
        "avgift",
        "anmäl",
        "möjlighet",
        "delta",
        "ingår ",
        "inbjudan",
        "free ",
        "open to",
        "for ",
        "the link",
        "a link",
        "you ",
        "no ",
        "members",
        "register",
        "everyone",
        "part of",
    ];
    OPENS.iter().any(|w| low.starts_with(w))
        || low.ends_with(['.', '!', '?'])
            && low.split(' ').count() >= 2
            && !low.contains(',')
            && !has_street(low)
}

/// Is the place not told yet?
fn unsaid(low: &str) -> bool {
    // "Örebro (lokal meddelas senare)"
    let low = low.split('(').next().unwrap_or(low);
    matches!(
        low.trim_matches(['.', ' ', '!']),
        "tba" | "tbd" | "tbc" | "ej klart" | "ej bestämt" | "okänd" | "-" | "–"
    ) || has_any(
        low,
        &[
            "meddelas",
            "tillkännages",
            "to be announced",
            "to be confirmed",
            "to be decided",
            "will be announced",
            "bestäms senare",
            "ännu inte bestäm",
            "inte bestämd",
            "inte bestämt",
            "inte klar",
            "announced later",
            "kommer senare",
            "meddelar vi",
        ],
    ) && !low.contains(',')
        && !low.bytes().any(|b| b.is_ascii_digit())
}

fn is_time_zone(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "cest" | "cet" | "utc" | "gmt" | "svensk tid" | "swedish time" | "lokal tid" | "local time"
    )
}

fn merge(venue: &mut Venue, found: Venue) {
    if venue.name.is_none() && venue.street.is_none() {
        let town = found.town.clone().or(venue.town.take());
        *venue = Venue { town, ..found };
        return;
    }
    // Another place of the same event: the first one stays.
    if venue.town.is_none() && venue.street.is_none() {
        venue.town = found.town;
    }
    if venue.street.is_none() && (found.name.is_none() || found.name == venue.name) {
        venue.street = found.street;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let v = parse(text, 1);
        [v.name, v.street, v.town].map(|f| f.map_or_else(String::new, |f| f.value)).join("|")
    }

    #[test]
    fn addresses() {
        assert_eq!(
            told("Hotell Lerdalskrogen, Bruntegatan 4, Rättvik"),
            "Hotell Lerdalskrogen|Bruntegatan 4|Rättvik"
        );
        assert_eq!(
            told("Kommunhuset, Storgatan 12, Mariestad, lokal Vänern"),
            "Kommunhuset|Storgatan 12|Mariestad"
        );
        assert_eq!(
            told("Room B204, Main Building, Campus Road 3, Luleå, and on Zoom"),
            "Room B204, Main Building|Campus Road 3|Luleå"
        );
        assert_eq!(
            told("Sockenmagasinet, Kyrkvägen 4 i Tjällmo"),
            "Sockenmagasinet|Kyrkvägen 4|Tjällmo"
        );
        assert_eq!(told("Medborgarhuset i Alfta"), "Medborgarhuset||Alfta");
        // A house with a number, and a square that is a street.
        assert_eq!(told("Magasin 12, Hamnvägen 4 B, Luleå"), "Magasin 12|Hamnvägen 4 B|Luleå");
        assert_eq!(told("Biblioteket, Torget 1, Sala"), "Biblioteket|Torget 1|Sala");
        assert_eq!(told("Stadshuset, Plan 3, Sala"), "Stadshuset, Plan 3||Sala");
        assert_eq!(
            told("Folkets Hus, Lars Janssonsgatan 17, 981 31 Kiruna"),
            "Folkets Hus|Lars Janssonsgatan 17|Kiruna"
        );
        assert_eq!(
            told("Kalmar Public Library, Tullslätten 4, Kalmar"),
            "Kalmar Public Library|Tullslätten 4|Kalmar"
        );
        assert_eq!(told("Gripenbergs bygdegård"), "Gripenbergs bygdegård||");
    }

    #[test]
    fn a_place_in_a_sentence() {
        let text = "Kurserna hålls i Kulturhuset Draken, Stora torget 3, Vara.";
        let v = in_sentence(text, &fold(text), 1).expect("a place");
        assert_eq!(v.street.map(|f| f.value).as_deref(), Some("Stora torget 3"));
        let text = "Välkommen på frukost torsdag 27/11 kl 7.45–9.00 hos Studiehuset på Drottninggatan 8 i Arvika.";
        let v = in_sentence(text, &fold(text), 1).expect("a place");
        assert_eq!(v.name.map(|f| f.value).as_deref(), Some("Studiehuset"));
        assert_eq!(v.town.map(|f| f.value).as_deref(), Some("Arvika"));
    }
}
