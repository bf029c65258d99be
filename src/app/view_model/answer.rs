//! The chosen invocation in words: which one it is, what went wrong, what the visitor got, what it cost.

use domain::billing::{Bill, Tariff};
use domain::cloud::{Invocation, Run};
use domain::http::{Response, reason_phrase};
use domain::lambda::{FunctionError, Outcome};
use domain::pool::StartKind;
use domain::units::SimDuration;

use super::words::{millis, run_time, thousands};
use crate::model::plain_message;

/// Longer bodies are cut on the page; the reader's browser would stand still over them.
const LONGEST_BODY: usize = 100_000;

/// Which invocation is shown: `Request 8`, `container 2 · warm`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Which {
    /// The request.
    pub(crate) request: String,
    /// Where it ran and how it started.
    pub(crate) rest: String,
}

/// The answer pane's first view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// What went wrong, in plain words.
    pub(crate) explanation: Option<Explanation>,
    /// What the visitor got.
    pub(crate) reply: Option<Reply>,
    /// `91 ms, billed 100 ms`
    pub(crate) cost: String,
}

/// What went wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Explanation {
    /// `TypeError`
    pub(crate) title: String,
    /// The line in the code, counted from 1.
    pub(crate) line: Option<u32>,
    /// What the function, the platform or the gateway said.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) hint: Vec<TextPiece>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TextPiece {
    /// Words.
    Words(String),
    /// Code, which stands between backticks in the sentence.
    Code(String),
}

/// A response, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// `200 OK`
    pub(crate) status: String,
    /// Names and values.
    pub(crate) headers: Vec<(String, String)>,
    /// The body as it is.
    pub(crate) body: String,
    /// What has to be said about the body.
    pub(crate) note: Option<String>,
}

/// Names an invocation.
pub(crate) fn which(run: &Run, index: usize) -> Which {
    let trace = &run.trace;
    let start = match trace.start_kind[index] {
        StartKind::Cold => "cold",
        StartKind::Warm => "warm",
        StartKind::None => "throttled",
    };
    let rest = match trace.environment[index] {
        Some(environment) => format!("container {} · {start}", environment.number()),
        None => start.to_owned(),
    };
    Which {
        request: format!("Request {}", thousands(index as u64 + 1)),
        rest,
    }
}

impl Answer {
    /// The answer of one invocation.
    pub(crate) fn of(run: &Run, index: usize, invocation: &Invocation, tariff: &Tariff) -> Answer {
        let billed = Bill::billed_duration(&run.trace, index, tariff);
        let ran = run_time(run.trace.duration(index), tariff.granule);
        Answer {
            explanation: Explanation::of(invocation),
            reply: invocation.response.as_ref().map(Reply::of),
            cost: if billed == SimDuration::ZERO {
                "Nothing ran, nothing is billed.".to_owned()
            } else {
                // A multiple of the granule, which is never rounded.
                format!("{ran}, billed {}", millis(billed))
            },
        }
    }
}

impl Explanation {
    fn of(invocation: &Invocation) -> Option<Explanation> {
        match &invocation.outcome {
            Outcome::Error(error) => Some(Explanation::of_error(error.error_type.clone(), error)),
            Outcome::Timeout(error) => Some(Explanation::of_error("Timeout".to_owned(), error)),
            Outcome::Throttled => Some(Explanation::plain(
                "Throttled",
                "As many requests were in flight as the limit allows.",
            )),
            Outcome::Killed => Some(Explanation::plain(
                "Killed",
                "Its container was killed while it ran.",
            )),
            Outcome::Success(_) => {
                let hint = invocation.response.as_ref()?.hint.as_deref()?;
                let message = "The gateway could not pass this answer on.";
                Some(Explanation {
                    hint: pieces(hint),
                    ..Explanation::plain("Malformed answer", message)
                })
            }
        }
    }

    fn of_error(title: String, error: &FunctionError) -> Explanation {
        Explanation {
            title,
            line: error.position.map(|position| position.line),
            message: plain_message(error).to_owned(),
            hint: error.hint.as_deref().map(pieces).unwrap_or_default(),
        }
    }

    fn plain(title: &str, message: &str) -> Explanation {
        Explanation {
            title: title.to_owned(),
            line: None,
            message: message.to_owned(),
            hint: Vec::new(),
        }
    }
}

impl Reply {
    /// The response as text: status, headers, an empty line, the body.
    pub(crate) fn to_text(&self) -> String {
        let headers: String = self
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\n"))
            .collect();
        format!("{}\n{headers}\n{}", self.status, self.body)
    }

    fn of(response: &Response) -> Reply {
        let mut note = None;
        let mut body = response.body.clone();
        if let Some((end, _)) = body.char_indices().nth(LONGEST_BODY) {
            let rest = body[end..].chars().count() as u64;
            body.truncate(end);
            note = Some(format!(
                "{} more characters are not shown.",
                thousands(rest)
            ));
        } else if response.is_base64_encoded {
            note = Some("The body is shown in Base64; the visitor gets its bytes.".to_owned());
        }
        Reply {
            status: format!("{} {}", response.status, reason_phrase(response.status))
                .trim_end()
                .to_owned(),
            headers: response
                .headers
                .iter()
                .map(|line| (line.name.clone(), line.value.clone()))
                .collect(),
            body,
            note,
        }
    }
}

/// Takes a sentence apart at its backticks.
pub(crate) fn pieces(sentence: &str) -> Vec<TextPiece> {
    let parts = sentence
        .split('`')
        .enumerate()
        .filter(|(_, part)| !part.is_empty());
    parts
        .map(|(index, part)| match index % 2 {
            0 => TextPiece::Words(part.to_owned()),
            _ => TextPiece::Code(part.to_owned()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Deed, plan_of, simulated};

    #[test]
    fn an_error_comes_with_its_place_and_a_hint() {
        let simulation = simulated(&plan_of(&[0, 1_500]), &[Deed::Answers(91), Deed::Throws(6)]);
        let run = simulation.run();
        let answer = |index: usize| {
            Answer::of(
                &run,
                index,
                simulation.invocation(index).unwrap(),
                &domain::billing::AWS_2016_12,
            )
        };

        assert_eq!(which(&run, 0).rest, "container 1 · cold");
        assert_eq!(answer(0).explanation, None);
        assert_eq!(answer(0).cost, "91 ms, billed 100 ms");
        let reply = answer(0).reply.unwrap();
        assert_eq!(
            (reply.status.as_str(), reply.body.as_str()),
            ("200 OK", r#"{"served":1}"#)
        );

        assert_eq!(
            which(&run, 1),
            Which {
                request: "Request 2".to_owned(),
                rest: "container 1 · warm".to_owned()
            }
        );
        let explanation = answer(1).explanation.unwrap();
        assert_eq!(
            (explanation.title.as_str(), explanation.line),
            ("TypeError", Some(5))
        );
        assert!(
            explanation
                .hint
                .contains(&TextPiece::Code("?colour=red".to_owned()))
        );
        assert_eq!(answer(1).reply.unwrap().status, "502 Bad Gateway");
    }

    #[test]
    fn a_timeout_is_told_without_the_request_id() {
        let simulation = simulated(&plan_of(&[0]), &[Deed::Hangs]);
        let run = simulation.run();
        let answer = Answer::of(
            &run,
            0,
            simulation.invocation(0).unwrap(),
            &domain::billing::AWS_2016_12,
        );
        let explanation = answer.explanation.unwrap();
        assert_eq!(explanation.title, "Timeout");
        assert_eq!(explanation.message, "Task timed out after 3.00 seconds");
        assert_eq!(answer.cost, "3,000 ms, billed 3,000 ms");
    }
}
