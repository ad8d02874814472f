//! A start near the wishes: topics by least-cost flow, then people dealt out to the tables.
//!
//! Works on a seating that keeps the rules and gives one back. Only people who are bound to nobody
//! and nowhere are moved; the search sees to the others.

use super::costs::Costs;
use crate::rules::RoundRules;

/// Reseats the free people of one round by their wishes. `visited` holds, per person and topic,
/// whether an earlier round has been there already.
pub(crate) fn by_wishes(
    costs: &Costs,
    rules: &RoundRules,
    seats: &mut [u32],
    visited: &mut [bool],
) {
    let free: Vec<usize> = (0..rules.units.len())
        .filter(|&unit| {
            rules.units[unit].foes.is_empty()
                && rules.size(unit) == 1
                && rules.domain(unit).groups.len() == costs.groups
        })
        .collect();
    let mut load = vec![0usize; costs.groups];
    for (unit, &seat) in seats.iter().enumerate() {
        load[seat as usize] += rules.size(unit);
    }
    free.iter().for_each(|&unit| load[seats[unit] as usize] -= 1);
    let mut flow = TopicFlow::new(costs, rules, &free, &load, visited);
    flow.balance();
    deal(costs, rules, &free, &flow.topic, &mut load, seats);
    for (unit, &seat) in seats.iter().enumerate() {
        for &person in &rules.units[unit].people {
            visited[person as usize * costs.topics + costs.topic_of[seat as usize] as usize] = true;
        }
    }
}

struct TopicFlow {
    topics: usize,
    /// Cost per free person and topic.
    cost: Vec<i64>,
    topic: Vec<u32>,
    members: Vec<Vec<u32>>,
    place: Vec<u32>,
    least: Vec<usize>,
    most: Vec<usize>,
    /// Cheapest change from one topic to another, and by whom.
    change: Vec<(i64, u32)>,
}

const FAR: i64 = i64::MAX / 4;

impl TopicFlow {
    fn new(
        costs: &Costs,
        rules: &RoundRules,
        free: &[usize],
        load: &[usize],
        visited: &[bool],
    ) -> Self {
        let topics = costs.topics;
        let (mut least, mut most) = (vec![0; topics], vec![0; topics]);
        for (group, load) in load.iter().enumerate() {
            let topic = costs.topic_of[group] as usize;
            least[topic] += rules.min[group].saturating_sub(*load);
            most[topic] += rules.max[group].saturating_sub(*load);
        }
        let mut flow = Self {
            topics,
            cost: Vec::with_capacity(free.len() * topics),
            topic: Vec::with_capacity(free.len()),
            members: vec![Vec::new(); topics],
            place: Vec::with_capacity(free.len()),
            least,
            most,
            change: vec![(FAR, 0); topics * topics],
        };
        for (index, &unit) in free.iter().enumerate() {
            let person = rules.units[unit].people[0] as usize;
            let mut best = (FAR, 0);
            for topic in 0..topics {
                let cost = if flow.most[topic] == 0 {
                    FAR
                } else if topic + 1 < topics && visited[person * topics + topic] {
                    i64::from(costs.unlisted[person])
                } else {
                    i64::from(costs.first_visit(person, topic as u32))
                };
                flow.cost.push(cost);
                // Ties go round, or everybody without wishes would crowd the first topic.
                if (cost, (topic + index) % topics) < (best.0, (best.1 + index) % topics) {
                    best = (cost, topic);
                }
            }
            flow.topic.push(best.1 as u32);
            flow.place.push(flow.members[best.1].len() as u32);
            flow.members[best.1].push(index as u32);
        }
        (0..topics).for_each(|topic| flow.look(topic));
        flow
    }

    /// Finds the cheapest way out of a topic to every other.
    fn look(&mut self, from: usize) {
        let row = from * self.topics;
        self.change[row..row + self.topics].fill((FAR, 0));
        for &index in &self.members[from] {
            let own = &self.cost[index as usize * self.topics..][..self.topics];
            for (to, &cost) in own.iter().enumerate() {
                if cost < FAR && cost - own[from] < self.change[row + to].0 {
                    self.change[row + to] = (cost - own[from], index);
                }
            }
        }
    }

    /// Cheapest chains carry people from topics with too many to topics that want more.
    fn balance(&mut self) {
        loop {
            let count = |topic: usize| self.members[topic].len();
            let over: Vec<bool> = (0..self.topics).map(|t| count(t) > self.most[t]).collect();
            let under: Vec<bool> = (0..self.topics).map(|t| count(t) < self.least[t]).collect();
            let room: Vec<bool> = (0..self.topics).map(|t| count(t) < self.most[t]).collect();
            let spare: Vec<bool> = (0..self.topics).map(|t| count(t) > self.least[t]).collect();
            let path = if over.contains(&true) {
                self.chain(&over, if under.contains(&true) { &under } else { &room })
                    .or_else(|| self.chain(&over, &room))
            } else if under.contains(&true) {
                self.chain(&spare, &under)
            } else {
                return;
            };
            let Some(path) = path else { return };
            for pair in path.windows(2) {
                let (_, index) = self.change[pair[0] * self.topics + pair[1]];
                self.shift(index as usize, pair[1]);
            }
            path.iter().for_each(|&topic| self.look(topic));
        }
    }

    fn shift(&mut self, index: usize, to: usize) {
        let (from, place) = (self.topic[index] as usize, self.place[index] as usize);
        self.members[from].swap_remove(place);
        if let Some(&other) = self.members[from].get(place) {
            self.place[other as usize] = place as u32;
        }
        self.topic[index] = to as u32;
        self.place[index] = self.members[to].len() as u32;
        self.members[to].push(index as u32);
    }

    /// The cheapest chain of changes from one of `from` to one of `to` (Bellman and Ford).
    fn chain(&self, from: &[bool], to: &[bool]) -> Option<Vec<usize>> {
        let topics = self.topics;
        let mut cost: Vec<i64> = from.iter().map(|&start| if start { 0 } else { FAR }).collect();
        let mut before = vec![usize::MAX; topics];
        for _ in 0..topics {
            let mut better = false;
            for a in (0..topics).filter(|&a| cost[a] < FAR).collect::<Vec<_>>() {
                for b in 0..topics {
                    let change = self.change[a * topics + b].0;
                    if a != b && change < FAR && cost[a] + change < cost[b] {
                        cost[b] = cost[a] + change;
                        before[b] = a;
                        better = true;
                    }
                }
            }
            if !better {
                break;
            }
        }
        let end = (0..topics).filter(|&t| to[t] && cost[t] < FAR).min_by_key(|&t| cost[t])?;
        let mut path = vec![end];
        while before[path[path.len() - 1]] != usize::MAX {
            path.push(before[path[path.len() - 1]]);
            if path.len() > topics {
                return None; // A cycle of no cost: leave it to the search.
            }
        }
        path.reverse();
        from[path[0]].then_some(path)
    }
}

/// Deals the people of each topic to its tables, alike people to different ones.
fn deal(
    costs: &Costs,
    rules: &RoundRules,
    free: &[usize],
    topic: &[u32],
    load: &mut [usize],
    seats: &mut [u32],
) {
    let mut by_topic = vec![Vec::new(); costs.topics];
    for (index, &unit) in free.iter().enumerate() {
        by_topic[topic[index] as usize].push(unit);
    }
    let person = |unit: usize| rules.units[unit].people[0] as usize;
    let mut result = Vec::new();
    for (topic, mut units) in by_topic.into_iter().enumerate() {
        units.sort_by_key(|&unit| costs.values_of(person(unit)));
        let groups: Vec<usize> =
            (0..costs.groups).filter(|&g| costs.topic_of[g] as usize == topic).collect();
        let mut quota: Vec<usize> = groups.iter().map(|&g| rules.min[g].max(load[g])).collect();
        let mut placed: usize = groups.iter().zip(&quota).map(|(&g, q)| q - load[g]).sum();
        if placed > units.len() {
            return; // The flow kept no balance; the seating as it was is as good.
        }
        while placed < units.len() {
            let open = (0..groups.len()).filter(|&i| quota[i] < rules.max[groups[i]]);
            let Some(next) = open.min_by_key(|&i| quota[i]) else { return };
            quota[next] += 1;
            placed += 1;
        }
        let mut turn = 0;
        for unit in units {
            while load[groups[turn]] >= quota[turn] {
                turn = (turn + 1) % groups.len();
            }
            load[groups[turn]] += 1;
            result.push((unit, groups[turn]));
            turn = (turn + 1) % groups.len();
        }
    }
    for (unit, group) in result {
        seats[unit] = group as u32;
    }
}
