//! A page as a tree. `html5ever` builds it as browsers do; here stands what it is built of, and how
//! much of it is. The library takes any page, but some take it time that grows with the square of
//! their length: those are cut short before it sees them.

use crate::model::Unreadable;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, ExpandedName, QualName, TokenizerResult, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// Deepest nesting. Browsers stop at about this, too.
pub(crate) const MOST_DEPTH: u16 = 400;

/// Most elements and texts of a page.
const MOST_NODES: usize = 1_500_000;

/// The page is handed over in pieces of so many bytes.
const PIECE: usize = 4_096;

/// Most pieces without a tag or text in them: a tag longer than this is none.
const LONGEST_TAG: usize = 4;

/// Longest value that a tag may have; longer ones are pictures and programs.
const LONGEST_VALUE: usize = 1_000;

/// Each attribute of a tag is compared with those before it.
const MOST_COMPARISONS: usize = 50_000_000;

/// An element, or a text.
#[derive(Debug)]
pub(crate) struct Node {
    name: QualName,
    attributes: RefCell<Vec<Attribute>>,
    pub text: RefCell<String>,
    pub is_text: bool,
    parent: RefCell<Weak<Node>>,
    pub children: RefCell<Vec<Rc<Node>>>,
    depth: Cell<u16>,
    /// Not read: menu, banner, hidden. Set by [`super::furniture`].
    pub furniture: Cell<bool>,
}

impl Node {
    fn new(name: QualName, attributes: Vec<Attribute>, text: Option<&str>) -> Rc<Self> {
        Rc::new(Self {
            name,
            attributes: RefCell::new(attributes),
            is_text: text.is_some(),
            text: RefCell::new(text.unwrap_or_default().to_owned()),
            parent: RefCell::default(),
            children: RefCell::default(),
            depth: Cell::new(0),
            furniture: Cell::new(false),
        })
    }

    /// The name of an element in HTML; empty for a text and for elements of other languages.
    pub fn tag(&self) -> &str {
        if self.name.ns == ns!(html) { &self.name.local } else { "" }
    }

    pub fn is_foreign(&self) -> bool {
        !self.is_text && self.name.ns != ns!(html) && !self.name.local.is_empty()
    }

    pub fn attribute(&self, name: &str) -> Option<String> {
        let attributes = self.attributes.borrow();
        attributes.iter().find(|it| &*it.name.local == name).map(|it| it.value.to_string())
    }

    pub fn parent(&self) -> Option<Rc<Self>> {
        self.parent.borrow().upgrade()
    }
}

/// A tree as deep as the page is taken apart from the outside in, not by calls within calls.
impl Drop for Node {
    fn drop(&mut self) {
        let mut rest = std::mem::take(&mut *self.children.borrow_mut());
        while let Some(node) = rest.pop() {
            if Rc::strong_count(&node) == 1 {
                rest.append(&mut node.children.borrow_mut());
            }
        }
    }
}

pub(crate) fn parse(html: &str) -> Result<Rc<Node>, Unreadable> {
    let html = without_long_values(html);
    let tree = Tree {
        document: Node::new(nameless(), Vec::new(), None),
        nodes: Cell::new(0),
        depth: Cell::new(0),
    };
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let bounded = Bounded {
        builder: TreeBuilder::new(tree, options),
        comparisons: Cell::new(0),
        quiet: Cell::new(0),
    };
    let tokenizer = Tokenizer::new(bounded, Default::default());
    let input = BufferQueue::default();
    let mut rest = html.as_str();
    while !rest.is_empty() {
        let mut cut = PIECE.min(rest.len());
        while !rest.is_char_boundary(cut) {
            cut += 1;
        }
        input.push_back(StrTendril::from_slice(&rest[..cut]));
        rest = &rest[cut..];
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        let bounded = &tokenizer.sink;
        bounded.quiet.set(bounded.quiet.get() + 1);
        if bounded.quiet.get() > LONGEST_TAG
            || bounded.comparisons.get() > MOST_COMPARISONS
            || bounded.builder.sink.nodes.get() > MOST_NODES
        {
            return Err(Unreadable::Tangled);
        }
    }
    tokenizer.end();
    Ok(Rc::clone(&tokenizer.sink.builder.sink.document))
}

/// Comments, and values as long as whole pictures, are taken out: they are no part of what is read,
/// and without them no honest tag is long.
fn without_long_values(html: &str) -> String {
    let bytes = html.as_bytes();
    let mut out = String::with_capacity(html.len());
    let mut from = 0;
    let mut at = 0;
    // Where the next of a sign is, so that one that is missing is looked for once.
    let mut next_end = Next::new("-->");
    let mut next_script = Next::new("</script");
    let mut next_quote = [Next::new("\""), Next::new("'")];
    while at < bytes.len() {
        if bytes[at] == b'<' && html[at..].starts_with("<!--") {
            let end = next_end.after(html, at + 4);
            let script = next_script.after(html, at);
            if let Some(end) = end
                && script.is_none_or(|script| end < script)
            {
                out.push_str(&html[from..at]);
                from = end + 3;
                at = from;
                continue;
            }
        }
        if bytes[at] == b'='
            && let Some(quote @ (b'"' | b'\'')) = bytes.get(at + 1)
            && let Some(end) = next_quote[usize::from(*quote == b'\'')].after(html, at + 2)
        {
            if end - at > LONGEST_VALUE {
                out.push_str(&html[from..at + 2]);
                from = end;
            }
            at = end;
        }
        at += 1;
    }
    out.push_str(&html[from.min(html.len())..]);
    out
}

struct Next {
    needle: &'static str,
    found: Option<usize>,
    gone: bool,
}

impl Next {
    fn new(needle: &'static str) -> Self {
        Self { needle, found: None, gone: false }
    }

    fn after(&mut self, text: &str, place: usize) -> Option<usize> {
        if self.gone {
            return None;
        }
        if self.found.is_none_or(|found| found < place) {
            self.found = text.get(place..)?.find(self.needle).map(|found| place + found);
            self.gone = self.found.is_none();
        }
        self.found
    }
}

/// What stands between the tokens and the tree.
struct Bounded {
    builder: TreeBuilder<Rc<Node>, Tree>,
    comparisons: Cell<usize>,
    /// Pieces since the last token.
    quiet: Cell<usize>,
}

impl TokenSink for Bounded {
    type Handle = Rc<Node>;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Rc<Node>> {
        self.quiet.set(0);
        let token = match token {
            Token::TagToken(tag) => match self.slim(tag) {
                Some(tag) => Token::TagToken(tag),
                None => return TokenSinkResult::Continue,
            },
            Token::CommentToken(_) | Token::ParseError(_) => return TokenSinkResult::Continue,
            other => other,
        };
        if self.builder.sink.nodes.get() > MOST_NODES {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Bounded {
    /// A tag with what is asked of it later; `None` for one that says nothing to a reader of lines.
    /// Bold and italic are among those: every paragraph would begin with all that are open.
    fn slim(&self, mut tag: Tag) -> Option<Tag> {
        let count = tag.attrs.len();
        self.comparisons.set(self.comparisons.get() + count * count);
        const PLAIN: [&str; 13] = [
            "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
            "u",
        ];
        if PLAIN.contains(&&*tag.name) {
            return None;
        }
        if tag.kind == TagKind::StartTag && self.builder.sink.depth.get() > MOST_DEPTH {
            return None;
        }
        const ASKED: [&str; 12] = [
            "class",
            "id",
            "role",
            "style",
            "hidden",
            "aria-hidden",
            "href",
            "start",
            "type",
            "value",
            "reversed",
            "open",
        ];
        let link = tag.name == local_name!("a");
        tag.attrs.retain(|it| {
            let name = &*it.name.local;
            if link { name == "href" } else { ASKED.contains(&name) }
        });
        Some(tag)
    }
}

/// Where the library puts what it builds.
struct Tree {
    document: Rc<Node>,
    nodes: Cell<usize>,
    /// Of what was built last.
    depth: Cell<u16>,
}

fn nameless() -> QualName {
    QualName::new(None, ns!(), local_name!(""))
}

impl Tree {
    fn adopt(&self, parent: &Rc<Node>, place: Option<usize>, child: NodeOrText<Rc<Node>>) {
        let depth = parent.depth.get().saturating_add(1);
        self.depth.set(depth);
        let mut children = parent.children.borrow_mut();
        let place = place.unwrap_or(children.len());
        match child {
            NodeOrText::AppendText(text) => {
                // A text goes on in the text before it.
                if let Some(before) = place.checked_sub(1).and_then(|at| children.get(at))
                    && before.is_text
                {
                    before.text.borrow_mut().push_str(&text);
                    return;
                }
                self.nodes.set(self.nodes.get() + 1);
                let node = Node::new(nameless(), Vec::new(), Some(&text));
                *node.parent.borrow_mut() = Rc::downgrade(parent);
                children.insert(place, node);
            }
            NodeOrText::AppendNode(node) => {
                node.depth.set(depth);
                *node.parent.borrow_mut() = Rc::downgrade(parent);
                children.insert(place, node);
            }
        }
    }
}

impl TreeSink for Tree {
    type Handle = Rc<Node>;
    type Output = ();
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Rc<Node> {
        Rc::clone(&self.document)
    }

    fn elem_name<'a>(&'a self, target: &'a Rc<Node>) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> Rc<Node> {
        self.nodes.set(self.nodes.get() + 1);
        Node::new(name, attributes, None)
    }

    fn create_comment(&self, _: StrTendril) -> Rc<Node> {
        Node::new(nameless(), Vec::new(), None)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Rc<Node> {
        Node::new(nameless(), Vec::new(), None)
    }

    fn append(&self, parent: &Rc<Node>, child: NodeOrText<Rc<Node>>) {
        self.adopt(parent, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Rc<Node>,
        previous: &Rc<Node>,
        child: NodeOrText<Rc<Node>>,
    ) {
        if element.parent().is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Rc<Node>) {
        self.depth.set(node.depth.get().saturating_sub(1));
    }

    fn get_template_contents(&self, target: &Rc<Node>) -> Rc<Node> {
        // What is in a template is not shown; it may as well be inside it.
        Rc::clone(target)
    }

    fn same_node(&self, a: &Rc<Node>, b: &Rc<Node>) -> bool {
        Rc::ptr_eq(a, b)
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Rc<Node>, child: NodeOrText<Rc<Node>>) {
        let Some(parent) = sibling.parent() else { return };
        if let NodeOrText::AppendNode(node) = &child {
            self.remove_from_parent(node);
        }
        let place = parent.children.borrow().iter().rposition(|it| Rc::ptr_eq(it, sibling));
        self.adopt(&parent, place, child);
    }

    fn add_attrs_if_missing(&self, target: &Rc<Node>, attributes: Vec<Attribute>) {
        let mut own = target.attributes.borrow_mut();
        for attribute in attributes {
            if own.iter().all(|it| it.name != attribute.name) {
                own.push(attribute);
            }
        }
    }

    fn remove_from_parent(&self, target: &Rc<Node>) {
        let parent = std::mem::take(&mut *target.parent.borrow_mut());
        if let Some(parent) = parent.upgrade() {
            let mut children = parent.children.borrow_mut();
            if let Some(place) = children.iter().rposition(|it| Rc::ptr_eq(it, target)) {
                children.remove(place);
            }
        }
    }

    fn reparent_children(&self, node: &Rc<Node>, new: &Rc<Node>) {
        let children = std::mem::take(&mut *node.children.borrow_mut());
        for child in &children {
            *child.parent.borrow_mut() = Rc::downgrade(new);
        }
        new.children.borrow_mut().extend(children);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_and_comments_are_taken_out() {
        let long = "x".repeat(2_000);
        let html = format!("<img src=\"{long}\" alt='a'><!-- {long} --><p>Hi = \"you\"");
        assert_eq!(without_long_values(&html), "<img src=\"\" alt='a'><p>Hi = \"you\"");
        // A script that speaks of comments does not swallow the page.
        let html = "<script>x('<!--')</script><p>A</p><!-- b -->";
        assert_eq!(without_long_values(html), "<script>x('<!--')</script><p>A</p>");
        assert_eq!(without_long_values("<!-- open"), "<!-- open");
    }

    #[test]
    fn pages_that_cost_the_square_of_their_length_are_refused_or_cut() {
        let attributes: String = (0..200_000).map(|it| format!(" a{it}")).collect();
        assert_eq!(parse(&format!("<p{attributes}>")).err(), Some(Unreadable::Tangled));
        assert!(parse(&"<div>".repeat(40_000)).is_ok());
        assert!(parse(&"<p><a href=x>".repeat(10_000)).is_ok());
        assert!(parse(&"<table>x".repeat(10_000)).is_ok());
    }
}
