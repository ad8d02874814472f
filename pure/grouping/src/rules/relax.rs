//! What would have to give way for a plan to exist.

use super::certificate::{Infeasible, Relaxation, To};
use super::exact::{Decision, Proof, counted, tried};
use super::narrow::{Narrowed, narrowed};
use super::shrink::{Effort, Part, bare, is_possible, with_parts, without};
use super::{RoundRules, certificate, shrink};
use crate::instance::Instance;
use crate::verify::Rule;

/// Proves that `rules` cannot be kept, or gives seats that keep them, or neither.
pub(crate) enum Verdict {
    Seats(Vec<u32>),
    Infeasible(Box<Infeasible>),
    Unknown,
}

/// Decides a round with `nodes` tries, as long as `go_on` says so, and words the reason.
pub(crate) fn judge(
    instance: &Instance,
    rules: &RoundRules,
    nodes: u64,
    go_on: &dyn Fn() -> bool,
) -> Verdict {
    let proof = match counted(rules) {
        Some(proof) => proof,
        None => match tried(rules, nodes, go_on) {
            Decision::Seats(seats) => return Verdict::Seats(seats),
            Decision::Unknown => return Verdict::Unknown,
            Decision::Impossible(proof) => proof,
        },
    };
    let reason = word(instance, rules, &proof, nodes);
    Verdict::Infeasible(Box::new(completed(instance, reason)))
}

/// A reason found while the rules were gathered, with what would have to give way.
pub(crate) fn completed(instance: &Instance, mut reason: Infeasible) -> Infeasible {
    let advice = relaxations(instance);
    if advice.contradictions > 1 {
        reason.add_more(advice.contradictions - 1, advice.whole);
    }
    reason.relax = advice.changes;
    reason
}

fn word(instance: &Instance, rules: &RoundRules, proof: &Proof, nodes: u64) -> Infeasible {
    if *proof != Proof::Exhausted {
        return certificate::worded(instance, rules, proof);
    }
    let parts = shrink::shrink(&bare(instance), rules.round, nodes, &Effort::usual());
    let fewer = with_parts(instance, &parts);
    match RoundRules::gather(&fewer, rules.round) {
        Ok(left) => certificate::worded(&fewer, &left, &shrink::proof_of(&left)),
        Err(reason) => *reason,
    }
}

const NODES: u64 = 2000;
/// So many contradictions are resolved one by one, at most.
const MOST_CONTRADICTIONS: usize = 200;
/// More changes than this are no advice for one contradiction.
const MOST_CHANGES: usize = 24;
/// So few changes are worth a second look, at the question as a whole.
const FEW: usize = 6;
/// Parts of one kind that are looked at for each change.
const LOOKS: usize = 6;

/// What should give way.
struct Advised {
    changes: Vec<Relaxation>,
    /// Contradictions that were found on the way, one after the other.
    contradictions: usize,
    /// Whether every round has a plan after the changes.
    whole: bool,
}

/// The smallest changes found after which every round has a plan; where that cannot be seen in
/// time, those that resolve the contradictions found.
fn relaxations(instance: &Instance) -> Advised {
    if instance.groups.is_empty() {
        // No rule can give way that would make a seat: nobody may come.
        let people = (0..instance.people.len()).filter(|&p| !instance.people[p].rounds.is_empty());
        let (rule, people) = (Rule::Presence, people.collect());
        let changes = vec![Relaxation { rule, people, to: To::Dropped }];
        return Advised { changes, contradictions: 1, whole: true };
    }
    let bare = bare(instance);
    let mut advised = Advice { instance: &bare, effort: Effort::usual() }.one_by_one();
    // One change may resolve several contradictions, which shows only on the whole.
    if advised.changes.len() <= FEW {
        let second = Advice { instance: &bare, effort: Effort::second() };
        let whole = second.resolve(&bare).map(|changes| second.thin_out(changes));
        if let Some(changes) = whole
            && (!advised.whole || changes.len() <= advised.changes.len())
        {
            (advised.changes, advised.whole) = (changes, true);
        }
    }
    advised
}

/// The search for what should give way.
struct Advice<'a> {
    instance: &'a Instance,
    effort: Effort,
}

impl Advice<'_> {
    /// Resolves each contradiction on its own, until none is left or the effort is used.
    fn one_by_one(&self) -> Advised {
        let mut changed = self.instance.clone();
        let mut taken: Vec<Relaxation> = Vec::new();
        let mut contradictions = 0;
        while contradictions < MOST_CONTRADICTIONS {
            let narrow = |round| narrowed(&changed, round, NODES, &self.effort);
            let changes = if let Some(found) = (0..changed.rounds).find_map(narrow) {
                let Narrowed { part, who } = found;
                self.resolve(&part).map(|mut changes| {
                    let people = changes.iter_mut().flat_map(|change| &mut change.people);
                    people.for_each(|person| *person = who[*person]);
                    changes
                })
            } else {
                let Some(round) = self.first_impossible(&changed) else {
                    return Advised { changes: self.thin_out(taken), contradictions, whole: true };
                };
                let proved = is_possible(&changed, round, NODES, &self.effort) == Some(false);
                if proved { self.resolve(&changed) } else { None }
            };
            let Some(changes) = changes else { break };
            contradictions += 1;
            changes.iter().for_each(|change| change.apply(&mut changed));
            taken = joined(taken, changes);
        }
        Advised { changes: taken, contradictions, whole: false }
    }

    /// The smallest changes found after which all of `instance` is possible.
    fn resolve(&self, instance: &Instance) -> Option<Vec<Relaxation>> {
        let mut changed = instance.clone();
        let mut taken: Vec<Relaxation> = Vec::new();
        while taken.len() < MOST_CHANGES {
            let Some(round) = self.first_impossible(&changed) else { return Some(taken) };
            let core = shrink::shrink(&changed, round, NODES, &self.effort);
            if core.is_empty() {
                return None;
            }
            let next = self.best_change(&changed, round, &core)?;
            next.apply(&mut changed);
            taken = joined(taken, vec![next]);
        }
        self.first_impossible(&changed).is_none().then_some(taken)
    }

    /// Drops changes that the others make needless.
    fn thin_out(&self, taken: Vec<Relaxation>) -> Vec<Relaxation> {
        let mut kept = taken;
        let mut at = 0;
        while kept.len() > 1 && at < kept.len() {
            let mut changed = self.instance.clone();
            let others = kept.iter().enumerate().filter(|&(i, _)| i != at);
            others.for_each(|(_, relaxation)| relaxation.apply(&mut changed));
            if self.first_impossible(&changed).is_none() {
                kept.remove(at);
            } else {
                at += 1;
            }
        }
        kept
    }

    /// A round that is proved impossible, or not known to be possible.
    fn first_impossible(&self, instance: &Instance) -> Option<usize> {
        let possible = |round| is_possible(instance, round, NODES, &self.effort) == Some(true);
        (0..instance.rounds).find(|&round| !possible(round))
    }

    /// The least change to one part of a contradiction that resolves the most.
    fn best_change(&self, instance: &Instance, round: usize, core: &[Part]) -> Option<Relaxation> {
        let mut best: Option<((bool, usize, usize), Relaxation)> = None;
        let mut looked = [0usize; 6];
        // Where another contradiction stays even without all of this one, no single change to it
        // can be enough.
        let only_one = self.first_impossible(&without(instance, core)).is_none();
        for (order, &part) in core.iter().enumerate() {
            let looked = &mut looked[part.kind()];
            *looked += 1;
            if *looked > LOOKS {
                continue;
            }
            let change = self.least_change(instance, round, core, part);
            let Some((size, relaxation)) = change else { continue };
            let (size, relaxation, whole) = if only_one {
                self.widened(instance, size, relaxation)
            } else {
                (size, relaxation, false)
            };
            let key = (!whole, size, order);
            if best.as_ref().is_none_or(|(known, _)| key < *known) {
                best = Some((key, relaxation));
            }
        }
        best.map(|(_, relaxation)| relaxation)
    }

    /// The change, and whether all rounds are possible with it. A bound that is enough for one
    /// round may have to give way further for another.
    fn widened(
        &self,
        instance: &Instance,
        size: usize,
        relaxation: Relaxation,
    ) -> (usize, Relaxation, bool) {
        let wider = |by: usize| {
            let to = match relaxation.to {
                To::Max { group, people } => To::Max { group, people: people + by },
                To::Min { group, people } => To::Min { group, people: people - by },
                other => other,
            };
            Relaxation { to, ..relaxation.clone() }
        };
        let helps = |by: usize| {
            let mut changed = instance.clone();
            wider(by).apply(&mut changed);
            self.first_impossible(&changed).is_none()
        };
        if helps(0) {
            return (size, relaxation, true);
        }
        let most = match relaxation.to {
            To::Max { .. } => instance.people.len(),
            To::Min { people, .. } => people,
            _ => 0,
        };
        match least(most, helps) {
            Some(by) => (size + by, wider(by), true),
            None => (size, relaxation, false),
        }
    }

    /// How far one part must give way so that the contradiction it belongs to is gone.
    fn least_change(
        &self,
        instance: &Instance,
        round: usize,
        core: &[Part],
        part: Part,
    ) -> Option<(usize, Relaxation)> {
        let dropped = |rule, people| Relaxation { rule, people, to: To::Dropped };
        let bound = |to| Relaxation { rule: Rule::Capacity, people: Vec::new(), to };
        let core = with_parts(instance, core);
        let helps = |relaxation: &Relaxation| {
            let mut changed = core.clone();
            relaxation.apply(&mut changed);
            is_possible(&changed, round, NODES, &self.effort) == Some(true)
        };
        let one = |relaxation| Some((1, relaxation));
        match part {
            Part::Together(pair) => {
                let (p, q) = instance.together[pair];
                one(dropped(Rule::Together, vec![p, q]))
            }
            Part::Apart(pair) => {
                let (p, q) = instance.apart[pair];
                one(dropped(Rule::Apart, vec![p, q]))
            }
            Part::Pin(person) => one(dropped(Rule::Pin, vec![person])),
            Part::Only(person) => one(dropped(Rule::Only, vec![person])),
            Part::Max(group) => {
                let max = instance.groups[group].max;
                let change = |by: usize| bound(To::Max { group, people: max + by });
                least(instance.people.len(), |by| helps(&change(by))).map(|by| (by, change(by)))
            }
            Part::Min(group) => {
                let min = instance.groups[group].min;
                let change = |by: usize| bound(To::Min { group, people: min - by });
                least(min, |by| helps(&change(by))).map(|by| (by, change(by)))
            }
        }
    }
}

/// The changes of both, with a bound that gave way twice at its last.
fn joined(mut known: Vec<Relaxation>, more: Vec<Relaxation>) -> Vec<Relaxation> {
    for next in more {
        match known.iter_mut().find(|known| same_bound(known, &next)) {
            Some(known) => *known = next,
            None => known.push(next),
        }
    }
    known
}

fn same_bound(a: &Relaxation, b: &Relaxation) -> bool {
    match (a.to, b.to) {
        (To::Max { group: a, .. }, To::Max { group: b, .. })
        | (To::Min { group: a, .. }, To::Min { group: b, .. }) => a == b,
        _ => false,
    }
}

/// The least number in `1..=most` that helps, if any does; more is assumed to help no less.
fn least(most: usize, helps: impl Fn(usize) -> bool) -> Option<usize> {
    let mut high = (0..).map(|power| 1usize << power).take_while(|&by| by < 2 * most.max(1));
    let high = high.find(|&by| helps(by.min(most)))?.min(most);
    let (mut low, mut high) = (high / 2, high);
    while low + 1 < high {
        let middle = low.midpoint(high);
        if helps(middle) { high = middle } else { low = middle }
    }
    (high > 0).then_some(high)
}

impl Relaxation {
    /// Changes `instance` as proposed.
    pub fn apply(&self, instance: &mut Instance) {
        let people = &self.people;
        let is_pair = |&(p, q): &(usize, usize)| people[..] == [p, q] || people[..] == [q, p];
        match (self.rule, self.to) {
            (_, To::Max { group, people }) => instance.groups[group].max = people,
            (_, To::Min { group, people }) => instance.groups[group].min = people,
            (Rule::Together, _) => instance.together.retain(|pair| !is_pair(pair)),
            (Rule::Apart, _) => instance.apart.retain(|pair| !is_pair(pair)),
            (Rule::Pin, _) => people.iter().for_each(|&p| instance.people[p].pin = None),
            (Rule::Presence, _) => people.iter().for_each(|&p| instance.people[p].rounds.clear()),
            (Rule::Only, _) => people.iter().for_each(|&p| instance.people[p].only = None),
            _ => {}
        }
    }
}
