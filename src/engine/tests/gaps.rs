//! What this JavaScript lacks against Node.js 20, each with what Node.js answers and what is answered here. The page
//! for readers is made of the same table. A gap that has closed fails this test: then its line goes.

use domain::cloud::invoke_document::{answer, read};
use engine::Engine;
use serde_json::{Value, json};

/// What is missing, in plain words; code whose value shows it; what Node.js answers; what is answered here.
const TABLE: &str = include_str!("gaps.json");

#[test]
fn every_gap_is_still_open() {
    let table: Vec<[String; 4]> =
        serde_json::from_str(TABLE).expect("a list of lines of four texts");
    let closed: Vec<String> = table
        .iter()
        .filter_map(|[title, code, node, here]| {
            let found = run(code);
            let text = format!("{title}: {found}, listed as {here}, Node.js: {node}");
            (found != *here || here == node).then_some(text)
        })
        .collect();
    assert!(closed.is_empty(), "\n{}", closed.join("\n"));
}

/// The value of an expression as text, or the name of what it throws.
fn run(code: &str) -> String {
    let source = format!(
        "exports.handler = async () => {{ try {{ return String(await (async () => {{ {code} }})()); }} \
         catch (error) {{ return error.name; }} }};"
    );
    let document = json!({ "source": source, "invocations": [{ "event": {} }] });
    let question = read(&document.to_string()).expect("the document is well-formed");
    let rows: Value = serde_json::from_str(&answer(&question, Engine::new())).expect("JSON");
    let row = &rows["invocations"][0];
    match row["result"].as_str() {
        Some(text) => text.to_owned(),
        None => row["error"]["errorType"]
            .as_str()
            .unwrap_or("nothing")
            .to_owned(),
    }
}
