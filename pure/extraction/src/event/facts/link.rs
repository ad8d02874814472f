//! The joining link, and when it is sent.

use crate::blocks::Role;
use crate::event::Page;
use crate::model::Found;
use crate::model::LinkDispatch;
use crate::purpose::Purpose;
use crate::sentences;
use crate::words::has_any;
use crate::words::has_word;

/// What the joining link is called besides "länk" and "link".
const LOGIN: &[&str] = &[
    "inloggningsuppgift",
    "anslutningsuppgift",
    "uppkopplingsuppgift",
    "joining instructions",
    "login details",
    "joining details",
    "hur du ansluter",
    "hur ni ansluter",
    "hur du kopplar upp",
    "how to join",
    "how to connect",
];

/// Links that lead elsewhere.
const ELSEWHERE: &[&str] = &[
    "anmälningslänk",
    "länk till anmäl",
    "länken till anmäl",
    "länk i inbjudan",
    "länk till formulär",
    "länk till film",
    "länk till inspel",
    "länk till enkät",
    "anmälningsformulär",
    "link to the recording",
    "link to register",
    "registration link",
    "link to the registration",
];

/// That it is given to somebody, or put somewhere.
const SENDS: &[&str] = &[
    "skicka",
    "kommer",
    "får ",
    "fås ",
    "mejla",
    "maila",
    "sänds",
    "går ut",
    "delas",
    "följer",
    "distribu",
    "finns ",
    "läggs ",
    "publicera",
    "mejlen",
    "meddela",
    "bifoga",
    "ges ",
    "erhåll",
    "sent",
    "send",
    "receive",
    "get ",
    "gets ",
    "e-mail",
    "email",
    "goes out",
    "go out",
    "arrive",
    "posted",
    "published",
    "available",
    "shared",
    "share ",
    "provided",
    "circulated",
    "follow",
    "included",
    "står i",
];

/// When the joining link is sent.
pub(in crate::event) fn link(page: &Page<'_>, taken: &[bool]) -> Option<Found<LinkDispatch>> {
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i]
            || page.blocks[i].role == Role::Noise
            || !(line.low.contains("länk") || line.low.contains("link") || line.has_any(LOGIN))
        {
            continue;
        }
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            let named = low.contains("länk") || has_word(low, "link") || has_any(low, LOGIN);
            if !named || has_any(low, ELSEWHERE) || !has_any(low, SENDS) {
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
            if let Some(when) = told(low) {
                return Some(Found::likely(when, line.number));
            }
        }
    }
    None
}

/// What a sentence about the link says of when it comes.
fn told(low: &str) -> Option<LinkDispatch> {
    const SAME_DAY: &[&str] = &[
        "samma dag",
        "samma morgon",
        "samma förmiddag",
        "på morgonen",
        "på själva dagen",
        "på mötesdagen",
        "på eventdagen",
        "på konferensdagen",
        "på kursdagen",
        "på seminariedagen",
        "under dagen",
        "på dagen",
        "same day",
        "same morning",
        "on the day",
        "morning of",
        "timme före",
        "timme innan",
        "timmar innan",
        "timmar före",
        "hour before",
        "hours before",
        "minuter före",
        "minuter innan",
        "minutes before",
        "strax före",
        "strax innan",
        "shortly before",
    ];
    let days = before(low);
    if days.is_none() && has_any(low, SAME_DAY) {
        return Some(LinkDispatch::SameDay);
    }
    if let Some(days) = days {
        return Some(LinkDispatch::DaysBefore(days));
    }
    const WHEN: &[&str] = &[
        "efter ",
        "när ",
        "då ",
        "så snart ",
        "så fort ",
        "after ",
        "once ",
        "when ",
        "as soon as ",
        "upon ",
    ];
    let after = WHEN.iter().filter_map(|w| position(low, w)).min().map(|at| &low[at..]);
    if let Some(after) = after {
        let closes =
            has_any(after, &["stäng", "clos", "gått ut", "går ut", "ended", "ends", "löpt ut"])
                && has_any(after, &["anmäl", "registr", "sign-up", "booking", "bokning"]);
        if closes
            || has_any(
                after,
                &["sista anmäl", "sista dag", "deadline", "anmälningstid", "anmälningsperiod"],
            )
        {
            return Some(LinkDispatch::AfterDeadline);
        }
    }
    const REGISTERED: &[&str] = &[
        "anmält",
        "anmäld",
        "anmäler",
        "anmälan",
        "bokat",
        "bokar",
        "bokning",
        "svarat",
        "tackat ja",
        "tackar ja",
        "registrer",
        "registered",
        "register",
        "registration",
        "signed up",
        "signing up",
        "sign up",
        "booked",
        "booking",
        "accepted",
        "betalat",
        "paid",
    ];
    const CONFIRMED: &[&str] = &[
        "vid anmälan",
        "i samband med anmälan",
        "i bekräftelse",
        "bekräftelse",
        "i svaret",
        "confirmation",
        "in the reply",
        "on registration",
        "you've signed up",
        "you have signed up",
        "you are registered",
        "på biljetten",
        "i biljetten",
        "on your ticket",
        "in your ticket",
        "kvittot",
        "vid bokning",
        "direkt efter",
        "straight away",
        "immediately",
    ];
    if after.is_some_and(|after| has_any(after, REGISTERED)) || has_any(low, CONFIRMED) {
        return Some(LinkDispatch::OnRegistration);
    }
    const LATER: &[&str] = &[
        "senare",
        "närmare",
        "längre fram",
        "i god tid",
        "separat",
        "eget mejl",
        "eget utskick",
        "särskilt utskick",
        "later",
        "closer to",
        "nearer",
        "in due time",
        "in good time",
        "in due course",
        "separate",
        "in advance",
        "i förväg",
        "inför mötet",
        "inför träffen",
        "inför webbinariet",
        "före mötet",
        "före träffen",
    ];
    has_any(low, LATER).then_some(LinkDispatch::Later)
}

/// Where a word that ends in a space begins in the text.
fn position(low: &str, word: &str) -> Option<usize> {
    low.match_indices(word)
        .map(|(at, _)| at)
        .find(|&at| at == 0 || !low[..at].ends_with(char::is_alphabetic))
}

/// "dagen före", "två dagar innan", "a few days before", "24 timmar före", "en vecka i förväg": how
/// many days before, where a number says so.
fn before(low: &str) -> Option<Option<u32>> {
    let words: Vec<&str> =
        low.split(|c: char| !(c.is_alphanumeric())).filter(|w| !w.is_empty()).collect();
    for (n, word) in words.iter().enumerate() {
        let ahead = matches!(*word, "före" | "innan" | "before" | "prior" | "ahead" | "beforehand")
            || matches!(*word, "i" | "in")
                && words.get(n + 1).is_some_and(|w| matches!(*w, "förväg" | "advance"));
        let Some(unit) = n.checked_sub(1).map(|k| words[k]).filter(|_| ahead) else { continue };
        let before = n.checked_sub(2).map_or("", |k| words[k]);
        // "någon dag innan": how many, it does not say.
        if matches!(before, "någon" | "några" | "some" | "few") {
            return Some(None);
        }
        let number = number(before);
        match unit {
            "dagen" | "kvällen" | "eftermiddagen" | "dag" | "dygn" | "vardagen" | "arbetsdagen"
            | "arbetsdag" | "day" | "evening" | "night" | "afternoon" => {
                return Some(number.or(Some(1)));
            }
            "dagar" | "dagarna" | "days" | "vardagar" | "arbetsdagar" => return Some(number),
            "vecka" | "week" | "weeks" | "veckor" => return Some(number.map(|n| n * 7)),
            "veckan" => return Some(None),
            "timmar" | "hours" if number.is_some_and(|n| n >= 24 && n % 24 == 0) => {
                return Some(number.map(|n| n / 24));
            }
            _ => {}
        }
    }
    None
}

fn number(word: &str) -> Option<u32> {
    Some(match word {
        "en" | "ett" | "one" | "a" => 1,
        "två" | "two" => 2,
        "tre" | "three" => 3,
        "fyra" | "four" => 4,
        "fem" | "five" => 5,
        "sex" | "six" => 6,
        "sju" | "seven" => 7,
        "tio" | "ten" => 10,
        digits => return digits.parse().ok().filter(|&n| n < 100),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_the_link_comes() {
        use LinkDispatch::{AfterDeadline, DaysBefore, Later, OnRegistration, SameDay};
        for (text, expected) in [
            ("länken skickas dagen före träffen.", Some(DaysBefore(Some(1)))),
            ("länk mejlas ut senast två dagar innan.", Some(DaysBefore(Some(2)))),
            ("the link is sent a couple of days ahead", Some(DaysBefore(None))),
            ("ni får länken en vecka i förväg", Some(DaysBefore(Some(7)))),
            ("länken skickas 24 timmar innan sändning", Some(DaysBefore(Some(1)))),
            ("länken kommer en timme innan vi börjar", Some(SameDay)),
            ("zoomlänken mejlas på förmiddagen samma dag", Some(SameDay)),
            ("länk skickas så fort anmälan har stängt", Some(AfterDeadline)),
            ("we send the link once booking has closed", Some(AfterDeadline)),
            ("länk: kommer i kalendern när du tackat ja", Some(OnRegistration)),
            ("the link is on your ticket and sent by e-mail", Some(OnRegistration)),
            ("when you have booked you will receive a link", Some(OnRegistration)),
            ("länken följer i ett separat mejl", Some(Later)),
            ("länken skickas till alla", None),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
