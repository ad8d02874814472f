//! What can be done with a text. Each verb reads, decides and writes, in one transaction.

use crate::desk::{self, NewEvent, PictureChange, Save, Why};
use crate::drafting::reads;
use crate::drafting::rules::changes::{self, Held};
use crate::drafting::rules::{self, filling};
use crate::drafting::store;
use crate::drafting::types::{
    About, Change, Draft, Findings, Made, Reading, ReadingId, Refusal, TextRefusal,
};
use crate::event;
use crate::programme::ProgrammeItem;
use crate::programme_desk;
use jiff::Timestamp;
use jiff::civil::Date;
use platform::clock::Now;
use platform::database::{Database, DatabaseError, Tx};
use platform::facts;
use platform::failure::{Failure, Never};
use shared::Language;
use shared::ids::{EventId, PersonId, ProgrammeItemId};
use std::collections::BTreeMap;
use std::sync::Arc;
use web::Fields;
use web::words::Wordbook;

/// Reads a text that was pasted, on a day.
pub fn read_text(text: &str, read_on: Date) -> Result<Findings, TextRefusal> {
    if text.trim().is_empty() {
        return Err(TextRefusal::Nothing);
    }
    read_lines(rules::of_text(text), "", read_on)
}

/// Reads a file that is in memory, on a day; the file itself is not kept.
pub fn read_file(name: &str, bytes: &[u8], read_on: Date) -> Result<Findings, TextRefusal> {
    let document = documents::read(name, bytes).map_err(TextRefusal::File)?;
    read_lines(rules::of_document(&document), name, read_on)
}

type Lines = Vec<(crate::drafting::types::SourceLine, extraction::Shape)>;

fn read_lines(lines: Lines, name: &str, read_on: Date) -> Result<Findings, TextRefusal> {
    let characters: usize = lines.iter().map(|(line, _)| line.text.chars().count() + 1).sum();
    if characters > rules::TEXT_MAX || lines.len() > rules::LINES_MAX {
        return Err(TextRefusal::TooLong(rules::TEXT_MAX));
    }
    Ok(rules::read(lines, name, read_on))
}

/// Keeps what was found until somebody has looked at it, or its time is over.
pub async fn keep(
    database: &Database,
    now: Now,
    by: Option<PersonId>,
    today: Date,
    found: Findings,
) -> Result<ReadingId, Failure<Never>> {
    let id = ReadingId::new();
    database
        .write(move |tx| {
            let found = found.clone();
            Box::pin(async move { Ok(keep_in(tx, id, now, by, today, found).await?) })
        })
        .await?;
    Ok(id)
}

/// The same inside a transaction of somebody else.
pub async fn keep_in(
    tx: &mut Tx,
    id: ReadingId,
    now: Now,
    by: Option<PersonId>,
    today: Date,
    found: Findings,
) -> Result<(), DatabaseError> {
    let erase_on = rules::erased_on(today);
    store::insert(tx, &Reading { id, read_by: by, read_at: now.at, erase_on, found }).await?;
    facts::record(tx, "reading.kept", id.0, now.at).await
}

/// Erases a reading that nobody needs any more.
pub async fn forget(database: &Database, now: Now, id: ReadingId) -> Result<(), Failure<Never>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                store::delete(tx, id).await?;
                facts::record(tx, "reading.erased", id.0, now.at).await?;
                Ok(())
            })
        })
        .await
}

/// Erases the readings whose time is over.
pub async fn forget_due(database: &Database, today: Date) -> Result<(), DatabaseError> {
    let done = database
        .write::<_, Never>(move |tx| {
            Box::pin(async move { Ok(store::delete_due(tx, today).await?) })
        })
        .await;
    match done {
        Err(Failure::Broken(error)) => Err(error),
        _ => Ok(()),
    }
}

/// The form of a draft as it came back.
#[derive(Debug, Clone)]
pub struct Accept {
    pub reading: ReadingId,
    /// Which of its drafts, from 0.
    pub draft: usize,
    pub fields: Fields,
}

/// Makes a draft event with its programme of what the form says; answers with its slug.
pub async fn accept(
    database: &Database,
    now: Now,
    by: Option<PersonId>,
    request: Accept,
) -> Result<String, Failure<Vec<Refusal>>> {
    let request = Arc::new(request);
    let made = NewEvent::new();
    database
        .write(move |tx| {
            let (request, made) = (request.clone(), made.clone());
            Box::pin(async move { accept_in(tx, now, by, made, &request).await })
        })
        .await
}

async fn accept_in(
    tx: &mut Tx,
    now: Now,
    by: Option<PersonId>,
    made: NewEvent,
    request: &Accept,
) -> Result<String, Failure<Vec<Refusal>>> {
    let reading = store::find(tx, request.reading).await?.ok_or(Failure::NotFound)?;
    let draft = reading.found.drafts.get(request.draft).cloned().ok_or(Failure::NotFound)?;
    let event = made.id;
    let save = Save { fields: request.fields.clone(), picture: PictureChange::Keep };
    let slug = desk::create_in(tx, now, by, made, &save).await.map_err(of_event)?;
    let mut refusals = vec![];
    for nth in 1..=filling::items_of(&request.fields) {
        let Some(fields) = filling::item(&request.fields, nth) else { continue };
        let asked = programme_desk::read_item(&fields);
        let id = ProgrammeItemId::new();
        match programme_desk::add_item_in(tx, now, event, id, &asked).await {
            Ok(()) => {}
            Err(Failure::Refused(them)) => {
                refusals.extend(them.into_iter().map(|it| Refusal::Item(nth, it)));
            }
            Err(Failure::NotFound) => return Err(Failure::NotFound),
            Err(Failure::Broken(error)) => return Err(Failure::Broken(error)),
        }
    }
    if !refusals.is_empty() {
        return Err(Failure::Refused(refusals));
    }
    settle(tx, now.at, &reading, request.draft, event, &draft).await?;
    facts::record(tx, "event.drafted", event.0, now.at).await?;
    Ok(slug)
}

/// Keeps the draft beside its event, and notes in the reading what became of it.
async fn settle(
    tx: &mut Tx,
    at: Timestamp,
    reading: &Reading,
    nth: usize,
    event: EventId,
    draft: &Draft,
) -> Result<(), DatabaseError> {
    store::put_accepted(tx, event, at, draft).await?;
    let mut found = reading.found.clone();
    found.made.retain(|it| it.draft != nth);
    found.made.push(Made { draft: nth, event: event.to_string() });
    store::update(tx, reading.id, &found).await
}

fn of_event(failure: Failure<Vec<desk::Refusal>>) -> Failure<Vec<Refusal>> {
    match failure {
        Failure::Refused(them) => Failure::Refused(them.into_iter().map(Refusal::Event).collect()),
        Failure::NotFound => Failure::NotFound,
        Failure::Broken(error) => Failure::Broken(error),
    }
}

/// What of a new text is taken into an event that is here already.
#[derive(Debug, Clone)]
pub struct Update {
    pub reading: ReadingId,
    /// Which of its drafts, from 0.
    pub draft: usize,
    pub event: EventId,
    /// When the event that the page compared with was last changed.
    pub seen: Option<Timestamp>,
    /// Which of the changes, from 0.
    pub taken: Vec<usize>,
    /// Mail those who are registered if day, time or place changed.
    pub tell: bool,
    /// The language in which the changes were shown.
    pub language: Language,
}

/// Takes the chosen changes into the event; answers with its slug. What was left is not proposed
/// again until a text says something else.
pub async fn update(
    database: &Database,
    words: Wordbook,
    now: Now,
    request: Update,
) -> Result<String, Failure<Vec<Refusal>>> {
    let request = Arc::new(request);
    let code = platform::secrets::token();
    database
        .write(move |tx| {
            let (request, words, code) = (request.clone(), words.clone(), code.clone());
            Box::pin(async move { update_in(tx, &words, now, code, &request).await })
        })
        .await
}

async fn update_in(
    tx: &mut Tx,
    words: &Wordbook,
    now: Now,
    code: String,
    request: &Update,
) -> Result<String, Failure<Vec<Refusal>>> {
    let reading = store::find(tx, request.reading).await?.ok_or(Failure::NotFound)?;
    let draft = reading.found.drafts.get(request.draft).cloned().ok_or(Failure::NotFound)?;
    event::hold(tx, request.event).await?;
    let before = event::find(tx, request.event).await?.ok_or(Failure::NotFound)?;
    if request.seen.is_some_and(|it| it != before.updated_at) {
        let field = "title".to_owned();
        let refusal = desk::Refusal { field, why: Why::ChangedMeanwhile };
        return Err(Failure::Refused(vec![Refusal::Event(refusal)]));
    }
    let last = store::find_accepted(tx, request.event).await?;
    let (held, items) = reads::held(tx, request.language, &before).await?;
    let proposed = changes::changes(request.language, last.as_ref(), &draft, &held);
    let taken: Vec<&Change> = request.taken.iter().filter_map(|it| proposed.get(*it)).collect();
    let mut slug = before.slug.clone();
    if let Some(fields) = changed_event(&held, &taken) {
        let save = Save { fields, picture: PictureChange::Keep };
        let edit = desk::Edit { id: request.event, seen: None, tell: request.tell, save };
        slug = desk::edit_in(tx, words, now, code, &edit).await.map_err(of_event)?;
    }
    change_programme(tx, now, request, &draft, &held, &items, &taken).await?;
    settle(tx, now.at, &reading, request.draft, request.event, &draft).await?;
    Ok(slug)
}

fn changed_event(held: &Held, taken: &[&Change]) -> Option<Fields> {
    let mut fields = held.event.clone();
    let mut changed = false;
    for change in taken {
        if let About::Field(name) = &change.about {
            fields.set(name, change.after.as_str());
            changed = true;
        }
    }
    // A box that is not ticked is not sent at all.
    if changed && fields.raw("free").is_empty() {
        let kept = fields.pairs().filter(|(name, _)| *name != "free");
        fields = Fields::from_pairs(kept.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }
    changed.then_some(fields)
}

async fn change_programme(
    tx: &mut Tx,
    now: Now,
    request: &Update,
    draft: &Draft,
    held: &Held,
    items: &[ProgrammeItem],
    taken: &[&Change],
) -> Result<(), Failure<Vec<Refusal>>> {
    let mut refusals = vec![];
    let mut changed: BTreeMap<usize, Fields> = BTreeMap::new();
    for change in taken {
        if let About::ItemField { item, field, .. } = &change.about {
            let fields = changed.entry(*item).or_insert_with(|| held.items[*item].clone());
            fields.set(field, change.after.as_str());
        }
    }
    for (at, fields) in changed {
        let asked = programme_desk::read_item(&fields);
        let done = programme_desk::change_item_in(tx, now, request.event, items[at].id, &asked);
        note(&mut refusals, done.await, |it| Refusal::Item(at + 1, it))?;
    }
    let shown = filling::fields(request.language, draft, Fields::default());
    for change in taken {
        match &change.about {
            About::Field(_) | About::ItemField { .. } => {}
            About::GoneItem(at) => {
                let gone = programme_desk::remove_item_in(tx, now, request.event, items[*at].id);
                match gone.await {
                    Err(Failure::Refused(chosen)) => refusals.push(Refusal::ItemChosen(chosen)),
                    Err(Failure::Broken(error)) => return Err(Failure::Broken(error)),
                    Ok(()) | Err(Failure::NotFound) => {}
                }
            }
            About::NewItem(nth) => {
                let Some(fields) = filling::item(&shown, *nth) else { continue };
                let asked = programme_desk::read_item(&fields);
                let id = ProgrammeItemId::new();
                let added = programme_desk::add_item_in(tx, now, request.event, id, &asked);
                note(&mut refusals, added.await, |it| Refusal::Item(*nth, it))?;
            }
        }
    }
    if refusals.is_empty() { Ok(()) } else { Err(Failure::Refused(refusals)) }
}

fn note(
    refusals: &mut Vec<Refusal>,
    done: Result<(), Failure<Vec<programme_desk::Refusal>>>,
    refusal: impl Fn(programme_desk::Refusal) -> Refusal,
) -> Result<(), Failure<Vec<Refusal>>> {
    match done {
        Ok(()) => Ok(()),
        Err(Failure::Refused(them)) => {
            refusals.extend(them.into_iter().map(refusal));
            Ok(())
        }
        Err(Failure::NotFound) => Err(Failure::NotFound),
        Err(Failure::Broken(error)) => Err(Failure::Broken(error)),
    }
}

/// What became of a text that came without anybody to look at it.
#[derive(Debug, Clone)]
pub struct Imported {
    pub reading: ReadingId,
    /// The slug of the draft; `None` where the text lacks what an event cannot be without, or
    /// speaks of several.
    pub slug: Option<String>,
    /// The fields that could not be taken as they are.
    pub left_out: Vec<String>,
    /// Titles and slugs of events that were here already and look like it.
    pub like: Vec<(String, String)>,
}

/// The form is tried again without what was refused at most so often.
const TRIES_MAX: usize = 5;

/// Keeps what was found, and makes a draft of it where it speaks of one event.
pub async fn import(
    database: &Database,
    now: Now,
    today: Date,
    found: Findings,
) -> Result<Imported, Failure<Never>> {
    let like = match &found.drafts[..] {
        [draft] => reads::events_like(&mut database.read().await?, draft, today).await?,
        _ => vec![],
    };
    let title = |it: &event::Event| it.content.title.words(Language::Swedish).to_owned();
    let like = like.iter().map(|it| (title(it), it.slug.clone())).collect();
    let reading = keep(database, now, None, today, found.clone()).await?;
    let mut imported = Imported { reading, slug: None, left_out: vec![], like };
    let [draft] = &found.drafts[..] else { return Ok(imported) };
    let mut fields = filling::fields(Language::Swedish, draft, Fields::default());
    for _ in 0..TRIES_MAX {
        let request = Accept { reading, draft: 0, fields: fields.clone() };
        match accept(database, now, None, request).await {
            Ok(slug) => {
                imported.slug = Some(slug);
                return Ok(imported);
            }
            Err(Failure::Refused(refusals)) => {
                for refusal in refusals {
                    let field = field_of(&refusal);
                    if !fields.raw(&field).is_empty() {
                        fields.set(&field, "");
                        imported.left_out.push(field);
                    }
                }
            }
            Err(Failure::NotFound) => return Err(Failure::NotFound),
            Err(Failure::Broken(error)) => return Err(Failure::Broken(error)),
        }
    }
    Ok(imported)
}

/// The field of the draft's form that a refusal is about.
pub fn field_of(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Event(it) => it.field.clone(),
        Refusal::Item(nth, it) => rules::items::field(*nth, &programme_desk::refused_field(it)),
        Refusal::ItemChosen(_) => "take_1".to_owned(),
    }
}
