//! A request as a curl command, for whoever wants to send it somewhere else.

use super::{Body, Request};

/// The command for a POSIX shell, an option a line. A request that names no host gets `host` in its place.
pub fn curl_command(request: &Request, host: &str) -> String {
    let own_host = request.header("Host").unwrap_or(host);
    let question_mark = if request.query.is_empty() { "" } else { "?" };
    let address = format!(
        "https://{own_host}{}{question_mark}{}",
        request.path, request.query
    );
    let mut lines = vec![format!(
        "curl -X {} {}",
        quoted(&request.method),
        quoted(&address)
    )];
    for header in &request.headers {
        // `Name;` is curl's way to send a header without a value.
        let line = match header.value.as_str() {
            "" => format!("{};", header.name),
            value => format!("{}: {value}", header.name),
        };
        lines.push(format!("-H {}", quoted(&line)));
    }
    if let Some(Body::Text(text) | Body::Base64(text)) = &request.body {
        lines.push(format!("--data-raw {}", quoted(text)));
    }
    lines.join(" \\\n  ")
}

/// A word in single quotes, where that is needed.
fn quoted(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:@%+,".contains(letter);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Header, parse_pasted};
    use super::*;

    proptest! {
        #[test]
        fn pasted_again_it_is_the_same_request(
            method in "GET|POST|PUT|DELETE",
            path in "(/[a-z0-9é' $]{0,8}){1,3}",
            query in "([a-z]{1,3}=[a-z0-9%'&]{0,6})?",
            value in "[a-zA-Z0-9'\"\\\\$ ]{0,12}",
            body in "[^\r\u{0}]{0,30}",
        ) {
            let request = Request {
                query,
                headers: vec![
                    Header::new("Host", "kites.example"),
                    Header::new("Content-Type", "text/plain"),
                    Header::new("X-Wind", value.trim()),
                ],
                body: (!body.is_empty()).then_some(Body::Text(body)),
                ..Request::new(method, path)
            };
            prop_assert_eq!(parse_pasted(&curl_command(&request, "unused")), Ok(request));
        }
    }

    #[test]
    fn reads_well() {
        let request = Request {
            query: "colour=red".to_owned(),
            ..Request::new("GET", "/kites")
        };
        assert_eq!(
            curl_command(&request, "kites.example"),
            "curl -X GET 'https://kites.example/kites?colour=red'"
        );
    }
}
