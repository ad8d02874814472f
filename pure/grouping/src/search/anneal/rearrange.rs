//! One person from each of a few groups, rearranged among their places at the least cost.
//!
//! Each group loses one and gains one, so what a person costs in a place depends on nobody else who
//! is rearranged, and the best of all orders is an assignment. It finds the long rings of changes
//! that single swaps cannot reach in the cold.

use super::Anneal;
use crate::search::assignment::Assignment;
use crate::search::state::MOST_PERMUTED;

/// Groups that take part, at most.
const SIDE: usize = 12;
const _: () = assert!(SIDE <= MOST_PERMUTED);
/// What a place costs that is not permitted.
const FORBIDDEN: i64 = 1 << 40;

/// Lists that are filled anew for each arrangement.
#[derive(Debug, Default)]
pub(super) struct Bench {
    /// Who takes part, and from which group.
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
            let Some(person) = self.draw_member(round * costs.groups + group) else { continue };
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
                let cost =
                    self.cost_of_replacing(round, person as usize, home, other as usize, group);
                // The low bits break ties by chance, so that plateaus are crossed.
                table.push((cost << 4) + self.dice.below(8) as i64);
            }
        }
        let places = assignment.cheapest(table, side);
        let change: i64 = (0..side).map(|row| table[row * side + places[row]] >> 4).sum();
        let others = (0..side).filter(|&row| places[row] != row);
        changes.extend(others.map(|row| (chosen[row].0, chosen[places[row]].0)));
        if changes.is_empty() || change > 0 {
            return;
        }
        self.keep();
        let moved = self.state.moved;
        let before = self.state.total;
        self.state.permute(round, changes);
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
        if person == other {
            return 0;
        }
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
}
