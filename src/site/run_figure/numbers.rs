//! The numbers of a run that a caption may name, as a reader sees them in the lab.

use domain::billing::{AWS_2016_12, Bill, TARIFFS, Tariff};
use domain::cloud::{Plan, Run};
use domain::pool::StartKind;
use domain::units::SimDuration;
use serde_json::Value;

use app::{CostOverRate, few};

/// A run, seen as numbers.
pub(super) struct Numbers<'a> {
    pub(super) plan: &'a Plan,
    pub(super) run: &'a Run,
    /// What its last request costs beside a server.
    pub(super) costs: Option<&'a CostOverRate>,
    /// The body of each answer; `None` where there is none.
    pub(super) responses: Vec<Option<String>>,
}

impl Numbers<'_> {
    /// The value of `cold_starts`, `duration 2` or `billed 2 aws-2025-08`; `None` if there is no such number.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let (name, rest) = name.split_once(' ').unwrap_or((name, ""));
        match rest.split(' ').next().map(str::parse::<usize>) {
            Some(Ok(request)) => {
                let index = request.checked_sub(1)?;
                let (_, detail) = rest.split_once(' ').unwrap_or((rest, ""));
                (index < self.run.trace.len())
                    .then(|| self.of_request(index, name, detail))
                    .flatten()
            }
            _ => self.of_run(name, rest),
        }
    }

    /// A number of the whole run; `tariff` is empty where none is named.
    fn of_run(&self, name: &str, tariff: &str) -> Option<String> {
        let trace = &self.run.trace;
        let bill = Bill::of(trace, &self.plan.memory_of_deployments(), named(tariff)?);
        match (name, tariff) {
            ("requests", "") => Some(trace.len().to_string()),
            ("containers", "") => Some(trace.environments.len().to_string()),
            ("cold_starts", "") => Some(bill.cold_starts.to_string()),
            ("warm_starts", "") => Some(trace.count(StartKind::Warm).to_string()),
            ("billed", _) => Some(whole_millis(bill.billed)),
            ("cost", _) => Some(bill.total.to_string()),
            ("crossing", "") => Some(few(self.costs?.crossing()?)),
            ("per_million", _) => Some(bill.per_million_requests()?.to_dollars(2)),
            _ => None,
        }
    }

    /// A number of one request. `detail` is what stands behind it: a tariff, a member, or nothing.
    fn of_request(&self, index: usize, name: &str, detail: &str) -> Option<String> {
        let trace = &self.run.trace;
        match (name, detail) {
            ("duration", "") => Some(whole_millis(trace.duration(index))),
            ("duration", "exact") => Some(exact_millis(trace.duration(index))),
            ("init", "") if trace.start_kind[index] == StartKind::Cold => Some(whole_millis(
                trace.started_at[index].since(trace.arrives_at[index]),
            )),
            ("billed", tariff) => Some(whole_millis(Bill::billed_duration(
                trace,
                index,
                named(tariff)?,
            ))),
            ("container", "") => Some(trace.environment[index]?.number().to_string()),
            ("response", member) => self.response(index, member),
            _ => None,
        }
    }

    /// The body of an answer, or a member of it if it is a JSON object; what would break the line is not shown.
    fn response(&self, index: usize, member: &str) -> Option<String> {
        let body = self.responses.get(index)?.as_deref()?;
        let text = match member {
            "" => body.to_owned(),
            member => match serde_json::from_str::<Value>(body).ok()?.get(member)? {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            },
        };
        (!text.contains(['\n', '\r', '`'])).then_some(text)
    }

    /// What there is.
    pub(super) fn hint(&self) -> String {
        format!(
            "There are `{{requests}}`, `{{containers}}`, `{{cold_starts}}`, `{{warm_starts}}`, `{{billed}}`, `{{cost}}`, \
             `{{per_million}}` and `{{crossing}}` (requests a second at which a server costs the same), and of each request from 1 to {} its `{{duration 1}}`, `{{duration 1 exact}}`, `{{init 1}}` if \
             it starts cold, `{{billed 1}}`, `{{container 1}}`, `{{response 1}}` and `{{response 1 member}}`. What is billed \
             or costs follows the rules of December 2016, or those that are named behind it: {}.",
            self.run.trace.len(),
            TARIFFS
                .map(|tariff| format!("`{{billed {}}}`", tariff.id))
                .join(", ")
        )
    }
}

/// The tariff of this id; without one, that of the lesson.
fn named(id: &str) -> Option<&'static Tariff> {
    match id {
        "" => Some(&AWS_2016_12),
        id => Tariff::named(id),
    }
}

/// `1,200 ms`, as the lab writes it, with a space that does not break.
fn whole_millis(duration: SimDuration) -> String {
    format!("{}\u{a0}ms", grouped((duration.as_micros() + 500) / 1_000))
}

/// `100.24 ms`, as a REPORT line writes it.
fn exact_millis(duration: SimDuration) -> String {
    let hundredths = (duration.as_micros() + 5) / 10;
    format!(
        "{}.{:02}\u{a0}ms",
        grouped(hundredths / 100),
        hundredths % 100
    )
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_are_whole_or_have_two_digits_and_are_grouped() {
        for (micros, whole, exact) in [
            (0, "0\u{a0}ms", "0.00\u{a0}ms"),
            (91_499, "91\u{a0}ms", "91.50\u{a0}ms"),
            (91_500, "92\u{a0}ms", "91.50\u{a0}ms"),
            (100_040, "100\u{a0}ms", "100.04\u{a0}ms"),
            (1_200_000, "1,200\u{a0}ms", "1,200.00\u{a0}ms"),
        ] {
            let duration = SimDuration::from_micros(micros);
            assert_eq!(whole_millis(duration), whole);
            assert_eq!(exact_millis(duration), exact);
        }
    }
}
