//! How good a plan can at most be: numbers below which no plan's `J` can lie.
//!
//! A bound never steers the search; it only tells the organiser how much could still be gained.

mod exhaustive;
mod prices;

pub(crate) use exhaustive::best_of_few;

use crate::instance::{Goal, Instance};
use crate::rules::RoundRules;

/// A lower bound on `J`. `known` is the `J` of some plan; `go_on` is asked before each of at most
/// `turns` improvements.
pub(crate) fn bound(
    instance: &Instance,
    rules: &[RoundRules],
    known: i64,
    turns: u32,
    go_on: &dyn Fn() -> bool,
) -> i64 {
    match instance.objective {
        Goal::MostDiverse => -greatest_distance(instance),
        Goal::Least => prices::bound(instance, rules, known, turns, go_on),
    }
}

/// At most so much distance fits inside groups: each person beside those who are farthest away.
fn greatest_distance(instance: &Instance) -> i64 {
    let people = instance.people.len();
    let Some(dist) = &instance.dist else { return 0 };
    let most = instance.groups.iter().map(|group| group.max).max().unwrap_or(0);
    let least = instance.groups.iter().map(|group| group.min).min().unwrap_or(0);
    let mut total = 0;
    let here: Vec<usize> = (0..people).filter(|&p| instance.is_present(p, 0)).collect();
    for &p in &here {
        let others = here.iter().filter(|&&q| q != p);
        let mut row: Vec<i64> =
            others.map(|&q| dist[crate::score::triangle(people, p.min(q), p.max(q))]).collect();
        row.sort_unstable_by(|a, b| b.cmp(a));
        let sure = least.saturating_sub(1).min(row.len());
        let open = most.saturating_sub(1).min(row.len());
        total += row[..sure.min(open)].iter().sum::<i64>();
        total += row[sure.min(open)..open].iter().filter(|&&own| own > 0).sum::<i64>();
    }
    total.div_euclid(2)
}
