//! What is said of an event besides its name: called off, moved, full, a reminder. The marks
//! around a title, and the sentences near it that say so.

use crate::blocks::Role;
use crate::event::Page;
use crate::lines::{Line, Question, fold};
use crate::model::{Found, Status};
use crate::sentences;
use crate::words::{LabelKind, Sifted, begins_with, ends_with, has_any, near};

const CANCELLED: [&str; 10] = [
    "inställt",
    "inställd",
    "inställda",
    "ställs in",
    "avlyst",
    "avlyses",
    "avblåst",
    "cancelled",
    "canceled",
    "called off",
];

const MOVED: [&str; 24] = [
    "flyttat",
    "flyttad",
    "flyttas",
    "framflyttat",
    "framflyttad",
    "flyttas fram",
    "uppskjutet",
    "uppskjuten",
    "skjuts upp",
    "senarelagt",
    "senarelagd",
    "tidigarelagt",
    "tidigarelagd",
    "moved",
    "postponed",
    "rescheduled",
    "nytt datum",
    "nya datum",
    "ny tid",
    "ny dag",
    "ändrat datum",
    "ändrad tid",
    "new date",
    "new time",
];

/// Marks that say nothing of whether it is held.
const OTHER: [&str; 15] = [
    "obs",
    "observera",
    "påminnelse",
    "reminder",
    "fullbokat",
    "fullbokad",
    "fullsatt",
    "fully booked",
    "sold out",
    "slutsålt",
    "ny lokal",
    "ny plats",
    "new venue",
    "utskrift",
    "uppdaterad",
];

/// Every mark with what it says.
fn marks() -> impl Iterator<Item = (&'static str, Option<Status>)> {
    let cancelled = CANCELLED.iter().map(|m| (*m, Some(Status::Cancelled)));
    let moved = MOVED.iter().map(|m| (*m, Some(Status::Moved)));
    cancelled.chain(moved).chain(OTHER.iter().map(|m| (*m, None)))
}

/// What a notice may begin with.
const NOTES: [&str; 11] = [
    "observera att",
    "observera",
    "obs",
    "viktig information",
    "viktigt",
    "uppdatering",
    "update",
    "please note",
    "note",
    "nb",
    "important",
];

/// Said under a condition, or of something else than the event.
const UNLESS: &[&str] = &[
    "ställs inte",
    "ställer inte",
    "inte inställ",
    "kan komma att",
    "om färre",
    "om för få",
    "vid för få",
    "vid färre",
    "vid regn",
    "vid dåligt väder",
    "om det regnar",
    "rätten att",
    "förbehåll",
    "may be cancelled",
    "if you ",
    "om du ",
    "your place",
    "din plats",
    "if fewer",
    "not cancelled",
    "avgiften",
    "avbokning",
    "anmälningsdag",
    "anmälningstid",
    "sista anmälan",
    "deadline",
];

/// What calls an event off, wherever in a sentence.
const CALLED_OFF: &[&str] = &[
    "är inställ",
    "blir inställ",
    "blivit inställ",
    "tyvärr inställ",
    "har ställts in",
    "har ställt in",
    "blir inte av",
    "blir tyvärr inte av",
    "kommer inte att hållas",
    "kommer inte att genomföras",
    "kan inte genomföra",
    "kan tyvärr inte genomföra",
    "kan inte hålla",
    "kan tyvärr inte hålla",
    "kommer inte att bli av",
    "kommer tyvärr inte att",
    "genomförs inte",
    "hålls inte",
    "har vi ställt in",
    "will not be held",
    "cannot take place",
    "cannot be held",
    "won't take place",
    "är avlyst",
    "är avblåst",
    "utgår tyvärr",
    "utgår på grund",
    "utgår p.g.a",
    "has been cancelled",
    "is cancelled",
    "been canceled",
    "is canceled",
    "called off",
    "will not take place",
    "inställt)",
    "(cancelled",
    "– inställt",
    "- inställt",
];

/// What moves an event, wherever in a sentence.
const SHIFTED: &[&str] = &[
    "är flyttat",
    "är flyttad",
    "flyttas till",
    "flyttas från",
    "har flyttats",
    "har flyttat till",
    "framflyttad",
    "framflyttat",
    "skjuts upp",
    "skjutits upp",
    "skjuts fram",
    "skjutits fram",
    "är uppskjut",
    "senareläggs",
    "är senarelag",
    "tidigareläggs",
    "är tidigarelag",
    "has been moved",
    "is moved",
    "been postponed",
    "been rescheduled",
    "is rescheduled",
    "är framflytt",
    "flyttas fram",
    "flyttar fram",
    "flytta fram",
    "skjuta upp",
    "skjuta fram",
    "is postponed",
    "flyttat till",
    "flyttad till",
    "flyttar vi",
    "vi flyttar",
    "bytt datum",
    "bytt dag",
    "byter datum",
    "byter dag",
    "fått nytt datum",
    "fått ett nytt datum",
    "får nytt datum",
    "får ett nytt datum",
    "nytt datum är",
    "nytt datum blir",
    "datumet är ändrat",
    "datumet har ändrats",
];

/// What a new day follows.
const NOW_ON: &[&str] = &[
    " is now on ",
    " will now be on ",
    " will now be held on ",
    " now takes place on ",
    " är nu den ",
    " hålls nu ",
    " äger nu rum den ",
    " blir nu den ",
];

/// Whatever a sentence says of the event's state has one of these in it, and few sentences have.
const ROOTS: &[&str] = &[
    "ställ",
    "avlys",
    "avblås",
    "cancel",
    "called off",
    "inte",
    "utgår",
    "not ",
    "won't",
    "flytt",
    "skju",
    "senarel",
    "tidigarel",
    "moved",
    "postponed",
    "rescheduled",
    "datum",
    "ny tid",
    "ny dag",
    "ändrad tid",
    "new date",
    "new time",
    "bytt dag",
    "byter dag",
    "instead",
    "now ",
    " nu ",
];

/// No mark is longer, in bytes.
const MARK_MAX: usize = 24;

const SIGNS: [char; 11] = [':', '!', '–', '—', '.', ',', '|', '*', ')', ']', '-'];

/// The mark that a text begins with ("INSTÄLLT: …", "(Flyttat) …") and what comes after it.
fn leading(text: &str) -> Option<(Option<Status>, &str)> {
    let text = text.trim_start_matches(['(', '[', '*', ' ']);
    let low = fold(near(text, MARK_MAX));
    let (mark, status) =
        marks().filter(|(m, _)| begins_with(&low, &[m])).max_by_key(|(mark, _)| mark.len())?;
    let mut rest = &text[mark.len()..];
    // "MOVED TO 9 JUNE: …", "Nytt datum 14 april: …"
    if status.is_some()
        && rest.starts_with(' ')
        && let Some(at) = rest.find([':', '!']).filter(|&at| at < 40)
        && rest[..at].contains(|c: char| c.is_ascii_digit())
        && rest[at + 1..].starts_with(' ')
        && rest[..at].split(' ').count() <= 6
    {
        rest = &rest[at..];
    }
    let sign = rest.trim_start();
    let shouted = rest.starts_with(' ') && !text[..mark.len()].chars().any(char::is_lowercase);
    let signed = sign.starts_with(SIGNS) && !(sign.starts_with('-') && !rest.contains("- "));
    (sign.is_empty() || signed || shouted)
        .then(|| (status, rest.trim_start_matches(SIGNS).trim_start_matches(signs_and_space)))
}

/// The mark that a text ends with ("… – INSTÄLLT", "… (nytt datum!)") and what comes before it.
fn trailing(text: &str) -> Option<(Option<Status>, &str)> {
    let text = text.trim_end_matches(['!', '.', ')', ']', '*', ' ']);
    let mut from = text.len().saturating_sub(MARK_MAX);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let low = fold(&text[from..]);
    let (mark, status) =
        marks().filter(|(m, _)| ends_with(&low, &[m])).max_by_key(|(mark, _)| mark.len())?;
    let at = text.len() - mark.len();
    let before = text[..at].trim_end();
    let shouted = text[..at].ends_with(' ') && !text[at..].chars().any(char::is_lowercase);
    let signed = before.ends_with(['–', '—', '-', '(', '[', '|', ':', ',', '*', '/'])
        && text[..at].ends_with([' ', '(', '[', '*']);
    (signed || shouted || mark == "inställt" && text[..at].ends_with(' ')).then(|| {
        (status, before.trim_end_matches(|c: char| "–—-([|:,*/".contains(c) || c.is_whitespace()))
    })
}

fn signs_and_space(c: char) -> bool {
    c.is_whitespace() || SIGNS.contains(&c)
}

/// A title without such marks.
pub(super) fn without(text: &str) -> &str {
    let mut text = text.trim();
    while let Some((_, rest)) = leading(text).filter(|(_, rest)| !rest.is_empty()) {
        text = rest;
    }
    while let Some((_, rest)) = trailing(text).filter(|(_, rest)| !rest.is_empty()) {
        text = rest;
    }
    text
}

/// "INSTÄLLT!", "Höstmöte (framflyttat)": is the event's state said here?
pub(crate) fn is_notice(text: &str) -> bool {
    leading(text).is_some() || trailing(text).is_some()
}

/// The same of a whole line.
pub(crate) fn is_noted(line: &Line) -> bool {
    line.ask(Question::Notice, |line| is_notice(&line.text))
}

/// "INSTÄLLT!", "Fullbokat": the state and nothing else.
pub(crate) fn only_state(text: &str) -> bool {
    leading(text).is_some_and(|(_, rest)| rest.is_empty())
}

/// "OBS! Ny lokal: Höstmöte" names the event, "OBS! Glöm inte matsäck" does not.
pub(super) fn only_note(text: &str) -> bool {
    let low = fold(text);
    let Some(rest) = low.strip_prefix("obs").filter(|r| r.starts_with(['!', ':'])) else {
        return false;
    };
    let rest = rest.trim_start_matches(signs_and_space);
    leading(rest).is_none_or(|(_, rest)| rest.is_empty())
}

/// What a sentence (lower case) says, if it says so of the event itself.
fn said(sentence: &str) -> Option<Status> {
    let mut head = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    for note in NOTES {
        if let Some(rest) = head.strip_prefix(note) {
            head = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        }
    }
    // A condition, a refusal, and "inställd på att".
    let sentence = &Sifted::of(sentence);
    let prepared = ["inställda på", "inställd på", "inställt på"].iter().any(|on| {
        sentence.find(on).is_some_and(|at| !sentence[at + on.len()..].starts_with(" grund"))
    });
    if prepared || has_any(sentence, UNLESS) {
        return None;
    }
    let apart = ["ställs ", "ställer "].iter().any(|verb| {
        sentence.find(verb).is_some_and(|at| {
            let rest = &sentence[at + verb.len()..];
            rest.split([' ', '.', '!', ',']).take(5).any(|word| word == "in")
        })
    });
    // "måste vi tyvärr ställa in vandringen", "we have been forced to cancel the course"
    let forced = [
        (
            "ställa in",
            &[
                "måste ",
                "tving",
                "tvungna",
                "fått ",
                "får ",
                "beslut",
                "valt ",
                "väljer ",
                "behöver ",
                "nödgas ",
                "nödsakade",
            ][..],
        ),
        ("to cancel", &["had ", "have ", "has ", "forced ", "decided ", "need "][..]),
        ("must cancel", &[""][..]),
    ]
    .iter()
    .any(|(verb, words)| {
        sentence.find(verb).is_some_and(|at| words.iter().any(|w| sentence[..at].contains(w)))
    });
    let cancelled = CANCELLED
        .iter()
        .any(|w| head.strip_prefix(w).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
        || apart
        || forced
        || has_any(sentence, CALLED_OFF)
        || sentence.trim_end_matches(['.', '!']).ends_with(" utgår");
    if cancelled {
        return Some(Status::Cancelled);
    }
    let shifted = MOVED.iter().any(|w| {
        head.strip_prefix(w).is_some_and(|rest| {
            // "Ny dag, nya möjligheter" is no notice.
            let short = matches!(*w, "ny dag" | "new time" | "nya datum");
            !rest.starts_with(char::is_alphanumeric)
                && (!short || rest.trim_start_matches([' ', '!', '.', ':']).len() < 24)
                && !(*w == "flyttas" && rest.is_empty())
        })
    }) || has_any(sentence, SHIFTED)
        || instead_on_a_day(sentence)
        || now_on_a_day(sentence);
    shifted.then_some(Status::Moved)
}

/// "The harbour day is now on 17 September (not 10)", "Dagen är nu den 17 maj", "Nu ses vi 3 maj"; not
/// "Anmälan är nu öppen till 3 maj".
fn now_on_a_day(sentence: &str) -> bool {
    sentence.bytes().any(|b| b.is_ascii_digit())
        && has_any(sentence, NOW_ON)
        && !has_any(sentence, &["anmäl", "registr", "deadline", "sista dag"])
}

/// Is the line a message about the event and not its name? "Inställt på grund av sjukdom", "MOVED: the
/// day is now on 3 May", "Dagen är flyttad."; not "INSTÄLLT: Höstmöte", "Inställda möten".
pub(crate) fn is_message(line: &Line) -> bool {
    line.ask(Question::Message, is_told)
}

fn is_told(line: &Line) -> bool {
    let mut rest = line.text.as_str();
    let mut marked = false;
    while let Some((status, after)) = leading(rest).filter(|(_, after)| after.len() < rest.len()) {
        marked |= status.is_some();
        rest = after;
    }
    // "NYTT DATUM! Dagen är nu den 17 maj": what follows the mark is a sentence.
    let goes_on = marked
        && (rest.starts_with(char::is_lowercase)
            || has_any(
                &fold(rest),
                &[" är nu ", " hålls ", " is now ", " will be held", "har flyttats", "nytt datum"],
            ));
    let because = ["på grund av", "p.g.a", "pga ", "due to", "owing to", "because of"];
    let noted = NOTES
        .iter()
        .any(|w| line.low.strip_prefix(w).is_some_and(|r| r.starts_with([' ', ':', '!', ','])));
    rest.is_empty() && marked
        || goes_on
        || (line.text.ends_with(['.', '!'])
            || noted
            || !line.dates.is_empty()
            || line.has_any(&because))
            && line.words() >= 3
            && !marked
            && tells(line)
}

/// "Konferensen hålls i stället den 3 maj", "will instead be held on 3 May"; not "hålls i stället i
/// biblioteket".
fn instead_on_a_day(sentence: &Sifted<&str>) -> bool {
    const VERBS: &[&str] =
        &["hålls", "äger rum", "genomförs", "blir", "arrangeras", "held", "take place"];
    ["i stället", "istället", "instead"].iter().any(|w| {
        sentence.find(w).is_some_and(|at| {
            let mut rest = sentence[at + w.len()..].split(' ').filter(|w| {
                !matches!(
                    *w,
                    "" | "den" | "the" | "on" | "be" | "held" | "take" | "place" | "rum" | "till"
                )
            });
            let day = rest.next().is_some_and(|w| {
                w.starts_with(|c: char| c.is_ascii_digit()) && !w.contains([':', '.'])
                    || crate::when::weekday_word(w.trim_end_matches(',')).is_some()
            });
            day && has_any(sentence, VERBS)
        })
    })
}

/// What the sentences of the line say of the event's state.
fn said_in(line: &Line) -> impl Iterator<Item = Status> {
    let sentences = if line.has_any(ROOTS) { sentences::split(&line.text) } else { Vec::new() };
    sentences.into_iter().filter_map(|(a, b)| said(&line.low[a..b]))
}

/// Does a sentence of the line say that the event is called off or moved?
pub(crate) fn tells(line: &Line) -> bool {
    said_in(line).next().is_some()
}

/// What the line says of what it stands in: by a mark around a name, or in a sentence.
pub(super) fn of_line(line: &Line) -> Option<Status> {
    let short = || (line.words() <= 14).then_some(line.text.as_str());
    let marked = short().and_then(|text| {
        [leading(text), trailing(text)].into_iter().flatten().find_map(|(status, _)| status)
    });
    marked.or_else(|| said_in(line).next())
}

/// "Höstmöte – INSTÄLLT" of "Ämne: VB: Höstmöte – INSTÄLLT".
fn subject<'a>(page: &'a Page<'_>, i: usize) -> Option<&'a str> {
    let label = page.blocks[i].label.filter(|l| l.kind == LabelKind::Subject)?;
    let mut text = page.lines[i].text.get(label.value..)?.trim_start();
    while let Some((mark, rest)) = text.split_once(':')
        && ["vb", "re", "sv", "fw", "fwd"].contains(&mark.to_lowercase().as_str())
    {
        text = rest.trim_start();
    }
    Some(text)
}

/// Cancelled or moved, where the title or the lines around it say so.
pub(super) fn status(
    page: &Page<'_>,
    title_at: Option<usize>,
    taken: &[bool],
) -> Option<Found<Status>> {
    let until = title_at.unwrap_or(0) + 6;
    let mut moved = None;
    for (i, line) in page.lines.iter().enumerate().take(until.max(6)) {
        if taken[i] || page.blocks[i].role == Role::Noise {
            continue;
        }
        let marked = if Some(i) == title_at || line.words() <= 14 {
            let text = subject(page, i).unwrap_or(&line.text);
            [leading(text), trailing(text)].into_iter().flatten().find_map(|(s, _)| s)
        } else {
            None
        };
        for status in marked.into_iter().chain(said_in(line)) {
            if status == Status::Cancelled {
                return Some(Found::certain(Status::Cancelled, line.number));
            }
            if moved.is_none() && page.blocks[i].label.is_none_or(|l| l.kind != LabelKind::Cost) {
                moved = Some(Found::certain(Status::Moved, line.number));
            }
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_call_off() {
        for (sentence, expected) in [
            ("på grund av sjukdom måste vi tyvärr ställa in vandringen.", Some(Status::Cancelled)),
            ("we have been forced to cancel the course.", Some(Status::Cancelled)),
            ("styrelsen har beslutat att tills vidare ställa in lägret.", Some(Status::Cancelled)),
            ("mötet flyttas till den 3 maj.", Some(Status::Moved)),
            ("om färre än fem anmäler sig måste vi ställa in.", None),
            ("write to us if you have to cancel your place.", None),
            ("har du flyttat hit nyligen?", None),
            ("lär dig ställa in kameran.", None),
        ] {
            assert_eq!(said(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn no_root_is_forgotten() {
        let phrases = CANCELLED.iter().chain(&MOVED).chain(CALLED_OFF).chain(SHIFTED).chain(NOW_ON);
        for phrase in phrases {
            assert!(ROOTS.iter().any(|root| phrase.contains(root)), "{phrase}");
        }
    }

    #[test]
    fn marks_are_taken_off() {
        for (text, expected) in [
            ("INSTÄLLT: Höstmöte", "Höstmöte"),
            ("Höstmöte – INSTÄLLT!", "Höstmöte"),
            ("(Flyttat) Höstmöte", "Höstmöte"),
            ("OBS! Nytt datum! Höstmöte", "Höstmöte"),
            ("Höstmöte (fullbokad)", "Höstmöte"),
            ("Inställda möten och andra problem", "Inställda möten och andra problem"),
            ("INSTÄLLT", "INSTÄLLT"),
        ] {
            assert_eq!(without(text), expected, "{text}");
        }
    }
}
