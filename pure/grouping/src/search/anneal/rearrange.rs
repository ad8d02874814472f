//! One person from each of a few groups, rearranged among their places at the least cost.
//!
//! Each group loses one and gains one, so what a person costs in a place depends on nobody else who
//! is rearranged, and the best of all orders is an assignment. It finds the long rings of changes
//! that single swaps cannot reach in the cold.
//!
//! In a repair a group may take part with a free place instead of a person, so that a ring becomes a
//! chain, and those who have moved take part more often: what is undone and what is done instead are
//! then weighed in one.

use super::Anneal;
use crate::search::assignment::Assignment;
use crate::search::costs::ABSENT;
use crate::search::state::MOST_PERMUTED;

/// Groups that take part, at most.
const SIDE: usize = 12;
const _: () = assert!(SIDE <= MOST_PERMUTED);
/// Stands for a free place among those who take part.
const FREE: u32 = u32::MAX;
/// In a repair, a group takes part with a free place so many times in sixteen.
const FREE_ODDS: usize = 4;
/// What a place costs that is not permitted.
const FORBIDDEN: i64 = 1 << 40;

/// Lists that are filled anew for each arrangement.
#[derive(Debug, Default)]
pub(super) struct Bench {
    /// Who takes part, or [`FREE`], and from which group.
    chosen: Vec<(u32, usize)>,
    table: Vec<i64>,
    assignment: Assignment,
    changes: Vec<(u32, u32)>,
}

impl Anneal<'_> {
    pub(super) fn rearrange(&mut self) {
        if self.fence.wish.is_some() {
            return; // An assignment weighs costs, not bounds on their sum.
        }
        let mut bench = std::mem::take(&mut self.bench);
        self.rearrange_on(&mut bench);
        self.bench = bench;
    }

    fn rearrange_on(&mut self, bench: &mut Bench) {
        let costs = self.state.costs;
        let round = self.ground.rounds[self.dice.below(self.ground.rounds.len())] as usize;
        let Bench { chosen, table, assignment, changes } = bench;
        chosen.clear();
        table.clear();
        changes.clear();
        for _ in 0..2 * SIDE.min(costs.groups) {
            if chosen.len() == SIDE.min(costs.groups) {
                break;
            }
            let group = self.dice.below(costs.groups);
            if chosen.iter().any(|&(_, known)| known == group) {
                continue;
            }
            if costs.base.is_some()
                && self.dice.below(16) < FREE_ODDS
                && self.state.load(round, group) < self.state.rules[round].max[group]
            {
                chosen.push((FREE, group));
                continue;
            }
            let cell = round * costs.groups + group;
            let Some(mut person) = self.draw_member(cell) else { continue };
            if costs.base.is_some() && !self.state.differs(person, round, group as u32) {
                person = self.draw_member(cell).unwrap_or(person);
            }
            if self.is_single(person, round) {
                chosen.push((person as u32, group));
            }
        }
        let side = chosen.len();
        if side < 3 {
            return;
        }
        for &(person, home) in chosen.iter() {
            for &(other, group) in chosen.iter() {
                let cost = match (person, other) {
                    _ if home == group => 0,
                    (FREE, FREE) => 0,
                    (FREE, other) => self.cost_of_leaving(round, other as usize, group),
                    (person, FREE) => self.cost_of_joining(round, person as usize, home, group),
                    _ => {
                        self.cost_of_replacing(round, person as usize, home, other as usize, group)
                    }
                };
                // The low bits break ties by chance, so that plateaus are crossed.
                table.push((cost << 4) + self.dice.below(8) as i64);
            }
        }
        let places = assignment.cheapest(table, side);
        let change: i64 = (0..side).map(|row| table[row * side + places[row]] >> 4).sum();
        let others = (0..side).filter(|&row| places[row] != row && chosen[row].0 != FREE);
        let resized = chosen.iter().any(|&(person, _)| person == FREE);
        changes.extend(others.map(|row| {
            let (other, group) = chosen[places[row]];
            (chosen[row].0, if resized { group as u32 } else { other })
        }));
        if changes.is_empty() || change > 0 {
            return;
        }
        self.keep();
        let moved = self.state.moved;
        let before = self.state.total;
        if resized {
            self.state.reseat(round, changes);
        } else {
            self.state.permute(round, changes);
        }
        let beyond = self.beyond_total(self.state.moved - moved);
        debug_assert!(self.state.total - before + beyond - change <= side as i64);
        let _ = (before, beyond);
        self.note();
    }

    /// What it costs that `person` leaves `home` and takes the place of `other` in `group`.
    fn cost_of_replacing(
        &self,
        round: usize,
        person: usize,
        home: usize,
        other: usize,
        group: usize,
    ) -> i64 {
        if !self.may(person, round, group) || !self.peaceful(person, round, group, other) {
            return FORBIDDEN;
        }
        let (state, costs) = (&self.state, self.state.costs);
        let cell = round * costs.groups + group;
        let mix = i64::from(state.replace_change(cell, other, person));
        let wish = state.wish_change(person, costs.topic_of[home], costs.topic_of[group]);
        let mut cost = state.weighed_change(cell, mix) + costs.wish_factor * i64::from(wish);
        cost += self.pull(self.moved_change(person, round, home, group));
        if costs.rounds > 1 {
            let met = state.meets_again(person, round, cell, other as u32);
            cost += costs.repeat_factor * i64::from(met - state.again(person, round));
        }
        cost
    }

    /// What it costs that `person` goes from `home` to a free place in `group`.
    fn cost_of_joining(&mut self, round: usize, person: usize, home: usize, group: usize) -> i64 {
        if !self.may(person, round, group) || !self.peaceful(person, round, group, person) {
            return FORBIDDEN;
        }
        let cell = round * self.state.costs.groups + group;
        let mix = self.state.resize_change(round, group, person, 1);
        let (state, costs) = (&self.state, self.state.costs);
        let wish = state.wish_change(person, costs.topic_of[home], costs.topic_of[group]);
        let mut cost = state.weighed_change(cell, mix) + costs.wish_factor * i64::from(wish);
        cost += self.pull(self.moved_change(person, round, home, group));
        if costs.rounds > 1 {
            let met = state.meets_again(person, round, cell, ABSENT);
            cost += costs.repeat_factor * i64::from(met - state.again(person, round));
        }
        cost
    }

    /// What it costs `group` that `person` leaves it and nobody comes. Where the person goes counts
    /// for itself.
    fn cost_of_leaving(&mut self, round: usize, person: usize, group: usize) -> i64 {
        if self.state.load(round, group) <= self.state.rules[round].min[group] {
            return FORBIDDEN;
        }
        let mix = self.state.resize_change(round, group, person, -1);
        self.state.weighed_change(round * self.state.costs.groups + group, mix)
    }
}
