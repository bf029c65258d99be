//! Reads what a worker says. By hand: code that reads any object as any type weighs 15 kB in the page, a tenth of it. What is
//! missing or of another kind makes the whole message one that is not understood.

use domain::cloud::message::FromWorker;
use domain::cloud::{COLUMN_NAMES, Columns, Invocation, Run, run_of};
use domain::http::{Header, Response};
use domain::lambda::{FunctionError, LogLevel, LogLine, Outcome, Phase, SourcePosition, Verdict};
use domain::units::{MemorySize, SimDuration, SimTime};
use js_sys::{Array, Float64Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The message; `None` for what no worker of this build says.
pub(super) fn read_answer(message: &JsValue) -> Option<FromWorker> {
    if let Some(said) = member(message, "turn") {
        return Some(FromWorker::Turn {
            index: number(&said, "index")?,
        });
    }
    if let Some(said) = member(message, "progress") {
        return Some(FromWorker::Progress {
            id: number(&said, "id")?,
            done: number(&said, "done")?,
            total: number(&said, "total")?,
        });
    }
    if let Some(said) = member(message, "ran") {
        return Some(FromWorker::Ran {
            id: number(&said, "id")?,
            run: run(&said)?,
            last: optional(&said, "last", invocation)?.map(Box::new),
        });
    }
    if let Some(said) = member(message, "described") {
        return Some(FromWorker::Described {
            id: number(&said, "id")?,
            index: number(&said, "index")?,
            invocation: optional(&said, "invocation", invocation)?,
        });
    }
    if let Some(said) = member(message, "ready") {
        return Some(FromWorker::Ready {
            build: text(&said, "build")?,
        });
    }
    if let Some(said) = member(message, "broke") {
        return Some(FromWorker::Broke {
            message: text(&said, "message")?,
            verdict: optional(&said, "verdict", verdict)?,
        });
    }
    let said = member(message, "fault")?;
    Some(FromWorker::Fault {
        message: text(&said, "message")?,
    })
}

fn run(said: &JsValue) -> Option<Run> {
    let mut columns = Columns::default();
    for (column, name) in columns.iter_mut().zip(COLUMN_NAMES) {
        let numbers = member(said, name)?.dyn_into::<Float64Array>().ok()?;
        *column = numbers.to_vec();
    }
    let computing = SimDuration::from_micros(micros(said, "computingMicros")?);
    run_of(&columns, computing, number(said, "outOfMemory")?)
}

fn invocation(said: &JsValue) -> Option<Invocation> {
    Some(Invocation {
        request_id: text(said, "requestId")?,
        event: text(said, "event")?,
        outcome: outcome(&member(said, "outcome")?)?,
        log: list(said, "log", log_line)?,
        response: optional(said, "response", response)?,
        max_memory_used: MemorySize::from_megabytes(number(said, "maxMemoryUsedMegabytes")?),
    })
}

/// An outcome with details is an object with one member, one without is a word.
fn outcome(said: &JsValue) -> Option<Outcome> {
    match said.as_string().as_deref() {
        Some("throttled") => return Some(Outcome::Throttled),
        Some("killed") => return Some(Outcome::Killed),
        Some(_) => return None,
        None => {}
    }
    if let Some(json) = member(said, "success") {
        return json.as_string().map(Outcome::Success);
    }
    if let Some(said) = member(said, "error") {
        return error(&said).map(Outcome::Error);
    }
    error(&member(said, "timeout")?).map(Outcome::Timeout)
}

fn error(said: &JsValue) -> Option<FunctionError> {
    Some(FunctionError {
        error_type: text(said, "errorType")?,
        error_message: text(said, "errorMessage")?,
        stack: list(said, "stack", JsValue::as_string)?,
        position: optional(said, "position", |said| {
            Some(SourcePosition {
                line: number(said, "line")?,
                column: number(said, "column")?,
            })
        })?,
        hint: optional(said, "hint", JsValue::as_string)?,
    })
}

fn log_line(said: &JsValue) -> Option<LogLine> {
    let level = text(said, "level")?;
    Some(LogLine {
        at: SimTime::from_micros(micros(said, "atMicros")?),
        phase: match text(said, "phase")?.as_str() {
            "init" => Phase::Init,
            "invoke" => Phase::Invoke,
            _ => return None,
        },
        level: LogLevel::NAMED
            .into_iter()
            .find(|known| known.word() == level)
            .or((level == "BARE").then_some(LogLevel::Bare))?,
        message: text(said, "message")?,
    })
}

fn response(said: &JsValue) -> Option<Response> {
    Some(Response {
        status: u16::try_from(number(said, "status")?).ok()?,
        headers: list(said, "headers", |said| {
            Some(Header::new(text(said, "name")?, text(said, "value")?))
        })?,
        body: text(said, "body")?,
        is_base64_encoded: member(said, "isBase64Encoded")?.as_bool()?,
        hint: optional(said, "hint", JsValue::as_string)?,
    })
}

fn verdict(said: &JsValue) -> Option<Verdict> {
    Some(match said.as_string()?.as_str() {
        "timedOut" => Verdict::TimedOut,
        "outOfMemory" => Verdict::OutOfMemory,
        "stackOverflow" => Verdict::StackOverflow,
        "crashed" => Verdict::Crashed,
        _ => return None,
    })
}

/// A member that is there.
fn member(said: &JsValue, name: &str) -> Option<JsValue> {
    // Whoever asks a value that is no object is told so by an exception.
    let value = Reflect::get(said, &JsValue::from_str(name)).ok()?;
    (!value.is_null() && !value.is_undefined()).then_some(value)
}

fn text(said: &JsValue, name: &str) -> Option<String> {
    member(said, name)?.as_string()
}

fn number(said: &JsValue, name: &str) -> Option<u32> {
    micros(said, name)?.try_into().ok()
}

fn micros(said: &JsValue, name: &str) -> Option<u64> {
    Some(member(said, name)?.as_f64()? as u64)
}

/// `Some(None)` for what is missing, `None` for what cannot be read.
fn optional<T>(
    said: &JsValue,
    name: &str,
    read: impl FnOnce(&JsValue) -> Option<T>,
) -> Option<Option<T>> {
    match member(said, name) {
        Some(value) => read(&value).map(Some),
        None => Some(None),
    }
}

fn list<T>(said: &JsValue, name: &str, read: impl Fn(&JsValue) -> Option<T>) -> Option<Vec<T>> {
    let entries = member(said, name)?.dyn_into::<Array>().ok()?;
    entries.iter().map(|entry| read(&entry)).collect()
}
