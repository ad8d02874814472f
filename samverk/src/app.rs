//! The whole of Samverk put together. The only place that knows every capability: their words,
//! tables, routes, jobs and letters.

use crate::dev;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Router};
use events::{announcement, desk, drafting, event, programme_desk, registration};
use partnership::access;
use platform::clock::Clock;
use platform::database::{Database, DatabaseError, MigrationText};
use platform::jobs::Job;
use platform::outbox::{Due, Render};
use platform::secrets::Key;
use publishing::site;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate as _};
use web::assets::{self, Assets};
use web::cache::PageCache;
use web::letters::LetterContext;
use web::protection::{self, Limiter};
use web::routes::Row;
use web::shell;
use web::site::{Gatekeeper, Settings, Site, SiteParts};
use web::words::Wordbook;
use web::{Fault, Routes, Who, WordsText};

/// Everything that the interface can say.
pub const WORDS: &[WordsText] = &[
    web::WORDS,
    access::WORDS,
    event::WORDS,
    registration::WORDS,
    announcement::WORDS,
    desk::WORDS,
    programme_desk::WORDS,
    drafting::WORDS,
    site::WORDS,
];

/// What an instance is made of.
pub struct Parts {
    pub database: Database,
    pub clock: Clock,
    pub key: Key,
    pub settings: Settings,
}

/// A whole instance, ready to answer.
pub struct App {
    pub site: Site,
    pub router: Router,
    /// The table of who may enter where.
    pub rows: Vec<Row>,
    pub jobs: Vec<Job>,
    pub render: Render,
}

/// All tables, in the order in which they are made.
pub fn migrations() -> Vec<MigrationText> {
    let mut all =
        [platform::MIGRATIONS, access::MIGRATIONS, &events::migrations(), site::MIGRATIONS]
            .concat();
    all.sort_by_key(|it| it.version);
    all
}

/// Every route with its row; those at `/dev` only on a development instance.
pub fn routes(dev: bool) -> Routes {
    let routes = Routes::new()
        .get("/", Who::Anyone, to_start)
        .get("/health", Who::Anyone, health)
        .get("/assets/{name}", Who::Anyone, assets::show)
        .merge(access::routes())
        .merge(registration::routes())
        .merge(announcement::routes())
        .merge(desk::routes())
        .merge(programme_desk::routes())
        .merge(drafting::routes())
        .merge(site::routes());
    if dev { routes.merge(dev::routes()) } else { routes }
}

fn jobs(database: &Database, clock: &Clock) -> Vec<Job> {
    [
        access::jobs(database, clock),
        registration::jobs(database, clock),
        drafting::jobs(database, clock),
        site::jobs(database, clock),
    ]
    .concat()
}

/// Asks the slice whose letter it is; a letter's kind begins with its slice's name.
async fn render_letter(
    context: &LetterContext,
    clock: &Clock,
    due: &Due,
) -> Result<Option<platform::mail::Message>, DatabaseError> {
    let now = clock.now();
    match due.kind.split('.').next() {
        Some("access") => access::render_letter(context, now, due).await,
        Some("registration") => registration::render_letter(context, due).await,
        _ => {
            tracing::error!(kind = due.kind, "nobody writes letters of this kind");
            Ok(None)
        }
    }
}

/// Puts an instance together. The error says which words cannot be read.
pub fn build(parts: Parts) -> Result<App, String> {
    let routes = routes(parts.settings.dev);
    assemble(parts, routes)
}

fn assemble(parts: Parts, routes: Routes) -> Result<App, String> {
    let Parts { database, clock, key, settings } = parts;
    let words = Wordbook::new(WORDS)?;
    let letters = LetterContext {
        database: database.clone(),
        key: key.clone(),
        words: words.clone(),
        public_url: settings.public_url.clone(),
    };
    let letters_clock = clock.clone();
    let render: Render = Arc::new(move |due: Due| {
        let (context, clock) = (letters.clone(), letters_clock.clone());
        Box::pin(async move { render_letter(&context, &clock, &due).await })
    });
    let jobs = jobs(&database, &clock);
    let gatekeeper: Gatekeeper = {
        let (database, clock) = (database.clone(), clock.clone());
        Arc::new(move |secret: String| {
            let (database, clock) = (database.clone(), clock.clone());
            Box::pin(async move { access::session_holder(&database, &clock, secret).await })
        })
    };
    let rows = routes.rows().to_vec();
    let intake = registration::Intake::new(database.clone(), key.clone());
    let whole = Site::new(SiteParts {
        database,
        clock,
        key,
        words,
        assets: Assets::new(settings.dev),
        settings,
        pages: PageCache::default(),
        limiter: Limiter::default(),
        gatekeeper,
    });
    let router = around(routes, whole.clone()).layer(Extension(intake));
    Ok(App { site: whole, router, rows, jobs, render })
}

/// What stands around every route; the last layer is the first that a request meets.
fn around(routes: Routes, site: Site) -> Router {
    let compressible = DefaultPredicate::new().and(NotForContentType::const_new("font/"));
    routes
        .into_router()
        .fallback(no_such_page)
        .with_state(site.clone())
        .layer(CatchPanicLayer::custom(panicked))
        // How much a form may bring is said where forms are read, which hears a too large one out.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn(protection::limit_writes))
        .layer(from_fn(shell::show_faults))
        .layer(from_fn(protection::guard_answers))
        .layer(CompressionLayer::new().compress_when(compressible))
        .layer(Extension(site))
}

/// `GET /health`: 200 once everything above answers, and the database too.
async fn health(State(site): State<Site>) -> Result<&'static str, Fault> {
    site.database.read().await?;
    Ok("ok\n")
}

/// `GET /`: the start page in the language that the browser asks for first, of the two we speak.
async fn to_start(headers: HeaderMap) -> Response {
    let asked = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|it| it.to_str().ok())
        .and_then(first_language)
        .unwrap_or_default();
    let mut response = Redirect::to(shared::addresses::start(asked)).into_response();
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// The language with the greatest weight in `Accept-Language`, of those we speak.
fn first_language(header: &str) -> Option<shared::Language> {
    let mut best: Option<(f32, shared::Language)> = None;
    for range in header.split(',') {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let code = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        let weight = parameters
            .trim()
            .strip_prefix("q=")
            .map_or(Some(1.0), |it| it.trim().parse::<f32>().ok())
            .unwrap_or(0.0);
        if let Some(language) = shared::Language::from_code(&code)
            && weight > best.map_or(0.0, |(weight, _)| weight)
        {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

/// A page of ours with a slash at its end is the page without it; nothing else is here.
async fn no_such_page(request: Request) -> Response {
    match without_slash(request.uri()) {
        Some(path) if request.method().is_safe() => Redirect::permanent(&path).into_response(),
        _ => Fault::NotFound.into_response(),
    }
}

/// Only below our own languages: `//elsewhere.example/` must never become a way out.
fn without_slash(uri: &Uri) -> Option<String> {
    let path = uri.path();
    let trimmed = path.trim_end_matches('/');
    let ours = ["/sv", "/en"]
        .iter()
        .any(|it| trimmed == *it || trimmed.strip_prefix(it).is_some_and(|s| s.starts_with('/')));
    (ours && trimmed.len() < path.len()).then(|| match uri.query() {
        Some(query) => format!("{trimmed}?{query}"),
        None => trimmed.to_owned(),
    })
}

/// A handler that panicked has told stderr where; the visitor gets a page and a number.
fn panicked(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    Fault::Broken(DatabaseError::Unreadable("a handler panicked".into())).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::StatusCode;
    use platform::database::testing::databases;
    use shared::Language::{English, Swedish};

    #[test]
    fn a_browser_is_met_in_its_own_language() {
        assert_eq!(first_language("en-GB,en;q=0.9,sv;q=0.8"), Some(English));
        assert_eq!(first_language("fi, sv;q=0.6, en;q=0.5"), Some(Swedish));
        assert_eq!(first_language("en;q=0"), None);
        assert_eq!(first_language("de"), None);
    }

    #[test]
    fn a_slash_too_many_leads_to_the_page_and_never_away() {
        let to = |path: &str| without_slash(&path.parse().unwrap());
        assert_eq!(to("/sv/").as_deref(), Some("/sv"));
        assert_eq!(
            to("/sv/evenemang/?visa=tidigare").as_deref(),
            Some("/sv/evenemang?visa=tidigare")
        );
        assert_eq!(to("/sv/evenemang"), None);
        assert_eq!(to("/svensson/"), None);
        assert_eq!(to("/elsewhere.example/"), None);
    }

    async fn app(routes: Routes) -> App {
        let database = databases(&migrations()).await.remove(0);
        let settings = Settings {
            public_url: "https://samverk.example.org".to_owned(),
            writes_per_minute: 0,
            picture_bytes_max: 1 << 20,
            trusted_proxies: vec![],
            dev: false,
            ..Settings::default()
        };
        let clock = Clock::standing_at("2027-05-10T09:00:00Z".parse().unwrap());
        let key = Key::from_bytes(b"the key of a test");
        assemble(Parts { database, clock, key, settings }, routes).unwrap()
    }

    async fn answer(app: &App, request: axum::http::request::Builder) -> (Response, String) {
        use tower::ServiceExt as _;
        let request = request.body(Body::empty()).unwrap();
        let (parts, body) = app.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = to_bytes(body, 1 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (Response::from_parts(parts, Body::empty()), text)
    }

    async fn panics() -> &'static str {
        panic!("this one always panics")
    }

    #[tokio::test]
    async fn a_handler_that_panics_is_a_page_with_a_number_and_safe_headers() {
        let app = app(Routes::new().get("/sv/trasig", Who::Anyone, panics)).await;
        let (answer, text) = answer(&app, Request::get("/sv/trasig")).await;
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(text.contains("Något gick fel hos oss") && text.contains("uppge numret"), "{text}");
        assert!(!text.contains("always panics"), "{text}");
        assert!(answer.headers().contains_key(header::CONTENT_SECURITY_POLICY));
        assert!(answer.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
    }

    #[tokio::test]
    async fn a_page_is_compressed_for_who_asks_and_a_font_never() {
        let app = app(routes(false)).await;
        let gzip = |path: &str| Request::get(path).header(header::ACCEPT_ENCODING, "gzip");
        let encoding = |answer: &Response| answer.headers().get(header::CONTENT_ENCODING).cloned();
        let (page, _) = answer(&app, gzip("/sv/personuppgifter")).await;
        assert_eq!(encoding(&page).unwrap(), "gzip");
        let (plain, text) = answer(&app, Request::get("/sv/personuppgifter")).await;
        assert!(encoding(&plain).is_none() && text.contains("<!doctype html>"));
        let (font, _) = answer(&app, gzip("/assets/source-sans-3.woff2")).await;
        assert_eq!(font.status(), StatusCode::OK);
        assert!(encoding(&font).is_none());
    }

    #[tokio::test]
    async fn head_is_answered_like_get_without_the_body() {
        let app = app(routes(false)).await;
        let (answer, text) = answer(&app, Request::head("/sv/evenemang")).await;
        assert_eq!((answer.status(), text.as_str()), (StatusCode::OK, ""));
    }

    #[tokio::test]
    async fn letters_are_shown_on_a_development_instance_alone() {
        let closed = app(routes(false)).await;
        assert_eq!(answer(&closed, Request::get("/dev/mail")).await.0.status(), 404);
        let open = app(routes(true)).await;
        assert_eq!(answer(&open, Request::get("/dev/mail")).await.0.status(), 200);
        let outside = answer(&open, Request::get("/dev/mail/..%2Fkey")).await.0;
        assert_eq!(outside.status(), 404);
    }
}
