//! A bound by prices on seats and on shares (Lagrangian relaxation), in integers.
//!
//! Tables of one topic are merged, and pairs, `apart` and repeated meetings are left out, so what
//! remains can only be too cheap. Every topic and round has a price per seat, and every value in it
//! a price between minus and plus its weight for sitting outside the rounded share that tables of
//! some sizes could have. Given prices, each person and each table chooses alone, and the sum of
//! their choices is a bound whatever the prices are. Better prices only make it better.

use crate::instance::Instance;
use crate::rules::RoundRules;
use crate::score::first_visit_cost;

/// Prices are counted in such parts of a unit of `J`.
const UNIT: i64 = 1 << 10;

struct Chooser {
    /// The rounds the person is present in, with the topics permitted there.
    rounds: Vec<(usize, Vec<u32>)>,
    values: Vec<u32>,
    /// Cost of the first visit and of any other, in parts; all zero without wishes.
    first: Vec<i64>,
    other: i64,
    /// Up to six wished topics whose second visit is another price.
    tracked: Vec<u32>,
}

struct Table {
    round: usize,
    topic: usize,
    min: usize,
    max: usize,
    count: i64,
}

struct Prices<'a> {
    rules: &'a [RoundRules],
    topics: usize,
    values: usize,
    weight: Vec<i64>,
    among: Vec<Vec<i64>>,
    people: Vec<Chooser>,
    tables: Vec<Table>,
    /// Price of a seat: `round * topics + topic`.
    seat: Vec<i64>,
    /// Price of a value: `(round * topics + topic) * values + value`.
    share: Vec<i64>,
    seat_slope: Vec<i64>,
    share_slope: Vec<i64>,
}

/// The best bound that `turns` changes of prices find.
pub(crate) fn bound(
    instance: &Instance,
    rules: &[RoundRules],
    known: i64,
    turns: u32,
    go_on: &dyn Fn() -> bool,
) -> i64 {
    let mut prices = Prices::new(instance, rules);
    let mut best = prices.evaluate();
    let mut best_prices = (prices.seat.clone(), prices.share.clone());
    let (mut step, mut patience) = (UNIT, 0);
    let mut drift = (vec![0i64; prices.seat.len()], vec![0i64; prices.share.len()]);
    let mut value = best;
    for _ in 0..turns {
        if best > (known - 1) * UNIT || step == 0 || !go_on() {
            break;
        }
        // Half of the last direction stays, which keeps the prices from swinging to and fro.
        let mix = |drift: &mut Vec<i64>, slope: &[i64]| {
            drift.iter_mut().zip(slope).for_each(|(old, &new)| *old = *old / 2 + new * 16);
        };
        mix(&mut drift.0, &prices.seat_slope);
        mix(&mut drift.1, &prices.share_slope);
        let norm: i128 =
            drift.0.iter().chain(&drift.1).map(|&d| i128::from(d) * i128::from(d)).sum();
        if norm == 0 {
            break;
        }
        let reach = i128::from(known * UNIT - value) * i128::from(step);
        let change = |d: i64| (reach * i128::from(d) * 16 / (norm * i128::from(UNIT))) as i64;
        for (price, &d) in prices.seat.iter_mut().zip(&drift.0) {
            *price += change(d);
        }
        let values = prices.values;
        for (index, (price, &d)) in prices.share.iter_mut().zip(&drift.1).enumerate() {
            let most = prices.weight[index % values] * UNIT;
            *price = (*price + change(d)).clamp(-most, most);
        }
        value = prices.evaluate();
        if value > best {
            if value > best + best / 10_000 {
                patience = 0;
            }
            best = value;
            best_prices = (prices.seat.clone(), prices.share.clone());
        } else {
            patience += 1;
        }
        if patience >= 12 {
            patience = 0;
            step = step * 7 / 10;
            (prices.seat, prices.share) = best_prices.clone();
            drift.0.fill(0);
            drift.1.fill(0);
            value = prices.evaluate();
        }
    }
    // A plan's cost is whole, so a bound may be rounded up.
    (best + UNIT - 1).div_euclid(UNIT).max(0)
}

impl<'a> Prices<'a> {
    fn new(instance: &Instance, rules: &'a [RoundRules]) -> Self {
        let topics = instance.topics.len() + 1;
        let topic_of = |group: usize| instance.groups[group].topic.unwrap_or(topics - 1);
        let mut first_value = Vec::new();
        let mut weight = Vec::new();
        for attribute in &instance.attrs {
            first_value.push(weight.len());
            weight.extend(attribute.values.iter().map(|_| attribute.weight));
        }
        let values = weight.len();
        let mut among = vec![vec![0; values]; instance.rounds];
        let mut people = Vec::new();
        for (index, person) in instance.people.iter().enumerate() {
            let own = person.a.iter().zip(&first_value);
            let own: Vec<u32> = own.filter_map(|(v, f)| v.map(|v| (f + v) as u32)).collect();
            let mut rounds = Vec::new();
            for &round in &person.rounds {
                own.iter().for_each(|&value| among[round][value as usize] += 1);
                let unit = rules[round].unit_of[index] as usize;
                let groups = &rules[round].domain(unit).groups;
                let mut open: Vec<u32> =
                    groups.iter().map(|&group| topic_of(group as usize) as u32).collect();
                open.sort_unstable();
                open.dedup();
                rounds.push((round, open));
            }
            let scale = instance.weights.wish * UNIT;
            let (mut first, mut other) = (vec![0; topics], 0);
            let mut tracked = Vec::new();
            if !person.wishes.is_empty() {
                for (topic, cost) in first.iter_mut().enumerate().take(topics - 1) {
                    *cost = scale * first_visit_cost(instance, index, topic);
                }
                other = scale * instance.unlisted_cost;
                if person.rounds.len() > 1 {
                    tracked = person.wishes.iter().map(|&topic| topic as u32).collect();
                    tracked.sort_unstable();
                    tracked.dedup();
                    tracked.truncate(6);
                }
            }
            people.push(Chooser { rounds, values: own, first, other, tracked });
        }
        let mut tables: Vec<Table> = Vec::new();
        for (round, rules) in rules.iter().enumerate() {
            for (group, own) in instance.groups.iter().enumerate() {
                let (topic, max) = (topic_of(group), own.max.min(rules.present));
                let same = |table: &&mut Table| {
                    (table.round, table.topic, table.min, table.max) == (round, topic, own.min, max)
                };
                match tables.iter_mut().find(same) {
                    Some(table) => table.count += 1,
                    None => tables.push(Table { round, topic, min: own.min, max, count: 1 }),
                }
            }
        }
        let cells = instance.rounds * topics;
        Self {
            rules,
            topics,
            values,
            weight,
            among,
            people,
            tables,
            seat: vec![0; cells],
            share: vec![0; cells * values],
            seat_slope: vec![0; cells],
            share_slope: vec![0; cells * values],
        }
    }

    /// The bound at the present prices; leaves behind in which direction prices should go.
    fn evaluate(&mut self) -> i64 {
        self.seat_slope.fill(0);
        self.share_slope.fill(0);
        let mut total = 0;
        let mut chosen = Vec::new();
        for index in 0..self.people.len() {
            total += self.choose(index, &mut chosen);
            for &(round, topic) in &chosen {
                let cell = round * self.topics + topic as usize;
                self.seat_slope[cell] += 1;
                for &value in &self.people[index].values {
                    self.share_slope[cell * self.values + value as usize] += 1;
                }
            }
        }
        // A free price wants to move only if the count lies outside both rounded shares.
        let counted = self.share_slope.clone();
        let mut upper = vec![0i64; self.share_slope.len()];
        let mut lower = vec![0i64; self.share_slope.len()];
        for table in &self.tables {
            let cell = table.round * self.topics + table.topic;
            let present = (self.rules[table.round].present as i64).max(1);
            let prices = &self.share[cell * self.values..(cell + 1) * self.values];
            let among = &self.among[table.round];
            let mut best: Option<(i64, i64)> = None;
            for size in table.min as i64..=table.max as i64 {
                let mut cost = -self.seat[cell] * size;
                for (&price, &among) in prices.iter().zip(among) {
                    if price != 0 {
                        let share = size * among;
                        let edge = if price > 0 { share + present - 1 } else { share } / present;
                        cost -= price * edge;
                    }
                }
                if best.is_none_or(|(known, _)| cost < known) {
                    best = Some((cost, size));
                }
            }
            let Some((cost, size)) = best else { continue };
            total += cost * table.count;
            self.seat_slope[cell] -= size * table.count;
            for (value, &among) in among.iter().enumerate() {
                let share = size * among;
                upper[cell * self.values + value] += (share + present - 1) / present * table.count;
                lower[cell * self.values + value] += share / present * table.count;
            }
        }
        for (index, slope) in self.share_slope.iter_mut().enumerate() {
            let price = self.share[index];
            let (over, under) = (counted[index] - upper[index], counted[index] - lower[index]);
            *slope = if price > 0 {
                over
            } else if price < 0 {
                under
            } else {
                over.max(0) + under.min(0)
            };
        }
        total
    }

    /// What one person chooses at these prices, round by round, and what it costs.
    fn choose(&self, index: usize, chosen: &mut Vec<(usize, u32)>) -> i64 {
        let person = &self.people[index];
        chosen.clear();
        let price = |round: usize, topic: u32| {
            let cell = round * self.topics + topic as usize;
            let row = &self.share[cell * self.values..(cell + 1) * self.values];
            self.seat[cell] + person.values.iter().map(|&value| row[value as usize]).sum::<i64>()
        };
        let none = (self.topics - 1) as u32;
        if person.rounds.len() == 1 || person.tracked.is_empty() {
            let mut total = 0;
            for (round, topics) in &person.rounds {
                let cost = |topic: u32| price(*round, topic) + person.first[topic as usize];
                let best = topics.iter().map(|&topic| (cost(topic), topic)).min();
                if let Some((cost, topic)) = best {
                    total += cost;
                    chosen.push((*round, topic));
                }
            }
            return total;
        }
        // States are the tracked topics already visited.
        let states = 1usize << person.tracked.len();
        let mut costs = vec![vec![i64::MAX; states]; person.rounds.len() + 1];
        let mut came = vec![vec![(0usize, 0u32); states]; person.rounds.len() + 1];
        costs[0][0] = 0;
        for (step, (round, topics)) in person.rounds.iter().enumerate() {
            for &topic in topics {
                let price = price(*round, topic);
                let bit = person.tracked.iter().position(|&tracked| tracked == topic);
                for state in 0..states {
                    let before = costs[step][state];
                    if before == i64::MAX {
                        continue;
                    }
                    let (wish, next) = match bit {
                        _ if topic == none => (0, state),
                        Some(bit) if state >> bit & 1 == 1 => (person.other, state),
                        Some(bit) => (person.first[topic as usize], state | 1 << bit),
                        // A wish that is not tracked is taken at its cheapest, visited or not.
                        None => (person.first[topic as usize].min(person.other), state),
                    };
                    if before + price + wish < costs[step + 1][next] {
                        costs[step + 1][next] = before + price + wish;
                        came[step + 1][next] = (state, topic);
                    }
                }
            }
        }
        let last = person.rounds.len();
        let mut state = (0..states).min_by_key(|&state| costs[last][state]).unwrap_or(0);
        let total = costs[last][state];
        for step in (1..=last).rev() {
            let (before, topic) = came[step][state];
            chosen.push((person.rounds[step - 1].0, topic));
            state = before;
        }
        total
    }
}
