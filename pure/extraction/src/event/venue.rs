//! Where: name, street and town; on the spot, online or both; which platform.

use crate::blocks::{Role, value_lines};
use crate::lines::fold;
use crate::model::{Found, Mode, Venue};
use crate::words::{LabelKind, has_any, is_org_word, is_platform, is_town};

use super::Page;

/// Does the text hold a street with a number?
pub(crate) fn has_street(text: &str) -> bool {
    text.split([',', ';', '(', '|', '\t']).any(|part| street_in(part.trim()).is_some())
}

/// The street and number in a part of an address (bytes), if there is one.
fn street_in(part: &str) -> Option<(usize, usize)> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for word in part.split(' ') {
        words.push((at, word));
        at += word.len() + 1;
    }
    for (n, &(start, word)) in words.iter().enumerate() {
        let low = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
        const ENDINGS: [&str; 25] = [
            "gatan",
            "vägen",
            "gata",
            "väg",
            "gränd",
            "gränden",
            "allén",
            "allé",
            "stigen",
            "backen",
            "esplanaden",
            "leden",
            "plats",
            "planen",
            "plan",
            "torg",
            "torget",
            "kajen",
            "promenaden",
            "slingan",
            "ringen",
            "street",
            "road",
            "avenue",
            "tullen",
        ];
        let glued = ENDINGS.iter().any(|e| low.ends_with(e) && low.len() > e.len());
        let own = ENDINGS.contains(&low.as_str())
            || matches!(low.as_str(), "square" | "lane" | "drive" | "slätten" | "boulevard");
        if !glued && !own {
            // "Tullslätten 4", "Strömgården 2": a capital and a number after a comma is a street too,
            // when nothing else stands in the part.
            let alone = words.len() == 2
                && n == 0
                && word.starts_with(char::is_uppercase)
                && low.chars().count() > 5
                && is_number(words[1].1)
                && words[1].1.len() < 4;
            let not_room = !matches!(
                low.as_str(),
                "building"
                    | "byggnad"
                    | "block"
                    | "sal"
                    | "rum"
                    | "lokal"
                    | "room"
                    | "hall"
                    | "hus"
                    | "house"
                    | "plan"
                    | "våning"
                    | "spår"
                    | "grupp"
            ) && !low.ends_with("salen")
                && !low.ends_with("rummet")
                && !low.ends_with("sal");
            if alone && not_room && crate::when::month_of(&low).is_none() {
                return Some((0, part.len()));
            }
            continue;
        }
        let Some(&(number_at, number)) = words.get(n + 1) else {
            // "J A Hedlunds väg" without a number.
            if own
                && n >= 1
                && words[0].1.starts_with(char::is_uppercase)
                && !matches!(low.as_str(), "plats" | "plan" | "torg" | "torget")
            {
                return Some((words[0].0, part.len()));
            }
            continue;
        };
        if !is_number(number) {
            continue;
        }
        // The name of the street begins with the capitals before it, "Lars Janssonsgatan".
        let mut first = n;
        while first > 0
            && (words[first - 1].1.starts_with(char::is_uppercase)
                || matches!(words[first - 1].1, "von" | "af"))
            && n - first < 3
            && !is_org_word(words[first - 1].1)
        {
            first -= 1;
        }
        if own && first == n && low.chars().count() < 8 {
            continue;
        }
        let mut end = number_at + number.trim_end_matches(['.', ',', ';', ')']).len();
        // "4 B"
        if let Some(&(letter_at, letter)) = words.get(n + 2) {
            let letter_bare = letter.trim_end_matches(['.', ',']);
            if letter_bare.len() == 1 && letter_bare.chars().all(|c| c.is_ascii_uppercase()) {
                end = letter_at + letter_bare.len();
            }
        }
        return Some((if first < n { words[first].0 } else { start }, end));
    }
    None
}

fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ')']);
    word.len() <= 6
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '–'))
}

/// An address in one line of text.
pub(crate) fn parse(text: &str, line: u32) -> Venue {
    let mut venue = Venue::default();
    let mut names: Vec<String> = Vec::new();
    let cut = crate::sentences::split(text).first().map_or(text.len(), |&(_, end)| end);
    let text = text[..cut].trim().trim_end_matches('.');
    let parts: Vec<&str> = split_parts(text);
    let mut after_street = false;
    let digital = parts.iter().any(|p| is_digital(&fold(p)));
    for (n, &part) in parts.iter().enumerate() {
        // "Lycksele samt direktsändning"
        let part = [" samt ", " och ", " eller ", " & ", " + ", " and ", " or "]
            .iter()
            .find_map(|joint| part.split_once(joint))
            .filter(|(_, tail)| is_digital(&fold(tail)))
            .map_or(part, |(head, _)| head.trim());
        // "Zoom, länk skickas ut dagen innan"
        if digital
            && parts.len() > 1
            && part.starts_with(char::is_lowercase)
            && !is_room(&fold(part))
        {
            continue;
        }
        // "Kalmar (eller följ med på länk)"
        let part = match part.find(" (") {
            Some(at) if part[at + 2..].starts_with(char::is_lowercase) => part[..at].trim(),
            _ => part,
        };
        let low = fold(part);
        if is_digital(&low) && parts.len() > 1 || part.is_empty() {
            continue;
        }
        let part = without_postcode(part);
        if let Some((start, end)) = street_in(part) {
            if venue.street.is_none() {
                venue.street = Some(Found::certain(part[start..end].to_owned(), line));
                let before = part[..start].trim().trim_end_matches(['-', '–']).trim();
                let before = before
                    .strip_suffix(" på")
                    .or_else(|| before.strip_suffix(" vid"))
                    .unwrap_or(before)
                    .trim();
                if !before.is_empty() && before != "på" {
                    names.push(before.to_owned());
                }
                let after = part[end..].trim().trim_start_matches(['-', '–', ',']).trim();
                let town =
                    after.strip_prefix("i ").or_else(|| after.strip_prefix("in ")).unwrap_or(after);
                if town.starts_with(char::is_uppercase) && town.split(' ').count() <= 2 {
                    venue.town = Some(Found::certain(town.to_owned(), line));
                }
            }
            after_street = true;
            continue;
        }
        let words = part.split_whitespace().count();
        let plain =
            part.starts_with(char::is_uppercase) && !part.bytes().any(|b| b.is_ascii_digit());
        let last = n + 1 == parts.len();
        if venue.town.is_none()
            && plain
            && words <= 2
            && (is_town(part) || after_street && words <= 2 && !is_org_word(part) && !is_room(&low))
            && (n > 0 || is_town(part))
        {
            venue.town = Some(Found::certain(part.to_owned(), line));
            continue;
        }
        // The last part of a longer address is the town, known or not.
        if venue.town.is_none()
            && plain
            && last
            && n > 0
            && words == 1
            && !is_org_word(part)
            && !is_room(&low)
            && !is_digital(&low)
        {
            venue.town = Some(Found::likely(part.to_owned(), line));
            continue;
        }
        if after_street || is_digital(&low) {
            continue;
        }
        names.push(part.to_owned());
    }
    if let Some(first) = names.first_mut() {
        for prefix in ["i ", "på ", "hos ", "at ", "in ", "the ", "vid "] {
            if let Some(rest) = first.strip_prefix(prefix)
                && rest.starts_with(char::is_uppercase)
            {
                *first = rest.to_owned();
            }
        }
    }
    let mut name = names.join(", ");
    // "Medborgarhuset i Alfta", "Elite stadshotell Eskilstuna"
    if venue.town.is_none()
        && let Some((head, town)) = name.rsplit_once(" i ").or_else(|| name.rsplit_once(" in "))
        && town.starts_with(char::is_uppercase)
        && town.split(' ').count() <= 2
        && (is_town(town) || !is_org_word(town))
    {
        venue.town = Some(Found::certain(town.to_owned(), line));
        name = head.to_owned();
    }
    if venue.town.is_none()
        && let Some((_, town)) = name.rsplit_once(' ')
        && is_town(town)
    {
        venue.town = Some(Found::likely(town.to_owned(), line));
    }
    let name = name
        .trim()
        .trim_matches(|c: char| matches!(c, ',' | '.' | '(' | ')' | ' ' | ':' | '–' | '-'))
        .to_owned();
    if name.chars().count() > 2 && name.chars().count() < 120 {
        venue.name = Some(Found::certain(name, line));
    }
    venue
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
            | "aulan"
            | "hörsalen"
            | "plan"
            | "våning"
            | "floor"
            | "stora"
            | "lilla"
            | "entré"
            | "ingång"
    ) || low.ends_with("salen")
        || low.ends_with("rummet")
}

/// "Hyresgästernas hus", "Dalsjö skolas aula": the kind of house, in small letters.
fn is_house(low: &str) -> bool {
    matches!(
        low,
        "hus"
            | "torg"
            | "park"
            | "aula"
            | "bibliotek"
            | "bygdegård"
            | "skola"
            | "skolas"
            | "kyrka"
            | "slott"
            | "stadshotell"
            | "konserthus"
            | "hembygdsgård"
            | "folkhögskola"
            | "kommunhus"
            | "stadshus"
            | "rådhus"
            | "museum"
            | "föreningshus"
            | "församlingshem"
            | "kulturhus"
            | "gymnasium"
            | "herrgård"
            | "gård"
            | "teater"
            | "medborgarhus"
            | "matsal"
            | "lokaler"
            | "kontor"
            | "brunn"
            | "station"
            | "hamn"
            | "universitet"
            | "högskola"
    )
}

fn split_parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0i32;
    let mut from = 0;
    for (index, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' | ';' | '\t' | '|' if depth <= 0 => {
                parts.push(text[from..index].trim());
                from = index + 1;
            }
            _ => {}
        }
    }
    parts.push(text[from..].trim());
    parts.retain(|p| !p.is_empty());
    parts
}

/// "852 31 Sundsvall" is Sundsvall.
fn without_postcode(part: &str) -> &str {
    let digits: String = part.chars().take(6).filter(char::is_ascii_digit).collect();
    let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if digits.len() == 5 && rest.starts_with(char::is_uppercase) {
        rest
    } else {
        part.strip_prefix("SE-").unwrap_or(part)
    }
}

/// Does the phrase say that one takes part online?
pub(super) fn is_digital(low: &str) -> bool {
    is_platform(low).is_some()
        || has_any(
            low,
            &[
                "digitalt",
                "online",
                "webbinari",
                "webinar",
                "på distans",
                "via länk",
                "på länk",
                "följ med via",
                "via webben",
                "distansmöte",
                "videomöte",
                "livestream",
                "livesänd",
                "direktsänd",
                "streamas",
                "strömmas",
                "på nätet",
                "virtual",
            ],
        )
        || low.trim() == "digital"
        || has_any(
            low,
            &[
                "digital träff",
                "digitala träff",
                "digital konferens",
                "digital frukost",
                "digitalt möte",
                "digital tisdag",
                "digital breakfast",
                "digital meeting",
                "digital event",
                "digital info",
                "digital föreläs",
                "digital workshop:",
                "digital lunch",
                "digital samling",
                "digital dialog",
                "digital kurs",
                "digital utbild",
                "digital semin",
                "digital näts",
                "digital nätverk",
            ],
        )
}

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
    let mut hybrid = false;
    // A label says it.
    for i in 0..lines.len() {
        let Some(label) = blocks[i].label else { continue };
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
        if inline.is_empty() || label.kind == LabelKind::PlaceAndTime {
            let more = value_lines(lines, blocks, i, false);
            values.extend(more.take(4).map(|k| (k, lines[k].text.as_str())));
        }
        let mut text = String::new();
        let mut first = None;
        for (k, value) in values {
            let low = fold(value);
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
        if let Some(first) = first
            && (!is_digital(&fold(&text))
                || has_street(&text)
                || text.contains(',') && !fold(&text).starts_with("digital"))
        {
            merge(&mut venue, parse(&text, lines[first].number));
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
                    )
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
            if (blocks[i].role == Role::Short || placed_hours) && line.words() <= 14 {
                let sign = |c: char| matches!(c, ',' | '.' | ' ' | '–' | '-' | '|' | '(' | ')');
                let mut tail = line.text.get(tail_start..).unwrap_or_default().trim_matches(sign);
                // "Måndag 2 februari, Bergsjöskolan i Bergsjö, kl. 18–20"
                if tail.is_empty()
                    && let (Some(date), Some(time)) = (line.dates.last(), line.times.first())
                    && date.end < time.start
                {
                    tail = line.text[date.end..time.start].trim_matches(sign);
                }
                let tail = ["i ", "på ", "hos ", "in ", "at "]
                    .iter()
                    .find_map(|p| tail.strip_prefix(p))
                    .unwrap_or(tail);
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
                    && (tail.contains(',')
                        || tail.split(' ').next().is_some_and(is_town)
                        || tail.split(' ').any(is_org_word));
                let beside = beside || under;
                let placed = tail.starts_with(char::is_uppercase)
                    && !crate::people::begins(tail, true)
                    && line.reach.is_empty();
                if has_street(tail)
                    || beside
                        && placed
                        && (tail_start > 0 || tail.contains(',') || tail.split(' ').count() <= 5)
                {
                    let found = parse(tail, line.number);
                    if found.street.is_some() || found.town.is_some() || tail_start > 0 || under {
                        let full = found.name.is_some();
                        merge(&mut venue, found);
                        if full {
                            break;
                        }
                    }
                }
                continue;
            }
            if has_street(&line.text)
                || near.contains(&i)
                || line.low.contains(" ses ")
                || line.low.contains("välkommen")
            {
                for (from, to) in crate::sentences::split(&line.text) {
                    if let Some(found) =
                        in_sentence(&line.text[from..to], &line.low[from..to], line.number)
                    {
                        merge(&mut venue, found);
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
        for &i in dated {
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
    // Online, or also online.
    for (i, line) in lines.iter().enumerate() {
        if taken[i]
            || blocks[i].role == Role::Noise
            || !is_digital(&line.low) && !line.low.contains("hybrid")
        {
            continue;
        }
        // "room C312 and Zoom"
        hybrid |= line.has_any(&[
            " and zoom",
            " och zoom",
            " samt zoom",
            " & zoom",
            " and teams",
            " och teams",
            " samt teams",
            " and on zoom",
            " or on zoom",
            " och via zoom",
            " och via teams",
            " eller via zoom",
            " eller via teams",
            " and online",
            " och digitalt",
            " samt digitalt",
            " eller digitalt",
            " or online",
        ]) && !line.low.contains("länk")
            && !line.low.contains("link");
        if line.low.contains("hybrid")
            && (i <= title_at.unwrap_or(0) + 4
                || line.has_any(&[
                    "hybridmöte",
                    "hybridkonferens",
                    "hybrid event",
                    "hybridevenemang",
                    "hybrid meeting",
                    "hybridformat",
                ]))
        {
            hybrid = true;
            note_online(i, true);
        }
        let strong = page.scope[i]
            .is_some_and(|k| matches!(k, LabelKind::Place | LabelKind::PlaceAndTime))
            || line.has_any(&[
                "digitalt via",
                "online via",
                "via zoom",
                "via teams",
                "via microsoft",
                "på zoom",
                "on zoom",
                "i teams",
                "på teams",
                "in teams",
                "on teams",
                "över zoom",
                "delta digitalt",
                "på plats och digitalt",
                "på plats eller digitalt",
                "följ med på länk",
                "in person or online",
                "on site and online",
                "delta via",
                "delta på distans",
                "online participants",
                "digitala deltagare",
                "följa digitalt",
                "följ sändning",
                "eller digitalt",
                "or online",
                "join online",
                "webbinari",
                "webinar",
                "direktsänds",
                "livesänds",
                "livestream",
                "streamas",
                "digital event",
            ])
            || line.low.trim_matches(|c: char| !c.is_alphanumeric()).starts_with("digitalt")
            || line.low.trim_matches(|c: char| !c.is_alphanumeric()).starts_with("online,")
            || Some(i) == title_at;
        // A talk about digital things is no digital talk.
        if strong
            || is_platform(&line.low).is_some() && page.blocks[i].role != Role::Prose
            || line.low.contains("zoom")
            || line.has_any(&[
                "ett digitalt möte",
                "online talk",
                "online breakfast",
                "online event",
                "online meeting",
                "digitalt möte",
            ])
        {
            note_online(i, strong);
        }
    }
    let platform = lines
        .iter()
        .enumerate()
        .filter(|&(i, _)| blocks[i].role != Role::Noise && online.is_some())
        .find_map(|(_, line)| {
            let (start, end) = is_platform(&line.low)?;
            // "teams" as a plain English word.
            let text = &line.text[start..end];
            text.starts_with(char::is_uppercase)
                .then(|| Found::certain(text.to_owned(), line.number))
        });
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

/// "… hos Studiehuset på Drottninggatan 8 i Arvika.", "Vi ses på Navet Science Center i Borås …"
fn in_sentence(text: &str, low: &str, line: u32) -> Option<Venue> {
    let meets = has_any(
        low,
        &[
            "välkom",
            " ses ",
            "äger rum",
            "hålls",
            "träffas",
            "håller till",
            "samlas",
            "ses vi",
            "plats",
            "lokal",
            "takes place",
            "will be held",
            "meet at",
            "we meet",
            "mötet är",
            "bjuder in",
        ],
    );
    let street = has_street(text) || street_in(text).is_some();
    if !meets && !street {
        return None;
    }
    for marker in [" hos ", " på ", " i ", " at ", " in ", " vid "] {
        let mut from = 0;
        while let Some(offset) = low[from..].find(marker) {
            let at = from + offset + marker.len();
            from = at;
            let rest = &text[at..];
            let rest = rest.strip_prefix("the ").unwrap_or(rest);
            if !rest.starts_with(char::is_uppercase)
                || is_platform(&fold(rest.split([',', '.']).next().unwrap_or(rest)))
                    .is_some_and(|(a, _)| a == 0)
            {
                continue;
            }
            // The name goes on while its words are capitals or link them.
            let mut end = 0;
            for word in rest.split_inclusive(' ') {
                let bare = word.trim();
                let capital = bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                let links = matches!(
                    bare,
                    "i" | "på" | "och" | "in" | "at" | "för" | "of" | "the" | "de" | "vid"
                );
                let house = end > 0 && is_house(&fold(bare.trim_end_matches([',', '.', '!'])));
                if !capital && !links && !house {
                    break;
                }
                end += word.len();
                if bare.ends_with(['.', '!', '?', ';', ':'])
                    || bare.ends_with(',')
                        && !(has_street(&rest[end..])
                            || is_town(
                                rest[end..].split([',', '.', ' ']).next().unwrap_or_default(),
                            ))
                {
                    break;
                }
            }
            let mut phrase = rest[..end].trim();
            for tail in [" i", " på", " och", " in", " at", " för", " of", " vid"] {
                phrase = phrase.strip_suffix(tail).unwrap_or(phrase);
            }
            let found = parse(phrase.trim_end_matches([',', '.', '!']), line);
            let housed = phrase.split_whitespace().any(|w| is_org_word(w.trim_matches(',')));
            if found.street.is_some()
                || (meets && found.name.is_some() && (found.town.is_some() || housed))
            {
                return Some(found);
            }
        }
    }
    if meets { small_house(text, line) } else { None }
}

/// "… i väntsalen i stationshuset i Hjo": a house named in small letters, with its town.
fn small_house(text: &str, line: u32) -> Option<Venue> {
    const HOUSES: [&str; 17] = [
        "huset",
        "salen",
        "lokalen",
        "gården",
        "biblioteket",
        "skolan",
        "kyrkan",
        "hemmet",
        "torget",
        "parken",
        "rummet",
        "museet",
        "stugan",
        "hallen",
        "teatern",
        "aulan",
        "slottet",
    ];
    let words: Vec<&str> = text.split(' ').collect();
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let leads = |w: &str| matches!(w, "i" | "på" | "vid" | "hos");
    let house = |w: &str| {
        w.starts_with(char::is_lowercase)
            && HOUSES.iter().any(|h| bare(w).ends_with(h) && bare(w).len() > h.len())
    };
    let at = (1..words.len()).find(|&n| leads(words[n - 1]) && house(words[n]))?;
    let mut end = at + 1;
    while end + 1 < words.len()
        && !words[end - 1].ends_with([',', '.'])
        && leads(words[end])
        && house(words[end + 1])
    {
        end += 2;
    }
    let town = (words.get(end).is_some_and(|w| leads(w)))
        .then(|| words.get(end + 1).map(|w| bare(w)))
        .flatten()
        .filter(|w| w.starts_with(char::is_uppercase))?;
    let name = words[at..end].join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    Some(Venue {
        name: Some(Found::likely(name, line)),
        street: None,
        town: Some(Found::likely(town, line)),
    })
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
        let text = "Välkommen på frukost torsdag 27/11 kl 7.45–9.00 hos Studiehuset på Drottninggatan 8 i Arvika.";
        let v = in_sentence(text, &fold(text), 1).expect("a place");
        assert_eq!(v.name.map(|f| f.value).as_deref(), Some("Studiehuset"));
        assert_eq!(v.town.map(|f| f.value).as_deref(), Some("Arvika"));
    }
}
