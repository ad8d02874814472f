//! Real databases for tests: a SQLite file and, where `SAMVERK_TEST_POSTGRES` names a server, a
//! PostgreSQL database, both empty and migrated, both the test's own.

#![allow(clippy::unwrap_used, reason = "only tests call this")]
use super::{Database, Location, MigrationText, Synchronous};
use crate::ids;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, Ordering};

/// The environment variable that names a server where databases may be made.
pub const POSTGRES: &str = "SAMVERK_TEST_POSTGRES";

/// One database on each engine at hand, with these tables and nothing in them.
pub async fn databases(texts: &[MigrationText]) -> Vec<Database> {
    let mut databases = vec![sqlite(texts).await];
    match std::env::var(POSTGRES) {
        Ok(server) => databases.push(postgres(&server, texts).await),
        Err(_) => {
            static TOLD: AtomicBool = AtomicBool::new(false);
            if !TOLD.swap(true, Ordering::Relaxed) {
                eprintln!("skipped PostgreSQL: {POSTGRES} names no server");
            }
        }
    }
    databases
}

fn fingerprint(texts: &[MigrationText]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for text in texts {
        (text.version, text.sql).hash(&mut hasher);
    }
    hasher.finish()
}

/// A folder of this test run, for databases and mails.
pub fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join("samverk-tests").join(ids::new().to_string());
    std::fs::create_dir_all(&folder).expect("tests may write to the temporary folder");
    folder
}

async fn sqlite(texts: &[MigrationText]) -> Database {
    let template = std::env::temp_dir()
        .join("samverk-tests")
        .join(format!("template-{:016x}.sqlite", fingerprint(texts)));
    if !template.exists() {
        // Made aside and renamed: several test programs may do this at once.
        let aside = folder().join("template.sqlite");
        let location = Location::Sqlite {
            file: aside.clone(),
            synchronous: Synchronous::Off,
            group_commit: true,
        };
        let database = Database::open(&location).await.unwrap();
        database.migrate(texts).await.unwrap();
        database.close().await;
        std::fs::rename(&aside, &template).unwrap();
    }
    let file = folder().join("samverk.sqlite");
    std::fs::copy(&template, &file).unwrap();
    let location = Location::Sqlite { file, synchronous: Synchronous::Off, group_commit: true };
    Database::open(&location).await.unwrap()
}

async fn postgres(server: &str, texts: &[MigrationText]) -> Database {
    let template = format!("samverk_template_{:016x}", fingerprint(texts));
    let options = sqlx::postgres::PgConnectOptions::from_str(server).unwrap();
    let mut admin = options.clone().connect().await.unwrap();
    // One at a time: tests of several programs meet here.
    admin.execute("SELECT pg_advisory_lock(70203)").await.unwrap();
    let known = admin
        .fetch_optional(sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1").bind(&template))
        .await
        .unwrap();
    if known.is_none() {
        let half = format!("{template}_half");
        let _ = admin.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {half}"))).await;
        admin.execute(AssertSqlSafe(format!("CREATE DATABASE {half}"))).await.unwrap();
        let database = open_postgres(server, &half).await;
        database.migrate(texts).await.unwrap();
        database.close().await;
        admin
            .execute(AssertSqlSafe(format!("ALTER DATABASE {half} RENAME TO {template}")))
            .await
            .unwrap();
    }
    let name = format!("samverk_{}", ids::new().simple());
    admin
        .execute(AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {template}")))
        .await
        .unwrap();
    admin.execute("SELECT pg_advisory_unlock(70203)").await.unwrap();
    admin.close().await.unwrap();
    open_postgres(server, &name).await
}

/// The address of one database on the server that `server` names.
pub fn postgres_url(server: &str, name: &str) -> String {
    let (head, query) = server.split_once('?').map_or((server, None), |(h, q)| (h, Some(q)));
    let start = head.find("://").map_or(0, |at| at + 3);
    let base = head[start..].rfind('/').map_or(head, |at| &head[..start + at]);
    match query {
        Some(query) => format!("{base}/{name}?{query}"),
        None => format!("{base}/{name}"),
    }
}

async fn open_postgres(server: &str, name: &str) -> Database {
    let location = Location::Postgres { url: postgres_url(server, name), connections: 8 };
    Database::open(&location).await.unwrap()
}
