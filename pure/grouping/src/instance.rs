//! The question: people, groups, rounds, wishes and rules, as the exchange format writes them.
//!
//! Reading checks everything a later step relies on, so that nothing downstream asks again.
//! What a rule means for a plan is said in [`crate::verify()`], what a plan costs in [`crate::score()`].

use serde::{Deserialize, Serialize};
use std::fmt;

/// What is to be made best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goal {
    /// The least `J`: wish cost, uneven mix and repeated meetings, weighted.
    #[serde(rename = "J")]
    Least,
    /// The greatest sum of distances inside the groups (`mdgp`, "maximally diverse").
    #[serde(rename = "mdgp")]
    MostDiverse,
}

/// One attribute to mix by, for example sector or municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    #[serde(default)]
    pub name: String,
    #[serde(default, deserialize_with = "names")]
    pub values: Vec<String>,
    /// What one seat outside the rounded share costs.
    pub weight: i64,
}

/// What one unit of wish cost and one repeated meeting cost in `J`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    pub wish: i64,
    pub repeat: i64,
}

/// A table, room or workshop; it is the same one in every round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    #[serde(default)]
    pub name: String,
    /// Index of the topic that is discussed here, if any.
    #[serde(default)]
    pub topic: Option<usize>,
    /// The fewest people in every round, hosts counted.
    pub min: usize,
    /// The most people in every round, hosts counted.
    pub max: usize,
    /// Whose name stands on the door. Binds nobody: only [`Person::pin`] does.
    #[serde(default)]
    pub host: Option<usize>,
}

/// Somebody who shall be seated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Index of the value per attribute; `None` is blank and counts in no category.
    #[serde(default)]
    pub a: Vec<Option<usize>>,
    /// Topics, best first.
    #[serde(default)]
    pub wishes: Vec<usize>,
    /// The rounds in which the person is present, in order.
    pub rounds: Vec<usize>,
    /// The group the person sits in whenever present.
    #[serde(default)]
    pub pin: Option<usize>,
    /// The groups the person may sit in; `None` is every group.
    #[serde(default)]
    pub only: Option<Vec<usize>>,
}

/// A whole question. Make one with [`Instance::read`] or check a built one with [`Instance::check`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    #[serde(default)]
    pub name: String,
    pub rounds: usize,
    #[serde(default = "least")]
    pub objective: Goal,
    #[serde(default)]
    pub attrs: Vec<Attribute>,
    #[serde(default = "usual_weights")]
    pub weights: Weights,
    /// What the first, second, … wish costs.
    #[serde(default)]
    pub rank_cost: Vec<i64>,
    /// What a topic costs that was not wished, or was already visited.
    #[serde(default)]
    pub unlisted_cost: i64,
    #[serde(default, deserialize_with = "names")]
    pub topics: Vec<String>,
    pub groups: Vec<Group>,
    pub people: Vec<Person>,
    /// Pairs in the same group in every round in which both are present.
    #[serde(default)]
    pub together: Vec<(usize, usize)>,
    /// Pairs in different groups in every round in which both are present.
    #[serde(default)]
    pub apart: Vec<(usize, usize)>,
    /// Only for [`Goal::MostDiverse`]: the upper triangle of the distances, row by row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dist: Option<Vec<i64>>,
}

fn least() -> Goal {
    Goal::Least
}

fn usual_weights() -> Weights {
    Weights { wish: 10, repeat: 3 }
}

/// Names may be written as text or, by careless exporters, as numbers: neither is ever compared.
fn names<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Name {
        Text(String),
        Number(serde_json::Number),
        Truth(bool),
    }
    Ok(Vec::<Name>::deserialize(from)?
        .into_iter()
        .map(|name| match name {
            Name::Text(text) => text,
            Name::Number(number) => number.to_string(),
            Name::Truth(truth) => truth.to_string(),
        })
        .collect())
}

/// Why an input cannot be used, in one English sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadInput(pub String);

impl fmt::Display for BadInput {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for BadInput {}

/// Costs beyond this would let sums leave 64 bits, and no organiser means them.
const GREATEST_COST: i64 = 1_000_000;
/// More people, groups or rounds than this is a mistake in the file.
const GREATEST_COUNT: usize = 1_000_000;

/// What one seat outside the share may cost: twice this fits the search's narrowest number.
const GREATEST_WEIGHT: i64 = 10_000;
/// Groups are numbered in fifteen bits.
const MOST_GROUPS: usize = 32_000;
/// Values are numbered in sixteen bits.
const MOST_VALUES: usize = 60_000;

impl Instance {
    /// Reads and checks an instance in the exchange format. Unknown members are ignored.
    ///
    /// # Errors
    /// The first thing that is wrong, in a sentence.
    pub fn read(json: &[u8]) -> Result<Self, BadInput> {
        let instance: Self = serde_json::from_slice(json)
            .map_err(|error| BadInput(format!("The instance cannot be read: {error}.")))?;
        instance.check()?;
        Ok(instance)
    }

    /// Writes the exchange format.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).expect("an instance holds only numbers, texts and lists")
    }

    /// Whether `person` is present in `round`.
    #[must_use]
    pub fn is_present(&self, person: usize, round: usize) -> bool {
        self.people[person].rounds.binary_search(&round).is_ok()
    }

    /// Checks what a reader of an instance may rely on.
    ///
    /// # Errors
    /// The first thing that is wrong, in a sentence.
    pub fn check(&self) -> Result<(), BadInput> {
        let bad = |text: String| Err(BadInput(text));
        let (people, groups) = (self.people.len(), self.groups.len());
        if people > GREATEST_COUNT || groups > GREATEST_COUNT || self.rounds > 1000 {
            return bad("The instance has more people, groups or rounds than can be meant.".into());
        }
        if groups > MOST_GROUPS {
            return bad(format!("More than {MOST_GROUPS} groups cannot be divided into."));
        }
        let costs = [self.weights.wish, self.weights.repeat, self.unlisted_cost];
        let costs = costs.iter().chain(&self.rank_cost).chain(self.attrs.iter().map(|a| &a.weight));
        if costs.clone().any(|cost| !(0..=GREATEST_COST).contains(cost)) {
            return bad(format!("Every weight and cost must lie between 0 and {GREATEST_COST}."));
        }
        let values: usize = self.attrs.iter().map(|attribute| attribute.values.len()).sum();
        if values > MOST_VALUES {
            return bad(format!("The attributes have more than {MOST_VALUES} values together."));
        }
        if self.attrs.iter().any(|attribute| attribute.weight > GREATEST_WEIGHT) {
            return bad(format!("The weight of an attribute must not exceed {GREATEST_WEIGHT}."));
        }
        for (index, group) in self.groups.iter().enumerate() {
            if group.min > group.max {
                return bad(format!(
                    "Group {index} has the minimum {} above its maximum {}.",
                    group.min, group.max
                ));
            }
            if group.max > i32::MAX as usize {
                return bad(format!("Group {index} has a maximum that cannot be meant."));
            }
            if group.topic.is_some_and(|topic| topic >= self.topics.len()) {
                return bad(format!("Group {index} has a topic that is not in `topics`."));
            }
            if group.host.is_some_and(|host| host >= people) {
                return bad(format!("Group {index} has a host that is not in `people`."));
            }
        }
        for index in 0..people {
            self.check_person(index)?;
        }
        for (rule, pairs) in [("together", &self.together), ("apart", &self.apart)] {
            if let Some((p, q)) = pairs.iter().find(|&&(p, q)| p >= people || q >= people) {
                return bad(format!("The `{rule}` pair [{p}, {q}] names nobody in `people`."));
            }
        }
        self.check_distances()
    }

    fn check_person(&self, index: usize) -> Result<(), BadInput> {
        let person = &self.people[index];
        let bad = |text: &str| Err(BadInput(format!("Person {index} {text}.")));
        if person.a.len() != self.attrs.len() {
            return bad("does not have one value per attribute");
        }
        if person.a.iter().zip(&self.attrs).any(|(v, a)| v.is_some_and(|v| v >= a.values.len())) {
            return bad("has a value that the attribute does not list");
        }
        if person.rounds.windows(2).any(|pair| pair[0] >= pair[1]) {
            return bad("has rounds that are not in order or named twice");
        }
        if person.rounds.last().is_some_and(|&round| round >= self.rounds) {
            return bad("is present in a round that does not exist");
        }
        if person.wishes.iter().any(|&topic| topic >= self.topics.len()) {
            return bad("wishes for a topic that is not in `topics`");
        }
        if !person.wishes.is_empty() && self.rank_cost.is_empty() {
            return bad("has wishes, but `rank_cost` is empty");
        }
        if person.pin.is_some_and(|group| group >= self.groups.len()) {
            return bad("is pinned to a group that does not exist");
        }
        match &person.only {
            Some(only) if only.is_empty() => bad("has an empty `only`"),
            Some(only) if only.iter().any(|&group| group >= self.groups.len()) => {
                bad("has a group in `only` that does not exist")
            }
            _ => Ok(()),
        }
    }

    fn check_distances(&self) -> Result<(), BadInput> {
        let bad = |text: &str| Err(BadInput(text.into()));
        let people = self.people.len();
        match (self.objective, &self.dist) {
            (Goal::Least, _) => Ok(()),
            (Goal::MostDiverse, _) if self.rounds != 1 => {
                bad("An `mdgp` instance has exactly one round.")
            }
            (Goal::MostDiverse, None) => bad("An `mdgp` instance needs `dist`."),
            (Goal::MostDiverse, Some(dist))
                if dist.len() != people * people.saturating_sub(1) / 2 =>
            {
                bad("`dist` does not have one distance per pair of people.")
            }
            (Goal::MostDiverse, Some(dist))
                if dist.iter().any(|d| !(-GREATEST_COST..=GREATEST_COST).contains(d)) =>
            {
                bad("`dist` has a distance that cannot be meant.")
            }
            _ => Ok(()),
        }
    }
}
