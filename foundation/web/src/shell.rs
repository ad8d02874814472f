//! What stands around every page: head, skip link, navigation, language switch, footer.

mod edge;

pub use edge::show_faults;

use crate::asked::{Asked, SignedIn};
use crate::site::Site;
use crate::words::Words;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use locale::Language;

/// What a page says of itself to the shell.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The page's own title; the instance's name follows it.
    pub title: String,
    /// The same page in the other language, if there is one.
    pub other_language_href: Option<String>,
    /// A whole address, for search engines.
    pub canonical: Option<String>,
    pub description: Option<String>,
    /// Pages that are somebody's own are not listed anywhere.
    pub private: bool,
    /// `data-outcome` of the main part, for whoever reads pages with a machine.
    pub outcome: Option<&'static str>,
    /// JSON-LD, already escaped for where it stands.
    pub structured_data: Option<String>,
    /// Other forms of the page: media type, address, title.
    pub alternates: Vec<(&'static str, String, String)>,
    /// The section that the page belongs to.
    pub section: Section,
    pub layout: Layout,
    /// Something is wrong with what was typed: the title says so first.
    pub has_problems: bool,
}

/// The part of the site that is marked in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Section {
    #[default]
    None,
    Start,
    Events,
    Organise,
    People,
}

/// How the main part is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// A page with margins.
    #[default]
    Framed,
    /// One column of reading width.
    Narrow,
    /// The page lays itself out from edge to edge.
    Bare,
}

impl Layout {
    fn class(self) -> &'static str {
        match self {
            Self::Framed => "page frame",
            Self::Narrow => "page frame page-narrow",
            Self::Bare => "",
        }
    }
}

struct NavigationLink {
    href: &'static str,
    text: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "shell.html")]
struct Shell<'a> {
    language: &'static str,
    title: String,
    head: &'a Head,
    style: String,
    script: String,
    icon: String,
    skip: String,
    name: String,
    home: &'static str,
    navigation_label: String,
    navigation: Vec<NavigationLink>,
    other_language: &'static str,
    other_language_name: &'static str,
    other_language_href: String,
    signed_in: Option<SignedInLine>,
    footer_about: String,
    footer: Vec<(&'static str, String)>,
    body: &'a str,
}

struct SignedInLine {
    name: String,
    sign_out: String,
    sign_out_action: &'static str,
}

fn navigation(
    words: &Words,
    section: Section,
    signed_in: Option<&SignedIn>,
) -> Vec<NavigationLink> {
    let sv = words.language == Language::Swedish;
    let mut links = vec![
        NavigationLink {
            href: if sv { "/sv" } else { "/en" },
            text: words.text("web-nav-start"),
            current: section == Section::Start,
        },
        NavigationLink {
            href: if sv { "/sv/evenemang" } else { "/en/events" },
            text: words.text("web-nav-events"),
            current: section == Section::Events,
        },
    ];
    if let Some(person) = signed_in {
        links.push(NavigationLink {
            href: if sv { "/sv/organisera" } else { "/en/organise" },
            text: words.text("web-nav-organise"),
            current: section == Section::Organise,
        });
        if person.role == crate::asked::Role::Administrator {
            links.push(NavigationLink {
                href: if sv { "/sv/organisera/personer" } else { "/en/organise/people" },
                text: words.text("web-nav-people"),
                current: section == Section::People,
            });
        }
    }
    links
}

/// The whole page around `body`.
pub fn render(
    site: &Site,
    language: Language,
    signed_in: Option<&SignedIn>,
    head: &Head,
    body: &str,
) -> String {
    let words = site.words(language);
    let sv = language == Language::Swedish;
    let name = words.text("web-site-name");
    let mut title = format!("{} – {name}", head.title);
    if head.has_problems {
        title = format!("{}{title}", words.text("web-error-title-prefix"));
    }
    let shell = Shell {
        language: language.code(),
        title,
        head,
        style: site.assets.href("samverk.css"),
        script: site.assets.href("samverk.js"),
        icon: site.assets.href("favicon.svg"),
        skip: words.text("web-skip-link"),
        name,
        home: if sv { "/sv" } else { "/en" },
        navigation_label: words.text("web-nav-label"),
        navigation: navigation(words, head.section, signed_in),
        other_language: language.other().code(),
        other_language_name: if sv { "English" } else { "Svenska" },
        other_language_href: head
            .other_language_href
            .clone()
            .unwrap_or_else(|| if sv { "/en".to_owned() } else { "/sv".to_owned() }),
        signed_in: signed_in.map(|person| SignedInLine {
            name: person.name.clone(),
            sign_out: words.text("web-sign-out"),
            sign_out_action: if sv { "/sv/utloggning" } else { "/en/sign-out" },
        }),
        footer_about: words.text("web-footer-about"),
        footer: vec![
            (
                if sv { "/sv/tillganglighet" } else { "/en/accessibility" },
                words.text("web-footer-accessibility"),
            ),
            (
                if sv { "/sv/personuppgifter" } else { "/en/privacy" },
                words.text("web-footer-privacy"),
            ),
            (if sv { "/sv/inloggning" } else { "/en/sign-in" }, words.text("web-footer-sign-in")),
        ],
        body,
    };
    shell.render().expect("a template of finished values does not fail")
}

/// A page as an answer, with a status.
pub fn page(
    site: &Site,
    asked: &Asked,
    status: StatusCode,
    head: &Head,
    body: &impl Template,
) -> Response {
    let body = body.render().expect("a template of finished values does not fail");
    let text = render(site, asked.language, asked.signed_in.as_ref(), head, &body);
    let response = (status, Html(text)).into_response();
    if head.private { crate::protection::keep_unlisted(response) } else { response }
}

/// Go there now, with GET.
pub fn see_other(href: &str) -> Response {
    axum::response::Redirect::to(href).into_response()
}
