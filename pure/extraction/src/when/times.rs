//! The grammar of clock times.

use super::tokens::{Kind, Token};
use super::{Clock, DateMention, TimeMention};

pub(super) fn scan(tokens: &[Token<'_>], dates: &[DateMention]) -> Vec<TimeMention> {
    let mut found: Vec<TimeMention> = Vec::new();
    let mut i = 0;
    let mut next_date = 0;
    // Where the last date ended: "27/11 10-14" needs no "kl".
    let mut after_date = usize::MAX;
    while i < tokens.len() {
        let token = &tokens[i];
        while next_date < dates.len() && dates[next_date].end <= token.start {
            after_date = dates[next_date].end;
            next_date += 1;
        }
        if next_date < dates.len() && token.start >= dates[next_date].start {
            i += 1;
            continue;
        }
        let dated = dates.first().is_some_and(|d| {
            // "Vilhelmina 2 aug, simhallen 13-16"
            let early =
                d.start <= 40 && tokens.iter().take_while(|t| t.start < d.start).count() <= 3;
            d.start <= 6 || early || d.end < token.start && i > 0 && tokens[i - 1].sign('(')
        });
        let closing = found.last().is_some_and(|t| t.until.is_none());
        match at(tokens, i, after_date)
            .or_else(|| if dated { last_of_entry(tokens, i) } else { None })
            .or_else(|| if closing { closing_hour(tokens, i) } else { None })
        {
            Some((time, next)) => {
                found.push(time);
                i = next.max(i + 1);
            }
            None => i += 1,
        }
    }
    found
}

/// "20/1 Språkkafé, Ersboda bibliotek, 15-17": bare hours at the end of an entry with a date.
fn last_of_entry(tokens: &[Token<'_>], i: usize) -> Option<(TimeMention, usize)> {
    let before = tokens.get(i.checked_sub(1)?)?;
    // "Arboga, biblioteket 10–12", but not "sal 10–12".
    let named = before.kind == Kind::Word
        && tokens[i].spaced
        && before.text.chars().count() > 2
        && !matches!(
            before.text,
            "sal"
                | "rum"
                | "kap"
                | "sid"
                | "lokal"
                | "årskurs"
                | "klass"
                | "kapitel"
                | "ålder"
                | "åldern"
                | "sidan"
                | "vecka"
        );
    // "Sala (torget) 10–12", "Sala | torget | 10–12"
    let cell = before.sign(')') || before.sign('|');
    if !(before.sign(',') || before.sign('(') || cell || named) || !tokens.get(i + 1)?.dash() {
        return None;
    }
    let (from, _, false, None) = clock(tokens, i)? else { return None };
    let (until, next, ..) = clock(tokens, i + 2)?;
    let ends = before.sign('(') && tokens.get(next).is_some_and(|t| t.sign(')'))
        || !before.sign('(')
            && tokens.get(next).is_none_or(|t| {
                t.sign('.') && next + 1 == tokens.len()
                    || t.sign('(')
                    // "9–12 INSTÄLLT"
                    || ["inställ", "cancel", "fullbok", "fullteck", "obs", "ny", "flytta"]
                        .iter()
                        .any(|word| t.text.starts_with(word))
            });
    (ends && from.hour >= 6 && from < until).then(|| {
        let (start, end) = (tokens[i].start, tokens[next - 1].end);
        (TimeMention { from, until: Some(until), start, end }, next)
    })
}

/// "öppnar kl. 15 och stänger 18": the hour after the verb, where another stands before it.
fn closing_hour(tokens: &[Token<'_>], i: usize) -> Option<(TimeMention, usize)> {
    if i == 0 || !matches!(tokens[i - 1].text, "stänger" | "slutar" | "closes" | "ends") {
        return None;
    }
    let (from, next, ..) = clock(tokens, i)?;
    if unit_after(tokens, next) || tokens.get(next).is_some_and(|t| t.dash() || t.sign('/')) {
        return None;
    }
    let (start, end) = (tokens[i].start, tokens[next - 1].end);
    Some((TimeMention { from, until: None, start, end }, next))
}

/// How sure it is that a bare number is an hour.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    None,
    /// First of the line or a column, or right after a date: a range of hours counts.
    Place,
    /// "kl", "mellan", "from": even a single number counts.
    Word,
}

fn at(tokens: &[Token<'_>], i: usize, after_date: usize) -> Option<(TimeMention, usize)> {
    let mut start = i;
    let mut j = i;
    let mut lead = Lead::None;
    let token = tokens.get(j)?;
    if matches!(
        token.text,
        "kl" | "klockan" | "klocka" | "klock" | "at" | "mellan" | "between" | "from" | "från"
    ) && token.kind == Kind::Word
    {
        lead = Lead::Word;
        let strong = token.text.starts_with('k');
        j += 1;
        while tokens.get(j).is_some_and(|t| {
            t.sign('.')
                || t.sign(':')
                || t.is("kl")
                || t.is("klockan")
                || t.is("ca")
                || t.is("cirka")
        }) {
            if tokens[j].is("kl") || tokens[j].is("klockan") {
                start = i;
            }
            j += 1;
        }
        let clocked = (i..j).any(|k| tokens[k].text.starts_with("kl"));
        if !strong && !clocked {
            // "från 18" may be an age, "at 5" a table; a range or minutes or am/pm is needed.
            lead = Lead::Place;
        }
    } else if token.number().is_some() {
        if token.leads || (i > 0 && touches(tokens, i, after_date)) {
            lead = Lead::Place;
        }
        // "Tid: 13-16", "Tider 9–12", "Time: 10 – 12"
        if i > 0 {
            let mut k = i - 1;
            if tokens[k].sign(':') && k > 0 {
                k -= 1;
            }
            if matches!(
                tokens[k].text,
                "tid" | "tider" | "time" | "klockslag" | "öppettider" | "hours"
            ) {
                lead = Lead::Place;
            }
        }
        if i > 0
            && !token.spaced
            && !tokens[i - 1].dash()
            && matches!(tokens[i - 1].kind, Kind::Sign('.' | ':' | '/' | ',') | Kind::Word)
            // "2026-04-14T18:00"
            && !(tokens[i - 1].is("t") && tokens[i - 1].start == after_date)
        {
            return None;
        }
    } else if token.is("halv") {
        // read below
    } else {
        return None;
    }
    if lead == Lead::Word
        && let Some(found) = spelt(tokens, start, j)
    {
        return Some(found);
    }
    if let Some(found) = half_hour(tokens, start, j) {
        return Some(found);
    }
    if lead == Lead::Word
        && let Some((from, mut next)) = four_figures(tokens, j)
    {
        let ends = tokens.get(next).is_some_and(|t| t.dash() || t.is("till"));
        let until = if ends { four_figures(tokens, next + 1) } else { None };
        next = until.map_or(next, |(_, after)| after);
        let until = until.map(|(clock, _)| clock);
        let (start, end) = (tokens[start].start, tokens[next - 1].end);
        return Some((TimeMention { from, until, start, end }, next));
    }
    let (mut from, mut next, exact, half_day) = clock(tokens, j)?;
    // "09:3012:00": the dash was lost on the way out of a PDF.
    if let Some((until, after)) = glued(tokens, j) {
        let from =
            Clock { hour: from.hour, minute: u8::try_from(tokens[j + 2].number()?.0 / 100).ok()? };
        return Some((
            TimeMention {
                from,
                until: Some(until),
                start: tokens[start].start,
                end: tokens[after - 1].end,
            },
            after,
        ));
    }
    let mut until = None;
    if let Some(sep) = tokens.get(next) {
        let between = matches!(tokens[i].text, "mellan" | "between");
        let ranged = sep.dash()
            || sep.is("till")
            || sep.is("to")
            || sep.is("until")
            || (between && (sep.is("och") || sep.is("and")));
        // "fr.o.m. kl. 16.30 t.o.m. kl. 17.30"
        let mut k = next + 1;
        if sep.is("t") {
            while tokens.get(k).is_some_and(|t| t.sign('.') || t.is("o") || t.is("m")) {
                k += 1;
            }
        }
        let through = sep.is("t") && k > next + 2;
        if ranged || through {
            while tokens.get(k).is_some_and(|t| {
                matches!(t.text, "kl" | "klockan" | "ca" | "cirka") || (t.sign('.') && !t.spaced)
            }) {
                k += 1;
            }
            if let Some((end, after, end_exact, end_half)) = clock(tokens, k) {
                let plausible = (exact
                    || half_day.is_some()
                    || lead != Lead::None
                    || (end_exact && sep.dash() && !sep.spaced))
                    && !unit_after(tokens, after);
                if plausible && (exact || end_exact || end_half.is_some() || lead != Lead::None) {
                    if half_day.is_none()
                        && end_half == Some(true)
                        && from.hour < 12
                        && from.hour + 12 <= end.hour
                    {
                        from.hour += 12;
                    }
                    until = Some(end);
                    next = after;
                }
            }
        }
    }
    if !exact
        && half_day.is_none()
        && until.is_none()
        && (lead != Lead::Word || unit_after(tokens, next))
    {
        return None;
    }
    if until.is_none() && exact && unit_after(tokens, next) {
        return None;
    }
    Some((TimeMention { from, until, start: tokens[start].start, end: tokens[next - 1].end }, next))
}

/// "kl. 1830": an hour and its minutes with no sign between, after "kl"; not "kl. 2026".
fn four_figures(tokens: &[Token<'_>], i: usize) -> Option<(Clock, usize)> {
    let token = tokens.get(i)?;
    let (number, 4) = token.number()? else { return None };
    let (hour, minute) = (number / 100, number % 100);
    if hour > 23 || minute > 59 || minute % 5 != 0 || unit_after(tokens, i + 1) {
        return None;
    }
    let clock = Clock { hour: u8::try_from(hour).ok()?, minute: u8::try_from(minute).ok()? };
    Some((clock, i + 1))
}

/// "halv sju" is 18.30 unless the morning is spoken of: half an hour before the hour that is named.
fn half_hour(tokens: &[Token<'_>], start: usize, i: usize) -> Option<(TimeMention, usize)> {
    let (from, next) = half_of(tokens, i)?;
    let from = in_half_day(tokens, next, from);
    let mut mention =
        TimeMention { from, until: None, start: tokens[start].start, end: tokens[next - 1].end };
    let ranged = tokens.get(next).is_some_and(|t| t.dash() || t.is("till") || t.is("to"));
    if ranged && let Some((until, after)) = half_of(tokens, next + 1) {
        let late = until.hour < from.hour && until.hour < 12;
        mention.until = Some(Clock { hour: until.hour + if late { 12 } else { 0 }, ..until });
        mention.end = tokens[after - 1].end;
        return Some((mention, after));
    }
    // "halv sju - 21.00"
    if ranged && let Some((until, after, true, _)) = clock(tokens, next + 1) {
        mention.until = Some(until);
        mention.end = tokens[after - 1].end;
        return Some((mention, after));
    }
    Some((mention, next))
}

/// The hours in letters.
const HOURS: [&str; 12] =
    ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

/// "klockan sju på kvällen", "klockan nio": only after "kl" or "klockan".
fn spelt(tokens: &[Token<'_>], start: usize, i: usize) -> Option<(TimeMention, usize)> {
    let word = |i: usize| {
        let token = tokens.get(i)?;
        let hour = HOURS.iter().position(|h| token.is(h))? + 1;
        let from = Clock { hour: u8::try_from(hour).ok()?, minute: 0 };
        Some((from, i + 1))
    };
    let (from, mut next) = word(i)?;
    if unit_after(tokens, next) {
        return None;
    }
    let mut until = None;
    if tokens.get(next).is_some_and(|t| t.dash() || t.is("till"))
        && let Some((end, after)) = word(next + 1)
    {
        (until, next) = (Some(end), after);
    }
    let from = in_half_day(tokens, next, from);
    let until = until.map(|end| {
        let late = end.hour < from.hour && end.hour + 12 > from.hour && end.hour < 12;
        Clock { hour: end.hour + if late { 12 } else { 0 }, ..end }
    });
    let (start, end) = (tokens[start].start, tokens[next - 1].end);
    Some((TimeMention { from, until, start, end }, next))
}

/// "halv" and an hour in figures or letters: the time before noon, and the token after.
fn half_of(tokens: &[Token<'_>], i: usize) -> Option<(Clock, usize)> {
    if !tokens.get(i)?.is("halv") {
        return None;
    }
    let hour = tokens.get(i + 1)?;
    let named = match hour.number() {
        Some((n, 1..=2)) => usize::try_from(n).ok().filter(|n| (1..=12).contains(n))?,
        Some(_) => return None,
        None => HOURS.iter().position(|h| hour.is(h))? + 1,
    };
    if unit_after(tokens, i + 2) {
        return None;
    }
    let hour = if named == 1 { 12 } else { u8::try_from(named - 1).ok()? };
    Some((Clock { hour, minute: 30 }, i + 2))
}

/// Morning or afternoon, from the words after, else as meetings are: from half past seven on in the
/// morning, before that in the afternoon.
fn in_half_day(tokens: &[Token<'_>], next: usize, time: Clock) -> Clock {
    let words = tokens.iter().skip(next).take(3);
    let says = |list: &[&str]| words.clone().any(|t| list.iter().any(|w| t.is(w)));
    let evening = says(&["kvällen", "kväll", "eftermiddagen", "em", "ikväll"]);
    let morning = says(&["morgonen", "förmiddagen", "fm", "morgon"]);
    let late = time.hour < 12 && (evening || !morning && time.hour < 7);
    Clock { hour: time.hour + if late { 12 } else { 0 }, ..time }
}

/// Does the token follow the end of a date, with nothing but a comma or bracket between?
fn touches(tokens: &[Token<'_>], i: usize, after_date: usize) -> bool {
    if after_date == usize::MAX {
        return false;
    }
    let mut k = i;
    while k > 0 && tokens[k - 1].start >= after_date {
        if !(matches!(tokens[k - 1].kind, Kind::Sign(',' | '(' | ':' | '.' | '|' | '•'))) {
            return false;
        }
        k -= 1;
    }
    true
}

/// An hour, perhaps with minutes and am/pm: the time, the token after, whether it had minutes,
/// and whether it said am (false) or pm (true).
fn clock(tokens: &[Token<'_>], i: usize) -> Option<(Clock, usize, bool, Option<bool>)> {
    let (hour, digits) = tokens.get(i)?.number()?;
    if digits > 2 || hour > 24 {
        return None;
    }
    let mut next = i + 1;
    let mut minute = 0;
    let mut exact = false;
    if tokens.get(next).is_some_and(|t| (t.sign('.') || t.sign(':')) && !t.spaced)
        && let Some(token) = tokens.get(next + 1)
        && !token.spaced
        && let Some((m, 2 | 4)) = token.number()
    {
        let m = if token.number()?.1 == 4 { m / 100 } else { m };
        if m >= 60 || (hour == 24 && m > 0) {
            return None;
        }
        // "24.3.2026" and version numbers are no clock times; "10:15:00" is.
        if token.number()?.1 == 2
            && tokens.get(next + 2).is_some_and(|t| t.sign('.') && !t.spaced)
            && tokens.get(next + 3).is_some_and(|t| t.number().is_some() && !t.spaced)
        {
            return None;
        }
        minute = u8::try_from(m).ok()?;
        exact = true;
        next += 2;
    } else if tokens.get(next).is_some_and(|t| (t.sign(',') || t.sign('/')) && !t.spaced)
        && tokens.get(next + 1).is_some_and(|t| t.number().is_some() && !t.spaced)
    {
        return None;
    }
    let mut hour = u8::try_from(hour).ok()?;
    let mut half = None;
    if let Some(token) = tokens.get(next) {
        let pm = matches!(token.text, "pm" | "p");
        let am = matches!(token.text, "am" | "a");
        let dotted = tokens.get(next + 1).is_some_and(|t| t.sign('.') && !t.spaced)
            && tokens.get(next + 2).is_some_and(|t| t.is("m") && !t.spaced);
        if (pm || am) && (token.text.len() == 2 || dotted) && (1..=12).contains(&hour) {
            half = Some(pm);
            next += if dotted { 3 } else { 1 };
            if dotted && tokens.get(next).is_some_and(|t| t.sign('.') && !t.spaced) {
                next += 1;
            }
            if pm && hour < 12 {
                hour += 12;
            } else if am && hour == 12 {
                hour = 0;
            }
        }
    }
    Some((Clock { hour, minute }, next, exact, half))
}

/// `09:3012:00` and `09.3012.00`: the second time, and the token after.
fn glued(tokens: &[Token<'_>], i: usize) -> Option<(Clock, usize)> {
    let (both, 4) = tokens.get(i + 2)?.number()? else { return None };
    let sep = tokens.get(i + 3)?;
    let (minute, 2) = tokens.get(i + 4)?.number()? else { return None };
    if sep.spaced || tokens[i + 4].spaced || sep.kind != tokens[i + 1].kind {
        return None;
    }
    let (first, hour) = (both / 100, both % 100);
    if first >= 60 || hour > 24 || minute >= 60 {
        return None;
    }
    Some((Clock { hour: u8::try_from(hour).ok()?, minute: u8::try_from(minute).ok()? }, i + 5))
}

/// Is the number before token `i` counted in something: years, kronor, people, per cent?
fn unit_after(tokens: &[Token<'_>], i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    if token.sign('%') || (token.sign(':') && tokens.get(i + 1).is_some_and(Token::dash)) {
        return true;
    }
    if (token.dash() && !token.spaced)
        && tokens
            .get(i + 1)
            .is_some_and(|t| matches!(t.text, "åring" | "åringar" | "tal" | "talet"))
    {
        return true;
    }
    // "13.15 Tusen dörrar i Skövde", "kl. 18.15 Tusen …", "13.15 Barn i kö" at the beginning of
    // a line: an hour and a title.
    let begins = i <= 5
        && tokens[..i].iter().all(|t| t.kind != Kind::Word || matches!(t.text, "kl" | "klockan"))
        && tokens.get(i.wrapping_sub(1)).and_then(Token::number).is_some_and(|(_, n)| n == 2);
    let heads = begins
        && tokens.get(i + 1).is_some()
        && matches!(
            token.text,
            "tusen"
                | "miljoner"
                | "barn"
                | "kommuner"
                | "föreningar"
                | "platser"
                | "dagar"
                | "veckor"
                | "månader"
                | "timmar"
                | "minuter"
                | "gånger"
                | "hours"
                | "minutes"
                | "days"
                | "weeks"
                | "months"
                | "years"
                | "people"
                | "participants"
                | "seats"
        );
    token.kind == Kind::Word
        && !heads
        && (super::month_of(token.text).is_some() || super::tokens::is_unit(token.text))
}
