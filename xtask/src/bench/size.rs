//! How long a start takes, and how much memory, disk and network Samverk asks for.

use std::collections::BTreeSet;

use super::http::{self, Connection};
use super::instance::{Instance, Settings};
use super::report::{Row, Target, median};
use super::{ALTERNATIONS, Bench, load, machine};
use crate::tree;

const REQUESTS: u64 = 100_000;

pub fn start_memory_and_weight(bench: &Bench) -> Result<Vec<Row>, String> {
    let folder = super::instance::copy_folder(&bench.demo, "size")?;
    let mut starts = vec![];
    for _ in 0..ALTERNATIONS {
        let instance = Instance::start(&folder, &Settings::default())?;
        starts.push(instance.start.as_secs_f64());
        instance.stop();
    }
    let instance = Instance::start(&folder, &Settings::default())?;
    std::thread::sleep(std::time::Duration::from_secs(2));
    let idle = machine::memory_mib(instance.id())?;
    let path = instance.first_event()?;
    let request = http::get(instance.address, &path, "Accept-Encoding: gzip\r\n");
    let measured =
        load::drive(instance.address, 32, |number| (number < REQUESTS).then(|| request.clone()))?;
    if measured.count(200) != REQUESTS {
        return Err(format!("{path} is answered {:?}", measured.statuses));
    }
    let after = machine::memory_mib(instance.id())?;
    let binary = tree::binary("release");
    let binary =
        std::fs::metadata(&binary).map_err(|error| format!("{}: {error}", binary.display()))?.len();
    let weight = weigh(&mut instance.connect()?, &path)?;
    Ok(vec![
        Row::alone("start to the first 200", "s", median(starts), Target::AtMost(0.2)),
        Row::alone("memory (PSS), idle", "MB", idle * 1.048_576, Target::AtMost(40.0)),
        Row::alone(
            "memory (PSS), after 100,000 requests",
            "MB",
            after * 1.048_576,
            Target::AtMost(80.0),
        ),
        Row::alone("release binary", "MB", binary as f64 / 1e6, Target::AtMost(40.0)),
        Row::alone(
            "event page, HTML + CSS + JS with gzip",
            "kB",
            weight.text_kb,
            Target::AtMost(60.0),
        ),
        Row::alone("event page, fonts", "kB", weight.fonts_kb, Target::AtMost(90.0)),
        Row::alone("event page, requests", "", weight.requests, Target::AtMost(9.0)),
    ])
}

struct Weight {
    text_kb: f64,
    fonts_kb: f64,
    requests: f64,
}

/// Asks for the page and everything it names, each once, as a browser with an empty cache may.
fn weigh(connection: &mut Connection, path: &str) -> Result<Weight, String> {
    const COMPRESSED: &str = "Accept-Encoding: gzip\r\n";
    let page = connection.get(path, COMPRESSED)?;
    let mut text = page.sent.len();
    let mut fonts = 0;
    let mut waiting: Vec<String> = named_by_html(&page.text()?).into_iter().collect();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    while let Some(path) = waiting.pop() {
        let answer = connection.get(&path, COMPRESSED)?;
        if answer.status != 200 {
            return Err(format!("{path} answers {}", answer.status));
        }
        let kind = answer.header("content-type").unwrap_or_default().to_owned();
        if kind.starts_with("text/css") {
            for found in named_by_css(&answer.text()?, &path) {
                if seen.insert(found.clone()) {
                    waiting.push(found);
                }
            }
        }
        if kind.starts_with("font/") {
            fonts += answer.sent.len();
        } else if !kind.starts_with("image/") {
            text += answer.sent.len();
        }
    }
    Ok(Weight {
        text_kb: text as f64 / 1000.0,
        fonts_kb: fonts as f64 / 1000.0,
        requests: 1.0 + seen.len() as f64,
    })
}

/// Stylesheets, scripts, icons, preloads and pictures of a page, all from its own origin.
fn named_by_html(html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let value = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            rest.split('"').next().map(|it| it.replace("&amp;", "&"))
        };
        let loads = ["stylesheet", "icon", "preload", "modulepreload", "manifest"];
        let address = if tag.starts_with("link ") {
            value("rel")
                .filter(|rel| rel.split(' ').any(|word| loads.contains(&word)))
                .and_then(|_| value("href"))
        } else if tag.starts_with("script ") || tag.starts_with("img ") {
            value("src")
        } else {
            None
        };
        found.extend(address.filter(|it| it.starts_with('/')));
    }
    found
}

/// What a stylesheet names with `url(…)`, seen from its own address; data addresses apart.
fn named_by_css(css: &str, stylesheet: &str) -> BTreeSet<String> {
    let folder = stylesheet.rsplit_once('/').map_or("", |(folder, _)| folder);
    css.split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|it| it.trim_matches(|c| c == '"' || c == '\''))
        .filter(|it| !it.starts_with("data:") && !it.starts_with('#') && !it.is_empty())
        .map(|it| {
            if it.starts_with('/') {
                it.to_owned()
            } else {
                format!("{folder}/{}", it.trim_start_matches("./"))
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_page_loads() {
        let html = r#"<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/sv">
            <script src="/b.js" defer></script><img alt="" src="/c.webp?a&amp;b"><a href="/d">x</a>"#;
        let found: Vec<String> = named_by_html(html).into_iter().collect();
        assert_eq!(found, ["/a.css", "/b.js", "/c.webp?a&b"]);
    }

    #[test]
    fn finds_what_a_stylesheet_loads() {
        let css =
            r#"@font-face{src:url("../x")}a{b:url(./t.woff2)}c{d:url('/e.svg')}f{g:url(data:x)}"#;
        let found: Vec<String> = named_by_css(css, "/assets/s.css").into_iter().collect();
        assert_eq!(found, ["/assets/../x", "/assets/t.woff2", "/e.svg"]);
    }
}
