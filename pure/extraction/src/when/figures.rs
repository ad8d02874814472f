//! Dates in figures alone, and the years after them.

use super::dates::{month_of, weekday_word};
use super::tokens::{Kind, Token};
use super::{DateEnd, DateMention, days_in_month};

/// Dates in figures alone: `2026-04-14`, `24.3.2026`, `27/11`, `24-25/4`, `14/4-2026`, `14/4 2026`.
pub(super) fn numeric(tokens: &[Token<'_>], i: usize) -> Option<(Vec<DateMention>, usize)> {
    let first = tokens.get(i)?;
    if let Some(found) = run_of_figures(tokens, i) {
        return Some(found);
    }
    let (a, a_digits) = first.number()?;
    let glued = |k: usize| tokens.get(k).is_some_and(|t| !t.spaced);
    let num = |k: usize| tokens.get(k).and_then(Token::number);
    if i > 0
        && !first.spaced
        && matches!(tokens[i - 1].kind, Kind::Sign('/' | '.' | ':') | Kind::Number(..) | Kind::Word)
    {
        return None;
    }
    let single = |year, month: u32, day: u32, end, next| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        let mention = DateMention {
            year,
            month,
            day: Some(day),
            weekday: None,
            until: None,
            start: first.start,
            end,
        };
        Some((vec![mention], next))
    };
    let year_in = |k: usize| {
        num(k)
            .filter(|&(y, d)| d == 4 && (1900..=2100).contains(&y))
            .and_then(|(y, _)| i32::try_from(y).ok())
    };
    // ISO
    if a_digits == 4 && (1900..=2100).contains(&a) {
        let sep = tokens.get(i + 1)?;
        if (sep.dash() || sep.sign('/') || sep.sign('.'))
            && glued(i + 1)
            && glued(i + 2)
            && let (Some((m, 1..=2)), Some((d, 1..=2))) = (num(i + 2), num(i + 4))
            && tokens.get(i + 3).is_some_and(|t| t.kind == sep.kind)
            && glued(i + 3)
            && glued(i + 4)
        {
            let (mut dates, next) = single(i32::try_from(a).ok(), m, d, tokens[i + 4].end, i + 5)?;
            // "2026-04-14--15"
            let dashes = (next..tokens.len().min(next + 3))
                .take_while(|&k| tokens[k].dash() && !tokens[k].spaced);
            let last = next + dashes.count();
            if last > next
                && let Some((until, 1..=2)) = num(last).filter(|_| glued(last))
                && until > d
                && until <= u32::from(days_in_month(dates[0].year, dates[0].month))
                && !tokens.get(last + 1).is_some_and(|t| {
                    !t.spaced && (t.sign(':') || t.sign('.') || t.dash()) && num(last + 2).is_some()
                })
            {
                let (year, month) = (dates[0].year, dates[0].month);
                let day = u8::try_from(until).ok()?;
                dates[0].until = Some(DateEnd { year, month, day, weekday: None });
                dates[0].end = tokens[last].end;
                return Some((dates, last + 1));
            }
            return Some((dates, next));
        }
        return None;
    }
    if a_digits > 2 {
        return None;
    }
    // 24-25/4
    if tokens.get(i + 1).is_some_and(Token::dash)
        && let (Some((b, 1..=2)), Some((m, 1..=2))) = (num(i + 2), num(i + 4))
        && tokens.get(i + 3).is_some_and(|t| t.sign('/') && !t.spaced)
        && glued(i + 4)
        && a < b
    {
        let (year, end, next) = slash_year(tokens, i + 5, tokens[i + 4].end);
        let (mut dates, next) = single(year, m, a, end, next)?;
        dates[0].until = Some(DateEnd {
            year,
            month: u8::try_from(m).ok()?,
            day: u8::try_from(b).ok()?,
            weekday: None,
        });
        return (b <= u32::from(days_in_month(year, dates[0].month))).then_some((dates, next));
    }
    if let Some((mut dates, next)) = dotted_range(tokens, i)
        && let [date] = &mut dates[..]
    {
        date.start = first.start;
        return Some((dates, next));
    }
    let sep = tokens.get(i + 1)?;
    let (m, 1..=2) = num(i + 2)? else { return None };
    if !glued(i + 1) || !glued(i + 2) {
        return None;
    }
    if sep.sign('.') || sep.dash() {
        // 24.3 2026
        let clocked = i > 0
            && (matches!(tokens[i - 1].text, "kl" | "klockan")
                || tokens[i - 1].sign('.') && i > 1 && tokens[i - 2].is("kl"));
        if sep.sign('.')
            && !clocked
            && let Some(year) = year_in(i + 3).filter(|_| !glued(i + 3))
        {
            return single(Some(year), m, a, tokens[i + 3].end, i + 4);
        }
        // 24.3.2026, 24-03-2026
        let year = year_in(i + 4).filter(|_| {
            tokens.get(i + 3).is_some_and(|t| t.kind == sep.kind && !t.spaced) && glued(i + 4)
        });
        if let Some(year) = year {
            return single(Some(year), m, a, tokens[i + 4].end, i + 5);
        }
        // 14.04.26
        if let Some((y @ 20..=60, 2)) = num(i + 4)
            && sep.sign('.')
            && !clocked
            && tokens[i].text.len() == 2
            && tokens[i + 2].text.len() == 2
            && tokens[i + 3].sign('.')
            && glued(i + 3)
            && glued(i + 4)
            && !(glued(i + 5) && num(i + 6).is_some())
        {
            return single(i32::try_from(2000 + y).ok(), m, a, tokens[i + 4].end, i + 5);
        }
        if sep.sign('.') && !clocked && is_day_and_month(tokens, i) {
            return single(None, m, a, tokens[i + 2].end, i + 3);
        }
        return None;
    }
    if !sep.sign('/') {
        return None;
    }
    // A fraction of something: "2/3 av", "1/2 pris".
    if a < m
        && tokens.get(i + 3).is_some_and(|t| {
            matches!(t.text, "av" | "of" | "del" | "delar" | "pris")
                || t.sign('/') && num(i + 4).is_none()
        })
    {
        return None;
    }
    let (year, end, next) = slash_year(tokens, i + 3, tokens[i + 2].end);
    single(year, m, a, end, next)
}

/// "14–15.4.2026", "14.–15.4.2026", "14.4–16.4.2026".
fn dotted_range(tokens: &[Token<'_>], i: usize) -> Option<(Vec<DateMention>, usize)> {
    let num = |k: usize| match tokens.get(k)?.number()? {
        (n, 1..=2) => u8::try_from(n).ok(),
        _ => None,
    };
    let dot = |k: usize| tokens.get(k).is_some_and(|t| t.sign('.') && !t.spaced);
    let day = num(i)?;
    let mut k = i + 1;
    let mut first_month = None;
    if dot(k) {
        k += 1;
        if let Some(month) = num(k).filter(|_| !tokens[k].spaced) {
            first_month = Some(month);
            k += 1 + usize::from(dot(k + 1));
        }
    }
    tokens.get(k).filter(|t| t.dash())?;
    let (last, month) = (num(k + 1)?, num(k + 3)?);
    let year_at = tokens.get(k + 5)?;
    let (year, 4) = year_at.number()? else { return None };
    let year = i32::try_from(year).ok().filter(|y| (1990..=2100).contains(y))?;
    let whole = dot(k + 2) && !tokens[k + 3].spaced && dot(k + 4) && !year_at.spaced;
    let from = first_month.unwrap_or(month);
    let valid = |m: u8, d: u8| (1..=12).contains(&m) && d > 0 && d <= days_in_month(Some(year), m);
    if !whole || !valid(from, day) || !valid(month, last) || (from, day) >= (month, last) {
        return None;
    }
    let mention = DateMention {
        year: Some(year),
        month: from,
        day: Some(day),
        weekday: None,
        until: Some(DateEnd { year: Some(year), month, day: last, weekday: None }),
        start: tokens[i].start,
        end: year_at.end,
    };
    Some((vec![mention], k + 6))
}

/// "senast 5.9", "fredag 5.9", "den 5.9", "Datum: 8.11", "24.5 kl. 12–15": a day and a month, not a
/// clock time ("senast 15.30", "kl. 12.10") nor a decimal ("2.5 km").
fn is_day_and_month(tokens: &[Token<'_>], i: usize) -> bool {
    let (Some((day, _)), Some((_, digits))) =
        (tokens[i].number(), tokens.get(i + 2).and_then(Token::number))
    else {
        return false;
    };
    let after = tokens.get(i + 3);
    // "5.9.2", "9.10–11": a version, hours.
    if after.is_some_and(|t| {
        t.dash() && tokens.get(i + 4).is_some_and(|n| n.number().is_some())
            || t.sign('%')
            || (t.sign('.') || t.sign(':') || t.sign(','))
                && !t.spaced
                && tokens.get(i + 4).is_some_and(|n| n.number().is_some() && !n.spaced)
            || t.kind == Kind::Word && super::tokens::is_unit(t.text)
    }) {
        return false;
    }
    // No hour has a minute of one figure, and no day more hours than 24.
    let no_clock = digits == 1 || day > 24;
    // A sign before the first word leads the line too: "📅 25.1".
    let led = i == 1 && matches!(tokens[0].kind, Kind::Sign(c) if !matches!(c, '.' | ':' | '('));
    let Some(before) = i.checked_sub(1).map(|k| &tokens[k]).filter(|_| !led) else {
        // "16.8, 09:30–10:00"
        let sign = tokens.get(i + 3).is_some_and(|t| t.sign(',') || t.sign('|') || t.sign('•'));
        let hours = tokens.get(i + 4).is_some_and(|t| t.number().is_some())
            && tokens.get(i + 5).is_some_and(|t| t.sign('.') || t.sign(':'));
        return before_hours(tokens, i + 3)
            || no_clock && sign && hours
            || no_clock
                && (tokens.len() == i + 3 || tokens.len() == i + 4 && tokens[i + 3].sign('.'));
    };
    let abbreviated = before.sign('.') && i > 1 && weekday_word(tokens[i - 2].text).is_some();
    if abbreviated || weekday_word(before.text).is_some() || before.is("den") {
        return true;
    }
    if before_hours(tokens, i + 3) && no_clock {
        return true;
    }
    if before.sign(':') {
        let Some(label) = i.checked_sub(2).map(|k| tokens[k].text) else { return false };
        return ["datum", "date", "dag", "när"].contains(&label)
            || ["anmälningsdag", "anmälan", "svarsdag"].iter().any(|w| label.ends_with(w));
    }
    let limits = matches!(before.text, "senast" | "före" | "innan" | "stänger" | "öppnar");
    // "höjs från 1.5 till 2.5" is none, "anmälan är öppen till 2.5" is one.
    let ends = limits || matches!(before.text, "med" | "till" | "är" | "ut" | "from");
    let registering = || {
        // Looked for not far back, however long the line is.
        tokens[i.saturating_sub(30)..i].iter().any(|t| {
            t.kind == Kind::Word
                && ["anmäl", "sista", "osa", "svar", "boka"].iter().any(|w| t.text.starts_with(w))
        }) || tokens.len() > 4
            && ["o", ".", "s", "."].iter().zip(tokens).all(|(sign, t)| t.text == *sign)
    };
    limits && no_clock || (ends || no_clock && before.kind == Kind::Word) && registering()
}

/// "… kl. 18", "…, klockan 12": do hours come next?
fn before_hours(tokens: &[Token<'_>], i: usize) -> bool {
    let i = i + usize::from(
        tokens.get(i).is_some_and(|t| matches!(t.kind, Kind::Sign(',' | '|' | '•' | '·' | '–'))),
    );
    let i = i + usize::from(tokens.get(i).is_some_and(|t| t.is("från") || t.is("mellan")));
    tokens.get(i).is_some_and(|t| t.is("kl") || t.is("klockan"))
}

/// "Datum: 260414", "senast 20260414", "260414 kl. 18": year, month and day without a sign between.
fn run_of_figures(tokens: &[Token<'_>], i: usize) -> Option<(Vec<DateMention>, usize)> {
    let token = tokens.get(i)?;
    let digits = token.text;
    if !matches!(digits.len(), 6 | 8) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = digits.split_at(digits.len() - 4);
    let year: i32 = year.parse().ok()?;
    let year = if digits.len() == 6 { 2000 + year } else { year };
    let month: u8 = rest[..2].parse().ok()?;
    let day: u8 = rest[2..].parse().ok()?;
    if !(2015..=2060).contains(&year)
        || !(1..=12).contains(&month)
        || day == 0
        || day > days_in_month(Some(year), month)
    {
        return None;
    }
    // "080-260414", "260414-1234", "260 414" and amounts are none.
    let glued = |k: usize| {
        tokens.get(k).is_some_and(|t| {
            !t.spaced && (t.dash() || matches!(t.kind, Kind::Sign('/' | ':' | '+' | '#')))
        })
    };
    let after = tokens.get(i + 1);
    if !token.spaced && i > 0 && !tokens[i - 1].sign('(')
        || glued(i + 1) && tokens.get(i + 2).is_some_and(|t| !t.spaced && t.number().is_some())
        || after.is_some_and(|t| super::tokens::is_unit(t.text))
    {
        return None;
    }
    let said = match i.checked_sub(1).map(|k| &tokens[k]) {
        None => tokens.len() == 1 || before_hours(tokens, i + 1),
        Some(t) if t.sign(':') => {
            i > 1 && {
                let label = tokens[i - 2].text;
                ["datum", "date", "dag", "när", "tid", "when", "senast", "anmälan", "uppdaterad"]
                    .iter()
                    .any(|w| label.ends_with(w))
            }
        }
        Some(t) => {
            weekday_word(t.text).is_some()
                || matches!(
                    t.text,
                    "den"
                        | "senast"
                        | "före"
                        | "till"
                        | "med"
                        | "datum"
                        | "by"
                        | "är"
                        | "from"
                        | "on"
                )
        }
    };
    said.then(|| {
        let mention = DateMention {
            year: Some(year),
            month,
            day: Some(day),
            weekday: None,
            until: None,
            start: token.start,
            end: token.end,
        };
        (vec![mention], i + 1)
    })
}

/// The year after `14/4`: "/2026", "-2026", " 2026", "/26", "-26".
fn slash_year(tokens: &[Token<'_>], i: usize, end: usize) -> (Option<i32>, usize, usize) {
    // "29/11 -26": the dash stands by the year.
    if tokens.get(i).is_some_and(|t| t.spaced && t.dash())
        && let Some(token) = tokens.get(i + 1).filter(|t| !t.spaced)
        && let Some((value @ 20..=60, 2)) = token.number()
        && !tokens.get(i + 2).is_some_and(|t| {
            matches!(t.kind, Kind::Sign('.' | ':' | '/')) && !t.spaced || month_of(t.text).is_some()
        })
    {
        return (i32::try_from(2000 + value).ok(), token.end, i + 2);
    }
    let glued_sep = tokens.get(i).is_some_and(|t| (t.sign('/') || t.dash()) && !t.spaced);
    let at = if glued_sep { i + 1 } else { i };
    if let Some(token) = tokens.get(at)
        && let Some((value, digits)) = token.number()
    {
        // "15/7 20.30" has a clock time, "senast 15/7 2026." is the end of a sentence.
        let clock = tokens
            .get(at + 1)
            .is_some_and(|t| (t.sign(':') || t.sign('.') || t.sign('/')) && !t.spaced)
            && tokens.get(at + 2).is_some_and(|t| t.number().is_some() && !t.spaced);
        if digits == 4 && (1900..=2100).contains(&value) && !clock {
            return (i32::try_from(value).ok(), token.end, at + 1);
        }
        if digits == 2 && glued_sep && !token.spaced && (20..=60).contains(&value) && !clock {
            return (i32::try_from(2000 + value).ok(), token.end, at + 1);
        }
    }
    (None, end, i)
}
