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
    let only = proptest::collection::vec(0..groups.max(1), 1..3);
    (
        proptest::collection::vec(value, attrs),
        wishes,
        present,
        proptest::option::weighted(0.12, 0..groups.max(1)),
        proptest::option::weighted(0.2, only),
    )
        .prop_map(move |(a, wishes, present, pin, only)| Person {
            a,
            wishes,
            rounds: (0..present.len()).filter(|&round| present[round]).collect(),
            pin: pin.filter(|_| groups > 0),
            only: only.filter(|_| groups > 0),
        })
        .boxed()
}

/// Questions of which about half have no answer: places that are exact, too few or too many,
/// pairs that contradict themselves or each other, seats that are fixed and forbidden at once.
fn instance() -> impl Strategy<Value = Instance> {
    let shape = (0..=8usize, 0..=4usize, 0..=2usize, 0..=2usize, 0..=2usize);
    shape.prop_flat_map(|(people, groups, rounds, topics, attrs)| {
        let seats = people / groups.max(1);
        let group = (proptest::option::of(0..topics.max(1)), 0..=seats + 1, 0..=3usize, 0..3usize)
            .prop_map(move |(topic, min, extra, roomy)| Group {
                name: String::new(),
                topic: topic.filter(|_| topics > 0),
                min: if roomy == 2 { 0 } else { min },
                max: if roomy > 0 { (min + extra).max(seats + 1) } else { min + extra },
                host: None,
            });
        let pair = (0..people.max(1), 0..people.max(1));
        let pairs = proptest::collection::vec(pair, if people < 2 { 0..2 } else { 0..6 });
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
                apart: if people.is_empty() { Vec::new() } else { apart },
                groups,
                people,
                dist: None,
            })
    })
}

/// Every seating of one round that keeps the rules, person by person and without the crate's own
/// reading of them.
fn valid_rows(instance: &Instance, round: usize) -> Vec<Vec<Option<usize>>> {
    let here: Vec<usize> = (0..instance.people.len())
        .filter(|&p| instance.people[p].rounds.contains(&round))
        .collect();
    let mut row = vec![None; instance.people.len()];
    let mut rows = Vec::new();
    seat_rest(instance, &here, &mut row, &mut rows);
    rows
}

fn seat_rest(
    instance: &Instance,
    rest: &[usize],
    row: &mut Vec<Option<usize>>,
    rows: &mut Vec<Vec<Option<usize>>>,
) {
    let Some((&person, later)) = rest.split_first() else {
        let fits = |(g, group): (usize, &Group)| {
            let count = row.iter().filter(|&&seat| seat == Some(g)).count();
            (group.min..=group.max).contains(&count)
        };
        if instance.groups.iter().enumerate().all(fits) {
            rows.push(row.clone());
        }
        return;
    };
    let own = &instance.people[person];
    for group in 0..instance.groups.len() {
        row[person] = Some(group);
        let clash = |&(p, q): &(usize, usize), alike: bool| {
            (p == person || q == person)
                && matches!((row[p], row[q]), (Some(a), Some(b)) if (a == b) == alike)
        };
        let full = row.iter().filter(|&&seat| seat == Some(group)).count();
        if own.pin.is_none_or(|pin| pin == group)
            && own.only.as_ref().is_none_or(|only| only.contains(&group))
            && full <= instance.groups[group].max
            && !instance.apart.iter().any(|pair| clash(pair, true))
            && !instance.together.iter().any(|pair| clash(pair, false))
        {
            seat_rest(instance, later, row, rows);
        }
    }
    row[person] = None;
}

/// How many questions are asked; `GROUPING_CASES` asks for more.
fn cases(usual: u32) -> ProptestConfig {
    let wanted = std::env::var("GROUPING_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: wanted.unwrap_or(usual),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn answer(instance: &Instance, steps: u64, seed: u64) -> Outcome {
    let request = Request { budget: Budget::Steps(steps), seed, ..Request::default() };
    let mut progress = |_| {};
    let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
    divide(instance, &request, &mut world)
}

proptest! {
    #![proptest_config(cases(400))]

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
