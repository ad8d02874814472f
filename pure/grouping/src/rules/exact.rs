//! Whether one round's rules can be kept at all: proofs from the simplest to the exhaustive.
//!
//! Every "impossible" here is a proof. "Unknown" only means that the search was cut short.

use super::flow::{Kind, Spread, spread};
use super::{RoundRules, wholes};
use std::collections::HashMap;

/// Why a round's rules cannot be kept. Units and groups are indices of the round's rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Proof {
    /// The people of these units may sit only in these groups, which have fewer places.
    TooFewPlaces { units: Vec<usize>, groups: Vec<u32> },
    /// Nobody but these units may sit in these groups, which need more people.
    TooFewPeople { units: Vec<usize>, groups: Vec<u32> },
    /// These units are mutually apart and may sit in fewer groups than they are.
    Mutual { units: Vec<usize>, groups: Vec<u32> },
    /// Units of at least `size` people: more of them than fit whole into these groups.
    Bundles { size: usize, units: Vec<usize>, groups: Vec<u32> },
    /// Whole units never add up to a size this group may have.
    NoSum { units: Vec<usize>, group: u32 },
    /// Units sit whole, so these groups take at least `need` people, more than there are.
    WholeNeed { units: Vec<usize>, groups: Vec<u32>, need: usize },
    /// Units sit whole, so these groups take at most `places` people, fewer than there are.
    WholePlaces { units: Vec<usize>, groups: Vec<u32>, places: usize },
    /// So few units have an odd size that not enough groups can have one.
    Parity { odd: Vec<usize>, bound: ParityBound },
    /// All ways were tried.
    Exhausted,
}

/// What too few odd units lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParityBound {
    /// So many groups must have an odd size.
    Groups(usize),
    /// All groups together take at least so many people.
    Need(usize),
    /// All groups together take at most so many people.
    Places(usize),
}

/// What is known about one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The group of each unit.
    Seats(Vec<u32>),
    Impossible(Proof),
    Unknown,
}

/// A proof that only counts, if one is to be had.
pub(crate) fn counted(rules: &RoundRules) -> Option<Proof> {
    places(rules)
        .or_else(|| bundles(rules))
        .or_else(|| wholes::wholes(rules))
        .or_else(|| mutual(rules))
}

/// Decides by exhaustive search, with at most `nodes` tries and as long as `go_on` says so, a
/// round for which [`counted`] had nothing to say.
pub(crate) fn tried(rules: &RoundRules, nodes: u64, go_on: &dyn Fn() -> bool) -> Decision {
    if rules.units.is_empty() {
        return Decision::Seats(Vec::new());
    }
    Search::new(rules, nodes, go_on).run()
}

/// Counts people against places, kind by kind.
fn places(rules: &RoundRules) -> Option<Proof> {
    let everyone: Vec<usize> = (0..rules.units.len()).collect();
    // A party too large for any group is a shorter story than the groups it then is missing in.
    let too_large = |unit: &usize| {
        let mut groups = rules.domain(*unit).groups.iter();
        groups.all(|&group| rules.max[group as usize] < rules.size(*unit))
    };
    if let Some(unit) = everyone.iter().copied().find(too_large) {
        return Some(Proof::TooFewPlaces { units: vec![unit], groups: Vec::new() });
    }
    let (kinds, units) = kinds_of(rules, &everyone, &rules.max, |unit| rules.size(unit));
    match spread(&kinds, &rules.min, &rules.max) {
        Spread::Full(_) => None,
        Spread::TooFewPlaces { kinds, groups, .. } => {
            Some(Proof::TooFewPlaces { units: gathered(&units, &kinds), groups })
        }
        Spread::TooFewPeople { kinds, groups, .. } => {
            Some(Proof::TooFewPeople { units: gathered(&units, &kinds), groups })
        }
    }
}

/// Counts whole units of at least some size against how many of them a group can hold.
fn bundles(rules: &RoundRules) -> Option<Proof> {
    let mut sizes: Vec<usize> = rules.units.iter().map(|unit| unit.people.len()).collect();
    sizes.sort_unstable();
    sizes.dedup();
    for size in sizes.into_iter().filter(|&size| size > 1) {
        let large: Vec<usize> =
            (0..rules.units.len()).filter(|&unit| rules.size(unit) >= size).collect();
        let most: Vec<usize> = rules.max.iter().map(|max| max / size).collect();
        let (kinds, units) = kinds_of(rules, &large, &rules.max, |_| 1);
        let nothing = vec![0; most.len()];
        if let Spread::TooFewPlaces { kinds, groups, .. } = spread(&kinds, &nothing, &most) {
            return Some(Proof::Bundles { size, units: gathered(&units, &kinds), groups });
        }
    }
    None
}

/// Looks for people who are all apart from each other and have too few groups between them.
fn mutual(rules: &RoundRules) -> Option<Proof> {
    let ones = vec![1; rules.max.len()];
    let nothing = vec![0; rules.max.len()];
    for clique in cliques(rules) {
        let (kinds, units) = kinds_of(rules, &clique, &rules.max, |_| 1);
        if let Spread::TooFewPlaces { kinds, groups, .. } = spread(&kinds, &nothing, &ones) {
            return Some(Proof::Mutual { units: gathered(&units, &kinds), groups });
        }
    }
    None
}

/// Greedy cliques, until every unit with two foes or more is in one.
fn cliques(rules: &RoundRules) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut covered = vec![false; rules.units.len()];
    let degree = |unit: usize| rules.units[unit].foes.len();
    for start in (0..rules.units.len()).filter(|&unit| degree(unit) > 1) {
        if covered[start] {
            continue;
        }
        let mut clique = vec![start];
        let mut open: Vec<usize> =
            rules.units[start].foes.iter().map(|&foe| foe as usize).collect();
        while !open.is_empty() {
            let common = |unit: usize| {
                let foes = &rules.units[unit].foes;
                // Among many, those hated by all are told by the number of their foes.
                if open.len() > CLOSELY {
                    return foes.len();
                }
                open.iter().filter(|&&other| foes.binary_search(&(other as u32)).is_ok()).count()
            };
            let next = open
                .iter()
                .copied()
                .max_by_key(|&unit| (common(unit), std::cmp::Reverse(unit)))
                .expect("the loop ends when nobody is left");
            clique.push(next);
            let foes = &rules.units[next].foes;
            open.retain(|&unit| foes.binary_search(&(unit as u32)).is_ok());
        }
        clique.iter().for_each(|&unit| covered[unit] = true);
        clique.sort_unstable();
        if clique.len() > 2 && !found.contains(&clique) {
            found.push(clique);
        }
    }
    found
}

/// So few candidates for a clique are compared by the foes they have in common.
const CLOSELY: usize = 24;

/// Units by the groups that may take them, restricted to groups that are large enough.
pub(super) fn kinds_of(
    rules: &RoundRules,
    units: &[usize],
    max: &[usize],
    count: impl Fn(usize) -> usize,
) -> (Vec<Kind>, Vec<Vec<usize>>) {
    let mut known: HashMap<(usize, usize), usize> = HashMap::new();
    let (mut kinds, mut members): (Vec<Kind>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
    for &unit in units {
        let key = (rules.units[unit].domain, rules.size(unit));
        let index = *known.entry(key).or_insert_with(|| {
            let groups = &rules.domain(unit).groups;
            let groups =
                groups.iter().copied().filter(|&group| max[group as usize] >= key.1).collect();
            kinds.push(Kind { count: 0, groups });
            members.push(Vec::new());
            kinds.len() - 1
        });
        kinds[index].count += count(unit);
        members[index].push(unit);
    }
    (kinds, members)
}

pub(super) fn gathered(members: &[Vec<usize>], kinds: &[usize]) -> Vec<usize> {
    let mut units: Vec<usize> = kinds.iter().flat_map(|&kind| members[kind].clone()).collect();
    units.sort_unstable();
    units
}

/// Exhaustive search over the units that flow cannot decide: those of several people or with foes.
struct Search<'r> {
    rules: &'r RoundRules,
    hard: Vec<usize>,
    easy: Vec<usize>,
    seat: Vec<u32>,
    load: Vec<usize>,
    /// Seated foes of each unit per group: `unit * groups + group`.
    blocked: Vec<u16>,
    /// Groups that no rule tells apart have the same number.
    alike: Vec<u32>,
    nodes: u64,
    go_on: &'r dyn Fn() -> bool,
}

const OPEN: u32 = u32::MAX;

enum Branch {
    Found,
    Dead,
    /// The search ran out of tries.
    Cut,
}

impl<'r> Search<'r> {
    fn new(rules: &'r RoundRules, nodes: u64, go_on: &'r dyn Fn() -> bool) -> Self {
        let groups = rules.min.len();
        let (hard, easy) = (0..rules.units.len())
            .partition(|&unit| rules.size(unit) > 1 || !rules.units[unit].foes.is_empty());
        let mut classes: HashMap<(usize, usize, Vec<bool>), u32> = HashMap::new();
        let alike = (0..groups)
            .map(|group| {
                let reach = rules.domains.iter().map(|domain| domain.has(group)).collect();
                let next = classes.len() as u32;
                *classes.entry((rules.min[group], rules.max[group], reach)).or_insert(next)
            })
            .collect();
        Self {
            rules,
            hard,
            easy,
            seat: vec![OPEN; rules.units.len()],
            load: vec![0; groups],
            blocked: vec![0; rules.units.len() * groups],
            alike,
            nodes,
            go_on,
        }
    }

    fn run(mut self) -> Decision {
        match self.branch() {
            Branch::Found => Decision::Seats(self.seat),
            Branch::Dead => Decision::Impossible(Proof::Exhausted),
            Branch::Cut => Decision::Unknown,
        }
    }

    fn fits(&self, unit: usize, group: usize) -> bool {
        self.load[group] + self.rules.size(unit) <= self.rules.max[group]
            && self.blocked[unit * self.load.len() + group] == 0
    }

    fn branch(&mut self) -> Branch {
        if self.nodes == 0 {
            return Branch::Cut;
        }
        self.nodes -= 1;
        if self.nodes.is_multiple_of(64) && !(self.go_on)() {
            self.nodes = 0;
            return Branch::Cut;
        }
        // The unit with the fewest groups left; the largest and most hated first among equals.
        let mut next: Option<((usize, usize, usize), usize)> = None;
        for &unit in self.hard.iter().filter(|&&unit| self.seat[unit] == OPEN) {
            let groups = &self.rules.domain(unit).groups;
            let count = groups.iter().filter(|&&group| self.fits(unit, group as usize)).count();
            let foes = self.rules.units[unit].foes.len();
            let key = (count, usize::MAX - self.rules.size(unit), usize::MAX - foes);
            if next.is_none_or(|(known, _)| key < known) {
                next = Some((key, unit));
            }
            if count == 0 {
                return Branch::Dead;
            }
        }
        let Some((_, unit)) = next else { return self.finish() };
        if !self.hopeful() {
            return Branch::Dead;
        }
        let rules = self.rules;
        let mut tried: Vec<u32> = Vec::new();
        let mut cut = false;
        for &group in &rules.domain(unit).groups {
            let index = group as usize;
            if !self.fits(unit, index) {
                continue;
            }
            // Empty groups that no rule tells apart are one choice, not many.
            if self.load[index] == 0 {
                if tried.contains(&self.alike[index]) {
                    continue;
                }
                tried.push(self.alike[index]);
            }
            self.place(unit, index, true);
            match self.branch() {
                Branch::Found => return Branch::Found,
                Branch::Dead => {}
                Branch::Cut => cut = true,
            }
            self.place(unit, index, false);
            if cut && self.nodes == 0 {
                return Branch::Cut;
            }
        }
        if cut { Branch::Cut } else { Branch::Dead }
    }

    fn place(&mut self, unit: usize, group: usize, sits: bool) {
        let groups = self.load.len();
        let size = self.rules.size(unit);
        for &foe in &self.rules.units[unit].foes {
            let cell = &mut self.blocked[foe as usize * groups + group];
            *cell = if sits { *cell + 1 } else { *cell - 1 };
        }
        if sits {
            self.load[group] += size;
            self.seat[unit] = group as u32;
        } else {
            self.load[group] -= size;
            self.seat[unit] = OPEN;
        }
    }

    /// What is left of the bounds of every group.
    fn rooms(&self) -> (Vec<usize>, Vec<usize>) {
        let less = |bound: &[usize]| -> Vec<usize> {
            bound.iter().zip(&self.load).map(|(bound, load)| bound.saturating_sub(*load)).collect()
        };
        (less(&self.rules.min), less(&self.rules.max))
    }

    /// Whether the people who are still standing could be spread if they were bound to nobody.
    fn hopeful(&self) -> bool {
        let (min, max) = self.rooms();
        let mut standing = self.easy.clone();
        standing.extend(self.hard.iter().filter(|&&unit| self.seat[unit] == OPEN));
        let (kinds, _) = kinds_of(self.rules, &standing, &max, |unit| self.rules.size(unit));
        matches!(spread(&kinds, &min, &max), Spread::Full(_))
    }

    /// Spreads everybody who is bound to nobody, which flow decides exactly.
    fn finish(&mut self) -> Branch {
        let (min, max) = self.rooms();
        let (kinds, units) = kinds_of(self.rules, &self.easy, &max, |_| 1);
        let Spread::Full(seats) = spread(&kinds, &min, &max) else { return Branch::Dead };
        for (units, seats) in units.into_iter().zip(seats) {
            let places = seats.into_iter().flat_map(|(group, count)| vec![group; count]);
            for (unit, group) in units.into_iter().zip(places) {
                self.seat[unit] = group;
            }
        }
        Branch::Found
    }
}
