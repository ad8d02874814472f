//! The organisation at the foot of a letter.

use crate::blocks::Role;
use crate::event::Page;
use crate::event::parties;
use crate::event::venue;
use crate::lines::fold;
use crate::model::Contact;
use crate::model::Found;
use crate::people;
use crate::words::has_any;

/// The organisation at the foot of the letter.
pub(super) fn footer(page: &Page<'_>, contacts: &mut Vec<Contact>) {
    for (i, line) in page.lines.iter().enumerate() {
        if page.mail_header(i)
            || !line.reach.iter().any(|r| r.kind != crate::reach::ReachKind::Url)
            || line.words() > 14
            || i * 2 < page.lines.len()
        {
            continue;
        }
        let known = line.reach.iter().any(|r| {
            let text = &line.text[r.start..r.end];
            contacts.iter().any(|c| {
                c.email.as_ref().is_some_and(|e| e.value == text)
                    || c.phone.as_ref().is_some_and(|p| p.value == text)
            })
        });
        if known && contacts.iter().all(|c| c.name.is_some()) {
            // Its telephone may stand on the next line.
            for reach in &line.reach {
                let text = line.text[reach.start..reach.end].to_owned();
                let of = contacts.iter_mut().find(|c| {
                    c.email.as_ref().is_some_and(|e| line.text.contains(&e.value))
                        || c.phone.as_ref().is_some_and(|p| line.text.contains(&p.value))
                });
                if let Some(of) = of {
                    match reach.kind {
                        crate::reach::ReachKind::Email if of.email.is_none() => {
                            of.email = Some(Found::certain(text, line.number))
                        }
                        crate::reach::ReachKind::Phone if of.phone.is_none() => {
                            of.phone = Some(Found::certain(text, line.number))
                        }
                        _ => {}
                    }
                }
            }
            continue;
        }
        let mut name = listed(&line.text[..line.reach[0].start], line.number);
        let mut k = i;
        while name.is_none() && k > 0 && i - k < 4 && page.lines[k].gap == 0 {
            k -= 1;
            let above = &page.lines[k];
            if !above.reach.is_empty() || venue::is_at_street(above) {
                continue;
            }
            if matches!(page.blocks[k].role, Role::Short | Role::Contact)
                && above.text.starts_with(char::is_uppercase)
                && above.words() <= 8
                // "Hör av dig!"
                && !above.text.ends_with(['!', '?'])
                && above.dates.is_empty()
            {
                name = Some(Found::likely(above.text.clone(), above.number));
            }
            break;
        }
        if name.is_none() {
            let head = line.text[..line.reach[0].start]
                .trim_start_matches(|c: char| c == '©' || c == ' ' || c.is_ascii_digit());
            let head = head.split(['|', ',', ':', '•', '–']).next().unwrap_or_default().trim();
            if head.split(' ').count() >= 2
                && head.starts_with(char::is_uppercase)
                && !has_any(
                    &fold(head),
                    &["e-post", "telefon", "phone", "kontakt", "email", "frågor", "tipsa", "skriv"],
                )
            {
                name = Some(Found::likely(head.to_owned(), line.number));
            }
        }
        let mut contact = Contact::default();
        if let Some(name) = name {
            let (name, role, other) = sender(&name);
            contact = Contact { name: Some(name), role, ..contact };
            if let Some(other) = other {
                parties::add_contact(contacts, other);
            }
        }
        for reach in &line.reach {
            let text =
                Some(Found::certain(line.text[reach.start..reach.end].to_owned(), line.number));
            match reach.kind {
                crate::reach::ReachKind::Email if contact.email.is_none() => contact.email = text,
                crate::reach::ReachKind::Phone if contact.phone.is_none() => contact.phone = text,
                _ => {}
            }
        }
        // Two lines of one footer are one contact.
        let previous = contacts.iter_mut().find(|c| {
            contact.name.is_some()
                && c.name.as_ref().map(|n| &n.value) == contact.name.as_ref().map(|n| &n.value)
                || contact.name.is_none()
                    && (c.email.is_none() || c.phone.is_none())
                    && c.email
                        .as_ref()
                        .or(c.phone.as_ref())
                        .is_some_and(|f| f.line + 1 >= line.number)
        });
        match previous {
            Some(previous) => {
                previous.email = previous.email.take().or(contact.email);
                previous.phone = previous.phone.take().or(contact.phone);
            }
            None => parties::add_contact(contacts, contact),
        }
    }
}

/// "Resor: Ulla Berg, 070-…": one of a list of who does what.
fn listed(head: &str, number: u32) -> Option<Found<String>> {
    let head = head.trim_end_matches([',', ' ', ':', '–', '-', '(']);
    let (role, names) = head.split_once(": ")?;
    let (names, end) = people::list(names, false).filter(|_| role.split(' ').count() <= 3)?;
    let low = fold(role);
    let plain = !has_any(&low, &["kontakt", "frågor", "anmäl", "contact", "questions"]);
    (plain && !names.is_empty() && end > 0).then(|| Found::likely(head.to_owned(), number))
}

/// Who the line over an address names: "Hälsningar från Birgitta Nord, arkivarie", "Editors: Ann
/// Berg and Karl Lind" (two of them), "Expeditionen, tis och tors 9.30–12".
fn sender(said: &Found<String>) -> (Found<String>, Option<Found<String>>, Option<Contact>) {
    let with = |text: &str| Found::likely(text.to_owned(), said.line);
    let text = said.value.trim();
    let low = fold(text);
    let greeting = ["hälsningar från ", "hälsningar ", "hälsar ", "regards from "]
        .iter()
        .find(|word| low.starts_with(**word))
        .map(|word| word.len())
        .or_else(|| parties::signed(&low))
        .unwrap_or(0);
    let text = text.get(greeting..).unwrap_or(text);
    // "With warm hands, Ann Berg, coordinator": how it is signed, and by whom.
    let text = match text.split_once(", ") {
        Some((greeting, named))
            if greeting.split(' ').count() <= 5
                && !people::is_name(greeting)
                && people::begins(named, true) =>
        {
            named
        }
        _ => text,
    };
    if let Some((role, names)) = text.split_once(": ")
        && role.split(' ').count() <= 3
        && let Some((names, _)) = people::list(names, false)
        && let [first, rest @ ..] = &names[..]
    {
        let role = Some(with(role));
        let other = rest.first().map(|other| Contact {
            name: Some(with(&other.name)),
            role: role.clone(),
            ..Contact::default()
        });
        return (with(&first.name), role, other);
    }
    if let Some((name, about)) = text.split_once(", ") {
        let hours = about.bytes().any(|b| b.is_ascii_digit());
        if hours {
            return (with(name), None, None);
        }
        if about.starts_with(char::is_lowercase) && people::is_name(name) {
            return (with(name), Some(with(about)), None);
        }
    }
    (with(text), None, None)
}
