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

    /// Whether a step lies in the last, cold part of the way down.
    pub(crate) fn is_cold(&self, step: u64) -> bool {
        let span = u128::from(self.end - self.begin);
        let gone = span * u128::from(step) / u128::from(self.steps.max(1));
        u128::from(self.begin) + gone > COLD
    }

    /// The heat at a step, the same for all steps of a block.
    pub(crate) fn heat(&self, step: u64) -> u64 {
        let fall = u128::from(halvings(self.heats.from, self.heats.to));
        let span = u128::from(self.end - self.begin);
        let way = u128::from(self.begin) * u128::from(self.steps.max(1)) + span * u128::from(step);
        halved(self.heats.from, (fall * way / (u128::from(self.steps.max(1)) << 16)) as u64)
    }
}

/// Where the cold part begins, in 1/65536 of the way down.
const COLD: u128 = 1 << 15;

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

/// The paces of the two halves of a cooling of so many steps: usually about half of it each, by
/// its last eight bits more or less.
fn halves(steps: u64) -> (u64, u64) {
    let usual = paces().take_while(|&pace| pace <= steps / 2).count();
    let pace = |bits: u64| {
        // 0 is the usual pace, 1 to 7 are slower and 8 to 15 faster, so round numbers are usual.
        let index = (usual + ((bits + 8) & 15) as usize).saturating_sub(9);
        paces().nth(index).unwrap_or(steps)
    };
    (pace(steps), pace(steps >> 4))
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
    /// Between which heats so many steps are best spent.
    fn heats(&self, steps: u64) -> Heats;
}

/// Where coolings begin and end (16.16 fixed point).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heats {
    pub from: u64,
    pub to: u64,
}

pub(crate) struct Stages<'a> {
    first: u64,
    budget: Budget,
    /// No plan costs less, as far as is known from the beginning.
    floor: i64,
    /// What no plan can cost less than, given what the best so far costs and for as long as the
    /// other argument says.
    prove: &'a dyn Fn(i64, &dyn Fn() -> bool) -> i64,
}

/// Each short stage is so many times the one before.
const GROWTH: u64 = 4;
/// Another short stage only if the rest of the budget is so many times its length.
const WORTH: u64 = 8;
/// The share of the seconds that is planned for; the rest is for the estimate being wrong.
const PLANNED: f64 = 0.96;
/// The share after which a run gives up its last stretch.
const PATIENCE: f64 = 1.04;
/// From this share of the seconds on, each short stage is followed by a try to prove, for as long,
/// that nothing is left to gain.
const PROVED: f64 = 0.005;
/// Steps between two looks at the clock.
const CHUNK: u64 = 1 << 11;

impl<'a> Stages<'a> {
    pub(crate) fn new(
        seats: usize,
        budget: Budget,
        floor: i64,
        prove: &'a dyn Fn(i64, &dyn Fn() -> bool) -> i64,
    ) -> Self {
        Self { first: (16 * seats as u64).max(2048), budget, floor, prove }
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

    /// Drives `search` until the budget is used or nothing is left to gain, and says how many steps
    /// give the same again. A run that ends early for want of anything to gain says a number whose
    /// timetable begins as its own did, since what it found stays the best on any way further.
    pub(crate) fn run(&mut self, search: &mut impl Search, started: f64, world: &mut World) -> u64 {
        let total = match self.budget {
            Budget::Steps(steps) => Some(steps),
            Budget::Seconds(_) => None,
        };
        let (mut done, mut length) = (0u64, self.first);
        search.mark();
        self.tell(search, 0, started, world);
        if search.best_cost() <= self.floor {
            return total.unwrap_or(0);
        }
        if let Some(few) = total.filter(|&total| total < self.first) {
            search.reheat();
            let cooling = Cooling::whole(search.heats(self.first), self.first);
            search.cool(cooling, 0, few);
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
                return match self.long_stretch(search, done, Rest::Steps(rest), started, world) {
                    Ending::Whole(steps)
                    | Ending::Stopped(steps)
                    | Ending::Late(steps)
                    | Ending::Perfect(steps) => done + steps,
                };
            }
            let begun = (world.cpu_now)();
            let half = length / 2;
            let cooling = Cooling::whole(search.heats(length), length);
            let mut middle = begun;
            for (begin, end) in [(0, half), (half, length)] {
                match self.stretch(search, cooling, (begin, end), done, started, world) {
                    Ending::Whole(_) => {}
                    Ending::Perfect(_) => return total.unwrap_or(done + length),
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
                if now - started >= seconds * PROVED {
                    let until = now + seconds * PROVED;
                    let go_on = || (world.cpu_now)() < until;
                    self.floor = self.floor.max((self.prove)(search.best_cost(), &go_on));
                    if search.best_cost() <= self.floor {
                        return done;
                    }
                }
                let left = started + seconds * PLANNED - (world.cpu_now)();
                if left <= 0.0 {
                    return done;
                }
                let possible = (left / (now - begun).max(1e-9) * length as f64) as u64;
                let next = length.saturating_mul(GROWTH);
                // A little more than the rule asks for, should the machine become slower.
                if possible < (WORTH + 1) * next {
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
                    return match self.long_stretch(search, done, rest, started, world) {
                        Ending::Whole(steps) | Ending::Stopped(steps) | Ending::Perfect(steps) => {
                            done + steps
                        }
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
    /// Each half has one of sixteen paces, written in the last bits of the number of steps. So a
    /// run by seconds may choose the pace of the second half when it has seen how long the first
    /// one took, and may end when the time is over, and the number of steps still says it all.
    fn long_stretch(
        &self,
        search: &mut impl Search,
        done: u64,
        rest: Rest,
        started: f64,
        world: &mut World,
    ) -> Ending {
        let first = match rest {
            Rest::Steps(steps) => halves(steps).0.min(steps),
            Rest::Seconds { first_half, least, most, .. } => {
                pace_at_most(first_half.clamp(least / 2, most / 3))
            }
        };
        let heats = search.heats(2 * first);
        let begun = (world.cpu_now)();
        let upper = Cooling { heats, begin: 0, end: 1 << 15, steps: first };
        let end = match rest {
            Rest::Steps(steps) => first.min(steps),
            Rest::Seconds { .. } => first,
        };
        // A number of steps that stands for all timetables with the same first half.
        let told = match rest {
            Rest::Steps(steps) => Some(steps),
            Rest::Seconds { least, most, .. } => self
                .total_with(first, first, done, (2 * first).max(least))
                .filter(|&total| total < most),
        };
        match (self.stretch(search, upper, (0, end), done, started, world), told) {
            (Ending::Whole(_), _) => {}
            (Ending::Perfect(_), Some(told)) => return Ending::Perfect(told),
            (other, _) => return other,
        }
        let later = |ending: Ending| match ending {
            Ending::Perfect(total) => Ending::Perfect(total),
            Ending::Whole(at) => Ending::Whole(first + at),
            Ending::Stopped(at) => Ending::Stopped(first + at),
            Ending::Late(at) => Ending::Late(first + at),
        };
        let lower = |pace: u64| Cooling { heats, begin: 1 << 15, end: 1 << 16, steps: pace };
        let (until, slower, least, most) = match rest {
            Rest::Steps(steps) => {
                let pace = halves(steps).1;
                let span = (0, steps - first);
                let begun = done + first;
                return match self.stretch(search, lower(pace), span, begun, started, world) {
                    Ending::Perfect(_) => Ending::Perfect(steps),
                    other => later(other),
                };
            }
            Rest::Seconds { until, slower, least, most, .. } => (until, slower, least, most),
        };
        let now = (world.cpu_now)();
        let speed = (now - begun).max(1e-9) / first as f64 * slower;
        let second = ((until - now).max(0.0) / speed) as u64;
        let pace = pace_at_most(second.clamp(first / 2, first));
        let cooling = lower(pace);
        let mut at = 0;
        loop {
            let over = (world.cpu_now)() >= until && first + at >= least;
            // Numbers of steps that say what was done: the next one, and one for going on.
            let here = self.total_with(first, pace, done, first + at);
            let further = self.total_with(first, pace, done, first + at + CHUNK);
            let last = over || further.is_none_or(|total| total >= most);
            let end = match here {
                Some(total) if last => total - first,
                None if last => return later(Ending::Late(at)),
                _ => at + CHUNK,
            };
            match self.stretch(search, cooling, (at, end), done + first, started, world) {
                Ending::Whole(_) | Ending::Perfect(_) if last => {
                    return later(Ending::Whole(end));
                }
                Ending::Perfect(_) => {
                    let told = self.total_with(first, pace, done, (first + end).max(least));
                    if let Some(told) = told.filter(|&total| total < most) {
                        return Ending::Perfect(told);
                    }
                    at = end;
                }
                Ending::Whole(_) => at = end,
                other => return later(other),
            }
        }
    }

    /// The first number of steps from `wanted` on whose last bits give these paces.
    fn total_with(&self, first: u64, second: u64, done: u64, wanted: u64) -> Option<u64> {
        (wanted..wanted + 1024)
            .find(|&steps| halves(steps) == (first, second) && !self.ends_short(done + steps))
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
            if told <= self.floor {
                return Ending::Perfect(at);
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
    /// With nothing left to gain. Of a whole cooling: the steps that give the same again.
    Perfect(u64),
}
