//! What a statement may be given, and how each engine keeps it.
//!
//! | value | SQLite | PostgreSQL |
//! |---|---|---|
//! | id | BLOB of 16 bytes | UUID |
//! | day | TEXT `2027-05-26` | DATE |
//! | instant | TEXT `2027-05-26T14:00:00.000000Z`, fixed width, so that text order is time order | TIMESTAMPTZ |

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo};
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo};
use sqlx::{Encode, Postgres, Sqlite, Type};
use uuid::Uuid;

/// What a statement may be given. Each engine has its own way to bind each kind; an absent value
/// still has a kind, since PostgreSQL asks for it.
#[derive(Debug, Clone)]
pub enum Value {
    Id(Option<Uuid>),
    Integer(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
    Day(Option<Date>),
    Instant(Option<Timestamp>),
}

macro_rules! given {
    ($kind:ident, $type:ty) => {
        impl From<$type> for Value {
            fn from(it: $type) -> Self {
                Self::$kind(Some(it.into()))
            }
        }
        impl From<Option<$type>> for Value {
            fn from(it: Option<$type>) -> Self {
                Self::$kind(it.map(Into::into))
            }
        }
    };
}
given!(Id, Uuid);
given!(Integer, i64);
given!(Integer, u32);
given!(Integer, i32);
given!(Text, String);
given!(Text, &str);
given!(Bytes, Vec<u8>);
given!(Day, Date);
given!(Instant, Timestamp);

impl From<bool> for Value {
    /// 0 or 1: neither engine's own truth type is portable.
    fn from(it: bool) -> Self {
        Self::Integer(Some(i64::from(it)))
    }
}

pub(super) struct Day(pub Date);
pub(super) struct Instant(pub Timestamp);

/// PostgreSQL counts days and microseconds from the first day of 2000.
pub(super) const POSTGRES_EPOCH: Date = Date::constant(2000, 1, 1);
/// 2000-01-01T00:00:00Z in microseconds since 1970.
pub(super) const POSTGRES_EPOCH_MICROSECONDS: i64 = 946_684_800_000_000;
const DATE_OID: Oid = Oid(1082);
const TIMESTAMPTZ_OID: Oid = Oid(1184);

pub(super) fn instant_text(at: Timestamp) -> String {
    format!("{at:.6}")
}

impl Type<Sqlite> for Day {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Day {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.0.to_string(), buffer)
    }
}

impl Type<Sqlite> for Instant {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Instant {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(instant_text(self.0), buffer)
    }
}

impl Type<Postgres> for Day {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(DATE_OID)
    }
}

impl Encode<'_, Postgres> for Day {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        let days = (self.0 - POSTGRES_EPOCH).get_days();
        Encode::<Postgres>::encode(days, buffer)
    }
}

impl Type<Postgres> for Instant {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(TIMESTAMPTZ_OID)
    }
}

impl Encode<'_, Postgres> for Instant {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        let microseconds = self.0.as_microsecond() - POSTGRES_EPOCH_MICROSECONDS;
        Encode::<Postgres>::encode(microseconds, buffer)
    }
}
