//! Registration: whether one must, until when and from when, and where.

use crate::blocks::Role;
use crate::event::Page;
use crate::event::facts::asking::{ABSENT, asks_for_word, is_aside, is_no, needs_none};
use crate::model::Day;
use crate::model::Found;
use crate::model::Registration;
use crate::purpose;
use crate::purpose::Purpose;
use crate::reach::ReachKind;
use crate::sentences;
use crate::words::LabelKind;
use crate::words::Sifted;
use crate::words::has_any;

/// A last day to register, where it stood and for which way of taking part.
#[derive(Debug, Clone)]
pub(crate) struct Deadline {
    pub day: Day,
    pub line: u32,
    pub(super) labelled: bool,
    /// One of several ways to take part.
    pub partial: bool,
    /// For who cannot come.
    absent: bool,
    /// For those who stay away, or for the coffee: one may come without a word.
    pub(super) aside: bool,
}

/// Every last day to register that the text gives, the one that counts first.
pub(in crate::event) fn deadlines(page: &Page<'_>, taken: &[bool]) -> Vec<Deadline> {
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
                found.push(Deadline {
                    day,
                    line: line.number,
                    labelled: true,
                    partial: false,
                    absent: false,
                    aside: false,
                });
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
            // "Förhinder anmäls senast 10 september": all there is in a summons, where coming is
            // understood; elsewhere it is no last day to register.
            // "Cannot make it? Let us know by 13 April."
            let asked = from.checked_sub(1).map_or("", |at| {
                let (a, b) = purpose::sentence_at(line, at);
                line.low.get(a..b.min(from)).unwrap_or_default()
            });
            let absent = has_any(sentence, ABSENT)
                || asked.trim_end().ends_with('?') && has_any(asked, ABSENT);
            if absent && !page.agenda {
                continue;
            }
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
                    "för plats i",
                    "i salen",
                    "i lokalen",
                    "fysiskt",
                    "fysisk",
                    "webbsänd",
                    "livesänd",
                    "direktsänd",
                    "strömm",
                    "stream",
                    "in the room",
                    "at the table",
                    "at the venue",
                    "remote",
                    "virtual",
                    "webcast",
                    "a seat",
                ],
            );
            found.push(Deadline {
                day,
                line: line.number,
                labelled: page.scope[i] == Some(LabelKind::Deadline),
                partial,
                absent,
                aside: page.scope[i] != Some(LabelKind::Deadline)
                    && is_aside(sentence, page.agenda),
            });
        }
    }
    if found.iter().any(|d| !d.absent) {
        found.retain(|d| !d.absent);
    }
    found.sort_by_key(|d| !d.labelled);
    found
}

pub(in crate::event) fn registration(
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
    }
    if let Some(first) = deadlines.iter().find(|d| !d.aside) {
        out.required = Some(Found::likely(true, first.line));
    }
    let binding = deadlines.iter().any(|d| !d.aside);
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
        let labelled = page.blocks[i].label.filter(|l| registers(l.kind));
        if needs_none(low)
            || page.scope[i].is_some_and(registers)
                && is_no(low.get(labelled.map_or(0, |l| l.value)..).unwrap_or_default())
            || has_any(
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
                    "anmälan: behövs inte",
                    "anmälan: behövs ej",
                    "anmälan: krävs inte",
                    "anmälan: krävs ej",
                    "anmälan: nej",
                    "anmälan: ingen",
                    "anmälan: inte nödvändig",
                    "registration: not required",
                    "registration: not needed",
                    "registration: none",
                    "no registration",
                    "no tickets are needed",
                    "no tickets needed",
                    "no tickets required",
                    "no ticket is needed",
                    "no ticket needed",
                    "no sign-up",
                    "no rsvp",
                    "no reservation",
                    "without registering",
                    "without registration",
                    "without signing up",
                    "don't need to register",
                    "do not need to register",
                    "need not register",
                    "just turn up",
                    "just drop in",
                    "just come along",
                    "inga biljetter behövs",
                    "ingen biljett behövs",
                    "biljett behövs inte",
                    "ingen bokning",
                    "ingen förbokning",
                    "ingen tidsbokning",
                    "ingen föranmälan",
                    "utan förbokning",
                    "utan att anmäla sig",
                    "utan att anmäla dig",
                    "bara att komma",
                    "bara att dyka upp",
                    "inte anmäla sig",
                    "anmälan är inte nödvändig",
                    "anmälan är frivillig",
                    "no need to register",
                    "registration is not required",
                    "registration not required",
                    "behöver inte anmäla",
                    "no booking",
                    "kom som du är",
                    "drop-in utan",
                ],
            )
        {
            open.get_or_insert(line.number);
        }
        // "Avanmälan görs till …" is no registering; the places in the line stay.
        let unbooked =
            low.contains("avanmäl").then(|| Sifted::of(low.replace("avanmäl", "avanm__l")));
        let low = unbooked.as_ref().unwrap_or(low);
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
                        "book your",
                        "book a place",
                        "reserve your",
                        "registrer",
                        "registration",
                        "säg till",
                        "meddela",
                    ],
                )
                || asks_for_word(low)
                || line.dates.iter().any(|d| page.purposes(i, d) == Purpose::Deadline)
                // "Anmälan före den 3 maj på", and the address on the next line.
                || i > 0
                    && line.gap == 0
                    && scope.is_none()
                    && line.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                    && !page.lines[i - 1].text.ends_with(['.', '!', '?', ':'])
                    && has_any(&page.lines[i - 1].low, &["anmälan", "anmäl ", "register", "sign up", "osa "])
                    && !has_any(&page.lines[i - 1].low, &["frågor", "kontakt", "questions"])
                // "Anmäl dig här senast 1 oktober:", and the link on the next line.
                || i > 0
                    && line.gap == 0
                    && line.words() == 1
                    && !line.reach.is_empty()
                    && page.lines[i - 1].text.ends_with(':')
                    && has_any(&page.lines[i - 1].low, &["anmäl", "register", "sign up", "boka ", "book "])
                    && !has_any(&page.lines[i - 1].low, &["frågor", "kontakt", "questions", "avanmäl", "avbok"])
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
        const WORDS: &[&str] =
            &["anmäl", "osa", "o.s.a", "register", "sign up", "rsvp", "registration"];
        // "Bokning: ring 0240-123 45"
        let booked =
            labelled.is_some() && has_any(low, &["bokning", "boka", "booking", "book", "sign-up"]);
        // "Skicka ett mejl till … och meddela att du kommer"
        let told = asks_for_word(low)
            || has_any(
                low,
                &[
                    "boka din plats",
                    "boka en plats",
                    "boka plats",
                    "book your",
                    "book a place",
                    "reserve your",
                    "meddela att du kommer",
                    "meddela att ni kommer",
                    "säg till att du kommer",
                ],
            );
        if out.required.is_none() && (booked || told && !is_aside(low, page.agenda)) {
            out.required = Some(Found::likely(true, line.number));
        }
        if out.required.is_none()
            && has_any(low, WORDS)
            && sentences::split(&line.text)
                .into_iter()
                .any(|(a, b)| has_any(&low[a..b], WORDS) && !is_aside(&low[a..b], page.agenda))
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
        ) && !scope.is_some_and(registers);
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
                && !has_any(
                    sentence,
                    &["anmäl", "osa", "o.s.a", "register", "sign up", "svara", "rsvp"],
                )
                || has_any(sentence, &["frågor", "vid frågor", "questions"])
                    && !has_any(sentence, &["anmäl", "o.s.a", "register", "rsvp"])
            {
                continue;
            }
            if open.is_some() && !binding && out.deadline.is_none() {
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
        && !binding
    {
        out.required = Some(Found::certain(false, line));
        // "Ingen anmälan, men säg till om fika senast …": the day keeps its address.
        if out.deadline.is_none() {
            out.email = None;
            out.url = None;
        }
    }
    out
}

fn registers(kind: LabelKind) -> bool {
    matches!(kind, LabelKind::Registration | LabelKind::Deadline)
}
