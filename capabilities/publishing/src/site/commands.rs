//! What can be done with messages. Each verb reads, decides and writes, in one transaction.

use crate::site::rules;
use crate::site::store;
use crate::site::types::{CaseNumber, LeaveMessage, MessageId, Refusal};
use platform::clock::Now;
use platform::database::Database;
use platform::failure::{Failure, Never};

/// Answers with the number under which the message is known.
pub async fn leave_message(
    database: &Database,
    now: Now,
    request: LeaveMessage,
) -> Result<CaseNumber, Failure<Vec<Refusal>>> {
    let accepted = rules::accept(&request).map_err(Failure::Refused)?;
    database
        .write(move |tx| {
            let (request, accepted) = (request.clone(), accepted.clone());
            Box::pin(async move {
                if store::count(tx).await? >= rules::MESSAGES_MAX {
                    return Err(Failure::Refused(vec![Refusal::Full]));
                }
                store::insert(tx, &request, &accepted, now.at).await?;
                Ok(request.case_number)
            })
        })
        .await
}

pub async fn mark_answered(
    database: &Database,
    now: Now,
    id: MessageId,
) -> Result<(), Failure<Never>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                if store::set_answered(tx, id, now.at).await? {
                    Ok(())
                } else {
                    Err(Failure::NotFound)
                }
            })
        })
        .await
}
