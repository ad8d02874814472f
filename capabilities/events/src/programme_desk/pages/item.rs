//! One item of the programme, to be changed.

use crate::event::Event;
use crate::programme::{self, ProgrammeItem};
use crate::programme_desk::commands;
use crate::programme_desk::pages::form::{self, ItemForm};
use crate::programme_desk::pages::programme::Done;
use crate::programme_desk::pages::{Said, event_at, paths, wording};
use crate::programme_desk::rules;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use shared::ids::ProgrammeItemId;
use web::forms::{ErrorSummary, Maybe, Notice, Problems};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

#[derive(Template)]
#[template(path = "programme_desk/pages/item.html")]
pub struct ItemPage {
    pub summary: Maybe<ErrorSummary>,
    pub outside: Maybe<Notice>,
    pub breadcrumb_label: String,
    pub desk: String,
    pub desk_href: &'static str,
    pub event: String,
    pub event_href: String,
    pub programme: String,
    pub programme_href: String,
    pub heading: Said,
    pub form: ItemForm,
}

impl ItemPage {
    pub fn new(
        words: &Words,
        event: &Event,
        item: &ProgrammeItem,
        typed: &Fields,
        problems: &Problems,
    ) -> Self {
        let language = words.language;
        let outside = rules::outside(event, item)
            .map(|it| Notice::new("warning", wording::outside(words, it)));
        let back =
            format!("{}#{}", paths::programme(language, &event.slug), paths::anchor(item.id));
        let action = paths::item(language, &event.slug, item.id);
        Self {
            summary: Maybe(ErrorSummary::new(words, problems)),
            outside: Maybe(outside.filter(|_| problems.is_empty())),
            breadcrumb_label: words.text("programme_desk-you-are-here"),
            desk: words.text("programme_desk-desk"),
            desk_href: addresses::organise(language),
            event: wording::title(words, event),
            event_href: addresses::organise_event(language, &event.slug),
            programme: words.text("programme_desk-programme"),
            programme_href: paths::programme(language, &event.slug),
            heading: Said::new(language, &item.title),
            form: ItemForm::new(
                words,
                event,
                typed,
                problems,
                (action, words.text("programme_desk-save")),
            )
            .alone(words.text("programme_desk-leave"), back),
        }
    }

    /// An item of four talks as it comes back when one of them may not go.
    pub fn sample(words: &Words) -> Self {
        use crate::programme_desk::types::Refusal;
        let (event, items) = crate::programme_desk::pages::programme::sample_programme();
        let refusals = [
            Refusal::TalkChosen { row: 2, choosers: 7 },
            Refusal::WishesElsewhere { title: shared::Text::sv("Spår & stigar") },
        ];
        let problems = wording::problems(words, &refusals);
        Self::new(words, &event, &items[1], &form::fields_of(words.language, &items[1]), &problems)
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, item)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let event = event_at(&site, &asked, &slug).await?;
    let id = item.parse().map_err(|()| Fault::NotFound)?;
    answer(&site, &asked, &event, id, None, &Problems::default()).await
}

pub async fn change(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, item)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Fault> {
    let event = event_at(&site, &asked, &slug).await?;
    let id: ProgrammeItemId = item.parse().map_err(|()| Fault::NotFound)?;
    let typed = form::read(&fields);
    match commands::change_item(&site.database, asked.now, event.id, id, typed).await {
        Ok(()) => Ok(see_other(&Done::Changed.href(asked.language, &slug, &paths::anchor(id)))),
        Err(Failure::Refused(refusals)) => {
            let problems = wording::problems(site.words(asked.language), &refusals);
            answer(&site, &asked, &event, id, Some(&fields), &problems).await
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

async fn answer(
    site: &Site,
    asked: &Asked,
    event: &Event,
    id: ProgrammeItemId,
    typed: Option<&Fields>,
    problems: &Problems,
) -> Result<Response, Fault> {
    let items = programme::list(&mut site.database.read().await?, event.id).await?;
    let item = items.iter().find(|it| it.id == id).ok_or(Fault::NotFound)?;
    let words = site.words(asked.language);
    let body = match typed {
        Some(typed) => ItemPage::new(words, event, item, typed, problems),
        None => ItemPage::new(words, event, item, &form::fields_of(words.language, item), problems),
    };
    let head = Head {
        title: body.heading.text.clone(),
        other_language_href: Some(paths::item(asked.language.other(), &event.slug, id)),
        private: true,
        section: Section::Organise,
        has_problems: !problems.is_empty(),
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(site, asked, status, &head, &body))
}
