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
    /// With where in a text its value was read.
    Read {
        part: Box<Part>,
        from: ReadFrom,
    },
}

/// Where in a text a value was read.
#[derive(Clone)]
pub struct ReadFrom {
    /// The numbers of the lines, with spaces between them: for the script that marks them.
    pub lines: String,
    /// What is said before the links, and after them.
    pub before: String,
    pub after: String,
    /// Address and words of each line.
    pub links: Vec<(String, String)>,
    /// Somebody should look before it is taken.
    pub doubtful: bool,
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
