//! The hard rules of one round, in the shape a search can use.
//!
//! No hard rule links two rounds, so each round is a question of its own: *units* (people who must
//! sit together) go into groups, each unit into its *domain*, never beside one of its *foes*.
//! Costs are not here.

mod certificate;
mod exact;
mod fill;
mod flow;
mod narrow;
mod relax;
mod shrink;
mod wholes;

pub(crate) use certificate::too_few_moves;
pub use certificate::{Infeasible, Relaxation, To};
pub(crate) use fill::Filling;
pub(crate) use relax::{Verdict, completed, judge};

use crate::instance::Instance;
use std::collections::HashMap;

/// People who sit together in this round.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub people: Vec<u32>,
    /// Index into [`RoundRules::domains`].
    pub domain: usize,
    /// Units that may not sit in the same group.
    pub foes: Vec<u32>,
}

/// A set of groups some units may sit in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Domain {
    /// In order, without doubles.
    pub groups: Vec<u32>,
}

impl Domain {
    pub(crate) fn has(&self, group: usize) -> bool {
        self.groups.binary_search(&(group as u32)).is_ok()
    }
}

/// Stands for "not in this round" in [`RoundRules::unit_of`].
pub(crate) const NO_UNIT: u32 = u32::MAX;

/// One round's hard rules.
#[derive(Debug, Clone)]
pub(crate) struct RoundRules {
    pub round: usize,
    pub units: Vec<Unit>,
    pub unit_of: Vec<u32>,
    pub domains: Vec<Domain>,
    pub min: Vec<usize>,
    pub max: Vec<usize>,
    /// How many people are present.
    pub present: usize,
}

impl RoundRules {
    /// Gathers the rules of `round`.
    ///
    /// # Errors
    /// A contradiction that shows before any seating: somebody without a permitted group, or two
    /// people who must and must not sit together.
    pub(crate) fn gather(instance: &Instance, round: usize) -> Result<Self, Box<Infeasible>> {
        let people = instance.people.len();
        let present: Vec<bool> = (0..people).map(|p| instance.is_present(p, round)).collect();
        let mut parent: Vec<u32> = (0..people as u32).collect();
        for &(p, q) in &instance.together {
            if present[p] && present[q] {
                let (a, b) = (find(&mut parent, p as u32), find(&mut parent, q as u32));
                parent[a.max(b) as usize] = a.min(b);
            }
        }
        let mut rules = Self {
            round,
            units: Vec::new(),
            unit_of: vec![NO_UNIT; people],
            domains: Vec::new(),
            min: instance.groups.iter().map(|group| group.min).collect(),
            max: instance.groups.iter().map(|group| group.max).collect(),
            present: present.iter().filter(|&&here| here).count(),
        };
        for person in (0..people).filter(|&p| present[p]) {
            let root = find(&mut parent, person as u32) as usize;
            // The root is the smallest index of its unit, so its unit exists by now.
            if root == person {
                rules.unit_of[person] = rules.units.len() as u32;
                rules.units.push(Unit { people: Vec::new(), domain: 0, foes: Vec::new() });
            } else {
                rules.unit_of[person] = rules.unit_of[root];
            }
            rules.units[rules.unit_of[person] as usize].people.push(person as u32);
        }
        rules.find_foes(instance)?;
        rules.find_domains(instance)?;
        Ok(rules)
    }

    fn find_foes(&mut self, instance: &Instance) -> Result<(), Box<Infeasible>> {
        for &(p, q) in &instance.apart {
            let (a, b) = (self.unit_of[p], self.unit_of[q]);
            if a == NO_UNIT || b == NO_UNIT {
                continue;
            }
            if a == b {
                return Err(Box::new(certificate::tied_but_apart(instance, self.round, p, q)));
            }
            self.units[a as usize].foes.push(b);
            self.units[b as usize].foes.push(a);
        }
        for unit in &mut self.units {
            unit.foes.sort_unstable();
            unit.foes.dedup();
        }
        Ok(())
    }

    fn find_domains(&mut self, instance: &Instance) -> Result<(), Box<Infeasible>> {
        let everywhere: Vec<u32> = (0..instance.groups.len() as u32).collect();
        let mut known: HashMap<Vec<u32>, usize> = HashMap::new();
        for index in 0..self.units.len() {
            let mut groups: Option<Vec<u32>> = None;
            for &person in &self.units[index].people {
                if let Some(own) = permitted(instance, person as usize) {
                    groups = Some(match groups {
                        None => own,
                        Some(before) => intersection(&before, &own),
                    });
                }
            }
            let groups = groups.unwrap_or_else(|| everywhere.clone());
            if groups.is_empty() {
                let people = &self.units[index].people;
                return Err(Box::new(certificate::no_common_group(instance, self.round, people)));
            }
            let next = self.domains.len();
            let domain = *known.entry(groups).or_insert_with_key(|groups| {
                self.domains.push(Domain { groups: groups.clone() });
                next
            });
            self.units[index].domain = domain;
        }
        Ok(())
    }

    pub(crate) fn size(&self, unit: usize) -> usize {
        self.units[unit].people.len()
    }

    pub(crate) fn domain(&self, unit: usize) -> &Domain {
        &self.domains[self.units[unit].domain]
    }
}

/// The groups one person's own rules permit, in order; `None` is every group.
pub(crate) fn permitted(instance: &Instance, person: usize) -> Option<Vec<u32>> {
    let person = &instance.people[person];
    let only = person.only.as_ref().map(|only| {
        let mut groups: Vec<u32> = only.iter().map(|&group| group as u32).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    });
    match (person.pin, only) {
        (None, only) => only,
        (Some(pin), None) => Some(vec![pin as u32]),
        (Some(pin), Some(only)) => Some(only.into_iter().filter(|&g| g == pin as u32).collect()),
    }
}

pub(crate) fn intersection(a: &[u32], b: &[u32]) -> Vec<u32> {
    a.iter().copied().filter(|group| b.binary_search(group).is_ok()).collect()
}

fn find(parent: &mut [u32], mut person: u32) -> u32 {
    while parent[person as usize] != person {
        parent[person as usize] = parent[parent[person as usize] as usize];
        person = parent[person as usize];
    }
    person
}
