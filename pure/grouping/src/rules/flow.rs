//! Filling groups by kinds of people: the part of a round's rules that flow decides exactly.
//!
//! Tied units and foes are left out, so "cannot be filled" here is a proof, "can" is a start.

/// So many seats wanted by people who may all sit in the same groups.
#[derive(Debug, Clone)]
pub(crate) struct Kind {
    pub count: usize,
    /// In order.
    pub groups: Vec<u32>,
}

/// How the kinds were spread, or why they cannot be.
#[derive(Debug, Clone)]
pub(crate) enum Spread {
    /// Seats per kind, as (group, seats).
    Full(Vec<Vec<(u32, usize)>>),
    /// These kinds can sit only in these groups, which have too few places.
    TooFewPlaces { kinds: Vec<usize>, groups: Vec<u32>, partial: Vec<Vec<(u32, usize)>> },
    /// Only these kinds can sit in these groups, which need more people than that.
    TooFewPeople { kinds: Vec<usize>, groups: Vec<u32>, partial: Vec<Vec<(u32, usize)>> },
}

struct Net<'a> {
    kinds: &'a [Kind],
    /// Seats of each kind in each group.
    flow: Vec<Vec<(u32, usize)>>,
    left: Vec<usize>,
    load: Vec<usize>,
    /// Kinds that may sit in a group, with the place in that kind's list.
    of_group: Vec<Vec<(u32, u32)>>,
}

/// Spreads all people of all kinds so that every group gets at least its minimum and at most its
/// maximum. By the theorem of Mendelsohn and Dulmage the two bounds can be looked at in turn.
pub(crate) fn spread(kinds: &[Kind], min: &[usize], max: &[usize]) -> Spread {
    let mut net = Net {
        kinds,
        flow: kinds.iter().map(|k| k.groups.iter().map(|&g| (g, 0)).collect()).collect(),
        left: kinds.iter().map(|kind| kind.count).collect(),
        load: vec![0; min.len()],
        of_group: vec![Vec::new(); min.len()],
    };
    for (index, kind) in kinds.iter().enumerate() {
        for (slot, &group) in kind.groups.iter().enumerate() {
            net.of_group[group as usize].push((index as u32, slot as u32));
        }
    }
    net.saturate(min);
    if let Some(short) = (0..min.len()).find(|&group| net.load[group] < min[group]) {
        let (kinds, groups) = net.feeding(short, min);
        return Spread::TooFewPeople { kinds, groups, partial: net.flow };
    }
    net.saturate(max);
    if let Some(over) = (0..kinds.len()).find(|&kind| net.left[kind] > 0) {
        let (kinds, groups) = net.reached(over);
        return Spread::TooFewPlaces { kinds, groups, partial: net.flow };
    }
    Spread::Full(net.flow)
}

impl Net<'_> {
    /// Augments until no unseated person can reach a group with room under `limit`.
    fn saturate(&mut self, limit: &[usize]) {
        for kind in 0..self.kinds.len() {
            // The greedy pass does nearly everything; paths are for the rest.
            for slot in 0..self.flow[kind].len() {
                let group = self.flow[kind][slot].0 as usize;
                let amount = self.left[kind].min(limit[group].saturating_sub(self.load[group]));
                self.flow[kind][slot].1 += amount;
                self.left[kind] -= amount;
                self.load[group] += amount;
            }
        }
        for kind in 0..self.kinds.len() {
            while self.left[kind] > 0 && self.augment(kind, limit) {}
        }
    }

    /// Seats as many people of `start` as one path allows.
    fn augment(&mut self, start: usize, limit: &[usize]) -> bool {
        let groups = self.load.len();
        let mut came: Vec<Option<(u32, u32)>> = vec![None; groups];
        let mut kind_from: Vec<Option<u32>> = vec![None; self.kinds.len()];
        let mut seen = vec![false; self.kinds.len()];
        seen[start] = true;
        let mut queue = vec![start];
        let mut head = 0;
        while head < queue.len() {
            let kind = queue[head];
            head += 1;
            for slot in 0..self.flow[kind].len() {
                let group = self.flow[kind][slot].0 as usize;
                if came[group].is_some() {
                    continue;
                }
                came[group] = Some((kind as u32, slot as u32));
                if self.load[group] < limit[group] {
                    self.push_along(start, group, limit, &came, &kind_from);
                    return true;
                }
                for &(other, other_slot) in &self.of_group[group] {
                    if !seen[other as usize] && self.flow[other as usize][other_slot as usize].1 > 0
                    {
                        seen[other as usize] = true;
                        kind_from[other as usize] = Some(group as u32);
                        queue.push(other as usize);
                    }
                }
            }
        }
        false
    }

    fn push_along(
        &mut self,
        start: usize,
        end: usize,
        limit: &[usize],
        came: &[Option<(u32, u32)>],
        kind_from: &[Option<u32>],
    ) {
        let mut path = Vec::new();
        let mut amount = self.left[start].min(limit[end] - self.load[end]);
        let mut group = end;
        while let Some((kind, slot)) = came[group] {
            let (kind, slot) = (kind as usize, slot as usize);
            let Some(before) = kind_from[kind] else {
                path.push((kind, slot, None));
                break;
            };
            let given = self.flow[kind].iter().position(|&(g, _)| g == before);
            if let Some(given) = given {
                amount = amount.min(self.flow[kind][given].1);
            }
            path.push((kind, slot, given));
            group = before as usize;
        }
        for (kind, slot, given) in path {
            self.flow[kind][slot].1 += amount;
            if let Some(given) = given {
                self.flow[kind][given].1 -= amount;
            }
        }
        self.left[start] -= amount;
        self.load[end] += amount;
    }

    /// What an unseated person of `start` can reach: kinds that can only sit in full groups.
    fn reached(&self, start: usize) -> (Vec<usize>, Vec<u32>) {
        let mut kinds = vec![start];
        let mut seen = vec![false; self.kinds.len()];
        seen[start] = true;
        let mut groups = vec![false; self.load.len()];
        let mut head = 0;
        while head < kinds.len() {
            for &(group, _) in &self.flow[kinds[head]] {
                if std::mem::replace(&mut groups[group as usize], true) {
                    continue;
                }
                for &(other, slot) in &self.of_group[group as usize] {
                    if self.flow[other as usize][slot as usize].1 > 0 && !seen[other as usize] {
                        seen[other as usize] = true;
                        kinds.push(other as usize);
                    }
                }
            }
            head += 1;
        }
        kinds.sort_unstable();
        (kinds, listed(&groups))
    }

    /// What can still feed the group `short`: groups whose minima take all who may sit there.
    fn feeding(&self, short: usize, min: &[usize]) -> (Vec<usize>, Vec<u32>) {
        let mut groups = vec![false; self.load.len()];
        groups[short] = true;
        let mut queue = vec![short];
        let mut kinds = vec![false; self.kinds.len()];
        while let Some(group) = queue.pop() {
            for &(kind, _) in &self.of_group[group] {
                if std::mem::replace(&mut kinds[kind as usize], true) {
                    continue;
                }
                for &(other, seats) in &self.flow[kind as usize] {
                    // A group that gives a seat away would itself fall below its minimum.
                    if seats > 0
                        && self.load[other as usize] <= min[other as usize]
                        && !std::mem::replace(&mut groups[other as usize], true)
                    {
                        queue.push(other as usize);
                    }
                }
            }
        }
        (listed(&kinds).into_iter().map(|kind| kind as usize).collect(), listed(&groups))
    }
}

fn listed(flags: &[bool]) -> Vec<u32> {
    (0..flags.len() as u32).filter(|&index| flags[index as usize]).collect()
}
