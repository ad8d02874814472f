//! What leads elsewhere: the joining link and when it is sent, and other events spoken of.

use crate::blocks::Role;
use crate::event::Page;
use crate::model::Day;
use crate::model::Found;
use crate::model::LinkDispatch;
use crate::model::Linked;
use crate::model::Relation;
use crate::purpose;
use crate::purpose::Purpose;
use crate::sentences;
use crate::words::has_any;
use crate::words::has_word;

/// When the joining link is sent.
pub(in crate::event) fn link(page: &Page<'_>, taken: &[bool]) -> Option<Found<LinkDispatch>> {
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
                    "skicka",
                    "kommer",
                    "får ",
                    "mejla",
                    "mailas",
                    "mejlas",
                    "sent",
                    "receive",
                    "sänds",
                    "går ut",
                    "mailar",
                    "get the",
                    "get their",
                    "get a ",
                    "mejlen",
                    "e-mailed",
                    "emailed",
                    "delas",
                    "sent out",
                    "send",
                    "goes out",
                    "go out",
                    "get your",
                    "arrives",
                    "will arrive",
                    "distribu",
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
                    "anmälan har stängt",
                    "anmälan stängts",
                    "sign-up has closed",
                    "sign-up closes",
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
                    "you have signed up",
                    "you've signed up",
                    "you sign up",
                    "after signing up",
                    "you are registered",
                    "du är anmäld",
                    "när du anmäler dig",
                    "after registration",
                    "after registering",
                    "bekräftelsemejl",
                    "i samband med anmälan",
                    "direkt när",
                    "on registration",
                    "once you have registered",
                    "as soon as you have registered",
                    "as soon as you register",
                    "in the reply",
                    "i svaret",
                    "så snart du anmält",
                    "så snart du har anmält",
                    "så fort du anmält",
                    "direkt efter anmälan",
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
pub(in crate::event) fn linked(
    page: &Page<'_>,
    taken: &[bool],
    days: &[Day],
    title: &str,
) -> Vec<Linked> {
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
                    "was about",
                    "handlade om",
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
