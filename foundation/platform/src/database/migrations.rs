//! Tables, made forward only. One text per migration; the kinds of columns that the engines call
//! by different names are written `<id>`, `<number>`, `<day>`, `<instant>`, `<bytes>`, and `<strict>` at the end.

use super::{DatabaseError, sqlite};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgPool, SqlSafeStr};
use std::path::Path;

/// One step. Versions are date-times (`20270131093000`), so that slices never collide.
#[derive(Debug, Clone, Copy)]
pub struct MigrationText {
    pub version: i64,
    pub name: &'static str,
    pub sql: &'static str,
}

const SQLITE_KINDS: [(&str, &str); 6] = [
    ("<id>", "BLOB"),
    ("<number>", "INTEGER"),
    ("<day>", "TEXT"),
    ("<instant>", "TEXT"),
    ("<bytes>", "BLOB"),
    ("<strict>", "STRICT"),
];
const POSTGRES_KINDS: [(&str, &str); 6] = [
    ("<id>", "UUID"),
    ("<number>", "BIGINT"),
    ("<day>", "DATE"),
    ("<instant>", "TIMESTAMPTZ"),
    ("<bytes>", "BYTEA"),
    ("<strict>", ""),
];

fn migrator(texts: &[MigrationText], kinds: &[(&str, &str)]) -> Migrator {
    let migrations = texts
        .iter()
        .map(|text| {
            let sql =
                kinds.iter().fold(text.sql.to_owned(), |sql, (kind, name)| sql.replace(kind, name));
            Migration::new(
                text.version,
                text.name.into(),
                MigrationType::Simple,
                AssertSqlSafe(sql).into_sql_str(),
                false,
            )
        })
        .collect();
    Migrator::with_migrations(migrations)
}

fn failed(error: sqlx::migrate::MigrateError) -> DatabaseError {
    DatabaseError::Migration(format!("the tables could not be brought up to date: {error}"))
}

pub(super) async fn run_on_sqlite(
    file: &Path,
    texts: &[MigrationText],
) -> Result<(), DatabaseError> {
    let mut connection = sqlite::migration_options(file).connect().await?;
    migrator(texts, &SQLITE_KINDS).run(&mut connection).await.map_err(failed)?;
    connection.close().await?;
    Ok(())
}

pub(super) async fn run_on_postgres(
    pool: &PgPool,
    texts: &[MigrationText],
) -> Result<(), DatabaseError> {
    migrator(texts, &POSTGRES_KINDS).run(pool).await.map_err(failed)
}
