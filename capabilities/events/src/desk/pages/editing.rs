//! Making an event and changing it: the form shown, and what it brings.

use crate::desk::commands::{self, Edit};
use crate::desk::pages::form::{self, FormPage, Shown, filled};
use crate::desk::pages::paths::{self, Done};
use crate::desk::rules;
use crate::desk::types::{Jpeg, PictureChange, PictureProblem, Refusal, Save, Why};
use crate::event::{self, Event};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use shared::ids::{PersonId, PictureId};
use tokio::sync::Semaphore;
use web::fields::{FieldsAndFiles, Upload};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site};

pub async fn show_new(State(site): State<Site>, asked: Asked) -> Result<Response, Fault> {
    let fields = filled::new_event(asked.person()?);
    answer(&site, &asked, None, &fields, &[], false).await
}

pub async fn create(
    State(site): State<Site>,
    asked: Asked,
    form: FieldsAndFiles,
) -> Result<Response, Fault> {
    let by = PersonId(asked.person()?.person);
    let fields = form.fields.clone();
    let brought = has_picture(&form);
    let picture = match read_picture(&site, form).await {
        Ok(picture) => picture,
        Err(problem) => {
            return answer(&site, &asked, None, &fields, &[refused(problem)], false).await;
        }
    };
    let request = Save { fields: fields.clone(), picture };
    match commands::create(&site.database, asked.now, by, request).await {
        Ok(slug) => Ok(see_other(&onward(&asked, &fields, &slug))),
        Err(Failure::Refused(refusals)) => {
            answer(&site, &asked, None, &fields, &refusals, brought).await
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    let (event, conference) = {
        let mut session = site.database.read().await?;
        let event = event::find_by_slug(&mut session, &slug).await?.ok_or(Fault::NotFound)?;
        let conference = match event.pre_meeting_of {
            Some(id) => event::find(&mut session, id).await?,
            None => None,
        };
        (event, conference)
    };
    let conference = conference.as_ref().map(|it| it.slug.as_str());
    let fields = filled::of_event(asked.language, &event, conference);
    answer(&site, &asked, Some(&event), &fields, &[], false).await
}

pub async fn edit(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
    form: FieldsAndFiles,
) -> Result<Response, Fault> {
    let event = find(&site, &slug).await?;
    let fields = form.fields.clone();
    let brought = has_picture(&form);
    let picture = match read_picture(&site, form).await {
        Ok(picture) => picture,
        Err(problem) => {
            let refusals = [refused(problem)];
            return answer(&site, &asked, Some(&event), &fields, &refusals, false).await;
        }
    };
    let request = Edit {
        id: event.id,
        seen: form::seen(&fields),
        tell: fields.has("tell_registered"),
        save: Save { fields: fields.clone(), picture },
    };
    match commands::edit(&site.database, site.words.clone(), asked.now, request).await {
        Ok(slug) => Ok(see_other(&onward(&asked, &fields, &slug))),
        Err(Failure::Refused(refusals)) => {
            // Read again: what the next try is compared with is what it is now.
            let event = find(&site, &slug).await?;
            answer(&site, &asked, Some(&event), &fields, &refusals, brought).await
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

async fn find(site: &Site, slug: &str) -> Result<Event, Fault> {
    let event = event::find_by_slug(&mut site.database.read().await?, slug).await?;
    event.ok_or(Fault::NotFound)
}

/// Where the button leads that saved the form.
fn onward(asked: &Asked, fields: &Fields, slug: &str) -> String {
    match fields.raw("do") {
        "programme" => paths::programme(asked.language, slug),
        _ => Done::Saved.href(asked.language, slug),
    }
}

async fn answer(
    site: &Site,
    asked: &Asked,
    event: Option<&Event>,
    fields: &Fields,
    refusals: &[Refusal],
    picture_lost: bool,
) -> Result<Response, Fault> {
    let (events, chosen) = {
        let mut session = site.database.read().await?;
        let today = asked.now.today(&jiff::tz::TimeZone::UTC);
        let events = event::list_unfinished(&mut session, today).await?;
        let slug = fields.line("pre_meeting_of");
        let chosen = match slug.is_empty() {
            true => None,
            false => event::find_by_slug(&mut session, &slug).await?,
        };
        (events, chosen)
    };
    let words = site.words(asked.language);
    let shown = Shown {
        event,
        conferences: &form::conferences(asked.language, &events, event, chosen.as_ref()),
        picture_mib_max: site.settings.picture_bytes_max / (1024 * 1024),
        picture_lost,
    };
    let body = FormPage::new(words, &shown, fields, refusals);
    let other = asked.language.other();
    let head = Head {
        title: match event {
            Some(_) => words.text_with("desk-edit-title", [("title", body.heading.clone().into())]),
            None => body.heading.clone(),
        },
        other_language_href: Some(match event {
            Some(event) => paths::edit(other, &event.slug),
            None => addresses::new_event(other).to_owned(),
        }),
        private: true,
        section: Section::Organise,
        has_problems: !refusals.is_empty(),
        ..Head::default()
    };
    let status = if refusals.is_empty() {
        StatusCode::OK
    } else if refusals.iter().any(|it| it.why == Why::ChangedMeanwhile) {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(page(site, asked, status, &head, &body))
}

fn refused(problem: PictureProblem) -> Refusal {
    Refusal { field: "picture".to_owned(), why: Why::Picture(problem) }
}

fn has_picture(form: &FieldsAndFiles) -> bool {
    form.uploads.iter().any(|it| it.field == "picture")
}

/// One picture is read at a time: each takes much memory for a moment.
static READING: Semaphore = Semaphore::const_new(1);

async fn read_picture(site: &Site, form: FieldsAndFiles) -> Result<PictureChange, PictureProblem> {
    let remove = form.fields.has("picture_remove");
    let Some(upload) = form.uploads.into_iter().find(|it| it.field == "picture") else {
        return Ok(if remove { PictureChange::Remove } else { PictureChange::Keep });
    };
    let _turn = READING.acquire().await.map_err(|_| PictureProblem::Unreadable)?;
    let jpeg = re_encoded(upload, site.settings.picture_bytes_max).await?;
    Ok(PictureChange::Replace(PictureId::new(), jpeg))
}

async fn re_encoded(upload: Upload, bytes_max: usize) -> Result<Jpeg, PictureProblem> {
    // A broken picture that makes the reader panic is a broken picture, no more.
    tokio::task::spawn_blocking(move || rules::picture::re_encode(&upload.bytes, bytes_max))
        .await
        .unwrap_or(Err(PictureProblem::Unreadable))
}
