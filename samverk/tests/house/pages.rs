//! Pages: a struct with a sample that a test renders, and a template that brings no style and no
//! script of its own.

use crate::reading::{Source, assert_faultless, files, root, shown, slices};
use std::fs;

/// Templates that may style their parts in place, and why.
const STYLED_IN_PLACE: &[(&str, &str)] = &[(
    "foundation/web/src/letter.html",
    "letters are read in mail programs, which read no style sheet",
)];

#[test]
fn templates_bring_no_style_and_no_script() {
    let mut faults = vec![];
    let folders = ["foundation/web/src", "capabilities", "samverk/src"].map(|it| root().join(it));
    for file in folders.iter().flat_map(|it| files(it, &["html"])) {
        let (shown, text) = (shown(&file), fs::read_to_string(&file).unwrap().to_lowercase());
        let styled = STYLED_IN_PLACE.iter().any(|(path, _)| *path == shown);
        for tag in text.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest)) {
            if (tag.starts_with("style") || attribute(tag, "style")) && !styled {
                faults.push(format!("{shown}: <{tag}> brings a style; write a class"));
            }
            let is_data = tag.contains("application/ld+json");
            if tag.starts_with("script") && !tag.contains(" src=") && !is_data {
                faults.push(format!("{shown}: <{tag}> is a script in the page"));
            }
            let is_event = |it: &str| it.starts_with("on") && it.contains('=');
            if tag.split_whitespace().skip(1).any(is_event) || tag.contains("javascript:") {
                faults.push(format!("{shown}: <{tag}> runs a script"));
            }
        }
    }
    assert_faultless(&faults);
}

fn attribute(tag: &str, name: &str) -> bool {
    tag.split_whitespace().skip(1).any(|it| it.starts_with(&format!("{name}=")))
}

#[test]
fn every_page_has_a_sample_that_a_test_renders() {
    let mut faults = vec![];
    let mut pages = 0;
    for slice in slices() {
        let sources = files(&slice.folder, &["rs"]);
        let tested: String = sources
            .iter()
            .filter(|it| Source::is_test(it))
            .map(|it| Source::whole(it).code)
            .collect();
        let inside: String = sources
            .iter()
            .filter_map(|it| {
                let text = fs::read_to_string(it).unwrap();
                text.split_once("#[cfg(test)]\nmod tests {").map(|(_, tests)| tests.to_owned())
            })
            .collect();
        let ours: Vec<_> = sources
            .iter()
            .filter(|it| !Source::is_test(it))
            .map(|it| (it, Source::production(it).code))
            .collect();
        for (file, code) in &ours {
            for rest in code.split("#[template(path = \"\")]").skip(1) {
                let Some(name) = rest.split("struct ").nth(1) else { continue };
                let name = crate::reading::first_word(name);
                if !name.ends_with("Page") {
                    continue; // a part, which the samples of pages bring with them
                }
                pages += 1;
                let own = format!("impl {name} {{");
                let has_sample = ours.iter().any(|(_, code)| {
                    let bodies = code.split(own.as_str()).skip(1);
                    // One, or one of each kind.
                    bodies.map(|it| it.split("\nimpl ").next().unwrap_or(it)).any(has_sample)
                });
                let is_rendered =
                    [&tested, &inside].iter().any(|it| it.contains(&format!("{name}::sample")));
                if !has_sample {
                    faults.push(format!("{}: {name} has no sample", shown(file)));
                } else if !is_rendered {
                    faults.push(format!("{}: no test renders {name}::sample", shown(file)));
                }
            }
        }
    }
    assert!(pages >= 20, "{pages} pages were found");
    assert_faultless(&faults);
}

fn has_sample(body: &str) -> bool {
    body.contains("fn sample")
}
