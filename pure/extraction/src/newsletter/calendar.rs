//! Which year a letter's date means.

use crate::event::Page;
use crate::model::Day;
use crate::when::DateMention;

/// Which year a letter's date means.
pub(super) struct Calendar<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) month: Option<u8>,
    pub(super) first_issue: bool,
}

impl Calendar<'_> {
    pub(super) fn day(&self, date: &DateMention, past: bool) -> Day {
        let year = date.year.or_else(|| {
            let year = self.page.years.year()?;
            Some(match self.month {
                // What is past in a January letter was in the year before.
                Some(month) if past && date.month > month => year - 1,
                Some(month) if !past && month >= 10 && date.month <= 4 => year + 1,
                None if past && self.first_issue && date.month >= 9 => year - 1,
                _ => year,
            })
        });
        Day { year, month: date.month, day: date.day }
    }
}

/// Does a sentence (lower case) tell of what has been?
pub(super) fn is_past(low: &str) -> bool {
    // "trängdes", "delades ut"
    let happened = || {
        low.split(|c: char| !c.is_alphabetic())
            .any(|w| w.chars().count() >= 7 && w.ends_with("des"))
    };
    (crate::words::has_any(low, PAST) || happened())
        && !crate::words::has_any(low, &["will be", "kommer att", "ska hållas", "to be held"])
}

pub(super) const PAST: &[&str] = &[
    "sågs",
    "träffades",
    "hölls",
    "genomförde",
    "ägde rum",
    "besökte",
    "firade",
    "höll vi",
    "bar det av",
    "deltog",
    "samlades",
    "var vi",
    "arrangerade",
    "visited",
    " met ",
    " held",
    "took place",
    "gathered",
    "was held",
    "were ",
    "kom ",
    "bjöd",
    "hade vi",
    "avslutades",
    "invigdes",
    "startade",
    "gick av stapeln",
    "presenterade",
    "var det ",
    "möttes",
    "stod ",
];
