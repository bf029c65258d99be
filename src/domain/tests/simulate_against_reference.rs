//! Random documents with every member and many ties, answered by the domain and by a plain second simulator.

#[allow(unreachable_pub, reason = "a module of this test alone")]
mod reference;

use domain::cloud::simulate_document::{answer, carry_out, read};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use reference::Reference;

/// Whole milliseconds most of the time, so that much happens at one instant.
fn time(most: u32) -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => (0..=most).prop_map(|millis| json!(millis)),
        1 => (0..=most * 4).prop_map(|quarters| json!(f64::from(quarters) / 4.0)),
        1 => (0..=most * 1000).prop_map(|micros| json!(f64::from(micros) / 1000.0)),
    ]
}

/// A member that is left out, null, or there.
fn member(
    name: &'static str,
    value: impl Strategy<Value = Value> + 'static,
) -> BoxedStrategy<Option<(&'static str, Value)>> {
    prop_oneof![
        3 => Just(None),
        1 => Just(Some((name, Value::Null))),
        3 => value.prop_map(move |value| Some((name, value))),
    ]
    .boxed()
}

fn object(
    members: Vec<BoxedStrategy<Option<(&'static str, Value)>>>,
) -> impl Strategy<Value = Value> {
    members.prop_map(|members| {
        let members = members.into_iter().flatten();
        Value::Object(
            members
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map<_, _>>(),
        )
    })
}

fn price() -> impl Strategy<Value = Value> {
    select(vec![
        json!(0),
        json!(1),
        json!(0.0000166667),
        json!(2e-7),
        json!(0.25),
    ])
}

fn billing() -> impl Strategy<Value = Value> {
    object(vec![
        member(
            "granularityMs",
            select(vec![
                json!(1),
                json!(100),
                json!(0.5),
                json!(2.5),
                json!(3),
                json!(0.007),
            ]),
        ),
        member("billInit", any::<bool>().prop_map(Value::from)),
        member(
            "memoryMb",
            select(vec![json!(128), json!(1024), json!(1536)]),
        ),
        member("pricePerGbSecond", price()),
        member("pricePerRequest", price()),
        member("provisionedPricePerGbSecond", price()),
        member("provisionedDurationPricePerGbSecond", price()),
        member("serverPricePerHour", price()),
    ])
}

fn policy() -> impl Strategy<Value = Value> {
    let count = |range: std::ops::RangeInclusive<u32>| range.prop_map(Value::from);
    object(vec![
        member("keepAliveMs", time(12)),
        member("initMs", time(5)),
        member("maxConcurrency", count(0..=5)),
        member("maxContainers", count(0..=4)),
        member("concurrencyPerContainer", count(1..=3)),
        member(
            "routing",
            select(vec!["newest", "oldest", "mru", "lru", "leastLoaded"]).prop_map(Value::from),
        ),
        member(
            "onLimit",
            select(vec!["throttle", "queue", "queue"]).prop_map(Value::from),
        ),
        member("queueTimeoutMs", time(6)),
        member(
            "burst",
            (0_u32..4, 1_u32..20).prop_map(
                |(environments, per)| json!({ "environments": environments, "perMs": per }),
            ),
        ),
        member("provisioned", count(0..=3)),
        member("initLimitMs", time(5)),
        member("timeoutMs", time(9)),
        member("billing", billing()),
    ])
}

/// Settings under which much of one kind happens, over those that chance gave.
fn emphasis() -> impl Strategy<Value = Value> {
    prop_oneof![
        2 => Just(json!({})),
        // Somebody waits most of the time, while others are idle and expire.
        1 => (1_u32..4, 1_u32..8).prop_map(|(limit, keep_alive)| {
            json!({ "onLimit": "queue", "maxConcurrency": limit, "keepAliveMs": keep_alive })
        }),
        // Many containers, most of them soon gone.
        1 => (0_u32..4).prop_map(|keep_alive| {
            json!({ "maxConcurrency": null, "maxContainers": null, "burst": null, "keepAliveMs": keep_alive })
        }),
    ]
}

fn arrivals() -> impl Strategy<Value = Value> {
    let arrival = (
        0_u32..4,
        time(8),
        prop::option::weighted(0.3, time(6)),
        prop::bool::weighted(0.1),
    );
    prop::collection::vec(arrival, 0..60).prop_map(|arrivals| {
        let mut at = 0;
        let row = |(gap, duration, init, fails): (u32, Value, Option<Value>, bool)| {
            at += gap.saturating_sub(1);
            let mut row = json!({ "atMs": at, "durationMs": duration });
            if let Some(init) = init {
                row["initMs"] = init;
            }
            if fails {
                row["initFails"] = json!(true);
            }
            row
        };
        Value::Array(arrivals.into_iter().map(row).collect())
    })
}

fn interventions() -> impl Strategy<Value = Value> {
    let act = prop_oneof![
        3 => (0_u32..8).prop_map(|number| json!({ "kill": number })),
        2 => prop::option::of(0_u32..6).prop_map(|limit| json!({ "maxConcurrency": limit })),
        2 => prop::option::of(time(12)).prop_map(|span| json!({ "keepAliveMs": span })),
        2 => Just(json!({ "deploy": true })),
    ];
    prop::collection::vec((time(40), act), 0..7).prop_map(|acts| {
        let with_time = |(at, mut act): (Value, Value)| {
            act["atMs"] = at;
            act
        };
        Value::Array(acts.into_iter().map(with_time).collect())
    })
}

fn document() -> impl Strategy<Value = Value> {
    (
        (policy(), emphasis()),
        arrivals(),
        prop_oneof![1 => Just(json!([])), 1 => interventions()],
        prop::collection::vec(time(60), 0..5),
        prop::option::weighted(0.4, time(50)),
    )
        .prop_map(
            |((mut policy, emphasis), arrivals, interventions, samples, horizon)| {
                for (name, value) in emphasis.as_object().into_iter().flatten() {
                    policy[name.as_str()] = value.clone();
                }
                json!({
                    "policy": policy, "arrivals": arrivals, "interventions": interventions,
                    "sampleAtMs": samples, "horizonMs": horizon,
                })
            },
        )
}

fn answered(document: &Value) -> Value {
    let question = read(&document.to_string()).expect("a document that can be answered");
    serde_json::from_str(&answer(&question, &carry_out(&question))).expect("JSON")
}

/// The members that differ, with both values.
fn differences(path: &str, left: &Value, right: &Value, found: &mut Vec<String>) {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            let names: std::collections::BTreeSet<_> = left.keys().chain(right.keys()).collect();
            for name in names {
                let get =
                    |object: &Map<String, Value>| object.get(name).cloned().unwrap_or_default();
                differences(&format!("{path}.{name}"), &get(left), &get(right), found);
            }
        }
        (Value::Array(left), Value::Array(right)) => {
            for index in 0..left.len().max(right.len()) {
                let get = |list: &[Value]| list.get(index).cloned().unwrap_or(json!("nothing"));
                differences(&format!("{path}[{index}]"), &get(left), &get(right), found);
            }
        }
        (Value::Number(left), Value::Number(right)) => {
            let (left, right) = (left.as_f64().unwrap(), right.as_f64().unwrap());
            // Times have at most three decimals and are equal but for the last bit; so are sums of prices.
            if (left - right).abs() > 1e-13 * left.abs().max(right.abs()) {
                found.push(format!("{path}: domain {left}, reference {right}"));
            }
        }
        _ if left == right => {}
        _ => found.push(format!("{path}: domain {left}, reference {right}")),
    }
}

proptest! {

    #![proptest_config(ProptestConfig { cases: 4_096, ..ProptestConfig::default() })]

    #[test]
    fn every_member_is_as_the_reference_says(mut document in document()) {
        let expected = Reference::new(&document).run();
        let full = answered(&document);
        let mut found = Vec::new();
        differences("", &full, &expected, &mut found);
        prop_assert!(found.is_empty(), "{}\n{}", document, found.join("\n"));
        // Totals are added up another way, and come out the same.
        document["detail"] = json!("totals");
        let totals = answered(&document);
        prop_assert_eq!(&totals["totals"], &full["totals"]);
        prop_assert_eq!(&totals["samples"], &full["samples"]);
        prop_assert!(totals.get("invocations").is_none());
    }
}
