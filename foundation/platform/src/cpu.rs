//! How much the processor has worked for this program. What time of day it is, [`crate::clock`]
//! says.

use cpu_time::ProcessTime;

/// CPU seconds of all threads of this program together, since it was started.
#[must_use]
pub fn seconds() -> f64 {
    ProcessTime::now().as_duration().as_secs_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_counted_and_sleep_is_not() {
        let begun = seconds();
        std::thread::sleep(std::time::Duration::from_millis(300));
        let slept = seconds() - begun;
        let mut sum = 0u64;
        while seconds() - begun - slept < 0.05 {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
        assert!(slept < 0.2, "{slept} s of work while sleeping");
    }
}
