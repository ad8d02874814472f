//! What people who registered are written. Each letter is said once, as finished values.

use crate::event::{self, AttendanceMode, Event, LinkDispatch};
use crate::programme::ProgrammeItem;
use crate::registration::types::Registration;
use jiff::civil::Date;
use shared::Language;
use web::Words;
use web::letters::LetterText;

/// What a letter to somebody who registered is made of.
pub struct Told<'a> {
    pub words: &'a Words,
    pub event: &'a Event,
    pub name: &'a str,
    /// Titles of what they wished and chose, in order, each with what it is.
    pub own: Vec<(String, String)>,
    /// Whole addresses.
    pub personal_href: String,
    pub event_href: String,
    pub may_change_until: Option<Date>,
}

impl Told<'_> {
    fn language(&self) -> Language {
        self.words.language
    }

    fn title(&self) -> String {
        self.event.content.title.words(self.language()).to_owned()
    }

    fn begin(&self, subject: String) -> LetterText {
        let greeting =
            self.words.text_with("registration-letter-greeting", [("name", self.name.into())]);
        LetterText::new(self.words, subject, greeting)
    }

    /// Day, hours, place, and when the link comes.
    fn facts(&self) -> Vec<(String, String)> {
        let words = self.words;
        let mut facts = vec![
            (words.text("registration-letter-what"), self.title()),
            (
                words.text("registration-letter-when"),
                event::when_in_words(self.language(), self.event),
            ),
            (words.text("registration-letter-where"), event::where_in_words(words, self.event)),
        ];
        if let Some(day) = link_day(self.event) {
            let day = locale::day(self.language(), day);
            facts.push((
                words.text("registration-letter-link"),
                words.text_with("registration-letter-link-comes", [("day", day.into())]),
            ));
        }
        facts
    }

    fn contact(&self) -> Option<String> {
        self.event.contact().map(|contact| {
            self.words.text_with(
                "registration-letter-contact",
                [("name", contact.name.as_str().into()), ("email", contact.email.as_str().into())],
            )
        })
    }

    fn event_page(&self) -> String {
        self.words.text_with(
            "registration-letter-event-page",
            [("href", self.event_href.as_str().into())],
        )
    }

    fn personal_link(&self, mut letter: LetterText) -> LetterText {
        letter.link = self.words.text("registration-letter-personal-link");
        letter.href.clone_from(&self.personal_href);
        letter
    }
}

/// The day on which the meeting link is sent, of an event that has one to send.
pub fn link_day(event: &Event) -> Option<Date> {
    let dispatch: LinkDispatch = event.dispatch?;
    (event.mode != AttendanceMode::OnSite)
        .then(|| event::dispatch_day(dispatch, event.first_day().day))
}

/// What somebody wished and chose, each with what it is, in words.
pub fn own(
    words: &Words,
    programme: &[ProgrammeItem],
    registration: &Registration,
) -> Vec<(String, String)> {
    let language = words.language;
    let mut own = vec![];
    let talks = || programme.iter().flat_map(|item| item.talks.iter().map(move |it| (item, it)));
    for (rank, wish) in (1_i64..).zip(&registration.wishes) {
        if let Some((_, talk)) = talks().find(|(_, it)| it.id == *wish) {
            own.push((
                words.text_with("registration-own-wish", [("rank", rank.into())]),
                format!("{}. {}", talk.number, talk.title.words(language)),
            ));
        }
    }
    for (item, talk) in talks() {
        if registration.choices.iter().any(|(_, it)| *it == talk.id) {
            own.push((
                item.title.words(language).to_owned(),
                format!("{}. {}", talk.number, talk.title.words(language)),
            ));
        }
    }
    own
}

pub fn confirmation(told: &Told<'_>) -> LetterText {
    let words = told.words;
    let subject =
        words.text_with("registration-confirmation-subject", [("title", told.title().into())]);
    let mut letter = told.personal_link(told.begin(subject));
    letter.before.push(words.text("registration-confirmation-registered"));
    letter.facts = told.facts();
    letter.facts.extend(told.own.iter().cloned());
    if let Some(day) = told.may_change_until {
        let day = locale::day(told.language(), day);
        letter
            .after
            .push(words.text_with("registration-letter-change-until", [("day", day.into())]));
    }
    letter.after.push(words.text("registration-letter-keep-link"));
    letter.after.push(told.event_page());
    letter.after.extend(told.contact());
    letter
}

/// To somebody who asked for their link, or who registered once more.
pub fn link(told: &Told<'_>) -> LetterText {
    let words = told.words;
    let subject = words.text_with("registration-link-subject", [("title", told.title().into())]);
    let mut letter = told.personal_link(told.begin(subject));
    letter.before.push(words.text("registration-link-why"));
    letter.facts = told.facts();
    letter.facts.extend(told.own.iter().cloned());
    letter.after.push(words.text("registration-letter-keep-link"));
    letter.after.push(told.event_page());
    letter.after.extend(told.contact());
    letter
}

/// `changed`: this person had another link before.
pub fn meeting_link(told: &Told<'_>, href: &str, changed: bool) -> LetterText {
    let words = told.words;
    let title = told.title();
    let subject = if changed {
        words.text_with("registration-meeting-link-changed-subject", [("title", title.into())])
    } else {
        words.text_with("registration-meeting-link-subject", [("title", title.into())])
    };
    let mut letter = told.begin(subject);
    letter.before.push(if changed {
        words.text("registration-meeting-link-changed")
    } else {
        words.text("registration-meeting-link-here")
    });
    letter.facts = vec![
        (words.text("registration-letter-what"), told.title()),
        (words.text("registration-letter-when"), event::when_in_words(told.language(), told.event)),
        (words.text("registration-letter-where"), event::where_in_words(words, told.event)),
    ];
    letter.facts.extend(told.own.iter().cloned());
    letter.link = words.text("registration-meeting-link-open");
    href.clone_into(&mut letter.href);
    letter.after.push(words.text("registration-meeting-link-yours"));
    letter.after.push(words.text_with(
        "registration-letter-personal-page",
        [("href", told.personal_href.as_str().into())],
    ));
    letter.after.extend(told.contact());
    letter
}

/// `was`: day, time and place before, in words.
pub fn change(told: &Told<'_>, was: &str) -> LetterText {
    let words = told.words;
    let subject = words.text_with("registration-change-subject", [("title", told.title().into())]);
    let mut letter = told.personal_link(told.begin(subject));
    letter.before.push(words.text("registration-change-new"));
    letter.facts = told.facts();
    if !was.is_empty() {
        letter.facts.push((words.text("registration-change-was"), was.to_owned()));
    }
    letter.after.push(words.text("registration-change-stands"));
    letter.after.push(told.event_page());
    letter.after.extend(told.contact());
    letter
}

pub fn cancellation(told: &Told<'_>) -> LetterText {
    let words = told.words;
    let subject =
        words.text_with("registration-cancellation-subject", [("title", told.title().into())]);
    let mut letter = told.begin(subject);
    letter.before.push(words.text("registration-cancellation-text"));
    letter.facts = vec![
        (words.text("registration-letter-what"), told.title()),
        (words.text("registration-letter-when"), event::when_in_words(told.language(), told.event)),
    ];
    letter.after.push(told.event_page());
    letter.after.extend(told.contact());
    letter
}

pub fn withdrawal(told: &Told<'_>) -> LetterText {
    let words = told.words;
    let subject =
        words.text_with("registration-withdrawal-subject", [("title", told.title().into())]);
    let mut letter = told.begin(subject);
    letter.before.push(words.text("registration-withdrawal-text"));
    letter.after.push(words.text("registration-withdrawal-again"));
    letter.after.push(told.event_page());
    letter.after.extend(told.contact());
    letter
}

/// To the organiser. `href`: where the link is entered.
pub fn link_missing(words: &Words, event: &Event, name: &str, href: String) -> LetterText {
    let title = event.content.title.words(words.language);
    let greeting = words.text_with("registration-letter-greeting", [("name", name.into())]);
    let subject = words.text_with("registration-link-missing-subject", [("title", title.into())]);
    let mut letter = LetterText::new(words, subject, greeting);
    let day = link_day(event).map(|day| locale::day(words.language, day)).unwrap_or_default();
    letter.before.push(words.text_with("registration-link-missing-text", [("day", day.into())]));
    letter.link = words.text("registration-link-missing-enter");
    letter.href = href;
    letter.after.push(words.text("registration-link-missing-waits"));
    letter
}
