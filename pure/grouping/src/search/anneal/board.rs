//! What every person would cost every group, as rows of narrow numbers with one place per seat, so
//! that one person is compared with a hundred others in a few hundred operations.
//!
//! A swap of `p` in group `a` with `q` in `b` changes the cost by what each costs in the other's
//! group and saves in the own one, all of which is kept here, less what is counted twice: values
//! that both have, and their own meeting. Two who meet in two other rounds are counted once too
//! often, so that a swap may cost less than it is said to, never more.

use super::ground::Ground;
use crate::search::costs::ABSENT;
use crate::search::state::State;

/// Seats that are reckoned together.
pub(super) const LANES: usize = 16;
pub(super) type Lanes = [i16; LANES];

/// The value and seat of an empty place.
const NOT_HERE: i16 = -8;
/// A value and a seat that nobody has.
const NO_VALUE: i16 = -9;
/// Attributes and other rounds that are compared, at most.
const MOST_COMPARED: usize = 16;
/// A seat that nobody sits on.
const NOBODY: u32 = u32::MAX;
/// What a swap costs that is not to be.
pub(super) const NEVER: i16 = 24_000;
/// What it costs to come to a group that the own rules forbid.
const BARRED: i16 = 16_000;
/// No kept sum of costs may be greater, so that sums of a few of them are narrow.
pub(super) const GREATEST_SUM: i16 = 8000;
/// Costs are kept in parts of so many halvings, if they are small enough.
const MOST_HALVINGS: u32 = 6;
/// No price of a changed seat is greater.
pub(super) const GREATEST_PRICE: i64 = 4000;
/// People times groups up to which the tables are quick to keep up to date.
const GREATEST_ROUND: usize = 1 << 20;
/// Empty seats that a group gets beside those that are taken, while its size may grow.
const SPARE: usize = 2;

// Columns after the one of the group before the repair:
/// -1 for who sits where they sat before.
const STAYS: usize = 1;
/// The group to which the way is closed.
const CLOSED: usize = 2;
/// What leaving changes in the own group's mix, and by repeats that end.
const LEAVING: usize = 3;
/// How much more it changes if nobody comes instead.
const ALONE: usize = 4;

/// The tables of one search. All costs are in `1 / 2^shift`.
#[derive(Debug)]
pub(super) struct Board {
    groups: usize,
    attrs: usize,
    values: usize,
    /// The column of the group before the repair: values and other rounds come first.
    old: usize,
    pub(super) shift: u32,
    /// Factors of the goals, in the same unit.
    repeat: i16,
    mix: i16,
    sheets: Vec<Sheet>,
    /// Who sits alone in their unit and has somewhere to go, in `round * people + person`.
    movable: Vec<bool>,
    /// Per round, who of them may not come to which group.
    barred: Vec<Vec<(u32, u32)>>,
    /// The attribute of each value but blank.
    attr_of: Vec<usize>,
    /// Columns of those who go, on their way.
    saved: Vec<i16>,
    /// See [`Board::longest_row`].
    longest: usize,
}

/// What two people may have in common, so that it is counted twice when they change places.
#[derive(Debug, Clone, Copy, Default)]
struct Compared {
    value: i16,
    /// What it counts twice in the group of the one whose row it is.
    here: i16,
    /// Where the column of the value and the row of [`Sheet::twice`] begin.
    column: usize,
    twice: usize,
}

/// One round. Seats are ordered by group.
#[derive(Debug)]
struct Sheet {
    blocks: usize,
    /// Who sits on each seat, or [`NOBODY`].
    person: Vec<u32>,
    /// Where each person sits, or [`NOBODY`] for who is absent.
    slot: Vec<u32>,
    /// The first seat of each group, and the end.
    start: Vec<u32>,
    /// Value per attribute, in `attribute * blocks + block`; then seats in the other rounds, the
    /// group before the repair, and what the constants say that begin with [`STAYS`].
    columns: Vec<Lanes>,
    /// What it costs a group that the person comes and the size stays, and [`BARRED`] more where
    /// they may not, in `group * blocks + block`.
    joining: Vec<Lanes>,
    /// How much more it costs if the size grows, or [`NEVER`], in `group * blocks + block`.
    grown: Vec<Lanes>,
    /// What a value counts twice in the group of a seat, in `value * blocks + block`.
    twice: Vec<Lanes>,
    /// What one more of each value costs, what it counts twice, and how much more the first costs if
    /// the size grows, in `group * values + value`.
    more: Vec<[i16; 3]>,
    /// How much more the size alone costs when it grows, per group.
    more_size: Vec<i16>,
    /// Repeats that the column of leaving knows of, per person.
    again: Vec<i32>,
}

#[inline]
fn at(table: &[Lanes], row: usize, blocks: usize, slot: usize) -> i16 {
    table[row * blocks + slot / LANES][slot % LANES]
}

#[inline]
fn at_mut(table: &mut [Lanes], row: usize, blocks: usize, slot: usize) -> &mut i16 {
    &mut table[row * blocks + slot / LANES][slot % LANES]
}

impl Board {
    /// The tables of a state, if this is a repair without wishes whose numbers are small enough.
    /// Wishes are not among them.
    pub(super) fn open(state: &State, ground: &Ground) -> Option<Self> {
        let costs = state.costs;
        let (people, groups, rounds) = (costs.people, costs.groups, costs.rounds);
        let largest = state.rules.iter().flat_map(|rules| &rules.max).max().copied().unwrap_or(0);
        let edges = costs.greatest_edge().saturating_mul(4 * costs.attrs as i64);
        let met = (largest.min(people).max(2) * rounds.saturating_sub(1)) as i64;
        let most = costs
            .mix_factor
            .saturating_mul(edges)
            .saturating_add(costs.repeat_factor.saturating_mul(met));
        // A size that changes by one moves the bounds of each value's share by one at most. What it
        // costs stands in a column of its own, where half as much again has room.
        let sizes = costs.mix_factor.saturating_mul(costs.weights().sum());
        let most = most.max(sizes / 3 * 2);
        if costs.base.is_none()
            || ground.wished
            || costs.worst_from.is_some()
            || groups * people > GREATEST_ROUND
            || costs.values * people > 8 * GREATEST_ROUND
            || costs.attrs + rounds > MOST_COMPARED
            || costs.values > i16::MAX as usize
            || most > i64::from(GREATEST_SUM)
        {
            return None;
        }
        let narrow = |&shift: &u32| most << shift <= i64::from(GREATEST_SUM);
        let shift = (0..=MOST_HALVINGS).rev().find(narrow).unwrap_or(0);
        let mut attr_of = vec![0; costs.values];
        for person in 0..people {
            for (attr, &value) in costs.values_of(person).iter().enumerate() {
                if usize::from(value) + 1 < costs.values {
                    attr_of[value as usize] = attr;
                }
            }
        }
        let mut movable = vec![false; rounds * people];
        for (round, single) in ground.single.iter().enumerate() {
            single.iter().for_each(|&person| movable[round * people + person as usize] = true);
        }
        let barred = |round: usize| {
            let each = ground.single[round]
                .iter()
                .flat_map(|&person| (0..groups as u32).map(move |group| (person, group)));
            let rules = &state.rules[round];
            each.filter(|&(person, group)| {
                !ground.reaches(rules, person as usize, round, group as usize)
            })
            .collect()
        };
        let barred = (0..rounds).map(barred).collect();
        let mut board = Self {
            movable,
            barred,
            groups,
            attrs: costs.attrs,
            values: costs.values,
            old: costs.attrs + rounds.saturating_sub(1),
            shift,
            repeat: (costs.repeat_factor as i16) << shift,
            mix: (costs.mix_factor as i16) << shift,
            sheets: Vec::with_capacity(rounds),
            attr_of,
            saved: Vec::new(),
            longest: people + SPARE * groups + LANES,
        };
        for round in 0..rounds {
            let sheet = board.sheet(state, round);
            board.sheets.push(sheet);
        }
        Some(board)
    }

    /// Column of the seats of round `other` in the sheet of `round`.
    fn column_of(&self, round: usize, other: usize) -> usize {
        self.attrs + other - usize::from(other > round)
    }

    /// The tables of one round.
    fn sheet(&self, state: &State, round: usize) -> Sheet {
        let costs = state.costs;
        let (people, groups) = (costs.people, costs.groups);
        let mut start = Vec::with_capacity(groups + 1);
        let mut seats = 0u32;
        start.push(0);
        for group in 0..groups {
            let load = state.load(round, group);
            seats += (load + SPARE).min(state.rules[round].max[group]).max(load) as u32;
            start.push(seats);
        }
        let blocks = (seats as usize).div_ceil(LANES);
        let old = self.old;
        let width = old + ALONE + 1;
        let mut sheet = Sheet {
            blocks,
            person: vec![NOBODY; blocks * LANES],
            slot: vec![NOBODY; people],
            start,
            columns: vec![[NOT_HERE; LANES]; width * blocks],
            joining: vec![[0; LANES]; groups * blocks],
            twice: vec![[0; LANES]; costs.values * blocks],
            grown: vec![[0; LANES]; groups * blocks],
            more: vec![[0; 3]; groups * costs.values],
            more_size: vec![0; groups],
            again: vec![0; people],
        };
        for group in 0..groups {
            let cell = round * groups + group;
            for (index, &person) in state.members[cell].iter().enumerate() {
                let (slot, own) = (sheet.start[group] as usize + index, person as usize);
                sheet.person[slot] = person;
                sheet.slot[own] = slot as u32;
                let columns = &mut sheet.columns;
                for (attr, &value) in costs.values_of(own).iter().enumerate() {
                    *at_mut(columns, attr, blocks, slot) = value as i16;
                }
                for other in (0..costs.rounds).filter(|&other| other != round) {
                    let column = self.column_of(round, other);
                    *at_mut(columns, column, blocks, slot) = narrow_seat(state.seat(own, other));
                }
                let base = costs.base.as_ref().map_or(ABSENT, |base| base[round * people + own]);
                *at_mut(columns, old, blocks, slot) = narrow_seat(base);
                *at_mut(columns, old + STAYS, blocks, slot) = mask(base == group as u32);
            }
        }
        for slot in 0..blocks * LANES {
            *at_mut(&mut sheet.columns, old + LEAVING, blocks, slot) = NEVER;
            *at_mut(&mut sheet.columns, old + ALONE, blocks, slot) = NEVER;
        }
        for group in 0..groups {
            self.refresh_mix(&mut sheet, state, round, group);
            for &person in &state.members[round * groups + group] {
                self.count_met(&mut sheet, state, round, person as usize, group, 1);
            }
        }
        for &(person, group) in &self.barred[round] {
            let slot = sheet.slot[person as usize] as usize;
            *at_mut(&mut sheet.joining, group as usize, blocks, slot) += BARRED;
        }
        sheet
    }

    /// What it costs that `person` changes places with whoever sits on each seat.
    pub(super) fn swaps(
        &self,
        sums: &mut Vec<Lanes>,
        (round, person, home): (usize, usize, usize),
        price: i16,
    ) {
        let sheet = &self.sheets[round];
        let blocks = sheet.blocks;
        let old = self.old;
        let slot = sheet.slot[person] as usize;
        let get = |column: usize| at(&sheet.columns, column, blocks, slot);
        // What the swap costs on this side, per group.
        let (leave, before) = (get(old + LEAVING) + (get(old + STAYS) & price), get(old));
        let closed = get(old + CLOSED);
        sums.resize(blocks + 1, [NEVER; LANES]);
        let own = sums.as_flattened_mut();
        for (group, seats) in sheet.start.windows(2).enumerate() {
            let cost = if group == home || group as i16 == closed {
                NEVER
            } else {
                let back = if before == group as i16 { price } else { 0 };
                at(&sheet.joining, group, blocks, slot).saturating_add(leave - back)
            };
            // What is too much is overwritten by the next group.
            for from in (seats[0]..seats[1]).step_by(LANES) {
                own[from as usize..][..LANES].fill(cost);
            }
        }
        sums.truncate(blocks);
        let row = |row: usize| &sheet.columns[row * blocks..][..blocks];
        let (leaves, stays, before) = (row(old + LEAVING), row(old + STAYS), row(old));
        let closed = row(old + CLOSED);
        let join = &sheet.joining[home * blocks..][..blocks];
        let mut compared = [Compared::default(); MOST_COMPARED];
        let compared = &mut compared[..old];
        for (column, compared) in compared.iter_mut().enumerate() {
            let value = get(column);
            *compared = if column < self.attrs {
                let twice = value as usize;
                let here = sheet.more[home * self.values + twice][1];
                Compared { value, here, column: column * blocks, twice: twice * blocks }
            } else {
                // Two who are absent do not meet.
                let value = if value < 0 { NO_VALUE } else { value };
                let blank = (self.values - 1) * blocks;
                Compared { value, here: 2 * self.repeat, column: column * blocks, twice: blank }
            };
        }
        for (block, sum) in sums.iter_mut().enumerate() {
            let mut costs = *sum;
            let (leave, join, stays, before, closed) =
                (&leaves[block], &join[block], &stays[block], &before[block], &closed[block]);
            for lane in 0..LANES {
                let back = mask(before[lane] == home as i16) & price;
                let moved = (stays[lane] & price) - back;
                let closed = mask(closed[lane] == home as i16) & NEVER;
                costs[lane] = costs[lane]
                    .saturating_add(leave[lane].saturating_add(closed))
                    .saturating_add(join[lane] + moved);
            }
            for &Compared { value, here, column, twice } in &*compared {
                let (own, twice) = (&sheet.columns[column + block], &sheet.twice[twice + block]);
                for lane in 0..LANES {
                    let both = (twice[lane] + here) & mask(own[lane] == value);
                    costs[lane] = costs[lane].saturating_sub(both);
                }
            }
            *sum = costs;
        }
    }

    /// What it costs that anybody goes to a free place in `group`, per seat.
    pub(super) fn arrivals(&self, sums: &mut Vec<Lanes>, round: usize, group: usize, price: i16) {
        let sheet = &self.sheets[round];
        let blocks = sheet.blocks;
        let old = self.old;
        let row = |row: usize| sheet.columns[row * blocks..][..blocks].as_flattened();
        let joining = sheet.joining[group * blocks..][..blocks].as_flattened();
        let grown = sheet.grown[group * blocks..][..blocks].as_flattened();
        sums.resize(blocks, [0; LANES]);
        let each = sums.as_flattened_mut().iter_mut();
        for (((sum, &leave), &joining), &grown) in
            each.zip(row(old + LEAVING)).zip(joining).zip(grown)
        {
            *sum = leave.saturating_add(joining.saturating_add(grown));
        }
        let each = sums.as_flattened_mut().iter_mut();
        let moved = row(old + STAYS).iter().zip(row(old)).zip(row(old + CLOSED));
        for ((sum, &alone), ((&stays, &before), &closed)) in each.zip(row(old + ALONE)).zip(moved) {
            let moved = (stays & price) - (mask(before == group as i16) & price);
            let closed = mask(closed == group as i16) & NEVER;
            *sum = sum.saturating_add(alone.saturating_add(moved)).saturating_add(closed);
        }
        let seats = sheet.start[group] as usize..sheet.start[group + 1] as usize;
        sums.as_flattened_mut()[seats].fill(NEVER);
    }

    /// Closes a person's way to a group and opens any other, or opens all.
    pub(super) fn close(&mut self, round: usize, person: usize, group: Option<u32>) {
        let closed = self.old + CLOSED;
        let sheet = &mut self.sheets[round];
        let slot = sheet.slot[person] as usize;
        let group = group.map_or(NOT_HERE, |group| group as i16);
        *at_mut(&mut sheet.columns, closed, sheet.blocks, slot) = group;
    }

    /// Who sits on a seat.
    #[inline]
    pub(super) fn person(&self, round: usize, block: usize, lane: usize) -> Option<usize> {
        let person = self.sheets[round].person[block * LANES + lane];
        (person != NOBODY).then_some(person as usize)
    }

    /// The most seats, empty ones counted, that a row of costs may ever have.
    pub(super) fn longest_row(&self) -> usize {
        self.longest
    }

    /// Takes note that people of one round went from one group to another, given as (who, from, to); the
    /// state knows already.
    pub(super) fn settle(&mut self, state: &State, round: usize, changes: &[(u32, u32, u32)]) {
        let groups = self.groups;
        let mut sheets = std::mem::take(&mut self.sheets);
        let fits = self.reseat(&mut sheets[round], changes);
        let changed = |person: u32| changes.iter().any(|&(other, _, _)| other == person);
        for (index, &(person, from, to)) in changes.iter().enumerate() {
            let own = person as usize;
            if fits {
                self.count_met(&mut sheets[round], state, round, own, from as usize, -1);
                self.count_met(&mut sheets[round], state, round, own, to as usize, 1);
            }
            for (group, sign) in [(from, -1), (to, 1)] {
                for &other in &state.members[round * groups + group as usize] {
                    if other != person && !changed(other) {
                        self.count_pair(&mut sheets, state, round, own, other as usize, sign);
                    }
                }
            }
            for &(other, other_from, other_to) in &changes[index + 1..] {
                let sign = i16::from(other_to == to) - i16::from(other_from == from);
                if sign != 0 {
                    self.count_pair(&mut sheets, state, round, own, other as usize, sign);
                }
            }
            for other in (0..state.costs.rounds).filter(|&other| other != round) {
                let column = self.column_of(other, round);
                let sheet = &mut sheets[other];
                let slot = sheet.slot[own];
                if slot != NOBODY {
                    *at_mut(&mut sheet.columns, column, sheet.blocks, slot as usize) = to as i16;
                }
            }
        }
        if !fits {
            sheets[round] = self.sheet(state, round);
        }
        for group in touched(changes) {
            if fits {
                self.refresh_mix(&mut sheets[round], state, round, group);
            }
            self.refresh_again(&mut sheets, state, round, group);
        }
        self.sheets = sheets;
    }

    /// Gives those who went a seat in their group, if there is one for each.
    fn reseat(&mut self, sheet: &mut Sheet, changes: &[(u32, u32, u32)]) -> bool {
        let (blocks, old) = (sheet.blocks, self.old);
        let width = old + LEAVING;
        self.saved.clear();
        for &(person, _, _) in changes {
            let slot = sheet.slot[person as usize] as usize;
            for column in 0..width {
                self.saved.push(at(&sheet.columns, column, blocks, slot));
                *at_mut(&mut sheet.columns, column, blocks, slot) = NOT_HERE;
            }
            for group in 0..self.groups {
                self.saved.push(at(&sheet.joining, group, blocks, slot));
            }
            for group in 0..self.groups {
                self.saved.push(at(&sheet.grown, group, blocks, slot));
            }
            *at_mut(&mut sheet.columns, old + LEAVING, blocks, slot) = NEVER;
            *at_mut(&mut sheet.columns, old + ALONE, blocks, slot) = NEVER;
            sheet.person[slot] = NOBODY;
        }
        let chunks = self.saved.chunks(width + 2 * self.groups);
        for (&(person, _, to), saved) in changes.iter().zip(chunks) {
            let seats = sheet.start[to as usize] as usize..sheet.start[to as usize + 1] as usize;
            let Some(slot) = seats.into_iter().find(|&slot| sheet.person[slot] == NOBODY) else {
                return false;
            };
            sheet.person[slot] = person;
            sheet.slot[person as usize] = slot as u32;
            for (column, &value) in saved[..width].iter().enumerate() {
                *at_mut(&mut sheet.columns, column, blocks, slot) = value;
            }
            let (joining, grown) = saved[width..].split_at(self.groups);
            for (group, (&joining, &grown)) in joining.iter().zip(grown).enumerate() {
                *at_mut(&mut sheet.joining, group, blocks, slot) = joining;
                *at_mut(&mut sheet.grown, group, blocks, slot) = grown;
            }
            let stays = at(&sheet.columns, old, blocks, slot) == to as i16;
            *at_mut(&mut sheet.columns, old + STAYS, blocks, slot) = mask(stays);
        }
        true
    }

    /// Counts, for those whom `person` meets in other rounds, that the person sits in `group`. A
    /// pair that meets in two of them counts twice, and so looks dearer than it is. It is rare.
    fn count_met(
        &self,
        sheet: &mut Sheet,
        state: &State,
        round: usize,
        person: usize,
        group: usize,
        sign: i16,
    ) {
        let by = sign * self.repeat;
        for other in (0..state.costs.rounds).filter(|&other| other != round) {
            let seat = state.seat(person, other);
            if seat == ABSENT {
                continue;
            }
            for &member in &state.members[other * self.groups + seat as usize] {
                let slot = sheet.slot[member as usize];
                if member as usize != person && slot != NOBODY {
                    *at_mut(&mut sheet.joining, group, sheet.blocks, slot as usize) += by;
                }
            }
        }
    }

    /// Counts in the other rounds that two people meet in `round`, or that they cease to.
    fn count_pair(
        &self,
        sheets: &mut [Sheet],
        state: &State,
        round: usize,
        p: usize,
        q: usize,
        sign: i16,
    ) {
        let by = sign * self.repeat;
        for other in (0..state.costs.rounds).filter(|&other| other != round) {
            let sheet = &mut sheets[other];
            for (seated, whose) in [(p, q), (q, p)] {
                let (seat, slot) = (state.seat(seated, other), sheet.slot[whose]);
                if seat != ABSENT && slot != NOBODY {
                    *at_mut(&mut sheet.joining, seat as usize, sheet.blocks, slot as usize) += by;
                }
            }
        }
    }

    /// Corrects what depends on the counts of values in one group.
    fn refresh_mix(&self, sheet: &mut Sheet, state: &State, round: usize, group: usize) {
        let costs = state.costs;
        let blocks = sheet.blocks;
        let cell = round * self.groups + group;
        let edges = state.edges_of(cell);
        let seats = sheet.start[group] as usize..sheet.start[group + 1] as usize;
        let rules = &state.rules[round];
        let load = state.load(round, group);
        let (may_grow, may_shrink) = (load < rules.max[group], load > rules.min[group]);
        let counts = state.counts_of(cell);
        let plain = costs.group_cost(round, load, counts);
        let narrow = |cost: i64| self.mix * cost as i16;
        let size = if may_grow {
            narrow(costs.group_cost(round, load + 1, counts) - plain)
        } else {
            NEVER
        };
        let by = size - std::mem::replace(&mut sheet.more_size[group], size);
        if by != 0 {
            sheet.grown[group * blocks..][..blocks]
                .as_flattened_mut()
                .iter_mut()
                .for_each(|cost| *cost += by);
        }
        for value in 0..self.values - 1 {
            let known = &mut sheet.more[group * self.values + value];
            let more = self.mix * edges[value].more;
            let twice = self.mix * (edges[value].fewer + edges[value].more);
            let grown = if may_grow {
                self.mix * costs.edge(round, load + 1, value, counts[value]).more - more
            } else {
                0
            };
            let [before, twice_before, grown_before] = *known;
            *known = [more, twice, grown];
            let column = sheet.columns[self.attr_of[value] * blocks..][..blocks].as_flattened();
            let raise = |table: &mut [Lanes], by: i16| {
                for (cost, &own) in table.as_flattened_mut().iter_mut().zip(column) {
                    *cost += by & mask(own == value as i16);
                }
            };
            if more != before {
                raise(&mut sheet.joining[group * blocks..][..blocks], more - before);
            }
            if grown != grown_before {
                raise(&mut sheet.grown[group * blocks..][..blocks], grown - grown_before);
            }
            if twice != twice_before {
                for slot in seats.clone() {
                    *at_mut(&mut sheet.twice, value, blocks, slot) = twice;
                }
            }
        }
        let shrunk = |value: usize| {
            costs.edge(round, load - 1, value, counts[value]).fewer - edges[value].fewer
        };
        let size =
            if may_shrink { narrow(costs.group_cost(round, load - 1, counts) - plain) } else { 0 };
        let leave = self.old + LEAVING;
        for &member in &state.members[cell] {
            let own = member as usize;
            let again = state.again(own, round);
            sheet.again[own] = again;
            if self.movable[round * costs.people + own] {
                let values = costs.values_of(own);
                let gain: i16 = values.iter().map(|&value| edges[value as usize].fewer).sum();
                *at_mut(&mut sheet.columns, leave, blocks, sheet.slot[own] as usize) =
                    self.mix * gain - self.repeat * again as i16;
                let alone = if may_shrink {
                    let blank = self.values - 1;
                    let values = values.iter().map(|&value| usize::from(value));
                    let change: i16 = values.filter(|&value| value != blank).map(shrunk).sum();
                    size + self.mix * change
                } else {
                    NEVER
                };
                *at_mut(
                    &mut sheet.columns,
                    leave + ALONE - LEAVING,
                    blocks,
                    sheet.slot[own] as usize,
                ) = alone;
            }
        }
    }

    /// Corrects what the members of a group repeat in the other rounds: who comes to meet somebody
    /// or ceases to may repeat there what was the only meeting, or no longer.
    fn refresh_again(&self, sheets: &mut [Sheet], state: &State, round: usize, group: usize) {
        let leave = self.old + LEAVING;
        for other in (0..state.costs.rounds).filter(|&other| other != round) {
            let sheet = &mut sheets[other];
            for &member in &state.members[round * self.groups + group] {
                let again = state.again(member as usize, other);
                let change = again - std::mem::replace(&mut sheet.again[member as usize], again);
                let slot = sheet.slot[member as usize];
                if change == 0 || slot == NOBODY {
                    continue;
                }
                let cost = at_mut(&mut sheet.columns, leave, sheet.blocks, slot as usize);
                if *cost != NEVER {
                    *cost -= self.repeat * change as i16;
                }
            }
        }
    }
}

/// The groups that somebody left or came to, each once.
pub(super) fn touched(changes: &[(u32, u32, u32)]) -> impl Iterator<Item = usize> + '_ {
    changes.iter().enumerate().flat_map(move |(index, &(_, from, to))| {
        let known = move |group| changes[..index].iter().any(|&(_, a, b)| a == group || b == group);
        let groups = [Some(from), (to != from).then_some(to)].into_iter().flatten();
        groups.filter(move |&group| !known(group)).map(|group| group as usize)
    })
}

/// All bits or none, so that what is chosen needs no branch.
#[inline]
fn mask(chosen: bool) -> i16 {
    -i16::from(chosen)
}

/// A seat in a row; absence is like no group.
fn narrow_seat(seat: u32) -> i16 {
    if seat == ABSENT { -1 } else { seat as i16 }
}

#[cfg(test)]
mod tests;
