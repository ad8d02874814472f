//! What a document's styles say about its paragraphs: headings, lists, space around them.

use super::xml::{Node, Walk, flag, number, value};
use crate::model::Unreadable;
use std::collections::HashMap;

/// Longest chain of styles that build on each other.
const LONGEST_CHAIN: usize = 16;

#[derive(Debug, Default, Clone)]
pub(crate) struct Style {
    name: String,
    base: Option<String>,
    /// 1 for the highest.
    outline: Option<u8>,
    pub list: Option<(u32, u8)>,
    before: Option<u32>,
    after: Option<u32>,
    hidden: Option<bool>,
}

#[derive(Debug, Default)]
pub(crate) struct Styles {
    by_id: HashMap<String, Style>,
    default: Style,
    /// The style of a paragraph that names none.
    usual: Option<String>,
}

impl Styles {
    pub fn read(xml: &str) -> Result<Self, Unreadable> {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut defaults = false;
        let mut walk = Walk::new(xml);
        while let Some(node) = walk.next_node()? {
            match node {
                Node::Open(element) => match element.local_name().as_ref() {
                    "docDefaults" => defaults = true,
                    "style" => {
                        let Some(id) = value(&element, "styleId") else { continue };
                        if value(&element, "default").is_some_and(|it| it != "0")
                            && value(&element, "type").is_none_or(|it| it == "paragraph")
                        {
                            styles.usual = Some(id.clone());
                        }
                        open = Some((id, Style::default()));
                    }
                    name => {
                        let style = match &mut open {
                            Some((_, style)) => style,
                            None if defaults => &mut styles.default,
                            None => continue,
                        };
                        style.learn(name, &element);
                    }
                },
                Node::Close(name) => match name.as_str() {
                    "docDefaults" => defaults = false,
                    "style" => {
                        if let Some((id, style)) = open.take() {
                            styles.by_id.insert(id, style);
                        }
                    }
                    _ => {}
                },
                Node::Text(_) => {}
            }
        }
        Ok(styles)
    }

    /// A style and those it builds on, nearest first.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        let first = id.or(self.usual.as_deref()).and_then(|id| self.by_id.get(id));
        let next = |style: &&'s Style| style.base.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// The level of a heading style, 1 for the title.
    pub fn heading(&self, id: Option<&str>) -> Option<u8> {
        // A document without its styles still names them in each paragraph.
        let named = id.filter(|id| !self.by_id.contains_key(*id)).and_then(heading_named);
        named.or_else(|| {
            self.chain(id).find_map(|style| style.outline.or_else(|| heading_named(&style.name)))
        })
    }

    /// A table of contents repeats what comes.
    pub fn is_contents(&self, id: Option<&str>) -> bool {
        self.chain(id).any(|style| {
            let name = style.name.to_lowercase();
            name.starts_with("toc ") || name.starts_with("contents ")
        })
    }

    /// The list (its number, its level) of a style.
    pub fn list(&self, id: Option<&str>) -> Option<(u32, u8)> {
        self.chain(id).find_map(|style| style.list)
    }

    /// Space before and after a paragraph, in twentieths of a point.
    pub fn space(&self, id: Option<&str>) -> (u32, u32) {
        let of = |get: fn(&Style) -> Option<u32>| {
            self.chain(id).find_map(get).or_else(|| get(&self.default)).unwrap_or(0)
        };
        (of(|style| style.before), of(|style| style.after))
    }

    /// Is text in this style not shown?
    pub fn is_hidden(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.hidden).unwrap_or(false)
    }
}

impl Style {
    fn learn(&mut self, name: &str, element: &quick_xml::events::BytesStart<'_>) {
        match name {
            "name" => self.name = value(element, "val").unwrap_or_default(),
            "basedOn" => self.base = value(element, "val"),
            "outlineLvl" => self.outline = outline(element),
            "numId" => {
                self.list = number(element, "val").map(|id| (id, self.list.map_or(0, |it| it.1)));
            }
            "ilvl" => {
                let level = number(element, "val").and_then(|it| u8::try_from(it).ok());
                self.list = Some((self.list.map_or(0, |it| it.0), level.unwrap_or(0)));
            }
            "spacing" => {
                self.before = number(element, "before").or(self.before);
                self.after = number(element, "after").or(self.after);
            }
            "vanish" => self.hidden = Some(flag(element)),
            _ => {}
        }
    }
}

/// The level of a paragraph in the outline, if it is in it; 9 is "body text".
pub(crate) fn outline(element: &quick_xml::events::BytesStart<'_>) -> Option<u8> {
    let level = u8::try_from(number(element, "val")?).ok()?;
    (level < 9).then_some(level + 1)
}

/// Styles as they are called where people make their own, or where a program translates the names.
fn heading_named(name: &str) -> Option<u8> {
    let low = name.to_lowercase();
    match low.as_str() {
        "title" | "titel" | "rubrik" | "otsikko" | "tittel" => return Some(1),
        "subtitle" | "underrubrik" | "undertitel" | "alaotsikko" => return Some(2),
        _ => {}
    }
    const WORDS: [&str; 7] =
        ["heading", "rubrik", "überschrift", "overskrift", "otsikko", "titre", "título"];
    let rest = WORDS.iter().find_map(|word| low.strip_prefix(word))?;
    let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse::<u8>().ok().filter(|level| (1..=9).contains(level))
}

#[cfg(test)]
mod tests {
    use super::heading_named;

    #[test]
    fn headings_have_names_in_many_languages() {
        assert_eq!(heading_named("heading 2"), Some(2));
        assert_eq!(heading_named("Rubrik1"), Some(1));
        assert_eq!(heading_named("Title"), Some(1));
        assert_eq!(heading_named("Rubrik vänster"), None);
        assert_eq!(heading_named("Body Text"), None);
    }
}
