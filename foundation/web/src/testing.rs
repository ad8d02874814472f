//! What the tests of every capability's pages stand on: an instance to ask, and what holds for
//! every page whatever it shows.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::asked::{Role, SignedIn};
use crate::assets::Assets;
use crate::cache::PageCache;
use crate::protection::{Limiter, guard_answers};
use crate::routes::Routes;
use crate::shell::show_faults;
use crate::site::{Gatekeeper, Settings, Site, SiteParts};
use crate::words::{Wordbook, Words};
use axum::middleware::from_fn;
use axum::{Extension, Router};
use locale::Language;
use platform::clock::Clock;
use platform::database::Database;
use platform::ids::Uuid;
use platform::secrets::Key;
use std::sync::Arc;

/// The scheme and host of an instance under test.
pub const PUBLIC_URL: &str = "https://samverk.example.org";

/// An instance without limits, where nobody is signed in. A test puts other parts in place.
pub fn parts(database: &Database, clock: Clock, words: Wordbook) -> SiteParts {
    let nobody: Gatekeeper = Arc::new(|_| Box::pin(async { Ok(None) }));
    SiteParts {
        database: database.clone(),
        clock,
        key: Key::from_bytes(b"a key that only tests have"),
        words,
        settings: Settings {
            public_url: PUBLIC_URL.to_owned(),
            picture_bytes_max: 1024 * 1024,
            ..Settings::default()
        },
        assets: Assets::new(false),
        pages: PageCache::default(),
        limiter: Limiter::default(),
        gatekeeper: nobody,
    }
}

/// The gatekeeper of an instance where one session, "tyra", is an organiser's.
pub fn tyra() -> Gatekeeper {
    Arc::new(|secret: String| {
        let organiser = SignedIn {
            person: Uuid::from_u128(7),
            name: "Tyra Holmqvist".to_owned(),
            email: "tyra@example.org".to_owned(),
            role: Role::Organiser,
        };
        Box::pin(async move { Ok((secret == "tyra").then_some(organiser)) })
    })
}

/// Routes as they are met from outside.
pub fn app(routes: Routes, site: &Site) -> Router {
    routes
        .into_router()
        .with_state(site.clone())
        .layer(from_fn(show_faults))
        .layer(from_fn(guard_answers))
        .layer(Extension(site.clone()))
}

/// Pages by name, as finished HTML.
pub type Pages = Vec<(&'static str, String)>;

/// Every page speaks both languages, lacks no words of `slices`, and escapes what stands in the
/// values of its sample: none of `raw` is in it.
#[track_caller]
pub fn assert_speaks(
    words: &Wordbook,
    rendered: impl Fn(&Words) -> Pages,
    slices: &[&str],
    raw: &[&str],
) {
    let swedish = rendered(words.of(Language::Swedish));
    let english = rendered(words.of(Language::English));
    assert_eq!(swedish.len(), english.len());
    for ((name, swedish), (_, english)) in swedish.iter().zip(&english) {
        assert_ne!(swedish, english, "{name}");
        for html in [swedish, english] {
            // A key that has no words is shown as itself.
            for slice in slices {
                assert!(!html.contains(slice), "{name} lacks words of {slice}:\n{html}");
            }
            assert!(!html.contains("{ $"), "{name} lacks a variable:\n{html}");
            for raw in raw.iter().chain(&["& "]) {
                assert!(!html.contains(raw), "{name} is raw:\n{html}");
            }
            // A letter has neither our shell nor our style sheet.
            if !name.contains("letter") {
                assert_eq!(html.matches("<h1").count(), 1, "{name}:\n{html}");
                assert!(!html.contains("style="), "{name}:\n{html}");
            }
        }
    }
}

/// In both languages ids, what points at them and headings are in order.
#[track_caller]
pub fn assert_order(words: &Wordbook, rendered: impl Fn(&Words) -> Pages) {
    for language in Language::ALL {
        for (name, html) in rendered(words.of(language)) {
            assert_pointers(name, &html);
            assert_headings(name, &html);
        }
    }
}

/// The ids of a page are each there once, and what points at one by `for` or `aria-…` finds it.
#[track_caller]
fn assert_pointers(name: &str, html: &str) {
    let ids = attributes(html, "id");
    for id in &ids {
        assert_eq!(ids.iter().filter(|it| *it == id).count(), 1, "{name}: {id}");
    }
    for attribute in ["for", "aria-describedby", "aria-labelledby"] {
        for pointer in attributes(html, attribute) {
            assert!(ids.contains(&pointer), "{name}: {pointer}");
        }
    }
}

/// Every link inside a page leads somewhere in it.
#[track_caller]
pub fn assert_inner_links(name: &str, html: &str) {
    let ids = attributes(html, "id");
    for href in attributes(html, "href").iter().filter_map(|it| it.strip_prefix('#')) {
        assert!(ids.contains(&href), "{name}: #{href}");
    }
}

/// The page's own heading comes first, and each heading is at most one step below the one before it.
#[track_caller]
fn assert_headings(name: &str, html: &str) {
    let levels: Vec<u32> =
        html.split("<h").skip(1).filter_map(|it| it.chars().next()?.to_digit(10)).collect();
    // Only the list of what is wrong stands above the heading of the page.
    let levels = &levels[usize::from(html.contains("error-summary"))..];
    assert_eq!(levels.first(), Some(&1), "{name}: {levels:?}");
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{name}: {levels:?}");
    }
}

fn attributes<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let start = format!(" {attribute}=\"");
    let values = html
        .match_indices(start.as_str())
        .filter_map(|(at, _)| html[at + start.len()..].split('"').next());
    values.flat_map(|it| it.split(' ')).collect()
}
