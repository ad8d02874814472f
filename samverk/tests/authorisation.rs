//! Who may do what: one table that a reviewer can read, beside this file, and a test that knocks at
//! every door as nobody, as an organiser and as an administrator.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use partnership::access::{self, AddPerson, Role};
use platform::clock::{Clock, Now};
use platform::database::testing::databases;
use platform::secrets::Key;
use samverk::app::{self, App, Parts};
use shared::Language;
use shared::ids::PersonId;
use tower::ServiceExt as _;
use web::Who;
use web::site::Settings;

const TABLE: &str = include_str!("authorisation.txt");
const HOST: &str = "samverk.example.org";

fn rows() -> Vec<(String, String, Who)> {
    let mut rows: Vec<_> = app::routes(false)
        .rows()
        .iter()
        .map(|it| (it.path.to_owned(), it.method.to_string(), it.who))
        .collect();
    rows.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    rows
}

/// Rewritten with `UPDATE_GOLDEN=1`, and then read by a person.
#[test]
fn the_table_is_the_one_that_was_reviewed() {
    let table: String = rows()
        .iter()
        .map(|(path, method, who)| format!("{:<14} {method:<5} {path}\n", who.name()))
        .collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/authorisation.txt");
        std::fs::write(file, &table).unwrap();
        return;
    }
    assert_eq!(table, TABLE, "who may enter where has changed: read it, then UPDATE_GOLDEN=1");
}

async fn instance() -> (App, [Option<String>; 3]) {
    let database = databases(&app::migrations()).await.remove(0);
    let clock = Clock::standing_at("2027-05-10T09:00:00Z".parse().unwrap());
    let key = Key::from_bytes(b"the key of a test");
    let settings = Settings {
        public_url: format!("http://{HOST}"),
        writes_per_minute: 0,
        picture_bytes_max: 1 << 20,
        trusted_proxies: vec![],
        dev: false,
        ..Settings::default()
    };
    let parts =
        Parts { database: database.clone(), clock: clock.clone(), key: key.clone(), settings };
    let app = app::build(parts).unwrap();
    let now = Now { at: clock.now().at };
    let mut cookies = [None, None, None];
    for (nth, role) in [(2, Role::Administrator), (1, Role::Organiser)] {
        let email = format!("person{nth}@example.org");
        let person = AddPerson {
            id: PersonId::new(),
            name: "Elin Hagström".to_owned(),
            email: email.clone(),
            role: Some(role),
            language: Language::Swedish,
        };
        access::add_person(&database, now, person, None).await.unwrap();
        let link = access::make_link(&database, &key, now, &email).await.unwrap();
        let signed_in = app.router.clone().oneshot(ours(Request::post(&link))).await.unwrap();
        assert_eq!(signed_in.status(), StatusCode::SEE_OTHER);
        let cookie = signed_in.headers()[header::SET_COOKIE].to_str().unwrap();
        cookies[nth] = Some(cookie.split(';').next().unwrap().to_owned());
    }
    (app, cookies)
}

/// A form of ours with nothing in it.
fn ours(request: axum::http::request::Builder) -> Request<Body> {
    request
        .header(header::HOST, HOST)
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::empty())
        .unwrap()
}

/// An address of the route's shape that leads to nothing in particular.
fn address(path: &str) -> String {
    path.split('/')
        .map(|it| if it.starts_with('{') { "nothing-here" } else { it })
        .collect::<Vec<_>>()
        .join("/")
}

/// Whether the door was opened: beyond it, anything but "sign in" and "you may not".
fn opened(status: StatusCode, location: Option<&str>) -> bool {
    let sign_in = location.is_some_and(|it| {
        it.contains("inloggning?")
            || it.contains("sign-in?")
            || it.ends_with("/inloggning")
            || it.ends_with("/sign-in")
    });
    status != StatusCode::FORBIDDEN && !(status == StatusCode::SEE_OTHER && sign_in)
}

#[tokio::test]
async fn every_door_opens_to_those_in_the_table_and_to_nobody_else() {
    let (app, cookies) = instance().await;
    let mut faults = vec![];
    for (path, method, who) in rows() {
        // Who signs out would meet the doors that follow without a session.
        if path == "/sv/utloggning" || path == "/en/sign-out" {
            continue;
        }
        for (rank, cookie) in cookies.iter().enumerate() {
            let method: Method = method.parse().unwrap();
            let mut request = Request::builder().method(&method).uri(address(&path));
            if let Some(cookie) = cookie {
                request = request.header(header::COOKIE, cookie);
            }
            let answer = app.router.clone().oneshot(ours(request)).await.unwrap();
            let location = answer.headers().get(header::LOCATION).and_then(|it| it.to_str().ok());
            let least = match who {
                Who::Anyone | Who::LinkHolder => 0,
                Who::Organiser => 1,
                Who::Administrator => 2,
            };
            let status = answer.status();
            if opened(status, location) != (rank >= least) {
                let who = who.name();
                faults.push(format!("{method} {path} ({who}) as {rank}: {status} {location:?}"));
            }
            if status.is_server_error() {
                faults.push(format!("{method} {path} as {rank}: {status}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[tokio::test]
async fn no_form_is_taken_from_another_site_and_organisers_forms_must_say_where_from() {
    let (app, cookies) = instance().await;
    let mut faults = vec![];
    for (path, method, who) in rows().into_iter().filter(|(_, method, _)| method == "POST") {
        for origin in [Some("https://evil.example"), Some("null"), None] {
            let mut request = Request::builder()
                .method(method.as_str())
                .uri(address(&path))
                .header(header::HOST, HOST)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            if let Some(origin) = origin {
                request = request.header(header::ORIGIN, origin);
            }
            if let Some(cookie) = &cookies[2] {
                request = request.header(header::COOKIE, cookie);
            }
            let answer =
                app.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            let refused = answer.status() == StatusCode::FORBIDDEN;
            // Our own secret pages send no referrer, and browsers then say "null" of their forms.
            let taken = match origin {
                None => matches!(who, Who::Anyone | Who::LinkHolder),
                Some("null") => who == Who::LinkHolder,
                Some(_) => false,
            };
            if refused == taken {
                faults.push(format!("POST {path} from {origin:?}: {}", answer.status()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What answers GET and is no page to look at.
const NO_PAGES: &[&str] = &[
    "/",
    "/health",
    "/assets/{name}",
    "/bilder/{name}",
    "/robots.txt",
    "/.well-known/security.txt",
    "/sv/organisera/evenemang/{slug}/anmalda/anmalda.csv",
    "/en/organise/events/{slug}/registrations/registrations.csv",
];

#[test]
fn the_accessibility_gate_knows_every_page() {
    let gate = include_str!("../../acceptance/routes.json");
    let mut faults = vec![];
    for (path, method, who) in rows() {
        let role = match who {
            Who::Anyone | Who::LinkHolder => "visitor",
            Who::Organiser | Who::Administrator => "organiser",
        };
        let line = format!("{{ \"path\": \"{path}\", \"as\": \"{role}\" }}");
        if method == "GET" && !NO_PAGES.contains(&path.as_str()) && !gate.contains(&line) {
            faults.push(format!("acceptance/routes.json lacks {line}"));
        }
    }
    for path in NO_PAGES {
        if !rows().iter().any(|(it, _, _)| it == path) {
            faults.push(format!("{path} is no route any more; take it off the list"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
