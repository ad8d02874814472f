//! Why one person sits where they sit, from the same costs that the search weighed.
//!
//! The types have no place for anybody else's data: other people appear as counts at most.

use crate::instance::Instance;
use crate::plan::Plan;
use crate::score::score;
use crate::verify::{Rule, verify};

/// One seat of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatReason {
    pub round: usize,
    pub group: usize,
    /// 0 for the first wish; `None` for a topic that was not wished, or no topic.
    pub rank: Option<usize>,
    /// Groups with a topic that the person wished more, one per topic, best wish first.
    pub instead: Vec<Alternative>,
}

/// A group with a better wish, and what stood against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternative {
    pub group: usize,
    pub rank: usize,
    pub obstacle: Obstacle,
}

/// What stood against another seat, had the person alone moved there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The person's own rules do not permit it.
    NotPermitted,
    /// A rule about sitting together or apart.
    Company,
    /// Every place there is taken.
    Full,
    /// The own group would have too few people.
    OwnGroupTooSmall,
    /// The own group would have nobody left with this value of the person's own.
    NobodyLeft { attribute: usize, value: usize },
    /// The groups would be mixed worse by so much.
    Mix(i64),
    /// So many people would be met again.
    MetAgain(i64),
    /// Nothing of this person's own; the seat is part of an exchange that is better on the whole.
    Exchange,
}

/// The reasons for every seat of `person` in a plan that keeps the rules.
#[must_use]
pub fn explain(instance: &Instance, plan: &Plan, person: usize) -> Vec<SeatReason> {
    let wishes = &instance.people[person].wishes;
    let mut visited: Vec<usize> = Vec::new();
    let mut reasons = Vec::new();
    for &round in &instance.people[person].rounds {
        let Some(group) = plan.seats[round][person] else { continue };
        let topic = instance.groups[group].topic;
        let rank = topic.filter(|topic| !visited.contains(topic));
        let rank = rank.and_then(|topic| wishes.iter().position(|&wish| wish == topic));
        let mut instead = Vec::new();
        for (better, &wish) in wishes.iter().enumerate().take(rank.unwrap_or(wishes.len())) {
            if visited.contains(&wish) {
                continue;
            }
            let same =
                (0..instance.groups.len()).filter(|&g| instance.groups[g].topic == Some(wish));
            let nearest = same
                .map(|other| (obstacle(instance, plan, person, round, other), other))
                .min_by_key(|&(obstacle, other)| (weight(obstacle), other));
            if let Some((obstacle, group)) = nearest {
                instead.push(Alternative { group, rank: better, obstacle });
            }
        }
        visited.extend(topic);
        reasons.push(SeatReason { round, group, rank, instead });
    }
    reasons
}

/// The lighter an obstacle, the nearer the seat was.
fn weight(obstacle: Obstacle) -> (u8, i64) {
    match obstacle {
        Obstacle::Exchange => (0, 0),
        Obstacle::MetAgain(count) => (1, count),
        Obstacle::Mix(by) => (2, by),
        Obstacle::NobodyLeft { .. } => (3, 0),
        Obstacle::Full => (4, 0),
        Obstacle::OwnGroupTooSmall => (5, 0),
        Obstacle::Company => (6, 0),
        Obstacle::NotPermitted => (7, 0),
    }
}

fn obstacle(instance: &Instance, plan: &Plan, person: usize, round: usize, to: usize) -> Obstacle {
    let from = plan.seats[round][person];
    let mut moved = plan.clone();
    moved.seats[round][person] = Some(to);
    let broken = verify(instance, &moved);
    let breaks = |rules: &[Rule]| broken.iter().any(|broken| rules.contains(&broken.rule));
    if breaks(&[Rule::Pin, Rule::Only]) {
        return Obstacle::NotPermitted;
    }
    if breaks(&[Rule::Together, Rule::Apart]) {
        return Obstacle::Company;
    }
    if broken.iter().any(|broken| broken.group == Some(to)) {
        return Obstacle::Full;
    }
    if !broken.is_empty() {
        return Obstacle::OwnGroupTooSmall;
    }
    let alone = |attribute: usize, value: usize| {
        !(0..instance.people.len()).any(|other| {
            other != person
                && plan.seats[round][other] == from
                && instance.people[other].a[attribute] == Some(value)
        })
    };
    let own = &instance.people[person].a;
    let (before, after) = (score(instance, plan), score(instance, &moved));
    if after.mix > before.mix {
        let left = own.iter().enumerate().filter_map(|(k, v)| v.map(|v| (k, v)));
        if let Some((attribute, value)) = left.into_iter().find(|&(k, v)| alone(k, v)) {
            return Obstacle::NobodyLeft { attribute, value };
        }
        return Obstacle::Mix(after.mix - before.mix);
    }
    if after.repeats > before.repeats {
        return Obstacle::MetAgain(after.repeats - before.repeats);
    }
    Obstacle::Exchange
}

impl SeatReason {
    /// The reason in Swedish and English, one sentence each.
    #[must_use]
    pub fn words(&self, instance: &Instance) -> (String, String) {
        let name = |group: usize| match instance.groups[group].name.as_str() {
            "" => format!("#{group}"),
            name => name.to_owned(),
        };
        let (mut sv, mut en) = match self.rank {
            Some(rank) => (
                format!("{}: ditt val nummer {}", name(self.group), rank + 1),
                format!("{}: your choice number {}", name(self.group), rank + 1),
            ),
            None => (name(self.group), name(self.group)),
        };
        for other in &self.instead {
            let group = name(other.group);
            let (more_sv, more_en) = match other.obstacle {
                Obstacle::NotPermitted => (
                    format!("{group} är inte tillåten för dig"),
                    format!("{group} is not permitted for you"),
                ),
                Obstacle::Company => (
                    format!("i {group} hindrade en regel om sällskap"),
                    format!("in {group} a rule about company stood against it"),
                ),
                Obstacle::Full => (format!("{group} var full"), format!("{group} was full")),
                Obstacle::OwnGroupTooSmall => (
                    format!("utan dig hade {} blivit för liten", name(self.group)),
                    format!("without you {} would have been too small", name(self.group)),
                ),
                Obstacle::NobodyLeft { attribute, value } => {
                    let value = &instance.attrs[attribute].values[value];
                    (
                        format!("utan dig hade {} saknat {value}", name(self.group)),
                        format!(
                            "without you {} would have had nobody from {value}",
                            name(self.group)
                        ),
                    )
                }
                Obstacle::Mix(_) => (
                    format!("med dig i {group} hade grupperna blivit ojämnare blandade"),
                    format!("with you in {group} the groups would have been mixed less evenly"),
                ),
                Obstacle::MetAgain(count) => (
                    format!("i {group} hade du träffat {count} igen"),
                    format!("in {group} you would have met {count} again"),
                ),
                Obstacle::Exchange => (
                    format!("en plats i {group} hade kostat andra mer"),
                    format!("a seat in {group} would have cost others more"),
                ),
            };
            sv = format!("{sv}; {more_sv}");
            en = format!("{en}; {more_en}");
        }
        (format!("{sv}."), format!("{en}."))
    }
}
