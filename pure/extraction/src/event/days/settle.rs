//! Dates of programme items, and hours that only the programme tells.

use crate::event::Page;
use crate::event::days::hours::weekday_matches;
use crate::event::programme::DayNote;
use crate::event::programme::Programme;
use crate::model::EventDay;
use crate::model::Found;

/// Gives every item its date, and days without hours the hours of their programme.
pub(in crate::event) fn settle(page: &Page<'_>, programme: &mut Programme, days: &mut [EventDay]) {
    // "Fredag 12 – söndag 14 mars" and no year: the weekday is told all the same.
    let known = days.first().filter(|d| d.date.value.year.is_none()).and_then(|first| {
        let line = page.lines.iter().find(|l| l.number == first.date.line)?;
        let said = line.dates.iter().find(|d| {
            d.weekday.is_some()
                && d.month == first.date.value.month
                && d.day == first.date.value.day
        })?;
        Some((first.date.value.ordinal(), said.weekday?))
    });
    for draft in &mut programme.items {
        let date = match &draft.day {
            Some((DayNote::Date(date), line)) => {
                let day = page.years.day(date);
                // A heading without a year means the event's day of that name.
                let known = days
                    .iter()
                    .find(|d| d.date.value.month == day.month && d.date.value.day == day.day);
                Some(Found::certain(known.map_or(day, |d| d.date.value), *line))
            }
            Some((DayNote::Weekday(weekday), line)) => days
                .iter()
                .find(|d| {
                    weekday_matches(&d.date.value, *weekday)
                        || d.date.value.year.is_none()
                            && known.is_some_and(|(day, of)| {
                                let apart = d.date.value.ordinal() - day;
                                (i64::from(of) + apart).rem_euclid(7) == i64::from(*weekday)
                            })
                })
                .map(|d| Found::likely(d.date.value, *line))
                .map(|f| Found {
                    line: days
                        .iter()
                        .find(|d| d.date.value == f.value)
                        .map_or(f.line, |d| d.date.line),
                    ..f
                }),
            Some((DayNote::Number(n), _)) => {
                days.get(n - 1).map(|d| Found::likely(d.date.value, d.date.line))
            }
            None => None,
        };
        draft.item.date =
            date.or_else(|| days.first().map(|d| Found::likely(d.date.value, d.date.line)));
    }
    for day in days.iter_mut() {
        if day.start.is_some() {
            continue;
        }
        let of_day = |d: &&crate::event::programme::Draft| {
            d.item.date.as_ref().is_some_and(|f| f.value == day.date.value)
        };
        let first = programme.items.iter().filter(of_day).find_map(|d| d.item.start.clone());
        let last = programme.items.iter().filter(of_day).rfind(|d| d.item.start.is_some());
        if let Some(first) = first {
            let end = last.and_then(|d| {
                d.item.end.clone().or_else(|| {
                    // "16.00 Slut", "15.00 Tack för idag"
                    let low = d
                        .item
                        .title
                        .as_ref()
                        .map(|t| crate::lines::fold(&t.value))
                        .unwrap_or_default();
                    let over = matches!(
                        low.as_str(),
                        "slut"
                            | "end"
                            | "tack för idag"
                            | "tack för i dag"
                            | "hemfärd"
                            | "avslut"
                            | "mötet slutar"
                    );
                    if over { d.item.start.clone() } else { None }
                })
            });
            day.start = Some(Found::doubtful(first.value, first.line));
            if day.end.is_none() {
                day.end = end.map(|e| Found::doubtful(e.value, e.line));
            }
        }
    }
}
