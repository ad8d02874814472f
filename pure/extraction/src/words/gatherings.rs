//! What one is asked to come to, by its own word: "höstmöte", "Föreningarnas dag", "open day".

use std::sync::LazyLock;

use crate::words::Vocabulary;

/// Does a word (lower case, without signs) name something that is held: "stickkafé", "bytardagen",
/// "workshop"? Swedish ones are compounds, known by their last part in any of its forms.
pub(crate) fn is_gathering(word: &str) -> bool {
    if WORDS.has(word) {
        return true;
    }
    // "kvällen", "träffar", "mötets", "festerna"
    FORMS.iter().any(|form| {
        word.strip_suffix(form).is_some_and(|stem| {
            WORDS.end_of(stem, |head| head.chars().nth(1).is_some())
                && !DAYS.contains(&stem)
                && !NOT.iter().any(|not| stem.ends_with(not))
                || SURE.contains(&stem)
        })
    })
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(WHOLE, ENDS));

/// Does a text (lower case) name something that is held by a word or a set phrase?
pub(crate) fn names_gathering(low: &str) -> bool {
    let mut before = "";
    super::has_any(low, PHRASES)
        || low.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|w| !w.is_empty()).any(
            |word| {
                // "Föreningarnas dag", "Skogens kväll"
                let of = matches!(word, "dag" | "kväll" | "natt") && before.ends_with('s');
                before = word;
                of && low.len() < 60 || is_gathering(word)
            },
        )
}

/// Phrases that together name what is held.
pub(crate) const PHRASES: &[&str] = &[
    "öppet hus",
    "öppna hus",
    "öppen scen",
    "öppen ateljé",
    "open house",
    "open day",
    "annual meeting",
    "annual general meeting",
    "general assembly",
    "office hours",
    "bird walk",
    "language café",
    "language cafe",
    "repair café",
    "repair cafe",
    "film night",
    "quiz night",
    "study circle",
    "study visit",
    "guided tour",
    "coffee morning",
    "drop-in",
    "prova på",
];

/// Last parts of compounds.
const ENDS: &[&str] = &[
    "möte",
    "träff",
    "kväll",
    "fest",
    "kurs",
    "cirkel",
    "konferens",
    "seminarium",
    "seminari",
    "webbinarium",
    "webbinari",
    "stämma",
    "stämm",
    "utbildning",
    "föreläsning",
    "föredrag",
    "samtal",
    "kafé",
    "café",
    "fika",
    "frukost",
    "lunch",
    "kaffe",
    "marknad",
    "mässa",
    "mäss",
    "vernissage",
    "utställning",
    "visning",
    "vandring",
    "promenad",
    "resa",
    "res",
    "utflykt",
    "besök",
    "läger",
    "samråd",
    "samling",
    "dialog",
    "forum",
    "workshop",
    "verkstad",
    "stund",
    "konsert",
    "invigning",
    "jubileum",
    "avslutning",
    "firande",
    "tävling",
    "loppis",
    "auktion",
    "quiz",
    "bingo",
    "gudstjänst",
    "webb",
    "rådslag",
    "hearing",
    "städdag",
    "dag",
];

/// Last parts that are words of their own.
const SURE: &[&str] = &[
    "möte",
    "träff",
    "fest",
    "kurs",
    "konferens",
    "seminarium",
    "seminari",
    "webbinarium",
    "webbinari",
    "stämma",
    "stämm",
    "utbildning",
    "föreläsning",
    "föredrag",
    "marknad",
    "vernissage",
    "utställning",
    "vandring",
    "utflykt",
    "samråd",
    "workshop",
    "konsert",
    "invigning",
    "jubileum",
    "loppis",
    "auktion",
    "quiz",
    "bingo",
    "gudstjänst",
    "rådslag",
    "hearing",
    "städdag",
    "läger",
];

const WHOLE: &[&str] = &[
    "teknikstuga",
    "skrivarstuga",
    "skrivstuga",
    "läxstuga",
    "räknestuga",
    "soppkväll",
    "training",
    "meeting",
    "meetup",
    "conference",
    "seminar",
    "webinar",
    "workshop",
    "workshops",
    "course",
    "lecture",
    "briefing",
    "assembly",
    "gathering",
    "celebration",
    "fair",
    "festival",
    "picnic",
    "excursion",
    "hike",
    "concert",
    "exhibition",
    "vernissage",
    "hackathon",
    "get-together",
    "drop-in",
    "summit",
    "symposium",
    "hearing",
    "open-mic",
    "breakfast",
];

/// Endings that such a word may have.
const FORMS: &[&str] = &[
    "", "s", "n", "t", "en", "et", "ar", "er", "or", "na", "arna", "erna", "ns", "ts", "ens", "ets",
];

/// Days of the week: "inspirationsdag" ends as one and is none.
const DAYS: &[&str] = &[
    "måndag",
    "tisdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lördag",
    "söndag",
    "vardag",
    "helgdag",
    "idag",
    "skärtorsdag",
    "långfredag",
    "annandag",
    "påskdag",
    "juldag",
];

/// Days, evenings and the like that are no occasions, and other words that end alike.
const NOT: &[&str] = &[
    "midsommardag",
    "anmälningsdag",
    "ansökningsdag",
    "sommardag",
    "vinterdag",
    "höstdag",
    "vårdag",
    "arbetsdag",
    "skoldag",
    "heldag",
    "halvdag",
    "middag",
    "riksdag",
    "uppdrag",
    "födelsedag",
    "namnsdag",
    "dagskväll",
    "sommarkväll",
    "vinterkväll",
    "vårkväll",
    "höstkväll",
    "bemöte",
    "manifest",
    "protest",
    "diskurs",
    "konkurs",
    "resurs",
    "omröstning",
    "församling",
    "insamling",
    "tjänstledighet",
    "adress",
    "intress",
    "presidi",
    "betalningsdag",
    "utskicksdag",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_what_is_held() {
        for word in [
            "höstmöte",
            "årsstämman",
            "stickkafé",
            "bytardagen",
            "energikvällen",
            "avslutningsfest",
            "sagostund",
            "samråd",
            "workshop",
            "taktäckarkurs",
            "studieresa",
            "ledarforum",
            "frågemöte",
            "klädbytardagen",
            "kurser",
            "vandringen",
            "briefing",
            "skördefesten",
        ] {
            assert!(is_gathering(word), "{word}");
        }
        for word in [
            "måndagen",
            "eftermiddagen",
            "vardagar",
            "församlingen",
            "lördagskvällen",
            "bemötandet",
            "styrelsen",
            "biblioteket",
            "kväll",
            "dag",
            "middag",
            "torsdagar",
            "resurs",
            "idag",
        ] {
            assert!(!is_gathering(word), "{word}");
        }
        assert!(names_gathering("öppet hus på brandstationen"));
        assert!(!names_gathering("folkets hus i heby"));
    }
}
