//! Proofs from sizes: units sit whole, so a group cannot have every size between its bounds.
//!
//! Two facts are used. The sizes of some units add up only to some sums; and a group has an odd
//! size only if a unit of odd size sits in it. Foes play no part here.

use super::RoundRules;
use super::exact::{ParityBound, Proof, gathered, kinds_of};
use super::flow::{Spread, spread};

/// A proof from sizes, if one is to be had.
pub(super) fn wholes(rules: &RoundRules) -> Option<Proof> {
    if rules.units.iter().all(|unit| unit.people.len() == 1) {
        return None;
    }
    let (mut least, mut most) = (rules.min.clone(), rules.max.clone());
    for group in 0..rules.min.len() {
        match reachable(rules, group) {
            Some((low, high)) => (least[group], most[group]) = (low, high),
            None => {
                let units = (0..rules.units.len()).filter(|&unit| rules.domain(unit).has(group));
                return Some(Proof::NoSum { units: units.collect(), group: group as u32 });
            }
        }
    }
    by_sums(rules, &least, &most).or_else(|| by_parity(rules, &least, &most))
}

/// The least and the greatest size within a group's bounds that whole units can add up to.
fn reachable(rules: &RoundRules, group: usize) -> Option<(usize, usize)> {
    let most = rules.max[group].min(rules.present);
    let mut counts = vec![0usize; most + 1];
    for (index, unit) in rules.units.iter().enumerate() {
        let size = unit.people.len();
        if size <= most && rules.domain(index).has(group) {
            counts[size] += 1;
        }
    }
    let singles = counts.get(1).copied().unwrap_or(0);
    if singles >= most {
        return (rules.min[group] <= most).then_some((rules.min[group], rules.max[group]));
    }
    // For each sum, how many units of the size at hand it takes at least; none yet reached it.
    let mut reached = vec![false; most + 1];
    reached[0] = true;
    for (size, &count) in counts.iter().enumerate().skip(1).filter(|(_, count)| **count > 0) {
        let mut used = vec![usize::MAX; most + 1];
        for sum in 0..=most {
            if reached[sum] {
                used[sum] = 0;
            } else if sum >= size && used[sum - size] < count {
                used[sum] = used[sum - size] + 1;
                reached[sum] = true;
            }
        }
    }
    let low = (rules.min[group]..=most).find(|&sum| reached[sum])?;
    let high = (low..=most).rev().find(|&sum| reached[sum])?;
    Some((low, high))
}

/// Counts people against the sizes that groups can really have.
fn by_sums(rules: &RoundRules, least: &[usize], most: &[usize]) -> Option<Proof> {
    if least == rules.min && most == rules.max {
        return None;
    }
    let everyone: Vec<usize> = (0..rules.units.len()).collect();
    let (kinds, units) = kinds_of(rules, &everyone, most, |unit| rules.size(unit));
    let total = |bound: &[usize], groups: &[u32]| {
        groups.iter().map(|&group| bound[group as usize]).sum::<usize>()
    };
    match spread(&kinds, least, most) {
        Spread::Full(_) => None,
        Spread::TooFewPlaces { kinds, groups, .. } => {
            let places = total(most, &groups);
            Some(Proof::WholePlaces { units: gathered(&units, &kinds), groups, places })
        }
        Spread::TooFewPeople { kinds, groups, .. } => {
            let need = total(least, &groups);
            Some(Proof::WholeNeed { units: gathered(&units, &kinds), groups, need })
        }
    }
}

/// Counts the groups that can have an odd size.
fn by_parity(rules: &RoundRules, least: &[usize], most: &[usize]) -> Option<Proof> {
    let odd: Vec<usize> =
        (0..rules.units.len()).filter(|&unit| !rules.size(unit).is_multiple_of(2)).collect();
    let (mut forced, mut need, mut places) = (0, 0, 0);
    let (mut saved, mut added) = (0, 0);
    for (&low, &high) in least.iter().zip(most) {
        if low == high && !low.is_multiple_of(2) {
            (forced, need, places) = (forced + 1, need + low, places + high);
            continue;
        }
        // Even unless an odd unit can be spared for it.
        need += low + low % 2;
        places += high - high % 2;
        saved += low % 2;
        added += high % 2;
    }
    let bound = if forced > odd.len() {
        ParityBound::Groups(forced)
    } else if need - saved.min(odd.len() - forced) > rules.present {
        ParityBound::Need(need - saved.min(odd.len() - forced))
    } else if places + added.min(odd.len() - forced) < rules.present {
        ParityBound::Places(places + added.min(odd.len() - forced))
    } else {
        return None;
    };
    Some(Proof::Parity { odd, bound })
}
