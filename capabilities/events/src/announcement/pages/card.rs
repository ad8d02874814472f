//! An event in a list: a thing one can open.

use crate::announcement::pages::places::{self, PlacesLine};
use crate::announcement::pages::said::{Said, Teller};
use crate::announcement::rules;
use crate::event::{self, Event, State};
use crate::registration;
use askama::Template;
use jiff::ToSpan;
use locale::Language;
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
            when: when(words, now, event),
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

/// "onsdag 26 maj kl. 16.00": enough to know whether one can. A year is said when it is not the
/// one that comes to mind.
fn when(words: &Words, now: Now, event: &Event) -> String {
    let language = words.language;
    let (first, last) = (event.first_day(), event.last_day());
    let today = now.today(&event.zone);
    let is_near =
        first.day >= today && today.checked_add(300.days()).is_ok_and(|limit| first.day < limit);
    if event.days.len() == 1 {
        let day = if is_near {
            locale::day_without_year(language, first.day)
        } else {
            locale::day(language, first.day)
        };
        let hours = locale::hours(language, first.starts, None);
        return match language {
            Language::Swedish => format!("{day} {hours}"),
            Language::English => format!("{day}, {hours}"),
        };
    }
    let follow = event
        .days
        .windows(2)
        .all(|pair| pair[0].day.checked_add(1.days()).is_ok_and(|next| next == pair[1].day));
    if follow {
        return locale::days(language, first.day, last.day);
    }
    let more = i64::try_from(event.days.len() - 1).unwrap_or(i64::MAX);
    let day = locale::day(language, first.day);
    words.text_with("announcement-card-more-days", [("day", day.into()), ("count", more.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{EventDay, sample_event};
    use web::words::Wordbook;

    #[test]
    fn a_card_says_when_in_few_words() {
        let book = Wordbook::new(&[crate::announcement::WORDS]).unwrap();
        let check = |days: &[&str], now: &str, swedish: &str, english: &str| {
            let mut event = sample_event();
            let hours = event.first_day();
            event.days =
                days.iter().map(|it| EventDay { day: it.parse().unwrap(), ..hours }).collect();
            let now = Now { at: now.parse().unwrap() };
            assert_eq!(when(book.of(Language::Swedish), now, &event), swedish);
            assert_eq!(when(book.of(Language::English), now, &event), english);
        };
        let may = "2027-05-18T12:00:00Z";
        check(&["2027-05-26"], may, "onsdag 26 maj kl. 16.00", "Wednesday 26 May, 16:00");
        let after = "2027-06-01T12:00:00Z";
        check(
            &["2027-05-26"],
            after,
            "onsdag 26 maj 2027 kl. 16.00",
            "Wednesday 26 May 2027, 16:00",
        );
        check(
            &["2027-05-26", "2027-05-27"],
            may,
            "onsdag 26–torsdag 27 maj 2027",
            "Wednesday 26 – Thursday 27 May 2027",
        );
        check(
            &["2027-05-26", "2027-06-02", "2027-06-09"],
            may,
            "onsdag 26 maj 2027 och 2 dagar till",
            "Wednesday 26 May 2027 and 2 more days",
        );
    }
}
