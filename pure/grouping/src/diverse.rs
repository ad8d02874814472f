//! The search for [`crate::Goal::MostDiverse`]: the greatest sum of distances inside the groups.
//!
//! There is one round and no mix, so it keeps one table instead: how far each person is from each
//! group. Hard rules are the same as everywhere.

use crate::bound;
use crate::engine::stages::{Cooling, Heats, Search, Stages};
use crate::engine::{MoveLimit, Request, World};
use crate::instance::Instance;
use crate::plan::Plan;
use crate::random::{Dice, Slack};
use crate::rules::RoundRules;
use crate::score::triangle;

/// The sum of distances from a person to the others in a group.
pub(crate) fn distance_to(instance: &Instance, plan: &Plan, person: usize, group: usize) -> i64 {
    let people = instance.people.len();
    let Some(dist) = &instance.dist else { return 0 };
    (0..people)
        .filter(|&other| other != person && plan.seats[0][other] == Some(group))
        .map(|other| dist[triangle(people, person.min(other), person.max(other))])
        .sum()
}

struct Diverse<'a> {
    rules: &'a RoundRules,
    people: usize,
    groups: usize,
    dist: Vec<i32>,
    /// Sum of distances from each person to each group: `group * people + person`.
    far: Vec<i64>,
    seat: Vec<u32>,
    place: Vec<u32>,
    members: Vec<Vec<u32>>,
    /// People alone in their unit who may sit in more than one group.
    single: Vec<u32>,
    /// Units of several people that may sit in more than one group.
    tied: Vec<u32>,
    base: Option<Vec<u32>>,
    price: i64,
    most_moved: Option<i64>,
    moved: i64,
    cost: i64,
    best_cost: i64,
    best: Vec<u32>,
    best_is_now: bool,
    marked: (i64, Vec<u32>),
    dice: Dice,
    slack: Slack,
}

/// The best seating found and the steps it took.
pub(crate) fn improve(
    instance: &Instance,
    rules: &[RoundRules],
    request: &Request,
    started: f64,
    seats: Vec<Vec<u32>>,
    dice: Dice,
    world: &mut World,
) -> (Option<Plan>, u64) {
    let rules = &rules[0];
    let mut search = Diverse::new(instance, rules, request, &seats[0], dice);
    let prove = |known: i64, go_on: &dyn Fn() -> bool| {
        bound::bound(instance, std::slice::from_ref(rules), known, 0, go_on)
    };
    let mut stages = Stages::new(rules.present, request.budget, i64::MIN, &prove);
    let steps = stages.run(&mut search, started, world);
    search.keep();
    if search.best_cost == i64::MAX {
        return (None, steps);
    }
    let row = search.best.iter().map(|&seat| (seat != NOWHERE).then_some(seat as usize)).collect();
    (Some(Plan { seats: vec![row] }), steps)
}

const NOWHERE: u32 = u32::MAX;

impl<'a> Diverse<'a> {
    fn new(
        instance: &Instance,
        rules: &'a RoundRules,
        request: &Request,
        seats: &[u32],
        dice: Dice,
    ) -> Self {
        let (people, groups) = (instance.people.len(), instance.groups.len());
        let mut dist = vec![0; people * people];
        let triangle_of = instance.dist.as_deref().unwrap_or_default();
        for p in 0..people {
            for q in p + 1..people {
                let own = triangle_of[triangle(people, p, q)] as i32;
                dist[p * people + q] = own;
                dist[q * people + p] = own;
            }
        }
        let mut search = Self {
            rules,
            people,
            groups,
            dist,
            far: vec![0; groups * people],
            seat: vec![NOWHERE; people],
            place: vec![0; people],
            members: vec![Vec::new(); groups],
            single: Vec::new(),
            tied: Vec::new(),
            base: None,
            price: 0,
            most_moved: None,
            moved: 0,
            cost: 0,
            best_cost: i64::MAX,
            best: Vec::new(),
            best_is_now: false,
            marked: (i64::MAX, Vec::new()),
            dice,
            slack: Slack::new(),
        };
        if let Some(repair) = &request.repair {
            let seat = |seat: &Option<usize>| seat.map_or(NOWHERE, |group| group as u32);
            search.base = Some(repair.base.seats[0].iter().map(seat).collect());
            match repair.limit {
                MoveLimit::Price(price) => search.price = price,
                MoveLimit::Most(most) => search.most_moved = Some(most as i64),
            }
        }
        search.moved = (0..people).map(|p| search.differs(p, NOWHERE)).sum();
        search.cost = search.price * search.moved;
        for (index, unit) in rules.units.iter().enumerate() {
            for &person in &unit.people {
                search.join(person as usize, seats[index] as usize);
            }
            if rules.domain(index).groups.len() > 1 {
                match unit.people[..] {
                    [person] => search.single.push(person),
                    _ => search.tied.push(index as u32),
                }
            }
        }
        search.note();
        search
    }

    fn differs(&self, person: usize, seat: u32) -> i64 {
        self.base.as_ref().map_or(0, |base| i64::from(base[person] != seat))
    }

    fn join(&mut self, person: usize, group: usize) {
        self.cost -= self.far[group * self.people + person];
        let change = self.differs(person, group as u32) - self.differs(person, NOWHERE);
        self.moved += change;
        self.cost += self.price * change;
        self.seat[person] = group as u32;
        self.place[person] = self.members[group].len() as u32;
        self.members[group].push(person as u32);
        let row = &self.dist[person * self.people..(person + 1) * self.people];
        let far = &mut self.far[group * self.people..(group + 1) * self.people];
        far.iter_mut().zip(row).for_each(|(far, &own)| *far += i64::from(own));
    }

    fn leave(&mut self, person: usize) {
        let group = self.seat[person] as usize;
        let place = self.place[person] as usize;
        self.members[group].swap_remove(place);
        if let Some(&other) = self.members[group].get(place) {
            self.place[other as usize] = place as u32;
        }
        let row = &self.dist[person * self.people..(person + 1) * self.people];
        let far = &mut self.far[group * self.people..(group + 1) * self.people];
        far.iter_mut().zip(row).for_each(|(far, &own)| *far -= i64::from(own));
        self.cost += self.far[group * self.people + person];
        let change = self.differs(person, NOWHERE) - self.differs(person, group as u32);
        self.moved += change;
        self.cost += self.price * change;
        self.seat[person] = NOWHERE;
    }

    fn note(&mut self) {
        if self.cost < self.best_cost && self.most_moved.is_none_or(|most| self.moved <= most) {
            self.best_cost = self.cost;
            self.best_is_now = true;
        }
    }

    fn keep(&mut self) {
        if self.best_is_now {
            self.best = self.seat.clone();
            self.best_is_now = false;
        }
    }

    fn may(&self, person: usize, group: usize, except: usize) -> bool {
        let unit = self.rules.unit_of[person] as usize;
        self.rules.domain(unit).has(group)
            && self.rules.units[unit].foes.iter().all(|&foe| {
                let first = self.rules.units[foe as usize].people[0] as usize;
                self.seat[first] != group as u32 || self.rules.unit_of[except] == foe
            })
    }

    #[inline]
    fn propose(&mut self, heat: u64) {
        let limit = self.slack.draw(heat, &mut self.dice);
        if self.single.is_empty() || !self.tied.is_empty() && self.dice.below(32) == 0 {
            self.propose_tied(limit);
            return;
        }
        let p = self.single[self.dice.below(self.single.len())] as usize;
        let a = self.seat[p] as usize;
        let b = self.dice.below(self.groups);
        if a == b {
            return;
        }
        let room = self.rules.max[b].min(self.members[b].len() + 1);
        let slot = self.dice.below(room);
        let people = self.people;
        let mut change = self.far[a * people + p] - self.far[b * people + p];
        let mut moved = self.differs(p, b as u32) - self.differs(p, a as u32);
        let Some(&q) = self.members[b].get(slot) else {
            change += self.price * moved;
            let fits = self.members[a].len() > self.rules.min[a];
            if fits && change <= limit && self.may(p, b, p) && self.allowed(moved) {
                self.take(&[(p as u32, b as u32)], change);
            }
            return;
        };
        let q = q as usize;
        change += self.far[b * people + q] - self.far[a * people + q];
        change += 2 * i64::from(self.dist[p * people + q]);
        moved += self.differs(q, a as u32) - self.differs(q, b as u32);
        change += self.price * moved;
        if change > limit
            || self.rules.size(self.rules.unit_of[q] as usize) > 1
            || !self.may(p, b, q)
            || !self.may(q, a, p)
            || !self.allowed(moved)
        {
            return;
        }
        if change > 0 || self.most_moved.is_some() {
            self.keep();
        }
        self.swap(p, q);
        self.cost += change;
        self.moved += moved;
        self.note();
    }

    /// Swaps two people of two groups in one pass over the table; cost is the caller's to book.
    fn swap(&mut self, p: usize, q: usize) {
        let people = self.people;
        let (a, b) = (self.seat[p] as usize, self.seat[q] as usize);
        let (low, high) = (a.min(b), a.max(b));
        let (before, after) = self.far.split_at_mut(high * people);
        let far_low = &mut before[low * people..(low + 1) * people];
        let far_high = &mut after[..people];
        let (comes_low, comes_high) = if a == low { (q, p) } else { (p, q) };
        let row_low = &self.dist[comes_low * people..(comes_low + 1) * people];
        let row_high = &self.dist[comes_high * people..(comes_high + 1) * people];
        for ((low, high), (&comes, &goes)) in
            far_low.iter_mut().zip(far_high).zip(row_low.iter().zip(row_high))
        {
            let change = i64::from(comes - goes);
            *low += change;
            *high -= change;
        }
        self.members[a][self.place[p] as usize] = q as u32;
        self.members[b][self.place[q] as usize] = p as u32;
        self.place.swap(p, q);
        self.seat.swap(p, q);
    }

    fn allowed(&self, moved: i64) -> bool {
        self.most_moved.is_none_or(|most| moved <= 0 || self.moved + moved <= most)
    }

    fn take(&mut self, changes: &[(u32, u32)], change: i64) {
        if change > 0 || self.most_moved.is_some() {
            self.keep();
        }
        let before = self.cost;
        for &(person, group) in changes {
            self.leave(person as usize);
            self.join(person as usize, group as usize);
        }
        debug_assert_eq!(self.cost - before, change);
        let _ = before;
        self.note();
    }

    /// Moves a whole unit, against as many single people as places are short.
    fn propose_tied(&mut self, limit: i64) {
        let rules = self.rules;
        if self.tied.is_empty() {
            return;
        }
        let unit = self.tied[self.dice.below(self.tied.len())] as usize;
        let people = &rules.units[unit].people;
        let a = self.seat[people[0] as usize] as usize;
        let b = self.dice.below(self.groups);
        if a == b || !self.may(people[0] as usize, b, people[0] as usize) {
            return;
        }
        let size = people.len();
        let (load_a, load_b) = (self.members[a].len(), self.members[b].len());
        let back = (load_b + size)
            .saturating_sub(rules.max[b])
            .max((rules.min[a] + size).saturating_sub(load_a));
        let back = back + self.dice.below(size.saturating_sub(back) + 1);
        let mut changes: Vec<(u32, u32)> = people.iter().map(|&p| (p, b as u32)).collect();
        for _ in 0..4 * back {
            if changes.len() == size + back || self.members[b].is_empty() {
                break;
            }
            let other = self.members[b][self.dice.below(self.members[b].len())];
            let own = rules.unit_of[other as usize];
            let clash = changes[size..].iter().any(|&(p, _)| {
                p == other || rules.units[own as usize].foes.contains(&rules.unit_of[p as usize])
            });
            if !clash
                && changes.len() + rules.size(own as usize) <= size + back
                && self.may(other as usize, a, people[0] as usize)
            {
                changes.extend(rules.units[own as usize].people.iter().map(|&p| (p, a as u32)));
            }
        }
        if changes.len() != size + back || load_b + size - back < rules.min[b] {
            return;
        }
        self.keep();
        let (before, moved) = (self.cost, self.moved);
        for &(person, group) in &changes {
            self.leave(person as usize);
            self.join(person as usize, group as usize);
        }
        let outside = self.most_moved.is_some_and(|most| self.moved > most && self.moved > moved);
        if outside || self.cost - before > limit {
            for &(person, group) in &changes {
                self.leave(person as usize);
                self.join(person as usize, if group as usize == a { b } else { a });
            }
        } else {
            self.note();
        }
    }
}

impl Search for Diverse<'_> {
    fn cool(&mut self, cooling: Cooling, begin: u64, end: u64) {
        if self.groups < 2 || self.single.is_empty() && self.tied.is_empty() {
            return;
        }
        let mut step = begin;
        while step < end {
            let heat = cooling.heat(step);
            let pause = end.min((step / 1024 + 1) * 1024);
            for _ in step..pause {
                self.propose(heat);
            }
            step = pause;
        }
    }

    fn best_cost(&mut self) -> i64 {
        self.best_cost
    }

    fn mark(&mut self) {
        self.keep();
        self.marked = (self.best_cost, self.best.clone());
    }

    fn fall_back(&mut self) {
        self.best_is_now = false;
        (self.best_cost, self.best) = self.marked.clone();
    }

    fn reheat(&mut self) {}

    /// Around the heat at which a swap's change, a sum over two groups of chance differences,
    /// begins to matter: it grows with the spread of distances and the root of the group size.
    fn heats(&self, steps: u64) -> Heats {
        let (mut count, mut sum, mut squares) = (0i128, 0i128, 0i128);
        for p in 0..self.people {
            for q in p + 1..self.people {
                let own = i128::from(self.dist[p * self.people + q]);
                (count, sum, squares) = (count + 1, sum + own, squares + own * own);
            }
        }
        if count == 0 || self.groups == 0 {
            return Heats { from: 1 << 16, to: 1 << 14 };
        }
        let size = (self.people / self.groups).max(1) as i128;
        // In units of 1/256, the spread times the root of the group size.
        let scale = (((squares * count - sum * sum) * size) << 16).isqrt() / count;
        let scale = (scale as u64) << 8;
        // A long cooling lingers where it matters; a short one has to freeze in time.
        let (from, to) = if steps >> 20 > self.people as u64 {
            (scale * 8 / 25, scale * 16 / 75)
        } else {
            (scale * 7 / 20, scale * 7 / 40)
        };
        Heats { from: from.max(1 << 14), to: to.max(1 << 12) }
    }
}
