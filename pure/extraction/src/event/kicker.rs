//! A line over the title that only says what kind of thing it is: "Kurs, digitalt", "WEBINAR",
//! "HÖSTEN 2026", "Inbjudan till seminarium".

use crate::words::{ends_with, find, is_town};

/// What is held, alone or as the end of a longer word ("lunchseminarium").
const KINDS: &[&str] = &[
    "föreläsning",
    "seminarium",
    "konferens",
    "webbinarium",
    "webinarium",
    "workshop",
    "kurs",
    "kurser",
    "utbildning",
    "möte",
    "träff",
    "dialog",
    "samtal",
    "frukost",
    "lunch",
    "inspirationsdag",
    "temadag",
    "kväll",
    "studiecirkel",
    "cirkel",
    "nätverksträff",
    "informationsmöte",
    "evenemang",
    "kalenderhändelse",
    "event",
    "events",
    "seminar",
    "conference",
    "webinar",
    "lecture",
    "meeting",
    "course",
    "training",
    "talk",
    "panel",
    "föredrag",
    "studiebesök",
    "kulturprogram",
    "program",
    "programme",
    "konferenser",
    "seminarier",
    "webbinarier",
    "föreläsningar",
    "utbildningar",
    "workshops",
    "workshoppar",
    "möten",
    "träffar",
    "temadagar",
    "utställning",
    "utställningar",
    "mässa",
    "mässor",
    "konsert",
    "konserter",
    "teater",
    "hearing",
    "symposium",
    "rådslag",
    "studiecirklar",
    "cirklar",
    "informationsträff",
    "medlemsmöte",
    "medlemsträff",
    "dialogmöte",
    "dialogmöten",
    "kalenderpost",
    "aktivitet",
    "aktiviteter",
    "evenemangsinformation",
    "conferences",
    "seminars",
    "webinars",
    "meetings",
    "courses",
    "lectures",
    "talks",
    "exhibition",
    "exhibitions",
    "discussion",
    "discussions",
    "diskussion",
];

/// What a kind may begin with and still say no more.
const BEFORE: &[&str] = &[
    "lunch",
    "frukost",
    "kvälls",
    "digital",
    "digitalt",
    "webb",
    "web",
    "heldags",
    "halvdags",
    "dag",
    "after",
    "online",
    "närings",
    "tema",
    "bas",
    "grund",
    "fortbildnings",
    "eftermiddags",
    "info",
    "mini",
];

/// Words beside a kind that say how, where or when, and nothing of what it is about.
const BESIDE: &[&str] = &[
    "digital",
    "digitalt",
    "digitala",
    "öppen",
    "öppet",
    "öppna",
    "gratis",
    "kostnadsfri",
    "kostnadsfritt",
    "offentlig",
    "offentligt",
    "fysisk",
    "fysiskt",
    "hybrid",
    "online",
    "nätet",
    "webben",
    "en",
    "ett",
    "a",
    "an",
    "the",
    "public",
    "open",
    "free",
    "på",
    "i",
    "via",
    "in",
    "on",
    "at",
    "plats",
    "och",
    "and",
    "evening",
    "morning",
    "lunch",
    "half",
    "day",
    "full",
    "zoom",
    "teams",
    "hel",
    "halv",
    "dag",
    "dagars",
    "två",
    "tre",
    "two",
    "three",
    "hösten",
    "våren",
    "vintern",
    "sommaren",
    "höstens",
    "vårens",
    "autumn",
    "spring",
    "winter",
    "summer",
    "vt",
    "ht",
    "kommande",
    "nästa",
    "upcoming",
    "next",
    "kategori",
    "typ",
    "type",
    "category",
    "alla",
    "all",
    "våra",
    "our",
    "för",
    "to",
];

/// Does the line (lower case) lead to the title and name nothing itself?
pub(crate) fn says_only_its_kind(low: &str) -> bool {
    let low = low.trim_matches(|c: char| !c.is_alphanumeric());
    if matches!(
        low,
        "kallelse"
            | "inbjudan"
            | "agenda"
            | "invitation"
            | "notice"
            | "välkommen"
            | "välkomna"
            | "welcome"
            | "välkommen till"
            | "save the date"
            | "boka in datumet"
            | "boka datumet"
            | "notera datumet"
            | "hold the date"
            | "nyhet"
            | "pressmeddelande"
    ) || low.ends_with(" series")
        || low.ends_with("inbjudan") && !low.contains(' ')
        || low.starts_with("anmälan ")
        || low.ends_with(" om")
        || low.ends_with(" about")
    {
        return true;
    }
    // "Webbinarium i serien Tisdagsdialog"
    if low.contains(" seri")
        && let Some(at) = [" i serien ", " i vår serie ", " in the series ", " in our series "]
            .iter()
            .find_map(|of| find(low, of))
        && ends_with(&low[..at], KINDS)
        && low[..at].split(' ').count() <= 2
    {
        return true;
    }
    let rest = [
        "inbjudan till ",
        "välkommen till ",
        "välkomna till ",
        "välkommen på ",
        "välkomna på ",
        "invitation to ",
    ]
    .iter()
    .find_map(|lead| low.strip_prefix(lead));
    let words: Vec<&str> = rest
        .unwrap_or(low)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .take(8)
        .collect();
    if words.len() == 8 {
        return false;
    }
    let season = |w: &&str| {
        ["hösten", "våren", "vintern", "sommaren", "autumn", "spring", "winter", "summer"]
            .contains(w)
    };
    // "Inbjudan till skogsseminarium", "Öppen lunchföreläsning" end in a kind.
    let announced = rest.is_some() || words.first().is_some_and(|w| BESIDE.contains(w));
    // "Välkommen till konferensen"
    let definite = |word: &str| {
        rest.is_some()
            && ["en", "et", "n"].iter().any(|end| {
                word.strip_suffix(end).is_some_and(|w| {
                    KINDS.contains(&w)
                        || w.strip_suffix("i")
                            .is_some_and(|w| KINDS.contains(&format!("{w}ium").as_str()))
                })
            })
    };
    let kind = |word: &str| {
        definite(word)
            || KINDS.iter().filter(|k| k.as_bytes().last() == word.as_bytes().last()).any(|k| {
                word.strip_suffix(k).is_some_and(|head| {
                    head.is_empty() || BEFORE.contains(&head) || announced && words.len() <= 2
                })
            })
    };
    let year = |word: &str| word.len() == 4 && (word.starts_with("20") || word.starts_with("19"));
    let named = words.iter().any(|w| kind(w)) || words.len() == 2 && words.iter().any(season);
    // "Möte i Lund" and "Samtal 2026" name it well enough where nothing else does.
    named
        && words.iter().all(|w| {
            kind(w) || BESIDE.contains(w) || year(w) || words.len() > 1 && is_town(&capital(w))
        })
}

/// "lund" as towns are listed.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_names() {
        for low in [
            "kurs, digitalt",
            "webinar",
            "hösten 2026",
            "lunchseminarium på zoom",
            "konferens | umeå",
            "inbjudan till skogsseminarium",
            "digital föreläsning",
            "half-day workshop",
            "public lecture",
            "program våren 2027",
            "kostnadsfri utbildning online",
            "seminarieinbjudan",
            "välkommen till konferensen",
            "inbjudan till seminariet",
            "välkommen till en kväll om",
        ] {
            assert!(says_only_its_kind(low), "{low}");
        }
        for low in [
            "årsmöte",
            "höstmöte",
            "skogskonferens",
            "kurs i svetsning",
            "vem äger hösten?",
            "vattendagen 2026",
            "kallelse till årsmöte",
            "öppet hus",
            "landsbygdskonferens 2026",
        ] {
            assert!(!says_only_its_kind(low), "{low}");
        }
    }
}
