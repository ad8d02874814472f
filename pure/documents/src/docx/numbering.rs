//! The numbers of numbered lists. Word counts while it draws; the numbers are nowhere in the text.

use super::xml::{Node, Walk, number, value};
use crate::lines::{Numbering, numeral};
use crate::model::Unreadable;
use std::collections::HashMap;

/// Levels that a list can have.
const LEVELS: usize = 9;

#[derive(Debug, Clone, Default)]
struct Level {
    /// `None` for a bullet.
    style: Option<Numbering>,
    /// How the number is shown: `%1.` or `%1.%2)`.
    pattern: String,
    start: u32,
}

#[derive(Debug, Default)]
pub(crate) struct Lists {
    levels: HashMap<u32, Vec<Level>>,
    abstract_of: HashMap<u32, u32>,
    /// How far each list has been counted.
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
}

/// What stands before a list item.
pub(crate) enum Marker {
    Bullet,
    Number(String),
}

impl Lists {
    pub fn read(xml: &str) -> Result<Self, Unreadable> {
        let mut lists = Self::default();
        let mut open_list = None;
        let mut open_number = None;
        let mut level = 0usize;
        let mut walk = Walk::new(xml);
        while let Some(node) = walk.next_node()? {
            let Node::Open(element) = node else { continue };
            let current = |lists: &mut Self, level: usize, change: &dyn Fn(&mut Level)| {
                if let Some(list) = open_list
                    && level < LEVELS
                {
                    let levels = lists.levels.entry(list).or_default();
                    levels.resize(levels.len().max(level + 1), Level::default());
                    change(&mut levels[level]);
                }
            };
            match element.local_name().as_ref() {
                "abstractNum" => {
                    open_list = number(&element, "abstractNumId");
                    open_number = None;
                }
                "num" => {
                    open_number = number(&element, "numId");
                    open_list = None;
                }
                "abstractNumId" => {
                    if let (Some(id), Some(list)) = (open_number, number(&element, "val")) {
                        lists.abstract_of.insert(id, list);
                    }
                }
                "lvl" => level = number(&element, "ilvl").map_or(LEVELS, |it| it as usize),
                "start" => {
                    let start = number(&element, "val").unwrap_or(1);
                    current(&mut lists, level, &|it| it.start = start);
                }
                "numFmt" => {
                    let style = match value(&element, "val").as_deref() {
                        Some("decimal" | "decimalZero") => Some(Numbering::Decimal),
                        Some("lowerLetter") => Some(Numbering::Letter { upper: false }),
                        Some("upperLetter") => Some(Numbering::Letter { upper: true }),
                        Some("lowerRoman") => Some(Numbering::Roman { upper: false }),
                        Some("upperRoman") => Some(Numbering::Roman { upper: true }),
                        _ => None,
                    };
                    current(&mut lists, level, &|it| it.style = style);
                }
                "lvlText" => {
                    let pattern = value(&element, "val").unwrap_or_default();
                    current(&mut lists, level, &|it| it.pattern.clone_from(&pattern));
                }
                _ => {}
            }
        }
        Ok(lists)
    }

    /// Counts one item further in a list and says what stands before it. List 0 is no list.
    pub fn next(&mut self, (id, level): (u32, u8)) -> Option<Marker> {
        if id == 0 {
            return None;
        }
        let level = usize::from(level).min(LEVELS - 1);
        let Some(list) = self.abstract_of.get(&id) else { return Some(Marker::Bullet) };
        let Some(levels) = self.levels.get(list) else { return Some(Marker::Bullet) };
        let counts = self.counts.entry(*list).or_default();
        let start = |level: usize| levels.get(level).map_or(1, |it| it.start);
        counts[level] = Some(counts[level].map_or(start(level), |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        let this = levels.get(level)?;
        if this.style.is_none() {
            return this.pattern.chars().any(|c| !c.is_whitespace()).then_some(Marker::Bullet);
        }
        let mut shown = String::new();
        let mut signs = this.pattern.chars();
        while let Some(c) = signs.next() {
            if c != '%' {
                shown.push(c);
                continue;
            }
            let Some(at) = signs.next().and_then(|d| d.to_digit(10)) else { continue };
            let at = (at as usize).saturating_sub(1).min(LEVELS - 1);
            let style = levels.get(at).and_then(|it| it.style).unwrap_or(Numbering::Decimal);
            shown.push_str(&numeral(style, counts[at].unwrap_or_else(|| start(at))));
        }
        Some(Marker::Number(shown))
    }
}
