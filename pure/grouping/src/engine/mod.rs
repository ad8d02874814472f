//! One run from question to answer: rules, first plan, search in stages, check, bound.
//!
//! The clock, the stop signal and the progress report are handed in; nothing here asks the machine.

pub(crate) mod stages;

use crate::bound;
use crate::diverse;
use crate::goals::{Goals, MixGoal};
use crate::instance::{Goal, Instance};
use crate::plan::Plan;
use crate::random::Dice;
use crate::rules::{self, Filling, Infeasible, RoundRules, Unit, Verdict};
use crate::score::{Score, score};
use crate::search::{ABSENT, Anneal, Costs, Fence, Ground, State, by_wishes};
use crate::verify::verify;
use stages::Stages;

/// How long to search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// CPU seconds, by the clock that is handed in.
    Seconds(f64),
    /// Proposals. The `steps` of an earlier answer give the same plan again.
    Steps(u64),
}

/// What a changed seat costs in a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveLimit {
    /// So much is added to `J` per changed seat.
    Price(i64),
    /// No more than so many seats may change.
    Most(usize),
}

/// A published plan that shall change as little as need be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    pub base: Plan,
    pub limit: MoveLimit,
}

/// What is asked for, apart from the instance.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    pub budget: Budget,
    pub seed: u64,
    /// Threads that may work. The answer does not depend on it.
    pub threads: usize,
    pub goals: Goals,
    pub repair: Option<Repair>,
    /// A plan to start from. Ignored unless it keeps every rule.
    pub start: Option<Plan>,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            budget: Budget::Seconds(10.0),
            seed: 1,
            threads: 1,
            goals: Goals::default(),
            repair: None,
            start: None,
        }
    }
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    pub steps: u64,
    pub cpu_s: f64,
    /// Cost of the best plan so far by the goals of the run; never rises.
    pub cost: i64,
}

/// The world outside a run.
pub struct World<'w> {
    /// CPU seconds of all threads together, from any starting point.
    pub cpu_now: &'w dyn Fn() -> f64,
    /// Asked now and then; `true` ends the run with the best plan so far.
    pub stop: &'w dyn Fn() -> bool,
    /// Told whenever the best plan has become better, and at every stage.
    pub progress: &'w mut dyn FnMut(Progress),
}

/// A plan that keeps every rule, and what is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    pub plan: Plan,
    /// By the instance's own objective, whatever the goals were.
    pub score: Score,
    /// No plan has a lower `J`.
    pub bound: i64,
    pub steps: u64,
    /// Changed seats, if this is a repair.
    pub moves: Vec<Move>,
}

/// A seat that differs from the plan that was repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub person: usize,
    pub round: usize,
    pub from: Option<usize>,
    pub to: usize,
    /// The old seat was none, or is not permitted any longer.
    pub forced: bool,
    /// How much `J` would rise if this person alone went back. 0 for a forced move.
    pub gain: i64,
}

/// How a run ends.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Divided(Division),
    /// No plan exists, and why.
    Infeasible(Infeasible),
    /// Neither a plan nor a proof was found in the time.
    NotFound,
}

/// Divides the people of a checked instance into groups.
#[must_use]
pub fn divide(instance: &Instance, request: &Request, world: &mut World) -> Outcome {
    let started = (world.cpu_now)();
    let mut gathered = Vec::new();
    for round in 0..instance.rounds {
        match RoundRules::gather(instance, round) {
            Ok(rules) => gathered.push(rules),
            Err(reason) => return Outcome::Infeasible(rules::completed(instance, *reason)),
        }
    }
    if let Some(Repair { base, limit: MoveLimit::Most(most) }) = &request.repair {
        let forced = forced_seats(instance, base);
        if forced.len() > *most {
            return Outcome::Infeasible(rules::too_few_moves(*most, &forced));
        }
    }
    let mut dice = Dice::new(request.seed, 0);
    let mut seats = Vec::new();
    for rules in &gathered {
        match first_seats(instance, rules, request, started, &mut dice, world) {
            Ok(first) => seats.push(first),
            Err(outcome) => return *outcome,
        }
    }
    let few = match (&request.repair, request.goals.is_plain()) {
        (None, true) => bound::best_of_few(instance, &gathered),
        _ => None,
    };
    let (plan, steps) = match (instance.objective, few.clone()) {
        (_, Some((plan, _))) => (Some(plan), 0),
        (Goal::Least, None) => improve(instance, &gathered, request, started, seats, dice, world),
        (Goal::MostDiverse, None) => {
            diverse::improve(instance, &gathered, request, started, seats, dice, world)
        }
    };
    let Some(plan) = plan else { return Outcome::NotFound };
    // A mistake in the search may cost the answer, but never a rule.
    if !verify(instance, &plan).is_empty() {
        return Outcome::NotFound;
    }
    let score = score(instance, &plan);
    let moves = request
        .repair
        .as_ref()
        .map_or_else(Vec::new, |r| moves(instance, &gathered, &r.base, &plan));
    let bound = match few {
        Some((_, least)) => least,
        None => {
            let go_on = || match request.budget {
                Budget::Seconds(most) => (world.cpu_now)() - started < most * BOUNDED,
                Budget::Steps(_) => true,
            };
            bound::bound(instance, &gathered, score.total, BOUND_TURNS, &go_on).min(score.total)
        }
    };
    Outcome::Divided(Division { plan, score, bound, steps, moves })
}

/// The share of the seconds at which the work on the bound ends.
const BOUNDED: f64 = 0.99;
/// The most turns of prices for the bound.
const BOUND_TURNS: u32 = 1500;

/// The most repair steps for a first plan when steps, not seconds, are counted.
const FIRST_PLAN_STEPS: u64 = 2_000_000;

/// Seats of one round that keep the rules, or a proof that there are none.
fn first_seats(
    instance: &Instance,
    rules: &RoundRules,
    request: &Request,
    started: f64,
    dice: &mut Dice,
    world: &mut World,
) -> Result<Vec<u32>, Box<Outcome>> {
    let base = request.repair.as_ref().map(|repair| &repair.base.seats[rules.round]);
    if let Some(start) = &request.start
        && verify(instance, start).is_empty()
    {
        let row = &start.seats[rules.round];
        let seat = |unit: &Unit| row[unit.people[0] as usize].map_or(0, |group| group as u32);
        return Ok(rules.units.iter().map(seat).collect());
    }
    let late = |used: u64| match request.budget {
        Budget::Seconds(most) => (world.cpu_now)() - started > most,
        Budget::Steps(_) => used > FIRST_PLAN_STEPS,
    };
    let mut used = 0;
    let mut span = 1000;
    let mut attempt = 0;
    loop {
        let mut filling = match base {
            Some(base) if attempt == 0 => Filling::resume(rules, base, dice),
            _ => Filling::start(rules, dice),
        };
        let mut left = span;
        while left > 0 {
            let part = left.min(500);
            filling.repair(dice, part);
            left -= part;
            if filling.keeps_the_rules() {
                return Ok(filling.seat);
            }
            if attempt > 0 && (late(used) || (world.stop)()) {
                return Err(Box::new(Outcome::NotFound));
            }
        }
        match rules::judge(instance, rules, span, &|| !late(used) && !(world.stop)()) {
            Verdict::Infeasible(reason) => return Err(Box::new(Outcome::Infeasible(*reason))),
            Verdict::Seats(seats) => return Ok(seats),
            Verdict::Unknown => {}
        }
        used += span;
        span *= 2;
        attempt += 1;
    }
}

fn improve(
    instance: &Instance,
    rules: &[RoundRules],
    request: &Request,
    started: f64,
    mut seats: Vec<Vec<u32>>,
    mut dice: Dice,
    world: &mut World,
) -> (Option<Plan>, u64) {
    let mut costs = Costs::compile(instance, rules, &request.goals);
    let mut fence = Fence { wish: request.goals.most_wish_cost, moved: None };
    if let Some(repair) = &request.repair {
        let seat = |seat: &Option<usize>| seat.map_or(ABSENT, |group| group as u32);
        costs.base = Some(repair.base.seats.iter().flatten().map(seat).collect());
        match repair.limit {
            MoveLimit::Price(price) => costs.move_price = price,
            MoveLimit::Most(most) => fence.moved = Some(most as i64),
        }
    }
    if request.repair.is_none()
        && request.start.is_none()
        && costs.wishes.iter().any(|wishes| !wishes.is_empty())
    {
        let mut visited = vec![false; costs.people * costs.topics];
        for (rules, seats) in rules.iter().zip(&mut seats) {
            by_wishes(&costs, rules, seats, &mut visited);
        }
    }
    let turns = if request.goals.mix == MixGoal::WorstFirst { WORST_TURNS } else { 1 };
    let mut best: Option<((i64, i64), Plan)> = None;
    let mut steps = 0;
    for turn in 0..turns {
        // From the second turn on, every group is punished that is no better than the worst so far.
        costs.worst_from = best.as_ref().map(|((worst, _), _)| (worst - 1).max(0));
        let ground = Ground::new(&costs, rules);
        let state = State::new(&costs, rules, &seats);
        let mut anneal = Anneal::new(state, &ground, dice.fork(), fence);
        let (budget, begun) = part_of(request.budget, turn, turns, started, world);
        let present = rules.iter().map(|round| round.present).sum();
        let prove = |known: i64, go_on: &dyn Fn() -> bool| {
            // Of other goals than the instance's own, only the sign is known.
            if !request.goals.is_plain() {
                return 0;
            }
            bound::bound(instance, rules, known, BOUND_TURNS, go_on)
        };
        steps += Stages::new(present, budget, 0, &prove).run(&mut anneal, begun, world);
        let found = anneal.best();
        if found.is_empty() && !rules.is_empty() {
            break;
        }
        let state = State::new(&costs, rules, &found);
        let worst = state.mix.iter().copied().max().unwrap_or(0);
        let key = if turns == 1 { (0, state.total) } else { (worst, state.plain_total()) };
        if best.as_ref().is_none_or(|(known, _)| key < *known) {
            best = Some((key, state.plan()));
            seats = found;
        }
        if worst == 0 && turns > 1 {
            break;
        }
    }
    (best.map(|(_, plan)| plan), steps)
}

/// Turns of a search for the best worst group.
const WORST_TURNS: u32 = 4;

/// One turn's part of the budget, and when it begins.
fn part_of(budget: Budget, turn: u32, turns: u32, started: f64, world: &World) -> (Budget, f64) {
    match budget {
        Budget::Steps(steps) => {
            let part = steps / u64::from(turns);
            (
                Budget::Steps(if turn == 0 { steps - part * u64::from(turns - 1) } else { part }),
                started,
            )
        }
        Budget::Seconds(seconds) if turns == 1 => (Budget::Seconds(seconds), started),
        Budget::Seconds(seconds) => {
            let now = (world.cpu_now)();
            let left = (started + seconds - now).max(0.0);
            (Budget::Seconds(left / f64::from(turns - turn)), now)
        }
    }
}

/// Seats, as (round, person), that no valid plan has in common with `base`.
fn forced_seats(instance: &Instance, base: &Plan) -> Vec<(usize, usize)> {
    let mut forced = Vec::new();
    for (round, row) in base.seats.iter().enumerate() {
        for (person, &seat) in row.iter().enumerate() {
            let here = instance.is_present(person, round);
            if if here { !may_stay(instance, person, seat) } else { seat.is_some() } {
                forced.push((round, person));
            }
        }
    }
    forced
}

/// Whether the person's own rules permit the old seat.
fn may_stay(instance: &Instance, person: usize, seat: Option<usize>) -> bool {
    seat.is_some_and(|group| {
        rules::permitted(instance, person).is_none_or(|own| own.contains(&(group as u32)))
    })
}

/// Every changed seat of a repair.
fn moves(instance: &Instance, rules: &[RoundRules], base: &Plan, plan: &Plan) -> Vec<Move> {
    let costs = Costs::compile(instance, rules, &Goals::default());
    let seat = |round: usize, unit: &Unit| {
        plan.seats[round][unit.people[0] as usize].map_or(0, |group| group as u32)
    };
    let seats: Vec<Vec<u32>> = rules
        .iter()
        .map(|rules| rules.units.iter().map(|unit| seat(rules.round, unit)).collect())
        .collect();
    let mut state = State::new(&costs, rules, &seats);
    let mut moves = Vec::new();
    for (round, row) in plan.seats.iter().enumerate() {
        for (person, &seat) in row.iter().enumerate() {
            let from = base.seats[round][person];
            let (Some(to), true) = (seat, seat != from) else { continue };
            let old = from.filter(|_| may_stay(instance, person, from));
            let gain = match (old, instance.objective) {
                (None, _) => 0,
                (Some(old), Goal::Least) => {
                    let before = state.total;
                    state.reseat(round, &[(person as u32, old as u32)]);
                    let gain = state.total - before;
                    state.reseat(round, &[(person as u32, to as u32)]);
                    gain
                }
                (Some(old), Goal::MostDiverse) => {
                    diverse::distance_to(instance, plan, person, to)
                        - diverse::distance_to(instance, plan, person, old)
                }
            };
            moves.push(Move { person, round, from, to, forced: old.is_none(), gain });
        }
    }
    moves
}
