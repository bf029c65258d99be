//! Draws without a browser what a browser will draw later: the app's own components, rendered on the build machine.

use crate::escape::escape;
use crate::run_figure::RunFigure;
use crate::starter::Starter;

/// Renders components of the app.
pub(crate) struct Stills;

impl Stills {
    /// Gets ready.
    pub(crate) fn new() -> std::io::Result<Stills> {
        Ok(Stills)
    }

    /// The shapes that marks refer to.
    pub(crate) fn marks(&self) -> String {
        String::new()
    }

    /// A lab at its first visit, in the place where the living one will stand.
    pub(crate) fn lab(&self, starter: &Starter, is_only_lab: bool) -> String {
        let label = if is_only_lab {
            ""
        } else {
            starter.name.as_deref().unwrap_or_default()
        };
        format!(
            "<div data-coldstart-lab data-code=\"{}\" data-label=\"{}\"></div>",
            escape(&starter.code),
            escape(label)
        )
    }

    /// A picture of a run with its caption.
    pub(crate) fn run_figure(&self, figure: &RunFigure) -> String {
        format!(
            "<figure class=\"run\">{}<figcaption>{}</figcaption></figure>\n",
            figure.run.trace.len(),
            figure.caption
        )
    }
}
