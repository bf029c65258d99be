//! The three views of one invocation.

use domain::billing::Tariff;
use domain::cloud::{Invocation, Plan, Run, Trigger};
use domain::http::curl_command;
use domain::lambda::{api_domain, pretty_json};
use yew::prelude::*;

use super::answer_pane::AnswerPane;
use super::copy_deeds::{Copies, copy_deeds};
use super::field::with_code;
use super::markup::{Content, Markup, element, list};
use super::run_views::ShownRun;
use crate::model::AnswerTab;
use crate::view_model::{Answer, Explanation, LogEntry, Reply, log_entries, which};

/// Which invocation it is, the chosen view of it once its details are there, and what can be done with that.
pub(super) fn answer(pane: &AnswerPane, shown: &ShownRun) -> Vec<Html> {
    let ShownRun {
        run, chosen: index, ..
    } = shown;
    let AnswerPane {
        tab, plan, tariff, ..
    } = pane;
    let (tab, index) = (*tab, *index);
    let which = which(run, index);
    let heading = element("p.which")
        .child(element("b").child(which.request))
        .child(" · ")
        .child(which.rest);
    let (content, deeds) = match &pane.details {
        None => (Html::default(), None),
        Some(invocation) => {
            let content = match tab {
                AnswerTab::Response => response_view(run, index, invocation, tariff).node(),
                AnswerTab::Log => log_view(plan, run, index, invocation, tariff).node(),
                AnswerTab::Event => event_view(invocation).node(),
            };
            let copies = copies(plan, run, index, invocation, tab, tariff);
            let deeds = copy_deeds(tab, &copies, pane.was_copied, &pane.tell);
            (content, Some(deeds))
        }
    };
    list([heading.node(), content, deeds.node()])
}

/// What went wrong, what the visitor got, what it cost.
fn response_view(run: &Run, index: usize, invocation: &Invocation, tariff: &Tariff) -> Vec<Html> {
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
fn log_view(
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
fn event_view(invocation: &Invocation) -> Markup {
    element("pre").child(pretty_json(&invocation.event))
}

/// The texts that the buttons copy.
fn copies(
    plan: &Plan,
    run: &Run,
    index: usize,
    invocation: &Invocation,
    tab: AnswerTab,
    tariff: &Tariff,
) -> Copies {
    let shown = match tab {
        AnswerTab::Response => Answer::of(run, index, invocation, tariff)
            .reply
            .map(|reply| reply.to_text())
            .unwrap_or_default(),
        AnswerTab::Log => {
            let line = |entry: LogEntry| format!("{}{}\n", entry.frame, entry.words);
            log_entries(plan, run, index, invocation, tariff)
                .into_iter()
                .map(line)
                .collect()
        }
        AnswerTab::Event => pretty_json(&invocation.event),
    };
    let curl = match plan.trigger_of(index) {
        Some(Trigger::Request { http, .. }) => Some(curl_command(http, &api_domain())),
        _ => None,
    };
    Copies { shown, curl }
}
