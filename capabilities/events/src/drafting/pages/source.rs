//! The text beside what was found in it, line by line, so that each value can be looked up.

use crate::drafting::pages::paths;
use crate::drafting::types::{Findings, Place};
use askama::Template;
use web::Words;

#[derive(Template)]
#[template(path = "drafting/pages/source.html")]
pub struct SourcePane {
    pub heading: String,
    pub hint: String,
    pub lines: Vec<LineShown>,
}

pub struct LineShown {
    pub id: String,
    pub number: usize,
    pub text: String,
    /// Where it stands in its file, where that begins a new page.
    pub place: Option<String>,
}

impl SourcePane {
    pub fn new(words: &Words, found: &Findings) -> Self {
        let mut page = None;
        let lines = (1_u32..)
            .zip(&found.lines)
            .map(|(number, line)| {
                // A page is told once, at its first line; paragraphs are their lines here.
                let place = match line.place {
                    Some(Place::Page(nth)) if page != Some(nth) => {
                        page = Some(nth);
                        Some(words.text_with("drafting-page-number", [("number", nth.into())]))
                    }
                    _ => None,
                };
                let id = paths::line(number);
                let number = usize::try_from(number).unwrap_or(usize::MAX);
                LineShown { id, number, text: line.text.trim_end().to_owned(), place }
            })
            .collect();
        Self {
            heading: words.text("drafting-source"),
            hint: words.text("drafting-source-hint"),
            lines,
        }
    }
}

/// Links to lines of the source: address and words.
pub fn links(words: &Words, lines: &[u32]) -> Vec<(String, String)> {
    lines
        .iter()
        .map(|line| {
            let said = words.text_with("drafting-line", [("number", (*line).into())]);
            (format!("#{}", paths::line(*line)), said)
        })
        .collect()
}
