//! The site as somebody with a browser meets it, on both engines, with a clock that stands still.

mod messages;
mod samples;
mod start;
mod statements;

use crate::site::{MIGRATIONS, WORDS, routes};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use platform::clock::Clock;
use platform::database::{Database, MigrationText, testing};
use tower::ServiceExt;
use web::Site;
use web::site::{Settings, SiteParts};
use web::words::Wordbook;

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

/// A browser at a running instance; with an organiser's session or without.
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
        let clock = Clock::standing_at(NOON.parse().unwrap());
        let parts = web::testing::parts(database, clock, wordbook());
        let site = Site::new(SiteParts { gatekeeper: web::testing::tyra(), ..parts });
        let app = web::testing::app(routes(), &site);
        Self { app, site, organiser: false }
    }

    async fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = if self.organiser {
            request.header(header::COOKIE, "samverk-session=tyra")
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
