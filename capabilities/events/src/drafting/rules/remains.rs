//! What the text says beside its facts: sentences that no field took become the text of the event,
//! of an item or of a group talk, by where they stand. Nothing is written that is not in the text.

use crate::desk;
use crate::drafting::rules::event::read_day;
use crate::drafting::rules::gathering::Gathering;
use crate::drafting::rules::items;
use crate::drafting::types::{Draft, Sure, Value};
use shared::Language;
use std::collections::{BTreeMap, BTreeSet};

/// A sentence on its own says something in so many words that no field took.
const SENTENCE_WORDS_MIN: usize = 6;
/// Inside the programme fewer are enough: there is little furniture there.
const ITEM_WORDS_MIN: usize = 4;
/// A row of a list, or a time that no field has, needs the least.
const ROW_WORDS_MIN: usize = 3;
/// A heading is not longer.
const HEADING_WORDS_MAX: usize = 9;

/// Where sentences belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Event,
    /// From 1.
    Item(usize),
    /// Item and row, from 1.
    Talk(usize, usize),
}

/// Adds the texts to the draft.
pub fn gather(to: &mut Gathering<'_>) {
    let Some(title) = line_of(&to.draft.values, &["title", "title_en"]) else { return };
    let words: Vec<Words> = to.draft.values.iter().map(|it| words(&it.text).collect()).collect();
    let taken = taken(&to.draft.values);
    let owners = owners(&to.draft.values, u32::try_from(to.lines.len()).unwrap_or(u32::MAX));
    let last = last_said(&to.draft.values).unwrap_or(title);
    let mut written: BTreeMap<Owner, (Vec<String>, Vec<u32>)> = BTreeMap::new();
    let times: BTreeSet<String> = to.draft.values.iter().map(|it| it.text.clone()).collect();
    let people = people(&to.draft.values, &words);
    let known = known(&to.draft.values, &words);
    let terms = terms(&to.draft);
    for (number, line) in (1..).zip(to.lines.iter()) {
        let owner = owners.get(&number).copied().unwrap_or(Owner::Event);
        if number < title || (owner == Owner::Event && number > last) {
            continue;
        }
        let own = taken.get(&number).map_or(&[][..], |it| it.as_slice());
        let around = match owner {
            Owner::Event => None,
            Owner::Item(nth) | Owner::Talk(nth, _) => people.get(&nth),
        };
        let read: Vec<&Words> = own.iter().map(|at| &words[*at]).chain(around).collect();
        let is_of_terms = |at: &usize| {
            let field = to.draft.values[*at].field.as_str();
            field.starts_with("deadline") || field.starts_with("dispatch") || field == "opens"
        };
        let said = Said {
            line,
            read: &read,
            alone: own.is_empty(),
            of_terms: own.iter().any(is_of_terms),
            times: &times,
            terms: &terms,
        };
        let Some(text) = remaining(&said, owner) else { continue };
        let (texts, lines) = written.entry(owner).or_default();
        if owner == Owner::Event
            && let Some(heading) = heading_before(to, number, &taken, &known)
        {
            // A heading that is a whole question was taken for a sentence.
            if texts.last().is_some_and(|it| it.trim_end_matches(':') == heading) {
                texts.pop();
            }
            texts.push(format!("**{heading}**"));
        }
        texts.push(text);
        lines.push(number);
    }
    for (owner, (texts, lines)) in written {
        let field = match owner {
            Owner::Event => to.in_language("text"),
            Owner::Item(nth) => to.in_language(&items::field(nth, "text")),
            Owner::Talk(nth, row) => {
                let name = if to.draft.english { "talk_text_en" } else { "talk_text" };
                items::field(nth, &format!("{name}_{row}"))
            }
        };
        to.put(field, joined(&texts), &lines, Sure::Likely);
    }
}

/// Paragraphs apart, the rows of a list together.
fn joined(texts: &[String]) -> String {
    let mut text = String::new();
    for (at, it) in texts.iter().enumerate() {
        if at > 0 {
            let listed = |it: &str| it.starts_with("- ");
            text += if listed(it) && listed(&texts[at - 1]) { "\n" } else { "\n\n" };
        }
        text += it;
    }
    text
}

fn line_of(values: &[Value], fields: &[&str]) -> Option<u32> {
    let value = values.iter().find(|it| fields.contains(&it.field.as_str()))?;
    value.lines.first().copied()
}

/// The last line of the page's own: after contacts and the like comes what every page has.
fn last_said(values: &[Value]) -> Option<u32> {
    let contacts = values.iter().filter(|it| it.field.starts_with("contact_"));
    let first_contact = contacts.flat_map(|it| &it.lines).min().copied();
    let whole = values.iter().flat_map(|it| &it.lines).max().copied();
    let others = values.iter().filter(|it| !it.field.starts_with("contact_"));
    let last_other = others.flat_map(|it| &it.lines).max().copied();
    match (first_contact, last_other) {
        // Contacts in the middle of a page end nothing. A series is often told of last.
        (Some(contact), Some(other)) if other < contact => Some(contact),
        (None, _) => whole.map(|_| u32::MAX),
        _ => whole,
    }
}

/// The days by which something must be done, as texts write them: "21 maj", "21 may".
fn terms(draft: &Draft) -> Vec<String> {
    let language = if draft.english { Language::English } else { Language::Swedish };
    draft
        .values
        .iter()
        .filter(|it| matches!(it.field.as_str(), "deadline" | "opens" | "dispatch_on"))
        .filter_map(|it| read_day(&it.text))
        .filter_map(|day| {
            let typed = desk::typed_day(language, day).to_lowercase();
            typed.rsplit_once(' ').map(|(day, _)| day.to_owned())
        })
        .collect()
}

/// The words of who takes part in each item and in its talks.
fn people(values: &[Value], words: &[Words]) -> BTreeMap<usize, Words> {
    let mut people: BTreeMap<usize, Words> = BTreeMap::new();
    for (value, words) in values.iter().zip(words) {
        if let Some((nth, name)) = item_field(&value.field)
            && (name == "appearances" || name.starts_with("talk_facilitators"))
        {
            people.entry(nth).or_default().extend(words.iter().cloned());
        }
    }
    people
}

/// The words of every field, but for the themes.
fn known(values: &[Value], words: &[Words]) -> Words {
    let others = values.iter().zip(words).filter(|(it, _)| !it.field.starts_with("themes"));
    others.flat_map(|(_, words)| words.iter().cloned()).collect()
}

/// Which values were read from each line.
fn taken(values: &[Value]) -> BTreeMap<u32, Vec<usize>> {
    let mut taken: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, value) in values.iter().enumerate() {
        for line in &value.lines {
            taken.entry(*line).or_default().push(at);
        }
    }
    taken
}

/// Which item or talk each line inside the programme belongs to.
fn owners(values: &[Value], lines: u32) -> BTreeMap<u32, Owner> {
    let mut starts: BTreeMap<u32, Owner> = BTreeMap::new();
    for value in values {
        let Some((item, name)) = item_field(&value.field) else { continue };
        let Some(&line) = value.lines.first() else { continue };
        match name {
            "title" | "title_en" => {
                starts.entry(line).or_insert(Owner::Item(item));
            }
            _ => {
                let row =
                    ["talk_title_en_", "talk_title_"].iter().find_map(|it| name.strip_prefix(it));
                if let Some(row) = row.and_then(|it| it.parse().ok()) {
                    starts.insert(line, Owner::Talk(item, row));
                }
            }
        }
    }
    let Some(&last_start) = starts.keys().next_back() else { return BTreeMap::new() };
    let own = |it: &&Value| item_field(&it.field).is_some();
    let of_items: BTreeSet<u32> =
        values.iter().filter(own).flat_map(|it| it.lines.iter().copied()).collect();
    let of_event: BTreeSet<u32> = values
        .iter()
        .filter(|it| !own(it))
        .flat_map(|it| it.lines.iter().copied())
        .filter(|it| !of_items.contains(it))
        .collect();
    // The programme ends where the page goes on to something else.
    let last_own = of_items.iter().next_back().copied().unwrap_or(last_start);
    let end = of_event.range(last_own..).next().copied().unwrap_or_else(|| {
        // Without such a place only what follows at once is sure to belong to the last item.
        last_own.saturating_add(2).min(lines)
    });
    let mut owners = BTreeMap::new();
    let mut owner = None;
    for line in *starts.keys().next().unwrap_or(&last_start)..end {
        owner = starts.get(&line).copied().or(owner);
        // A fact of the whole event between two items (who moderates, a day's heading) is told
        // by its own line alone.
        if let Some(owner) = owner {
            owners.insert(line, owner);
        }
    }
    owners
}

/// The item and the name within it, of a field of an item.
pub fn item_field(field: &str) -> Option<(usize, &str)> {
    let (number, name) = field.strip_prefix("item_")?.split_once('_')?;
    Some((number.parse().ok()?, name))
}

/// A line, and what is known of it.
struct Said<'a> {
    line: &'a str,
    /// The words of everything that was read from it, or is said of people around it.
    read: &'a [&'a Words],
    /// Nothing was read from the line itself.
    alone: bool,
    /// A day by which something must be done was read from it.
    of_terms: bool,
    /// Every text of the draft, the times among them.
    times: &'a BTreeSet<String>,
    /// The days that have a field and may be changed there: "21 maj".
    terms: &'a [String],
}

/// What a line says that no field took; `None`: nothing, or too little to be a sentence.
fn remaining(said: &Said<'_>, owner: Owner) -> Option<String> {
    let trimmed = said.line.trim();
    let row = ["•", "·", "–", "-", "*", "o "].iter().find_map(|it| trimmed.strip_prefix(it));
    let body = row.unwrap_or(trimmed).trim();
    let inside = owner != Owner::Event;
    // The rest of an item's own line is no list.
    let listed = row.is_some() && (said.alone || !inside);
    let sentences = sentences(body);
    let says: Vec<bool> =
        sentences.iter().map(|it| says_something(it, said, inside, listed)).collect();
    if !says.contains(&true) {
        return None;
    }
    // Beside a sentence that stays, a short one stays too, if it is about nothing that was read.
    let kept: Vec<&str> = sentences
        .iter()
        .zip(&says)
        .filter(|(it, says)| **says || is_apart(it, said))
        .map(|(it, _)| *it)
        .collect();
    let text = escaped(&kept.join(" "));
    Some(if listed { format!("- {text}") } else { text })
}

/// About nothing that was read from the line.
fn is_apart(sentence: &str, said: &Said<'_>) -> bool {
    !is_of_terms(sentence, said) && free_words(sentence, said.read) == free_words(sentence, &[])
}

/// A day by which something must be done has its field, and would be wrong once that is changed.
fn is_of_terms(sentence: &str, said: &Said<'_>) -> bool {
    let low = sentence.to_lowercase();
    let again = said.terms.iter().any(|it| low.contains(it.as_str()));
    again || (said.of_terms && sentence.chars().any(|c| c.is_ascii_digit()))
}

fn says_something(sentence: &str, said: &Said<'_>, inside: bool, listed: bool) -> bool {
    // A listed line, or one inside the programme, needs no full stop.
    let whole = inside || listed || sentence.ends_with(['.', '!', '?', '…', ':', '”', '"']);
    let new_time = times_in(sentence).any(|it| !said.times.contains(&it));
    let least = match (inside, listed || new_time) {
        (_, true) => ROW_WORDS_MIN,
        (true, false) => ITEM_WORDS_MIN,
        (false, false) => SENTENCE_WORDS_MIN,
    };
    whole && !is_of_terms(sentence, said) && free_words(sentence, said.read) >= least
}

/// The times of day in a sentence, as values hold them.
fn times_in(sentence: &str) -> impl Iterator<Item = String> {
    sentence.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ':')).filter_map(|it| {
        let (hour, minute) = it.trim_end_matches('.').split_once(['.', ':'])?;
        let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
    })
}

/// What would be a heading, a list or a quotation in Markdown is meant as it stands.
fn escaped(text: &str) -> String {
    match text.chars().next() {
        Some('#' | '>' | '+') => format!("\\{text}"),
        _ => text.to_owned(),
    }
}

/// The short line just above a paragraph, if nothing but a theme was read from it.
fn heading_before(
    to: &Gathering<'_>,
    number: u32,
    taken: &BTreeMap<u32, Vec<usize>>,
    known: &Words,
) -> Option<String> {
    let lines = to.lines;
    let above =
        (number.saturating_sub(2)..number).rev().find(|it| !text_at(lines, *it).is_empty())?;
    let text = text_at(lines, above);
    let count = text.split_whitespace().count();
    let is_theme = |at: &usize| to.draft.values[*at].field.starts_with("themes");
    let heading = (1..=HEADING_WORDS_MAX).contains(&count)
        && !text.ends_with(['.', '!', ',', ';', '…', '-', '–'])
        && !text.contains(['[', '*', '_', '•'])
        && taken.get(&above).is_none_or(|values| values.iter().all(is_theme))
        && (above == 1 || text_at(lines, above - 1).is_empty())
        // The words of a field again, such as the place under the title, head nothing.
        && free_words(text, &[known]) > 0;
    heading.then(|| text.trim_end_matches(':').to_owned())
}

fn text_at<'a>(lines: &[&'a str], number: u32) -> &'a str {
    let at = usize::try_from(number).unwrap_or(usize::MAX).wrapping_sub(1);
    lines.get(at).copied().unwrap_or_default().trim()
}

/// Sentences end at their mark when a capital follows: "fil. dr" and "kl. 9" go on.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = vec![];
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let end = at + c.len_utf8();
        let rest = &text[end..];
        let next = rest.trim_start();
        let word = text[from..at].rsplit(' ').next().unwrap_or_default();
        // "kl. 9", "ca. 20", "nr. 3" go on.
        let number = next.starts_with(|c: char| c.is_ascii_digit()) && word.chars().count() > 3;
        let begins = number || next.starts_with(|c: char| c.is_uppercase() || c == '”' || c == '"');
        if rest.len() > next.len() && begins {
            found.push(text[from..end].trim());
            from = end;
        }
    }
    found.push(text[from..].trim());
    found.retain(|it| !it.is_empty());
    found
}

type Words = BTreeSet<String>;

/// The words of a text, small; figures alone are none.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|it| it.chars().any(char::is_alphabetic))
        .map(str::to_lowercase)
}

/// How many words of a sentence are in nothing that was read, and are no part of a date.
fn free_words(sentence: &str, read: &[&Words]) -> usize {
    let is_free = |it: &String| !is_of_dates(it) && !read.iter().any(|known| known.contains(it));
    words(sentence).filter(is_free).count()
}

fn is_of_dates(word: &str) -> bool {
    locale::is_month(word) || ["aug", "sept", "kl", "klockan"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, values: &[(&str, &str)], owner: Owner, expected: Option<&str>) {
        let times = BTreeSet::from(["13:00".to_owned()]);
        let terms = ["20 maj".to_owned()];
        let read: Vec<Words> = values.iter().map(|(_, text)| words(text).collect()).collect();
        let said = Said {
            line,
            read: &read.iter().collect::<Vec<_>>(),
            alone: values.is_empty(),
            of_terms: values.iter().any(|(field, _)| *field == "deadline"),
            times: &times,
            terms: &terms,
        };
        assert_eq!(remaining(&said, owner).as_deref(), expected);
    }

    #[test]
    fn a_sentence_that_no_field_took_stays_and_furniture_goes() {
        let says = "Vi samlas för att tala om hur bygden kan växa.";
        check(says, &[], Owner::Event, Some(says));
        check("Region Västermark Sök Meny", &[], Owner::Event, None);
        check("Glada människor runt ett bord i lokalen", &[], Owner::Event, None);
    }

    #[test]
    fn a_fact_that_has_its_field_is_not_said_twice() {
        let deadline = [("deadline", "2027-05-21")];
        check("Anmäl dig senast 21 maj.", &deadline, Owner::Event, None);
        check("Du anmäler dig allra senast den 20 maj.", &[], Owner::Event, None);
        check(
            "Du anmäler dig senast den 21 maj. Din anmälan behövs för att vi ska kunna dela in er.",
            &deadline,
            Owner::Event,
            Some("Din anmälan behövs för att vi ska kunna dela in er."),
        );
    }

    #[test]
    fn a_short_sentence_stays_beside_one_that_stays() {
        let both = "Vad ska göras nu? Spåret handlar om vad det betyder i praktiken.";
        check(both, &[], Owner::Talk(1, 1), Some(both));
        check("Varmt välkommen!", &[], Owner::Event, None);
    }

    #[test]
    fn a_time_that_no_field_has_is_told() {
        let lunch = "På fredag serveras lunch kl. 12.30.";
        check(lunch, &[], Owner::Event, Some(lunch));
        check("På fredag börjar vi kl. 13.00.", &[], Owner::Event, None);
    }

    #[test]
    fn a_line_of_people_stays_in_an_item_if_it_says_more() {
        let people = [("item_1_appearances", "Eva Ek, professor, Högskolan i Berget")];
        check("Eva Ek, professor vid Högskolan i Berget", &people, Owner::Item(1), None);
        let more = "Eva Ek, professor vid Högskolan i Berget, berättar om prov på ängen.";
        check(more, &people, Owner::Item(1), Some(more));
    }

    #[test]
    fn rows_of_a_list_stay_rows() {
        let row = "• ett digitalt förmöte i oktober och";
        check(row, &[], Owner::Event, Some("- ett digitalt förmöte i oktober och"));
        assert_eq!(joined(&["A.".into(), "- b".into(), "- c".into()]), "A.\n\n- b\n- c");
    }

    #[test]
    fn sentences_end_where_a_capital_follows() {
        assert_eq!(sentences("Bo, fil. dr i vatten. Kom!"), ["Bo, fil. dr i vatten.", "Kom!"]);
        assert_eq!(sentences("Kl. 9 börjar vi"), ["Kl. 9 börjar vi"]);
    }
}
