//! The world of a journey: an instance on a database of its own, a clock to move, a mailbox to look
//! into, and people who read pages and fill in forms.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use platform::clock::{Clock, Now};
use platform::configuration::Mail;
use platform::database::Database;
use platform::database::testing::{databases, folder};
use platform::jobs::{self, Job};
use platform::mail::Transport;
use platform::outbox::{self, Render};
use platform::secrets::Key;
use samverk::app::{self, Parts};
use scraper::{ElementRef, Html, Selector};
use std::path::PathBuf;
use tower::ServiceExt as _;
use web::site::Settings;

pub const HOST: &str = "samverk.example.org";

/// One instance with its surroundings.
pub struct World {
    pub database: Database,
    pub clock: Clock,
    key: Key,
    router: Router,
    jobs: Vec<Job>,
    render: Render,
    transport: Transport,
    mail: PathBuf,
}

/// One world on each engine at hand, all at the same moment.
pub async fn worlds(now: &str) -> Vec<World> {
    let mut worlds = vec![];
    for database in databases(&app::migrations()).await {
        let data = folder();
        let clock = Clock::standing_at(now.parse().unwrap());
        let key = Key::from_bytes(b"the key of a journey");
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
        let built = app::build(parts).unwrap();
        worlds.push(World {
            database,
            clock,
            key,
            router: built.router,
            jobs: built.jobs,
            render: built.render,
            transport: Transport::new(&Mail::default(), &data).unwrap(),
            mail: data.join("mail"),
        });
    }
    worlds
}

/// A letter, as far as journeys read it.
#[derive(Debug, Clone)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    /// The calendar file, unfolded.
    pub calendar: Option<String>,
}

impl Letter {
    /// The first address in the text.
    pub fn first_href(&self) -> String {
        let line = self.text.lines().find(|it| it.contains("http://") || it.contains("https://"));
        let line = line.unwrap_or_else(|| panic!("no address in {}", self.text));
        let from = line.find("http").unwrap();
        line[from..].split_whitespace().next().unwrap().to_owned()
    }
}

impl World {
    pub fn at(&self, now: &str) {
        self.clock.set(now.parse().unwrap());
    }

    /// Lets jobs have their turn and letters go; the letters that came, in the order they were
    /// enqueued, and the mailbox is empty again.
    pub async fn post(&self) -> Vec<Letter> {
        jobs::run_once(&self.jobs).await;
        let (_, stop) = tokio::sync::watch::channel(false);
        while outbox::deliver(&self.database, &self.clock, &self.transport, &self.render, &stop)
            .await
            .unwrap()
            > 0
        {}
        let Ok(files) = std::fs::read_dir(&self.mail) else { return vec![] };
        let mut files: Vec<_> = files.map(|it| it.unwrap().path()).collect();
        files.sort();
        files
            .into_iter()
            .map(|file| {
                let raw = std::fs::read(&file).unwrap();
                std::fs::remove_file(&file).unwrap();
                letter(&raw)
            })
            .collect()
    }

    /// Somebody who may organise and is no administrator.
    pub async fn colleague(&self, email: &str) -> Person<'_> {
        let person = partnership::access::AddPerson {
            id: shared::ids::PersonId::new(),
            name: "Gun Oskarsson".to_owned(),
            email: email.to_owned(),
            role: Some(partnership::access::Role::Organiser),
            language: shared::Language::Swedish,
        };
        let now = Now { at: self.clock.now().at };
        partnership::access::add_person(&self.database, now, person, None).await.unwrap();
        self.organiser(email).await
    }

    pub fn visitor(&self) -> Person<'_> {
        Person { world: self, cookie: None }
    }

    /// Somebody who has signed in by a one-time link; the first is an administrator.
    pub async fn organiser(&self, email: &str) -> Person<'_> {
        let now = Now { at: self.clock.now().at };
        let path =
            partnership::access::make_link(&self.database, &self.key, now, email).await.unwrap();
        let mut person = self.visitor();
        let page = person.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        let answer = person.send(&page.form("inloggning"), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        person.cookie = Some(answer.cookie.expect("signing in sets a cookie"));
        person
    }
}

fn letter(raw: &[u8]) -> Letter {
    let message = mail_parser::MessageParser::default().parse(raw).unwrap();
    let calendar = message.attachment(0).and_then(|it| it.text_contents().map(str::to_owned));
    Letter {
        to: message.to().unwrap().first().unwrap().address().unwrap().to_owned(),
        subject: message.subject().unwrap().to_owned(),
        text: message.body_text(0).unwrap().into_owned(),
        calendar: calendar.map(|it| it.replace("\r\n ", "")),
    }
}

/// Somebody with a browser.
pub struct Person<'w> {
    world: &'w World,
    cookie: Option<String>,
}

/// What a browser shows.
pub struct Page {
    pub status: StatusCode,
    pub path: String,
    pub body: String,
    pub location: Option<String>,
    cookie: Option<String>,
}

/// A form with what stands in it.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Person<'_> {
    pub async fn get(&self, href: &str) -> Page {
        let path = href.strip_prefix(&format!("http://{HOST}")).unwrap_or(href);
        self.ask(Request::get(path), path, Body::empty()).await
    }

    /// Posts a form with these fields in place of what stands in it.
    pub async fn send(&self, form: &Form, filled: &[(&str, &str)]) -> Page {
        let mut fields = form.fields.clone();
        for (name, value) in filled {
            fields.retain(|(it, _)| it != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let request = Request::post(&form.action)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, format!("http://{HOST}"));
        self.ask(request, &form.action, Body::from(body.finish())).await
    }

    /// Posts a form with one file in it, as a browser does that sends files.
    pub async fn send_file(&self, form: &Form, field: &str, name: &str, bytes: &[u8]) -> Page {
        const MARK: &str = "where-one-part-ends-and-the-next-begins";
        let mut body = Vec::new();
        let mut part = |disposition: String, content: &[u8]| {
            let head = format!("--{MARK}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        };
        for (name, value) in &form.fields {
            part(format!("name=\"{name}\""), value.as_bytes());
        }
        part(format!("name=\"{field}\"; filename=\"{name}\""), bytes);
        body.extend_from_slice(format!("--{MARK}--\r\n").as_bytes());
        let request = Request::post(&form.action)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={MARK}"))
            .header(header::ORIGIN, format!("http://{HOST}"));
        self.ask(request, &form.action, Body::from(body)).await
    }

    /// Posts a form and goes where it leads.
    pub async fn submit(&self, form: &Form, filled: &[(&str, &str)]) -> Page {
        let answer = self.send(form, filled).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.main());
        self.get(answer.location.as_deref().unwrap()).await
    }

    async fn ask(&self, request: axum::http::request::Builder, path: &str, body: Body) -> Page {
        let mut request = request.header(header::HOST, HOST);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let answer = self.world.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let status = answer.status();
        let text = |name: header::HeaderName| {
            answer.headers().get(name).map(|it| it.to_str().unwrap().to_owned())
        };
        let location = text(header::LOCATION);
        let cookie = text(header::SET_COOKIE).map(|it| it.split(';').next().unwrap().to_owned());
        let bytes = axum::body::to_bytes(answer.into_body(), 16 << 20).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Page { status, path: path.to_owned(), body, location, cookie }
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The words of the main part.
    pub fn main(&self) -> String {
        self.html().select(&selector("main")).map(words).collect()
    }

    /// The words of everything that a selector finds.
    pub fn all(&self, css: &str) -> Vec<String> {
        self.html().select(&selector(css)).map(words).collect()
    }

    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.html()
            .select(&selector(css))
            .next()
            .and_then(|it| it.value().attr(name).map(str::to_owned))
    }

    /// The address of the first link whose words hold `text`.
    pub fn link(&self, text: &str) -> String {
        self.html()
            .select(&selector("a[href]"))
            .find(|it| words(*it).contains(text))
            .and_then(|it| it.value().attr("href").map(str::to_owned))
            .unwrap_or_else(|| panic!("no link says {text:?} on {}: {}", self.path, self.main()))
    }

    /// The form in the main part whose action ends with `action`, or else holds it, with what
    /// stands in it.
    pub fn form(&self, action: &str) -> Form {
        let html = self.html();
        let posts_to =
            |it: &ElementRef<'_>| it.value().attr("action").unwrap_or(&self.path).to_owned();
        let forms: Vec<_> = html.select(&selector("main form")).collect();
        let form = forms
            .iter()
            .find(|it| posts_to(it).ends_with(action))
            .or_else(|| forms.iter().find(|it| posts_to(it).contains(action)))
            .unwrap_or_else(|| panic!("no form posts to {action:?} on {}", self.path));
        let mut fields = vec![];
        for field in form.select(&selector("input, select, textarea")) {
            let element = field.value();
            let Some(name) = element.attr("name") else { continue };
            let value = element.attr("value").unwrap_or_default().to_owned();
            match (element.name(), element.attr("type").unwrap_or("text")) {
                ("select", _) => {
                    let chosen = field
                        .select(&selector("option[selected]"))
                        .next()
                        .or_else(|| field.select(&selector("option")).next());
                    let value = chosen.and_then(|it| it.value().attr("value")).unwrap_or_default();
                    fields.push((name.to_owned(), value.to_owned()));
                }
                ("textarea", _) => {
                    let text: String = field.text().collect();
                    fields.push((name.to_owned(), text.trim_start_matches('\n').to_owned()));
                }
                (_, "radio" | "checkbox") if element.attr("checked").is_none() => {}
                (_, "file" | "submit") => {}
                _ => fields.push((name.to_owned(), value)),
            }
        }
        Form { action: form.value().attr("action").unwrap_or(&self.path).to_owned(), fields }
    }
}
