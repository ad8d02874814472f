//! What can be done about access. Each verb reads, decides and writes, in one transaction.

use crate::access::rules;
use crate::access::store;
use crate::access::types::{
    AddPerson, ChangePerson, LinkRefusal, Onward, Refusal, SessionSecret, SignInDetail,
    SignInLinkId,
};
use platform::clock::{Clock, Now};
use platform::database::{Database, DatabaseError};
use platform::failure::{Failure, Never};
use platform::outbox::{self, Letter};
use platform::secrets::Key;
use platform::{allowance, facts};
use shared::ids::PersonId;
use shared::{Email, Language, addresses};
use web::SignedIn;
use web::asked::Role;

/// Sends a one-time link to `email` if it belongs to somebody who works here, and if not too many
/// were asked for. Who asks is told the same whatever happened; an unknown address takes from its
/// allowance too, and waits for the same commit.
pub async fn ask_for_link(
    database: &Database,
    key: &Key,
    now: Now,
    email: Email,
    language: Language,
    onward: Option<Onward>,
) -> Result<(), DatabaseError> {
    let link = SignInLinkId::new();
    let (key, detail) = (key.clone(), SignInDetail { language, onward }.text());
    let asked = database
        .write::<_, Never>(move |tx| {
            let (key, email_key, detail) = (key.clone(), email.key(), detail.clone());
            Box::pin(async move {
                if !allowance::take(tx, &key, &email_key, now.at).await? {
                    return Ok(());
                }
                let person = store::person_by_email(tx, &email_key).await?;
                let Some(person) = person.filter(|it| it.has_access()) else {
                    return Ok(());
                };
                store::insert_link(tx, link, person.id, rules::link_valid_until(now.at)).await?;
                let letter = Letter {
                    kind: "access.sign-in",
                    subject: link.0,
                    about: None,
                    detail: Some(detail),
                    once_key: None,
                    due_at: now.at,
                };
                outbox::enqueue(tx, letter, now.at).await?;
                Ok(())
            })
        })
        .await;
    unrefused(asked)
}

/// Makes a one-time link without a letter and answers with its path: for whoever can run commands
/// on the machine. On an instance without people it makes `email` the first administrator.
pub async fn make_link(
    database: &Database,
    key: &Key,
    now: Now,
    email: &str,
) -> Result<String, Failure<Refusal>> {
    let email = Email::parse(email).map_err(|it| Failure::Refused(rules::email_refusal(it)))?;
    let (link, new_person) = (SignInLinkId::new(), PersonId::new());
    let language = database
        .write(move |tx| {
            let email = email.clone();
            Box::pin(async move {
                store::take_turn(tx).await?;
                if store::count_people(tx).await? == 0 {
                    let first = rules::first_administrator(new_person, &email);
                    store::insert_person(tx, &first, now.at).await?;
                    facts::record(tx, "access.person-added", new_person.0, now.at).await?;
                }
                let person = store::person_by_email(tx, &email.key()).await?;
                let person = person
                    .filter(|it| it.has_access())
                    .ok_or(Failure::Refused(Refusal::UnknownPerson))?;
                store::insert_link(tx, link, person.id, rules::link_valid_until(now.at)).await?;
                Ok(person.language)
            })
        })
        .await?;
    Ok(addresses::sign_in_link(language, &rules::link_text(key, link)))
}

/// Uses a link: whoever holds the secret that this answers is signed in.
pub async fn sign_in(
    database: &Database,
    now: Now,
    link: SignInLinkId,
) -> Result<SessionSecret, Failure<LinkRefusal>> {
    let secret = SessionSecret::random();
    let fingerprint = secret.fingerprint();
    database
        .write(move |tx| {
            let fingerprint = fingerprint.clone();
            Box::pin(async move {
                let found = store::find_link(tx, link).await?;
                let found = found.ok_or(Failure::Refused(LinkRefusal::Old))?;
                rules::open_link(&found, now.at).map_err(Failure::Refused)?;
                // The person's row first, as in `end_access`: whichever of the two comes second
                // sees all that the other wrote, and no session outlives its person's access.
                if !store::let_in(tx, found.person.id, now.at).await? {
                    return Err(Failure::Refused(LinkRefusal::Old));
                }
                if !store::use_link(tx, link, now.at).await? {
                    return Err(Failure::Refused(LinkRefusal::Used));
                }
                store::insert_session(tx, &fingerprint, found.person.id, now.at)
                    .await
                    .map_err(Failure::Broken)
            })
        })
        .await?;
    Ok(secret)
}

/// Ends one session. A secret that opens nothing ends nothing.
pub async fn sign_out(database: &Database, secret: SessionSecret) -> Result<(), DatabaseError> {
    let fingerprint = secret.fingerprint();
    let ended = database
        .write::<_, Never>(move |tx| {
            let fingerprint = fingerprint.clone();
            Box::pin(async move { Ok(store::delete_session(tx, &fingerprint).await?) })
        })
        .await;
    unrefused(ended)
}

/// Who is signed in with the secret of this cookie, if anybody is: the gatekeeper's question.
pub async fn session_holder(
    database: &Database,
    clock: &Clock,
    secret: String,
) -> Result<Option<SignedIn>, DatabaseError> {
    let now = clock.now().at;
    let fingerprint = SessionSecret(secret).fingerprint();
    let found = store::find_session(&mut database.read().await?, &fingerprint).await?;
    let Some(session) = found.filter(|it| rules::session_holds(it, now)) else {
        return Ok(None);
    };
    if rules::notes_use(&session, now) {
        let noted = database
            .write::<_, Never>(move |tx| {
                let fingerprint = fingerprint.clone();
                Box::pin(async move { Ok(store::note_use(tx, &fingerprint, now).await?) })
            })
            .await;
        if let Err(error) = unrefused(noted) {
            // Nobody is kept from reading because we could not note that they did.
            tracing::warn!(%error, "the use of a session could not be noted");
        }
    }
    Ok(Some(session.person.signed_in()))
}

/// Gives somebody access. `invited_by`: who did so, named in the letter that tells them; without
/// it no letter is sent.
pub async fn add_person(
    database: &Database,
    now: Now,
    request: AddPerson,
    invited_by: Option<PersonId>,
) -> Result<PersonId, Failure<Vec<Refusal>>> {
    database
        .write(move |tx| {
            let request = request.clone();
            Box::pin(async move {
                store::take_turn(tx).await?;
                let holder = match Email::parse(&request.email) {
                    Ok(email) => store::person_by_email(tx, &email.key()).await?,
                    Err(_) => None,
                };
                let accepted =
                    rules::accept_person(&request, holder.as_ref()).map_err(Failure::Refused)?;
                let id = accepted.id();
                store::insert_person(tx, &accepted, now.at).await?;
                facts::record(tx, "access.person-added", id.0, now.at).await?;
                if let Some(inviter) = invited_by {
                    let letter = Letter {
                        kind: "access.welcome",
                        subject: id.0,
                        about: None,
                        detail: Some(inviter.to_string()),
                        once_key: None,
                        due_at: now.at,
                    };
                    outbox::enqueue(tx, letter, now.at).await?;
                }
                Ok(id)
            })
        })
        .await
}

/// Corrects name, address and language. Links that went to an earlier address open nothing more.
pub async fn change_person(
    database: &Database,
    now: Now,
    request: ChangePerson,
) -> Result<(), Failure<Vec<Refusal>>> {
    database
        .write(move |tx| {
            let request = request.clone();
            Box::pin(async move {
                store::take_turn(tx).await?;
                let person = store::person(tx, request.id).await?;
                let person = person.filter(|it| it.has_access()).ok_or(Failure::NotFound)?;
                let holder = match Email::parse(&request.email) {
                    Ok(email) => store::person_by_email(tx, &email.key()).await?,
                    Err(_) => None,
                };
                let accepted = rules::accept_change(&request, &person, holder.as_ref())
                    .map_err(Failure::Refused)?;
                store::change_person(tx, &accepted).await?;
                if accepted.email().as_str() != person.email {
                    store::delete_links_of(tx, person.id).await?;
                }
                facts::record(tx, "access.person-changed", person.id.0, now.at).await?;
                Ok(())
            })
        })
        .await
}

/// Gives somebody another role. They sign in anew with it; the same role again changes nothing.
pub async fn change_role(
    database: &Database,
    now: Now,
    id: PersonId,
    role: Role,
) -> Result<(), Failure<Refusal>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                store::take_turn(tx).await?;
                let person = store::person(tx, id).await?;
                let person = person.filter(|it| it.has_access()).ok_or(Failure::NotFound)?;
                if person.role == role {
                    return Ok(());
                }
                let administrators = store::count_administrators(tx).await?;
                rules::let_go(&person, administrators).map_err(Failure::Refused)?;
                store::change_role(tx, id, role).await?;
                store::delete_sessions_of(tx, id).await?;
                facts::record(tx, "access.role-changed", id.0, now.at).await?;
                Ok(())
            })
        })
        .await
}

/// Ends somebody's access at once: their sessions and links open nothing from here on.
pub async fn end_access(
    database: &Database,
    now: Now,
    id: PersonId,
) -> Result<(), Failure<Refusal>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                store::take_turn(tx).await?;
                let person = store::person(tx, id).await?.ok_or(Failure::NotFound)?;
                if !person.has_access() {
                    return Ok(());
                }
                let administrators = store::count_administrators(tx).await?;
                rules::let_go(&person, administrators).map_err(Failure::Refused)?;
                store::end_person(tx, id, now.at).await?;
                store::delete_sessions_of(tx, id).await?;
                store::delete_links_of(tx, id).await?;
                facts::record(tx, "access.person-ended", id.0, now.at).await?;
                Ok(())
            })
        })
        .await
}

fn unrefused(done: Result<(), Failure<Never>>) -> Result<(), DatabaseError> {
    match done {
        Ok(()) | Err(Failure::NotFound) => Ok(()),
        Err(Failure::Broken(error)) => Err(error),
        Err(Failure::Refused(never)) => match never {},
    }
}
