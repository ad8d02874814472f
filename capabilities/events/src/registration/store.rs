//! Every statement about registrations. Types go in and types come out, never rows.

mod desk;
mod purge;

pub use desk::{Filter, Listed, count_by_day, list, recipients};
pub use purge::{erase, erase_all, forget_withdrawn_choices, has_any};

use crate::registration::rules::AcceptedRegistration;
use crate::registration::types::{Placed, Registrant, Registration};
use jiff::Timestamp;
use platform::database::{DatabaseError, Row, Session, Tx};
use shared::ids::{EventId, GroupTalkId, PlaceLimitId, ProgrammeItemId, RegistrationId};
use shared::{Email, Language, RoleInSociety, Sector};

/// How many are registered just now.
pub async fn count_active(session: &mut Session, event: EventId) -> Result<i64, DatabaseError> {
    session
        .number(
            "SELECT count(*) AS n FROM registration WHERE event_id = $1 AND withdrawn_at IS NULL",
            &[event.into()],
        )
        .await
}

/// How many are registered from each sector, in the order of [`Sector::ALL`]; those who did not
/// say are not counted.
pub async fn sector_counts(
    session: &mut Session,
    event: EventId,
) -> Result<[u32; 5], DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT sector, count(*) AS n FROM registration
             WHERE event_id = $1 AND withdrawn_at IS NULL AND sector IS NOT NULL GROUP BY sector",
            &[event.into()],
        )
        .await?;
    counts_by_sector(&rows)
}

/// How many are registered from each sector, over all events whose registrations are kept.
pub async fn sector_counts_of_all(session: &mut Session) -> Result<[u32; 5], DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT sector, count(*) AS n FROM registration
             WHERE withdrawn_at IS NULL AND sector IS NOT NULL GROUP BY sector",
            &[],
        )
        .await?;
    counts_by_sector(&rows)
}

fn counts_by_sector(rows: &[Row]) -> Result<[u32; 5], DatabaseError> {
    let mut counts = [0; 5];
    for row in rows {
        let sector = row.word("sector", Sector::from_code)?;
        if let Some(at) = Sector::ALL.iter().position(|it| *it == sector) {
            counts[at] = row.count("n")?;
        }
    }
    Ok(counts)
}

/// How many registered people wish or chose a talk.
pub async fn talk_choosers(session: &mut Session, talk: GroupTalkId) -> Result<i64, DatabaseError> {
    session
        .number(
            "SELECT (SELECT count(*) FROM group_wish JOIN registration
                     ON registration.id = group_wish.registration_id
                 WHERE group_wish.group_talk_id = $1 AND registration.withdrawn_at IS NULL)
                 + (SELECT count(*) FROM group_choice JOIN registration
                     ON registration.id = group_choice.registration_id
                 WHERE group_choice.group_talk_id = $1 AND registration.withdrawn_at IS NULL)
                 AS n",
            &[talk.into()],
        )
        .await
}

/// The registration of an address to an event, if it has one, and the mark of its form.
pub async fn find_by_email(
    session: &mut Session,
    event: EventId,
    email_key: &str,
) -> Result<Option<(RegistrationId, Option<String>)>, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT id, form_mark FROM registration
             WHERE event_id = $1 AND email_key = $2 AND withdrawn_at IS NULL",
            &[event.into(), email_key.into()],
        )
        .await?;
    row.map(|row| Ok((RegistrationId(row.id("id")?), row.maybe_text("form_mark")?))).transpose()
}

/// Writes an accepted registration. `false`: somebody with this address came first, and nothing
/// was written.
pub async fn insert(
    tx: &mut Tx,
    accepted: &AcceptedRegistration,
    silent: bool,
    registered_at: Timestamp,
) -> Result<bool, DatabaseError> {
    let request = accepted.request();
    let registrant = &request.registrant;
    let written = tx
        .execute(
            "INSERT INTO registration (id, event_id, email_key, form_mark, name, name_sort, email,
                 organisation, sector, municipality, role, language, silent, registered_at,
                 search_text)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             ON CONFLICT DO NOTHING",
            &[
                request.id.into(),
                request.event.into(),
                registrant.email.key().into(),
                request.form_mark.clone().into(),
                registrant.name.as_str().into(),
                locale::sort_key_text(&registrant.name).into(),
                registrant.email.as_str().into(),
                registrant.organisation.as_str().into(),
                registrant.sector.map(Sector::code).into(),
                registrant.municipality.as_str().into(),
                registrant.role.map(RoleInSociety::code).into(),
                registrant.language.code().into(),
                silent.into(),
                registered_at.into(),
                search_text(registrant).into(),
            ],
        )
        .await?;
    if written == 1 {
        insert_placed(tx, request.id, accepted.placed()).await?;
    }
    Ok(written == 1)
}

/// What an organiser finds somebody by: neither engine knows small å, ä and ö alike.
fn search_text(registrant: &Registrant) -> String {
    let Registrant { name, email, organisation, .. } = registrant;
    format!("{name}\n{organisation}\n{}", email.as_str()).to_lowercase()
}

async fn insert_placed(
    tx: &mut Tx,
    id: RegistrationId,
    placed: &Placed,
) -> Result<(), DatabaseError> {
    for (rank, talk) in (1_i64..).zip(&placed.wishes) {
        tx.execute(
            "INSERT INTO group_wish (registration_id, rank, group_talk_id) VALUES ($1, $2, $3)",
            &[id.into(), rank.into(), (*talk).into()],
        )
        .await?;
    }
    for choice in &placed.choices {
        tx.execute(
            "INSERT INTO group_choice (registration_id, item_id, group_talk_id)
             VALUES ($1, $2, $3)",
            &[id.into(), choice.item.into(), choice.talk.into()],
        )
        .await?;
    }
    Ok(())
}

/// Writes other wishes and choices in place of those that were.
pub async fn replace_placed(
    tx: &mut Tx,
    id: RegistrationId,
    placed: &Placed,
) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM group_wish WHERE registration_id = $1", &[id.into()]).await?;
    tx.execute("DELETE FROM group_choice WHERE registration_id = $1", &[id.into()]).await?;
    insert_placed(tx, id, placed).await
}

/// Writes what somebody says of themselves over what they said before. `false`: another
/// registration to the event has the address.
pub async fn update_registrant(
    tx: &mut Tx,
    id: RegistrationId,
    event: EventId,
    registrant: &Registrant,
    link_version: i64,
    changed_at: Timestamp,
) -> Result<bool, DatabaseError> {
    let key = registrant.email.key();
    if let Some((other, _)) = find_by_email(tx, event, &key).await?
        && other != id
    {
        return Ok(false);
    }
    tx.execute(
        "UPDATE registration SET email_key = $2, name = $3, name_sort = $4, email = $5,
             organisation = $6, sector = $7, municipality = $8, role = $9, language = $10,
             link_version = $11, changed_at = $12, search_text = $13
         WHERE id = $1",
        &[
            id.into(),
            key.into(),
            registrant.name.as_str().into(),
            locale::sort_key_text(&registrant.name).into(),
            registrant.email.as_str().into(),
            registrant.organisation.as_str().into(),
            registrant.sector.map(Sector::code).into(),
            registrant.municipality.as_str().into(),
            registrant.role.map(RoleInSociety::code).into(),
            registrant.language.code().into(),
            link_version.into(),
            changed_at.into(),
            search_text(registrant).into(),
        ],
    )
    .await?;
    Ok(true)
}

/// Takes so many places, or none and says that fewer are left. The database decides, in one
/// statement: between a count and an insert somebody else's insert fits, and then forty places hold
/// fifty people.
pub async fn take_places(
    tx: &mut Tx,
    limit: PlaceLimitId,
    count: u32,
) -> Result<bool, DatabaseError> {
    let changed = tx
        .execute(
            "UPDATE place_limit SET taken = taken + $2
             WHERE id = $1 AND (places IS NULL OR taken + $2 <= places)",
            &[limit.into(), count.into()],
        )
        .await?;
    Ok(changed == 1)
}

/// Gives one place back.
pub async fn give_back_place(tx: &mut Tx, limit: PlaceLimitId) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE place_limit SET taken = taken - 1 WHERE id = $1 AND taken > 0",
        &[limit.into()],
    )
    .await?;
    Ok(())
}

/// Notes that somebody is not coming. `false`: they had said so already.
pub async fn withdraw(
    tx: &mut Tx,
    id: RegistrationId,
    at: Timestamp,
) -> Result<bool, DatabaseError> {
    let changed = tx
        .execute(
            "UPDATE registration SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL",
            &[id.into(), at.into()],
        )
        .await?;
    Ok(changed == 1)
}

fn registrant(row: &Row) -> Result<Registrant, DatabaseError> {
    let sector = row.maybe_text("sector")?;
    let role = row.maybe_text("role")?;
    Ok(Registrant {
        name: row.text("name")?,
        email: row.word("email", |text| Email::parse(text).ok())?,
        organisation: row.text("organisation")?,
        sector: sector.as_deref().and_then(Sector::from_code),
        municipality: row.text("municipality")?,
        role: role.as_deref().and_then(RoleInSociety::from_code),
        language: row.word("language", Language::from_code)?,
    })
}

/// A registration with its wishes and choices; a withdrawn one too.
pub async fn find(
    session: &mut Session,
    id: RegistrationId,
) -> Result<Option<Registration>, DatabaseError> {
    let row =
        session.fetch_optional("SELECT * FROM registration WHERE id = $1", &[id.into()]).await?;
    let Some(row) = row else { return Ok(None) };
    let placed = session
        .fetch_all(
            "SELECT rank, NULL AS item_id, group_talk_id FROM group_wish WHERE registration_id = $1
             UNION ALL
             SELECT 0, item_id, group_talk_id FROM group_choice WHERE registration_id = $1
             ORDER BY 1",
            &[id.into()],
        )
        .await?;
    let (mut wishes, mut choices) = (vec![], vec![]);
    for it in &placed {
        let talk = GroupTalkId(it.id("group_talk_id")?);
        match it.maybe_id("item_id")? {
            None => wishes.push(talk),
            Some(item) => choices.push((ProgrammeItemId(item), talk)),
        }
    }
    Ok(Some(Registration {
        id,
        event: EventId(row.id("event_id")?),
        registrant: registrant(&row)?,
        link_version: row.integer("link_version")?,
        meeting_link_version: row.integer("meeting_link_version")?,
        registered_at: row.instant("registered_at")?,
        withdrawn_at: row.maybe_instant("withdrawn_at")?,
        wishes,
        choices,
    }))
}

/// Whether anybody who is registered has an older meeting link than `version`.
pub async fn lacks_link(
    session: &mut Session,
    event: EventId,
    version: i64,
) -> Result<bool, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT id FROM registration WHERE event_id = $1 AND withdrawn_at IS NULL
                 AND meeting_link_version < $2 AND silent = 0 LIMIT 1",
            &[event.into(), version.into()],
        )
        .await?;
    Ok(row.is_some())
}

/// Notes that everybody who is registered is sent the meeting link of this version; who they are,
/// and whether they had another link before.
pub async fn take_link(
    tx: &mut Tx,
    event: EventId,
    version: i64,
) -> Result<Vec<(RegistrationId, bool)>, DatabaseError> {
    let rows = tx
        .fetch_all(
            "SELECT id, meeting_link_version FROM registration
             WHERE event_id = $1 AND withdrawn_at IS NULL AND meeting_link_version < $2
                 AND silent = 0
             ORDER BY id",
            &[event.into(), version.into()],
        )
        .await?;
    for row in &rows {
        tx.execute(
            "UPDATE registration SET meeting_link_version = $2 WHERE id = $1",
            &[row.id("id")?.into(), version.into()],
        )
        .await?;
    }
    rows.iter()
        .map(|it| Ok((RegistrationId(it.id("id")?), it.integer("meeting_link_version")? > 0)))
        .collect()
}

/// Everybody who is registered and is written to.
pub async fn list_to_tell(
    session: &mut Session,
    event: EventId,
) -> Result<Vec<RegistrationId>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT id FROM registration
             WHERE event_id = $1 AND withdrawn_at IS NULL AND silent = 0 ORDER BY id",
            &[event.into()],
        )
        .await?;
    rows.iter().map(|it| Ok(RegistrationId(it.id("id")?))).collect()
}
