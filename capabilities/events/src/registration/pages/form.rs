//! The form in which somebody registers.

use crate::event::{self, Admission, Event};
use crate::programme::{self, ProgrammeItem};
use crate::registration::commands::Intake;
use crate::registration::pages::person::{self, PersonFields};
use crate::registration::pages::{unavailable, wording};
use crate::registration::rules;
use crate::registration::types::{Availability, Refusal, SentForm};
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::database::Session;
use platform::failure::Failure;
use platform::secrets;
use shared::addresses;
use web::forms::{ErrorSummary, Maybe, Problems};
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Fault, Fields, Site, Words};

/// The longest key of a form that we take: ours are 32 characters.
const FORM_KEY_CHARACTERS_MAX: usize = 200;

/// Everything the template may use.
#[derive(Template)]
#[template(path = "registration/pages/form.html")]
pub struct FormPage {
    pub errors: Maybe<ErrorSummary>,
    pub breadcrumb_label: String,
    pub events_href: &'static str,
    pub events: String,
    pub event_href: String,
    pub event_title: String,
    pub heading: String,
    pub lead: String,
    pub action: String,
    pub form_key: String,
    pub person: PersonFields,
    pub privacy_heading: String,
    pub privacy: Vec<String>,
    pub privacy_href: &'static str,
    pub privacy_more: String,
    pub summary_heading: String,
    pub summary: Vec<(String, String)>,
    pub button: String,
    pub again_href: String,
    pub again: String,
}

impl FormPage {
    pub fn new(
        words: &Words,
        event: &Event,
        programme: &[ProgrammeItem],
        fields: &Fields,
        problems: &Problems,
        form_key: String,
    ) -> Self {
        let language = words.language;
        let code = match &event.admission {
            Admission::Open => None,
            Admission::Invited { code } => Some(code.as_str()),
        };
        let when = event::when_in_words(language, event);
        let place = event::where_in_words(words, event);
        let erased = event::erased_on(event.last_day().day, event.retention_days);
        let organisers = locale::list(language, &event.content.organisers);
        Self {
            errors: Maybe(ErrorSummary::new(words, problems)),
            breadcrumb_label: words.text("registration-you-are-here"),
            events_href: addresses::events(language),
            events: words.text("web-nav-events"),
            event_href: addresses::event(language, &event.slug),
            event_title: event.content.title.words(language).to_owned(),
            heading: words.text("registration-heading"),
            lead: format!("{when}. {place}."),
            action: addresses::registration_form(language, &event.slug, code),
            form_key,
            person: PersonFields::new(words, programme, fields, problems),
            privacy_heading: words.text("registration-privacy"),
            privacy: vec![
                words.text("registration-privacy-what"),
                words.text_with("registration-privacy-who", [("organisers", organisers.into())]),
                words.text_with(
                    "registration-privacy-until",
                    [("day", locale::day(language, erased).into())],
                ),
            ],
            privacy_href: addresses::privacy(language),
            privacy_more: words.text("registration-privacy-more"),
            summary_heading: words.text("registration-summary"),
            summary: summary(words, event, when, place),
            button: words.text("registration-button"),
            again_href: addresses::link_again(language, &event.slug),
            again: words.text("registration-again"),
        }
    }

    /// The page as an ordinary visitor meets it.
    pub fn sample(words: &Words) -> Self {
        let event = event::sample_event();
        let programme = [
            programme::sample_item(programme::Choosing::RankedWishes, 4),
            programme::sample_item(programme::Choosing::FirstCome, 2),
        ];
        let fields = Fields::from_pairs([("name".to_owned(), "Tuva & Bo".to_owned())]);
        let mut problems = Problems::default();
        problems.add("email", words.text("registration-email-missing"));
        Self::new(words, &event, &programme, &fields, &problems, "k7f2".to_owned())
    }
}

fn summary(words: &Words, event: &Event, when: String, place: String) -> Vec<(String, String)> {
    let language = words.language;
    let mut summary = vec![
        (words.text("registration-summary-event"), event.content.title.words(language).to_owned()),
        (words.text("registration-letter-when"), when),
        (words.text("registration-letter-where"), place),
    ];
    let cost = event.content.cost.words(language);
    if event.content.free || !cost.is_empty() {
        let cost = match (event.content.free, cost) {
            (true, "") => words.text("registration-free"),
            (_, cost) => cost.to_owned(),
        };
        summary.push((words.text("registration-cost"), cost));
    }
    let until = locale::day(language, rules::change_deadline(event));
    summary.push((words.text("registration-summary-change"), until));
    summary
}

/// `GET …/anmalan`, of an event that is open to all.
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    shown(&site, &asked, &slug, None).await
}

/// `GET …/anmalan/{code}`, of an event by invitation.
pub async fn show_invited(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, code)): Path<(String, String)>,
) -> Result<Response, Fault> {
    shown(&site, &asked, &slug, Some(&code)).await
}

/// `POST …/anmalan`
pub async fn register(
    State(site): State<Site>,
    Extension(intake): Extension<Intake>,
    asked: Asked,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    registered(&site, &intake, &asked, &slug, None, &fields).await
}

/// `POST …/anmalan/{code}`
pub async fn register_invited(
    State(site): State<Site>,
    Extension(intake): Extension<Intake>,
    asked: Asked,
    Path((slug, code)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Fault> {
    registered(&site, &intake, &asked, &slug, Some(&code), &fields).await
}

/// The event whose form stands at this address: who does not know the code learns nothing.
async fn admitted(session: &mut Session, slug: &str, code: Option<&str>) -> Result<Event, Fault> {
    let event = event::find_by_slug(session, slug).await?;
    event.filter(|it| rules::is_admitted(it, code)).ok_or(Fault::NotFound)
}

async fn shown(
    site: &Site,
    asked: &Asked,
    slug: &str,
    code: Option<&str>,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let event = admitted(&mut session, slug, code).await?;
    let availability = rules::availability(&event, asked.now);
    if availability != Availability::Open {
        return Ok(unavailable::answer(site, asked, &event, availability, StatusCode::OK));
    }
    let programme = programme::list(&mut session, event.id).await?;
    let (fields, problems) = (Fields::default(), Problems::default());
    Ok(answer(site, asked, &event, &programme, &fields, &problems))
}

fn answer(
    site: &Site,
    asked: &Asked,
    event: &Event,
    programme: &[ProgrammeItem],
    fields: &Fields,
    problems: &Problems,
) -> Response {
    let words = site.words(asked.language);
    // The key of a form that came back stays: it is still the same form.
    let form_key = match fields.line("form_key") {
        key if key.is_empty() => secrets::token(),
        key => key,
    };
    let page = FormPage::new(words, event, programme, fields, problems, form_key);
    let code = match &event.admission {
        Admission::Open => None,
        Admission::Invited { code } => Some(code.as_str()),
    };
    let other = addresses::registration_form(asked.language.other(), &event.slug, code);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(other),
        section: Section::Events,
        layout: Layout::Narrow,
        has_problems: !problems.is_empty(),
        private: true,
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    shell::page(site, asked, status, &head, &page)
}

async fn registered(
    site: &Site,
    intake: &Intake,
    asked: &Asked,
    slug: &str,
    code: Option<&str>,
    fields: &Fields,
) -> Result<Response, Fault> {
    let words = site.words(asked.language);
    let (registrant, wanted) = match person::read(words, fields) {
        Ok(read) => read,
        Err(problems) => {
            let event = admitted(&mut site.database.read().await?, slug, code).await?;
            return refused(site, asked, &event, fields, &problems).await;
        }
    };
    let form_key: String = fields.line("form_key").chars().take(FORM_KEY_CHARACTERS_MAX).collect();
    let form = SentForm {
        slug: slug.to_owned(),
        code: code.map(str::to_owned),
        form_key: form_key.clone(),
        registrant,
        wanted,
    };
    let refusal = match intake.hand_in(asked.now, form).await {
        Ok(event) => {
            let key = if form_key.is_empty() { secrets::token() } else { form_key };
            let token = rules::receipt_token(&site.key, event, &key);
            return Ok(shell::see_other(&addresses::receipt(asked.language, slug, &token)));
        }
        Err(Failure::Refused(refusal)) => refusal,
        Err(Failure::NotFound) => return Err(Fault::NotFound),
        Err(Failure::Broken(error)) => return Err(Fault::Broken(error)),
    };
    let mut session = site.database.read().await?;
    let event = admitted(&mut session, slug, code).await?;
    if let Refusal::Unavailable(availability) = refusal {
        return Ok(unavailable::answer(site, asked, &event, availability, StatusCode::CONFLICT));
    }
    let programme = programme::list(&mut session, event.id).await?;
    let problems = wording::problems(words, &programme, &refusal);
    Ok(answer(site, asked, &event, &programme, fields, &problems))
}

/// The form again, with what is wrong; where nobody can register, that comes first.
async fn refused(
    site: &Site,
    asked: &Asked,
    event: &Event,
    fields: &Fields,
    problems: &Problems,
) -> Result<Response, Fault> {
    let availability = rules::availability(event, asked.now);
    if availability != Availability::Open {
        return Ok(unavailable::answer(site, asked, event, availability, StatusCode::CONFLICT));
    }
    let programme = programme::list(&mut site.database.read().await?, event.id).await?;
    Ok(answer(site, asked, event, &programme, fields, problems))
}
