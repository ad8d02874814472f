//! What belongs to the site and not to the page: menus, breadcrumbs, headings of its own, and how
//! they are taken away. Which words they are is for [`crate::words`].

use crate::blocks::{Block, Role, is_prose, timed};
use crate::lines::{Line, Question, Shape};
use crate::people;
use crate::words::{self, LabelKind};

/// Takes the furniture away, so that a menu before a page moves nothing. What stood on its two
/// sides is not one paragraph. Copyright lines stay: they may be the only ones that name a year.
pub(crate) fn without_noise(lines: &mut Vec<Line>, blocks: &mut Vec<Block>) {
    let mut keep = blocks
        .iter()
        .zip(lines.iter())
        .map(|(b, l)| b.role != Role::Noise || l.low.starts_with('©'))
        .collect::<Vec<_>>();
    let mut after_noise = 0u8;
    for (line, kept) in lines.iter_mut().zip(&keep) {
        if *kept {
            line.gap = line.gap.max(after_noise);
            after_noise = 0;
        } else {
            after_noise = after_noise.max(line.gap).max(1);
        }
    }
    let mut flags = keep.iter();
    lines.retain(|_| *flags.next().unwrap_or(&true));
    let mut flags = keep.drain(..);
    blocks.retain(|_| flags.next().unwrap_or(true));
    if let Some(first) = lines.first_mut() {
        first.gap = 0;
    }
}

/// A breadcrumb ends in what the page is called.
pub(crate) fn crumbs(lines: &mut [Line], blocks: &[Block]) {
    let crumb = lines.iter().zip(blocks).take(40).find_map(|(line, block)| {
        let sign = [" / ", " > ", " » ", " › "].into_iter().find(|s| line.low.contains(s))?;
        let last = line.low.rsplit(sign).next()?.trim();
        (block.role == Role::Noise && last.split(' ').count() >= 2).then(|| last.to_owned())
    });
    let Some(crumb) = crumb else { return };
    let long = crumb.split(' ').count() >= 3;
    for (line, block) in lines.iter_mut().zip(blocks).take(60) {
        if block.role != Role::Noise
            && line.shape == Shape::Unknown
            && (*line.low == crumb
                || long && line.low.contains(crumb.as_str()) && line.words() < 20)
        {
            line.shape = Shape::Heading(1);
            return;
        }
    }
}

/// Is the line furniture of a site, not text of the page?
pub(crate) fn is_noise(line: &Line) -> bool {
    line.ask(Question::Noise, |line| words::is_noise(&line.low))
}

/// In a letter what is a date beside an event's own is news of its own.
pub(crate) fn without_asides(lines: &[Line], blocks: &mut [Block]) {
    for (line, block) in lines.iter().zip(blocks) {
        if block.label.is_some_and(|l| l.kind == LabelKind::Aside) {
            block.label = None;
            block.role = if is_prose(line) { Role::Prose } else { Role::Short };
        }
    }
}

/// "Kalender", "Kontakta oss" and the like are furniture in a menu and headings over their text.
pub(crate) fn known_heading(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    let Some(label) = blocks[i].label else { return false };
    if !matches!(label.kind, LabelKind::Contact | LabelKind::Programme) {
        return false;
    }
    let Some(next) = lines.get(i + 1) else { return false };
    next.gap <= 2
        && (!next.reach.is_empty()
            || people::begins(&next.text, false)
            || timed(next).is_some()
            || lines.get(i + 2).is_some_and(|l| !l.reach.is_empty() && l.gap == 0))
}

/// "Kalender" over lines that begin with a date is the letter's, not the site's.
pub(crate) fn calendar_heading(lines: &[Line], i: usize) -> bool {
    let word = lines[i].low.trim_matches(|c: char| !c.is_alphabetic());
    matches!(
        word,
        "kalender" | "kalendarium" | "evenemang" | "events" | "calendar" | "aktuellt" | "på gång"
    ) && (1..=2).all(|n| {
        lines.get(i + n).is_some_and(|next| {
            next.gap <= 1 && next.dates.first().is_some_and(|d| d.day.is_some() && d.start < 12)
        })
    })
}

/// A run of short lines around lines known as furniture is furniture.
pub(crate) fn menus(lines: &[Line], blocks: &mut [Block]) {
    let told = blocks
        .iter()
        .position(|b| b.role == Role::Prose || b.label.is_some_and(|l| l.marked))
        .unwrap_or(blocks.len());
    // "Plats", "Distans", "Språk", "Svenska": the value of a label is no entry of a menu.
    let value = |k: usize, blocks: &[Block]| {
        k > 0
            && lines[k].gap == 0
            && blocks[k].role == Role::Short
            && blocks[k - 1].role == Role::Label
            && blocks[k - 1].label.is_some_and(|l| l.value >= lines[k - 1].text.len())
    };
    let mut i = 0;
    while i < lines.len() {
        let mut end = i;
        let mut known = 0;
        while end < lines.len()
            && lines[end].words() <= 4
            && matches!(blocks[end].role, Role::Noise | Role::Short)
            && (end == i || lines[end].gap == 0)
            && lines[end].shape == Shape::Unknown
            && !lines[end].low.bytes().any(|b| b.is_ascii_digit())
            && !value(end, blocks)
        {
            known += usize::from(blocks[end].role == Role::Noise);
            end += 1;
        }
        // A long column of links needs fewer that are known, where nothing has been told yet.
        let untold = i <= told;
        if end - i >= 3 && known * 2 >= end - i || end - i >= 5 && known >= 1 && untold {
            // "Hem, Kalender, Landsbygdsting 2026" and then the text: the last is what it is about.
            let after =
                blocks[end..].iter().take(40).find(|b| b.role != Role::Noise).map(|b| b.role);
            let last = blocks[end - 1].role == Role::Short
                && blocks[end - 1].label.is_none()
                && matches!(after, Some(Role::Prose | Role::Label | Role::Day | Role::Hours));
            let (mut from, mut until) = (i, end - usize::from(last));
            // What stands over the first that is known or under the last of them may be the page's
            // own heading: "Hem", "Kalender", "Byadagen", and "Byadagen", "Lyssna", "Dela".
            if i < 30 && end < lines.len() {
                let known = |b: &Block| b.role == Role::Noise;
                from += blocks[i..end].iter().position(known).unwrap_or(0);
                let under = blocks[i..end].iter().rposition(known).map_or(0, |k| k + 1);
                until = until.min(i + under);
            }
            for block in &mut blocks[from.min(until)..until] {
                block.role = Role::Noise;
                block.label = None;
            }
        }
        i = end.max(i + 1);
    }
}
