//! How much a run of words looks like somebody's name.

use std::sync::LazyLock;

use crate::lines::fold;
use crate::people::words::Word;
use crate::words::Vocabulary;
use crate::words::has_family_ending;
use crate::words::is_given_name;
use crate::words::is_org_word;
use crate::words::is_town;

/// How much a run of words looks like a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Two capitals, nothing more.
    Weak,
    /// A family name's ending.
    Fair,
    /// A known given name.
    Strong,
}

/// The number of words of a name that begins at word `i`, and how much it looks like one.
pub(super) fn name_at(words: &[Word<'_>], i: usize) -> Option<(usize, Likeness)> {
    *words.get(i)?.name.get_or_init(|| name_from(words, i))
}

fn name_from(words: &[Word<'_>], i: usize) -> Option<(usize, Likeness)> {
    let first = words.get(i)?;
    if !name_word(first.bare)
        || first.stop().is_some()
        || first.raw.starts_with(['(', '"', '”', '#', '@']) && !first.raw.starts_with('(')
    {
        return None;
    }
    // A capital alone begins a sentence.
    let next = words.get(i + 1)?;
    if next.opens() || !(name_word(next.bare) || is_initial(next) || is_particle(words, i + 1)) {
        return None;
    }
    let given = is_given_name(first.bare);
    // "Dessutom Selma Bergdahl", "Ask Frida Lennox": the name begins at the next word.
    if !given
        && words.get(i + 1).is_some_and(|w| is_given_name(w.bare))
        && words.get(i + 2).is_some_and(|w| name_word(w.bare) && !w.opens())
        && words[i + 1].stop().is_none()
    {
        return None;
    }
    if !given
        && (not_a_name(first.bare)
            || is_org_word(first.bare)
            || first.titled()
            || is_town(first.bare))
    {
        return None;
    }
    let mut count = 1;
    let mut capitals = 1;
    while let Some(word) = words.get(i + count) {
        if count >= 5 || word.opens() {
            break;
        }
        let particle = is_particle(words, i + count);
        let initial = capitals == 1 && is_initial(word);
        if !particle && !initial {
            if !name_word(word.bare) || capitals >= 4 {
                break;
            }
            // "Maja Lindqvist Region X": the organisation is no part of the name.
            if is_org_word(word.bare) && capitals >= 2 {
                break;
            }
            if capitals >= 2 && word.titled() && !has_family_ending(word.bare) {
                break;
            }
            capitals += 1;
        }
        count += 1;
        if word.stop().is_some() {
            break;
        }
    }
    if capitals < 2 {
        return None;
    }
    let family = &words[i + 1..i + count];
    if family.iter().any(|w| is_org_word(w.bare) && !(given && !hard_org(w.bare))) {
        return None;
    }
    if !given
        && family.iter().any(|w| {
            w.capital() && not_a_name(w.bare) || (is_town(w.bare) && !has_family_ending(w.bare))
        })
    {
        return None;
    }
    if family.iter().any(|w| w.capital() && not_a_name(w.bare)) {
        return None;
    }
    let likeness = if given {
        Likeness::Strong
    } else if family.last().is_some_and(|w| has_family_ending(w.bare)) {
        Likeness::Fair
    } else {
        Likeness::Weak
    };
    Some((count, likeness))
}

/// "von", "de la": between the capitals of a name.
fn is_particle(words: &[Word<'_>], i: usize) -> bool {
    matches!(
        words[i].bare,
        "von"
            | "af"
            | "de"
            | "van"
            | "al"
            | "el"
            | "bin"
            | "der"
            | "den"
            | "da"
            | "la"
            | "ter"
            | "du"
            | "dos"
            | "ben"
    ) && words.get(i + 1).is_some_and(|w| name_word(w.bare))
}

fn is_initial(word: &Word<'_>) -> bool {
    word.bare.chars().count() == 1 && word.capital()
}

/// Capital first, then small letters; also parts after a hyphen or apostrophe.
fn name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    first.is_uppercase()
        && word.chars().count() >= 2
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '‑'))
        && chars.any(char::is_lowercase)
        // "MSB", "HR-chef"
        && word.chars().nth(1).is_some_and(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
}

/// Org words that are also family names ("Berg", "Park") do not count against a known given name.
fn hard_org(word: &str) -> bool {
    !matches!(
        fold(word).as_str(),
        "hall" | "park" | "lions" | "studio" | "hus" | "sal" | "stift" | "leader" | "brunn"
    )
}

/// Words that begin sentences and titles, and are no names.
fn not_a_name(word: &str) -> bool {
    let low = fold(word);
    crate::when::month_of(&low).is_some()
        && !matches!(low.as_str(), "maj" | "may" | "juni" | "april" | "augusti")
        || crate::when::weekday_word(&low).is_some()
        || NO_NAMES.has(&low)
}

static NO_NAMES: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(WORDS, &[]));

const WORDS: &[&str] = &[
    "vi",
    "du",
    "ni",
    "de",
    "den",
    "det",
    "en",
    "ett",
    "the",
    "a",
    "an",
    "and",
    "och",
    "samt",
    "eller",
    "or",
    "hur",
    "vad",
    "var",
    "när",
    "vem",
    "varför",
    "vilka",
    "vilken",
    "how",
    "what",
    "why",
    "who",
    "when",
    "where",
    "which",
    "välkommen",
    "välkomna",
    "welcome",
    "program",
    "programme",
    "program:",
    "plats",
    "datum",
    "tid",
    "kontakt",
    "contact",
    "anmälan",
    "anmäl",
    "fika",
    "kaffe",
    "lunch",
    "middag",
    "paus",
    "panel",
    "workshop",
    "seminarium",
    "konferens",
    "dialog",
    "samtal",
    "gruppsamtal",
    "avslutning",
    "inledning",
    "moderator",
    "moderatorer",
    "medverkande",
    "arrangör",
    "arrangörer",
    "från",
    "till",
    "för",
    "med",
    "om",
    "av",
    "på",
    "i",
    "hos",
    "vid",
    "från:",
    "hej",
    "kära",
    "bästa",
    "dear",
    "hello",
    "hi",
    "att",
    "så",
    "nu",
    "här",
    "där",
    "alla",
    "många",
    "nya",
    "ny",
    "nytt",
    "fri",
    "fritt",
    "gratis",
    "free",
    "registration",
    "coffee",
    "break",
    "closing",
    "opening",
    "introduction",
    "keynote",
    "session",
    "track",
    "spår",
    "grupp",
    "group",
    "regional",
    "national",
    "nationella",
    "lokala",
    "digital",
    "digitalt",
    "digitala",
    "social",
    "sociala",
    "öppet",
    "öppen",
    "stora",
    "lilla",
    "gamla",
    "norra",
    "södra",
    "östra",
    "västra",
    "mer",
    "more",
    "our",
    "your",
    "this",
    "from",
    "to",
    "with",
    "for",
    "on",
    "in",
    "at",
    "by",
    "of",
    "kulturhuset",
    "medborgarhuset",
    "folkets",
    "stadshuset",
    "sveriges",
    "frågor",
    "questions",
    "under",
    "efter",
    "innan",
    "inför",
    "mellan",
    "både",
    "även",
    "också",
    "ideell",
    "ideella",
    "civilsamhället",
    "möt",
    "lär",
    "bygg",
    "skapa",
    "ung",
    "unga",
    "framtidens",
    "framtiden",
    "hållbar",
    "hållbart",
    "nästa",
    "första",
    "andra",
    "tredje",
    "sista",
    "senast",
    "dagens",
    "kvällens",
    "årets",
    "senior",
    "main",
    "new",
    "open",
    "swedish",
    "nordic",
    "european",
    "international",
    "internationella",
    "europeiska",
    "statens",
    "zoom",
    "teams",
    "microsoft",
    "google",
    "facebook",
    "youtube",
    "mötet",
    "dagen",
    "kvällen",
    "konferensen",
    "projektet",
    "universitetslektor",
    "telefon",
    "tel",
    "mobil",
    "phone",
    "mail",
    "mejl",
    "e-post",
    "epost",
    "email",
    "webb",
    "hemsida",
    "vänliga",
    "hälsningar",
    "varmt",
    "medlem",
    "medlemmar",
    "statistics",
    "mid",
    "upper",
    "lower",
    "north",
    "south",
    "east",
    "west",
    "old",
    "great",
    "civic",
    "rural",
    "urban",
    "public",
    "studio",
    "hela",
];
