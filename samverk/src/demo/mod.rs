//! The demonstration: a county that is alive, to be walked through on an afternoon. Everybody in
//! it is invented, the municipalities are real, and all days follow the day on which it is filled.
//!
//! - [`county`] reads the events from their sheets, [`people`] knows who comes, [`texts`] what is
//!   being read,
//! - [`filling`] writes it all, in one transaction.

mod county;
mod filling;
mod people;
#[cfg(test)]
mod tests;
mod texts;

use crate::instance::Stop;
use events::event;
use partnership::access::{self, AddPerson, Refusal, Role};
use platform::clock::Clock;
use platform::database::Database;
use platform::failure::Failure;
use platform::instance::{self, Instance};
use platform::secrets::Key;
use shared::Language;
use shared::ids::PersonId;

/// Who works in the demonstration.
const PEOPLE: [(&str, &str, Role); 2] = [
    ("Maja Lindqvist", "admin@example.org", Role::Administrator),
    ("Elin Hagström", "organiser@example.org", Role::Organiser),
];

/// Fills an empty instance, leaves one that it filled as it is, refuses one with other content.
pub async fn fill(
    database: &Database,
    key: &Key,
    clock: &Clock,
    public_url: &str,
) -> Result<(), Stop> {
    let mut session = database.read().await?;
    if instance::find(&mut session).await?.is_some_and(|it| it.demo_filled_at.is_some()) {
        return Ok(());
    }
    // Its own people may be there already: a filling that was cut off, or a sign-in before it.
    let strangers = access::people(&mut session)
        .await?
        .iter()
        .any(|it| !PEOPLE.iter().any(|(_, email, _)| *email == it.email));
    if strangers || !event::list_all(&mut session, 0, 1).await?.is_empty() {
        return Err(Stop::failed(
            "This instance has content of its own, which a demonstration must not be mixed with; \
             choose an empty folder with --data.",
        ));
    }
    drop(session);
    let now = clock.now();
    let mut administrator = PersonId::new();
    for (name, email, role) in PEOPLE {
        let request = AddPerson {
            id: PersonId::new(),
            name: name.to_owned(),
            email: email.to_owned(),
            role: Some(role),
            language: Language::Swedish,
        };
        match access::add_person(database, now, request, None).await {
            Ok(id) if role == Role::Administrator => administrator = id,
            Ok(_) => {}
            Err(Failure::Refused(refusals)) if refusals.contains(&Refusal::EmailTaken) => {}
            Err(failure) => return Err(unfilled(&failure)),
        }
    }
    let (key, public_url, offset) = (key.clone(), public_url.to_owned(), clock.offset_seconds());
    database
        .write(move |tx| {
            let (key, public_url) = (key.clone(), public_url.clone());
            Box::pin(async move {
                filling::write_county(tx, &key, now, administrator).await?;
                let filled = Instance {
                    public_url,
                    clock_offset_seconds: offset,
                    demo_filled_at: Some(now.at),
                };
                instance::write(tx, &filled).await?;
                Ok(())
            })
        })
        .await
        .map_err(|failure| unfilled(&failure))
}

fn unfilled<R: std::fmt::Debug>(failure: &Failure<R>) -> Stop {
    Stop::failed(format!("The demonstration could not be filled in: {failure:?}."))
}
