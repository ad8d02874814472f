//! Programs from Debian packages: found, or installed when we may, or asked for in a sentence.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::programs::{self, find};
use crate::tell;

/// A package and the program in it that we start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Package {
    Chromium,
    Nginx,
    Postgresql,
    Python,
}

impl Package {
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Nginx => "nginx-light",
            Self::Postgresql => "postgresql",
            Self::Python => "python3-venv",
        }
    }

    /// The program, or the folder of programs, that the package brings.
    pub fn found(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => find("chromium"),
            Self::Nginx => find("nginx").or_else(|| {
                // Where people's PATH lacks the folder for administrators' programs.
                Some(PathBuf::from("/usr/sbin/nginx")).filter(|file| file.is_file())
            }),
            Self::Postgresql => postgresql_programs(),
            Self::Python => find("python3").filter(|python| {
                // Debian cuts this part out of Python and gives it a package of its own.
                let words = ["-c", "import ensurepip, venv"];
                programs::output(programs::command(python, &words, Path::new("/"))).is_ok()
            }),
        }
    }
}

/// Sees to it that all packages are there.
pub fn ensure(packages: &[Package]) -> Result<(), String> {
    let missing: Vec<&str> =
        packages.iter().filter(|it| it.found().is_none()).map(|it| it.name()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!(
        "apt-get update && apt-get install -y --no-install-recommends {}",
        missing.join(" ")
    );
    if find("apt-get").is_none() {
        return Err(format!("missing: {}. On Debian, as root: {by_hand}", missing.join(", ")));
    }
    if !is_root()? {
        return Err(format!("missing: {}. Run: sudo sh -c '{by_hand}'", missing.join(", ")));
    }
    tell::step(&format!("installing from Debian: {}", missing.join(", ")));
    let install = || {
        let mut command = Command::new("sh");
        command.args(["-c", &by_hand]).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    programs::run_thrice(install).map_err(|_| format!("could not install. Run: {by_hand}"))?;
    match packages.iter().find(|it| it.found().is_none()) {
        None => Ok(()),
        Some(package) => Err(format!("{} was installed and is not found", package.name())),
    }
}

/// Node, npm and a C compiler: what the README asks for before the first command.
pub fn ensure_build_tools() -> Result<(), String> {
    const WANTED: [(&str, &str); 3] = [
        ("cc", "a C compiler (Debian package build-essential)"),
        ("node", "Node 20 or later (https://nodejs.org)"),
        ("npm", "npm, which comes with Node"),
    ];
    let missing: Vec<&str> =
        WANTED.iter().filter(|(name, _)| find(name).is_none()).map(|(_, what)| *what).collect();
    if !missing.is_empty() {
        return Err(format!("please install first: {}", missing.join("; ")));
    }
    let version = programs::output(programs::command("node", &["--version"], Path::new("/")))?;
    match major_version(&version) {
        Some(major) if major >= 20 => Ok(()),
        _ => Err(format!("Node {} is too old: please install version 20 or later", version.trim())),
    }
}

pub fn is_root() -> Result<bool, String> {
    Ok(programs::output(programs::command("id", &["-u"], Path::new("/")))?.trim() == "0")
}

/// The newest `/usr/lib/postgresql/VERSION/bin` with a server in it, or where PATH has one.
fn postgresql_programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .collect();
    folders.sort();
    folders.pop().map(|(_, folder)| folder).or_else(|| {
        let initdb = find("initdb")?.canonicalize().ok()?;
        Some(initdb.parent()?.to_owned())
    })
}

fn major_version(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_node_versions() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("v8.1.0"), Some(8));
        assert_eq!(major_version("something"), None);
    }
}
