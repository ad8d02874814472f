//! The lines of a mail's header.

use crate::blocks::{Block, Label};
use crate::lines::Line;
use crate::words::LabelKind;

/// In a mail's header "Datum:" is when it was sent; far from one "Ämne:" is no mail's subject.
pub(super) fn headers(lines: &[Line], blocks: &mut [Block]) {
    let header = |block: &Block| {
        block.label.is_some_and(|l| {
            l.marked && matches!(l.kind, LabelKind::From | LabelKind::To | LabelKind::Sent)
        })
    };
    let mut passed_on = None;
    for i in 0..lines.len() {
        if lines[i].has_any(&[
            "vidarebefordrat meddelande",
            "forwarded message",
            "ursprungligt meddelande",
            "original message",
        ]) && lines[i].words() <= 6
        {
            passed_on = Some(i);
        }
        let Some(label) = blocks[i].label else { continue };
        // The first lines of a letter that was passed on are its header, whoever it was from.
        let passed = passed_on.is_some_and(|at| {
            i <= at + 4 && (at + 1..=i).all(|k| lines[k].gap == 0 || k == at + 1)
        });
        let near =
            (i.saturating_sub(3)..(i + 4).min(lines.len())).any(|k| k != i && header(&blocks[k]));
        // "När:" among the lines of a mail's header is the meeting's own.
        let meeting = ["när", "when"].iter().any(|w| lines[i].low.starts_with(w));
        let kind = match label.kind {
            LabelKind::Date if passed && label.marked => LabelKind::Sent,
            LabelKind::Date if near && !meeting && in_mail_header(lines, blocks, i) => {
                LabelKind::Sent
            }
            LabelKind::Subject if !near && i > 1 => LabelKind::Other,
            _ => continue,
        };
        blocks[i].label = Some(Label { kind, ..label });
    }
}

/// Is line `i` one of the lines of a mail's header, with none but such lines between it and the next
/// "Från:", "Till:" or "Skickat:"? The "Datum:" under the first sentence of the mail, or under its
/// subject and a blank line, is the meeting's.
fn in_mail_header(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    let sender = |k: usize| {
        blocks[k].label.is_some_and(|l| {
            l.marked && matches!(l.kind, LabelKind::From | LabelKind::To | LabelKind::Sent)
        })
    };
    let part = |k: usize| {
        sender(k) || blocks[k].label.is_some_and(|l| l.marked && l.kind == LabelKind::Subject)
    };
    let above = (i.saturating_sub(5)..i).rev().take_while(|&k| part(k)).collect::<Vec<_>>();
    let own = above.iter().any(|&k| blocks[k].label.is_some_and(|l| l.kind == LabelKind::Sent));
    // Blank lines between all of them are the paper's; one before this line ends the header.
    let apart = lines[i].gap > 0 && above.len() > 1 && lines[above[0]].gap == 0;
    !own && !apart && above.iter().any(|&k| sender(k))
        || (i + 1..lines.len().min(i + 5)).take_while(|&k| part(k)).any(sender)
}
