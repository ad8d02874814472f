//! Annealing over all rounds at once: swaps, moves and rings of three, proposals drawn near wishes.
//!
//! One step is one look at a person and a group, or in a tabu search at a row of changes. Nothing
//! here reads a clock, so a run is the same wherever it runs.

mod board;
mod crossing;
mod exchange;
mod ground;
mod rearrange;
mod tabu;
mod tied;

pub(crate) use ground::Ground;

use super::costs::ABSENT;
use super::state::State;
use crate::engine::stages::{Cooling, Heats, Search};
use crate::random::{Dice, scaled};
use ground::trait_of;
use tabu::Tabu;

/// Bounds that a plan may not cross, whatever it would gain.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fence {
    /// Unweighted wish cost.
    pub wish: Option<i64>,
    pub moved: Option<i64>,
}

/// One search: a state, its chance, and the best seats so far.
pub(crate) struct Anneal<'a> {
    pub state: State<'a>,
    ground: &'a Ground,
    dice: Dice,
    fence: Fence,
    fenced: bool,
    /// What a moved seat weighs, in 1/256.
    price: i64,
    pub best_total: i64,
    best: Vec<Vec<u32>>,
    best_is_now: bool,
    marked: (i64, Vec<Vec<u32>>),
    bench: rearrange::Bench,
    /// What searches instead of annealing, where it can.
    tabu: Option<Box<Tabu>>,
}

impl<'a> Anneal<'a> {
    pub(crate) fn new(state: State<'a>, ground: &'a Ground, dice: Dice, fence: Fence) -> Self {
        let costs = state.costs;
        let mut anneal = Self {
            best_total: i64::MAX,
            best: Vec::new(),
            best_is_now: false,
            marked: (i64::MAX, Vec::new()),
            bench: rearrange::Bench::default(),
            tabu: Tabu::open(&state, ground).map(Box::new),
            state,
            ground,
            dice,
            fence,
            fenced: fence.wish.is_some() || fence.moved.is_some(),
            price: costs.move_price << 8,
        };
        if fence.moved.is_some() {
            anneal.price = 4 << 8;
        }
        anneal.note();
        anneal
    }

    /// The seats of the best plan inside the fence; empty if there was none.
    pub(crate) fn best(&mut self) -> Vec<Vec<u32>> {
        self.keep();
        self.best.clone()
    }

    fn inside(&self) -> bool {
        self.fence.wish.is_none_or(|most| self.state.wish_total <= most)
            && self.fence.moved.is_none_or(|most| self.state.moved <= most)
    }

    /// Marks the state as the best if it is; the copy waits until the state is about to worsen.
    #[inline]
    fn note(&mut self) {
        if self.state.total < self.best_total && self.inside() {
            self.best_total = self.state.total;
            self.best_is_now = true;
        }
    }

    #[inline]
    fn keep(&mut self) {
        if self.best_is_now {
            self.best = self.state.seats();
            self.best_is_now = false;
        }
    }

    /// Cools through one stretch, or through the part of it from step `begin` to `end`.
    fn cool_part(&mut self, cooling: Cooling, begin: u64, end: u64) {
        if self.ground.movable == 0 || self.state.costs.groups < 2 {
            return;
        }
        let held = self.ground.wished || self.state.costs.base.is_some();
        let period = if held { RARELY_REARRANGED } else { REARRANGED };
        let mut step = begin;
        while step < end {
            let heat = cooling.heat(step);
            let pause = end.min((step / BLOCK + 1) * BLOCK);
            if self.tabu.is_some() {
                (step..pause).for_each(|_| self.look(heat));
                step = pause;
                continue;
            }
            let cold = cooling.is_cold(step);
            for turn in step..pause {
                self.propose(heat);
                if cold && turn % period == 0 {
                    self.rearrange();
                }
            }
            self.steer(STEERED, 1 << 24);
            step = pause;
        }
    }

    #[inline]
    fn propose(&mut self, heat: u64) {
        let ground = self.ground;
        let bits = self.dice.next();
        let round = ground.rounds[scaled(bits as u32, ground.rounds.len())] as usize;
        let single = &ground.single[round];
        if (bits >> 32) & 1023 < ground.tied_odds[round] || single.is_empty() {
            self.propose_tied(round, heat);
            return;
        }
        let mut p = single[scaled((bits >> 32) as u32, single.len())];
        if ground.crossed && bits & CROSSED == 0 {
            self.propose_crossing(round, p as usize, heat);
            return;
        }
        let mut target = None;
        if self.state.costs.base.is_some() && bits & 1 == 0 {
            // In a repair those who have moved anyway matter most, and first their way back.
            p = self.draw_moved(round, p);
            target = self.way_back(p as usize, round).filter(|_| bits & 2 == 0);
        }
        let Some(target) = target.or_else(|| self.target(p as usize, round)) else { return };
        let rings = ground.wished || self.state.costs.base.is_some();
        if rings && self.dice.below(16) == 0 {
            let limit = ground.slack.draw(heat, &mut self.dice);
            self.propose_ring(round, p as usize, target, limit);
        } else {
            self.propose_pair(round, p as usize, target, heat);
        }
    }

    /// Somebody who sits elsewhere than before, if a few draws find one.
    fn draw_moved(&mut self, round: usize, first: u32) -> u32 {
        let single = &self.ground.single[round];
        let mut person = first;
        for _ in 0..8 {
            if self.state.differs(person as usize, round, self.state.seat(person as usize, round)) {
                break;
            }
            person = single[self.dice.below(single.len())];
        }
        person
    }

    /// The group where a moved person sat before, if it is still permitted.
    fn way_back(&self, person: usize, round: usize) -> Option<usize> {
        let costs = self.state.costs;
        let old = costs.base.as_ref()?[round * costs.people + person];
        let away = old != ABSENT && old != self.state.seat(person, round);
        (away && self.may(person, round, old as usize)).then_some(old as usize)
    }

    /// A group worth trying for a person, other than its own.
    #[inline]
    fn target(&mut self, person: usize, round: usize) -> Option<usize> {
        let ground = self.ground;
        let costs = self.state.costs;
        let home = self.state.seat(person, round) as usize;
        let bits = self.dice.next();
        let (how, which) = (bits as u32 & 15, (bits >> 32) as u32);
        let group = if !ground.wished || how == 0 {
            scaled(which, costs.groups)
        } else {
            let wishes = &costs.wishes[person];
            let topic = if how < 8 || wishes.is_empty() {
                costs.topic_of[home]
            } else {
                wishes[scaled((bits as u32) & 0xffff_fff0, wishes.len())]
            };
            let groups = &ground.of_topic[topic as usize];
            if groups.is_empty() {
                return None;
            }
            groups[scaled(which, groups.len())] as usize
        };
        (group != home && self.may(person, round, group)).then_some(group)
    }

    /// Whether the person's own rules permit the group.
    #[inline]
    fn may(&self, person: usize, round: usize, group: usize) -> bool {
        let costs = self.state.costs;
        if self.ground.traits[round * costs.people + person] & trait_of::ANYWHERE != 0 {
            return true;
        }
        let rules = &self.state.rules[round];
        let domain = rules.units[rules.unit_of[person] as usize].domain;
        self.ground.reach[round][domain * costs.groups + group]
    }

    /// Whether foes permit the person in the group once `except` has left it.
    #[inline]
    fn peaceful(&self, person: usize, round: usize, group: usize, except: usize) -> bool {
        if self.ground.traits[round * self.state.costs.people + person] & trait_of::PEACEFUL != 0 {
            return true;
        }
        let unit = self.state.unit_of(person, round);
        let except = self.state.rules[round].unit_of[except];
        !self.state.has_foe(round, unit, group, except)
    }

    #[inline]
    fn is_single(&self, person: usize, round: usize) -> bool {
        self.ground.traits[round * self.state.costs.people + person] & trait_of::SINGLE != 0
    }

    /// Whether a change of wish cost stays inside the fence or comes nearer.
    #[inline]
    fn allowed(&self, wish: i64) -> bool {
        let most = self.fence.wish;
        most.is_none_or(|most| wish <= 0 || self.state.wish_total + wish <= most)
    }

    /// What so many more moved seats weigh when a change is judged.
    #[inline]
    fn pull(&self, moved: i64) -> i64 {
        (self.price * moved) >> 8
    }

    /// The part of [`Anneal::pull`] that the state's own total does not count.
    fn beyond_total(&self, moved: i64) -> i64 {
        self.pull(moved) - self.state.costs.move_price * moved
    }

    /// Steers the price of a moved seat so that their number settles at the most that is allowed, by
    /// one part in so many and to `dearest` at most.
    fn steer(&mut self, parts: i64, dearest: i64) {
        if let Some(most) = self.fence.moved {
            let step = self.price / parts + 1;
            self.price += if self.state.moved > most { step } else { -step };
            self.price = self.price.clamp(0, dearest);
        }
    }

    /// Change of the number of moved seats when the person goes from one group to another.
    #[inline]
    fn moved_change(&self, person: usize, round: usize, from: usize, to: usize) -> i64 {
        if self.state.costs.base.is_none() {
            return 0;
        }
        i64::from(self.state.differs(person, round, to as u32))
            - i64::from(self.state.differs(person, round, from as u32))
    }
}

impl Search for Anneal<'_> {
    fn cool(&mut self, cooling: Cooling, begin: u64, end: u64) {
        self.cool_part(cooling, begin, end);
    }

    fn best_cost(&mut self) -> i64 {
        self.best_total
    }

    fn mark(&mut self) {
        self.keep();
        self.marked = (self.best_total, self.best.clone());
    }

    fn fall_back(&mut self) {
        self.best_is_now = false;
        (self.best_total, self.best) = self.marked.clone();
    }

    fn reheat(&mut self) {}

    /// From where the greatest usual costs still change hands to where only the least ones do. A
    /// long cooling gains more from staying warm than from freezing: it meets good plans anyway.
    fn heats(&self, steps: u64) -> Heats {
        let costs = self.state.costs;
        let weights = costs.weights().map(|weight| weight * costs.mix_factor);
        let (mut sum, mut kinds, mut grain) = (0, 0, i64::MAX);
        for weight in weights.filter(|&weight| weight > 0) {
            (sum, kinds, grain) = (sum + weight, kinds + 1, grain.min(weight));
        }
        let wish = if self.ground.wished { costs.wish_factor * costs.wish_grain() } else { 0 };
        let again = if costs.rounds > 1 { costs.repeat_factor } else { 0 };
        for small in [wish, again].into_iter().filter(|&small| small > 0) {
            grain = grain.min(small);
        }
        if grain == i64::MAX {
            grain = 1;
        }
        let mix = if kinds == 0 { 0 } else { (sum << 16) / kinds };
        let greatest = (mix * 3 / 4).max((wish << 16) * 2 / 5).max(again << 15);
        let grain = grain << 16;
        // Hotter, a repair would only shake loose what shall stay.
        let from = if costs.base.is_some() { (mix / 2).max(grain.min(greatest)) } else { greatest };
        let warmth = match steps / (self.ground.movable as u64).max(1) {
            _ if costs.base.is_some() => 64,
            0..=1024 => 60,
            many => 60 + 10 * (i64::from(many.ilog2()) - 10).min(4),
        };
        if self.tabu.is_some() {
            let price = if costs.move_price > 0 { costs.move_price << 16 } else { grain };
            return tabu::heats(mix, grain.min(price), steps / (self.ground.movable as u64).max(1));
        }
        let from = from.max(1 << 12);
        Heats { from: from as u64, to: (grain * warmth / 256).clamp(1 << 8, from) as u64 }
    }
}

/// In the cold, a whole round is rearranged once per so many proposals.
const REARRANGED: u64 = 6;
/// Where wishes or old seats hold people, an order of chance people seldom pays.
const RARELY_REARRANGED: u64 = 24;
/// The part by which a block of proposals changes the price of a moved seat.
const STEERED: i64 = 12;

/// Which bits of a draw send people across rounds: all of them zero.
const CROSSED: u64 = 7;

/// The heat changes once per so many steps.
const BLOCK: u64 = 1 << 10;
