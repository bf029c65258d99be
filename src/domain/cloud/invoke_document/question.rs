//! What goes in: the document's members, their defaults and their ranges.

use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::super::Trigger;
use super::super::members::Members;
use crate::billing::{AWS_2016_12, TARIFFS, Tariff};
use crate::http::{Body, Header, Request};
use crate::lambda::{Deployment, EventFormat, ModuleFormat, NodeRuntime};
use crate::units::{CalendarTime, MemorySize, Seed, SimDuration};

/// Why a document is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The member, such as `invocations[0].request.method`; empty for the document itself.
    pub path: String,
    /// What was found and what was expected.
    pub message: String,
}

impl Refusal {
    /// What was found on the way into a document. A question mark in a path stands for a name that could not be read, a
    /// full stop for the document.
    pub(in crate::cloud) fn found(
        error: &serde_path_to_error::Error<serde_json::Error>,
    ) -> Refusal {
        let path = error.path().to_string();
        refusal(path.trim_end_matches(['?', '.']), error.inner().to_string())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => formatter.write_str(&self.message),
            path => write!(formatter, "{path}: {}", self.message),
        }
    }
}

impl std::error::Error for Refusal {}

/// A document that was understood.
#[derive(Clone, Debug)]
pub struct Question {
    /// The function.
    pub deployment: Deployment,
    /// Where chance comes from.
    pub seed: Seed,
    /// What the calendar says at time 0.
    pub start: CalendarTime,
    /// What it costs.
    pub tariff: &'static Tariff,
    /// Whether START, END and REPORT stand among the log lines.
    pub platform_logs: bool,
    /// The invocations, each with the pause before it.
    pub invocations: Vec<(SimDuration, Trigger)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Document {
    source: String,
    handler: Option<String>,
    esm: Option<bool>,
    api: Option<Api>,
    settings: Option<Members<Settings>>,
    invocations: Vec<Members<InvocationEntry>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Api {
    Rest,
    Http,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Settings {
    timeout_ms: Option<u64>,
    memory_mb: Option<u32>,
    env: Option<serde_json::Map<String, serde_json::Value>>,
    runtime: Option<String>,
    tariff: Option<String>,
    platform_logs: Option<bool>,
    init_ms: Option<f64>,
    seed: Option<u32>,
    start_time: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct InvocationEntry {
    /// `null` is an event like any other.
    #[serde(default, deserialize_with = "present")]
    event: Option<Box<RawValue>>,
    request: Option<Members<RequestEntry>>,
    delay_ms: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RequestEntry {
    method: Option<String>,
    path: Option<String>,
    query: Option<String>,
    headers: Option<serde_json::Map<String, serde_json::Value>>,
    body: Option<String>,
    body_base64: Option<String>,
    resource: Option<String>,
}

fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Box<RawValue>>, D::Error> {
    Box::<RawValue>::deserialize(deserializer).map(Some)
}

const MAX_MILLIS: f64 = 1e12;

/// Reads a document; everything that it leaves out has its default.
pub fn read(text: &str) -> Result<Question, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let Members(document): Members<Document> = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| Refusal::found(&error))?;
    deserializer
        .end()
        .map_err(|error| refusal("", error.to_string()))?;
    let settings = document
        .settings
        .map_or_else(Settings::default, |Members(settings)| settings);
    let runtime = match settings.runtime.as_deref() {
        Some("nodejs20.x") => NodeRuntime::Node20,
        None | Some("nodejs22.x") => NodeRuntime::Node22,
        Some("nodejs24.x") => NodeRuntime::Node24,
        Some(_) => {
            let expected = "expected \"nodejs20.x\", \"nodejs22.x\" or \"nodejs24.x\"";
            return Err(refusal("settings.runtime", expected));
        }
    };
    let format = match document.api {
        None | Some(Api::Rest) => EventFormat::RestApi,
        Some(Api::Http) => EventFormat::HttpApi,
    };
    let tariff_id = settings.tariff.as_deref().unwrap_or(AWS_2016_12.id);
    let tariff = Tariff::named(tariff_id).ok_or_else(|| {
        let known: Vec<String> = TARIFFS
            .iter()
            .map(|tariff| format!("\"{}\"", tariff.id))
            .collect();
        refusal(
            "settings.tariff",
            format!("expected one of {}", known.join(", ")),
        )
    })?;
    let timeout_ms = settings.timeout_ms.unwrap_or(3_000);
    if !(1..=900_000).contains(&timeout_ms) {
        return Err(refusal(
            "settings.timeoutMs",
            "expected a whole number from 1 to 900000",
        ));
    }
    let memory = MemorySize::from_megabytes(settings.memory_mb.unwrap_or(128));
    if tariff.rate(memory).is_none() {
        return Err(refusal(
            "settings.memoryMb",
            format!("expected {}", tariff.memory_on_offer()),
        ));
    }
    let start = match settings.start_time {
        None => CalendarTime::DEFAULT_START,
        Some(text) => CalendarTime::from_iso(&text)
            .map_err(|error| refusal("settings.startTime", error.to_string()))?,
    };
    let deployment = Deployment {
        source: document.source,
        module_format: match document.esm {
            Some(true) => ModuleFormat::EsModule,
            _ => ModuleFormat::CommonJs,
        },
        handler: document
            .handler
            .unwrap_or_else(|| "index.handler".to_owned()),
        memory,
        timeout: SimDuration::from_millis(timeout_ms),
        init_time: span(settings.init_ms.unwrap_or(140.0), "settings.initMs")?,
        environment_variables: environment_variables(settings.env.unwrap_or_default())?,
        runtime,
    };
    let read_entry =
        |(index, Members(entry))| read_invocation(entry, format, &format!("invocations[{index}]"));
    Ok(Question {
        deployment,
        seed: Seed(settings.seed.unwrap_or(1)),
        start,
        tariff,
        platform_logs: settings.platform_logs.unwrap_or(false),
        invocations: document
            .invocations
            .into_iter()
            .enumerate()
            .map(read_entry)
            .collect::<Result<_, _>>()?,
    })
}

fn read_invocation(
    entry: InvocationEntry,
    format: EventFormat,
    path: &str,
) -> Result<(SimDuration, Trigger), Refusal> {
    let trigger = match (entry.event, entry.request) {
        (Some(event), None) => Trigger::Event(event.get().to_owned()),
        (None, Some(Members(request))) => Trigger::Request {
            http: read_request(request, &format!("{path}.request"))?,
            format,
        },
        _ => {
            return Err(refusal(
                path,
                "expected exactly one of `event` and `request`",
            ));
        }
    };
    Ok((
        span(entry.delay_ms.unwrap_or(0.0), &format!("{path}.delayMs"))?,
        trigger,
    ))
}

fn read_request(entry: RequestEntry, path: &str) -> Result<Request, Refusal> {
    let method = entry.method.unwrap_or_else(|| "GET".to_owned());
    if method.is_empty()
        || !method
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
    {
        return Err(refusal(
            &format!("{path}.method"),
            "expected a method such as \"GET\"",
        ));
    }
    let target = entry.path.unwrap_or_else(|| "/".to_owned());
    if !target.starts_with('/') {
        return Err(refusal(
            &format!("{path}.path"),
            "expected a path that begins with a slash",
        ));
    }
    let mut headers = Vec::new();
    for (name, value) in entry.headers.unwrap_or_default() {
        let expected = || {
            refusal(
                &format!("{path}.headers.{name}"),
                "expected a string or a list of strings",
            )
        };
        match value {
            serde_json::Value::String(value) => headers.push(Header::new(name, value)),
            serde_json::Value::Array(values) => {
                for value in values {
                    let value = value.as_str().ok_or_else(expected)?;
                    headers.push(Header::new(name.clone(), value));
                }
            }
            _ => return Err(expected()),
        }
    }
    let body = match (entry.body, entry.body_base64) {
        (None, None) => None,
        (Some(text), None) => Some(Body::Text(text)),
        (None, Some(text)) if is_base64(&text) => Some(Body::Base64(text)),
        (None, Some(_)) => {
            return Err(refusal(
                &format!("{path}.bodyBase64"),
                "expected Base64 with padding",
            ));
        }
        (Some(_), Some(_)) => {
            return Err(refusal(
                path,
                "expected only one of `body` and `bodyBase64`",
            ));
        }
    };
    Ok(Request {
        method,
        path: target,
        query: entry.query.map_or_else(String::new, |query| {
            query.strip_prefix('?').unwrap_or(&query).to_owned()
        }),
        headers,
        body,
        resource: entry.resource,
    })
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - digits.len() <= 2
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
}

fn environment_variables(
    members: serde_json::Map<String, serde_json::Value>,
) -> Result<Vec<(String, String)>, Refusal> {
    let read = |(name, value): (String, serde_json::Value)| match value {
        serde_json::Value::String(value) => Ok((name, value)),
        _ => Err(refusal(
            &format!("settings.env.{name}"),
            "expected a string",
        )),
    };
    members.into_iter().map(read).collect()
}

/// Milliseconds, which may carry decimals, as whole microseconds, rounded to the nearest.
fn span(millis: f64, path: &str) -> Result<SimDuration, Refusal> {
    if !(0.0..=MAX_MILLIS).contains(&millis) {
        return Err(refusal(
            path,
            "expected a number of milliseconds, 0 or more",
        ));
    }
    Ok(SimDuration::from_micros((millis * 1_000.0).round() as u64))
}

fn refusal(path: &str, message: impl Into<String>) -> Refusal {
    Refusal {
        path: path.to_owned(),
        message: message.into(),
    }
}
