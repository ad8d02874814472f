//! Many contradictions at once: what is proposed must be enough, and known in time.

use grouping::{
    Budget, Goal, Group, Instance, Outcome, Person, Request, Weights, World, divide, verify,
};

/// 900 people in three rounds, with so many contradictions of each kind.
fn contradictory(each: usize) -> Instance {
    let person = || Person {
        a: Vec::new(),
        wishes: Vec::new(),
        rounds: vec![0, 1, 2],
        pin: None,
        only: None,
    };
    let group = || Group { name: String::new(), topic: None, min: 8, max: 12, host: None };
    let mut instance = Instance {
        name: String::new(),
        rounds: 3,
        objective: Goal::Least,
        attrs: Vec::new(),
        weights: Weights { wish: 10, repeat: 3 },
        rank_cost: Vec::new(),
        unlisted_cost: 0,
        topics: Vec::new(),
        groups: (0..90).map(|_| group()).collect(),
        people: (0..900).map(|_| person()).collect(),
        together: Vec::new(),
        apart: Vec::new(),
        dist: None,
    };
    let (mut next, mut free) = (0, 0);
    for _ in 0..each {
        // A chain of three whose ends are apart.
        instance.together.extend([(next, next + 1), (next + 1, next + 2)]);
        instance.apart.push((next, next + 2));
        // Fourteen for a group of twelve.
        (next + 3..next + 17).for_each(|p| instance.people[p].only = Some(vec![free]));
        // Five in a ring, each apart from the next, at two tables.
        for turn in 0..5 {
            instance.people[next + 17 + turn].only = Some(vec![free + 1, free + 2]);
            instance.apart.push((next + 17 + turn, next + 17 + (turn + 1) % 5));
        }
        // Two who must sit together and cannot.
        instance.together.push((next + 22, next + 23));
        instance.people[next + 22].pin = Some(free + 1);
        instance.people[next + 23].pin = Some(free + 2);
        (next, free) = (next + 24, free + 3);
    }
    instance
}

fn answer(instance: &Instance) -> Outcome {
    let request = Request { budget: Budget::Steps(1000), ..Request::default() };
    let mut progress = |_| {};
    let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
    divide(instance, &request, &mut world)
}

#[test]
fn dozens_of_contradictions_are_all_resolved_and_counted() {
    let instance = contradictory(15);
    let Outcome::Infeasible(reason) = answer(&instance) else { panic!("there is no plan") };
    assert_eq!(reason.relax.len(), 60, "{:?}", reason.relax);
    assert!(reason.because_en.contains("There are 59 more contradictions"), "{reason:?}");
    let mut relaxed = instance;
    reason.relax.iter().for_each(|change| change.apply(&mut relaxed));
    let Outcome::Divided(division) = answer(&relaxed) else { panic!("the advice is not enough") };
    assert!(verify(&relaxed, &division.plan).is_empty());
}

#[test]
fn one_contradiction_is_resolved_by_one_change_and_nothing_more_is_said() {
    let mut instance = contradictory(1);
    instance.people[22].pin = None;
    instance.apart.clear();
    let Outcome::Infeasible(reason) = answer(&instance) else { panic!("there is no plan") };
    assert_eq!(reason.relax.len(), 1, "{:?}", reason.relax);
    assert!(!reason.because_en.contains("more contradiction"), "{reason:?}");
}
