//! Five letters in an hour to one address, whoever asks at the same moment.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use jiff::{SignedDuration, Timestamp};
use platform::allowance;
use platform::database::testing::databases;
use platform::secrets::Key;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn forty_who_ask_at_once_cause_five_letters() {
    let key = Key::from_bytes(b"test");
    let now: Timestamp = "2027-05-26T10:00:00Z".parse().unwrap();
    for database in databases(platform::MIGRATIONS).await {
        let ask = |address: &'static str, at: Timestamp| {
            let (database, key) = (database.clone(), key.clone());
            tokio::spawn(async move {
                database
                    .write::<_, ()>(move |tx| {
                        let key = key.clone();
                        Box::pin(async move { Ok(allowance::take(tx, &key, address, at).await?) })
                    })
                    .await
                    .unwrap()
            })
        };
        let asking: Vec<_> = (0..40).map(|_| ask("eva@example.org", now)).collect();
        let mut letters = 0;
        for answer in asking {
            letters += i32::from(answer.await.unwrap());
        }
        assert_eq!(letters, 5, "{}", database.engine_name());
        assert!(ask("bo@example.org", now).await.unwrap(), "another address has its own");
        let later = now + SignedDuration::from_secs(3601);
        assert!(ask("eva@example.org", later).await.unwrap(), "an hour later it begins anew");
    }
}
