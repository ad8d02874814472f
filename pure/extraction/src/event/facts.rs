//! Registration, cost, audience, joining link, linked events, time zone: facts that a sentence or
//! a label states.

use crate::blocks::{Role, value_lines};
use crate::model::{
    Admission, Cost, Day, Event, Found, LinkDispatch, Linked, Registration, Relation,
};
use crate::purpose::{self, Purpose};
use crate::reach::ReachKind;
use crate::sentences;
use crate::words::{LabelKind, Sieve, has_any, has_word};

use super::Page;

/// A last day to register, where it stood and for which way of taking part.
#[derive(Debug, Clone)]
pub(crate) struct Deadline {
    pub day: Day,
    pub line: u32,
    labelled: bool,
    /// One of several ways to take part.
    pub partial: bool,
}

/// Every last day to register that the text gives, the one that counts first.
pub(super) fn deadlines(page: &Page<'_>, taken: &[bool]) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || page.blocks[i].role == Role::Noise {
            continue;
        }
        for date in &line.dates {
            if found.len() > 40 {
                break;
            }
            let purpose = page.purposes(i, date);
            // "Anmälan är öppen från 1 september till 12 november"
            if purpose == Purpose::Opens
                && let Some(until) = date.until
            {
                let day = Day {
                    year: until.year.or_else(|| page.years.of(until.month, Some(until.day), None)),
                    month: until.month,
                    day: Some(until.day),
                };
                found.push(Deadline { day, line: line.number, labelled: true, partial: false });
                continue;
            }
            if purpose != Purpose::Deadline {
                continue;
            }
            let day = match date.until {
                Some(u) if page.scope[i] != Some(LabelKind::Deadline) => Day {
                    year: u.year.or_else(|| page.years.of(u.month, Some(u.day), None)),
                    month: u.month,
                    day: Some(u.day),
                },
                _ => page.years.day(date),
            };
            if day.day.is_none() {
                continue;
            }
            let (from, to) = purpose::sentence_at(line, date.start);
            let sentence = &line.low[from..to];
            let partial = has_any(
                sentence,
                &[
                    "på plats",
                    "digitalt",
                    "på distans",
                    "online",
                    "middag",
                    "utställ",
                    "onsite",
                    "on site",
                    "in person",
                    "via zoom",
                    "via teams",
                    "digital",
                    "boende",
                    "workshop",
                    "early bird",
                    "distans",
                    "studiebesök",
                    "bussresa",
                ],
            );
            found.push(Deadline {
                day,
                line: line.number,
                labelled: page.scope[i] == Some(LabelKind::Deadline),
                partial,
            });
        }
    }
    found.sort_by_key(|d| !d.labelled);
    found
}

pub(super) fn registration(
    page: &Page<'_>,
    taken: &[bool],
    deadlines: &[Deadline],
) -> Registration {
    let mut out = Registration::default();
    if let Some(first) = deadlines.first() {
        out.deadline = Some(if first.labelled {
            Found::certain(first.day, first.line)
        } else {
            Found::likely(first.day, first.line)
        });
        out.required = Some(Found::likely(true, first.line));
    }
    let mut open: Option<u32> = None;
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || page.blocks[i].role == Role::Noise {
            continue;
        }
        for date in &line.dates {
            if out.opens.is_none() && page.purposes(i, date) == Purpose::Opens {
                out.opens = Some(Found::likely(page.years.day(date), line.number));
            }
            // "Öppnar 15 december 2025. Sista dag 28 januari" under "Anmälan"
            let before = &line.low[..date.start];
            if out.opens.is_none()
                && page.scope[i] == Some(LabelKind::Registration)
                && has_any(before, &["öppnar", "öppen från", "opens", "from "])
                && !has_any(before, &["senast", "sista"])
            {
                out.opens = Some(Found::likely(page.years.day(date), line.number));
            }
        }
        let low = &line.low;
        if has_any(
            low,
            &[
                "ingen anmälan",
                "ingen föranmälan",
                "anmälan behövs inte",
                "anmälan behövs ej",
                "anmälan krävs inte",
                "anmälan krävs ej",
                "utan anmälan",
                "utan föranmälan",
                "föranmälan krävs inte",
                "föranmälan behövs inte",
                "ingen anmälan krävs",
                "no registration",
                "no need to register",
                "registration is not required",
                "registration not required",
                "behöver inte anmäla",
                "no booking",
                "kom som du är",
                "drop-in utan",
            ],
        ) {
            open.get_or_insert(line.number);
        }
        let scope = page.scope[i];
        let registering = matches!(scope, Some(LabelKind::Registration | LabelKind::Deadline | LabelKind::Opens))
                || has_any(
                    low,
                    &[
                        "anmäl",
                        "osa ",
                        "o.s.a",
                        "register",
                        "sign up",
                        "rsvp",
                        "svara ",
                        "boka plats",
                        "boka din",
                        "registrer",
                        "registration",
                        "säg till",
                        "meddela",
                    ],
                )
                || asks_for_word(low)
                // "Anmälan krävs!" and on the next line "E-post: …"
                || i > 0
                    && line.gap == 0
                    && ["e-post", "mejl", "mail", "webb", "länk", "email"]
                        .iter()
                        .any(|w| low.starts_with(w))
                    && has_any(&page.lines[i - 1].low, &["anmäl", "register"])
                    && !has_any(&page.lines[i - 1].low, &["frågor", "kontakt", "questions"]);
        if !registering || page.blocks[i].role == Role::Contact && scope.is_none() {
            continue;
        }
        if out.required.is_none()
            && (has_any(
                low,
                &["anmäl", "osa", "o.s.a", "register", "sign up", "rsvp", "registration"],
            ))
        {
            out.required = Some(Found::likely(true, line.number));
        }
        // The address to register at; in a mixed sentence the one nearest after the word.
        let from = if matches!(
            scope,
            Some(LabelKind::Registration | LabelKind::Deadline | LabelKind::Opens)
        ) {
            0
        } else {
            [
                "anmäl",
                "osa",
                "o.s.a",
                "regist",
                "sign up",
                "rsvp",
                "svara",
                "boka",
                "säg till",
                "meddela",
                "hör av",
                "biljett",
                "let us know",
            ]
            .iter()
            .filter_map(|w| low.find(w))
            .min()
            .unwrap_or(0)
        };
        let unsure = has_any(
            low,
            &["frågor", "kontakta", "questions", "avbok", "allergi", "vink", "teckenspråk"],
        ) && scope != Some(LabelKind::Registration);
        for reach in &line.reach {
            // An address before the word counts when it is in the same sentence.
            if reach.start < from
                && purpose::sentence_at(line, reach.start) != purpose::sentence_at(line, from)
            {
                continue;
            }
            let (a, b) = purpose::sentence_at(line, reach.start);
            let sentence = &low[a..b];
            if unsure
                && !has_any(sentence, &["anmäl", "osa", "register", "sign up", "svara", "rsvp"])
                || has_any(sentence, &["frågor", "vid frågor", "questions"])
                    && !has_any(sentence, &["anmäl", "register"])
            {
                continue;
            }
            if open.is_some() && out.deadline.is_none() {
                continue;
            }
            let text = line.text[reach.start..reach.end].to_owned();
            match reach.kind {
                ReachKind::Email if out.email.is_none() => {
                    out.email = Some(Found::likely(text, line.number))
                }
                ReachKind::Url if out.url.is_none() && (out.email.is_none() || reach.start > 0) => {
                    out.url = Some(Found::likely(text, line.number))
                }
                _ => {}
            }
        }
    }
    if let Some(line) = open
        && out.deadline.is_none()
    {
        out.required = Some(Found::certain(false, line));
        out.email = None;
        out.url = None;
    }
    out
}

/// "Hör av dig om du kommer, senast …", "Biljetter köps på …"
fn asks_for_word(low: &str) -> bool {
    has_any(low, &["hör av dig", "hör av er", "let us know"])
        && has_any(low, &["senast", "om du kommer", "om ni kommer", " by ", "no later", "if you"])
        || has_any(low, &["biljetter", "biljett "])
            && has_any(low, &["köps", "bokas", "köp ", "boka"])
}

/// Amounts of money in a line: value, where it starts and where it ends (bytes).
fn amounts(low: &str) -> Vec<(u32, usize, usize)> {
    let bytes = low.as_bytes();
    let mut found = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_digit()
            || i > 0
                && (bytes[i - 1].is_ascii_alphanumeric()
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
        let rest = low[end..].trim_start();
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
    "ingen kostnad",
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
    "bjuder på dagen",
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
    "don't attend",
    "don't show",
    "inte närvarar",
    "ej avbok",
    "utan att avboka",
    "utan att avanmäla",
    "utan att höra av",
    "missed attendance",
    "absence",
];
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
];

pub(super) fn cost(page: &Page<'_>, taken: &[bool]) -> Cost {
    let mut out = Cost::default();
    let mut free: Option<(u32, bool)> = None;
    let mut price: Option<Found<u32>> = None;
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || page.blocks[i].role == Role::Noise {
            continue;
        }
        let scoped = page.scope[i] == Some(LabelKind::Cost);
        let low = &line.low;
        let digits = low.bytes().any(|b| b.is_ascii_digit());
        if scoped {
            let label = page.blocks[i].label.filter(|l| l.kind == LabelKind::Cost);
            let value = label
                .map_or(low.as_str(), |l| low.get(l.value..).unwrap_or_default())
                .trim()
                .trim_end_matches('.');
            let opening = value.split(['.', '!', ',']).next().unwrap_or_default().trim();
            if matches!(opening, "ingenting" | "inget" | "nothing" | "inget alls")
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
                        | "nej"
                        | "no"
                )
                || value.starts_with("free,")
                || value.starts_with("free ")
                || value.starts_with("free.")
                || value.starts_with("ingen ")
                || value.starts_with("ingen,")
                || value.starts_with("fritt ")
            {
                free.get_or_insert((line.number, false));
            }
        }
        if !digits && !has_any(low, FREE) && !has_word(low, "free") {
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
            if (has_any(sentence, FREE) || bare_free)
                && !has_any(
                    sentence,
                    &[
                        "gratis parkering",
                        "kostnadsfri parkering",
                        "free parking",
                        "gratis fika",
                        "kostnadsfri rådgivning",
                    ],
                )
            {
                let conditional = has_any(sentence, CONDITION)
                    || has_any(sentence, &["enbart", "digitalt", "only "]);
                if free.is_none_or(|(_, c)| c && !conditional) {
                    free = Some((line.number, conditional));
                }
            }
            let found = amounts(sentence);
            if found.is_empty() {
                continue;
            }
            let no_show = has_any(sentence, NO_SHOW)
                || has_any(sentence, &["debiteras", "faktureras", "charged"])
                    && !scoped
                    && !has_any(sentence, &["kostar", "avgift", "priset", "fee", "costs"]);
            if no_show {
                let at = NO_SHOW.iter().filter_map(|w| sentence.find(w)).min().unwrap_or(0);
                let fee = found.iter().find(|&&(_, s, _)| s >= at).or(found.last());
                if let (None, Some(&(value, ..))) = (&out.no_show_fee, fee) {
                    out.no_show_fee = Some(Found::likely(value, line.number));
                }
                continue;
            }
            let priced = scoped
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
                        "deltagaravg",
                    ],
                );
            let beside = has_any(
                sentence,
                &[
                    "lunchen kostar",
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
            if beside {
                continue;
            }
            if price.is_some() {
                continue;
            }
            // The ordinary price is the first that is not for members or students.
            let ordinary = found.iter().enumerate().find(|&(n, &(_, start, end))| {
                let clause_from = sentence[..start]
                    .rfind([',', ';', '(', '/'])
                    .map_or(0, |at| at + 1)
                    .max(if n == 0 { 0 } else { found[n - 1].2 });
                let clause_to = sentence[end..]
                    .find([',', ';', ')', '/', '.'])
                    .map_or(sentence.len(), |at| end + at);
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
                        "early bird",
                        "kaffekorg",
                    ],
                ) || has_any(clause, &["icke medlem", "icke-medlem", "ej medlem", "non-member"]))
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
            } else if found.len() == 1 && scoped {
                price = Some(Found::doubtful(found[0].0, line.number));
            }
        }
    }
    match (free, price) {
        (Some((line, false)), Some(amount))
            if amount.confidence < crate::model::Confidence::Certain || amount.value == 0 =>
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

/// For whom, and who is let in.
pub(super) fn audience(page: &Page<'_>, taken: &[bool], agenda: bool, event: &mut Event) {
    let mut admission: Option<Found<Admission>> = None;
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || matches!(page.blocks[i].role, Role::Noise | Role::Column) {
            continue;
        }
        let low = &line.low;
        if let Some(label) = page.blocks[i].label
            && label.kind == LabelKind::Audience
            && event.audience.is_none()
        {
            let inline = line.text.get(label.value..).unwrap_or_default().trim();
            let mut text = inline.to_owned();
            let mut number = line.number;
            if inline.is_empty() {
                let mut values = value_lines(page.lines, page.blocks, i, false);
                if let Some(first) = values.next() {
                    text.clone_from(&page.lines[first].text);
                    number = page.lines[first].number;
                    if page.lines[first].bulleted {
                        for k in values.take(6).filter(|&k| page.lines[k].bulleted) {
                            text.push_str(", ");
                            text.push_str(&page.lines[k].text);
                        }
                    }
                }
            }
            if !text.is_empty() && text.len() < 600 {
                event.audience = Some(Found::certain(text, number));
            }
        }
        for (from, to) in sentences::split(&line.text) {
            let sentence = &low[from..to];
            let sieve = Sieve::of(sentence);
            if event.audience.is_none() {
                for marker in [
                    "riktar sig till ",
                    "vänder sig till ",
                    "välkommen till dig som",
                    "är till för ",
                    "inbjudan går till ",
                    "open to ",
                    "aimed at ",
                    "är öppen för ",
                    "är öppet för ",
                    "öppen för ",
                    "intended for ",
                    "för dig som ",
                    "endast för ",
                    "for anyone who",
                    "arrangerar en heldag för ",
                    "för alla som ",
                    "för alla yrkesgrupper",
                ] {
                    if sieve.may_have(marker)
                        && let Some(at) = sentence.find(marker)
                    {
                        let keep =
                            ["för dig som", "för alla", "välkommen till dig", "arrangerar en"]
                                .iter()
                                .any(|m| marker.starts_with(m));
                        let start = if keep {
                            from + sentence[at..].find("för ").map_or(at, |f| at + f + "för ".len())
                        } else {
                            from + at + marker.len()
                        };
                        let text = line.text[start.min(to)..to]
                            .trim()
                            .trim_end_matches(['.', '!'])
                            .to_owned();
                        if text.split_whitespace().count() >= 2 && text.len() < 400 {
                            event.audience = Some(Found::likely(text, line.number));
                            break;
                        }
                    }
                }
                if event.audience.is_none()
                    && let Some(at) = sentence
                        .find(" är välkomna till")
                        .or_else(|| sentence.find(" hälsas välkomna till"))
                        .or_else(|| sentence.find(" are welcome to"))
                    && at > 12
                {
                    event.audience = Some(Found::likely(
                        line.text[from..from + at].trim().to_owned(),
                        line.number,
                    ));
                }
            }
            if admission.is_none() {
                let members = has_any(
                    sentence,
                    &[
                        "endast för medlem",
                        "bara för medlem",
                        "endast öppen för medlem",
                        "endast öppet för medlem",
                        "öppet för medlemmar i",
                        "öppen för medlemmar i",
                        "only for members",
                        "members only",
                        "open to members",
                        "endast medlemmar",
                        "medlemsmöte",
                        "enbart för medlem",
                        "medlemmarna i ",
                        "medlemmar i föreningen kallas",
                        "medlemsförening",
                        "members of the ",
                        "reserved for members",
                        "exklusivt för medlem",
                    ],
                ) && (has_any(
                    sentence,
                    &[
                        "endast",
                        "bara",
                        "enbart",
                        "kallas",
                        "only",
                        "summoned",
                        "open to members",
                        "för medlemmar",
                        "reserved",
                        "exklusivt",
                        "medlemsmöte",
                        "invited",
                    ],
                ) || agenda && !sentence.contains("styrelse"))
                    || has_any(
                        sentence,
                        &[
                            "är för rådets ledamöter",
                            "är för föreningens medlemmar",
                            "är för medlemmar",
                            "är för ledamöter",
                            "endast för ledamöter",
                            "bara för ledamöter",
                            "bara öppen för medlem",
                            "bara öppet för medlem",
                        ],
                    );
                let invited = has_any(
                    sentence,
                    &[
                        "endast inbjudna",
                        "särskilt inbjudna",
                        "endast för inbjudna",
                        "inbjudan går till",
                        "by invitation",
                        "invitation only",
                        "invited participants",
                        "gått ut till inbjudna",
                        "inbjudna gäster",
                        "personlig inbjudan",
                        "inbjudan är personlig",
                        "via länk i inbjudan",
                        "slutet möte",
                        "inbjudna politiker",
                        "bara för inbjudna",
                    ],
                ) || page.scope[i] == Some(LabelKind::Audience)
                    && (sentence.starts_with("inbjudna ")
                        || sentence.contains(": inbjudna ")
                        || sentence.starts_with("invited ")
                        || sentence.contains(": invited "));
                if members {
                    admission = Some(Found::likely(Admission::Members, line.number));
                    if event.audience.is_none() {
                        event.audience = Some(Found::doubtful(
                            line.text[from..to].trim().to_owned(),
                            line.number,
                        ));
                    }
                } else if invited {
                    admission = Some(Found::likely(Admission::Invited, line.number));
                }
            }
        }
    }
    let line = event.title.as_ref().map_or(1, |t| t.line);
    event.admission = Some(admission.unwrap_or(Found::doubtful(Admission::Open, line)));
}

/// When the joining link is sent.
pub(super) fn link(page: &Page<'_>, taken: &[bool]) -> Option<Found<LinkDispatch>> {
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i]
            || page.blocks[i].role == Role::Noise
            || !(line.low.contains("länk")
                || line.low.contains("link")
                || line.low.contains("inloggningsuppgifter"))
        {
            continue;
        }
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            if !(low.contains("länk")
                || has_word(low, "link")
                || low.contains("inloggningsuppgifter"))
                || has_any(
                    low,
                    &[
                        "anmälningslänk",
                        "länk till anmäl",
                        "länk i inbjudan",
                        "länk till formulär",
                        "länk till film",
                        "anmälningsformulär",
                    ],
                )
            {
                continue;
            }
            let sends = has_any(
                low,
                &[
                    "skicka", "kommer", "får ", "mejla", "mailas", "mejlas", "sent", "receive",
                    "sänds", "går ut", "mailar", "get the", "e-mailed", "emailed", "delas",
                    "sent out", "send",
                ],
            );
            if !sends {
                continue;
            }
            if let Some(date) = line.dates.iter().find(|d| {
                d.start >= from
                    && d.start < to
                    && d.day.is_some()
                    && page.purposes(i, d) == Purpose::Link
            }) {
                return Some(Found::certain(LinkDispatch::On(page.years.day(date)), line.number));
            }
            let rel = if has_any(
                low,
                &[
                    "samma dag",
                    "samma morgon",
                    "på morgonen",
                    "same day",
                    "same morning",
                    "on the day",
                    "morning of",
                    "under dagen",
                    "på själva dagen",
                    "samma förmiddag",
                ],
            ) {
                LinkDispatch::SameDay
            } else if has_any(
                low,
                &[
                    "dagen före",
                    "dagen innan",
                    "day before",
                    "kvällen före",
                    "kvällen innan",
                    "en dag före",
                    "en dag innan",
                    "evening before",
                ],
            ) && !has_any(low, &["dagar", "days before"])
            {
                LinkDispatch::DaysBefore(Some(1))
            } else if has_any(
                low,
                &[
                    "dagar före",
                    "dagar innan",
                    "days before",
                    "days prior",
                    "dagarna före",
                    "dagarna innan",
                    "veckan innan",
                    "veckan före",
                    "days in advance",
                    "dagar i förväg",
                    "week before",
                ],
            ) {
                LinkDispatch::DaysBefore(number_before(low))
            } else if has_any(
                low,
                &[
                    "efter sista anmäl",
                    "efter anmälningstid",
                    "när anmälan stäng",
                    "när anmälningstiden",
                    "after the deadline",
                    "registration closes",
                    "registration has closed",
                    "efter att anmälan stängt",
                    "efter deadline",
                    "efter sista dag",
                    "registration deadline",
                ],
            ) {
                LinkDispatch::AfterDeadline
            } else if has_any(
                low,
                &[
                    "när du anmält",
                    "när du har anmält",
                    "vid anmälan",
                    "i bekräftelsen",
                    "efter anmälan",
                    "efter din anmälan",
                    "upon registration",
                    "in the confirmation",
                    "confirmation email",
                    "when you register",
                    "after registration",
                    "after registering",
                    "bekräftelsemejl",
                    "i samband med anmälan",
                    "direkt när",
                    "on registration",
                    "once you have registered",
                    "when you have registered",
                    "after you register",
                    "i din bekräftelse",
                    "anmälningsbekräftelse",
                    "bekräftelse",
                ],
            ) {
                LinkDispatch::OnRegistration
            } else if has_any(
                low,
                &[
                    "senare",
                    "närmare",
                    "längre fram",
                    "later",
                    "closer to",
                    "nearer",
                    "i god tid",
                    "in due time",
                    "in good time",
                ],
            ) {
                LinkDispatch::Later
            } else {
                continue;
            };
            return Some(Found::likely(rel, line.number));
        }
    }
    None
}

fn number_before(low: &str) -> Option<u32> {
    let at = low.find("dagar").or_else(|| low.find("days"))?;
    let word = low[..at].split_whitespace().next_back()?;
    match word {
        "två" | "two" => Some(2),
        "tre" | "three" => Some(3),
        "fyra" | "four" => Some(4),
        "fem" | "five" => Some(5),
        digits => digits.parse().ok().filter(|&n| n < 60),
    }
}

/// Other events that this one belongs with.
pub(super) fn linked(page: &Page<'_>, taken: &[bool], days: &[Day], title: &str) -> Vec<Linked> {
    let mut found: Vec<Linked> = Vec::new();
    let title_low = crate::lines::fold(title);
    let mut pre_meeting =
        has_any(&title_low, &["förmöte", "pre-meeting", "förträff", "premeeting"]);
    for line in page.lines.iter().take(12) {
        pre_meeting |= line.has_any(&[
            "förmöte inför",
            "pre-meeting for",
            "detta förmöte",
            "förmöte till",
            "this pre-meeting",
        ]) && line.words() < 40;
    }
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || page.blocks[i].role == Role::Noise {
            continue;
        }
        for date in &line.dates {
            let purpose = page.purposes(i, date);
            if matches!(
                purpose,
                Purpose::Deadline
                    | Purpose::Opens
                    | Purpose::Updated
                    | Purpose::Published
                    | Purpose::Sent
                    | Purpose::Link
            ) {
                continue;
            }
            let day = page.years.day(date);
            if days.contains(&day) {
                continue;
            }
            let (from, to) = purpose::sentence_at(line, date.start);
            let low = &line.low[from..to];
            let before_event = days
                .first()
                .is_none_or(|first| day.ordinal() < first.ordinal() || first.year.is_none());
            let past = has_any(
                low,
                &[
                    "genomfördes",
                    "hölls ",
                    "ägde rum",
                    "i det förra",
                    "förra ",
                    "was held",
                    "took place",
                    "talade vi",
                    "uppföljning",
                    "vi sågs",
                    "sågs vi",
                    "träffades",
                    "previous ",
                    "last year",
                    "follow-up",
                    "följer upp",
                    "fortsättning på",
                    "tidigare i",
                    "follows up",
                ],
            );
            let relation = if pre_meeting
                && !before_event
                && line.has_any(&[
                    "konferens",
                    "conference",
                    "inför",
                    "förmöte",
                    "huvudmöte",
                    "main ",
                ]) {
                Relation::PreMeetingOf
            } else if !pre_meeting
                && has_any(low, &["förmöte", "pre-meeting", "förträff", "uppvärmningsträff"])
                && before_event
            {
                Relation::HasPreMeeting
            } else if past && before_event {
                Relation::Follows
            } else {
                continue;
            };
            if found.iter().any(|l| l.relation == relation) {
                continue;
            }
            let title = quoted(&line.text[from..to]).map(|t| Found::likely(t, line.number));
            found.push(Linked {
                relation,
                date: Some(Found::likely(day, line.number)),
                title,
                line: line.number,
            });
        }
    }
    found
}

fn quoted(text: &str) -> Option<String> {
    let start = text.find(['"', '”', '“', '»'])?;
    let open = text[start..].chars().next()?;
    let rest = &text[start + open.len_utf8()..];
    let end = rest.find(['"', '”', '“', '«'])?;
    (end > 2).then(|| rest[..end].to_owned())
}

pub(super) fn time_zone(page: &Page<'_>, taken: &[bool]) -> Option<Found<String>> {
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || line.times.is_empty() {
            continue;
        }
        for zone in [
            "svensk tid",
            "swedish time",
            "centraleuropeisk tid",
            "central european time",
            "finsk tid",
            "lokal tid",
            "cest",
            "cet",
            "gmt",
            "utc",
            "eet",
            "bst",
        ] {
            if let Some(at) = crate::words::find_word(&line.low, zone) {
                return Some(Found::certain(
                    line.text[at..at + zone.len()].to_owned(),
                    line.number,
                ));
            }
        }
    }
    None
}

pub(super) fn updated(page: &Page<'_>) -> Option<Found<Day>> {
    let mut found = None;
    for (i, line) in page.lines.iter().enumerate() {
        for date in line.dates.iter().filter(|d| d.day.is_some()) {
            if page.purposes(i, date) == Purpose::Updated {
                found = Some(Found::certain(page.years.day(date), line.number));
            }
        }
    }
    found
}

/// Stated themes: a list under a label, or short headings with text under "Årets tema".
pub(super) fn themes(page: &Page<'_>, taken: &[bool]) -> Vec<Found<String>> {
    let mut found = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
        let Some(label) = page.blocks[i].label.filter(|l| l.kind == LabelKind::Themes) else {
            continue;
        };
        if taken[i] || page.blocks[i].role == Role::Column {
            continue;
        }
        let inline = line.text.get(label.value..).unwrap_or_default().trim();
        if !inline.is_empty() {
            for part in super::parties::split_names(inline) {
                found.push(Found::certain(part, line.number));
            }
            continue;
        }
        for k in value_lines(page.lines, page.blocks, i, true).take(14) {
            let value = &page.lines[k];
            if taken[k] || matches!(page.blocks[k].role, Role::Day | Role::Hours | Role::Timed) {
                break;
            }
            if page.blocks[k].role == Role::Short && value.words() <= 14 && value.dates.is_empty() {
                // A list goes on without gaps; headings have their text under them.
                let described = page
                    .lines
                    .get(k + 1)
                    .is_some_and(|next| page.blocks[k + 1].role == Role::Prose && !next.bulleted);
                if !value.bulleted && value.gap > 0 && k > i + 1 && !described {
                    break;
                }
                found.push(Found::certain(
                    value.text.trim_end_matches('.').to_owned(),
                    value.number,
                ));
            }
            if found.len() >= 8 {
                break;
            }
        }
    }
    found
}
