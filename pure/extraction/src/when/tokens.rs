//! A line in words, numbers and signs, for the two grammars beside this file.

use crate::reach::Reach;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    /// Value and number of digits; more than six digits never get here as a number.
    Number(u32, u8),
    Sign(char),
    /// An address or telephone number: nothing is read in it.
    Masked,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
    /// Space before it.
    pub spaced: bool,
    /// First of the line or of a column.
    pub leads: bool,
}

impl Token<'_> {
    pub fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text == word
    }

    pub fn sign(&self, c: char) -> bool {
        self.kind == Kind::Sign(c)
    }

    pub fn dash(&self) -> bool {
        matches!(self.kind, Kind::Sign('-' | '–' | '—' | '‑' | '−' | '‐'))
    }

    pub fn number(&self) -> Option<(u32, u8)> {
        match self.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }
}

/// The tokens of a line in lower case.
pub(crate) fn split<'a>(low: &'a str, reach: &[Reach]) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    let mut masks = reach.iter().peekable();
    let mut spaced = false;
    let mut leads = true;
    let mut at = 0;
    while at < low.len() {
        while masks.peek().is_some_and(|m| m.end <= at) {
            masks.next();
        }
        if let Some(mask) = masks.peek()
            && mask.start <= at
        {
            tokens.push(Token {
                kind: Kind::Masked,
                text: &low[at..mask.end],
                start: at,
                end: mask.end,
                spaced,
                leads,
            });
            at = mask.end;
            (spaced, leads) = (false, false);
            continue;
        }
        let Some(c) = low[at..].chars().next() else { break };
        let next = at + c.len_utf8();
        if c.is_whitespace() {
            spaced = true;
            leads |= c == '\t';
            at = next;
            continue;
        }
        let (kind, end) = if c.is_ascii_digit() {
            let end = run(low, at, |d| d.is_ascii_digit());
            match low[at..end].parse::<u32>() {
                Ok(value) if end - at <= 6 => {
                    (Kind::Number(value, u8::try_from(end - at).unwrap_or(6)), end)
                }
                _ => (Kind::Masked, end),
            }
        } else if c.is_alphabetic() {
            (Kind::Word, run(low, at, char::is_alphabetic))
        } else {
            (Kind::Sign(c), next)
        };
        tokens.push(Token { kind, text: &low[at..end], start: at, end, spaced, leads });
        at = end;
        (spaced, leads) = (false, false);
    }
    tokens
}

fn run(low: &str, from: usize, belongs: impl Fn(char) -> bool) -> usize {
    low[from..]
        .char_indices()
        .find(|&(_, c)| !belongs(c))
        .map_or(low.len(), |(offset, _)| from + offset)
}

/// Does a number before the word count something, so that it is no hour?
pub(crate) fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "år" | "åringar"
            | "kr"
            | "kronor"
            | "sek"
            | "personer"
            | "person"
            | "deltagare"
            | "procent"
            | "platser"
            | "minuter"
            | "min"
            | "barn"
            | "timmar"
            | "tim"
            | "veckor"
            | "dagar"
            | "månader"
            | "km"
            | "mil"
            | "meter"
            | "m"
            | "st"
            | "stycken"
            | "poäng"
            | "hp"
            | "years"
            | "people"
            | "participants"
            | "percent"
            | "minutes"
            | "hours"
            | "days"
            | "weeks"
            | "months"
            | "seats"
            | "kommuner"
            | "föreningar"
            | "gånger"
            | "miljoner"
            | "miljon"
            | "tusen"
            | "mkr"
            | "tkr"
            | "mnkr"
            | "miljarder"
            | "euro"
            | "eur"
    )
}
