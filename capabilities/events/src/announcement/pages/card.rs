//! An event in a list: a thing one can open.

use crate::announcement::pages::places::{self, PlacesLine};
use crate::announcement::pages::said::{Said, Teller};
use crate::announcement::rules;
use crate::event::{self, Event, State};
use crate::registration;
use askama::Template;
use platform::clock::Now;
use shared::addresses;
use web::Words;
use web::weave::{Shape, cover};

/// A card; written unescaped inside `<ul class="cards">`.
#[derive(Template, Clone)]
#[template(path = "announcement/pages/card.html")]
pub struct EventCard {
    /// 2 or 3: of the heading that the card is.
    level: u8,
    href: String,
    title: Said,
    weekday: String,
    day: String,
    month: String,
    when: String,
    place: String,
    cancelled: Option<String>,
    places: Option<PlacesLine>,
    cover: String,
    picture: Option<CardPicture>,
}

#[derive(Clone)]
struct CardPicture {
    href: String,
    alt: String,
    width: u32,
    height: u32,
}

impl EventCard {
    pub fn new(words: &Words, now: Now, event: &Event, level: u8) -> Self {
        let language = words.language;
        let leaf = locale::short_day(language, event.first_day().day);
        let mut leaf = leaf.split(' ').map(str::to_owned);
        let mut part = || leaf.next().unwrap_or_default();
        let (weekday, day, month) = (part(), part(), part());
        let cancelled = matches!(event.state, State::Cancelled { .. });
        let places = if rules::is_over(event, now) {
            None
        } else {
            places::on_card(words, event, registration::availability(event, now))
        };
        let picture = event.content.picture.as_ref().map(|it| CardPicture {
            href: addresses::picture(it.id),
            alt: it.alt.words(language).to_owned(),
            width: it.width,
            height: it.height,
        });
        let title = Teller::new(language).say(&event.content.title);
        Self {
            level,
            href: addresses::event(language, &event.slug),
            title: title.unwrap_or_else(|| Said::own(event.slug.clone())),
            weekday,
            day,
            month,
            when: event::when_in_words(language, event),
            place: event::where_in_words(words, event),
            cancelled: cancelled.then(|| words.text("announcement-tag-cancelled")),
            places,
            // Who registered is not asked for every card: all threads are alike.
            cover: if picture.is_none() {
                cover(&event.slug, [0; 5], Shape::Card)
            } else {
                String::new()
            },
            picture,
        }
    }
}
