//! Which year a date without one means, from what the rest of the text says. A year that is
//! nowhere in the text is never made up.

use super::{DateMention, Day, weekday_of};

/// What a text says about its year.
#[derive(Debug, Clone, Default)]
pub(crate) struct YearContext {
    /// The year of the document's own dates, and from which month on they are.
    anchor: Option<Anchor>,
}

#[derive(Debug, Clone, Copy)]
struct Anchor {
    year: i32,
    month: Option<u8>,
    day: u8,
    kind: AnchorKind,
}

/// How an anchor holds for other dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnchorKind {
    /// The year of the event or of the letter itself: the nearest such date is meant.
    Near,
    /// The day the text was written: the next such date is meant.
    Written,
    /// A bare year: that year.
    Year,
}

impl YearContext {
    pub fn new(year: Option<i32>, month: Option<u8>, day: Option<u8>, kind: AnchorKind) -> Self {
        Self { anchor: year.map(|year| Anchor { year, month, day: day.unwrap_or(15), kind }) }
    }

    pub fn year(&self) -> Option<i32> {
        self.anchor.map(|anchor| anchor.year)
    }

    /// The year of a date: its own, or the one that the context gives.
    pub fn resolve(&self, date: &DateMention) -> Option<i32> {
        if date.year.is_some() {
            return date.year;
        }
        self.of(date.month, date.day, date.weekday)
    }

    pub fn of(&self, month: u8, day: Option<u8>, weekday: Option<u8>) -> Option<i32> {
        let anchor = self.anchor?;
        let Some(anchor_month) = anchor.month else { return Some(anchor.year) };
        let (m, a) = (i32::from(month), i32::from(anchor_month));
        let year = match anchor.kind {
            AnchorKind::Year => anchor.year,
            AnchorKind::Near => {
                if m - a > 7 {
                    anchor.year - 1
                } else if a - m > 7 {
                    anchor.year + 1
                } else {
                    anchor.year
                }
            }
            AnchorKind::Written => {
                let before = m < a || (m == a && day.is_some_and(|d| d < anchor.day));
                // A little before the day of writing is the past, long before is next year.
                if before && a - m > 4 { anchor.year + 1 } else { anchor.year }
            }
        };
        // A weekday that fits the neighbouring year and not this one decides, where the season
        // leaves a doubt.
        if let (Some(day), Some(weekday), true) = (day, weekday, anchor.kind != AnchorKind::Year)
            && weekday_of(year, month, day) != weekday
            && (m - a).abs() > 5
        {
            for other in [anchor.year, anchor.year + 1, anchor.year - 1] {
                if weekday_of(other, month, day) == weekday {
                    return Some(other);
                }
            }
        }
        Some(year)
    }

    /// The day that a mention means.
    pub fn day(&self, date: &DateMention) -> Day {
        Day { year: self.resolve(date), month: date.month, day: date.day }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_before_new_year() {
        let context = YearContext::new(Some(2026), Some(2), Some(7), AnchorKind::Near);
        assert_eq!(context.of(12, Some(15), None), Some(2025));
        assert_eq!(context.of(1, Some(28), None), Some(2026));
    }

    #[test]
    fn a_mail_speaks_of_what_is_to_come() {
        let context = YearContext::new(Some(2025), Some(11), Some(3), AnchorKind::Written);
        assert_eq!(context.of(11, Some(27), None), Some(2025));
        assert_eq!(context.of(1, Some(20), None), Some(2026));
        assert_eq!(context.of(10, Some(30), None), Some(2025));
    }

    #[test]
    fn no_year_anywhere() {
        assert_eq!(YearContext::default().of(4, Some(18), None), None);
    }
}
