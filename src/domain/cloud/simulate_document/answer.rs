//! What comes out, as JSON. Times are written exactly, with up to three decimals.

use std::fmt::{self, Display, Write};

use super::carry_out::Carried;
use super::question::Question;
use crate::pool::{OutcomeCode, PoolTrace, StartKind};
use crate::units::SimTime;

/// The answer document for a question that was carried out.
pub fn answer(question: &Question, carried: &Carried) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_answer(&mut text, question, carried);
    text
}

fn write_answer(text: &mut String, question: &Question, carried: &Carried) -> fmt::Result {
    text.push('{');
    if let Some(trace) = &carried.trace {
        text.reserve(trace.len() * 140);
        text.push_str("\"invocations\":[");
        for index in 0..trace.len() {
            text.push_str(if index == 0 { "\n" } else { ",\n" });
            write_invocation(text, question, trace, index)?;
        }
        text.push_str("],\n");
    }
    text.push_str("\"samples\":[");
    for (index, sample) in carried.samples.iter().enumerate() {
        text.push_str(if index == 0 { "" } else { ",\n" });
        let at = Millis::at(sample.at);
        let (containers, busy) = (sample.containers, sample.busy);
        write!(
            text,
            "{{\"atMs\":{at},\"containers\":{containers},\"busy\":{busy}}}"
        )?;
    }
    text.push_str("],\n\"totals\":{");
    for (index, (name, value)) in totals(carried).into_iter().enumerate() {
        text.push_str(if index == 0 { "" } else { "," });
        write!(text, "\"{name}\":{value}")?;
    }
    text.push_str("}}\n");
    Ok(())
}

fn write_invocation(
    text: &mut String,
    question: &Question,
    trace: &PoolTrace,
    index: usize,
) -> fmt::Result {
    let row = Row::of(question, trace, index);
    write!(
        text,
        "{{\"container\":{},\"cold\":{},\"throttled\":{},\"startMs\":{},\"endMs\":{},\"billedMs\":{},\"outcome\":\"{}\"}}",
        OrNull(row.container),
        row.cold,
        row.throttled,
        OrNull(row.started),
        OrNull(row.ended),
        row.billed,
        row.outcome,
    )
}

/// One invocation as the document tells it.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// When it arrived.
    pub at: Millis,
    /// The number of its container; `None` if it was turned away.
    pub container: Option<u32>,
    /// Whether it caused that container.
    pub cold: bool,
    /// Whether it was turned away.
    pub throttled: bool,
    /// When the handler began; `None` if it never did.
    pub started: Option<Millis>,
    /// When it was answered; `None` if it was turned away.
    pub ended: Option<Millis>,
    /// Billed time.
    pub billed: Millis,
    /// How it ended.
    pub outcome: &'static str,
}

impl Row {
    /// The row of one invocation.
    pub fn of(question: &Question, trace: &PoolTrace, index: usize) -> Row {
        let environment = trace.environment[index];
        let handler = trace.handler_time(index);
        let billed = question.billing.metering.billed_of(trace, index);
        Row {
            at: Millis::at(trace.arrives_at[index]),
            container: environment.map(|environment| environment.0),
            cold: trace.start_kind[index] == StartKind::Cold,
            throttled: environment.is_none(),
            started: handler.map(|_| Millis::at(trace.started_at[index])),
            ended: environment.map(|_| Millis::at(trace.ended_at[index])),
            billed: Millis(u128::from(billed.as_micros())),
            outcome: match trace.outcome[index] {
                OutcomeCode::Ok => "ok",
                OutcomeCode::Error => "error",
                OutcomeCode::Timeout => "timeout",
                OutcomeCode::InitError => "initError",
                OutcomeCode::Throttled => "throttled",
                OutcomeCode::Killed => "killed",
            },
        }
    }
}

/// The totals by the names that the document has for them, in its order.
pub fn totals(carried: &Carried) -> [(&'static str, String); 18] {
    let totals = &carried.totals;
    let millis = |micros: u128| Millis(micros).to_string();
    [
        ("invocations", totals.invocations.to_string()),
        ("cold", totals.cold.to_string()),
        ("warm", totals.warm.to_string()),
        ("throttled", totals.throttled.to_string()),
        ("timeouts", totals.timeouts.to_string()),
        ("initErrors", totals.init_errors.to_string()),
        ("killed", totals.killed.to_string()),
        ("containersCreated", totals.containers_created.to_string()),
        ("peakContainers", totals.peak_containers.to_string()),
        ("peakConcurrency", totals.peak_concurrency.to_string()),
        ("billedMs", millis(totals.billed_micros)),
        ("gbSeconds", number(totals.gb_seconds)),
        ("cost", number(totals.cost)),
        ("serverCost", number(totals.server_cost)),
        ("horizonMs", Millis::at(totals.horizon).to_string()),
        ("containerMs", millis(totals.container_micros)),
        ("busyMs", millis(totals.busy_micros)),
        (
            "idleMs",
            millis(totals.container_micros - totals.busy_micros),
        ),
    ]
}

/// A number with 15 significant digits, which is as many as a product of decimal prices keeps in binary.
fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    rounded.to_string()
}

/// Microseconds, written as milliseconds with as many decimals as are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Millis(u128);

impl Millis {
    fn at(time: SimTime) -> Millis {
        Millis(u128::from(time.as_micros()))
    }
}

impl Display for Millis {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 1_000, self.0 % 1_000);
        write!(formatter, "{whole}")?;
        if rest == 0 {
            return Ok(());
        }
        let decimals = format!("{rest:03}");
        write!(formatter, ".{}", decimals.trim_end_matches('0'))
    }
}

struct OrNull<T>(Option<T>);

impl<T: Display> Display for OrNull<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(value) => value.fmt(formatter),
            None => formatter.write_str("null"),
        }
    }
}
