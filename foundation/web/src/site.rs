//! What a handler needs of the running instance. Cheap to clone; made once, by the binary.

use crate::asked::SignedIn;
use crate::assets::Assets;
use crate::cache::PageCache;
use crate::protection::Limiter;
use crate::words::{Wordbook, Words};
use locale::Language;
use platform::clock::Clock;
use platform::database::{Database, DatabaseError};
use platform::secrets::Key;
use std::future::Future;
use std::net::IpAddr;
use std::ops::Deref;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;

/// Tells who holds a session, given the secret of its cookie.
pub type Gatekeeper = Arc<
    dyn Fn(String) -> Pin<Box<dyn Future<Output = Result<Option<SignedIn>, DatabaseError>> + Send>>
        + Send
        + Sync,
>;

/// The running instance.
#[derive(Clone)]
pub struct Site(Arc<SiteParts>);

pub struct SiteParts {
    pub database: Database,
    pub clock: Clock,
    pub key: Key,
    pub words: Wordbook,
    pub settings: Settings,
    pub assets: Assets,
    pub pages: PageCache,
    pub limiter: Limiter,
    pub gatekeeper: Gatekeeper,
}

/// What the configuration says about serving.
#[derive(Default, Debug, Clone)]
pub struct Settings {
    /// Scheme and host, without a slash at the end.
    pub public_url: String,
    /// 0: no limit.
    pub writes_per_minute: u32,
    pub picture_bytes_max: usize,
    pub trusted_proxies: Vec<(IpAddr, u8)>,
    pub dev: bool,
    /// Where letters are written as files, if they are.
    pub mail_folder: Option<PathBuf>,
    /// The organisation that runs the instance, by name.
    pub operator: Option<String>,
}

impl Site {
    pub fn new(parts: SiteParts) -> Self {
        Self(Arc::new(parts))
    }

    pub fn words(&self, language: Language) -> &Words {
        self.words.of(language)
    }

    /// A whole address, for letters, calendars and machines.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.public_url)
    }

    /// Whether people reach us over TLS.
    pub fn secure(&self) -> bool {
        self.settings.public_url.starts_with("https://")
    }
}

impl Deref for Site {
    type Target = SiteParts;
    fn deref(&self) -> &SiteParts {
        &self.0
    }
}
