//! A message from the form to those who read it, and how long it stays.

use super::*;
use crate::site::{jobs, rules, store};
use jiff::{SignedDuration, Timestamp};

const FORM: &str = "/sv/tillganglighet/meddelande";
const LIST: &str = "/sv/organisera/meddelanden";

#[tokio::test]
async fn anybody_may_leave_a_message_and_keeps_its_number() {
    for database in databases().await {
        let mut visit = Visit::new(&database);
        let page = visit.get("/sv/tillganglighet").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains(&format!("action=\"{FORM}\"")), "{}", page.text);
        let sent = visit.post(FORM, "text=Knappen+%3Cb%3E+syns+inte&email=").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let receipt = visit.get(sent.to()).await;
        assert_eq!(receipt.status, StatusCode::OK);
        let number = sent.to().rsplit('/').next().unwrap();
        assert!(receipt.text.contains(number) && !receipt.text.contains("Knappen"));
        assert_eq!(receipt.headers[header::CACHE_CONTROL], "no-store");
        assert!(receipt.text.contains("Du skrev ingen e-postadress"), "{}", receipt.text);
        let unknown = visit.get("/sv/tillganglighet/meddelande/0000-0000").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        // Who may not read messages is asked to sign in.
        assert_eq!(visit.get(LIST).await.status, StatusCode::SEE_OTHER);
        visit.organiser = true;
        let list = visit.get(LIST).await;
        assert!(list.text.contains("Knappen &#60;b&#62; syns inte"), "{}", list.text);
        let action = list.text.split("action=\"").find(|it| it.starts_with(LIST)).unwrap();
        let action = action.split('"').next().unwrap();
        let answered = visit.post(action, "").await;
        assert_eq!((answered.status, answered.to()), (StatusCode::SEE_OTHER, LIST));
        assert!(visit.get(LIST).await.text.contains("Klart tisdag 18 maj 2027 kl. 14.00"));
        let receipt = visit.get(sent.to()).await;
        assert!(receipt.text.contains("Ärendet blev klart tisdag 18 maj 2027"), "{}", receipt.text);
        let unknown = format!("{LIST}/{}/svar", platform::ids::new().simple());
        assert_eq!(visit.post(&unknown, "").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_is_refused_is_kept_as_it_was_typed() {
    for database in databases().await {
        let visit = Visit::new(&database);
        let refused = visit.post(FORM, "text=%20&email=eva%22").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("<title>Fel: "), "{}", refused.text);
        assert!(
            refused.text.contains("href=\"#text\"") && refused.text.contains("href=\"#email\"")
        );
        assert!(refused.text.contains("value=\"eva&#34;\""), "{}", refused.text);
        let english = visit.post("/en/accessibility/message", "text=").await;
        assert!(english.text.contains("<title>Error: "), "{}", english.text);
        assert_eq!(store::count(&mut database.read().await.unwrap()).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn past_the_bound_no_more_are_taken() {
    for database in databases().await {
        let visit = Visit::new(&database);
        let filled = database
            .write::<_, platform::failure::Never>(|tx| {
                Box::pin(async move {
                    for nth in 0..rules::MESSAGES_MAX {
                        let at: Timestamp = NOON.parse().unwrap();
                        tx.execute(
                            "INSERT INTO site_message (id, case_number, body, language, received_at)
                             VALUES ($1, $2, 'x', 'sv', $3)",
                            &[
                                crate::site::types::MessageId::new().into(),
                                format!("case {nth}").into(),
                                at.into(),
                            ],
                        )
                        .await?;
                    }
                    Ok(())
                })
            })
            .await;
        filled.unwrap();
        let refused = visit.post(FORM, "text=En+till").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("fler meddelanden just nu"), "{}", refused.text);
        assert!(refused.text.contains("En till"));
    }
}

#[tokio::test]
async fn messages_are_erased_in_time_and_not_before() {
    for database in databases().await {
        let mut visit = Visit::new(&database);
        visit.post(FORM, "text=Besvarat").await;
        visit.organiser = true;
        let list = visit.get(LIST).await.text;
        let action = list.split("action=\"").find(|it| it.starts_with(LIST)).unwrap();
        visit.post(action.split('"').next().unwrap(), "").await;
        visit.post(FORM, "text=Obesvarat").await;
        let noon: Timestamp = NOON.parse().unwrap();
        for (later, left) in [
            (rules::ANSWERED_KEPT, 2),
            (rules::ANSWERED_KEPT + SignedDuration::from_secs(1), 1),
            (rules::KEPT, 1),
            (rules::KEPT + SignedDuration::from_secs(1), 0),
        ] {
            visit.site.clock.set(noon + later);
            for job in jobs(&database, &visit.site.clock) {
                (job.run)().await.unwrap();
            }
            let count = store::count(&mut database.read().await.unwrap()).await.unwrap();
            assert_eq!(count, left, "after {later}");
        }
    }
}
