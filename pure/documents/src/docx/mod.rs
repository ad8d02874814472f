//! Word files (`.docx`): an archive of XML, read from `word/document.xml`.
//!
//! * [`archive`]: the zip around it, bounded
//! * [`xml`]: a walk through a part
//! * [`styles`], [`numbering`]: what paragraphs look like
//! * [`body`]: the paragraphs, tables and text boxes as lines
//!
//! Headers and footers, notes, comments and pictures are not read.

mod archive;
mod body;
mod numbering;
mod styles;
mod xml;

use crate::model::{Line, Unreadable};
use archive::Archive;
use xml::{Node, Walk, value};

pub(crate) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let archive = Archive::open(bytes)?;
    let main = main_part(&archive)?;
    let Some(document) = archive.text(&main)? else { return Err(Unreadable::UnknownKind) };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    // What is said about looks may be broken or missing; the text is there all the same.
    let beside = |name: &str| match archive.text(&format!("{folder}/{name}")) {
        Err(Unreadable::Expands) => Err(Unreadable::Expands),
        other => Ok(other.ok().flatten().unwrap_or_default()),
    };
    let styles = styles::Styles::read(&beside("styles.xml")?).unwrap_or_default();
    let lists = numbering::Lists::read(&beside("numbering.xml")?).unwrap_or_default();
    body::lines(&document, &styles, lists)
}

/// Where the text is. Almost always `word/document.xml`, but the archive may say otherwise.
fn main_part(archive: &Archive<'_>) -> Result<String, Unreadable> {
    const USUAL: &str = "word/document.xml";
    let relations = archive.text("_rels/.rels")?.unwrap_or_default();
    let mut walk = Walk::new(&relations);
    while let Ok(Some(node)) = walk.next_node() {
        if let Node::Open(element) = node
            && value(&element, "Type").is_some_and(|it| it.ends_with("/officeDocument"))
            && let Some(target) = value(&element, "Target")
        {
            let target = target.trim_start_matches('/').to_owned();
            // A table or a slide show is an Office file too, of another kind.
            let folder = target.split('/').next().unwrap_or_default();
            if matches!(folder, "xl" | "ppt" | "visio") {
                return Err(Unreadable::UnknownKind);
            }
            return Ok(target);
        }
    }
    Ok(USUAL.to_owned())
}
