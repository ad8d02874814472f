//! One answer of either engine, read by column name.

use super::DatabaseError;
use super::value::{POSTGRES_EPOCH, POSTGRES_EPOCH_MICROSECONDS};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

/// One answer of either engine. Each reader names the column; an absent value is an error unless
/// the reader is one of the `maybe_` kind.
pub enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

fn absent(column: &str) -> DatabaseError {
    DatabaseError::Unreadable(format!("column {column} is empty"))
}

fn unreadable(column: &str, text: &str) -> DatabaseError {
    DatabaseError::Unreadable(format!("column {column} holds {text:?}"))
}

impl Row {
    pub fn maybe_id(&self, column: &str) -> Result<Option<Uuid>, DatabaseError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get_unchecked(column)?,
            Self::Postgres(row) => row.try_get_unchecked(column)?,
        })
    }

    pub fn maybe_integer(&self, column: &str) -> Result<Option<i64>, DatabaseError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get_unchecked(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub fn maybe_text(&self, column: &str) -> Result<Option<String>, DatabaseError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get_unchecked(column)?,
            Self::Postgres(row) => row.try_get_unchecked(column)?,
        })
    }

    pub fn maybe_bytes(&self, column: &str) -> Result<Option<Vec<u8>>, DatabaseError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get_unchecked(column)?,
            Self::Postgres(row) => row.try_get_unchecked(column)?,
        })
    }

    pub fn maybe_day(&self, column: &str) -> Result<Option<Date>, DatabaseError> {
        match self {
            Self::Sqlite(row) => {
                let text: Option<String> = row.try_get_unchecked(column)?;
                text.map(|text| text.parse().map_err(|_| unreadable(column, &text))).transpose()
            }
            Self::Postgres(row) => {
                let days: Option<i32> = row.try_get_unchecked(column)?;
                days.map(|days| {
                    POSTGRES_EPOCH
                        .checked_add(days.days())
                        .map_err(|_| unreadable(column, &days.to_string()))
                })
                .transpose()
            }
        }
    }

    pub fn maybe_instant(&self, column: &str) -> Result<Option<Timestamp>, DatabaseError> {
        match self {
            Self::Sqlite(row) => {
                let text: Option<String> = row.try_get_unchecked(column)?;
                text.map(|text| text.parse().map_err(|_| unreadable(column, &text))).transpose()
            }
            Self::Postgres(row) => {
                let since: Option<i64> = row.try_get_unchecked(column)?;
                since
                    .map(|since| {
                        Timestamp::from_microsecond(since + POSTGRES_EPOCH_MICROSECONDS)
                            .map_err(|_| unreadable(column, &since.to_string()))
                    })
                    .transpose()
            }
        }
    }

    pub fn id(&self, column: &str) -> Result<Uuid, DatabaseError> {
        self.maybe_id(column)?.ok_or_else(|| absent(column))
    }

    pub fn integer(&self, column: &str) -> Result<i64, DatabaseError> {
        self.maybe_integer(column)?.ok_or_else(|| absent(column))
    }

    /// A number that was written from a `u32`.
    pub fn count(&self, column: &str) -> Result<u32, DatabaseError> {
        let number = self.integer(column)?;
        u32::try_from(number).map_err(|_| unreadable(column, &number.to_string()))
    }

    /// 0 or 1.
    pub fn truth(&self, column: &str) -> Result<bool, DatabaseError> {
        Ok(self.integer(column)? != 0)
    }

    pub fn text(&self, column: &str) -> Result<String, DatabaseError> {
        self.maybe_text(column)?.ok_or_else(|| absent(column))
    }

    pub fn bytes(&self, column: &str) -> Result<Vec<u8>, DatabaseError> {
        self.maybe_bytes(column)?.ok_or_else(|| absent(column))
    }

    pub fn day(&self, column: &str) -> Result<Date, DatabaseError> {
        self.maybe_day(column)?.ok_or_else(|| absent(column))
    }

    pub fn instant(&self, column: &str) -> Result<Timestamp, DatabaseError> {
        self.maybe_instant(column)?.ok_or_else(|| absent(column))
    }

    /// A word that stands for one of our own values; another word is an error.
    pub fn word<T>(
        &self,
        column: &str,
        known: impl Fn(&str) -> Option<T>,
    ) -> Result<T, DatabaseError> {
        let text = self.text(column)?;
        known(&text).ok_or_else(|| unreadable(column, &text))
    }

    /// A document that was written as JSON.
    pub fn document<T: serde::de::DeserializeOwned>(
        &self,
        column: &str,
    ) -> Result<T, DatabaseError> {
        let text = self.text(column)?;
        serde_json::from_str(&text)
            .map_err(|error| DatabaseError::Unreadable(format!("column {column}: {error}")))
    }
}
