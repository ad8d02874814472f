//! The rows of days: each with its hours, in order, every time one that the zone's clocks show.

use crate::desk::rules::reader::{Reader, day_why};
use crate::desk::types::Why;
use crate::event::EventDay;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use locale::TimeProblem;

/// The most days an event has.
pub const DAYS_MAX: usize = 14;

/// The names of one row's fields, from 1.
pub fn names(row: usize) -> [String; 3] {
    [format!("day_{row}"), format!("from_{row}"), format!("to_{row}")]
}

/// Reads the rows; empty ones say nothing. Where something is refused the answer lacks it.
pub fn read(reader: &mut Reader<'_>, zone: &TimeZone) -> Vec<EventDay> {
    let mut days: Vec<EventDay> = vec![];
    let mut rows = 0;
    for row in 1..=DAYS_MAX {
        let names = names(row);
        if names.iter().all(|it| reader.fields.line(it).is_empty()) {
            continue;
        }
        rows += 1;
        let Some(read) = read_row(reader, &names, zone) else { continue };
        match days.last() {
            Some(before) if read.day <= before.day => {
                reader.refuse(&names[0], Why::DaysOutOfOrder);
            }
            _ => days.push(read),
        }
    }
    if rows == 0 {
        reader.refuse("day_1", Why::DayMissing);
    }
    days
}

fn read_row(reader: &mut Reader<'_>, names: &[String; 3], zone: &TimeZone) -> Option<EventDay> {
    let day = match locale::parse_day(&reader.fields.line(&names[0]), reader.today) {
        Ok(day) => Some(day),
        Err(problem) => {
            reader.refuse(&names[0], day_why(problem));
            None
        }
    };
    let starts = read_time(reader, &names[1], day, zone);
    let ends = read_time(reader, &names[2], day, zone);
    let (day, starts, ends) = (day?, starts?, ends?);
    if ends <= starts {
        reader.refuse(&names[2], Why::EndsBeforeStart);
        return None;
    }
    Some(EventDay { day, starts, ends })
}

fn read_time(
    reader: &mut Reader<'_>,
    name: &str,
    day: Option<Date>,
    zone: &TimeZone,
) -> Option<Time> {
    let time = match locale::parse_time(&reader.fields.line(name)) {
        Ok(time) => time,
        Err(problem) => {
            reader.refuse(
                name,
                match problem {
                    TimeProblem::Empty => Why::TimeMissing,
                    TimeProblem::Unreadable => Why::TimeUnreadable,
                    TimeProblem::NoSuchTime => Why::NoSuchTime,
                },
            );
            return None;
        }
    };
    if let Some(day) = day
        && locale::zoned(day, time, zone).is_err()
    {
        reader.refuse(name, Why::TimeSkipped { day, time });
        return None;
    }
    Some(time)
}
