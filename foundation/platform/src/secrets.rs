//! The instance's key and what is made with it: marks that only we can make, and chance.
//!
//! The key stands in the configuration or in `DATA/key`, never in the database: who gets hold of
//! the rows alone can open nobody's personal page.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::{digest, hmac, rand};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::OnceLock;

const KEY_BYTES: usize = 32;
/// How much of a MAC goes into an address: 128 bits, beyond any guessing.
pub const MARK_BYTES: usize = 16;

/// The key of one instance.
#[derive(Clone)]
pub struct Key(hmac::Key);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    /// Reads the key from `file`, or makes one there that only its owner can read.
    pub fn read_or_make(file: &Path) -> io::Result<Self> {
        use std::os::unix::fs::OpenOptionsExt;
        match std::fs::read_to_string(file) {
            Ok(text) => Self::parse(text.trim()).ok_or_else(|| {
                io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("{} does not hold a key of {KEY_BYTES} bytes", file.display()),
                )
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let bytes: [u8; KEY_BYTES] = random();
                let mut made = std::fs::OpenOptions::new()
                    .write(true)
                    .create_new(true)
                    .mode(0o600)
                    .open(file)?;
                writeln!(made, "{}", URL_SAFE_NO_PAD.encode(bytes))?;
                made.sync_all()?;
                Ok(Self::from_bytes(&bytes))
            }
            Err(error) => Err(error),
        }
    }

    /// A key as it is written in a file or in the configuration.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        (bytes.len() >= KEY_BYTES).then(|| Self::from_bytes(&bytes))
    }

    /// A mark over `parts` that only the holder of the key can make. `purpose` keeps marks of one
    /// kind from being used as another.
    pub fn mark(&self, purpose: &str, parts: &[&[u8]]) -> [u8; MARK_BYTES] {
        let mut context = hmac::Context::with_key(&self.0);
        context.update(purpose.as_bytes());
        for part in parts {
            // The length stands before each part, so that parts cannot be shifted into another.
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let tag = context.sign();
        let mut mark = [0; MARK_BYTES];
        mark.copy_from_slice(&tag.as_ref()[..MARK_BYTES]);
        mark
    }
}

/// Whether two marks are the same, in a time that does not tell where they differ.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && left.iter().zip(right).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

/// The text of bytes that can stand in an address.
pub fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of a text from an address, if it is one.
pub fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// What is kept of a secret that is looked up: not the secret.
pub fn fingerprint(secret: &str) -> String {
    text(digest::digest(&digest::SHA256, secret.as_bytes()).as_ref())
}

/// Bytes that nobody can foresee.
pub fn random<const N: usize>() -> [u8; N] {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks for chance")]
    fn source() -> &'static rand::SystemRandom {
        static SOURCE: OnceLock<rand::SystemRandom> = OnceLock::new();
        SOURCE.get_or_init(rand::SystemRandom::new)
    }
    let mut bytes = [0; N];
    rand::SecureRandom::fill(source(), &mut bytes)
        .expect("the machine's source of chance does not end");
    bytes
}

/// A secret of 192 bits for an address or a cookie.
pub fn token() -> String {
    text(&random::<24>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_depends_on_key_purpose_and_the_bounds_between_parts() {
        let key = Key::from_bytes(b"one");
        let mark = key.mark("link", &[b"ab", b"c"]);
        assert_eq!(mark, key.mark("link", &[b"ab", b"c"]));
        assert_ne!(mark, key.mark("link", &[b"a", b"bc"]));
        assert_ne!(mark, key.mark("receipt", &[b"ab", b"c"]));
        assert_ne!(mark, Key::from_bytes(b"two").mark("link", &[b"ab", b"c"]));
    }

    #[test]
    fn the_key_is_made_once_and_only_its_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let file = std::env::temp_dir().join(format!("samverk-key-{}", crate::ids::new()));
        let made = Key::read_or_make(&file).unwrap();
        let read = Key::read_or_make(&file).unwrap();
        assert_eq!(made.mark("t", &[b"x"]), read.mark("t", &[b"x"]));
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::write(&file, "short").unwrap();
        assert!(Key::read_or_make(&file).is_err());
        std::fs::remove_file(&file).unwrap();
    }
}
