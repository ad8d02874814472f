//! Answers with the event's page, its calendar file, or its preview.

use crate::announcement::pages::calendar;
use crate::announcement::pages::event::{Around, EventBody, EventPage, machine};
use crate::announcement::pages::kept::{self, kept};
use crate::announcement::reads::{self, WholeEvent};
use crate::event::{Event, State};
use askama::Template;
use axum::extract::{Request, State as Of};
use axum::http::StatusCode;
use axum::response::Response;
use platform::clock::Now;
use shared::{Language, addresses};
use web::asked::{Asked, language_of};
use web::cache::takes_gzip;
use web::shell::{self, Head, Layout, Section};
use web::{Fault, Site};

/// The page at `…/SLUG`, and the calendar file beside it at `…/SLUG.ics`.
pub async fn show(Of(site): Of<Site>, request: Request) -> Result<Response, Fault> {
    let path = request.uri().path();
    let gzip = takes_gzip(request.headers());
    let language = language_of(path);
    // A slug has only letters, digits and hyphens: what is written otherwise is no slug.
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.strip_suffix(".ics") {
        Some(slug) => {
            let make = |_| calendar::file(&site, language, slug);
            kept(&site, path, gzip, interchange::calendar::MEDIA_TYPE, make).await
        }
        None => {
            let make = |now| public_page(&site, language, name, now);
            kept(&site, path, gzip, kept::HTML, make).await
        }
    }
}

async fn public_page(
    site: &Site,
    language: Language,
    slug: &str,
    now: Now,
) -> Result<String, Fault> {
    let mut session = site.database.read().await?;
    let event = reads::public_event(&mut session, slug).await?.ok_or(Fault::NotFound)?;
    let whole = reads::whole(&mut session, event).await?;
    drop(session);
    let words = site.words(language);
    let around = Around { words, now, public_url: &site.settings.public_url, preview: false };
    let page = EventPage { page: EventBody::new(around, &whole) };
    let name = &page.page.title.text;
    let head = Head {
        structured_data: Some(machine::structured_data(around, &whole, name)),
        canonical: Some(page.page.url.clone()),
        description: Some(machine::description(&whole, language)).filter(|it| !it.is_empty()),
        alternates: vec![(
            "text/calendar",
            addresses::event_calendar(language, slug),
            words.text("announcement-calendar"),
        )],
        ..head(site, language, &whole, name)
    };
    let body = page.render().expect("a template of finished values does not fail");
    Ok(shell::render(site, language, None, &head, &body))
}

fn head(site: &Site, language: Language, whole: &WholeEvent, name: &str) -> Head {
    let event = &whole.event;
    Head {
        title: match event.state {
            State::Cancelled { .. } => site
                .words(language)
                .text_with("announcement-cancelled-title", [("title", name.to_owned().into())]),
            State::Draft | State::Published { .. } => name.to_owned(),
        },
        other_language_href: Some(addresses::event(language.other(), &event.slug)),
        section: Section::Events,
        layout: Layout::Bare,
        ..Head::default()
    }
}

/// The page as whoever visits it sees it, with a line that says that this is a preview. For routes
/// that only organisers enter.
pub async fn render_preview(site: &Site, asked: &Asked, event: &Event) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let whole = reads::whole(&mut session, event.clone()).await?;
    drop(session);
    let around = Around {
        words: site.words(asked.language),
        now: asked.now,
        public_url: &site.settings.public_url,
        preview: true,
    };
    let page = EventPage { page: EventBody::new(around, &whole) };
    let head = Head {
        private: true,
        section: Section::Organise,
        other_language_href: Some(addresses::organise_event_part(
            asked.language.other(),
            &event.slug,
            "forhandsvisning",
            "preview",
        )),
        ..head(site, asked.language, &whole, &page.page.title.text)
    };
    Ok(shell::page(site, asked, StatusCode::OK, &head, &page))
}
