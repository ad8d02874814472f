//! People as the lines that an organiser types: "Name, title, organisation".

use crate::drafting::rules::gathering::{Gathering, one_line, sure};
use crate::drafting::types::Sure;
use crate::event::{self, Appearance};
use extraction::{Event, Found, Person};
use shared::Language;

/// More words after a name are a sentence that goes on.
const ABOUT_WORDS_MAX: usize = 7;

/// The people as lines, with where they stand and how sure the least sure of them is. Those who
/// stand beside each other with the same title and organisation share a line.
pub fn lines(english: bool, people: &[Person]) -> (String, Vec<u32>, Sure) {
    let mut appearances: Vec<Appearance> = vec![];
    let mut found: Vec<u32> = vec![];
    let mut least = Sure::Certain;
    for person in people {
        let of = |it: &Option<Found<String>>| {
            it.as_ref().map(|it| without_commas(&it.value)).unwrap_or_default()
        };
        let (title, affiliation) = (of(&person.title), of(&person.affiliation));
        let name = without_commas(&person.name.value);
        let said = [Some(&person.name), person.title.as_ref(), person.affiliation.as_ref()];
        for it in said.into_iter().flatten() {
            found.push(it.line);
            least = least.min(sure(it.confidence));
        }
        match appearances.last_mut() {
            Some(last)
                if last.title == title && last.affiliation == affiliation && !title.is_empty() =>
            {
                last.names.push(name);
            }
            _ => appearances.push(Appearance { names: vec![name], title, affiliation }),
        }
    }
    (event::write_appearances(language(english), &appearances), found, least)
}

fn language(english: bool) -> Language {
    if english { Language::English } else { Language::Swedish }
}

/// A comma parts name, title and organisation in the form; inside one of them it is a semicolon.
fn without_commas(text: &str) -> String {
    one_line(text).replace(',', ";")
}

/// Moderators are found by name alone. What else is known of them stands with them in the
/// programme, or after their name.
pub fn moderators(to: &mut Gathering<'_>, event: &Event) {
    let in_programme = || {
        event.programme.iter().flat_map(|it| &it.speakers).filter(|it| {
            let title = it.title.as_ref().map(|it| it.value.to_lowercase()).unwrap_or_default();
            // "Mia Ek, moderator" says nothing more.
            it.affiliation.is_some() || !(title.is_empty() || title.contains("moderator"))
        })
    };
    let mut least = Sure::Certain;
    let mut found = vec![];
    let mut written = vec![];
    for moderator in &event.roles.moderators {
        let name = without_commas(&moderator.value);
        least = least.min(sure(moderator.confidence));
        found.push(moderator.line);
        let same = |it: &&Person| it.name.value == moderator.value;
        if let Some(person) = in_programme().find(same) {
            let (line, _, _) = lines(to.draft.english, std::slice::from_ref(person));
            written.push(line);
            continue;
        }
        let about = to.line(moderator.line).and_then(|line| said_after(line, &moderator.value));
        match about {
            None => written.push(name),
            Some(about) => {
                // Whether it is a title or an organisation is for a person to see.
                least = least.min(Sure::Doubtful);
                written.push(match is_title(&about) {
                    true => format!("{name}, {}", about.replacen(" i ", ", ", 1)),
                    false => format!("{name}, , {about}"),
                });
            }
        }
    }
    to.put("moderators", written.join("\n"), &found, least);
}

/// What stands between a name and the end of its sentence.
fn said_after(line: &str, name: &str) -> Option<String> {
    let (_, rest) = line.split_once(name)?;
    let rest = rest.strip_prefix(", ")?;
    let end = rest.find(['.', ';', '!', '?', ':']).unwrap_or(rest.len());
    let about = one_line(rest[..end].split(" hälsar").next().unwrap_or_default());
    let words = about.split(' ').count();
    (!about.is_empty() && words <= ABOUT_WORDS_MAX).then_some(about)
}

/// Titles are written small, organisations large.
fn is_title(about: &str) -> bool {
    about.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_after_a_name() {
        let of = |line: &str| said_after(line, "Eva Ek");
        assert_eq!(
            of("Samtalet leds av Eva Ek, Bygdens vänner.").as_deref(),
            Some("Bygdens vänner")
        );
        assert_eq!(
            of("Eva Ek, ordförande för Byn hälsar välkommen.").as_deref(),
            Some("ordförande för Byn")
        );
        assert_eq!(of("Eva Ek leder"), None);
        assert_eq!(of("Eva Ek, som länge har arbetat med frågor om lokaler och mat i byn"), None);
    }
}
