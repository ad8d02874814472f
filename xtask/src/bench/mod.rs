//! `cargo xtask bench`: how fast, how small, against peers, on this machine and in one run.
//!
//! Every comparison alternates between ours and the peer and takes the median of the alternations'
//! ratios, so that a machine that grows slower half-way slows both. The write limits are off.

mod extraction;
mod grouping;
mod http;
mod instance;
mod load;
mod machine;
mod nginx;
mod pages;
mod registrations;
mod report;
mod size;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::debian::{self, Package};
use crate::programs::{self, cargo};
use crate::{assets, tell, tree};
use instance::{Instance, Settings, fresh_folder};
use report::Row;

/// How often ours and the peer take turns.
const ALTERNATIONS: usize = 5;

/// A group of rows that are measured together.
type Part = (&'static str, fn(&Bench) -> Result<Vec<Row>, String>);

const PARTS: [Part; 8] = [
    ("page", pages::against_nginx),
    ("signup", registrations::whole_sign_up),
    ("sqlite", registrations::on_sqlite),
    ("postgres", registrations::on_postgres),
    ("growth", pages::with_many_rows),
    ("size", size::start_memory_and_weight),
    ("extraction", extraction::speed_and_growth),
    (GROUPING, grouping::quality_and_growth),
];

/// Needs no demo, so that measuring it alone need not wait for one.
const GROUPING: &str = "grouping";

/// What the parts share: a filled demo folder, stopped, to copy.
pub struct Bench {
    demo: PathBuf,
}

impl Bench {
    /// A running demo on a copy of the filled folder.
    fn instance(&self, name: &str, settings: &Settings) -> Result<Instance, String> {
        Instance::start(&instance::copy_folder(&self.demo, name)?, settings)
    }
}

/// Measures the named parts, or all of them.
pub fn run(wanted: &[&str]) -> ExitCode {
    if let Some(unknown) = wanted.iter().find(|it| PARTS.iter().all(|(name, _)| name != *it)) {
        let known: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        eprintln!("there is nothing called {unknown} to measure; there is {}", known.join(", "));
        return ExitCode::from(2);
    }
    let mut rows = vec![];
    let mut failures = vec![];
    match prepare(wanted) {
        Ok(bench) => {
            for (name, part) in PARTS {
                if programs::interrupted() || !(wanted.is_empty() || wanted.contains(&name)) {
                    continue;
                }
                tell::step(&format!("measuring: {name}"));
                match part(&bench) {
                    Ok(measured) => {
                        measured.iter().for_each(|row| println!("{}", row.json()));
                        rows.extend(measured);
                    }
                    Err(sentence) => failures.push(format!("{name}: {sentence}")),
                }
            }
        }
        Err(sentence) => failures.push(sentence),
    }
    println!("\n{}", report::table(&rows));
    failures.iter().for_each(|failure| tell::problem(failure));
    if failures.is_empty() && rows.iter().all(Row::ok) && !programs::interrupted() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The measuring client shares the machine with what it measures, so it is itself built for speed.
pub fn run_optimised(wanted: &[&str]) -> ExitCode {
    if !cfg!(debug_assertions) {
        return run(wanted);
    }
    let words = ["run", "--quiet", "--release", "-p", "xtask", "--", "bench"];
    match programs::run(cargo(&[&words, wanted].concat())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn prepare(wanted: &[&str]) -> Result<Bench, String> {
    if wanted == [GROUPING] {
        return Ok(Bench { demo: PathBuf::new() });
    }
    debian::ensure_build_tools()?;
    debian::ensure(&[Package::Nginx, Package::Postgresql])?;
    assets::build(assets::When::Changed)?;
    assets::install_if_changed("acceptance", &tree::acceptance())?;
    tell::step("building Samverk");
    programs::run(cargo(&["build", "--release", "-p", "samverk"]))?;
    tell::step("filling a demo to copy");
    let demo = fresh_folder("demo")?;
    Instance::start(&demo, &Settings::default())?.stop();
    Ok(Bench { demo })
}
