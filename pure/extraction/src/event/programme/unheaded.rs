//! A list without a heading or a time that is plainly a programme.

use crate::blocks::Block;
use crate::event::programme::Draft;
use crate::event::programme::Programme;
use crate::event::programme::persons::person;
use crate::event::programme::titles::title_and_people;
use crate::lines::Line;
use crate::model::Found;
use crate::model::Item;
use crate::model::ItemKind;
use crate::people;
use crate::words::kind_of_title;

/// A list without a heading or a time, where its entries are plainly items: people who speak,
/// conversations, a closing.
pub(crate) fn unheaded(lines: &[Line], blocks: &[Block], out: &mut Programme) {
    let mut i = 0;
    while i < lines.len() {
        let mut end = i;
        while end < lines.len()
            && lines[end].bulleted
            && (end == i || lines[end].gap == 0)
            && blocks[end].label.is_none()
        {
            end += 1;
        }
        let telling = (i..end)
            .filter(|&k| {
                kind_of_title(&lines[k].low).is_some()
                    || !people::anywhere(&lines[k].text).is_empty()
            })
            .count();
        if end - i >= 3 && end - i <= 30 && telling * 3 >= (end - i) * 2 {
            for (k, line) in lines.iter().enumerate().take(end).skip(i) {
                let (title, mut people) = title_and_people(&line.text);
                if people.is_empty() {
                    people = people::anywhere(&line.text);
                }
                let known = kind_of_title(&line.low);
                let kind = Found::likely(known.unwrap_or(ItemKind::Talk), line.number);
                let item = Item {
                    date: None,
                    start: None,
                    end: None,
                    title: title.map(|t| Found::likely(t, line.number)),
                    kind,
                    speakers: people.iter().map(|p| person(p, line.number)).collect(),
                    choices: Vec::new(),
                    questions: Vec::new(),
                };
                out.items.push(Draft { item, day: None });
                out.taken[k] = true;
            }
            return;
        }
        i = end.max(i + 1);
    }
}
