//! Why no plan exists, in a form a person can follow, in Swedish and English.

use super::exact::{ParityBound, Proof};
use super::{RoundRules, permitted};
use crate::instance::Instance;
use crate::verify::Rule;
use serde_json::{Value, json};

/// A rule that would have to give way, and how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    pub rule: Rule,
    /// Whose rule it is; empty for the size of a group.
    pub people: Vec<usize>,
    pub to: To,
}

/// What a rule would have to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// The rule is dropped for these people; of [`Rule::Presence`], they do not come at all.
    Dropped,
    /// The group's maximum.
    Max { group: usize, people: usize },
    /// The group's minimum.
    Min { group: usize, people: usize },
    /// The budget of changed seats.
    Moved(usize),
}

/// A proof that no plan exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Infeasible {
    /// The round in which the rules cannot be kept; no rule links two rounds.
    pub round: usize,
    pub rules: Vec<Rule>,
    pub people: Vec<usize>,
    pub groups: Vec<usize>,
    pub because_sv: String,
    pub because_en: String,
    /// The smallest set of changes found after which a plan exists. Where it was not to be seen in
    /// time that they are enough, those that resolve the contradictions found.
    pub relax: Vec<Relaxation>,
}

impl Infeasible {
    /// Writes `{"infeasible": …}` of the exchange format.
    #[must_use]
    pub fn write(&self) -> String {
        let relax: Vec<Value> = self
            .relax
            .iter()
            .map(|relaxation| {
                let to = match relaxation.to {
                    To::Dropped => Value::Null,
                    To::Max { group, people } => json!({"group": group, "max": people}),
                    To::Min { group, people } => json!({"group": group, "min": people}),
                    To::Moved(most) => json!(most),
                };
                json!({"rule": relaxation.rule.word(), "people": relaxation.people, "to": to})
            })
            .collect();
        let rules: Vec<&str> = self.rules.iter().map(|rule| rule.word()).collect();
        json!({"infeasible": {
            "round": self.round,
            "rules": rules,
            "people": self.people,
            "groups": self.groups,
            "because": {"sv": self.because_sv, "en": self.because_en},
            "relax": relax,
        }})
        .to_string()
    }

    fn new(round: usize, mut rules: Vec<Rule>, mut people: Vec<usize>, groups: Vec<usize>) -> Self {
        rules.sort_unstable();
        rules.dedup();
        people.sort_unstable();
        people.dedup();
        let empty = String::new;
        Self {
            round,
            rules,
            people,
            groups,
            because_sv: empty(),
            because_en: empty(),
            relax: Vec::new(),
        }
    }

    /// Says that this is not the only contradiction, and whether the changes resolve them all.
    pub(crate) fn add_more(&mut self, more: usize, all: bool) {
        let (sv, en) = match more {
            1 => ("en motsägelse".to_owned(), "one more contradiction".to_owned()),
            more => (format!("{more} motsägelser"), format!("{more} more contradictions")),
        };
        let (all_sv, all_en) = if all {
            ("de föreslagna ändringarna löser alla", "the proposed changes resolve them all")
        } else {
            (
                "de föreslagna ändringarna löser dem, men kanske inte allt",
                "the proposed changes resolve these, but perhaps not everything",
            )
        };
        let verb = if more == 1 { "is" } else { "are" };
        self.because_sv.push_str(&format!(" Det finns {sv} till; {all_sv}."));
        self.because_en.push_str(&format!(" There {verb} {en}; {all_en}."));
    }

    /// As [`Infeasible::because`], for a party of several people.
    fn together_because(mut self, party: usize, sv: String, en: String) -> Self {
        if party > 1 {
            self.rules.push(Rule::Together);
            self.rules.sort_unstable();
            self.rules.dedup();
        }
        self.because(sv, en)
    }

    fn because(mut self, sv: String, en: String) -> Self {
        let round = self.round + 1;
        self.because_sv = format!("Runda {round}: {sv}");
        self.because_en = format!("Round {round}: {en}");
        self
    }
}

/// More seats must change than may.
pub(crate) fn too_few_moves(most: usize, forced: &[(usize, usize)]) -> Infeasible {
    let round = forced.first().map_or(0, |&(round, _)| round);
    let people = forced.iter().map(|&(_, person)| person).collect();
    let mut reason = Infeasible::new(round, vec![Rule::MostMoved], people, Vec::new());
    let count = forced.len();
    reason.because_sv = format!(
        "Minst {count} platser måste ändras, eftersom de som satt där är borta, är nya eller inte \
         längre får sitta där, men högst {most} får ändras."
    );
    reason.because_en = format!(
        "At least {count} seats must change, because people have left, are new or may no longer \
         sit there, but at most {most} may change."
    );
    reason.relax =
        vec![Relaxation { rule: Rule::MostMoved, people: Vec::new(), to: To::Moved(count) }];
    reason
}

/// `p` and `q` must and must not sit together.
pub(crate) fn tied_but_apart(instance: &Instance, round: usize, p: usize, q: usize) -> Infeasible {
    let chain = chain(instance, round, p, q);
    let reason =
        Infeasible::new(round, vec![Rule::Together, Rule::Apart], chain.clone(), Vec::new());
    if p == q {
        return reason.because(
            format!("person {p} ska sitta skilt från sig själv."),
            format!("person {p} shall sit apart from themself."),
        );
    }
    let names: Vec<String> = chain.iter().map(ToString::to_string).collect();
    let names = names.join(" – ");
    reason.because(
        format!(
            "personerna {names} ska sitta tillsammans, var och en med nästa, men {p} och {q} ska \
             sitta åtskilda."
        ),
        format!(
            "people {names} shall sit together, each with the next, but {p} and {q} shall sit \
             apart."
        ),
    )
}

/// The people of one unit have no group that all of them may sit in.
pub(crate) fn no_common_group(instance: &Instance, round: usize, people: &[u32]) -> Infeasible {
    let bound: Vec<(usize, Vec<u32>)> = people
        .iter()
        .filter_map(|&p| permitted(instance, p as usize).map(|groups| (p as usize, groups)))
        .collect();
    if instance.groups.is_empty() {
        let person = people[0] as usize;
        return Infeasible::new(round, vec![Rule::Capacity], vec![person], Vec::new()).because(
            format!("person {person} är med, men det finns ingen grupp."),
            format!("person {person} is present, but there is no group."),
        );
    }
    if let Some((person, _)) = bound.iter().find(|(_, groups)| groups.is_empty()) {
        let rules = vec![Rule::Pin, Rule::Only];
        let pin = instance.people[*person].pin.unwrap_or(0);
        return Infeasible::new(round, rules, vec![*person], vec![pin]).because(
            format!(
                "person {person} har sin plats i {}, men får inte sitta där.",
                group(instance, pin)
            ),
            format!("person {person} is placed in {} but may not sit there.", group(instance, pin)),
        );
    }
    // Two who exclude each other make the shortest story; otherwise all who are bound are in it.
    for (i, (p, own)) in bound.iter().enumerate() {
        for (q, other) in &bound[i + 1..] {
            if super::intersection(own, other).is_empty() {
                let chain = chain(instance, round, *p, *q);
                let names: Vec<String> = chain.iter().map(ToString::to_string).collect();
                let names = names.join(" – ");
                let groups = union(own, other);
                let rules = [vec![Rule::Together], rules_of(instance, &[*p, *q])].concat();
                let (a, b) = (listed(instance, own), listed(instance, other));
                return Infeasible::new(round, rules, chain, groups).because(
                    format!(
                        "personerna {names} ska sitta tillsammans, men {p} får bara sitta i {a} \
                         och {q} bara i {b}."
                    ),
                    format!(
                        "people {names} shall sit together, but {p} may sit only in {a} and {q} \
                         only in {b}."
                    ),
                );
            }
        }
    }
    let people: Vec<usize> = people.iter().map(|&p| p as usize).collect();
    let rules = [vec![Rule::Together], rules_of(instance, &people)].concat();
    let names = names(&people);
    Infeasible::new(round, rules, people, Vec::new()).because(
        format!("personerna {names} ska sitta tillsammans, men ingen grupp är tillåten för alla."),
        format!("people {names} shall sit together, but no group is permitted for all of them."),
    )
}

/// Words a proof about whole units. [`Proof::Exhausted`] is worded by what `rules` still hold.
pub(crate) fn worded(instance: &Instance, rules: &RoundRules, proof: &Proof) -> Infeasible {
    let round = rules.round;
    let people_of = |units: &[usize]| -> Vec<usize> {
        units
            .iter()
            .flat_map(|&unit| rules.units[unit].people.iter().map(|&p| p as usize))
            .collect()
    };
    let whole = |groups: &[u32]| groups.iter().map(|&group| group as usize).collect::<Vec<_>>();
    match proof {
        Proof::TooFewPlaces { units, groups } => {
            let people = people_of(units);
            let places: usize = groups.iter().map(|&group| rules.max[group as usize]).sum();
            let kinds = [vec![Rule::Capacity], binding(instance, rules, units)].concat();
            let (count, place) = (people.len(), listed(instance, groups));
            let reason = Infeasible::new(round, kinds, people, whole(groups));
            if groups.is_empty() {
                let party = units.iter().map(|&unit| rules.size(unit)).max().unwrap_or(0);
                return reason.together_because(
                    party,
                    format!(
                        "{party} personer ska sitta tillsammans, men ingen grupp de får sitta i \
                         har så många platser."
                    ),
                    format!(
                        "{party} people shall sit together, but no group they may sit in has so \
                         many places."
                    ),
                );
            }
            if groups.len() == rules.max.len() {
                return reason.because(
                    format!("{count} personer är med, men grupperna har bara {places} platser."),
                    format!(
                        "{count} people are present, but the groups have only {places} places."
                    ),
                );
            }
            reason.because(
                format!("{count} personer kan bara sitta i {place}, som har {places} platser."),
                format!("{count} people can only sit in {place}, which has {places} places."),
            )
        }
        Proof::TooFewPeople { units, groups } => {
            let people = people_of(units);
            let need: usize = groups.iter().map(|&group| rules.min[group as usize]).sum();
            // What keeps the others out is a rule of the others.
            let others: Vec<usize> =
                (0..rules.units.len()).filter(|unit| units.binary_search(unit).is_err()).collect();
            let kinds = [vec![Rule::Capacity], binding(instance, rules, &others)].concat();
            let (count, place) = (people.len(), listed(instance, groups));
            Infeasible::new(round, kinds, people, whole(groups)).because(
                format!("{place} behöver minst {need} personer, men bara {count} kan sitta där."),
                format!("{place} needs at least {need} people, but only {count} can sit there."),
            )
        }
        Proof::Mutual { units, groups } => {
            let people: Vec<usize> =
                units.iter().map(|&unit| rules.units[unit].people[0] as usize).collect();
            let kinds = [vec![Rule::Apart], binding(instance, rules, units)].concat();
            let (names, count) = (names(&people), groups.len());
            Infeasible::new(round, kinds, people_of(units), whole(groups)).because(
                format!(
                    "personerna {names} ska alla sitta åtskilda från varandra, {} stycken, men har \
                     bara {count} grupper att välja på.",
                    people.len()
                ),
                format!(
                    "people {names} shall all sit apart from each other, {} of them, but have only \
                     {count} groups between them.",
                    people.len()
                ),
            )
        }
        Proof::Bundles { size, units, groups } => {
            let fit: usize = groups.iter().map(|&group| rules.max[group as usize] / size).sum();
            let kinds =
                [vec![Rule::Capacity, Rule::Together], binding(instance, rules, units)].concat();
            let (count, place) = (units.len(), listed(instance, groups));
            Infeasible::new(round, kinds, people_of(units), whole(groups)).because(
                format!(
                    "{count} sällskap om minst {size} personer ska sitta hela i {place}, där bara \
                     {fit} sådana får plats."
                ),
                format!(
                    "{count} parties of at least {size} people shall sit whole in {place}, where \
                     only {fit} such parties fit."
                ),
            )
        }
        Proof::NoSum { units, group: at } => {
            let kinds = [vec![Rule::Capacity, Rule::Together], binding(instance, rules, units)];
            let own = &instance.groups[*at as usize];
            let (name, least, most) = (group(instance, *at as usize), own.min, own.max);
            let bounds =
                if least == most { format!("{most}") } else { format!("{least}–{most}") };
            Infeasible::new(round, kinds.concat(), people_of(units), whole(&[*at])).because(
                format!(
                    "{name} ska ha {bounds} personer, men de sällskap som får sitta där, hela, \
                     blir aldrig så många tillsammans."
                ),
                format!(
                    "{name} shall have {bounds} people, but the parties that may sit there, each \
                     whole, never add up to that."
                ),
            )
        }
        Proof::WholeNeed { units, groups, need } => {
            let people = people_of(units);
            let kinds = [vec![Rule::Capacity, Rule::Together], binding(instance, rules, units)];
            let (count, place) = (people.len(), listed(instance, groups));
            Infeasible::new(round, kinds.concat(), people, whole(groups)).because(
                format!(
                    "sällskap sitter hela, så {place} behöver minst {need} personer, men bara \
                     {count} kan sitta där."
                ),
                format!(
                    "parties sit whole, so {place} needs at least {need} people, but only {count} \
                     can sit there."
                ),
            )
        }
        Proof::WholePlaces { units, groups, places } => {
            let people = people_of(units);
            let kinds = [vec![Rule::Capacity, Rule::Together], binding(instance, rules, units)];
            let (count, place) = (people.len(), listed(instance, groups));
            Infeasible::new(round, kinds.concat(), people, whole(groups)).because(
                format!(
                    "{count} personer kan bara sitta i {place}, där sällskap som sitter hela \
                     fyller högst {places} platser."
                ),
                format!(
                    "{count} people can only sit in {place}, where parties that sit whole fill at \
                     most {places} places."
                ),
            )
        }
        Proof::Parity { odd, bound } => parity(rules, odd, *bound),
        Proof::Exhausted => exhausted(instance, rules),
    }
}

/// Too few parties of odd size. All people and groups have a part in it.
fn parity(rules: &RoundRules, odd: &[usize], bound: ParityBound) -> Infeasible {
    let people = rules.units.iter().flat_map(|unit| unit.people.iter().map(|&p| p as usize));
    let groups = (0..rules.min.len()).collect();
    let kinds = vec![Rule::Capacity, Rule::Together];
    let reason = Infeasible::new(rules.round, kinds, people.collect(), groups);
    let (count, present) = (odd.len(), rules.present);
    let (sv, en) = match bound {
        ParityBound::Groups(forced) => (
            format!("{forced} grupper ska ha ett udda antal"),
            format!("{forced} groups shall have an odd number"),
        ),
        ParityBound::Need(need) => (
            format!("grupperna behöver då minst {need} personer, och {present} är med"),
            format!("the groups then need at least {need} people, and {present} are present"),
        ),
        ParityBound::Places(places) => (
            format!("grupperna rymmer då högst {places} personer, och {present} är med"),
            format!("the groups then hold at most {places} people, and {present} are present"),
        ),
    };
    reason.because(
        format!(
            "bara {count} sällskap (ensamma medräknade) är udda till antalet, så högst {count} \
             grupper kan ha ett udda antal personer, men {sv}."
        ),
        format!(
            "only {count} parties (people on their own counted) have an odd number, so at most \
             {count} groups can have an odd number of people, but {en}."
        ),
    )
}

fn exhausted(instance: &Instance, rules: &RoundRules) -> Infeasible {
    let round = rules.round;
    let here = |p: usize| instance.is_present(p, round);
    let mut kinds = vec![Rule::Capacity];
    let mut people = Vec::new();
    let (mut sv, mut en) = (Vec::new(), Vec::new());
    for (rule, pairs, word_sv, word_en) in [
        (Rule::Together, &instance.together, "tillsammans", "together"),
        (Rule::Apart, &instance.apart, "åtskilda", "apart"),
    ] {
        let pairs: Vec<&(usize, usize)> =
            pairs.iter().filter(|(p, q)| here(*p) && here(*q)).collect();
        if pairs.is_empty() {
            continue;
        }
        kinds.push(rule);
        people.extend(pairs.iter().flat_map(|&&(p, q)| [p, q]));
        let list: Vec<String> = pairs.iter().map(|(p, q)| format!("{p} + {q}")).collect();
        sv.push(format!("{word_sv}: {}", list.join(", ")));
        en.push(format!("{word_en}: {}", list.join(", ")));
    }
    for person in (0..instance.people.len()).filter(|&p| here(p)) {
        if let Some(own) = permitted(instance, person) {
            kinds.extend(rules_of(instance, &[person]));
            people.push(person);
            sv.push(format!("{person} bara i {}", listed(instance, &own)));
            en.push(format!("{person} only in {}", listed(instance, &own)));
        }
    }
    let mut groups = Vec::new();
    for (index, own) in instance.groups.iter().enumerate() {
        if own.min > 0 || own.max < rules.present {
            groups.push(index);
            let name = group(instance, index);
            sv.push(format!("{name} {}–{} platser", own.min, own.max));
            en.push(format!("{name} {}–{} places", own.min, own.max));
        }
    }
    let count = rules.present;
    Infeasible::new(round, kinds, people, groups).because(
        format!(
            "alla sätt att placera {count} personer är prövade; dessa regler går inte ihop: {}.",
            sv.join("; ")
        ),
        format!(
            "every way to seat {count} people was tried; these rules cannot all be kept: {}.",
            en.join("; ")
        ),
    )
}

/// Which rules of the units' people narrow their choice of groups.
fn binding(instance: &Instance, rules: &RoundRules, units: &[usize]) -> Vec<Rule> {
    let mut kinds = Vec::new();
    for &unit in units {
        let people: Vec<usize> = rules.units[unit].people.iter().map(|&p| p as usize).collect();
        let own = rules_of(instance, &people);
        if !own.is_empty() && people.len() > 1 {
            kinds.push(Rule::Together);
        }
        kinds.extend(own);
    }
    kinds
}

fn rules_of(instance: &Instance, people: &[usize]) -> Vec<Rule> {
    let mut kinds = Vec::new();
    if people.iter().any(|&p| instance.people[p].pin.is_some()) {
        kinds.push(Rule::Pin);
    }
    if people.iter().any(|&p| instance.people[p].only.is_some()) {
        kinds.push(Rule::Only);
    }
    kinds
}

fn group(instance: &Instance, index: usize) -> String {
    let name = &instance.groups[index].name;
    if name.is_empty() { format!("#{index}") } else { name.clone() }
}

fn listed(instance: &Instance, groups: &[u32]) -> String {
    let names: Vec<String> = groups.iter().map(|&index| group(instance, index as usize)).collect();
    names.join(", ")
}

fn names(people: &[usize]) -> String {
    people.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn union(a: &[u32], b: &[u32]) -> Vec<usize> {
    let mut both: Vec<usize> = a.iter().chain(b).map(|&group| group as usize).collect();
    both.sort_unstable();
    both.dedup();
    both
}

/// The shortest chain of `together` pairs from `p` to `q` among those present.
fn chain(instance: &Instance, round: usize, p: usize, q: usize) -> Vec<usize> {
    let mut before = vec![usize::MAX; instance.people.len()];
    let mut next = vec![Vec::new(); instance.people.len()];
    for &(a, b) in &instance.together {
        if instance.is_present(a, round) && instance.is_present(b, round) {
            next[a].push(b);
            next[b].push(a);
        }
    }
    let mut queue = std::collections::VecDeque::from([p]);
    before[p] = p;
    while let Some(person) = queue.pop_front() {
        for &other in &next[person] {
            if before[other] == usize::MAX {
                before[other] = person;
                queue.push_back(other);
            }
        }
    }
    let mut chain = vec![q];
    while chain[chain.len() - 1] != p {
        chain.push(before[chain[chain.len() - 1]]);
    }
    chain.reverse();
    chain
}
