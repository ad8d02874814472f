//! The facts of the directory, read once from the file beside this one. No SQL: no table holds
//! what never changes while the program runs.

use crate::directory::types::{County, Municipality};
use std::sync::LazyLock;

const FILE: &str = include_str!("municipalities.csv");

static MUNICIPALITIES: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    let mut municipalities: Vec<_> = lines().map(|(municipality, _)| municipality).collect();
    municipalities.sort_by_cached_key(|it| locale::sort_key(it.name));
    municipalities
});

static COUNTIES: LazyLock<Vec<County>> = LazyLock::new(|| {
    let mut counties: Vec<_> = lines().map(|(_, county)| county).collect();
    counties.sort_by_key(|it| it.code);
    counties.dedup();
    counties.sort_by_cached_key(|it| locale::sort_key(it.name));
    counties
});

fn lines() -> impl Iterator<Item = (Municipality, County)> {
    FILE.lines().skip(1).map(|line| {
        let columns: Vec<&'static str> = line.split(',').collect();
        let [code, name, county_code, county] = columns[..] else {
            unreachable!("a test reads every line of the file: {line:?}");
        };
        (Municipality { code, name, county_code }, County { code: county_code, name: county })
    })
}

/// All municipalities, in Swedish order of their names.
pub fn municipalities() -> &'static [Municipality] {
    &MUNICIPALITIES
}

/// The municipality with exactly this code of four digits.
pub fn municipality(code: &str) -> Option<&'static Municipality> {
    MUNICIPALITIES.iter().find(|it| it.code == code)
}

/// All counties, in Swedish order of their names.
pub fn counties() -> &'static [County] {
    &COUNTIES
}

/// The county with exactly this code of two digits.
pub fn county(code: &str) -> Option<&'static County> {
    COUNTIES.iter().find(|it| it.code == code)
}
