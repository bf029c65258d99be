//! The three views of one invocation.

use domain::billing::Tariff;
use domain::cloud::{Invocation, Plan, Run};
use domain::lambda::pretty_json;
use yew::prelude::*;

use super::field::with_code;
use super::markup::{Content, Markup, element, list};
use crate::view_model::{Answer, Explanation, LogEntry, Reply, log_entries};

/// What went wrong, what the visitor got, what it cost.
pub(super) fn response_view(
    run: &Run,
    index: usize,
    invocation: &Invocation,
    tariff: &Tariff,
) -> Vec<Html> {
    let Answer {
        explanation,
        reply,
        cost,
    } = Answer::of(run, index, invocation, tariff);
    list([
        explanation.map(explanation_view).node(),
        reply.map(reply_view).node(),
        element("p.which").child(cost).node(),
    ])
}

fn explanation_view(explanation: Explanation) -> Markup {
    let Explanation {
        title,
        line,
        message,
        hint,
    } = explanation;
    let heading = element("p").child(element("b").child(title));
    let advice = || element("p").child(with_code(&hint));
    element("div.oops")
        .child(heading.child(line.map(|line| format!(" in line {line}"))))
        .child(element("p.said").child(message))
        .child((!hint.is_empty()).then(advice))
}

fn reply_view(reply: Reply) -> Vec<Html> {
    let header = |(name, value): (String, String)| {
        let name = element("em").child(name).child(":");
        list(["\n".node(), name.node(), " ".node(), value.node()])
    };
    let text = element("pre")
        .child(element("b").child(reply.status))
        .children(reply.headers.into_iter().map(header))
        .child("\n\n")
        .child(reply.body);
    let note = |note: String| element("p.which").child(note);
    list([text.node(), reply.note.map(note).node()])
}

/// The lines of the log, each as it stands in CloudWatch.
pub(super) fn log_view(
    plan: &Plan,
    run: &Run,
    index: usize,
    invocation: &Invocation,
    tariff: &Tariff,
) -> Markup {
    let entries = log_entries(plan, run, index, invocation, tariff);
    if entries.is_empty() {
        return element("p.which").child("Nothing was written.");
    }
    let entry = |LogEntry { frame, words }: LogEntry| {
        let frame = element("em").child(frame);
        element("li").child(frame).child(words)
    };
    element("ol.log").children(entries.into_iter().map(entry))
}

/// What the handler was given.
pub(super) fn event_view(invocation: &Invocation) -> Markup {
    element("pre").child(pretty_json(&invocation.event))
}
