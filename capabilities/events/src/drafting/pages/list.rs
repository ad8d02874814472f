//! What a text gave that speaks of several things: the dated things of a letter, section by
//! section, each of which can become a draft. What contradicts itself stands first, side by side.

use crate::drafting::pages::source::{self, SourcePane};
use crate::drafting::pages::{self, paths, wording};
use crate::drafting::rules::event::{read_day, read_time};
use crate::drafting::rules::filling;
use crate::drafting::types::{DoubtKind, Draft, Reading, TextKind};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use web::shell::{Head, Section, page};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "drafting/pages/list.html")]
pub struct ListPage {
    pub breadcrumb_label: String,
    pub breadcrumb: Vec<(String, String)>,
    pub eyebrow: String,
    pub heading: String,
    pub lead: String,
    pub remarks: Vec<(String, Vec<(String, String)>)>,
    pub source: SourcePane,
    pub conflicts_heading: String,
    pub conflicts_lead: String,
    /// Each contradiction with the things that it is between.
    pub conflicts: Vec<Conflict>,
    pub sections: Vec<SectionShown>,
    pub empty: String,
    pub forget: (String, String),
}

pub struct Conflict {
    pub text: String,
    pub things: Vec<Thing>,
}

pub struct SectionShown {
    pub heading: String,
    pub things: Vec<Thing>,
}

/// A dated thing of the text.
#[derive(Clone)]
pub struct Thing {
    pub title: String,
    pub when: String,
    pub place: String,
    pub lines: Vec<(String, String)>,
    /// The numbers of those lines.
    pub numbers: String,
    pub href: String,
    pub act: String,
    /// That it has become a draft, or does not fit with another.
    pub tags: Vec<(&'static str, String)>,
}

impl ListPage {
    pub fn new(words: &Words, reading: &Reading) -> Self {
        let found = &reading.found;
        let language = words.language;
        let things: Vec<Thing> =
            (0..found.drafts.len()).map(|at| thing(words, reading, at)).collect();
        let mut sections: Vec<SectionShown> = vec![];
        for (draft, thing) in found.drafts.iter().zip(&things) {
            let heading = match draft.section.as_str() {
                "" => words.text("drafting-events-found"),
                it => it.to_owned(),
            };
            match sections.last_mut() {
                Some(last) if last.heading == heading => last.things.push(thing.clone()),
                _ => sections.push(SectionShown { heading, things: vec![thing.clone()] }),
            }
        }
        let remarks = found
            .doubts
            .iter()
            .map(|it| (wording::doubt(words, it), source::links(words, &it.lines)))
            .collect();
        Self {
            breadcrumb_label: words.text("drafting-you-are-here"),
            breadcrumb: pages::breadcrumb(words),
            eyebrow: match found.kind {
                TextKind::Newsletter => words.text("drafting-list-letter"),
                TextKind::Event | TextKind::Agenda => words.text("drafting-list-page"),
            },
            heading: match found.name.as_str() {
                "" => words.text("drafting-untitled"),
                it => it.to_owned(),
            },
            lead: words.text_with(
                "drafting-list-lead",
                [("count", i64::try_from(things.len()).unwrap_or(i64::MAX).into())],
            ),
            remarks,
            source: SourcePane::new(words, found),
            conflicts_heading: words.text("drafting-conflicts"),
            conflicts_lead: words.text("drafting-conflicts-lead"),
            conflicts: conflicts(words, &found.drafts, &things),
            sections,
            empty: words.text("drafting-list-empty"),
            forget: (words.text("drafting-forget"), paths::removal(language, reading.id)),
        }
    }

    /// A letter with two numbers that gives two times for one stop.
    pub fn sample(words: &Words) -> Self {
        Self::new(words, &sample_letter())
    }
}

/// An invented letter that was read.
pub fn sample_letter() -> Reading {
    let text = "Ämne: Nyhetsbrev 2027:3 - Grannar & vänner\n\
        \n\
        Nyhetsbrev 2027:2 - Grannar & vänner\n\
        \n\
        Skördeveckan\n\
        \n\
        Matbussen deltar genom att måndagen den 4 oktober besöka Degerfors på förmiddagen (kl. 10-13).\n\
        \n\
        Matbussen\n\
        \n\
        Årets sista stopp blir i Degerfors den 4 oktober. Mellan kl. 10-12 står vi på torget i Degerfors.\n\
        \n\
        Stormöten\n\
        \n\
        Årets sista stormöte <hålls> 29 november i Örebro.\n";
    let read_on = jiff::civil::date(2027, 9, 1);
    Reading {
        found: crate::drafting::rules::read(crate::drafting::rules::of_text(text), "", read_on),
        ..pages::review::sample_reading()
    }
}

fn thing(words: &Words, reading: &Reading, at: usize) -> Thing {
    let draft = &reading.found.drafts[at];
    let of =
        |field: &str| filling::value(draft, field).map(|it| it.text.as_str()).unwrap_or_default();
    let mut tags = vec![];
    if reading.found.made.iter().any(|it| it.draft == at) {
        tags.push(("success", words.text("drafting-tag-made")));
    }
    if is_in_conflict(draft) {
        tags.push(("warning", words.text("drafting-tag-conflict")));
    }
    let first = filling::value(draft, "day_1");
    let lines = first.map(|it| it.lines.clone()).unwrap_or_default();
    let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
    Thing {
        title: pages::called(words, draft),
        when: when(words, draft),
        place: [of("venue"), of("town")]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        lines: source::links(words, &lines),
        numbers: numbers.join(" "),
        href: paths::review(words.language, reading.id, at),
        act: words.text("drafting-list-act"),
        tags,
    }
}

fn when(words: &Words, draft: &Draft) -> String {
    let language = words.language;
    let days: Vec<jiff::civil::Date> = (1..)
        .map_while(|row| filling::value(draft, &format!("day_{row}")))
        .filter_map(|it| read_day(&it.text))
        .collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return words.text("drafting-no-day");
    };
    if first != last {
        return locale::days(language, *first, *last);
    }
    let time = |field: &str| filling::value(draft, field).and_then(|it| read_time(&it.text));
    let day = locale::day(language, *first);
    match time("from_1") {
        Some(from) => format!("{day} {}", locale::hours(language, from, time("to_1"))),
        None => day,
    }
}

fn is_in_conflict(draft: &Draft) -> bool {
    draft.doubts.iter().any(|it| it.kind == DoubtKind::TimeConflict)
}

/// The things that a contradiction is between: those whose doubts name the same lines and say the
/// same in two ways.
fn conflicts(words: &Words, drafts: &[Draft], things: &[Thing]) -> Vec<Conflict> {
    let mut conflicts: Vec<(Vec<&crate::drafting::types::Alternative>, Conflict)> = vec![];
    for (draft, thing) in drafts.iter().zip(things) {
        let doubts = draft.doubts.iter().filter(|it| it.kind == DoubtKind::TimeConflict);
        let readings: Vec<_> = doubts.clone().flat_map(|it| &it.readings).collect();
        let Some(doubt) = doubts.into_iter().next() else { continue };
        match conflicts.iter_mut().find(|(known, _)| *known == readings) {
            Some((_, conflict)) => conflict.things.push(thing.clone()),
            None => {
                let text = wording::doubt(words, doubt);
                conflicts.push((readings, Conflict { text, things: vec![thing.clone()] }));
            }
        }
    }
    conflicts.into_iter().map(|(_, it)| it).collect()
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(reading): Path<String>,
) -> Result<Response, Fault> {
    let reading = pages::reading_at(&site, &asked, &reading).await?;
    let words = site.words(asked.language);
    let body = ListPage::new(words, &reading);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::reading(asked.language.other(), reading.id)),
        private: true,
        section: Section::Organise,
        ..Head::default()
    };
    Ok(page(&site, &asked, StatusCode::OK, &head, &body))
}
