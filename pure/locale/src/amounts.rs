//! Numbers and lists in running text. Not here: plural forms; those belong to the wording.

use crate::Language;

/// "12 500" with a space that never breaks, "12,500". Negative numbers get a true minus sign.
pub fn number(language: Language, number: i64) -> String {
    let group = match language {
        Language::Swedish => '\u{a0}',
        Language::English => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    if number < 0 {
        text.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

/// "a, b och c", "a, b and c"; one item alone, and nothing for no items.
pub fn list(language: Language, items: &[impl AsRef<str>]) -> String {
    let and = match language {
        Language::Swedish => " och ",
        Language::English => " and ",
    };
    let mut text = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push_str(if at + 1 == items.len() { and } else { ", " });
        }
        text.push_str(item.as_ref());
    }
    text
}
