//! A first seating of one round that keeps the hard rules, by flow and then by repair.
//!
//! Finds plans; proves nothing. Costs play no part here, the search mends them later.

use super::RoundRules;
use super::flow::{Kind, Spread, spread};
use crate::random::Dice;
use std::collections::HashMap;

/// A seating under construction: every unit sits in its domain, other rules may be broken.
#[derive(Debug, Clone)]
pub(crate) struct Filling<'r> {
    rules: &'r RoundRules,
    /// The group of each unit.
    pub seat: Vec<u32>,
    members: Vec<Vec<u32>>,
    place: Vec<u32>,
    load: Vec<usize>,
    /// Foe pairs in the same group, per group.
    clashes: Vec<usize>,
    /// Groups with a broken rule, and where each stands in that list.
    broken: Vec<u32>,
    broken_at: Vec<u32>,
    tabu: Vec<u64>,
}

const NOT_LISTED: u32 = u32::MAX;

impl<'r> Filling<'r> {
    fn empty(rules: &'r RoundRules) -> Self {
        let (units, groups) = (rules.units.len(), rules.min.len());
        Self {
            rules,
            seat: vec![NOT_LISTED; units],
            members: vec![Vec::new(); groups],
            place: vec![0; units],
            load: vec![0; groups],
            clashes: vec![0; groups],
            broken: Vec::new(),
            broken_at: vec![NOT_LISTED; groups],
            tabu: vec![0; units],
        }
    }

    /// Larger units first, then everybody else by flow; ties are broken by `dice`.
    pub(crate) fn start(rules: &'r RoundRules, dice: &mut Dice) -> Self {
        let mut filling = Self::empty(rules);
        let (units, groups) = (rules.units.len(), rules.min.len());
        if groups == 0 {
            return filling;
        }
        let mut order: Vec<usize> = (0..units).collect();
        dice.shuffle(&mut order);
        let (mut large, single): (Vec<_>, Vec<_>) =
            order.into_iter().partition(|&unit| rules.size(unit) > 1);
        large.sort_by_key(|&unit| {
            (rules.domain(unit).groups.len() > 1, std::cmp::Reverse(rules.size(unit)))
        });
        for unit in large {
            let group = filling.roomiest(unit);
            filling.sit(unit, group);
        }
        filling.spread_singles(&single);
        for group in 0..groups {
            filling.list(group);
        }
        filling
    }

    /// Everybody where `base` has them, as far as the rules permit; the others as in
    /// [`Filling::start`]. Tied people follow the first of them who had a seat.
    pub(crate) fn resume(rules: &'r RoundRules, base: &[Option<usize>], dice: &mut Dice) -> Self {
        let mut filling = Self::empty(rules);
        if rules.min.is_empty() {
            return filling;
        }
        let mut order: Vec<usize> = (0..rules.units.len()).collect();
        dice.shuffle(&mut order);
        let mut homeless = Vec::new();
        for unit in order {
            let mut old = rules.units[unit].people.iter().filter_map(|&p| base[p as usize]);
            match old.find(|&group| rules.domain(unit).has(group)) {
                Some(group) => filling.sit(unit, group),
                None => homeless.push(unit),
            }
        }
        homeless.sort_by_key(|&unit| {
            (rules.domain(unit).groups.len() > 1, std::cmp::Reverse(rules.size(unit)))
        });
        for unit in homeless {
            let group = filling.roomiest(unit);
            filling.sit(unit, group);
        }
        for group in 0..rules.min.len() {
            filling.list(group);
        }
        filling
    }

    /// The group of the domain that suffers least from taking `unit`.
    fn roomiest(&self, unit: usize) -> usize {
        let size = self.rules.size(unit);
        let suffering = |group: usize| {
            let over = (self.load[group] + size).saturating_sub(self.rules.max[group]);
            let room = self.rules.max[group].saturating_sub(self.load[group]);
            (over + self.clashes_with(unit, group), usize::MAX - room)
        };
        let groups = &self.rules.domain(unit).groups;
        groups.iter().map(|&g| g as usize).min_by_key(|&g| suffering(g)).unwrap_or(0)
    }

    fn spread_singles(&mut self, single: &[usize]) {
        let mut by_domain: HashMap<usize, Vec<usize>> = HashMap::new();
        for &unit in single {
            by_domain.entry(self.rules.units[unit].domain).or_default().push(unit);
        }
        let mut kinds: Vec<(usize, Vec<usize>)> = by_domain.into_iter().collect();
        // The pickiest first, so that the greedy pass of the flow leaves little to its paths.
        kinds.sort_by_key(|&(domain, _)| (self.rules.domains[domain].groups.len(), domain));
        let wanted: Vec<Kind> = kinds
            .iter()
            .map(|(domain, units)| Kind {
                count: units.len(),
                groups: self.rules.domains[*domain].groups.clone(),
            })
            .collect();
        let room = |bound: &[usize], load: &[usize]| -> Vec<usize> {
            bound.iter().zip(load).map(|(bound, load)| bound.saturating_sub(*load)).collect()
        };
        let (min, max) = (room(&self.rules.min, &self.load), room(&self.rules.max, &self.load));
        let seats = match spread(&wanted, &min, &max) {
            Spread::Full(seats) => seats,
            Spread::TooFewPlaces { partial, .. } | Spread::TooFewPeople { partial, .. } => partial,
        };
        for ((_, units), seats) in kinds.into_iter().zip(seats) {
            let mut slots: Vec<(u32, usize)> =
                seats.into_iter().filter(|slot| slot.1 > 0).collect();
            // Those with foes choose first among the seats that flow gave to their kind.
            let mut units = units;
            units.sort_by_key(|&unit| self.rules.units[unit].foes.is_empty());
            for unit in units {
                let best =
                    (0..slots.len()).min_by_key(|&i| self.clashes_with(unit, slots[i].0 as usize));
                let group = match best {
                    Some(slot) => {
                        let group = slots[slot].0 as usize;
                        slots[slot].1 -= 1;
                        if slots[slot].1 == 0 {
                            slots.swap_remove(slot);
                        }
                        group
                    }
                    None => self.roomiest(unit),
                };
                self.sit(unit, group);
            }
        }
    }

    fn clashes_with(&self, unit: usize, group: usize) -> usize {
        let foes = &self.rules.units[unit].foes;
        foes.iter().filter(|&&foe| self.seat[foe as usize] == group as u32).count()
    }

    fn sit(&mut self, unit: usize, group: usize) {
        self.clashes[group] += self.clashes_with(unit, group);
        self.seat[unit] = group as u32;
        self.place[unit] = self.members[group].len() as u32;
        self.members[group].push(unit as u32);
        self.load[group] += self.rules.size(unit);
    }

    fn rise(&mut self, unit: usize) -> usize {
        let group = self.seat[unit] as usize;
        self.seat[unit] = NOT_LISTED;
        self.clashes[group] -= self.clashes_with(unit, group);
        let place = self.place[unit] as usize;
        self.members[group].swap_remove(place);
        if let Some(&moved) = self.members[group].get(place) {
            self.place[moved as usize] = place as u32;
        }
        self.load[group] -= self.rules.size(unit);
        group
    }

    /// How far the load of a group lies outside its bounds.
    fn outside(&self, group: usize, load: usize) -> usize {
        load.saturating_sub(self.rules.max[group]) + self.rules.min[group].saturating_sub(load)
    }

    fn list(&mut self, group: usize) {
        let bad = self.clashes[group] > 0 || self.outside(group, self.load[group]) > 0;
        let at = self.broken_at[group];
        if bad && at == NOT_LISTED {
            self.broken_at[group] = self.broken.len() as u32;
            self.broken.push(group as u32);
        } else if !bad && at != NOT_LISTED {
            self.broken.swap_remove(at as usize);
            if let Some(&moved) = self.broken.get(at as usize) {
                self.broken_at[moved as usize] = at;
            }
            self.broken_at[group] = NOT_LISTED;
        }
    }

    pub(crate) fn keeps_the_rules(&self) -> bool {
        // Without groups there is nobody to list, yet every unit is left standing.
        self.broken.is_empty() && self.seat.iter().all(|&seat| seat != NOT_LISTED)
    }

    /// Changes one seat or swaps two, at most `steps` times, until nothing is broken.
    ///
    /// Returns the steps used. The walk takes the least bad change around one broken group and
    /// crosses plateaus freely, which is how a surplus finds its way through full groups.
    pub(crate) fn repair(&mut self, dice: &mut Dice, steps: u64) -> u64 {
        for step in 1..=steps {
            if self.broken.is_empty() {
                return step - 1;
            }
            let group = self.broken[dice.below(self.broken.len())] as usize;
            let surplus = self.load[group] > self.rules.max[group] || self.clashes[group] > 0;
            if surplus && !self.members[group].is_empty() {
                self.ease(group, step, dice);
            } else {
                self.feed(group, step, dice);
            }
        }
        steps
    }

    /// Moves or swaps one unit out of `group`.
    fn ease(&mut self, group: usize, step: u64, dice: &mut Dice) {
        let clashing = self.clashes[group] > 0;
        let mut unit = self.members[group][dice.below(self.members[group].len())] as usize;
        if clashing {
            for _ in 0..2 * self.members[group].len() {
                if self.clashes_with(unit, group) > 0 {
                    break;
                }
                unit = self.members[group][dice.below(self.members[group].len())] as usize;
            }
        }
        self.reseat(unit, step, dice);
    }

    /// The best new place for `unit`: any group of its domain, alone or against one unit there.
    fn reseat(&mut self, unit: usize, step: u64, dice: &mut Dice) {
        let rules = self.rules;
        let home = self.seat[unit] as usize;
        let groups = &rules.domain(unit).groups;
        if groups.len() < 2 {
            return;
        }
        let size = rules.size(unit);
        let leaves = self.clashes_with(unit, home) as i64 * 2;
        let mut best: Option<(i64, usize, Option<usize>)> = None;
        let mut ties = 0;
        let mut consider = |cost: i64, group: usize, against: Option<usize>, dice: &mut Dice| {
            if best.is_none_or(|known| cost < known.0) {
                best = Some((cost, group, against));
                ties = 1;
            } else if best.is_some_and(|known| cost == known.0) {
                ties += 1;
                if dice.below(ties) == 0 {
                    best = Some((cost, group, against));
                }
            }
        };
        let looked = groups.len().min(40);
        let offset = dice.below(groups.len());
        for turn in 0..looked {
            let group = groups[(offset + turn) % groups.len()] as usize;
            if group == home {
                continue;
            }
            let joins = self.clashes_with(unit, group) as i64 * 2 - leaves;
            let cost = joins
                + self.outside(home, self.load[home] - size) as i64
                + self.outside(group, self.load[group] + size) as i64
                - self.outside(home, self.load[home]) as i64
                - self.outside(group, self.load[group]) as i64;
            if self.tabu[unit] <= step || cost < 0 {
                consider(cost, group, None, dice);
            }
            for _ in 0..self.members[group].len().min(3) {
                let other = self.members[group][dice.below(self.members[group].len())] as usize;
                if !rules.domain(other).has(home) || (self.tabu[other] > step && dice.below(4) > 0)
                {
                    continue;
                }
                let other_size = rules.size(other);
                let foes =
                    usize::from(rules.units[unit].foes.binary_search(&(other as u32)).is_ok());
                let clash = joins - 2 * foes as i64
                    + 2 * (self.clashes_with(other, home) as i64 - foes as i64)
                    - 2 * self.clashes_with(other, group) as i64;
                let cost = clash
                    + self.outside(home, self.load[home] - size + other_size) as i64
                    + self.outside(group, self.load[group] + size - other_size) as i64
                    - self.outside(home, self.load[home]) as i64
                    - self.outside(group, self.load[group]) as i64;
                consider(cost, group, Some(other), dice);
            }
        }
        let Some((_, group, against)) = best else { return };
        self.rise(unit);
        if let Some(other) = against {
            self.rise(other);
            self.sit(other, home);
            self.tabu[other] = step + 3 + dice.below(8) as u64;
        }
        self.sit(unit, group);
        self.tabu[unit] = step + 3 + dice.below(8) as u64;
        self.list(home);
        self.list(group);
    }

    /// Brings one unit from elsewhere into a group below its minimum.
    fn feed(&mut self, group: usize, step: u64, dice: &mut Dice) {
        let rules = self.rules;
        let units = rules.units.len();
        if units == 0 {
            return;
        }
        let offset = dice.below(units);
        let mut best: Option<(i64, usize)> = None;
        for turn in 0..units {
            let unit = (offset + turn) % units;
            let home = self.seat[unit] as usize;
            if home == group || !rules.domain(unit).has(group) {
                continue;
            }
            let size = rules.size(unit);
            let cost = self.outside(home, self.load[home] - size) as i64
                - self.outside(home, self.load[home]) as i64
                + self.outside(group, self.load[group] + size) as i64
                - self.outside(group, self.load[group]) as i64
                + 2 * (self.clashes_with(unit, group) as i64
                    - self.clashes_with(unit, home) as i64)
                + i64::from(self.tabu[unit] > step);
            if best.is_none_or(|known| cost < known.0) {
                best = Some((cost, unit));
            }
        }
        let Some((_, unit)) = best else { return };
        let home = self.rise(unit);
        self.sit(unit, group);
        self.tabu[unit] = step + 3 + dice.below(8) as u64;
        self.list(home);
        self.list(group);
    }
}
