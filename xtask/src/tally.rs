//! Adding up what passed and what failed, read from the lines test programs close with.

/// How many checks passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// The result of a program that ended well or not. A program that ends badly without a
    /// counted failure (a compiler error, a crash) is itself one.
    pub fn settled(self, ended_well: bool) -> Self {
        if ended_well || self.failed > 0 { self } else { Self { failed: 1, ..self } }
    }

    /// Reads `test result: ok. 12 passed; 0 failed; …`, which Rust's test programs close with.
    pub fn of_rust(line: &str) -> Option<Self> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let mut parts = counts.split(';').map(str::trim);
        let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
        let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
        Some(Self { passed, failed })
    }

    /// Reads `12 passed, 0 failed` standing alone on its line.
    pub fn of_suite(line: &str) -> Option<Self> {
        let (passed, failed) = line.trim().split_once(", ")?;
        let passed = passed.strip_suffix(" passed")?.parse().ok()?;
        let failed = failed.strip_suffix(" failed")?.parse().ok()?;
        Some(Self { passed, failed })
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_rust_tests_close_with() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of_rust(line), Some(Tally { passed: 12, failed: 0 }));
        let line = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured";
        assert_eq!(Tally::of_rust(line), Some(Tally { passed: 3, failed: 2 }));
    }

    #[test]
    fn leaves_other_lines_alone() {
        assert_eq!(Tally::of_rust("test rules::tests::accepts ... ok"), None);
        assert_eq!(Tally::of_rust("test result: "), None);
        assert_eq!(Tally::of_suite("12 passed, some failed"), None);
        assert_eq!(Tally::of_suite("ok  12 passed, 0 failed"), None);
    }

    #[test]
    fn reads_back_its_own_line() {
        let tally = Tally { passed: 40, failed: 2 };
        assert_eq!(Tally::of_suite(&tally.to_string()), Some(tally));
    }

    #[test]
    fn counts_a_crash_as_one_failure_and_not_twice() {
        let none_failed = Tally { passed: 5, failed: 0 };
        assert_eq!(none_failed.settled(false), Tally { passed: 5, failed: 1 });
        assert_eq!(none_failed.settled(true), none_failed);
        let one_failed = Tally { passed: 5, failed: 1 };
        assert_eq!(one_failed.settled(false), one_failed);
    }
}
