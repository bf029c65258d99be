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

/// What the REPORT line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// How long the handler ran.
    pub duration: SimDuration,
    /// What is billed of it.
    pub billed: SimDuration,
    /// The configured memory.
    pub memory: MemorySize,
    /// The most memory in use so far.
    pub max_memory_used: MemorySize,
    /// The init phase, on a cold start; `None` otherwise, and in the form of 2016, which does not tell it.
    pub init: Option<SimDuration>,
}

impl Report {
    /// The line, in the form of 2016 (Lambda Developer Guide of 2017) or today's (Developer Guide of 2022).
    pub fn line(&self, request_id: &str, form: ReportForm) -> String {
        // The space before the tab is in AWS's own lines of 2016.
        let space = if form == ReportForm::Of2016 { " " } else { "" };
        let init = self.init.filter(|_| form == ReportForm::Current);
        let init = init.map_or_else(String::new, |init| {
            format!("Init Duration: {} ms\t", millis_with_two_decimals(init))
        });
        format!(
            "REPORT RequestId: {request_id}\tDuration: {} ms\tBilled Duration: {} ms{space}\tMemory Size: {} \
             MB\tMax Memory Used: {} MB\t{init}",
            millis_with_two_decimals(self.duration),
            self.billed.as_micros() / 1_000,
            self.memory.megabytes(),
            self.max_memory_used.megabytes(),
        )
    }
}

/// How a REPORT line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportForm {
    /// Without the init phase.
    Of2016,
    /// With it, on a cold start.
    Current,
}

impl ReportForm {
    /// The form of a time that told the init duration, or did not.
    pub fn of(reports_init: bool) -> ReportForm {
        if reports_init {
            ReportForm::Current
        } else {
            ReportForm::Of2016
        }
    }
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
        let report = Report {
            duration: SimDuration::from_micros(26_734),
            billed: SimDuration::from_millis(100),
            memory: MemorySize::from_megabytes(128),
            max_memory_used: MemorySize::from_megabytes(75),
            init: Some(SimDuration::from_micros(166_620)),
        };
        for (form, expected) in [
            (
                ReportForm::Of2016,
                "REPORT RequestId: id\tDuration: 26.73 ms\tBilled Duration: 100 ms \tMemory Size: 128 MB\tMax Memory \
                 Used: 75 MB\t",
            ),
            (
                ReportForm::Current,
                "REPORT RequestId: id\tDuration: 26.73 ms\tBilled Duration: 100 ms\tMemory Size: 128 MB\tMax Memory \
                 Used: 75 MB\tInit Duration: 166.62 ms\t",
            ),
        ] {
            assert_eq!(report.line("id", form), expected);
        }
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
