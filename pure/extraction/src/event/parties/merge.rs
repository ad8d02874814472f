//! One contact out of all that is said of the same person.

use crate::lines::Line;
use crate::lines::fold;
use crate::model::Contact;
use crate::model::Found;
use crate::people;
use crate::reach::ReachKind;

pub(super) fn role_of(named: &people::Named) -> Option<String> {
    match (&named.title, &named.affiliation) {
        (Some(title), _) => Some(title.clone()),
        (None, _) => named.lead.clone(),
    }
    .filter(|t| !t.contains('@') && t.chars().count() < 90)
}

pub(super) fn fill(contact: &mut Contact, line: &Line, from: usize, to: usize) {
    for reach in line.reach.iter().filter(|r| r.start >= from && r.start < to) {
        let text = line.text[reach.start..reach.end].to_owned();
        match reach.kind {
            ReachKind::Email if contact.email.is_none() => {
                contact.email = Some(Found::certain(text, line.number))
            }
            ReachKind::Phone if contact.phone.is_none() => {
                contact.phone = Some(Found::certain(text, line.number))
            }
            _ => {}
        }
    }
}

pub(super) fn complete(out: &mut [Contact], line: &Line) {
    if let Some(last) = out.last_mut() {
        fill(last, line, 0, line.text.len());
    }
}

pub(crate) fn add_contact(out: &mut Vec<Contact>, contact: Contact) {
    if contact.name.is_none() && contact.email.is_none() && contact.phone.is_none()
        || out.len() > 200
    {
        return;
    }
    let same = |a: &Option<Found<String>>, b: &Option<Found<String>>| matches!((a, b), (Some(a), Some(b)) if fold(&a.value) == fold(&b.value));
    let known = out.iter_mut().find(|c| {
        same(&c.name, &contact.name)
            || same(&c.email, &contact.email) && !two_people(c, &contact)
            || same(&c.phone, &contact.phone) && contact.name.is_none()
            || shares_name(c, &contact)
    });
    match known {
        Some(known) => {
            if known.name.is_none()
                || shares_name(known, &contact)
                    && contact.name.as_ref().is_some_and(|n| {
                        n.value.len() > known.name.as_ref().map_or(0, |k| k.value.len())
                    })
            {
                known.name = contact.name;
            }
            known.role = known.role.take().or(contact.role);
            known.phone = known.phone.take().or(contact.phone);
            known.email = known.email.take().or(contact.email);
        }
        None => out.push(contact),
    }
}

/// Two with an office's address in common are not one.
fn two_people(a: &Contact, b: &Contact) -> bool {
    match (&a.name, &b.name) {
        (Some(a), Some(b)) => {
            people::is_sure_name(&a.value) && people::is_sure_name(&b.value) && a.value != b.value
        }
        _ => false,
    }
}

/// "Hjördis" and "Hjördis Alsén" are one.
fn shares_name(a: &Contact, b: &Contact) -> bool {
    match (&a.name, &b.name) {
        (Some(a), Some(b)) => {
            let (short, long) = if a.value.len() < b.value.len() {
                (&a.value, &b.value)
            } else {
                (&b.value, &a.value)
            };
            !short.contains(' ') && long.split(' ').next() == Some(short.as_str())
        }
        _ => false,
    }
}
