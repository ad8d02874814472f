//! Proposals of units that must sit together, against whoever has to make room.

use super::Anneal;

/// Groups that are tried for a unit of several people at a time.
const TRIES_OF_TIED: usize = 6;

const NOBODY: u32 = u32::MAX;

impl Anneal<'_> {
    /// Moves a unit of several people to one of a few groups, against single people where places
    /// are short.
    pub(super) fn propose_tied(&mut self, round: usize, heat: u64) {
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
        if costs.base.is_some() && !self.ground.wished {
            // The mix itself in place of the most it can gain: far cheaper than a try that fails.
            change += costs.weighed(self.state.mix[cell_a]) + costs.weighed(self.state.mix[cell_b]);
            if change + self.state.exchange_change(round, [a, b], &changes) > limit {
                return false;
            }
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
        if let Some(tabu) = &mut self.tabu {
            let settled: Vec<_> =
                changes.iter().map(|&(who, to)| (who, if to == a { b } else { a }, to)).collect();
            tabu.settle(&self.state, round, &settled, &mut self.dice);
        }
        self.note();
        true
    }
}
