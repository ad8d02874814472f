//! The pages as an organiser with a browser and no script meets them: real routes, real guard.

use crate::programme_desk::routes;
use crate::programme_desk::tests::*;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use platform::clock::Clock;
use tower::ServiceExt;
use web::asked::SESSION_COOKIE;
use web::site::{Site, SiteParts};
use web::testing;

/// A browser of an organiser who is signed in.
struct Visit {
    app: Router,
    database: Database,
    event: Event,
}

struct Answer {
    status: StatusCode,
    to: String,
    text: String,
}

impl Answer {
    /// The address after `start` and before the next quotation mark.
    #[track_caller]
    fn address(&self, start: &str) -> String {
        let at = self.text.find(start).unwrap_or_else(|| panic!("no {start} in\n{}", self.text));
        self.text[at..].split('"').nth(1).unwrap().to_owned()
    }
}

impl Visit {
    fn new(database: Database, event: Event) -> Self {
        let parts = testing::parts(&database, Clock::standing_at(noon().at), wordbook());
        let site = Site::new(SiteParts { gatekeeper: testing::tyra(), ..parts });
        let app = testing::app(routes(), &site);
        Self { app, database, event }
    }

    async fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = request.header(header::COOKIE, format!("{SESSION_COOKIE}=tyra"));
        let request = request.body(Body::from(body)).unwrap();
        let response = self.app.clone().oneshot(request).await.unwrap();
        let to = response.headers().get(header::LOCATION);
        let to = to.map_or_else(String::new, |it| it.to_str().unwrap().to_owned());
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        Answer { status, to, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), String::new()).await
    }

    /// Values are letters, figures and what this percent-encodes.
    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encoded = |text: &str| -> String {
            text.bytes()
                .map(|it| match it {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => char::from(it).to_string(),
                    _ => format!("%{it:02X}"),
                })
                .collect()
        };
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, "https://samverk.example.org");
        self.send(request, pairs.collect::<Vec<_>>().join("&")).await
    }
}

async fn visits() -> Vec<Visit> {
    let databases = databases().await;
    databases.into_iter().map(|(database, event)| Visit::new(database, event)).collect()
}

const PROGRAMME: &str = "/sv/organisera/evenemang/lediga-rum/program";

#[tokio::test]
async fn one_click_adds_an_item_with_four_group_talks() {
    for visit in visits().await {
        let empty = visit.get(PROGRAMME).await;
        assert_eq!(empty.status, StatusCode::OK);
        for field in ["talk_title_1", "talk_places_4", "talk_facilitators_4", "choosing"] {
            assert!(empty.text.contains(&format!(r#"name="{field}""#)), "{field}");
        }
        let sent = visit
            .post(
                PROGRAMME,
                &[
                    ("starts", "16.40–17.30"),
                    ("kind", "group_talks"),
                    ("title", "Gruppsamtal <b>"),
                    ("title_en", "Group talks"),
                    ("appearances", "Eva Ek och Bo Alm, smeder, Bygdens smedja"),
                    ("questions", "Vad?\r\nHur?"),
                    ("choosing", "wishes"),
                    ("talk_title_1", "Nycklar"),
                    ("talk_title_2", "Pengar"),
                    ("talk_title_3", "Unga"),
                    ("talk_facilitators_3", "Li Berg"),
                    ("talk_title_4", "Städning"),
                    ("talk_title_5", "  "),
                ],
            )
            .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        assert_eq!(sent.to, format!("{PROGRAMME}?gjort=tillagd#new"));
        let shown = visit.get(sent.to.split('#').next().unwrap()).await;
        let notice = shown.text.find("Programpunkten är tillagd").unwrap();
        assert!(notice > shown.text.find(r#"id="new""#).unwrap());
        assert!(shown.text.contains("Gruppsamtal &#60;b&#62;") && !shown.text.contains("<b>"));
        assert!(shown.text.contains("Eva Ek och Bo Alm, smeder, Bygdens smedja"));
        let item = &programme_of(&visit.database, &visit.event).await[0];
        assert_eq!(item.talks.len(), 4);
        assert_eq!(item.questions.len(), 2);

        // The form of an item says what the item says: sent again it changes nothing.
        let href = shown.address(r#"href="/sv/organisera/evenemang/lediga-rum/program/"#);
        let form = visit.get(&href).await;
        assert_eq!(form.status, StatusCode::OK);
        let fields = fields_in(&form.text);
        let pairs: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let saved = visit.post(&href, &pairs).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        assert!(saved.to.contains("?gjort=andrad#item-"), "{}", saved.to);
        assert_eq!(&programme_of(&visit.database, &visit.event).await[0], item);
    }
}

/// What a browser would send of a page's form, as far as this slice's forms go.
fn fields_in(html: &str) -> Vec<(String, String)> {
    let plain = |text: &str| {
        text.replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
            .replace("&#34;", "\"")
    };
    let attribute = |tag: &str, name: &str| -> Option<String> {
        let start = format!(r#" {name}=""#);
        let at = tag.find(&start)? + start.len();
        Some(plain(tag[at..].split('"').next()?))
    };
    let mut fields: Vec<(String, String)> = vec![];
    for part in html.split('<').skip(1) {
        let tag = part.split('>').next().unwrap();
        let Some(name) = attribute(tag, "name") else {
            if part.starts_with("option") && tag.contains(" selected") {
                let chosen = attribute(tag, "value").unwrap();
                fields.last_mut().expect("options stand in a select").1 = chosen;
            }
            continue;
        };
        let ticked = tag.contains(r#"type="radio""#) || tag.contains(r#"type="checkbox""#);
        match part {
            _ if part.starts_with("textarea") => {
                let text = part.split_once('>').unwrap().1;
                fields.push((name, plain(text.strip_prefix('\n').unwrap_or(text))));
            }
            _ if part.starts_with("select") => fields.push((name, String::new())),
            _ if part.starts_with("input") && (!ticked || tag.contains(" checked")) => {
                fields.push((name, attribute(tag, "value").unwrap()));
            }
            _ => {}
        }
    }
    fields
}

#[tokio::test]
async fn what_was_typed_is_kept_when_something_is_wrong() {
    for visit in visits().await {
        let sent = visit
            .post(
                PROGRAMME,
                &[
                    ("starts", "sen"),
                    ("title", ""),
                    ("text", "Å & ä"),
                    ("talk_text_en_6", "Hi <x>"),
                ],
            )
            .await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.text.contains("<title>Fel: Program"), "{}", sent.text);
        for kept in ["Å &#38; ä", "Hi &#60;x&#62;", r#"value="sen""#, r##"href="#talk_title_6""##]
        {
            assert!(sent.text.contains(kept), "{kept}\n{}", sent.text);
        }
        assert!(programme_of(&visit.database, &visit.event).await.is_empty());
    }
}

#[tokio::test]
async fn items_are_moved_and_removed_by_buttons() {
    for visit in visits().await {
        for title in ["Ett", "Två"] {
            let sent = visit.post(PROGRAMME, &[("title", title), ("text", "Mer")]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER);
        }
        let shown = visit.get(PROGRAMME).await;
        assert_eq!(shown.text.matches(r#"value="up""#).count(), 1);
        let id = programme_of(&visit.database, &visit.event).await[1].id;
        let step = format!("{PROGRAMME}/{id}/flytt");
        let moved = visit.post(&step, &[("to", "up")]).await;
        assert_eq!(moved.to, format!("{PROGRAMME}?gjort=flyttad#item-{id}"));
        assert_eq!(titles(&visit.database, &visit.event).await, ["Två", "Ett"]);
        let astray = visit.post(&step, &[("to", "left")]).await;
        assert_eq!(astray.status, StatusCode::BAD_REQUEST);

        let removal = format!("{PROGRAMME}/{id}/borttagning");
        let question = visit.get(&removal).await;
        assert!(question.text.contains("Ta bort Två?"), "{}", question.text);
        assert_eq!(titles(&visit.database, &visit.event).await.len(), 2);
        let removed = visit.post(&removal, &[]).await;
        assert_eq!(removed.to, format!("{PROGRAMME}?gjort=borttagen"));
        assert_eq!(titles(&visit.database, &visit.event).await, ["Ett"]);
        for path in [&removal, &step, &format!("{PROGRAMME}/{id}"), &format!("{PROGRAMME}/x")] {
            let gone = visit.post(path, &[("to", "up"), ("title", "x")]).await;
            assert!(matches!(gone.status, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED));
        }
        assert_eq!(
            visit.get(&PROGRAMME.replace("lediga", "x")).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

#[tokio::test]
async fn an_item_that_somebody_chose_in_stays_and_the_page_says_why() {
    for visit in visits().await {
        let fields =
            [("title", "Spår"), ("choosing", "first_come"), ("talk_title_1", "A"), ("ends", "")];
        assert_eq!(visit.post(PROGRAMME, &fields).await.status, StatusCode::SEE_OTHER);
        let wanted = Wanted { wishes: vec![], choices: vec![(1, 1)] };
        register(&visit.database, &visit.event, "alva", wanted).await;
        let id = programme_of(&visit.database, &visit.event).await[0].id;
        let english = format!("/en/organise/events/lediga-rum/programme/{id}/removal");
        let shown = visit.get(&english).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(!shown.text.contains("Remove the item"), "{}", shown.text);
        let tried = visit.post(&english, &[]).await;
        assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(tried.text.contains("<title>Error: ") && tried.text.contains("cannot be removed"));
        assert_eq!(programme_of(&visit.database, &visit.event).await.len(), 1);
    }
}
