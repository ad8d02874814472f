//! The programme as it will look, the ways to change it, and the form of one more item.

use crate::event::{Event, State as EventState};
use crate::programme::{self, Choosing, ItemKind, ProgrammeItem};
use crate::programme_desk::commands;
use crate::programme_desk::pages::form::{self, ItemForm};
use crate::programme_desk::pages::{Said, event_at, paths, wording};
use crate::programme_desk::rules;
use crate::programme_desk::types::Direction;
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use platform::failure::Failure;
use shared::ids::ProgrammeItemId;
use shared::{Language, addresses};
use web::forms::{ErrorSummary, Maybe, Notice, Problems};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

/// A group talk as the programme shows it.
pub struct TalkLine {
    pub title: Said,
    pub text: Said,
    pub facilitators: String,
    pub places: Option<String>,
}

/// An item as the programme shows it, and what can be done to it.
pub struct ItemRow {
    pub anchor: String,
    pub kind: &'static str,
    /// When it begins, for machines and for people, and what follows: "–16.15".
    pub time: Option<(String, String, String)>,
    pub title: Said,
    /// As HTML.
    pub text: Said,
    pub people: Vec<String>,
    pub questions: Vec<Said>,
    pub choosing: Option<String>,
    pub talks: Vec<TalkLine>,
    pub outside: Option<String>,
    pub item_href: String,
    pub move_action: String,
    pub moves_up: bool,
    pub moves_down: bool,
    pub removal_href: String,
    /// Nothing but a line would go: no question is asked.
    pub goes_at_once: bool,
}

/// The items of one day.
pub struct DayOfItems {
    pub id: String,
    pub heading: String,
    pub items: Vec<ItemRow>,
}

#[derive(Template)]
#[template(path = "programme_desk/pages/programme.html")]
pub struct ProgrammePage {
    pub summary: Maybe<ErrorSummary>,
    pub done: Maybe<Notice>,
    pub breadcrumb_label: String,
    pub desk: String,
    pub desk_href: &'static str,
    pub event: String,
    pub event_href: String,
    pub heading: String,
    pub lead: String,
    pub empty_heading: String,
    pub empty_text: String,
    pub days: Vec<DayOfItems>,
    pub questions_label: String,
    pub edit: String,
    pub up: String,
    pub down: String,
    pub remove: String,
    pub add_heading: String,
    pub add_href: String,
    pub added: Maybe<Notice>,
    pub form: ItemForm,
    pub finished: String,
}

/// What an organiser just did, told once on the page they come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Added,
    Changed,
    Moved,
    Removed,
}

impl Done {
    const ALL: [Self; 4] = [Self::Added, Self::Changed, Self::Moved, Self::Removed];

    fn noun(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Added, Language::Swedish) => "tillagd",
            (Self::Added, Language::English) => "added",
            (Self::Changed, Language::Swedish) => "andrad",
            (Self::Changed, Language::English) => "changed",
            (Self::Moved, Language::Swedish) => "flyttad",
            (Self::Moved, Language::English) => "moved",
            (Self::Removed, Language::Swedish) => "borttagen",
            (Self::Removed, Language::English) => "removed",
        }
    }

    fn parameter(language: Language) -> &'static str {
        match language {
            Language::Swedish => "gjort",
            Language::English => "done",
        }
    }

    /// Back to the programme, at `anchor`, which tells what was done.
    pub fn href(self, language: Language, slug: &str, anchor: &str) -> String {
        let programme = paths::programme(language, slug);
        let (parameter, noun) = (Self::parameter(language), self.noun(language));
        let fragment = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        format!("{programme}?{parameter}={noun}{fragment}")
    }

    fn read(language: Language, query: Option<&str>) -> Option<Self> {
        let said = Fields::parse(query?.as_bytes()).ok()?;
        let said = said.raw(Self::parameter(language));
        Self::ALL.into_iter().find(|it| it.noun(language) == said)
    }

    fn worded(self, words: &Words) -> String {
        match self {
            Self::Added => words.text("programme_desk-done-added"),
            Self::Changed => words.text("programme_desk-done-changed"),
            Self::Moved => words.text("programme_desk-done-moved"),
            Self::Removed => words.text("programme_desk-done-removed"),
        }
    }
}

impl ProgrammePage {
    /// `typed`: what the form of a new item brought, if it came back with `problems`.
    pub fn new(
        words: &Words,
        event: &Event,
        items: &[ProgrammeItem],
        done: Option<Done>,
        typed: &Fields,
        problems: &Problems,
    ) -> Self {
        let language = words.language;
        let notice = |it: Done| Notice::new("success", it.worded(words));
        // Who adds one item after the other finds the answer above the next empty form.
        let (added, done): (Option<Done>, Option<Done>) = match done {
            Some(Done::Added) => (done, None),
            _ => (None, done),
        };
        let send = words.text("programme_desk-add");
        let title = wording::title(words, event);
        Self {
            summary: Maybe(ErrorSummary::new(words, problems)),
            done: Maybe(done.map(notice)),
            breadcrumb_label: words.text("programme_desk-you-are-here"),
            desk: words.text("programme_desk-desk"),
            desk_href: addresses::organise(language),
            heading: words.text_with("programme_desk-heading", [("event", title.as_str().into())]),
            event: title,
            event_href: addresses::organise_event(language, &event.slug),
            lead: match event.state {
                EventState::Published { .. } => words.text("programme_desk-lead-published"),
                EventState::Draft | EventState::Cancelled { .. } => {
                    words.text("programme_desk-lead")
                }
            },
            empty_heading: words.text("programme_desk-empty"),
            empty_text: words.text("programme_desk-empty-text"),
            days: days(words, event, items),
            questions_label: words.text("programme_desk-questions"),
            edit: words.text("programme_desk-edit"),
            up: words.text("programme_desk-up"),
            down: words.text("programme_desk-down"),
            remove: words.text("programme_desk-remove"),
            add_heading: words.text("programme_desk-add"),
            add_href: format!("#{}", paths::NEW),
            added: Maybe(added.map(notice)),
            form: ItemForm::new(
                words,
                event,
                typed,
                problems,
                (paths::programme(language, &event.slug), send),
            ),
            finished: words.text("programme_desk-finished"),
        }
    }

    /// The page of an event of two days as it comes back when a time could not be read.
    pub fn sample(words: &Words) -> Self {
        use crate::programme_desk::types::Refusal;
        let (event, items) = sample_programme();
        let typed = Fields::from_pairs(
            [("title", "Fika & samtal"), ("starts", "halv <fem>"), ("talk_title_1", "Å & Ö")]
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        let refusals = [Refusal::TimeUnreadable { field: "starts" }];
        let problems = wording::problems(words, &refusals);
        Self::new(words, &event, &items, Some(Done::Moved), &typed, &problems)
    }
}

/// Two days, with a bare item, one outside the event's hours, and group talks of each kind.
pub fn sample_programme() -> (Event, Vec<ProgrammeItem>) {
    let mut event = crate::event::sample_event();
    let mut second = event.days[0];
    second.day = second.day.tomorrow().expect("the sample's days are far from the last one");
    event.days.push(second);
    let mut welcome = programme::sample_item(Choosing::None, 0);
    welcome.kind = ItemKind::Welcome;
    welcome.starts =
        welcome.starts.map(|it| it.saturating_sub(jiff::SignedDuration::from_hours(2)));
    welcome.ends = None;
    welcome.questions.clear();
    welcome.title = shared::Text::sv("Välkomna <in> & hej");
    let wishes = programme::sample_item(Choosing::RankedWishes, 4);
    let mut first_come = programme::sample_item(Choosing::FirstCome, 2);
    first_come.day = Some(second.day);
    first_come.text = shared::Text::sv("Välj **ett** spår & kom.");
    first_come.talks[0].limit.places = Some(12);
    first_come.talks[0].limit.taken = 5;
    (event, vec![welcome, wishes, first_come])
}

/// The programme day by day, as it stands.
fn days(words: &Words, event: &Event, items: &[ProgrammeItem]) -> Vec<DayOfItems> {
    let day_of = |it: &ProgrammeItem| it.day.unwrap_or_else(|| event.first_day().day);
    let mut days: Vec<(Date, Vec<&ProgrammeItem>)> = vec![];
    for id in rules::day_order(event, items) {
        let Some(item) = items.iter().find(|it| it.id == id) else { continue };
        match days.last_mut() {
            Some((day, of_day)) if *day == day_of(item) => of_day.push(item),
            _ => days.push((day_of(item), vec![item])),
        }
    }
    days.into_iter()
        .map(|(day, of_day)| DayOfItems {
            id: format!("day-{day}"),
            heading: locale::day(words.language, day),
            items: of_day
                .iter()
                .enumerate()
                .map(|(nth, item)| ItemRow {
                    moves_up: nth > 0,
                    moves_down: nth + 1 < of_day.len(),
                    ..item_row(words, event, item)
                })
                .collect(),
        })
        .collect()
}

fn item_row(words: &Words, event: &Event, item: &ProgrammeItem) -> ItemRow {
    let language = words.language;
    let slug = event.slug.as_str();
    let text = Said::new(language, &item.text);
    ItemRow {
        anchor: paths::anchor(item.id),
        kind: match item.kind {
            ItemKind::Break | ItemKind::Meal => "pause",
            _ if !item.talks.is_empty() => "parallel",
            _ => "",
        },
        time: wording::hours(words, item),
        title: Said::new(language, &item.title),
        text: Said { text: web::markdown::to_html(&text.text), ..text },
        people: item.appearances.iter().map(|it| wording::appearance(words, it)).collect(),
        questions: item.questions.iter().map(|it| Said::new(language, it)).collect(),
        choosing: wording::choosing(words, item.choosing),
        talks: item
            .talks
            .iter()
            .map(|talk| {
                let title = Said::new(language, &talk.title);
                let leaders: Vec<String> =
                    talk.facilitators.iter().map(|it| wording::appearance(words, it)).collect();
                TalkLine {
                    title: Said { text: format!("{}. {}", talk.number, title.text), ..title },
                    text: Said::new(language, &talk.text),
                    facilitators: leaders.join("; "),
                    places: talk.limit.places.map(|places| {
                        let taken = talk.limit.taken;
                        let counts = [("places", places.into()), ("taken", taken.into())];
                        words.text_with("programme_desk-talk-places-taken", counts)
                    }),
                }
            })
            .collect(),
        outside: rules::outside(event, item).map(|it| wording::outside(words, it)),
        item_href: paths::item(language, slug, item.id),
        move_action: paths::item_move(language, slug, item.id),
        moves_up: false,
        moves_down: false,
        removal_href: paths::item_removal(language, slug, item.id),
        goes_at_once: !rules::loses_something(item),
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Fault> {
    let done = Done::read(asked.language, query.as_deref());
    let event = event_at(&site, &asked, &slug).await?;
    answer(&site, &asked, &event, done, &Fields::default(), &Problems::default()).await
}

pub async fn add(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let event = event_at(&site, &asked, &slug).await?;
    let (id, typed) = (ProgrammeItemId::new(), form::read(&fields));
    match commands::add_item(&site.database, asked.now, event.id, id, typed).await {
        Ok(()) => Ok(see_other(&Done::Added.href(asked.language, &slug, paths::NEW))),
        Err(Failure::Refused(refusals)) => {
            let problems = wording::problems(site.words(asked.language), &refusals);
            answer(&site, &asked, &event, None, &fields, &problems).await
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

pub async fn move_item(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, item)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Fault> {
    let event = event_at(&site, &asked, &slug).await?;
    let id: ProgrammeItemId = item.parse().map_err(|()| Fault::NotFound)?;
    let direction = Direction::from_code(fields.raw("to")).ok_or(Fault::Unreadable)?;
    commands::move_item(&site.database, asked.now, event.id, id, direction)
        .await
        .map_err(Fault::from_failure)?;
    Ok(see_other(&Done::Moved.href(asked.language, &slug, &paths::anchor(id))))
}

async fn answer(
    site: &Site,
    asked: &Asked,
    event: &Event,
    done: Option<Done>,
    typed: &Fields,
    problems: &Problems,
) -> Result<Response, Fault> {
    let items = programme::list(&mut site.database.read().await?, event.id).await?;
    let words = site.words(asked.language);
    let body = ProgrammePage::new(words, event, &items, done, typed, problems);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::programme(asked.language.other(), &event.slug)),
        private: true,
        section: Section::Organise,
        has_problems: !problems.is_empty(),
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(site, asked, status, &head, &body))
}
