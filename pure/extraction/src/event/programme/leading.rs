//! Who leads a group talk, in the line of its title or under it: "Samtalsledare: A", "leds av A och
//! B", "A leder samtalet", "(facilitator: A)", "Foajén. Ledare A".

use crate::event::programme::Reader;
use crate::event::programme::choices::choice_marker;
use crate::event::programme::persons::person;
use crate::lines::fold;
use crate::model::Found;
use crate::people;
use crate::people::Named;
use crate::words::{find, has_any};

/// Who leads, and where the words about it stand.
pub(super) struct Lead {
    /// Where they begin, with the sign before them.
    pub cut: usize,
    /// Where the people end.
    pub end: usize,
    pub people: Vec<Named>,
}

/// "Samtalsledare: A", "Workshopledare A": the ends of what one is called.
const CALLED: [&str; 33] = [
    "ledare",
    "ledarna",
    "ledarinna",
    "värd",
    "värdar",
    "värdinna",
    "moderator",
    "moderatorer",
    "moderators",
    "facilitator",
    "facilitatorer",
    "facilitators",
    "chair",
    "chairs",
    "host",
    "hosts",
    "lead",
    "leads",
    "leader",
    "leaders",
    "convener",
    "conveners",
    "convenor",
    "convenors",
    "ansvarig",
    "ansvariga",
    "handledare",
    "guide",
    "guider",
    "guides",
    "ciceron",
    "ciceroner",
    "bordsvärd",
];

/// "leds av A", "hosted by A".
const PASSIVE: [&str; 14] = [
    "leds av",
    "ledd av",
    "lett av",
    "ledda av",
    "led av",
    "modereras av",
    "hålls av",
    "faciliteras av",
    "led by",
    "chaired by",
    "hosted by",
    "moderated by",
    "facilitated by",
    "convened by",
];

/// "A leder", "A håller i samtalet", "A som samtalsledare".
const ACTIVE: [&str; 18] = [
    "leder",
    "håller i",
    "modererar",
    "faciliterar",
    "leads",
    "lead",
    "chairs",
    "chair",
    "hosts",
    "host",
    "moderates",
    "facilitates",
    "är samtalsledare",
    "är värd",
    "är ledare",
    "som samtalsledare",
    "som ledare",
    "som värd",
];

/// What is led, after the verb.
const LED: [&str; 22] = [
    "samtalet",
    "gruppen",
    "passet",
    "spåret",
    "workshopen",
    "workshoppen",
    "verkstaden",
    "seminariet",
    "diskussionen",
    "bordet",
    "sessionen",
    "trådarna",
    "the session",
    "the discussion",
    "the group",
    "the talk",
    "the table",
    "the track",
    "the workshop",
    "the conversation",
    "gruppsamtalet",
    "rundabordssamtalet",
];

/// Signs after which words of their own may begin.
const SIGNS: [&str; 12] =
    [". ", ", ", " – ", " - ", " — ", " (", " | ", "\t", " / ", "? ", "! ", " med "];

/// The leader told anywhere in a text of one choice.
pub(super) fn leading(text: &str) -> Option<Lead> {
    if text.len() > 400 {
        return None;
    }
    let low = fold(text);
    if let Some((end, people)) = lead_at(text, &low) {
        return Some(Lead { cut: 0, end, people });
    }
    let mut from = 0;
    for _ in 0..12 {
        let signs = SIGNS.iter().filter_map(|sign| {
            find(&text[from..], sign).map(|n| (from + n, from + n + sign.len()))
        });
        // "Anhörigas kvällar leds av A"
        let verbs = PASSIVE.iter().filter_map(|verb| {
            let n = from + find(&low[from..], verb).filter(|n| *n > 0)?;
            text[..n].ends_with(' ').then_some((n - 1, n))
        });
        let (cut, at) = signs.chain(verbs).min()?;
        if let Some((end, people)) = lead_at(&text[at..], &low[at..]) {
            // "Vem äger torget? Ledare: A" keeps its sign.
            let cut = cut + usize::from(text[cut..].starts_with(['?', '!']));
            return Some(Lead { cut, end: at + end, people });
        }
        from = cut + 1;
    }
    None
}

/// "Samtalsledare" alone: the name stands on the next line.
fn is_called(low: &str) -> bool {
    let low = low.trim_end_matches(':');
    CALLED.contains(&low) || low.len() > 9 && !low.contains(' ') && low.ends_with("ledare")
}

/// Do the words begin with who leads? Where the people end, and who they are.
fn lead_at(text: &str, low: &str) -> Option<(usize, Vec<Named>)> {
    let bracket = text.starts_with('(');
    let start = usize::from(bracket);
    let (text, low) = (&text[start..], &low[start..]);
    let told = called(text, low).or_else(|| passive(text, low)).or_else(|| active(text, low))?;
    Some((start + told.0, told.1))
}

fn called(text: &str, low: &str) -> Option<(usize, Vec<Named>)> {
    let mut at = 0;
    for (n, word) in low.split(' ').take(3).enumerate() {
        let bare = word.trim_end_matches(':');
        // "Nattbussar, ledare: A": a sign parts the title from who leads.
        if word.contains('\t')
            || n > 0 && word.starts_with('(')
            || word.ends_with([',', '.', '?', '!', '–', '-', '/', '|', ')'])
        {
            return None;
        }
        at += word.len();
        let kind = CALLED.contains(&bare)
            // "Inledare A" speaks in it.
            || bare.len() > 7
                && bare != "inledare"
                && ["ledare", "värd", "värdar"].iter().any(|e| bare.ends_with(e))
            // "Håller i samtalet: A"
            || n == 2 && word.ends_with(':') && low.starts_with("håller i ");
        if kind {
            let marked = word.ends_with(':');
            let rest = &low[at..];
            let link = [" är ", " is ", " are ", ": ", " – ", " "]
                .iter()
                .find(|link| rest.starts_with(**link))?;
            let from = at + link.len();
            let (people, end) = people::list(&text[from..], false)?;
            let first = &people[0];
            // "Ledare Anna Ek", but not "Ledare Region Väst" or "Värd Sala kommun".
            let good = (marked
                || n == 0
                    && !crate::words::names_body(&first.name)
                    && !crate::words::looks_like_org(&first.name)
                    && (first.sure || people::is_name(&first.name)))
                && !low.starts_with("leader ");
            return good.then_some((from + end, people));
        }
        at += 1;
    }
    None
}

fn passive(text: &str, low: &str) -> Option<(usize, Vec<Named>)> {
    let (at, verb) = PASSIVE
        .iter()
        .filter_map(|verb| find(low, verb).map(|at| (at, *verb)))
        .min_by_key(|(at, _)| *at)?;
    // "Samtalet leds av A"
    let before = low[..at].trim_end();
    if !before.is_empty() && (before.len() == at || !LED.contains(&before)) {
        return None;
    }
    let from = at + verb.len();
    let gap = low[from..].len() - low[from..].trim_start_matches([':', ' ']).len();
    let (people, end) = people::list(&text[from + gap..], false).filter(|_| gap > 0)?;
    (!crate::words::names_body(&people[0].name)).then_some((from + gap + end, people))
}

fn active(text: &str, low: &str) -> Option<(usize, Vec<Named>)> {
    let verb = |at: usize| {
        let rest = low[at..].trim_start_matches([',', ' ']);
        let (verb, tail) = ACTIVE.iter().find_map(|verb| {
            let tail = rest.strip_prefix(verb)?;
            (!tail.starts_with(char::is_alphanumeric)).then_some((*verb, tail))
        })?;
        let what = tail.trim_matches(|c: char| !c.is_alphanumeric());
        // "A, chair" may chair an association.
        let named = matches!(verb, "chair" | "lead" | "host") && low[at..].starts_with(',');
        (what.is_empty() && !named || LED.contains(&what)).then_some(())
    };
    if !ACTIVE.iter().any(|v| low.contains(v)) {
        return None;
    }
    let (mut people, end) = people::list(text, false)?;
    // The list may have read the verb as what is said about the last one.
    let last = people.last_mut()?;
    let at = text.find(&last.name)? + last.name.len();
    if verb(at).is_some() {
        last.title = None;
        last.affiliation = None;
        return Some((text.len(), people));
    }
    verb(end).map(|()| (text.len(), people))
}

impl Reader<'_> {
    /// A line right under a choice that says who leads it. Only with its siblings: "Moderator: A" under
    /// the last of three choices, where the others have none, leads the day. The next line to read.
    /// "Samtalsledare i alla tre grupperna: A" under the choices of an item.
    pub(super) fn leads_all(&mut self, i: usize) -> bool {
        let line = &self.lines[i];
        let Some((key, value)) = line.text.split_once(": ").filter(|_| self.inside) else {
            return false;
        };
        let low = fold(key);
        let all = has_any(&low, &["alla ", "samtliga ", "all "])
            && low.split(' ').next().is_some_and(is_called)
            && line.words() <= 20;
        let Some(open) = self.out.items.last_mut().filter(|d| all && d.item.choices.len() > 1)
        else {
            return false;
        };
        let Some((people, _)) = people::list(value, false) else { return false };
        for choice in &mut open.item.choices {
            let names = people.iter().map(|p| Found::certain(p.name.clone(), line.number));
            choice.facilitators.extend(names);
        }
        self.out.taken[i] = true;
        true
    }

    pub(super) fn leads_choice(&mut self, i: usize) -> Option<usize> {
        let line = &self.lines[i];
        if !self.inside
            || self.pending.is_some()
            || line.gap > 0
            || i == 0
            || !self.out.taken[i - 1]
            || !line.times.is_empty()
            || !line.reach.is_empty()
        {
            return None;
        }
        let own = choice_marker(&line.text, &line.low).or_else(|| self.bare_marker(i));
        let own = own.filter(|(_, rest)| leading(&line.text[*rest..]).is_none_or(|l| l.cut > 0));
        if own.is_some_and(|(marker, _)| self.takes_choice(i, &marker)) {
            return None;
        }
        let open = self.out.items.last_mut()?;
        let alone = match open.item.choices.as_slice() {
            [.., before, _] => before.facilitators.is_empty(),
            _ => false,
        };
        let choice = open.item.choices.last_mut()?;
        if line.low.starts_with("moderator") && (alone || !choice.facilitators.is_empty()) {
            return None;
        }
        // "Samtalsledare", and the name on the line under it.
        let next = self.lines.get(i + 1).filter(|next| next.gap == 0 && is_called(&line.low));
        let text = match next {
            Some(next) => format!("{}: {}", line.text.trim_end_matches(':'), next.text),
            None => line.text.clone(),
        };
        let lead = leading(&text)?;
        // "Foajén. Ledare: A": a room may stand before, more is another matter.
        let before = text[..lead.cut].trim();
        if before.split(' ').count() > 4 || people::begins(before, true) {
            return None;
        }
        let number = line.number;
        choice.facilitators.extend(lead.people.into_iter().map(|p| Found::certain(p.name, number)));
        // "Ledare: A. Medverkande: B, odlare"
        let rest = text[lead.end..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let with = ["Med ", "Medverkande: ", "Talare: ", "With ", "Speakers: ", "with ", "med "]
            .iter()
            .find_map(|w| rest.strip_prefix(w));
        if let Some((others, _)) = with.and_then(|w| people::list(w, false)) {
            choice.speakers.extend(others.iter().map(|p| person(p, number)));
        }
        self.described = true;
        let end = i + 1 + usize::from(next.is_some());
        self.out.taken[i..end].fill(true);
        Some(end)
    }
}
