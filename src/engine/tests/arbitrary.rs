//! Whatever text is deployed and whatever event arrives: the document is answered, and answered the same way twice.

use domain::cloud::invoke_document::{answer, read};
use domain::lambda::FunctionRuntime;
use engine::{Engine, Parking};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Pieces of JavaScript, so that a good part of what is put together can be parsed.
const PIECES: &[&str] = &[
    "exports.handler = ",
    "async ",
    "function ",
    "f",
    "(",
    ")",
    "(event, context, callback) ",
    "{",
    "}",
    "[",
    "]",
    "=> ",
    "return ",
    "throw ",
    "await ",
    "callback(",
    "null",
    ", ",
    "; ",
    "\n",
    "event",
    ".body",
    "?.x",
    "new Error('e')",
    "1",
    "'s'",
    "`t${1}`",
    "/r/g",
    "let a = ",
    "const {b, ...c} = ",
    "a",
    "console.log(",
    "setTimeout(",
    "while (true) ",
    "if (a) ",
    "else ",
    "for (const x of [1, 2]) ",
    "try ",
    "catch (e) ",
    "finally ",
    "Promise.reject(",
    "JSON.stringify(",
    "class K ",
    "yield ",
    "import ",
    "export ",
    "process.exit(",
    "🪁",
    "\\",
    "//",
    "/*",
    "*/",
    "#p",
    "@",
];

fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..30).prop_map(|pieces| pieces.concat())
}

fn event() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 30, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(".*", inner, 0..5)
                .prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// boa parses and runs recursively; a test's thread is smaller than what the command line and the worker give it.
fn with_room(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(work);
    thread
        .expect("a thread can be made")
        .join()
        .expect("the property holds");
}

fn answered(source: &str, event: &Value, runtime: impl FunctionRuntime) -> String {
    let document = json!({ "source": source, "settings": { "timeoutMs": 50 },
        "invocations": [{ "event": event }, { "request": { "body": "x" } }] });
    answer(
        &read(&document.to_string()).expect("the document is well-formed"),
        runtime,
    )
}

#[test]
fn any_source_is_answered() {
    with_room(|| {
        proptest!(ProptestConfig::with_cases(300), |(source in source(), event in event())| {
            let text = answered(&source, &event, Engine::new());
            let rows: Value = serde_json::from_str(&text).expect("the answer is JSON");
            prop_assert_eq!(rows["invocations"].as_array().map(Vec::len), Some(2));
            let parked = Parking::with_room(Engine::new(), 0);
            prop_assert_eq!(text, answered(&source, &event, parked));
        });
    });
}

/// Gives the event back with its numbers as texts: serde_json reads some numbers into a neighbour of the nearest double,
/// and this test has to see what the engine read.
const NUMBERS_AS_TEXT: &str = "exports.handler = async (event) => \
    JSON.stringify(event, (key, value) => (typeof value === 'number' ? String(value) : value));";

#[test]
fn an_event_comes_back_as_it_went_in() {
    with_room(|| {
        proptest!(ProptestConfig::with_cases(200), |(event in event())| {
            let text = answered(NUMBERS_AS_TEXT, &event, Engine::new());
            let rows: Value = serde_json::from_str(&text).expect("the answer is JSON");
            let back = rows["invocations"][0]["result"].as_str().expect("a string").to_owned();
            let back: Value = serde_json::from_str(&back).expect("it was JSON");
            prop_assert!(same(&back, &event), "{} became {}", event, back);
        });
    });
}

/// Equal but for the order of keys and the numbers, which came back as texts.
fn same(back: &Value, event: &Value) -> bool {
    match (back, event) {
        (Value::String(back), Value::Number(event)) => back.parse().ok() == event.as_f64(),
        (Value::Array(back), Value::Array(event)) => {
            back.len() == event.len()
                && back
                    .iter()
                    .zip(event)
                    .all(|(back, event)| same(back, event))
        }
        (Value::Object(back), Value::Object(event)) => {
            back.len() == event.len()
                && event
                    .iter()
                    .all(|(key, event)| back.get(key).is_some_and(|back| same(back, event)))
        }
        (back, event) => back == event,
    }
}
