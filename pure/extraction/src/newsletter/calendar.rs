//! Which year a letter's date means.

use crate::event::Page;
use crate::model::Day;
use crate::when::DateMention;
use crate::words::Sifted;

/// Which year a letter's date means.
pub(super) struct Calendar<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) month: Option<u8>,
    pub(super) first_issue: bool,
}

/// How plainly a sentence or its heading tells of what has been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Tense {
    /// It says nothing of the kind.
    #[default]
    Open,
    /// A verb has the shape of a past tense, as participles may have too: "fyllde vi", "planted".
    Shape,
    Past,
}

impl Calendar<'_> {
    pub(super) fn day(&self, date: &DateMention, tense: Tense) -> Day {
        let year = date.year.or_else(|| {
            let year = self.page.years.year()?;
            Some(match self.month {
                // What is past in a January letter was in the year before; where only a verb's
                // shape says so, that must be nearer than the same day to come.
                Some(month)
                    if date.month > month
                        && (tense == Tense::Past
                            || tense == Tense::Shape && date.month >= month + 7) =>
                {
                    year - 1
                }
                Some(month) if tense != Tense::Past && month >= 10 && date.month <= 4 => year + 1,
                None if tense != Tense::Open && self.first_issue && date.month >= 9 => year - 1,
                _ => year,
            })
        });
        Day { year, month: date.month, day: date.day }
    }
}

/// Does a sentence (lower case) tell of what has been?
pub(super) fn tense(low: &str) -> Tense {
    let low = &Sifted::of(low);
    if crate::words::has_any(
        low,
        &[
            "will be",
            " is held",
            " are held",
            "be held",
            "kommer att",
            "ska hållas",
            "to be held",
            "kommande",
            "i år firar",
        ],
    ) {
        return Tense::Open;
    }
    // "trängdes", "delades ut"
    let words = || low.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    let thanks = crate::words::has_any(
        low,
        &[
            "tack för en ",
            "tack för i ",
            "tack för senast",
            "tack alla som",
            "tack till alla",
            "tack alla ni",
            "thank you all",
            "thanks to everyone",
            "thanks to all",
            "for coming",
        ],
    );
    if thanks
        || low.contains("kom ") && came(low)
        || crate::words::has_any(low, PAST)
        || low.contains("des") && words().any(|w| w.chars().count() >= 7 && w.ends_with("des"))
    {
        Tense::Past
    } else if words().any(has_past_shape) {
        Tense::Shape
    } else {
        Tense::Open
    }
}

/// "Sjuttio personer kom den 3 mars", and not "Kom den 3 mars!" or "Ta med kaffe och kom till torget".
fn came(low: &str) -> bool {
    low.match_indices("kom ").any(|(at, _)| {
        let before = low[..at].trim_end();
        before.len() < at
            && before.ends_with(char::is_alphanumeric)
            && !["och", "så", "men"].iter().any(|w| before.ends_with(w))
    })
}

/// "TACK FÖR I NOVEMBER", "I backspegeln", "Harvest day report": what stands under it has been.
pub(super) fn heading_tense(low: &str) -> Tense {
    let told = crate::words::has_any(
        low,
        &[
            "tack för",
            "backspegel",
            "så gick det",
            "så var ",
            "så blev ",
            "tillbakablick",
            "vi minns",
            "sågs",
            "träffades",
            "har hänt",
            "detta hände",
            "det hände",
            "rapport från",
            "referat",
            "looking back",
            "look back",
            "report from",
            "what happened",
            "thanks for",
            "thank you for",
            "recap",
            "we met",
            "how it went",
        ],
    ) || low.ends_with(" report");
    if told { Tense::Past } else { Tense::Open }
}

/// "fyllde", "avslutade", "reste", "planted": the shape of a weak verb's past tense, or one of the
/// common strong ones.
fn has_past_shape(word: &str) -> bool {
    const STRONG: [&str; 36] = [
        "var", "gick", "fick", "såg", "höll", "bjöds", "blev", "hade", "tog", "gav", "sjöng",
        "drack", "skrev", "gjorde", "lade", "drog", "reste", "läste", "satt", "delade", "fanns",
        "was", "were", "met", "came", "took", "sang", "saw", "went", "had", "spoke", "held",
        "gathered", "ran", "sat", "wrote",
    ];
    const NOT: [&str; 24] = [
        "fjärde",
        "need",
        "indeed",
        "speed",
        "seed",
        "invited",
        "required",
        "limited",
        "closed",
        "based",
        "united",
        "interested",
        "planned",
        "expected",
        "reserved",
        "needed",
        "cancelled",
        "postponed",
        "moved",
        "booked",
        "scheduled",
        "organised",
        "organized",
        "hosted",
    ];
    if STRONG.contains(&word) {
        return true;
    }
    word.chars().count() >= 5
        && !NOT.contains(&word)
        && [
            "ade", "ades", "lde", "rde", "dde", "kte", "tte", "pte", "xte", "nded", "cked", "shed",
            "ited", "nted", "lled", "ured", "ined", "ised", "ized",
        ]
        .iter()
        .any(|end| word.ends_with(end))
}

pub(super) const PAST: &[&str] = &[
    "sågs",
    "träffades",
    "hölls",
    "genomförde",
    "ägde rum",
    "besökte",
    "firade",
    "höll vi",
    "bar det av",
    "deltog",
    "samlades",
    "var vi",
    "arrangerade",
    "visited",
    " met ",
    " held",
    "took place",
    "gathered",
    "was held",
    "were ",
    "bjöd",
    "hade vi",
    "avslutades",
    "invigdes",
    "startade",
    "gick av stapeln",
    "presenterade",
    "var det ",
    "möttes",
    "stod ",
];
