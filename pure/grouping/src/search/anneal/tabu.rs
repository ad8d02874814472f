//! Repair by the best of all changes, whether it gains or not, with nobody going back at once.
//!
//! In a repair nine of ten changes that annealing takes undo what it has just done. Here ways back
//! are closed for a few turns (a tabu search), and of everything else a [`Board`] tells the cost so
//! cheaply that nearly all of it is known: changes lie in rows, a turn takes one and looks again at
//! the rows that it touched and at a few others. The heat blurs what is best: costs are lessened by chance amounts, as if
//! each change came at a rate that falls with its cost.

use super::Anneal;
use super::board::{Board, GREATEST_PRICE, GREATEST_SUM, Lanes, NEVER};
use super::ground::Ground;
use crate::engine::stages::Heats;
use crate::random::{Dice, gumbel};
use crate::search::state::State;

/// Changes that are looked at together.
#[derive(Debug, Clone, Copy)]
enum Row {
    /// A person changes places with somebody.
    Person(usize),
    /// Somebody comes to a free place in a group.
    Group(usize),
}

/// A change that may be taken.
#[derive(Debug, Clone, Copy)]
struct Choice {
    round: usize,
    person: usize,
    group: usize,
    /// Who comes back.
    other: Option<usize>,
}

/// Places in the list of blurs where a row may begin.
const BLURS: usize = 1 << 13;
/// To who has left a group the way back is closed for so many turns.
const CLOSED: std::ops::Range<usize> = 2..6;
/// Of the rows of other rounds that a turn touched, every second is looked at again at once, by
/// chance: only meetings have changed there.
const OTHER_ROUNDS: usize = 2;
/// The others, and those for which a way back is open again, have their turn: so many rows a turn.
const AGAIN: usize = 4;
/// Of a touched group, the rows of so many members are looked at again, beside those who came.
const COMPANY: usize = 16;
/// If all units had several people, so many would be tried in a turn; one in two turns at least.
const TIED: usize = 16;
/// The part by which a turn changes the price of a moved seat.
const STEERED: i64 = 48;
/// From so much on, a change is none.
const OUT_OF_REACH: i16 = GREATEST_SUM;
/// No row.
const NONE: u32 = u32::MAX;

/// What is known about all changes.
#[derive(Debug)]
pub(super) struct Tabu {
    pub(super) board: Board,
    rows: Vec<(usize, Row)>,
    /// Which row a person or a group has, in `round * (people + groups) + people + group`.
    row_of: Vec<u32>,
    /// No change of a row cost less when it was last looked at.
    least: Vec<i16>,
    /// Rows to be looked at before the next turn.
    queue: Vec<u32>,
    queued: Vec<bool>,
    next: usize,
    turn: u64,
    /// Ways back that are closed: round, person, group, and the turn at whose end they open.
    closed: Vec<(usize, usize, u32, u64)>,
    blurs: Vec<i16>,
    /// What the changes of one row cost.
    costs: Vec<Lanes>,
}

impl Tabu {
    /// A search, where [`Board::open`] has tables and somebody sits alone in their unit.
    pub(super) fn open(state: &State, ground: &Ground) -> Option<Self> {
        if ground.single.iter().all(Vec::is_empty) {
            return None;
        }
        let board = Board::open(state, ground)?;
        let (people, groups) = (state.costs.people, state.costs.groups);
        let mut rows = Vec::new();
        let mut row_of = vec![NONE; state.rules.len() * (people + groups)];
        for (round, rules) in state.rules.iter().enumerate() {
            let first = round * (people + groups);
            for person in ground.single[round].iter().map(|&person| person as usize) {
                row_of[first + person] = rows.len() as u32;
                rows.push((round, Row::Person(person)));
            }
            let wide = |&group: &usize| rules.min[group] < rules.max[group];
            for group in (0..groups).filter(wide).filter(|_| !ground.single[round].is_empty()) {
                row_of[first + people + group] = rows.len() as u32;
                rows.push((round, Row::Group(group)));
            }
        }
        Some(Self {
            least: vec![NEVER; rows.len()],
            queue: (0..rows.len() as u32).collect(),
            queued: vec![true; rows.len()],
            next: 0,
            turn: 0,
            closed: Vec::new(),
            blurs: gumbel(BLURS + rows.len().max(board.longest_row())),
            costs: Vec::new(),
            board,
            rows,
            row_of,
        })
    }

    fn enqueue(&mut self, row: u32) {
        if row != NONE && !std::mem::replace(&mut self.queued[row as usize], true) {
            self.queue.push(row);
        }
    }

    /// Takes note that people of one round went from one group to another, given as (who, from, to); the
    /// state knows already.
    pub(super) fn settle(
        &mut self,
        state: &State,
        round: usize,
        changes: &[(u32, u32, u32)],
        dice: &mut Dice,
    ) {
        self.board.settle(state, round, changes);
        // A round that had to be written down anew does not know of them.
        for &(own, person, group, _) in self.closed.iter().filter(|way| way.0 == round) {
            self.board.close(own, person, Some(group));
        }
        let (people, groups) = (state.costs.people, state.costs.groups);
        for group in 0..groups {
            self.enqueue(self.row_of[round * (people + groups) + people + group]);
        }
        for group in super::board::touched(changes) {
            let members = &state.members[round * groups + group];
            // Where many sit together, no single turn may cost as much as a look at everybody.
            let from = if members.len() > COMPANY { dice.below(members.len()) } else { 0 };
            let company = members.iter().cycle().skip(from).take(members.len().min(COMPANY));
            let movers = changes.iter().filter(|&&(_, _, to)| to as usize == group);
            for &member in company.chain(movers.map(|(person, _, _)| person)) {
                for other in 0..state.rules.len() {
                    if other == round || dice.below(OTHER_ROUNDS) == 0 {
                        self.enqueue(self.row_of[other * (people + groups) + member as usize]);
                    }
                }
            }
        }
    }

    /// Which row is the cheapest when all are blurred.
    fn pick_row(&self, warmth: i32, dice: &mut Dice) -> usize {
        let from = dice.below(BLURS);
        let blurs = &self.blurs[from..][..self.rows.len()];
        let costs = self.least.iter().zip(blurs).map(|(&cost, &by)| blurred(cost, by, warmth));
        let least = costs.clone().min().unwrap_or(NEVER);
        costs.clone().position(|cost| cost == least).unwrap_or(0)
    }

    /// The least of the costs of the row that was written down last.
    fn least_written(&self) -> i16 {
        self.costs.as_flattened().iter().copied().min().unwrap_or(NEVER)
    }

    /// Blurs the costs of the row that was written down last.
    fn blur_row(&mut self, warmth: i32, dice: &mut Dice) {
        let blurs = &self.blurs[dice.below(BLURS)..];
        for (cost, &by) in self.costs.as_flattened_mut().iter_mut().zip(blurs) {
            *cost = blurred(*cost, by, warmth);
        }
    }
}

/// A cost less a chance amount: `by` is in 1/2048, `warmth` in 1/32 of the board's unit.
#[inline]
fn blurred(cost: i16, by: i16, warmth: i32) -> i16 {
    cost.saturating_sub(((i32::from(by) * warmth) >> 16) as i16)
}

/// Between which heats a search of so many steps per seat runs, where the mix usually costs `mix` and
/// the least difference is `grain` (16.16 fixed point). One that has time stays where it meets new
/// plans, since it keeps the best that it meets; a short one has to settle. Small costs count for
/// something in both.
pub(super) fn heats(mix: i64, grain: i64, steps: u64) -> Heats {
    let warm = (27 * mix.max(grain) + 54 * grain) / 256;
    let settled = 128 + 32 * (i64::from(steps.max(1).ilog2()) - 9).clamp(0, 4);
    let to = (warm * settled / 256).min(grain / 2);
    Heats { from: warm.max(1) as u64, to: to.max(1) as u64 }
}

impl Anneal<'_> {
    /// One step: looks at one row of changes, or when there is none to look at, takes a change.
    pub(super) fn look(&mut self, heat: u64) {
        let Some(mut tabu) = self.tabu.take() else { return };
        let warmth = (heat << tabu.board.shift >> 11).min(i16::MAX as u64) as i32;
        let mut choice = None;
        let mut over = false;
        if let Some(row) = tabu.queue.pop() {
            tabu.queued[row as usize] = false;
            self.write_row(&mut tabu, row as usize);
            tabu.least[row as usize] = tabu.least_written();
        } else {
            let row = tabu.pick_row(warmth, &mut self.dice);
            self.write_row(&mut tabu, row);
            let now = self.cheapest(&mut tabu, row).0;
            // What it cost may be long ago, and where it costs more now, another may be cheaper.
            over = now <= tabu.least[row];
            tabu.least[row] = now;
            if over && now < OUT_OF_REACH {
                tabu.blur_row(warmth, &mut self.dice);
                choice = self.cheapest(&mut tabu, row).1;
            }
        }
        if let Some(choice) = choice {
            self.take(&mut tabu, choice);
        }
        if !over {
            self.tabu = Some(tabu);
            return;
        }
        let Tabu { board, closed, turn, .. } = &mut *tabu;
        closed.retain(|&(round, person, _, until)| {
            if until <= *turn {
                board.close(round, person, None);
            }
            until > *turn
        });
        tabu.turn += 1;
        for _ in 0..AGAIN.min(tabu.rows.len()) {
            tabu.next = (tabu.next + 1) % tabu.rows.len();
            tabu.enqueue(tabu.next as u32);
        }
        let turn = tabu.turn;
        // No dearer than the board can tell.
        self.steer(STEERED, GREATEST_PRICE << (8 - tabu.board.shift));
        self.tabu = Some(tabu);
        let round = self.dice.below(self.state.costs.rounds);
        let (tied, single) = (self.ground.tied[round].len(), self.ground.single[round].len());
        let tries = (TIED * tied).checked_div(tied + single).unwrap_or(0);
        for _ in 0..tries.max(usize::from(turn.is_multiple_of(2))) {
            self.propose_tied(round, heat);
        }
    }

    fn take(&mut self, tabu: &mut Tabu, Choice { round, person, group, other }: Choice) {
        let home = self.state.seat(person, round);
        let changes = [
            (person as u32, home, group as u32),
            (other.unwrap_or(person) as u32, group as u32, home),
        ];
        let changes = &changes[..1 + usize::from(other.is_some())];
        for &(person, from, _) in changes {
            let person = person as usize;
            let turns = CLOSED.start + self.dice.below(CLOSED.len());
            tabu.closed.retain(|&(own, known, ..)| (own, known) != (round, person));
            tabu.closed.push((round, person, from, tabu.turn + turns as u64));
        }
        self.keep();
        match other {
            Some(other) => self.state.swap(round, person, other),
            None => self.state.reseat(round, &[(person as u32, group as u32)]),
        }
        tabu.settle(&self.state, round, changes, &mut self.dice);
        self.note();
    }

    /// Writes down what the changes of a row cost.
    fn write_row(&self, tabu: &mut Tabu, row: usize) {
        let (round, row) = tabu.rows[row];
        let Tabu { board, costs, .. } = tabu;
        let price = (self.price >> (8 - board.shift)).min(GREATEST_PRICE) as i16;
        let rules = &self.state.rules[round];
        match row {
            Row::Person(person) => {
                let home = self.state.seat(person, round) as usize;
                board.swaps(costs, (round, person, home), price);
            }
            Row::Group(group) if self.state.load(round, group) < rules.max[group] => {
                board.arrivals(costs, round, group, price);
            }
            Row::Group(_) => costs.clear(),
        }
    }

    /// The cheapest of what was written down for a row that every rule permits, and what it costs.
    fn cheapest(&self, tabu: &mut Tabu, row: usize) -> (i16, Option<Choice>) {
        let (round, row) = tabu.rows[row];
        loop {
            let least = tabu.least_written();
            if least >= OUT_OF_REACH {
                return (NEVER, None);
            }
            for block in 0..tabu.costs.len() {
                if !tabu.costs[block].iter().fold(false, |any, &cost| any | (cost == least)) {
                    continue;
                }
                for lane in 0..tabu.costs[block].len() {
                    if tabu.costs[block][lane] != least {
                        continue;
                    }
                    let choice = tabu.board.person(round, block, lane).map(|who| match row {
                        Row::Person(person) => {
                            let group = self.state.seat(who, round) as usize;
                            Choice { round, person, group, other: Some(who) }
                        }
                        Row::Group(group) => Choice { round, person: who, group, other: None },
                    });
                    if choice.is_some_and(|choice| self.is_permitted(choice)) {
                        return (least, choice);
                    }
                    tabu.costs[block][lane] = NEVER;
                }
            }
        }
    }

    fn is_permitted(&self, choice: Choice) -> bool {
        let Choice { round, person, group, other } = choice;
        let home = self.state.seat(person, round) as usize;
        let may = |person: usize, group: usize, except: usize| {
            self.is_single(person, round)
                && self.may(person, round, group)
                && self.peaceful(person, round, group, except)
        };
        home != group
            && may(person, group, other.unwrap_or(person))
            && other.is_none_or(|other| may(other, home, person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_ends_where_the_least_cost_counts() {
        for (mix, grain) in [(2, 1), (30, 1), (400, 3), (1, 1), (0, 5)] {
            for steps in [0, 100, 1 << 20] {
                let heats = heats(mix << 16, grain << 16, steps);
                assert!(heats.to <= (grain as u64) << 15, "{mix} {grain} {steps}");
                assert!(heats.to <= heats.from && heats.to > 0, "{mix} {grain} {steps}");
            }
        }
    }
}
