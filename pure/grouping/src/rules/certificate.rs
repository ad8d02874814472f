//! Why no plan exists, in a form a person can follow.

use super::RoundRules;
use crate::instance::Instance;
use crate::verify::Rule;
use serde_json::json;

/// A rule that would have to give way, and how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    pub rule: Rule,
    pub people: Vec<usize>,
    /// The groups whose bound would change; empty for rules of people.
    pub groups: Vec<usize>,
    /// What the rule would have to become.
    pub to: To,
}

/// What a rule would have to become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// The rule is dropped.
    Dropped,
    /// So many people at least or at most in the groups together.
    AtMost(usize),
    AtLeast(usize),
    /// These groups are also permitted.
    Also(Vec<usize>),
}

/// A proof that no plan exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Infeasible {
    pub round: usize,
    pub rules: Vec<Rule>,
    pub people: Vec<usize>,
    pub groups: Vec<usize>,
    pub because_sv: String,
    pub because_en: String,
    pub relax: Vec<Relaxation>,
}

impl Infeasible {
    /// Writes `{"infeasible": …}` of the exchange format.
    #[must_use]
    pub fn write(&self) -> String {
        String::new()
    }
}
pub(crate) fn tied_but_apart(_: &Instance, _: usize, _: usize, _: usize) -> Infeasible { todo!() }
pub(crate) fn no_common_group(_: &Instance, _: usize, _: &[u32]) -> Infeasible { todo!() }
