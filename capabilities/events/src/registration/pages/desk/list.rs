//! The registrations of an event as a table that can be filtered, and as a file for a spreadsheet.

use crate::event::{self, Event};
use crate::registration::pages::desk::{any_event, list_href, new_href, person_href};
use crate::registration::pages::wording;
use crate::registration::store::{self, Filter, Listed};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use interchange::table::{self, Format};
use partnership::directory;
use platform::database::DatabaseError;
use platform::ids::Uuid;
use shared::ids::RegistrationId;
use shared::{Language, Sector, addresses};
use std::collections::HashMap;
use web::forms::{Choice, Select, TextField, Width};
use web::shell::{self, Head, Section};
use web::{Asked, Fault, Site, Words};

/// Rows on one page.
const PAGE_ROWS: u32 = 50;
/// The most rows that a file holds.
const FILE_ROWS_MAX: u32 = 100_000;

pub struct ListRow {
    pub href: String,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub sector: String,
    pub municipality: String,
    pub registered: String,
}

#[derive(Template)]
#[template(path = "registration/pages/desk/list.html")]
pub struct ListPage {
    pub event_href: String,
    pub event_title: String,
    pub breadcrumb_label: String,
    pub desk_href: &'static str,
    pub desk: String,
    pub heading: String,
    pub new_href: String,
    pub new: String,
    pub file_href: String,
    pub file: String,
    pub filter_label: String,
    pub words: TextField,
    pub sector: Select,
    pub state: Select,
    pub show: String,
    pub caption: String,
    pub columns: [String; 6],
    pub rows: Vec<ListRow>,
    pub empty: String,
    pub pages_label: String,
    /// Text, address, and whether it is the page one is on.
    pub pages: Vec<(String, String, bool)>,
}

/// What the address asks for.
struct Asking {
    filter: Filter,
    page: u32,
}

impl Asking {
    fn read(query: &HashMap<String, String>) -> Self {
        let line = |name: &str| query.get(name).map(|it| it.trim()).unwrap_or_default();
        let municipality = line("municipality");
        Self {
            filter: Filter {
                words: line("q").chars().take(100).collect(),
                sector: Sector::from_code(line("sector")),
                municipality: directory::municipality(municipality)
                    .map(|it| it.code.to_string())
                    .unwrap_or_default(),
                withdrawn: line("state") == "withdrawn",
            },
            page: line("page").parse().unwrap_or(1).clamp(1, 10_000),
        }
    }

    fn query(&self, page: u32) -> String {
        let sector = self.filter.sector.map_or("", Sector::code);
        let state = if self.filter.withdrawn { "withdrawn" } else { "" };
        let words: String = form_urlencoded::byte_serialize(self.filter.words.as_bytes()).collect();
        format!("?q={words}&sector={sector}&state={state}&page={page}")
    }
}

impl ListPage {
    fn new(words: &Words, event: &Event, asking: &Asking, listed: &[Listed], total: i64) -> Self {
        let language = words.language;
        let href = list_href(language, &event.slug);
        let text = |key| words.text(key);
        let chosen = asking.filter.sector;
        let sectors =
            std::iter::once(Choice::new("", text("registration-desk-any"), chosen.is_none()))
                .chain(Sector::ALL.into_iter().map(|it| {
                    Choice::new(it.code(), wording::sector(words, it), chosen == Some(it))
                }))
                .collect();
        let withdrawn = asking.filter.withdrawn;
        let states = vec![
            Choice::new("", text("registration-desk-coming"), !withdrawn),
            Choice::new("withdrawn", text("registration-desk-withdrawn"), withdrawn),
        ];
        let last = u32::try_from(total.max(1)).unwrap_or(u32::MAX).div_ceil(PAGE_ROWS);
        Self {
            event_href: addresses::organise_event(language, &event.slug),
            event_title: event.content.title.words(language).to_owned(),
            breadcrumb_label: text("registration-you-are-here"),
            desk_href: addresses::organise(language),
            desk: text("web-nav-organise"),
            heading: text("registration-desk-heading"),
            new_href: new_href(language, &event.slug),
            new: text("registration-desk-new"),
            file_href: format!("{href}/{}", file_name(language)),
            file: text("registration-desk-file"),
            filter_label: text("registration-desk-filter"),
            words: TextField::new("q", text("registration-desk-search"), &*asking.filter.words)
                .kind("search"),
            sector: Select::new("sector", text("registration-desk-sector"), sectors)
                .width(Width::Small),
            state: Select::new("state", text("registration-desk-state"), states)
                .width(Width::Small),
            show: text("registration-desk-show"),
            caption: words.text_with("registration-desk-caption", [("count", total.into())]),
            columns: columns(words),
            rows: listed.iter().map(|it| row(words, event, it)).collect(),
            empty: text("registration-desk-empty"),
            pages_label: text("registration-desk-pages"),
            pages: if last > 1 {
                (1..=last.min(200))
                    .map(|page| {
                        (
                            page.to_string(),
                            format!("{href}{}", asking.query(page)),
                            page == asking.page,
                        )
                    })
                    .collect()
            } else {
                vec![]
            },
        }
    }

    pub fn sample(words: &Words) -> Self {
        let registration = crate::registration::samples::sample_registration();
        let listed = Listed {
            id: RegistrationId(Uuid::from_u128(7)),
            name: registration.registrant.name,
            email: registration.registrant.email.as_str().to_owned(),
            organisation: registration.registrant.organisation,
            sector: registration.registrant.sector,
            municipality: registration.registrant.municipality,
            role: registration.registrant.role,
            registered_at: registration.registered_at,
            withdrawn_at: None,
        };
        let asking = Asking::read(&HashMap::new());
        Self::new(words, &event::sample_event(), &asking, &[listed], 120)
    }
}

fn columns(words: &Words) -> [String; 6] {
    [
        words.text("registration-desk-name"),
        words.text("registration-email"),
        words.text("registration-organisation"),
        words.text("registration-desk-sector"),
        words.text("registration-municipality"),
        words.text("registration-desk-registered"),
    ]
}

fn row(words: &Words, event: &Event, listed: &Listed) -> ListRow {
    let registered = listed.registered_at.to_zoned_datetime(event.zone.clone()).date();
    let municipality = directory::municipality(&listed.municipality);
    ListRow {
        href: person_href(words.language, &event.slug, listed.id),
        name: listed.name.clone(),
        email: listed.email.clone(),
        organisation: listed.organisation.clone(),
        sector: listed.sector.map(|it| wording::sector(words, it)).unwrap_or_default(),
        municipality: municipality.map(|it| it.name.to_string()).unwrap_or_default(),
        registered: locale::short_day(words.language, registered),
    }
}

/// `GET …/anmalda`
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let asking = Asking::read(&query);
    let mut session = site.database.read().await?;
    let event = any_event(&mut session, &slug).await?;
    let offset = (asking.page - 1) * PAGE_ROWS;
    let (listed, total) =
        store::list(&mut session, event.id, &asking.filter, offset, PAGE_ROWS).await?;
    let page = ListPage::new(site.words(asked.language), &event, &asking, &listed, total);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(list_href(asked.language.other(), &slug)),
        section: Section::Organise,
        private: true,
        ..Head::default()
    };
    Ok(shell::page(&site, &asked, StatusCode::OK, &head, &page))
}

fn file_name(language: Language) -> &'static str {
    match language {
        Language::Swedish => "anmalda.csv",
        Language::English => "registrations.csv",
    }
}

/// `GET …/anmalda/anmalda.csv`: everybody who is coming, for a spreadsheet.
pub async fn file(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let event = any_event(&mut session, &slug).await?;
    let (listed, _) =
        store::list(&mut session, event.id, &Filter::default(), 0, FILE_ROWS_MAX).await?;
    drop(session);
    let words = site.words(asked.language);
    let heading = columns(words);
    let heading: Vec<&str> = heading.iter().map(String::as_str).collect();
    let rows = listed.iter().map(|it| {
        let row = row(words, &event, it);
        [row.name, row.email, row.organisation, row.sector, row.municipality, row.registered]
    });
    let text = table::to_csv(Format::for_spreadsheet(asked.language), &heading, rows).map_err(
        |uneven| Fault::Broken(DatabaseError::Unreadable(format!("uneven row: {uneven:?}"))),
    )?;
    let name = format!("attachment; filename=\"{}-{}\"", event.slug, file_name(asked.language));
    let name = HeaderValue::from_str(&name).map_err(|_| Fault::NotFound)?;
    Ok((
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(table::MEDIA_TYPE)),
            (header::CONTENT_DISPOSITION, name),
        ],
        text,
    )
        .into_response())
}
