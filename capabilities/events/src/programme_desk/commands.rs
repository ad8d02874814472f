//! What can be done to a programme. Each verb reads, decides and writes, in one transaction.

use crate::event::{self, Event};
use crate::programme::{self, GroupTalk, ProgrammeItem};
use crate::programme_desk::rules::{self, Choosers};
use crate::programme_desk::types::{AcceptedItem, Direction, ItemAsked, ItemChosen, Refusal};
use crate::registration;
use platform::clock::Now;
use platform::database::{Database, DatabaseError, Session, Tx};
use platform::facts;
use platform::failure::{Failure, Never};
use shared::ids::{EventId, ProgrammeItemId};

/// Far above every number that an organiser may type: talks that trade their numbers wait here.
const ASIDE: u32 = 1_000_000;

/// Adds an item at the end of its day.
pub async fn add_item(
    database: &Database,
    now: Now,
    event: EventId,
    id: ProgrammeItemId,
    asked: ItemAsked,
) -> Result<(), Failure<Vec<Refusal>>> {
    database
        .write(move |tx| {
            let asked = asked.clone();
            Box::pin(async move { add_item_in(tx, now, event, id, &asked).await })
        })
        .await
}

/// The same inside a transaction of somebody else.
pub async fn add_item_in(
    tx: &mut Tx,
    now: Now,
    event: EventId,
    id: ProgrammeItemId,
    asked: &ItemAsked,
) -> Result<(), Failure<Vec<Refusal>>> {
    let (event, mut programme) = take(tx, event, now).await?;
    let accepted =
        rules::accept(&event, &programme, id, asked, &Choosers::new()).map_err(Failure::Refused)?;
    let last = u32::try_from(programme.len()).expect("a programme has at most 100 items");
    programme::insert(tx, event.id, last, &accepted.item).await?;
    programme.push(accepted.item);
    put_in_order(tx, &rules::day_order(&event, &programme)).await?;
    facts::record(tx, "programme.item-added", event.id.0, now.at).await?;
    Ok(())
}

/// Writes an item over what it was. Talks that the form did not speak of stay as they are.
pub async fn change_item(
    database: &Database,
    now: Now,
    event: EventId,
    id: ProgrammeItemId,
    asked: ItemAsked,
) -> Result<(), Failure<Vec<Refusal>>> {
    database
        .write(move |tx| {
            let asked = asked.clone();
            Box::pin(async move { change_item_in(tx, now, event, id, &asked).await })
        })
        .await
}

/// The same inside a transaction of somebody else.
pub async fn change_item_in(
    tx: &mut Tx,
    now: Now,
    event: EventId,
    id: ProgrammeItemId,
    asked: &ItemAsked,
) -> Result<(), Failure<Vec<Refusal>>> {
    let (event, mut programme) = take(tx, event, now).await?;
    let at = programme.iter().position(|it| it.id == id).ok_or(Failure::NotFound)?;
    let was = programme[at].clone();
    let choosers = choosers(tx, &was).await?;
    let accepted =
        rules::accept(&event, &programme, id, asked, &choosers).map_err(Failure::Refused)?;
    write_item(tx, event.id, &was, &accepted).await?;
    programme[at] = accepted.item;
    put_in_order(tx, &rules::day_order(&event, &programme)).await?;
    facts::record(tx, "programme.item-changed", event.id.0, now.at).await?;
    Ok(())
}

/// Moves an item one step in its day. At the end of the day it stays where it is.
pub async fn move_item(
    database: &Database,
    now: Now,
    event: EventId,
    id: ProgrammeItemId,
    direction: Direction,
) -> Result<(), Failure<Never>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                let (event, programme) = take(tx, event, now).await?;
                let order =
                    rules::moved(&event, &programme, id, direction).ok_or(Failure::NotFound)?;
                put_in_order(tx, &order).await?;
                facts::record(tx, "programme.item-moved", event.id.0, now.at).await?;
                Ok(())
            })
        })
        .await
}

/// Removes an item with its talks, unless somebody wishes or chose one of them.
pub async fn remove_item(
    database: &Database,
    now: Now,
    event: EventId,
    id: ProgrammeItemId,
) -> Result<(), Failure<ItemChosen>> {
    database
        .write(move |tx| Box::pin(async move { remove_item_in(tx, now, event, id).await }))
        .await
}

/// The same inside a transaction of somebody else.
pub async fn remove_item_in(
    tx: &mut Tx,
    now: Now,
    event: EventId,
    id: ProgrammeItemId,
) -> Result<(), Failure<ItemChosen>> {
    let (event, programme) = take(tx, event, now).await?;
    let item = programme.iter().find(|it| it.id == id).ok_or(Failure::NotFound)?;
    let choosers = choosers(tx, item).await?.values().sum();
    if choosers > 0 {
        return Err(Failure::Refused(ItemChosen { choosers }));
    }
    for talk in &item.talks {
        remove_talk(tx, talk).await?;
    }
    programme::delete(tx, id).await?;
    facts::record(tx, "programme.item-removed", event.id.0, now.at).await?;
    Ok(())
}

/// How often each talk of an item is wished or chosen.
pub async fn choosers(
    session: &mut Session,
    item: &ProgrammeItem,
) -> Result<Choosers, DatabaseError> {
    let mut choosers = Choosers::new();
    for talk in &item.talks {
        choosers.insert(talk.id, registration::talk_choosers(session, talk.id).await?);
    }
    Ok(choosers)
}

/// The event and its programme, for this transaction alone: who else edits the programme waits,
/// so that two items cannot both become the one that asks for wishes.
async fn take<R>(
    tx: &mut Tx,
    id: EventId,
    now: Now,
) -> Result<(Event, Vec<ProgrammeItem>), Failure<R>> {
    if !event::touch(tx, id, now.at).await? {
        return Err(Failure::NotFound);
    }
    let event = event::find(tx, id).await?.ok_or(Failure::NotFound)?;
    let programme = programme::list(tx, id).await?;
    Ok((event, programme))
}

async fn write_item(
    tx: &mut Tx,
    event: EventId,
    was: &ProgrammeItem,
    accepted: &AcceptedItem,
) -> Result<(), Failure<Vec<Refusal>>> {
    let item = &accepted.item;
    if accepted.chooses_anew {
        for talk in &was.talks {
            registration::forget_withdrawn_choices(tx, talk.id).await?;
        }
    }
    for (_, talk) in &accepted.removed {
        remove_talk(tx, talk).await?;
    }
    let number_was =
        |talk: &GroupTalk| was.talks.iter().find(|it| it.id == talk.id).map(|it| it.number);
    // No two talks of an item may have one number, not even between two statements.
    for (_, talk) in &accepted.kept {
        if number_was(talk) != Some(talk.number) {
            let aside = GroupTalk { number: ASIDE + talk.number, ..talk.clone() };
            programme::update_talk(tx, &aside).await?;
        }
    }
    for (row, talk) in &accepted.kept {
        programme::update_talk(tx, talk).await?;
        if !event::set_places(tx, talk.limit.id, talk.limit.places).await? {
            // Somebody chose it since the programme was read.
            let taken = taken_now(tx, event, talk).await?;
            return Err(Failure::Refused(vec![Refusal::PlacesTaken { row: *row, taken }]));
        }
    }
    for talk in &accepted.added {
        programme::insert_talk(tx, event, item.id, talk).await?;
    }
    programme::update(tx, item).await?;
    Ok(())
}

async fn taken_now(
    session: &mut Session,
    event: EventId,
    talk: &GroupTalk,
) -> Result<u32, DatabaseError> {
    let programme = programme::list(session, event).await?;
    let found = programme.iter().flat_map(|it| &it.talks).find(|it| it.id == talk.id);
    Ok(found.map_or(0, |it| it.limit.taken))
}

async fn remove_talk(tx: &mut Tx, talk: &GroupTalk) -> Result<(), DatabaseError> {
    registration::forget_withdrawn_choices(tx, talk.id).await?;
    programme::delete_talk(tx, talk).await
}

async fn put_in_order(tx: &mut Tx, order: &[ProgrammeItemId]) -> Result<(), DatabaseError> {
    for (position, id) in (0..).zip(order) {
        programme::set_position(tx, *id, position).await?;
    }
    Ok(())
}
