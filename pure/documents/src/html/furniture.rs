//! What on a page is not what it says: menus, banners, footers, what is hidden, what a script would
//! have filled in.

use super::tree::Node;
use std::rc::Rc;

/// A box is a menu if this part of its text is links, in hundredths.
const MENU_LINKS: usize = 60;

/// A box with a telling name that holds more of the page than this, in hundredths, is the page.
const MOST_OF_PAGE: usize = 50;

#[derive(Default, Clone, Copy)]
struct Tally {
    letters: usize,
    in_links: usize,
    links: usize,
    /// The main part of the page, or its title, is inside.
    main: bool,
}

/// Marks what is not to be read.
pub(crate) fn mark(root: &Rc<Node>) {
    let mut boxes = Vec::new();
    let all = tally(root, false, &mut boxes);
    for (node, tally) in boxes {
        if is_furniture(&node, tally, all) {
            node.furniture.set(true);
        }
    }
}

fn tally(node: &Rc<Node>, in_link: bool, boxes: &mut Vec<(Rc<Node>, Tally)>) -> Tally {
    let mut sum = Tally::default();
    if node.is_text {
        sum.letters = node.text.borrow().chars().filter(|c| !c.is_whitespace()).count();
        sum.in_links = if in_link { sum.letters } else { 0 };
        return sum;
    }
    let tag = node.tag();
    if NEVER.contains(&tag) || node.is_foreign() || is_hidden(node) {
        node.furniture.set(true);
        return sum;
    }
    let link = tag == "a";
    if link && leads_past_menu(node) {
        node.furniture.set(true);
        return sum;
    }
    for child in node.children.borrow().iter() {
        let inner = tally(child, in_link || link, boxes);
        sum.letters += inner.letters;
        sum.in_links += inner.in_links;
        sum.links += inner.links;
        sum.main |= inner.main;
    }
    sum.links += usize::from(link);
    sum.main |= matches!(tag, "main" | "article" | "h1");
    if !tag.is_empty() && !matches!(tag, "html" | "body" | "a" | "p" | "span" | "td" | "tr") {
        boxes.push((Rc::clone(node), sum));
    }
    sum
}

/// Elements that show no text of the page.
const NEVER: [&str; 24] = [
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "audio",
    "video", "canvas", "map", "button", "select", "datalist", "textarea", "input", "option",
    "progress", "meter", "dialog", "frameset", "applet", "title",
];

fn is_hidden(node: &Node) -> bool {
    if node.attribute("hidden").is_some_and(|it| it != "until-found")
        || node.attribute("aria-hidden").as_deref() == Some("true")
    {
        return true;
    }
    let Some(style) = node.attribute("style") else { return false };
    let style: String =
        style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    // Letters hide a line for the list of letters; it is of no size or of no colour.
    ["display:none", "visibility:hidden", "mso-hide:all", "font-size:0;", "font-size:0px"]
        .iter()
        .any(|it| style.contains(it))
}

/// "Skip to content", for those who hear the page.
fn leads_past_menu(link: &Node) -> bool {
    if !link.attribute("href").is_some_and(|it| it.starts_with('#')) {
        return false;
    }
    let children = link.children.borrow();
    let said = children.iter().map(|it| it.text.borrow().to_lowercase()).collect::<String>();
    ["hoppa ", "gå till innehåll", "till innehåll", "skip ", "jump to"]
        .iter()
        .any(|it| said.trim_start().starts_with(it))
}

fn is_furniture(node: &Node, tally: Tally, all: Tally) -> bool {
    let tag = node.tag();
    let role = node.attribute("role").unwrap_or_default();
    if matches!(tag, "main" | "article") || role == "main" {
        return false;
    }
    let menu = tally.links > 1 && tally.in_links * 100 >= tally.letters * MENU_LINKS;
    match tag {
        "nav" => return !tally.main,
        // A box in the text may have its own head and foot; the page's are outside.
        "header" => return !tally.main && (menu || !within_main(node)),
        "footer" => return !tally.main && (menu || !within_main(node)),
        "aside" => return menu || !within_main(node) && !tally.main,
        _ => {}
    }
    match role.as_str() {
        "navigation" | "search" | "menu" | "menubar" | "dialog" | "alertdialog" => {
            return !tally.main;
        }
        "banner" | "contentinfo" => return !tally.main && !within_main(node),
        _ => {}
    }
    if tally.main || tally.letters * 100 > all.letters * MOST_OF_PAGE {
        return false;
    }
    let names = format!(
        "{} {}",
        node.attribute("class").unwrap_or_default(),
        node.attribute("id").unwrap_or_default()
    );
    let mut words = words(&names);
    if words.iter().any(|it| BANNER_WORDS.contains(&it.as_str())) {
        return true;
    }
    words.retain(|it| MENU_WORDS.contains(&it.as_str()));
    !words.is_empty() && (menu || tally.letters == 0)
}

fn within_main(node: &Node) -> bool {
    let mut above = node.parent();
    while let Some(it) = above {
        if matches!(it.tag(), "main" | "article") {
            return true;
        }
        above = it.parent();
    }
    false
}

/// Boxes that are banners whatever is in them.
const BANNER_WORDS: [&str; 12] = [
    "cookie",
    "cookies",
    "cookiebanner",
    "cookiebot",
    "consent",
    "gdpr",
    "skiplink",
    "skiplinks",
    "breadcrumb",
    "breadcrumbs",
    "brodsmulor",
    "onetrust",
];

/// Boxes that are menus if they are mostly links.
const MENU_WORDS: [&str; 16] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "meny",
    "submenu",
    "toolbar",
    "share",
    "dela",
    "social",
    "pagination",
    "sidebar",
    "footer",
    "sidfot",
    "skip",
    "links",
];

/// The words of class names: `main-menu`, `mainMenu` and `main_menu` alike.
fn words(names: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut lower = false;
    for c in names.chars() {
        let ends = !c.is_alphanumeric() || (c.is_uppercase() && lower);
        if ends && !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        lower = c.is_lowercase();
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
    out.push(word);
    out
}
