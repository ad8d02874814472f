//! Places named in a sentence or in a table's cell.

use crate::event::venue;
use crate::lines::Line;
use crate::lines::fold;
use crate::newsletter::listing::split_place;
use crate::when::month_of;
use crate::when::weekday_word;
use crate::words::{Sifted, has_any, is_org_word, is_town, names_gathering};

/// A place in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) town: bool,
}

pub(super) fn join(places: &[Place]) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    for place in places.iter().take(3) {
        if !out.iter().any(|p| p.contains(place.text.as_str())) {
            out.push(&place.text);
        }
    }
    if out.len() > 2 {
        out.truncate(2);
    }
    (!out.is_empty()).then(|| out.join(", "))
}

/// Places named between two points of a line: after "i", "på", "vid", "till", "at", "in"; known
/// towns; and what stands between commas after a time.
pub(super) fn places(line: &Line, from: usize, to: usize) -> Vec<Place> {
    let text = &line.text[from..to];
    let mut found: Vec<Place> = Vec::new();
    let mut covered = 0usize;
    let words: Vec<(usize, &str)> = text
        .split_inclusive(' ')
        .scan(0, |at, w| {
            let start = *at;
            *at += w.len();
            Some((start, w.trim()))
        })
        .collect();
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    let stops = |w: &str| w.ends_with([',', '.', '!', '?', ';', ':', ')']);
    let mentions: Vec<usize> = line
        .dates
        .iter()
        .map(|d| d.end)
        .chain(line.times.iter().map(|t| t.end))
        .filter(|&e| e >= from && e <= to)
        .map(|e| e - from)
        .collect();
    // "We travel by train to Hamburg", "Vi åker till Åbo"
    let travels = has_any(
        &line.low[from..to],
        &[
            " åker ",
            " reser ",
            "resan går",
            "studieresa",
            " far till",
            "bussresa",
            "tågresa",
            "dagsresa",
            "dagstur",
            " travel",
            " trip ",
            "we go to",
            // "5 oktober kommer vi till Backe"
            " kommer vi till ",
            " besöker vi ",
            "we come to ",
            "by train",
            "by coach",
            "by bus",
            "excursion",
        ],
    );
    let mut n = 0;
    while n < words.len() {
        let (start, word) = words[n];
        if start < covered {
            n += 1;
            continue;
        }
        let low = fold(word);
        let preposition = matches!(
            low.as_str(),
            "i" | "på" | "vid" | "till" | "hos" | "in" | "at" | "to" | "utanför" | "the"
        ) // "Adressen är Esplanaden 5"
            || matches!(low.as_str(), "är" | "is")
                && n > 0
                && has_any(&fold(words[n - 1].1), &["adress", "platsen", "lokalen", "venue"]);
        let mut k = n + 1;
        if preposition
            && matches!(words.get(k).map(|w| w.1), Some("the" | "gamla" | "stora" | "nya"))
        {
            k += 1;
        }
        let after_mention = mentions.iter().any(|&m| {
            m <= start && text[m..start].chars().all(|c| !c.is_alphanumeric()) && start - m < 5
        });
        let begin = if preposition {
            match words.get(k) {
                // "hamnplan i Östhammar"
                Some((_, w))
                    if !capital(w)
                        && matches!(words.get(k + 1).map(|w| w.1), Some("i" | "in"))
                        && words.get(k + 2).is_some_and(|w| capital(w.1))
                        && !stops(w) =>
                {
                    Some(k)
                }
                Some((_, w)) if capital(w) => Some(k),
                // "i prästgården", "in the parish hall"
                Some(_) => common_place(&words, n, k).then_some(k),
                _ => None,
            }
        } else if capital(word)
            && (after_mention && line.text[from + start..].len() > 3
                || n > 0 && is_town(word.trim_matches(|c: char| !c.is_alphanumeric())))
        {
            Some(n)
        } else {
            None
        };
        let Some(begin) = begin else {
            n += 1;
            continue;
        };
        // As long as its words are capitals, or link capitals.
        let mut end = begin;
        let at = words[begin].0;
        let mut last = at;
        while let Some(&(s, w)) = words.get(end) {
            let bare = w.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
            let low = fold(bare);
            let links = matches!(bare, "i" | "på" | "in" | "vid" | "och" | "of" | "the" | "för")
                && end > begin
                && words.get(end + 1).is_some_and(|w| capital(w.1));
            let number = end > begin
                && bare.starts_with(|c: char| c.is_ascii_digit())
                && bare.len() <= 4
                && !line.times.iter().any(|t| t.start >= from + s && t.start < from + s + w.len())
                && !line.dates.iter().any(|t| t.start >= from + s && t.start < from + s + w.len());
            let tail = end > begin
                && matches!(
                    low.as_str(),
                    "torg"
                        | "torget"
                        | "park"
                        | "bibliotek"
                        | "kyrka"
                        | "skola"
                        | "hus"
                        | "station"
                        | "bygdegård"
                        | "kulturhus"
                        | "centrum"
                        | "hamn"
                        | "folkets"
                        | "ip"
                        | "museum"
                        | "församlingshem"
                        | "medborgarhus"
                        | "stadsbibliotek"
                        | "gymnasium"
                        | "hembygdsgård"
                        | "square"
                        | "library"
                        | "library,"
                        | "hotell"
                        | "idrottsplats"
                        | "kommunhus"
                        | "stadshus"
                        | "län"
                        | "folkhögskola"
                        | "föreningshus"
                        | "kulturskola"
                        | "torg,"
                );
            if w == "och" && links {
                // "Kumla och Hallsberg" are two places.
                break;
            }
            let is_date_word =
                month_of(&low).is_some() || weekday_word(&low).is_some() && low.len() > 3;
            // "in the parish hall"
            let common = end == begin + 1
                && text[at..].starts_with(char::is_lowercase)
                && ends_as_place(w)
                && !ends_as_place(words[begin].1);
            if !(capital(w) || links || number || tail || common || end == begin) || is_date_word {
                break;
            }
            last = s + w.len();
            end += 1;
            if stops(w) {
                // "Växjö, Linnéparken" goes on; "Örebro, och" does not.
                let goes_on = w.ends_with(',')
                    && words.get(end).is_some_and(|&(s, w)| {
                        capital(w)
                            && !mention_at(line, from + s)
                            && (is_town(w.trim_matches(|c: char| !c.is_alphanumeric()))
                                || is_org_word(w)
                                || words
                                    .get(end + 1)
                                    .is_none_or(|n| stops(w) || capital(n.1) || is_org_word(n.1)))
                    });
                if !goes_on {
                    break;
                }
            }
        }
        let phrase =
            text[at..last.max(at)].trim().trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        n = end.max(n + 1);
        if phrase.is_empty() || end == begin {
            continue;
        }
        covered = last;
        // "Bygdedagen i Kopparberg", "Julträffen på Folkets hus": where it is, not what.
        let mut at = at;
        let mut phrase = phrase;
        if names_gathering(&fold(&phrase)) && !ends_as_place(&phrase) {
            let Some((_, place)) = split_place(&phrase) else { continue };
            at += phrase.len() - place.len();
            phrase = place.to_owned();
        }
        let low = fold(&phrase);
        let town = phrase.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(is_town);
        let not_place = has_any(
            &low,
            &[
                "projekt",
                "partnerskap",
                "nätverk",
                "facebook",
                "instagram",
                "zoom",
                "teams",
                "youtube",
                "linkedin",
                "styrelse",
                "nämnd",
                "program",
                "läs mer",
                "region ",
                "sverige",
                "swedish",
                "boka",
                "välkom",
                " fund",
                " network",
                " committee",
                " board",
                " council",
                "fonden",
            ],
        ) && !town
            || crate::people::is_sure_name(&phrase) && !town
            || month_of(&low).is_some()
            || weekday_word(&low).is_some();
        // After "till" only what is known as a place: one writes to people too.
        let doubtful = matches!(fold(word).as_str(), "till" | "to" | "hos" | "the")
            && !town
            && !phrase.split(' ').any(is_org_word)
            && !ends_as_place(&phrase)
            && !travels;
        if not_place || doubtful || begins_a_sentence(&phrase, after_mention && !preposition) {
            continue;
        }
        found.push(Place { text: phrase, start: from + at, town });
        if found.len() > 12 {
            break;
        }
    }
    found
}

/// Do the words from `k` on, after the preposition at `n`, name a place by its kind: "prästgården",
/// "the parish hall", but not "till kyrkan" where one only is on the way?
fn common_place(words: &[(usize, &str)], n: usize, k: usize) -> bool {
    let preposition = fold(words[n].1);
    let article = k > n + 1;
    let swedish = matches!(preposition.as_str(), "i" | "på" | "vid" | "utanför");
    let english = article && matches!(preposition.as_str(), "in" | "at");
    let Some(&(_, first)) = words.get(k) else { return false };
    let known = |w: &str| {
        let low = fold(w);
        let bare = low.trim_matches(|c: char| !c.is_alphanumeric());
        bare.chars().count() > 4 && PLACE_ENDS.iter().any(|end| bare.ends_with(end))
            || english && ends_as_place(bare)
    };
    (swedish || english) && known(first)
        || english && words.get(k + 1).is_some_and(|w| known(w.1)) && !first.ends_with([',', '.'])
}

fn mention_at(line: &Line, at: usize) -> bool {
    line.dates.iter().any(|d| d.start <= at && at < d.end)
        || line.times.iter().any(|t| t.start <= at && at < t.end)
}

/// A sentence that begins right after a date ("…, Då visar vi") is no place.
fn begins_a_sentence(phrase: &str, bare: bool) -> bool {
    bare && phrase.split(' ').count() == 1
        && matches!(
            fold(phrase).as_str(),
            "då" | "vi"
                | "det"
                | "den"
                | "här"
                | "alla"
                | "kom"
                | "ta"
                | "läs"
                | "bring"
                | "we"
                | "come"
                | "join"
                | "kl"
                | "fri"
                | "gratis"
                | "obs"
                | "vid"
        )
}

/// Does a text name a town, a street or a kind of place ("Medborgarhuset", "torget")?
pub(super) fn is_placed(text: &str) -> bool {
    let low = Sifted::of(fold(text));
    if has_any(&low, &[" vid ", " utanför ", " framför ", " intill ", " outside ", " by the "]) {
        return true;
    }
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(is_town)
        || venue::has_street(text)
        || text.split(' ').any(|w| {
            let bare = fold(w.trim_matches(|c: char| !c.is_alphanumeric()));
            is_org_word(w)
                || PLACE_ENDS.iter().any(|end| bare.ends_with(end))
                || PLACE_NOUNS.iter().filter(|noun| low.sieve().may_have(noun)).any(|noun| {
                    // "torget", "parkens", but not "skolbibliotekarier"
                    bare.rfind(noun).is_some_and(|at| bare.len() - at - noun.len() <= 3)
                })
        })
}

/// Kinds of places, with whatever stands before them and two or three letters after.
const PLACE_NOUNS: &[&str] = &[
    "torg",
    "park",
    "bibliotek",
    "skola",
    "bygdegård",
    "hamn",
    "kyrka",
    "museet",
    "gård",
    "hus",
    "plats",
    "station",
    "parkering",
    "fabrik",
    "magasin",
    "kvarn",
    "arena",
    "hall",
    "scen",
    "kök",
    "plan",
    "holme",
    "strand",
    "brygga",
];

/// Is the last word of a text one for a kind of place: "Granuddens lägergård", "the parish hall"?
pub(super) fn ends_as_place(text: &str) -> bool {
    const BARE: [&str; 24] = [
        "gård",
        "hus",
        "kyrka",
        "hem",
        "bibliotek",
        "skola",
        "park",
        "slott",
        "museum",
        "hotell",
        "torg",
        "hamn",
        "station",
        "teater",
        "lokal",
        "salong",
        "galleri",
        "kafé",
        "café",
        "office",
        "museum",
        "theatre",
        "hotel",
        "garden",
    ];
    let low = fold(text);
    let last = low.rsplit(' ').next().unwrap_or_default();
    let last = last.trim_matches(|c: char| !c.is_alphanumeric());
    last.chars().count() > 3
        && BARE.iter().chain(PLACE_ENDS).any(|end| last.ends_with(end))
        && !matches!(last, "program" | "projekt")
}

/// How words for places end, in both languages.
const PLACE_ENDS: &[&str] = &[
    "willys",
    "butiken",
    "macken",
    "café",
    "caféet",
    "kontoret",
    "museet",
    "teatern",
    "hotellet",
    "slottet",
    "entrén",
    "läge",
    "rondellen",
    "shop",
    "kiosk",
    "badet",
    "vändplan",
    "bryggan",
    "parkeringen",
    "handeln",
    "stugan",
    "affären",
    "badplatsen",
    "biblioteket",
    "campingen",
    "center",
    "centre",
    "centrum",
    "church",
    "coop",
    "färjeläget",
    "green",
    "gården",
    "hall",
    "hamnen",
    "harbor",
    "harbour",
    "hembygdsgården",
    "hemmet",
    "huset",
    "hälsocentralen",
    "idrottsplats",
    "kajen",
    "kiosken",
    "kommunhuset",
    "konsum",
    "kyrkan",
    "lanthandeln",
    "library",
    "lokalen",
    "market",
    "park",
    "parken",
    "resecentrum",
    "rådhuset",
    "salen",
    "school",
    "skolan",
    "slottet",
    "snickeriet",
    "bageriet",
    "mejeriet",
    "magasinet",
    "verkstaden",
    "smedjan",
    "ateljén",
    "foajén",
    "aulan",
    "sporthallen",
    "simhallen",
    "ishallen",
    "brandstationen",
    "kapellet",
    "square",
    "station",
    "stationen",
    "torget",
    "vårdcentralen",
];
