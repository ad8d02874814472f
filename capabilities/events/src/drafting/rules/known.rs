//! Names in a draft that events here speak of already: proposed as they are written there, never
//! joined silently.

use crate::drafting::types::{Draft, Known, Proposal};
use crate::event::{self, Appearance};
use shared::Language;
use std::collections::BTreeSet;
use web::Fields;

/// More proposals than this nobody looks through.
const PROPOSALS_MAX: usize = 20;
/// Between the parts of a proposal as a form brings it; no line of a form holds one.
const BETWEEN: char = '\t';

/// Two spellings of one name: the same letters but for case, marks and spaces.
pub fn normal(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter_map(|c| match c {
            'å' | 'ä' | 'à' | 'á' => Some('a'),
            'ö' | 'ø' => Some('o'),
            'é' | 'è' | 'ë' => Some('e'),
            'ü' => Some('u'),
            c if c.is_alphanumeric() => Some(c),
            _ => None,
        })
        .collect()
}

fn holds_people(field: &str) -> bool {
    field == "moderators"
        || field.ends_with("_appearances")
        || field.contains("_talk_facilitators_")
}

fn holds_organisations(field: &str) -> bool {
    matches!(field, "organisers" | "co_organisers" | "co_funders")
}

/// How lines of the draft could be written, by what is known here. A line that is written so
/// already, or of which nothing is known, gives none.
pub fn proposals(language: Language, draft: &Draft, known: &[Known]) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = vec![];
    for value in &draft.values {
        let people = holds_people(&value.field);
        if !people && !holds_organisations(&value.field) {
            continue;
        }
        for line in value.text.lines() {
            let written = match people {
                true => known_person(language, line, known),
                false => known_organisation(line, known),
            };
            if let Some((instead, it)) = written
                && proposals.len() < PROPOSALS_MAX
            {
                proposals.push(Proposal {
                    field: value.field.clone(),
                    line: line.to_owned(),
                    instead,
                    name: it.name.clone(),
                    event: it.event.clone(),
                });
            }
        }
    }
    let mut seen = BTreeSet::new();
    proposals.retain(|it| seen.insert((it.field.clone(), it.line.clone())));
    proposals
}

fn known_person<'a>(
    language: Language,
    line: &str,
    known: &'a [Known],
) -> Option<(String, &'a Known)> {
    let [appearance] = &event::read_appearances(line)[..] else { return None };
    let [name] = &appearance.names[..] else { return None };
    let same = normal(name);
    let of = |it: &&Known| {
        normal(&it.name) == same && !(it.title.is_empty() && it.affiliation.is_empty())
    };
    // Written here in this way already: there is nothing to propose.
    let here =
        |it: &Known| it.title == appearance.title && it.affiliation == appearance.affiliation;
    if known.iter().filter(of).any(here) {
        return None;
    }
    let it = known.iter().find(of)?;
    let instead = Appearance {
        names: vec![it.name.clone()],
        title: it.title.clone(),
        affiliation: it.affiliation.clone(),
    };
    Some((event::write_appearances(language, &[instead]), it))
}

fn known_organisation<'a>(line: &str, known: &'a [Known]) -> Option<(String, &'a Known)> {
    let same = normal(line);
    let organisation = |it: &&Known| it.title.is_empty() && it.affiliation.is_empty();
    let mut found = known.iter().filter(organisation).filter(|it| normal(&it.name) == same);
    if found.clone().any(|it| it.name == line) {
        return None;
    }
    found.next().map(|it| (it.name.clone(), it))
}

/// A proposal as the value of its box in the form.
pub fn written(proposal: &Proposal) -> String {
    [proposal.field.as_str(), &proposal.line, &proposal.instead].join(&BETWEEN.to_string())
}

/// Writes the lines that were ticked as they are written here.
pub fn taken(mut fields: Fields) -> Fields {
    let ticked: Vec<String> = fields.all("known").map(str::to_owned).collect();
    for it in ticked {
        let mut parts = it.split(BETWEEN);
        let (Some(field), Some(line), Some(instead)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        if !holds_people(field) && !holds_organisations(field) {
            continue;
        }
        let text = fields.text(field);
        let lines: Vec<&str> =
            text.lines().map(|it| if it.trim() == line { instead } else { it }).collect();
        fields.set(field, lines.join("\n"));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::types::{Sure, Value};

    fn draft(field: &str, text: &str) -> Draft {
        let (field, text) = (field.to_owned(), text.to_owned());
        let value = Value { field, text, lines: vec![1], sure: Sure::Certain };
        Draft { values: vec![value], ..Draft::default() }
    }

    fn known() -> Vec<Known> {
        let of = |name: &str, title: &str, affiliation: &str| Known {
            name: name.to_owned(),
            title: title.to_owned(),
            affiliation: affiliation.to_owned(),
            event: "Frukost".to_owned(),
        };
        vec![of("Eva Åhs", "professor", "Högskolan"), of("Region Västermark", "", "")]
    }

    #[track_caller]
    fn check(field: &str, line: &str, instead: Option<&str>) {
        let proposals = proposals(Language::Swedish, &draft(field, line), &known());
        assert_eq!(proposals.first().map(|it| it.instead.as_str()), instead);
    }

    #[test]
    fn a_name_that_is_known_is_proposed_as_it_is_written_here() {
        check("item_1_appearances", "Eva Ahs, docent", Some("Eva Åhs, professor, Högskolan"));
        check("moderators", "Eva Åhs", Some("Eva Åhs, professor, Högskolan"));
        check("organisers", "Region Vastermark", Some("Region Västermark"));
    }

    #[test]
    fn what_is_written_so_already_or_is_somebody_else_is_left_alone() {
        check("item_1_appearances", "Eva Åhs, professor, Högskolan", None);
        check("item_1_appearances", "Eva Åhslund", None);
        check("organisers", "Region Västermark", None);
        check("title", "Eva Ahs", None);
    }

    #[test]
    fn only_the_ticked_line_is_written_anew() {
        let proposals =
            proposals(Language::Swedish, &draft("moderators", "Eva Ahs\nBo Alm"), &known());
        let mut fields = Fields::default();
        fields.set("moderators", "Eva Ahs\r\nBo Alm");
        assert_eq!(taken(fields.clone()).raw("moderators"), "Eva Ahs\r\nBo Alm");
        fields.set("known", written(&proposals[0]));
        assert_eq!(taken(fields).raw("moderators"), "Eva Åhs, professor, Högskolan\nBo Alm");
    }
}
