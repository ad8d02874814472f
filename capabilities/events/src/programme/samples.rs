//! An invented programme item, for samples of pages and for tests of rules.

use crate::event::{Appearance, PlaceLimit};
use crate::programme::types::{Choosing, GroupTalk, ItemKind, ProgrammeItem};
use jiff::civil::time;
use platform::ids::Uuid;
use shared::Text;
use shared::ids::{GroupTalkId, PlaceLimitId, ProgrammeItemId};

/// An item with so many talks, numbered from 1. Items and talks of different ways to choose have
/// different ids.
pub fn sample_item(choosing: Choosing, talks: u32) -> ProgrammeItem {
    let family = match choosing {
        Choosing::None => 100,
        Choosing::RankedWishes => 200,
        Choosing::FirstCome => 300,
    };
    let titles = ["Nycklar & ansvar", "Ungas egna rum", "Bokning utan krångel", "Städning"];
    ProgrammeItem {
        id: ProgrammeItemId(Uuid::from_u128(family)),
        day: None,
        starts: Some(time(16, 40, 0, 0)),
        ends: Some(time(17, 30, 0, 0)),
        kind: if talks == 0 { ItemKind::Talk } else { ItemKind::GroupTalks },
        title: Text::both("Gruppsamtal", "Group talks"),
        text: Text::default(),
        appearances: vec![],
        questions: vec![Text::sv("Vad behövs för att komma i gång?")],
        choosing,
        talks: (1..=talks)
            .map(|number| GroupTalk {
                id: GroupTalkId(Uuid::from_u128(family + 10 + u128::from(number))),
                number,
                title: Text::sv(titles[(number as usize - 1) % titles.len()]),
                text: Text::sv("Vi läser tre riktiga avtal."),
                facilitators: vec![Appearance {
                    names: vec!["Torvald Ekerot".to_owned()],
                    ..Appearance::default()
                }],
                limit: PlaceLimit {
                    id: PlaceLimitId(Uuid::from_u128(family + 20 + u128::from(number))),
                    places: None,
                    taken: 0,
                },
            })
            .collect(),
    }
}
