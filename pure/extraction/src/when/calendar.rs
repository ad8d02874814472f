//! The calendar itself: lengths of months, weekdays, a day's number. No time zones, no clock.

/// A day whose year may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Day {
    /// `None` where the text states no year.
    pub year: Option<i32>,
    pub month: u8,
    /// `None` for a month alone.
    pub day: Option<u8>,
}

impl Day {
    /// A number that grows by one a day; days without a year are counted as if in year 2000.
    pub(crate) fn ordinal(self) -> i64 {
        let year = i64::from(self.year.unwrap_or(2000));
        civil(year, i64::from(self.month), i64::from(self.day.unwrap_or(1)))
    }

    /// The day after, within the same known or unknown year's calendar.
    pub(crate) fn next(self) -> Self {
        let Some(day) = self.day else { return self };
        if day < days_in_month(self.year, self.month) {
            return Self { day: Some(day + 1), ..self };
        }
        if self.month < 12 {
            return Self { month: self.month + 1, day: Some(1), ..self };
        }
        Self { year: self.year.map(|y| y + 1), month: 1, day: Some(1) }
    }
}

impl std::fmt::Display for Day {
    /// `2026-04-14`, `XXXX-04-14`, `2022-10`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => write!(f, "XXXX")?,
        }
        write!(f, "-{:02}", self.month)?;
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Days since 1970-01-01 in the Gregorian calendar.
fn civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let yoe = year.rem_euclid(400);
    let doy = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    era * 146_097 + doe - 719_468
}

/// 0 = Monday.
pub(crate) fn weekday_of(year: i32, month: u8, day: u8) -> u8 {
    let number = civil(i64::from(year), i64::from(month), i64::from(day));
    u8::try_from((number + 3).rem_euclid(7)).unwrap_or(0)
}

/// February of an unknown year has 29 days.
pub(crate) fn days_in_month(year: Option<i32>, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => match year {
            Some(y) if y % 4 != 0 || (y % 100 == 0 && y % 400 != 0) => 28,
            _ => 29,
        },
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays() {
        assert_eq!(weekday_of(2026, 3, 12), 3);
        assert_eq!(weekday_of(1970, 1, 1), 3);
        assert_eq!(weekday_of(2021, 5, 26), 2);
    }

    #[test]
    fn the_day_after() {
        let day = Day { year: Some(2026), month: 12, day: Some(31) };
        assert_eq!(day.next().to_string(), "2027-01-01");
        let day = Day { year: None, month: 9, day: Some(30) };
        assert_eq!(day.next().to_string(), "XXXX-10-01");
    }
}
