//! The grammar of dates.

use super::figures::numeric;
use super::tokens::{Kind, Token};
use super::{DateEnd, DateMention, days_in_month};

pub(crate) fn month_of(word: &str) -> Option<u8> {
    Some(match word {
        "januari" | "january" | "jan" => 1,
        "februari" | "february" | "feb" | "febr" => 2,
        "mars" | "march" | "mar" => 3,
        "april" | "apr" => 4,
        "maj" | "may" => 5,
        "juni" | "june" | "jun" => 6,
        "juli" | "july" | "jul" => 7,
        "augusti" | "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "oktober" | "october" | "okt" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// 0 = Monday.
pub(crate) fn weekday_word(word: &str) -> Option<u8> {
    Some(match word {
        "måndag" | "måndagen" | "mån" | "monday" | "mon" | "måndagar" => 0,
        "tisdag" | "tisdagen" | "tis" | "tuesday" | "tue" | "tues" => 1,
        "onsdag" | "onsdagen" | "ons" | "wednesday" | "wed" => 2,
        "torsdag" | "torsdagen" | "tors" | "tor" | "thursday" | "thu" | "thur" | "thurs" => 3,
        "fredag" | "fredagen" | "fre" | "friday" | "fri" => 4,
        "lördag" | "lördagen" | "lör" | "saturday" | "sat" => 5,
        "söndag" | "söndagen" | "sön" | "sunday" | "sun" => 6,
        _ => return None,
    })
}

pub(super) fn scan(text: &str, tokens: &[Token<'_>]) -> Vec<DateMention> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match at(text, tokens, i) {
            Some((mut dates, next)) => {
                let mut next = next.max(i + 1);
                if let [date] = &mut dates[..]
                    && let Some(after) = weekday_after(tokens, date, next)
                {
                    next = after;
                }
                found.append(&mut dates);
                i = next;
            }
            None => i += 1,
        }
    }
    found
}

/// "14 april 2026 (tisdag)", "14 april, tisdag kl. 18": the weekday after its date, not that of the
/// next one ("14 april, onsdag 15 april"). Gives the token after it.
fn weekday_after(tokens: &[Token<'_>], date: &mut DateMention, next: usize) -> Option<usize> {
    if date.weekday.is_some() || date.until.is_some() || date.day.is_none() {
        return None;
    }
    let sign = tokens.get(next).filter(|t| t.sign(',') || t.sign('('))?;
    let word = tokens.get(next + 1).filter(|t| t.kind == Kind::Word && t.text.len() > 3)?;
    let weekday = weekday_word(word.text).filter(|_| !word.text.ends_with("ar"))?;
    let after = tokens.get(next + 2);
    let closes = match after {
        None => true,
        Some(t) if sign.sign('(') => t.sign(')'),
        Some(t) => {
            matches!(t.kind, Kind::Sign('.' | '!' | '|' | ',' | ')'))
                && !tokens.get(next + 3).is_some_and(|t| {
                    t.number().is_some() || t.kind == Kind::Word && weekday_word(t.text).is_some()
                })
                || t.is("kl")
                || t.is("klockan")
        }
    };
    if !closes {
        return None;
    }
    date.weekday = Some(weekday);
    date.end = word.end;
    Some(next + 2)
}

/// The dates that begin at token `i` (several for "8, 15 och 22 september"), and the token after.
fn at(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(Vec<DateMention>, usize)> {
    // "Day 1 – Tuesday 19 May", "Kväll 1, tisdag 25 februari": the day's number is no date.
    if i > 0
        && tokens[i].number().is_some()
        && tokens.get(i + 1).is_some_and(|t| t.dash() || t.sign(',') || t.sign(':'))
        && tokens.get(i + 2).is_some_and(|t| t.kind == Kind::Word || t.number().is_some())
        && is_counted(&tokens[i - 1], &tokens[i + 1], &tokens[i + 2])
        && worded(text, tokens, i + 2).is_some()
    {
        return None;
    }
    // "kl. 8.00–12.30 och onsdag 21 oktober": the minutes are no day.
    if i > 1
        && tokens[i].number().is_some()
        && !tokens[i].spaced
        && !tokens[i - 1].spaced
        && (tokens[i - 1].sign('.') || tokens[i - 1].sign(':'))
        && tokens[i - 2].number().is_some()
    {
        return None;
    }
    // "v. 15, onsdag 14 april": the week's number is no day.
    let before = i.checked_sub(1).filter(|&k| !tokens[k].sign('.')).or(i.checked_sub(2));
    // "kl. 13 till 15 april": the hour is no day.
    if tokens[i].number().is_some_and(|(_, digits)| digits <= 2)
        && before.is_some_and(|k| matches!(tokens[k].text, "kl" | "klockan"))
        && tokens.get(i + 1).is_some_and(|t| t.sign(',') || t.dash() || t.is("till"))
    {
        return None;
    }
    if tokens[i].number().is_some()
        && before.is_some_and(|k| matches!(tokens[k].text, "v" | "vecka" | "week"))
        && tokens.get(i + 1).is_some_and(|t| t.sign(',') || t.dash())
    {
        return None;
    }
    if is_hour(tokens, i) {
        return None;
    }
    let (first, next) = worded(text, tokens, i).or_else(|| numeric(tokens, i))?;
    if first.len() == 1
        && first[0].until.is_none()
        && first[0].day.is_some()
        && let Some((merged, next)) = range_on(text, tokens, &first[0], next)
    {
        return Some((vec![merged], next));
    }
    Some((first, next))
}

/// "kl 14-17 och torsdag 9 oktober": is the number one of the hours after "kl", with "och" after it?
fn is_hour(tokens: &[Token<'_>], i: usize) -> bool {
    let joined = tokens[i].number().is_some()
        && (1..=4).any(|n| tokens.get(i + n).is_some_and(joins))
        && tokens.get(i.wrapping_sub(1)).is_some();
    joined
        && tokens[i.saturating_sub(5)..i]
            .iter()
            .rev()
            .find(|t| !(t.number().is_some() || t.dash() || t.sign('.') || t.sign(':')))
            .is_some_and(|t| matches!(t.text, "kl" | "klockan"))
}

/// Is the number after the word, before the sign and what comes after it, one of a row of sessions:
/// "Träff 2, 4 mars", "Session 3: Tuesday 12 May", "Kurskväll 1 – tisdag 25 februari"? Not "Kurs 3–4 mars".
fn is_counted(word: &Token<'_>, sign: &Token<'_>, after: &Token<'_>) -> bool {
    if word.kind != Kind::Word {
        return false;
    }
    if matches!(word.text, "dag" | "day" | "del" | "part" | "träff" | "nr") {
        return true;
    }
    let weekday = weekday_word(after.text).is_some();
    let of_a_date = weekday_word(word.text).is_some()
        || month_of(word.text).is_some()
        || joins(word)
        || matches!(
            word.text,
            "den"
                | "the"
                | "mellan"
                | "between"
                | "från"
                | "from"
                | "till"
                | "to"
                | "senast"
                | "by"
                | "on"
                | "of"
        );
    weekday && !of_a_date
        || !sign.dash()
            && matches!(
                word.text,
                "kväll"
                    | "evening"
                    | "session"
                    | "pass"
                    | "tillfälle"
                    | "steg"
                    | "step"
                    | "modul"
                    | "module"
                    | "etapp"
                    | "omgång"
                    | "lektion"
                    | "kurskväll"
                    | "kurstillfälle"
                    | "kursdag"
                    | "studiekväll"
            )
}

/// "31 aug – 1 sept 2023": a second date right after a dash or "till".
fn range_on(
    text: &str,
    tokens: &[Token<'_>],
    first: &DateMention,
    i: usize,
) -> Option<(DateMention, usize)> {
    let sep = tokens.get(i)?;
    let mut j = i + 1;
    let between = from_between(tokens, first.start, i) && (sep.is("och") || sep.is("and"));
    let worded_range =
        between || sep.is("till") || sep.is("to") || sep.is("until") || sep.is("through");
    if sep.is("t") || sep.is("tom") {
        // "t.o.m.", "t o m", "tom."
        while tokens.get(j).is_some_and(|t| t.sign('.') || t.is("o") || t.is("m")) {
            j += 1;
        }
    } else if !(sep.dash() || worded_range) {
        return None;
    }
    if worded_range
        && tokens.get(j).is_some_and(|t| t.is("och"))
        && tokens.get(j + 1).is_some_and(|t| t.is("med"))
    {
        j += 2;
    }
    let (second, next) = worded(text, tokens, j).or_else(|| numeric(tokens, j))?;
    let second = second.into_iter().next()?;
    let (Some(day), None) = (second.day, second.until) else { return None };
    // "23 december 2026 – 12 januari" ends the year after.
    let turns = second.month < first.month;
    let year = second.year.or(first.year.map(|y| y + i32::from(turns)));
    let merged = DateMention {
        year: first.year.or(match second.year {
            // "28 december – 3 januari 2027" begins the year before.
            Some(y) if first.month > second.month => Some(y - 1),
            other => other,
        }),
        until: Some(DateEnd { year, month: second.month, day, weekday: second.weekday }),
        end: second.end,
        ..first.clone()
    };
    Some((merged, next))
}

/// "mellan 15 februari och 15 mars": does "mellan" stand before the date that began at `start`?
fn from_between(tokens: &[Token<'_>], start: usize, i: usize) -> bool {
    let Some(first) = (0..i).rfind(|&k| tokens[k].start <= start) else { return false };
    let mut k = first;
    while k > 0 && (tokens[k].is("den") || k == first) {
        k -= 1;
        if matches!(tokens[k].text, "mellan" | "between") {
            return true;
        }
        if !(tokens[k].is("den") || tokens[k].is("the")) {
            return false;
        }
    }
    false
}

/// A date with the month in letters, day first or month first.
fn worded(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(Vec<DateMention>, usize)> {
    let token = tokens.get(i)?;
    let mut j = i;
    let mut weekday = None;
    if token.kind == Kind::Word
        && let Some(day) = weekday_word(token.text).or_else(|| two_letters(text, tokens, i))
    {
        weekday = Some(day);
        j += 1;
        while tokens.get(j).is_some_and(|t| t.sign('.') || t.sign(',')) {
            j += 1;
        }
    }
    // "lör–sön 14–15 nov", "lördag och söndag 14–15 november", "Friday to Sunday, 4–6 June": the first
    // day is that of the first weekday.
    if weekday.is_some()
        && tokens.get(j).is_some_and(|t| t.dash() || joins(t) || t.is("till") || t.is("to"))
        && let Some(last) = tokens.get(j + 1).filter(|t| t.kind == Kind::Word)
        && weekday_word(last.text).is_some()
    {
        let mut k = j + 2;
        while tokens
            .get(k)
            .is_some_and(|t| t.sign('.') || t.sign(',') || t.is("den") || t.is("the"))
        {
            k += 1;
        }
        let several = |t: &Token<'_>| t.dash() || joins(t) || t.sign(',');
        if tokens.get(k).is_some_and(|t| t.number().is_some())
            && tokens.get(k + 1).is_some_and(several)
        {
            j = k;
        }
    }
    while tokens.get(j).is_some_and(|t| t.is("den") || t.is("the")) {
        j += 1;
    }
    let token = tokens.get(j)?;
    match token.kind {
        Kind::Number(day, 1..=2) if (1..=31).contains(&day) => {
            day_first(text, tokens, i, j, weekday)
        }
        Kind::Word => month_first(text, tokens, i, j, weekday),
        // "torsdag 27/11", "måndag 2026-03-02"
        _ => None,
    }
    .or_else(|| {
        if j == i {
            return None;
        }
        let (mut dates, next) = numeric(tokens, j)?;
        if let Some(first) = dates.first_mut() {
            first.weekday = weekday;
            first.start = tokens[i].start;
        }
        Some((dates, next))
    })
}

/// A weekday in two letters.
pub(super) fn weekday_of_two(word: &str) -> Option<u8> {
    ["må", "ti", "on", "to", "fr", "lö", "sö"]
        .iter()
        .position(|w| *w == word)
        .and_then(|n| u8::try_from(n).ok())
}

/// "ti 3", "lördag 7–8", and a bare "5" before its hours: a day whose month stands over it.
pub(super) fn day_alone(
    tokens: &[Token<'_>],
    i: usize,
    (month, year): (u8, Option<i32>),
) -> Option<DateMention> {
    let word = tokens.get(i)?;
    let weekday = weekday_word(word.text).or_else(|| weekday_of_two(word.text));
    let mut at = i;
    if word.kind == Kind::Word {
        weekday?;
        at += 1;
        while tokens.get(at).is_some_and(|t| t.sign('.') || t.sign(',') || t.is("den")) {
            at += 1;
        }
    }
    let limit = u32::from(days_in_month(year, month));
    let day_at = |k: usize| match tokens.get(k)?.number()? {
        (day, 1..=2) if (1..=limit).contains(&day) => u8::try_from(day).ok(),
        _ => None,
    };
    let day = day_at(at)?;
    let mut next = at + 1;
    let mut until = None;
    if tokens.get(next).is_some_and(Token::dash)
        && let Some(last) = day_at(next + 1).filter(|last| *last > day)
        && !tokens
            .get(next + 2)
            .is_some_and(|t| !t.spaced && matches!(t.kind, Kind::Sign('.' | ':' | '/')))
    {
        until = Some(DateEnd { year, month, day: last, weekday: None });
        next += 2;
    }
    // "lördag 10.30", "tisdag 3/4", "fredag 12 personer", "lördag 9 maj"
    let after = tokens.get(next);
    if after.is_some_and(|t| {
        !t.spaced && !t.sign(',') && !t.sign(':') && !(t.sign('.') && next + 1 == tokens.len())
            || t.kind == Kind::Word
                && (month_of(t.text).is_some() || super::tokens::is_unit(t.text))
    }) {
        return None;
    }
    // Without its weekday a number is a day only before its hours.
    let timed = after.is_some_and(|t| t.is("kl") || t.is("klockan"));
    if weekday.is_none() && !timed {
        return None;
    }
    Some(DateMention {
        year,
        month,
        day: Some(day),
        weekday,
        until,
        start: word.start,
        end: tokens[next - 1].end,
    })
}

/// "Må 3 maj", "Lö 8/5", "To 6 maj": a weekday in two letters, where nothing else can be meant.
fn two_letters(text: &str, tokens: &[Token<'_>], i: usize) -> Option<u8> {
    let token = &tokens[i];
    let weekday = weekday_of_two(token.text)?;
    // "fr 9 okt   Lärbro, Coop": first of a line or a column it need not be capital.
    let capital = token.leads || text[token.start..].starts_with(char::is_uppercase);
    let next = tokens.get(i + 1)?;
    let at = i + 1 + usize::from(next.sign('.'));
    tokens.get(at)?.number().filter(|&(day, digits)| digits <= 2 && day <= 31)?;
    let after = tokens.get(at + 1)?;
    // "On 5 May" and "to 5 May" are English.
    let swedish = after.sign('/')
        || matches!(
            after.text,
            "januari"
                | "februari"
                | "mars"
                | "maj"
                | "juni"
                | "juli"
                | "augusti"
                | "oktober"
                | "okt"
        );
    let month = after.sign('/') || month_of(after.text).is_some();
    // "ti 2 sept" at the head of a line: Swedish months begin with a small letter too.
    let small = i == 0 && text[after.start..].starts_with(|c: char| c.is_lowercase() || c == '/');
    (month && (capital && (swedish || !matches!(weekday, 2 | 3)) || small)).then_some(weekday)
}

fn day_first(
    text: &str,
    tokens: &[Token<'_>],
    from: usize,
    i: usize,
    weekday: Option<u8>,
) -> Option<(Vec<DateMention>, usize)> {
    // Days until the month: "23 – 24 sept", "8, 15 och 22 september", "28 29 sep", "den 12:e mars".
    let mut days: Vec<(u32, bool)> = vec![(tokens[i].number()?.0, false)];
    let mut j = ordinal_suffix(tokens, i + 1);
    let mut ranged = false;
    let mut between =
        tokens.get(from.wrapping_sub(1)).is_some_and(|t| t.is("mellan") || t.is("between"));
    between |= from > 1 && tokens[from - 1].is("den") && tokens[from - 2].is("mellan");
    loop {
        if days.len() > 12 {
            return None;
        }
        let token = tokens.get(j)?;
        if token.kind == Kind::Word && month_of(token.text).is_some() {
            break;
        }
        if token.is("of") {
            j += 1;
            continue;
        }
        let (mut k, dash) = if token.dash() || token.is("till") || token.is("to") {
            (j + 1, true)
        } else if joins(token) {
            // "resp. 15 april"
            let dot = tokens.get(j + 1).is_some_and(|t| t.sign('.') && token.text.len() < 5);
            (j + 1 + usize::from(dot), between && token.text != "eller")
        } else if token.sign(',') {
            let k = j + 1;
            (if tokens.get(k).is_some_and(joins) { k + 1 } else { k }, false)
        } else if token.number().is_some_and(|(day, digits)| {
            let apart = if tokens[from].leads { 6 } else { 1 };
            digits <= 2 && day > days[0].0 && day <= days[0].0 + apart
        }) && days.len() == 1
            && token.spaced
        {
            // The dash was lost on the way out of a PDF.
            (j, true)
        } else {
            return None;
        };
        // "onsdag 3 och torsdag 4 juni"
        let mut own_weekday = false;
        while tokens.get(k).is_some_and(|t| {
            t.is("den")
                || t.is("the")
                || (t.kind == Kind::Word && weekday_word(t.text).is_some() && !own_weekday)
        }) {
            own_weekday |= !tokens[k].is("den");
            k += 1;
        }
        let (day, digits) = tokens.get(k)?.number()?;
        if digits > 2 || !(1..=31).contains(&day) {
            return None;
        }
        days.push((day, dash));
        ranged |= dash;
        j = ordinal_suffix(tokens, k + 1);
    }
    let month_token = tokens.get(j)?;
    let month = month_of(month_token.text)?;
    if month_token.text == "may" && !text[month_token.start..].starts_with('M') {
        return None;
    }
    let mut end = month_token.end;
    j += 1;
    let mut year = None;
    let (k, y, e) = year_at(tokens, j);
    if let Some(y) = y {
        (j, year, end) = (k, Some(y), e);
    } else if tokens.get(j).is_some_and(|t| t.sign('.') && !t.spaced) && month_token.text.len() <= 5
    {
        j += 1;
    }
    let limit = u32::from(days_in_month(year, month));
    if days.iter().any(|&(day, _)| day > limit) {
        return None;
    }
    let as_day = |day: u32| u8::try_from(day).unwrap_or(1);
    let start = tokens[from].start;
    let mention = |day: u32, until: Option<u32>, weekday: Option<u8>| DateMention {
        year,
        month,
        day: Some(as_day(day)),
        weekday,
        until: until.map(|d| DateEnd { year, month, day: as_day(d), weekday: None }),
        start,
        end,
    };
    if ranged && days.len() == 2 {
        // An order that runs backwards is kept as written; it is for the reader to point out.
        return Some((vec![mention(days[0].0, Some(days[1].0), weekday)], j));
    }
    let dates = days
        .iter()
        .enumerate()
        .map(|(n, &(day, _))| mention(day, None, weekday.filter(|_| n == 0)))
        .collect();
    Some((dates, j))
}

fn month_first(
    text: &str,
    tokens: &[Token<'_>],
    from: usize,
    i: usize,
    weekday: Option<u8>,
) -> Option<(Vec<DateMention>, usize)> {
    let token = tokens.get(i)?;
    let month = month_of(token.text)?;
    // "may" and "mars" are words too; as a month they are followed by a number.
    if matches!(token.text, "may" | "march" | "mar" | "sun" | "sat")
        && !text[token.start..].starts_with(char::is_uppercase)
    {
        return None;
    }
    let mut j = i + 1;
    if tokens.get(j).is_some_and(|t| t.sign('.') && !t.spaced) {
        j += 1;
    }
    let number = tokens.get(j)?;
    let (value, digits) = number.number()?;
    if digits == 4 && (1900..=2100).contains(&value) {
        let year = i32::try_from(value).ok();
        let mention = DateMention {
            year,
            month,
            day: None,
            weekday: None,
            until: None,
            start: tokens[from].start,
            end: number.end,
        };
        return Some((vec![mention], j + 1));
    }
    // A clock time after a month ("i maj 10.30") is no day.
    if digits > 2 || !(1..=31).contains(&value) {
        return None;
    }
    let after = ordinal_suffix(tokens, j + 1);
    let clock = tokens.get(after).is_some_and(|t| (t.sign('.') || t.sign(':')) && !t.spaced)
        && tokens.get(after + 1).is_some_and(|t| t.number().is_some() && !t.spaced);
    let day_before = i > 0 && tokens[i - 1].number().is_some();
    if clock || day_before || value > u32::from(days_in_month(None, month)) {
        return None;
    }
    let mut end = number.end;
    let mut next = after;
    let mut until = None;
    if tokens.get(next).is_some_and(Token::dash)
        && let Some((second, 1..=2)) = tokens.get(next + 1).and_then(Token::number)
        && second > value
        && second <= u32::from(days_in_month(None, month))
        && !tokens.get(next + 2).is_some_and(|t| (t.sign('.') || t.sign(':')) && !t.spaced)
    {
        until = u8::try_from(second).ok();
        end = tokens[next + 1].end;
        next += 2;
    }
    let (k, mut year, e) = year_at(tokens, next);
    if year.is_some() {
        (next, end) = (k, e);
    }
    let mut days = vec![value];
    if until.is_none() && year.is_none() {
        let (more, after) = listed(tokens, next, month);
        if let (after, year_after @ Some(_), e) = year_at(tokens, after) {
            days.extend(more);
            (next, year, end) = (after, year_after, e);
        }
    }
    let mention = |day: u32| DateMention {
        year,
        month,
        day: u8::try_from(day).ok(),
        weekday: weekday.filter(|_| day == value),
        until: until.map(|day| DateEnd { year, month, day, weekday: None }),
        start: tokens[from].start,
        end,
    };
    Some((days.into_iter().map(mention).collect(), next))
}

/// "April 14, 21 and 28, 2026": the days after the first, and the token after them.
fn listed(tokens: &[Token<'_>], from: usize, month: u8) -> (Vec<u32>, usize) {
    let (mut days, mut next) = (Vec::new(), from);
    while days.len() < 12 {
        let Some(sep) = tokens.get(next).filter(|t| t.sign(',') || joins(t)) else { break };
        let comma = sep.sign(',') && tokens.get(next + 1).is_some_and(joins);
        let at = next + 1 + usize::from(comma);
        let Some((day, 1..=2)) = tokens.get(at).and_then(Token::number) else { break };
        if day == 0 || day > u32::from(days_in_month(None, month)) {
            break;
        }
        days.push(day);
        next = ordinal_suffix(tokens, at + 1);
    }
    (days, next)
}

/// A word or sign between the days of a list.
fn joins(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Word => matches!(
            token.text,
            "och" | "and" | "samt" | "eller" | "or" | "respektive" | "resp" | "alternativt"
        ),
        _ => token.sign('&') || token.sign('+'),
    }
}

/// "st", "nd", "rd", "th", ":e", ":a" right after a day.
fn ordinal_suffix(tokens: &[Token<'_>], i: usize) -> usize {
    match tokens.get(i) {
        Some(t) if !t.spaced && matches!(t.text, "st" | "nd" | "rd" | "th") => i + 1,
        Some(t)
            if t.sign(':')
                && tokens.get(i + 1).is_some_and(|t| !t.spaced && matches!(t.text, "e" | "a")) =>
        {
            i + 2
        }
        // "den 12. mars", "14.–15. mars"
        Some(t)
            if t.sign('.')
                && !t.spaced
                && tokens.get(i + 1).is_some_and(|t| {
                    t.spaced && month_of(t.text).is_some()
                        || (t.dash() || joins(t))
                            && tokens.get(i + 2).is_some_and(|t| t.number().is_some())
                            && tokens
                                .get(i + 3)
                                .is_some_and(|t| t.sign('.') || month_of(t.text).is_some())
                            && !tokens.get(i + 4).is_some_and(|t| t.number().is_some())
                }) =>
        {
            i + 1
        }
        _ => i,
    }
}

/// A year, perhaps after a comma or a dash; the token after it, the year and where it ends.
fn year_at(tokens: &[Token<'_>], i: usize) -> (usize, Option<i32>, usize) {
    let mut j = i;
    if tokens.get(j).is_some_and(|t| t.sign('.') || t.sign(',') || (t.dash() && !t.spaced)) {
        j += 1;
    }
    if let Some(token) = tokens.get(j)
        && let Some((value, 4)) = token.number()
        && (1900..=2100).contains(&value)
    {
        // "den 4 maj, 2000 kronor" is no year.
        let money = tokens
            .get(j + 1)
            .is_some_and(|t| matches!(t.text, "kr" | "kronor" | "sek" | "personer" | "deltagare"));
        let clock = tokens.get(j + 1).is_some_and(|t| (t.sign(':') || t.sign('.')) && !t.spaced)
            && tokens.get(j + 2).is_some_and(|t| t.number().is_some() && !t.spaced);
        if !money && !clock {
            return (j + 1, i32::try_from(value).ok(), token.end);
        }
    }
    // "14 april -26", "14 april ’26"
    if tokens.get(i).is_some_and(|t| t.dash() || t.sign('\'') || t.sign('’'))
        && let Some(token) = tokens.get(i + 1).filter(|t| !t.spaced)
        && let Some((value @ 20..=60, 2)) = token.number()
        && !tokens.get(i + 2).is_some_and(|t| {
            month_of(t.text).is_some() || matches!(t.kind, Kind::Sign('.' | ':' | '/')) && !t.spaced
        })
        && (tokens[i].spaced || !tokens[i].dash())
    {
        return (i + 2, i32::try_from(2000 + value).ok(), token.end);
    }
    (i, None, 0)
}
