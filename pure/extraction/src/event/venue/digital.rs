//! Online or also online: what a place, a label or a sentence says of it, and the platform's name.

use crate::blocks::Role;
use crate::event::Page;
use crate::event::venue::ways::{
    BOTH, INSTEAD, STRONG, beside, beside_itself, each_way, joins, refuses,
};
use crate::lines::fold;
use crate::model::Found;
use crate::sentences;
use crate::words::{LabelKind, Sieve, contains, has_any, is_platform, platform_in};

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
                "virtuell",
                "egen dator",
                "framför datorn",
                "framför skärmen",
                "din skärm",
                "helt digital",
                "är digital",
                "digitala del",
                "digitala sänd",
                "följ sändning",
                "följa sändning",
                "följ med i sändning",
                "direkt på webben",
                "watch the stream",
                "watch live",
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
        || matches!(
            low.trim().trim_end_matches('.'),
            "digital"
                | "nätet"
                | "distans"
                | "webben"
                | "internet"
                | "distansdeltagande"
                | "hybrid"
                | "videomöte"
                | "webbsändning"
                | "web"
                | "remote"
        )
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
            let joint = [
                " eller ", " och ", " samt ", " or ", " and ", " & ", " + ", " / ", " (", " – ",
                "/digital", "/online", "/distans",
            ]
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
        if !part.is_empty()
            && !low.starts_with("där du ")
            && !low.starts_with("hemma")
            && !has_any(&low, &["länk", "link", "skickas", "du får", "och "])
        {
            kept.push(part);
        }
    }
    let text = kept.join(", ");
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then_some(text)
}

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
        let stated = says_digital(&line.low, line.low.sieve()) || line.has_any(&["hybrid"]);
        if taken[i]
            || role == Role::Noise
            || page.before[i]
            || !stated && !(form && line.low.contains("digital"))
        {
            continue;
        }
        let placed =
            page.scope[i].is_some_and(|k| matches!(k, LabelKind::Place | LabelKind::PlaceAndTime));
        let mut aside = false;
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            // What follows in the paragraph is of the meeting before it too.
            aside |= beside(low) && !title.is_some_and(beside_itself);
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
    page.lines
        .iter()
        .enumerate()
        .filter(|&(i, _)| page.blocks[i].role != Role::Noise && !page.before[i])
        .find_map(|(_, line)| {
            // "Digitalt förmöte på Teams" before a day in a hall.
            if beside(&line.low) && line.words() > 12 && !has_any(&line.low, BOTH) {
                return None;
            }
            let (start, end) = platform_in(&line.low, line.low.sieve())?;
            // "teams" as a plain English word.
            let text = &line.text[start..end];
            (text.starts_with(char::is_uppercase) || met_on(&line.low))
                .then(|| Found::certain(text.to_owned(), line.number))
        })
}
