//! Speakers of an event that has no programme.

use std::cell::Cell;

use crate::blocks::Role;
use crate::blocks::value_lines;
use crate::event::Page;
use crate::event::programme::Programme;
use crate::event::programme::introduces;
use crate::event::programme::person_line;
use crate::lines::Line;
use crate::people;
use crate::sentences;
use crate::words::LabelKind;
use crate::words::has_any;

/// A name on a line of its own, and on the next who it is, perhaps with the body on a third: all in
/// one, and how many lines came after the name.
pub(crate) fn with_next(lines: &[Line], i: usize) -> Option<(String, usize)> {
    let next = lines.get(i + 1)?;
    let first = next.text.split([' ', ',']).next().unwrap_or_default().trim_end_matches('-');
    let told = next.gap == 0
        && (next.text.starts_with(char::is_lowercase)
            || crate::words::is_title_word(first) && !people::begins(&next.text, false)
            || next.text.starts_with(first)
                && first.len() + 1 < next.text.len()
                && next.text[first.len()..].starts_with("- "))
        && next.words() <= 12
        && next
            .text
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .take(4)
            .any(crate::words::is_title_word);
    let name = lines[i].text.trim_end_matches(',');
    if !told || !people::is_name(name) {
        return None;
    }
    // "Anna Ek", "strateg", "Sala kommun"
    let body = lines.get(i + 2).filter(|body| {
        body.gap == 0 && !next.text.contains(',') && crate::words::names_body(&body.text)
    });
    Some(match body {
        Some(body) => (format!("{name}, {}, {}", next.text, body.text), 2),
        None => (format!("{name}, {}", next.text), 1),
    })
}

/// Does somebody with a role stand alone on the line?
fn told_alone(page: &Page<'_>, taken: &[bool], i: usize) -> bool {
    let Some(line) = page.lines.get(i) else { return false };
    !taken[i]
        && page.blocks[i].label.is_none()
        && line.words() <= 16
        && line.reach.is_empty()
        && !line.text.ends_with(['.', '!', '?'])
        && !line.text.starts_with('/')
        && person_line(&line.text).is_some_and(|(people, whole)| {
            whole
                && people.iter().all(|p| {
                    // An unknown name counts where a role and a body follow.
                    let body = p.affiliation.as_deref().is_some_and(crate::words::names_body);
                    let role =
                        p.title.as_deref().is_some_and(|t| t.starts_with(char::is_lowercase));
                    (p.sure || role || body) && p.title.is_some() && p.lead.is_none()
                })
        })
}

/// `told_alone` of each line, asked for once: each line is looked at by those around it too.
struct Alone<'p>(&'p Page<'p>, &'p [bool], Vec<Cell<Option<bool>>>);

impl Alone<'_> {
    fn at(&self, i: usize) -> bool {
        let Some(known) = self.2.get(i) else { return false };
        known.get().unwrap_or_else(|| {
            let told = told_alone(self.0, self.1, i);
            known.set(Some(told));
            told
        })
    }
}

/// Is the line one of several that each tell of somebody, and no signature?
fn among_people(alone: &Alone<'_>, i: usize) -> bool {
    let page = alone.0;
    let beside = |k: usize| alone.at(k) && page.lines[k.max(i)].gap == 0;
    alone.at(i)
        && (beside(i + 1) || i > 0 && beside(i - 1))
        && !(i.saturating_sub(6)..i).any(|k| crate::event::parties::is_greeting(&page.lines[k]))
        // Who signs stands last, under no heading.
        && ((i + 1..i + 9).find(|&k| !alone.at(k)).is_none_or(|k| k < page.lines.len())
            || (i.saturating_sub(8)..i)
                .rfind(|&k| !alone.at(k))
                .is_some_and(|k| page.blocks[k].role == Role::Short && page.lines[k].words() <= 5))
}

/// "Josefin Ek, jurist på Rådgivarna, går igenom …": who somebody is, and a verb.
fn telling(text: &str) -> Option<Vec<people::Named>> {
    let (people, end) = people::list(text, false)?;
    let told = |p: &people::Named| p.title.is_some() || p.affiliation.is_some();
    if !(people[0].sure || people[0].title.is_some()) || !people.iter().any(told) {
        return None;
    }
    let verb = text[end..].split_whitespace().next()?;
    let verb = verb.trim_matches(|c: char| !c.is_alphanumeric());
    const NOT: [&str; 14] = [
        "nås", "finns", "är", "har", "is", "has", "who", "som", "svarar", "bjuder", "arbetar",
        "jobbar", "works", "tar",
    ];
    (verb.starts_with(char::is_lowercase)
        && (people::is_telling(verb) || matches!(verb, "skulle" | "ska"))
        && !NOT.contains(&verb))
    .then_some(people)
}

/// More are not taken for speakers of one event.
const MOST: usize = 60;

/// Speakers of an event without a programme: under "Medverkande", or told of in sentences.
pub(in crate::event) fn speakers(
    page: &Page<'_>,
    programme: &Programme,
    title_at: Option<usize>,
) -> Vec<crate::model::Person> {
    let taken = &programme.taken;
    let alone = Alone(page, taken, vec![Cell::new(None); page.lines.len()]);
    let mut found: Vec<crate::model::Person> = Vec::new();
    let push = |found: &mut Vec<crate::model::Person>, named: &people::Named, line: u32| {
        if !found.iter().any(|p| p.name.value == named.name) && found.len() < MOST {
            found.push(crate::event::programme::person(named, line));
        }
    };
    for (i, line) in page.lines.iter().enumerate() {
        if found.len() >= MOST {
            break;
        }
        if taken[i]
            || matches!(page.blocks[i].role, Role::Noise | Role::Column | Role::Contact)
            || page.mail_header(i)
        {
            continue;
        }
        if let Some(label) = page.blocks[i].label
            && label.kind == LabelKind::Speakers
        {
            let inline = line.text.get(label.value..).unwrap_or_default().trim();
            if inline.is_empty() {
                let mut skip = 0;
                for k in value_lines(page.lines, page.blocks, i, true).take(60) {
                    if skip > 0 {
                        skip -= 1;
                        continue;
                    }
                    if let Some((text, below)) = with_next(page.lines, k) {
                        if let Some((people, _)) = people::list(&text, false) {
                            for named in &people {
                                push(&mut found, named, page.lines[k].number);
                            }
                        }
                        skip = below;
                        continue;
                    }
                    if let Some((people, _)) = person_line(&page.lines[k].text) {
                        for named in &people {
                            push(&mut found, named, page.lines[k].number);
                        }
                    } else if page.lines[k].gap > 0 && page.blocks[k].role != Role::Prose {
                        break;
                    }
                }
            } else if let Some((people, _)) = people::list(inline, false) {
                for named in &people {
                    push(&mut found, named, line.number);
                }
            }
            continue;
        }
        if page.blocks[i].label.is_some()
            || page.scope[i].is_some_and(|k| {
                matches!(
                    k,
                    LabelKind::Contact
                        | LabelKind::Moderator
                        | LabelKind::Organiser
                        | LabelKind::Registration
                        | LabelKind::Speakers
                )
            })
        {
            continue;
        }
        // "Anna Ek, marinbiolog vid Göteborgs universitet" under the title of a poster.
        if page.blocks[i].role == Role::Short
            && title_at.is_some_and(|at| i > at && i <= at + 4)
            && let Some((people, true)) = person_line(&line.text)
            && people[0].sure
            && people[0].title.is_some()
        {
            for named in &people {
                push(&mut found, named, line.number);
            }
            continue;
        }
        // Two or more on lines of their own, each with a role, are those one meets.
        if among_people(&alone, i) {
            if let Some((people, _)) = person_line(&line.text) {
                for named in &people {
                    push(&mut found, named, line.number);
                }
            }
            continue;
        }
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            let text = &line.text[from..to];
            // "Ta med egen dator. Kursledare: Anna Ek, revisor"
            // and "Medverkande är Anna Ek, lektor vid X, …"
            if let Some((label, rest)) = text.split_once(": ").or_else(|| text.split_once(" är "))
                && crate::words::label_kind(&low[..label.len()]) == Some(LabelKind::Speakers)
                && let Some((people, _)) = people::list(rest, false)
                && (people[0].sure || people[0].title.is_some() || people[0].affiliation.is_some())
            {
                for named in &people {
                    push(&mut found, named, line.number);
                }
                continue;
            }
            // "Du möter bland andra Anna Ek (Sala kommun), …"
            if introduces(low)
                && let Some((people, _)) = person_line(text)
                && (people[0].sure || people[0].title.is_some() || people[0].affiliation.is_some())
            {
                for named in &people {
                    push(&mut found, named, line.number);
                }
                continue;
            }
            if let Some(people) = telling(text)
                && !line.reach.iter().any(|r| r.start >= from && r.start < to)
                && crate::event::parties::moderators(text, low).is_empty()
            {
                for named in &people {
                    push(&mut found, named, line.number);
                }
            }
            // "Anna Ek, strateg, svarar på frågor: 070-…" is who to ask.
            let asked = has_any(low, &["frågor", "questions"])
                && line.reach.iter().any(|r| r.kind != crate::reach::ReachKind::Url);
            if has_any(low, crate::event::programme::TELLING)
                && !asked
                && !has_any(
                    low,
                    &["modereras", "modererar", "hosted by", "moderated", "efter mötet"],
                )
            {
                for named in people::anywhere(&line.text[from..to])
                    .iter()
                    .filter(|n| n.sure || n.lead.is_some())
                {
                    push(&mut found, named, line.number);
                }
            }
        }
    }
    found
}
