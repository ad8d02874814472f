//! Text that people write with Markdown, as HTML that can do no harm.

use ammonia::Builder;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::HashSet;
use std::sync::LazyLock;

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .tags(HashSet::from([
            "p",
            "br",
            "strong",
            "em",
            "del",
            "ul",
            "ol",
            "li",
            "a",
            "blockquote",
            "code",
            "pre",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener noreferrer"));
    builder
});

/// Headings begin below the section they stand in; HTML that was typed is shown as typed.
pub fn to_html(text: &str) -> String {
    let lower = |level: HeadingLevel| match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    };
    let events = Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        // A line break that somebody typed is one they want to see.
        Event::SoftBreak => Event::HardBreak,
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: lower(level),
            id: None,
            classes: vec![],
            attrs: vec![],
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        // Pictures in a text would be fetched from other hosts.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {
            Event::Text(CowStr::Borrowed(""))
        }
        other => other,
    });
    let mut written = String::with_capacity(text.len() + text.len() / 2);
    html::push_html(&mut written, events);
    SANITISER.clean(&written).to_string()
}

/// The text without its marks, on one line, for machines, previews and plain letters.
pub fn to_plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for event in Parser::new(text) {
        match event {
            Event::Text(words) | Event::Code(words) => plain.push_str(&words),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => plain.push(' '),
            _ => {}
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_that_was_typed_is_shown_and_does_nothing() {
        let html = to_html("Hej <script>alert(1)</script> <b onclick=x>du</b>");
        assert!(!html.contains("<script") && !html.contains("<b "), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }

    #[test]
    fn links_go_only_where_links_may_go() {
        let html =
            to_html("[a](javascript:alert(1)) [b](https://example.org) ![c](https://x/y.png)");
        assert!(!html.contains("javascript"), "{html}");
        assert!(html.contains("href=\"https://example.org\"") && !html.contains("<img"), "{html}");
    }

    #[test]
    fn headings_begin_at_the_third_level() {
        assert_eq!(to_html("# Mål"), "<h3>Mål</h3>\n");
        assert_eq!(to_plain("# Mål\n\nVi *möts* och\ntalar."), "Mål Vi möts och talar.");
    }
}
