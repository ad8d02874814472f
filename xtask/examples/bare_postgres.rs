//! The peer of registrations on PostgreSQL: a bare insert and a counter, with the same driver and as
//! many connections as Samverk keeps. Prints transactions in a second.
//!
//! An example so that `cargo xtask` itself need not compile a database driver.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use sqlx::postgres::PgPoolOptions;
use sqlx::{Connection, Executor};

/// As many as `database.connections` is by default.
const CONNECTIONS: u32 = 16;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: bare_postgres DATABASE SECONDS";
    let database = arguments.next().ok_or(usage)?;
    let length = Duration::from_secs(arguments.next().ok_or(usage)?.parse()?);
    let pool = PgPoolOptions::new()
        .min_connections(CONNECTIONS)
        .max_connections(CONNECTIONS)
        .connect(&database)
        .await?;
    pool.execute("CREATE TABLE counter (id BIGINT PRIMARY KEY, taken BIGINT NOT NULL)").await?;
    pool.execute("CREATE TABLE registration (id BIGINT PRIMARY KEY, name TEXT, email TEXT)")
        .await?;
    pool.execute("INSERT INTO counter VALUES (1, 0)").await?;

    let number = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    let mut writers = tokio::task::JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (pool, number) = (pool.clone(), number.clone());
        writers.spawn(async move {
            let mut connection = pool.acquire().await?;
            let mut written = 0_u64;
            while started.elapsed() < length {
                let id = number.fetch_add(1, Ordering::Relaxed);
                let mut transaction = connection.begin().await?;
                sqlx::query("INSERT INTO registration VALUES ($1, $2, $3)")
                    .bind(i64::try_from(id).expect("fewer than 2^63 rows"))
                    .bind("Ture Mätt")
                    .bind(format!("bench.{id}@example.org"))
                    .execute(&mut *transaction)
                    .await?;
                sqlx::query("UPDATE counter SET taken = taken + 1 WHERE id = 1")
                    .execute(&mut *transaction)
                    .await?;
                transaction.commit().await?;
                written += 1;
            }
            Ok::<u64, sqlx::Error>(written)
        });
    }
    let mut written = 0;
    while let Some(writer) = writers.join_next().await {
        written += writer??;
    }
    println!("{:.1}", written as f64 / started.elapsed().as_secs_f64());
    Ok(())
}
