//! What is done under a title where no single word says it: groups that tell the others, practice.

/// Do the groups, tables or those who led them tell the others? "Bordsvärdarna berättar",
/// "Vi läser upp bordens svar", "Löften från grupperna", "What the tracks told us".
pub(super) fn tells_back(low: &str) -> bool {
    let filler = |w: &&str| {
        matches!(
            *w,
            "the" | "de" | "all" | "alla" | "each" | "every" | "our" | "våra" | "för" | "to"
        )
    };
    let words = low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !filler(w));
    let mut last = "";
    for word in words.take(16) {
        let group = |w: &str| THEM.iter().any(|g| w.ends_with(g)) || GROUPS.contains(&w);
        // "What the tracks told us", not "Tracks: the past and what it told us".
        if group(word) && (matches!(last, "från" | "from") || TELL.contains(&last))
            || group(last) && TELL.contains(&word)
            || THEIRS.iter().any(|w| last.ends_with(w)) && !word.contains("samtal")
        {
            return true;
        }
        last = word;
    }
    false
}

/// Groups that were spoken of before, and those who sat with them.
const THEM: &[&str] = &[
    "grupperna",
    "borden",
    "spåren",
    "passen",
    "sessionerna",
    "seminarierna",
    "workshoparna",
    "workshopparna",
    "verkstäderna",
    "gruppsamtalen",
    "bordssamtalen",
    "bordsvärdarna",
    "bordsvärdar",
    "samtalsledarna",
    "gruppledarna",
    "rapportörerna",
];

const GROUPS: &[&str] =
    &["groups", "tables", "tracks", "workshops", "sessions", "rapporteurs", "breakouts", "hosts"];

const THEIRS: &[&str] = &["gruppernas", "bordens", "spårens", "passens", "verkstädernas"];

const TELL: &[&str] = &[
    "berättar",
    "redovisar",
    "rapporterar",
    "presenterar",
    "sammanfattar",
    "delar",
    "svarar",
    "visar",
    "säger",
    "sa",
    "told",
    "tell",
    "report",
    "reported",
    "share",
    "present",
    "said",
    "found",
    "summarise",
    "summarize",
    "speak",
];

/// Is something done with the hands or on one's own: "Övning med egna bilder", "Provskrivning två
/// och två", "Skanna själv vid fyra stationer"?
pub(super) fn practice(low: &str, words: usize) -> bool {
    let first = low.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let exercise = ["övning", "övningar", "övningspass", "exercise", "exercises"]
        .iter()
        .any(|w| first == *w || first.len() > w.len() + 2 && first.ends_with(w));
    let tries = [
        "prov", "testa", "pröva", "try ", "öva ", "skriv", "skanna", "bygg", "rita", "practise",
        "practice",
    ]
    .iter()
    .any(|w| low.starts_with(w));
    let own = super::has_any(
        low,
        &[
            " själv",
            " egna ",
            " egen ",
            " eget ",
            "two and two",
            "in pairs",
            "station",
            "yourself",
            "your own",
            " på plats",
            "hands-on",
            "prova på",
        ],
    );
    words <= 9
        && (exercise && !low.ends_with('?')
            || tries && own
            || matches!(first, "övningstid" | "skrivtid" | "arbetstid" | "provtid")
            || super::has_any(low, &["eget arbete", "egen övning", "hands-on", "enskilt arbete"])
            || low.starts_with("arbete med egna")
            || low.starts_with("prova på"))
}

#[cfg(test)]
mod tests {
    use crate::model::ItemKind;
    use crate::words::kind_of_title;

    #[test]
    fn kinds_by_what_is_done() {
        use ItemKind::{Arrival, GroupTalks, Meal, Other, Summary, Welcome};
        for (title, kind) in [
            ("Mässdagarna öppnar", Some(Welcome)),
            ("Rektorn hälsar", Some(Welcome)),
            ("Dörrarna öppnas", Some(Arrival)),
            ("Fem knep för att öppna dörren", None),
            ("Lunch och registrering", Some(Meal)),
            ("Registrering och lunch", Some(Arrival)),
            ("Gruppledarna rapporterar", Some(Summary)),
            ("Idéer från verkstäderna", Some(Summary)),
            ("What the workshops found", Some(Summary)),
            ("Tracks: the past and what it told us", Some(GroupTalks)),
            ("Vart går vi härifrån?", Some(Summary)),
            ("Att ta med hem", Some(Summary)),
            ("Övning med egna kartor", Some(Other)),
            ("Skriv själv vid tre stationer", Some(Other)),
            ("Provspelning två och två", Some(GroupTalks)),
            ("Skrivningar om skolan i pressen", None),
            ("Guided tour of the archive", Some(Other)),
        ] {
            let low = title.to_lowercase();
            let found = kind_of_title(&low);
            let found = found.filter(|k| kind.is_some() || *k != ItemKind::Talk);
            assert_eq!(found, kind, "{title}");
        }
    }
}
