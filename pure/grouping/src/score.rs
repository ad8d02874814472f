//! What a plan costs, computed from nothing but the instance and the seats.
//!
//! The search keeps its own running sums; this is the slow, plain reading they are checked against.

use crate::instance::{Goal, Instance};
use crate::plan::Plan;

/// The cost of a plan and its parts. For [`Goal::MostDiverse`] only `total` is used, as minus the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// `J`: everything weighted, less is better.
    pub total: i64,
    /// `W`: wish cost.
    pub wishes: i64,
    /// `D`: weighted deviation from the rounded share.
    pub mix: i64,
    /// `M`: repeated meetings.
    pub repeats: i64,
    /// The greatest share of `mix` that one group has in one round.
    pub worst_group: i64,
}

/// Scores a plan that keeps the rules.
#[must_use]
pub fn score(instance: &Instance, plan: &Plan) -> Score {
    if instance.people.is_empty() || instance.groups.is_empty() {
        return Score::default();
    }
    if instance.objective == Goal::MostDiverse {
        return Score { total: -distance_inside(instance, plan), ..Score::default() };
    }
    let wishes = wish_cost(instance, plan);
    let (mix, worst_group) = mix_cost(instance, plan);
    let repeats = repeats(instance, plan);
    let total = instance.weights.wish * wishes + mix + instance.weights.repeat * repeats;
    Score { total, wishes, mix, repeats, worst_group }
}

/// What sitting at a topic costs a person with wishes, the first time.
pub(crate) fn first_visit_cost(instance: &Instance, person: usize, topic: usize) -> i64 {
    let wishes = &instance.people[person].wishes;
    match wishes.iter().position(|&wish| wish == topic) {
        Some(rank) => instance.rank_cost[rank.min(instance.rank_cost.len() - 1)],
        None => instance.unlisted_cost,
    }
}

fn wish_cost(instance: &Instance, plan: &Plan) -> i64 {
    let mut total = 0;
    for (index, person) in instance.people.iter().enumerate() {
        if person.wishes.is_empty() {
            continue;
        }
        let mut visited = Vec::new();
        for &round in &person.rounds {
            let Some(group) = plan.seats[round][index] else { continue };
            let Some(topic) = instance.groups[group].topic else { continue };
            total += if visited.contains(&topic) {
                instance.unlisted_cost
            } else {
                first_visit_cost(instance, index, topic)
            };
            visited.push(topic);
        }
    }
    total
}

/// How far `count` of a group of `size` lies outside the rounded share of `among` of `present`.
#[must_use]
pub fn excess(count: i64, size: i64, among: i64, present: i64) -> i64 {
    let share = size * among;
    let (low, high) = (share / present, (share + present - 1) / present);
    (count - high).max(low - count).max(0)
}

fn mix_cost(instance: &Instance, plan: &Plan) -> (i64, i64) {
    let (mut total, mut worst) = (0, 0);
    for row in &plan.seats {
        let present = row.iter().flatten().count() as i64;
        if present == 0 {
            continue;
        }
        let mut size = vec![0i64; instance.groups.len()];
        row.iter().flatten().for_each(|&group| size[group] += 1);
        let mut per_group = vec![0i64; instance.groups.len()];
        for (k, attribute) in instance.attrs.iter().enumerate() {
            for value in 0..attribute.values.len() {
                let mut count = vec![0i64; instance.groups.len()];
                for (person, seat) in row.iter().enumerate() {
                    if let Some(group) = seat
                        && instance.people[person].a[k] == Some(value)
                    {
                        count[*group] += 1;
                    }
                }
                let among: i64 = count.iter().sum();
                for (group, own) in per_group.iter_mut().enumerate() {
                    *own += attribute.weight * excess(count[group], size[group], among, present);
                }
            }
        }
        total += per_group.iter().sum::<i64>();
        worst = worst.max(per_group.iter().copied().max().unwrap_or(0));
    }
    (total, worst)
}

fn repeats(instance: &Instance, plan: &Plan) -> i64 {
    let people = instance.people.len();
    let mut tied = vec![Vec::new(); people];
    for &(p, q) in &instance.together {
        tied[p].push(q);
        tied[q].push(p);
    }
    // A pair is counted once per meeting after its first, so only later rounds need a look back.
    let mut members = vec![vec![Vec::new(); instance.groups.len()]; plan.seats.len()];
    for (round, row) in plan.seats.iter().enumerate() {
        for (person, seat) in row.iter().enumerate() {
            if let Some(group) = seat {
                members[round][*group].push(person);
            }
        }
    }
    let mut total = 0;
    for (round, groups) in members.iter().enumerate().skip(1) {
        for group in groups {
            for (i, &p) in group.iter().enumerate() {
                for &q in &group[i + 1..] {
                    let before = (0..round).any(|earlier| {
                        plan.seats[earlier][p].is_some()
                            && plan.seats[earlier][p] == plan.seats[earlier][q]
                    });
                    total += i64::from(before && !tied[p].contains(&q));
                }
            }
        }
    }
    total
}

fn distance_inside(instance: &Instance, plan: &Plan) -> i64 {
    let people = instance.people.len();
    let (Some(dist), Some(row)) = (&instance.dist, plan.seats.first()) else { return 0 };
    let mut total = 0;
    for p in 0..people {
        for q in p + 1..people {
            if row[p].is_some() && row[p] == row[q] {
                total += dist[triangle(people, p, q)];
            }
        }
    }
    total
}

/// Where the pair `p < q` stands in the upper triangle of `people` rows.
pub(crate) fn triangle(people: usize, p: usize, q: usize) -> usize {
    p * people - p * (p + 1) / 2 + q - p - 1
}
