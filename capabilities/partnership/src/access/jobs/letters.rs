//! Makes the text of a letter when it is sent, from what is true then. The link is made here and
//! goes into the letter alone.

use crate::access::mails::{LetterText, sign_in, welcome};
use crate::access::rules;
use crate::access::store;
use crate::access::types::{SignInDetail, SignInLinkId};
use platform::clock::Now;
use platform::database::DatabaseError;
use platform::mail::{Mailbox, Message};
use platform::outbox::Due;
use shared::ids::PersonId;
use shared::{Language, addresses};
use web::letters::LetterContext;

/// The letter that is due, or nothing: its link was used or is too old, access has ended, or it is
/// no letter of this slice (whose kinds begin with "access.").
pub async fn render_letter(
    context: &LetterContext,
    now: Now,
    due: &Due,
) -> Result<Option<Message>, DatabaseError> {
    match due.kind.as_str() {
        "access.sign-in" => sign_in_letter(context, now, due).await,
        "access.welcome" => welcome_letter(context, due).await,
        _ => Ok(None),
    }
}

async fn sign_in_letter(
    context: &LetterContext,
    now: Now,
    due: &Due,
) -> Result<Option<Message>, DatabaseError> {
    let id = SignInLinkId(due.subject);
    let found = store::find_link(&mut context.database.read().await?, id).await?;
    let Some(link) = found.filter(|it| rules::open_link(it, now.at).is_ok()) else {
        return Ok(None);
    };
    let SignInDetail { language, onward } = SignInDetail::read(due.detail.as_deref().unwrap_or(""));
    let path = addresses::sign_in_link(language, &rules::link_text(&context.key, id));
    let query = onward.map(|it| {
        let next: String = form_urlencoded::byte_serialize(it.as_str().as_bytes()).collect();
        format!("?next={next}")
    });
    let href = format!("{}{path}{}", context.public_url, query.unwrap_or_default());
    let until = link.valid_until.to_zoned_datetime(rules::zone()).time();
    let words = context.words.of(language);
    let text = sign_in::text(words, &link.person.name, until, href);
    Ok(Some(message(language, link.person.name, link.person.email, text)))
}

async fn welcome_letter(
    context: &LetterContext,
    due: &Due,
) -> Result<Option<Message>, DatabaseError> {
    let mut session = context.database.read().await?;
    let found = store::person(&mut session, PersonId(due.subject)).await?;
    let Some(person) = found.filter(|it| it.has_access()) else {
        return Ok(None);
    };
    let inviter = match due.detail.as_deref().and_then(|it| it.parse::<PersonId>().ok()) {
        Some(id) => store::person(&mut session, id).await?,
        None => None,
    };
    let Some(inviter) = inviter else {
        return Ok(None);
    };
    let words = context.words.of(person.language);
    let href = format!("{}{}", context.public_url, addresses::sign_in(person.language));
    let text = welcome::text(words, &person, &inviter.name, href);
    let mut message = message(person.language, person.name, person.email, text);
    message.reply_to = Some(Mailbox { name: inviter.name, address: inviter.email });
    Ok(Some(message))
}

fn message(language: Language, name: String, address: String, text: LetterText) -> Message {
    Message {
        to: Mailbox { name, address },
        reply_to: None,
        text: text.plain(),
        html: text.html(),
        subject: text.subject,
        calendar: None,
        language: language.code(),
    }
}
