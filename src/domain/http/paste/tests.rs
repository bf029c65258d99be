//! Pasted texts and the requests that they are, as a table; and any text at all.

use proptest::prelude::*;

use super::super::Body;
use super::parse_pasted;

/// `METHOD path?query | header: value; … | body`
fn told(text: &str) -> String {
    match parse_pasted(text) {
        Err(error) => error.to_string(),
        Ok(request) => {
            let headers: Vec<String> = request
                .headers
                .iter()
                .map(|header| format!("{}: {}", header.name, header.value))
                .collect();
            let body = match &request.body {
                None => "-".to_owned(),
                Some(Body::Text(text)) => text.replace('\n', "\\n"),
                Some(Body::Base64(text)) => format!("base64 {text}"),
            };
            format!(
                "{} {}?{} | {} | {body}",
                request.method,
                request.path,
                request.query,
                headers.join("; ")
            )
        }
    }
}

#[test]
fn reads_what_people_paste() {
    for (text, expected) in [
        (
            "curl https://kites.example/kites?colour=red",
            "GET /kites?colour=red | Host: kites.example | -",
        ),
        ("$ curl kites.example", "GET /? | Host: kites.example | -"),
        (
            "curl -sSL -XPOST 'https://k.example/a' \\\n  -H 'X-One: 1' \\\r\n  --header=\"Accept: */*\" -d '{\"a\": 1}'",
            "POST /a? | Host: k.example; X-One: 1; Accept: */*; Content-Type: application/x-www-form-urlencoded | {\"a\": 1}",
        ),
        (
            "curl --json '{}' k.example/a -H 'Host: other'",
            "POST /a? | Host: other; Content-Type: application/json; Accept: application/json | {}",
        ),
        (
            "curl -G k.example/a?x=1 -d y=2 --data-urlencode 'z=a b&c'",
            "GET /a?x=1&y=2&z=a+b%26c | Host: k.example | -",
        ),
        (
            "curl -u me:secret k.example -I",
            "HEAD /? | Host: k.example; Authorization: Basic bWU6c2VjcmV0 | -",
        ),
        (
            "curl k.example --data-raw $'a\\'b\\n\\u00e9'",
            "POST /? | Host: k.example; Content-Type: application/x-www-form-urlencoded | a'b\\né",
        ),
        (
            "curl k.example -o out.html; rm x",
            "GET /? | Host: k.example | -",
        ),
        (
            "GET /kites?colour=red HTTP/1.1\r\nHost: k\r\n\r\n",
            "GET /kites?colour=red | Host: k | -",
        ),
        (
            "POST /kites\nContent-Type: text/plain\n\na\n\nb\n",
            "POST /kites? | Content-Type: text/plain | a\\n\\nb",
        ),
        (
            "### first\n# a comment\n@host = x\nPUT https://k.example/a\n  ?x=1\n  &y=2\nX-A: b\n\n{}\n\n### second\nGET /",
            "PUT /a?x=1&y=2 | Host: k.example; X-A: b | {}",
        ),
        ("https://k.example/a#part", "GET /a? | Host: k.example | -"),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn refuses_with_place_and_hint() {
    for (text, expected) in [
        ("", "line 1, column 1: There is no request in this text."),
        ("hello there", "line 1, column 1: This is no request line"),
        (
            "get /kites",
            "line 1, column 1: This is no request line: a method is written in capitals",
        ),
        ("GET /a b c", "line 1, column 1: This is no request line"),
        (
            "GET /\nX-A b",
            "line 2, column 1: “X-A b” is no header: it has no colon.",
        ),
        (
            "GET /\nX A: b",
            "line 2, column 1: “X A” is no name of a header.",
        ),
        ("curl", "line 1, column 1: The command names no address."),
        (
            "curl k.example \\\n  -H 'X-A",
            "line 2, column 6: The quote ' is not closed.",
        ),
        (
            "curl k.example -d @file.json",
            "line 1, column 16: The file file.json cannot be read here.",
        ),
        (
            "curl k.example -F a=b",
            "line 1, column 16: --form sends files, which cannot be done here.",
        ),
        (
            "curl k.example --fly",
            "line 1, column 16: --fly is an option that is not known here.",
        ),
        (
            "curl a b",
            "line 1, column 8: The command has a second address.",
        ),
        ("curl a -H", "line 1, column 8: --header has no value."),
        (
            "curl a -H 'no header'",
            "line 1, column 8: “no header” is no header.",
        ),
    ] {
        let told = told(text);
        assert!(
            told.starts_with(expected),
            "{text}\n  says {told}\n  not  {expected}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_a_request_or_an_error_in_its_place(text in "(curl )?(\\PC|\n|'|\"|-H|-d ){0,60}") {
        match parse_pasted(&text) {
            Ok(request) => prop_assert!(request.path.starts_with('/')),
            Err(error) => {
                prop_assert!(error.line as usize <= text.matches('\n').count() + 1);
                prop_assert!(!error.message.is_empty() && !error.hint.is_empty());
            }
        }
    }
}
