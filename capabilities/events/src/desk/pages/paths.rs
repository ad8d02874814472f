//! Where the pages of the desk are, besides those that others lead to as well.

use shared::{Language, addresses};

pub fn edit(language: Language, slug: &str) -> String {
    addresses::organise_event_part(language, slug, "andring", "edit")
}

pub fn preview(language: Language, slug: &str) -> String {
    addresses::organise_event_part(language, slug, "forhandsvisning", "preview")
}

pub fn publication(language: Language, slug: &str) -> String {
    addresses::organise_event_part(language, slug, "publicering", "publication")
}

pub fn cancellation(language: Language, slug: &str) -> String {
    addresses::organise_event_part(language, slug, "installning", "cancellation")
}

/// A letter that is sent once more.
pub fn letters(language: Language, slug: &str) -> String {
    addresses::organise_event_part(language, slug, "brev", "letters")
}

pub fn programme(language: Language, slug: &str) -> String {
    addresses::organise_event_part(language, slug, "program", "programme")
}

pub fn registrations(language: Language, slug: &str) -> String {
    addresses::organise_event_part(language, slug, "anmalda", "registrations")
}

/// The parts of the list of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Coming,
    Drafts,
    Past,
}

impl Tab {
    pub const ALL: [Self; 3] = [Self::Coming, Self::Drafts, Self::Past];

    fn code(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Coming, Language::Swedish) => "kommande",
            (Self::Coming, Language::English) => "coming",
            (Self::Drafts, Language::Swedish) => "utkast",
            (Self::Drafts, Language::English) => "drafts",
            (Self::Past, Language::Swedish) => "tidigare",
            (Self::Past, Language::English) => "past",
        }
    }

    pub fn href(self, language: Language, page: u32) -> String {
        let desk = addresses::organise(language);
        if self == Self::Coming {
            return desk.to_owned();
        }
        let (show, nth) = match language {
            Language::Swedish => ("visa", "sida"),
            Language::English => ("show", "page"),
        };
        let list = format!("{desk}?{show}={}", self.code(language));
        if page > 1 { format!("{list}&{nth}={page}") } else { list }
    }

    /// Which list is asked for, and which page of it, from 1.
    pub fn of(query: Option<&str>) -> (Self, u32) {
        let said = |names: [&str; 2]| {
            query.unwrap_or_default().split('&').find_map(|pair| {
                pair.split_once('=').filter(|(name, _)| names.contains(name)).map(|(_, it)| it)
            })
        };
        let tab = Self::ALL.into_iter().find(|tab| {
            Language::ALL.iter().any(|it| said(["visa", "show"]) == Some(tab.code(*it)))
        });
        let page = said(["sida", "page"]).and_then(|it| it.parse().ok()).unwrap_or(1);
        (tab.unwrap_or(Self::Coming), page.clamp(1, 10_000))
    }
}

/// What was just done, told on the page that one is led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Saved,
    Published,
    Cancelled,
    SentAgain,
}

impl Done {
    const ALL: [Self; 4] = [Self::Saved, Self::Published, Self::Cancelled, Self::SentAgain];

    fn query(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Saved, Language::Swedish) => "klart=sparat",
            (Self::Saved, Language::English) => "done=saved",
            (Self::Published, Language::Swedish) => "klart=publicerat",
            (Self::Published, Language::English) => "done=published",
            (Self::Cancelled, Language::Swedish) => "klart=installt",
            (Self::Cancelled, Language::English) => "done=cancelled",
            (Self::SentAgain, Language::Swedish) => "klart=skickat",
            (Self::SentAgain, Language::English) => "done=sent",
        }
    }

    pub fn href(self, language: Language, slug: &str) -> String {
        format!("{}?{}", addresses::organise_event(language, slug), self.query(language))
    }

    pub fn of(query: Option<&str>) -> Option<Self> {
        let said = query.unwrap_or_default();
        Self::ALL.into_iter().find(|done| {
            Language::ALL.iter().any(|it| said.split('&').any(|pair| pair == done.query(*it)))
        })
    }
}
