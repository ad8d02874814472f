//! Swedish or English: by the small words of the content, not of the site's menu.

use crate::blocks::{Block, Role};
use crate::lines::Line;
use crate::model::Language;

pub(crate) fn of(lines: &[Line], blocks: &[Block]) -> Language {
    let (mut swedish, mut english) = (0u32, 0u32);
    // The beginning of a long text says it as well as the whole.
    for (line, block) in lines.iter().zip(blocks).take(600) {
        if block.role == Role::Noise {
            continue;
        }
        let letter = |c: char| c.is_ascii_lowercase() || !c.is_ascii() && c.is_alphabetic();
        let words = line.low.split(|c: char| !letter(c));
        // None of those that tell is longer.
        for word in words.filter(|word| word.len() <= 10) {
            match word {
                "och" | "att" | "som" | "för" | "är" | "med" | "vi" | "den" | "på" | "av"
                | "till" | "en" | "ett" | "det" | "om" | "från" | "hur" | "du" | "ni" | "kan"
                | "senast" | "anmälan" | "kl" | "eller" | "inte" | "har" | "vid" | "välkommen"
                | "plats" | "datum" | "tid" | "paus" | "samt" | "dag" | "vad" | "vem" => {
                    swedish += 1
                }
                "the" | "and" | "of" | "to" | "with" | "is" | "are" | "at" | "we" | "our"
                | "by" | "from" | "how" | "you" | "this" | "on" | "be" | "or" | "not" | "what"
                | "will" | "time" | "date" | "coffee" | "break" | "welcome" | "free" | "who"
                | "us" | "as" => english += 1,
                _ => {}
            }
        }
        if line.low.contains(['å', 'ä', 'ö']) && block.role != Role::Noise {
            swedish += u32::from(block.role == Role::Prose);
        }
    }
    if english > swedish { Language::English } else { Language::Swedish }
}
