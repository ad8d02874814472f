//! What everybody sees of events: real routes and guard, both engines, a clock that stands still.

mod lists;
mod public;
mod samples;
mod statements;

use crate::announcement::{WORDS, routes};
use crate::event::{self, Event, sample_event};
use crate::programme::{self, ProgrammeItem};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::Timestamp;
use platform::clock::Clock;
use platform::database::{Database, MigrationText, testing};
use platform::failure::Never;
use platform::ids::Uuid;
use shared::ids::{EventId, PlaceLimitId};
use tower::ServiceExt;
use web::Site;
use web::words::Wordbook;

/// A week before the sample's day.
const NOON: &str = "2027-05-18T12:00:00Z";

fn wordbook() -> Wordbook {
    Wordbook::new(&[web::WORDS, event::WORDS, WORDS]).unwrap()
}

async fn databases() -> Vec<Database> {
    let texts: Vec<MigrationText> = [platform::MIGRATIONS, &crate::migrations()].concat();
    testing::databases(&texts).await
}

/// A visitor at a running instance.
struct Visit {
    app: Router,
    site: Site,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    /// What stands between `start` and `end`, as HTML.
    fn between(&self, start: &str, end: &str) -> &str {
        let from = self.text.find(start).unwrap_or_else(|| panic!("{start} in {}", self.text));
        let rest = &self.text[from + start.len()..];
        &rest[..rest.find(end).unwrap()]
    }
}

impl Visit {
    fn new(database: &Database) -> Self {
        let at: Timestamp = NOON.parse().unwrap();
        let site = Site::new(web::testing::parts(database, Clock::standing_at(at), wordbook()));
        let app = web::testing::app(routes(), &site);
        Self { app, site }
    }

    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        Answer { status, headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    async fn page(&self, path: &str) -> Answer {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        answer
    }
}

/// The sample under another id and address, starting so many days later.
fn another(number: u32, days_later: i64) -> Event {
    use jiff::ToSpan;
    let mut event = sample_event();
    event.id = EventId::new();
    event.limit.id = PlaceLimitId(Uuid::from_u128(1000 + u128::from(number)));
    event.slug = format!("samtal-{number}");
    event.content.title = shared::Text::sv(format!("Samtal nummer {number}"));
    for day in &mut event.days {
        day.day = day.day.checked_add(days_later.days()).unwrap();
    }
    event
}

async fn insert(database: &Database, event: &Event, programme: &[ProgrammeItem]) {
    let (event, programme) = (event.clone(), programme.to_vec());
    let written = database
        .write::<_, Never>(move |tx| {
            let (event, programme) = (event.clone(), programme.clone());
            Box::pin(async move {
                event::insert(tx, &event).await?;
                for (position, item) in (1..).zip(&programme) {
                    programme::insert(tx, event.id, position, item).await?;
                }
                Ok(())
            })
        })
        .await;
    written.unwrap();
}

/// Takes as many places as the event says are taken: a new counter begins at none.
async fn take(database: &Database, event: &Event) {
    let (id, taken) = (event.limit.id, event.limit.taken);
    let written = database
        .write::<_, Never>(move |tx| {
            Box::pin(async move {
                tx.execute(
                    "UPDATE place_limit SET taken = $2 WHERE id = $1",
                    &[id.into(), taken.into()],
                )
                .await?;
                Ok(())
            })
        })
        .await;
    written.unwrap();
}
