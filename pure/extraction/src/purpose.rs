//! What a date is for: the event, the last day to register, an update of the page, something past.
//! Decided from the label over it and the nearest telling word before it in its sentence.

mod words;

use crate::lines::Line;
use crate::purpose::words::{LIMITS, NOT_REGISTERING, REGISTERING, WEAKLY};
use crate::sentences;
use crate::when::DateMention;
use crate::words::{LabelKind, Sifted, has_any};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Nothing says that it is for anything but the event itself.
    Open,
    Deadline,
    Opens,
    Updated,
    Published,
    Sent,
    /// When the joining link is sent.
    Link,
    /// A pre-meeting, an earlier meeting, the main conference.
    Linked,
    /// Cancellation, motions, consultation, payment, what is moved away from.
    Other,
}

/// The sentence that a place in a line stands in (bytes).
pub(crate) fn sentence_at(line: &Line, at: usize) -> (usize, usize) {
    sentences::split(&line.text)
        .into_iter()
        .find(|&(from, to)| from <= at && at < to)
        .unwrap_or((0, line.text.len()))
}

/// What the date is for. `scope` is the label that the line stands under.
pub(crate) fn of(
    line: &Line,
    date: &DateMention,
    scope: Option<LabelKind>,
    agenda: bool,
) -> Purpose {
    // "Öppnar 15 december. Sista dag 28 januari.": the label holds for its own sentence.
    let begins = sentence_at(line, date.start).0;
    // "När är sista anmälningsdag? 8 oktober": nothing but the label stands before.
    let own = begins == 0 || begins <= 60 && line.dates[0].start == date.start;
    let scope = if own || !matches!(scope, Some(LabelKind::Opens | LabelKind::Deadline)) {
        scope
    } else {
        Some(LabelKind::Registration)
    };
    match scope {
        Some(LabelKind::Deadline) => {
            let (from, _) = sentence_at(line, date.start);
            let before = &line.low[from..date.start];
            return if has_any(before, &["avbok", "avanmäl", "cancel"]) {
                Purpose::Other
            } else {
                Purpose::Deadline
            };
        }
        Some(LabelKind::Opens) => {
            // "Registration opens 1 June and closes 25 September"
            let before = &line.low[sentence_at(line, date.start).0..date.start];
            let closing = has_any(
                before,
                &[
                    "closes",
                    "stäng",
                    "senast",
                    "sista dag",
                    "till och med",
                    "t.o.m",
                    "tom ",
                    "fram till",
                    "until",
                ],
            );
            return if closing { Purpose::Deadline } else { Purpose::Opens };
        }
        Some(LabelKind::Aside) => return Purpose::Other,
        // "Publicerad 2026-12-04   Ändrad 2027-01-08": the nearest word tells.
        Some(kind @ (LabelKind::Updated | LabelKind::Published)) => {
            let before = &line.low[..date.start];
            let last = |words: &[&str]| words.iter().filter_map(|w| before.rfind(w)).max();
            let updated = last(&[
                "uppdatera",
                "ändra",
                "granska",
                "reviderad",
                "updated",
                "modified",
                "revised",
                "reviewed",
            ]);
            let published = last(&["publicera", "published", "posted", "skapad"]);
            return match (updated, published) {
                (Some(u), Some(p)) if u > p => Purpose::Updated,
                (Some(_), Some(_)) => Purpose::Published,
                _ if kind == LabelKind::Updated => Purpose::Updated,
                _ => Purpose::Published,
            };
        }
        Some(LabelKind::Sent | LabelKind::From | LabelKind::To) => return Purpose::Sent,
        _ => {}
    }
    let (from, to) = sentence_at(line, date.start);
    let mut window = from.max(date.start.saturating_sub(160));
    while !line.low.is_char_boundary(window) {
        window += 1;
    }
    let before = &Sifted::of(&line.low[window..date.start]);
    let after_end = {
        let mut end = to.min(date.end + 60);
        while !line.low.is_char_boundary(end) {
            end -= 1;
        }
        end.max(date.end)
    };
    let after = &line.low[date.end..after_end];
    let last = |words: &[&str]| {
        words.iter().filter(|w| before.sieve().may_have(w)).filter_map(|w| before.rfind(w)).max()
    };
    if has_any(
        before,
        &[
            "uppdatera",
            "senast ändrad",
            "ändrades senast",
            "senast ändrat",
            "sidan ändra",
            "sidan är ändrad",
            "innehållet ändra",
            "texten ändra",
            "senaste ändring",
            "senast redigera",
            "redigerades",
            "last edited",
            "last changed",
            "last revised",
            "page changed",
            "page was changed",
            "granskad",
            "reviderad",
            "last updated",
            "last modified",
            "last reviewed",
            "updated:",
            "updated on",
            "page updated",
        ],
    ) && !has_any(before, &["anmäl"])
    {
        return Purpose::Updated;
    }
    if has_any(before, &["publicera", "published", "posted", "pressmeddelande", "press release"]) {
        return Purpose::Published;
    }
    if has_any(before, &["skickat", "skickades den", "sent:", "skrev "]) && line.low.len() < 90 {
        return Purpose::Sent;
    }
    // "Utskickad 28 april 2027", "Daterad …": a line of its own.
    if line.words() <= 7
        && ["utskickad", "utsänd", "daterad", "upprättad", "fastställd", "dated ", "issued "]
            .iter()
            .any(|w| before.trim_start().starts_with(w))
    {
        return Purpose::Sent;
    }
    // "flyttat från 14 oktober till den 4 november"
    if has_any(before, &["flytt", "moved", "rescheduled", "postponed"])
        && (before.trim_end().ends_with("från")
            || before.trim_end().ends_with("från den")
            || before.trim_end().ends_with("from")
            || before.trim_end().ends_with("from the"))
    {
        return Purpose::Other;
    }
    // "Som jag skrev den 2 oktober flyttar vi": when something was said.
    let said = ["den", "on", "redan", "i brevet", "ut", "om", "till er", "you"]
        .iter()
        .fold(before.trim_end(), |head, w| head.strip_suffix(w).unwrap_or(head).trim_end());
    if [
        "skrev",
        "skrev jag",
        "skrev vi",
        "meddelade",
        "meddelades",
        "skickade",
        "skickades",
        "mejlade",
        "berättade",
        "informerade",
        "aviserade",
        "utlovade",
        "wrote",
        "announced",
        "informed",
        "i brev",
        "mitt mejl",
        "mitt brev",
        "vårt mejl",
        "vårt brev",
        "our letter of",
        "my letter of",
        "my e-mail of",
    ]
    .iter()
    .any(|w| said.ends_with(w))
    {
        return Purpose::Other;
    }
    // "Mötet som skulle ha varit den 5 mars är framflyttat till 19 mars"
    let own = line.dates.iter().filter(|d| d.end <= date.start).map(|d| d.end).max();
    let since = &line.low[own.unwrap_or(0).max(window)..date.start];
    if has_any(
        since,
        &[
            "skulle ha",
            "skulle varit",
            "var planera",
            "planerat den",
            "was planned",
            "planned for",
            "was to be",
            "var tänkt",
        ],
    ) && !has_any(since, &["anmälan"])
    {
        return Purpose::Other;
    }
    // "Samrådslunchen flyttas från den 3 december till torsdag den 12 november"
    if own.is_some()
        && has_any(before, &["flytt", "moved", "rescheduled", "postponed", "skjuts upp"])
        && has_any(before, &["från", "from"])
        && !has_any(before, REGISTERING)
        && !has_any(before, LIMITS)
    {
        return Purpose::Open;
    }
    // "framflyttad till 20 maj (tidigare 10 maj)"
    let just = since.trim_end().trim_end_matches(" den").trim_end();
    if own.is_some()
        && [
            "(tidigare",
            "(inte",
            "(ej",
            "(not",
            "(var",
            "(was",
            "(ursprungligen",
            "i stället för",
            "istället för",
            "instead of",
            "(förut",
        ]
        .iter()
        .any(|w| just.ends_with(w))
    {
        return Purpose::Other;
    }
    // "skulle ha hållits den 11 mars men är flyttad till 25 mars": only the first is given up.
    let anew = own.is_some() && has_any(since, &["flytt", "moved", "i stället", "instead"]);
    if !anew
        && has_any(
            before,
            &[
                "skulle ha hållits",
                "skulle ägt rum",
                "ursprungligen",
                "originally",
                "tidigare datum",
                "istället för",
            ],
        )
    {
        return Purpose::Other;
    }
    // "Anmälan krävs! Senast 6 nov.": a sentence that begins with its limit goes on from the one before.
    let opening = before.trim();
    if from > 0
        && opening.len() < 14
        && ["senast", "no later", "sista dag", "by"].iter().any(|w| opening.starts_with(w))
    {
        let (a, b) = sentence_at(line, from - 1);
        let earlier = &line.low[a..b.min(from)];
        if has_any(earlier, NOT_REGISTERING) {
            return Purpose::Other;
        }
        if has_any(earlier, REGISTERING) || has_any(earlier, WEAKLY) {
            return Purpose::Deadline;
        }
    }
    // "Anmälan: 3–24 mars", "Mellan 3 och 24 mars kan du anmäla dig": from when and until when.
    let bare = before.trim().trim_end_matches("den").trim_end();
    if date.until.is_some()
        && date.day.is_some()
        && ((bare.is_empty() || bare.ends_with(':'))
            && matches!(scope, Some(LabelKind::Registration))
            || ["mellan", "from", "between", "från"].contains(&bare)
                && has_any(after, &["anmäl", "register", "sign up", "boka"]))
        && line.times.is_empty()
    {
        return Purpose::Opens;
    }
    // "25 september – anmälan stänger", "14 augusti – sista dag för tidig anmälan"
    if before.trim().is_empty()
        && let Some(what) = after.trim_start().strip_prefix(['–', '-', '—', ':'])
        && let Some(purpose) = called(what.trim_start())
    {
        return purpose;
    }
    // "The seminar on 3 December will instead be held on 10 December"
    if line.dates.iter().any(|d| d.start > date.end && d.start < to)
        && has_any(
            after,
            &[
                "will instead be held",
                "has been moved to",
                "is moved to",
                "is postponed to",
                "is rescheduled to",
                "flyttas till",
                "är flyttad till",
                "är flyttat till",
                "har flyttats till",
                "skjuts upp till",
                "hålls i stället",
                "hålls istället",
                "blir i stället",
                "blir istället",
            ],
        )
    {
        return Purpose::Other;
    }
    // "Från den 12 oktober går det att boka."
    let opening = before.trim_end().trim_end_matches("den").trim_end();
    if matches!(opening, "från" | "från och med" | "fr.o.m" | "fr.o.m." | "from")
        && has_any(after, &["boka", "anmäl", "registrer", "register", "book", "sign up"])
    {
        return Purpose::Opens;
    }
    let link = last(&[
        "länk",
        "link",
        "inloggningsuppgift",
        "anslutningsuppgift",
        "login details",
        "joining details",
    ]);
    // "avanmälan" is no "anmälan", nor is "ändringar i anmälan" one.
    let register = last(REGISTERING).or_else(|| last(WEAKLY)).filter(|&at| {
        let head = &before[..at];
        !["av", "ändringar i ", "ändring i ", "ändring av ", "ändra din ", "ändra i din ", "ändra "]
            .iter()
            .any(|end| head.ends_with(end))
    });
    // "Applications open 1 March and close 15 April", "Ansökan stänger 15 april": who applies
    // registers, unless it is for money.
    let applying =
        has_any(before, &["ansökan ", "ansökningstid", "ansökningsperiod", "applications "])
            && !has_any(
                &line.low[from..to],
                &[
                    "bidrag", "medel", "stipend", "pengar", "kronor", "stöd", "grant", "fund",
                    "call for",
                ],
            );
    if applying {
        let open = last(&["öppn", "open"]).map(|at| (at, Purpose::Opens));
        let close = last(&["stäng", "clos", "går ut"]).map(|at| (at, Purpose::Deadline));
        if let Some((_, purpose)) = open.into_iter().chain(close).max_by_key(|v| v.0) {
            return purpose;
        }
    }
    // "Svara på kallelsen senast …"
    let other = last(NOT_REGISTERING)
        .filter(|&at| !(before[at..].starts_with("kallelse") && before[..at].ends_with(" på ")))
        // "Mejla namn och eventuell allergi till …": who gives a name comes.
        .filter(|&at| {
            let aside = ["allergi", "specialkost", "dietary", "special diet"];
            !(aside.iter().any(|w| before[at..].starts_with(w))
                && has_any(&before[..at], &[" namn", " name", " antal "]))
        });
    let limit = last(LIMITS);
    let opens = last(&[
        "öppnar",
        "öppen från",
        "öppen mellan",
        "är öppen",
        "is open",
        "opens",
        "öppnas",
        "släpps",
        "on sale",
        "biljettsläpp",
        "from ",
    ])
    .or_else(|| last(&["anmälningsperiod", "anmälningstid"]).filter(|_| date.until.is_some()));
    if let Some(link) = link
        && has_any(
            &line.low[from..to],
            &[
                "skicka",
                "kommer",
                "får ",
                "mejlas",
                "mailas",
                "sent",
                "receive",
                "sänds ut",
                "går ut",
                "mejlar",
                "mailar",
                "get their",
                "get the",
                "get a ",
                "gets ",
                "finns ",
                "läggs ",
                "delas",
                "e-mailed",
                "emailed",
                "send ",
                "arrive",
                "goes out",
                "posted",
                "published",
                "available",
            ],
        )
        && !has_any(before, &["anmälningslänk", "länk till anmäl", "registration link"])
        && register.is_none_or(|r| {
            r < link
                || has_any(
                    before,
                    &["du som anmält", "du som är anmäld", "anmälda", "registered", "till dig som"],
                )
        })
        && limit.is_none_or(|l| l < link)
    {
        return Purpose::Link;
    }
    if let Some(opens) = opens
        && register.is_some_and(|r| r < opens || opens + 40 > r)
        && limit.is_none_or(|l| l < opens)
        && has_any(before, &["anmäl", "registr", "biljett", "ticket", "bokning"])
        && has_any(
            before,
            &["släpp", "on sale", "öppn", "öppen", "open", "från", "period", "tiden "],
        )
        && (date.until.is_some() || !before.trim_end().ends_with("är öppen"))
    {
        return Purpose::Opens;
    }
    // "Du kan anmäla dig från och med 7 april", "Det går att anmäla sig från 9 april till 11 maj"
    let bare = before.trim_end().trim_end_matches("den").trim_end();
    if register.is_some()
        && other.is_none()
        && (["från", "från och med", "fr.o.m.", "fr o m", "from"].iter().any(|w| bare.ends_with(w))
            && (limit.is_none() || date.until.is_some())
            || ["anmälan startar", "anmälan börjar", "registration starts", "registration begins"]
                .iter()
                .any(|w| bare.ends_with(w)))
    {
        return Purpose::Opens;
    }
    let registering_scope = matches!(scope, Some(LabelKind::Registration));
    // "Specialkost meddelas senast …", "Hotellrum bokas senast …": of what was named first.
    let register = register.filter(|&r| {
        let weak = WEAKLY.iter().any(|w| before[r..].starts_with(w));
        // "Nytt datum meddelas senast den 1 augusti": nobody is asked to.
        if before[r..].starts_with("meddelas") {
            return false;
        }
        // "Vill du lämna synpunkter? Mejla … senast 31 maj."
        let asked = || {
            from > 0 && {
                let (a, b) = sentence_at(line, from - 1);
                let earlier = line.low[a..b.min(from)].trim_end();
                earlier.ends_with('?') && has_any(earlier, NOT_REGISTERING)
            }
        };
        !weak || other.is_none() && !asked()
    });
    match (register, other) {
        (Some(r), o)
            if o.is_none_or(|o| o < r)
                && (limit.is_some()
                    || after.trim_start().starts_with("är sista")
                    || after.contains("last day")) =>
        {
            return Purpose::Deadline;
        }
        (_, Some(o)) if limit.is_some() || has_any(before, &["senast", "till ", "öppen"]) => {
            // "Anmälan är bindande, avbokning senast …", "Motioner ska vara inne senast …"
            let meal = before[o..].starts_with("middag")
                || before[o..].starts_with("buss")
                || before[o..].starts_with("material")
                || before[o..].starts_with("presentation");
            // "Anmälan och eventuella allergier senast …"
            let also = ["allergi", "specialkost"].iter().any(|w| before[o..].starts_with(w))
                && register.is_some_and(|r| before[r..o.max(r)].contains(" och "));
            let apply = ["apply by", "apply no later", "apply before"]
                .iter()
                .any(|w| before[o..].starts_with(w));
            if apply {
                return Purpose::Deadline;
            }
            if !((meal || also) && register.is_some()) {
                return Purpose::Other;
            }
            return Purpose::Deadline;
        }
        _ => {}
    }
    if has_any(
        after,
        &[
            "är sista anmäl",
            "är sista dag",
            "is the last day",
            "is the deadline",
            "stänger anmäl",
            "stänger vi anmäl",
            "stängs anmäl",
            "går anmälningstiden ut",
            "registration closes",
            "ha din anmälan",
            "ha er anmälan",
            "behöver vi din anmälan",
            "ha anmält",
            "vill vi ha svar",
        ],
    ) {
        return Purpose::Deadline;
    }
    // "Din anmälan vill vi ha den 3 maj, inte senare."
    if register.is_some()
        && other.is_none()
        && has_any(
            after,
            &[
                "inte senare",
                "eller tidigare",
                "ej senare",
                "inte efter",
                "allra senast",
                "som senast",
                "not later",
                "no later",
                "at the latest",
                "and not after",
            ],
        )
        && line.dates.iter().all(|d| d.start <= date.start || d.start >= to)
    {
        return Purpose::Deadline;
    }
    if has_any(before, &["sista dag", "sista anmäl", "last day", "deadline", "closes", "stänger"])
        && (registering_scope || has_any(before, &["anmäl", "registr", "sista dag"]))
        && other.is_none()
    {
        return Purpose::Deadline;
    }
    if limit.is_some()
        && (registering_scope || agenda)
        && before.contains("senast")
        && other.is_none()
    {
        return Purpose::Deadline;
    }
    if limit.is_some() && registering_scope && other.is_none() {
        return Purpose::Deadline;
    }
    let sentence = &line.low[from..to];
    if has_any(
        before,
        &[
            "förmöte",
            "inför ",
            "förra ",
            "förre ",
            "previous",
            "last year",
            "uppföljning",
            "huvudkonferens",
            "pre-meeting",
            "premeeting",
            "i förväg",
            "förberedande ",
            "uppvärmning",
            "förträff",
            "preparatory ",
            "warm-up",
            "tidigare ",
        ],
    ) || has_any(
        sentence,
        &[
            "genomfördes",
            "hölls ",
            "ägde rum",
            "i det förra",
            "vi sågs",
            "träffades vi",
            "was held",
            "took place",
            "förra gången",
            "talade vi",
            "talades",
            "diskuterade vi",
            "handlade om",
            "was about",
        ],
    ) {
        return Purpose::Linked;
    }
    if limit.is_some() && before.trim_end().ends_with("senast")
        || before.trim_end().ends_with("senast den")
    {
        // A bare "senast": somebody must do something by then.
        let earlier = from > 0 && {
            let (a, b) = sentence_at(line, from - 1);
            has_any(&line.low[a..b.min(from)], NOT_REGISTERING)
        };
        return if earlier {
            Purpose::Other
        } else if sentence.contains("@") || has_any(sentence, &["www.", "http"]) {
            Purpose::Deadline
        } else {
            Purpose::Other
        };
    }
    Purpose::Open
}

/// What a list of important days calls one of them after its date.
fn called(what: &str) -> Option<Purpose> {
    let begins = |words: &[&str]| words.iter().any(|w| what.starts_with(w));
    if begins(&["anmälan öppnar", "anmälan öppnas", "registration opens"]) {
        return Some(Purpose::Opens);
    }
    if begins(&[
        "anmälan stäng",
        "anmälningstiden går ut",
        "sista anmäl",
        "sista dag för anmäl",
        "sista dagen för anmäl",
        "sista dag att anmäla",
        "sista dagen att anmäla",
        "registration closes",
        "registration deadline",
        "deadline for registration",
        "last day to register",
        "last day of registration",
    ]) {
        return Some(Purpose::Deadline);
    }
    begins(&["sista dag", "last day", "deadline", "tidig anmälan", "early bird"])
        .then_some(Purpose::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn purpose(text: &str) -> Purpose {
        let line = Line::new(1, text.to_owned());
        let date = line.dates.last().expect("a date").clone();
        of(&line, &date, None, false)
    }

    #[test]
    fn purposes() {
        for (text, expected) in [
            ("Du anmäler dig senast den 21 maj.", Purpose::Deadline),
            ("Register by 6 February at www.x.example", Purpose::Deadline),
            ("Anmälan är bindande, avbokning senast 1 september.", Purpose::Other),
            ("Motioner ska vara styrelsen tillhanda senast den 22 februari.", Purpose::Other),
            ("Sista anmälningsdag är 14 september.", Purpose::Deadline),
            ("Länken till Teams kommer i din e-post den 13 april.", Purpose::Link),
            ("Du som anmält dig får en länk till Zoom i din e-post den 24 maj.", Purpose::Link),
            ("Välkommen den 12 mars kl. 18.", Purpose::Open),
            ("Mötet är flyttat från 14 oktober", Purpose::Other),
            ("I det förra webbinariet den 7 maj talade vi om avtal.", Purpose::Linked),
            ("Översiktsplanen är på remiss till den 30 juni 2026.", Purpose::Other),
            ("25 september – anmälan stänger", Purpose::Deadline),
            ("14 augusti – sista dag för tidig anmälan", Purpose::Other),
            ("Sidan uppdaterades senast 2026-02-11", Purpose::Updated),
        ] {
            assert_eq!(purpose(text), expected, "{text}");
        }
    }
}
