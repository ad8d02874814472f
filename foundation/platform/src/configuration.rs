//! What an instance is told about itself: one TOML file, and the environment over it.
//!
//! A variable `SAMVERK_` + the key's path in upper case, with `__` between steps, wins over the
//! file: `SAMVERK_LIMITS__WRITES_PER_MINUTE=0`.

use serde::Deserialize;
use std::path::{Path, PathBuf};

const PREFIX: &str = "SAMVERK_";

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Configuration {
    /// The address people use: `https://samverk.example.org`. Without it, `http://` and the
    /// address the server listens on.
    pub public_url: Option<String>,
    /// The organisation that runs the instance, by name, as the accessibility statement must say it.
    pub operator: Option<String>,
    /// The instance's key, 32 bytes or more in URL-safe base64. Without it, `DATA/key`.
    pub key: Option<String>,
    /// Addresses or networks (`10.0.0.0/8`) whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<String>,
    /// Assets from the working tree and letters at `/dev/mail`. Never on a public machine.
    pub dev: bool,
    pub database: Database,
    pub mail: Mail,
    pub limits: Limits,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `postgres://…`; without it, SQLite in the data folder.
    pub url: Option<String>,
    pub connections: u32,
    /// Let writes that wait at the same time share one wait for the disk (SQLite).
    pub group_commit: bool,
    /// `full`, or `off` to measure what durability costs (SQLite).
    pub synchronous: Synchronous,
}

impl Default for Database {
    fn default() -> Self {
        Self { url: None, connections: 16, group_commit: true, synchronous: Synchronous::Full }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Synchronous {
    Full,
    Off,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    pub transport: MailTransport,
    pub from_name: String,
    pub from_address: String,
    /// Where letters are written as files; without it, `DATA/mail`.
    pub folder: Option<PathBuf>,
    pub smtp: Smtp,
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            transport: MailTransport::Folder,
            from_name: "Samverk".to_owned(),
            from_address: "samverk@example.org".to_owned(),
            folder: None,
            smtp: Smtp::default(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTransport {
    Folder,
    Smtp,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub security: SmtpSecurity,
    pub user: Option<String>,
    pub password: Option<String>,
    /// Certificates, in PEM, of authorities of your own; believed beside the public ones.
    pub ca_file: Option<PathBuf>,
    /// The name we greet with.
    pub hello: String,
    pub timeout_seconds: u64,
}

impl Default for Smtp {
    fn default() -> Self {
        Self {
            host: "localhost".to_owned(),
            port: 587,
            security: SmtpSecurity::Starttls,
            user: None,
            password: None,
            ca_file: None,
            hello: "localhost".to_owned(),
            timeout_seconds: 30,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpSecurity {
    /// Only to a relay on the same machine or network.
    None,
    Starttls,
    Tls,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Writes in a minute from one address; 0 sets no limit.
    pub writes_per_minute: u32,
    /// Pictures, in mebibytes.
    pub picture_mib: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { writes_per_minute: 600, picture_mib: 8 }
    }
}

/// Reads `file` if one is given, and puts the environment over it. The error is a sentence.
pub fn read(
    file: Option<&Path>,
    environment: impl Iterator<Item = (String, String)>,
) -> Result<Configuration, String> {
    let text = match file {
        Some(file) => std::fs::read_to_string(file)
            .map_err(|error| format!("{} cannot be read: {error}", file.display()))?,
        None => String::new(),
    };
    let mut table: toml::Table =
        text.parse().map_err(|error| format!("the configuration cannot be understood: {error}"))?;
    for (name, value) in environment {
        // Variables for tests are not the instance's.
        if let Some(path) = name.strip_prefix(PREFIX).filter(|it| !it.starts_with("TEST_")) {
            let steps: Vec<String> = path.split("__").map(str::to_ascii_lowercase).collect();
            put(&mut table, &steps, typed(&value))
                .map_err(|()| format!("{name} names a key inside a value that is no table"))?;
        }
    }
    table.try_into().map_err(|error| format!("the configuration cannot be understood: {error}"))
}

/// `true`, `600` and `["a"]` are what they look like; everything else is text.
fn typed(value: &str) -> toml::Value {
    let parsed: Option<toml::Table> = format!("it = {value}").parse().ok();
    parsed
        .and_then(|mut table| table.remove("it"))
        .filter(|it| !it.is_datetime() && !it.is_float())
        .unwrap_or_else(|| toml::Value::String(value.to_owned()))
}

fn put(table: &mut toml::Table, steps: &[String], value: toml::Value) -> Result<(), ()> {
    match steps {
        [] => Err(()),
        [last] => {
            table.insert(last.clone(), value);
            Ok(())
        }
        [first, rest @ ..] => {
            let below = table
                .entry(first.clone())
                .or_insert_with(|| toml::Value::Table(toml::Table::new()));
            put(below.as_table_mut().ok_or(())?, rest, value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
        let pairs: Vec<_> = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        pairs.into_iter()
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let file = std::env::temp_dir().join(format!("samverk-{}.toml", crate::ids::new()));
        std::fs::write(&file, "[limits]\nwrites_per_minute = 20\npicture_mib = 3\n").unwrap();
        let read = read(
            Some(&file),
            environment(&[
                ("SAMVERK_LIMITS__WRITES_PER_MINUTE", "0"),
                ("SAMVERK_PUBLIC_URL", "https://samverk.example.org"),
                ("SAMVERK_MAIL__SMTP__PASSWORD", "12.5"),
                ("SAMVERK_TEST_POSTGRES", "postgres://x"),
                ("HOME", "/"),
            ]),
        )
        .unwrap();
        assert_eq!(read.limits.writes_per_minute, 0);
        assert_eq!(read.limits.picture_mib, 3);
        assert_eq!(read.public_url.as_deref(), Some("https://samverk.example.org"));
        assert_eq!(read.mail.smtp.password.as_deref(), Some("12.5"));
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn an_unknown_key_is_named() {
        let error = read(None, environment(&[("SAMVERK_LIMITS__WRITES", "1")])).unwrap_err();
        assert!(error.contains("writes"), "{error}");
    }
}
