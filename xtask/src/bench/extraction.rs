//! Reading texts: how fast ordinary pages go, and that a hostile text costs no more a byte when it
//! is ten times as long. The measuring itself is the crate's own example.

use super::Bench;
use super::report::{Row, Target};
use crate::programs::{self, cargo};
use crate::tree;

/// Ten times the text may take so many times as long: linear, and a third for caches.
const TEN_TIMES_MOST: f64 = 13.0;

pub fn speed_and_growth(_: &Bench) -> Result<Vec<Row>, String> {
    programs::run(cargo(&["build", "--quiet", "--release", "-p", "extraction", "--examples"]))?;
    let measure = tree::target().join("release/examples/measure");
    let mut command = programs::command(measure, &["--speed"], &tree::root());
    // Pages that were really published, where they lie beside the checkout; else the tests' own,
    // which are short and nearly all facts.
    let pages = tree::root().join("../shared/seeds");
    if pages.is_dir() {
        command.arg(pages);
    }
    let said = programs::output(command)?;
    let unread = || format!("the measure said {said}");
    let mut lines = said.lines();
    let pages = lines.next().and_then(|it| before(it, "MB/s")).ok_or_else(unread)?;
    let mut worst: f64 = 0.0;
    let mut texts = 0;
    for line in lines {
        let mut seconds = line.split(" MB ").skip(1).filter_map(|it| {
            it.split_whitespace().next().and_then(|number| number.parse::<f64>().ok())
        });
        let (Some(short), Some(long)) = (seconds.next(), seconds.next()) else {
            return Err(unread());
        };
        worst = worst.max(long / short.max(0.01));
        texts += 1;
    }
    if texts == 0 {
        return Err(unread());
    }
    Ok(vec![
        Row::alone("reading ordinary pages", "MB/s", pages, Target::AtLeast(5.0)),
        Row::alone(
            "hostile texts, 10 MB against 1 MB, the worst kind",
            "x",
            worst,
            Target::AtMost(TEN_TIMES_MOST),
        ),
    ])
}

/// The number that stands before a word.
fn before(line: &str, unit: &str) -> Option<f64> {
    line.split(unit).next()?.split_whitespace().last()?.parse().ok()
}
