//! Where the pages of the site are, beyond what `shared::addresses` tells everybody.

use crate::site::types::{CaseNumber, MessageId};
use shared::Language::{self, English, Swedish};
use shared::addresses;

pub fn message(language: Language) -> String {
    match language {
        Swedish => format!("{}/meddelande", addresses::accessibility(language)),
        English => format!("{}/message", addresses::accessibility(language)),
    }
}

pub fn receipt(language: Language, case_number: &CaseNumber) -> String {
    format!("{}/{}", message(language), case_number.as_str())
}

pub fn messages(language: Language) -> String {
    match language {
        Swedish => format!("{}/meddelanden", addresses::organise(language)),
        English => format!("{}/messages", addresses::organise(language)),
    }
}

pub fn answer(language: Language, id: MessageId) -> String {
    match language {
        Swedish => format!("{}/{id}/svar", messages(language)),
        English => format!("{}/{id}/answer", messages(language)),
    }
}
