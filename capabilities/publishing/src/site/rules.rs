//! What may be left as a message, and when a statement may be shown. Pure: no clock, no database,
//! no wording.

use crate::site::types::{Accepted, Compliance, Defect, LeaveMessage, Refusal, StatementDraft};
use jiff::SignedDuration;
use jiff::civil::Date;
use shared::Email;

/// The longest message, in letters.
pub const TEXT_CHARACTERS_MAX: usize = 4000;
/// How many messages are kept at the most.
pub const MESSAGES_MAX: i64 = 2000;
/// How long a message is kept after it was answered.
pub const ANSWERED_KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);
/// How long any message is kept.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 730);

/// Every fault at once, so that nobody has to send twice.
pub fn accept(message: &LeaveMessage) -> Result<Accepted, Vec<Refusal>> {
    let mut refusals = vec![];
    let text = message.text.trim();
    if text.is_empty() {
        refusals.push(Refusal::TextMissing);
    }
    if text.chars().count() > TEXT_CHARACTERS_MAX {
        refusals.push(Refusal::TextTooLong(TEXT_CHARACTERS_MAX));
    }
    let email = match message.email.trim() {
        "" => None,
        typed => match Email::parse(typed) {
            Ok(email) => Some(email),
            Err(_) => {
                refusals.push(Refusal::EmailImplausible);
                None
            }
        },
    };
    if refusals.is_empty() { Ok(Accepted { text: text.to_owned(), email }) } else { Err(refusals) }
}

/// A statement that holds all that it must. Only [`complete`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompleteStatement {
    draft: StatementDraft,
    compliance: Compliance,
    assessed_on: Date,
    updated_on: Date,
}

impl CompleteStatement {
    pub fn compliance(&self) -> Compliance {
        self.compliance
    }

    pub fn assessed_on(&self) -> Date {
        self.assessed_on
    }

    pub fn updated_on(&self) -> Date {
        self.updated_on
    }

    pub fn text(&self) -> &StatementDraft {
        &self.draft
    }
}

/// What a statement lacks, or says against itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    Actor,
    Service,
    Compliance,
    /// There are none where there must be some, some where there are none, or one is not told whole.
    Defects,
    AssessedOn,
    UpdatedOn,
    Method,
    MessageAction,
    ComplaintHref,
    Exemptions,
    Outside,
}

/// Each of the eleven parts must be there.
pub fn complete(draft: StatementDraft) -> Result<CompleteStatement, Vec<Lack>> {
    let mut lacks = vec![];
    for (text, lack) in [
        (&draft.actor, Lack::Actor),
        (&draft.service, Lack::Service),
        (&draft.method, Lack::Method),
        (&draft.message_action, Lack::MessageAction),
        (&draft.complaint_href, Lack::ComplaintHref),
        (&draft.exemptions, Lack::Exemptions),
        (&draft.outside, Lack::Outside),
    ] {
        if text.trim().is_empty() {
            lacks.push(lack);
        }
    }
    let is_told = |it: &Defect| !it.what.trim().is_empty() && !it.alternative.trim().is_empty();
    let flawless = draft.compliance == Some(Compliance::Fully);
    if draft.defects.is_empty() != flawless || !draft.defects.iter().all(is_told) {
        lacks.push(Lack::Defects);
    }
    match (draft.compliance, draft.assessed_on, draft.updated_on) {
        (Some(compliance), Some(assessed_on), Some(updated_on)) if lacks.is_empty() => {
            Ok(CompleteStatement { compliance, assessed_on, updated_on, draft })
        }
        (compliance, assessed_on, updated_on) => {
            lacks.extend(compliance.is_none().then_some(Lack::Compliance));
            lacks.extend(assessed_on.is_none().then_some(Lack::AssessedOn));
            lacks.extend(updated_on.is_none().then_some(Lack::UpdatedOn));
            Err(lacks)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::types::{CaseNumber, MessageId, Reason};
    use shared::Language;

    fn message(text: &str, email: &str) -> LeaveMessage {
        LeaveMessage {
            id: MessageId::new(),
            case_number: CaseNumber::from_bytes([0; 5]),
            text: text.to_owned(),
            email: email.to_owned(),
            language: Language::Swedish,
        }
    }

    #[test]
    fn a_message_needs_words_and_nothing_else() {
        let accepted = accept(&message(" Knappen syns inte. ", "  ")).unwrap();
        assert_eq!(accepted, Accepted { text: "Knappen syns inte.".to_owned(), email: None });
        assert!(accept(&message("x", "eva@example.org")).unwrap().email.is_some());
        assert_eq!(
            accept(&message(" \n", "eva")),
            Err(vec![Refusal::TextMissing, Refusal::EmailImplausible])
        );
    }

    #[test]
    fn a_message_may_have_so_many_letters_and_no_more() {
        assert!(accept(&message(&"å".repeat(TEXT_CHARACTERS_MAX), "")).is_ok());
        assert_eq!(
            accept(&message(&"å".repeat(TEXT_CHARACTERS_MAX + 1), "")),
            Err(vec![Refusal::TextTooLong(TEXT_CHARACTERS_MAX)])
        );
    }

    #[test]
    fn a_case_number_can_be_read_back() {
        let number = CaseNumber::from_bytes([0xff, 0, 0x11, 0x22, 0x33]);
        assert_eq!(number.as_str().len(), 9);
        assert_eq!(CaseNumber::parse(number.as_str()), Some(number.clone()));
        assert_eq!(CaseNumber::parse(&number.as_str().to_lowercase()), Some(number));
        assert_eq!(CaseNumber::from_bytes([0; 5]).as_str(), "0000-0000");
        for text in ["", "0000", "0000-000", "0000-000O", "00000000", "0000-0000-", "åå-åå"] {
            assert_eq!(CaseNumber::parse(text), None, "{text}");
        }
    }

    fn draft() -> StatementDraft {
        let text = || "ord".to_owned();
        StatementDraft {
            actor: text(),
            service: text(),
            compliance: Some(Compliance::Partly),
            defects: vec![Defect { what: text(), reason: Reason::NotMended, alternative: text() }],
            assessed_on: Some(Date::constant(2026, 11, 20)),
            updated_on: Some(Date::constant(2026, 11, 25)),
            method: text(),
            message_action: text(),
            complaint_href: text(),
            exemptions: text(),
            outside: text(),
        }
    }

    #[test]
    fn a_statement_without_one_of_its_parts_is_none() {
        assert!(complete(draft()).is_ok());
        let empty = String::new;
        let no_alternative =
            Defect { what: "x".to_owned(), reason: Reason::NotMended, alternative: " ".to_owned() };
        let lacking = [
            (StatementDraft { actor: empty(), ..draft() }, Lack::Actor),
            (StatementDraft { service: empty(), ..draft() }, Lack::Service),
            (StatementDraft { compliance: None, ..draft() }, Lack::Compliance),
            (StatementDraft { defects: vec![], ..draft() }, Lack::Defects),
            (StatementDraft { defects: vec![no_alternative], ..draft() }, Lack::Defects),
            (StatementDraft { compliance: Some(Compliance::Fully), ..draft() }, Lack::Defects),
            (StatementDraft { assessed_on: None, ..draft() }, Lack::AssessedOn),
            (StatementDraft { updated_on: None, ..draft() }, Lack::UpdatedOn),
            (StatementDraft { method: " ".to_owned(), ..draft() }, Lack::Method),
            (StatementDraft { message_action: empty(), ..draft() }, Lack::MessageAction),
            (StatementDraft { complaint_href: empty(), ..draft() }, Lack::ComplaintHref),
            (StatementDraft { exemptions: empty(), ..draft() }, Lack::Exemptions),
            (StatementDraft { outside: empty(), ..draft() }, Lack::Outside),
        ];
        for (draft, lack) in lacking {
            let lacks = complete(draft).unwrap_err();
            assert_eq!(lacks, [lack]);
        }
        assert_eq!(complete(StatementDraft::default()).unwrap_err().len(), 11);
    }
}
