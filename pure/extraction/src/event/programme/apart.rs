//! Group talks told outside the hours of a programme, and several of them told on one line.

use crate::blocks::Role;
use crate::event::programme::Reader;
use crate::event::programme::choices::{choice_marker, follows, is_first};
use crate::event::programme::persons::person_line;
use crate::event::programme::titles::tidy_title;
use crate::lines::fold;
use crate::model::{Found, ItemKind};
use crate::words::{LabelKind, find, has_any, kind_of_title};

/// The marker of a choice, the line that tells of it, and where in that line.
struct Marked {
    marker: String,
    line: usize,
    from: usize,
}

/// So many lines may stand between two choices.
const APART: usize = 6;

/// So many choices are read under one heading.
const MOST: usize = 40;

impl Reader<'_> {
    /// "Gruppsamtal" or "Välj samtal när du anmäler dig:" outside a programme, and under it "1. …", "2. …".
    /// The next line to read.
    pub(super) fn groups_apart(&mut self, i: usize) -> Option<usize> {
        let line = &self.lines[i];
        // Within a programme the open item may be the one that they are of.
        let open = self.out.items.last().filter(|_| self.last_item_line.is_some());
        let theirs = open.is_some_and(|d| d.item.kind.value == ItemKind::GroupTalks);
        if self.inside && (theirs || line.gap == 0 && open.is_some()) || line.words() > 16 {
            return None;
        }
        // An introduction may stand between the heading and the first choice.
        let first = (i + 1..self.lines.len().min(i + 4))
            .take_while(|&k| k == i + 1 || self.blocks[k - 1].role == Role::Prose)
            .find(|&k| self.marker(k).is_some_and(|told| is_first(&told.marker)))?;
        if !self.heads_groups(i) && !(self.awaited() && self.is_heading(i)) {
            return None;
        }
        let mut at = vec![first];
        let mut last = self.marker(first)?.marker;
        let mut k = first + 1;
        while k < self.lines.len() && k - at[at.len() - 1] <= APART && at.len() < MOST {
            if let Some(told) = self.marker(k).filter(|told| follows(&last, &told.marker)) {
                last = told.marker;
                at.push(k);
            } else if self.lines[k].gap > 0 && self.blocks[k].role != Role::Prose
                || matches!(self.blocks[k].role, Role::Timed | Role::Day)
                || !self.lines[k].reach.is_empty()
            {
                break;
            }
            k += 1;
        }
        if at.len() < 2 {
            return None;
        }
        let mut draft = self.titled(Some(tidy_title(called(&line.text))), line.number);
        draft.item.kind = Found::certain(ItemKind::GroupTalks, line.number);
        self.out.items.push(draft);
        self.out.taken[i] = true;
        self.last_item_line = Some(i);
        let inside = std::mem::replace(&mut self.inside, true);
        let mut next = first;
        for (n, &k) in at.iter().enumerate() {
            let told = self.marker(k)?;
            self.out.taken[k] = true;
            next = self.choice(told.line, told.marker, told.from);
            // Who leads or speaks stands right under it; what comes under the last ends it.
            let until = at.get(n + 1).copied().unwrap_or(self.lines.len().min(k + APART));
            while next < until && self.lines[next].gap == 0 && self.tells_of_choice(next) {
                next += 1;
            }
        }
        if !inside {
            self.close();
        }
        self.last_item_line = None;
        Some(next)
    }

    /// The number or letter that the line begins with, and where what it counts is told.
    fn marker(&self, k: usize) -> Option<Marked> {
        let line = &self.lines[k];
        if matches!(self.blocks[k].role, Role::Noise | Role::Day)
            || !line.times.is_empty()
            || !line.dates.is_empty()
            || !line.reach.is_empty()
        {
            return None;
        }
        if let Some((marker, from)) = choice_marker(&line.text, &line.low) {
            return Some(Marked { marker, line: k, from });
        }
        let marker = self.counts_below(k)?;
        Some(Marked { marker, line: k + 1, from: 0 })
    }

    /// Does an item of the programme wait for its talks?
    fn awaited(&self) -> bool {
        !self.inside
            && self.out.items.iter().any(|d| {
                d.item.kind.value == ItemKind::GroupTalks
                    && d.item.start.is_some()
                    && d.item.choices.is_empty()
                    && d.item.questions.is_empty()
            })
            && self.out.items.iter().all(|d| d.item.choices.is_empty())
    }

    /// "Om grupperna": a few words over a paragraph or a list.
    fn is_heading(&self, i: usize) -> bool {
        let line = &self.lines[i];
        matches!(self.blocks[i].role, Role::Short | Role::Label)
            && (1..=6).contains(&line.words())
            && line.dates.is_empty()
            && line.times.is_empty()
            && line.reach.is_empty()
    }

    /// Does the line call what stands under it group talks?
    fn heads_groups(&self, i: usize) -> bool {
        let line = &self.lines[i];
        if !matches!(self.blocks[i].role, Role::Short | Role::Prose | Role::Label)
            || line.words() > 16
            || line.bulleted
            || !line.dates.is_empty()
            || !line.times.is_empty()
            || !line.reach.is_empty()
            || line.text.ends_with('?')
            || self.blocks[i].label.is_some_and(|l| l.kind != LabelKind::Other)
        {
            return false;
        }
        // "Utflykter. Du väljer en när du anmäler dig."
        let low = called(&line.low);
        if low.split(' ').count() > 12 || low.ends_with('.') {
            return false;
        }
        let many = [
            "gruppsamtal",
            "samtal",
            "workshop",
            "workshopar",
            "workshoppar",
            "workshops",
            "seminarier",
            "spår",
            "sessioner",
            "grupper",
            "bordssamtal",
            "rundabordssamtal",
            "group talks",
            "tracks",
            "sessions",
            "groups",
            "round tables",
            "breakouts",
            "verkstäder",
            "utflykter",
            "studiebesök",
            "excursions",
            "visits",
        ];
        // "Samtal i smågrupper", "Välj ett av fyra spår", "Valbara gruppsamtal"
        let chosen =
            has_any(&line.low, &["välj", "valbar", "choose", "pick ", "parallell", "parallel"]);
        kind_of_title(low) == Some(ItemKind::GroupTalks)
            || chosen && low.split(' ').count() <= 2 && find(&line.low, ". ").is_some()
            || chosen
                && low
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|w| many.contains(&w) || w.ends_with("samtal") || w.ends_with("samtalen"))
    }

    /// Reads who leads or speaks in the choice over the line.
    fn tells_of_choice(&mut self, k: usize) -> bool {
        let line = &self.lines[k];
        if self.leads_choice(k).is_some() {
            return true;
        }
        if self.blocks[k].label.is_some_and(|l| l.kind == LabelKind::Leader)
            && let Some((_, value)) = line.text.split_once(':')
        {
            self.leader(k, value.trim());
            self.out.taken[k] = true;
            return true;
        }
        if let Some((people, _)) = person_line(&line.text).filter(|(people, _)| people[0].sure) {
            self.attach(&people, line.number);
            self.out.taken[k] = true;
            return true;
        }
        // What it is about.
        self.blocks[k].role == Role::Prose
    }
}

/// What stands before the first full stop, or the colon.
fn called(text: &str) -> &str {
    let end = find(text, ". ").unwrap_or(text.len());
    text[..end].trim_end_matches(':')
}

/// "Bordssamtal. Bord 1: Ung i bygden (A). Bord 2: Ny i bygden (B).": where the first begins, and the
/// marker and the text of each.
pub(super) fn told_on_one_line(text: &str) -> Option<(usize, Vec<(String, &str)>)> {
    // Nearly no line counts.
    let counts = |a: &str, b: &str| text.contains(a) && text.contains(b);
    let signs =
        text.bytes().filter(|b| matches!(b, b':' | b'.' | b')' | b'-') || *b >= 0x80).count();
    if !(10..=1_000).contains(&text.len())
        || signs < 2
        || !(counts(" 1", " 2") || counts(" A", " B") || counts(" a", " b"))
    {
        return None;
    }
    let low = fold(text);
    for word in [
        "bord",
        "grupp",
        "spår",
        "workshop",
        "samtal",
        "seminarium",
        "table",
        "group",
        "track",
        "session",
    ] {
        for first in ["1", "a"] {
            let Some(from) = [":", ".", ")", " –", " -"]
                .iter()
                .find_map(|sign| find(&low, &format!("{word} {first}{sign}")))
            else {
                continue;
            };
            if text[..from].ends_with(char::is_alphanumeric) {
                continue;
            }
            let mut starts = vec![from];
            let (mut marker, mut found) = (first.to_uppercase(), Vec::new());
            loop {
                let at = starts[starts.len() - 1];
                let (own, rest) = choice_marker(&text[at..], &low[at..])?;
                if !own.eq_ignore_ascii_case(&marker) {
                    return None;
                }
                let lead = format!("{word} ");
                let next = low[at + rest..]
                    .match_indices(lead.as_str())
                    .map(|(n, _)| at + rest + n)
                    .find(|&n| {
                        choice_marker(&text[n..], &low[n..]).is_some_and(|(m, _)| follows(&own, &m))
                    });
                let end = next.unwrap_or(text.len());
                found.push((
                    own.clone(),
                    text[at + rest..end].trim().trim_end_matches(['.', ';', ',']),
                ));
                let Some(next) = next.filter(|_| found.len() < MOST) else { break };
                marker = choice_marker(&text[next..], &low[next..])?.0;
                starts.push(next);
            }
            if found.len() >= 2 {
                return Some((from, found));
            }
        }
    }
    None
}
