//! Fields as values: worded, filled in and with their errors, so that a template only places them.
//! One way to write a field, one way to say what is wrong.

use crate::words::Words;
use askama::Template;
use std::fmt;

/// Something wrong with what was typed, said beside the field and at the top of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name in the form.
    pub field: String,
    pub text: String,
}

/// What is wrong with a form; empty when nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    pub fn add(&mut self, field: impl Into<String>, text: impl Into<String>) {
        self.0.push(Problem { field: field.into(), text: text.into() });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|it| it.field == field).map(|it| it.text.clone())
    }
}

/// The list at the top of a page that came back, each line a link to its field.
#[derive(Template)]
#[template(path = "error_summary.html")]
pub struct ErrorSummary {
    pub heading: String,
    pub problems: Vec<Problem>,
}

impl ErrorSummary {
    /// Nothing where nothing is wrong.
    pub fn new(words: &Words, problems: &Problems) -> Option<Self> {
        if problems.is_empty() {
            return None;
        }
        let count = i64::try_from(problems.0.len()).unwrap_or(i64::MAX);
        Some(Self {
            heading: words.text_with("web-error-summary", [("count", count.into())]),
            problems: problems.0.clone(),
        })
    }
}

/// How wide a field is, by what is written in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    #[default]
    Full,
    Medium,
    Small,
    Tiny,
}

impl Width {
    fn class(self) -> &'static str {
        match self {
            Self::Full => "ds-input",
            Self::Medium => "ds-input w-md",
            Self::Small => "ds-input w-sm",
            Self::Tiny => "ds-input w-xs",
        }
    }
}

/// One line of text. Build it with [`TextField::new`] and the methods that follow.
#[derive(Template, Clone)]
#[template(path = "text_field.html")]
pub struct TextField {
    pub name: String,
    pub label: String,
    pub kind: &'static str,
    pub value: String,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub autocomplete: Option<&'static str>,
    pub inputmode: Option<&'static str>,
    pub optional: Option<String>,
    pub required: bool,
    pub width: Width,
    pub language: Option<&'static str>,
    pub characters_max: usize,
}

impl TextField {
    pub fn new(name: impl Into<String>, label: String, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            label,
            kind: "text",
            value: value.into(),
            hint: None,
            error: None,
            autocomplete: None,
            inputmode: None,
            optional: None,
            required: false,
            width: Width::Full,
            language: None,
            characters_max: crate::fields::LINE_CHARACTERS_MAX,
        }
    }

    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    pub fn inputmode(mut self, mode: &'static str) -> Self {
        self.inputmode = Some(mode);
        self
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Says in words that the field may be left empty.
    pub fn optional(mut self, words: &Words) -> Self {
        self.optional = Some(words.text("web-optional"));
        self
    }

    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    pub fn language(mut self, code: &'static str) -> Self {
        self.language = Some(code);
        self
    }

    pub fn problem(mut self, problems: &Problems) -> Self {
        self.error = problems.of(&self.name);
        self
    }

    fn described_by(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// Several lines of text.
#[derive(Template, Clone)]
#[template(path = "text_area.html")]
pub struct TextArea {
    pub name: String,
    pub label: String,
    pub value: String,
    pub rows: u32,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub optional: Option<String>,
    pub language: Option<&'static str>,
}

impl TextArea {
    pub fn new(
        name: impl Into<String>,
        label: String,
        value: impl Into<String>,
        rows: u32,
    ) -> Self {
        Self {
            name: name.into(),
            label,
            value: value.into(),
            rows,
            hint: None,
            error: None,
            optional: None,
            language: None,
        }
    }

    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    pub fn optional(mut self, words: &Words) -> Self {
        self.optional = Some(words.text("web-optional"));
        self
    }

    pub fn language(mut self, code: &'static str) -> Self {
        self.language = Some(code);
        self
    }

    pub fn problem(mut self, problems: &Problems) -> Self {
        self.error = problems.of(&self.name);
        self
    }

    fn described_by(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub note: Option<String>,
    pub chosen: bool,
    pub disabled: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), note: None, chosen, disabled: false }
    }

    pub fn note(mut self, note: String) -> Self {
        self.note = Some(note);
        self
    }
}

/// One of many, from a list that opens.
#[derive(Template, Clone)]
#[template(path = "select.html")]
pub struct Select {
    pub name: String,
    pub label: String,
    pub choices: Vec<Choice>,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub optional: Option<String>,
    pub autocomplete: Option<&'static str>,
    pub width: Width,
}

impl Select {
    pub fn new(name: impl Into<String>, label: String, choices: Vec<Choice>) -> Self {
        Self {
            name: name.into(),
            label,
            choices,
            hint: None,
            error: None,
            optional: None,
            autocomplete: None,
            width: Width::Medium,
        }
    }

    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    pub fn optional(mut self, words: &Words) -> Self {
        self.optional = Some(words.text("web-optional"));
        self
    }

    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    pub fn problem(mut self, problems: &Problems) -> Self {
        self.error = problems.of(&self.name);
        self
    }

    fn described_by(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// One of a few, all in sight; or several of a few when `kind` is `checkbox`.
#[derive(Template, Clone)]
#[template(path = "choices.html")]
pub struct Choices {
    pub name: String,
    pub legend: String,
    pub kind: &'static str,
    pub choices: Vec<Choice>,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub optional: Option<String>,
    /// Side by side where there is room.
    pub in_row: bool,
}

impl Choices {
    pub fn one_of(name: impl Into<String>, legend: String, choices: Vec<Choice>) -> Self {
        Self {
            name: name.into(),
            legend,
            kind: "radio",
            choices,
            hint: None,
            error: None,
            optional: None,
            in_row: false,
        }
    }

    pub fn some_of(name: impl Into<String>, legend: String, choices: Vec<Choice>) -> Self {
        Self { kind: "checkbox", ..Self::one_of(name, legend, choices) }
    }

    pub fn in_row(mut self) -> Self {
        self.in_row = true;
        self
    }

    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    pub fn optional(mut self, words: &Words) -> Self {
        self.optional = Some(words.text("web-optional"));
        self
    }

    pub fn problem(mut self, problems: &Problems) -> Self {
        self.error = problems.of(&self.name);
        self
    }

    fn described_by(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }

    /// The first has the field's own name as its id, so that the error summary leads to it.
    fn id(&self, index: &usize) -> String {
        if *index == 0 { self.name.clone() } else { format!("{}-{}", self.name, index + 1) }
    }
}

/// A single box to tick.
#[derive(Template, Clone)]
#[template(path = "checkbox.html")]
pub struct Checkbox {
    pub name: String,
    pub label: String,
    pub checked: bool,
    pub note: Option<String>,
}

impl Checkbox {
    pub fn new(name: impl Into<String>, label: String, checked: bool) -> Self {
        Self { name: name.into(), label, checked, note: None }
    }

    pub fn note(mut self, note: String) -> Self {
        self.note = Some(note);
        self
    }
}

fn described_by(name: &str, hint: bool, error: bool) -> String {
    let mut ids = vec![];
    if hint {
        ids.push(format!("{name}-hint"));
    }
    if error {
        ids.push(format!("{name}-error"));
    }
    ids.join(" ")
}

/// A line that tells how something went, above the page's content.
#[derive(Template, Clone)]
#[template(path = "notice.html")]
pub struct Notice {
    /// `info`, `success`, `warning` or `danger`.
    pub tone: &'static str,
    pub heading: Option<String>,
    pub text: String,
}

impl Notice {
    pub fn new(tone: &'static str, text: String) -> Self {
        Self { tone, heading: None, text }
    }
}

/// A part of a page that may not be there.
pub struct Maybe<T>(pub Option<T>);

impl<T: fmt::Display> fmt::Display for Maybe<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(it) => it.fmt(f),
            None => Ok(()),
        }
    }
}
