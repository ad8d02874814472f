//! soon
use crate::instance::*;
pub(crate) fn bound(_i: &Instance) -> i64 { 0 }
