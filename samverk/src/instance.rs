//! An instance as commands find it: its configuration, folder, key and database. What runs on it
//! is in `serve` and `commands`.

use crate::app;
use crate::cli;
use platform::configuration::{self, Configuration, Synchronous};
use platform::database::{self, Database, DatabaseError, Location};
use platform::secrets::Key;
use std::fs::{DirBuilder, File, TryLockError};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// What the environment calls the level of the log; it is no key of the configuration.
pub const LOG_VARIABLE: &str = "SAMVERK_LOG";

/// Why a command ends without having done what it was asked: a sentence, and what the program
/// ends with.
#[derive(Debug)]
pub struct Stop {
    pub code: u8,
    pub sentence: String,
}

impl Stop {
    /// What was asked could not be done.
    pub fn failed(sentence: impl Into<String>) -> Self {
        Self { code: 1, sentence: sentence.into() }
    }

    /// What was asked could not be understood.
    pub fn unreadable(sentence: impl Into<String>) -> Self {
        Self { code: 2, sentence: sentence.into() }
    }
}

impl From<DatabaseError> for Stop {
    fn from(error: DatabaseError) -> Self {
        Self::failed(format!("The database did not do what was asked: {error}."))
    }
}

/// The folder and the configuration of one instance.
#[derive(Debug)]
pub struct Instance {
    pub folder: PathBuf,
    pub configuration: Configuration,
}

impl Instance {
    /// Reads the configuration and makes the folder, which only its owner may enter.
    pub fn find(asked: &cli::Instance) -> Result<Self, Stop> {
        // Variables that are no text cannot be ours.
        let environment = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .filter(|(name, _)| name != LOG_VARIABLE);
        let mut configuration = configuration::read(asked.config.as_deref(), environment)
            .map_err(|fault| Stop::unreadable(format!("{fault}.")))?;
        if asked.database.is_some() {
            configuration.database.url.clone_from(&asked.database);
        }
        if let Some(url) = &configuration.database.url
            && !(url.starts_with("postgres://") || url.starts_with("postgresql://"))
        {
            return Err(Stop::unreadable(
                "The database's address must begin with postgres://; without one, SQLite in the \
                 data folder is used.",
            ));
        }
        let folder = asked.data.clone();
        DirBuilder::new().recursive(true).mode(0o700).create(&folder).map_err(|error| {
            Stop::failed(format!("The folder {} cannot be made: {error}.", folder.display()))
        })?;
        Ok(Self { folder, configuration })
    }

    pub fn key(&self) -> Result<Key, Stop> {
        match &self.configuration.key {
            Some(text) => Key::parse(text).ok_or_else(|| {
                Stop::unreadable(
                    "The configured key must be 32 bytes or more in URL-safe base64 without padding.",
                )
            }),
            None => {
                let file = self.folder.join("key");
                Key::read_or_make(&file).map_err(|error| {
                    Stop::failed(format!("The key {} cannot be used: {error}.", file.display()))
                })
            }
        }
    }

    /// Opens the database; nothing is migrated yet.
    pub async fn open(&self) -> Result<Database, Stop> {
        let settings = &self.configuration.database;
        let location = match &settings.url {
            Some(url) => {
                Location::Postgres { url: url.clone(), connections: settings.connections.max(2) }
            }
            None => Location::Sqlite {
                file: self.folder.join("samverk.sqlite"),
                synchronous: match settings.synchronous {
                    Synchronous::Full => database::Synchronous::Full,
                    Synchronous::Off => database::Synchronous::Off,
                },
                group_commit: settings.group_commit,
            },
        };
        Database::open(&location)
            .await
            .map_err(|error| Stop::failed(format!("The database cannot be opened: {error}.")))
    }

    /// Opens the database and brings its tables up to date.
    pub async fn open_migrated(&self) -> Result<Database, Stop> {
        let database = self.open().await?;
        database.migrate(&app::migrations()).await?;
        Ok(database)
    }
}

/// Keeps a second server off the folder for as long as this is held.
#[derive(Debug)]
pub struct FolderLock {
    _held: File,
}

impl FolderLock {
    pub fn take(folder: &Path) -> Result<Self, Stop> {
        let path = folder.join("lock");
        let opened = File::options().create(true).truncate(false).write(true).open(&path);
        let file = opened.map_err(|error| {
            Stop::failed(format!("The file {} cannot be written: {error}.", path.display()))
        })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(Stop::failed(format!(
                "Another Samverk serves the folder {} already; stop it first, or choose another \
                 folder with --data.",
                folder.display()
            ))),
            Err(TryLockError::Error(error)) => Err(Stop::failed(format!(
                "The folder {} cannot be locked: {error}.",
                folder.display()
            ))),
        }
    }
}
