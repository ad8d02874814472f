//! Holds a board against one that is made anew, and what it tells against what changes cost.

use super::*;
use crate::engine::stages::Stages;
use crate::engine::{Budget, Outcome, Request, World, divide};
use crate::goals::Goals;
use crate::instance::Instance;
use crate::random::Dice;
use crate::rules::RoundRules;
use crate::search::{Anneal, Costs, Fence};

/// Thirty people, some tied, some apart, some not always there, free places.
fn question() -> Instance {
    let mut dice = Dice::new(5, 0);
    let people: Vec<String> = (0..30)
        .map(|person| {
            let values = [2, 3, 5].map(|among| dice.below(among));
            let role = if person % 7 == 0 { "null".into() } else { values[1].to_string() };
            let rounds = if person % 9 == 4 { "0,2,3" } else { "0,1,2,3" };
            format!(r#"{{"a":[{},{role},{}],"rounds":[{rounds}]}}"#, values[0], values[2])
        })
        .collect();
    let groups = [r#"{"min":4,"max":8}"#; 5].join(",");
    let question = format!(
        r#"{{"rounds":4,"groups":[{groups}],"people":[{}],"together":[[0,1],[2,3]],
        "apart":[[4,5],[0,6]],"weights":{{"wish":10,"repeat":3}},"attrs":[
        {{"name":"a","values":["x","y"],"weight":3}},
        {{"name":"b","values":["x","y","z"],"weight":2}},
        {{"name":"c","values":["v","w","x","y","z"],"weight":1}}]}}"#,
        people.join(",")
    );
    Instance::read(question.as_bytes()).expect("well formed")
}

/// Hands a repair of a first plan that is ready to be searched.
fn with_search(check: impl FnOnce(&mut Anneal, &Ground, &mut World)) {
    let instance = question();
    let mut progress = |_| {};
    let mut world = World { cpu_now: &|| 0.0, stop: &|| false, progress: &mut progress };
    let request = Request { budget: Budget::Steps(300), ..Request::default() };
    let Outcome::Divided(division) = divide(&instance, &request, &mut world) else {
        panic!("there is a plan");
    };
    let rules: Vec<RoundRules> = (0..4)
        .map(|round| RoundRules::gather(&instance, round).expect("no contradiction"))
        .collect();
    let mut costs = Costs::compile(&instance, &rules, &Goals::default());
    let seat = |seat: &Option<usize>| seat.map_or(ABSENT, |group| group as u32);
    costs.base = Some(division.plan.seats.iter().flatten().map(seat).collect());
    let seats: Vec<Vec<u32>> = rules
        .iter()
        .zip(&division.plan.seats)
        .map(|(rules, row)| {
            rules.units.iter().map(|unit| seat(&row[unit.people[0] as usize])).collect()
        })
        .collect();
    let ground = Ground::new(&costs, &rules);
    let fence = Fence { wish: None, moved: Some(30) };
    let state = State::new(&costs, &rules, &seats);
    check(&mut Anneal::new(state, &ground, Dice::new(1, 0), fence), &ground, &mut world);
}

/// What a board knows, by people instead of seats. Closed ways are no part of the state.
fn known(board: &Board) -> Vec<i16> {
    let mut known = Vec::new();
    let closed = board.old + CLOSED;
    for sheet in &board.sheets {
        let (columns, closed_on) = sheet.columns.split_at(closed * sheet.blocks);
        let tables =
            [columns, &closed_on[sheet.blocks..], &sheet.joining, &sheet.grown, &sheet.twice];
        for (table, person) in tables.iter().flat_map(|table| (0..30).map(move |p| (table, p))) {
            if sheet.slot[person] != NOBODY {
                let slot = sheet.slot[person] as usize;
                let rows = table.len() / sheet.blocks;
                known.extend((0..rows).map(|row| at(table, row, sheet.blocks, slot)));
            }
        }
        known.extend(sheet.more.iter().flatten());
        known.extend(sheet.again.iter().map(|&again| again as i16));
    }
    known
}

#[test]
fn what_is_kept_up_to_date_is_what_would_be_reckoned_anew() {
    with_search(|anneal, ground, world| {
        let mut moved = 0;
        for _ in 0..20 {
            Stages::new(120, Budget::Steps(2500), -1, &|_, _| -1).run(anneal, 0.0, world);
            let anew = Board::open(&anneal.state, ground).expect("a repair, too");
            let kept = &anneal.tabu.as_ref().expect("a repair without wishes").board;
            assert!(known(kept) == known(&anew), "something was not kept up to date");
            for sheet in &kept.sheets {
                let seated = sheet.person.iter().filter(|&&person| person != NOBODY).count();
                assert_eq!(seated, sheet.slot.iter().filter(|&&slot| slot != NOBODY).count());
            }
            moved = anneal.state.moved.max(moved);
        }
        assert!(moved > 10, "the search should have moved people, not {moved}");
    });
}

#[test]
fn no_change_is_said_to_cost_less_than_it_does() {
    with_search(|anneal, _, world| {
        let (price, mut rows, mut exact) = (3, Vec::new(), 0);
        Stages::new(120, Budget::Steps(2500), -1, &|_, _| -1).run(anneal, 0.0, world);
        let state = &anneal.state;
        let board = &anneal.tabu.as_ref().expect("a repair without wishes").board;
        let mut check = |told: i16, changed: &State| {
            let change = changed.total - state.total;
            let moved = i64::from(price) * (changed.moved - state.moved);
            let change = (change << board.shift) + moved;
            assert!(change <= i64::from(told), "{change} {told}");
            exact += usize::from(change == i64::from(told));
        };
        let seats = |round: usize| {
            let blocks = board.sheets[round].blocks;
            (0..blocks * LANES).filter_map(move |slot| {
                Some((slot, board.person(round, slot / LANES, slot % LANES)?))
            })
        };
        for (round, person) in (0..4 * 30).map(|i| (i / 30, i % 30)) {
            if state.seat(person, round) == ABSENT || !board.movable[round * 30 + person] {
                continue;
            }
            let home = state.seat(person, round) as usize;
            board.swaps(&mut rows, (round, person, home), price);
            for (slot, other) in seats(round) {
                if rows.as_flattened()[slot] < GREATEST_SUM {
                    let mut changed = state.clone();
                    changed.swap(round, person, other);
                    check(rows.as_flattened()[slot], &changed);
                }
            }
        }
        for (round, group) in (0..4 * 5).map(|i| (i / 5, i % 5)) {
            board.arrivals(&mut rows, round, group, price);
            for (slot, person) in seats(round) {
                if rows.as_flattened()[slot] < GREATEST_SUM {
                    let mut changed = state.clone();
                    changed.reseat(round, &[(person as u32, group as u32)]);
                    check(rows.as_flattened()[slot], &changed);
                }
            }
        }
        assert!(exact > 1000, "{exact}");
    });
}
