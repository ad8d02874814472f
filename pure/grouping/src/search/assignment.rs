//! The cheapest way to give each of a few people one of as many places.

/// What the reckoning needs, kept from one time to the next.
#[derive(Debug, Default)]
pub(crate) struct Assignment {
    row_price: Vec<i64>,
    column_price: Vec<i64>,
    row_of: Vec<usize>,
    came: Vec<usize>,
    least: Vec<i64>,
    done: Vec<bool>,
    columns: Vec<usize>,
}

impl Assignment {
    /// For a square table of costs, row by row, the column of each row (shortest augmenting paths
    /// with potentials, cubic in the side).
    pub(crate) fn cheapest(&mut self, costs: &[i64], side: usize) -> &[usize] {
        const FAR: i64 = i64::MAX / 4;
        // Row and column 0 stand for "nobody" and "nowhere".
        for list in [&mut self.row_price, &mut self.column_price, &mut self.least] {
            list.clear();
            list.resize(side + 1, 0);
        }
        for list in [&mut self.row_of, &mut self.came] {
            list.clear();
            list.resize(side + 1, 0);
        }
        self.done.resize(side + 1, false);
        for row in 1..=side {
            self.row_of[0] = row;
            let mut column = 0;
            self.least[..=side].fill(FAR);
            self.done[..=side].fill(false);
            while self.row_of[column] != 0 {
                self.done[column] = true;
                let from = self.row_of[column];
                let own = &costs[(from - 1) * side..from * side];
                let price = self.row_price[from];
                let (mut step, mut next) = (FAR, 0);
                for to in 1..=side {
                    if self.done[to] {
                        continue;
                    }
                    let cost = own[to - 1] - price - self.column_price[to];
                    if cost < self.least[to] {
                        (self.least[to], self.came[to]) = (cost, column);
                    }
                    if self.least[to] < step {
                        (step, next) = (self.least[to], to);
                    }
                }
                for to in 0..=side {
                    if self.done[to] {
                        self.row_price[self.row_of[to]] += step;
                        self.column_price[to] -= step;
                    } else {
                        self.least[to] -= step;
                    }
                }
                column = next;
            }
            while column != 0 {
                self.row_of[column] = self.row_of[self.came[column]];
                column = self.came[column];
            }
        }
        self.columns.resize(side, 0);
        for column in 1..=side {
            self.columns[self.row_of[column] - 1] = column - 1;
        }
        &self.columns[..side]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Dice;

    /// The least sum over all orders, by trying them all.
    fn least(costs: &[i64], side: usize, row: usize, used: &mut Vec<bool>) -> i64 {
        if row == side {
            return 0;
        }
        let mut best = i64::MAX;
        for column in 0..side {
            if !std::mem::replace(&mut used[column], true) {
                let rest = least(costs, side, row + 1, used);
                best = best.min(costs[row * side + column] + rest);
                used[column] = false;
            }
        }
        best
    }

    #[test]
    fn agrees_with_trying_every_order() {
        let mut dice = Dice::new(3, 0);
        let mut assignment = Assignment::default();
        for side in 1..=6 {
            for _ in 0..50 {
                let costs: Vec<i64> =
                    (0..side * side).map(|_| dice.below(40) as i64 - 15).collect();
                let columns = assignment.cheapest(&costs, side);
                let sum: i64 = (0..side).map(|row| costs[row * side + columns[row]]).sum();
                assert_eq!(sum, least(&costs, side, 0, &mut vec![false; side]));
            }
        }
    }
}
