//! Every statement about programmes.

use crate::event::{Appearance, PlaceLimit};
use crate::programme::types::{Choosing, GroupTalk, ItemKind, ProgrammeItem};
use jiff::civil::Time;
use platform::database::{DatabaseError, Row, Session, Tx};
use serde::{Deserialize, Serialize};
use shared::Text;
use shared::ids::{EventId, GroupTalkId, PlaceLimitId, ProgrammeItemId};

/// What is only read whole.
#[derive(Serialize, Deserialize)]
#[serde(default)]
#[derive(Default)]
struct ItemContent {
    starts: Option<String>,
    ends: Option<String>,
    title: Text,
    text: Text,
    appearances: Vec<Appearance>,
    questions: Vec<Text>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct TalkContent {
    title: Text,
    text: Text,
    facilitators: Vec<Appearance>,
}

fn time(text: Option<String>) -> Result<Option<Time>, DatabaseError> {
    text.map(|text| {
        text.parse().map_err(|_| DatabaseError::Unreadable(format!("{text:?} is no time of day")))
    })
    .transpose()
}

fn item(row: &Row) -> Result<ProgrammeItem, DatabaseError> {
    let content: ItemContent = row.document("content")?;
    Ok(ProgrammeItem {
        id: ProgrammeItemId(row.id("id")?),
        day: row.maybe_day("on_day")?,
        starts: time(content.starts)?,
        ends: time(content.ends)?,
        kind: row.word("kind", ItemKind::from_code)?,
        title: content.title,
        text: content.text,
        appearances: content.appearances,
        questions: content.questions,
        choosing: row.word("choosing", Choosing::from_code)?,
        talks: vec![],
    })
}

fn talk(row: &Row) -> Result<(ProgrammeItemId, GroupTalk), DatabaseError> {
    let content: TalkContent = row.document("content")?;
    let places = match row.maybe_integer("places")? {
        None => None,
        Some(_) => Some(row.count("places")?),
    };
    Ok((
        ProgrammeItemId(row.id("item_id")?),
        GroupTalk {
            id: GroupTalkId(row.id("id")?),
            number: row.count("number")?,
            title: content.title,
            text: content.text,
            facilitators: content.facilitators,
            limit: PlaceLimit {
                id: PlaceLimitId(row.id("limit_id")?),
                places,
                taken: row.count("taken")?,
            },
        },
    ))
}

/// The programme of an event, in order: two statements, however long it is.
pub async fn list(
    session: &mut Session,
    event: EventId,
) -> Result<Vec<ProgrammeItem>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT id, on_day, kind, choosing, content FROM programme_item
             WHERE event_id = $1 ORDER BY position, id",
            &[event.into()],
        )
        .await?;
    let mut items = rows.iter().map(item).collect::<Result<Vec<_>, _>>()?;
    if items.is_empty() {
        return Ok(items);
    }
    let rows = session
        .fetch_all(
            "SELECT group_talk.id, group_talk.item_id, group_talk.number, group_talk.content,
                 place_limit.id AS limit_id, place_limit.places, place_limit.taken
             FROM group_talk JOIN place_limit ON place_limit.group_talk_id = group_talk.id
             WHERE group_talk.event_id = $1 ORDER BY group_talk.number",
            &[event.into()],
        )
        .await?;
    for row in &rows {
        let (of, talk) = talk(row)?;
        if let Some(item) = items.iter_mut().find(|it| it.id == of) {
            item.talks.push(talk);
        }
    }
    Ok(items)
}

/// Who takes part in the items that were written last, and in their talks, with the event of each.
/// At most `count` items and as many talks are looked at.
pub async fn list_appearances(
    session: &mut Session,
    count: u32,
) -> Result<Vec<(EventId, Appearance)>, DatabaseError> {
    let mut found = vec![];
    let rows = session
        .fetch_all(
            "SELECT event_id, content FROM programme_item ORDER BY id DESC LIMIT $1",
            &[count.into()],
        )
        .await?;
    for row in &rows {
        let event = EventId(row.id("event_id")?);
        let content: ItemContent = row.document("content")?;
        found.extend(content.appearances.into_iter().map(|it| (event, it)));
    }
    let rows = session
        .fetch_all(
            "SELECT event_id, content FROM group_talk ORDER BY id DESC LIMIT $1",
            &[count.into()],
        )
        .await?;
    for row in &rows {
        let event = EventId(row.id("event_id")?);
        let content: TalkContent = row.document("content")?;
        found.extend(content.facilitators.into_iter().map(|it| (event, it)));
    }
    Ok(found)
}

fn item_content(item: &ProgrammeItem) -> String {
    let content = ItemContent {
        starts: item.starts.map(|it| it.to_string()),
        ends: item.ends.map(|it| it.to_string()),
        title: item.title.clone(),
        text: item.text.clone(),
        appearances: item.appearances.clone(),
        questions: item.questions.clone(),
    };
    serde_json::to_string(&content).expect("the content has only texts and lists")
}

fn talk_content(talk: &GroupTalk) -> String {
    let content = TalkContent {
        title: talk.title.clone(),
        text: talk.text.clone(),
        facilitators: talk.facilitators.clone(),
    };
    serde_json::to_string(&content).expect("the content has only texts and lists")
}

/// Writes a new item at `position`, with its talks and their counters.
pub async fn insert(
    tx: &mut Tx,
    event: EventId,
    position: u32,
    item: &ProgrammeItem,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO programme_item (id, event_id, position, on_day, kind, choosing, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            item.id.into(),
            event.into(),
            position.into(),
            item.day.into(),
            item.kind.code().into(),
            item.choosing.code().into(),
            item_content(item).into(),
        ],
    )
    .await?;
    for talk in &item.talks {
        insert_talk(tx, event, item.id, talk).await?;
    }
    Ok(())
}

/// Writes an item over what it was; its talks are written one by one.
pub async fn update(tx: &mut Tx, item: &ProgrammeItem) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE programme_item SET on_day = $2, kind = $3, choosing = $4, content = $5
         WHERE id = $1",
        &[
            item.id.into(),
            item.day.into(),
            item.kind.code().into(),
            item.choosing.code().into(),
            item_content(item).into(),
        ],
    )
    .await?;
    Ok(())
}

pub async fn set_position(
    tx: &mut Tx,
    item: ProgrammeItemId,
    position: u32,
) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE programme_item SET position = $2 WHERE id = $1",
        &[item.into(), position.into()],
    )
    .await?;
    Ok(())
}

/// Removes an item that has no talks.
pub async fn delete(tx: &mut Tx, item: ProgrammeItemId) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM programme_item WHERE id = $1", &[item.into()]).await?;
    Ok(())
}

pub async fn insert_talk(
    tx: &mut Tx,
    event: EventId,
    item: ProgrammeItemId,
    talk: &GroupTalk,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO group_talk (id, item_id, event_id, number, content)
         VALUES ($1, $2, $3, $4, $5)",
        &[talk.id.into(), item.into(), event.into(), talk.number.into(), talk_content(talk).into()],
    )
    .await?;
    crate::event::insert_limit(tx, event, Some(talk.id.0), talk.limit).await
}

pub async fn update_talk(tx: &mut Tx, talk: &GroupTalk) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE group_talk SET number = $2, content = $3 WHERE id = $1",
        &[talk.id.into(), talk.number.into(), talk_content(talk).into()],
    )
    .await?;
    Ok(())
}

/// Removes a talk and its counter.
pub async fn delete_talk(tx: &mut Tx, talk: &GroupTalk) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM group_talk WHERE id = $1", &[talk.id.into()]).await?;
    crate::event::delete_limit(tx, talk.limit.id).await
}
