//! Fixed facts of an instance that proposals are drawn from.

use crate::random::Slack;
use crate::rules::RoundRules;
use crate::search::costs::Costs;

/// What the proposals need to know about a person in a round, in one byte.
pub(super) mod trait_of {
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
    pub(super) traits: Vec<u8>,
    /// Per round, people who sit alone in their unit and may sit in more than one group.
    pub(super) single: Vec<Vec<u32>>,
    /// Per round, units of several people that may sit in more than one group.
    pub(super) tied: Vec<Vec<u32>>,
    /// Per round, how many of 1024 proposals go to units of several people.
    pub(super) tied_odds: Vec<u64>,
    /// Per round, whether a domain has a group: `domain * groups + group`.
    pub(super) reach: Vec<Vec<bool>>,
    pub(super) of_topic: Vec<Vec<u32>>,
    /// Rounds with somebody to move, once per person so that a draw is fair.
    pub(super) rounds: Vec<u32>,
    pub(super) slack: Slack,
    /// Whether topics pull people, so that proposals should follow wishes.
    pub(super) wished: bool,
    /// Whether two people can exchange topics of two rounds. Not in a repair, where that is four
    /// changed seats at once.
    pub(super) crossed: bool,
    pub movable: usize,
}

impl Ground {
    /// Whether the person's own rules permit the group.
    #[inline]
    pub(super) fn reaches(
        &self,
        rules: &RoundRules,
        person: usize,
        round: usize,
        group: usize,
    ) -> bool {
        let domain = rules.units[rules.unit_of[person] as usize].domain;
        self.reach[round][domain * rules.max.len() + group]
    }

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
            crossed: costs.rounds > 1 && costs.base.is_none(),
            movable: 0,
        };
        ground.crossed &= ground.wished;
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
