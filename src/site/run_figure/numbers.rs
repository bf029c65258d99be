//! The numbers of a run that a caption may name, as a reader sees them in the lab.

use domain::billing::{AWS_2016_12, Bill, Tariff};
use domain::cloud::{Plan, Run};
use domain::pool::StartKind;
use domain::units::SimDuration;
use serde_json::Value;

/// A run, seen as numbers.
pub(super) struct Numbers<'a> {
    pub(super) plan: &'a Plan,
    pub(super) run: &'a Run,
    /// The body of each answer; `None` where there is none.
    pub(super) responses: Vec<Option<String>>,
}

impl Numbers<'_> {
    /// The value of `cold_starts` or `duration 2`; `None` if there is no such number.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let trace = &self.run.trace;
        if let Some((name, rest)) = name.split_once(' ') {
            let (request, member) = rest.split_once(' ').unwrap_or((rest, ""));
            let index = request.parse::<usize>().ok()?.checked_sub(1)?;
            if index >= trace.len() {
                return None;
            }
            return match (name, member) {
                ("duration", "") => Some(milliseconds(trace.duration(index))),
                ("billed", tariff) => {
                    let id = if tariff.is_empty() {
                        AWS_2016_12.id
                    } else {
                        tariff
                    };
                    Some(milliseconds(Bill::billed_duration(
                        trace,
                        index,
                        Tariff::named(id)?,
                    )))
                }
                ("container", "") => Some(trace.environment[index]?.number().to_string()),
                ("response", member) => self.response(index, member),
                _ => None,
            };
        }
        let bill = Bill::of(trace, &self.plan.memory_of_deployments(), &AWS_2016_12);
        match name {
            "requests" => Some(trace.len().to_string()),
            "containers" => Some(trace.environments.len().to_string()),
            "cold_starts" => Some(bill.cold_starts.to_string()),
            "warm_starts" => Some(trace.count(StartKind::Warm).to_string()),
            "billed" => Some(milliseconds(bill.billed)),
            "cost" => Some(bill.total.to_string()),
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
            "There are `{{requests}}`, `{{containers}}`, `{{cold_starts}}`, `{{warm_starts}}`, `{{billed}}` and `{{cost}}`, \
             and of each request from 1 to {} its `{{duration 1}}`, `{{billed 1}}` (also `{{billed 1 aws-2025-08}}`), `{{container 1}}`, `{{response 1}}` and `{{response 1 member}}`.",
            self.run.trace.len()
        )
    }
}

/// `1,200 ms`, as the lab writes it, with a space that does not break.
fn milliseconds(duration: SimDuration) -> String {
    let millis = (duration.as_micros() + 500) / 1_000;
    let digits = millis.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}\u{a0}ms")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_are_whole_and_grouped() {
        for (micros, expected) in [
            (0, "0\u{a0}ms"),
            (91_499, "91\u{a0}ms"),
            (91_500, "92\u{a0}ms"),
            (1_200_000, "1,200\u{a0}ms"),
        ] {
            assert_eq!(milliseconds(SimDuration::from_micros(micros)), expected);
        }
    }
}
