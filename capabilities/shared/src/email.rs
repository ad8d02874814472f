//! E-mail addresses as people type them.

/// The longest address that mail servers take, in characters.
const CHARACTERS_MAX: usize = 254;

/// A plausible address, as typed but trimmed. Whether anybody reads it only a letter can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailProblem {
    Empty,
    /// No `@`, or nothing before or after it, or a sign that no address has.
    Implausible,
}

impl Email {
    pub fn parse(typed: &str) -> Result<Self, EmailProblem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(EmailProblem::Empty);
        }
        let plausible = typed.chars().count() <= CHARACTERS_MAX
            && typed.rsplit_once('@').is_some_and(|(local, host)| {
                local_part(local)
                    && host.contains('.')
                    && host.split('.').all(|label| {
                        !label.is_empty()
                            && !label.starts_with('-')
                            && !label.ends_with('-')
                            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                    })
            });
        if plausible { Ok(Self(typed.to_owned())) } else { Err(EmailProblem::Implausible) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of one address have in common: lower case.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

/// What stands before the `@`: letters, figures and the signs that mail servers take unquoted.
fn local_part(local: &str) -> bool {
    !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Result<&str, EmailProblem>) {
        assert_eq!(Email::parse(typed).map(|it| it.key()), expected.map(str::to_owned));
    }

    #[test]
    fn reads_addresses_as_people_type_them() {
        check("  Eva.Ek@Example.org ", Ok("eva.ek@example.org"));
        check("eva+samtal@bygd.example.org", Ok("eva+samtal@bygd.example.org"));
        check("åsa@räksmörgås.example", Ok("åsa@räksmörgås.example"));
        check("", Err(EmailProblem::Empty));
        check("   ", Err(EmailProblem::Empty));
        check("eva", Err(EmailProblem::Implausible));
        check("eva@", Err(EmailProblem::Implausible));
        check("@example.org", Err(EmailProblem::Implausible));
        check("eva@example", Err(EmailProblem::Implausible));
        check("eva ek@example.org", Err(EmailProblem::Implausible));
        check("eva@example..org", Err(EmailProblem::Implausible));
        check("eva@example.org>, bo@example.org", Err(EmailProblem::Implausible));
        check("eva@example.org\r\nBcc: bo@example.org", Err(EmailProblem::Implausible));
    }
}
