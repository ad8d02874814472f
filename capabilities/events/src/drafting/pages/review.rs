//! The look through one draft: the text on one side, the ordinary form on the other, and what is
//! doubtful first.

use crate::desk::{self, Done, FormSection, FormTyped, Part};
use crate::drafting::commands::{self, Accept};
use crate::drafting::pages::fields::Shown;
use crate::drafting::pages::source::{self, SourcePane};
use crate::drafting::pages::{self, paths, wording};
use crate::drafting::reads;
use crate::drafting::rules::{self, filling, known};
use crate::drafting::types::{Draft, Findings, Proposal, Reading, Refusal, Relation};
use crate::event::{self, Event};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use shared::ids::PersonId;
use web::fields::FieldsAndFiles;
use web::forms::{ErrorSummary, Maybe};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

#[derive(Template)]
#[template(path = "drafting/pages/review.html")]
pub struct ReviewPage {
    pub summary: Maybe<ErrorSummary>,
    pub breadcrumb_label: String,
    pub breadcrumb: Vec<(String, String)>,
    pub eyebrow: String,
    pub heading: String,
    pub lead: String,
    /// What is here already: colour, sentence, address and words of its link.
    pub notices: Vec<(&'static str, String, String, String)>,
    pub source: SourcePane,
    pub action: String,
    pub first_heading: String,
    pub first_lead: String,
    /// What is the matter, and the lines that it is about.
    pub remarks: Vec<(String, Vec<(String, String)>)>,
    pub first: Vec<Part>,
    pub sections: Vec<FormSection>,
    pub programme_heading: String,
    pub programme_lead: String,
    pub programme: Vec<Part>,
    pub certain: String,
    pub certain_note: String,
    pub save: String,
    pub forget: (String, String),
}

/// What is known beside the draft itself.
#[derive(Default)]
pub struct Around {
    pub like: Vec<Event>,
    pub conferences: Vec<(String, String)>,
    pub proposals: Vec<Proposal>,
    /// The event that the draft became.
    pub made: Option<Event>,
}

impl ReviewPage {
    pub fn new(
        words: &Words,
        reading: &Reading,
        at: usize,
        around: &Around,
        fields: &Fields,
        refusals: &[Refusal],
    ) -> Self {
        let language = words.language;
        let draft = &reading.found.drafts[at];
        let problems = wording::problems(words, refusals);
        let shown = Shown { words, draft, fields, problems: &problems };
        let sorted = shown.sorted(desk::form_sections(&FormTyped {
            words,
            fields,
            problems: &problems,
            conferences: &around.conferences,
            picture: None,
            picture_mib_max: 0,
        }));
        let mut first = sorted.first;
        let proposals: Vec<(Proposal, String)> =
            around.proposals.iter().map(|it| (it.clone(), known::written(it))).collect();
        first.extend(shown.known(&proposals));
        let remarks = remarks(words, draft, &shown);
        let quiet = first.is_empty() && remarks.is_empty();
        Self {
            summary: Maybe(ErrorSummary::new(words, &problems)),
            breadcrumb_label: words.text("drafting-you-are-here"),
            breadcrumb: breadcrumb(words, reading),
            eyebrow: words.text("drafting-review-eyebrow"),
            heading: pages::called(words, draft),
            lead: words.text("drafting-review-lead"),
            notices: notices(words, reading, at, around),
            source: SourcePane::new(words, &reading.found),
            action: paths::review(language, reading.id, at),
            first_heading: words.text("drafting-first"),
            first_lead: if quiet {
                words.text("drafting-first-nothing")
            } else {
                words.text("drafting-first-lead")
            },
            remarks,
            first,
            sections: sorted.sections,
            programme_heading: words.text("drafting-programme"),
            programme_lead: words.text("drafting-programme-lead"),
            programme: shown.programme(&days(words, fields)),
            certain: words.text("drafting-certain"),
            certain_note: words.text("drafting-certain-note"),
            save: words.text("drafting-save"),
            forget: (words.text("drafting-forget"), paths::removal(language, reading.id)),
        }
    }

    /// A page that says its last day in two ways, and names somebody who is known here.
    pub fn sample(words: &Words) -> Self {
        let reading = sample_reading();
        let draft = &reading.found.drafts[0];
        let fields = filling::fields(words.language, draft, begins_with());
        let proposal = Proposal {
            field: "item_1_appearances".to_owned(),
            line: "Maj Lindell, docent".to_owned(),
            instead: "Maj Lindell, professor, Högskolan & Berget".to_owned(),
            name: "Maj Lindell".to_owned(),
            event: "Frukost & samtal".to_owned(),
        };
        let around = Around {
            like: vec![event::sample_event()],
            proposals: vec![proposal],
            ..Around::default()
        };
        let refusal = desk::Refusal { field: "to_1".to_owned(), why: desk::Why::TimeMissing };
        Self::new(words, &reading, 0, &around, &fields, &[Refusal::Event(refusal)])
    }
}

/// An invented page that was read: two last days, no end, two talks to choose between.
pub fn sample_reading() -> Reading {
    let text = "Mat & vatten <nära> hemma\n\
        \n\
        Kom och prata om det som odlas här. Vi samlar odlare, kockar och grannar från hela bygden.\n\
        \n\
        Datum: 26 maj 2027\n\
        Tid: kl. 16.00\n\
        Plats: Logen, Storgatan 1, Nora\n\
        Sista anmälningsdag: 21 maj 2027\n\
        \n\
        Anmäl dig senast den 20 maj.\n\
        \n\
        Program\n\
        \n\
        16.00 Jorden under oss\n\
        Maj Lindell, docent\n\
        \n\
        16.45 Gruppsamtal\n\
        1. Hur delar vi på vattnet?\n\
        Samtalsledare: Bo Ram\n\
        2. Vem lagar maten?\n\
        Samtalsledare: Siv Ek\n";
    let read_at: jiff::Timestamp = "2027-03-01T09:00:00Z".parse().expect("this text is an instant");
    let read_on = jiff::civil::date(2027, 3, 1);
    Reading {
        id: crate::drafting::types::ReadingId(platform::ids::Uuid::from_u128(9)),
        read_by: None,
        read_at,
        erase_on: rules::erased_on(read_on),
        found: rules::read(rules::of_text(text), "", read_on),
    }
}

fn breadcrumb(words: &Words, reading: &Reading) -> Vec<(String, String)> {
    let mut breadcrumb = pages::breadcrumb(words);
    let list = paths::reading(words.language, reading.id);
    if pages::first_page(words.language, reading) == list {
        breadcrumb.push((list, reading.found.name.clone()));
    }
    breadcrumb
}

/// The days of the form, for the items: as their form takes them and as they are said.
fn days(words: &Words, fields: &Fields) -> Vec<(String, String)> {
    (1..=14)
        .filter_map(|row| {
            let typed = fields.line(&format!("day_{row}"));
            let day = locale::parse_day(&typed, jiff::civil::Date::MIN).ok()?;
            Some((day.to_string(), locale::day(words.language, day)))
        })
        .collect()
}

/// What is said of the draft as a whole, or of items that stand further down.
fn remarks(
    words: &Words,
    draft: &Draft,
    shown: &Shown<'_>,
) -> Vec<(String, Vec<(String, String)>)> {
    let mut remarks: Vec<(String, Vec<(String, String)>)> = draft
        .doubts
        .iter()
        .filter(|it| it.field.is_empty() || it.field.starts_with("item_"))
        .map(|it| (wording::doubt(words, it), source::links(words, &it.lines)))
        .collect();
    for nth in 1..=filling::items(draft) {
        if shown.is_item_doubtful(nth) {
            let start = rules::items::field(nth, "");
            let field = filling::doubtful(draft).into_iter().find(|it| it.starts_with(&start));
            let href = format!("#{}", field.unwrap_or_default());
            let link = (href, shown.item_called(nth));
            remarks.push((words.text("drafting-item-doubtful"), vec![link]));
        }
    }
    for it in draft.linked.iter().filter(|it| it.relation == Relation::HasPreMeeting) {
        let text = words.text("drafting-has-pre-meeting");
        remarks.push((text, source::links(words, &[it.line])));
    }
    for it in draft.linked.iter().filter(|it| it.relation == Relation::PreMeetingOf) {
        if shown.fields.raw("pre_meeting_of").is_empty() {
            let text = words.text("drafting-pre-meeting-of-unknown");
            remarks.push((text, source::links(words, &[it.line])));
        } else {
            let text = words.text("drafting-pre-meeting-of-proposed");
            let field = ("#pre_meeting_of".to_owned(), words.text("drafting-pre-meeting-of-field"));
            let mut links = source::links(words, &[it.line]);
            links.push(field);
            remarks.push((text, links));
        }
    }
    remarks
}

fn notices(
    words: &Words,
    reading: &Reading,
    at: usize,
    around: &Around,
) -> Vec<(&'static str, String, String, String)> {
    let language = words.language;
    let mut notices = vec![];
    if let Some(event) = &around.made {
        notices.push((
            "success",
            words.text("drafting-made"),
            addresses::organise_event(language, &event.slug),
            event.content.title.words(language).to_owned(),
        ));
    }
    let made = around.made.as_ref().map(|it| it.id);
    for event in around.like.iter().filter(|it| Some(it.id) != made) {
        let title = event.content.title.words(language).to_owned();
        let day = event.first_day().day;
        let moved = filling::first_on(&reading.found.drafts[at]).is_some_and(|it| it != day);
        let key = if moved { "drafting-like-moved" } else { "drafting-like" };
        let day = locale::day(language, day);
        notices.push((
            "info",
            words.text_with(key, [("title", title.into()), ("day", day.into())]),
            paths::update(language, reading.id, at, &event.slug),
            words.text("drafting-like-act"),
        ));
    }
    notices
}

/// What the form of a draft begins with: what is usual here and no text says.
pub fn begins_with() -> Fields {
    let pairs = [("admission", "open"), ("dispatch", "none"), ("retention_days", "90")];
    Fields::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path((reading, nth)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let reading = pages::reading_at(&site, &asked, &reading).await?;
    let at = pages::draft_at(&reading, &nth)?;
    let draft = &reading.found.drafts[at];
    let mut fields = filling::fields(asked.language, draft, begins_with());
    let conference = reads::conference(&mut site.database.read().await?, draft).await?;
    if let Some(conference) = conference {
        fields.set("pre_meeting_of", conference.slug);
    }
    answer(&site, &asked, &reading, at, &fields, &[]).await
}

pub async fn accept(
    State(site): State<Site>,
    asked: Asked,
    Path((reading, nth)): Path<(String, String)>,
    form: FieldsAndFiles,
) -> Result<Response, Fault> {
    let by = PersonId(asked.person()?.person);
    let reading = pages::reading_at(&site, &asked, &reading).await?;
    let at = pages::draft_at(&reading, &nth)?;
    let typed = form.fields;
    let mut fields = known::taken(filling::settled(typed.clone()));
    if typed.raw("do") == "certain" {
        fields = filling::without_doubtful(asked.language, &reading.found.drafts[at], fields);
    }
    let request = Accept { reading: reading.id, draft: at, fields };
    match commands::accept(&site.database, asked.now, Some(by), request).await {
        Ok(slug) => Ok(see_other(&Done::Saved.href(asked.language, &slug))),
        Err(Failure::Refused(refusals)) => {
            answer(&site, &asked, &reading, at, &typed, &refusals).await
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

async fn answer(
    site: &Site,
    asked: &Asked,
    reading: &Reading,
    at: usize,
    fields: &Fields,
    refusals: &[Refusal],
) -> Result<Response, Fault> {
    let draft = &reading.found.drafts[at];
    let around = around(site, asked, &reading.found, draft, at, fields).await?;
    let words = site.words(asked.language);
    let body = ReviewPage::new(words, reading, at, &around, fields, refusals);
    let head = Head {
        title: words.text_with("drafting-review-title", [("title", body.heading.clone().into())]),
        other_language_href: Some(paths::review(asked.language.other(), reading.id, at)),
        private: true,
        section: Section::Organise,
        has_problems: !refusals.is_empty(),
        ..Head::default()
    };
    let status =
        if refusals.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(site, asked, status, &head, &body))
}

async fn around(
    site: &Site,
    asked: &Asked,
    found: &Findings,
    draft: &Draft,
    at: usize,
    fields: &Fields,
) -> Result<Around, Fault> {
    let mut session = site.database.read().await?;
    let today = asked.now.today(&rules::zone());
    let events = event::list_unfinished(&mut session, today).await?;
    let slug = fields.line("pre_meeting_of");
    let chosen = match slug.is_empty() {
        true => None,
        false => event::find_by_slug(&mut session, &slug).await?,
    };
    let made = found.made.iter().find(|it| it.draft == at).and_then(|it| it.event.parse().ok());
    let made = match made {
        Some(id) => event::find(&mut session, id).await?,
        None => None,
    };
    let known = reads::known(&mut session).await?;
    Ok(Around {
        like: reads::events_like(&mut session, draft, today).await?,
        conferences: desk::conferences(asked.language, &events, None, chosen.as_ref()),
        proposals: known::proposals(asked.language, draft, &known),
        made,
    })
}
