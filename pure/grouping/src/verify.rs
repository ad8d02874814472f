//! Whether a plan keeps the hard rules, read word by word and sharing nothing with the search.
//!
//! Every plan passes here before it leaves the crate, so a mistake in the search can cost quality
//! or an answer, but never a rule.

use crate::instance::Instance;
use crate::plan::Plan;

/// A hard rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A person listed in a round sits in exactly one group in it, otherwise in none.
    Presence,
    /// Minimum and maximum of every group in every round.
    Capacity,
    /// The one group of a person.
    Pin,
    /// The groups a person may sit in.
    Only,
    /// A pair that sits in the same group when both are present.
    Together,
    /// A pair that sits in different groups when both are present.
    Apart,
    /// The most seats that may change in a repair.
    MostMoved,
}

impl Rule {
    /// The word of the exchange format.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Capacity => "capacity",
            Self::Pin => "pin",
            Self::Only => "only",
            Self::Together => "together",
            Self::Apart => "apart",
            Self::MostMoved => "max-moved",
        }
    }
}

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    pub rule: Rule,
    pub round: usize,
    /// The people it is about; empty for a group's size.
    pub people: Vec<usize>,
    pub group: Option<usize>,
}

/// Every broken rule of `plan`; empty for a valid plan.
#[must_use]
pub fn verify(instance: &Instance, plan: &Plan) -> Vec<Violation> {
    let mut broken = Vec::new();
    let people = instance.people.len();
    if plan.seats.len() != instance.rounds || plan.seats.iter().any(|row| row.len() != people) {
        broken.push(Violation { rule: Rule::Presence, round: 0, people: Vec::new(), group: None });
        return broken;
    }
    for (round, row) in plan.seats.iter().enumerate() {
        let mut size = vec![0usize; instance.groups.len()];
        for (index, person) in instance.people.iter().enumerate() {
            let mut say = |rule, group| {
                broken.push(Violation { rule, round, people: vec![index], group });
            };
            match row[index] {
                None if person.rounds.contains(&round) => say(Rule::Presence, None),
                None => {}
                Some(group) if group >= size.len() || !person.rounds.contains(&round) => {
                    say(Rule::Presence, Some(group));
                }
                Some(group) => {
                    size[group] += 1;
                    if person.pin.is_some_and(|pin| pin != group) {
                        say(Rule::Pin, Some(group));
                    }
                    if person.only.as_ref().is_some_and(|only| !only.contains(&group)) {
                        say(Rule::Only, Some(group));
                    }
                }
            }
        }
        for (group, &count) in size.iter().enumerate() {
            if count < instance.groups[group].min || count > instance.groups[group].max {
                let rule = Rule::Capacity;
                broken.push(Violation { rule, round, people: Vec::new(), group: Some(group) });
            }
        }
        for (rule, pairs) in [(Rule::Together, &instance.together), (Rule::Apart, &instance.apart)]
        {
            for &(p, q) in pairs {
                let (Some(first), Some(second)) = (row[p], row[q]) else { continue };
                if (first == second) != (rule == Rule::Together) {
                    broken.push(Violation { rule, round, people: vec![p, q], group: Some(first) });
                }
            }
        }
    }
    broken
}
