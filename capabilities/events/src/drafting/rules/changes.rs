//! What a new text changes: the text that was accepted, the text that came, and the event as it is
//! now, side by side. Only what differs between the texts is proposed; what people here have
//! changed since is never taken without being asked for.

use crate::drafting::rules::filling;
use crate::drafting::rules::likeness::alike;
use crate::drafting::rules::remains::item_field;
use crate::drafting::types::{About, Change, Draft, Sure};
use shared::Language;
use std::collections::BTreeSet;
use web::Fields;

/// An event as it stands in the fields of its forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    pub event: Fields,
    pub items: Vec<Fields>,
}

/// Everything that the new text proposes. `last`: what was accepted last; without it, every value
/// of the text that differs from the event.
pub fn changes(language: Language, last: Option<&Draft>, new: &Draft, now: &Held) -> Vec<Change> {
    let said = |draft: &Draft| filling::fields(language, &sure(draft), Fields::default());
    let (before, after) = (last.map(said), said(new));
    let lines =
        |field: &str| filling::value(new, field).map(|it| it.lines.clone()).unwrap_or_default();
    let names: BTreeSet<String> = before
        .iter()
        .chain([&after])
        .flat_map(|it| it.pairs().map(|(name, _)| name.to_owned()))
        .filter(|it| item_field(it).is_none())
        .collect();
    let mut changes = vec![];
    for name in in_order(new, last, &names) {
        let change = compared(before.as_ref(), &after, &now.event, &name, &name);
        changes.extend(change.map(|it| Change {
            about: About::Field(name.clone()),
            lines: lines(&name),
            ..it
        }));
    }
    changes.extend(of_items(language, last, new, now));
    changes
}

/// In the order in which the texts have them.
fn in_order(new: &Draft, last: Option<&Draft>, names: &BTreeSet<String>) -> Vec<String> {
    let mut ordered: Vec<String> = vec![];
    for it in new.values.iter().chain(last.iter().flat_map(|it| &it.values)) {
        if names.contains(&it.field) && !ordered.contains(&it.field) {
            ordered.push(it.field.clone());
        }
    }
    ordered
}

/// The draft without what no text said.
fn sure(draft: &Draft) -> Draft {
    let values = draft.values.iter().filter(|it| it.sure != Sure::Proposed).cloned().collect();
    Draft { values, ..draft.clone() }
}

/// One field in all three; `None` where there is nothing to take.
fn compared(
    before: Option<&Fields>,
    after: &Fields,
    now: &Fields,
    name: &str,
    now_name: &str,
) -> Option<Change> {
    let (new, here) = (after.text(name), now.text(now_name));
    let old = before.map(|it| it.text(name));
    let changed = match &old {
        Some(old) => *old != new,
        // Without an earlier text, what this one leaves out is no change.
        None => !new.is_empty(),
    };
    if !changed || new == here {
        return None;
    }
    let undisputed = match &old {
        Some(old) => *old == here,
        None => here.is_empty(),
    };
    let about = About::Field(name.to_owned());
    Some(Change { about, before: old, after: new, now: here, lines: vec![], undisputed })
}

/// An item as far as it is told from others.
struct Face {
    title: String,
    starts: String,
    day: String,
}

fn face(fields: &Fields) -> Face {
    let title = match fields.raw("title") {
        "" => fields.raw("title_en"),
        it => it,
    };
    Face {
        title: title.to_owned(),
        starts: fields.raw("starts").to_owned(),
        day: fields.raw("day").to_owned(),
    }
}

/// How much two items look like one; 0: not at all.
fn likeness(a: &Face, b: &Face) -> u32 {
    let day = a.day.is_empty() || b.day.is_empty() || a.day == b.day;
    let time = !a.starts.is_empty() && a.starts == b.starts;
    let same = a.title.to_lowercase() == b.title.to_lowercase();
    match (same, alike(&a.title, &b.title), time && day) {
        (true, _, _) if day => 5 + u32::from(time),
        (true, _, _) => 3,
        (_, true, true) => 4,
        (_, true, false) if day => 2,
        (_, _, true) => 1,
        _ => 0,
    }
}

/// Of each in `a` the one in `b` that it is, the most alike first.
fn aligned(a: &[Face], b: &[Face]) -> Vec<Option<usize>> {
    let mut pairs: Vec<(u32, usize, usize)> = vec![];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let score = likeness(x, y);
            if score > 0 {
                pairs.push((score, i, j));
            }
        }
    }
    // Of those as much alike, the ones that stand at the same place.
    pairs.sort_by_key(|(score, i, j)| (std::cmp::Reverse(*score), i.abs_diff(*j), *i));
    let mut found = vec![None; a.len()];
    let mut taken = vec![false; b.len()];
    for (_, i, j) in pairs {
        if found[i].is_none() && !taken[j] {
            found[i] = Some(j);
            taken[j] = true;
        }
    }
    found
}

/// The items of a draft, each in the fields of its own form.
fn items(language: Language, draft: &Draft) -> Vec<Fields> {
    let fields = filling::fields(language, &sure(draft), Fields::default());
    (1..=filling::items(draft)).map(|it| filling::item(&fields, it).unwrap_or_default()).collect()
}

fn of_items(language: Language, last: Option<&Draft>, new: &Draft, now: &Held) -> Vec<Change> {
    let old = last.map(|it| items(language, it));
    let coming = items(language, new);
    let faces = |them: &[Fields]| them.iter().map(face).collect::<Vec<_>>();
    let (coming_faces, here_faces) = (faces(&coming), faces(&now.items));
    let old_faces = old.as_deref().map(faces);
    let to_here = aligned(&coming_faces, &here_faces);
    let old_to_coming = old_faces.as_ref().map(|it| aligned(it, &coming_faces));
    let old_to_here = old_faces.as_ref().map(|it| aligned(it, &here_faces));
    let mut changes = vec![];
    for (nth, item) in coming.iter().enumerate() {
        let before_at =
            old_to_coming.as_ref().and_then(|it| it.iter().position(|to| *to == Some(nth)));
        let through_old = before_at.and_then(|at| old_to_here.as_ref().and_then(|it| it[at]));
        let lines = |name: &str| {
            let field = format!("item_{}_{name}", nth + 1);
            filling::value(new, &field).map(|it| it.lines.clone()).unwrap_or_default()
        };
        let Some(at) = through_old.or(to_here[nth]) else {
            // What the last text had and the event lacks was taken away here on purpose.
            if before_at.is_none() {
                let title = coming_faces[nth].title.clone();
                let title_lines = [lines("title"), lines("title_en")].concat();
                changes.push(Change {
                    about: About::NewItem(nth + 1),
                    before: None,
                    after: spoken(&coming_faces[nth].starts, &title),
                    now: String::new(),
                    lines: title_lines,
                    undisputed: true,
                });
            }
            continue;
        };
        let before = before_at.and_then(|at| old.as_ref().map(|it| &it[at]));
        // Items that only the event and the new text have: as if there had been no last text.
        let mut names: Vec<&str> = vec![];
        for (name, _) in item.pairs().chain(before.iter().flat_map(|it| it.pairs())) {
            if !names.contains(&name)
                && !matches!(name, "kind" | "choosing")
                && !name.starts_with("talk_number_")
            {
                names.push(name);
            }
        }
        for name in names {
            let change = compared(before, item, &now.items[at], name, name);
            changes.extend(change.map(|it| Change {
                about: About::ItemField {
                    item: at,
                    field: name.to_owned(),
                    title: here_faces[at].title.clone(),
                },
                lines: lines(name),
                ..it
            }));
        }
    }
    if let (Some(old_to_coming), Some(old_to_here)) = (old_to_coming, old_to_here) {
        for (gone, here) in old_to_coming.iter().zip(&old_to_here) {
            if let (None, Some(at)) = (gone, here)
                && !to_here.contains(&Some(*at))
            {
                changes.push(Change {
                    about: About::GoneItem(*at),
                    before: None,
                    after: String::new(),
                    now: spoken(&here_faces[*at].starts, &here_faces[*at].title),
                    lines: vec![],
                    undisputed: true,
                });
            }
        }
    }
    changes
}

/// "16.45 Gruppsamtal".
fn spoken(starts: &str, title: &str) -> String {
    if starts.is_empty() { title.to_owned() } else { format!("{starts} {title}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::types::Value;

    fn draft(values: &[(&str, &str)]) -> Draft {
        let value = |(field, text): &(&str, &str)| Value {
            field: (*field).to_owned(),
            text: (*text).to_owned(),
            lines: vec![1],
            sure: Sure::Certain,
        };
        Draft { values: values.iter().map(value).collect(), ..Draft::default() }
    }

    fn held(event: &[(&str, &str)], items: &[&[(&str, &str)]]) -> Held {
        let fields = |pairs: &[(&str, &str)]| {
            Fields::from_pairs(pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())))
        };
        Held { event: fields(event), items: items.iter().map(|it| fields(it)).collect() }
    }

    fn said(changes: &[Change]) -> Vec<(String, &str, bool)> {
        changes
            .iter()
            .map(|it| {
                let about = match &it.about {
                    About::Field(name) => name.clone(),
                    About::ItemField { item, field, .. } => format!("{item}.{field}"),
                    About::NewItem(nth) => format!("+{nth}"),
                    About::GoneItem(at) => format!("-{at}"),
                };
                (about, it.after.as_str(), it.undisputed)
            })
            .collect()
    }

    const BEFORE: [(&str, &str); 3] =
        [("title", "Mat"), ("from_1", "16:00"), ("deadline", "2027-05-21")];

    #[test]
    fn the_same_text_again_changes_nothing() {
        let text = draft(&BEFORE);
        // Whatever people here have changed since.
        let now = held(&[("title", "Mat i byn"), ("from_1", "15.00")], &[]);
        assert_eq!(changes(Language::Swedish, Some(&text), &text, &now), []);
    }

    #[test]
    fn exactly_what_differs_between_the_texts_is_proposed() {
        let new = draft(&[("title", "Mat"), ("from_1", "16:30"), ("deadline", "2027-05-20")]);
        let now =
            held(&[("title", "Mat i byn"), ("from_1", "16.00"), ("deadline", "19 maj 2027")], &[]);
        let changes = changes(Language::Swedish, Some(&draft(&BEFORE)), &new, &now);
        // The deadline was changed here too: it is shown, and not taken by itself.
        assert_eq!(
            said(&changes),
            [("from_1".into(), "16.30", true), ("deadline".into(), "20 maj 2027", false)]
        );
        assert_eq!(changes[1].now, "19 maj 2027");
    }

    #[test]
    fn what_the_event_says_already_is_no_change() {
        let new = draft(&[("title", "Mat"), ("from_1", "16:30"), ("deadline", "2027-05-21")]);
        let now = held(&[("title", "Mat"), ("from_1", "16.30")], &[]);
        assert_eq!(changes(Language::Swedish, Some(&draft(&BEFORE)), &new, &now), []);
    }

    #[test]
    fn without_a_last_text_what_the_event_lacks_is_proposed() {
        let now = held(&[("title", "Maten"), ("from_1", "16.00")], &[]);
        let changes = changes(Language::Swedish, None, &draft(&BEFORE), &now);
        assert_eq!(
            said(&changes),
            [("title".into(), "Mat", false), ("deadline".into(), "21 maj 2027", true)]
        );
    }

    #[test]
    fn items_are_the_same_by_title_or_by_time_and_come_and_go() {
        let last = draft(&[
            ("item_1_title", "Kaffe"),
            ("item_1_starts", "15:30"),
            ("item_2_title", "Föredrag om vatten"),
            ("item_2_starts", "16:00"),
            ("item_3_title", "Avslutning"),
        ]);
        let new = draft(&[
            ("item_1_title", "Kaffe"),
            ("item_1_starts", "15:45"),
            ("item_2_title", "Föredrag om vatten"),
            ("item_2_starts", "16:00"),
            ("item_2_appearances", "Eva Ek"),
            ("item_3_title", "Gruppsamtal"),
            ("item_3_starts", "17:00"),
        ]);
        let now = held(
            &[],
            &[
                &[("title", "Kaffe"), ("starts", "15.30")],
                &[("title", "Föredrag om vatten"), ("starts", "16.00")],
                &[("title", "Avslutning"), ("starts", "")],
            ],
        );
        let changes = changes(Language::Swedish, Some(&last), &new, &now);
        assert_eq!(
            said(&changes),
            [
                ("0.starts".into(), "15.45", true),
                ("1.appearances".into(), "Eva Ek", true),
                ("+3".into(), "17.00 Gruppsamtal", true),
                ("-2".into(), "", true),
            ]
        );
    }

    #[test]
    fn an_item_that_was_taken_away_here_does_not_come_back() {
        let text = draft(&[("item_1_title", "Kaffe"), ("item_2_title", "Lunch")]);
        let now = held(&[], &[&[("title", "Lunch")]]);
        assert_eq!(changes(Language::Swedish, Some(&text), &text, &now), []);
    }
}
