//! What a new text changes in an event that is here already: each change with what the last text
//! said, what the event says now and what the new text says, to take or to leave.

use crate::desk::{self, Done};
use crate::drafting::commands::{self, Update};
use crate::drafting::pages::{self, paths, source, wording};
use crate::drafting::reads;
use crate::drafting::rules::changes;
use crate::drafting::store;
use crate::drafting::types::{About, Change, Reading, Refusal};
use crate::event::{self, Event, State as EventState};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use web::forms::{Checkbox, ErrorSummary, Maybe};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

/// More of a long text than this is not told in a comparison, in characters.
const TOLD_MAX: usize = 600;

#[derive(Template)]
#[template(path = "drafting/pages/update.html")]
pub struct UpdatePage {
    pub summary: Maybe<ErrorSummary>,
    pub breadcrumb_label: String,
    pub breadcrumb: Vec<(String, String)>,
    pub eyebrow: String,
    pub heading: String,
    pub lead: String,
    pub nothing: Option<String>,
    pub action: String,
    pub seen: String,
    pub legend: String,
    pub changes: Vec<ChangeShown>,
    pub tell: Maybe<Checkbox>,
    pub send: String,
    pub leave: (String, String),
}

pub struct ChangeShown {
    pub id: String,
    pub value: String,
    pub label: String,
    pub taken: bool,
    /// Name and content of each side.
    pub sides: Vec<(String, String)>,
    pub lines: Vec<(String, String)>,
    /// Somebody here changed it too.
    pub disputed: Option<String>,
}

impl UpdatePage {
    /// `typed`: what came back with problems.
    pub fn new(
        words: &Words,
        reading: &Reading,
        at: usize,
        event: &Event,
        changes: &[Change],
        typed: Option<&Fields>,
        refusals: &[Refusal],
    ) -> Self {
        let language = words.language;
        let problems = wording::problems(words, refusals);
        let title = event.content.title.words(language).to_owned();
        let told = |it: &Change| {
            matches!(&it.about, About::Field(name) if
            ["day_", "from_", "to_", "venue", "mode", "platform"].iter().any(|part| name.starts_with(part)))
        };
        let taken = event.limit.taken;
        let tells = matches!(event.state, EventState::Published { .. })
            && taken > 0
            && changes.iter().any(told);
        let tell = tells.then(|| {
            let label = words.text_with("drafting-update-tell", [("count", taken.into())]);
            Checkbox::new(
                "tell_registered",
                label,
                typed.is_none_or(|it| it.has("tell_registered")),
            )
        });
        Self {
            summary: Maybe(ErrorSummary::new(words, &problems)),
            breadcrumb_label: words.text("drafting-you-are-here"),
            breadcrumb: vec![
                (addresses::organise(language).to_owned(), words.text("drafting-organise")),
                (addresses::organise_event(language, &event.slug), title.clone()),
            ],
            eyebrow: words.text("drafting-update-eyebrow"),
            heading: title,
            lead: words.text("drafting-update-lead"),
            nothing: changes.is_empty().then(|| words.text("drafting-update-nothing")),
            action: paths::update(language, reading.id, at, &event.slug),
            seen: event.updated_at.to_string(),
            legend: words.text_with(
                "drafting-update-legend",
                [("count", i64::try_from(changes.len()).unwrap_or(i64::MAX).into())],
            ),
            changes: changes
                .iter()
                .enumerate()
                .map(|(nth, it)| change(words, nth, it, typed))
                .collect(),
            tell: Maybe(tell),
            send: words.text("drafting-update-send"),
            leave: (
                words.text("drafting-update-leave"),
                addresses::organise_event(language, &event.slug),
            ),
        }
    }

    /// One hour later, and a title that was changed here too.
    pub fn sample(words: &Words) -> Self {
        let changes = sample_changes();
        let reading = pages::review::sample_reading();
        let refusal = desk::Refusal { field: "to_1".to_owned(), why: desk::Why::EndsBeforeStart };
        let refusals = [Refusal::Event(refusal)];
        Self::new(words, &reading, 0, &event::sample_event(), &changes, None, &refusals)
    }

    pub fn sample_nothing(words: &Words) -> Self {
        let reading = pages::review::sample_reading();
        Self::new(words, &reading, 0, &event::sample_event(), &[], None, &[])
    }
}

fn sample_changes() -> Vec<Change> {
    let field = |name: &str, before: &str, after: &str, now: &str| Change {
        about: About::Field(name.to_owned()),
        before: Some(before.to_owned()),
        after: after.to_owned(),
        now: now.to_owned(),
        lines: vec![4],
        undisputed: before == now,
    };
    let about = About::ItemField {
        item: 0,
        field: "appearances".to_owned(),
        title: "Kaffe & <kaka>".to_owned(),
    };
    vec![
        field("to_1", "18.00", "19.00", "18.00"),
        field("title", "Lediga rum", "Lediga rum & hus", "Tomma rum"),
        Change { about, before: None, ..field("", "", "Maj Lindell", "") },
        Change { about: About::NewItem(2), ..field("", "", "18.00 Avslutning", "") },
        Change { about: About::GoneItem(0), ..field("", "", "", "16.00 Kaffe") },
    ]
}

fn change(words: &Words, nth: usize, change: &Change, typed: Option<&Fields>) -> ChangeShown {
    let value = nth.to_string();
    let field = wording::field_of(change);
    let label = match &change.about {
        About::Field(name) => wording::label(words, name),
        About::ItemField { field, title, .. } => {
            let field = wording::label(words, &format!("item_1_{field}"));
            let args = [("item", title.clone().into()), ("field", field.into())];
            words.text_with("drafting-change-item", args)
        }
        About::NewItem(_) => {
            words.text_with("drafting-change-new", [("item", change.after.clone().into())])
        }
        About::GoneItem(_) => {
            words.text_with("drafting-change-gone", [("item", change.now.clone().into())])
        }
    };
    let side = |key: &str, text: &str| (words.text(key), told(&wording::value(words, field, text)));
    let mut sides = vec![];
    if !matches!(change.about, About::NewItem(_) | About::GoneItem(_)) {
        sides.extend(change.before.as_ref().map(|it| side("drafting-change-before", it)));
        sides.push(side("drafting-change-now", &change.now));
        sides.push(side("drafting-change-after", &change.after));
    }
    ChangeShown {
        // The first has the name of all of them, so that a problem leads to it.
        id: if nth == 0 { "take".to_owned() } else { format!("take-{}", nth + 1) },
        taken: match typed {
            Some(typed) => typed.all("take").any(|it| it == value),
            None => change.undisputed,
        },
        value,
        label,
        sides,
        lines: source::links(words, &change.lines),
        disputed: (!change.undisputed && change.before.is_some())
            .then(|| words.text("drafting-change-disputed")),
    }
}

fn told(text: &str) -> String {
    match text.char_indices().nth(TOLD_MAX) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path((reading, nth, slug)): Path<(String, String, String)>,
) -> Result<Response, Fault> {
    let reading = pages::reading_at(&site, &asked, &reading).await?;
    let at = pages::draft_at(&reading, &nth)?;
    answer(&site, &asked, &reading, at, &slug, None, &[]).await
}

pub async fn update(
    State(site): State<Site>,
    asked: Asked,
    Path((reading, nth, slug)): Path<(String, String, String)>,
    fields: Fields,
) -> Result<Response, Fault> {
    let reading = pages::reading_at(&site, &asked, &reading).await?;
    let at = pages::draft_at(&reading, &nth)?;
    let event = find(&site, &slug).await?;
    let request = Update {
        reading: reading.id,
        draft: at,
        event: event.id,
        seen: desk::form_seen(&fields),
        taken: fields.all("take").filter_map(|it| it.parse().ok()).collect(),
        tell: fields.has("tell_registered"),
        language: asked.language,
    };
    match commands::update(&site.database, site.words.clone(), asked.now, request).await {
        Ok(slug) => Ok(see_other(&Done::Saved.href(asked.language, &slug))),
        Err(Failure::Refused(refusals)) => {
            answer(&site, &asked, &reading, at, &slug, Some(&fields), &refusals).await
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

async fn find(site: &Site, slug: &str) -> Result<Event, Fault> {
    let event = event::find_by_slug(&mut site.database.read().await?, slug).await?;
    event.ok_or(Fault::NotFound)
}

async fn answer(
    site: &Site,
    asked: &Asked,
    reading: &Reading,
    at: usize,
    slug: &str,
    typed: Option<&Fields>,
    refusals: &[Refusal],
) -> Result<Response, Fault> {
    let event = find(site, slug).await?;
    let (last, held) = {
        let mut session = site.database.read().await?;
        let last = store::find_accepted(&mut session, event.id).await?;
        let (held, _) = reads::held(&mut session, asked.language, &event).await?;
        (last, held)
    };
    let draft = &reading.found.drafts[at];
    let changes = changes::changes(asked.language, last.as_ref(), draft, &held);
    let words = site.words(asked.language);
    let body = UpdatePage::new(words, reading, at, &event, &changes, typed, refusals);
    let head = Head {
        title: words.text_with("drafting-update-title", [("title", body.heading.clone().into())]),
        other_language_href: Some(paths::update(asked.language.other(), reading.id, at, slug)),
        private: true,
        section: Section::Organise,
        has_problems: !refusals.is_empty(),
        ..Head::default()
    };
    let meanwhile =
        |it: &Refusal| matches!(it, Refusal::Event(it) if it.why == desk::Why::ChangedMeanwhile);
    let status = if refusals.is_empty() {
        StatusCode::OK
    } else if refusals.iter().any(meanwhile) {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(page(site, asked, status, &head, &body))
}
