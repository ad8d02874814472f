//! People at the end of a letter, and those told of on one line.

use crate::event::Page;
use crate::event::parties::contacts::add_contact;
use crate::event::parties::contacts::fill;
use crate::event::parties::contacts::given_before;
use crate::event::parties::contacts::is_greeting;
use crate::event::parties::contacts::role_of;
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
            && !people::is_sure_name(&line.text)
            && !line.text.contains(',')
            && crate::words::looks_like_org(&line.text)
        {
            return Some(Found::doubtful(line.text.clone(), line.number));
        }
    }
    None
}

/// A contact on one line: "Helena Strid, development officer, helena@…, 0480-…".
pub(super) fn inline_contact(line: &Line, from: usize, key: &str, out: &mut Vec<Contact>) {
    let number = line.number;
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
                if k == at && !text.contains(',') && line.words() > 4
                    || k == at && is_greeting(line) && !people::begins(text, false)
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
                let Some((people, _)) = people::list(text, false) else {
                    if k > at + 2 {
                        break;
                    }
                    continue;
                };
                let named = &people[0];
                if !(named.sure || people::is_name(text) || named.title.is_some()) {
                    continue;
                }
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
                if line.gap > 1 {
                    break;
                }
                // Another person signs with them.
                if let Some((people, _)) = people::list(text, true)
                    && people[0].sure
                    && people[0].title.is_some()
                {
                    let mut next = Contact {
                        name: Some(Found::certain(people[0].name.clone(), number)),
                        role: role_of(&people[0]).map(|r| Found::likely(r, number)),
                        ..Contact::default()
                    };
                    fill(&mut next, line, 0, line.text.len());
                    add_contact(out, std::mem::replace(found, next));
                    done[k] = true;
                    continue;
                }
                if !line.reach.is_empty() {
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
