//! What a section of the long form is put together from.

use askama::Template;
use web::forms::{Checkbox, Choices, Select, TextArea, TextField};

#[derive(Template, Clone)]
#[template(path = "desk/pages/form/part.html")]
pub enum Part {
    Line(Box<TextField>),
    Area(TextArea),
    Pick(Select),
    Choose(Choices),
    Tick(Checkbox),
    Note(String),
    /// Side by side where there is room.
    Row(Vec<Part>),
    /// Rows of the same fields.
    Rows {
        legend: String,
        hint: Option<String>,
        rows: Vec<RowOfParts>,
    },
    /// Not shown until it is asked for.
    More {
        summary: String,
        open: bool,
        parts: Vec<Part>,
    },
    Picture(PictureField),
}

#[derive(Clone)]
pub struct RowOfParts {
    pub legend: String,
    pub parts: Vec<Part>,
}

#[derive(Clone)]
pub struct PictureField {
    pub label: String,
    pub optional: String,
    pub hint: String,
    pub error: Option<String>,
    /// The address of the picture that the event has, and what it shows.
    pub shown: Option<(String, String)>,
}

impl From<TextField> for Part {
    fn from(it: TextField) -> Self {
        Self::Line(Box::new(it))
    }
}

impl From<TextArea> for Part {
    fn from(it: TextArea) -> Self {
        Self::Area(it)
    }
}

impl From<Select> for Part {
    fn from(it: Select) -> Self {
        Self::Pick(it)
    }
}

impl From<Choices> for Part {
    fn from(it: Choices) -> Self {
        Self::Choose(it)
    }
}

impl From<Checkbox> for Part {
    fn from(it: Checkbox) -> Self {
        Self::Tick(it)
    }
}
