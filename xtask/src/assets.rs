//! The web assets and other npm folders: installed by lockfile, built, and left alone when nothing
//! has changed since.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::{programs, tell, tree};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Always,
    /// Only when a source or the lockfile differs from the last time.
    Changed,
}

/// Makes `foundation/web/assets/dist/`, which the binary embeds.
pub fn build(when: When) -> Result<(), String> {
    let folder = tree::web_assets();
    if !folder.join("package-lock.json").is_file() {
        return Err(format!("{} has no package-lock.json", folder.display()));
    }
    let stamp = Stamp::of("web-assets", &folder)?;
    if when == When::Changed && stamp.is_current() && folder.join("dist").is_dir() {
        tell::step("web assets are as they were");
        return Ok(());
    }
    tell::step("fetching the pinned web assets (npm ci)");
    install(&folder)?;
    tell::step("building the web assets");
    programs::run(programs::command("npm", &["run", "--silent", "build"], &folder))?;
    stamp.keep()
}

/// `npm ci` in a folder, skipped when the lockfile is the one last installed.
pub fn install_if_changed(name: &str, folder: &Path) -> Result<(), String> {
    let stamp = Stamp::of(name, folder)?;
    if stamp.is_current() && folder.join("node_modules").is_dir() {
        return Ok(());
    }
    tell::step(&format!("npm ci in {name}/"));
    install(folder)?;
    stamp.keep()
}

fn install(folder: &Path) -> Result<(), String> {
    programs::run_thrice(|| {
        programs::command("npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder)
    })
}

/// Remembers, outside the folder it speaks of, what the folder held.
struct Stamp {
    file: PathBuf,
    mark: String,
}

impl Stamp {
    fn of(name: &str, folder: &Path) -> Result<Self, String> {
        let mark = fingerprint(folder)
            .map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        Ok(Self { file: tree::target().join("xtask").join(format!("{name}.stamp")), mark })
    }

    fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.mark)
    }

    fn keep(&self) -> Result<(), String> {
        let folder = self.file.parent().expect("the stamp lies in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&self.file, &self.mark))
            .map_err(|error| format!("cannot write {}: {error}", self.file.display()))
    }
}

/// Changes when any file of the folder does, installed and built files apart.
fn fingerprint(folder: &Path) -> std::io::Result<String> {
    let mut files = BTreeSet::new();
    collect(folder, &mut files)?;
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(folder).unwrap_or(&file).hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if matches!(name, "node_modules" | "dist" | "output") {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.insert(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_a_changed_source_and_ignores_what_was_built() {
        let folder = std::env::temp_dir().join(format!("samverk-assets-{}", std::process::id()));
        fs::create_dir_all(folder.join("src")).unwrap();
        fs::create_dir_all(folder.join("dist")).unwrap();
        fs::write(folder.join("src/a.css"), "a{}").unwrap();
        let before = fingerprint(&folder).unwrap();
        fs::write(folder.join("dist/a.css"), "a{}").unwrap();
        assert_eq!(fingerprint(&folder).unwrap(), before);
        fs::write(folder.join("src/a.css"), "b{}").unwrap();
        let after = fingerprint(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_ne!(after, before);
    }
}
