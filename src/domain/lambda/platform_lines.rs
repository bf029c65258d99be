//! The lines that the platform writes around an invocation. They are formatted when shown and never stored.

use crate::units::{CalendarTime, MemorySize, SimDuration, SimTime};

/// `START RequestId: … Version: $LATEST`
pub fn start_line(request_id: &str) -> String {
    format!("START RequestId: {request_id} Version: $LATEST")
}

/// `END RequestId: …`
pub fn end_line(request_id: &str) -> String {
    format!("END RequestId: {request_id}")
}

/// The line with duration, billed duration and memory, in the form of 2016 (Lambda Developer Guide of 2017).
pub fn report_line(
    request_id: &str,
    duration: SimDuration,
    billed: SimDuration,
    memory: MemorySize,
    max_memory_used: MemorySize,
) -> String {
    format!(
        "REPORT RequestId: {request_id}\tDuration: {} ms\tBilled Duration: {} ms \tMemory Size: {} MB\tMax Memory \
         Used: {} MB\t",
        millis_with_two_decimals(duration),
        billed.as_micros() / 1_000,
        memory.megabytes(),
        max_memory_used.megabytes(),
    )
}

/// `<time> <request id> Task timed out after 3.00 seconds`
pub fn timeout_line(
    start: CalendarTime,
    at: SimTime,
    request_id: &str,
    timeout: SimDuration,
) -> String {
    format!(
        "{} {request_id} {}",
        start.after(at).to_iso(),
        timeout_message(timeout)
    )
}

/// `Task timed out after 3.00 seconds`: always two decimals.
pub(super) fn timeout_message(timeout: SimDuration) -> String {
    let hundredths = (timeout.as_micros() + 5_000) / 10_000;
    format!(
        "Task timed out after {}.{:02} seconds",
        hundredths / 100,
        hundredths % 100
    )
}

fn millis_with_two_decimals(span: SimDuration) -> String {
    let hundredths = (span.as_micros() + 5) / 10;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_lambda_does() {
        let line = report_line(
            "id",
            SimDuration::from_micros(26_734),
            SimDuration::from_millis(100),
            MemorySize::from_megabytes(128),
            MemorySize::from_megabytes(75),
        );
        assert_eq!(
            line,
            "REPORT RequestId: id\tDuration: 26.73 ms\tBilled Duration: 100 ms \tMemory Size: 128 MB\tMax Memory \
             Used: 75 MB\t"
        );
        assert_eq!(
            timeout_message(SimDuration::from_secs(3)),
            "Task timed out after 3.00 seconds"
        );
        assert_eq!(
            timeout_message(SimDuration::from_millis(1_234)),
            "Task timed out after 1.23 seconds"
        );
    }
}
