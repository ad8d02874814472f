//! Speakers of an event that has no programme.

use crate::blocks::Role;
use crate::blocks::value_lines;
use crate::event::Page;
use crate::event::programme::Programme;
use crate::event::programme::person_line;
use crate::lines::Line;
use crate::people;
use crate::sentences;
use crate::words::LabelKind;
use crate::words::has_any;

/// A name on a line of its own, and in small letters on the next who it is: both in one.
pub(crate) fn with_next(lines: &[Line], i: usize) -> Option<String> {
    let next = lines.get(i + 1)?;
    let told = next.gap == 0
        && (next.text.starts_with(char::is_lowercase)
            || crate::words::is_title_word(next.text.split([' ', ',']).next().unwrap_or_default())
                && !people::begins(&next.text, false))
        && next.words() <= 12
        && next
            .text
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .take(4)
            .any(crate::words::is_title_word);
    (told && people::is_name(&lines[i].text)).then(|| format!("{}, {}", lines[i].text, next.text))
}

/// Speakers of an event without a programme: under "Medverkande", or told of in sentences.
pub(in crate::event) fn speakers(
    page: &Page<'_>,
    programme: &Programme,
    title_at: Option<usize>,
) -> Vec<crate::model::Person> {
    let taken = &programme.taken;
    let mut found: Vec<crate::model::Person> = Vec::new();
    let mut push = |named: &people::Named, line: u32| {
        if !found.iter().any(|p: &crate::model::Person| p.name.value == named.name)
            && found.len() < 60
        {
            found.push(crate::event::programme::person(named, line));
        }
    };
    for (i, line) in page.lines.iter().enumerate() {
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
                    if let Some(text) = with_next(page.lines, k) {
                        if let Some((people, _)) = people::list(&text, false) {
                            for named in &people {
                                push(named, page.lines[k].number);
                            }
                        }
                        skip = 1;
                        continue;
                    }
                    if let Some((people, _)) = person_line(&page.lines[k].text) {
                        for named in &people {
                            push(named, page.lines[k].number);
                        }
                    } else if page.lines[k].gap > 0 && page.blocks[k].role != Role::Prose {
                        break;
                    }
                }
            } else if let Some((people, _)) = people::list(inline, false) {
                for named in &people {
                    push(named, line.number);
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
                push(named, line.number);
            }
            continue;
        }
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            if has_any(low, crate::event::programme::TELLING)
                && !has_any(
                    low,
                    &["modereras", "modererar", "hosted by", "moderated", "efter mötet"],
                )
            {
                for named in people::anywhere(&line.text[from..to]).iter().filter(|n| n.sure) {
                    push(named, line.number);
                }
            }
        }
    }
    found
}
