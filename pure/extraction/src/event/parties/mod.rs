//! Who is behind it and who to ask: organisers, collaborators, funders, moderators, contacts.

mod block;
mod contacts;
mod greeting;
mod merge;
mod moderators;
mod names;
mod offices;
mod sentence;
mod signature;
mod speakers;
mod told;
mod turned;

pub(crate) use contacts::contacts;
pub(crate) use greeting::{is_greeting, signed};
pub(crate) use merge::add_contact;
pub(crate) use moderators::moderators;
pub(super) use names::split_names;
pub(super) use speakers::speakers;
pub(crate) use speakers::with_next;

use crate::blocks::Role;
use crate::blocks::value_lines;
use crate::event::Page;
use crate::event::parties::names::List;
use crate::event::parties::names::cut_collaboration;
use crate::event::parties::names::plausible;
use crate::event::parties::sentence::sentence;
use crate::event::parties::signature::from_header;
use crate::event::parties::signature::from_letterhead;
use crate::event::parties::signature::from_signature;
use crate::event::programme::Programme;
use crate::lines::fold;
use crate::model::Found;
use crate::model::Roles;
use crate::people;
use crate::sentences;
use crate::words::LabelKind;
use crate::words::has_any;

pub(super) fn read(page: &Page<'_>, programme: &Programme) -> Roles {
    let mut roles = Roles::default();
    let taken = &programme.taken;
    for (i, line) in page.lines.iter().enumerate() {
        if page.blocks[i].role == Role::Noise || page.blocks[i].role == Role::Column {
            continue;
        }
        // The programme knows whose host or moderator a line of its own names.
        if let Some(label) = page.blocks[i].label.filter(|_| !taken[i]) {
            labelled(page, taken, i, label.kind, label.value, &mut roles);
        }
        if !taken[i] && !page.mail_header(i) {
            let joined = wrapped(page, taken, i);
            let (text, low) = joined
                .as_ref()
                .map_or((line.text.as_str(), line.low.as_str()), |(text, low)| (text, low));
            for (from, to) in sentences::split(text) {
                let (text, low) = (&text[from..to], &low[from..to]);
                sentence(text, low, line.number, page.scope[i], &mut roles);
            }
        }
    }
    for moderator in &programme.moderators {
        add(&mut roles.moderators, moderator.clone());
    }
    contacts(page, taken, &mut roles.contacts);
    if roles.organisers.is_empty()
        && let Some(found) = from_signature(page, taken)
            .or_else(|| from_header(page))
            .or_else(|| if page.agenda { from_letterhead(page, taken) } else { None })
    {
        roles.organisers.push(found);
    }
    roles
}

/// "Dagen arrangeras av Sala kommun och" and, under it, "Hamnföreningen.": a list of names that the
/// paper's edge cut.
fn wrapped(page: &Page<'_>, taken: &[bool], i: usize) -> Option<(String, String)> {
    let cut = |k: usize| {
        let low = &page.lines[k].low;
        [" och", " and", " samt", ",", " av", " by", " med", " with", " från"]
            .iter()
            .any(|w| low.ends_with(w))
    };
    let goes_on = |k: usize| {
        k < page.lines.len()
            && cut(k - 1)
            && page.lines[k].gap == 0
            && !taken[k]
            && page.lines[k].words() <= 30
            && page.blocks[k].label.is_none()
    };
    if page.lines[i].words() > 60 || !goes_on(i + 1) {
        return None;
    }
    let mut text = page.lines[i].text.clone();
    for k in (i + 1..i + 4).take_while(|&k| goes_on(k)) {
        text.push(' ');
        text.push_str(&page.lines[k].text);
    }
    let low = fold(&text);
    let low = String::from(low);
    (low.len() == text.len()).then_some((text, low))
}

/// A funder named in a flag's caption and in a sentence is one.
fn add_funder(list: &mut Vec<Found<String>>, found: Found<String>) {
    let key = String::from(fold(&found.value));
    let parts = |name: &str| fold(name).split('/').map(|p| p.trim().to_owned()).collect::<Vec<_>>();
    if !list
        .iter()
        .any(|f| parts(&f.value).contains(&key) || parts(&key).contains(&fold(&f.value).into()))
    {
        add(list, found);
    }
}

pub(super) fn add(list: &mut Vec<Found<String>>, found: Found<String>) {
    let key = fold(&found.value);
    if !list.iter().any(|f| fold(&f.value) == key) && list.len() < 60 {
        list.push(found);
    }
}

fn labelled(
    page: &Page<'_>,
    taken: &[bool],
    i: usize,
    kind: LabelKind,
    value: usize,
    roles: &mut Roles,
) {
    let line = &page.lines[i];
    let inline = line.text.get(value..).unwrap_or_default().trim();
    let mut values: Vec<(u32, &str)> = Vec::new();
    if inline.is_empty() {
        for k in value_lines(page.lines, page.blocks, i, false).take(12) {
            if !taken[k] {
                values.push((page.lines[k].number, page.lines[k].text.as_str()));
            }
        }
    } else {
        values.push((line.number, inline));
    }
    match kind {
        LabelKind::Organiser | LabelKind::Collaboration | LabelKind::Funder => {
            for (number, text) in values {
                // "Moderatorer är A och B." under "Värdar för dagen" names no organisation.
                let whole = fold(text);
                if whole.contains("moderator") {
                    continue;
                }
                // What comes after the names is a sentence of its own.
                let first = sentences::split(text).first().map_or(text.len(), |s| s.1);
                if first < text.len() && text[first..].trim().split(' ').count() > 3 {
                    for (from, to) in sentences::split(text).into_iter().skip(1) {
                        sentence(&text[from..to], &whole[from..to], number, None, roles);
                    }
                }
                let more = text[first..].trim().split(' ').count() > 3;
                let text = if more { &text[..first] } else { text };
                // A sentence under the label is read as one.
                let low = fold(text);
                if has_any(
                    &low,
                    &[
                        " arrangerar",
                        " arrangeras",
                        "är en del av",
                        "organised by",
                        " bjuder in",
                        " ordnas ",
                    ],
                ) {
                    if !inline.is_empty() {
                        for (from, to) in sentences::split(text) {
                            sentence(&text[from..to], &low[from..to], number, None, roles);
                        }
                    }
                    continue;
                }
                let (own, rest) = cut_collaboration(text);
                let target = match kind {
                    LabelKind::Organiser => &mut roles.organisers,
                    LabelKind::Collaboration => &mut roles.in_collaboration,
                    _ => &mut roles.co_funders,
                };
                for name in split_names(own) {
                    if plausible(&name) {
                        add(target, Found::certain(name, number));
                    }
                }
                for (list, part) in rest {
                    push(list, part, number, roles);
                }
            }
        }
        LabelKind::Moderator => {
            for (number, text) in values.into_iter().take(3) {
                let low = fold(text);
                let names = people::list(strip_is(text), false)
                    .map(|(p, _)| p)
                    .filter(|p| !p.is_empty())
                    .or_else(|| {
                        has_any(&low, &["leds av", "modereras av", "är ", "moderated by", "leder"])
                            .then(|| people::anywhere(text))
                            .filter(|p| !p.is_empty())
                    });
                for named in names.into_iter().flatten() {
                    add(&mut roles.moderators, Found::certain(named.name, number));
                }
            }
        }
        LabelKind::Leader if !taken[i] => {
            for (number, text) in values.into_iter().take(1) {
                if let Some((people, _)) = people::list(text, false) {
                    for named in people {
                        add(&mut roles.moderators, Found::likely(named.name, number));
                    }
                }
            }
        }
        _ => {}
    }
}

fn strip_is(text: &str) -> &str {
    text.strip_prefix("är ").or_else(|| text.strip_prefix("is ")).unwrap_or(text)
}

fn push(list: List, part: &str, line: u32, roles: &mut Roles) {
    let target = match list {
        List::Organisers => &mut roles.organisers,
        List::Collaboration => &mut roles.in_collaboration,
        List::Funders => &mut roles.co_funders,
    };
    for name in split_names(part) {
        if plausible(&name) {
            let found = Found::likely(name, line);
            if list == List::Funders { add_funder(target, found) } else { add(target, found) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_list() {
        assert_eq!(
            split_names("Bygdeforum, Ockelbo kommun samt Region Norrfjäll."),
            ["Bygdeforum", "Ockelbo kommun", "Region Norrfjäll"]
        );
        assert_eq!(
            split_names("the Forests and Waters Fund"),
            ["Forests and Waters Fund"],
            "one name"
        );
        assert_eq!(
            split_names("Nordic Alliance and the study federation Bildarna"),
            ["Nordic Alliance", "study federation Bildarna"]
        );
        assert_eq!(split_names("the Church and Sala Council"), ["Church", "Sala Council"]);
        assert_eq!(split_names("Länsstyrelsen och polisen"), ["Länsstyrelsen och polisen"]);
        assert_eq!(
            split_names("Sala kommun och och Kultur & Fritid").last().map(String::as_str),
            Some("Kultur & Fritid")
        );
        assert!(!split_names("A OCH OCH B och och C och och D").is_empty());
    }

    #[test]
    fn who_works_with_whom() {
        let mut roles = Roles::default();
        let text =
            "Region Norrfjäll arrangerar i samverkan med Sala kommun, med stöd av Norrfonden.";
        sentence(text, &fold(text), 1, None, &mut roles);
        let names =
            |list: &[Found<String>]| list.iter().map(|f| f.value.clone()).collect::<Vec<_>>();
        assert_eq!(names(&roles.organisers), ["Region Norrfjäll"]);
        assert_eq!(names(&roles.in_collaboration), ["Sala kommun"]);
        assert_eq!(names(&roles.co_funders), ["Norrfonden"]);
    }
}
