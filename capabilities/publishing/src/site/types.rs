//! Nouns of the site. They hold; they do not decide.

use jiff::Timestamp;
use jiff::civil::Date;
use platform::id_type;
use shared::{Email, Language};

id_type! {
    /// A message about the site.
    MessageId
}

/// What a message is called between whoever left it and us: eight letters and digits without
/// those that look alike, written "7K2M-QX4D".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNumber(String);

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl CaseNumber {
    /// Of chance: who left other messages, and how many, cannot be guessed from it.
    pub fn from_bytes(bytes: [u8; 5]) -> Self {
        let number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let mut text = String::with_capacity(9);
        for nth in (0..8).rev() {
            text.push(char::from(LETTERS[(number >> (5 * nth) & 31) as usize]));
            if nth == 4 {
                text.push('-');
            }
        }
        Self(text)
    }

    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_uppercase();
        let (first, second) = text.split_once('-')?;
        let is_half = |half: &str| half.len() == 4 && half.bytes().all(|it| LETTERS.contains(&it));
        (is_half(first) && is_half(second)).then_some(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A message as it arrived: read, but not yet judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaveMessage {
    pub id: MessageId,
    pub case_number: CaseNumber,
    pub text: String,
    /// As it was typed; empty where nobody waits for an answer.
    pub email: String,
    pub language: Language,
}

/// A message that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub id: MessageId,
    pub case_number: CaseNumber,
    pub text: String,
    pub email: Option<String>,
    pub language: Language,
    pub received_at: Timestamp,
    pub answered_at: Option<Timestamp>,
}

/// A message that the rules have accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    pub text: String,
    pub email: Option<Email>,
}

/// Why a message is not taken. The rule names it, the page words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    TextMissing,
    /// How many letters it may have.
    TextTooLong(usize),
    EmailImplausible,
    /// So many lie unread that nobody would read one more.
    Full,
}

/// How far the site follows the rules on accessibility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    Fully,
    Partly,
    Not,
}

/// Why something is not accessible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Against the rules, to be mended.
    NotMended,
    /// The work would be out of proportion (12 §).
    Disproportionate,
}

/// Something that some people cannot use, and what they can do instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    pub what: String,
    pub reason: Reason,
    pub alternative: String,
}

/// What a statement on accessibility must hold, as it is written down. Only
/// [`crate::site::rules::complete`] makes it one that can be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementDraft {
    /// Who answers for the site.
    pub actor: String,
    /// What the site is called.
    pub service: String,
    pub compliance: Option<Compliance>,
    pub defects: Vec<Defect>,
    pub assessed_on: Option<Date>,
    pub updated_on: Option<Date>,
    /// How it was assessed.
    pub method: String,
    /// Where the form for messages sends to.
    pub message_action: String,
    /// Digg's form for complaints.
    pub complaint_href: String,
    /// What is excepted as out of proportion (12 §), or that nothing is.
    pub exemptions: String,
    /// Content that the rules do not cover (9 §), or that there is none.
    pub outside: String,
}
