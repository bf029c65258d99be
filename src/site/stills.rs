//! Draws without a browser what a browser will draw later: the app's own components, rendered on the build machine.

use std::io;

use app::{Drawing, Drawn, Given, LabData, MarkKind, cost_figure, lab, mark, marks, run_picture};
use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use yew::{AttrValue, LocalServerRenderer};

use crate::escape::escape;
use crate::run_figure::RunFigure;
use crate::starter::Starter;

/// Renders components of the app.
pub(crate) struct Stills {
    runtime: Runtime,
}

impl Stills {
    /// Gets ready; fails only if the machine gives no runtime.
    pub(crate) fn new() -> io::Result<Stills> {
        Ok(Stills {
            runtime: Builder::new_current_thread().build()?,
        })
    }

    /// The shapes that marks, labs and figures refer to: once on a page.
    pub(crate) fn marks(&self) -> String {
        self.draw(marks())
    }

    /// The mark of a state, as it stands in a line of text.
    pub(crate) fn mark(&self, kind: MarkKind) -> String {
        self.draw(mark(kind))
    }

    /// A lab at its first visit, in the place where the living one will stand (`www/embed.js` finds it by its attributes).
    /// A lab alone on its page keeps the plain names, so it is given no label.
    pub(crate) fn lab(&self, starter: &Starter, is_only_lab: bool) -> String {
        let label = starter
            .name
            .as_deref()
            .filter(|_| !is_only_lab)
            .unwrap_or_default();
        let (code, request) = (&starter.code, &starter.request);
        let still = self.draw(lab(LabData {
            given: Given::default(),
            kept: None,
            acts: Vec::new(),
            dock: None,
            name: attribute(starter.name.as_deref().unwrap_or_default()),
            label: attribute(label),
            code: attribute(code),
            method: attribute(&request.method),
            path: attribute(&request.path),
            query: attribute(&request.query),
            host: None,
        }));
        let attributes = [
            ("name", starter.name.as_deref().unwrap_or_default()),
            ("code", code.as_str()),
            ("method", &request.method),
            ("path", &request.path),
            ("query", &request.query),
            ("label", label),
        ]
        .map(|(name, value)| format!(" data-{name}=\"{}\"", escape(value)));
        format!(
            "<div data-coldstart-lab{}>{still}</div>",
            attributes.concat()
        )
    }

    /// A picture of a run with its caption. The figure is written here because the caption is HTML already.
    pub(crate) fn run_figure(&self, figure: &RunFigure) -> String {
        let picture = match figure.costs {
            Some(costs) => self.draw(cost_figure(costs)),
            None => self.draw(run_picture(figure.plan.clone(), figure.run.clone())),
        };
        format!(
            "<figure class=\"run\">{picture}<figcaption>{}</figcaption></figure>\n",
            figure.caption
        )
    }

    /// Nothing will hydrate this (the app draws anew), so the notes for that are left out.
    fn draw(&self, drawing: Drawing) -> String {
        let renderer = LocalServerRenderer::<Drawn>::with_props(drawing).hydratable(false);
        LocalSet::new().block_on(&self.runtime, renderer.render())
    }
}

fn attribute(text: &str) -> AttrValue {
    AttrValue::from(text.to_owned())
}
