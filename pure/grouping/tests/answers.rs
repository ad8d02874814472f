//! Larger questions: the promises of a run, the goals beyond the default, and odd input.

use grouping::{
    Attribute, Budget, Goal, Goals, Group, Instance, MixGoal, MoveLimit, Outcome, Person, Plan,
    Progress, Repair, Request, Weights, WishGoal, World, command, curve, divide, explain, score,
    verify,
};
use proptest::prelude::*;
use std::cell::{Cell, RefCell};

/// A made-up event: people of three sectors and four ages, topics in turn around the tables.
fn event(people: usize, groups: usize, topics: usize, rounds: usize) -> Instance {
    let person = |p: usize| Person {
        a: vec![Some((p * 7 + p / 5) % 3), (!p.is_multiple_of(11)).then_some((p * p + p / 3) % 4)],
        wishes: if topics > 2 && p >= groups {
            vec![(p * p) % topics, (p * p + 1 + p % 2) % topics]
        } else {
            Vec::new()
        },
        rounds: if p % 17 == 5 && rounds > 1 { vec![0] } else { (0..rounds).collect() },
        pin: (p < groups).then_some(p),
        only: None,
    };
    let size = people / groups;
    Instance {
        name: "Samtal".into(),
        rounds,
        objective: Goal::Least,
        attrs: vec![
            Attribute {
                name: "sektor".into(),
                values: vec!["k".into(), "r".into(), "c".into()],
                weight: 3,
            },
            Attribute { name: "ålder".into(), values: vec!["a".into(); 4], weight: 1 },
        ],
        weights: Weights { wish: 10, repeat: 3 },
        rank_cost: vec![0, 1, 3],
        unlisted_cost: 10,
        topics: vec!["ämne".into(); topics],
        groups: (0..groups)
            .map(|g| Group {
                name: format!("Bord {}", g + 1),
                topic: (topics > 0).then(|| g % topics),
                min: size.saturating_sub(2),
                max: size + 2,
                host: Some(g),
            })
            .collect(),
        people: (0..people).map(person).collect(),
        together: vec![(people - 1, people - 2)],
        apart: vec![(people - 3, people - 4), (people - 1, people - 5)],
        dist: None,
    }
}

fn run(instance: &Instance, request: &Request) -> Outcome {
    let mut progress = |_| {};
    let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
    divide(instance, request, &mut world)
}

fn plan_of(instance: &Instance, request: &Request) -> (Plan, grouping::Score) {
    match run(instance, request) {
        Outcome::Divided(division) => {
            assert!(verify(instance, &division.plan).is_empty());
            assert_eq!(division.score, score(instance, &division.plan));
            assert!(division.bound <= division.score.total);
            (division.plan, division.score)
        }
        other => panic!("no plan: {other:?}"),
    }
}

fn steps(steps: u64) -> Request {
    Request { budget: Budget::Steps(steps), ..Request::default() }
}

#[test]
fn the_same_seed_and_steps_give_the_same_plan_on_any_number_of_threads() {
    let instance = event(60, 6, 4, 3);
    let (one, _) = plan_of(&instance, &steps(20_000));
    let (two, _) = plan_of(&instance, &Request { threads: 2, ..steps(20_000) });
    let (other, _) = plan_of(&instance, &Request { seed: 2, ..steps(20_000) });
    assert_eq!(one, two);
    assert_ne!(one, other);
}

#[test]
fn a_run_by_seconds_is_repeated_by_its_steps() {
    let instance = event(60, 6, 4, 2);
    // A clock of its own, whose speed changes: only the number of looks at it matters.
    for limit in [3.0, 40.0, 200.0, 600.0] {
        let ticks = Cell::new(0u64);
        let cpu_now = || {
            ticks.set(ticks.get() + 1);
            ticks.get() as f64 + (ticks.get() % 7) as f64 / 9.0
        };
        let mut progress = |_| {};
        let mut world = World { cpu_now: &cpu_now, stop: &|| false, progress: &mut progress };
        let request = Request { budget: Budget::Seconds(limit), ..Request::default() };
        let Outcome::Divided(first) = divide(&instance, &request, &mut world) else {
            panic!("no plan in {limit}");
        };
        let (again, _) = plan_of(&instance, &steps(first.steps));
        assert_eq!(first.plan, again, "limit {limit}, steps {}", first.steps);
    }
}

/// How long a run by seconds takes, in looks at a clock of its own, and what it gives.
fn timed(instance: &Instance, seconds: f64) -> (u64, grouping::Division) {
    let ticks = Cell::new(0u64);
    let cpu_now = || {
        ticks.set(ticks.get() + 1);
        ticks.get() as f64
    };
    let mut progress = |_| {};
    let mut world = World { cpu_now: &cpu_now, stop: &|| false, progress: &mut progress };
    let request = Request { budget: Budget::Seconds(seconds), ..Request::default() };
    let Outcome::Divided(division) = divide(instance, &request, &mut world) else {
        panic!("no plan");
    };
    (ticks.get(), division)
}

#[test]
fn a_run_ends_when_nothing_is_left_to_gain_and_is_repeated_by_its_steps() {
    let mut early = 0;
    for (people, groups, rounds) in [(60, 10, 2), (63, 9, 2), (96, 12, 3)] {
        let mut instance = event(people, groups, 0, rounds);
        instance.people.iter_mut().for_each(|person| person.pin = None);
        for limit in [60.0, 200.0, 600.0] {
            let (ticks, first) = timed(&instance, limit);
            let (again, _) = plan_of(&instance, &steps(first.steps));
            assert_eq!(first.plan, again, "{people} people, limit {limit}, {} steps", first.steps);
            early += usize::from(first.score.total == 0 && (ticks as f64) < 0.9 * limit);
        }
    }
    assert!(early > 3, "{early}");
}

#[test]
fn a_proof_for_wishes_that_cannot_all_be_met_ends_a_run() {
    // Everybody wants the one topic, which has room for a third: no plan costs less than the first.
    let mut instance = event(24, 6, 3, 1);
    instance.attrs.clear();
    for person in &mut instance.people {
        (person.a, person.pin) = (Vec::new(), None);
        person.wishes = vec![0, 1, 2];
    }
    let (ticks, division) = timed(&instance, 60_000.0);
    assert!(division.score.total > 0);
    assert_eq!(division.bound, division.score.total);
    assert!(ticks < 2_000, "{ticks}");
}

#[test]
fn progress_never_worsens_and_a_stop_gives_the_plan_so_far() {
    let instance = event(60, 6, 4, 2);
    let seen: RefCell<Vec<Progress>> = RefCell::new(Vec::new());
    let mut progress = |now| seen.borrow_mut().push(now);
    let looks = Cell::new(0);
    let stop = || {
        looks.set(looks.get() + 1);
        looks.get() > 10
    };
    let mut world = World { cpu_now: &|| 0.0, stop: &stop, progress: &mut progress };
    let Outcome::Divided(division) = divide(&instance, &steps(1 << 40), &mut world) else {
        panic!("no plan");
    };
    assert!(verify(&instance, &division.plan).is_empty());
    let seen = seen.into_inner();
    assert!(seen.len() > 1);
    assert!(seen.windows(2).all(|pair| pair[0].cost >= pair[1].cost));
    assert_eq!(division.score.total, seen[seen.len() - 1].cost);
}

#[test]
fn generous_leaves_nobody_without_a_wish_for_the_sake_of_first_wishes() {
    let instance = event(80, 8, 4, 1);
    let none = |plan: &Plan| -> usize {
        (0..80)
            .filter(|&p| !instance.people[p].wishes.is_empty())
            .filter(|&p| explain(&instance, plan, p).iter().any(|seat| seat.rank.is_none()))
            .count()
    };
    let (ranked, _) = plan_of(&instance, &steps(40_000));
    let goals = Goals { wishes: WishGoal::Generous, ..Goals::default() };
    let (generous, _) = plan_of(&instance, &Request { goals, ..steps(40_000) });
    assert!(none(&generous) <= none(&ranked));
}

#[test]
fn worst_first_does_not_leave_a_group_worse_than_the_sum_does() {
    let instance = event(90, 9, 5, 2);
    let (_, sum) = plan_of(&instance, &steps(30_000));
    let goals = Goals { mix: MixGoal::WorstFirst, ..Goals::default() };
    let (_, worst) = plan_of(&instance, &Request { goals, ..steps(120_000) });
    assert!(worst.worst_group <= sum.worst_group, "{worst:?} {sum:?}");
}

#[test]
fn never_alone_spares_most_people_from_being_the_only_one() {
    let instance = event(90, 9, 0, 1);
    let lonely = |plan: &Plan| {
        let count = |g: usize| {
            let own =
                |p: &usize| plan.seats[0][*p] == Some(g) && instance.people[*p].a[1] == Some(2);
            (0..90).filter(own).count()
        };
        (0..9).filter(|&g| count(g) == 1).count()
    };
    let (plain, _) = plan_of(&instance, &steps(30_000));
    let goals = Goals { never_alone: vec![(1, 2)], alone_cost: 30, ..Goals::default() };
    let (kind, _) = plan_of(&instance, &Request { goals, ..steps(30_000) });
    assert!(lonely(&kind) <= lonely(&plain));
    assert_eq!(lonely(&kind), 0);
}

#[test]
fn the_dial_gives_up_no_more_than_it_says_and_mixes_better() {
    let instance = event(90, 9, 5, 1);
    let mut progress = |_| {};
    let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
    let points = curve(&instance, &steps(30_000), &[5, 20, 60], &mut world);
    assert!(points.len() > 1);
    for pair in points.windows(2) {
        assert!(verify(&instance, &pair[1].plan).is_empty());
        assert!(pair[1].score.mix < pair[0].score.mix);
        assert!(pair[1].score.wishes >= pair[0].score.wishes);
    }
}

#[test]
fn a_repair_stays_in_its_budget_and_lists_every_move() {
    let mut instance = event(80, 8, 4, 2);
    let (base, _) = plan_of(&instance, &steps(20_000));
    instance.people[20].rounds.clear();
    instance.people[30].rounds = vec![1];
    let mut base = base;
    for (round, row) in base.seats.iter_mut().enumerate() {
        row[20] = None;
        if round == 0 {
            row[30] = None;
        }
    }
    instance.apart.push((40, 41));
    for most in [2, 6, 30] {
        let repair = Some(Repair { base: base.clone(), limit: MoveLimit::Most(most) });
        let Outcome::Divided(found) = run(&instance, &Request { repair, ..steps(20_000) }) else {
            panic!("no plan with {most} moves");
        };
        assert!(verify(&instance, &found.plan).is_empty());
        assert!(found.plan.distance(&base) <= most);
        assert_eq!(found.moves.len(), found.plan.distance(&base));
        for change in &found.moves {
            let mut back = found.plan.clone();
            back.seats[change.round][change.person] = change.from;
            if !change.forced {
                assert_eq!(change.gain, score(&instance, &back).total - found.score.total);
            }
        }
    }
}

#[test]
fn explanations_name_the_rank_and_speak_both_languages() {
    let instance = event(80, 8, 4, 2);
    let (plan, _) = plan_of(&instance, &steps(20_000));
    for person in 0..80 {
        for seat in explain(&instance, &plan, person) {
            assert_eq!(plan.seats[seat.round][person], Some(seat.group));
            assert!(seat.instead.iter().all(|other| seat.rank.is_none_or(|own| other.rank < own)));
            let (sv, en) = seat.words(&instance);
            assert!(sv.starts_with("Bord ") && en.starts_with("Bord "), "{sv} {en}");
        }
    }
}

/// Runs the command on files in memory.
fn command_on(arguments: &[&str], files: &[(&str, &str)]) -> command::Printed {
    let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
    let read = |path: &str| {
        let found = files.iter().find(|(name, _)| *name == path);
        found.map(|(_, text)| text.as_bytes().to_vec()).ok_or_else(|| "no such file".to_owned())
    };
    let mut progress = |_| {};
    let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
    command::run(&arguments, &read, &mut world)
}

const NOBODY: &str = r#"{"rounds":1,"groups":[],"people":[]}"#;
const ONE: &str = r#"{"rounds":1,"groups":[{"min":1,"max":1}],"people":[{"rounds":[0]}]}"#;
const CROWD: &str =
    r#"{"rounds":1,"groups":[{"min":0,"max":1}],"people":[{"rounds":[0]},{"rounds":[0]}]}"#;

#[track_caller]
fn ends(arguments: &[&str], exit: u8, stdout: &str) {
    let files = [("nobody", NOBODY), ("one", ONE), ("crowd", CROWD), ("torn", "{\"rounds\":")];
    let printed = command_on(arguments, &files);
    assert_eq!(printed.exit, exit, "{printed:?}");
    assert!(printed.stdout.starts_with(stdout), "{printed:?}");
    assert_eq!(printed.stderr.lines().count(), 1);
}

#[test]
fn the_command_ends_as_its_contract_says() {
    ends(&["nobody", "--steps", "5"], 0, r#"{"assign":[[]]}"#);
    ends(&["one", "--steps=5"], 0, r#"{"assign":[[0]]}"#);
    ends(&["crowd", "--steps", "5"], 3, r#"{"infeasible":{"because":"#);
    ends(&["torn"], 2, "");
    ends(&["missing"], 2, "");
    ends(&[], 2, "");
    ends(&["one", "--seconds", "1", "--steps", "1"], 2, "");
    ends(&["one", "--max-moved", "1"], 2, "");
    ends(&["one", "--move-price", "1"], 2, "");
    ends(&["one", "--threads", "0"], 2, "");
    ends(&["one", "--seconds", "nan"], 2, "");
    ends(&["one", "--colour", "red"], 2, "");
}

proptest! {
    #[test]
    fn reading_survives_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Instance::read(&bytes);
        let _ = Plan::read(&bytes, &event(10, 2, 0, 1));
    }

    /// A written instance with one stretch overwritten is either refused or can be divided.
    #[test]
    fn a_damaged_file_is_refused_or_answered(
        at in 0..2000usize,
        with in "[0-9\\-\\[\\]{},:\"a-z]{1,4}",
    ) {
        let mut text = event(12, 2, 2, 2).write().into_bytes();
        let at = at % text.len();
        let end = (at + with.len()).min(text.len());
        text.splice(at..end, with.bytes());
        if let Ok(instance) = Instance::read(&text)
            && instance.people.len() < 50
            && instance.groups.iter().all(|group| group.max < 10_000)
            && let Outcome::Divided(division) = run(&instance, &steps(200))
        {
            prop_assert!(verify(&instance, &division.plan).is_empty());
        }
    }

    #[test]
    fn writing_and_reading_give_the_same_instance(people in 6..30usize, rounds in 1..4usize) {
        let instance = event(people, 2, 3, rounds);
        prop_assert_eq!(Instance::read(instance.write().as_bytes()), Ok(instance));
    }
}
