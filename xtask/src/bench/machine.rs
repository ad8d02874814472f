//! What the system says a process takes: memory and processor time.

use std::path::Path;
use std::time::Duration;

use crate::programs;

/// The process's share of the memory it uses, in mebibytes.
pub fn memory_mib(process: u32) -> Result<f64, String> {
    let file = format!("/proc/{process}/smaps_rollup");
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    pss_kib(&text).map(|kib| kib as f64 / 1024.0).ok_or_else(|| format!("{file} tells no Pss"))
}

/// How long the process has computed, its own time and the system's for it.
pub fn processor_time(process: u32) -> Result<Duration, String> {
    let file = format!("/proc/{process}/stat");
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let ticks = ticks(&text).ok_or_else(|| format!("{file} cannot be read"))?;
    let per_second = programs::output(programs::command("getconf", &["CLK_TCK"], Path::new("/")))?;
    let per_second: f64 = per_second.trim().parse().map_err(|_| "getconf CLK_TCK".to_owned())?;
    Ok(Duration::from_secs_f64(ticks as f64 / per_second))
}

fn pss_kib(smaps_rollup: &str) -> Option<u64> {
    let line = smaps_rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// User and system time. The program's name, in parentheses before them, may hold spaces.
fn ticks(stat: &str) -> Option<u64> {
    let (_, after_name) = stat.rsplit_once(") ")?;
    let mut fields = after_name.split(' ').skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_system_writes() {
        let stat = "12 (a (b) c) S 1 12 12 0 -1 4194560 900 0 1 0 37 5 0 0 20 0 4 0 100 1 1";
        assert_eq!(ticks(stat), Some(42));
        assert_eq!(
            pss_kib("Rss:  100 kB\nPss:                5321 kB\nPss_Dirty: 7 kB\n"),
            Some(5321)
        );
    }

    #[test]
    fn measures_itself() {
        assert!(memory_mib(std::process::id()).unwrap() > 0.1);
        assert!(processor_time(std::process::id()).is_ok());
    }
}
