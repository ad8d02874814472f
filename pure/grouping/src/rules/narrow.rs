//! The part of a question that one contradiction is about.
//!
//! Among hundreds of people a contradiction is nearly always about a few of them. What should give
//! way is then found by looking at those few alone, and several contradictions that have nothing to
//! do with each other are resolved one by one.

use super::RoundRules;
use super::exact::{Proof, counted};
use super::shrink::{Effort, is_possible};
use crate::instance::Instance;

/// What a part of a question keeps.
struct Scope {
    people: Vec<bool>,
    min: Vec<bool>,
    max: Vec<bool>,
    apart: bool,
}

/// A part of a question that is impossible on its own.
pub(super) struct Narrowed {
    /// One round, with no more people and rules than the contradiction needs as far as its proof
    /// says. All groups are there.
    pub part: Instance,
    /// Who the people of the part are in the whole.
    pub who: Vec<usize>,
}

/// The part of `round` that a contradiction in it is about, if one can be told apart.
pub(super) fn narrowed(
    instance: &Instance,
    round: usize,
    nodes: u64,
    effort: &Effort,
) -> Option<Narrowed> {
    if !effort.pay(instance) {
        return None;
    }
    let rules = match RoundRules::gather(instance, round) {
        Ok(rules) => rules,
        Err(reason) => {
            let mut scope = Scope::new(instance, true);
            reason.people.iter().for_each(|&person| scope.people[person] = true);
            return scope.cut(instance, round, nodes, effort);
        }
    };
    if let Some(proof) = counted(&rules) {
        return scope_of(instance, &rules, &proof).cut(instance, round, nodes, effort);
    }
    // What only trying proves is often about a few people who are kept apart from each other.
    circles(&rules).into_iter().find_map(|units| {
        let mut scope = Scope::new(instance, true);
        scope.take(&rules, &units);
        scope.cut(instance, round, nodes, effort)
    })
}

fn scope_of(instance: &Instance, rules: &RoundRules, proof: &Proof) -> Scope {
    let mut scope = Scope::new(instance, matches!(proof, Proof::Mutual { .. }));
    match proof {
        Proof::TooFewPlaces { units, .. }
        | Proof::Bundles { units, .. }
        | Proof::WholePlaces { units, .. }
        | Proof::Mutual { units, .. } => scope.take(rules, units),
        Proof::TooFewPeople { units, groups } | Proof::WholeNeed { units, groups, .. } => {
            // Who may not sit there need not come: lowering a minimum is what helps.
            scope.take(rules, units);
            groups.iter().for_each(|&group| scope.min[group as usize] = true);
        }
        Proof::NoSum { units, group } => {
            scope.take(rules, units);
            scope.min[*group as usize] = true;
        }
        Proof::Parity { .. } | Proof::Exhausted => {
            scope.people.fill(true);
            scope.min.fill(true);
            scope.max.fill(true);
        }
    }
    scope
}

impl Scope {
    fn new(instance: &Instance, apart: bool) -> Self {
        let groups = instance.groups.len();
        Self {
            people: vec![false; instance.people.len()],
            min: vec![false; groups],
            max: vec![false; groups],
            apart,
        }
    }

    /// Takes in the people of these units and the size of every group they may sit in.
    fn take(&mut self, rules: &RoundRules, units: &[usize]) {
        for &unit in units {
            rules.units[unit].people.iter().for_each(|&p| self.people[p as usize] = true);
            rules.domain(unit).groups.iter().for_each(|&group| self.max[group as usize] = true);
        }
    }

    /// The part with only what is in scope, if that is impossible.
    fn cut(
        &self,
        instance: &Instance,
        round: usize,
        nodes: u64,
        effort: &Effort,
    ) -> Option<Narrowed> {
        let inside = |p: usize| instance.is_present(p, round) && self.people[p];
        let who: Vec<usize> = (0..instance.people.len()).filter(|&p| inside(p)).collect();
        let both = |&&(p, q): &&(usize, usize)| inside(p) && inside(q);
        let within = |pairs: &[(usize, usize)]| -> Vec<(usize, usize)> {
            let place = |p| who.partition_point(|&other| other < p);
            pairs.iter().filter(both).map(|&(p, q)| (place(p), place(q))).collect()
        };
        let mut part = Instance {
            people: who.iter().map(|&person| instance.people[person].clone()).collect(),
            together: within(&instance.together),
            apart: if self.apart { within(&instance.apart) } else { Vec::new() },
            ..instance.clone()
        };
        part.people.iter_mut().for_each(|person| person.rounds = vec![round]);
        for (index, group) in part.groups.iter_mut().enumerate() {
            if !self.min[index] {
                group.min = 0;
            }
            if !self.max[index] {
                group.max = group.max.max(who.len());
            }
        }
        let impossible = is_possible(&part, round, nodes, effort) == Some(false);
        impossible.then_some(Narrowed { part, who })
    }
}

/// Units that are linked by foes, circle by circle, in the order of their first unit.
fn circles(rules: &RoundRules) -> Vec<Vec<usize>> {
    let mut seen = vec![false; rules.units.len()];
    let mut circles = Vec::new();
    for first in 0..rules.units.len() {
        if seen[first] || rules.units[first].foes.is_empty() {
            continue;
        }
        seen[first] = true;
        let mut circle = vec![first];
        let mut at = 0;
        while let Some(&unit) = circle.get(at) {
            at += 1;
            for &foe in &rules.units[unit].foes {
                if !std::mem::replace(&mut seen[foe as usize], true) {
                    circle.push(foe as usize);
                }
            }
        }
        circles.push(circle);
    }
    circles
}
