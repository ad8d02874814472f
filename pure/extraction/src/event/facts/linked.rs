//! Other events that are spoken of.

use crate::blocks::Role;
use crate::event::Page;
use crate::model::Day;
use crate::model::Found;
use crate::model::Linked;
use crate::model::Relation;
use crate::purpose;
use crate::purpose::Purpose;
use crate::words::has_any;

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
                    "bygger vidare",
                    "bygger på vår",
                    "bygger på den",
                    "builds on",
                    "fortsätter från",
                    "continues from",
                    "continuation of",
                    "sequel",
                    "uppföljare",
                    "efter vår ",
                    "efter träffen i ",
                    "efter mötet i ",
                    "efter seminariet i ",
                    "efter konferensen i ",
                    "after the meeting in ",
                    "after the seminar in ",
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
                && has_any(
                    low,
                    &[
                        "förmöte",
                        "pre-meeting",
                        "förträff",
                        "uppvärmning",
                        "i förväg",
                        "förberedande",
                        "preparatory",
                        "warm-up",
                    ],
                )
                && before_event
                || page.before[i] && !pre_meeting
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
