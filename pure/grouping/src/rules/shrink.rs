//! Fewer rules, still impossible: what is left of a contradiction when all else is taken away.

use super::exact::{Decision, Proof, counted, tried};
use super::{Filling, RoundRules};
use crate::instance::Instance;
use crate::random::Dice;
use std::cell::Cell;

/// How much may still be tried. Counted in looks at people, groups and pairs, never in time, so
/// that what is found is the same everywhere.
#[derive(Debug)]
pub(crate) struct Effort {
    left: Cell<u64>,
}

impl Effort {
    /// Enough for hundreds of people, and a second or so.
    pub(crate) fn usual() -> Self {
        Self { left: Cell::new(12_000_000) }
    }

    /// For what has been answered once and might be answered better.
    pub(crate) fn second() -> Self {
        Self { left: Cell::new(3_000_000) }
    }

    /// Pays for one look at the whole of `instance`; false when there is nothing left.
    pub(super) fn pay(&self, instance: &Instance) -> bool {
        let pairs = instance.together.len() + instance.apart.len();
        let price = (instance.people.len() + 2 * instance.groups.len() + pairs) as u64;
        let left = self.left.get();
        self.left.set(left.saturating_sub(price));
        left > price
    }
}

/// The rules alone: what is cheap to copy often.
pub(crate) fn bare(instance: &Instance) -> Instance {
    let mut bare = Instance { name: String::new(), dist: None, ..instance.clone() };
    bare.attrs.clear();
    bare.topics.clear();
    for group in &mut bare.groups {
        (group.name, group.topic) = (String::new(), None);
    }
    for person in &mut bare.people {
        (person.a, person.wishes) = (Vec::new(), Vec::new());
    }
    bare
}

/// One thing that can be taken away from an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Together(usize),
    Apart(usize),
    Pin(usize),
    Only(usize),
    Min(usize),
    Max(usize),
}

impl Part {
    /// A number per kind of part, below six.
    pub(crate) fn kind(self) -> usize {
        match self {
            Self::Together(_) => 0,
            Self::Apart(_) => 1,
            Self::Pin(_) => 2,
            Self::Only(_) => 3,
            Self::Min(_) => 4,
            Self::Max(_) => 5,
        }
    }
}

/// All parts that bind in `round`.
pub(crate) fn parts(instance: &Instance, round: usize) -> Vec<Part> {
    let here = |p: usize| instance.is_present(p, round);
    let bound = |pairs: &[(usize, usize)]| -> Vec<usize> {
        (0..pairs.len()).filter(|&i| here(pairs[i].0) && here(pairs[i].1)).collect()
    };
    let people = || (0..instance.people.len()).filter(|&p| here(p));
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(people().filter(|&p| instance.people[p].only.is_some()).map(Part::Only));
    parts.extend(people().filter(|&p| instance.people[p].pin.is_some()).map(Part::Pin));
    parts.extend(bound(&instance.apart).into_iter().map(Part::Apart));
    parts.extend(bound(&instance.together).into_iter().map(Part::Together));
    let groups = 0..instance.groups.len();
    parts.extend(groups.clone().filter(|&g| instance.groups[g].min > 0).map(Part::Min));
    let present = people().count();
    // A group that could hold everybody is bound by nothing.
    parts.extend(groups.filter(|&g| instance.groups[g].max < present).map(Part::Max));
    parts
}

/// The instance with only these parts of one round's rules.
pub(crate) fn with_parts(instance: &Instance, parts: &[Part]) -> Instance {
    let mut left = instance.clone();
    let people = instance.people.len();
    left.together.clear();
    left.apart.clear();
    for person in &mut left.people {
        (person.pin, person.only) = (None, None);
    }
    for group in &mut left.groups {
        (group.min, group.max) = (0, people.max(group.max));
    }
    for &part in parts {
        match part {
            Part::Together(pair) => left.together.push(instance.together[pair]),
            Part::Apart(pair) => left.apart.push(instance.apart[pair]),
            Part::Pin(person) => left.people[person].pin = instance.people[person].pin,
            Part::Only(person) => {
                left.people[person].only.clone_from(&instance.people[person].only);
            }
            Part::Min(group) => left.groups[group].min = instance.groups[group].min,
            Part::Max(group) => left.groups[group].max = instance.groups[group].max,
        }
    }
    left
}

/// The instance without these parts.
pub(crate) fn without(instance: &Instance, parts: &[Part]) -> Instance {
    let mut left = instance.clone();
    let kept = |pairs: &[(usize, usize)], part: fn(usize) -> Part| {
        let kept = (0..pairs.len()).filter(|&pair| !parts.contains(&part(pair)));
        kept.map(|pair| pairs[pair]).collect()
    };
    left.together = kept(&instance.together, Part::Together);
    left.apart = kept(&instance.apart, Part::Apart);
    for &part in parts {
        match part {
            Part::Together(_) | Part::Apart(_) => {}
            Part::Pin(person) => left.people[person].pin = None,
            Part::Only(person) => left.people[person].only = None,
            Part::Min(group) => left.groups[group].min = 0,
            Part::Max(group) => left.groups[group].max = instance.people.len().max(1),
        }
    }
    left
}

/// Whether a round is possible, by counting, by a quick try and then by an exhaustive one; `None`
/// if none succeeds.
pub(crate) fn is_possible(
    instance: &Instance,
    round: usize,
    nodes: u64,
    effort: &Effort,
) -> Option<bool> {
    if !effort.pay(instance) {
        return None;
    }
    let Ok(rules) = RoundRules::gather(instance, round) else { return Some(false) };
    if counted(&rules).is_some() {
        return Some(false);
    }
    let mut dice = Dice::new(1, round as u64);
    let mut filling = Filling::start(&rules, &mut dice);
    filling.repair(&mut dice, 500.max(4 * rules.present as u64));
    if filling.keeps_the_rules() {
        return Some(true);
    }
    match tried(&rules, nodes, &|| (0..64).all(|_| effort.pay(instance))) {
        Decision::Seats(_) => Some(true),
        Decision::Impossible(_) => Some(false),
        Decision::Unknown => None,
    }
}

/// Takes parts away in ever smaller bites as long as the round stays impossible.
pub(crate) fn shrink(instance: &Instance, round: usize, nodes: u64, effort: &Effort) -> Vec<Part> {
    let mut kept = parts(instance, round);
    let mut bite = kept.len().div_ceil(2).max(1);
    let mut checks = 0;
    loop {
        let mut at = 0;
        while at < kept.len() && checks < MOST_CHECKS {
            let end = (at + bite).min(kept.len());
            let fewer: Vec<Part> = kept[..at].iter().chain(&kept[end..]).copied().collect();
            checks += 1;
            if is_possible(&with_parts(instance, &fewer), round, nodes, effort) == Some(false) {
                kept = fewer;
            } else {
                at = end;
            }
        }
        if bite == 1 || checks >= MOST_CHECKS {
            return kept;
        }
        bite = bite.div_ceil(2);
    }
}

/// A contradiction need not be the very smallest to be followed.
const MOST_CHECKS: usize = 600;

/// The proof for what is left, which may be simpler than the exhaustive search for the whole.
pub(crate) fn proof_of(rules: &RoundRules) -> Proof {
    counted(rules).unwrap_or(Proof::Exhausted)
}
