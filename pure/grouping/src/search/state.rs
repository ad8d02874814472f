//! A plan in the middle of the search, with every running sum that a change needs.
//!
//! Deltas are exact. Which changes are tried and taken is decided in [`super::anneal`].

use super::costs::{ABSENT, Costs, Edge};
use crate::plan::Plan;
use crate::rules::{NO_UNIT, RoundRules};

/// One half of a swap between two cells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exchange<'s> {
    row_a: &'s [Edge],
    row_b: &'s [Edge],
    own: &'s [u16],
    left: i32,
    came: i32,
}

impl Exchange<'_> {
    /// Change of the first and the second cell's mix when somebody with these values comes back.
    #[inline]
    pub(crate) fn with(&self, other: &[u16]) -> (i32, i32) {
        let (mut a, mut b) = (self.left, self.came);
        for (&own, &other) in self.own.iter().zip(other) {
            let (in_a, in_b) = (self.row_a[other as usize], self.row_b[other as usize]);
            // The same value leaves and comes: nothing changes, and the halves cancel.
            let same = own == other;
            a += i32::from(if same { -in_a.fewer } else { in_a.more });
            b += i32::from(if same { -in_b.more } else { in_b.fewer });
        }
        (a, b)
    }
}

/// Running sums of a plan. `cell` is `round * groups + group` throughout.
#[derive(Debug, Clone)]
pub(crate) struct State<'a> {
    pub costs: &'a Costs,
    pub rules: &'a [RoundRules],
    /// Sixteen bits per round, four rounds per word.
    lanes: Vec<u64>,
    words: usize,
    /// People per cell.
    pub members: Vec<Vec<u32>>,
    place: Vec<u32>,
    counts: Vec<i32>,
    edges: Vec<Edge>,
    /// Cost of each cell if it had one fewer or one more, of no value; see [`UNKNOWN`].
    resized: Vec<[i64; 2]>,
    /// Cost of each cell's mix.
    pub mix: Vec<i64>,
    visits: Vec<u8>,
    /// Repeated meetings of each person per round, in `round * people + person`.
    again: Vec<i32>,
    /// Wish cost, unweighted.
    pub wish_total: i64,
    mix_total: i64,
    repeat_total: i64,
    pub moved: i64,
    /// Everything weighted.
    pub total: i64,
}

/// So many people at most change places at once.
pub(crate) const MOST_PERMUTED: usize = 16;

/// Not reckoned since the cell last changed.
const UNKNOWN: i64 = i64::MIN;

const HIGH: u64 = 0x8000_8000_8000_8000;
const LOW: u64 = 0x7fff_7fff_7fff_7fff;

/// The high bit of every 16-bit lane in which both words name the same group.
#[inline]
fn same_lanes(a: u64, b: u64) -> u64 {
    let x = a ^ b;
    !(((x & LOW) + LOW) | x | LOW) & !a & HIGH
}

impl<'a> State<'a> {
    /// A state from the group of each unit per round.
    pub(crate) fn new(costs: &'a Costs, rules: &'a [RoundRules], seats: &[Vec<u32>]) -> Self {
        let (people, groups, rounds) = (costs.people, costs.groups, costs.rounds);
        let words = rounds.div_ceil(4);
        let mut state = Self {
            costs,
            rules,
            lanes: vec![u64::MAX; people * words],
            words,
            members: vec![Vec::new(); rounds * groups],
            place: vec![0; rounds * people],
            counts: vec![0; rounds * groups * costs.values],
            edges: vec![Edge::default(); rounds * groups * costs.values],
            resized: vec![[UNKNOWN; 2]; rounds * groups],
            mix: vec![0; rounds * groups],
            visits: vec![0; people * costs.topics],
            again: vec![0; rounds * people],
            wish_total: 0,
            mix_total: 0,
            repeat_total: 0,
            moved: 0,
            total: 0,
        };
        for (round, rules) in rules.iter().enumerate() {
            for (unit, seat) in rules.units.iter().zip(&seats[round]) {
                for &person in &unit.people {
                    state.set_seat(person as usize, round, *seat);
                    let cell = round * groups + *seat as usize;
                    state.place[round * people + person as usize] =
                        state.members[cell].len() as u32;
                    state.members[cell].push(person);
                    for &value in costs.values_of(person as usize) {
                        state.counts[cell * costs.values + value as usize] += 1;
                    }
                }
            }
        }
        for round in 0..rounds {
            for group in 0..groups {
                state.refresh(round, group);
            }
        }
        state.total_up();
        state
    }

    fn total_up(&mut self) {
        let (costs, people) = (self.costs, self.costs.people);
        self.visits.fill(0);
        self.wish_total = 0;
        self.moved = 0;
        self.repeat_total = 0;
        for person in 0..people {
            for round in 0..costs.rounds {
                let seat = self.seat(person, round);
                self.moved += i64::from(self.differs(person, round, seat));
                if seat == ABSENT {
                    continue;
                }
                let topic = costs.topic_of[seat as usize];
                let cost = self.cost_of_joining(person, topic);
                self.wish_total += i64::from(cost);
                self.visits[person * costs.topics + topic as usize] += 1;
            }
        }
        for cell in 0..self.members.len() {
            let round = cell / costs.groups.max(1);
            for (i, &p) in self.members[cell].iter().enumerate() {
                let again = self.members[cell]
                    .iter()
                    .enumerate()
                    .filter(|&(j, &q)| j != i && self.met_elsewhere(p as usize, q as usize, round))
                    .count();
                self.again[round * people + p as usize] = again as i32;
            }
        }
        // Each pair counts once per meeting after its first.
        for round in 1..costs.rounds {
            for group in 0..costs.groups {
                let cell = &self.members[round * costs.groups + group];
                for (i, &p) in cell.iter().enumerate() {
                    for &q in &cell[i + 1..] {
                        let before = self.met_before(p as usize, q as usize, round);
                        self.repeat_total += i64::from(before);
                    }
                }
            }
        }
        self.mix_total = self.mix.iter().map(|&mix| costs.weighed(mix)).sum();
        self.total = costs.wish_factor * self.wish_total
            + self.mix_total
            + costs.repeat_factor * self.repeat_total
            + costs.move_price * self.moved;
    }

    /// The group of each unit per round.
    pub(crate) fn seats(&self) -> Vec<Vec<u32>> {
        self.rules
            .iter()
            .enumerate()
            .map(|(round, rules)| {
                rules.units.iter().map(|u| self.seat(u.people[0] as usize, round)).collect()
            })
            .collect()
    }

    /// Whether two people who are not tied meet in a round before `round`.
    fn met_before(&self, p: usize, q: usize, round: usize) -> bool {
        !self.are_tied(p, q)
            && (0..round).any(|r| self.seat(p, r) != ABSENT && self.seat(p, r) == self.seat(q, r))
    }

    #[inline]
    pub(crate) fn seat(&self, person: usize, round: usize) -> u32 {
        (self.lanes[person * self.words + round / 4] >> (16 * (round % 4)) & 0xffff) as u32
    }

    #[inline]
    fn set_seat(&mut self, person: usize, round: usize, seat: u32) {
        let shift = 16 * (round % 4);
        let word = &mut self.lanes[person * self.words + round / 4];
        *word = *word & !(0xffff << shift) | u64::from(seat) << shift;
    }

    pub(crate) fn plan(&self) -> Plan {
        let seat = |person, round| match self.seat(person, round) {
            ABSENT => None,
            group => Some(group as usize),
        };
        let row = |round| (0..self.costs.people).map(|person| seat(person, round)).collect();
        Plan { seats: (0..self.costs.rounds).map(row).collect() }
    }

    #[inline]
    pub(crate) fn load(&self, round: usize, group: usize) -> usize {
        self.members[round * self.costs.groups + group].len()
    }

    /// Whether a seat differs from the plan that is repaired.
    #[inline]
    pub(crate) fn differs(&self, person: usize, round: usize, seat: u32) -> bool {
        match &self.costs.base {
            Some(base) => base[round * self.costs.people + person] != seat,
            None => false,
        }
    }

    /// Whether two people who are not tied meet in some round other than `round`.
    #[inline]
    fn met_elsewhere(&self, p: usize, q: usize, round: usize) -> bool {
        let here = HIGH & !(0x8000u64 << (16 * (round % 4)));
        if self.words == 1 {
            return same_lanes(self.lanes[p], self.lanes[q]) & here != 0 && !self.are_tied(p, q);
        }
        let (p_row, q_row) = (p * self.words, q * self.words);
        let met = (0..self.words).any(|word| {
            let same = same_lanes(self.lanes[p_row + word], self.lanes[q_row + word]);
            (if word == round / 4 { same & here } else { same }) != 0
        });
        met && !self.are_tied(p, q)
    }

    #[inline]
    fn are_tied(&self, p: usize, q: usize) -> bool {
        let tied = &self.costs.tied[p];
        !tied.is_empty() && tied.contains(&(q as u32))
    }

    /// How many members of a cell, `except` left out, the person meets in another round.
    #[inline]
    pub(crate) fn meets_again(&self, person: usize, round: usize, cell: usize, except: u32) -> i32 {
        let mut count = 0;
        if self.words == 1 {
            let own = self.lanes[person];
            let here = HIGH & !(0x8000u64 << (16 * (round % 4)));
            for &other in &self.members[cell] {
                let met = same_lanes(own, self.lanes[other as usize]) & here != 0;
                count += i32::from(met && other != except);
            }
            // The person's own partner is rare enough to take out afterwards.
            for &tied in &self.costs.tied[person] {
                if tied != except
                    && self.members[cell].contains(&tied)
                    && same_lanes(own, self.lanes[tied as usize]) & here != 0
                {
                    count -= 1;
                }
            }
            return count;
        }
        for &other in &self.members[cell] {
            let met = other != except && self.met_elsewhere(person, other as usize, round);
            count += i32::from(met);
        }
        count
    }

    #[inline]
    pub(crate) fn again(&self, person: usize, round: usize) -> i32 {
        self.again[round * self.costs.people + person]
    }

    #[inline]
    fn cost_of_joining(&self, person: usize, topic: u32) -> i32 {
        let costs = self.costs;
        if topic as usize + 1 == costs.topics {
            return 0;
        }
        if self.visits[person * costs.topics + topic as usize] > 0 {
            costs.unlisted[person]
        } else {
            costs.first_visit(person, topic)
        }
    }

    /// Change of wish cost, unweighted, when a seat goes from one topic to another.
    #[inline]
    pub(crate) fn wish_change(&self, person: usize, from: u32, to: u32) -> i32 {
        if from == to {
            return 0;
        }
        let costs = self.costs;
        if costs.rounds == 1 {
            return costs.first_visit(person, to) - costs.first_visit(person, from);
        }
        let leaving = if from as usize + 1 == costs.topics {
            0
        } else if self.visits[person * costs.topics + from as usize] > 1 {
            costs.unlisted[person]
        } else {
            costs.first_visit(person, from)
        };
        self.cost_of_joining(person, to) - leaving
    }

    /// Change of a cell's mix when `out` leaves it and `into` comes.
    #[inline]
    pub(crate) fn replace_change(&self, cell: usize, out: usize, into: usize) -> i32 {
        let row = &self.edges[cell * self.costs.values..(cell + 1) * self.costs.values];
        let mut change: i32 = 0;
        for (&left, &came) in self.costs.values_of(out).iter().zip(self.costs.values_of(into)) {
            let both = i32::from(row[left as usize].fewer) + i32::from(row[came as usize].more);
            change += if left == came { 0 } else { both };
        }
        change
    }

    /// What one fewer and one more of each value would change in a cell's mix.
    #[inline]
    pub(crate) fn edges_of(&self, cell: usize) -> &[Edge] {
        &self.edges[cell * self.costs.values..(cell + 1) * self.costs.values]
    }

    /// How many people of each value sit in a cell.
    pub(crate) fn counts_of(&self, cell: usize) -> &[i32] {
        &self.counts[cell * self.costs.values..(cell + 1) * self.costs.values]
    }

    /// Everything about swapping `p` out of one cell into another that is the same whoever comes
    /// back.
    #[inline]
    pub(crate) fn exchange(&self, cell_a: usize, cell_b: usize, p: usize) -> Exchange<'_> {
        let values = self.costs.values;
        let row_a = &self.edges[cell_a * values..(cell_a + 1) * values];
        let row_b = &self.edges[cell_b * values..(cell_b + 1) * values];
        let own = self.costs.values_of(p);
        let left = own.iter().map(|&value| i32::from(row_a[value as usize].fewer)).sum();
        let came = own.iter().map(|&value| i32::from(row_b[value as usize].more)).sum();
        Exchange { row_a, row_b, own, left, came }
    }

    /// Change of a cell's mix when somebody leaves or comes and the size changes.
    pub(crate) fn resize_change(
        &mut self,
        round: usize,
        group: usize,
        person: usize,
        by: i32,
    ) -> i64 {
        let costs = self.costs;
        let cell = round * costs.groups + group;
        let counts = &self.counts[cell * costs.values..(cell + 1) * costs.values];
        let size = (self.members[cell].len() as i32 + by) as usize;
        let known = &mut self.resized[cell][usize::from(by > 0)];
        if *known == UNKNOWN {
            *known = costs.group_cost(round, size, counts);
        }
        let mut cost = *known;
        let blank = costs.values - 1;
        for &value in costs.values_of(person) {
            let value = value as usize;
            if value != blank {
                let edge = costs.edge(round, size, value, counts[value]);
                cost += i64::from(if by > 0 { edge.more } else { edge.fewer });
            }
        }
        cost - self.mix[cell]
    }

    /// The change of the weighted cost when a cell's mix changes by `change`.
    #[inline]
    pub(crate) fn weighed_change(&self, cell: usize, change: i64) -> i64 {
        if self.costs.worst_from.is_none() {
            return change * self.costs.mix_factor;
        }
        self.costs.weighed(self.mix[cell] + change) - self.costs.weighed(self.mix[cell])
    }

    fn refresh(&mut self, round: usize, group: usize) {
        let costs = self.costs;
        let cell = round * costs.groups + group;
        let row = cell * costs.values;
        let size = self.members[cell].len();
        self.resized[cell] = [UNKNOWN; 2];
        for value in 0..costs.values - 1 {
            self.refresh_edge(round, size, row, value);
        }
        self.mix[cell] = costs.group_cost(round, size, &self.counts[row..row + costs.values]);
    }

    #[inline]
    fn refresh_edge(&mut self, round: usize, size: usize, row: usize, value: usize) {
        let count = self.counts[row + value];
        self.edges[row + value] = self.costs.edge(round, size, value, count);
    }

    /// Takes the person out of the sums that depend on who is where. Sizes and mix follow later.
    fn leave(&mut self, person: usize, round: usize) -> usize {
        let (costs, people) = (self.costs, self.costs.people);
        let group = self.seat(person, round) as usize;
        let cell = round * costs.groups + group;
        let place = self.place[round * people + person] as usize;
        self.members[cell].swap_remove(place);
        if let Some(&other) = self.members[cell].get(place) {
            self.place[round * people + other as usize] = place as u32;
        }
        if costs.rounds > 1 {
            // Somebody who meets nobody again has no meeting to take out.
            if self.again(person, round) != 0 {
                self.meetings(person, round, cell, -1);
            }
            let topic = costs.topic_of[group];
            self.visits[person * costs.topics + topic as usize] -= 1;
            self.wish_total -= i64::from(self.cost_of_joining(person, topic));
        } else {
            self.wish_total -= i64::from(costs.first_visit(person, costs.topic_of[group]));
        }
        self.moved -= i64::from(self.differs(person, round, group as u32));
        self.set_seat(person, round, ABSENT);
        cell
    }

    fn join(&mut self, person: usize, round: usize, group: usize) {
        let (costs, people) = (self.costs, self.costs.people);
        let cell = round * costs.groups + group;
        self.set_seat(person, round, group as u32);
        if costs.rounds > 1 {
            self.meetings(person, round, cell, 1);
            let topic = costs.topic_of[group];
            self.wish_total += i64::from(self.cost_of_joining(person, topic));
            self.visits[person * costs.topics + topic as usize] += 1;
        } else {
            self.wish_total += i64::from(costs.first_visit(person, costs.topic_of[group]));
        }
        self.place[round * people + person] = self.members[cell].len() as u32;
        self.members[cell].push(person as u32);
        self.moved += i64::from(self.differs(person, round, group as u32));
    }

    /// Books that `person` begins (+1) or ceases (-1) to meet everybody in `cell`.
    fn meetings(&mut self, person: usize, round: usize, cell: usize, by: i32) {
        let people = self.costs.people;
        let members = std::mem::take(&mut self.members[cell]);
        let mut own = 0;
        for &other in &members {
            let other = other as usize;
            let (mut count, mut at) = (0, 0);
            for word in 0..self.words {
                let mut same = same_lanes(
                    self.lanes[person * self.words + word],
                    self.lanes[other * self.words + word],
                );
                if word == round / 4 {
                    same &= !(0x8000u64 << (16 * (round % 4)));
                }
                if same != 0 {
                    count += same.count_ones();
                    at = word * 4 + same.trailing_zeros() as usize / 16;
                }
            }
            if count == 0 || self.are_tied(person, other) {
                continue;
            }
            own += by;
            self.again[round * people + other] += by;
            self.repeat_total += i64::from(by);
            // A pair with one other meeting had nothing to repeat there until this one.
            if count == 1 {
                self.again[at * people + person] += by;
                self.again[at * people + other] += by;
            }
        }
        self.members[cell] = members;
        let again = &mut self.again[round * people + person];
        *again = if by < 0 { 0 } else { *again + own };
    }

    /// Swaps two people of one round; sizes stay.
    pub(crate) fn swap(&mut self, round: usize, p: usize, q: usize) {
        let (a, b) = (self.seat(p, round) as usize, self.seat(q, round) as usize);
        let (cell_a, cell_b) = (self.leave(p, round), self.leave(q, round));
        self.join(p, round, b);
        self.join(q, round, a);
        self.replaced(round, cell_a, p, q);
        self.replaced(round, cell_b, q, p);
        self.sum_up();
    }

    /// Three people of one round move on in a ring: `p` to where `q` is, `q` to `s`, `s` to `p`.
    pub(crate) fn rotate(&mut self, round: usize, p: usize, q: usize, s: usize) {
        let seats = [p, q, s].map(|person| self.seat(person, round) as usize);
        let cells = [p, q, s].map(|person| self.leave(person, round));
        self.join(p, round, seats[1]);
        self.join(q, round, seats[2]);
        self.join(s, round, seats[0]);
        self.replaced(round, cells[0], p, s);
        self.replaced(round, cells[1], q, p);
        self.replaced(round, cells[2], s, q);
        self.sum_up();
    }

    /// Each of these people takes the place of another of them, given as (who, whose place).
    pub(crate) fn permute(&mut self, round: usize, people: &[(u32, u32)]) {
        let mut homes = [0u32; MOST_PERMUTED];
        let homes = &mut homes[..people.len()];
        for (home, &(_, other)) in homes.iter_mut().zip(people) {
            *home = self.seat(other as usize, round);
        }
        for &(person, _) in people {
            self.leave(person as usize, round);
        }
        for (&home, &(person, _)) in homes.iter().zip(people) {
            self.join(person as usize, round, home as usize);
        }
        for (&home, &(person, other)) in homes.iter().zip(people) {
            let cell = round * self.costs.groups + home as usize;
            self.replaced(round, cell, other as usize, person as usize);
        }
        self.sum_up();
    }

    fn replaced(&mut self, round: usize, cell: usize, out: usize, into: usize) {
        let costs = self.costs;
        let row = cell * costs.values;
        let size = self.members[cell].len();
        let change = i64::from(self.replace_change(cell, out, into));
        self.mix_total += self.weighed_change(cell, change);
        self.mix[cell] += change;
        self.resized[cell] = [UNKNOWN; 2];
        for (&left, &came) in costs.values_of(out).iter().zip(costs.values_of(into)) {
            if left != came {
                self.counts[row + left as usize] -= 1;
                self.counts[row + came as usize] += 1;
                if left as usize + 1 < costs.values {
                    self.refresh_edge(round, size, row, left as usize);
                }
                if came as usize + 1 < costs.values {
                    self.refresh_edge(round, size, row, came as usize);
                }
            }
        }
    }

    /// The change of the weighted mix of two groups when people go from the one to the other,
    /// given as (who, where to).
    pub(crate) fn exchange_change(
        &self,
        round: usize,
        groups: [usize; 2],
        people: &[(u32, u32)],
    ) -> i64 {
        let costs = self.costs;
        let mut change = 0;
        for group in groups {
            let cell = round * costs.groups + group;
            let mut counts = self.counts[cell * costs.values..(cell + 1) * costs.values].to_vec();
            let mut size = self.members[cell].len();
            for &(person, to) in people {
                let comes = to as usize == group;
                size = if comes { size + 1 } else { size - 1 };
                for &value in costs.values_of(person as usize) {
                    counts[value as usize] += if comes { 1 } else { -1 };
                }
            }
            change += costs.weighed(costs.group_cost(round, size, &counts));
            change -= costs.weighed(self.mix[cell]);
        }
        change
    }

    /// Moves people of one round to other groups, whatever that does to sizes.
    pub(crate) fn reseat(&mut self, round: usize, people: &[(u32, u32)]) {
        let costs = self.costs;
        let mut touched = Vec::with_capacity(people.len() + 1);
        for &(person, group) in people {
            let person = person as usize;
            let from = self.leave(person, round);
            self.join(person, round, group as usize);
            let to = round * costs.groups + group as usize;
            for &value in costs.values_of(person) {
                self.counts[from * costs.values + value as usize] -= 1;
                self.counts[to * costs.values + value as usize] += 1;
            }
            for cell in [from, to] {
                if !touched.contains(&cell) {
                    touched.push(cell);
                }
            }
        }
        for cell in touched {
            self.mix_total -= costs.weighed(self.mix[cell]);
            self.refresh(round, cell % costs.groups);
            self.mix_total += costs.weighed(self.mix[cell]);
        }
        self.sum_up();
    }

    fn sum_up(&mut self) {
        self.total = self.costs.wish_factor * self.wish_total
            + self.mix_total
            + self.costs.repeat_factor * self.repeat_total
            + self.costs.move_price * self.moved;
    }

    /// The total with every group's mix at its plain cost.
    pub(crate) fn plain_total(&self) -> i64 {
        self.total - self.mix_total + self.costs.mix_factor * self.mix.iter().sum::<i64>()
    }

    /// Whether an enemy of the person's unit, `except` left out, sits in the group.
    #[inline]
    pub(crate) fn has_foe(&self, round: usize, unit: usize, group: usize, except: u32) -> bool {
        let rules = &self.rules[round];
        rules.units[unit].foes.iter().any(|&foe| {
            foe != except
                && self.seat(rules.units[foe as usize].people[0] as usize, round) == group as u32
        })
    }

    #[inline]
    pub(crate) fn unit_of(&self, person: usize, round: usize) -> usize {
        let unit = self.rules[round].unit_of[person];
        debug_assert_ne!(unit, NO_UNIT);
        unit as usize
    }
}
