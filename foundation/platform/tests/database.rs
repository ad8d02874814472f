//! What the database door promises, on both engines.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use jiff::Timestamp;
use jiff::civil::date;
use platform::database::testing::databases;
use platform::database::{Database, DatabaseError, MigrationText, Value};
use platform::failure::Failure;
use platform::ids;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const TABLES: &[MigrationText] = &[MigrationText {
    version: 20_260_101_000_000,
    name: "test",
    sql: "CREATE TABLE thing (
            id <id> PRIMARY KEY NOT NULL, number <number>, word TEXT, raw <bytes>, on_day <day>,
            at <instant>) <strict>;
          CREATE TABLE place_limit (id <number> PRIMARY KEY NOT NULL, places <number> NOT NULL,
            taken <number> NOT NULL CHECK (taken BETWEEN 0 AND places)) <strict>;",
}];

async fn count(database: &Database) -> i64 {
    database.read().await.unwrap().number("SELECT count(*) AS n FROM thing", &[]).await.unwrap()
}

async fn insert(database: &Database, values: [Value; 6]) {
    database
        .write::<_, ()>(move |tx| {
            let values = values.clone();
            Box::pin(async move {
                tx.execute(
                    "INSERT INTO thing (id, number, word, raw, on_day, at)
                     VALUES ($1, $2, $3, $4, $5, $6)",
                    &values,
                )
                .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
}

fn thing(word: &str) -> [Value; 6] {
    let nothing = [Value::Bytes(None), Value::Day(None), Value::Instant(None)];
    let [raw, day, at] = nothing;
    [ids::new().into(), 1_i64.into(), word.into(), raw, day, at]
}

#[tokio::test]
async fn what_is_written_is_read_back_the_same() {
    for database in databases(TABLES).await {
        let (id, at): (_, Timestamp) = (ids::new(), "1969-07-20T20:17:40.123456Z".parse().unwrap());
        insert(
            &database,
            [
                id.into(),
                (-7_i64).into(),
                "räksmörgås".into(),
                vec![0_u8, 255].into(),
                date(1999, 12, 31).into(),
                at.into(),
            ],
        )
        .await;
        let nothing = ids::new();
        insert(
            &database,
            [
                nothing.into(),
                Value::Integer(None),
                Value::Text(None),
                Value::Bytes(None),
                Value::Day(None),
                Value::Instant(None),
            ],
        )
        .await;
        let mut session = database.read().await.unwrap();
        let row = session
            .fetch_optional("SELECT * FROM thing WHERE id = $1", &[id.into()])
            .await
            .unwrap()
            .unwrap();
        assert_eq!(row.id("id").unwrap(), id);
        assert_eq!(row.integer("number").unwrap(), -7);
        assert_eq!(row.text("word").unwrap(), "räksmörgås");
        assert_eq!(row.bytes("raw").unwrap(), [0, 255]);
        assert_eq!(row.day("on_day").unwrap(), date(1999, 12, 31));
        assert_eq!(row.instant("at").unwrap(), at);
        let row = session
            .fetch_optional("SELECT * FROM thing WHERE id = $1", &[nothing.into()])
            .await
            .unwrap()
            .unwrap();
        assert_eq!(row.maybe_day("on_day").unwrap(), None);
        assert!(matches!(row.text("word"), Err(DatabaseError::Unreadable(_))));
    }
}

#[tokio::test]
async fn a_refusal_undoes_what_was_written_before_it() {
    for database in databases(TABLES).await {
        let before = database.generation();
        let refused = database
            .write::<(), &str>(|tx| {
                Box::pin(async move {
                    tx.execute("INSERT INTO thing (id) VALUES ($1)", &[ids::new().into()]).await?;
                    Err(Failure::Refused("no"))
                })
            })
            .await;
        assert!(matches!(refused, Err(Failure::Refused("no"))));
        assert_eq!(count(&database).await, 0);
        assert_eq!(database.generation(), before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_dropped_half_way_is_still_written() {
    for database in databases(TABLES).await {
        let writing = {
            let database = database.clone();
            async move {
                database
                    .write::<_, ()>(|tx| {
                        Box::pin(async move {
                            tokio::time::sleep(Duration::from_millis(100)).await;
                            tx.execute("INSERT INTO thing (id) VALUES ($1)", &[ids::new().into()])
                                .await?;
                            Ok(())
                        })
                    })
                    .await
            }
        };
        let dropped = tokio::time::timeout(Duration::from_millis(20), writing).await;
        assert!(dropped.is_err(), "the visitor left before the write was done");
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert_eq!(count(&database).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_in_one_write_harms_no_other() {
    for database in databases(TABLES).await {
        let panicked = database
            .write::<(), ()>(|tx| {
                Box::pin(async move {
                    tx.execute("INSERT INTO thing (id) VALUES ($1)", &[ids::new().into()]).await?;
                    panic!("on purpose")
                })
            })
            .await;
        assert!(matches!(panicked, Err(Failure::Broken(_))));
        insert(&database, thing("a")).await;
        assert_eq!(count(&database).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_at_the_same_moment_get_exactly_the_forty_places() {
    for database in databases(TABLES).await {
        database
            .write::<_, ()>(|tx| {
                Box::pin(async move {
                    tx.execute(
                        "INSERT INTO place_limit (id, places, taken) VALUES (1, 40, 0)",
                        &[],
                    )
                    .await?;
                    Ok(())
                })
            })
            .await
            .unwrap();
        let asking: Vec<_> = (0..60)
            .map(|_| {
                let database = database.clone();
                tokio::spawn(async move {
                    database
                        .write::<(), &str>(|tx| {
                            Box::pin(async move {
                                tx.execute(
                                    "INSERT INTO thing (id) VALUES ($1)",
                                    &[ids::new().into()],
                                )
                                .await?;
                                let taken = tx
                                    .execute(
                                        "UPDATE place_limit SET taken = taken + 1
                                         WHERE id = $1 AND taken < places",
                                        &[1_i64.into()],
                                    )
                                    .await?;
                                if taken == 1 { Ok(()) } else { Err(Failure::Refused("full")) }
                            })
                        })
                        .await
                })
            })
            .collect();
        let mut accepted = 0;
        for answer in asking {
            match answer.await.unwrap() {
                Ok(()) => accepted += 1,
                Err(Failure::Refused(why)) => assert_eq!(why, "full"),
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(accepted, 40);
        assert_eq!(count(&database).await, 40);
    }
}

#[tokio::test]
async fn a_write_of_whichever_process_makes_another_state_of_the_data() {
    for database in databases(TABLES).await {
        let before = database.state().await.unwrap();
        insert(&database, thing("a")).await;
        let after = database.state().await.unwrap();
        assert_ne!(after, before);
        // Other tests write to the same PostgreSQL; in a quiet moment it says the same again.
        let mut same = false;
        for _ in 0..200 {
            same |= database.state().await.unwrap() == database.state().await.unwrap();
        }
        assert!(same);
        // A write that is not committed yet cannot be seen, and shows when it can.
        let unseen = Arc::new(Mutex::new(None));
        let (aside, other) = (unseen.clone(), database.clone());
        let written = database
            .write::<(), ()>(move |tx| {
                let (aside, other) = (aside.clone(), other.clone());
                Box::pin(async move {
                    tx.execute("INSERT INTO thing (id) VALUES ($1)", &[ids::new().into()]).await?;
                    *aside.lock().unwrap() = Some(other.state().await?);
                    Ok(())
                })
            })
            .await;
        written.unwrap();
        assert_ne!(Some(database.state().await.unwrap()), *unseen.lock().unwrap());
    }
}

#[tokio::test]
async fn each_commit_is_told_before_it_is_acknowledged() {
    for database in databases(TABLES).await {
        let before = database.generation();
        insert(&database, thing("a")).await;
        assert_eq!(database.generation(), before + 1);
    }
}
