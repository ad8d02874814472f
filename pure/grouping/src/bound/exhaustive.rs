//! The best plan of a question so small that every plan can be looked at.

use crate::instance::Instance;
use crate::plan::Plan;
use crate::rules::RoundRules;
use crate::score::score;

/// Plans that are looked at, at most.
const MOST_PLANS: usize = 20_000;
/// Seats that are tried while one round's seatings are listed, at most.
const MOST_TRIES: usize = 200_000;

/// The best plan, if there are few enough. Its `J` is its own bound.
pub(crate) fn best_of_few(instance: &Instance, rules: &[RoundRules]) -> Option<(Plan, i64)> {
    let mut plans = vec![Plan { seats: Vec::new() }];
    for rules in rules {
        let rows = Listing::of(rules)?;
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

/// One round's seatings, unit after unit, while they are being listed.
struct Listing<'a> {
    rules: &'a RoundRules,
    load: Vec<usize>,
    /// The groups of the units that are seated so far.
    seats: Vec<usize>,
    /// People of the units that are not.
    left: usize,
    tries: usize,
    rows: Vec<Vec<Option<usize>>>,
}

impl<'a> Listing<'a> {
    /// Every seating of the round that keeps the rules; `None` where there are too many to list.
    fn of(rules: &'a RoundRules) -> Option<Vec<Vec<Option<usize>>>> {
        let mut listing = Self {
            rules,
            load: vec![0; rules.min.len()],
            seats: Vec::with_capacity(rules.units.len()),
            left: (0..rules.units.len()).map(|unit| rules.size(unit)).sum(),
            tries: 0,
            rows: Vec::new(),
        };
        // A deep question is a large one, and as deep would the calls be.
        (rules.units.len() <= 64 && listing.seat_the_next()).then_some(listing.rows)
    }

    /// `false` once there are too many.
    fn seat_the_next(&mut self) -> bool {
        let rules = self.rules;
        let unit = self.seats.len();
        let lacking: usize =
            rules.min.iter().zip(&self.load).map(|(min, load)| min.saturating_sub(*load)).sum();
        if lacking > self.left {
            return true;
        }
        if unit == rules.units.len() {
            let mut row = vec![None; rules.unit_of.len()];
            for (unit, &seat) in rules.units.iter().zip(&self.seats) {
                unit.people.iter().for_each(|&person| row[person as usize] = Some(seat));
            }
            self.rows.push(row);
            return self.rows.len() <= MOST_PLANS;
        }
        let size = rules.size(unit);
        for &group in &rules.domain(unit).groups {
            let group = group as usize;
            self.tries += 1;
            if self.tries > MOST_TRIES {
                return false;
            }
            let foes = &rules.units[unit].foes;
            let met = |&foe: &u32| self.seats.get(foe as usize) == Some(&group);
            if self.load[group] + size > rules.max[group] || foes.iter().any(met) {
                continue;
            }
            self.load[group] += size;
            self.left -= size;
            self.seats.push(group);
            let few = self.seat_the_next();
            self.seats.pop();
            self.left += size;
            self.load[group] -= size;
            if !few {
                return false;
            }
        }
        true
    }
}
