//! Annealing over all rounds at once: swaps, moves and rings of three, proposals drawn near wishes.
//!
//! One step is one proposal. Nothing here reads a clock, so a run is the same wherever it runs.

use super::costs::{ABSENT, Costs};
use super::state::State;
use crate::engine::stages::{Cooling, Heats, Search};
use crate::random::{Dice, Slack, scaled};
use crate::rules::RoundRules;

/// What the proposals need to know about a person in a round, in one byte.
mod trait_of {
    /// Sits alone in its unit.
    pub const SINGLE: u8 = 1;
    /// May sit in every group.
    pub const ANYWHERE: u8 = 2;
    /// Has nobody to keep apart from.
    pub const PEACEFUL: u8 = 4;
    pub const FREE: u8 = SINGLE | ANYWHERE | PEACEFUL;
}

/// Fixed facts of an instance that proposals are drawn from.
#[derive(Debug)]
pub(crate) struct Ground {
    traits: Vec<u8>,
    /// Per round, people who sit alone in their unit and may sit in more than one group.
    single: Vec<Vec<u32>>,
    /// Per round, units of several people that may sit in more than one group.
    tied: Vec<Vec<u32>>,
    /// Per round, how many of 1024 proposals go to units of several people.
    tied_odds: Vec<u64>,
    /// Per round, whether a domain has a group: `domain * groups + group`.
    reach: Vec<Vec<bool>>,
    of_topic: Vec<Vec<u32>>,
    /// Rounds with somebody to move, once per person so that a draw is fair.
    rounds: Vec<u32>,
    slack: Slack,
    /// Whether topics pull people, so that proposals should follow wishes.
    wished: bool,
    pub movable: usize,
}

impl Ground {
    pub(crate) fn new(costs: &Costs, rules: &[RoundRules]) -> Self {
        let mut ground = Self {
            traits: vec![0; costs.rounds * costs.people],
            single: Vec::new(),
            tied: Vec::new(),
            tied_odds: Vec::new(),
            reach: Vec::new(),
            of_topic: vec![Vec::new(); costs.topics],
            rounds: Vec::new(),
            slack: Slack::new(),
            wished: costs.wishes.iter().any(|wishes| !wishes.is_empty()),
            movable: 0,
        };
        for (group, &topic) in costs.topic_of.iter().enumerate() {
            ground.of_topic[topic as usize].push(group as u32);
        }
        for (round, rules) in rules.iter().enumerate() {
            let (mut single, mut tied) = (Vec::new(), Vec::new());
            let mut reach = vec![false; rules.domains.len() * costs.groups];
            for (domain, row) in rules.domains.iter().zip(reach.chunks_mut(costs.groups.max(1))) {
                domain.groups.iter().for_each(|&group| row[group as usize] = true);
            }
            for (index, unit) in rules.units.iter().enumerate() {
                let wide = rules.domain(index).groups.len();
                let mut own = 0;
                if unit.people.len() == 1 {
                    own |= trait_of::SINGLE;
                }
                if wide == costs.groups {
                    own |= trait_of::ANYWHERE;
                }
                if unit.foes.is_empty() {
                    own |= trait_of::PEACEFUL;
                }
                for &person in &unit.people {
                    ground.traits[round * costs.people + person as usize] = own;
                }
                if wide > 1 {
                    let list = if unit.people.len() == 1 { &mut single } else { &mut tied };
                    list.push(if unit.people.len() == 1 { unit.people[0] } else { index as u32 });
                }
            }
            let share = 2048 * tied.len() / (single.len() + tied.len()).max(1);
            ground.tied_odds.push(if tied.is_empty() { 0 } else { share.clamp(4, 64) as u64 });
            ground.movable += single.len() + tied.len();
            ground.rounds.extend(single.iter().map(|_| round as u32));
            if single.is_empty() {
                ground.rounds.extend(tied.iter().map(|_| round as u32));
            }
            ground.single.push(single);
            ground.tied.push(tied);
            ground.reach.push(reach);
        }
        ground
    }
}

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
}

impl<'a> Anneal<'a> {
    pub(crate) fn new(state: State<'a>, ground: &'a Ground, dice: Dice, fence: Fence) -> Self {
        let costs = state.costs;
        let mut anneal = Self {
            best_total: i64::MAX,
            best: Vec::new(),
            best_is_now: false,
            marked: (i64::MAX, Vec::new()),
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

    /// Between which heats a cooling is worth its time here.
    pub(crate) fn heats(&self) -> Heats {
        let costs = self.state.costs;
        let weights = costs.weights().map(|weight| weight * costs.mix_factor);
        let (mut sum, mut kinds, mut grain) = (0, 0, i64::MAX);
        for weight in weights.filter(|&weight| weight > 0) {
            (sum, kinds, grain) = (sum + weight, kinds + 1, grain.min(weight));
        }
        let mix = if kinds == 0 { 0 } else { sum * 3 / (4 * kinds) };
        let wish =
            if self.ground.wished { costs.wish_factor * 2 / 5 * costs.wish_grain() } else { 0 };
        let again = if costs.rounds > 1 { costs.repeat_factor } else { 0 };
        for small in [wish, again].into_iter().filter(|&small| small > 0) {
            grain = grain.min(small);
        }
        let from = if costs.base.is_some() {
            // Hotter would only shake loose what shall stay.
            (mix * 2 / 3).max(grain.min(mix.max(wish).max(again)))
        } else {
            mix.max(wish).max(again)
        };
        let from = from.max(1) as u64;
        let to = grain.clamp(1, from as i64) as u64;
        Heats { from: from << 16, to: (to << 16) / 4 }
    }

    /// Cools through one stretch, or through the part of it from step `begin` to `end`.
    fn cool_part(&mut self, cooling: Cooling, begin: u64, end: u64) {
        if self.ground.movable == 0 || self.state.costs.groups < 2 {
            return;
        }
        let mut step = begin;
        while step < end {
            let heat = cooling.heat(step);
            let pause = end.min((step / BLOCK + 1) * BLOCK);
            for _ in step..pause {
                self.propose(heat);
            }
            self.steer();
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

    /// Steers the price of a moved seat so that their number settles at the most that is allowed.
    fn steer(&mut self) {
        if let Some(most) = self.fence.moved {
            let step = self.price / 12 + 1;
            self.price += if self.state.moved > most { step } else { -step };
            self.price = self.price.clamp(0, 1 << 24);
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

    /// Looks at swapping `p` with each member of group `b` in turn, or at a free place there, and
    /// takes the first change that is good enough.
    fn propose_pair(&mut self, round: usize, p: usize, b: usize, heat: u64) {
        let ground = self.ground;
        let state = &self.state;
        let costs = state.costs;
        let a = state.seat(p, round) as usize;
        let (cell_a, cell_b) = (round * costs.groups + a, round * costs.groups + b);
        let rules = &state.rules[round];
        let (topic_a, topic_b) = (costs.topic_of[a], costs.topic_of[b]);
        let own_wish = i64::from(state.wish_change(p, topic_a, topic_b));
        let own_moved = self.moved_change(p, round, a, b);
        let mut own = costs.wish_factor * own_wish;
        if costs.rounds > 1 {
            own -= costs.repeat_factor * i64::from(state.again(p, round));
        }
        // No mix can gain more than all it costs.
        let most_gain = costs.weighed(state.mix[cell_a]) + costs.weighed(state.mix[cell_b]);
        let load = state.members[cell_b].len();
        let room = load < rules.max[b] && state.load(round, a) > rules.min[a];
        let offset = self.dice.below(load);
        let exchange = state.exchange(cell_a, cell_b, p);
        let free = ground.traits[round * costs.people + p];
        for turn in 0..load {
            let slot = if offset + turn < load { offset + turn } else { offset + turn - load };
            let limit = ground.slack.draw(heat, &mut self.dice);
            let state = &self.state;
            let q = state.members[cell_b][slot] as usize;
            let mut change = own;
            let mut wish = own_wish;
            if topic_a != topic_b {
                let other = i64::from(state.wish_change(q, topic_b, topic_a));
                wish += other;
                change += costs.wish_factor * other;
            }
            if costs.rounds == 1 && costs.base.is_none() && change - most_gain > limit {
                continue;
            }
            let mut moved = own_moved;
            if costs.base.is_some() {
                moved += self.moved_change(q, round, b, a);
                change += self.pull(moved);
            }
            if costs.rounds > 1 {
                change -= costs.repeat_factor * i64::from(state.again(q, round));
            }
            if change - most_gain > limit {
                continue;
            }
            let (mix_a, mix_b) = exchange.with(costs.values_of(q));
            change += state.weighed_change(cell_a, i64::from(mix_a))
                + state.weighed_change(cell_b, i64::from(mix_b));
            if change > limit {
                continue;
            }
            let both = free & ground.traits[round * costs.people + q];
            if both & trait_of::FREE != trait_of::FREE
                && !(self.is_single(q, round)
                    && self.may(q, round, a)
                    && self.peaceful(p, round, b, q)
                    && self.peaceful(q, round, a, p))
                || !self.allowed(wish)
            {
                continue;
            }
            if costs.rounds > 1 {
                let first = i64::from(state.meets_again(p, round, cell_b, q as u32));
                change += costs.repeat_factor * first;
                if change > limit {
                    continue;
                }
                let second = i64::from(state.meets_again(q, round, cell_a, p as u32));
                change += costs.repeat_factor * second;
                if change > limit {
                    continue;
                }
            }
            if change > 0 || self.fenced {
                self.keep();
            }
            let change = change - self.beyond_total(moved);
            let before = self.state.total;
            self.state.swap(round, p, q);
            debug_assert_eq!(self.state.total - before, change, "swap");
            let _ = before;
            self.note();
            return;
        }
        if room {
            let limit = ground.slack.draw(heat, &mut self.dice);
            self.propose_move(round, p, b, limit);
        }
    }

    /// Moves `p` to a free place in `b`.
    fn propose_move(&mut self, round: usize, p: usize, b: usize, limit: i64) {
        let state = &self.state;
        let costs = state.costs;
        let a = state.seat(p, round) as usize;
        let rules = &state.rules[round];
        let (cell_a, cell_b) = (round * costs.groups + a, round * costs.groups + b);
        if state.load(round, a) <= rules.min[a] || state.load(round, b) >= rules.max[b] {
            return;
        }
        if !self.peaceful(p, round, b, p) {
            return;
        }
        let wish = i64::from(state.wish_change(p, costs.topic_of[a], costs.topic_of[b]));
        let moved = self.moved_change(p, round, a, b);
        if !self.allowed(wish) {
            return;
        }
        let mut change = costs.wish_factor * wish + self.pull(moved);
        if costs.rounds > 1 {
            change -= costs.repeat_factor * i64::from(state.again(p, round));
        }
        if change - costs.weighed(state.mix[cell_a]) - costs.weighed(state.mix[cell_b]) > limit {
            return;
        }
        let mix_a = self.state.resize_change(round, a, p, -1);
        change += self.state.weighed_change(cell_a, mix_a);
        if change - costs.weighed(self.state.mix[cell_b]) > limit {
            return;
        }
        let mix_b = self.state.resize_change(round, b, p, 1);
        let state = &self.state;
        change += state.weighed_change(cell_b, mix_b);
        if change > limit {
            return;
        }
        if costs.rounds > 1 {
            let met = i64::from(state.meets_again(p, round, cell_b, ABSENT));
            change += costs.repeat_factor * met;
            if change > limit {
                return;
            }
        }
        if change > 0 || self.fenced {
            self.keep();
        }
        let change = change - self.beyond_total(moved);
        let before = self.state.total;
        self.state.reseat(round, &[(p as u32, b as u32)]);
        debug_assert_eq!(self.state.total - before, change, "move");
        let _ = before;
        self.note();
    }

    /// `p` to the place of some `q` in `b`, `q` to the place of some `s`, `s` to the place of `p`.
    fn propose_ring(&mut self, round: usize, p: usize, b: usize, limit: i64) {
        let costs = self.state.costs;
        let a = self.state.seat(p, round) as usize;
        let cells = (round * costs.groups + a, round * costs.groups + b);
        let Some(q) = self.draw_member(cells.1) else { return };
        if !self.is_single(q, round) || !self.peaceful(p, round, b, q) {
            return;
        }
        let Some(c) = self.target(q, round) else { return };
        if c == a || c == b {
            return;
        }
        let cell_c = round * costs.groups + c;
        let Some(s) = self.draw_member(cell_c) else { return };
        if !self.is_single(s, round)
            || !self.may(s, round, a)
            || !self.peaceful(q, round, c, s)
            || !self.peaceful(s, round, a, p)
        {
            return;
        }
        let state = &self.state;
        let topics = [a, b, c].map(|group| costs.topic_of[group]);
        let wish = i64::from(state.wish_change(p, topics[0], topics[1]))
            + i64::from(state.wish_change(q, topics[1], topics[2]))
            + i64::from(state.wish_change(s, topics[2], topics[0]));
        let moved = self.moved_change(p, round, a, b)
            + self.moved_change(q, round, b, c)
            + self.moved_change(s, round, c, a);
        if !self.allowed(wish) {
            return;
        }
        let mut change = costs.wish_factor * wish + self.pull(moved);
        if costs.rounds > 1 {
            let again = state.again(p, round) + state.again(q, round) + state.again(s, round);
            change -= costs.repeat_factor * i64::from(again);
        }
        let gain: i64 =
            [cells.0, cells.1, cell_c].map(|cell| costs.weighed(state.mix[cell])).iter().sum();
        if change - gain > limit {
            return;
        }
        for (cell, out, into) in [(cells.0, p, s), (cells.1, q, p), (cell_c, s, q)] {
            let mix = i64::from(state.replace_change(cell, out, into));
            change += state.weighed_change(cell, mix);
        }
        if change > limit {
            return;
        }
        if costs.rounds > 1 {
            let met = state.meets_again(p, round, cells.1, q as u32)
                + state.meets_again(q, round, cell_c, s as u32)
                + state.meets_again(s, round, cells.0, p as u32);
            change += costs.repeat_factor * i64::from(met);
            if change > limit {
                return;
            }
        }
        if change > 0 || self.fenced {
            self.keep();
        }
        let change = change - self.beyond_total(moved);
        let before = self.state.total;
        self.state.rotate(round, p, q, s);
        debug_assert_eq!(self.state.total - before, change, "ring");
        let _ = before;
        self.note();
    }

    #[inline]
    fn draw_member(&mut self, cell: usize) -> Option<usize> {
        let members = &self.state.members[cell];
        members.get(self.dice.below(members.len())).map(|&person| person as usize)
    }

    /// Moves a unit of several people to one of a few groups, against single people where places
    /// are short.
    fn propose_tied(&mut self, round: usize, heat: u64) {
        let ground = self.ground;
        let tied = &ground.tied[round];
        if tied.is_empty() {
            return;
        }
        let rules = &self.state.rules[round];
        let unit = tied[self.dice.below(tied.len())] as usize;
        let people = &rules.units[unit].people;
        let mut lead = people[self.dice.below(people.len())] as usize;
        if self.state.costs.wishes[lead].is_empty() {
            lead = people[self.dice.below(people.len())] as usize;
        }
        for _ in 0..TRIES_OF_TIED {
            let Some(b) = self.target(lead, round) else { continue };
            let limit = ground.slack.draw(heat, &mut self.dice);
            if self.try_tied(round, unit, b, limit) {
                return;
            }
        }
    }

    /// Moves `unit` to group `b` if that is good enough, and says whether it was.
    fn try_tied(&mut self, round: usize, unit: usize, b: usize, limit: i64) -> bool {
        let rules = &self.state.rules[round];
        let costs = self.state.costs;
        let people = &rules.units[unit].people;
        let a = self.state.seat(people[0] as usize, round) as usize;
        if self.state.has_foe(round, unit, b, NOBODY) {
            return false;
        }
        let size = people.len();
        let load = (self.state.load(round, a), self.state.load(round, b));
        let (cell_a, cell_b) = (round * costs.groups + a, round * costs.groups + b);
        // The most that the change can gain, kept up as people are added to it.
        let mut change =
            -costs.weighed(self.state.mix[cell_a]) - costs.weighed(self.state.mix[cell_b]);
        for &person in people {
            change += self.at_best(person as usize, round, a, b);
        }
        let need = (load.1 + size)
            .saturating_sub(rules.max[b])
            .max((rules.min[a] + size).saturating_sub(load.0));
        let back = need + self.dice.below(size.saturating_sub(need) + 1);
        if back == 0 && change > limit {
            return false;
        }
        let mut changes: Vec<(u32, u32)> = people.iter().map(|&p| (p, b as u32)).collect();
        let at_least = change;
        for _ in 0..4 * back {
            if changes.len() == size + back {
                break;
            }
            let Some(other) = self.draw_member(cell_b) else { return false };
            let own = self.state.unit_of(other, round);
            let known = changes.iter().any(|&(person, _)| person as usize == other);
            let comers = &rules.units[own].people;
            let cost: i64 = comers.iter().map(|&p| self.at_best(p as usize, round, b, a)).sum();
            if known
                || changes.len() + comers.len() > size + back
                || change + cost > limit.max(at_least)
                || !self.may(other, round, a)
                || self.state.has_foe(round, own, a, unit as u32)
            {
                continue;
            }
            change += cost;
            changes.extend(comers.iter().map(|&person| (person, a as u32)));
        }
        let back = changes.len() - size;
        if change > limit
            || load.1 + size - back > rules.max[b]
            || load.1 + size < rules.min[b] + back
            || load.0 + back < rules.min[a] + size
            || load.0 + back > rules.max[a] + size
            || self.comers_clash(round, &changes[size..])
        {
            return false;
        }
        self.try_reseat(round, &changes, a as u32, b as u32, limit)
    }

    /// What reseating somebody costs at best: wishes and the move, with every repeat gone.
    fn at_best(&self, person: usize, round: usize, from: usize, to: usize) -> i64 {
        let costs = self.state.costs;
        let wish = self.state.wish_change(person, costs.topic_of[from], costs.topic_of[to]);
        costs.wish_factor * i64::from(wish) + self.pull(self.moved_change(person, round, from, to))
            - costs.repeat_factor * i64::from(self.state.again(person, round))
    }

    /// Whether two who would come to the same group are foes.
    fn comers_clash(&self, round: usize, comers: &[(u32, u32)]) -> bool {
        let rules = &self.state.rules[round];
        comers.iter().enumerate().any(|(i, first)| {
            let foes = &rules.units[rules.unit_of[first.0 as usize] as usize].foes;
            comers[i + 1..].iter().any(|next| foes.contains(&rules.unit_of[next.0 as usize]))
        })
    }

    /// Applies a change between two groups and takes it back unless it is good enough.
    fn try_reseat(
        &mut self,
        round: usize,
        changes: &[(u32, u32)],
        a: u32,
        b: u32,
        limit: i64,
    ) -> bool {
        self.keep();
        let (before, wish, moved) = (self.state.total, self.state.wish_total, self.state.moved);
        self.state.reseat(round, changes);
        let state = &self.state;
        let outside =
            self.fence.wish.is_some_and(|most| state.wish_total > most && state.wish_total > wish);
        if outside || state.total - before + self.beyond_total(state.moved - moved) > limit {
            let back: Vec<(u32, u32)> =
                changes.iter().map(|&(person, to)| (person, if to == a { b } else { a })).collect();
            self.state.reseat(round, &back);
            return false;
        }
        self.note();
        true
    }
}

/// Groups that are tried for a unit of several people at a time.
const TRIES_OF_TIED: usize = 6;

const NOBODY: u32 = u32::MAX;

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
}

/// The heat changes once per so many steps.
const BLOCK: u64 = 1 << 10;
