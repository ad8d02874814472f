//! Where things stand in the checkout.

use std::path::{Path, PathBuf};

/// The workspace's root folder.
pub fn root() -> PathBuf {
    // Cargo sets the variable for `cargo run`; the fallback serves who starts the program itself.
    let here = std::env::var("CARGO_MANIFEST_DIR")
        .unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&here).parent().expect("xtask lies in the workspace's root folder").to_owned()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

pub fn web_assets() -> PathBuf {
    root().join("foundation/web/assets")
}

pub fn acceptance() -> PathBuf {
    root().join("acceptance")
}

/// The built product, `profile` being cargo's folder name: `release` or `debug`.
pub fn binary(profile: &str) -> PathBuf {
    target().join(profile).join("samverk")
}
