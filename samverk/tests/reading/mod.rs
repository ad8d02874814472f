//! Reading the tree as text, for the tests that look at sources: files, and in a Rust file what is
//! code, what is said in literals, and what is only there for tests.

#![allow(dead_code, clippy::unwrap_used, reason = "tests alone, each of which reads another part")]

use std::fs;
use std::path::{Path, PathBuf};

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// A path as it is told: from the root of the workspace.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Every file below `folder` with one of these endings, in order. What is built or installed is
/// not ours.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = vec![];
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !matches!(name, "target" | "node_modules" | "dist" | "build" | "output" | ".git") {
                found.extend(files(&path, endings));
            }
        } else if endings.iter().any(|it| name.ends_with(&format!(".{it}"))) {
            found.push(path);
        }
    }
    found
}

/// One folder of sources: `events/src/registration`, or a whole crate's `src`.
#[derive(Debug, Clone)]
pub struct Slice {
    /// "events".
    pub capability: String,
    /// "registration".
    pub name: String,
    pub folder: PathBuf,
}

/// Every `capabilities/CAPABILITY/src/SLICE/` with a face.
pub fn slices() -> Vec<Slice> {
    let capabilities = root().join("capabilities");
    let mut slices = vec![];
    for face in files(&capabilities, &["rs"]).iter().filter(|it| it.ends_with("mod.rs")) {
        let folder = face.parent().unwrap();
        if !folder.parent().unwrap().ends_with("src") {
            continue;
        }
        let below = folder.strip_prefix(&capabilities).unwrap();
        slices.push(Slice {
            capability: below.iter().next().unwrap().to_str().unwrap().to_owned(),
            name: folder.file_name().unwrap().to_str().unwrap().to_owned(),
            folder: folder.to_owned(),
        });
    }
    assert!(slices.len() >= 6, "an empty house passes every test");
    slices
}

/// A text in quotes and the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    pub line: usize,
    pub text: String,
}

/// A Rust file, taken apart.
#[derive(Debug, Clone)]
pub struct Source {
    pub path: PathBuf,
    /// Without comments; literals are `""`.
    pub code: String,
    pub literals: Vec<Literal>,
}

impl Source {
    /// The whole file, tests and all.
    pub fn whole(path: &Path) -> Self {
        Self::of(path, &fs::read_to_string(path).unwrap())
    }

    /// The file without the tests inside it.
    pub fn production(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        Self::of(path, before_tests(&text))
    }

    fn of(path: &Path, text: &str) -> Self {
        let (code, literals) = take_apart(text);
        Self { path: path.to_owned(), code, literals }
    }

    /// Whether the file is only there for tests: in a folder `tests`, or `tests.rs`.
    pub fn is_test(path: &Path) -> bool {
        path.iter().any(|it| it == "tests" || it == "tests.rs" || it == "testing.rs")
    }
}

/// The text up to the module with its own tests, which stands last.
fn before_tests(text: &str) -> &str {
    let inside = text.match_indices("#[cfg(test)]").find(|(at, _)| {
        text[*at..]
            .lines()
            .skip(1)
            .find(|it| !it.starts_with('#'))
            .is_some_and(|it| it.contains("mod ") && it.ends_with('{'))
    });
    inside.map_or(text, |(at, _)| &text[..at])
}

/// Code and literals of a Rust text.
pub fn take_apart(text: &str) -> (String, Vec<Literal>) {
    let characters: Vec<char> = text.chars().collect();
    let at = |nth: usize| characters.get(nth).copied().unwrap_or('\0');
    let (mut code, mut literals) = (String::new(), vec![]);
    let (mut nth, mut line) = (0, 1);
    while nth < characters.len() {
        let c = at(nth);
        match c {
            '/' if at(nth + 1) == '/' => {
                while nth < characters.len() && at(nth) != '\n' {
                    nth += 1;
                }
            }
            '/' if at(nth + 1) == '*' => {
                let mut depth = 0;
                while nth < characters.len() {
                    if at(nth) == '/' && at(nth + 1) == '*' {
                        depth += 1;
                        nth += 2;
                    } else if at(nth) == '*' && at(nth + 1) == '/' {
                        depth -= 1;
                        nth += 2;
                        if depth == 0 {
                            break;
                        }
                    } else {
                        line += usize::from(at(nth) == '\n');
                        nth += 1;
                    }
                }
            }
            '"' => {
                let begins = line;
                let mut said = String::new();
                nth += 1;
                while nth < characters.len() && at(nth) != '"' {
                    if at(nth) == '\\' {
                        nth += 1;
                        match at(nth) {
                            // A line that goes on: the break and the margin are not said.
                            '\n' => {
                                line += 1;
                                while at(nth + 1).is_whitespace() {
                                    nth += 1;
                                    line += usize::from(at(nth) == '\n');
                                }
                            }
                            'n' => said.push('\n'),
                            other => said.push(other),
                        }
                    } else {
                        line += usize::from(at(nth) == '\n');
                        said.push(at(nth));
                    }
                    nth += 1;
                }
                nth += 1;
                code.push_str("\"\"");
                literals.push(Literal { line: begins, text: said });
            }
            'r' if (at(nth + 1) == '"'
                || (at(nth + 1) == '#' && matches!(at(nth + 2), '"' | '#')))
                && !code.ends_with(|it: char| it.is_alphanumeric() || it == '_') =>
            {
                let begins = line;
                let hashes = (nth + 1..).take_while(|it| at(*it) == '#').count();
                nth += hashes + 2;
                let mut said = String::new();
                while nth < characters.len()
                    && !(at(nth) == '"' && (1..=hashes).all(|it| at(nth + it) == '#'))
                {
                    line += usize::from(at(nth) == '\n');
                    said.push(at(nth));
                    nth += 1;
                }
                nth += hashes + 1;
                code.push_str("\"\"");
                literals.push(Literal { line: begins, text: said });
            }
            // A character in quotes, not the name of a lifetime.
            '\'' if at(nth + 1) == '\\' || at(nth + 2) == '\'' => {
                nth += if at(nth + 1) == '\\' { 2 } else { 1 };
                nth += 1;
                while nth < characters.len() && at(nth) != '\'' {
                    nth += 1;
                }
                nth += 1;
                code.push_str("' '");
            }
            c => {
                line += usize::from(c == '\n');
                code.push(c);
                nth += 1;
            }
        }
    }
    (code, literals)
}

/// Whether a literal is a statement of SQL.
pub fn is_statement(text: &str) -> bool {
    ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "ALTER ", "DROP ", "WITH "]
        .iter()
        .any(|it| text.trim_start().starts_with(it))
}

/// The word that a text begins with.
pub fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap()
}

/// Fails with every fault on a line of its own.
#[track_caller]
pub fn assert_faultless(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
