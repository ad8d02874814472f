//! Where a text is pasted or a file chosen, and what has been read and waits.

use crate::drafting::commands;
use crate::drafting::pages::{self, wording};
use crate::drafting::rules;
use crate::drafting::store;
use crate::drafting::types::{Findings, Reading, TextRefusal};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use platform::failure::Failure;
use shared::addresses;
use shared::ids::PersonId;
use tokio::sync::Semaphore;
use web::asked::Role;
use web::fields::{FieldsAndFiles, Upload};
use web::forms::{ErrorSummary, Maybe, Problems, TextArea};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

#[derive(Template)]
#[template(path = "drafting/pages/new.html")]
pub struct NewPage {
    pub summary: Maybe<ErrorSummary>,
    pub breadcrumb_label: String,
    pub breadcrumb: Vec<(String, String)>,
    pub heading: String,
    pub lead: String,
    pub action: &'static str,
    pub text: TextArea,
    pub file_label: String,
    pub file_hint: String,
    pub file_error: Option<String>,
    pub kept: String,
    pub send: String,
    pub leave: (String, String),
    pub waiting_heading: String,
    pub waiting: Vec<Waiting>,
}

/// A text that was read before.
pub struct Waiting {
    pub href: String,
    pub name: String,
    pub about: String,
}

impl NewPage {
    pub fn new(
        words: &Words,
        typed: &Fields,
        problems: &Problems,
        mib_max: usize,
        readings: &[Reading],
    ) -> Self {
        let language = words.language;
        let mib = i64::try_from(mib_max).unwrap_or(i64::MAX);
        Self {
            summary: Maybe(ErrorSummary::new(words, problems)),
            breadcrumb_label: words.text("drafting-you-are-here"),
            breadcrumb: vec![(
                addresses::organise(language).to_owned(),
                words.text("drafting-organise"),
            )],
            heading: words.text("drafting-new"),
            lead: words.text("drafting-new-lead"),
            action: addresses::new_from_text(language),
            text: TextArea::new("text", words.text("drafting-text"), typed.raw("text"), 12)
                .hint(words.text("drafting-text-hint"))
                .problem(problems),
            file_label: words.text("drafting-file"),
            file_hint: words.text_with("drafting-file-hint", [("mib", mib.into())]),
            file_error: problems.of("file"),
            kept: words.text("drafting-new-kept"),
            send: words.text("drafting-new-send"),
            leave: (words.text("drafting-leave"), addresses::organise(language).to_owned()),
            waiting_heading: words.text("drafting-waiting"),
            waiting: readings.iter().map(|it| waiting(words, it)).collect(),
        }
    }

    /// With something wrong, and a text that waits.
    pub fn sample(words: &Words) -> Self {
        let mut problems = Problems::default();
        problems.add("text", wording::text_refusal(words, TextRefusal::Nothing));
        problems.add(
            "file",
            wording::text_refusal(words, TextRefusal::File(documents::Unreadable::NoText)),
        );
        let mut typed = Fields::default();
        typed.set("text", "Mat & vatten <i byn>");
        Self::new(words, &typed, &problems, 8, &[pages::review::sample_reading()])
    }
}

fn waiting(words: &Words, reading: &Reading) -> Waiting {
    let found = &reading.found;
    let name = match found.name.as_str() {
        "" => words.text("drafting-untitled"),
        it => it.to_owned(),
    };
    let read_on = reading.read_at.to_zoned_datetime(rules::zone()).date();
    let about = words.text_with(
        "drafting-waiting-about",
        [
            ("day", locale::day_without_year(words.language, read_on).into()),
            ("until", locale::day_without_year(words.language, reading.erase_on).into()),
            ("made", i64::try_from(found.made.len()).unwrap_or(i64::MAX).into()),
        ],
    );
    Waiting { href: pages::first_page(words.language, reading), name, about }
}

pub async fn show(State(site): State<Site>, asked: Asked) -> Result<Response, Fault> {
    answer(&site, &asked, &Fields::default(), None).await
}

pub async fn read(
    State(site): State<Site>,
    asked: Asked,
    form: FieldsAndFiles,
) -> Result<Response, Fault> {
    let person = PersonId(asked.person()?.person);
    let today = asked.now.today(&rules::zone());
    let FieldsAndFiles { fields, uploads } = form;
    let upload = uploads.into_iter().find(|it| it.field == "file");
    let field = if upload.is_some() { "file" } else { "text" };
    let text = fields.raw("text").to_owned();
    let found = match found_in(upload, text, today).await {
        Ok(found) => found,
        Err(refusal) => return answer(&site, &asked, &fields, Some((field, refusal))).await,
    };
    let kept = commands::keep(&site.database, asked.now, Some(person), today, found.clone()).await;
    match kept {
        Ok(id) => {
            let erase_on = rules::erased_on(today);
            let reading =
                Reading { id, read_by: Some(person), read_at: asked.now.at, erase_on, found };
            Ok(see_other(&pages::first_page(asked.language, &reading)))
        }
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Refused(never)) => match never {},
    }
}

/// One text is read at a time: a file that unpacks takes much memory for a moment.
static READING: Semaphore = Semaphore::const_new(1);

async fn found_in(
    upload: Option<Upload>,
    text: String,
    today: Date,
) -> Result<Findings, TextRefusal> {
    let damaged = TextRefusal::File(documents::Unreadable::Damaged);
    let _turn = READING.acquire().await.map_err(|_| damaged)?;
    let read = move || match upload {
        Some(it) => commands::read_file(&it.file_name, &it.bytes, today),
        None => commands::read_text(&text, today),
    };
    // A broken file that makes its reader panic is a broken file, no more.
    tokio::task::spawn_blocking(read).await.unwrap_or(Err(damaged))
}

async fn answer(
    site: &Site,
    asked: &Asked,
    fields: &Fields,
    refused: Option<(&str, TextRefusal)>,
) -> Result<Response, Fault> {
    let person = asked.person()?;
    let readings = {
        let mut session = site.database.read().await?;
        match person.role {
            Role::Administrator => store::list_all(&mut session).await?,
            Role::Organiser => store::list_of(&mut session, PersonId(person.person)).await?,
        }
    };
    let words = site.words(asked.language);
    let mut problems = Problems::default();
    if let Some((field, refusal)) = refused {
        problems.add(field, wording::text_refusal(words, refusal));
    }
    let mib_max = site.settings.picture_bytes_max / (1024 * 1024);
    let body = NewPage::new(words, fields, &problems, mib_max, &readings);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(addresses::new_from_text(asked.language.other()).to_owned()),
        private: true,
        section: Section::Organise,
        has_problems: !problems.is_empty(),
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(site, asked, status, &head, &body))
}
