//! The request as it is typed: every field keeps the reader's text, whether it makes sense or not.

use domain::cloud::Trigger;
use domain::http::{Body, Header, Request};
use domain::lambda::{EventFormat, check_event};

use super::{Field, Pasting};

/// The most requests that one press of the button may send.
const MOST_AT_ONCE: u32 = 1_000;

/// The header lines of a first visit: what a browser would send, cut to what shows.
const FIRST_HEADERS: &str = "Accept: application/json\nUser-Agent: kite-reader/1.0";

/// What stands in the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RequestForm {
    /// `Method`
    pub(crate) method: String,
    /// `Path`
    pub(crate) path: String,
    /// `Query string`
    pub(crate) query: String,
    /// `Headers`, a line each.
    pub(crate) headers: String,
    /// `Body`
    pub(crate) body: String,
    /// `Requests at once`
    pub(crate) count: String,
    /// Which gateway makes the event.
    pub(crate) format: EventFormat,
    /// The event itself, where the reader writes that in place of a request.
    pub(crate) event: Option<String>,
    /// A request that is being pasted.
    pub(crate) pasting: Option<Pasting>,
    /// Whether headers and body are unfolded.
    pub(crate) is_open: bool,
}

/// What is wrong with a field, in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    /// Which field.
    pub(crate) field: Field,
    /// What is wrong, with its place.
    pub(crate) message: String,
}

impl Complaint {
    pub(super) fn new(field: Field, message: impl Into<String>) -> Complaint {
        Complaint {
            field,
            message: message.into(),
        }
    }
}

impl RequestForm {
    /// The fields of a first visit.
    pub(super) fn new(method: String, path: String, query: String) -> RequestForm {
        RequestForm {
            method,
            path,
            query,
            headers: FIRST_HEADERS.to_owned(),
            body: String::new(),
            count: "1".to_owned(),
            format: EventFormat::default(),
            event: None,
            pasting: None,
            is_open: false,
        }
    }

    /// The request and how often it is sent; or everything that keeps it from being sent.
    pub(super) fn read(&self) -> Result<(Request, u32), Vec<Complaint>> {
        let (path, headers, count) = (self.read_path(), self.read_headers(), self.read_count());
        match (path, headers, count) {
            (Ok(path), Ok(headers), Ok(count)) => {
                let query = self.query.trim();
                let request = Request {
                    query: query.strip_prefix('?').unwrap_or(query).to_owned(),
                    headers,
                    body: (!self.body.is_empty()).then(|| Body::Text(self.body.clone())),
                    ..Request::new(&self.method, path)
                };
                check_size(&request)?;
                Ok((request, count))
            }
            (path, headers, count) => Err([path.err(), headers.err(), count.err()]
                .into_iter()
                .flatten()
                .collect()),
        }
    }

    /// What would be sent and how often, or everything that is wrong: a request, or an event as it is.
    pub(super) fn read_trigger(&self) -> Result<(Trigger, u32), Vec<Complaint>> {
        let Some(event) = &self.event else {
            let (http, count) = self.read()?;
            return Ok((
                Trigger::Request {
                    http,
                    format: self.format,
                },
                count,
            ));
        };
        let checked =
            check_event(event).map_err(|mistake| Complaint::new(Field::Event, mistake.to_string()));
        match (checked, self.read_count()) {
            (Ok(()), Ok(count)) => Ok((Trigger::Event(event.clone()), count)),
            (event, count) => Err([event.err(), count.err()].into_iter().flatten().collect()),
        }
    }

    fn read_path(&self) -> Result<String, Complaint> {
        let path = self.path.trim();
        if path.contains('?') {
            return Err(Complaint::new(
                Field::Path,
                "The part after ? has a field of its own, to the right.",
            ));
        }
        Ok(if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("/{path}")
        })
    }

    fn read_headers(&self) -> Result<Vec<Header>, Complaint> {
        let mut headers = Vec::new();
        for (index, line) in self.headers.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let complain = |what: &str| {
                Err(Complaint::new(
                    Field::Headers,
                    format!("Line {}: {what}", index + 1),
                ))
            };
            let Some((name, value)) = line.split_once(':') else {
                return complain("no colon. Write Name: value.");
            };
            let name = name.trim();
            if name.is_empty() {
                return complain("no name before the colon.");
            }
            if name.contains(char::is_whitespace) {
                return complain("a header's name has no blanks.");
            }
            headers.push(Header::new(name, value.trim()));
        }
        Ok(headers)
    }

    fn read_count(&self) -> Result<u32, Complaint> {
        let count = self.count.trim().parse().ok();
        count
            .filter(|count| (1..=MOST_AT_ONCE).contains(count))
            .ok_or_else(|| {
                Complaint::new(
                    Field::Count,
                    "Send a whole number of requests, from 1 to 1000.",
                )
            })
    }
}

/// The most that a request may have, in bytes, before the event is made of it (Lambda quotas: 6 MB for the event).
const MOST_BYTES: usize = 6_000_000;

fn check_size(request: &Request) -> Result<(), Vec<Complaint>> {
    let bytes = match &request.body {
        Some(Body::Text(text) | Body::Base64(text)) => text.len(),
        None => 0,
    };
    if bytes <= MOST_BYTES {
        return Ok(());
    }
    let message = format!("{bytes} bytes. Lambda takes an event of 6 MB at most.");
    Err(vec![Complaint::new(Field::Body, message)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> RequestForm {
        RequestForm::new(
            "GET".to_owned(),
            "/kites".to_owned(),
            "colour=red".to_owned(),
        )
    }

    #[test]
    fn reads_what_is_typed() {
        let (request, count) = form().read().unwrap();
        assert_eq!(
            (request.path.as_str(), request.query.as_str(), count),
            ("/kites", "colour=red", 1)
        );
        assert_eq!(request.header("accept"), Some("application/json"));
        assert_eq!(request.body, None);

        let typed = RequestForm {
            path: " kites/7 ".to_owned(),
            query: "?a=1".to_owned(),
            headers: "X-Time: 12:30\n\n  Empty:".to_owned(),
            body: "{}".to_owned(),
            count: " 20 ".to_owned(),
            ..form()
        };
        let (request, count) = typed.read().unwrap();
        assert_eq!(
            (request.path.as_str(), request.query.as_str(), count),
            ("/kites/7", "a=1", 20)
        );
        assert_eq!(
            request.headers,
            [Header::new("X-Time", "12:30"), Header::new("Empty", "")]
        );
        assert_eq!(request.body, Some(Body::Text("{}".to_owned())));
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (headers, count, expected) in [
            (
                "Accept: x\nnonsense",
                "1",
                &[(Field::Headers, "Line 2: no colon")] as &[(Field, &str)],
            ),
            (": x", "1", &[(Field::Headers, "Line 1: no name")]),
            (
                "My name: x",
                "1",
                &[(Field::Headers, "Line 1: a header's name")],
            ),
            ("", "0", &[(Field::Count, "Send a whole number")]),
            ("", "1001", &[(Field::Count, "Send a whole number")]),
            ("", "1.5", &[(Field::Count, "Send a whole number")]),
            (
                "x",
                "",
                &[(Field::Headers, "Line 1"), (Field::Count, "Send a whole")],
            ),
        ] {
            let typed = RequestForm {
                headers: headers.to_owned(),
                count: count.to_owned(),
                ..form()
            };
            let complaints = typed.read().unwrap_err();
            assert_eq!(complaints.len(), expected.len(), "{headers:?} {count:?}");
            for (complaint, (field, beginning)) in complaints.iter().zip(expected) {
                assert_eq!(complaint.field, *field);
                assert!(
                    complaint.message.starts_with(beginning),
                    "{}",
                    complaint.message
                );
            }
        }
        let typed = RequestForm {
            path: "/kites?colour=red".to_owned(),
            ..form()
        };
        assert_eq!(typed.read().unwrap_err()[0].field, Field::Path);
    }
}
