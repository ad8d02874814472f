//! Where pages are. The language is the first segment and the rest is in that language; an act is
//! a noun below the thing it acts on. Slugs, codes and tokens are safe in an address as they are.

use locale::Language::{self, English, Swedish};

pub fn start(language: Language) -> &'static str {
    match language {
        Swedish => "/sv",
        English => "/en",
    }
}

pub fn events(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/evenemang",
        English => "/en/events",
    }
}

pub fn past_events(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/evenemang?visa=tidigare",
        English => "/en/events?show=past",
    }
}

pub fn event(language: Language, slug: &str) -> String {
    format!("{}/{slug}", events(language))
}

pub fn event_calendar(language: Language, slug: &str) -> String {
    format!("{}/{slug}.ics", events(language))
}

pub fn event_print(language: Language, slug: &str) -> String {
    match language {
        Swedish => format!("/sv/evenemang/{slug}/utskrift"),
        English => format!("/en/events/{slug}/print"),
    }
}

/// `code`: of an event by invitation.
pub fn registration_form(language: Language, slug: &str, code: Option<&str>) -> String {
    let form = match language {
        Swedish => format!("/sv/evenemang/{slug}/anmalan"),
        English => format!("/en/events/{slug}/registration"),
    };
    match code {
        Some(code) => format!("{form}/{code}"),
        None => form,
    }
}

pub fn receipt(language: Language, slug: &str, token: &str) -> String {
    match language {
        Swedish => format!("/sv/evenemang/{slug}/kvitto/{token}"),
        English => format!("/en/events/{slug}/receipt/{token}"),
    }
}

/// "Send me my link again", of one event.
pub fn link_again(language: Language, slug: &str) -> String {
    match language {
        Swedish => format!("/sv/evenemang/{slug}/min-lank"),
        English => format!("/en/events/{slug}/my-link"),
    }
}

pub fn personal_page(language: Language, token: &str) -> String {
    match language {
        Swedish => format!("/sv/anmalan/{token}"),
        English => format!("/en/registration/{token}"),
    }
}

pub fn personal_change(language: Language, token: &str) -> String {
    match language {
        Swedish => format!("/sv/anmalan/{token}/andring"),
        English => format!("/en/registration/{token}/change"),
    }
}

pub fn withdrawal(language: Language, token: &str) -> String {
    match language {
        Swedish => format!("/sv/anmalan/{token}/avanmalan"),
        English => format!("/en/registration/{token}/withdrawal"),
    }
}

pub fn sign_in(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/inloggning",
        English => "/en/sign-in",
    }
}

/// The page that a one-time link leads to; a button there confirms it.
pub fn sign_in_link(language: Language, token: &str) -> String {
    format!("{}/{token}", sign_in(language))
}

pub fn sign_out(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/utloggning",
        English => "/en/sign-out",
    }
}

pub fn organise(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/organisera",
        English => "/en/organise",
    }
}

pub fn people(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/organisera/personer",
        English => "/en/organise/people",
    }
}

pub fn new_event(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/organisera/evenemang/nytt",
        English => "/en/organise/events/new",
    }
}

/// Where a draft is made from a text that there is already.
pub fn new_from_text(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/organisera/evenemang/ny-fran-text",
        English => "/en/organise/events/new-from-text",
    }
}

/// An event as its organiser sees it; everything an organiser does to it stands below.
pub fn organise_event(language: Language, slug: &str) -> String {
    match language {
        Swedish => format!("/sv/organisera/evenemang/{slug}"),
        English => format!("/en/organise/events/{slug}"),
    }
}

/// `sv`, `en`: the noun below an organiser's event, in each language.
pub fn organise_event_part(language: Language, slug: &str, sv: &str, en: &str) -> String {
    let part = match language {
        Swedish => sv,
        English => en,
    };
    format!("{}/{part}", organise_event(language, slug))
}

pub fn privacy(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/personuppgifter",
        English => "/en/privacy",
    }
}

pub fn accessibility(language: Language) -> &'static str {
    match language {
        Swedish => "/sv/tillganglighet",
        English => "/en/accessibility",
    }
}

pub fn picture(id: crate::ids::PictureId) -> String {
    format!("/bilder/{id}.jpg")
}
