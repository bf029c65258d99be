//! Events and requests around Lambda's limit of 6 MB, as a table: who calls, with how many letters, and what comes back.

use domain::cloud::invoke_document::{answer, read};
use domain::lambda::REQUEST_LIMIT_BYTES;
use engine::Engine;
use serde_json::{Value, json};

const SOURCE: &str = "exports.handler = async () => ({ statusCode: 200, body: 'taken' });";

/// What a request adds to its body when it becomes an event.
const ROOM_FOR_THE_REST: usize = 10_000;

#[test]
fn more_than_six_megabytes_never_reach_the_function() {
    let (fits, too_much) = (REQUEST_LIMIT_BYTES - ROOM_FOR_THE_REST, REQUEST_LIMIT_BYTES);
    let cases = [
        ("rest", fits, 200, "taken"),
        ("rest", too_much, 413, r#"{"message": "Request Too Long"}"#),
        ("http", fits, 200, "taken"),
        (
            "http",
            too_much,
            413,
            r#"{"message":"Request Entity Too Large"}"#,
        ),
    ];
    for (api, letters, status, body) in cases {
        let request = json!({ "request": { "method": "POST", "body": "x".repeat(letters) } });
        let row = invoke(json!({ "source": SOURCE, "api": api, "invocations": [request] }));
        assert_eq!(
            row["http"]["statusCode"], status,
            "{api}, {letters} letters"
        );
        assert_eq!(row["http"]["body"], body, "{api}, {letters} letters");
    }
}

#[test]
fn an_event_of_more_than_six_megabytes_is_an_error() {
    // The quotation marks of the text belong to the event.
    for (letters, error_type) in [
        (REQUEST_LIMIT_BYTES - 2, None),
        (REQUEST_LIMIT_BYTES - 1, Some("RequestEntityTooLarge")),
    ] {
        let event = json!({ "event": "x".repeat(letters) });
        let row = invoke(json!({ "source": SOURCE, "invocations": [event] }));
        assert_eq!(
            row["error"]["errorType"].as_str(),
            error_type,
            "{letters} letters"
        );
    }
}

fn invoke(document: Value) -> Value {
    let question = read(&document.to_string()).expect("the document is right");
    let text = answer(&question, Engine::new());
    let rows: Value = serde_json::from_str(&text).expect("an answer is JSON");
    rows["invocations"][0].clone()
}
