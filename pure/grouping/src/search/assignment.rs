//! The cheapest way to give each of a few people one of as many places.

/// For a square table of costs, row by row, the column of each row (shortest augmenting paths with
/// potentials, cubic in the side).
pub(crate) fn cheapest(costs: &[i64], side: usize) -> Vec<usize> {
    const FAR: i64 = i64::MAX / 4;
    // Row and column 0 stand for "nobody" and "nowhere".
    let (mut row_price, mut column_price) = (vec![0i64; side + 1], vec![0i64; side + 1]);
    let mut row_of = vec![0usize; side + 1];
    let mut came = vec![0usize; side + 1];
    for row in 1..=side {
        row_of[0] = row;
        let mut column = 0;
        let mut least = vec![FAR; side + 1];
        let mut done = vec![false; side + 1];
        while row_of[column] != 0 {
            done[column] = true;
            let from = row_of[column];
            let (mut step, mut next) = (FAR, 0);
            for to in 1..=side {
                if done[to] {
                    continue;
                }
                let cost = costs[(from - 1) * side + to - 1] - row_price[from] - column_price[to];
                if cost < least[to] {
                    (least[to], came[to]) = (cost, column);
                }
                if least[to] < step {
                    (step, next) = (least[to], to);
                }
            }
            for to in 0..=side {
                if done[to] {
                    row_price[row_of[to]] += step;
                    column_price[to] -= step;
                } else {
                    least[to] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[came[column]];
            column = came[column];
        }
    }
    let mut columns = vec![0; side];
    for column in 1..=side {
        columns[row_of[column] - 1] = column - 1;
    }
    columns
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
        for side in 1..=6 {
            for _ in 0..50 {
                let costs: Vec<i64> =
                    (0..side * side).map(|_| dice.below(40) as i64 - 15).collect();
                let columns = cheapest(&costs, side);
                let sum: i64 = (0..side).map(|row| costs[row * side + columns[row]]).sum();
                assert_eq!(sum, least(&costs, side, 0, &mut vec![false; side]));
            }
        }
    }
}
