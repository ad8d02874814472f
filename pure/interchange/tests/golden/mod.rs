//! Files as they leave the house, kept to be read by people. `UPDATE_GOLDEN=1 cargo test` writes
//! them anew; the difference is then reviewed like any other change.

use std::path::Path;

#[track_caller]
pub fn check(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, actual).expect("the folder of golden files can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the golden file is in the tree");
    assert_eq!(actual, expected, "{name}");
}
