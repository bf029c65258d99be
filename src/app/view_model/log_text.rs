//! The log of one invocation as it stands in CloudWatch: the platform's lines around the reader's own.

use domain::billing::{Bill, Tariff};
use domain::cloud::{Invocation, Plan, Run};
use domain::lambda::{Outcome, Phase, Report, ReportForm, end_line, start_line, timeout_line};
use domain::units::CalendarTime;

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LogEntry {
    /// What the platform wrote: the whole line, or what stands before the reader's words.
    pub(crate) frame: String,
    /// The reader's words; empty in a line of the platform.
    pub(crate) words: String,
}

/// All lines, in their order. What never ran wrote nothing.
pub(crate) fn log_entries(
    plan: &Plan,
    run: &Run,
    index: usize,
    invocation: &Invocation,
    tariff: &Tariff,
) -> Vec<LogEntry> {
    let written = |phase: Phase| {
        let lines = invocation
            .log
            .iter()
            .filter(move |line| line.phase == phase);
        lines.map(|line| {
            own(
                line.to_text(plan.start, &invocation.request_id),
                &line.message,
            )
        })
    };
    let mut entries: Vec<LogEntry> = written(Phase::Init).collect();
    let has_run = matches!(
        invocation.outcome,
        Outcome::Success(_) | Outcome::Error(_) | Outcome::Timeout(_)
    ) && Bill::billed_duration(&run.trace, index, tariff).as_micros() > 0;
    if has_run {
        entries.push(platform(start_line(&invocation.request_id)));
    }
    entries.extend(written(Phase::Invoke));
    if has_run {
        entries.extend(
            closing_lines(plan, run, index, invocation, tariff)
                .into_iter()
                .map(platform),
        );
    }
    entries
}

fn closing_lines(
    plan: &Plan,
    run: &Run,
    index: usize,
    invocation: &Invocation,
    tariff: &Tariff,
) -> Vec<String> {
    let trace = &run.trace;
    let environment = trace.environment[index].map(|id| &trace.environments[id.index()]);
    let deployment =
        environment.and_then(|record| plan.deployments().nth(record.deployment as usize));
    let Some(deployment) = deployment else {
        return Vec::new();
    };
    let id = &invocation.request_id;
    let billed = Bill::billed_duration(trace, index, tariff);
    let duration = trace.duration(index);
    let start: CalendarTime = plan.start;
    let report = Report {
        duration,
        billed,
        memory: deployment.memory,
        max_memory_used: invocation.max_memory_used,
        init: trace.init_duration(index),
    };
    let mut lines = vec![
        end_line(id),
        report.line(id, ReportForm::of(tariff.reports_init)),
    ];
    if matches!(invocation.outcome, Outcome::Timeout(_)) {
        lines.push(timeout_line(
            start,
            trace.ended_at[index],
            id,
            deployment.timeout,
        ));
    }
    lines
}

fn platform(line: String) -> LogEntry {
    LogEntry {
        frame: line.trim_end().to_owned(),
        words: String::new(),
    }
}

/// The reader's words stand at the end of the whole line.
fn own(line: String, words: &str) -> LogEntry {
    let frame = line.strip_suffix(words).unwrap_or(&line).to_owned();
    LogEntry {
        frame,
        words: words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Deed, plan_of, simulated};

    fn frames(deed: Deed) -> Vec<String> {
        let plan = plan_of(&[0]);
        let simulation = simulated(&plan, &[deed]);
        let invocation = simulation.invocation(0).unwrap();
        let entries = log_entries(
            &plan,
            &simulation.run(),
            0,
            invocation,
            &domain::billing::AWS_2016_12,
        );
        entries
            .into_iter()
            .map(|entry| format!("{}{}", entry.frame, entry.words))
            .collect()
    }

    #[test]
    fn the_readers_lines_stand_between_those_of_the_platform() {
        let lines = frames(Deed::Answers(91));
        assert_eq!(lines.len(), 4);
        assert!(lines[0].starts_with("START RequestId: "), "{}", lines[0]);
        assert!(
            lines[1].ends_with("\tINFO\tlooking for red kites"),
            "{}",
            lines[1]
        );
        assert!(lines[2].starts_with("END RequestId: "));
        assert!(
            lines[3].contains("Duration: 91.00 ms\tBilled Duration: 100 ms"),
            "{}",
            lines[3]
        );
    }

    #[test]
    fn a_timeout_has_the_last_word() {
        let lines = frames(Deed::Hangs);
        assert!(
            lines
                .last()
                .unwrap()
                .ends_with("Task timed out after 3.00 seconds")
        );
    }
}
