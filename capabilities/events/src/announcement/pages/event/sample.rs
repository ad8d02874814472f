//! An invented event with everything in it, for samples of its pages.

use crate::announcement::pages::event::{Around, EventBody, EventPage};
use crate::announcement::reads::WholeEvent;
use crate::event::{Appearance, PlaceLimit, RelatedLink, sample_event};
use crate::programme::{Choosing, GroupTalk, ItemKind, ProgrammeItem};
use jiff::civil::time;
use platform::clock::Now;
use platform::ids::Uuid;
use shared::Text;
use shared::ids::{EventId, GroupTalkId, PlaceLimitId, ProgrammeItemId};
use web::Words;

fn somebody(names: &[&str], title: &str) -> Appearance {
    Appearance {
        names: names.iter().map(|it| (*it).to_owned()).collect(),
        title: title.to_owned(),
        affiliation: "Hällnäs skola".to_owned(),
    }
}

fn item(number: u128, kind: ItemKind, title: Text, at: (i8, i8)) -> ProgrammeItem {
    ProgrammeItem {
        id: ProgrammeItemId(Uuid::from_u128(100 + number)),
        day: None,
        starts: Some(time(at.0, at.1, 0, 0)),
        ends: None,
        kind,
        title,
        text: Text::default(),
        appearances: vec![],
        questions: vec![],
        choosing: Choosing::None,
        talks: vec![],
    }
}

fn talk(id: u128, number: u32, title: &str) -> GroupTalk {
    GroupTalk {
        id: GroupTalkId(Uuid::from_u128(id)),
        number,
        title: Text::sv(title),
        text: Text::sv("Vem svarar om något går sönder?"),
        facilitators: vec![somebody(&["Torvald Ekerot"], "jurist")],
        limit: PlaceLimit { id: PlaceLimitId(Uuid::from_u128(id)), places: Some(12), taken: 9 },
    }
}

impl WholeEvent {
    /// "Lediga rum" with a programme, people, funders and a conference to come.
    pub fn sample() -> Self {
        let mut event = sample_event();
        event.content.series = Text::sv("Länets samtal");
        event.content.series_about = Text::sv("Vi möts fyra gånger om året.");
        event.content.co_organisers = vec!["Hällnäs kommun".to_owned()];
        event.content.project = Text::sv("Öppna hus");
        event.content.co_funders = vec!["Europeiska unionen".to_owned()];
        event.content.links = vec![RelatedLink {
            label: "Om öppna hus".to_owned(),
            href: "https://example.org/hus".to_owned(),
        }];
        let mut conference = sample_event();
        conference.id = EventId(Uuid::from_u128(11));
        conference.slug = "oppna-hus".to_owned();
        conference.content.title = Text::sv("Öppna hus");
        event.pre_meeting_of = Some(conference.id);
        let welcome = ProgrammeItem {
            appearances: vec![somebody(&["Yusuf Hallenberg", "Ingegerd Snöbohm"], "rektorer")],
            text: Text::sv("Så öppnade vi skolan."),
            ..item(1, ItemKind::Welcome, Text::both("Välkommen", "Welcome"), (16, 0))
        };
        let tables = ProgrammeItem {
            questions: vec![Text::sv("Vad fattas hos er?")],
            choosing: Choosing::FirstCome,
            talks: vec![talk(201, 1, "Försäkring & ansvar"), talk(202, 2, "Ungas egna rum")],
            ..item(2, ItemKind::GroupTalks, Text::default(), (16, 40))
        };
        let pause = item(3, ItemKind::Break, Text::default(), (17, 30));
        let mut wishes = item(4, ItemKind::GroupTalks, Text::sv("Fler samtal"), (17, 40));
        wishes.choosing = Choosing::RankedWishes;
        wishes.talks = vec![talk(203, 1, "Bokning utan krångel")];
        Self {
            event,
            programme: vec![welcome, tables, pause, wishes],
            sectors: [31, 12, 2, 0, 0],
            conference: Some(conference),
            pre_meetings: vec![],
        }
    }
}

impl EventBody {
    pub fn sample(words: &Words) -> Self {
        let at = "2027-05-18T12:00:00Z".parse().expect("this text is an instant");
        let around = Around {
            words,
            now: Now { at },
            public_url: "https://samverk.example.org",
            preview: false,
        };
        Self::new(around, &WholeEvent::sample())
    }
}

impl EventPage {
    pub fn sample(words: &Words) -> Self {
        Self { page: EventBody::sample(words) }
    }
}
