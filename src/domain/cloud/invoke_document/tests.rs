//! Documents that are refused, and how: the member's path and what was expected.

use super::read;

#[test]
fn refuses_with_path_and_expectation() {
    let whole =
        |members: &str| format!(r#"{{"source":"","invocations":[{{"event":null}}]{members}}}"#);
    let entry = |members: &str| format!(r#"{{"source":"","invocations":[{{{members}}}]}}"#);
    for (document, expected) in [
        (String::new(), "EOF"),
        ("{".to_owned(), "EOF"),
        (
            "[]".to_owned(),
            "invalid type: sequence, expected an object",
        ),
        (
            whole(r#","settings":[]"#),
            "settings: invalid type: sequence, expected an object",
        ),
        (r#"{"invocations":[]}"#.to_owned(), "missing field `source`"),
        (
            whole(r#","surprise":1"#),
            "surprise: unknown field `surprise`",
        ),
        (
            whole(r#","settings":{"surprise":1}"#),
            "settings.surprise: unknown field `surprise`",
        ),
        (
            whole(r#","settings":{"timeoutMs":0}"#),
            "settings.timeoutMs: expected a whole number from 1 to 900000",
        ),
        (
            whole(r#","settings":{"timeoutMs":"3"}"#),
            "settings.timeoutMs: invalid type",
        ),
        (
            whole(r#","settings":{"memoryMb":100}"#),
            "settings.memoryMb: expected 128 to 1536",
        ),
        (
            whole(r#","settings":{"tariff":"x"}"#),
            "settings.tariff: expected one of \"aws-2016-12\"",
        ),
        (
            whole(r#","settings":{"env":{"A":1}}"#),
            "settings.env.A: expected a string",
        ),
        (
            whole(r#","settings":{"startTime":"now"}"#),
            "settings.startTime: expected a date",
        ),
        (
            whole(r#","settings":{"initMs":-1}"#),
            "settings.initMs: expected a number of milliseconds",
        ),
        (whole(r#","api":"soap""#), "api: unknown variant `soap`"),
        (entry(""), "invocations[0]: expected exactly one of"),
        (
            entry(r#""event":1,"request":{}"#),
            "invocations[0]: expected exactly one of",
        ),
        (
            entry(r#""request":{"path":"x"}"#),
            "invocations[0].request.path: expected a path",
        ),
        (
            entry(r#""request":{"method":"G T"}"#),
            "invocations[0].request.method: expected a method",
        ),
        (
            entry(r#""request":{"headers":{"A":[1]}}"#),
            "invocations[0].request.headers.A: expected a string",
        ),
        (
            entry(r#""request":{"body":"","bodyBase64":""}"#),
            "invocations[0].request: expected only one",
        ),
        (
            entry(r#""request":{"bodyBase64":"*"}"#),
            "invocations[0].request.bodyBase64: expected Base64",
        ),
        (
            entry(r#""request":{"hue":1}"#),
            "invocations[0].request.hue: unknown field",
        ),
        (
            entry(r#""event":1,"delayMs":-1"#),
            "invocations[0].delayMs: expected a number of milliseconds",
        ),
        (format!("{} x", whole("")), "trailing characters"),
    ] {
        let message = read(&document).expect_err(&document).to_string();
        assert!(
            message.starts_with(expected),
            "{document}\n  says {message}\n  not  {expected}"
        );
    }
}

#[test]
fn takes_events_as_they_are() {
    let deep = format!("{}1e400{}", "[".repeat(400), "]".repeat(400));
    for event in [
        "null",
        "1e400",
        r#""\ud800""#,
        r#"{"a":{"b":[1,2.0]}}"#,
        deep.as_str(),
    ] {
        let document = format!(r#"{{"source":"","invocations":[{{"event":{event}}}]}}"#);
        let question = read(&document).unwrap();
        assert_eq!(
            question.invocations[0].1,
            crate::cloud::Trigger::Event(event.to_owned())
        );
    }
}
