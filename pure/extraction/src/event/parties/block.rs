//! A block of contacts: names with roles, telephone numbers and addresses on lines of their own.

use crate::blocks::Role;
use crate::event::Page;
use crate::event::parties::merge::add_contact;
use crate::event::parties::merge::fill;
use crate::event::parties::merge::role_of;
use crate::event::parties::told::duty;
use crate::event::parties::told::without_call;
use crate::lines::fold;
use crate::model::Contact;
use crate::model::Found;
use crate::people;
use crate::reach::ReachKind;

/// "Anna Ek och Bo Lind, sekreterare" and under it the office's address: it is both's.
fn share_address(
    out: &mut [Contact],
    beside: &[String],
    email: &Found<String>,
    last: Option<&Found<String>>,
) {
    if last.is_some_and(|name| crate::event::is_address_of(&email.value, &name.value)) {
        return;
    }
    for contact in out.iter_mut().filter(|c| c.email.is_none()) {
        if contact.name.as_ref().is_some_and(|name| beside.contains(&name.value)) {
            contact.email = Some(email.clone());
        }
    }
}

/// "Telefon", "E-post till", "Frågor": not who, but how or about what.
fn names_a_way(head: &str) -> bool {
    let low = fold(head);
    [
        "telefon",
        "e-post",
        "tfn",
        "mejl",
        "mail",
        "e-mail",
        "phone",
        "email",
        "tel",
        "mobil",
        "www",
        "frågor",
        "kontakt",
        "contact",
        "questions",
    ]
    .iter()
    .any(|w| crate::words::has_word(&low, w))
        || low.starts_with("telefon")
}

/// Lines of a contact block: name, then role, telephone and address; perhaps several people.
pub(super) fn block(
    page: &Page<'_>,
    taken: &[bool],
    range: std::ops::Range<usize>,
    out: &mut Vec<Contact>,
    done: &mut [bool],
) {
    let mut open: Option<Contact> = None;
    // Others named on the line of the open one: an office's address is theirs too.
    let mut beside: Vec<String> = Vec::new();
    let mut lost = 0;
    for k in range {
        let line = &page.lines[k];
        if taken[k] || page.blocks[k].role == Role::Noise || done[k] {
            continue;
        }
        if matches!(page.blocks[k].role, Role::Timed | Role::Day | Role::Hours) {
            break;
        }
        let number = line.number;
        let first_reach = line.reach.iter().map(|r| r.start).min().unwrap_or(line.text.len());
        let head = line.text[..first_reach]
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '%')
            .trim();
        let strict = open.is_some();
        // "Anna Ek | strateg | 0224-…"
        let row: String;
        let head =
            match [" | ", " / ", "\t", " · ", " • "].iter().find(|sign| head.contains(**sign)) {
                Some(sign) if people::is_name(head.split(sign).next().unwrap_or_default()) => {
                    row = head.replace(sign, ", ");
                    row.as_str()
                }
                _ => head,
            };
        let head = without_call(head);
        // "Local arrangements: Tobias Lundmark", "Sjuksköterska: Zurima Tabe"
        let (duty, head) = match head.split_once(": ") {
            Some((duty, rest)) if duty.split(' ').count() <= 3 && people::begins(rest, true) => {
                (Some(duty), rest)
            }
            _ => duty(head).map_or((None, head), |(duty, rest)| (Some(duty), rest)),
        };
        let strict = strict && duty.is_none();
        let person = people::list(head, strict).filter(|(p, _)| {
            p[0].sure
                || p[0].title.is_some()
                || people::is_name(head) && !strict && !crate::words::looks_like_org(head)
        });
        // An unknown name after others counts where a role and a way to reach it follow.
        let person = person.or_else(|| {
            people::list(head, false).filter(|(p, end)| {
                p.len() == 1 && p[0].title.is_some() && *end == head.len() && !line.reach.is_empty()
            })
        });
        if let Some((people, _)) = person
            && line.words() <= 16
        {
            if let Some(done) = open.take() {
                add_contact(out, done);
            }
            let named = &people[0];
            let mut contact = Contact {
                name: Some(Found::certain(named.name.clone(), number)),
                role: role_of(named).map(|r| Found::likely(r, number)),
                ..Contact::default()
            };
            beside.clear();
            if people.len() > 1 {
                for named in &people[..people.len() - 1] {
                    if line.reach.is_empty() && beside.len() < 4 {
                        beside.push(named.name.clone());
                    }
                    add_contact(
                        out,
                        Contact {
                            name: Some(Found::certain(named.name.clone(), number)),
                            role: role_of(named).map(|r| Found::likely(r, number)),
                            ..Contact::default()
                        },
                    );
                }
                let named = &people[people.len() - 1];
                contact.name = Some(Found::certain(named.name.clone(), number));
                contact.role = role_of(named).map(|r| Found::likely(r, number));
            }
            if contact.role.is_none() {
                contact.role = duty.map(|d| Found::likely(d.to_owned(), number));
            }
            fill(&mut contact, line, 0, line.text.len());
            open = Some(contact);
            done[k] = true;
            lost = 0;
            continue;
        }
        if !line.reach.is_empty() {
            let contact = open.get_or_insert_with(Contact::default);
            if contact.name.is_none()
                && !head.is_empty()
                && head.split(' ').count() <= 7
                && head.starts_with(char::is_uppercase)
                && !names_a_way(head)
            {
                contact.name = Some(Found::doubtful(
                    head.split(',').next().unwrap_or(head).trim().to_owned(),
                    number,
                ));
            }
            fill(contact, line, 0, line.text.len());
            if let Some(email) = &contact.email {
                share_address(out, &beside, email, contact.name.as_ref());
            }
            done[k] = true;
            continue;
        }
        match &mut open {
            Some(contact)
                if contact.role.is_none()
                    && contact.phone.is_none()
                    && contact.email.is_none()
                    && line.words() <= 20
                    && page.blocks[k].role != Role::Prose
                    && lost == 0 =>
            {
                contact.role = Some(Found::certain(line.text.clone(), number));
                done[k] = true;
            }
            // "Anhörigstödet", and under it how to reach it.
            None if line.words() <= 4
                && line.text.starts_with(char::is_uppercase)
                && !line.text.ends_with(['.', '!', '?', ':'])
                && !names_a_way(&line.text)
                && page.blocks[k].label.is_none()
                && page.lines.get(k + 1).is_some_and(|next| {
                    next.gap == 0
                        && !done[k + 1]
                        && !taken[k + 1]
                        && next
                            .reach
                            .first()
                            .is_some_and(|r| r.start < 12 && r.kind != ReachKind::Url)
                }) =>
            {
                open = Some(Contact {
                    name: Some(Found::doubtful(line.text.clone(), number)),
                    ..Contact::default()
                });
                done[k] = true;
            }
            _ => {
                lost += 1;
                if lost > 2 || page.blocks[k].role == Role::Prose {
                    break;
                }
            }
        }
    }
    if let Some(contact) = open {
        add_contact(out, contact);
    }
}
