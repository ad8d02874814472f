//! What stands around a page and belongs to the site, the printer or the weather.

use std::ops::Deref;
use std::sync::LazyLock;

use super::menu::{OFFERS, WHOLE};
use super::vocabulary::{Sifted, Vocabulary};

const WEATHER: &[&str] =
    &["mulet", "soligt", "klart", "regn", "snö", "växlande", "halvklart", "moln", "dimma", "vind"];

/// What lines of a site, of pictures and of letters begin with.
const BEGINNINGS: &[&str] = &[
    "den här webbplatsen använder",
    "vi använder kakor",
    "vi använder cookies",
    "webbplatsen använder",
    "this site uses",
    "this website uses",
    "we use cookies",
    "hade du nytta av",
    "hjälpte informationen",
    "har du hittat det du",
    "did you find",
    "was this page",
    "hjälpte sidan",
    "logotyp ",
    "img ",
    "image ",
    "bild: ",
    "foto: ",
    "fotograf: ",
    "photo: ",
    "[missing text",
    "syns inte bilderna",
    "kan du inte läsa",
    "having trouble",
    "du får det här",
    "you receive this",
    "läs mer på",
    "läs mer om kakor",
    "om du inte vill ha fler",
    "lägg till i",
    "öppnas i nytt",
    "växel",
    "org.nr",
    "organisationsnummer",
    "bankgiro",
    "©",
];

/// Those of the beginnings that one word may have.
static SINGLE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    BEGINNINGS.iter().chain(&OFFERS).copied().filter(|w| !w.contains(' ')).collect()
});

/// Is the word (lower case, nothing but letters and figures) all of such a line?
pub fn is_noise_word(word: &str) -> bool {
    WORDS.has(word) || super::begins_with(word, &SINGLE)
}

/// Is the line (in lower case) furniture of a site, not text of the page?
pub fn is_noise<T: Deref<Target = str>>(low: &Sifted<T>) -> bool {
    let line = low.trim_matches(|c: char| !c.is_alphanumeric() && c != '°');
    if WORDS.has(line) {
        return true;
    }
    if line.is_empty() {
        return true;
    }
    if low.len() < 140 && (super::begins_with(line, BEGINNINGS) || tells_of_page(line)) {
        return true;
    }
    // "Dela på Facebook, X och LinkedIn", "Prenumerera på vårt nyhetsbrev"
    if low.len() < 60
        && !low.ends_with('.')
        && !low.bytes().any(|b| b.is_ascii_digit())
        && super::begins_with(line, &OFFERS)
    {
        return true;
    }
    if low.len() < 70
        && super::has_any(
            low,
            &[
                "i webbläsaren",
                "in your browser",
                "in the browser",
                "i din webbläsare",
                "brevet konstigt ut",
            ],
        )
    {
        return true;
    }
    if low.starts_with('©') || low.starts_with("&copy;") {
        return true;
    }
    // Breadcrumbs, and menus written as one line.
    if (low.contains(" > ") || low.contains(" › ") || low.contains(" » "))
        && !low.contains(". ")
        && low.len() < 200
    {
        return true;
    }
    // "lördag 29 maj / kl. 13–14 / Folkets hus" is no menu.
    let hours = [" kl", ".00", ":00", ".30", ":30"].iter().any(|w| low.contains(w));
    if low.count(" / ") >= 2 && low.len() < 120 && !hours && !is_row_of_somebody(low, " / ")
        || low.contains(" / ") && low.split(" / ").next().is_some_and(|head| WORDS.has(head))
        || low.starts_with("startsida /")
        || low.starts_with("hem /")
        || low.starts_with("home /")
    {
        return true;
    }
    // A menu on one line: "Home People Research Events".
    if low.len() < 120 && !low.contains(['.', ',', ':', '?', '!']) {
        let words: Vec<&str> = low.split_whitespace().collect();
        if words.len() >= 3 && menu_words(&words) * 3 >= words.len() * 2 {
            return true;
        }
    }
    if low.count(" | ") >= 2
        && !low.contains('@')
        && !low.bytes().any(|b| b.is_ascii_digit())
        && low.len() < 160
        && !is_row_of_somebody(low, " | ")
    {
        return true;
    }
    // "Om oss · Områden · Publikationer · Kalender"
    for sign in [" · ", " • "] {
        if low.count(sign) >= 2
            && low.len() < 160
            && !low.contains(['@', '?', '!', ':', '.'])
            && !low.bytes().any(|b| b.is_ascii_digit())
            && low.split(sign).all(|cell| cell.split(' ').count() <= 3)
            && low.split(sign).any(|cell| WORDS.has(cell.trim()))
        {
            return true;
        }
    }
    // Weather.
    if low.len() < 90
        && (low.contains('°')
            || low.contains(" grader") && super::has_any(low, WEATHER)
            || super::begins_with(
                low,
                &["öppet i dag", "öppet idag", "open today", "stängt i dag", "closed today"],
            )
            || low.starts_with("just nu:")
            || low.starts_with("vädret ")
            || low.starts_with("väder:")
            || low.starts_with("weather:"))
    {
        return true;
    }
    // The name of the site, said twice, and "X:s webbplats".
    if low.len() < 120
        && (low.contains("s webbplats")
            || low.ends_with(" webbplats")
            || low.contains("'s website"))
        && !low.ends_with('.')
    {
        return true;
    }
    if low.len() < 160 {
        let half = low.len() / 2;
        if low.len() > 7
            && low.is_char_boundary(half)
            && low.as_bytes().get(half) == Some(&b' ')
            && low[..half] == low[half + 1..]
        {
            return true;
        }
    }
    false
}

/// "Till anmälan", "Boka plats": what one presses to register.
pub fn is_button(low: &str) -> bool {
    matches!(
        low.trim_matches(|c: char| !c.is_alphanumeric()),
        "till anmälan"
            | "till anmälningsformuläret"
            | "till bokning"
            | "till bokningen"
            | "anmäl dig här"
            | "anmäl dig nu"
            | "anmäl mig"
            | "anmälan här"
            | "boka"
            | "boka nu"
            | "boka här"
            | "boka plats"
            | "boka din plats"
            | "köp biljett"
            | "köp biljetter"
            | "register here"
            | "register now"
            | "sign up here"
            | "sign up now"
            | "book now"
            | "book here"
            | "book your place"
            | "book your seat"
            | "buy tickets"
            | "get tickets"
    )
}

/// "Sidansvarig: Kommunikationsenheten", "Skribent: Redaktionen", "Dela sidan: Facebook", "Lästid: 2
/// minuter": who keeps the page and how it is read or passed on.
fn tells_of_page(line: &str) -> bool {
    let key = line.split(':').next().unwrap_or_default().trim();
    key.len() < line.len()
        && !line.bytes().any(|b| b.is_ascii_digit())
        && matches!(
            key,
            "sidansvarig"
                | "sidansvarig enhet"
                | "sidredaktör"
                | "innehållsansvarig"
                | "webbansvarig"
                | "webbredaktör"
                | "ansvarig för sidan"
                | "publicerad av"
                | "publicerat av"
                | "publicerad i"
                | "uppdaterad av"
                | "granskad av"
                | "faktagranskad av"
                | "skribent"
                | "text"
                | "text och bild"
                | "text och foto"
                | "dela"
                | "dela sidan"
                | "dela på"
                | "dela via"
                | "dela artikeln"
                | "dela evenemanget"
                | "skriv ut"
                | "share"
                | "share on"
                | "share this"
                | "share this page"
                | "reading time"
                | "posted by"
                | "published by"
                | "page editor"
                | "page manager"
                | "responsible publisher"
                | "du är här"
                | "you are here"
                | "språk"
                | "language"
                | "sidan på andra språk"
        )
        || line.starts_with("lästid") && line.bytes().any(|b| b.is_ascii_digit())
}

/// "Lyssna    Teckenspråk    Other languages": a site's links on one line.
pub fn is_menu(low: &str) -> bool {
    if low.matches('\t').count() < 2
        || low.len() > 160
        || low.contains(['.', '@', '?', '!', ':'])
        || low.bytes().any(|b| b.is_ascii_digit())
    {
        return false;
    }
    let mut cells = low.split('\t').map(str::trim);
    cells.clone().all(|cell| cell.split(' ').count() <= 4) && cells.any(|cell| WORDS.has(cell))
}

/// "anna ek | strateg | sala kommun": a name and a role, no menu.
fn is_row_of_somebody(low: &str, sign: &str) -> bool {
    // "a | sal ljungan | butiken som blev bank"
    let counted = |cell: &str| cell.chars().count() == 1;
    if low.split(sign).next().is_some_and(counted) && !low.split(sign).nth(1).is_some_and(counted) {
        return true;
    }
    let mut cells = low.split(sign).map(str::trim);
    let name = cells.next().unwrap_or_default().split(' ').count();
    let mut role = cells.next().unwrap_or_default().split(' ').take(4);
    low.contains('?') || (2..=4).contains(&name) && role.any(super::is_title_word)
}

/// How many of the words are a menu's: "dela", "skriv ut", "lyssna".
fn menu_words(words: &[&str]) -> usize {
    let (mut at, mut known) = (0, 0);
    while at < words.len() {
        let entry = (1..=3.min(words.len() - at))
            .rev()
            .find(|&n| WORDS.has(words[at..at + n].join(" ").as_str()));
        known += entry.unwrap_or(0);
        at += entry.unwrap_or(1);
    }
    known
}

/// The name of an online meeting platform as written, where the line (lower case) has one.
pub fn is_platform(low: &str) -> Option<(usize, usize)> {
    platform_in(low, &super::Sieve::of(low))
}

/// The same, where the line's pairs of letters are known.
pub fn platform_in(low: &str, sieve: &super::Sieve) -> Option<(usize, usize)> {
    const PLATFORMS: [&str; 19] = [
        "microsoft teams",
        "ms teams",
        "google meet",
        "teams",
        "zoom",
        "webex",
        "skype",
        "whereby",
        "jitsi",
        "gotowebinar",
        "gotomeeting",
        "livestorm",
        "youtube live",
        "discord",
        "bambuser",
        "facebook live",
        "big blue button",
        "bigbluebutton",
        "google hangouts",
    ];
    PLATFORMS
        .iter()
        .filter(|name| sieve.may_have(name))
        .find_map(|name| super::find_word(low, name).map(|at| (at, at + name.len())))
        .or_else(|| {
            // "Teamslänk", "Zoommöte"
            ["teamslänk", "teamsmöte", "zoomlänk", "zoommöte"]
                .iter()
                .filter(|word| sieve.may_have(word))
                .find_map(|word| super::find_word(low, word))
                .map(|at| (at, at + if low[at..].starts_with('t') { 5 } else { 4 }))
        })
        .or_else(|| sent_on(low, sieve))
}

/// "Sänds på Youtube": a site of films and friends is a platform only where it sends.
fn sent_on(low: &str, sieve: &super::Sieve) -> Option<(usize, usize)> {
    ["youtube", "facebook", "vimeo", "twitch"].iter().filter(|name| sieve.may_have(name)).find_map(
        |name| {
            let at = super::find_word(low, name)?;
            let sends = super::has_any(
                &low[..at],
                &["sänds", "sänder", "streamas", "strömmas", "broadcast"],
            ) || super::has_any(
                low,
                &[
                    "stream",
                    "direktsän",
                    "livesän",
                    "webbsän",
                    "sändning",
                    "sänds live",
                    "live on ",
                    "live på ",
                ],
            );
            (sends
                && !super::has_any(
                    low,
                    &[
                        "efterhand",
                        "efteråt",
                        "afterwards",
                        "inspel",
                        "record",
                        "följ oss",
                        "follow us",
                    ],
                ))
            .then_some((at, at + name.len()))
        },
    )
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(WHOLE, &[]));
