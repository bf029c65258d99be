//! The pool's rules as a table: arrivals with scripted service times on the left, what has to come out on the right.
//!
//! A row's script is `at:duration`, with `!` for an invocation that loses its environment and `x` for a failing init.
//! `kill 0@at`, `deploy@at`, `keep D@at` and `limit N@at` are interventions. All times are milliseconds.

use super::*;
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// A service whose answers are written down beforehand.
pub(super) struct Scripted {
    pub(super) init: SimDuration,
    pub(super) next_init_fails: bool,
    pub(super) retired: Vec<EnvironmentId>,
}

/// The service time of a request and what becomes of its environment.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) duration: SimDuration,
    pub(super) fate: Fate,
}

impl Service for Scripted {
    type Request = Step;

    fn init(&mut self, _: EnvironmentId, _: SimTime, _: &Step) -> Init {
        Init {
            duration: self.init,
            failed: self.next_init_fails,
        }
    }

    fn invoke(&mut self, slot: InvocationSlot, script: &Step) -> Served {
        let outcome = if script.fate == Fate::Lost {
            OutcomeCode::Timeout
        } else {
            OutcomeCode::Ok
        };
        Served {
            duration: slot.used_before + script.duration,
            fate: script.fate,
            outcome,
        }
    }

    fn retire(&mut self, environment: EnvironmentId) {
        self.retired.push(environment);
    }
}

struct Case {
    name: &'static str,
    keep_alive: Option<u64>,
    init: u64,
    script: &'static str,
    /// `environment start-kind started-ended` of each arrival; `-` for a throttled one.
    expected: &'static str,
    /// `created-ended:reason` of each environment.
    environments: &'static str,
}

const CASES: &[Case] = &[
    Case {
        name: "one request starts cold",
        keep_alive: Some(1000),
        init: 200,
        script: "0:50",
        expected: "0 cold 200-250",
        environments: "0-1250:expired",
    },
    Case {
        name: "an arrival at the very end is warm",
        keep_alive: Some(1000),
        init: 200,
        script: "0:50 250:10",
        expected: "0 cold 200-250, 0 warm 250-260",
        environments: "0-1260:expired",
    },
    Case {
        name: "an arrival at the very expiry is cold",
        keep_alive: Some(1000),
        init: 0,
        script: "0:50 1050:10",
        expected: "0 cold 0-50, 1 cold 1050-1060",
        environments: "0-1050:expired, 1050-2060:expired",
    },
    Case {
        name: "an arrival just before the expiry is warm",
        keep_alive: Some(1000),
        init: 0,
        script: "0:50 1049:10",
        expected: "0 cold 0-50, 0 warm 1049-1059",
        environments: "0-2059:expired",
    },
    Case {
        name: "keep-alive zero is never warm, not even at the very end",
        keep_alive: Some(0),
        init: 0,
        script: "0:50 50:10",
        expected: "0 cold 0-50, 1 cold 50-60",
        environments: "0-50:expired, 50-60:expired",
    },
    Case {
        name: "two at once get two environments, the newest idle one is used next",
        keep_alive: None,
        init: 100,
        script: "0:50 0:60 500:10 500:10 500:10",
        expected: "0 cold 100-150, 1 cold 100-160, 1 warm 500-510, 0 warm 500-510, 2 cold 600-610",
        environments: "0-never, 0-never, 500-never",
    },
    Case {
        name: "a request of no duration frees its environment for the next of the same instant",
        keep_alive: None,
        init: 0,
        script: "0:0 0:0",
        expected: "0 cold 0-0, 0 warm 0-0",
        environments: "0-never",
    },
    Case {
        name: "a lost environment is not used again",
        keep_alive: None,
        init: 10,
        script: "0:50! 100:10",
        expected: "0 cold 10-60, 1 cold 110-120",
        environments: "0-60:lost, 100-never",
    },
    Case {
        name: "a failing init serves nobody",
        keep_alive: None,
        init: 10,
        script: "0:50x 5:10x 100:1",
        expected: "0 cold 10-10, 1 cold 15-15, 2 cold 110-111",
        environments: "0-10:lost, 5-15:lost, 100-never",
    },
    Case {
        name: "a deployment ends the idle now and the busy when they are done",
        keep_alive: None,
        init: 0,
        script: "0:10 0:100 deploy@50 60:10 100:10",
        expected: "0 cold 0-10, 1 cold 0-100, 2 cold 60-70, 2 warm 100-110",
        environments: "0-50:replaced, 0-100:replaced, 60-never",
    },
    Case {
        name: "a kill ends the invocation now",
        keep_alive: None,
        init: 10,
        script: "0:100 kill 0@50 60:10",
        expected: "0 cold 10-50, 1 cold 70-80",
        environments: "0-50:killed, 60-never",
    },
    Case {
        name: "a kill during init; one of nobody has no effect",
        keep_alive: None,
        init: 100,
        script: "0:100 kill 0@50 kill 0@60 kill 9@60",
        expected: "0 cold 50-50",
        environments: "0-50:killed",
    },
    Case {
        name: "an idle environment keeps the expiry that it has when keep-alive changes",
        keep_alive: Some(1000),
        init: 0,
        script: "0:10 keep 10@20 900:10 921:10",
        expected: "0 cold 0-10, 0 warm 900-910, 1 cold 921-931",
        environments: "0-920:expired, 921-941:expired",
    },
    Case {
        name: "over the limit is throttled, and a raised limit lets in",
        keep_alive: None,
        init: 100,
        script: "limit 1@0 0:50 100:50 150:50 limit 2@160 170:10 171:10",
        expected: "0 cold 100-150, -, 0 warm 150-200, 1 cold 270-280, -",
        environments: "0-never, 170-never",
    },
    Case {
        name: "an init above its limit is repeated inside the invocation",
        keep_alive: None,
        init: 12_000,
        script: "0:50",
        expected: "0 cold 10000-22050",
        environments: "0-never",
    },
];

#[test]
fn rules_hold() {
    for case in CASES {
        let policy = PoolPolicy {
            keep_alive: case.keep_alive.map(SimDuration::from_millis),
            ..PoolPolicy::default()
        };
        let service = Scripted {
            init: SimDuration::from_millis(case.init),
            next_init_fails: false,
            retired: Vec::new(),
        };
        let mut pool: Pool<_> = Pool::new(policy, service);
        play(&mut pool, case.script);
        let trace = pool.trace();
        assert_eq!(rows(trace), case.expected, "{}", case.name);
        assert_eq!(lives(trace), case.environments, "{}", case.name);
    }
}

fn play(pool: &mut Pool<Scripted>, script: &str) {
    let mut words = script.split(' ');
    while let Some(word) = words.next() {
        let mut argument = || {
            words
                .next()
                .expect("an intervention has an argument")
                .split_once('@')
                .unwrap()
        };
        match word {
            "kill" => {
                let (who, at) = argument();
                pool.kill(at_millis(at), EnvironmentId(who.parse().unwrap()));
            }
            "keep" => {
                let (span, at) = argument();
                pool.set_keep_alive(
                    at_millis(at),
                    Some(SimDuration::from_millis(span.parse().unwrap())),
                );
            }
            "limit" => {
                let (limit, at) = argument();
                pool.set_concurrency_limit(at_millis(at), Some(limit.parse().unwrap()));
            }
            _ => match word.split_once('@') {
                Some(("deploy", at)) => pool.deploy(at_millis(at)),
                _ => {
                    let (at, duration) = word.split_once(':').unwrap();
                    pool.service_mut().next_init_fails = duration.ends_with('x');
                    let fate = if duration.ends_with('!') {
                        Fate::Lost
                    } else {
                        Fate::Keep
                    };
                    let duration = duration.trim_end_matches(['!', 'x']).parse().unwrap();
                    pool.arrive(
                        at_millis(at),
                        &Step {
                            duration: SimDuration::from_millis(duration),
                            fate,
                        },
                    );
                }
            },
        }
    }
}

fn at_millis(text: &str) -> SimTime {
    SimTime::from_millis(text.parse().unwrap())
}

fn rows(trace: &PoolTrace) -> String {
    let row = |index: usize| {
        let kind = match trace.start_kind[index] {
            StartKind::Cold => "cold",
            StartKind::Warm => "warm",
            StartKind::None => return "-".to_owned(),
        };
        format!(
            "{} {kind} {}-{}",
            trace.environment[index].unwrap().0,
            trace.started_at[index].as_millis_f64(),
            trace.ended_at[index].as_millis_f64()
        )
    };
    (0..trace.len()).map(row).collect::<Vec<_>>().join(", ")
}

fn lives(trace: &PoolTrace) -> String {
    let life = |record: &EnvironmentRecord| {
        let end = match (record.ends_at, record.end_reason) {
            (Some(at), Some(reason)) => format!("{}:{reason:?}", at.as_millis_f64()).to_lowercase(),
            _ => "never".to_owned(),
        };
        format!("{}-{end}", record.created_at.as_millis_f64())
    };
    trace
        .environments
        .iter()
        .map(life)
        .collect::<Vec<_>>()
        .join(", ")
}
