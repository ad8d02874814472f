//! Chance from a seed, in integers only: the same seed gives the same plan on every machine.
//!
//! Also the two curves that annealing needs, an exponential draw and a power of one half, computed
//! without floating point because its rounding differs between processors and libraries.

/// A small, fast generator (a 64-bit Weyl sequence folded by one wide multiplication).
#[derive(Debug, Clone)]
pub(crate) struct Dice {
    state: u64,
}

impl Dice {
    /// `stream` separates the draws of independent parts of one run that share a seed.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut dice = Self {
            state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)
                ^ stream.wrapping_mul(0xd1b5_4a32_d192_ed03),
        };
        for _ in 0..4 {
            dice.next();
        }
        dice
    }

    /// A generator of its own for the next part of a run.
    pub(crate) fn fork(&mut self) -> Self {
        Self { state: self.next() }
    }

    #[inline]
    pub(crate) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0xa076_1d64_78bd_642f);
        let wide = u128::from(self.state) * u128::from(self.state ^ 0xe703_7ed1_a0b4_28db);
        (wide >> 64) as u64 ^ wide as u64
    }

    /// A number in `0..bound`; 0 when `bound` is 0.
    #[inline]
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((self.next() >> 32).wrapping_mul(bound as u64) >> 32) as usize
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// `below` from 16 or more bits that are already drawn, so that one draw serves several choices.
#[inline]
pub(crate) fn scaled(bits: u32, bound: usize) -> usize {
    ((u64::from(bits) * bound as u64) >> 32) as usize
}

const BUCKETS: usize = 4096;

/// Draws `-ln(u)` in 16.16 fixed point, the slack that annealing grants a worse plan.
#[derive(Debug, Clone)]
pub(crate) struct Slack {
    table: Vec<u32>,
}

impl Slack {
    pub(crate) fn new() -> Self {
        // -ln((i + 1/2) / BUCKETS) = ln 2 * (13 - log2(2 i + 1)), with ln 2 in 0.32 fixed point.
        const LN_2: u64 = 2_977_044_472;
        let table = (0..BUCKETS as u64)
            .map(|bucket| {
                let log = (13u64 << 32) - log2_fixed(2 * bucket + 1);
                ((u128::from(log) * u128::from(LN_2)) >> 48) as u32
            })
            .collect();
        Self { table }
    }

    /// How much worse a change may make the plan at `heat` (16.16 fixed point) and still be taken.
    #[inline]
    pub(crate) fn draw(&self, heat: u64, dice: &mut Dice) -> i64 {
        let mut bucket = (dice.next() >> 52) as usize;
        let mut slack = 0u64;
        // The lowest bucket stands for the whole tail, which has the same shape again.
        while bucket == 0 {
            slack += u64::from(LN_BUCKETS);
            bucket = (dice.next() >> 52) as usize;
        }
        slack += u64::from(self.table[bucket]);
        ((u128::from(heat) * u128::from(slack)) >> 32) as i64
    }
}

/// Draws `-ln(-ln(u))` in 1/2048, always the same ones: what a best of many is blurred with, so that
/// each is the best at a rate that falls exponentially with its cost.
pub(crate) fn gumbel(count: usize) -> Vec<i16> {
    const LN_2: i64 = 744_261_118; // 2^30 ln 2
    let log = |value: u64| (((log2_fixed(value) as i64) >> 16) * (LN_2 >> 8)) >> 22;
    let mut dice = Dice::new(1, 0x6b);
    let draw = |_| {
        let uniform = (dice.next() >> 33) | 1; // of 2^31
        // -ln(u) in 16.16, at least one unit of it.
        let first = (31 * (LN_2 >> 14) - log(uniform)).max(1);
        let second = 16 * (LN_2 >> 14) - log(first as u64);
        (second >> 5).clamp(i64::from(i16::MIN), i64::from(i16::MAX)) as i16
    };
    (0..count).map(draw).collect()
}

/// ln 4096 in 16.16 fixed point.
const LN_BUCKETS: u32 = 545_109;

/// log2 of a positive number in 32.32 fixed point, by repeated squaring.
fn log2_fixed(value: u64) -> u64 {
    let whole = u64::from(value.ilog2());
    let mut rest = (u128::from(value) << 62) >> whole;
    let mut result = whole;
    for _ in 0..32 {
        rest = (rest * rest) >> 62;
        result <<= 1;
        if rest >> 63 != 0 {
            rest >>= 1;
            result |= 1;
        }
    }
    result
}

/// `start * 2^(-exponent)`, `exponent` in 16.16 fixed point.
pub(crate) fn halved(start: u64, exponent: u64) -> u64 {
    let mut value = u128::from(start);
    let mut root: u128 = 1 << 31; // 2^-1 in 1.32 fixed point
    for bit in (0..16).rev() {
        root = isqrt(root << 32);
        if exponent >> bit & 1 == 1 {
            value = (value * root) >> 32;
        }
    }
    let whole = exponent >> 16;
    if whole >= 64 { 0 } else { (value >> whole) as u64 }
}

/// How many halvings lead from `start` down to `end`, in 16.16 fixed point.
pub(crate) fn halvings(start: u64, end: u64) -> u64 {
    (log2_fixed(start.max(1)).saturating_sub(log2_fixed(end.max(1)))) >> 16
}

fn isqrt(value: u128) -> u128 {
    value.isqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slack_has_the_mean_of_an_exponential_draw() {
        let (slack, mut dice) = (Slack::new(), Dice::new(1, 0));
        let total: i64 = (0..100_000).map(|_| slack.draw(1000 << 16, &mut dice)).sum();
        let mean = total / 100_000;
        assert!((985..1015).contains(&mean), "{mean}");
    }

    #[test]
    fn blurs_spread_as_what_is_best_of_many() {
        let blurs = gumbel(100_000);
        let mean = blurs.iter().map(|&blur| i64::from(blur)).sum::<i64>() / 100_000;
        assert!((1150..1215).contains(&mean), "{mean} is not 0.577 of 2048");
        // 1 - exp(-exp(-2)) of them exceed 2.
        let high = blurs.iter().filter(|&&blur| blur > 4096).count();
        assert!((12_300..13_100).contains(&high), "{high}");
    }

    #[test]
    fn halving_meets_the_known_powers() {
        assert_eq!(halved(1 << 20, 3 << 16), 1 << 17);
        let root = halved(1 << 30, 1 << 15);
        assert!((759_249_000..759_251_500).contains(&root), "{root}");
        assert_eq!(halvings(1 << 20, 1 << 17), 3 << 16);
    }

    #[test]
    fn draws_below_a_bound_reach_every_value() {
        let mut dice = Dice::new(7, 3);
        let mut seen = [0u32; 6];
        (0..6000).for_each(|_| seen[dice.below(6)] += 1);
        assert!(seen.iter().all(|&count| (800..1200).contains(&count)), "{seen:?}");
        assert_eq!(dice.below(0), 0);
    }
}
