//! The function contract as a table: each file of `cases` is a handler with what has to come of it, or several, each
//! behind a line `//= what it shows`.
//!
//! Lines at the head of a file that begin with `//:` are the case: `//: document {…}` (optional) has members of the
//! `invoke` document besides `source`; each `//: expect {…}` is a part of one row of the answer, in order. Objects
//! are compared by the members that are given; a string that begins with `~` has to occur in the text; `"*"` is
//! anything. Without a document there is one invocation with the event `{}` for each expectation.

use std::fs;
use std::path::Path;

use domain::cloud::invoke_document::{answer, read};
use engine::{Engine, Parking};
use serde_json::{Value, json};

#[test]
fn every_case_ends_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() > 20, "the cases are in {}", folder.display());
    let failures: Vec<String> = files.iter().flat_map(|file| run(file)).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The cases of one file.
fn run(file: &Path) -> Vec<String> {
    let name = file.file_name().unwrap().to_string_lossy();
    let text = fs::read_to_string(file).unwrap();
    if !text.starts_with("//= ") {
        return run_case(&name, &text);
    }
    let cases = text.split("//= ").skip(1);
    cases
        .flat_map(|case| {
            let (title, source) = case.split_once('\n').unwrap();
            run_case(&format!("{name}: {title}"), source)
        })
        .collect()
}

fn run_case(name: &str, source: &str) -> Vec<String> {
    let lines = || source.lines().filter_map(|line| line.strip_prefix("//: "));
    let parse = |text: &str| -> Value {
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {text}: {error}"))
    };
    let expected: Vec<Value> = lines()
        .filter_map(|line| line.strip_prefix("expect "))
        .map(parse)
        .collect();
    assert!(!expected.is_empty(), "{name} expects nothing");
    // Put together as text: an event may hold what this test's own JSON library refuses.
    let members = lines()
        .find_map(|line| line.strip_prefix("document "))
        .unwrap_or("{}");
    let invocations = format!(
        r#""invocations":[{}],"#,
        vec![r#"{"event":{}}"#; expected.len()].join(",")
    );
    let invocations = if members.contains("\"invocations\"") {
        ""
    } else {
        &invocations
    };
    let inner = members.trim().trim_start_matches('{');
    let comma = if inner.trim_start().starts_with('}') {
        ""
    } else {
        ","
    };
    let invocations = invocations.trim_end_matches(',');
    let separator = if invocations.is_empty() { "" } else { "," };
    let document = format!(
        r#"{{"source":{}{separator}{invocations}{comma}{inner}"#,
        json!(source)
    );
    let question = read(&document).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
    let text = answer(&question, Engine::new());
    assert_eq!(
        text,
        answer(&question, Parking::with_room(Engine::new(), 0)),
        "{name} gives the same bytes again, with environments parked after every turn"
    );
    let rows = parse(&text);
    let rows = rows["invocations"].as_array().unwrap();
    let mut failures = Vec::new();
    if rows.len() != expected.len() {
        failures.push(format!(
            "{name}: {} rows instead of {}",
            rows.len(),
            expected.len()
        ));
    }
    for (index, (row, expected)) in rows.iter().zip(&expected).enumerate() {
        compare(row, expected, &format!("{name} [{index}]"), &mut failures);
    }
    failures
}

fn compare(found: &Value, expected: &Value, place: &str, failures: &mut Vec<String>) {
    match (found, expected) {
        (_, Value::String(any)) if any == "*" => {}
        (Value::String(text), Value::String(part)) if part.starts_with('~') => {
            if !text.contains(&part[1..]) {
                failures.push(format!("{place}: {text:?} does not hold {:?}", &part[1..]));
            }
        }
        (Value::Object(found), Value::Object(expected)) => {
            for (key, value) in expected {
                let inner = format!("{place}.{key}");
                match found.get(key) {
                    Some(found) => compare(found, value, &inner, failures),
                    None => failures.push(format!("{inner} is missing")),
                }
            }
        }
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
                compare(found, expected, &format!("{place}[{index}]"), failures);
            }
        }
        (found, expected) if found == expected => {}
        (found, expected) => failures.push(format!("{place}: {found} instead of {expected}")),
    }
}
