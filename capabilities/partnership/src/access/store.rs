//! Every statement this slice sends to the database. Types go in and types come out, never rows.

use crate::access::rules::AcceptedPerson;
use crate::access::types::{
    HeldSession, Person, SignInLink, SignInLinkId, role_code, role_from_code,
};
use jiff::Timestamp;
use platform::database::{DatabaseError, Row, Session, Tx};
use shared::Language;
use shared::ids::PersonId;
use web::asked::Role;

fn person_of(row: &Row) -> Result<Person, DatabaseError> {
    Ok(Person {
        id: PersonId(row.id("id")?),
        name: row.text("name")?,
        email: row.text("email")?,
        role: row.word("role", role_from_code)?,
        language: row.word("language", Language::from_code)?,
        created_at: row.instant("created_at")?,
        signed_in_at: row.maybe_instant("signed_in_at")?,
        ended_at: row.maybe_instant("ended_at")?,
    })
}

/// Everybody, those whose access has ended too, in Swedish order of their names.
pub async fn people(session: &mut Session) -> Result<Vec<Person>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT id, name, email, role, language, created_at, signed_in_at, ended_at
             FROM person",
            &[],
        )
        .await?;
    let mut people = rows.iter().map(person_of).collect::<Result<Vec<_>, _>>()?;
    people.sort_by_cached_key(|it| (locale::sort_key(&it.name), it.id));
    Ok(people)
}

pub async fn person(session: &mut Session, id: PersonId) -> Result<Option<Person>, DatabaseError> {
    session
        .fetch_optional(
            "SELECT id, name, email, role, language, created_at, signed_in_at, ended_at
             FROM person WHERE id = $1",
            &[id.into()],
        )
        .await?
        .map(|row| person_of(&row))
        .transpose()
}

/// `email_key`: as [`shared::Email::key`] gives it.
pub async fn person_by_email(
    session: &mut Session,
    email_key: &str,
) -> Result<Option<Person>, DatabaseError> {
    session
        .fetch_optional(
            "SELECT id, name, email, role, language, created_at, signed_in_at, ended_at
             FROM person WHERE email_key = $1",
            &[email_key.into()],
        )
        .await?
        .map(|row| person_of(&row))
        .transpose()
}

pub async fn count_people(session: &mut Session) -> Result<i64, DatabaseError> {
    session.number("SELECT count(*) AS n FROM person", &[]).await
}

/// Those who have access.
pub async fn count_administrators(session: &mut Session) -> Result<i64, DatabaseError> {
    session
        .number(
            "SELECT count(*) AS n FROM person
             WHERE role = 'administrator' AND ended_at IS NULL",
            &[],
        )
        .await
}

/// Stands in line with everybody else who changes who may work here. What is read after it stays
/// true until this transaction ends.
pub async fn take_turn(tx: &mut Tx) -> Result<(), DatabaseError> {
    tx.execute("UPDATE access_turn SET taken = taken + 1 WHERE id = 1", &[]).await?;
    Ok(())
}

/// Somebody new, or somebody whose access has ended and who comes back.
pub async fn insert_person(
    tx: &mut Tx,
    accepted: &AcceptedPerson,
    created_at: Timestamp,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO person (id, name, email, email_key, role, language, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
             role = excluded.role, language = excluded.language, ended_at = NULL",
        &[
            accepted.id().into(),
            accepted.name().into(),
            accepted.email().as_str().into(),
            accepted.email().key().into(),
            role_code(accepted.role()).into(),
            accepted.language().code().into(),
            created_at.into(),
        ],
    )
    .await?;
    Ok(())
}

pub async fn change_person(tx: &mut Tx, accepted: &AcceptedPerson) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE person SET name = $2, email = $3, email_key = $4, language = $5 WHERE id = $1",
        &[
            accepted.id().into(),
            accepted.name().into(),
            accepted.email().as_str().into(),
            accepted.email().key().into(),
            accepted.language().code().into(),
        ],
    )
    .await?;
    Ok(())
}

pub async fn change_role(tx: &mut Tx, id: PersonId, role: Role) -> Result<(), DatabaseError> {
    tx.execute("UPDATE person SET role = $2 WHERE id = $1", &[id.into(), role_code(role).into()])
        .await?;
    Ok(())
}

pub async fn end_person(tx: &mut Tx, id: PersonId, at: Timestamp) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE person SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
        &[id.into(), at.into()],
    )
    .await?;
    Ok(())
}

/// Notes that somebody came in, if they have access; until this transaction ends nobody changes
/// that.
pub async fn let_in(tx: &mut Tx, id: PersonId, at: Timestamp) -> Result<bool, DatabaseError> {
    let changed = tx
        .execute(
            "UPDATE person SET signed_in_at = $2 WHERE id = $1 AND ended_at IS NULL",
            &[id.into(), at.into()],
        )
        .await?;
    Ok(changed == 1)
}

pub async fn insert_link(
    tx: &mut Tx,
    id: SignInLinkId,
    person: PersonId,
    valid_until: Timestamp,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO sign_in_link (id, person_id, valid_until) VALUES ($1, $2, $3)",
        &[id.into(), person.into(), valid_until.into()],
    )
    .await?;
    Ok(())
}

pub async fn find_link(
    session: &mut Session,
    id: SignInLinkId,
) -> Result<Option<SignInLink>, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT person.id, name, email, role, language, created_at, signed_in_at, ended_at,
                 valid_until, used_at
             FROM sign_in_link JOIN person ON person.id = sign_in_link.person_id
             WHERE sign_in_link.id = $1",
            &[id.into()],
        )
        .await?;
    row.map(|row| {
        Ok(SignInLink {
            id,
            valid_until: row.instant("valid_until")?,
            used_at: row.maybe_instant("used_at")?,
            person: person_of(&row)?,
        })
    })
    .transpose()
}

/// Uses the link, or says that somebody did so before. The database decides, in one statement:
/// between a look and a write somebody else's write fits.
pub async fn use_link(tx: &mut Tx, id: SignInLinkId, at: Timestamp) -> Result<bool, DatabaseError> {
    let changed = tx
        .execute(
            "UPDATE sign_in_link SET used_at = $2
             WHERE id = $1 AND used_at IS NULL AND valid_until > $2",
            &[id.into(), at.into()],
        )
        .await?;
    Ok(changed == 1)
}

pub async fn delete_links_of(tx: &mut Tx, person: PersonId) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM sign_in_link WHERE person_id = $1", &[person.into()]).await?;
    Ok(())
}

pub async fn insert_session(
    tx: &mut Tx,
    fingerprint: &str,
    person: PersonId,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO sign_in_session (fingerprint, person_id, created_at, used_at)
         VALUES ($1, $2, $3, $3)",
        &[fingerprint.into(), person.into(), at.into()],
    )
    .await?;
    Ok(())
}

pub async fn find_session(
    session: &mut Session,
    fingerprint: &str,
) -> Result<Option<HeldSession>, DatabaseError> {
    let row = session
        .fetch_optional(
            "SELECT person.id, name, email, role, language, person.created_at, signed_in_at,
                 ended_at, sign_in_session.created_at AS begun_at, used_at
             FROM sign_in_session JOIN person ON person.id = sign_in_session.person_id
             WHERE fingerprint = $1",
            &[fingerprint.into()],
        )
        .await?;
    row.map(|row| {
        Ok(HeldSession {
            created_at: row.instant("begun_at")?,
            used_at: row.instant("used_at")?,
            person: person_of(&row)?,
        })
    })
    .transpose()
}

pub async fn note_use(tx: &mut Tx, fingerprint: &str, at: Timestamp) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE sign_in_session SET used_at = $2 WHERE fingerprint = $1 AND used_at < $2",
        &[fingerprint.into(), at.into()],
    )
    .await?;
    Ok(())
}

pub async fn delete_session(tx: &mut Tx, fingerprint: &str) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM sign_in_session WHERE fingerprint = $1", &[fingerprint.into()]).await?;
    Ok(())
}

pub async fn delete_sessions_of(tx: &mut Tx, person: PersonId) -> Result<(), DatabaseError> {
    tx.execute("DELETE FROM sign_in_session WHERE person_id = $1", &[person.into()]).await?;
    Ok(())
}

/// What no longer lets anybody in: the bounds are what [`find_outlived`] and [`delete_outlived`]
/// go by.
#[derive(Debug, Clone, Copy)]
pub struct Outlived {
    pub links_valid_until: Timestamp,
    pub sessions_created: Timestamp,
    pub sessions_used: Timestamp,
}

/// Whether there is anything of the kind. Asked at every turn, so that nothing is written while
/// there is nothing to do.
pub async fn find_outlived(
    session: &mut Session,
    outlived: Outlived,
) -> Result<bool, DatabaseError> {
    let found = session
        .fetch_optional(
            "SELECT 1 AS n WHERE EXISTS (SELECT 1 FROM sign_in_link WHERE valid_until <= $1)
                 OR EXISTS (SELECT 1 FROM sign_in_session WHERE created_at <= $2)
                 OR EXISTS (SELECT 1 FROM sign_in_session WHERE used_at <= $3)",
            &[
                outlived.links_valid_until.into(),
                outlived.sessions_created.into(),
                outlived.sessions_used.into(),
            ],
        )
        .await?;
    Ok(found.is_some())
}

pub async fn delete_outlived(tx: &mut Tx, outlived: Outlived) -> Result<(), DatabaseError> {
    tx.execute(
        "DELETE FROM sign_in_link WHERE valid_until <= $1",
        &[outlived.links_valid_until.into()],
    )
    .await?;
    tx.execute(
        "DELETE FROM sign_in_session WHERE created_at <= $1 OR used_at <= $2",
        &[outlived.sessions_created.into(), outlived.sessions_used.into()],
    )
    .await?;
    Ok(())
}
