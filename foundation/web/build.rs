//! Makes the assets when they have not been made: `npm ci` from the lockfile, then the bundle.
//! `cargo xtask assets` does the same with more patience; this is for a bare `cargo build`.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=assets/dist");
    println!("cargo::rerun-if-changed=build.rs");
    let assets = Path::new("assets");
    if assets.join("dist/samverk.css").exists() {
        return;
    }
    for arguments in [&["ci"][..], &["run", "build"]] {
        let done = Command::new("npm").args(arguments).current_dir(assets).status();
        assert!(
            done.is_ok_and(|it| it.success()),
            "the assets could not be made: run `npm {}` in foundation/web/assets and see why",
            arguments.join(" ")
        );
    }
}
