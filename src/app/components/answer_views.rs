//! The three views of one invocation.

use domain::billing::Tariff;
use domain::cloud::{Invocation, Plan, Run};
use domain::lambda::pretty_json;
use yew::prelude::*;

use super::field::with_code;
use crate::view_model::{Answer, Explanation, LogEntry, Reply, log_entries};

/// What went wrong, what the visitor got, what it cost.
pub(super) fn response_view(
    run: &Run,
    index: usize,
    invocation: &Invocation,
    tariff: &Tariff,
) -> Html {
    let Answer {
        explanation,
        reply,
        cost,
    } = Answer::of(run, index, invocation, tariff);
    html! {
        <>
            { explanation.as_ref().map(explanation_view) }
            { reply.as_ref().map(reply_view) }
            <p class="which">{ cost }</p>
        </>
    }
}

fn explanation_view(explanation: &Explanation) -> Html {
    let Explanation {
        title,
        line,
        message,
        hint,
    } = explanation;
    html! {
        <div class="oops">
            <p><b>{ title }</b>{ line.map(|line| format!(" in line {line}")) }</p>
            <p class="said">{ message }</p>
            if !hint.is_empty() { <p>{ with_code(hint) }</p> }
        </div>
    }
}

fn reply_view(reply: &Reply) -> Html {
    let header = |(name, value): &(String, String)| html! { <>{ "\n" }<em>{ name }{ ":" }</em>{ " " }{ value }</> };
    html! {
        <>
            <pre><b>{ &reply.status }</b>{ for reply.headers.iter().map(header) }{ "\n\n" }{ &reply.body }</pre>
            { reply.note.as_ref().map(|note| html! { <p class="which">{ note }</p> }) }
        </>
    }
}

/// The lines of the log, each as it stands in CloudWatch.
pub(super) fn log_view(
    plan: &Plan,
    run: &Run,
    index: usize,
    invocation: &Invocation,
    tariff: &Tariff,
) -> Html {
    let entries = log_entries(plan, run, index, invocation, tariff);
    if entries.is_empty() {
        return html! { <p class="which">{ "Nothing was written." }</p> };
    }
    let entry =
        |LogEntry { frame, words }: LogEntry| html! { <li><em>{ frame }</em>{ words }</li> };
    html! { <ol class="log">{ for entries.into_iter().map(entry) }</ol> }
}

/// What the handler was given.
pub(super) fn event_view(invocation: &Invocation) -> Html {
    html! { <pre>{ pretty_json(&invocation.event) }</pre> }
}
