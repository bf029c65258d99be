//! What the page around a lab hears of it: that something is about to be sent, and what came of it.

use domain::billing::Bill;
use domain::pool::OutcomeCode;
use serde::Serialize;

use super::{Model, Msg, ProseAct};

/// A run that has just come to its end, in numbers; they speak of everything since the pool was empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ResultNotice {
    /// All requests.
    pub(crate) requests: usize,
    /// Those that started a container.
    pub(crate) cold_starts: u64,
    /// Those that no container was free for.
    pub(crate) throttled: u64,
    /// Those that ended in an error, a timeout or a crash.
    pub(crate) failed: usize,
    /// The billed time under the chosen rule book.
    pub(crate) billed_ms: u64,
    /// The HTTP status of the last answer.
    pub(crate) status: Option<u16>,
}

impl Model {
    /// How many requests this fact would send; `None` if it would send nothing.
    pub(crate) fn requests_to_send(&self, msg: &Msg) -> Option<u32> {
        match msg {
            Msg::ClickedSend if self.form.has_pasted() => {
                let mut trial = self.clone();
                trial.take_pasted().ok()?;
                trial.request_count()
            }
            Msg::ClickedSend => self.request_count(),
            Msg::FollowedAct(ProseAct::Send(count)) => self.request_count().map(|_| *count),
            Msg::ClickedRunTraffic => {
                self.request_count()?;
                u32::try_from(self.traffic_times().len()).ok()
            }
            _ => None,
        }
    }

    /// The run on the screen in numbers.
    pub(crate) fn result_notice(&self) -> Option<ResultNotice> {
        let shown = self.shown.as_ref()?;
        let trace = &shown.run.trace;
        let memory: Vec<_> = self
            .plan
            .deployments()
            .map(|deployment| deployment.memory)
            .collect();
        let bill = Bill::of(trace, &memory, self.settings.tariff);
        let has_failed =
            |outcome: &&OutcomeCode| !matches!(outcome, OutcomeCode::Ok | OutcomeCode::Throttled);
        let last = trace.last_to_answer()?;
        Some(ResultNotice {
            requests: trace.len(),
            cold_starts: bill.cold_starts,
            throttled: bill.throttled,
            failed: trace.outcome.iter().filter(has_failed).count(),
            billed_ms: bill.billed.as_micros() / 1_000,
            status: shown.run.http_status.get(last).copied().flatten(),
        })
    }
}
