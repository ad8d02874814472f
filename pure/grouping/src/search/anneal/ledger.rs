//! What every person would cost every group, kept up to date for a repair, where of a thousand
//! proposals one or two are taken and the others must be refused cheaply.
//!
//! A swap of `p` in group `a` with `q` in `b` changes the cost by what each costs in the other's
//! group and saves in the own one, all of which is kept here, less what is counted twice: values
//! that both have, and their own meeting. Those few are found by comparing one row of narrow
//! numbers per person. Two who meet in two other rounds are counted once too often, so that a swap
//! may cost less than it is said to, never more.

use super::ground::{Ground, trait_of};
use crate::search::costs::ABSENT;
use crate::search::state::State;

/// Numbers in a person's row; the last three are not compared.
const LANES: usize = 16;
/// Where a row has the group before the repair.
const OLD: usize = LANES - 3;
/// Where it has what leaving changes in the mix of the own group.
const LEAVE: usize = LANES - 2;
/// Where it has 1 for somebody who sits where they sat before.
const STAYS: usize = LANES - 1;
/// No sum of costs may be greater, so that all of them are narrow.
const GREATEST_COST: i64 = 8000;
/// People times groups up to which the tables still are quick to keep up to date.
const GREATEST_ROUND: usize = 1 << 20;

/// A person's row: values, seats in the other rounds, and at the end three numbers of its own.
pub(super) type Row = [i16; LANES];

/// What is the same for every swap of one person with somebody in one group.
#[derive(Debug)]
pub(super) struct Comparison {
    row: Row,
    /// What is counted twice where a row agrees.
    twice: Row,
}

impl Comparison {
    /// What is counted twice in a swap with the owner of `row`.
    #[inline]
    pub(super) fn counted_twice(&self, row: &Row) -> i32 {
        let lanes = self.row.iter().zip(row).zip(&self.twice);
        let sum: i16 =
            lanes.map(|((own, other), &twice)| if own == other { twice } else { 0 }).sum();
        i32::from(sum)
    }
}

/// The tables of one search.
#[derive(Debug, PartialEq)]
pub(super) struct Ledger {
    people: usize,
    groups: usize,
    /// Factors of the goals.
    repeat: i16,
    mix: i16,
    /// In `round * people + person`.
    rows: Vec<Row>,
    /// What it costs a group that the person comes and the size stays, in
    /// `(round * groups + group) * people + person`.
    joining: Vec<i16>,
    /// What one more of each value costs, as far as `joining` knows, in `cell * values + value`.
    more: Vec<i16>,
    /// Value per attribute and person, in `attribute * people + person`.
    columns: Vec<i16>,
    /// The attribute of each value but blank.
    attr_of: Vec<usize>,
    /// Per round, who sits alone in their unit and elsewhere than before.
    pub(super) moved: Vec<Vec<u32>>,
}

impl Ledger {
    /// The tables of a state, if this is a repair without wishes whose numbers are small enough.
    /// Where people have wishes, these alone refuse most proposals, and just as cheaply.
    pub(super) fn open(state: &State, ground: &Ground) -> Option<Self> {
        let costs = state.costs;
        let (people, groups, rounds) = (costs.people, costs.groups, costs.rounds);
        let largest = state.rules.iter().flat_map(|rules| &rules.max).max().copied().unwrap_or(0);
        let edges = costs.greatest_edge().saturating_mul(4 * costs.attrs as i64);
        let met = (largest.min(people) * rounds) as i64;
        let most = costs
            .mix_factor
            .saturating_mul(edges)
            .saturating_add(costs.repeat_factor.saturating_mul(met));
        if costs.base.is_none()
            || ground.wished
            || costs.worst_from.is_some()
            || costs.attrs + rounds > OLD + 1
            || groups * people > GREATEST_ROUND
            || costs.values > i16::MAX as usize
            || most > GREATEST_COST
        {
            return None;
        }
        let mut columns = vec![0; costs.attrs * people];
        let mut attr_of = vec![0; costs.values];
        for person in 0..people {
            for (attr, &value) in costs.values_of(person).iter().enumerate() {
                columns[attr * people + person] = value as i16;
                if usize::from(value) + 1 < costs.values {
                    attr_of[value as usize] = attr;
                }
            }
        }
        let mut ledger = Self {
            people,
            groups,
            repeat: costs.repeat_factor as i16,
            mix: costs.mix_factor as i16,
            rows: vec![[0; LANES]; rounds * people],
            joining: vec![0; rounds * groups * people],
            more: vec![0; rounds * groups * costs.values],
            columns,
            attr_of,
            moved: vec![Vec::new(); rounds],
        };
        for round in 0..rounds {
            for person in 0..people {
                let seat = state.seat(person, round);
                let row = &mut ledger.rows[round * people + person];
                for (lane, &value) in row.iter_mut().zip(costs.values_of(person)) {
                    *lane = value as i16;
                }
                let others = (0..rounds).filter(|&other| other != round);
                for (lane, other) in row[costs.attrs..].iter_mut().zip(others) {
                    *lane = narrow_seat(state.seat(person, other));
                }
                row[OLD] = narrow_seat(costs.base.as_ref()?[round * people + person]);
                row[STAYS] = i16::from(!state.differs(person, round, seat));
                if seat != ABSENT && row[STAYS] == 0 && is_single(ground, round, person) {
                    ledger.moved[round].push(person as u32);
                }
            }
            for group in 0..groups {
                ledger.refresh_mix(state, round, group);
                for &person in &state.members[round * groups + group] {
                    ledger.count_met(state, round, person as usize, group, 1);
                }
            }
        }
        Some(ledger)
    }

    /// What each person would cost `group` if they came and its size stayed: mix and repeats.
    #[inline]
    pub(super) fn joining(&self, round: usize, group: usize) -> &[i16] {
        &self.joining[(round * self.groups + group) * self.people..][..self.people]
    }

    /// The row of each person.
    #[inline]
    pub(super) fn rows(&self, round: usize) -> &[Row] {
        &self.rows[round * self.people..][..self.people]
    }

    /// Gets ready to compare `person` with the members of group `b`.
    #[inline]
    pub(super) fn comparison(
        &self,
        state: &State,
        round: usize,
        person: usize,
        [a, b]: [usize; 2],
    ) -> Comparison {
        let costs = state.costs;
        let mut row = self.rows[round * self.people + person];
        let mut twice = [0; LANES];
        let edges = [a, b].map(|group| state.edges_of(round * self.groups + group));
        for (lane, &value) in costs.values_of(person).iter().enumerate() {
            let [in_a, in_b] = edges.map(|edges| edges[value as usize]);
            twice[lane] = self.mix * (in_a.fewer + in_a.more + in_b.fewer + in_b.more);
        }
        for lane in costs.attrs..costs.attrs + costs.rounds - 1 {
            twice[lane] = 2 * self.repeat;
            // Two who are absent do not meet.
            if row[lane] < 0 {
                row[lane] = -2;
            }
        }
        Comparison { row, twice }
    }

    /// Takes note that people of one round went from group to group, given as (who, from, to).
    pub(super) fn settle(
        &mut self,
        state: &State,
        round: usize,
        ground: &Ground,
        changes: &[(u32, u32, u32)],
    ) {
        let (people, groups) = (self.people, self.groups);
        let changed = |person: u32| changes.iter().any(|&(other, _, _)| other == person);
        for (index, &(person, from, to)) in changes.iter().enumerate() {
            let own = person as usize;
            self.count_met(state, round, own, from as usize, -1);
            self.count_met(state, round, own, to as usize, 1);
            for (group, sign) in [(from, -1), (to, 1)] {
                for &other in &state.members[round * groups + group as usize] {
                    if other != person && !changed(other) {
                        self.count_pair(state, round, own, other as usize, sign);
                    }
                }
            }
            for &(other, other_from, other_to) in &changes[index + 1..] {
                let sign = i16::from(other_to == to) - i16::from(other_from == from);
                if sign != 0 {
                    self.count_pair(state, round, own, other as usize, sign);
                }
            }
            let row = &mut self.rows[round * people + own];
            let stayed = row[STAYS];
            row[STAYS] = i16::from(row[OLD] == to as i16);
            let stays = row[STAYS];
            if stays != stayed && is_single(ground, round, own) {
                let moved = &mut self.moved[round];
                match moved.iter().position(|&known| known == person) {
                    Some(place) if stays == 1 => {
                        moved.swap_remove(place);
                    }
                    None if stays == 0 => moved.push(person),
                    _ => {}
                }
            }
            for other in (0..state.costs.rounds).filter(|&other| other != round) {
                let lane = state.costs.attrs + round - usize::from(round > other);
                self.rows[other * people + own][lane] = to as i16;
            }
        }
        for (index, &(_, from, to)) in changes.iter().enumerate() {
            for group in [from, to] {
                let before = &changes[..index];
                if !before.iter().any(|&(_, a, b)| a == group || b == group)
                    && (group == from || from != to)
                {
                    self.refresh_mix(state, round, group as usize);
                }
            }
        }
    }

    /// Counts, for those whom `person` meets in other rounds, that the person sits in `group`. A
    /// pair that meets in two of them counts twice, and so looks dearer than it is. It is rare.
    fn count_met(&mut self, state: &State, round: usize, person: usize, group: usize, sign: i16) {
        let by = sign * self.repeat;
        let row = &mut self.joining[(round * self.groups + group) * self.people..][..self.people];
        for other in (0..state.costs.rounds).filter(|&other| other != round) {
            let seat = state.seat(person, other);
            if seat == ABSENT {
                continue;
            }
            for &member in &state.members[other * self.groups + seat as usize] {
                if member as usize != person {
                    row[member as usize] += by;
                }
            }
        }
    }

    /// Counts in the other rounds that two people meet in `round`, or that they cease to.
    fn count_pair(&mut self, state: &State, round: usize, p: usize, q: usize, sign: i16) {
        let by = sign * self.repeat;
        for other in (0..state.costs.rounds).filter(|&other| other != round) {
            for (seated, whose) in [(p, q), (q, p)] {
                let seat = state.seat(seated, other);
                if seat != ABSENT {
                    let cell = other * self.groups + seat as usize;
                    self.joining[cell * self.people + whose] += by;
                }
            }
        }
    }

    /// Corrects what depends on the counts of values in one group.
    fn refresh_mix(&mut self, state: &State, round: usize, group: usize) {
        let (costs, people) = (state.costs, self.people);
        let cell = round * self.groups + group;
        let edges = state.edges_of(cell);
        let known = &mut self.more[cell * costs.values..][..costs.values];
        let row = &mut self.joining[cell * people..][..people];
        for value in 0..costs.values - 1 {
            let by = self.mix * edges[value].more - known[value];
            if by == 0 {
                continue;
            }
            known[value] += by;
            let column = &self.columns[self.attr_of[value] * people..][..people];
            for (cost, &own) in row.iter_mut().zip(column) {
                *cost += if own == value as i16 { by } else { 0 };
            }
        }
        for &member in &state.members[cell] {
            let values = costs.values_of(member as usize);
            let gain: i16 = values.iter().map(|&value| edges[value as usize].fewer).sum();
            self.rows[round * people + member as usize][LEAVE] = self.mix * gain;
        }
    }
}

/// Whether somebody shares their seat with nobody, so that single proposals may move them.
fn is_single(ground: &Ground, round: usize, person: usize) -> bool {
    ground.is_trait(round, person, trait_of::SINGLE)
}

/// A seat in a row; absence is like no group.
fn narrow_seat(seat: u32) -> i16 {
    if seat == ABSENT { -1 } else { seat as i16 }
}

/// What the group of a row's owner gains in its mix when the owner leaves and the size stays,
/// as a change: less is better.
#[inline]
pub(super) fn leaving(row: &Row) -> i64 {
    i64::from(row[LEAVE])
}

/// How many more seats are changed when the owner of a row goes to `group`.
#[inline]
pub(super) fn moved_by(row: &Row, group: usize) -> i64 {
    i64::from(row[STAYS]) - i64::from(row[OLD] == group as i16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::stages::Stages;
    use crate::engine::{Budget, Outcome, Request, World, divide};
    use crate::goals::Goals;
    use crate::instance::Instance;
    use crate::random::Dice;
    use crate::rules::RoundRules;
    use crate::search::{Anneal, Costs, Fence};

    /// Thirty people, some tied, some apart, some not always there, free places.
    fn question() -> Instance {
        let mut dice = Dice::new(5, 0);
        let people: Vec<String> = (0..30)
            .map(|person| {
                let values = [2, 3, 5].map(|among| dice.below(among));
                let role = if person % 7 == 0 { "null".into() } else { values[1].to_string() };
                let rounds = if person % 9 == 4 { "0,2,3" } else { "0,1,2,3" };
                format!(r#"{{"a":[{},{role},{}],"rounds":[{rounds}]}}"#, values[0], values[2])
            })
            .collect();
        let groups = [r#"{"min":4,"max":8}"#; 5].join(",");
        let question = format!(
            r#"{{"rounds":4,"groups":[{groups}],"people":[{}],"together":[[0,1],[2,3]],
            "apart":[[4,5],[0,6]],"weights":{{"wish":10,"repeat":3}},"attrs":[
            {{"name":"a","values":["x","y"],"weight":3}},
            {{"name":"b","values":["x","y","z"],"weight":2}},
            {{"name":"c","values":["v","w","x","y","z"],"weight":1}}]}}"#,
            people.join(",")
        );
        Instance::read(question.as_bytes()).expect("well formed")
    }

    /// Hands a repair of a first plan that is ready to be searched.
    fn with_search(check: impl FnOnce(&mut Anneal, &Ground, &mut World)) {
        let instance = question();
        let mut progress = |_| {};
        let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
        let request = Request { budget: Budget::Steps(300), ..Request::default() };
        let Outcome::Divided(division) = divide(&instance, &request, &mut world) else {
            panic!("there is a plan");
        };
        let rules: Vec<RoundRules> = (0..4)
            .map(|round| RoundRules::gather(&instance, round).expect("no contradiction"))
            .collect();
        let mut costs = Costs::compile(&instance, &rules, &Goals::default());
        let seat = |seat: &Option<usize>| seat.map_or(ABSENT, |group| group as u32);
        costs.base = Some(division.plan.seats.iter().flatten().map(seat).collect());
        let seats: Vec<Vec<u32>> = rules
            .iter()
            .zip(&division.plan.seats)
            .map(|(rules, row)| {
                rules.units.iter().map(|unit| seat(&row[unit.people[0] as usize])).collect()
            })
            .collect();
        let ground = Ground::new(&costs, &rules);
        let fence = Fence { wish: None, moved: Some(30) };
        let state = State::new(&costs, &rules, &seats);
        check(&mut Anneal::new(state, &ground, Dice::new(1, 0), fence), &ground, &mut world);
    }

    #[test]
    fn what_is_kept_up_to_date_is_what_would_be_reckoned_anew() {
        with_search(|anneal, ground, world| {
            let mut moved = 0;
            for _ in 0..20 {
                Stages::new(120, Budget::Steps(2500), -1, &|_, _| -1).run(anneal, 0.0, world);
                let mut kept = anneal.ledger.take().expect("a repair without wishes");
                let mut anew = Ledger::open(&anneal.state, ground).expect("a repair, too");
                for list in kept.moved.iter_mut().chain(&mut anew.moved) {
                    list.sort_unstable();
                }
                assert_eq!(kept, anew);
                anneal.ledger = Some(kept);
                moved = anneal.state.moved.max(moved);
            }
            assert!(moved > 10, "the search should have moved people, not {moved}");
        });
    }

    #[test]
    fn no_swap_is_said_to_cost_less_than_it_does() {
        with_search(|anneal, ground, _| {
            let (state, mut exact) = (&anneal.state, 0);
            let ledger = anneal.ledger.as_ref().expect("a repair without wishes");
            for (round, p, q) in (0..4 * 900).map(|i| (i / 900, i / 30 % 30, i % 30)) {
                let [a, b] = [p, q].map(|person| state.seat(person, round));
                let single = is_single(ground, round, p) && is_single(ground, round, q);
                if !single || a == ABSENT || b == ABSENT || a == b {
                    continue;
                }
                let [a, b] = [a as usize, b as usize];
                let side = |person: usize, to: usize| {
                    i64::from(ledger.joining(round, to)[person])
                        + leaving(&ledger.rows(round)[person])
                        - state.costs.repeat_factor * i64::from(state.again(person, round))
                };
                let comparison = ledger.comparison(state, round, p, [a, b]);
                let twice = i64::from(comparison.counted_twice(&ledger.rows(round)[q]));
                let told = side(p, b) + side(q, a) - twice;
                let mut swapped = state.clone();
                swapped.swap(round, p, q);
                let change = swapped.total - state.total;
                assert!(change <= told, "{change} {told}");
                exact += usize::from(change == told);
            }
            assert!(exact > 500, "{exact}");
        });
    }
}
