//! The dial "give up at most x % of the wishes to mix better", as a curve of real plans.

use crate::engine::{Outcome, Request, World, divide};
use crate::goals::Goals;
use crate::instance::Instance;
use crate::plan::Plan;
use crate::score::Score;

/// A real plan on the curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurvePoint {
    /// How much of the wishes may be given up, in percent of what could be fulfilled.
    pub percent: u32,
    pub plan: Plan,
    pub score: Score,
}

/// One plan per percentage, in order: the first for wishes above all, each next with a better mix
/// for at most so much of the wishes. Points that gain nothing over an earlier one are left out.
///
/// What could be fulfilled is the way from "nobody gets any wish" to the best wish cost found. The
/// budget of `request` holds for each point; its goals are replaced. Empty if no plan is found.
#[must_use]
pub fn curve(
    instance: &Instance,
    request: &Request,
    percents: &[u32],
    world: &mut World,
) -> Vec<CurvePoint> {
    let wishes_first = Request {
        goals: Goals { wish_weight: Some(10_000), ..Goals::default() },
        ..request.clone()
    };
    let Outcome::Divided(first) = divide(instance, &wishes_first, world) else {
        return Vec::new();
    };
    let worst: i64 = instance
        .people
        .iter()
        .filter(|person| !person.wishes.is_empty())
        .map(|person| person.rounds.len() as i64 * instance.unlisted_cost)
        .sum();
    let least = first.score.wishes;
    let mut points = vec![CurvePoint { percent: 0, plan: first.plan, score: first.score }];
    let mut percents: Vec<u32> = percents.iter().copied().filter(|&x| x > 0).collect();
    percents.sort_unstable();
    percents.dedup();
    for percent in percents {
        let most = least + (worst - least).max(0) * i64::from(percent.min(100)) / 100;
        let last = &points[points.len() - 1];
        let goals = Goals { wish_weight: Some(0), most_wish_cost: Some(most), ..Goals::default() };
        let start = Some(last.plan.clone());
        let request = Request { goals, start, ..request.clone() };
        let Outcome::Divided(next) = divide(instance, &request, world) else { continue };
        let rest = |score: &Score| score.mix + instance.weights.repeat * score.repeats;
        if rest(&next.score) < rest(&last.score) && next.score.wishes <= most {
            points.push(CurvePoint { percent, plan: next.plan, score: next.score });
        }
    }
    points
}
