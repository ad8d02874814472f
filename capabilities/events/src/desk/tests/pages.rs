//! The pages as an organiser with a browser and no script meets them: real routes, real guard.

use super::*;
use crate::desk::routes;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use platform::clock::Clock;
use platform::ids::Uuid;
use platform::outbox::{self, Letter};
use tower::ServiceExt;
use web::asked::SESSION_COOKIE;
use web::site::{Site, SiteParts};
use web::testing;

/// A browser of an organiser who is signed in.
struct Visit {
    app: Router,
    database: Database,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Bytes,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8(self.bytes.to_vec()).unwrap()
    }

    fn to(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |it| it.to_str().unwrap())
    }

    #[track_caller]
    fn has(&self, words: &str) {
        assert!(self.text().contains(words), "no {words} in\n{}", self.text());
    }
}

const NEW: &str = "/sv/organisera/evenemang/nytt";
const ONE: &str = "/sv/organisera/evenemang/lediga-rum-2027-05-26";

impl Visit {
    fn new(database: Database) -> Self {
        let clock = Clock::standing_at(noon().at);
        let parts = testing::parts(&database, clock, wordbook());
        let site = Site::new(SiteParts { key: key(), gatekeeper: testing::tyra(), ..parts });
        let app = testing::app(routes(), &site);
        Self { app, database }
    }

    async fn send(&self, request: axum::http::request::Builder, body: Vec<u8>) -> Answer {
        let request = request.header(header::COOKIE, format!("{SESSION_COOKIE}=tyra"));
        let request = request.body(Body::from(body)).unwrap();
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 1 << 22).await.unwrap();
        Answer { status, headers, bytes }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), vec![]).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, "https://samverk.example.org");
        self.send(request, body.into_bytes()).await
    }

    /// As a browser sends a form with a file.
    async fn post_with(&self, path: &str, fields: &[(&str, &str)], picture: &[u8]) -> Answer {
        let mut body = vec![];
        for (name, value) in fields {
            let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend(head.bytes().chain(value.bytes()).chain(*b"\r\n"));
        }
        let head = "--edge\r\nContent-Disposition: form-data; name=\"picture\"; \
                    filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n";
        body.extend(head.bytes().chain(picture.iter().copied()).chain(*b"\r\n--edge--\r\n"));
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::ORIGIN, "https://samverk.example.org");
        self.send(request, body).await
    }
}

async fn visits() -> Vec<Visit> {
    databases().await.into_iter().map(Visit::new).collect()
}

/// The fields of the form that a page shows, as a browser would send them.
fn shown(html: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let start = format!(" {name}=\"");
        tag.split(start.as_str()).nth(1).map(|it| it.split('"').next().unwrap().to_owned())
    };
    let plain = |text: &str| {
        text.replace("&#34;", "\"")
            .replace("&#38;", "&")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
    };
    let form = html.split("<form class=\"editor-form\"").nth(1).unwrap();
    let form = form.split("</form>").next().unwrap();
    let mut fields = vec![];
    let mut select = String::new();
    for part in form.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap();
        let name = attribute(tag, "name");
        let value = || plain(&attribute(tag, "value").unwrap_or_default());
        match tag.split([' ', '\n']).next().unwrap() {
            "input" if tag.contains("type=\"file\"") => {}
            "input" if tag.contains("type=\"radio\"") && !tag.contains(" checked") => {}
            "input" if tag.contains("type=\"checkbox\"") && !tag.contains(" checked") => {}
            "input" => fields.push((name.unwrap(), value())),
            "textarea" => fields.push((name.unwrap(), plain(after.trim_start_matches('\n')))),
            "select" => select = name.unwrap(),
            "option" if tag.contains(" selected") => fields.push((select.clone(), value())),
            _ => {}
        }
    }
    fields
}

fn over<'a>(
    shown: &'a [(String, String)],
    typed: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let kept = shown.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let kept = kept.filter(|(name, _)| typed.iter().all(|(it, _)| it != name));
    kept.chain(typed.iter().copied()).collect()
}

#[tokio::test]
async fn from_nothing_to_a_published_event() {
    for visit in visits().await {
        let desk = visit.get("/sv/organisera").await;
        desk.has("Inga kommande evenemang");
        desk.has(&format!("href=\"{NEW}\""));

        let form = visit.get(NEW).await.text();
        let fields = shown(&form);
        assert!(fields.contains(&("contact_email_1".to_owned(), "tyra@example.org".to_owned())));
        let typed = [LEAST.as_slice(), &[("do", "programme")]].concat();
        let made = visit.post(NEW, &over(&fields, &typed)).await;
        assert_eq!((made.status, made.to()), (StatusCode::SEE_OTHER, &*format!("{ONE}/program")));

        let page = visit.get(ONE).await;
        page.has("Utkast");
        page.has(&format!("action=\"{ONE}/publicering\""));
        let published = visit.post(&format!("{ONE}/publicering"), &[]).await;
        assert_eq!(published.to(), format!("{ONE}?klart=publicerat"));
        visit.get(published.to()).await.has("Nu syns det för alla.");
        visit.get("/en/organise").await.has("Lediga rum");

        let again = visit.post(&format!("{ONE}/publicering"), &[]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn a_refused_form_says_so_and_keeps_what_was_typed() {
    for visit in visits().await {
        let typed = [
            ("title", ""),
            ("lead", "Välkommen <b>du</b> & alla"),
            ("day_1", "31 juni 2027"),
            ("from_1", "16"),
            ("to_1", "18"),
            ("mode", "mixed"),
        ];
        let refused = visit.post(NEW, &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.has("<title>Fel: Nytt evenemang");
        refused.has("<a href=\"#title\">Skriv en rubrik</a>");
        refused.has("<a href=\"#day_1\">Den dagen finns inte i kalendern</a>");
        let kept = shown(&refused.text());
        for (name, value) in typed {
            assert!(kept.contains(&(name.to_owned(), value.to_owned())), "{name}: {kept:?}");
        }
    }
}

#[tokio::test]
async fn a_known_event_is_shown_as_it_is_and_saved_unchanged() {
    for visit in visits().await {
        let before = create(&visit.database, &[("co_organisers", "A & B\nC"), ("free", "1")]).await;
        let form = visit.get(&format!("{ONE}/andring")).await;
        assert_eq!(form.status, StatusCode::OK);
        let fields = shown(&form.text());
        let saved = visit.post(&format!("{ONE}/andring"), &over(&fields, &[])).await;
        assert_eq!(saved.to(), format!("{ONE}?klart=sparat"));
        let after = find(&visit.database, &before.slug).await;
        assert_eq!(after.content, before.content);
        assert_eq!(after.deadline_on, before.deadline_on);
        assert_eq!(after.mode, before.mode);
    }
}

#[tokio::test]
async fn two_at_once_the_second_sees_it_and_may_save_anyway() {
    for visit in visits().await {
        create(&visit.database, &[]).await;
        let address = format!("{ONE}/andring");
        let first = shown(&visit.get(&address).await.text());
        // The clock stands still: an earlier change is told by its moment.
        let mine: Vec<_> = over(&first, &[("seen", "2027-04-30T10:00:00Z"), ("lead", "Mitt")]);
        let told = visit.post(&address, &mine).await;
        assert_eq!(told.status, StatusCode::CONFLICT);
        told.has("Någon annan har sparat medan du skrev");
        let kept = shown(&told.text());
        assert!(kept.contains(&("lead".to_owned(), "Mitt".to_owned())));
        let anyway = visit.post(&address, &over(&kept, &[])).await;
        assert_eq!(anyway.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn the_registered_are_offered_a_letter() {
    for visit in visits().await {
        let event = published(&visit.database, &[]).await;
        let address = format!("{ONE}/andring");
        assert!(!visit.get(&address).await.text().contains("tell_registered"));
        register(&visit.database, &event, "eva").await;
        let form = visit.get(&address).await;
        form.has("Mejla den som är anmäld");
        let fields = shown(&form.text());
        assert!(fields.contains(&("tell_registered".to_owned(), "1".to_owned())));
        visit.post(&address, &over(&fields, &[("to_1", "19.00")])).await;
        let told = "SELECT count(*) AS n FROM outbox WHERE kind = 'registration.change'";
        assert_eq!(number(&visit.database, told).await, 1);
    }
}

#[tokio::test]
async fn a_picture_is_written_anew_and_kept_for_ever_while_it_is_shown() {
    let png = pictures::file(
        &image::RgbImage::from_pixel(1700, 100, image::Rgb([9, 99, 9])).into(),
        image::ImageFormat::Png,
    );
    for visit in visits().await {
        let alt = [LEAST.as_slice(), &[("picture_alt", "Ett grönt fält")]].concat();
        let without = visit.post_with(NEW, &LEAST, &png).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        without.has("Beskriv vad bilden visar");
        without.has("Bilden följde inte med. Välj den igen.");
        let broken = visit.post_with(NEW, &alt, b"not a picture").await;
        broken.has("Filen går inte att läsa som bild");
        let made = visit.post_with(NEW, &alt, &png).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());

        let event = find(&visit.database, "lediga-rum-2027-05-26").await;
        let address = shared::addresses::picture(event.content.picture.unwrap().id);
        let picture = visit.get(&address).await;
        assert_eq!(picture.headers[header::CONTENT_TYPE], "image/jpeg");
        assert!(picture.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert_eq!(image::load_from_memory(&picture.bytes).unwrap().width(), 1600);

        let form = visit.get(&format!("{ONE}/andring")).await;
        form.has(&format!("<img src=\"{address}\" alt=\"Ett grönt fält\""));
        let fields = shown(&form.text());
        let removed = over(&fields, &[("picture_remove", "1")]);
        assert_eq!(
            visit.post(&format!("{ONE}/andring"), &removed).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(visit.get(&address).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn too_much_is_too_large_and_what_is_unknown_is_not_found() {
    for visit in visits().await {
        let huge = visit.post_with(NEW, &LEAST, &vec![0; 2 * 1024 * 1024]).await;
        assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
        for path in [
            "/sv/organisera/evenemang/finns-inte",
            "/sv/organisera/evenemang/finns-inte/andring",
            "/sv/organisera/evenemang/finns-inte/installning",
            "/sv/organisera/evenemang/finns-inte/forhandsvisning",
            "/bilder/finns-inte.jpg",
            "/bilder/00000000000000000000000000000001.jpg",
            "/bilder/00000000000000000000000000000001.png",
        ] {
            assert_eq!(visit.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn cancelling_asks_first() {
    for visit in visits().await {
        let event = published(&visit.database, &[]).await;
        register(&visit.database, &event, "eva").await;
        visit.get(ONE).await.has(&format!("href=\"{ONE}/installning\""));
        let asks = visit.get(&format!("{ONE}/installning")).await;
        asks.has("Den som är anmäld får ett brev genast.");
        assert!(matches!(
            find(&visit.database, &event.slug).await.state,
            event::State::Published { .. }
        ));
        let done = visit.post(&format!("{ONE}/installning"), &[]).await;
        assert_eq!(done.to(), format!("{ONE}?klart=installt"));
        visit.get(done.to()).await.has("Evenemanget är inställt.");
    }
}

#[tokio::test]
async fn a_letter_in_trouble_is_seen_and_sent_again() {
    for visit in visits().await {
        let event = published(&visit.database, &[]).await;
        let about = event.id.0;
        let written = visit.database.write::<_, Never>(move |tx| {
            Box::pin(async move {
                let letter = Letter {
                    kind: "registration.confirmation",
                    subject: Uuid::from_u128(5),
                    about: Some(about),
                    detail: None,
                    once_key: None,
                    due_at: noon().at,
                };
                outbox::enqueue(tx, letter, noon().at).await?;
                Ok(tx.execute("UPDATE outbox SET state = 'unknown'", &[]).await?)
            })
        });
        assert!(written.await.is_ok());
        visit.get("/sv/organisera").await.has("för ett brev vet vi inte om det kom fram.");
        let page = visit.get(ONE).await;
        page.has("0 skickade, 0 väntar, 0 kom inte fram, 1 okända.");
        let start = "name=\"letter\" value=\"";
        let id = page.text().split(start).nth(1).unwrap().split('"').next().unwrap().to_owned();
        let sent = visit.post(&format!("{ONE}/brev"), &[("letter", &id)]).await;
        assert_eq!(sent.to(), format!("{ONE}?klart=skickat"));
        visit.get(ONE).await.has("1 väntar");
        let forged = visit.post(&format!("{ONE}/brev"), &[("letter", "x")]).await;
        assert_eq!(forged.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn an_invitation_has_an_address_to_copy() {
    for visit in visits().await {
        create(&visit.database, &[("admission", "invited")]).await;
        visit.get(ONE).await.has(
            "data-copy=\"https://samverk.example.org/sv/evenemang/lediga-rum-2027-05-26/anmalan/",
        );
    }
}

#[tokio::test]
async fn the_desk_asks_as_much_of_three_events_as_of_one() {
    for visit in visits().await {
        let mut asked = vec![];
        for count in [1, 3] {
            while number(&visit.database, "SELECT count(*) AS n FROM event").await < count {
                let event = published(&visit.database, &[]).await;
                register(&visit.database, &event, "eva").await;
            }
            for path in ["/sv/organisera", "/sv/organisera?visa=tidigare", ONE] {
                let before = visit.database.statements();
                assert_eq!(visit.get(path).await.status, StatusCode::OK);
                asked.push((path, visit.database.statements() - before));
            }
        }
        let (one, three) = asked.split_at(3);
        assert_eq!(one, three);
    }
}

#[tokio::test]
async fn lists_are_drafts_coming_and_past() {
    for visit in visits().await {
        create(&visit.database, &[("title", "Ett utkast")]).await;
        published(&visit.database, &[("title", "Kommer snart")]).await;
        let coming = visit.get("/sv/organisera").await;
        coming.has("Kommer snart");
        assert!(!coming.text().contains("Ett utkast"));
        let drafts = visit.get("/sv/organisera?visa=utkast").await;
        drafts.has("Ett utkast");
        drafts.has("aria-current=\"page\">Utkast <span class=\"count\">1</span>");
        visit.get("/en/organise?show=past").await.has("No past events");
        visit.get("/en/organise?show=past&page=99999999999").await.has("No past events");
    }
}
