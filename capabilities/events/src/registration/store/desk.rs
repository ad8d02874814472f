//! What an organiser asks about registrations.

use jiff::Timestamp;
use jiff::civil::Date;
use platform::database::{DatabaseError, Session};
use platform::ids::Uuid;
use shared::ids::{EventId, RegistrationId};
use shared::{RoleInSociety, Sector};
use std::collections::BTreeMap;

/// Which registrations to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// In name, organisation or address; empty: everybody.
    pub words: String,
    pub sector: Option<Sector>,
    pub municipality: String,
    /// Those who are not coming after all, in place of those who are.
    pub withdrawn: bool,
}

/// One row of the organiser's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: RegistrationId,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub sector: Option<Sector>,
    pub municipality: String,
    pub role: Option<RoleInSociety>,
    pub registered_at: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
}

/// Registrations that the filter lets through, in Swedish order of names: one page, and how many
/// there are in all.
pub async fn list(
    session: &mut Session,
    event: EventId,
    filter: &Filter,
    offset: u32,
    count: u32,
) -> Result<(Vec<Listed>, i64), DatabaseError> {
    let escaped: String = filter
        .words
        .to_lowercase()
        .chars()
        .flat_map(|c| match c {
            '%' | '_' | '\\' => vec!['\\', c],
            other => vec![other],
        })
        .collect();
    let like = format!("%{escaped}%");
    let sector = filter.sector.map_or("", Sector::code);
    let total = session
        .number(
            "SELECT count(*) AS n FROM registration
             WHERE event_id = $1 AND (withdrawn_at IS NOT NULL) = ($2 = 1)
                 AND ($3 = '' OR sector = $3) AND ($4 = '' OR municipality = $4)
                 AND ($5 = '%%' OR search_text LIKE $5 ESCAPE '\\')",
            &[
                event.into(),
                filter.withdrawn.into(),
                sector.into(),
                filter.municipality.as_str().into(),
                like.as_str().into(),
            ],
        )
        .await?;
    let rows = session
        .fetch_all(
            "SELECT id, name, email, organisation, sector, municipality, role, registered_at,
                 withdrawn_at
             FROM registration
             WHERE event_id = $1 AND (withdrawn_at IS NOT NULL) = ($2 = 1)
                 AND ($3 = '' OR sector = $3) AND ($4 = '' OR municipality = $4)
                 AND ($5 = '%%' OR search_text LIKE $5 ESCAPE '\\')
             ORDER BY name_sort, id LIMIT $6 OFFSET $7",
            &[
                event.into(),
                filter.withdrawn.into(),
                sector.into(),
                filter.municipality.as_str().into(),
                like.as_str().into(),
                count.into(),
                offset.into(),
            ],
        )
        .await?;
    let listed = rows
        .iter()
        .map(|row| {
            Ok(Listed {
                id: RegistrationId(row.id("id")?),
                name: row.text("name")?,
                email: row.text("email")?,
                organisation: row.text("organisation")?,
                sector: row.maybe_text("sector")?.as_deref().and_then(Sector::from_code),
                municipality: row.text("municipality")?,
                role: row.maybe_text("role")?.as_deref().and_then(RoleInSociety::from_code),
                registered_at: row.instant("registered_at")?,
                withdrawn_at: row.maybe_instant("withdrawn_at")?,
            })
        })
        .collect::<Result<_, DatabaseError>>()?;
    Ok((listed, total))
}

/// How many registered on each day to each event whose registration is kept: for the small picture
/// of how they came. Days are in UTC.
pub async fn count_by_day(
    session: &mut Session,
) -> Result<BTreeMap<EventId, BTreeMap<Date, u32>>, DatabaseError> {
    let rows = session
        .fetch_all(
            "SELECT event_id, substr(CAST(registered_at AS TEXT), 1, 10) AS on_day, count(*) AS n
             FROM registration WHERE withdrawn_at IS NULL
             GROUP BY event_id, substr(CAST(registered_at AS TEXT), 1, 10)",
            &[],
        )
        .await?;
    let mut counts: BTreeMap<EventId, BTreeMap<Date, u32>> = BTreeMap::new();
    for row in &rows {
        let day = row.word("on_day", |text| text.parse().ok())?;
        counts.entry(EventId(row.id("event_id")?)).or_default().insert(day, row.count("n")?);
    }
    Ok(counts)
}

/// Name and e-mail of everybody who is or was registered to an event: whom its letters went to.
pub async fn recipients(
    session: &mut Session,
    event: EventId,
) -> Result<BTreeMap<Uuid, (String, String)>, DatabaseError> {
    let rows = session
        .fetch_all("SELECT id, name, email FROM registration WHERE event_id = $1", &[event.into()])
        .await?;
    rows.iter().map(|row| Ok((row.id("id")?, (row.text("name")?, row.text("email")?)))).collect()
}
