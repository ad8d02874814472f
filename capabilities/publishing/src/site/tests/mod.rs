//! The site as somebody with a browser meets it, on both engines, with a clock that stands still.

mod messages;
mod samples;
mod start;
mod statements;

use crate::site::{MIGRATIONS, WORDS, routes};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::middleware::from_fn;
use axum::{Extension, Router};
use platform::clock::Clock;
use platform::database::{Database, MigrationText, testing};
use platform::secrets::Key;
use std::sync::Arc;
use tower::ServiceExt;
use web::asked::{Role, SignedIn};
use web::assets::Assets;
use web::cache::PageCache;
use web::protection::Limiter;
use web::site::{Settings, SiteParts};
use web::words::Wordbook;
use web::{Routes, Site};

const NOON: &str = "2027-05-18T12:00:00Z";

fn wordbook() -> Wordbook {
    let texts = [web::WORDS, events::event::WORDS, events::announcement::WORDS, WORDS];
    Wordbook::new(&texts).unwrap()
}

async fn databases() -> Vec<Database> {
    let texts: Vec<MigrationText> =
        [platform::MIGRATIONS, events::migrations().as_slice(), MIGRATIONS].concat();
    testing::databases(&texts).await
}

/// A browser at a running instance; whose session is "organiser" is one.
struct Visit {
    app: Router,
    site: Site,
    organiser: bool,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn to(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }
}

impl Visit {
    fn new(database: &Database) -> Self {
        let organiser = SignedIn {
            person: platform::ids::Uuid::from_u128(7),
            name: "Tyra".to_owned(),
            email: "tyra@example.org".to_owned(),
            role: Role::Organiser,
        };
        let site = Site::new(SiteParts {
            database: database.clone(),
            clock: Clock::standing_at(NOON.parse().unwrap()),
            key: Key::from_bytes(b"a key that only this test has"),
            words: wordbook(),
            settings: Settings {
                public_url: "https://samverk.example.org".to_owned(),
                writes_per_minute: 0,
                picture_bytes_max: 0,
                trusted_proxies: vec![],
                dev: false,
                ..Settings::default()
            },
            assets: Assets::new(false),
            pages: PageCache::default(),
            limiter: Limiter::default(),
            gatekeeper: Arc::new(move |secret| {
                let found = (secret == "organiser").then(|| organiser.clone());
                Box::pin(async move { Ok(found) })
            }),
        });
        let app = Routes::new()
            .merge(routes())
            .into_router()
            .with_state(site.clone())
            .layer(from_fn(web::shell::show_faults))
            .layer(from_fn(web::protection::guard_answers))
            .layer(Extension(site.clone()));
        Self { app, site, organiser: false }
    }

    async fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = if self.organiser {
            request.header(header::COOKIE, "samverk-session=organiser")
        } else {
            request
        };
        let request = request.body(Body::from(body)).unwrap();
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        Answer { status, headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), String::new()).await
    }

    async fn post(&self, path: &str, body: &str) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "samverk.example.org")
            .header(header::ORIGIN, "https://samverk.example.org");
        self.send(request, body.to_owned()).await
    }
}
