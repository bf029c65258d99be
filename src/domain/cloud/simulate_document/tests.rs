//! The document's rules and corners as cases: what goes in, and what has to come out of it. Random documents are in
//! `tests/simulate_against_reference.rs`; here stand the answers that the document's own words give.

use serde_json::Value;

use super::{answer, carry_out, read};

/// `policy`, `arrivals` as `at:duration[:init][x]`, other members, and the rows expected:
/// `container kind start-end billed outcome`, where kind is `c`old, `w`arm or `-`.
struct Case {
    name: &'static str,
    policy: &'static str,
    arrivals: &'static str,
    others: &'static str,
    rows: &'static str,
}

const CASES: &[Case] = &[
    Case {
        name: "a keep-alive of zero is never warm, not even within one instant",
        policy: r#""keepAliveMs": 0"#,
        arrivals: "0:0 0:0 5:1 6:1",
        others: "",
        rows: "0 c 0-0 1 ok, 1 c 0-0 1 ok, 2 c 5-6 1 ok, 3 c 6-7 1 ok",
    },
    Case {
        name: "a request of no duration frees its container for the next of its instant",
        policy: "",
        arrivals: "0:0 0:0 0:1 0:1",
        others: "",
        rows: "0 c 0-0 1 ok, 0 w 0-0 1 ok, 0 w 0-1 1 ok, 1 c 0-1 1 ok",
    },
    Case {
        name: "routing newest",
        policy: r#""routing": "newest""#,
        arrivals: "0:9 0:5 0:7 20:1",
        others: "",
        rows: "0 c 0-9 9 ok, 1 c 0-5 5 ok, 2 c 0-7 7 ok, 2 w 20-21 1 ok",
    },
    Case {
        name: "routing oldest",
        policy: r#""routing": "oldest""#,
        arrivals: "0:9 0:5 0:7 20:1",
        others: "",
        rows: "0 c 0-9 9 ok, 1 c 0-5 5 ok, 2 c 0-7 7 ok, 0 w 20-21 1 ok",
    },
    Case {
        name: "routing mru",
        policy: r#""routing": "mru""#,
        arrivals: "0:9 0:5 0:7 20:1",
        others: "",
        rows: "0 c 0-9 9 ok, 1 c 0-5 5 ok, 2 c 0-7 7 ok, 0 w 20-21 1 ok",
    },
    Case {
        name: "routing lru",
        policy: r#""routing": "lru""#,
        arrivals: "0:9 0:5 0:7 20:1",
        others: "",
        rows: "0 c 0-9 9 ok, 1 c 0-5 5 ok, 2 c 0-7 7 ok, 1 w 20-21 1 ok",
    },
    Case {
        name: "mru: a tie goes to the higher index",
        policy: r#""routing": "mru""#,
        arrivals: "0:5 0:5 20:1",
        others: "",
        rows: "0 c 0-5 5 ok, 1 c 0-5 5 ok, 1 w 20-21 1 ok",
    },
    Case {
        name: "lru: a tie goes to the lower index, also when it arose within one instant",
        policy: r#""routing": "lru""#,
        arrivals: "0:5 0:5 5:0 5:0 20:1",
        others: "",
        rows: "0 c 0-5 5 ok, 1 c 0-5 5 ok, 0 w 5-5 1 ok, 0 w 5-5 1 ok, 0 w 20-21 1 ok",
    },
    Case {
        name: "init above its limit is repeated inside, and billed as duration",
        policy: r#""initMs": 10, "initLimitMs": 9, "billing": {"billInit": true}"#,
        arrivals: "0:5 0:5:9",
        others: "",
        rows: "0 c 9-24 15 ok, 1 c 9-14 14 ok",
    },
    Case {
        name: "the repeated init counts against the timeout",
        policy: r#""initMs": 10, "initLimitMs": 9, "timeoutMs": 14"#,
        arrivals: "0:4 0:5 100:1:0",
        others: "",
        rows: "0 c 9-23 14 ok, 1 c 9-23 14 timeout, 0 w 100-101 1 ok",
    },
    Case {
        name: "a failing init takes precedence over its limit",
        policy: r#""initLimitMs": 9, "billing": {"billInit": true}"#,
        arrivals: "0:4:20x",
        others: "",
        rows: "0 c null-20 20 initError",
    },
    Case {
        name: "a failing init is free where init is, and its container is gone",
        policy: "",
        arrivals: "0:4:20x 30:1:1x 40:1:1x",
        others: "",
        rows: "0 c null-20 0 initError, 1 c null-31 0 initError, 2 c null-41 0 initError",
    },
    Case {
        name: "a failing init does not matter to a warm start",
        policy: "",
        arrivals: "0:1 5:1:1x",
        others: "",
        rows: "0 c 0-1 1 ok, 0 w 5-6 1 ok",
    },
    Case {
        name: "a timeout costs the container; a run of exactly that length is no timeout",
        policy: r#""timeoutMs": 5"#,
        arrivals: "0:5 10:6 20:1",
        others: "",
        rows: "0 c 0-5 5 ok, 0 w 10-15 5 timeout, 1 c 20-21 1 ok",
    },
    Case {
        name: "a shared container survives a timeout",
        policy: r#""timeoutMs": 5, "concurrencyPerContainer": 2"#,
        arrivals: "0:6 1:4 10:1",
        others: "",
        rows: "0 c 0-5 5 timeout, 0 w 1-5 4 ok, 0 w 10-11 1 ok",
    },
    Case {
        name: "joiners wait for the init and are not cold; they share its failure",
        policy: r#""concurrencyPerContainer": 2, "billing": {"billInit": true}"#,
        arrivals: "0:5:10 3:5:10 30:5:10x 31:5:10",
        others: r#", "interventions": [{"atMs": 20, "kill": 0}]"#,
        rows: "0 c 10-15 15 ok, 0 w 10-15 5 ok, 1 c null-40 10 initError, 1 w null-40 0 initError",
    },
    Case {
        name: "idle time of a shared container begins when the last request leaves",
        policy: r#""concurrencyPerContainer": 2, "keepAliveMs": 5"#,
        arrivals: "0:1 0:10 14:1 20:1",
        others: "",
        rows: "0 c 0-1 1 ok, 0 w 0-10 10 ok, 0 w 14-15 1 ok, 1 c 20-21 1 ok",
    },
    Case {
        name: "leastLoaded spreads, newest fills",
        policy: r#""concurrencyPerContainer": 2, "routing": "leastLoaded", "provisioned": 2"#,
        arrivals: "0:5 0:5 0:5 0:5 0:5",
        others: "",
        rows: "0 w 0-5 5 ok, 1 w 0-5 5 ok, 0 w 0-5 5 ok, 1 w 0-5 5 ok, 2 c 0-5 5 ok",
    },
    Case {
        name: "provisioned containers are used first and never expire",
        policy: r#""provisioned": 1, "initMs": 2, "keepAliveMs": 10, "routing": "newest""#,
        arrivals: "0:5 0:5 10:5 1000:5",
        others: "",
        rows: "0 w 0-5 5 ok, 1 c 2-7 5 ok, 0 w 10-15 5 ok, 0 w 1000-1005 5 ok",
    },
    Case {
        name: "the queue is first come, first served, and gives up",
        policy: r#""maxConcurrency": 1, "onLimit": "queue", "queueTimeoutMs": 10"#,
        arrivals: "0:10 1:10 2:10 3:1",
        others: "",
        rows: "0 c 0-10 10 ok, 0 w 10-20 10 ok, - - null-null 0 throttled, - - null-null 0 throttled",
    },
    Case {
        name: "who would give up when there is room is served, and the container never was idle",
        policy: r#""maxConcurrency": 1, "onLimit": "queue", "queueTimeoutMs": 10, "keepAliveMs": 0"#,
        arrivals: "0:10 0:10",
        others: "",
        rows: "0 c 0-10 10 ok, 0 w 10-20 10 ok",
    },
    Case {
        name: "what nothing will ever serve is throttled",
        policy: r#""maxConcurrency": 0, "onLimit": "queue""#,
        arrivals: "0:10",
        others: "",
        rows: "- - null-null 0 throttled",
    },
    Case {
        name: "burst: two at once, then one in 5 ms; a refusal throttles even with a queue",
        policy: r#""burst": {"environments": 2, "perMs": 10}, "onLimit": "queue", "keepAliveMs": 0"#,
        arrivals: "0:1 0:1 0:1 4.999:1 5:1 9.999:1 10:1",
        others: "",
        rows: "0 c 0-1 1 ok, 1 c 0-1 1 ok, - - null-null 0 throttled, - - null-null 0 throttled, 2 c 5-6 1 ok, \
               - - null-null 0 throttled, 3 c 10-11 1 ok",
    },
    Case {
        name: "kill: running, in init, unknown, gone",
        policy: r#""initMs": 10, "billing": {"billInit": true}"#,
        arrivals: "0:50 15:50",
        others: r#", "interventions": [{"atMs": 20.5, "kill": 0}, {"atMs": 20.5, "kill": 1}, {"atMs": 20.5, "kill": 7},
                    {"atMs": 21, "kill": 0}]"#,
        rows: "0 c 10-20.5 21 killed, 1 c null-20.5 6 killed",
    },
    Case {
        name: "kill at the end of an init: the handler began",
        policy: r#""initMs": 10"#,
        arrivals: "0:50",
        others: r#", "interventions": [{"atMs": 10, "kill": 0}]"#,
        rows: "0 c 10-10 1 killed",
    },
    Case {
        name: "a kill makes room for who waits, a raised limit too",
        policy: r#""maxContainers": 1, "onLimit": "queue", "maxConcurrency": 1"#,
        arrivals: "0:50 1:5 2:5",
        others: r#", "interventions": [{"atMs": 10, "kill": 0}, {"atMs": 12, "maxConcurrency": 2}]"#,
        rows: "0 c 0-10 10 killed, 1 c 10-15 5 ok, 1 w 15-20 5 ok",
    },
    Case {
        name: "a lowered limit stops nobody",
        policy: "",
        arrivals: "0:50 0:50 10:1 50:1",
        others: r#", "interventions": [{"atMs": 5, "maxConcurrency": 1}]"#,
        rows: "0 c 0-50 50 ok, 1 c 0-50 50 ok, - - null-null 0 throttled, 1 w 50-51 1 ok",
    },
    Case {
        name: "deploy: idle ones end, busy ones when they are done, provisioned ones stay",
        policy: r#""provisioned": 1"#,
        arrivals: "0:5 0:5 0:50 20:1 20:1 60:1 60:1",
        others: r#", "interventions": [{"atMs": 10, "deploy": true}]"#,
        rows: "0 w 0-5 5 ok, 1 c 0-5 5 ok, 2 c 0-50 50 ok, 0 w 20-21 1 ok, 3 c 20-21 1 ok, 0 w 60-61 1 ok, 3 w 60-61 1 ok",
    },
    Case {
        name: "granules that are no whole milliseconds",
        policy: r#""billing": {"granularityMs": 0.75}"#,
        arrivals: "0:0.75 10:0.751 20:0",
        others: "",
        rows: "0 c 0-0.75 0.75 ok, 0 w 10-10.751 1.5 ok, 0 w 20-20 0.75 ok",
    },
    Case {
        name: "decimals are rounded half away from zero, once",
        policy: "",
        arrivals: "0.0005:0.0015 10.0014999:1.0015",
        others: "",
        rows: "0 c 0.001-0.003 1 ok, 0 w 10.001-11.003 2 ok",
    },
];

fn answered(document: &str) -> Value {
    let question = read(document).unwrap_or_else(|refusal| panic!("{refusal}: {document}"));
    serde_json::from_str(&answer(&question, &carry_out(&question))).unwrap()
}

fn document(case: &Case) -> String {
    let arrival = |text: &str| {
        let fails = text.ends_with('x');
        let mut parts = text.trim_end_matches('x').split(':');
        let (at, duration) = (parts.next().unwrap(), parts.next().unwrap());
        let init = parts
            .next()
            .map_or_else(String::new, |init| format!(r#", "initMs": {init}"#));
        format!(r#"{{"atMs": {at}, "durationMs": {duration}{init}, "initFails": {fails}}}"#)
    };
    let arrivals: Vec<String> = case.arrivals.split(' ').map(arrival).collect();
    let (policy, others) = (case.policy, case.others);
    format!(
        r#"{{"policy": {{{policy}}}, "arrivals": [{}]{others}}}"#,
        arrivals.join(", ")
    )
}

fn row(row: &Value) -> String {
    let or_dash = |value: &Value| {
        if value.is_null() {
            "-".to_owned()
        } else {
            value.to_string()
        }
    };
    let kind = match (&row["throttled"], &row["cold"]) {
        (Value::Bool(true), _) => '-',
        (_, Value::Bool(true)) => 'c',
        _ => 'w',
    };
    format!(
        "{} {kind} {}-{} {} {}",
        or_dash(&row["container"]),
        row["startMs"],
        row["endMs"],
        row["billedMs"],
        row["outcome"].as_str().unwrap()
    )
}

#[test]
fn rules_hold() {
    for case in CASES {
        let answer = answered(&document(case));
        let rows: Vec<String> = answer["invocations"]
            .as_array()
            .unwrap()
            .iter()
            .map(row)
            .collect();
        assert_eq!(rows.join(", "), case.rows, "{}", case.name);
    }
}

#[test]
fn totals_and_samples_are_integrals() {
    // Document without its policy's price list, totals that are looked at.
    for (document, expected) in [
        // The default horizon is the last expiry; a container is alive from 0 to 350, busy until 250.
        (
            r#"{"policy": {"keepAliveMs": 100, "initMs": 200}, "arrivals": [{"atMs": 0, "durationMs": 50}]}"#,
            r#"{"horizonMs": 350, "containerMs": 350, "busyMs": 250, "idleMs": 100, "peakContainers": 1}"#,
        ),
        // A shorter one cuts integrals and the costs of time, and neither counts nor bills.
        (
            r#"{"policy": {"keepAliveMs": 100, "provisioned": 1, "billing": {"memoryMb": 1024, "pricePerGbSecond": 1,
                "pricePerRequest": 1, "provisionedPricePerGbSecond": 10, "provisionedDurationPricePerGbSecond": 2,
                "serverPricePerHour": 3600}},
                "arrivals": [{"atMs": 0, "durationMs": 3000}, {"atMs": 0, "durationMs": 3000}], "horizonMs": 1000}"#,
            r#"{"horizonMs": 1000, "containerMs": 2000, "busyMs": 2000, "idleMs": 0, "billedMs": 6000, "gbSeconds": 6,
                "cost": 21, "serverCost": 1, "containersCreated": 1, "warm": 1, "cold": 1}"#,
        ),
        // A longer one goes on counting whoever never expires.
        (
            r#"{"arrivals": [{"atMs": 10, "durationMs": 5}], "horizonMs": 100}"#,
            r#"{"horizonMs": 100, "containerMs": 90, "busyMs": 5, "idleMs": 85}"#,
        ),
        // An intervention is an event, a sample is none.
        (
            r#"{"arrivals": [], "interventions": [{"atMs": 7, "kill": 3}], "sampleAtMs": [9]}"#,
            r#"{"horizonMs": 7, "containerMs": 0}"#,
        ),
    ] {
        let totals = &answered(document)["totals"];
        let expected: Value = serde_json::from_str(expected).unwrap();
        for (name, value) in expected.as_object().unwrap() {
            assert_eq!(
                totals[name].as_f64(),
                value.as_f64(),
                "{name} of {document}"
            );
        }
    }
    let samples = answered(
        r#"{"policy": {"keepAliveMs": 10}, "arrivals": [{"atMs": 0, "durationMs": 10}, {"atMs": 20, "durationMs": 5}],
            "sampleAtMs": [20, 0, 9.999, 10, 19.999, 1000]}"#,
    );
    let counts: Vec<String> = samples["samples"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sample| {
            format!(
                "{}: {} {}",
                sample["atMs"], sample["containers"], sample["busy"]
            )
        })
        .collect();
    assert_eq!(
        counts.join(", "),
        "20: 1 1, 0: 1 1, 9.999: 1 1, 10: 1 0, 19.999: 1 0, 1000: 0 0"
    );
}

#[test]
fn refusals_name_the_member_and_what_was_expected() {
    for (document, path, expected) in [
        ("{}", "arrivals", "missing"),
        ("[]", "", "an object"),
        (r#"{"arrivals": []} 1"#, "", "trailing"),
        ("{", "", "EOF"),
        (r#"{"policy": {"initMs": 1,}}"#, "policy", "trailing"),
        (r#"{"arrivals": [], "polcy": {}}"#, "polcy", "`policy`"),
        (
            r#"{"arrivals": [{"atMs": 1}]}"#,
            "arrivals[0].durationMs",
            "missing",
        ),
        (
            r#"{"arrivals": [{"atMs": 1, "durationMs": -1}]}"#,
            "arrivals[0].durationMs",
            "from 0",
        ),
        (
            r#"{"arrivals": [{"atMs": 1, "durationMs": "1"}]}"#,
            "arrivals[0].durationMs",
            "number",
        ),
        (
            r#"{"arrivals": [{"atMs": 2, "durationMs": 1}, {"atMs": 1, "durationMs": 1}]}"#,
            "arrivals[1].atMs",
            "order of time",
        ),
        (
            r#"{"arrivals": [], "policy": {"routing": "random"}}"#,
            "policy.routing",
            "`newest`",
        ),
        (
            r#"{"arrivals": [], "policy": {"onLimit": 1}}"#,
            "policy.onLimit",
            "expected",
        ),
        (
            r#"{"arrivals": [], "policy": {"maxConcurrency": 1.5}}"#,
            "policy.maxConcurrency",
            "whole",
        ),
        (
            r#"{"arrivals": [], "policy": {"concurrencyPerContainer": 0}}"#,
            "policy.concurrencyPerContainer",
            "at least 1",
        ),
        (
            r#"{"arrivals": [], "policy": {"burst": {"environments": 1, "perMs": 0}}}"#,
            "policy.burst.perMs",
            "0.001",
        ),
        (
            r#"{"arrivals": [], "policy": {"billing": {"granularityMs": 0.0004}}}"#,
            "policy.billing.granularityMs",
            "0.001",
        ),
        (
            r#"{"arrivals": [], "policy": {"billing": {"pricePerRequest": -1}}}"#,
            "policy.billing.pricePerRequest",
            "0 or more",
        ),
        (
            r#"{"arrivals": [], "interventions": [{"atMs": 0, "kill": 0, "deploy": true}]}"#,
            "interventions[0]",
            "exactly one",
        ),
        (
            r#"{"arrivals": [], "interventions": [{"kill": 0}]}"#,
            "interventions[0].atMs",
            "missing",
        ),
        (
            r#"{"arrivals": [], "interventions": [{"atMs": 0, "deploy": false}]}"#,
            "interventions[0].deploy",
            "true",
        ),
        (r#"{"arrivals": [], "detail": "all"}"#, "detail", "`totals`"),
        (
            r#"{"arrivals": [], "horizonMs": -5}"#,
            "horizonMs",
            "from 0",
        ),
    ] {
        let refusal = read(document).expect_err(document);
        let path_found = refusal.path.trim_start_matches('.');
        assert_eq!(path_found, path, "{document}");
        assert!(
            refusal.message.contains(expected),
            "{document}: {}",
            refusal.message
        );
    }
}
