//! Plans before a judge who shares no code with this crate: the scorer beside the benchmark.
//!
//! Needs the benchmark's folder and a Python with numpy: `GROUPING_PYTHON`, or `python3`.

use grouping::{Budget, Instance, Outcome, Request, World, divide};
use std::path::PathBuf;
use std::process::Command;

const GROUPS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/groups");

fn python() -> Option<String> {
    let python = std::env::var("GROUPING_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let numpy = Command::new(&python).args(["-c", "import numpy"]).output().ok()?;
    numpy.status.success().then_some(python)
}

/// Changes an open instance a little, so that every number gives another question.
fn varied(instance: &Instance, number: usize) -> Instance {
    let mut varied = instance.clone();
    for (index, person) in varied.people.iter_mut().enumerate() {
        let hash = ((index + 1) * (number * 2_654_435_761 + 40_503)) >> 7;
        if person.pin.is_none() && hash.is_multiple_of(9) && person.rounds.len() > 1 {
            person.rounds.remove(hash / 9 % person.rounds.len());
        }
        if hash.is_multiple_of(5) {
            person.a.iter_mut().for_each(|value| *value = None);
        }
        let turn = hash % person.wishes.len().max(1);
        person.wishes.rotate_left(turn);
    }
    for attribute in &mut varied.attrs {
        attribute.weight += number as i64;
    }
    for group in &mut varied.groups {
        group.min = group.min.saturating_sub(1 + number % 3);
    }
    varied
}

#[test]
fn an_independent_scorer_agrees() {
    let scorer = PathBuf::from(GROUPS).join("score.py");
    let Some(python) = python().filter(|_| scorer.exists()) else {
        println!("skipped: no benchmark folder, or no Python with numpy");
        return;
    };
    let folder = std::env::temp_dir().join(format!("grouping-judge-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, number) in [("P", 0), ("P", 1), ("Q", 0), ("Q", 2), ("R", 3), ("U", 0)] {
        let file = PathBuf::from(GROUPS).join(format!("instances/{name}.json"));
        let instance = Instance::read(&std::fs::read(file).unwrap()).unwrap();
        let instance = if number == 0 { instance } else { varied(&instance, number) };
        instance.check().unwrap();
        let request = Request { budget: Budget::Steps(6000), ..Request::default() };
        let mut progress = |_| {};
        let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
        let Outcome::Divided(division) = divide(&instance, &request, &mut world) else {
            panic!("no plan for {name} {number}");
        };
        let (question, answer) = (folder.join("question.json"), folder.join("answer.json"));
        std::fs::write(&question, instance.write()).unwrap();
        std::fs::write(&answer, division.plan.write()).unwrap();
        let judged =
            Command::new(&python).arg(&scorer).args([&question, &answer]).output().unwrap();
        let verdict: serde_json::Value = serde_json::from_slice(&judged.stdout).unwrap();
        assert_eq!(verdict["valid"], true, "{name} {number}: {verdict}");
        assert_eq!(verdict["J"], division.score.total, "{name} {number}: {verdict}");
        assert!(division.bound <= division.score.total);
    }
    std::fs::remove_dir_all(folder).unwrap();
}
