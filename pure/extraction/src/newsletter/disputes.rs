//! What speaks against itself in a letter: issue numbers, stops at two times, years that are nowhere.

use crate::contradictions::MOST;
use crate::contradictions::backwards;
use crate::contradictions::clock_said;
use crate::contradictions::day_said;
use crate::model::{
    Confidence, DatedThing, Day, Issue, Newsletter, Reading as Said, Says, Warning, WarningKind,
};
use std::collections::HashSet;

/// The same place on the same date with different times.
pub(crate) fn of_letter(letter: &Newsletter, issues: &[(Issue, u32)]) -> Vec<Warning> {
    let mut found = Vec::new();
    if let Some((first, line)) = issues.first()
        && let Some((other, at)) = issues.iter().find(|(i, _)| i != first)
    {
        found.push(Warning {
            kind: WarningKind::IssueMismatch,
            detail: format!("{}:{} and {}:{}", first.year, first.number, other.year, other.number),
            lines: vec![*line, *at],
            readings: vec![
                Said { says: Says::Issue(*first), line: *line },
                Said { says: Says::Issue(*other), line: *at },
            ],
        });
    }
    let refs: Vec<_> = letter.sections.iter().flat_map(|s| &s.refs).collect();
    for thing in &refs {
        if let (Some(start), Some(end)) = (&thing.start, &thing.end)
            && thing.end_date.is_none()
            && backwards(start.value, end.value)
            && found.len() < MOST
        {
            found.push(Warning {
                kind: WarningKind::EndBeforeStart,
                detail: format!("{}: {} to {}", thing.date.value, start.value, end.value),
                lines: vec![start.line],
                readings: vec![clock_said(start), clock_said(end)],
            });
        }
    }
    let mut by_day: std::collections::HashMap<Day, Vec<usize>> = std::collections::HashMap::new();
    let mut told: HashSet<(Day, String)> = HashSet::new();
    for (n, thing) in refs.iter().enumerate() {
        let (Some(place), Some(start)) = (&thing.place, &thing.start) else { continue };
        let same_day = by_day.entry(thing.date.value).or_default();
        // Bounded: nobody reads the hundredth thing of one day.
        for &other in same_day.iter().take(40) {
            let earlier = refs[other];
            let (Some(other_place), Some(other_start)) = (&earlier.place, &earlier.start) else {
                continue;
            };
            // Two things that go on in one house are no contradiction.
            let apart = |t: &&DatedThing| {
                t.title
                    .as_ref()
                    .filter(|t| t.confidence != Confidence::Doubtful)
                    .map(|t| String::from(crate::lines::fold(&t.value)))
            };
            if let (Some(one), Some(two)) = (apart(&earlier), apart(thing))
                && one != two
            {
                continue;
            }
            let differs = other_start.value != start.value
                || matches!((&earlier.end, &thing.end), (Some(a), Some(b)) if a.value != b.value);
            if let Some(shared) = shared_place(&place.value, &other_place.value)
                .or_else(|| two_houses_at_once(earlier, thing))
                && differs
                && told.insert((thing.date.value, shared.clone()))
                && found.len() < MOST
            {
                found.push(Warning {
                    kind: WarningKind::TimeConflict,
                    detail: format!(
                        "{shared} {}: {} and {}",
                        thing.date.value, other_start.value, start.value
                    ),
                    lines: vec![earlier.date.line, thing.date.line],
                    readings: [earlier, thing]
                        .into_iter()
                        .flat_map(|t| t.start.iter().chain(&t.end))
                        .map(clock_said)
                        .collect(),
                });
            }
        }
        same_day.push(n);
    }
    if refs.first().is_some_and(|r| {
        refs.iter().take(50).all(|r| r.date.value.year.is_none()) && r.date.value.year.is_none()
    }) {
        found.push(Warning {
            kind: WarningKind::YearMissing,
            detail: "no year is stated for the dates".to_owned(),
            lines: vec![refs[0].date.line],
            readings: vec![day_said(&refs[0].date)],
        });
    }
    found
}

/// "Vitsand, Lanthandeln 14–18" in the list and "Vitsand, affären 15–18" in the text: a bus stands
/// at one place of a village at a time.
fn two_houses_at_once(a: &DatedThing, b: &DatedThing) -> Option<String> {
    let village = |t: &DatedThing| {
        let (village, _) = t.place.as_ref()?.value.split_once(',')?;
        Some(village.trim().to_owned())
    };
    let overlap = a.start.as_ref()?.value < b.end.as_ref()?.value
        && b.start.as_ref()?.value < a.end.as_ref()?.value;
    let same = village(a).filter(|v| village(b).as_ref() == Some(v))?;
    (overlap && a.title.is_none() && b.title.is_none()).then_some(same)
}

/// The town, or else the whole place, that two places share.
fn shared_place(a: &str, b: &str) -> Option<String> {
    // "Vitsand" and "Vitsand, Lanthandeln"
    let village = |text: &str| text.split(',').next().unwrap_or_default().trim().to_owned();
    if a == b || village(a) == village(b) && (!a.contains(',') || !b.contains(',')) {
        return Some(village(a));
    }
    // "Kisa, Ica Supermarket" and "Ica Supermarket": a house that has a name of its own.
    let named = |part: &&str| {
        part.split(' ').filter(|w| w.starts_with(char::is_uppercase)).count() >= 2
            && !matches!(crate::lines::fold(part).as_str(), "folkets hus" | "stora torget")
    };
    let (p, q) = (a.split(", ").collect::<Vec<_>>(), b.split(", ").collect::<Vec<_>>());
    if (p.len() == 1 || q.len() == 1)
        && let Some(house) = p.iter().filter(|part| named(part)).find(|part| q.contains(part))
    {
        return Some((*house).to_owned());
    }
    let towns = |text: &str| -> Vec<String> {
        text.split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .filter(|w| crate::words::is_town(w))
            .map(str::to_owned)
            .collect()
    };
    let (x, y) = (towns(a), towns(b));
    if let Some(town) = x.iter().find(|t| y.contains(t)) {
        // Two houses of one town are two stops.
        let house = |text: &str| {
            text.split([',', ' '])
                .filter(|w| w.starts_with(char::is_uppercase) && w != town)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let (p, q) = (house(a), house(b));
        if p.is_empty() || q.is_empty() || p.iter().any(|w| q.contains(w)) {
            return Some(town.clone());
        }
        return None;
    }
    None
}
