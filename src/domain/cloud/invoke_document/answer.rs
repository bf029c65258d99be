//! What comes out: a row for each invocation.

use serde::Serialize;
use serde_json::value::RawValue;

use super::Question;
use crate::billing::Bill;
use crate::cloud::{Invocation, Plan, Run, Simulation};
use crate::http::Response;
use crate::lambda::{
    FunctionError, FunctionRuntime, Outcome, Report, ReportForm, end_line, start_line, timeout_line,
};
use crate::pool::{PoolPolicy, StartKind};
use crate::units::{SimDuration, SimTime};

#[derive(Serialize)]
struct Answer {
    invocations: Vec<Row>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http: Option<HttpRow>,
    logs: Vec<String>,
    duration_ms: f64,
    billed_ms: u64,
    cold_start: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    init_ms: Option<f64>,
    max_memory_used_mb: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ErrorRow {
    error_type: String,
    error_message: String,
    trace: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HttpRow {
    status_code: u16,
    headers: serde_json::Map<String, serde_json::Value>,
    body: String,
    is_base64_encoded: bool,
}

/// A question that was carried out, for whoever wants more than the document tells.
#[derive(Debug)]
pub struct Carried<R: FunctionRuntime> {
    /// What came out.
    pub run: Run,
    /// The simulation with its plan and all details.
    pub simulation: Simulation<R>,
}

/// Runs the invocations one after another.
pub fn carry_out<R: FunctionRuntime>(question: &Question, runtime: R) -> Carried<R> {
    let policy = PoolPolicy {
        keep_alive: None,
        init_limit: Some(crate::lambda::INIT_LIMIT),
        ..PoolPolicy::default()
    };
    let mut plan = Plan::new(question.seed, question.start, policy);
    plan.deploy(SimTime::ZERO, question.deployment.clone());
    let mut simulation = Simulation::new(runtime, plan)
        .expect("a plan with a deployment can be run")
        .with_one_slot();
    let mut last_answer = SimTime::ZERO;
    for (delay, trigger) in &question.invocations {
        simulation.arrive(last_answer + *delay, trigger.clone());
        simulation.finish();
        let ended_at = simulation.trace().ended_at.last();
        last_answer = last_answer.max(ended_at.copied().unwrap_or_default());
    }
    Carried {
        run: simulation.run(),
        simulation,
    }
}

/// Carries a question out and writes the answer document, a single line of JSON.
pub fn answer<R: FunctionRuntime>(question: &Question, runtime: R) -> String {
    let carried = carry_out(question, runtime);
    let row = |index| {
        carried
            .simulation
            .invocation(index)
            .map(|details| row(question, &carried, index, details))
    };
    let answer = Answer {
        invocations: (0..carried.run.trace.len()).filter_map(row).collect(),
    };
    serde_json::to_string(&answer).expect("rows hold texts and finite numbers")
}

fn row<R: FunctionRuntime>(
    question: &Question,
    carried: &Carried<R>,
    index: usize,
    details: &Invocation,
) -> Row {
    let trace = &carried.run.trace;
    let billed = Bill::billed_duration(trace, index, question.tariff);
    let cold_start = trace.start_kind[index] == StartKind::Cold;
    let (outcome, result) = match &details.outcome {
        Outcome::Success(text) => ("success", RawValue::from_string(text.clone()).ok()),
        Outcome::Timeout(_) => ("timeout", None),
        _ => ("error", None),
    };
    Row {
        outcome,
        result,
        error: details.outcome.error().map(error_row),
        http: details.response.as_ref().map(http_row),
        logs: log_lines(question, carried, index, details),
        duration_ms: trace.duration(index).as_millis_f64(),
        billed_ms: billed.as_micros() / 1_000,
        cold_start,
        init_ms: trace.init_duration(index).map(SimDuration::as_millis_f64),
        max_memory_used_mb: details.max_memory_used.megabytes(),
    }
}

/// The lines of an invocation's log, with the platform's own where they are asked for.
pub fn log_lines<R: FunctionRuntime>(
    question: &Question,
    carried: &Carried<R>,
    index: usize,
    details: &Invocation,
) -> Vec<String> {
    let id = &details.request_id;
    let text = |line: &crate::lambda::LogLine| line.to_text(question.start, id);
    if !question.platform_logs {
        return details.log.iter().map(text).collect();
    }
    let trace = &carried.run.trace;
    let during_init = |line: &&crate::lambda::LogLine| line.phase == crate::lambda::Phase::Init;
    let mut lines: Vec<String> = details.log.iter().filter(during_init).map(text).collect();
    lines.push(start_line(id));
    lines.extend(
        details
            .log
            .iter()
            .filter(|line| !during_init(line))
            .map(text),
    );
    lines.push(end_line(id));
    let report = Report {
        duration: trace.duration(index),
        billed: Bill::billed_duration(trace, index, question.tariff),
        memory: question.deployment.memory,
        max_memory_used: details.max_memory_used,
        init: trace.init_duration(index),
    };
    lines.push(report.line(id, ReportForm::of(question.tariff.reports_init)));
    let exit = details.outcome.error();
    if let Some(exit) = exit.filter(|exit| exit.error_type == "Runtime.ExitError") {
        lines.extend([exit.error_message.clone(), exit.error_type.clone()]);
    }
    if matches!(details.outcome, Outcome::Timeout(_)) {
        lines.push(timeout_line(
            question.start,
            trace.ended_at[index],
            id,
            question.deployment.timeout,
        ));
    }
    lines
}

fn error_row(error: &FunctionError) -> ErrorRow {
    ErrorRow {
        error_type: error.error_type.clone(),
        error_message: error.error_message.clone(),
        trace: error.stack.clone(),
    }
}

fn http_row(response: &Response) -> HttpRow {
    use serde_json::Value;
    let mut headers = serde_json::Map::new();
    for header in &response.headers {
        let value = Value::String(header.value.clone());
        match headers.get_mut(&header.name) {
            None => {
                headers.insert(header.name.clone(), value);
            }
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }
    HttpRow {
        status_code: response.status,
        headers,
        body: response.body.clone(),
        is_base64_encoded: response.is_base64_encoded,
    }
}
