//! Answers that a gateway cannot make a response of, as a table: the visitor gets the status that AWS gives, and the
//! author a hint that names what is wrong.

use domain::lambda::{EventFormat, Outcome};
use domain::units::SimDuration;

/// What the function answered, the status, and a word of the hint.
const REST_API: &[(&str, u16, &str)] = &[
    ("null", 502, "null"),
    ("5", 502, "number"),
    ("true", 502, "true"),
    (r#""hello""#, 502, "string"),
    ("[1]", 502, "list"),
    (r#"{"statusCode":"abc"}"#, 502, "statusCode"),
    (r#"{"statusCode":99}"#, 502, "statusCode"),
    (
        r#"{"statusCode":200,"body":{"a":1}}"#,
        502,
        "JSON.stringify",
    ),
    (r#"{"statusCode":200,"body":5}"#, 502, "body"),
    (r#"{"statusCode":200,"headers":5}"#, 502, "headers"),
    (r#"{"statusCode":200,"headers":{"A":{}}}"#, 502, "A"),
    (
        r#"{"statusCode":200,"multiValueHeaders":{"A":"1"}}"#,
        502,
        "A",
    ),
    (
        r#"{"statusCode":200,"isBase64Encoded":"yes"}"#,
        502,
        "isBase64Encoded",
    ),
    (r#"{"statusCode":200,"colour":"red"}"#, 502, "colour"),
    (r#"{"statusCode":200,"body":"\ud800"}"#, 502, "cannot read"),
];

const HTTP_API: &[(&str, u16, &str)] = &[
    (r#"{"statusCode":"abc"}"#, 500, "statusCode"),
    (
        r#"{"statusCode":200,"body":{"a":1}}"#,
        500,
        "JSON.stringify",
    ),
    (r#"{"statusCode":200,"headers":5}"#, 500, "headers"),
    (
        r#"{"statusCode":200,"isBase64Encoded":"yes"}"#,
        500,
        "isBase64Encoded",
    ),
];

#[test]
fn every_answer_that_is_no_response_has_a_hint() {
    let mut wrong = Vec::new();
    for (format, rows) in [
        (EventFormat::RestApi, REST_API),
        (EventFormat::HttpApi, HTTP_API),
    ] {
        for &(result, status, word) in rows {
            let outcome = Outcome::Success(result.to_owned());
            let response = format.response(&outcome, SimDuration::ZERO);
            let hint = response.hint.unwrap_or_default();
            if response.status != status || !hint.contains(word) {
                wrong.push(format!("{format:?} {result}: {}, {hint}", response.status));
            }
        }
        let late = format.response(
            &Outcome::Success("{}".to_owned()),
            SimDuration::from_secs(31),
        );
        if late.status < 500 || late.hint.is_none() {
            wrong.push(format!("{format:?} too late: {late:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
