//! Online or also online: what a place, a label or a sentence says of it, and the platform's name.

use crate::blocks::Role;
use crate::event::Page;
use crate::lines::fold;
use crate::model::Found;
use crate::sentences;
use crate::words::{LabelKind, Sieve, contains, has_any, is_platform, near, platform_in};

/// Does the phrase say that one takes part online?
pub(crate) fn is_digital(low: &str) -> bool {
    says_digital(low, &Sieve::of(low))
}

fn says_digital(low: &str, sieve: &Sieve) -> bool {
    let has_any =
        |low: &str, words: &[&str]| words.iter().any(|w| sieve.may_have(w) && contains(low, w));
    platform_in(low, sieve).is_some()
        || has_any(
            low,
            &[
                "digitalt",
                "online",
                "webbinari",
                "webinar",
                "på distans",
                "via länk",
                "på länk",
                "videolänk",
                "video link",
                "följ med via",
                "via webben",
                "på webben",
                "webbsän",
                "webbaserad",
                "distansmöte",
                "videomöte",
                "livestream",
                "live stream",
                "livesänd",
                "direktsänd",
                "sänds ",
                "streamas",
                "strömmas",
                "på nätet",
                "virtual",
                "din dator",
                "din skärm",
                "helt digital",
                "är digital",
                "digitala del",
                "digitala sänd",
                "digitala rum",
                "hemifrån",
                "remotely",
                "remote participa",
                "remote attend",
                "from home",
                "from your desk",
                "from your own desk",
            ],
        )
        || low.trim() == "digital"
        || low.contains("digital ")
            && has_any(
                low,
                &[
                    "digital träff",
                    "digital konferens",
                    "digital frukost",
                    "digital tisdag",
                    "digital breakfast",
                    "digital meeting",
                    "digital event",
                    "digital info",
                    "digital föreläs",
                    "digital workshop:",
                    "digital lunch",
                    "digital samling",
                    "digital dialog",
                    "digital kurs",
                    "digital utbild",
                    "digital semin",
                    "digital näts",
                    "digital nätverk",
                    "digital sändning",
                    "digital kväll",
                    "digital dag",
                    "digital fika",
                ],
            )
        || has_any(low, &["digitala träff", "digitala möte"])
}

/// The parts of a place that are a place: "Folkets hus, Sala" of "Folkets hus, Sala eller via Zoom".
pub(super) fn without(text: &str) -> Option<String> {
    let mut kept = Vec::new();
    let sentences = sentences::split(text).into_iter().map(|(from, to)| &text[from..to]);
    for part in sentences.flat_map(|sentence| sentence.split(',')).map(str::trim) {
        let low = fold(part);
        let mut part = part;
        if is_digital(&low) {
            // "Sala eller digitalt via Teams"
            let joint =
                [" eller ", " och ", " samt ", " or ", " and ", " & ", " + ", " / ", " (", " – "]
                    .iter()
                    .filter_map(|w| low.find(w))
                    .min();
            match joint {
                Some(at) if !is_digital(&low[..at]) => part = part[..at].trim(),
                // "Zoom eller på Biblioteket i Arvika"
                Some(_) => {
                    let tail = [" eller ", " och ", " samt ", " or ", " and "]
                        .iter()
                        .find_map(|joint| part.split_once(joint))
                        .map(|(_, tail)| tail.trim())
                        .filter(|tail| !is_digital(&fold(tail)));
                    let Some(tail) = tail else { continue };
                    let tail = ["i ", "på ", "vid ", "at ", "in "]
                        .iter()
                        .find_map(|way| tail.strip_prefix(way))
                        .unwrap_or(tail);
                    if !tail.starts_with(char::is_uppercase) {
                        continue;
                    }
                    part = tail;
                }
                None => continue,
            }
        }
        let low = fold(part);
        if !part.is_empty() && !has_any(&low, &["länk", "link", "skickas", "du får", "och "]) {
            kept.push(part);
        }
    }
    let text = kept.join(", ");
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then_some(text)
}

/// A sentence that says no, or that speaks of afterwards.
fn refuses(low: &str) -> bool {
    has_any(
        low,
        &[
            "inte att delta",
            "inte möjligt att delta",
            "inte delta digitalt",
            "inte delta på distans",
            "inte delta på länk",
            "inte att följa",
            "inte möjligt att följa",
            "sänds inte",
            "sänds ej",
            "sänds varken",
            "streamas inte",
            "strömmas inte",
            "spelas inte",
            "inte att sändas",
            "inte att streamas",
            "inte digitalt",
            "ej digitalt",
            "inte online",
            "inte på länk",
            "inte via länk",
            "ingen digital",
            "ingen sändning",
            "ingen länk",
            "ingen stream",
            "ingen livestream",
            "ingen webbsändning",
            "ingen direktsändning",
            "inget digitalt",
            "ingen möjlighet att delta",
            "not streamed",
            "not be streamed",
            "not broadcast",
            "not be broadcast",
            "no online",
            "no stream",
            "no livestream",
            "no live stream",
            "no digital",
            "not online",
            "not possible to join",
            "not possible to attend",
            "not possible to take part",
            "lär dig",
            "att använda",
            "använda teams",
            "använda zoom",
            "i efterhand",
            "i efterskott",
            "afterwards",
            "inspelningen",
        ],
    )
}

const BOTH: &[&str] = &[
    " and zoom",
    " och zoom",
    " samt zoom",
    " & zoom",
    " and teams",
    " och teams",
    " samt teams",
    " and on zoom",
    " or on zoom",
    " or via zoom",
    " or on teams",
    " or via teams",
    " och via zoom",
    " och via teams",
    " eller via zoom",
    " eller via teams",
    " eller på zoom",
    " eller på teams",
    " och på zoom",
    " och på teams",
    " and online",
    " och digitalt",
    " samt digitalt",
    " eller digitalt",
    " or online",
    " or digitally",
    "digitalt eller på plats",
    "digitalt och på plats",
    "distans eller på plats",
    "på plats eller på distans",
    "på plats och på distans",
    "på plats eller på länk",
    "på plats och på länk",
    "på plats eller via",
    "på plats och via",
    "på plats eller online",
    "på plats och online",
    "fysiskt eller",
    "fysiskt och",
    "både fysiskt",
    "både på plats",
    "in person or",
    "in person and",
    "on site or",
    "on site and",
];

/// "Anmälan på plats senast 4 september, digitalt senast 24 september": two ways with what holds for
/// each. "Anmälan görs digitalt, betalning på plats" is one.
fn each_way(low: &str) -> bool {
    let then = |ways: &[&str]| {
        ways.iter().any(|way| {
            low.match_indices(way).take(4).any(|(at, _)| {
                let rest = low[at + way.len()..].trim_start_matches([' ', ',', '(', '-', '–', ':']);
                rest.starts_with("senast")
                    || rest.starts_with("by ")
                    || rest.starts_with("no later")
                    || rest.starts_with(|c: char| c.is_ascii_digit())
            })
        })
    };
    then(&["på plats", "fysiskt", "fysiskt deltagande", "in person", "on site", "onsite"])
        && then(&[
            "digitalt",
            "digitalt deltagande",
            "på distans",
            "på länk",
            "via länk",
            "online",
            "remotely",
        ])
}

/// "Det går också att vara med på länk", "Du kan följa föreläsningen på distans": to take part, and
/// how, close by.
fn joins(low: &str) -> bool {
    const TAKE_PART: &[&str] = &[
        "delta",
        "vara med",
        "är med",
        "följ",
        "medverka",
        "ansluta",
        "ansluter",
        "koppla upp",
        "lyssna",
        "titta",
        "närvara",
        "join",
        "attend",
        "take part",
        "taking part",
        "participat",
        "follow",
        "watch",
        "dial in",
        "tune in",
    ];
    const WAYS: &[&str] = &[
        "digitalt",
        "på länk",
        "via länk",
        "med länk",
        "på distans",
        "online",
        "via webben",
        "på nätet",
        "hemifrån",
        "via video",
        "remotely",
        "by video",
        "by link",
        "via link",
        "virtually",
        "from home",
        "direktsänd",
        "live",
    ];
    TAKE_PART.iter().any(|verb| {
        low.match_indices(verb).take(4).any(|(at, _)| {
            let rest = near(&low[at + verb.len()..], 60);
            WAYS.iter().any(|way| {
                rest.find(way)
                    .is_some_and(|to| to < 40 && !rest[..to].contains(['.', ',', ';', ':']))
            })
        })
    })
}

/// What is held before or after the event itself: "Vi ses en timme digitalt i förväg", "Digitalt
/// förmöte på Teams".
pub(super) fn beside(low: &str) -> bool {
    has_any(
        low,
        &[
            "förmöte",
            "förträff",
            "i förväg",
            "pre-meeting",
            "pre-event",
            "pre-conference",
            "uppföljningsmöte",
            "uppföljande",
            "efterträff",
            "follow-up meeting",
            "uppstartsmöte",
            "informationsmöte inför",
            "förberedande",
        ],
    ) && is_digital(low)
}

/// "Digitalt förmöte: första året i en ny bygd" is itself the meeting before.
fn beside_itself(title: &str) -> bool {
    has_any(
        title,
        &["förmöte", "förträff", "pre-meeting", "uppföljning", "efterträff", "follow-up"],
    )
}

/// Who cannot come can take part anyway.
const INSTEAD: &[&str] = &[
    "inte kan resa",
    "inte kan komma",
    "inte kan vara på plats",
    "inte kan delta på plats",
    "inte har möjlighet att",
    "hellre deltar",
    "hellre vill vara med",
    "hellre är med",
    "can't come",
    "cannot come",
    "cannot travel",
    "can't make it",
    "prefer to join",
];

const STRONG: &[&str] = &[
    "digitalt via",
    "online via",
    "via zoom",
    "via teams",
    "via microsoft",
    "på zoom",
    "on zoom",
    "i teams",
    "på teams",
    "in teams",
    "on teams",
    "över zoom",
    "delta digitalt",
    "på plats och digitalt",
    "på plats eller digitalt",
    "på plats eller på länk",
    "på plats och på länk",
    "följ med på länk",
    "följ med på distans",
    "in person or online",
    "on site and online",
    "delta via",
    "deltar via",
    "delta på distans",
    "deltar på distans",
    "delta på länk",
    "deltar på länk",
    "delta online",
    "deltar online",
    "deltar digitalt",
    "online participants",
    "digitala deltagare",
    "följa digitalt",
    "följa mötet digitalt",
    "följ sändning",
    "följa sändning",
    "eller digitalt",
    "or online",
    "join online",
    "attend online",
    "webbinari",
    "webinar",
    "direktsänds",
    "livesänds",
    "livestream",
    "live stream",
    "streamas",
    "strömmas",
    "webbsänds",
    "webbsändning",
    "sänds live",
    "sänds på",
    "sänds via",
    "sänds digitalt",
    "digital event",
    "finns en teamslänk",
    "teamslänk finns",
    "finns en länk",
    "finns länk",
    "teamsmöte",
    "zoommöte",
    "teams-möte",
    "zoom-möte",
    "länk till teams",
    "länk till zoom",
    "teamslänk",
    "zoomlänk",
    "hålls digitalt",
    "sker digitalt",
    "genomförs digitalt",
    "arrangeras digitalt",
    "äger rum digitalt",
    "ges digitalt",
    "träffas digitalt",
    "ses digitalt",
    "möts digitalt",
    "hålls online",
    "sker online",
    "genomförs online",
    "ges online",
    "träffas online",
    "ses online",
    "hålls på distans",
    "sker på distans",
    "genomförs på distans",
    "ges på distans",
    "hålls via länk",
    "hålls på länk",
    "sker via länk",
    "hålls på webben",
    "hålls via video",
    "sker via video",
    "helt digital",
    "helt online",
    "webbaserad",
    "takes place online",
    "take place online",
    "held online",
    "held virtually",
    "place virtually",
    "held digitally",
    "place digitally",
    "fully online",
    "is online",
    "will be online",
    "by video link",
    "via video link",
    "via videolänk",
    "den digitala delen",
    "den digitala sändningen",
    "det digitala rummet",
    "delta hemifrån",
    "deltar hemifrån",
    "vara med hemifrån",
    "är med hemifrån",
    "följ med hemifrån",
    "lyssna hemifrån",
    "lyssnar hemifrån",
    "titta hemifrån",
    "tittar hemifrån",
    "mötet hemifrån",
    "följa hemifrån",
    "följer hemifrån",
    "join remotely",
    "joining remotely",
    "attend remotely",
    "attending remotely",
    "participate remotely",
    "participating remotely",
    "take part remotely",
    "taking part remotely",
    "follow remotely",
    "remote participants",
    "join from home",
    "joining from home",
    "watch from home",
    "watching from home",
    "follow from home",
    "following from home",
    "take part from home",
];

/// "Mötet är digitalt.", "Utbildningen är digital": the event itself, not what it is about.
fn is_itself(low: &str) -> bool {
    let Some(at) = low.find(" är digital") else { return false };
    let before = &low[..at];
    let subject = before.rsplit(' ').next().unwrap_or_default();
    let rest = low[at + " är digital".len()..].trim_start_matches('t');
    before.split(' ').count() <= 3
        && (subject.ends_with("en") || subject.ends_with("et"))
        && rest
            .trim_start()
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphabetic() || rest.starts_with(' '))
}

/// The name of a platform with the word before it that says that one meets there.
fn met_on(low: &str) -> bool {
    let Some((start, _)) = is_platform(low) else { return false };
    let before = low[..start].trim_end().rsplit(' ').next().unwrap_or_default();
    matches!(
        before,
        "via" | "på" | "i" | "on" | "in" | "över" | "genom" | "med" | "using" | "through"
    )
}

/// Is it about hybrid meetings, and not about hybrid war, work or cars?
fn hybrid_form(low: &str) -> bool {
    low.contains("hybrid")
        && !has_any(
            low,
            &[
                "hybridhot",
                "hybridkrig",
                "hybrida krig",
                "hybrida hot",
                "hybridbil",
                "hybridarbet",
                "hybrida arbet",
                "hybrid work",
                "hybridkontor",
                "hybridfordon",
            ],
        )
}

/// Where the text says that one can take part online and how clearly, and whether it says both.
pub(super) fn ways(
    page: &Page<'_>,
    taken: &[bool],
    title_at: Option<usize>,
    mut online: Option<(usize, bool)>,
) -> (Option<(usize, bool)>, bool) {
    let mut hybrid = false;
    let mut note_online = |i: usize, strong: bool| {
        if online.is_none_or(|(_, s)| strong && !s) {
            online = Some((i, strong));
        }
    };
    let title = title_at.map(|at| page.lines[at].low.as_str());
    for (i, line) in page.lines.iter().enumerate() {
        let role = page.blocks[i].role;
        let label = page.blocks[i].label.map(|l| l.kind);
        let form = form_label(&line.low);
        let stated = says_digital(&line.low, &line.sieve) || line.has_any(&["hybrid"]);
        if taken[i] || role == Role::Noise || !stated && !(form && line.low.contains("digital")) {
            continue;
        }
        let placed =
            page.scope[i].is_some_and(|k| matches!(k, LabelKind::Place | LabelKind::PlaceAndTime));
        let mut aside = false;
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            // What follows in the paragraph is of the meeting before it too.
            aside |= beside(low) && !title.is_some_and(|title| beside_itself(title));
            if aside && !has_any(low, BOTH) {
                continue;
            }
            if refuses(low) || !(form || is_digital(low) || low.contains("hybrid")) {
                continue;
            }
            // "room C312 and Zoom"
            hybrid |= has_any(low, BOTH)
                && is_digital(low)
                && (!low.contains("länk") || low.contains("på länk"))
                && !low.contains("link")
                || is_digital(low) && (has_any(low, INSTEAD) || each_way(low));
            if hybrid_form(low)
                && (i <= title_at.unwrap_or(0) + 4
                    || form
                    || has_any(
                        low,
                        &[
                            "hybridmöte",
                            "hybridkonferens",
                            "hybridsemin",
                            "hybridträff",
                            "hybridform",
                            "hybridarrang",
                            "hybridsänd",
                            "hybrid event",
                            "hybridevenemang",
                            "hybrid meeting",
                            "hybrid format",
                            "är hybrid",
                            "is hybrid",
                            "hålls hybrid",
                            "sker hybrid",
                            "genomförs hybrid",
                            "som hybrid",
                        ],
                    ))
            {
                hybrid = true;
                note_online(i, true);
            }
            let head = low.trim_matches(|c: char| !c.is_alphanumeric());
            let strong = placed
                || form
                || each_way(low)
                || joins(low)
                || has_any(low, STRONG)
                || has_any(low, BOTH)
                    && has_any(low, &["på plats", "fysisk", "in person", "on site"])
                || is_itself(low)
                || met_on(low) && !has_any(low, &["utbildning i teams", "kurs i teams", "lär dig"])
                || head.starts_with("digitalt") && role != Role::Prose
                || head.starts_with("online,")
                || Some(i) == title_at;
            // A talk about digital things is no digital talk.
            if strong
                || is_platform(low).is_some() && role != Role::Prose
                || low.contains("zoom")
                || has_any(
                    low,
                    &[
                        "ett digitalt möte",
                        "online talk",
                        "online breakfast",
                        "online event",
                        "online meeting",
                        "digitalt möte",
                    ],
                )
            {
                note_online(i, strong && label != Some(LabelKind::Registration) || placed);
            }
        }
    }
    (online, hybrid)
}

/// "Format: Digitalt", "Mötesform: Hybrid".
fn form_label(low: &str) -> bool {
    let Some(at) = low.find(':').filter(|&at| at < 24) else { return false };
    matches!(
        low[..at].trim(),
        "format"
            | "form"
            | "mötesform"
            | "mötesformat"
            | "typ"
            | "mötestyp"
            | "deltagande"
            | "deltagarform"
            | "deltagandeform"
            | "type"
            | "event format"
            | "evenemangstyp"
            | "hur"
            | "distans"
            | "på distans"
            | "digitalt"
            | "digitalt deltagande"
            | "digital anslutning"
            | "online"
            | "anslutning"
            | "uppkoppling"
            | "remote"
            | "remote participation"
            | "online participation"
            | "attendance"
            | "participation"
            | "så deltar du"
            | "sändning"
    )
}

/// The platform that is named.
pub(super) fn platform(page: &Page<'_>) -> Option<Found<String>> {
    page.lines.iter().enumerate().filter(|&(i, _)| page.blocks[i].role != Role::Noise).find_map(
        |(_, line)| {
            // "Digitalt förmöte på Teams" before a day in a hall.
            if beside(&line.low) && line.words() > 12 && !has_any(&line.low, BOTH) {
                return None;
            }
            let (start, end) = platform_in(&line.low, &line.sieve)?;
            // "teams" as a plain English word.
            let text = &line.text[start..end];
            (text.starts_with(char::is_uppercase) || met_on(&line.low))
                .then(|| Found::certain(text.to_owned(), line.number))
        },
    )
}
