//! Two people who visit two topics in opposite orders, exchanged in both rounds at once.
//!
//! Their wishes do not notice, whereas exchanging them in one round alone would send both to a
//! topic twice. Without this, a plan that serves all wishes is cut off from others like it.

use super::Anneal;
use crate::search::costs::ABSENT;

impl Anneal<'_> {
    /// Looks, at one table, for somebody with whom `p` could exchange the topics of `round` and of
    /// another round.
    pub(super) fn propose_crossing(&mut self, round: usize, p: usize, heat: u64) {
        let ground = self.ground;
        let costs = self.state.costs;
        let other = self.dice.below(costs.rounds);
        if other == round || !self.is_single(p, other) {
            return;
        }
        let own = [self.state.seat(p, round) as usize, self.state.seat(p, other) as usize];
        let topics = own.map(|group| costs.topic_of[group]);
        let groups = &ground.of_topic[topics[1] as usize];
        if topics[0] == topics[1] || groups.is_empty() {
            return;
        }
        let group = groups[self.dice.below(groups.len())] as usize;
        let cell = round * costs.groups + group;
        let load = self.state.members[cell].len();
        let offset = self.dice.below(load);
        for turn in 0..load {
            let slot = if offset + turn < load { offset + turn } else { offset + turn - load };
            let q = self.state.members[cell][slot] as usize;
            let seat = self.state.seat(q, other);
            if seat == ABSENT || costs.topic_of[seat as usize] != topics[0] {
                continue;
            }
            let limit = ground.slack.draw(heat, &mut self.dice);
            if self.try_crossing([round, other], [p, q], own, [group, seat as usize], limit) {
                return;
            }
        }
    }

    /// Exchanges two people in two rounds if that is good enough, and says whether it was.
    fn try_crossing(
        &mut self,
        rounds: [usize; 2],
        [p, q]: [usize; 2],
        seats_p: [usize; 2],
        seats_q: [usize; 2],
        limit: i64,
    ) -> bool {
        let groups = self.state.costs.groups;
        let mut change = 0;
        for ((round, a), b) in rounds.into_iter().zip(seats_p).zip(seats_q) {
            for (cell, out, into) in [(round * groups + a, p, q), (round * groups + b, q, p)] {
                let mix = i64::from(self.state.replace_change(cell, out, into));
                change += self.state.weighed_change(cell, mix);
            }
        }
        let again = |person| -> i32 {
            rounds.into_iter().map(|round| self.state.again(person, round)).sum()
        };
        let gain = self.state.costs.repeat_factor * i64::from(again(p) + again(q));
        if change - gain > limit {
            return false;
        }
        let permitted = rounds.into_iter().zip(seats_p).zip(seats_q).all(|((round, a), b)| {
            self.is_single(q, round)
                && self.may(p, round, b)
                && self.may(q, round, a)
                && self.peaceful(p, round, b, q)
                && self.peaceful(q, round, a, p)
        });
        if !permitted {
            return false;
        }
        self.keep();
        let (before, wish) = (self.state.total, self.state.wish_total);
        rounds.into_iter().for_each(|round| self.state.swap(round, p, q));
        debug_assert_eq!(self.state.wish_total, wish, "crossing");
        let _ = wish;
        if self.state.total - before > limit {
            rounds.into_iter().for_each(|round| self.state.swap(round, p, q));
            return false;
        }
        self.note();
        true
    }
}
