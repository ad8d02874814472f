//! The form of one programme item, new or old, and how it is read.

use crate::event::{self, Event};
use crate::programme::{Choosing, ItemKind, ProgrammeItem};
use crate::programme_desk::pages::wording;
use crate::programme_desk::types::{ItemAsked, TalkAsked};
use askama::Template;
use shared::Text;
use shared::ids::{GroupTalkId, PlaceLimitId};
use web::forms::{Checkbox, Choice, Choices, Maybe, Problems, Select, TextArea, TextField, Width};
use web::{Fields, Words};

/// So many rows for group talks stand in a form at the least.
const ROWS_MIN: u32 = 4;
/// So many of them are empty at the least, in the form of an item that has talks.
const ROWS_EMPTY: u32 = 2;
/// No form that we show has more rows.
const ROWS_MAX: u32 = 100;

/// One row of the section "Gruppsamtal".
pub struct TalkRow {
    pub nth: u32,
    pub legend: String,
    /// The talk that the row was filled from; empty for a new one.
    pub id: String,
    pub number: TextField,
    pub title: TextField,
    pub places: TextField,
    pub facilitators: TextArea,
    pub text: TextArea,
    pub english_open: bool,
    pub title_en: TextField,
    pub text_en: TextArea,
    pub removed: Maybe<Checkbox>,
}

#[derive(Template)]
#[template(path = "programme_desk/pages/form.html")]
pub struct ItemForm {
    pub action: String,
    /// The level of the headings inside.
    pub level: u8,
    pub starts: TextField,
    pub ends: TextField,
    pub kind: Select,
    /// Only of an event of several days.
    pub day: Maybe<Select>,
    pub title: TextField,
    pub text: TextArea,
    pub appearances: TextArea,
    pub questions: TextArea,
    pub english: String,
    pub english_open: bool,
    pub title_en: TextField,
    pub text_en: TextArea,
    pub questions_en: TextArea,
    pub talks_heading: String,
    pub talks_lead: String,
    pub choosing: Choices,
    pub rows: Vec<TalkRow>,
    pub send: String,
    pub leave: Option<(String, String)>,
}

impl ItemForm {
    /// A form filled with what `typed` says.
    pub fn new(
        words: &Words,
        event: &Event,
        typed: &Fields,
        problems: &Problems,
        (action, send): (String, String),
    ) -> Self {
        let line = |name: &str, label: String| {
            TextField::new(name, label, typed.raw(name)).problem(problems)
        };
        let area = |name: &str, label: String, rows| {
            TextArea::new(name, label, typed.raw(name), rows).problem(problems)
        };
        let is_open = |names: &[&str]| {
            names.iter().any(|it| !typed.raw(it).trim().is_empty() || problems.of(it).is_some())
        };
        Self {
            action,
            level: 3,
            starts: line("starts", words.text("programme_desk-starts"))
                .hint(words.text("programme_desk-starts-hint"))
                .width(Width::Tiny),
            ends: line("ends", words.text("programme_desk-ends"))
                .hint(words.text("programme_desk-ends-hint"))
                .width(Width::Tiny),
            kind: kind_field(words, typed),
            day: Maybe((event.days.len() > 1).then(|| day_field(words, event, typed, problems))),
            title: line("title", words.text("programme_desk-title-sv")).language("sv").required(),
            text: area("text", words.text("programme_desk-text-sv"), 3)
                .optional(words)
                .language("sv"),
            appearances: area("appearances", words.text("programme_desk-appearances"), 2)
                .optional(words)
                .hint(words.text("programme_desk-appearances-hint")),
            questions: area("questions", words.text("programme_desk-questions-sv"), 2)
                .optional(words)
                .hint(words.text("programme_desk-questions-hint"))
                .language("sv"),
            english: words.text("programme_desk-english"),
            english_open: is_open(&["title_en", "text_en", "questions_en"]),
            title_en: line("title_en", words.text("programme_desk-title-en")).language("en"),
            text_en: area("text_en", words.text("programme_desk-text-en"), 3).language("en"),
            questions_en: area("questions_en", words.text("programme_desk-questions-en"), 2)
                .hint(words.text("programme_desk-questions-en-hint"))
                .language("en"),
            talks_heading: words.text("programme_desk-talks"),
            talks_lead: words.text("programme_desk-talks-lead"),
            choosing: choosing_field(words, typed, problems),
            rows: (1..=rows_shown(typed)).map(|nth| row(words, nth, typed, problems)).collect(),
            send,
            leave: None,
        }
    }

    /// In a page of its own, with a way back.
    pub fn alone(mut self, leave: String, href: String) -> Self {
        self.level = 2;
        self.leave = Some((leave, href));
        self
    }
}

fn kind_field(words: &Words, typed: &Fields) -> Select {
    let chosen = ItemKind::from_code(typed.raw("kind")).unwrap_or(ItemKind::Talk);
    let choices =
        ItemKind::ALL.map(|it| Choice::new(it.code(), wording::kind(words, it), it == chosen));
    Select::new("kind", words.text("programme_desk-kind"), choices.to_vec()).width(Width::Small)
}

fn day_field(words: &Words, event: &Event, typed: &Fields, problems: &Problems) -> Select {
    let choices = event.days.iter().map(|it| {
        let value = it.day.to_string();
        let chosen = typed.raw("day") == value;
        Choice::new(value, locale::day(words.language, it.day), chosen)
    });
    Select::new("day", words.text("programme_desk-day"), choices.collect()).problem(problems)
}

fn choosing_field(words: &Words, typed: &Fields, problems: &Problems) -> Choices {
    let chosen = Choosing::from_code(typed.raw("choosing")).unwrap_or(Choosing::None);
    let choices = Choosing::ALL.map(|it| {
        let note = match it {
            Choosing::None => words.text("programme_desk-choosing-none-note"),
            Choosing::RankedWishes => words.text("programme_desk-choosing-wishes-note"),
            Choosing::FirstCome => words.text("programme_desk-choosing-first-come-note"),
        };
        let label = wording::choosing_choice(words, it);
        Choice::new(it.code(), label, it == chosen).note(note)
    });
    let legend = words.text("programme_desk-choosing");
    Choices::one_of("choosing", legend, choices.to_vec()).problem(problems)
}

fn row(words: &Words, nth: u32, typed: &Fields, problems: &Problems) -> TalkRow {
    let line = |name: &str, label: String| {
        let name = format!("talk_{name}_{nth}");
        let value = typed.raw(&name).to_owned();
        TextField::new(name, label, value).problem(problems)
    };
    let area = |name: &str, label: String| {
        let name = format!("talk_{name}_{nth}");
        let value = typed.raw(&name).to_owned();
        TextArea::new(name, label, value, 2).problem(problems)
    };
    let english_open = ["title_en", "text_en"].into_iter().any(|it| {
        let name = format!("talk_{it}_{nth}");
        !typed.raw(&name).trim().is_empty() || problems.of(&name).is_some()
    });
    let id = typed.raw(&format!("talk_id_{nth}")).to_owned();
    let removed = format!("talk_removed_{nth}");
    TalkRow {
        nth,
        legend: words.text_with("programme_desk-talk", [("nth", nth.into())]),
        removed: Maybe((!id.is_empty()).then(|| {
            let checked = typed.raw(&removed) == "yes";
            Checkbox::new(removed.clone(), words.text("programme_desk-talk-remove"), checked)
        })),
        id,
        number: line("number", words.text("programme_desk-talk-number"))
            .width(Width::Tiny)
            .inputmode("numeric"),
        title: line("title", words.text("programme_desk-title-sv")).language("sv"),
        places: line("places", words.text("programme_desk-talk-places"))
            .width(Width::Tiny)
            .inputmode("numeric"),
        facilitators: area("facilitators", words.text("programme_desk-talk-facilitators")),
        text: area("text", words.text("programme_desk-text-sv")).language("sv"),
        english_open,
        title_en: line("title_en", words.text("programme_desk-title-en")).language("en"),
        text_en: area("text_en", words.text("programme_desk-text-en")).language("en"),
    }
}

/// The last row that says anything, or says from which talk it was filled.
fn rows_filled(typed: &Fields) -> u32 {
    typed
        .pairs()
        .filter(|(name, value)| name.starts_with("talk_") && !value.trim().is_empty())
        .filter_map(|(name, _)| name.rsplit('_').next()?.parse().ok())
        .filter(|nth| (1..=ROWS_MAX).contains(nth))
        .max()
        .unwrap_or(0)
}

fn rows_shown(typed: &Fields) -> u32 {
    match rows_filled(typed) {
        0 => ROWS_MIN,
        filled => (filled + ROWS_EMPTY).clamp(ROWS_MIN, ROWS_MAX),
    }
}

/// What a form brought.
pub fn read(fields: &Fields) -> ItemAsked {
    ItemAsked {
        starts: fields.line("starts"),
        ends: fields.line("ends"),
        day: fields.line("day"),
        kind: ItemKind::from_code(fields.raw("kind")),
        title: Text::both(fields.line("title"), fields.line("title_en")),
        text: Text::both(fields.text("text"), fields.text("text_en")),
        appearances: fields.text("appearances"),
        questions: Text::both(fields.text("questions"), fields.text("questions_en")),
        choosing: Choosing::from_code(fields.raw("choosing")),
        talks: (1..=rows_filled(fields)).map(|nth| read_row(fields, nth)).collect(),
    }
}

fn read_row(fields: &Fields, nth: u32) -> TalkAsked {
    let line = |name: &str| fields.line(&format!("talk_{name}_{nth}"));
    let text = |name: &str| fields.text(&format!("talk_{name}_{nth}"));
    TalkAsked {
        row: nth,
        id: line("id").parse().ok(),
        new_id: GroupTalkId::new(),
        new_limit: PlaceLimitId::new(),
        number: line("number"),
        title: Text::both(line("title"), line("title_en")),
        text: Text::both(text("text"), text("text_en")),
        facilitators: text("facilitators"),
        places: line("places"),
        removed: line("removed") == "yes",
    }
}

/// The fields of an item as it is.
pub fn fields_of(language: shared::Language, item: &ProgrammeItem) -> Fields {
    let time = |it: Option<jiff::civil::Time>| {
        it.map_or_else(String::new, |it| locale::time(language, it))
    };
    let questions = event::write_pairs(&item.questions);
    let mut fields = Fields::default();
    fields.set("starts", time(item.starts));
    fields.set("ends", time(item.ends));
    fields.set("day", item.day.map_or_else(String::new, |it| it.to_string()));
    fields.set("kind", item.kind.code());
    fields.set("title", item.title.sv.as_str());
    fields.set("title_en", item.title.en.as_str());
    fields.set("text", item.text.sv.as_str());
    fields.set("text_en", item.text.en.as_str());
    fields.set("appearances", event::write_appearances(language, &item.appearances));
    fields.set("questions", questions.sv);
    fields.set("questions_en", questions.en);
    fields.set("choosing", item.choosing.code());
    for (nth, talk) in (1..).zip(&item.talks) {
        let mut set = |name: &str, value: String| fields.set(&format!("talk_{name}_{nth}"), value);
        set("id", talk.id.to_string());
        set("number", talk.number.to_string());
        set("title", talk.title.sv.clone());
        set("title_en", talk.title.en.clone());
        set("text", talk.text.sv.clone());
        set("text_en", talk.text.en.clone());
        set("facilitators", event::write_appearances(language, &talk.facilitators));
        set("places", talk.limit.places.map_or_else(String::new, |it| it.to_string()));
    }
    fields
}
