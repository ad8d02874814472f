//! What it costs: free, the ordinary price, a fee for those who stay away.

use crate::blocks::Role;
use crate::event::Page;
use crate::model::Confidence;
use crate::model::Cost;
use crate::model::Found;
use crate::sentences;
use crate::words::LabelKind;
use crate::words::has_any;
use crate::words::has_word;

/// Amounts of money in a line: value, where it starts and where it ends (bytes).
fn amounts(low: &str) -> Vec<(u32, usize, usize)> {
    let bytes = low.as_bytes();
    let mut found = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_digit()
            || i > 0
                && (bytes[i - 1].is_ascii_alphanumeric() && !low[..i].ends_with("sek")
                    || matches!(bytes[i - 1], b'.' | b':' | b'-' | b'/')
                        && i > 1
                        && bytes[i - 2].is_ascii_digit())
        {
            i += 1;
            continue;
        }
        let start = i;
        let mut digits = String::new();
        let mut end = i;
        while end < bytes.len() && digits.len() < 8 {
            if bytes[end].is_ascii_digit() {
                digits.push(bytes[end] as char);
                end += 1;
            } else if matches!(bytes[end], b' ' | b'.' | b',')
                && digits.len() <= 3
                && low[end + 1..].len() >= 3
                && bytes[end + 1..end + 4].iter().all(u8::is_ascii_digit)
                && !bytes.get(end + 4).is_some_and(u8::is_ascii_digit)
            {
                end += 1;
            } else {
                break;
            }
        }
        // "350,00 kr"
        let cents = [",00", ".00", ":00"].iter().find(|c| {
            low[end..].starts_with(*c) && !low[end + 3..].starts_with(|c: char| c.is_ascii_digit())
        });
        let counted = end + cents.map_or(0, |c| c.len());
        let rest = low[counted..].trim_start();
        let rest =
            ["svenska ", "swedish "].iter().find_map(|w| rest.strip_prefix(w)).unwrap_or(rest);
        let glued = &low[end..];
        let after = rest.starts_with("kr")
            && !rest[2..].starts_with(|c: char| c.is_alphabetic() && !rest.starts_with("kronor"))
            || rest.starts_with("sek")
            || glued.starts_with(":-")
            || rest.starts_with(":-")
            || glued.starts_with(",-")
            || glued.starts_with(";-");
        let before =
            low[..start].trim_end().ends_with("sek") || low[..start].trim_end().ends_with("kr");
        if (after || before)
            && let Ok(value) = digits.parse::<u32>()
        {
            found.push((value, start, end));
        }
        i = end.max(i + 1);
    }
    found
}

const FREE: &[&str] = &[
    "kostnadsfri",
    "gratis",
    "avgiftsfri",
    "kostar ingenting",
    "kostar inget",
    "kostar inte något",
    "utan kostnad",
    "ingen avgift",
    "inget inträde",
    "ingen entré",
    "no entrance fee",
    "no admission fee",
    "ingen kostnad",
    "ingen inträdesavgift",
    "ingen anmälningsavgift",
    "ingen deltagaravgift",
    "ingen entréavgift",
    "ingen kursavgift",
    "ingen konferensavgift",
    "fri entré",
    "fritt inträde",
    "free of charge",
    "free admission",
    "free entry",
    "free entrance",
    "entrance free",
    "entrance is free",
    "bjuder vi på hela",
    "no charge",
    "no fee",
    "is free",
    "are free",
    "utan avgift",
    "fri entre",
    "no cost",
    "entrén är fri",
    "inträdet är fritt",
    "avgift: ingen",
    "kostar ej",
    "kostar dig inget",
    "free to attend",
    "free for all",
    "free of cost",
    "without charge",
    "no admission",
    "betalar ingenting",
    "deltagandet är fritt",
    "fri medverkan",
    "bjuder på dagen",
    "bjuder på deltagandet",
    "bjuder på kursen",
    "bjuder på konferensen",
    "bjuder på utbildningen",
    "står för kostnaden",
    "står för kostnaderna",
    "tas inte ut",
    "inte ut någon avgift",
    "inte ut någon kostnad",
    "inte någon avgift",
    "inga avgifter",
    "inga kostnader",
    "utan någon kostnad",
    "utan någon avgift",
    "kostar ingen",
    "fritt att delta",
    "fritt att komma",
    "entréfri",
    "kostar inte ett öre",
    "free event",
    "free seminar",
    "at no cost",
    "costs nothing",
    "not charge",
];

/// "Mötet är inte kostnadsfritt": the word is there, and it says the opposite.
const NOT_FREE: &[&str] = &[
    "inte kostnadsfri",
    "inte gratis",
    "inte avgiftsfri",
    "ej kostnadsfri",
    "ej gratis",
    "inte utan kostnad",
    "not free",
];

const NO_SHOW: &[&str] = &[
    "utebliv",
    "uteblir",
    "no-show",
    "no show",
    "inte dyker upp",
    "avbokar sent",
    "inte avbokar",
    "inte kommer",
    "utan avbokning",
    "inte avanmäl",
    "sen avbokning",
    "sen avanmälan",
    "fail to attend",
    "do not attend",
    "do not come",
    "does not come",
    "don't come",
    "fail to come",
    "fail to show",
    "fails to",
    "don't attend",
    "don't show",
    "inte närvarar",
    "ej avbok",
    "utan att avboka",
    "utan att avanmäla",
    "utan att höra av",
    "missed attendance",
    "absence",
    "not turn up",
    "not show up",
    "n't turn up",
    "n't show up",
    "stay away",
    "not attending without",
    "without cancelling",
    "inte dök upp",
    "inte utnyttjar",
    "uteblivande",
    "avbokar du efter",
    "avanmäler du dig efter",
    "avbokning efter",
    "avanmälan efter",
    "avbokning senare",
    "avanmälan senare",
    "avbokningar efter",
    "sena avbokningar",
    "late cancellation",
    "cancel after",
    "cancelling after",
    "cancellation after",
    "cancellations after",
    "cancel late",
    "cancel later",
    "inte hör av dig",
    "inte hört av",
    "utan att meddela",
    "utan återbud",
    "inte avbokat",
    "inte avanmält",
    "ej avanmäl",
    "inte har avbok",
    "stannar hemma",
    "står tom",
    "not cancelled",
    "empty seat",
    "empty chair",
    "not use",
    "tom stol",
    "tomma stolar",
    "outnyttjad",
];

/// The words of the row or clause before an amount, as far as a row goes.
fn clause_of(sentence: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(80);
    while !sentence.is_char_boundary(from) {
        from += 1;
    }
    let before = &sentence[from..at];
    &before[before.rfind([';', '.']).map_or(0, |dot| dot + 1)..]
}

/// "Hör av dig senast den 5 november, annars tar vi ut 350 kr", "otherwise we will invoice you SEK
/// 200": what is paid for not doing what the sentence asks.
fn else_charged(low: &str) -> bool {
    const CHARGED: &[&str] = &[
        "tar vi",
        "vi tar",
        "tas ut",
        "tas en avgift",
        "debiter",
        "fakturer",
        "charge",
        "invoice",
        "får du betala",
        "kostar det",
        "betalar du",
    ];
    has_any(low, &["annars", "i annat fall", "i så fall", "otherwise", "or else", "eller så"])
        && has_any(low, CHARGED)
        // "Cancel by 10 April or we will charge SEK 250"
        || has_any(low, &["avbok", "avanmäl", "cancel", "förhinder", "återbud"])
            && has_any(low, CHARGED)
            && !has_any(low, &["kostar", "kostnaden", "priset", "the price", "costs"])
}

/// Is nothing to pay, or only nothing to pay for calling it off, parking and the like?
fn free_in(sentence: &str, words: &[&str]) -> bool {
    const OTHER: &[&str] = &[
        "avbok",
        "avanmäl",
        "cancel",
        "parkering",
        "parking",
        "wifi",
        "wi-fi",
        "rådgivning",
        "gratis fika",
        "gratis buss",
        "ledsagar",
        "ombokning",
        "ångra",
        "rebook",
    ];
    // The clause that the word stands in: "Mötet är gratis, men avboka om du får förhinder."
    sentence
        .split([',', ';', '–', '('])
        .flat_map(|part| part.split(" men "))
        .flat_map(|part| part.split(" but "))
        .any(|clause| has_any(clause, words) && !has_any(clause, OTHER))
}

const CONDITION: &[&str] = &[
    "för medlem",
    "för student",
    "för anställd",
    "medlemmar",
    "studenter",
    "students",
    "members",
    "pensionär",
    "ungdom",
    "under 18",
    "för dig som är medlem",
    "student",
    "early bird",
    "barn ",
    "externa",
    "medlem",
    "studerande",
    "doktorand",
    "phd",
    "ideell",
    "non-profit",
    "nonprofit",
    "senior",
    "arbetslös",
    "arbetssökande",
    "unemployed",
    "ung ",
    "unga ",
    "under 2",
    "children",
    "ledsagare",
    "ny i ",
];

pub(in crate::event) fn cost(page: &Page<'_>, taken: &[bool]) -> Cost {
    let mut out = Cost::default();
    let mut free: Option<(u32, bool)> = None;
    let mut price: Option<Found<u32>> = None;
    // Does the label's own value begin with that it is free?
    let mut opened = false;
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || page.blocks[i].role == Role::Noise {
            continue;
        }
        let scoped = page.scope[i] == Some(LabelKind::Cost);
        let low = &line.low;
        let digits = low.bytes().any(|b| b.is_ascii_digit());
        let label = page.blocks[i].label.filter(|l| l.kind == LabelKind::Cost);
        if scoped {
            let value = label
                .map_or(low.as_str(), |l| low.get(l.value..).unwrap_or_default())
                .trim()
                .trim_end_matches('.');
            let opening = value.split(['.', '!', ',']).next().unwrap_or_default().trim();
            if matches!(opening, "ingenting" | "inget" | "nothing" | "inget alls" | "vi bjuder")
                || matches!(
                    value,
                    "ingen"
                        | "ingenting"
                        | "inget"
                        | "0"
                        | "0 kr"
                        | "0 kronor"
                        | "fri"
                        | "fritt"
                        | "none"
                        | "free"
                        | "noll"
                        | "nothing"
                        | "nej"
                        | "no"
                )
                || value.starts_with("free,")
                || value.starts_with("free ")
                || value.starts_with("free.")
                || value.starts_with("ingen ")
                || value.starts_with("ingen,")
                || value.starts_with("ingen.")
                || value.starts_with("inget.")
                || value.starts_with("ingenting.")
                || value.starts_with("none.")
                || value.starts_with("nothing.")
                || value.starts_with("fritt ")
            {
                free.get_or_insert((line.number, false));
            }
        }
        if !digits && !line.has_any(FREE) && !has_word(low, "free") {
            continue;
        }
        for (from, to) in sentences::split(&line.text) {
            let sentence = &low[from..to];
            let bare_free = has_word(sentence, "free")
                && has_any(
                    sentence,
                    &[
                        "admission",
                        "event is",
                        "seminar is",
                        "free and open",
                        "participation",
                        "attendance",
                        "cost",
                        "charge",
                        "free,",
                    ],
                )
                && !has_any(sentence, &["feel free", "smoke-free", "free from"]);
            if (has_any(sentence, FREE) && free_in(sentence, FREE)
                || bare_free && free_in(sentence, &["free"]))
                && !has_any(sentence, NOT_FREE)
            {
                // "650 kr för kommuner, för föreningar är den kostnadsfri"
                let priced = amounts(sentence).iter().any(|a| a.0 > 0)
                    && has_any(
                        sentence,
                        &["kostar", "avgift", "pris", "costs", "fee", " för ", " for "],
                    )
                    && !has_any(sentence, NO_SHOW)
                    && !else_charged(sentence)
                    && !has_any(sentence, &["lunch", "fika", "middag", "mat ", "dinner"]);
                let conditional = has_any(sentence, CONDITION)
                    || priced
                    || has_any(sentence, &["enbart", "digitalt", "only "]);
                // "How much: Free entry. Coach tour SEK 40."
                let opens = match label {
                    Some(l) => from <= l.value,
                    None => from == 0 && i > 0 && page.blocks[i - 1].label.is_some(),
                };
                // "Medlemmar: gratis" is a row of several.
                let start = label.map_or(from, |l| l.value.clamp(from, to));
                let opens = opens && !low[start..to].contains([':', '\t']);
                // "Kostnadsfritt (lunch köps på plats för 125 kr)": before any amount.
                let first = amounts(sentence).first().map_or(sentence.len(), |a| a.1);
                let before = &sentence[..first];
                let staged = has_any(
                    before,
                    &[
                        "under ",
                        "till och med",
                        "t.o.m",
                        "upp till",
                        "därefter",
                        "första",
                        "up to ",
                        "until",
                    ],
                );
                if scoped && opens && !conditional && !staged && free_in(before, FREE) {
                    opened = true;
                }
                if free.is_none_or(|(_, c)| c && !conditional) {
                    free = Some((line.number, conditional));
                }
            }
            let found = amounts(sentence);
            if found.is_empty() {
                continue;
            }
            let no_show = has_any(sentence, NO_SHOW)
                || else_charged(sentence)
                || has_any(sentence, &["debiter", "fakturer", "charged"])
                    && !scoped
                    && !has_any(
                        sentence,
                        &["kostar", "kostnad", "avgift", "priset", "fee", "costs", "efterhand"],
                    );
            if no_show {
                let at = NO_SHOW.iter().filter_map(|w| sentence.find(w)).min().unwrap_or(0);
                let fee = found.iter().find(|&&(_, s, _)| s >= at).or(found.last());
                if let (None, Some(&(value, ..))) = (&out.no_show_fee, fee) {
                    out.no_show_fee = Some(Found::likely(value, line.number));
                }
                continue;
            }
            // "350 kr, fika ingår": a price on a line or in a sentence of its own.
            let bare = found[0].1 == 0
                && sentence.len() < 90
                && !has_any(sentence, &["lunch", "middag", "kronor i ", "i bidrag"])
                || found[0].1 == 0 && sentence.len() < 60 && has_any(sentence, &["inkl", "ingår"]);
            let priced = scoped
                || bare
                || has_any(
                    sentence,
                    &[
                        "kostar",
                        "avgift",
                        "pris",
                        "kostnad",
                        "biljett",
                        "entré",
                        "inträde",
                        "fee",
                        "price",
                        "ticket",
                        "konferenspaket",
                        "kostnaden",
                        "costs",
                        "per person",
                        "övriga",
                        "icke-medlem",
                        "others pay",
                        "vuxna ",
                        "vuxen ",
                        "adults ",
                        "du betalar",
                        "ni betalar",
                        "deltagare betalar",
                        "medlemmar betalar",
                        "you pay",
                        "participants pay",
                        "members pay",
                        "deltagaravg",
                    ],
                );
            let beside = has_any(
                sentence,
                &[
                    "lunchen kostar",
                    "lunchen själv",
                    "lunch själv",
                    "betalar lunch",
                    "egen bekostnad",
                    "fikat kostar",
                    "middagen kostar",
                    "kaffekorg",
                    "fika för",
                    "fika kostar",
                    "lunch kostar",
                    "lunch för",
                    "lunch finns",
                    "lunch till",
                    "lunch köps",
                    "middag för",
                    "middag till",
                    "parkering",
                    "boken kostar",
                    "bokbord",
                    "arvode",
                    "milersättning",
                    "timme",
                    "smörgås för",
                    "fika finns",
                    "swisha",
                    "bidrag",
                    "miljon",
                    "stipend",
                    "lotter",
                    "korv ",
                    "lunch can be",
                    "lunch costs",
                    "dinner costs",
                    "övernattning kostar",
                    "hotell",
                ],
            );
            if !priced {
                continue;
            }
            // "Rösträtt har den som betalat årsavgiften (200 kr)": what members pay for the year.
            let of_year = !scoped
                && has_any(
                    sentence,
                    &[
                        "årsavgift",
                        "medlemsavgift",
                        "membership fee",
                        "annual fee",
                        "serviceavgift",
                    ],
                )
                && !has_any(sentence, &["ingår", "inklusive", "inkl", "incl", "deltag", "kostar"]);
            if beside || of_year {
                continue;
            }
            if price.as_ref().is_some_and(|said| said.confidence > Confidence::Doubtful) {
                continue;
            }
            // The ordinary price is the first that is not for members or students.
            let ordinary = found.iter().enumerate().find(|&(n, &(_, start, end))| {
                let clause_from = sentence[..start]
                    .rfind([',', ';', '(', '/'])
                    .map_or(0, |at| at + 1)
                    .max(if n == 0 { 0 } else { found[n - 1].2 });
                // "500 kr för medlemmar och 800 kr för övriga"
                let joint = |from: usize, to: usize| {
                    let between = sentence.get(from..to).unwrap_or_default();
                    [" och ", " samt ", " and "]
                        .iter()
                        .find_map(|w| between.rfind(w).map(|at| from + at + w.len()))
                };
                let clause_from = match n.checked_sub(1) {
                    Some(last) => {
                        joint(found[last].2, start).unwrap_or(clause_from).max(clause_from)
                    }
                    None => clause_from,
                };
                let clause_to = sentence[end..]
                    .find([',', ';', '(', ')', '/', '.'])
                    .map_or(sentence.len(), |at| end + at);
                let clause_to = match found.get(n + 1) {
                    Some(next) => joint(end, next.1).unwrap_or(clause_to).min(clause_to),
                    None => clause_to,
                };
                // "300 kr (medlem)"
                let clause_to = match sentence[clause_to..].strip_prefix('(') {
                    Some(rest) => rest
                        .find(')')
                        .filter(|&to| to < 40 && !rest[..to].bytes().any(|b| b.is_ascii_digit()))
                        .map_or(clause_to, |to| clause_to + 1 + to),
                    None => clause_to,
                };
                let clause = &sentence[clause_from..clause_to.max(clause_from)];
                (!has_any(
                    clause,
                    &[
                        "medlem",
                        "student",
                        "members",
                        "member",
                        "pensionär",
                        "ungdom",
                        "barn",
                        "early",
                        "tidig",
                        "studerande",
                        "doktorand",
                        "phd",
                        "ideell",
                        "unga ",
                        "ung ",
                        "senior",
                        "arbetslös",
                        "arbetssökande",
                        "reduced",
                        "nedsatt",
                        "concession",
                        "children",
                        "kaffekorg",
                    ],
                ) || has_any(
                    clause,
                    &[
                        "icke medlem",
                        "icke-medlem",
                        "ej medlem",
                        "inte medlem",
                        "inte är medlem",
                        "inte är med i",
                        "ej är medlem",
                        "utan medlemskap",
                        "non-member",
                        "not a member",
                        "not members",
                    ],
                )) && !(found[n].0 == 0
                    && has_any(clause_of(sentence, start), &["digital", "distans", "online"]))
                    && !(clause.contains("lunch")
                        && !clause.contains("inkl")
                        && !clause.contains("incl")
                        && n > 0)
            });
            if let Some((_, &(value, ..))) = ordinary {
                price = Some(if scoped {
                    Found::certain(value, line.number)
                } else {
                    Found::likely(value, line.number)
                });
            } else if found.len() == 1 && scoped && price.is_none() {
                price = Some(Found::doubtful(found[0].0, line.number));
            }
        }
    }
    match (free, price) {
        (Some((line, false)), Some(_)) if opened => out.free = Some(Found::certain(true, line)),
        (Some((line, false)), Some(amount))
            if amount.confidence < Confidence::Certain || amount.value == 0 =>
        {
            out.free = Some(Found::likely(true, line));
        }
        (_, Some(amount)) if amount.value > 0 => {
            out.free = Some(Found::likely(false, amount.line));
            out.amount = Some(amount);
        }
        (Some((line, conditional)), _) => {
            out.free = Some(if conditional {
                Found::doubtful(true, line)
            } else {
                Found::certain(true, line)
            })
        }
        (None, Some(amount)) => out.free = Some(Found::certain(true, amount.line)),
        (None, None) => {}
    }
    out
}
