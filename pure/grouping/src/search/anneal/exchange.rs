//! Proposals of single people: swaps, moves to a free place, rings of three.

use super::Anneal;
use super::ground::trait_of;
use crate::search::costs::ABSENT;

impl Anneal<'_> {
    /// Looks at swapping `p` with each member of group `b` in turn, or at a free place there, and
    /// takes the first change that is good enough.
    pub(super) fn propose_pair(&mut self, round: usize, p: usize, b: usize, heat: u64) {
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
    pub(super) fn propose_move(&mut self, round: usize, p: usize, b: usize, limit: i64) {
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
    pub(super) fn propose_ring(&mut self, round: usize, p: usize, b: usize, limit: i64) {
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
    pub(super) fn draw_member(&mut self, cell: usize) -> Option<usize> {
        let members = &self.state.members[cell];
        members.get(self.dice.below(members.len())).map(|&person| person as usize)
    }
}
