//! Who to ask: under a label, or a name with a telephone number or address.

use crate::blocks::Role;
use crate::blocks::value_lines;
use crate::event::Page;
use crate::event::parties::signature::inline_contact;
use crate::event::parties::signature::signature;
use crate::event::parties::signature::signs;
use crate::event::parties::told::duty;
use crate::event::parties::told::told;
use crate::event::parties::told::without_call;
use crate::lines::Line;
use crate::lines::fold;
use crate::model::Contact;
use crate::model::Found;
use crate::people;
use crate::reach::ReachKind;
use crate::sentences;
use crate::words::LabelKind;
use crate::words::has_any;

pub(crate) fn is_greeting(line: &Line) -> bool {
    line.words() <= 7
        && line.has_any(&[
            "hälsningar",
            "med hälsning",
            "vänlig hälsning",
            "regards",
            "best wishes",
            "sincerely",
            "varmt välkom",
            "väl mött",
            "på styrelsens vägnar",
            "on behalf of",
            "välkommen önskar",
            "välkomna önskar",
            "hälsar ",
            "allt gott",
            "ha det gott",
            "allt väl",
            "vi hörs",
            "med vänlig",
            "mvh",
            "kind wishes",
            "yours",
        ])
        || line.words() <= 3
            && matches!(
                line.low.trim_matches(|c: char| !c.is_alphanumeric()),
                "styrelsen"
                    | "mvh"
                    | "hälsar"
                    | "the board"
                    | "gm"
                    | "för styrelsen"
                    | "styrelsen genom"
                    | "styrelsen gm"
                    | "genom styrelsen"
                    | "for the board"
                    | "för kansliet"
                    | "för arrangörerna"
                    | "för arbetsgruppen"
                    | "för valberedningen"
                    | "välkomna"
                    | "välkommen"
                    | "hjärtligt välkomna"
                    | "hjärtligt välkommen"
                    | "varmt välkomna"
                    | "vi ses"
            )
}

/// Who to ask: under a label, in a signature, or a name with a telephone number or address.
pub(crate) fn contacts(page: &Page<'_>, taken: &[bool], out: &mut Vec<Contact>) {
    let lines = page.lines;
    let mut i = 0;
    let mut done = vec![false; lines.len()];
    while i < lines.len() {
        let line = &lines[i];
        if taken[i]
            || done[i]
            || matches!(page.blocks[i].role, Role::Noise | Role::Column)
            || page.mail_header(i)
        {
            i += 1;
            continue;
        }
        let label = page.blocks[i].label.filter(|l| l.kind == LabelKind::Contact);
        if let Some(label) = label {
            let inline = line.text.get(label.value..).unwrap_or_default().trim();
            let key = line.low.split(':').next().unwrap_or_default().trim().to_owned();
            if inline.is_empty() {
                let range = value_lines(lines, page.blocks, i, true);
                // Bounded: a page's last part is not all contacts.
                let end = range.end.min(i + 40);
                block(page, taken, i + 1..end, out, &mut done);
            } else {
                inline_contact(line, label.value, &key, out);
                // The rest of the block: telephone on the next line.
                let mut k = i + 1;
                while k < lines.len()
                    && k < i + 6
                    && lines[k].gap == 0
                    && (page.blocks[k].label.is_none() || reaches(&lines[k]))
                    && lines[k].words() <= 6
                    && !taken[k]
                {
                    if !lines[k].reach.is_empty() {
                        complete(out, &lines[k]);
                        done[k] = true;
                    } else if people::is_sure_name(&lines[k].text) {
                        break;
                    } else {
                        role_below(out, &lines[k], line.number);
                    }
                    k += 1;
                }
                above(page, i, out, &mut done);
            }
            i += 1;
            continue;
        }
        if let Some(end) = office_block(page, taken, i) {
            let mut contact = Contact {
                name: Some(Found::likely(line.text.trim_end_matches(':').to_owned(), line.number)),
                ..Contact::default()
            };
            for k in i + 1..end {
                fill(&mut contact, &lines[k], 0, lines[k].text.len());
                done[k] = true;
            }
            add_contact(out, contact);
            i = end;
            continue;
        }
        if let Some(contact) = secretary(page, i) {
            add_contact(out, contact);
            i += 1;
            continue;
        }
        // "/Lena Borg, Gimo vägförening"
        if line.text.starts_with('/')
            && i + 4 >= lines.len()
            && people::begins(&line.text[1..], false)
        {
            signature(page, i, (i + 4).min(lines.len()), out, &mut done);
            i += 1;
            continue;
        }
        if is_greeting(line) && i + 1 < lines.len() || page.agenda && signs(page, i) {
            let end = (i + 7).min(lines.len());
            let end = (i..end).find(|&k| taken[k]).unwrap_or(end);
            signature(page, i, end, out, &mut done);
            i += 1;
            continue;
        }
        if page.blocks[i].role == Role::Contact {
            let mut end = i;
            while end < lines.len() && page.blocks[end].role == Role::Contact {
                end += 1;
            }
            block(page, taken, i..end, out, &mut done);
            i = end;
            continue;
        }
        // "Anmälan görs till samordnare Klara Bohlin, klara@…, tfn …"
        if line.reach.iter().any(|r| r.kind != ReachKind::Url) {
            for (from, to) in sentences::split(&line.text) {
                let reach: Vec<_> = line
                    .reach
                    .iter()
                    .filter(|r| r.start >= from && r.start < to && r.kind != ReachKind::Url)
                    .collect();
                if reach.is_empty() {
                    continue;
                }
                let sentence = &line.text[from..to];
                let named = told(line, from, to);
                if !named.is_empty() {
                    for contact in named {
                        add_contact(out, contact);
                    }
                } else if let Some(given) = given_before(sentence, reach[0].start - from) {
                    let mut contact = Contact {
                        name: Some(Found::likely(given, line.number)),
                        ..Contact::default()
                    };
                    fill(&mut contact, line, from, to);
                    if contact.phone.is_some() {
                        add_contact(out, contact);
                    }
                } else if let Some((name, reach)) = office(line, from, to) {
                    // "… eller till kansliet, 0224-77 01 90"
                    let mut contact = Contact {
                        name: Some(Found::doubtful(name, line.number)),
                        ..Contact::default()
                    };
                    fill(&mut contact, line, reach, to);
                    contact.email = contact.email.filter(|_| reach == from);
                    add_contact(out, contact);
                } else if has_any(
                    &line.low[from..to],
                    &[
                        "frågor",
                        "kontakt",
                        "questions",
                        "contact",
                        "upplysningar",
                        "information",
                        "ring ",
                        ": ask ",
                        "fråga ",
                    ],
                ) {
                    let mut contact = Contact::default();
                    if let Some(body) = body_before(sentence) {
                        contact.name = Some(Found::doubtful(body, line.number));
                    }
                    fill(&mut contact, line, from, to);
                    add_contact(out, contact);
                }
            }
        }
        i += 1;
    }
}

/// "Kontakt: Anna Ek", and under it "strateg".
fn role_below(out: &mut [Contact], line: &Line, number: u32) {
    let first = line.text.split([' ', ',']).next().unwrap_or_default().trim_end_matches('-');
    let Some(last) = out.last_mut() else { return };
    if last.role.is_none()
        && last.name.as_ref().is_some_and(|name| name.line == number)
        && (crate::words::is_title_word(first)
            || line.text.split(' ').any(crate::words::is_title_word))
        && !people::begins(&line.text, false)
        && !line.text.ends_with(['.', '!', '?'])
    {
        let role = line.text.split(',').next().unwrap_or_default();
        last.role = Some(Found::likely(role.to_owned(), line.number));
    }
}

/// "Tel: 0224-…", "Mejl: …", and under them "Kontakt: Anna Ek": how to reach who is named last.
fn above(page: &Page<'_>, i: usize, out: &mut [Contact], done: &mut [bool]) {
    let Some(last) = out.last_mut() else { return };
    let line = page.lines[i].number;
    if last.phone.is_some()
        || last.email.is_some()
        || last.name.as_ref().is_none_or(|name| name.line != line)
    {
        return;
    }
    for k in (i.saturating_sub(4)..i).rev() {
        let beside = &page.lines[k];
        if page.lines[k + 1].gap > 0 || done[k] || !reaches(beside) || beside.words() > 4 {
            break;
        }
        fill(last, beside, 0, beside.text.len());
        done[k] = true;
    }
}

/// "Sekreterare    Emanuel Kjellström" in a summons that gives the address of that name elsewhere.
fn secretary(page: &Page<'_>, i: usize) -> Option<Contact> {
    let line = &page.lines[i];
    let (role, name) = line.text.split_once('\t').or_else(|| line.text.split_once(": "))?;
    let name = name.trim();
    if role.contains(' ') || !crate::words::is_title_word(role) || !people::is_sure_name(name) {
        return None;
    }
    // The address stands near who it is of.
    let (at, email) = (i + 1..(i + 12).min(page.lines.len())).find_map(|k| {
        let line = &page.lines[k];
        line.reach
            .iter()
            .find(|r| {
                r.kind == ReachKind::Email
                    && crate::event::is_address_of(&line.text[r.start..r.end], name)
            })
            .map(|r| (k, r))
    })?;
    let beside = &page.lines[at];
    let mut contact = Contact {
        name: Some(Found::certain(name.to_owned(), line.number)),
        role: Some(Found::certain(role.to_owned(), line.number)),
        ..Contact::default()
    };
    fill(&mut contact, beside, email.start, beside.text.len());
    Some(contact)
}

/// "E-post: …", "Telefon:" in a block that a label opened.
fn reaches(line: &Line) -> bool {
    let key = line.low.split([':', ' ']).next().unwrap_or_default();
    matches!(
        key,
        "telefon"
            | "tel"
            | "tfn"
            | "mobil"
            | "e-post"
            | "epost"
            | "mejl"
            | "mail"
            | "phone"
            | "email"
            | "e-mail"
    )
}

/// "Kurskansliet", and under it how to reach it: where the lines end.
fn office_block(page: &Page<'_>, taken: &[bool], i: usize) -> Option<usize> {
    const ENDINGS: [&str; 12] = [
        "kansliet",
        "kansli",
        "receptionen",
        "kundtjänst",
        "kundservice",
        "biljettkassan",
        "kontaktcenter",
        "servicecenter",
        "sekretariatet",
        "secretariat",
        " office",
        "helpdesk",
    ];
    let line = &page.lines[i];
    let low = line.low.trim_end_matches(':');
    if line.words() > 4 || !ENDINGS.iter().any(|e| low.ends_with(e)) || !line.reach.is_empty() {
        return None;
    }
    let reached = |k: &usize| {
        let next = &page.lines[*k];
        !taken[*k]
            && next.gap == 0
            && next.words() <= 8
            && next.reach.iter().any(|r| r.kind != ReachKind::Url)
            && people::list(&next.text, true).is_none()
    };
    let count = (i + 1..(i + 5).min(page.lines.len())).take_while(reached).count();
    (count > 0).then_some(i + 1 + count)
}

/// "till kansliet, 0224-…": an office with its telephone, and where it begins.
fn office(line: &Line, from: usize, to: usize) -> Option<(String, usize)> {
    let phone = line
        .reach
        .iter()
        .find(|r| r.kind == ReachKind::Phone && r.start >= from && r.start < to)?;
    let before = line.text[from..phone.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    let before = ["tel", "tfn", "telefon", "på"]
        .iter()
        .find_map(|w| before.strip_suffix(w))
        .unwrap_or(before)
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = before.rsplit([' ', '\t']).next()?;
    let lead = before[..before.len() - word.len()].trim_end();
    let good = (lead.ends_with(" till")
        || lead.ends_with("kontakta")
        || lead.ends_with(" ring")
        || lead == "till")
        && word.chars().count() > 4
        && word.chars().all(char::is_alphabetic);
    good.then(|| (word.to_owned(), from + before.len() - word.len()))
}

/// "Ring Hjördis på 0141-…": a given name alone.
pub(super) fn given_before(sentence: &str, at: usize) -> Option<String> {
    let before = &sentence[..at];
    let word = before.split_whitespace().rev().take(3).find(|w| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric());
        bare.starts_with(char::is_uppercase) && crate::words::is_given_name(bare)
    })?;
    Some(word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

/// "Frågor om turerna besvaras av biblioteket, 0281-…"
fn body_before(sentence: &str) -> Option<String> {
    let low = fold(sentence);
    let at = low.find(" av ").map(|a| a + 4)?;
    let end = low[at..].find([',', '.', ':']).map_or(low.len(), |e| at + e);
    let body = sentence[at..end].trim();
    (body.split(' ').count() <= 4 && !body.is_empty() && !body.contains('@'))
        .then(|| body.to_owned())
}

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

fn complete(out: &mut [Contact], line: &Line) {
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
fn block(
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

#[cfg(test)]
mod tests {
    use crate::read;

    fn asked(text: &str) -> String {
        let draft = read(text);
        let mut all: Vec<String> = Vec::new();
        for contact in &draft.events[0].roles.contacts {
            let of = |f: &Option<crate::Found<String>>| {
                f.as_ref().map(|f| f.value.clone()).unwrap_or_default()
            };
            all.push(format!(
                "{}|{}|{}|{}",
                of(&contact.name),
                of(&contact.role),
                of(&contact.phone),
                of(&contact.email)
            ));
        }
        all.join(" ; ")
    }

    const PAGE: &str = "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00–20.00\n\n";

    #[test]
    fn who_to_ask() {
        for (text, expected) in [
            (
                "Frågor besvaras av Anna Ek, ekolog, 070-174 06 58 och Eva Lind, 070-174 06 59.",
                "Anna Ek|ekolog|070-174 06 58| ; Eva Lind||070-174 06 59|",
            ),
            ("Värd och förare: Anna Ek, 070-174 06 58", "Anna Ek|Värd och förare|070-174 06 58|"),
            (
                "Kontakt\nAnna Ek och Eva Lind, sekreterare\nkonferens@hamnen.example",
                "Anna Ek|sekreterare||konferens@hamnen.example ; Eva Lind|sekreterare||konferens@hamnen.example",
            ),
            (
                "Kontakt\nAnna Ek och Eva Lind, sekreterare\neva.lind@hamnen.example",
                "Anna Ek|sekreterare|| ; Eva Lind|sekreterare||eva.lind@hamnen.example",
            ),
            ("Frågor?\nKontaktcenter 0224-77 01 90", "Kontaktcenter||0224-77 01 90|"),
            (
                "För styrelsen\nAnna Ek, ordförande, 0224-77 01 90\nEva Lind, kassör",
                "Anna Ek|ordförande|0224-77 01 90| ; Eva Lind|kassör||",
            ),
        ] {
            assert_eq!(asked(&format!("{PAGE}{text}\n")), expected, "{text}");
        }
    }

    #[test]
    fn who_signs_a_summons() {
        let text = "SALA BYALAG\n\nKALLELSE TILL ÅRSMÖTE\n\nDag: 14 april 2026\nTid: kl 18.00\n\n\
            Dagordning\n1. Mötet öppnas\n2. Val av ordförande\n3. Bokslut\n4. Mötet avslutas\n\n\
            Anna Ek\nordförande\n\nEva Lind\nsekreterare, 0224-77 01 90\n";
        assert_eq!(asked(text), "Anna Ek|ordförande|| ; Eva Lind|sekreterare|0224-77 01 90|");
        let roles = &read(text).events[0].roles;
        assert_eq!(roles.organisers[0].value, "SALA BYALAG");
    }
}
