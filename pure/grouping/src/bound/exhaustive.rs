//! The best plan of a question so small that every plan can be looked at.

use crate::instance::Instance;
use crate::plan::Plan;
use crate::rules::RoundRules;
use crate::score::score;

/// Plans that are looked at, at most.
const MOST_PLANS: usize = 3000;

/// The best plan, if there are few enough. Its `J` is its own bound.
pub(crate) fn best_of_few(instance: &Instance, rules: &[RoundRules]) -> Option<(Plan, i64)> {
    let mut plans = vec![Plan { seats: Vec::new() }];
    for rules in rules {
        let ways = rules.units.iter().enumerate().try_fold(1usize, |ways, (unit, _)| {
            let ways = ways * rules.domain(unit).groups.len();
            (ways <= MOST_PLANS).then_some(ways)
        })?;
        let rows = rows(rules, ways);
        if rows.len() * plans.len() > MOST_PLANS {
            return None;
        }
        plans = plans
            .into_iter()
            .flat_map(|plan| {
                rows.iter().map(move |row| {
                    let mut seats = plan.seats.clone();
                    seats.push(row.clone());
                    Plan { seats }
                })
            })
            .collect();
    }
    plans
        .into_iter()
        .map(|plan| (score(instance, &plan).total, plan))
        .min_by_key(|(total, _)| *total)
        .map(|(total, plan)| (plan, total))
}

/// Every seating of one round that keeps the rules, out of so many ways.
fn rows(rules: &RoundRules, ways: usize) -> Vec<Vec<Option<usize>>> {
    let mut rows = Vec::new();
    for mut way in 0..ways {
        let mut load = vec![0; rules.min.len()];
        let mut seats = Vec::with_capacity(rules.units.len());
        for unit in 0..rules.units.len() {
            let groups = &rules.domain(unit).groups;
            let group = groups[way % groups.len()] as usize;
            way /= groups.len();
            load[group] += rules.size(unit);
            seats.push(group);
        }
        let sizes = (0..load.len()).all(|g| (rules.min[g]..=rules.max[g]).contains(&load[g]));
        let peace = rules
            .units
            .iter()
            .zip(&seats)
            .all(|(unit, seat)| unit.foes.iter().all(|&foe| seats[foe as usize] != *seat));
        if sizes && peace {
            let mut row = vec![None; rules.unit_of.len()];
            for (unit, &seat) in rules.units.iter().zip(&seats) {
                unit.people.iter().for_each(|&person| row[person as usize] = Some(seat));
            }
            rows.push(row);
        }
    }
    rows
}
