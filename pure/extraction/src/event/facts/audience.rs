//! For whom it is, and who is let in.

use crate::blocks::Role;
use crate::blocks::value_lines;
use crate::event::Page;
use crate::model::Admission;
use crate::model::Confidence;
use crate::model::Event;
use crate::model::Found;
use crate::sentences;
use crate::words::LabelKind;
use crate::words::Sifted;
use crate::words::has_any;
use crate::words::near;

/// Where it begins to say whom the event turns to (bytes): "Vi vänder oss i första hand till dig som
/// …", "Kvällen riktar sig särskilt till …", "Målgruppen är …".
fn turned_to(low: &Sifted<&str>) -> Option<usize> {
    for verb in ["vänder sig ", "vänder oss ", "riktar sig ", "riktar oss ", "riktas ", "riktad "]
    {
        let Some(at) = low.find(verb) else { continue };
        let rest = &low[at + verb.len() - 1..];
        // What stands between is an adverb or two, and no other clause.
        let Some(to) = rest.find(" till ").filter(|&to| to < 40) else { continue };
        if !rest[..to].contains([',', ';']) {
            return Some(at + verb.len() - 1 + to + " till ".len());
        }
    }
    // "Målgruppen för dagen är …"
    if let Some(at) = low.find("målgrupp")
        && let Some(to) = near(&low[at..], 48).find(" är ")
    {
        return Some(at + to + " är ".len());
    }
    ["target group is ", "target audience is "]
        .iter()
        .find_map(|lead| low.find(lead).map(|at| at + lead.len()))
}

/// For whom, and who is let in.
pub(in crate::event) fn audience(page: &Page<'_>, taken: &[bool], agenda: bool, event: &mut Event) {
    let mut admission: Option<Found<Admission>> = None;
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i] || matches!(page.blocks[i].role, Role::Noise | Role::Column) {
            continue;
        }
        let low = &line.low;
        if let Some(label) = page.blocks[i].label
            && label.kind == LabelKind::Audience
            && event.audience.as_ref().is_none_or(|said| said.confidence < Confidence::Certain)
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
            let sentence = &Sifted::of(&low[from..to]);
            // "Anmälan för dig som kommer till skolan senast den 12 maj": one of several ways.
            let practical = has_any(
                sentence,
                &["anmäl", "anmälan", "register", "länk", "betala", " kr ", "senast", "no later"],
            );
            if event.audience.is_none()
                && let Some(at) = turned_to(sentence)
            {
                let text = line.text[from + at..to].trim().trim_end_matches(['.', '!']);
                if !text.is_empty() && text.len() < 400 {
                    event.audience = Some(Found::likely(text.to_owned(), line.number));
                }
            }
            if event.audience.is_none() {
                for marker in [
                    "välkommen till dig som",
                    "passar dig som ",
                    "avsedd för ",
                    "avsett för ",
                    "tänkt för ",
                    "tänkt till ",
                    "anpassad för ",
                    "dagen är för ",
                    "kvällen är för ",
                    "kursen är för ",
                    "träffen är för ",
                    "mötet är för ",
                    "utbildningen är för ",
                    "konferensen är för ",
                    "seminariet är för ",
                    "webbinariet är för ",
                    "the day is for ",
                    "event is for ",
                    "course is for ",
                    "workshop is for ",
                    "conference is for ",
                    "seminar is for ",
                    "webinar is for ",
                    "course targets ",
                    "workshop targets ",
                    "event targets ",
                    "conference targets ",
                    "passar för dig som ",
                    "välkomnar särskilt dig som ",
                    "välkomnar dig som ",
                    "suitable for ",
                    "designed for ",
                    "är till för ",
                    "inbjudan går till ",
                    "open to ",
                    "aimed at ",
                    "är öppen för ",
                    "är öppet för ",
                    "öppen för ",
                    "intended for ",
                    "för dig som ",
                    "för er som ",
                    "för dig mellan ",
                    "för dig under ",
                    "för dig över ",
                    "för dig med ",
                    "för dig från ",
                    "för dig i ",
                    "bjuder in dig som ",
                    "bjuder in er som ",
                    "bjuder in alla som ",
                    "bjuder in dig i ",
                    "endast för ",
                    "for anyone who",
                    "arrangerar en heldag för ",
                    "för alla som ",
                    "för alla yrkesgrupper",
                ] {
                    if !(practical && marker.starts_with("för dig")
                        || practical && marker.starts_with("för er"))
                        && let Some(at) = sentence.find(marker)
                    {
                        let keep = [
                            "för dig",
                            "för er",
                            "för alla",
                            "välkommen till dig",
                            "passar för dig",
                            "arrangerar en",
                            "bjuder in",
                        ]
                        .iter()
                        .any(|m| marker.starts_with(m));
                        let start = if let Some(whom) = marker.strip_prefix("bjuder in ") {
                            from + at + marker.len() - whom.len()
                        } else if marker.starts_with("passar dig")
                            || marker.starts_with("välkomnar")
                        {
                            from + at + marker.find("dig ").unwrap_or(0)
                        } else if keep {
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
                // "Lärare och rektorer är välkomna."
                let welcome = [
                    " är välkomna",
                    " är varmt välkomna",
                    " är välkommen",
                    " är varmt välkommen",
                    " are welcome",
                ]
                .iter()
                .find_map(|end| sentence.trim_end_matches(['.', '!', ' ']).strip_suffix(end))
                .or_else(|| sentence.find(" är välkomna att delta").map(|at| &sentence[..at]))
                .filter(|head| {
                    head.split(' ').count() >= 3
                        && head.len() < 160
                        && ![
                            "alla är", "ni är", "vi ", "everyone", "all are", "men ", "och ", "så ",
                        ]
                        .iter()
                        .any(|w| head.starts_with(w))
                        && !has_any(
                            head,
                            &["frågor", "anmäl", "synpunkter", "förslag", "questions", ", "],
                        )
                })
                .map(str::len);
                if event.audience.is_none()
                    && let Some(at) = sentence
                        .find(" är välkomna till")
                        .or(welcome)
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
                        "medlemsorganisation",
                        "members of ",
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
                    || agenda && votes(sentence)
                    || page.scope[i] == Some(LabelKind::Audience) && are_members(sentence)
                    || of_members(sentence)
                    || only(sentence, &["medlem", "members", "member-only"])
                    || agenda
                        && page.scope[i] == Some(LabelKind::Audience)
                        && has_any(sentence, &["ledam", "ersättare", "medlem", "members"])
                    || has_any(
                        sentence,
                        &[
                            "är för rådets ledamöter",
                            "är för föreningens medlemmar",
                            "är för medlemmar",
                            "är till för medlem",
                            "är till för förening",
                            "är till för ledamöter",
                            "är till för våra medlem",
                            "is for members",
                            "inte offentlig",
                            "ej offentlig",
                            "not public",
                            "not open to the public",
                            "inte öppet för allmänhet",
                            "inte öppen för allmänhet",
                            "stängt för allmänhet",
                            "stängda dörrar",
                            "är för ledamöter",
                            "endast för ledamöter",
                            "bara för ledamöter",
                            "bara öppen för medlem",
                            "bara öppet för medlem",
                        ],
                    );
                // "Middagen är endast för medlemmar."
                let members = members
                    && ![
                        "middagen",
                        "lunchen",
                        "festen",
                        "parkeringen",
                        "kaffet",
                        "rabatten",
                        "the dinner",
                    ]
                    .iter()
                    .any(|other| sentence.trim_start().starts_with(other));
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
                        "endast adressaten",
                        "kan inte överlåtas",
                        "får inte överlåtas",
                        "ej överlåtas",
                        "not transferable",
                        "addressee only",
                        "inbjudna politiker",
                        "bara för inbjudna",
                    ],
                ) || only(sentence, &["inbjudna", "invited", "inbjudan"])
                    || page.scope[i] == Some(LabelKind::Audience)
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

/// "Kvällen är bara för medlemmar", "members-only": who they are, and a word that shuts others out.
/// "Bara medlemmar har rösträtt, men alla är välkomna" and "Endast 50 kr för medlemmar" do not.
fn only(low: &Sifted<&str>, whom: &[&str]) -> bool {
    let beside = |at: usize| has_any(near(&low[at..], 36), whom);
    let shut = [
        "endast ",
        "bara ",
        "enbart ",
        "exklusivt ",
        "uteslutande ",
        "only ",
        "exclusively ",
        "reserved for ",
    ]
    .iter()
    .any(|w| low.contains(w) && low.match_indices(w).take(4).any(|(at, w)| beside(at + w.len())))
        || whom.iter().any(|w| {
            low.contains(w)
                && low.match_indices(w).take(4).any(|(at, w)| {
                    let rest = &low[at + w.len()..];
                    rest.starts_with("-only")
                        || rest.starts_with(" only") && !rest.starts_with(" only p")
                })
        });
    shut && !low.bytes().any(|b| b.is_ascii_digit())
        && !has_any(
            low,
            &[
                "rösträtt",
                "rösta",
                "vote",
                "alla är",
                "öppet för alla",
                "gratis",
                "kostn",
                "kostar",
                "pris",
                "rabatt",
                "avgift",
                "betala",
                "free",
                "fee",
                "pay",
                "discount",
                "inte bara",
                "inte endast",
                "inte enbart",
                "not only",
                "not just",
            ],
        )
}

/// "För medlemmar i Villaföreningen.": a sentence of its own, and no price.
fn of_members(low: &str) -> bool {
    [
        "för medlemmar",
        "för föreningens medlemmar",
        "för våra medlemmar",
        "for members",
        "for our members",
    ]
    .iter()
    .any(|lead| low.trim_start().starts_with(lead))
        && low.split(' ').count() <= 8
        && low.trim_end().ends_with('.')
        && !low.bytes().any(|b| b.is_ascii_digit())
        && !has_any(
            low,
            &[
                "gratis", "kostn", "kostar", "pris", "rabatt", "avgift", "fritt", "fri ", "free",
                "fee", "price", "discount", "och ", "and ",
            ],
        )
}

/// "Målgrupp: Nätverkets medlemmar": nobody else.
fn are_members(low: &str) -> bool {
    let who = low.rsplit([':', '\t']).next().unwrap_or(low).trim().trim_end_matches('.');
    (1..=4).contains(&who.split(' ').count())
        && [" medlemmar", "medlemmarna", " members"].iter().any(|end| who.ends_with(end))
        && !has_any(
            who,
            &[" och ", " and ", " samt ", "även", "också", "inte ", "ej ", "not ", "non-"],
        )
}

/// A meeting of members: "Rösträtt har alla medlemmar som betalat avgiften", "Till föreningens
/// medlemmar" over the summons.
fn votes(low: &Sifted<&str>) -> bool {
    let member = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        w.ends_with("medlem")
            || w.ends_with("medlemmar")
            || w.ends_with("medlemmarna")
            || w.ends_with("medlemmars")
            || matches!(w, "member" | "members")
    };
    let addressed = (low.starts_with("till ") || low.starts_with("to "))
        && low.split(' ').count() <= 7
        && !has_any(low, &["val av", "medlemsavgift", "ansökan"]);
    (addressed
        || has_any(
            low,
            &["rösträtt", "röstberättigad", "right to vote", "may vote", "entitled to vote"],
        ))
        && low.split(' ').any(member)
}
