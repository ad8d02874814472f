//! What an organiser may ask for beyond the default objective.
//!
//! The goals change what the search looks for; what a plan costs by the default objective is
//! always [`crate::score()`]'s to say.

use crate::instance::{BadInput, Instance};

/// How wishes are weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WishGoal {
    /// By the instance's `rank_cost` and `unlisted_cost`.
    #[default]
    Ranked,
    /// Fewest seats without any wish, then fewest third wishes or later, then fewest second.
    Generous,
}

/// How the mix is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MixGoal {
    /// The sum over all groups.
    #[default]
    Sum,
    /// The worst group first, then the sum.
    WorstFirst,
}

/// The organiser's wishes on the whole; [`Goals::default`] is the instance's own `J`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goals {
    pub wishes: WishGoal,
    pub mix: MixGoal,
    /// Attribute and value of which nobody shall be the only one in a group.
    pub never_alone: Vec<(usize, usize)>,
    /// What one such lonely person costs, in units of the mix.
    pub alone_cost: i64,
    /// In place of the instance's weight of wishes.
    pub wish_weight: Option<i64>,
    /// Weight of the mix; the instance's own objective has 1.
    pub mix_weight: i64,
    /// In place of the instance's weight of repeated meetings.
    pub repeat_weight: Option<i64>,
    /// The greatest wish cost (in the goals' own units, unweighted) a plan may have.
    pub most_wish_cost: Option<i64>,
}

impl Default for Goals {
    fn default() -> Self {
        Self {
            wishes: WishGoal::Ranked,
            mix: MixGoal::Sum,
            never_alone: Vec::new(),
            alone_cost: 6,
            wish_weight: None,
            mix_weight: 1,
            repeat_weight: None,
            most_wish_cost: None,
        }
    }
}

impl Goals {
    /// Whether the search minimises exactly `J`.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// # Errors
    /// An attribute or value that `instance` does not have, or a weight that cannot be meant.
    pub fn check(&self, instance: &Instance) -> Result<(), BadInput> {
        let known = |&(attribute, value): &(usize, usize)| {
            instance.attrs.get(attribute).is_some_and(|a| value < a.values.len())
        };
        if !self.never_alone.iter().all(known) {
            return Err(BadInput("Never alone names a value that no attribute has.".into()));
        }
        if !(0..=10_000).contains(&self.alone_cost) {
            return Err(BadInput("What being alone costs must lie between 0 and 10000.".into()));
        }
        let weights = [self.wish_weight, Some(self.mix_weight)];
        let weights = weights.into_iter().chain([self.repeat_weight]).flatten();
        for weight in weights {
            if !(0..=1_000_000).contains(&weight) {
                return Err(BadInput("A weight must lie between 0 and 1000000.".into()));
            }
        }
        Ok(())
    }
}
