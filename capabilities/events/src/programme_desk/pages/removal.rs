//! The question before an item goes, and the answer.

use crate::event::Event;
use crate::programme::{self, ProgrammeItem};
use crate::programme_desk::commands;
use crate::programme_desk::pages::programme::{Done, sample_programme};
use crate::programme_desk::pages::{event_at, paths, wording};
use crate::programme_desk::types::ItemChosen;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use shared::ids::ProgrammeItemId;
use web::forms::{Maybe, Notice};
use web::shell::{Head, Layout, Section, page, see_other};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "programme_desk/pages/removal.html")]
pub struct RemovalPage {
    pub refused: Maybe<Notice>,
    pub breadcrumb_label: String,
    pub desk: String,
    pub desk_href: &'static str,
    pub event: String,
    pub event_href: String,
    pub programme: String,
    pub back_href: String,
    pub heading: String,
    pub lead: String,
    pub action: String,
    /// Not there where the item may not go.
    pub confirm: Option<String>,
    pub keep: String,
}

impl RemovalPage {
    pub fn new(
        words: &Words,
        event: &Event,
        item: &ProgrammeItem,
        chosen: Option<ItemChosen>,
    ) -> Self {
        let language = words.language;
        let refused = chosen.map(|it| Notice::new("danger", wording::chosen(words, it)));
        let (title, talks) = (item.title.words(language), item.talks.len());
        Self {
            breadcrumb_label: words.text("programme_desk-you-are-here"),
            desk: words.text("programme_desk-desk"),
            desk_href: addresses::organise(language),
            event: wording::title(words, event),
            event_href: addresses::organise_event(language, &event.slug),
            programme: words.text("programme_desk-programme"),
            back_href: format!(
                "{}#{}",
                paths::programme(language, &event.slug),
                paths::anchor(item.id)
            ),
            heading: words.text_with("programme_desk-removal-heading", [("title", title.into())]),
            lead: words.text_with("programme_desk-removal-lead", [("talks", talks.into())]),
            action: paths::item_removal(language, &event.slug, item.id),
            confirm: chosen.is_none().then(|| words.text("programme_desk-removal-confirm")),
            keep: words.text("programme_desk-removal-keep"),
            refused: Maybe(refused),
        }
    }

    /// The page of an item with talks that nobody chose yet.
    pub fn sample(words: &Words) -> Self {
        let (event, items) = sample_programme();
        Self::new(words, &event, &items[1], None)
    }

    /// The page of an item that stays because somebody chose.
    pub fn sample_refused(words: &Words) -> Self {
        let (event, items) = sample_programme();
        Self::new(words, &event, &items[2], Some(ItemChosen { choosers: 1 }))
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, item)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let event = event_at(&site, &asked, &slug).await?;
    let id = item.parse().map_err(|()| Fault::NotFound)?;
    answer(&site, &asked, &event, id, StatusCode::OK).await
}

pub async fn remove(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, item)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let event = event_at(&site, &asked, &slug).await?;
    let id = item.parse().map_err(|()| Fault::NotFound)?;
    match commands::remove_item(&site.database, asked.now, event.id, id).await {
        Ok(()) => Ok(see_other(&Done::Removed.href(asked.language, &slug, ""))),
        Err(Failure::Refused(ItemChosen { .. })) => {
            answer(&site, &asked, &event, id, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

/// The question; or, where somebody chose, why the item stays.
async fn answer(
    site: &Site,
    asked: &Asked,
    event: &Event,
    id: ProgrammeItemId,
    status: StatusCode,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let items = programme::list(&mut session, event.id).await?;
    let item = items.iter().find(|it| it.id == id).ok_or(Fault::NotFound)?;
    let choosers = commands::choosers(&mut session, item).await?.values().sum();
    let chosen = (choosers > 0).then_some(ItemChosen { choosers });
    let body = RemovalPage::new(site.words(asked.language), event, item, chosen);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::item_removal(asked.language.other(), &event.slug, id)),
        private: true,
        section: Section::Organise,
        layout: Layout::Narrow,
        has_problems: status == StatusCode::UNPROCESSABLE_ENTITY,
        ..Head::default()
    };
    Ok(page(site, asked, status, &head, &body))
}
