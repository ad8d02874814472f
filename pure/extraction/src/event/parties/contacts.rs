//! Who to ask: under a label, or a name with a telephone number or address.

use crate::blocks::Role;
use crate::blocks::value_lines;
use crate::event::Page;
use crate::event::parties::block::block;
use crate::event::parties::greeting::is_greeting;
use crate::event::parties::greeting::signed;
use crate::event::parties::merge::add_contact;
use crate::event::parties::merge::complete;
use crate::event::parties::merge::fill;
use crate::event::parties::offices::body_before;
use crate::event::parties::offices::given_before;
use crate::event::parties::offices::office;
use crate::event::parties::offices::office_block;
use crate::event::parties::signature::inline_contact;
use crate::event::parties::signature::signature;
use crate::event::parties::signature::signs;
use crate::event::parties::told::told;
use crate::lines::Line;
use crate::model::Contact;
use crate::model::Found;
use crate::people;
use crate::reach::ReachKind;
use crate::sentences;
use crate::words::LabelKind;
use crate::words::has_any;

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
                    // "Övriga frågor: Bo Lund, 070-…" is another's.
                    && !(lines[k].text.contains(": ")
                        && !told(&lines[k], 0, lines[k].text.len()).is_empty())
                {
                    if !lines[k].reach.is_empty() {
                        complete(out, &lines[k]);
                        done[k] = true;
                    } else if people::is_somebody(&lines[k]) {
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
        if is_greeting(line) && (i + 1 < lines.len() || signed(&line.low).is_some())
            || page.agenda && signs(page, i)
        {
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
    if role.contains(' ')
        || !crate::words::is_title_word(role)
        || !people::is_name(name)
        || crate::words::looks_like_org(name)
    {
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
