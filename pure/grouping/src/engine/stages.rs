//! The timetable of a search: short coolings that never change, then one long cooling that fills
//! the budget.
//!
//! The timetable is a function of the total number of steps alone, so a run by steps repeats a run
//! by seconds. A run by seconds learns its speed from the short stages and fixes its total while it
//! can still be any total that the stages so far are the beginning of.

use super::{Budget, Progress, World};

/// A stretch of cooling: how many steps, from which heat to which (16.16 fixed point).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cooling {
    pub from: u64,
    pub to: u64,
    pub steps: u64,
}

/// A search that a timetable can drive.
pub(crate) trait Search {
    /// Cools from step `begin` to step `end` of a stretch.
    fn cool(&mut self, cooling: Cooling, begin: u64, end: u64);
    /// The cost of the best so far.
    fn best_cost(&mut self) -> i64;
    /// Remembers the best so far; [`Search::fall_back`] forgets everything since.
    fn mark(&mut self);
    fn fall_back(&mut self);
    /// Gets ready for a new stretch.
    fn reheat(&mut self);
}

/// Where coolings begin and end (16.16 fixed point).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heats {
    pub from: u64,
    pub to: u64,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Stages {
    first: u64,
    budget: Budget,
}

/// Each short stage is so many times the one before.
const GROWTH: u64 = 4;
/// Another short stage only if the rest of the budget is so many times its length.
const WORTH: u64 = 8;
/// The share of the seconds that is planned for; the rest is for the estimate being wrong.
const PLANNED: f64 = 0.955;
/// The share after which a run gives up its last stretch.
const PATIENCE: f64 = 1.02;
/// Steps between two looks at the clock.
const CHUNK: u64 = 1 << 13;

impl Stages {
    pub(crate) fn new(seats: usize, budget: Budget) -> Self {
        Self { first: (40 * seats as u64).max(4096), budget }
    }

    /// Whether a run of `total` steps ends exactly at the end of a short stage.
    fn ends_short(&self, total: u64) -> bool {
        let (mut done, mut length) = (0, self.first);
        while done < total {
            done += length;
            length = length.saturating_mul(GROWTH);
        }
        done == total
    }

    /// Drives `search` until the budget is used, and says how many steps that took.
    pub(crate) fn run(
        &self,
        search: &mut impl Search,
        heats: Heats,
        started: f64,
        world: &mut World,
    ) -> u64 {
        let cooling = |steps| Cooling { from: heats.from, to: heats.to, steps };
        let mut total = match self.budget {
            Budget::Steps(steps) => Some(steps),
            Budget::Seconds(_) => None,
        };
        let (mut done, mut length) = (0u64, self.first);
        search.mark();
        self.tell(search, 0, started, world);
        if let Some(few) = total.filter(|&total| total < self.first) {
            search.reheat();
            search.cool(cooling(self.first), 0, few);
            return few;
        }
        loop {
            let begun = (world.cpu_now)();
            let rest = match total {
                Some(total) => total - done,
                None => u64::MAX,
            };
            let short = rest >= WORTH * length || total.is_some_and(|total| self.ends_short(total));
            let steps = if short { length } else { rest };
            if steps == 0 {
                return done;
            }
            search.reheat();
            match self.stretch(search, cooling(steps), done, started, world) {
                Ending::Whole => {}
                Ending::Stopped(at) => return done + at,
                Ending::Late(at) if done == 0 && total.is_none() => return at,
                Ending::Late(_) => {
                    search.fall_back();
                    return done;
                }
            }
            done += steps;
            search.mark();
            if !short || total == Some(done) {
                return done;
            }
            length = length.saturating_mul(GROWTH);
            if let (Budget::Seconds(seconds), None) = (self.budget, total) {
                let now = (world.cpu_now)();
                let left = started + seconds * PLANNED - now;
                if left <= 0.0 {
                    return done;
                }
                let possible = (left / ((now - begun).max(1e-9)) * steps as f64) as u64;
                if possible < WORTH * length {
                    // Not less than what the stages so far promised, and not a short stage's end.
                    let rest = possible.max((WORTH - 1) * steps).div_ceil(CHUNK) * CHUNK;
                    let rest = rest.min(WORTH * length - 2);
                    total = Some(done + rest + u64::from(self.ends_short(done + rest)));
                }
            }
        }
    }

    fn stretch(
        &self,
        search: &mut impl Search,
        cooling: Cooling,
        done: u64,
        started: f64,
        world: &mut World,
    ) -> Ending {
        let mut at = 0;
        let mut told = search.best_cost();
        while at < cooling.steps {
            let next = (at + CHUNK).min(cooling.steps);
            search.cool(cooling, at, next);
            at = next;
            if search.best_cost() < told {
                told = search.best_cost();
                self.tell(search, done + at, started, world);
            }
            if (world.stop)() {
                return Ending::Stopped(at);
            }
            if let Budget::Seconds(seconds) = self.budget
                && at < cooling.steps
                && (world.cpu_now)() - started > seconds * PATIENCE
            {
                return Ending::Late(at);
            }
        }
        Ending::Whole
    }

    fn tell(&self, search: &mut impl Search, steps: u64, started: f64, world: &mut World) {
        let cpu_s = (world.cpu_now)() - started;
        (world.progress)(Progress { steps, cpu_s, cost: search.best_cost() });
    }
}

enum Ending {
    Whole,
    /// From outside, after so many steps of the stretch.
    Stopped(u64),
    /// By the clock, after so many steps of the stretch.
    Late(u64),
}
