//! The pages as somebody with a browser meets them: real routes, real guard, real letters.

use super::*;
use crate::access::{render_letter, routes};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use platform::configuration::{Mail, MailTransport};
use platform::mail::Transport;
use platform::outbox::{self, Due, Render};
use std::path::PathBuf;
use std::sync::Arc;
use tower::ServiceExt;
use web::site::{Settings, SiteParts};
use web::{Routes, Site, Who};

/// A browser at a running instance.
struct Visit {
    app: Router,
    database: Database,
    clock: Clock,
    letters: PathBuf,
    cookie: Option<String>,
}

struct Answer {
    status: StatusCode,
    to: String,
    cookie: Option<String>,
    text: String,
}

/// A page that only people who signed in may see, as other capabilities have them.
async fn desk() -> &'static str {
    "the desk"
}

impl Visit {
    fn new(database: &Database, public_url: &str) -> Self {
        let clock = standing(NOON);
        let gatekeeper = {
            let (database, clock) = (database.clone(), clock.clone());
            Arc::new(move |secret: String| {
                let (database, clock) = (database.clone(), clock.clone());
                let asked =
                    async move { commands::session_holder(&database, &clock, secret).await };
                Box::pin(asked) as _
            })
        };
        let parts = web::testing::parts(database, clock.clone(), wordbook());
        let settings = Settings { public_url: public_url.to_owned(), ..parts.settings.clone() };
        let site = Site::new(SiteParts { key: key(), settings, gatekeeper, ..parts });
        let desk = Routes::new().get("/sv/organisera", Who::Organiser, desk);
        let app = web::testing::app(routes().merge(desk), &site);
        let letters = testing::folder();
        Self { app, database: database.clone(), clock, letters, cookie: None }
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let response =
            self.app.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let text = |name| response.headers().get(name).map(|it| it.to_str().unwrap().to_owned());
        let (status, to, cookie) = (
            response.status(),
            text(header::LOCATION).unwrap_or_default(),
            text(header::SET_COOKIE),
        );
        if let Some(cookie) = &cookie {
            self.cookie = Some(cookie.split(';').next().unwrap().to_owned());
        }
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        Answer { status, to, cookie, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), String::new()).await
    }

    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "samverk.example.org")
            .header(header::ORIGIN, "https://samverk.example.org");
        self.send(request, body).await
    }

    /// Sends what is due and answers with the paths of the first link of each new letter.
    async fn letters(&self) -> Vec<String> {
        let mail = Mail {
            transport: MailTransport::Folder,
            folder: Some(self.letters.clone()),
            from_address: "samverk@example.org".to_owned(),
            ..Mail::default()
        };
        let transport = Transport::new(&mail, &self.letters).unwrap();
        let (context, clock) = (context(&self.database), self.clock.clone());
        let found = Arc::new(std::sync::Mutex::new(vec![]));
        let links = found.clone();
        let render: Render = Arc::new(move |due: Due| {
            let (context, now, links) = (context.clone(), clock.now(), links.clone());
            Box::pin(async move {
                let message = render_letter(&context, now, &due).await?;
                let text = message.as_ref().map_or(String::new(), |it| it.text.clone());
                let link = text.split_whitespace().find(|it| it.contains("://"));
                let path = link.map(|it| it.trim_start_matches("https://samverk.example.org"));
                links.lock().unwrap().extend(path.map(str::to_owned));
                Ok(message)
            })
        });
        let (_, stop) = tokio::sync::watch::channel(false);
        outbox::deliver(&self.database, &self.clock, &transport, &render, &stop).await.unwrap();
        found.lock().unwrap().clone()
    }

    async fn sign_in(&mut self, email: &str) {
        let path = commands::make_link(&self.database, &key(), self.clock.now(), email).await;
        let answer = self.post(&path.unwrap(), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
}

async fn visits(public_url: &str) -> Vec<Visit> {
    let mut visits = vec![];
    for database in databases().await {
        add(&database, "Tyra Holmqvist", "tyra@example.org", Role::Administrator).await;
        add(&database, "Bo Ek", "bo@example.org", Role::Organiser).await;
        visits.push(Visit::new(&database, public_url));
    }
    visits
}

const SECURE: &str = "https://samverk.example.org";

#[tokio::test]
async fn from_a_page_that_asks_to_sign_in_back_to_that_page() {
    for mut visit in visits(SECURE).await {
        let asked = visit.get("/sv/organisera?visa=alla").await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        assert_eq!(asked.to, "/sv/inloggning?next=%2Fsv%2Forganisera%3Fvisa%3Dalla");
        let form = visit.get(&asked.to).await;
        assert_eq!(form.status, StatusCode::OK);
        let next = r#"<input type="hidden" name="next" value="/sv/organisera?visa=alla">"#;
        assert!(form.text.contains(next), "{}", form.text);

        let fields = [("email", " Tyra@example.org "), ("next", "/sv/organisera?visa=alla")];
        let sent = visit.post("/sv/inloggning", &fields).await;
        assert_eq!(sent.status, StatusCode::OK);
        let letters = visit.letters().await;
        assert_eq!(letters.len(), 1);
        assert_eq!(std::fs::read_dir(&visit.letters).unwrap().count(), 1);

        let shown = visit.get(&letters[0]).await;
        assert_eq!((shown.status, shown.cookie.as_deref()), (StatusCode::OK, None));
        assert!(shown.text.contains(next) && shown.text.contains("Tyra Holmqvist"));
        let path = letters[0].split('?').next().unwrap();
        let confirmed = visit.post(path, &[("next", "/sv/organisera?visa=alla")]).await;
        assert_eq!(confirmed.status, StatusCode::SEE_OTHER);
        assert_eq!(confirmed.to, "/sv/organisera?visa=alla");
        let cookie = confirmed.cookie.unwrap();
        for part in ["; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=7776000", "; Secure"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert_eq!(visit.get("/sv/organisera").await.text, "the desk");

        let again = visit.post(path, &[]).await;
        assert_eq!((again.status, again.cookie), (StatusCode::GONE, None));
        assert!(again.text.contains("redan använd"));

        let left = visit.post("/sv/utloggning", &[]).await;
        assert_eq!((left.status, left.to.as_str()), (StatusCode::SEE_OTHER, "/sv"));
        assert!(left.cookie.unwrap().contains("Max-Age=0"));
        assert_eq!(visit.get("/sv/organisera").await.status, StatusCode::SEE_OTHER);
        visit.cookie = Some(cookie.split(';').next().unwrap().to_owned());
        assert_eq!(visit.get("/sv/organisera").await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn the_answer_is_the_same_whoever_has_the_address_and_however_often_it_is_asked() {
    for mut visit in visits(SECURE).await {
        let mut letters = 0;
        for _ in 0..7 {
            let known = visit.post("/en/sign-in", &[("email", "tyra@example.org")]).await;
            let other = visit.post("/en/sign-in", &[("email", "tyrx@example.org")]).await;
            assert_eq!((known.status, other.status), (StatusCode::OK, StatusCode::OK));
            assert_eq!(known.text, other.text.replace("tyrx@", "tyra@"));
            letters += visit.letters().await.len();
        }
        assert_eq!(letters, 5);

        let wrong = visit.post("/en/sign-in", &[("email", "tyra <b>")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("<title>Error: Sign in"), "{}", wrong.text);
        assert!(wrong.text.contains(r#"value="tyra &#60;b&#62;""#), "{}", wrong.text);
    }
}

#[tokio::test]
async fn links_that_let_nobody_in_say_so_and_how_to_get_another() {
    for mut visit in visits(SECURE).await {
        let path = commands::make_link(&visit.database, &key(), noon(), "bo@example.org").await;
        let path = path.unwrap();
        let forged = format!("{}A", &path[..path.len() - 1]);
        let long = format!("/en/sign-in/{}", "A".repeat(5000));
        for forged in [forged.as_str(), "/en/sign-in/x", "/sv/inloggning/%00", &long] {
            for answer in [visit.get(forged).await, visit.post(forged, &[]).await] {
                assert_eq!((answer.status, &answer.cookie), (StatusCode::NOT_FOUND, &None));
                assert!(
                    answer.text.contains(r#"class="ds-button" href="/"#),
                    "{forged}: {}",
                    answer.text
                );
            }
        }
        visit.clock.set(at("2027-05-18T12:30:00Z"));
        for answer in [visit.get(&path).await, visit.post(&path, &[]).await] {
            assert_eq!((answer.status, &answer.cookie), (StatusCode::GONE, &None));
            assert!(answer.text.contains("Länken gäller inte längre"));
            assert!(answer.text.contains(r#"href="/sv/inloggning""#));
        }
    }
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    for mut visit in visits(SECURE).await {
        for evil in ["https://evil.example/", "//evil.example", "/\\evil.example", "/sv/anmalan/x"]
        {
            let form: String = form_urlencoded::byte_serialize(evil.as_bytes()).collect();
            let shown = visit.get(&format!("/sv/inloggning?next={form}")).await;
            assert!(!shown.text.contains("evil") && !shown.text.contains("/anmalan/"));
            let path = commands::make_link(&visit.database, &key(), noon(), "bo@example.org").await;
            let confirmed = visit.post(&path.unwrap(), &[("next", evil)]).await;
            assert_eq!(confirmed.to, "/sv/organisera");
        }
    }
}

#[tokio::test]
async fn another_sites_form_signs_nobody_in_and_a_plain_instance_has_a_plain_cookie() {
    for mut visit in visits("http://127.0.0.1:8080").await {
        let path = commands::make_link(&visit.database, &key(), noon(), "bo@example.org").await;
        let path = path.unwrap();
        let foreign = Request::post(&path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, "https://evil.example");
        let refused = visit.send(foreign, String::new()).await;
        assert_eq!((refused.status, refused.cookie), (StatusCode::FORBIDDEN, None));
        let confirmed = visit.post(&path, &[]).await;
        assert!(!confirmed.cookie.unwrap().contains("Secure"));
    }
}

#[tokio::test]
async fn an_administrator_adds_changes_and_ends_people() {
    for mut visit in visits(SECURE).await {
        visit.sign_in("tyra@example.org").await;
        let added = visit
            .post(
                "/sv/organisera/personer",
                &[("name", "Ylva Strand"), ("email", "ylva@example.org"), ("role", "organiser")],
            )
            .await;
        assert_eq!(added.to, "/sv/organisera/personer?gjort=tillagd");
        assert_eq!(visit.letters().await, ["/sv/inloggning"]);
        let list = visit.get(&added.to).await;
        assert!(list.text.contains("ett brev är på väg") && list.text.contains("Ylva Strand"));

        let again = visit
            .post("/sv/organisera/personer", &[("name", "Y & S"), ("email", "YLVA@example.org")])
            .await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text.contains("<title>Fel: Personer"));
        assert!(again.text.contains(r##"<a href="#role">Välj en roll"##));
        assert!(again.text.contains(r##"<a href="#email">Adressen hör redan"##));
        assert!(again.text.contains(r#"value="Y &#38; S""#), "{}", again.text);

        let people =
            crate::access::people(&mut visit.database.read().await.unwrap()).await.unwrap();
        let of = |name: &str| people.iter().find(|it| it.name.starts_with(name)).unwrap().id;
        let (ylva, tyra) = (of("Ylva"), of("Tyra"));
        let page = format!("/en/organise/people/{ylva}");
        assert_eq!(visit.get(&page).await.status, StatusCode::OK);
        let change = [("name", "Ylva S"), ("email", "ys@example.org"), ("language", "en")];
        let changed = visit.post(&format!("{page}/change"), &change).await;
        assert_eq!(changed.to, "/en/organise/people?done=changed");
        let role = visit.post(&format!("{page}/role"), &[("role", "administrator")]).await;
        assert_eq!(role.to, "/en/organise/people?done=role");
        let none = visit.post(&format!("{page}/role"), &[("role", "queen")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(visit.get(&format!("{page}/ending")).await.status, StatusCode::OK);
        let ended = visit.post(&format!("{page}/ending"), &[]).await;
        assert_eq!(ended.to, "/en/organise/people?done=ended");
        assert_eq!(visit.get(&page).await.status, StatusCode::NOT_FOUND);

        let last = visit.post(&format!("/sv/organisera/personer/{tyra}/avslut"), &[]).await;
        assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(last.text.contains("Det måste alltid finnas en administratör"));
        let demoted = [("role", "organiser")];
        let last = visit.post(&format!("/sv/organisera/personer/{tyra}/roll"), &demoted).await;
        assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY);
        for unknown in ["x", "00000000-0000-0000-0000-000000000000"] {
            let path = format!("/sv/organisera/personer/{unknown}");
            assert_eq!(visit.get(&path).await.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn only_administrators_see_and_change_people() {
    for mut visit in visits(SECURE).await {
        let asked = visit.get("/sv/organisera/personer").await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        visit.sign_in("bo@example.org").await;
        assert_eq!(visit.get("/sv/organisera").await.text, "the desk");
        for row in routes().rows().iter().filter(|it| it.path.contains("organis")) {
            assert_eq!(row.who, Who::Administrator, "{row:?}");
            let path = row.path.replace("{id}", "00000000-0000-0000-0000-000000000000");
            let answer = if row.method == axum::http::Method::GET {
                visit.get(&path).await
            } else {
                visit.post(&path, &[]).await
            };
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{row:?}");
            assert!(!answer.text.contains("tyra@example.org"));
        }
    }
}

#[tokio::test]
async fn the_list_asks_as_many_questions_for_three_people_as_for_thirty() {
    for mut visit in visits(SECURE).await {
        visit.sign_in("tyra@example.org").await;
        let mut counts = vec![];
        for more in [1, 27] {
            for nth in 0..more {
                let email = format!("p{more}-{nth}@example.org");
                add(&visit.database, "Person", &email, Role::Organiser).await;
            }
            let before = visit.database.statements();
            assert_eq!(visit.get("/sv/organisera/personer").await.status, StatusCode::OK);
            counts.push(visit.database.statements() - before);
        }
        assert_eq!(counts, [2, 2]);
    }
}
