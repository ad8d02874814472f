//! Nouns: a municipality, a county.

/// A municipality of Sweden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Municipality {
    /// Four digits: "1880".
    pub code: &'static str,
    /// Without the word "kommun": "Örebro".
    pub name: &'static str,
    /// Two digits: "18".
    pub county_code: &'static str,
}

/// A county of Sweden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct County {
    /// Two digits: "18".
    pub code: &'static str,
    /// With the word "län": "Örebro län".
    pub name: &'static str,
}
