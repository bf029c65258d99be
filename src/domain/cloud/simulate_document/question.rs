//! What goes in: the document's members, their defaults and their ranges.

use serde::{Deserialize, Deserializer};

use super::super::members::Members;
use super::Refusal;
use super::number::{Amount, Count, Millis};
use crate::billing::Metering;
use crate::pool::{BurstLimit, Fate, OnLimit, PoolPolicy, Routing, Script, ScriptedService};
use crate::units::{SimDuration, SimTime};

/// The most provisioned containers, so that a typing error cannot fill the memory.
const MAX_PROVISIONED: u32 = 1_000_000;

/// A document that was understood.
#[derive(Clone, Debug)]
pub struct Question {
    /// The pool's settings.
    pub policy: PoolPolicy,
    /// The function's timeout, and whether it costs the container.
    pub service: ScriptedService,
    /// What it costs.
    pub billing: Billing,
    /// In order of time.
    pub arrivals: Vec<Arrival>,
    /// In order of time; of one instant as they were listed.
    pub interventions: Vec<(SimTime, Intervention)>,
    /// When to look at the pool, as listed.
    pub samples: Vec<SimTime>,
    /// Up to when integrals count; `None` for the last event.
    pub horizon: Option<SimTime>,
    /// How much to answer.
    pub detail: Detail,
}

/// A request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// When it arrives.
    pub at: SimTime,
    /// What it takes.
    pub script: Script,
}

/// What somebody does to the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intervention {
    /// A container ends with what runs in it.
    Kill(u32),
    /// Another limit of requests in flight.
    ConcurrencyLimit(Option<u32>),
    /// Another keep-alive time.
    KeepAlive(Option<SimDuration>),
    /// A new version.
    Deploy,
}

/// Prices in dollars. The sums that they are multiplied with are exact; the product is a JSON number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Billing {
    /// How time is billed.
    pub metering: Metering,
    /// Configured memory in megabytes of 1/1024 GB.
    pub memory_mb: f64,
    /// For a GB-second on demand.
    pub price_per_gb_second: f64,
    /// For a request that starts.
    pub price_per_request: f64,
    /// For a GB-second of being provisioned.
    pub provisioned_price_per_gb_second: f64,
    /// For a GB-second of running on a provisioned container.
    pub provisioned_duration_price_per_gb_second: f64,
    /// For an hour of a server instead.
    pub server_price_per_hour: f64,
}

/// How much to answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Detail {
    /// Every invocation.
    #[default]
    Full,
    /// Samples and totals only.
    Totals,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Document {
    policy: Option<Members<PolicyEntry>>,
    arrivals: Vec<Members<ArrivalEntry>>,
    interventions: Option<Vec<Members<InterventionEntry>>>,
    sample_at_ms: Option<Vec<Millis>>,
    horizon_ms: Option<Millis>,
    detail: Option<Detail>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct PolicyEntry {
    keep_alive_ms: Option<Millis>,
    init_ms: Option<Millis>,
    max_concurrency: Option<Count>,
    max_containers: Option<Count>,
    concurrency_per_container: Option<Count>,
    routing: Option<RoutingEntry>,
    on_limit: Option<OnLimitEntry>,
    queue_timeout_ms: Option<Millis>,
    burst: Option<Members<BurstEntry>>,
    provisioned: Option<Count>,
    init_limit_ms: Option<Millis>,
    timeout_ms: Option<Millis>,
    billing: Option<Members<BillingEntry>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
enum RoutingEntry {
    Newest,
    Oldest,
    Mru,
    Lru,
    LeastLoaded,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
enum OnLimitEntry {
    Throttle,
    Queue,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct BurstEntry {
    environments: Count,
    per_ms: Millis,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct BillingEntry {
    granularity_ms: Option<Millis>,
    bill_init: Option<bool>,
    memory_mb: Option<Amount>,
    price_per_gb_second: Option<Amount>,
    price_per_request: Option<Amount>,
    provisioned_price_per_gb_second: Option<Amount>,
    provisioned_duration_price_per_gb_second: Option<Amount>,
    server_price_per_hour: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ArrivalEntry {
    at_ms: Millis,
    duration_ms: Millis,
    init_ms: Option<Millis>,
    init_fails: Option<bool>,
}

/// For two members null is a value, so that it has to be told from absence.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct InterventionEntry {
    at_ms: Millis,
    kill: Option<Count>,
    #[serde(default, deserialize_with = "present")]
    max_concurrency: Option<Option<Count>>,
    #[serde(default, deserialize_with = "present")]
    keep_alive_ms: Option<Option<Millis>>,
    deploy: Option<bool>,
}

fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// Reads a document; everything that it leaves out has its default.
pub fn read(text: &str) -> Result<Question, Refusal> {
    let Members(document): Members<Document> = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) => return Err(refusal_with_path(text, &error)),
    };
    let entry = document
        .policy
        .map_or_else(PolicyEntry::default, |Members(entry)| entry);
    let default_init = span(entry.init_ms).unwrap_or_default();
    let (policy, service, billing) = settings(entry)?;
    let mut arrivals: Vec<Arrival> = Vec::with_capacity(document.arrivals.len());
    for (index, Members(entry)) in document.arrivals.into_iter().enumerate() {
        let at = entry.at_ms.as_time();
        if arrivals.last().is_some_and(|earlier| earlier.at > at) {
            return Err(refusal(
                format!("arrivals[{index}].atMs"),
                "expected arrivals in order of time",
            ));
        }
        arrivals.push(Arrival {
            at,
            script: Script {
                duration: entry.duration_ms.as_span(),
                init: span(entry.init_ms).unwrap_or(default_init),
                init_fails: entry.init_fails.unwrap_or(false),
            },
        });
    }
    let mut interventions = Vec::new();
    for (index, Members(entry)) in document.interventions.into_iter().flatten().enumerate() {
        interventions.push((entry.at_ms.as_time(), intervention(&entry, index)?));
    }
    interventions.sort_by_key(|&(at, _)| at);
    Ok(Question {
        policy,
        service,
        billing,
        arrivals,
        interventions,
        samples: document
            .sample_at_ms
            .into_iter()
            .flatten()
            .map(Millis::as_time)
            .collect(),
        horizon: document.horizon_ms.map(Millis::as_time),
        detail: document.detail.unwrap_or_default(),
    })
}

/// Reads once more, slower, to tell where the fault is.
fn refusal_with_path(text: &str, error: &serde_json::Error) -> Refusal {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let found: Result<Members<Document>, _> = serde_path_to_error::deserialize(&mut deserializer);
    match found {
        Err(found) => {
            let Refusal { path, message } = Refusal::found(&found);
            // The path of what is missing leads to where it is missing.
            let missing = message
                .strip_prefix("missing field `")
                .and_then(|rest| rest.split_once('`'));
            match missing {
                Some((name, place)) if path.is_empty() => {
                    refusal(name, format!("expected, and missing{place}"))
                }
                Some((name, place)) => refusal(
                    format!("{path}.{name}"),
                    format!("expected, and missing{place}"),
                ),
                None => refusal(path, message),
            }
        }
        // What is wrong stands behind the document.
        Ok(_) => refusal("", error.to_string()),
    }
}

fn settings(entry: PolicyEntry) -> Result<(PoolPolicy, ScriptedService, Billing), Refusal> {
    let count = |count: Option<Count>| count.map(|Count(count)| count);
    let requests_per_environment = count(entry.concurrency_per_container).unwrap_or(1);
    if requests_per_environment == 0 {
        return Err(refusal(
            "policy.concurrencyPerContainer",
            "expected at least 1",
        ));
    }
    let provisioned = count(entry.provisioned).unwrap_or(0);
    if provisioned > MAX_PROVISIONED {
        return Err(refusal(
            "policy.provisioned",
            format!("expected at most {MAX_PROVISIONED}"),
        ));
    }
    let burst = match entry.burst {
        Some(Members(burst)) if burst.per_ms.as_span() == SimDuration::ZERO => {
            return Err(refusal("policy.burst.perMs", "expected at least 0.001"));
        }
        Some(Members(burst)) => Some(BurstLimit {
            environments: burst.environments.0,
            per: burst.per_ms.as_span(),
        }),
        None => None,
    };
    let policy = PoolPolicy {
        keep_alive: span(entry.keep_alive_ms),
        concurrency_limit: count(entry.max_concurrency),
        init_limit: span(entry.init_limit_ms),
        environment_limit: count(entry.max_containers),
        requests_per_environment,
        routing: match entry.routing {
            None | Some(RoutingEntry::Newest) => Routing::Newest,
            Some(RoutingEntry::Oldest) => Routing::Oldest,
            Some(RoutingEntry::Mru) => Routing::MostRecentlyUsed,
            Some(RoutingEntry::Lru) => Routing::LeastRecentlyUsed,
            Some(RoutingEntry::LeastLoaded) => Routing::LeastLoaded,
        },
        on_limit: match entry.on_limit {
            None | Some(OnLimitEntry::Throttle) => OnLimit::Throttle,
            Some(OnLimitEntry::Queue) => OnLimit::Queue {
                timeout: span(entry.queue_timeout_ms),
            },
        },
        burst,
        provisioned,
    };
    let service = ScriptedService {
        timeout: span(entry.timeout_ms),
        fate_of_timeout: if requests_per_environment == 1 {
            Fate::Lost
        } else {
            Fate::Keep
        },
    };
    let billing = entry
        .billing
        .map_or_else(BillingEntry::default, |Members(entry)| entry);
    Ok((policy, service, prices(billing)?))
}

fn prices(entry: BillingEntry) -> Result<Billing, Refusal> {
    let granule = span(entry.granularity_ms).unwrap_or(SimDuration::from_millis(1));
    if granule == SimDuration::ZERO {
        return Err(refusal(
            "policy.billing.granularityMs",
            "expected at least 0.001",
        ));
    }
    let amount = |amount: Option<Amount>| amount.map_or(0.0, |Amount(amount)| amount);
    let price_per_gb_second = amount(entry.price_per_gb_second);
    Ok(Billing {
        metering: Metering {
            granule,
            minimum: SimDuration::ZERO,
            bills_init: entry.bill_init.unwrap_or(false),
        },
        memory_mb: amount(entry.memory_mb),
        price_per_gb_second,
        price_per_request: amount(entry.price_per_request),
        provisioned_price_per_gb_second: amount(entry.provisioned_price_per_gb_second),
        provisioned_duration_price_per_gb_second: entry
            .provisioned_duration_price_per_gb_second
            .map_or(price_per_gb_second, |Amount(amount)| amount),
        server_price_per_hour: amount(entry.server_price_per_hour),
    })
}

fn intervention(entry: &InterventionEntry, index: usize) -> Result<Intervention, Refusal> {
    let path = || format!("interventions[{index}]");
    if entry.deploy == Some(false) {
        return Err(refusal(format!("{}.deploy", path()), "expected true"));
    }
    let acts = [
        entry
            .kill
            .map(|Count(container)| Intervention::Kill(container)),
        entry
            .max_concurrency
            .map(|limit| Intervention::ConcurrencyLimit(limit.map(|Count(limit)| limit))),
        entry
            .keep_alive_ms
            .map(|keep_alive| Intervention::KeepAlive(span(keep_alive))),
        entry.deploy.map(|_| Intervention::Deploy),
    ];
    let mut acts = acts.into_iter().flatten();
    match (acts.next(), acts.next()) {
        (Some(act), None) => Ok(act),
        _ => Err(refusal(
            path(),
            "expected exactly one of `kill`, `maxConcurrency`, `keepAliveMs` and `deploy`",
        )),
    }
}

fn span(millis: Option<Millis>) -> Option<SimDuration> {
    millis.map(Millis::as_span)
}

fn refusal(path: impl Into<String>, message: impl Into<String>) -> Refusal {
    Refusal {
        path: path.into(),
        message: message.into(),
    }
}
