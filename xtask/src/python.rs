//! A Python with numpy, in a folder of its own under `target/`: the judges beside the checkout are
//! written in it. Nothing else needs one.

use std::path::{Path, PathBuf};

use crate::debian::{self, Package};
use crate::{programs, tell, tree};

const NUMPY: &str = "numpy==2.2.6";

/// The interpreter, or nothing where there is nobody to judge.
pub fn ensure() -> Result<Option<PathBuf>, String> {
    if !tree::root().join("../shared").is_dir() {
        println!("skipped: no ../shared beside the checkout, so nobody judges plans and drafts");
        return Ok(None);
    }
    debian::ensure(&[Package::Python])?;
    let folder = tree::target().join("xtask/python");
    let python = folder.join("bin/python3");
    if has_numpy(&python) {
        return Ok(Some(python));
    }
    tell::step(&format!("installing {NUMPY} in {}", folder.display()));
    let mut make = programs::command("python3", &["-m", "venv", "--clear"], Path::new("/"));
    make.arg(&folder);
    programs::run(make)?;
    let install = || {
        let words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", NUMPY];
        programs::command(&python, &words, Path::new("/"))
    };
    programs::run_thrice(install).map_err(|_| {
        format!("could not install. Run: {} -m pip install {NUMPY}", python.display())
    })?;
    Ok(Some(python))
}

fn has_numpy(python: &Path) -> bool {
    python.is_file()
        && programs::output(programs::command(python, &["-c", "import numpy"], Path::new("/")))
            .is_ok()
}
