//! How true it is: everything that the simulated cloud assumes of the real one, with its source, its date, and how to
//! change it. The values are those that the code uses.

use crate::billing::{TARIFFS, WORK_BESIDE_HANDLER};
use crate::lambda::{CpuTime, Deployment, INIT_LIMIT, MAX_UNITS_PER_INVOCATION};
use crate::pool::PoolPolicy;
use crate::units::SimDuration;

/// One assumption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// What it is about.
    pub about: &'static str,
    /// How it is here.
    pub here: String,
    /// What is known of the real cloud, and from where.
    pub source: String,
    /// When that was written or measured.
    pub date: &'static str,
    /// How to change it in the lab, or why that is not possible.
    pub change: &'static str,
}

/// All assumptions, those first that a reader meets first.
pub fn assumptions() -> Vec<Assumption> {
    let policy = PoolPolicy::default();
    let new = Deployment::new("", "index.handler");
    let seconds = |span: SimDuration| span.as_micros() / 1_000_000;
    let say = |about, here: String, source: &str, date, change| Assumption {
        about,
        here,
        source: source.to_owned(),
        date,
        change,
    };
    let prices: Vec<String> = TARIFFS
        .iter()
        .map(|tariff| format!("{}: {}", tariff.name, tariff.source))
        .collect();
    vec![
        say(
            "Keep-alive",
            format!(
                "An idle container is kept for {} seconds, always the same.",
                policy.keep_alive.map_or(0, seconds)
            ),
            "AWS does not document it. Mikhail Shilkov measured 25 to 60 minutes before July 2019, exactly 10 minutes in \
             August 2019, and 5 to 7 minutes later.",
            "2019 to 2021",
            "Keep-alive",
        ),
        say(
            "Init time",
            format!(
                "A start takes {} ms, and then the time of the module’s own code on a full processor.",
                new.init_time.as_micros() / 1_000
            ),
            "lambda-perf, ten cold starts of a small function on Node.js 22: 140 to 158 ms on x86, up to 303 ms; with an \
             SDK bundled in, about 375 ms.",
            "21 December 2025",
            "Init time",
        ),
        say(
            "Routing",
            "Of several warm containers the newest gets the request.".to_owned(),
            "AWS does not document it. The simulator SimFaaS assumes the newest; a picture in AWS’s own guide fits the \
             oldest.",
            "2021",
            "The command `coldstart simulate` knows five orders",
        ),
        say(
            "One request at a time",
            "A container serves one request, its init included; who finds none free starts another.".to_owned(),
            "AWS Lambda Developer Guide, “Lambda function scaling”.",
            "2025",
            "Not in the lab; `coldstart simulate` knows more at a time",
        ),
        say(
            "Concurrency limit",
            policy.concurrency_limit.map_or_else(
                || "None. Beyond a limit requests are turned away, as AWS does.".to_owned(),
                |limit| format!("{limit}. Requests beyond it are turned away, as AWS does."),
            ),
            "AWS gives an account 1,000, and each function 1,000 new containers in 10 seconds; the second is not \
             simulated in the lab.",
            "2023",
            "Concurrency limit",
        ),
        say(
            "Slow inits",
            format!(
                "An init that takes longer than {} seconds is ended and repeated within the first request.",
                seconds(INIT_LIMIT)
            ),
            "AWS Lambda Developer Guide, “Execution environment lifecycle”.",
            "2025",
            "Not possible",
        ),
        say(
            "What computing takes",
            format!(
                "{} units of counted work are a millisecond of a full processor. Memory buys the share of it, the full \
                 one at 1,769 MB. After {} million units an invocation is not really run any further; the rest of its \
                 timeout passes at once.",
                CpuTime::FULL.units_within(SimDuration::from_millis(1)),
                MAX_UNITS_PER_INVOCATION / 1_000_000
            ),
            "The share is AWS’s (“Configure Lambda function memory”). The scale is a model: Node.js does the same work \
             faster, some of it a hundred times. Which of two handlers computes longer is right, how long is not.",
            "2025",
            "Memory",
        ),
        say(
            "Memory in use",
            "64 MB for the runtime, and what the handler’s texts take.".to_owned(),
            "A model, made so that the number stays the same on every machine. Real functions on Node.js 22 report 70 to \
             90 MB.",
            "2025",
            "Not possible",
        ),
        say(
            "After a failure",
            "A container that ran into its timeout, or whose process ended, is gone with its files.".to_owned(),
            "AWS starts the runtime anew in the same place and keeps `/tmp`; the next request waits for an init in both \
             cases.",
            "2025",
            "Not possible",
        ),
        say(
            "Network",
            "There is none: a request arrives and an answer leaves in no time, and a handler reaches nobody.".to_owned(),
            "Real visitors wait some ten milliseconds more.",
            "",
            "A timer stands for what a database would take",
        ),
        say(
            "The always-on server",
            format!(
                "It computes what its handlers compute and {} microseconds more for each request; their waits overlap.",
                WORK_BESIDE_HANDLER.as_micros()
            ),
            "An assumption: Node.js manages about 10,000 requests a second on one processor if the handler does nothing. \
             Small burstable servers keep that up for a while only.",
            "2026",
            "Not possible",
        ),
        say(
            "Prices",
            "Those of the chosen rule book, in Virginia, without tax and without free tier.".to_owned(),
            &prices.join(". "),
            "as each says",
            "Rule book",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_the_code() {
        let all = assumptions();
        for (about, part) in [
            ("Keep-alive", "600 seconds"),
            ("Init time", "140 ms"),
            ("Slow inits", "10 seconds"),
            ("What computing takes", "25000 units"),
        ] {
            let found = all.iter().find(|known| known.about == about).unwrap();
            assert!(found.here.contains(part), "{}", found.here);
        }
    }

    #[test]
    fn every_assumption_is_whole() {
        for Assumption {
            about,
            here,
            source,
            change,
            ..
        } in assumptions()
        {
            let is_sentence = |text: &str| text.ends_with('.');
            assert!(
                is_sentence(&here) && source.len() > 20 && !change.is_empty(),
                "{about}"
            );
            assert!(
                !change.ends_with('.'),
                "{about}: it becomes the end of a sentence"
            );
        }
    }
}
