//! Proposals of a repair that has a [`Ledger`](super::ledger): many, and nearly all of them refused
//! by a look into it.
//!
//! What a swap costs has two sides, and in nearly every swap that is taken one of them is cheap. So
//! of a few draws of a person and a group, only the one whose own side is cheapest is looked at.

use super::Anneal;
use super::ground::trait_of;
use super::ledger::{leaving, moved_by};
use crate::random::scaled;

/// Draws of which the cheapest is looked at. In a fixed order, since a processor does not guess
/// well what depends on chance.
const DRAWS: [Who; 4] = [Who::Anybody, Who::MovedBack, Who::Anybody, Who::Moved];

/// Whom to draw. Those who have moved anyway matter most, and first their way back.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Who {
    Anybody,
    Moved,
    MovedBack,
}

/// Multiples of the heat beyond which no slack is drawn: one draw of twenty thousand is greater.
const MOST_SLACK: u64 = 10;
/// Which bits of a draw make it a ring of three: all of them zero.
const RING: u64 = 0xfc;

impl Anneal<'_> {
    /// Tells the ledger, if there is one, who went from where to where.
    #[inline]
    pub(super) fn settle(&mut self, round: usize, changes: &[(u32, u32, u32)]) {
        if let Some(ledger) = &mut self.ledger {
            ledger.settle(&self.state, round, self.ground, changes);
        }
    }

    /// One proposal.
    pub(super) fn sweep(&mut self, heat: u64) {
        let ground = self.ground;
        let bits = self.dice.next();
        let round = ground.rounds[scaled(bits as u32, ground.rounds.len())] as usize;
        let single = &ground.single[round];
        if single.is_empty() || (bits >> 20) & 1023 < ground.tied_odds[round] {
            self.propose_tied(round, heat);
            return;
        }
        if bits & RING == 0 {
            let p = single[scaled((bits >> 32) as u32, single.len())] as usize;
            if let Some(target) = self.target(p, round) {
                let limit = ground.slack.draw(heat, &mut self.dice);
                self.propose_ring(round, p, target, limit);
            }
            return;
        }
        let mut best = None;
        for who in DRAWS {
            let Some((round, p, b)) = self.draw_entry(who) else { continue };
            let own = self.own_side(round, p, b);
            if best.is_none_or(|(least, _)| own < least) {
                best = Some((own, (round, p, b)));
            }
        }
        if let Some((_, (round, p, b))) = best {
            self.sweep_group(round, p, b, heat);
        }
    }

    /// Somebody and a group to go to.
    #[inline]
    fn draw_entry(&mut self, who: Who) -> Option<(usize, usize, usize)> {
        let ground = self.ground;
        let bits = self.dice.next();
        let round = ground.rounds[scaled(bits as u32, ground.rounds.len())] as usize;
        let people = match (who, &self.ledger) {
            (Who::Moved | Who::MovedBack, Some(ledger)) => &ledger.moved[round],
            _ => &ground.single[round],
        };
        let p = *people.get(scaled((bits >> 32) as u32, people.len()))? as usize;
        let back = if who == Who::MovedBack { self.way_back(p, round) } else { None };
        let target = back.or_else(|| self.target(p, round))?;
        Some((round, p, target))
    }

    /// What a swap costs on the side of `p` who goes to `b`, in 1/256.
    #[inline]
    fn own_side(&self, round: usize, p: usize, b: usize) -> i64 {
        let Some(ledger) = &self.ledger else { return 0 };
        let row = &ledger.rows(round)[p];
        let again = self.state.costs.repeat_factor * i64::from(self.state.again(p, round));
        let own = i64::from(ledger.joining(round, b)[p]) + leaving(row) - again;
        (own << 8) + self.price * moved_by(row, b)
    }

    /// Looks at swapping `p` with each member of group `b` in turn, or at a free place there, and
    /// takes the first change that is good enough.
    fn sweep_group(&mut self, round: usize, p: usize, b: usize, heat: u64) {
        let ground = self.ground;
        let own = self.own_side(round, p, b);
        let Some(ledger) = &self.ledger else { return };
        let state = &self.state;
        let costs = state.costs;
        let a = state.seat(p, round) as usize;
        let members = &state.members[round * costs.groups + b];
        let rows = ledger.rows(round);
        let joining = ledger.joining(round, a);
        let comparison = ledger.comparison(state, round, p, [a, b]);
        let offset = self.dice.below(members.len());
        let most = ((MOST_SLACK * heat) >> 8) as i64;
        let mut found = None;
        for turn in 0..members.len() {
            let slot = offset + turn;
            let slot = if slot < members.len() { slot } else { slot - members.len() };
            let q = members[slot] as usize;
            let row = &rows[q];
            let again = costs.repeat_factor * i64::from(state.again(q, round));
            let other = i64::from(joining[q]) + leaving(row) - again;
            let other = other - i64::from(comparison.counted_twice(row));
            let change = own + (other << 8) + self.price * moved_by(row, a);
            if change > most || change > 0 && change > ground.slack.draw(heat << 8, &mut self.dice)
            {
                continue;
            }
            let traits = |person: usize| ground.traits[round * costs.people + person];
            if traits(p) & traits(q) & trait_of::FREE == trait_of::FREE
                || self.is_single(q, round)
                    && self.may(q, round, a)
                    && self.peaceful(p, round, b, q)
                    && self.peaceful(q, round, a, p)
            {
                found = Some((q, change));
                break;
            }
        }
        if let Some((q, change)) = found {
            self.keep();
            let (before, moved) = (self.state.total, self.state.moved);
            self.state.swap(round, p, q);
            // The ledger counts a pair that meets in two other rounds twice, the state once.
            debug_assert!(
                (self.state.total - before + self.beyond_total(self.state.moved - moved)) << 8
                    <= change,
                "sweep"
            );
            let _ = (before, moved, change);
            self.settle(round, &[(p as u32, a as u32, b as u32), (q as u32, b as u32, a as u32)]);
            self.note();
            return;
        }
        let rules = &state.rules[round];
        if members.len() < rules.max[b] && state.load(round, a) > rules.min[a] {
            let limit = ground.slack.draw(heat, &mut self.dice);
            self.propose_move(round, p, b, limit);
        }
    }
}
