//! Words that tell an organisation from a person.

use std::sync::LazyLock;

use crate::lines::fold;

use super::vocabulary::Vocabulary;

/// Does the word belong in the name of an organisation, a body or a house?
pub fn is_org_word(word: &str) -> bool {
    let low = fold(super::bare(word));
    WORDS.has(&low)
        || WORDS.ends(&low, 0)
        // "vattenråd", "brukarråd"; a "kommunalråd" is a person.
        || low.ends_with("råd") && !super::is_title_word(&low)
}

/// A body spoken of in small letters and the definite form: "kulturnämnden", "omsorgsförvaltningen",
/// "byalaget". It is somebody's organisation, not a role.
pub fn is_body(word: &str) -> bool {
    let low = fold(super::bare(word));
    low.chars().count() > 6 && BODIES.iter().any(|end| low.ends_with(end))
}

/// A body that one has a role in from outside ("kassör i handelsföreningen"), where "ordförande i
/// regionstyrelsen" is one role.
pub fn is_house(word: &str) -> bool {
    let low = fold(super::bare(word));
    low.chars().count() > 6 && HOUSES.iter().any(|end| low.ends_with(end))
}

const BODIES: &[&str] = &[
    "rådet",
    "kontoret",
    "förvaltningen",
    "nämnden",
    "enheten",
    "avdelningen",
    "styrelsen",
    "utskottet",
    "kansliet",
    "kommittén",
    "myndigheten",
    "beredningen",
    "förbundet",
    "föreningen",
    "klubben",
    "laget",
    "kåren",
    "nätverket",
    "bolaget",
    "stiftelsen",
    "museet",
    "muséet",
    "biblioteket",
    "skolan",
    "universitetet",
    "församlingen",
    "pastoratet",
    "distriktet",
    "kooperativet",
    "jouren",
    "byrån",
    "sektionen",
    "tjänsten",
    "polisen",
    "sällskapet",
    "sjukhuset",
    "mottagningen",
    "vårdcentralen",
    "centralen",
];

const HOUSES: &[&str] = &[
    "föreningen",
    "klubben",
    "laget",
    "kåren",
    "bolaget",
    "förbundet",
    "museet",
    "muséet",
    "biblioteket",
    "skolan",
    "universitetet",
    "församlingen",
    "pastoratet",
    "kooperativet",
    "sällskapet",
    "sjukhuset",
    "vårdcentralen",
];

/// Does one of the words make it an organisation?
pub fn looks_like_org(text: &str) -> bool {
    text.split_whitespace().any(is_org_word)
}

/// Is the text the name of a body and nothing else: "Sala kommun", "Polisen i Sala", "SKR",
/// "Hamnföreningen"?
pub fn names_body(text: &str) -> bool {
    let low = fold(text);
    let acronym = |word: &str| {
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        letters().count() >= 2
            && letters().all(char::is_uppercase)
            && word.chars().count() <= 9
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '&' | '/'))
    };
    if let Some((first, rest)) = text.split_once(' ') {
        // "Mat & Möten AB"
        if text.starts_with(char::is_uppercase)
            && [" AB", " HB", " Ltd", " Inc", " GmbH", " AS"].iter().any(|end| text.ends_with(end))
            && text.split(' ').count() <= 6
        {
            return true;
        }
        // "LRF Mälardalen", "Nätverket Hela bygden", "Leader Hamnbygd"
        let led = acronym(first)
            && rest.split(' ').all(|w| w.starts_with(char::is_uppercase) || w == "i")
            || crate::event::is_founded(&fold(first)) && !rest.contains(['?', '!', ':', ','])
            || first == "Leader";
        // "Södra Skogsägarna", "Sveriges Hyresgästerna"
        let last = rest.split(' ').next_back().unwrap_or_default();
        let guild = !rest.contains(' ')
            && last.starts_with(char::is_uppercase)
            && (last.ends_with("arna") || last.ends_with("erna"))
            && super::is_title_word(last);
        return guild
            || led && rest.starts_with(char::is_uppercase) && rest.split(' ').count() <= 4
            || crate::event::is_organisation(text, &low);
    }
    let short = acronym(text);
    short
        || text.starts_with(char::is_uppercase)
            && (is_org_word(text)
                || is_body(text)
                || low.len() > 8
                    && [
                        "huset",
                        "regionen",
                        "teatern",
                        "främjandet",
                        "operan",
                        "gården",
                        "kåren",
                        "arkivet",
                    ]
                    .iter()
                    .any(|end| low.ends_with(end)))
            && !super::is_title_word(text)
}

/// People spoken of as a group ("samtalsledarna", "alla"), who are nobody's name.
pub fn is_collective(word: &str) -> bool {
    let low = fold(super::bare(word));
    matches!(
        low.as_str(),
        "alla"
            | "samtalsledarna"
            | "deltagarna"
            | "deltagare"
            | "föreläsarna"
            | "talarna"
            | "panelen"
            | "medverkande"
            | "everyone"
            | "all"
            | "participants"
            | "speakers"
            | "flera"
            | "andra"
            | "fler"
            | "representanter"
            | "företrädare"
    )
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(WHOLE, ENDINGS));

const WHOLE: &[&str] = &[
    "kommun",
    "kommuner",
    "kommunen",
    "kommuns",
    "region",
    "regionen",
    "landsting",
    "län",
    "läns",
    "länsstyrelsen",
    "länsstyrelse",
    "universitet",
    "university",
    "högskola",
    "högskolan",
    "college",
    "institute",
    "institut",
    "institutet",
    "ab",
    "hb",
    "kb",
    "ltd",
    "inc",
    "förening",
    "föreningen",
    "föreningar",
    "förbund",
    "förbundet",
    "stiftelse",
    "stiftelsen",
    "foundation",
    "council",
    "municipality",
    "county",
    "city",
    "kyrka",
    "kyrkan",
    "church",
    "församling",
    "församlingen",
    "stift",
    "stiftet",
    "värdshus",
    "gästgiveri",
    "kursgård",
    "lägergård",
    "folkpark",
    "församlingshem",
    "medborgarhus",
    "kulturhus",
    "konserthus",
    "bystuga",
    "bystugan",
    "bygdegård",
    "hembygdsgård",
    "ordenshus",
    "missionshus",
    "föreningshus",
    "stadsbibliotek",
    "herrgård",
    "krets",
    "länskrets",
    "distrikt",
    "kulturråd",
    "stad",
    "stads",
    "råd",
    "rådet",
    "nätverk",
    "nätverket",
    "network",
    "employers",
    "arbetsgivare",
    "arbetsgivarna",
    "lantbrukarna",
    "företagarna",
    "centre",
    "center",
    "centrum",
    "museum",
    "museet",
    "bibliotek",
    "biblioteket",
    "library",
    "skola",
    "skolan",
    "school",
    "folkhögskola",
    "gymnasium",
    "myndighet",
    "myndigheten",
    "verket",
    "agency",
    "authority",
    "byalag",
    "byalaget",
    "byaråd",
    "byarådet",
    "bygderåd",
    "bygdeförening",
    "hembygdsförening",
    "sällskap",
    "sällskapet",
    "akademi",
    "akademin",
    "academy",
    "lab",
    "labs",
    "studio",
    "group",
    "gruppen",
    "partnerskapet",
    "partnerskap",
    "partnership",
    "forum",
    "association",
    "mission",
    "cross",
    "missionen",
    "stadsmission",
    "stadsmissionen",
    "society",
    "trust",
    "federation",
    "union",
    "unionen",
    "coompanion",
    "studieförbundet",
    "studieförbund",
    "rotary",
    "lions",
    "fonden",
    "fund",
    "bolag",
    "bolaget",
    "kooperativ",
    "housing",
    "hospital",
    "sjukhus",
    "sjukhuset",
    "polisen",
    "räddningstjänsten",
    "försvarsmakten",
    "kansliet",
    "kansli",
    "department",
    "ministry",
    "sverige",
    "sweden",
    "europe",
    "eu",
    "norden",
    "klubben",
    "klubb",
    "team",
    "fc",
    "if",
    "ik",
    "bk",
    "kf",
    "sisu",
    "pro",
    "spf",
    "abf",
    "nbv",
    "sensus",
    "vuxenskolan",
    "bilda",
    "medborgarskolan",
    "röda",
    "rädda",
    "svenska",
    "korset",
    "kommittén",
    "committee",
    "board",
    "chamber",
    "styrelsen",
    "förvaltningen",
    "nämnden",
    "enheten",
    "avdelningen",
    "programmet",
    "projektet",
    "lokal",
    "sal",
    "rum",
    "hus",
    "room",
    "hall",
    "house",
    "park",
    "torget",
    "hotell",
    "hotel",
    "konferens",
    "brunn",
    "slott",
    "gården",
    "energikontor",
    "arkiv",
    "teater",
    "leader",
    "navet",
    "kunskapscentrum",
    "företagarna",
    "näringsliv",
    "näringslivet",
    "handelskammaren",
    "polismyndigheten",
    "arbetsförmedlingen",
    "försäkringskassan",
    "boverket",
    "jordbruksverket",
    "tillväxtverket",
    "naturvårdsverket",
    "socialstyrelsen",
    "skolverket",
    "trafikverket",
    "vinnova",
    "formas",
];
const ENDINGS: &[&str] = &[
    "krets",
    "kretsen",
    "distrikt",
    "sråd",
    "mråd",
    "föreningen",
    "förening",
    "förbundet",
    "förbund",
    "verket",
    "nätverket",
    "nätverk",
    "rådet",
    "skolan",
    "skola",
    "kyrkan",
    "stiftelsen",
    "centrum",
    "bolaget",
    "myndigheten",
    "inspektionen",
    "delegationen",
    "ombudsmannen",
    "styrelsen",
    "nämnden",
    "förvaltningen",
    "kontoret",
    "kansliet",
    "akademin",
    "institutet",
    "museet",
    "muséet",
    "biblioteket",
    "huset",
    "gården",
    "salen",
    "rummet",
    "hallen",
    "universitet",
    "högskolan",
    "kommun",
    "byalag",
    "länsförbund",
    "kommittén",
    "projektet",
    "föreningarna",
    "bygden",
    "kooperativet",
    "alliansen",
    "sällskapet",
    "klubben",
    "församling",
    "församlingen",
    "teatern",
    "kåren",
    "unionen",
    "banken",
    "forum",
    "partnerskapet",
    "samfundet",
    "distriktet",
    "jouren",
    "byrån",
    "avdelningen",
    "gruppen",
    "mässan",
    "lab",
    "kontor",
    "hem",
    "bostäder",
    "hubben",
    "navet",
    "verkstan",
    "caféet",
    "kaféet",
    "arenan",
    "företagen",
    "ungdomsråd",
    "folkhögskola",
    "tidning",
    "tidningen",
];
