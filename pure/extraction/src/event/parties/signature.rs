//! People at the end of a letter, and those told of on one line.

use crate::blocks::Role;
use crate::event::Page;
use crate::event::parties::greeting::is_greeting;
use crate::event::parties::greeting::signed;
use crate::event::parties::merge::add_contact;
use crate::event::parties::merge::fill;
use crate::event::parties::merge::role_of;
use crate::event::parties::offices::given_before;
use crate::event::parties::told::duty;
use crate::event::parties::told::told;
use crate::lines::Line;
use crate::lines::fold;
use crate::model::Contact;
use crate::model::Found;
use crate::people;
use crate::reach::ReachKind;
use crate::words::LabelKind;
use crate::words::is_org_word;

/// The organisation in a mail's signature.
pub(super) fn from_signature(page: &Page<'_>, taken: &[bool]) -> Option<Found<String>> {
    let at = (0..page.lines.len()).rev().find(|&i| is_greeting(&page.lines[i]))?;
    for i in at + 1..(at + 6).min(page.lines.len()) {
        let line = &page.lines[i];
        if taken[i] || !line.reach.is_empty() && line.reach[0].start == 0 || line.gap > 1 {
            continue;
        }
        if i > at + 1
            && line.words() <= 5
            && line.text.starts_with(char::is_uppercase)
            && !people::is_somebody(line)
            && !line.text.contains(',')
            && crate::words::looks_like_org(&line.text)
        {
            return Some(Found::doubtful(line.text.clone(), line.number));
        }
    }
    None
}

/// The organisation at the head of a summons: its letterhead, or those it is for.
pub(super) fn from_letterhead(page: &Page<'_>, taken: &[bool]) -> Option<Found<String>> {
    (0..page.lines.len().min(12)).find_map(|i| {
        let line = &page.lines[i];
        if taken[i]
            || page.blocks[i].role == Role::Noise
            || page.mail_header(i)
            || page.blocks[i].label.is_some()
            || !line.reach.is_empty()
        {
            return None;
        }
        // "Till medlemmarna i Hamnföreningen", "ÅSENS BYALAG"
        let name =
            ["till medlemmarna i ", "till medlemmar i ", "to the members of ", "to members of "]
                .iter()
                .find_map(|lead| line.low.starts_with(lead).then(|| &line.text[lead.len()..]))
                .unwrap_or(&line.text)
                .trim_end_matches(['.', ':', '!']);
        let name = name.split(['\t', '|']).next().unwrap_or(name).trim();
        let name = [" kallas ", " kallar ", " bjuder ", " inbjuder "]
            .iter()
            .find_map(|verb| name.split_once(verb))
            .map_or(name, |(before, _)| before);
        (name.starts_with(char::is_uppercase)
            && name.split(' ').count() <= 6
            && !name.contains([',', ':', '?'])
            && !name.contains(|c: char| c.is_ascii_digit())
            && (i < 4 || name.len() < line.text.len())
            && !crate::words::has_any(
                &line.low,
                &[
                    "kallelse",
                    "årsmöte",
                    "stämma",
                    "sammanträde",
                    "möte ",
                    "dagordning",
                    "summons",
                    "agenda",
                    "meeting",
                    "notice",
                ],
            )
            && crate::words::looks_like_org(name))
        .then(|| Found::doubtful(name.to_owned(), line.number))
    })
}

/// The organisation that a mail's header says it is from; of a mail sent on, the first one's.
pub(super) fn from_header(page: &Page<'_>) -> Option<Found<String>> {
    let (i, line) = page
        .lines
        .iter()
        .enumerate()
        .take(60)
        .rfind(|&(i, _)| page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::From))?;
    let value = line.text.get(page.blocks[i].label?.value..)?;
    let name = value.split(['<', '(', ',']).next()?.trim().trim_matches('"');
    (name.starts_with(char::is_uppercase)
        && !name.contains('@')
        && !people::begins(name, false)
        && !people::is_name(name)
        && name.split(' ').count() <= 6
        && crate::words::looks_like_org(name))
    .then(|| Found::doubtful(name.to_owned(), line.number))
}

/// A contact on one line: "Helena Strid, development officer, helena@…, 0480-…".
pub(super) fn inline_contact(line: &Line, from: usize, key: &str, out: &mut Vec<Contact>) {
    let number = line.number;
    // "A, a@… och B, ledare, 070-…", "… : A. Redaktör: B, b@…": each with what is that person's.
    let each = told(line, from, line.text.len());
    let later = line.text[from..]
        .split_once(". ")
        .filter(|(first, rest)| people::is_name(first) && duty(rest).is_some());
    if each.len() >= 2 || later.is_some() && each.len() == 1 {
        if let Some((first, _)) = later {
            let contact = Contact {
                name: Some(Found::certain(first.to_owned(), number)),
                role: (key == "ansvarig utgivare")
                    .then(|| Found::likely(line.text[..key.len()].to_owned(), number)),
                ..Contact::default()
            };
            add_contact(out, contact);
        }
        for contact in each {
            add_contact(out, contact);
        }
        return;
    }
    let end = line
        .reach
        .iter()
        .filter(|r| r.start >= from)
        .map(|r| r.start)
        .min()
        .unwrap_or(line.text.len());
    let mut text = line.text[from..end]
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')')
        .to_owned();
    for tail in [
        " tfn", " tel", " telefon", " e-post", " mejl", " mail", " email", " phone", " mobil",
        " epost", ", på", " på", " via", " at", " eller", " or", " on",
    ] {
        if fold(&text).ends_with(tail) {
            text.truncate(text.len() - tail.len());
            text.truncate(text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').len());
        }
    }
    for head in [
        "kontakta ",
        "fråga ",
        "ask ",
        "call ",
        "write to ",
        "tala med ",
        "prata med ",
        "ring ",
        "mejla ",
        "maila ",
        "hör av dig till ",
        "contact ",
        "vänd dig till ",
        "please contact ",
        "email ",
        "skriv till ",
        "besvaras av ",
        "till ",
    ] {
        if fold(&text).starts_with(head) {
            text = text[head.len()..].to_owned();
        }
    }
    let emails: Vec<_> =
        line.reach.iter().filter(|r| r.start >= from && r.kind == ReachKind::Email).collect();
    if emails.len() >= 2 {
        // "Anneli Ek (anneli@…) or Dag Hjerp (dag@…)"
        let mut at = from;
        let mut any = false;
        for email in emails {
            if let Some(named) =
                people::anywhere(&line.text[at..email.start]).last().filter(|n| n.sure)
            {
                let mut contact = Contact {
                    name: Some(Found::certain(named.name.clone(), number)),
                    role: role_of(named).map(|r| Found::likely(r, number)),
                    ..Contact::default()
                };
                fill(&mut contact, line, at, email.end);
                add_contact(out, contact);
                any = true;
            }
            at = email.end;
        }
        if any {
            return;
        }
    }
    let whole = line.text[from..].to_owned();
    let parts: Vec<&str> =
        whole.split([';', '•']).map(str::trim).filter(|p| !p.is_empty()).collect();
    let mut people = people::list(&text, false).map(|(p, _)| p).unwrap_or_default();
    // "Välkommen att höra av dig till Malte Ryd, …"
    if people.is_empty() {
        people.extend(people::anywhere(&text).pop().filter(|p| p.sure));
    }
    let many = people.len() > 1 && parts.len() <= 1;
    if many {
        for named in &people {
            let contact = Contact {
                name: Some(Found::certain(named.name.clone(), number)),
                role: role_of(named).map(|r| Found::likely(r, number)),
                ..Contact::default()
            };
            add_contact(out, contact);
        }
        return;
    }
    let mut contact = Contact::default();
    if let Some(named) = people.first() {
        contact.name = Some(Found::certain(named.name.clone(), number));
        contact.role = role_of(named).map(|r| Found::likely(r, number));
        if contact.role.is_none()
            && matches!(
                key,
                "handläggare"
                    | "ansvarig handläggare"
                    | "redaktör"
                    | "ansvarig utgivare"
                    | "editor"
                    | "kursansvarig"
            )
        {
            contact.role = Some(Found::likely(line.text[..key.len()].to_owned(), number));
        }
    } else {
        let name = text.split(',').next().unwrap_or_default().trim();
        if !name.is_empty() && name.split(' ').count() <= 6 && name.starts_with(char::is_uppercase)
        {
            contact.name = Some(Found::likely(name.to_owned(), number));
        } else if let Some(given) = given_before(&line.text, end) {
            contact.name = Some(Found::likely(given, number));
        }
    }
    fill(&mut contact, line, from, line.text.len());
    add_contact(out, contact);
}

/// The person that a mail's header says it is from.
fn sender(page: &Page<'_>) -> Option<Found<String>> {
    page.lines
        .iter()
        .enumerate()
        .take(40)
        .filter(|&(i, _)| page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::From))
        .find_map(|(i, line)| {
            let value = line.text.get(page.blocks[i].label?.value..)?;
            let name = value.split(['<', '(', ',']).next()?.trim().trim_matches('"');
            people::is_sure_name(name).then(|| Found::likely(name.to_owned(), line.number))
        })
}

/// One who signs with a role: "Anna Ek, ordförande", or the name and under it the role.
fn signer(page: &Page<'_>, k: usize) -> Option<people::Named> {
    let line = &page.lines[k];
    if line.words() > 12 {
        return None;
    }
    // "Sammankallande: Eva Ros, samordnare"
    if let Some((duty, rest)) = line.text.split_once(": ")
        && duty.split(' ').count() <= 2
        && let Some((people, _)) = people::list(rest, false)
        && let Some(mut named) = people.into_iter().next().filter(|n| {
            // "Ordförande: Zurima Tabe"
            n.sure || crate::words::is_title_word(duty) && people::is_name(rest)
        })
    {
        named.title = named.title.or_else(|| Some(duty.to_owned()));
        return Some(named);
    }
    let (people, _) = people::list(&line.text, true)?;
    let named = people.into_iter().next().filter(|n| n.sure)?;
    let under = || {
        people::is_somebody(line)
            && page.lines.get(k + 1).is_some_and(|next| {
                let first = next.text.split([' ', ',']).next().unwrap_or_default();
                next.gap == 0
                    && next.words() <= 8
                    && crate::words::is_title_word(first)
                    && !people::begins(&next.text, false)
            })
    };
    (named.title.is_some() || under()).then_some(named)
}

/// Does one sign a summons here, without a greeting before it?
pub(super) fn signs(page: &Page<'_>, k: usize) -> bool {
    let line = &page.lines[k];
    k + 8 >= page.lines.len()
        && k * 2 > page.lines.len()
        && line.gap > 0
        && page.blocks[k].label.is_none()
        && signer(page, k).is_some_and(|named| line.text.starts_with(named.name.as_str()))
        && !line.text.contains([':', '.'])
}

/// "Vänliga hälsningar", a name, a role, an organisation, a telephone number.
pub(super) fn signature(
    page: &Page<'_>,
    at: usize,
    end: usize,
    out: &mut Vec<Contact>,
    done: &mut [bool],
) {
    let mut contact: Option<Contact> = None;
    for k in at..end {
        let line = &page.lines[k];
        let number = line.number;
        if k > at && line.gap > 1 && contact.is_none() && k > at + 2 {
            break;
        }
        let mut text = line.text.as_str();
        let mut low = line.low.as_str();
        // "Med varma hälsningar, Anna Ek, strateg"
        let inline = (k == at)
            .then(|| signed(low))
            .flatten()
            .filter(|&from| people::list(&text[from..], false).is_some());
        if let Some(from) = inline {
            (text, low) = (&text[from..], &low[from..]);
        }
        for prefix in ["gm ", "genom ", "/", "hälsar ", "hälsningar ", "hälsningar, "] {
            if low.starts_with(prefix) {
                text = &text[prefix.len()..];
                low = &low[prefix.len()..];
            }
        }
        if page.blocks[k].label.is_some_and(|l| l.kind != LabelKind::Contact) && k > at {
            break;
        }
        match &mut contact {
            None => {
                if inline.is_none()
                    && (k == at && !text.contains(',') && line.words() > 4
                        || k == at && is_greeting(line) && !people::begins(text, false))
                {
                    continue;
                }
                if let Some(full) =
                    sender(page).filter(|full| full.value.split(' ').next() == Some(text.trim()))
                {
                    contact = Some(Contact { name: Some(full), ..Contact::default() });
                    done[k] = true;
                    continue;
                }
                let Some((people, end)) = people::list(text, false) else {
                    if k > at + 2 {
                        break;
                    }
                    continue;
                };
                let named = &people[0];
                let two =
                    people.len() > 1 && end == text.len() && !crate::words::looks_like_org(text);
                if !(named.sure || people::is_name(text) || named.title.is_some() || two) {
                    continue;
                }
                // "Anna Ek och Bo Lund": both sign.
                for named in &people[..people.len() - 1] {
                    let beside = Contact {
                        name: Some(Found::certain(named.name.clone(), number)),
                        role: role_of(named).map(|r| Found::likely(r, number)),
                        ..Contact::default()
                    };
                    add_contact(out, beside);
                }
                let named = &people[people.len() - 1];
                let mut found = Contact {
                    name: Some(Found::certain(named.name.clone(), number)),
                    role: role_of(named).map(|r| Found::likely(r, number)),
                    ..Contact::default()
                };
                fill(&mut found, line, 0, line.text.len());
                contact = Some(found);
                done[k] = true;
            }
            Some(found) => {
                // Another person signs with them.
                if let Some(named) = signer(page, k) {
                    let mut next = Contact {
                        name: Some(Found::certain(named.name.clone(), number)),
                        role: role_of(&named).map(|r| Found::likely(r, number)),
                        ..Contact::default()
                    };
                    fill(&mut next, line, 0, line.text.len());
                    add_contact(out, std::mem::replace(found, next));
                    done[k] = true;
                    continue;
                }
                if line.gap > 1 {
                    break;
                }
                if !line.reach.is_empty() {
                    let role = line.text[..line.reach[0].start].trim_matches([',', ' ', '\t']);
                    // "sekreterare, 0224-…" under the name
                    if found.role.is_none()
                        && role.split(' ').count() <= 3
                        && role.split(' ').next().is_some_and(crate::words::is_title_word)
                    {
                        found.role = Some(Found::likely(role.to_owned(), number));
                    }
                    fill(found, line, 0, line.text.len());
                    done[k] = true;
                } else if found.role.is_none()
                    && found.phone.is_none()
                    && line.words() <= 8
                    && !line.text.ends_with('.')
                {
                    // "Processledare, Bergslagssamverkan": the role, and where.
                    let role = line.text.split(',').next().unwrap_or(&line.text).trim();
                    let organisation = line.text.contains(',')
                        && crate::words::looks_like_org(&line.text[role.len()..])
                        || line.text.contains(',')
                            && line.text[role.len()..]
                                .trim_start_matches([',', ' '])
                                .starts_with(char::is_uppercase);
                    let role = if organisation { role } else { line.text.as_str() };
                    // "ordf. Föreningen Stationshuset"
                    let role = match role.split_once(' ') {
                        Some((head, rest))
                            if crate::words::is_title_word(head)
                                && rest.starts_with(char::is_uppercase)
                                && rest.split(' ').next().is_some_and(is_org_word) =>
                        {
                            head
                        }
                        _ => role,
                    };
                    if role.split(' ').any(crate::words::is_title_word) {
                        found.role = Some(Found::likely(role.to_owned(), number));
                    }
                    done[k] = true;
                } else if line.words() > 8 {
                    break;
                }
            }
        }
    }
    if let Some(contact) = contact {
        add_contact(out, contact);
    }
}
