//! What every seat costs, compiled from the instance into flat tables that the search reads.
//!
//! All costs are integers. Rules are not here; see [`crate::rules`].

use crate::goals::{Goals, WishGoal};
use crate::instance::Instance;
use crate::rules::RoundRules;

/// The tables of one instance under one set of goals.
#[derive(Debug, Clone)]
pub(crate) struct Costs {
    pub people: usize,
    pub rounds: usize,
    pub groups: usize,
    /// Topics plus one for groups without a topic.
    pub topics: usize,
    pub topic_of: Vec<u32>,
    /// Attributes.
    pub attrs: usize,
    /// Values of all attributes in one row, plus a last one for blank that never costs.
    pub values: usize,
    /// Column per person and attribute.
    pub value_of: Vec<u16>,
    weight: Vec<i32>,
    /// What it costs to be the only one of a value in a group.
    alone: Vec<i32>,
    sizes: usize,
    /// Rounded share per round, size and value.
    share: Vec<(i32, i32)>,
    /// Cost and edge per round, size, value and count, where that is a small table.
    table: Vec<(i32, Edge)>,
    counts: usize,
    /// First-visit cost per person and topic, and what any other visit costs.
    pub wish: Vec<i32>,
    pub unlisted: Vec<i32>,
    /// The topics a person wished for, best first.
    pub wishes: Vec<Vec<u32>>,
    pub wish_factor: i64,
    pub mix_factor: i64,
    pub repeat_factor: i64,
    /// Above this cost one group's mix is punished, so that the worst group comes first.
    pub worst_from: Option<i64>,
    /// Who was where before, for a repair: column `round * people + person`.
    pub base: Option<Vec<u32>>,
    pub move_price: i64,
    /// Pairs that never count as meeting again.
    pub tied: Vec<Vec<u32>>,
}

/// What one fewer or one more of a value would change in a group.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Edge {
    pub fewer: Narrow,
    pub more: Narrow,
}

/// Narrow, so that the edges of a group lie in two lines of the nearest cache.
pub(crate) type Narrow = i16;

/// Entries of the table of costs; beyond this, costs are reckoned when asked for.
const GREATEST_TABLE: usize = 1 << 18;

/// Stands for "absent" in a row of seats.
pub(crate) const ABSENT: u32 = 0xffff;

impl Costs {
    pub(crate) fn compile(instance: &Instance, rules: &[RoundRules], goals: &Goals) -> Self {
        let (people, groups) = (instance.people.len(), instance.groups.len());
        let topics = instance.topics.len() + 1;
        let mut first = Vec::new();
        let mut values = 0;
        for attribute in &instance.attrs {
            first.push(values);
            values += attribute.values.len();
        }
        let value_of = instance
            .people
            .iter()
            .flat_map(|person| {
                person
                    .a
                    .iter()
                    .zip(&first)
                    .map(|(own, first)| own.map_or(values, |v| first + v) as u16)
            })
            .collect();
        let mut weight: Vec<i32> = Vec::new();
        for attribute in &instance.attrs {
            weight.extend(attribute.values.iter().map(|_| attribute.weight as i32));
        }
        weight.push(0);
        let mut alone = vec![0; values + 1];
        for &(attribute, value) in &goals.never_alone {
            alone[first[attribute] + value] = goals.alone_cost as i32;
        }
        let mut costs = Self {
            people,
            rounds: instance.rounds,
            groups,
            topics,
            topic_of: instance
                .groups
                .iter()
                .map(|group| group.topic.unwrap_or(topics - 1) as u32)
                .collect(),
            attrs: instance.attrs.len(),
            values: values + 1,
            value_of,
            weight,
            alone,
            sizes: 0,
            share: Vec::new(),
            table: Vec::new(),
            counts: 0,
            wish: Vec::new(),
            unlisted: Vec::new(),
            wishes: Vec::new(),
            wish_factor: goals.wish_weight.unwrap_or(instance.weights.wish),
            mix_factor: goals.mix_weight,
            repeat_factor: goals.repeat_weight.unwrap_or(instance.weights.repeat),
            worst_from: None,
            base: None,
            move_price: 0,
            tied: vec![Vec::new(); people],
        };
        for &(p, q) in &instance.together {
            costs.tied[p].push(q as u32);
            costs.tied[q].push(p as u32);
        }
        costs.compile_wishes(instance, goals);
        costs.compile_shares(instance, rules);
        costs.compile_table();
        costs
    }

    fn compile_wishes(&mut self, instance: &Instance, goals: &Goals) {
        // Generous: one seat without a wish outweighs all third wishes, one of those all second.
        let seats: usize = instance.people.iter().map(|person| person.rounds.len()).sum();
        let step = (seats as i64 + 1).clamp(2, 30_000);
        for (index, person) in instance.people.iter().enumerate() {
            let mut row = vec![0; self.topics];
            let mut unlisted = 0;
            if !person.wishes.is_empty() {
                unlisted = match goals.wishes {
                    WishGoal::Ranked => instance.unlisted_cost as i32,
                    WishGoal::Generous => (step * step) as i32,
                };
                for (topic, cost) in row.iter_mut().enumerate().take(self.topics - 1) {
                    *cost = match goals.wishes {
                        WishGoal::Ranked => {
                            crate::score::first_visit_cost(instance, index, topic) as i32
                        }
                        WishGoal::Generous => {
                            match person.wishes.iter().position(|&wish| wish == topic) {
                                Some(0) => 0,
                                Some(1) => 1,
                                Some(_) => step as i32,
                                None => unlisted,
                            }
                        }
                    };
                }
            }
            self.wish.extend(row);
            self.unlisted.push(unlisted);
            self.wishes.push(person.wishes.iter().map(|&topic| topic as u32).collect());
        }
    }

    fn compile_shares(&mut self, instance: &Instance, rules: &[RoundRules]) {
        let present = rules.iter().map(|round| round.present).max().unwrap_or(0);
        let greatest = instance.groups.iter().map(|group| group.max).max().unwrap_or(0);
        self.sizes = greatest.min(present) + 2;
        for (round, rules) in rules.iter().enumerate() {
            let mut among = vec![0i64; self.values];
            for person in (0..self.people).filter(|&p| instance.is_present(p, round)) {
                for &value in self.values_of(person) {
                    among[value as usize] += 1;
                }
            }
            let present = (rules.present as i64).max(1);
            for size in 0..self.sizes as i64 {
                for among in &among {
                    let share = size * among;
                    self.share
                        .push(((share / present) as i32, ((share + present - 1) / present) as i32));
                }
            }
        }
    }

    /// Most groups are small, so nearly every cost the search asks for can be looked up.
    fn compile_table(&mut self) {
        let counts = self.sizes + 1;
        if self.rounds * self.sizes * self.values * counts > GREATEST_TABLE {
            return;
        }
        for round in 0..self.rounds {
            for size in 0..self.sizes {
                for value in 0..self.values {
                    for count in 0..counts as i32 {
                        let cost = self.value_cost(round, size, value, count);
                        self.table.push((cost, self.reckon_edge(round, size, value, count)));
                    }
                }
            }
        }
        self.counts = counts;
    }

    fn reckon_edge(&self, round: usize, size: usize, value: usize, count: i32) -> Edge {
        let now = self.value_cost(round, size, value, count);
        Edge {
            fewer: (self.value_cost(round, size, value, count - 1) - now) as Narrow,
            more: (self.value_cost(round, size, value, count + 1) - now) as Narrow,
        }
    }

    /// What one fewer and one more of `value` would change.
    #[inline]
    pub(crate) fn edge(&self, round: usize, size: usize, value: usize, count: i32) -> Edge {
        let row = ((round * self.sizes + size) * self.values + value) * self.counts;
        match self.table.get(row + count as usize) {
            Some(&(_, edge)) => edge,
            None => self.reckon_edge(round, size, value, count),
        }
    }

    #[inline]
    pub(crate) fn values_of(&self, person: usize) -> &[u16] {
        &self.value_of[person * self.attrs..(person + 1) * self.attrs]
    }

    /// What `count` people of `value` cost in a group of `size`.
    #[inline]
    pub(crate) fn value_cost(&self, round: usize, size: usize, value: usize, count: i32) -> i32 {
        let (low, high) = self.share[(round * self.sizes + size) * self.values + value];
        let cost = self.weight[value] * (count - high).max(low - count).max(0);
        if count == 1 { cost + self.alone[value] } else { cost }
    }

    /// What a group of `size` with these counts costs.
    pub(crate) fn group_cost(&self, round: usize, size: usize, counts: &[i32]) -> i64 {
        if !self.table.is_empty() {
            let start = (round * self.sizes + size) * self.values * self.counts;
            let rows = self.table[start..start + self.values * self.counts].chunks(self.counts);
            // The last column is blank, where one person may count once per attribute.
            let rows = rows.zip(counts).take(self.values - 1);
            return rows.map(|(row, &count)| i64::from(row[count as usize].0)).sum();
        }
        (0..self.values - 1)
            .map(|value| i64::from(self.value_cost(round, size, value, counts[value])))
            .sum()
    }

    /// The cost of one group's mix as the goals see it.
    #[inline]
    pub(crate) fn weighed(&self, mix: i64) -> i64 {
        match self.worst_from {
            None => mix * self.mix_factor,
            Some(from) => (mix + 50 * (mix - from).max(0)) * self.mix_factor,
        }
    }

    /// The weight of every value of every attribute.
    pub(crate) fn weights(&self) -> impl Iterator<Item = i64> + '_ {
        self.weight[..self.values - 1].iter().map(|&weight| i64::from(weight))
    }

    /// More than one more or one fewer of a value ever changes in one group's mix.
    pub(crate) fn greatest_edge(&self) -> i64 {
        let weight = self.weight.iter().copied().max().unwrap_or(0);
        let alone = self.alone.iter().copied().max().unwrap_or(0);
        i64::from(weight) + i64::from(alone)
    }

    /// The least difference between two wish costs of one person, over all persons.
    pub(crate) fn wish_grain(&self) -> i64 {
        let mut least = i64::from(i32::MAX);
        for person in (0..self.people).filter(|&person| !self.wishes[person].is_empty()) {
            let row = &self.wish[person * self.topics..(person + 1) * self.topics - 1];
            let mut sorted: Vec<i32> = row.to_vec();
            sorted.push(self.unlisted[person]);
            sorted.sort_unstable();
            for pair in sorted.windows(2).filter(|pair| pair[0] < pair[1]) {
                least = least.min(i64::from(pair[1] - pair[0]));
            }
        }
        if least == i64::from(i32::MAX) { 1 } else { least }
    }

    #[inline]
    pub(crate) fn first_visit(&self, person: usize, topic: u32) -> i32 {
        self.wish[person * self.topics + topic as usize]
    }
}
