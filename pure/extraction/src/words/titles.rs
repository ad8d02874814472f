//! Professional titles. Swedish titles are compounds, so most are known by their last part.

use std::sync::LazyLock;

use crate::lines::fold;

use super::vocabulary::Vocabulary;

/// Can the word be (the head of) a professional title? Case is not asked for.
pub fn is_title_word(word: &str) -> bool {
    let low = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    if low.chars().count() < 2 {
        return false;
    }
    // "forskaren", "kommunalrådet"
    let indefinite = low
        .strip_suffix("en")
        .filter(|_| !low.ends_with("aren"))
        .or_else(|| low.strip_suffix("et"))
        .or_else(|| low.strip_suffix('n'))
        .filter(|w| w.len() > 5);
    if let Some(word) = indefinite
        && (WORDS.has(word) || WORDS.ends(word, 2))
    {
        return true;
    }
    // "fritidscheferna", "forskarna"
    if let Some(stem) = low.strip_suffix("erna").filter(|s| s.len() > 3)
        && (WORDS.has(stem) || WORDS.ends(stem, 2))
    {
        return true;
    }
    if let Some(stem) = low.strip_suffix("arna").filter(|s| s.len() > 3) {
        let singular = format!("{stem}are");
        if WORDS.has(&singular) || WORDS.ends(&singular, 2) {
            return true;
        }
    }
    WORDS.has(&low) || WORDS.ends(&low, 2)
}

/// A form of address before a name that is no part of a title on its own.
pub fn is_honorific(word: &str) -> bool {
    matches!(
        fold(word.trim_end_matches('.')).as_str(),
        "dr" | "prof" | "doc" | "mr" | "mrs" | "ms" | "herr" | "fru" | "doktor"
    )
}

/// A title in the singular, that cannot hold for several people named before it ("vd", "rektor",
/// "arkitekt"); "-are" and "ombud" are the same in the plural.
pub fn is_unshared_title(title: &str) -> bool {
    let Some(head) = title.split_whitespace().find(|word| is_title_word(word)) else {
        return false;
    };
    let low = fold(head.trim_matches(|c: char| !c.is_alphanumeric()));
    if matches!(
        low.as_str(),
        "ordförande" | "chair" | "director" | "manager" | "head" | "president" | "secretary"
    ) || low.ends_with("ordförande")
    {
        return true;
    }
    let shared =
        ["are", "ande", "ende", "er", "or", "ar", "ombud", "råd", "iker", "s", "i", "y", "e"];
    let english_singular = matches!(
        low.as_str(),
        "researcher"
            | "teacher"
            | "lecturer"
            | "leader"
            | "planner"
            | "officer"
            | "engineer"
            | "advisor"
            | "adviser"
            | "editor"
            | "author"
            | "coordinator"
            | "professor"
            | "rektor"
            | "lektor"
            | "revisor"
            | "kantor"
            | "doktor"
            | "pastor"
            | "moderator"
            | "koordinator"
            | "kurator"
    );
    english_singular || !shared.iter().any(|ending| low.ends_with(ending))
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(WHOLE, ENDINGS));

const WHOLE: &[&str] = &[
    "vd",
    "gd",
    "ceo",
    "cto",
    "cfo",
    "coo",
    "hr",
    "it",
    "pr",
    "vice",
    "biträdande",
    "tf",
    "ställföreträdande",
    "adjungerad",
    "doktor",
    "dr",
    "phd",
    "fil",
    "med",
    "jur",
    "tekn",
    "lic",
    "mag",
    "elev",
    "student",
    "studenter",
    "doktorand",
    "lektor",
    "adjunkt",
    "docent",
    "professor",
    "professorer",
    "rektor",
    "prorektor",
    "dekan",
    "prost",
    "präst",
    "kyrkoherde",
    "diakon",
    "biskop",
    "pastor",
    "imam",
    "kantor",
    "komminister",
    "domprost",
    "jurist",
    "advokat",
    "arkitekt",
    "läkare",
    "överläkare",
    "sjuksköterska",
    "barnmorska",
    "kurator",
    "psykolog",
    "socionom",
    "pedagog",
    "polis",
    "ekonom",
    "ingenjör",
    "kommunalråd",
    "regionråd",
    "länsråd",
    "oppositionsråd",
    "landshövding",
    "minister",
    "statsråd",
    "statssekreterare",
    "riksdagsledamot",
    "ledamot",
    "politiker",
    "borgmästare",
    "konsul",
    "ambassadör",
    "volontär",
    "pensionär",
    "företagare",
    "bonde",
    "lantbrukare",
    "handlare",
    "författare",
    "journalist",
    "redaktör",
    "fotograf",
    "konstnär",
    "musiker",
    "skådespelare",
    "regissör",
    "producent",
    "curator",
    "intendent",
    "antikvarie",
    "arkivarie",
    "bibliotekarie",
    "coach",
    "mentor",
    "expert",
    "utredare",
    "forskare",
    "grundare",
    "moderator",
    "konferencier",
    "programledare",
    "chef",
    "director",
    "manager",
    "coordinator",
    "officer",
    "lecturer",
    "researcher",
    "researchers",
    "head",
    "chair",
    "chairperson",
    "chairman",
    "chairwoman",
    "president",
    "secretary",
    "treasurer",
    "librarian",
    "teacher",
    "physician",
    "doctor",
    "nurse",
    "midwife",
    "midwives",
    "engineer",
    "architect",
    "planner",
    "strategist",
    "analyst",
    "adviser",
    "advisor",
    "consultant",
    "founder",
    "co-founder",
    "leader",
    "editor",
    "author",
    "writer",
    "artist",
    "curators",
    "economist",
    "lawyer",
    "mayor",
    "councillor",
    "minister",
    "governor",
    "dean",
    "vice-chancellor",
    "chancellor",
    "principal",
    "pastor",
    "priest",
    "bishop",
    "project",
    "regional",
    "senior",
    "junior",
    "deputy",
    "associate",
    "assistant",
    "executive",
    "managing",
    "policy",
    "programme",
    "program",
    "community",
    "development",
    "youth",
    "volunteer",
    "specialist",
    "technician",
    "psychologist",
    "sociologist",
    "geographer",
    "historian",
    "fellow",
    "postdoc",
    "candidate",
    "owner",
    "farmer",
    "entrepreneur",
    "developer",
    "designer",
    "facilitator",
    "host",
    "hostess",
    "commissioner",
    "värd",
    "värdinna",
    "ombudsman",
    "generalsekreterare",
    "kassör",
    "sekreterare",
    "ordförande",
    "ordf",
    "ledare",
    "handläggare",
    "kamrer",
    "assistent",
    "rådgivare",
    "strateg",
    "samordnare",
    "koordinator",
    "controller",
    "analytiker",
    "statistiker",
    "agronom",
    "biolog",
    "geolog",
    "ekolog",
    "kriminolog",
    "sociolog",
    "etnolog",
    "antropolog",
    "veterinär",
    "geriatriker",
    "tandläkare",
    "logoped",
    "fysioterapeut",
    "dietist",
    "undersköterska",
    "brandman",
    "räddningschef",
    "tolk",
    "översättare",
    "kock",
    "krögare",
    "kursledare",
    "föreläsare",
    "talare",
    "inspiratör",
    "fritidsledare",
    "idrottslärare",
    "snickare",
    "skogsbrukare",
    "fiskare",
    "hantverkare",
    "designer",
    "formgivare",
    "legitimerad",
    "initiativtagare",
    "medgrundare",
    "eldsjäl",
    "eldsjälar",
    "aktivist",
    "krönikör",
    "poet",
    "dramatiker",
    "talesperson",
    "representant",
    "representanter",
    "delägare",
    "ägare",
];
const ENDINGS: &[&str] = &[
    "ledare",
    "chef",
    "chefer",
    "samordnare",
    "strateg",
    "strateger",
    "utvecklare",
    "ordförande",
    "sekreterare",
    "handläggare",
    "konsulent",
    "konsulenter",
    "konsult",
    "konsulter",
    "ansvarig",
    "ansvariga",
    "direktör",
    "direktörer",
    "rådgivare",
    "forskare",
    "lärare",
    "läkare",
    "sköterska",
    "pedagog",
    "pedagoger",
    "planerare",
    "arkitekt",
    "arkitekter",
    "ingenjör",
    "ingenjörer",
    "ombud",
    "kommunikatör",
    "koordinator",
    "koordinatorer",
    "analytiker",
    "ekonom",
    "jurist",
    "utredare",
    "inspektör",
    "kurator",
    "sekreterare",
    "assistent",
    "arbetare",
    "mästare",
    "ledamot",
    "ledamöter",
    "representant",
    "råd",
    "rektor",
    "lektor",
    "professor",
    "redaktör",
    "producent",
    "vetare",
    "historiker",
    "politiker",
    "tekniker",
    "specialist",
    "expert",
    "samordnaren",
    "bonde",
    "odlare",
    "uthyrare",
    "företagare",
    "entreprenör",
    "grundare",
    "psykolog",
    "log",
    "loger",
    "terapeut",
    "vägledare",
    "administratör",
    "administratörer",
    "kontorist",
    "coach",
    "mentor",
    "förvaltare",
    "värd",
    "värdinna",
    "föreståndare",
    "intendent",
    "skötare",
    "givare",
    "revisor",
    "deltagare",
    "ordf",
    "ordforande",
    "agronom",
    "nom",
    "ombudsman",
    "hövding",
    "tjänsteman",
    "tjänsteperson",
    "chaufför",
    "förare",
    "byggare",
    "brukare",
    "spelare",
    "skapare",
    "författare",
    "bibliotekarie",
    "konstnär",
    "journalist",
    "fotograf",
    "debattör",
    "skribent",
    "krögare",
    "handlare",
    "köpare",
    "mäklare",
    "delägare",
    "vaktmästare",
    "lotse",
    "lots",
    "guide",
    "kantor",
    "bevarare",
    "vakt",
];
