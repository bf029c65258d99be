//! Draws without a browser what a browser will draw later: the app's own components, rendered on the build machine.

use std::io;

use app::{Lab, LabProps, Mark, MarkKind, MarkProps, Marks, RunFigure, RunFigureProps};
use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use yew::{AttrValue, BaseComponent, LocalServerRenderer};

use crate::escape::escape;
use crate::run_figure;
use crate::starter::Starter;

/// Renders components of the app.
pub(crate) struct Stills {
    runtime: Runtime,
}

impl Stills {
    /// Gets ready; fails only if the machine gives no runtime.
    pub(crate) fn new() -> io::Result<Stills> {
        Ok(Stills { runtime: Builder::new_current_thread().build()? })
    }

    /// The shapes that marks, labs and figures refer to: once on a page.
    pub(crate) fn marks(&self) -> String {
        self.draw::<Marks>(())
    }

    /// The mark of a state, as it stands in a line of text.
    pub(crate) fn mark(&self, kind: MarkKind) -> String {
        self.draw::<Mark>(MarkProps { kind })
    }

    /// Nothing will hydrate this (the app draws anew), so the notes for that are left out.
    fn draw<C: BaseComponent>(&self, props: C::Properties) -> String {
        let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
        LocalSet::new().block_on(&self.runtime, renderer.render())
    }
}
