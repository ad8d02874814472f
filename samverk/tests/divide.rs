//! `samverk divide` as scripts meet it: what it ends with, what stands on standard output and on
//! standard error, and that the same question has the same answer to the byte.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use platform::database::testing::folder;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Output};

/// Files to ask about, in a folder of their own.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    fn new() -> Self {
        Self { folder: folder() }
    }

    fn put(&self, name: &str, content: &Value) -> &Self {
        std::fs::write(self.folder.join(name), content.to_string()).unwrap();
        self
    }

    fn divide(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_samverk"));
        command.arg("divide").args(words).current_dir(&self.folder).output().unwrap()
    }
}

fn told(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn answer(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Ends with `code`, with one sentence on standard error.
#[track_caller]
fn ends_with_a_sentence(output: &Output, code: i32) {
    let said = told(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.ends_with(".\n") && !said.starts_with('{'), "{said}");
}

/// Sixty people at six tables in three rounds, with wishes and two sectors.
fn evening() -> Value {
    let people: Vec<Value> = (0..60usize)
        .map(|p| {
            let rounds = if p % 13 == 4 { json!([0, 2]) } else { json!([0, 1, 2]) };
            let wishes = if p < 6 { json!([]) } else { json!([p * p % 3, (p * p + 1) % 3]) };
            json!({"a": [p * 7 % 3], "wishes": wishes, "rounds": rounds,
                "pin": (p < 6).then_some(p), "only": null})
        })
        .collect();
    let groups: Vec<Value> = (0..6)
        .map(|g| json!({"name": format!("Bord {g}"), "topic": g % 3, "min": 8, "max": 11, "host": g}))
        .collect();
    json!({"name": "Kvällssamtal", "rounds": 3, "objective": "J",
        "attrs": [{"name": "sektor", "values": ["kommun", "förening", "företag"], "weight": 3}],
        "weights": {"wish": 10, "repeat": 3}, "rank_cost": [0, 1, 3], "unlisted_cost": 10,
        "topics": ["Bostäder", "Kultur", "Vatten"], "groups": groups, "people": people,
        "together": [[58, 59]], "apart": [[20, 21], [58, 30]]})
}

/// So many people of one round for groups with these places; whoever is in `only` may sit in the
/// first group alone.
fn crowd(people: usize, places: &[(usize, usize)], only: usize) -> Value {
    let people: Vec<Value> = (0..people)
        .map(|p| json!({"a": [], "wishes": [], "rounds": [0], "only": (p < only).then(|| json!([0]))}))
        .collect();
    let groups: Vec<Value> =
        places.iter().map(|(min, max)| json!({"name": "", "min": min, "max": max})).collect();
    json!({"rounds": 1, "groups": groups, "people": people})
}

#[test]
fn a_plan_is_printed_with_what_it_costs() {
    let desk = Desk::new();
    let output = desk.put("q.json", &evening()).divide(&["q.json", "--seconds", "0.3"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let plan = answer(&output);
    assert_eq!(plan.as_object().unwrap().len(), 1);
    let rows = plan["assign"].as_array().unwrap();
    assert!(rows.len() == 3 && rows.iter().all(|row| row.as_array().unwrap().len() == 60));
    assert!((0..60).all(|p| (rows[1][p] == -1) == (p % 13 == 4)));
    let summary: Value = serde_json::from_str(told(&output).lines().last().unwrap()).unwrap();
    let mut names: Vec<&String> = summary.as_object().unwrap().keys().collect();
    names.sort();
    assert_eq!(names, ["D", "J", "M", "W", "bound", "cpu_s", "steps", "violations"]);
    let number = |name: &str| summary[name].as_i64().unwrap();
    assert_eq!(number("J"), 10 * number("W") + number("D") + 3 * number("M"));
    assert!(number("bound") <= number("J") && number("violations") == 0 && number("steps") > 0);
    // Slack for a machine on which somebody else works as well.
    assert!(summary["cpu_s"].as_f64().unwrap() < 1.0, "{summary}");
}

#[test]
fn the_printed_steps_give_the_same_bytes_on_any_number_of_threads() {
    let desk = Desk::new();
    let first =
        desk.put("q.json", &evening()).divide(&["q.json", "--seconds", "0.2", "--seed", "7"]);
    let summary: Value = serde_json::from_str(told(&first).lines().last().unwrap()).unwrap();
    let steps = summary["steps"].to_string();
    for threads in ["1", "2"] {
        let words = ["q.json", "--steps", &steps, "--seed", "7", "--threads", threads];
        let again = desk.divide(&words);
        assert_eq!(first.stdout, again.stdout, "{steps} steps on {threads} threads");
        assert!(told(&again).contains(&format!("\"steps\":{steps},")), "{}", told(&again));
    }
    let other = desk.divide(&["q.json", "--steps", &steps, "--seed", "8"]);
    assert_ne!(first.stdout, other.stdout);
}

#[test]
fn a_repair_says_what_it_moved() {
    let desk = Desk::new();
    let mut question = evening();
    let old = desk.put("q.json", &question).divide(&["q.json", "--steps", "20000"]);
    std::fs::write(desk.folder.join("old.json"), &old.stdout).unwrap();
    question["people"][40]["rounds"] = json!([1, 2]);
    let mut base = answer(&old);
    base["assign"][0][40] = json!(-1);
    question["apart"].as_array_mut().unwrap().push(json!([22, 23]));
    desk.put("new.json", &question).put("base.json", &base);
    let words = ["new.json", "--base", "base.json", "--max-moved", "12", "--steps", "20000"];
    let output = desk.divide(&words);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let repaired = answer(&output);
    let moves = repaired["moves"].as_array().unwrap();
    let differing = (0..3)
        .flat_map(|round| (0..60).map(move |person| (round, person)))
        .filter(|&(r, p)| repaired["assign"][r][p] != base["assign"][r][p])
        .count();
    assert!(moves.len() == differing && differing <= 12, "{moves:?}");
    for change in moves {
        let (person, round) =
            (change["person"].as_u64().unwrap(), change["round"].as_u64().unwrap());
        let seat = |plan: &Value| plan["assign"][round as usize][person as usize].clone();
        assert_eq!((seat(&base), seat(&repaired)), (change["from"].clone(), change["to"].clone()));
        assert!(change["forced"].is_boolean() && change["gain"].is_i64());
    }
    let dear = desk.divide(&[
        "new.json",
        "--base",
        "base.json",
        "--move-price",
        "1000",
        "--steps",
        "20000",
    ]);
    assert!(answer(&dear)["moves"].as_array().unwrap().len() <= differing);
}

#[test]
fn what_cannot_be_kept_is_proved() {
    let desk = Desk::new();
    let cases = [
        // More people than places, too few for the minima, too many for one table.
        ("full.json", crowd(5, &[(0, 2), (0, 2)], 0)),
        ("empty.json", crowd(5, &[(3, 9), (3, 9)], 0)),
        ("hall.json", crowd(6, &[(0, 2), (0, 9)], 3)),
    ];
    for (name, question) in cases {
        let output = desk.put(name, &question).divide(&[name, "--steps", "1000"]);
        ends_with_a_sentence(&output, 3);
        let reason = &answer(&output)["infeasible"];
        let mut names: Vec<&String> = reason.as_object().unwrap().keys().collect();
        names.sort();
        assert_eq!(names, ["because", "groups", "people", "relax", "round", "rules"], "{name}");
        assert_eq!(reason["round"], 0);
        assert!(reason["because"]["sv"].is_string() && reason["because"]["en"].is_string());
        let relax = reason["relax"].as_array().unwrap();
        assert!(!relax.is_empty(), "{name}: {reason}");
        for change in relax {
            assert!(change["rule"].is_string() && change["people"].is_array());
            assert!(change.get("to").is_some(), "{change}");
        }
    }
}

#[test]
fn neither_plan_nor_proof_is_said_to_be_neither() {
    // Discord without a triangle that nevertheless needs six groups: a ring of five, and three
    // times a shadow of everybody with one more person against all shadows (after Mycielski).
    let mut discord: Vec<(usize, usize)> = (0..5).map(|p| (p, (p + 1) % 5)).collect();
    let mut people = 5;
    for _ in 0..3 {
        for (p, q) in discord.clone() {
            discord.extend([(people + p, q), (p, people + q)]);
        }
        discord.extend((0..people).map(|p| (people + p, 2 * people)));
        people = 2 * people + 1;
    }
    let mut question = crowd(people, &[(0, people); 5], 0);
    question["apart"] = json!(discord);
    let desk = Desk::new();
    let output = desk.put("q.json", &question).divide(&["q.json", "--seconds", "0"]);
    ends_with_a_sentence(&output, 4);
    assert!(output.stdout.is_empty());
}

#[test]
fn bad_input_is_answered_in_a_sentence() {
    let desk = Desk::new();
    desk.put("q.json", &crowd(2, &[(0, 2)], 0)).put("old.json", &json!({"assign": [[0, 0]]}));
    desk.put("upside.json", &crowd(2, &[(3, 2)], 0)).put("list.json", &json!([1, 2]));
    desk.put("short.json", &json!({"assign": [[0]]}));
    let wrong: [&[&str]; 14] = [
        &[],
        &["missing.json"],
        &["upside.json"],
        &["list.json"],
        &["q.json", "q.json"],
        &["q.json", "--seconds", "1", "--steps", "1"],
        &["q.json", "--seconds", "-1"],
        &["q.json", "--seconds", "soon"],
        &["q.json", "--steps"],
        &["q.json", "--threads", "0"],
        &["q.json", "--max-moved", "1"],
        &["q.json", "--base", "old.json", "--max-moved", "1", "--move-price", "1"],
        &["q.json", "--base", "short.json"],
        &["q.json", "--colour", "red"],
    ];
    for words in wrong {
        let output = desk.divide(words);
        ends_with_a_sentence(&output, 2);
        assert!(output.stdout.is_empty(), "{words:?}");
    }
}

#[test]
fn help_names_every_option() {
    let output = Desk::new().divide(&["--help"]);
    let help = String::from_utf8(output.stdout).unwrap();
    for word in
        ["--seconds", "--steps", "--seed", "--threads", "--base", "--max-moved", "--move-price"]
    {
        assert!(help.contains(word), "{help}");
    }
}
