//! The timetable of a search: short coolings that never change, then one long cooling that fills
//! the budget.
//!
//! The timetable is a function of the total number of steps alone, so a run by steps repeats a run
//! by seconds. A run by seconds learns its speed from the short stages and fixes its total while it
//! can still be any total that the stages so far are the beginning of.

use super::{Budget, Progress, World};
use crate::random::{halved, halvings};

/// A stretch of cooling: how far down the way between the heats (in 1/65536), in how many steps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cooling {
    heats: Heats,
    begin: u64,
    end: u64,
    steps: u64,
}

impl Cooling {
    fn whole(heats: Heats, steps: u64) -> Self {
        Self { heats, begin: 0, end: 1 << 16, steps }
    }

    /// The heat at a step, the same for all steps of a block.
    pub(crate) fn heat(&self, step: u64) -> u64 {
        let fall = u128::from(halvings(self.heats.from, self.heats.to));
        let span = u128::from(self.end - self.begin);
        let way = u128::from(self.begin) * u128::from(self.steps.max(1)) + span * u128::from(step);
        halved(self.heats.from, (fall * way / (u128::from(self.steps.max(1)) << 16)) as u64)
    }
}

/// How long the last cooling shall be.
#[derive(Debug, Clone, Copy)]
enum Rest {
    Steps(u64),
    Seconds {
        /// When, by the clock, it shall end.
        until: f64,
        /// How many steps its first half will probably have time for.
        first_half: u64,
        /// How much slower a step of the second half is.
        slower: f64,
        /// At least so many steps, and fewer than `most`.
        least: u64,
        most: u64,
    },
}

/// The paces that a first half may have: each an eighth longer than the one before.
fn paces() -> impl Iterator<Item = u64> {
    std::iter::successors(Some(1024u64), |pace| pace.checked_add(pace / 8))
}

fn pace_at_most(steps: u64) -> u64 {
    paces().take_while(|&pace| pace <= steps).last().unwrap_or(1024)
}

/// The first half of a cooling of so many steps: usually about half, by its last four bits more
/// or less.
fn first_half(steps: u64) -> u64 {
    let usual = paces().take_while(|&pace| pace <= steps / 2).count();
    let pace = (usual + (steps & 15) as usize).saturating_sub(8);
    paces().nth(pace).unwrap_or(steps).min(steps)
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
const CHUNK: u64 = 1 << 11;

impl Stages {
    pub(crate) fn new(seats: usize, budget: Budget) -> Self {
        Self { first: (16 * seats as u64).max(2048), budget }
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
        let total = match self.budget {
            Budget::Steps(steps) => Some(steps),
            Budget::Seconds(_) => None,
        };
        let (mut done, mut length) = (0u64, self.first);
        search.mark();
        self.tell(search, 0, started, world);
        if let Some(few) = total.filter(|&total| total < self.first) {
            search.reheat();
            search.cool(Cooling::whole(heats, self.first), 0, few);
            return few;
        }
        loop {
            let rest = total.map_or(u64::MAX, |total| total - done);
            let short = rest >= WORTH * length || total.is_some_and(|total| self.ends_short(total));
            if rest == 0 {
                return done;
            }
            search.reheat();
            if !short {
                return match self.long_stretch(search, heats, done, Rest::Steps(rest), started, world) {
                    Ending::Whole(steps) | Ending::Stopped(steps) | Ending::Late(steps) => done + steps,
                };
            }
            let begun = (world.cpu_now)();
            let half = length / 2;
            let cooling = Cooling::whole(heats, length);
            let mut middle = begun;
            for (begin, end) in [(0, half), (half, length)] {
                match self.stretch(search, cooling, (begin, end), done, started, world) {
                    Ending::Whole(_) => {}
                    Ending::Stopped(at) => return done + at,
                    Ending::Late(at) if done == 0 => return at,
                    Ending::Late(_) => {
                        search.fall_back();
                        return done;
                    }
                }
                if begin == 0 {
                    middle = (world.cpu_now)();
                }
            }
            done += length;
            search.mark();
            if total == Some(done) {
                return done;
            }
            if let (Budget::Seconds(seconds), None) = (self.budget, total) {
                let now = (world.cpu_now)();
                let left = started + seconds * PLANNED - now;
                if left <= 0.0 {
                    return done;
                }
                let possible = (left / (now - begun).max(1e-9) * length as f64) as u64;
                let next = length.saturating_mul(GROWTH);
                if possible < WORTH * next {
                    let slower = ((now - middle) / (middle - begun).max(1e-9)).clamp(0.3, 4.0);
                    let rest = Rest::Seconds {
                        until: started + seconds * PLANNED,
                        first_half: (possible as f64 / (1.0 + slower)) as u64,
                        slower,
                        // What the short stages so far have promised about the total.
                        least: (WORTH - 1) * length,
                        most: WORTH * next,
                    };
                    search.reheat();
                    return match self.long_stretch(search, heats, done, rest, started, world) {
                        Ending::Whole(steps) | Ending::Stopped(steps) => done + steps,
                        Ending::Late(_) => {
                            search.fall_back();
                            done
                        }
                    };
                }
            }
            length = length.saturating_mul(GROWTH);
        }
    }

    /// The one cooling that fills the budget, in two halves of the way down.
    ///
    /// The pace of the first half is one of sixteen, written in the last bits of the number of
    /// steps. So a run by seconds may choose the length of the second half when it has seen how
    /// long the first one took, and the number of steps still says it all.
    fn long_stretch(
        &self,
        search: &mut impl Search,
        heats: Heats,
        done: u64,
        rest: Rest,
        started: f64,
        world: &mut World,
    ) -> Ending {
        let first = match rest {
            Rest::Steps(steps) => first_half(steps),
            Rest::Seconds { first_half, least, most, .. } => {
                pace_at_most(first_half.clamp(least / 2, most / 3))
            }
        };
        let begun = (world.cpu_now)();
        let upper = Cooling { heats, begin: 0, end: 1 << 15, steps: first };
        match self.stretch(search, upper, (0, first), done, started, world) {
            Ending::Whole(_) => {}
            other => return other,
        }
        let steps = match rest {
            Rest::Steps(steps) => steps,
            Rest::Seconds { until, slower, least, most, .. } => {
                let now = (world.cpu_now)();
                let speed = (now - begun).max(1e-9) / first as f64 * slower;
                let second = ((until - now).max(0.0) / speed) as u64;
                self.total_with(first, second, done, least, most)
            }
        };
        let lower = Cooling { heats, begin: 1 << 15, end: 1 << 16, steps: steps - first };
        match self.stretch(search, lower, (0, steps - first), done + first, started, world) {
            Ending::Whole(at) => Ending::Whole(first + at),
            Ending::Stopped(at) => Ending::Stopped(first + at),
            Ending::Late(at) => Ending::Late(first + at),
        }
    }

    /// A number of steps near `first + second` whose last bits give `first` for the first half.
    fn total_with(&self, first: u64, second: u64, done: u64, least: u64, most: u64) -> u64 {
        let fits = |steps: u64| {
            steps >= least
                && steps < most
                && first_half(steps) == first
                && !self.ends_short(done + steps)
        };
        let wanted = (first + second).clamp(least, most - 1);
        // Nearest first; a pace reaches from half to twice its usual total, so some total fits.
        (0..most)
            .flat_map(|away| [wanted.checked_sub(away), wanted.checked_add(away)])
            .flatten()
            .find(|&steps| fits(steps))
            .unwrap_or(2 * first)
    }

    fn stretch(
        &self,
        search: &mut impl Search,
        cooling: Cooling,
        (begin, end): (u64, u64),
        done: u64,
        started: f64,
        world: &mut World,
    ) -> Ending {
        let mut at = begin;
        let mut told = search.best_cost();
        while at < end {
            let next = (at + CHUNK).min(end);
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
                && at < end
                && (world.cpu_now)() - started > seconds * PATIENCE
            {
                return Ending::Late(at);
            }
        }
        Ending::Whole(at)
    }

    fn tell(&self, search: &mut impl Search, steps: u64, started: f64, world: &mut World) {
        let cpu_s = (world.cpu_now)() - started;
        (world.progress)(Progress { steps, cpu_s, cost: search.best_cost() });
    }
}

enum Ending {
    /// After so many steps.
    Whole(u64),
    /// From outside, after so many steps of the stretch.
    Stopped(u64),
    /// By the clock, after so many steps of the stretch.
    Late(u64),
}
