//! Pages and letters in HTML: what a reader of the page sees, without its menus.
//!
//! * [`charset`]: bytes into text
//! * [`tree`]: the page as a tree, by the rules of browsers, within bounds
//! * [`furniture`]: what is menu, banner or hidden
//! * [`flow`]: the rest as lines
//!
//! Nothing is fetched and no script runs: what a page draws by script is not there.

mod charset;
mod flow;
mod furniture;
mod tree;

use crate::lines::Lines;
use crate::model::{Line, Unreadable};

pub(crate) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let mut out = Lines::default();
    append(&charset::decode(bytes), &mut out)?;
    out.finish()
}

/// Adds the lines of a page that is text already, as the HTML part of a letter is.
pub(crate) fn append(html: &str, out: &mut Lines) -> Result<(), Unreadable> {
    let root = tree::parse(html)?;
    furniture::mark(&root);
    flow::write(&root, out)
}
