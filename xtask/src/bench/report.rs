//! What was measured against what was wanted: a line of JSON for programs, a table for people.

use std::fmt::Write;

/// What a row has to reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// At least so much of the peer's figure.
    ShareOfPeer(f64),
    AtLeast(f64),
    AtMost(f64),
    Exactly(f64),
    /// Nothing: the figure explains another row.
    Nothing,
}

#[derive(Debug, Clone)]
pub struct Row {
    pub name: &'static str,
    pub unit: &'static str,
    pub ours: f64,
    pub peer: Option<f64>,
    /// The median of the alternations' ratios; without it, that of the two figures.
    pub ratio: Option<f64>,
    pub target: Target,
}

impl Row {
    pub fn alone(name: &'static str, unit: &'static str, ours: f64, target: Target) -> Self {
        Self { name, unit, ours, peer: None, ratio: None, target }
    }

    pub fn ok(&self) -> bool {
        match self.target {
            Target::ShareOfPeer(share) => self.ratio.is_some_and(|ratio| ratio >= share),
            Target::AtLeast(least) => self.ours >= least,
            Target::AtMost(most) => self.ours <= most,
            Target::Nothing => true,
            Target::Exactly(wanted) => (self.ours - wanted).abs() < f64::EPSILON,
        }
    }

    fn target_in_words(&self) -> String {
        match self.target {
            Target::ShareOfPeer(share) => format!(">= {share} x peer"),
            Target::AtLeast(least) => format!(">= {least}"),
            Target::AtMost(most) => format!("<= {most}"),
            Target::Exactly(wanted) => format!("= {wanted}"),
            Target::Nothing => "-".to_owned(),
        }
    }

    /// `{"name":…,"ours":…,"peer":…,"ratio":…,"target":…,"ok":…}`; the names need no escaping.
    pub fn json(&self) -> String {
        let number = |value: Option<f64>| match value {
            Some(value) if value.is_finite() => format!("{value:.3}"),
            _ => "null".to_owned(),
        };
        format!(
            r#"{{"name":"{} ({})","ours":{},"peer":{},"ratio":{},"target":"{}","ok":{}}}"#,
            self.name,
            self.unit,
            number(Some(self.ours)),
            number(self.peer),
            number(self.ratio),
            self.target_in_words(),
            self.ok()
        )
    }
}

pub fn table(rows: &[Row]) -> String {
    let mut table = format!(
        "{:<58} {:>12} {:>12} {:>7}  {:<15} ok\n",
        "what", "ours", "peer", "ratio", "target"
    );
    for row in rows {
        let optional = |value: Option<f64>, places| {
            value.map_or("-".to_owned(), |value| format!("{value:.places$}"))
        };
        // Writing into a String cannot fail.
        let _ = writeln!(
            table,
            "{:<58} {:>12.2} {:>12} {:>7}  {:<15} {}",
            format!("{} ({})", row.name, row.unit),
            row.ours,
            optional(row.peer, 2),
            optional(row.ratio, 2),
            row.target_in_words(),
            if row.ok() { "yes" } else { "NO" }
        );
    }
    table
}

/// The middle of an odd number of figures, the lower middle of an even one.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_by_the_target() {
        let row = |target| Row { ratio: Some(0.3), ..Row::alone("x", "1/s", 300.0, target) };
        assert!(row(Target::ShareOfPeer(0.3)).ok() && !row(Target::ShareOfPeer(0.31)).ok());
        assert!(row(Target::AtLeast(300.0)).ok() && !row(Target::AtLeast(300.1)).ok());
        assert!(row(Target::AtMost(300.0)).ok() && !row(Target::AtMost(299.9)).ok());
        assert!(row(Target::Exactly(300.0)).ok() && !row(Target::Exactly(301.0)).ok());
        assert!(!Row::alone("x", "1/s", f64::NAN, Target::AtMost(1.0)).ok());
    }

    #[test]
    fn writes_json_with_null_for_what_is_not_there() {
        let row = Row::alone("start", "s", 0.05, Target::AtMost(0.2));
        assert_eq!(
            row.json(),
            r#"{"name":"start (s)","ours":0.050,"peer":null,"ratio":null,"target":"<= 0.2","ok":true}"#
        );
    }

    #[test]
    fn takes_the_middle() {
        assert!((median(vec![5.0, 1.0, 3.0]) - 3.0).abs() < 1e-9);
        assert!(median(vec![]).is_nan());
    }
}
