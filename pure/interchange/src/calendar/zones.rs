//! Moments with their time zone, and the description of each zone that a file must carry
//! (`VTIMEZONE`), because readers need not know the names.
//!
//! A zone that follows the European Union's rule is described by the rule; of any other zone its
//! changes around the entries are listed.

use super::Entry;
use super::lines::Lines;
use jiff::civil::{DateTime, Weekday, date};
use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{Timestamp, ToSpan, ZonedDateTime};

/// More changes than any zone has in the life of a calendar; an entry of a thousand years must not
/// make a file of its own size.
const CHANGES_MAX: usize = 200;

/// "20270526T140000Z"
pub(super) fn in_utc(instant: Timestamp) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn local(moment: DateTime) -> String {
    moment.strftime("%Y%m%dT%H%M%S").to_string()
}

/// With its zone where that says the same to every reader, else as the instant in UTC.
pub(super) fn write_moment(lines: &mut Lines, name: &str, moment: &ZonedDateTime) {
    match named_zone(moment) {
        Some(zone) => lines.token(&format!("{name};TZID={zone}"), &local(moment.datetime())),
        None => lines.token(name, &in_utc(moment.timestamp())),
    }
}

/// The zone's name in the time zone database, if the moment can be written by it.
fn named_zone(moment: &ZonedDateTime) -> Option<&str> {
    let zone = moment.time_zone();
    let name = zone.iana_name().filter(|&name| name != "UTC")?;
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_-+".contains(&byte));
    // In the hour that comes twice a clock time means the first of the two (RFC 5545, 3.3.5). The
    // second can be told only in UTC.
    let first = zone.to_ambiguous_zoned_datetime(moment.datetime()).earlier().ok()?;
    (plain && first.timestamp() == moment.timestamp()).then_some(name)
}

/// The zones that a file names, each with the time its entries span.
pub(super) struct Zones {
    used: Vec<UsedZone>,
}

struct UsedZone {
    zone: TimeZone,
    name: String,
    first: Timestamp,
    last: Timestamp,
}

impl Zones {
    pub fn of(entries: &[Entry]) -> Self {
        let mut used: Vec<UsedZone> = vec![];
        for moment in entries.iter().flat_map(|entry| [&entry.starts, &entry.ends]) {
            let Some(name) = named_zone(moment) else { continue };
            let at = moment.timestamp();
            match used.iter_mut().find(|zone| zone.name == name) {
                Some(zone) => {
                    zone.first = zone.first.min(at);
                    zone.last = zone.last.max(at);
                }
                None => used.push(UsedZone {
                    zone: moment.time_zone().clone(),
                    name: name.to_owned(),
                    first: at,
                    last: at,
                }),
            }
        }
        Self { used }
    }

    pub fn write(&self, lines: &mut Lines) {
        for zone in &self.used {
            lines.token("BEGIN", "VTIMEZONE");
            lines.token("TZID", &zone.name);
            let changes = zone.changes();
            match EuropeanRule::followed_by(&changes) {
                Some(rule) => rule.write(lines),
                None => changes.iter().for_each(|change| change.write(lines)),
            }
            lines.token("END", "VTIMEZONE");
        }
    }
}

impl UsedZone {
    /// The change that put the first entry's offset in force, and those after it until a year after
    /// the last entry, so that a reader can move an entry a little.
    fn changes(&self) -> Vec<Change> {
        let until = self.last.saturating_add((366 * 24).hours()).unwrap_or(Timestamp::MAX);
        // `preceding` is exclusive.
        let from = self.first.checked_add(1.second()).unwrap_or(self.first);
        let begin = self.zone.preceding(from).next().map(|transition| transition.timestamp());
        let mut changes = vec![match begin {
            Some(at) => Change::at(&self.zone, at),
            // Never a change before: in force since the epoch of computers, if not of the world.
            None => Change {
                before: self.zone.to_offset(self.first),
                ..Change::at(&self.zone, self.first)
            }
            .since(date(1970, 1, 1).to_datetime(jiff::civil::Time::midnight())),
        }];
        changes.extend(
            self.zone
                .following(begin.unwrap_or(self.first))
                .map(|transition| transition.timestamp())
                .take_while(|&at| at <= until)
                .take(CHANGES_MAX)
                .map(|at| Change::at(&self.zone, at)),
        );
        changes
    }
}

/// One change of a zone's clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    /// By the clocks before the change, as RFC 5545 wants it.
    at: DateTime,
    before: Offset,
    after: Offset,
    summer: bool,
    abbreviation: String,
}

impl Change {
    fn at(zone: &TimeZone, at: Timestamp) -> Self {
        let just_before = at.checked_sub(1.second()).unwrap_or(at);
        let before = zone.to_offset(just_before);
        let info = zone.to_offset_info(at);
        Self {
            at: before.to_datetime(at),
            before,
            after: info.offset(),
            summer: info.dst() == Dst::Yes,
            abbreviation: info.abbreviation().to_owned(),
        }
    }

    fn since(self, at: DateTime) -> Self {
        Self { at, ..self }
    }

    fn write(&self, lines: &mut Lines) {
        self.write_repeated(lines, None);
    }

    fn write_repeated(&self, lines: &mut Lines, rule: Option<&str>) {
        let kind = if self.summer { "DAYLIGHT" } else { "STANDARD" };
        lines.token("BEGIN", kind);
        lines.token("DTSTART", &local(self.at));
        if let Some(rule) = rule {
            lines.token("RRULE", rule);
        }
        lines.token("TZOFFSETFROM", &signed(self.before));
        lines.token("TZOFFSETTO", &signed(self.after));
        lines.text("TZNAME", "", &self.abbreviation);
        lines.token("END", kind);
    }
}

/// "+0200", "-0330", "+001730"
fn signed(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match seconds {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}{seconds:02}"),
    }
}

/// Directive 2000/84/EC: summer time from the last Sunday of March to the last Sunday of October,
/// everywhere at 01.00 UTC. It has held in this form since 1996.
struct EuropeanRule {
    spring: Change,
    autumn: Change,
}

impl EuropeanRule {
    /// The rule, if all these changes are its work. Asked of the time zone database each time: the
    /// day the Union gives it up, files become right by an update of the database alone.
    fn followed_by(changes: &[Change]) -> Option<Self> {
        let begins = |summer: bool| {
            let change = changes.iter().find(|change| change.summer == summer)?;
            let (year, month) = (1996, if summer { 3 } else { 10 });
            Some(Change { at: Self::change_in(year, month, change.before)?, ..change.clone() })
        };
        let (spring, autumn) = (begins(true)?, begins(false)?);
        let by_rule = |change: &Change| {
            let (month, like) = if change.summer { (3, &spring) } else { (10, &autumn) };
            change.at.year() >= 1996
                && Self::change_in(change.at.year(), month, change.before) == Some(change.at)
                && Change { at: like.at, ..change.clone() } == *like
        };
        let gapless = changes.windows(2).all(|pair| pair[0].summer != pair[1].summer);
        (gapless && changes.iter().all(by_rule)).then_some(Self { spring, autumn })
    }

    /// 01.00 UTC on the month's last Sunday, by the clocks before the change. `None` so far west
    /// that it is still Saturday there (Greenland), which "the last Sunday" does not describe.
    fn change_in(year: i16, month: i8, before: Offset) -> Option<DateTime> {
        let sunday = date(year, month, 1).nth_weekday_of_month(-1, Weekday::Sunday).ok()?;
        let change =
            sunday.at(1, 0, 0, 0).checked_add(i64::from(before.seconds()).seconds()).ok()?;
        (change.date() == sunday).then_some(change)
    }

    fn write(&self, lines: &mut Lines) {
        self.spring.write_repeated(lines, Some("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
        self.autumn.write_repeated(lines, Some("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
    }
}
