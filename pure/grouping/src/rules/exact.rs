//! soon
use super::*;
pub(crate) fn prove_infeasible(_: &Instance, _: &RoundRules, _: u32) -> Option<Infeasible> { None }
