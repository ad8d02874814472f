//! The command line of the crate: see [`grouping::command::USAGE`].

use grouping::World;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let read = |path: &str| std::fs::read(path).map_err(|error| error.to_string());
    let cpu_now = || cpu_time::ProcessTime::now().as_duration().as_secs_f64();
    let trace = std::env::var_os("DIVIDE_PROGRESS").is_some();
    let mut progress = |now: grouping::Progress| {
        if trace {
            eprintln!("{:>12} steps {:>8.3} s  {}", now.steps, now.cpu_s, now.cost);
        }
    };
    let mut world = World { cpu_now: &cpu_now, stop: &|| false, progress: &mut progress };
    let printed = grouping::command::run(&arguments, &read, &mut world);
    let mut out = std::io::stdout().lock();
    let written = out.write_all(printed.stdout.as_bytes()).and_then(|()| out.flush());
    eprintln!("{}", printed.stderr);
    if written.is_err() { ExitCode::from(1) } else { ExitCode::from(printed.exit) }
}
