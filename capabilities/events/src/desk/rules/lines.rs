//! Contacts, links and web addresses.

use crate::desk::rules::reader::Reader;
use crate::desk::types::Why;
use crate::event::{Contact, RelatedLink};
use shared::Email;

/// The most contacts, and the most related links.
pub const ROWS_MAX: usize = 12;
const LINE_MAX: usize = 200;
/// The longest web address, in characters.
pub const ADDRESS_MAX: usize = 2000;

/// The names of one contact's fields, from 1: name, role, phone, e-mail.
pub fn contact_names(row: usize) -> [String; 4] {
    [
        format!("contact_name_{row}"),
        format!("contact_role_{row}"),
        format!("contact_phone_{row}"),
        format!("contact_email_{row}"),
    ]
}

/// The names of one link's fields, from 1: label, address.
pub fn link_names(row: usize) -> [String; 2] {
    [format!("link_label_{row}"), format!("link_href_{row}")]
}

pub fn read_contacts(reader: &mut Reader<'_>) -> Vec<Contact> {
    let mut contacts = vec![];
    for row in 1..=ROWS_MAX {
        let names = contact_names(row);
        let [name, role, phone, email] = names.each_ref().map(|it| reader.line(it, LINE_MAX));
        if [&name, &role, &phone, &email].iter().all(|it| it.is_empty()) {
            continue;
        }
        if name.is_empty() {
            reader.refuse(&names[0], Why::ContactNameless);
        }
        if !email.is_empty() && Email::parse(&email).is_err() {
            reader.refuse(&names[3], Why::EmailImplausible);
        }
        contacts.push(Contact { name, role, phone, email });
    }
    contacts
}

pub fn read_links(reader: &mut Reader<'_>) -> Vec<RelatedLink> {
    let mut links = vec![];
    for row in 1..=ROWS_MAX {
        let [label_name, href_name] = link_names(row);
        let label = reader.line(&label_name, LINE_MAX);
        let typed = reader.line(&href_name, ADDRESS_MAX);
        match (label.is_empty(), typed.is_empty()) {
            (true, true) => {}
            (false, true) => reader.refuse(&href_name, Why::AddressMissing),
            (_, false) => match web_address(&typed) {
                // A link without words of its own shows where it leads.
                Some(href) if label.is_empty() => {
                    links.push(RelatedLink { label: host(&href).to_owned(), href });
                }
                Some(href) => links.push(RelatedLink { label, href }),
                None => reader.refuse(&href_name, Why::AddressImplausible),
            },
        }
    }
    links
}

/// A web address as it was typed, with `https://` put before one that lacks it. `None`: anything
/// that is not of the web.
pub fn web_address(typed: &str) -> Option<String> {
    let address = match typed.split_once("://") {
        Some((scheme, rest))
            if ["http", "https"].iter().any(|it| scheme.eq_ignore_ascii_case(it)) =>
        {
            format!("{}://{rest}", scheme.to_ascii_lowercase())
        }
        Some(_) => return None,
        None if typed.split(['/', '?', '#']).next().is_some_and(|it| it.contains('.')) => {
            format!("https://{typed}")
        }
        None => return None,
    };
    let host = host(&address);
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let plausible = name.contains('.')
        && name.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || "-_".contains(c))
        })
        && port.parse::<u16>().is_ok()
        && !address.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"`".contains(c));
    plausible.then_some(address)
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(web_address(typed).as_deref(), expected);
    }

    #[test]
    fn takes_addresses_of_the_web_and_nothing_else() {
        check("https://example.org/a?b=c#d", Some("https://example.org/a?b=c#d"));
        check("HTTP://example.org", Some("http://example.org"));
        check("example.org/om", Some("https://example.org/om"));
        check("https://räksmörgås.example", Some("https://räksmörgås.example"));
        check("https://example.org:8443/x", Some("https://example.org:8443/x"));
        check("javascript:alert(1)", None);
        check("javascript://example.org/%0aalert(1)", None);
        check("data:text/html,x", None);
        check("mailto:eva@example.org", None);
        check("https://", None);
        check("https://user@example.org", None);
        check("https://example.org/\"><script>", None);
        check("zoom", None);
        check("https://example.org/a b", None);
    }
}
