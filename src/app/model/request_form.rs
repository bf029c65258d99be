//! The request as it is typed: every field keeps the reader's text, whether it makes sense or not.

use domain::cloud::Trigger;
use domain::http::{Body, Header, Request};
use domain::lambda::{EventFormat, check_event};

use super::presets::RequestTexts;
use super::{EventText, Field, Pasting};

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
    pub(crate) event: Option<EventText>,
    /// An event that the reader wrote and then went back from to the request.
    pub(super) laid_aside: Option<EventText>,
    /// A request that is being pasted.
    pub(crate) pasting: Option<Pasting>,
    /// The request that the lesson begins with.
    pub(super) starter: RequestTexts,
    /// What the reader wrote before choosing a preset.
    pub(super) own: Option<RequestTexts>,
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
    /// Line and column of it, where they are known.
    pub(super) place: Option<(usize, usize)>,
}

impl Complaint {
    pub(super) fn new(field: Field, message: impl Into<String>) -> Complaint {
        Complaint {
            field,
            message: message.into(),
            place: None,
        }
    }

    /// The same, at this line and column.
    fn at(mut self, line: usize, column: usize) -> Complaint {
        self.place = Some((line, column));
        self
    }
}

impl RequestForm {
    /// The fields of a first visit.
    pub(super) fn new(method: String, path: String, query: String) -> RequestForm {
        let mut form = RequestForm {
            method,
            path,
            query,
            headers: FIRST_HEADERS.to_owned(),
            body: String::new(),
            count: "1".to_owned(),
            format: EventFormat::default(),
            event: None,
            laid_aside: None,
            pasting: None,
            starter: RequestTexts::default(),
            own: None,
            is_open: false,
        };
        form.starter = RequestTexts::of(&form);
        form
    }

    /// Goes back from an event to the request. What the reader wrote in the event is kept.
    pub(super) fn lay_event_aside(&mut self) {
        if let Some(event) = self.event.take() {
            self.laid_aside = event.is_own.then_some(event);
        }
    }

    /// Whether a pasted text waits to be used.
    pub(super) fn has_pasted(&self) -> bool {
        let pasting = self.pasting.as_ref();
        pasting.is_some_and(|pasting| !pasting.text.trim().is_empty())
    }

    /// Takes what is typed or pasted into the path. A query string that comes along goes where it belongs; tells
    /// whether one did.
    pub(super) fn type_path(&mut self, text: String) -> bool {
        let Some((path, query)) = text.split_once('?') else {
            self.path = text;
            return false;
        };
        self.path = path.to_owned();
        if !query.is_empty() {
            self.query = query.to_owned();
        }
        true
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
        let checked = check_event(&event.text).map_err(|mistake| {
            Complaint::new(Field::Event, mistake.to_string()).at(mistake.line, mistake.column)
        });
        match (checked, self.read_count()) {
            (Ok(()), Ok(count)) => Ok((Trigger::Event(event.text.clone()), count)),
            (event, count) => Err([event.err(), count.err()].into_iter().flatten().collect()),
        }
    }

    fn read_path(&self) -> Result<String, Complaint> {
        let path = self.path.trim();
        if path.starts_with('/') {
            return Ok(path.to_owned());
        }
        let message = if path.contains("://") {
            "A path begins with a slash. Leave https:// and the host out."
        } else {
            "A path begins with a slash, as in /kites."
        };
        Err(Complaint::new(Field::Path, message))
    }

    fn read_headers(&self) -> Result<Vec<Header>, Complaint> {
        let mut headers = Vec::new();
        for (index, line) in self.headers.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let complain = |what: &str| {
                let message = format!("Line {}: {what}", index + 1);
                Err(Complaint::new(Field::Headers, message).at(index + 1, 1))
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

/// The most that a body may have, in bytes, before the event is made of it (Lambda quotas: 6 MB for the event).
const MOST_BODY_BYTES: usize = 6_000_000;

/// The most that request line and headers may have together, in bytes (quotas of Amazon API Gateway, for both APIs).
const MOST_HEAD_BYTES: usize = 10_240;

fn check_size(request: &Request) -> Result<(), Vec<Complaint>> {
    let body = match &request.body {
        Some(Body::Text(text) | Body::Base64(text)) => text.len(),
        None => 0,
    };
    if body > MOST_BODY_BYTES {
        let message = format!("{body} bytes. Lambda takes an event of 6 MB at most.");
        return Err(vec![Complaint::new(Field::Body, message)]);
    }
    let headers = request.headers.iter();
    let headers: usize = headers
        .map(|header| header.name.len() + header.value.len())
        .sum();
    let parts = [
        (request.path.len(), Field::Path),
        (request.query.len(), Field::Query),
        (headers, Field::Headers),
    ];
    let head: usize = parts.iter().map(|(bytes, _)| bytes).sum();
    if head <= MOST_HEAD_BYTES {
        return Ok(());
    }
    let longest = parts.into_iter().max_by_key(|&(bytes, _)| bytes);
    let field = longest.map_or(Field::Path, |(_, field)| field);
    let message = format!(
        "Path, query string and headers have {head} bytes. The gateway takes {MOST_HEAD_BYTES} at most."
    );
    Err(vec![Complaint::new(field, message)])
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
            path: " /kites/7 ".to_owned(),
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
        for (path, expected) in [
            ("kites", "A path begins with a slash, as"),
            ("", "A path begins with a slash, as"),
            (
                "https://kites.example/",
                "A path begins with a slash. Leave",
            ),
        ] {
            let typed = RequestForm {
                path: path.to_owned(),
                ..form()
            };
            let complaint = typed.read().unwrap_err().remove(0);
            assert_eq!(complaint.field, Field::Path);
            assert!(complaint.message.starts_with(expected), "{path}");
        }
    }

    #[test]
    fn a_query_string_in_the_path_moves_over() {
        let mut typed = form();
        assert!(!typed.type_path("/kites/7".to_owned()));
        assert!(typed.type_path("/kites/7?".to_owned()));
        assert_eq!(
            (typed.path.as_str(), typed.query.as_str()),
            ("/kites/7", "colour=red")
        );
        assert!(typed.type_path("/a?b=c?d".to_owned()));
        assert_eq!((typed.path.as_str(), typed.query.as_str()), ("/a", "b=c?d"));
    }

    #[test]
    fn what_no_gateway_takes_is_said_at_the_longest_field() {
        let mut typed = form();
        typed.query = "x".repeat(11_000);
        let complaint = typed.read().unwrap_err().remove(0);
        assert_eq!(complaint.field, Field::Query);
        assert!(
            complaint.message.contains("11053 bytes"),
            "{}",
            complaint.message
        );
        typed.body = "x".repeat(6_000_001);
        assert_eq!(typed.read().unwrap_err()[0].field, Field::Body);
    }
}
