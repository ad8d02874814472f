//! A walk through XML from a stranger: elements and text in order, bounded in depth, names without
//! their prefix. No entity but the five that every XML has is known, so none can grow.

use crate::bounds;
use crate::model::Unreadable;
use quick_xml::events::{BytesStart, Event};

pub(crate) enum Node<'a> {
    Open(BytesStart<'a>),
    /// The local name.
    Close(String),
    Text(String),
}

pub(crate) struct Walk<'a> {
    reader: quick_xml::Reader<&'a [u8]>,
    depth: usize,
    /// An element that closed itself is still to be closed.
    closing: Option<String>,
}

impl<'a> Walk<'a> {
    pub fn new(xml: &'a str) -> Self {
        let mut reader = quick_xml::Reader::from_str(xml.trim_start_matches('\u{feff}'));
        let config = reader.config_mut();
        config.check_comments = false;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0, closing: None }
    }

    /// The next element or text; `None` at the end. A document that was cut off is damaged.
    pub fn next_node(&mut self) -> Result<Option<Node<'a>>, Unreadable> {
        if let Some(name) = self.closing.take() {
            return Ok(Some(Node::Close(name)));
        }
        loop {
            match self.reader.read_event().map_err(|_| Unreadable::Damaged)? {
                Event::Start(element) => {
                    self.depth += 1;
                    if self.depth > bounds::MOST_DEPTH {
                        return Err(Unreadable::Tangled);
                    }
                    return Ok(Some(Node::Open(element)));
                }
                Event::Empty(element) => {
                    self.closing = Some(element.local_name().as_ref().to_owned());
                    return Ok(Some(Node::Open(element)));
                }
                Event::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Node::Close(element.local_name().as_ref().to_owned())));
                }
                Event::Text(text) => {
                    return Ok(Some(Node::Text(text.xml10_content().into_owned())));
                }
                Event::CData(text) => {
                    return Ok(Some(Node::Text(text.xml10_content().into_owned())));
                }
                Event::GeneralRef(entity) => {
                    let sign = match entity.as_ref() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => entity.resolve_char_ref().ok().flatten(),
                    };
                    if let Some(sign) = sign {
                        return Ok(Some(Node::Text(sign.to_string())));
                    }
                }
                Event::Eof if self.depth > 0 => return Err(Unreadable::Damaged),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// Passes over what is inside an element that was just opened, its end included.
    pub fn skip(&mut self) -> Result<(), Unreadable> {
        let mut open = 1usize;
        while open > 0 {
            match self.next_node()? {
                Some(Node::Open(_)) => open += 1,
                Some(Node::Close(_)) => open -= 1,
                Some(Node::Text(_)) => {}
                None => return Err(Unreadable::Damaged),
            }
        }
        Ok(())
    }
}

/// An attribute by its local name.
pub(crate) fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|it| it.key.local_name().as_ref() == name)
        .map(|it| it.value.into_owned())
}

/// An attribute that is a whole number, zero or more.
pub(crate) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    value(element, name)?.parse().ok()
}

/// A property that is on when it stands there, unless it says otherwise.
pub(crate) fn flag(element: &BytesStart<'_>) -> bool {
    !value(element, "val").is_some_and(|it| matches!(it.as_str(), "0" | "false" | "off"))
}
