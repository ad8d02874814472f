//! Small random questions against every possible seating.

use grouping::{
    Attribute, Budget, Goal, Goals, Group, Instance, Outcome, Person, Plan, Request, Weights,
    World, divide, score, verify,
};
use proptest::prelude::*;

fn person(attrs: usize, topics: usize, groups: usize, rounds: usize) -> BoxedStrategy<Person> {
    let value = proptest::option::weighted(0.9, 0..3usize);
    let present = proptest::collection::vec(proptest::bool::weighted(0.85), rounds);
    let topics: Vec<usize> = (0..topics).collect();
    let most = topics.len();
    let wishes = proptest::sample::subsequence(topics, 0..=most).prop_shuffle();
    let only = proptest::collection::vec(0..groups, 1..3);
    (
        proptest::collection::vec(value, attrs),
        wishes,
        present,
        proptest::option::weighted(0.12, 0..groups),
        proptest::option::weighted(0.2, only),
    )
        .prop_map(|(a, wishes, present, pin, only)| Person {
            a,
            wishes,
            rounds: (0..present.len()).filter(|&round| present[round]).collect(),
            pin,
            only,
        })
        .boxed()
}

/// Questions of which about half have no answer.
fn instance() -> impl Strategy<Value = Instance> {
    (0..=7usize, 1..=3usize, 1..=2usize, 0..=2usize, 0..=2usize).prop_flat_map(
        |(people, groups, rounds, topics, attrs)| {
            let seats = people / groups;
            let group = (proptest::option::of(0..topics.max(1)), 0..=seats + 1, 0..=2usize)
                .prop_map(move |(topic, min, extra)| Group {
                    name: String::new(),
                    topic: topic.filter(|_| topics > 0),
                    min,
                    max: (min + extra).max(seats),
                    host: None,
                });
            let pair = (0..people.max(1), 0..people.max(1));
            let pairs = proptest::collection::vec(pair, if people < 2 { 0..1 } else { 0..5 });
            (
                proptest::collection::vec(group, groups),
                proptest::collection::vec(person(attrs, topics, groups, rounds), people),
                pairs.clone(),
                pairs,
            )
                .prop_map(move |(groups, people, together, apart)| Instance {
                    name: String::new(),
                    rounds,
                    objective: Goal::Least,
                    attrs: (0..attrs)
                        .map(|k| Attribute {
                            name: String::new(),
                            values: vec!["x".into(); 3],
                            weight: 1 + k as i64,
                        })
                        .collect(),
                    weights: Weights { wish: 10, repeat: 3 },
                    rank_cost: vec![0, 1],
                    unlisted_cost: 4,
                    topics: vec!["t".into(); topics],
                    together: if people.is_empty() { Vec::new() } else { together },
                    apart: if people.is_empty() {
                        Vec::new()
                    } else {
                        apart.into_iter().filter(|(p, q)| p != q).collect()
                    },
                    groups,
                    people,
                    dist: None,
                })
        },
    )
}

/// Every seating of one round that keeps the rules.
fn valid_rows(instance: &Instance, round: usize) -> Vec<Vec<Option<usize>>> {
    let here: Vec<usize> =
        (0..instance.people.len()).filter(|&p| instance.is_present(p, round)).collect();
    let mut one = instance.clone();
    for person in &mut one.people {
        person.rounds = if person.rounds.contains(&round) { vec![0] } else { Vec::new() };
    }
    one.rounds = 1;
    let ways = instance.groups.len().pow(here.len() as u32);
    let mut rows = Vec::new();
    for mut way in 0..ways {
        let mut row = vec![None; instance.people.len()];
        for &person in &here {
            row[person] = Some(way % instance.groups.len());
            way /= instance.groups.len();
        }
        let plan = Plan { seats: vec![row] };
        if verify(&one, &plan).is_empty() {
            rows.extend(plan.seats);
        }
    }
    rows
}

fn answer(instance: &Instance, steps: u64, seed: u64) -> Outcome {
    let request = Request { budget: Budget::Steps(steps), seed, ..Request::default() };
    let mut progress = |_| {};
    let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
    divide(instance, &request, &mut world)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn says_infeasible_exactly_when_no_seating_keeps_the_rules(instance in instance()) {
        prop_assert!(instance.check().is_ok());
        let possible = (0..instance.rounds).all(|round| !valid_rows(&instance, round).is_empty());
        match answer(&instance, 300, 1) {
            Outcome::Divided(division) => {
                prop_assert!(possible);
                prop_assert!(verify(&instance, &division.plan).is_empty());
                prop_assert_eq!(division.score, score(&instance, &division.plan));
                prop_assert!(division.bound <= division.score.total);
            }
            Outcome::Infeasible(reason) => {
                prop_assert!(!possible, "{}", reason.because_en);
                prop_assert!(valid_rows(&instance, reason.round).is_empty());
                prop_assert!(!reason.relax.is_empty(), "{reason:?}");
                let mut relaxed = instance.clone();
                reason.relax.iter().for_each(|relaxation| relaxation.apply(&mut relaxed));
                prop_assert!((0..relaxed.rounds).all(|r| !valid_rows(&relaxed, r).is_empty()));
                // No change in the list is needless.
                for left_out in 0..reason.relax.len() {
                    let mut relaxed = instance.clone();
                    for (i, relaxation) in reason.relax.iter().enumerate() {
                        if i != left_out {
                            relaxation.apply(&mut relaxed);
                        }
                    }
                    prop_assert!(!(0..relaxed.rounds).all(|r| !valid_rows(&relaxed, r).is_empty()));
                }
            }
            Outcome::NotFound => prop_assert!(false, "neither plan nor proof"),
        }
    }

    #[test]
    fn the_bound_never_lies(instance in instance()) {
        let rows: Vec<_> = (0..instance.rounds).map(|r| valid_rows(&instance, r)).collect();
        prop_assume!(rows.iter().map(Vec::len).product::<usize>() < 20_000);
        let mut plans = vec![Vec::new()];
        for rows in &rows {
            plans = plans
                .iter()
                .flat_map(|plan: &Vec<_>| rows.iter().map(|row| [&plan[..], std::slice::from_ref(row)].concat()))
                .collect();
        }
        let best = plans.into_iter().map(|seats| score(&instance, &Plan { seats }).total).min();
        // Goals that differ in name only, so that the answer is searched for and not looked up.
        let goals = Goals { alone_cost: 5, ..Goals::default() };
        let request = Request { budget: Budget::Steps(3000), goals, ..Request::default() };
        let mut progress = |_| {};
        let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
        if let (Some(best), Outcome::Divided(division)) =
            (best, divide(&instance, &request, &mut world))
        {
            prop_assert!(division.bound <= best, "bound {} above {best}", division.bound);
            prop_assert!(division.score.total >= best);
        }
    }

    #[test]
    fn finds_the_best_of_one_round_and_its_bound_never_lies(instance in instance()) {
        let mut one = instance;
        one.rounds = 1;
        one.people.iter_mut().for_each(|person| person.rounds.retain(|&round| round == 0));
        let best = valid_rows(&one, 0)
            .into_iter()
            .map(|row| score(&one, &Plan { seats: vec![row] }).total)
            .min();
        if let (Some(best), Outcome::Divided(division)) = (best, answer(&one, 30_000, 1)) {
            prop_assert!(division.bound <= best, "bound {} above {best}", division.bound);
            prop_assert_eq!(division.score.total, best);
        }
    }
}
