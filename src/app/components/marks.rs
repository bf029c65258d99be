//! The shapes of states. [`Marks`] holds them once for a document or a shadow root; [`mark`] is one in a line of text.

use super::markup::{Markup, element};
use super::part::Part;
use crate::view_model::MarkKind;

impl MarkKind {
    /// The id of the symbol, the same in lanes, legend, table and prose.
    pub(super) fn symbol(self) -> &'static str {
        match self {
            MarkKind::Starting => "#k-cold",
            MarkKind::Running => "#k-run",
            MarkKind::Warm => "#k-warm",
            MarkKind::Gone => "#k-gone",
            MarkKind::Error => "#k-err",
            MarkKind::Throttled => "#k-no",
            MarkKind::Billed => "#k-paid",
        }
    }
}

/// Which mark stands in a line of text.
#[derive(PartialEq)]
pub(crate) struct Mark(pub(crate) MarkKind);

impl Part for Mark {
    fn draw(&self) -> Markup {
        mark(self.0)
    }
}

/// A mark in a line of text, beside the word that says the same.
pub(super) fn mark(kind: MarkKind) -> Markup {
    let symbol = element("use").set("href", kind.symbol());
    element("svg.mark-of[aria-hidden=true]").child(symbol)
}

/// The symbols and patterns that marks and lanes refer to. They have to be there once in each document and each shadow
/// root: the page holds them for its labs and figures, and `mount` adds them where they are missing. Labs do not hold
/// them, because the ids would be there twice as soon as a page has two.
#[derive(PartialEq)]
pub(crate) struct Marks;

impl Part for Marks {
    fn draw(&self) -> Markup {
        let pattern = |selector| element(selector).set("patternUnits", "userSpaceOnUse");
        let symbol = |id, shapes: &[&'static str]| {
            let symbol = element("symbol").set("id", id).set("viewBox", "0 0 16 12");
            symbol.children(shapes.iter().map(|shape| element(shape)))
        };
        let hatch = pattern("pattern[id=hatch][width=6][height=6][patternTransform=rotate(45)]")
            .child(element("rect.hatch-a[width=6][height=6]"))
            .child(element("rect.hatch-b[width=1.6][height=6]"));
        let torn = pattern("pattern[id=torn][width=5][height=5][patternTransform=rotate(-45)]")
            .child(element("rect.torn-b[width=1.5][height=5]"));
        let definitions = element("defs")
        .child(hatch)
        .child(torn)
        .child(symbol("k-cold", &["rect.m-cold[x=0.7][y=0.7][width=14.6][height=10.6][rx=2]"]))
        .child(symbol("k-run", &["rect.m-run[width=16][height=12][rx=2.5]"]))
        .child(symbol("k-warm", &["rect.m-band[y=2][width=16][height=8]", "path.m-warm[d=M0 6h16]"]))
        .child(symbol("k-gone", &["path.m-gone[d=M4 2l8 8m0-8l-8 8]"]))
        .child(symbol(
            "k-err",
            &[
                "path.m-err[d=M2.5 0H16l-3.5 3 3.5 3-3.5 3 3.5 3H2.5A2.5 2.5 0 0 1 0 9.5v-7A2.5 2.5 0 0 1 2.5 0z]",
                "path.m-err-hatch[d=M2.5 0H12v12H2.5z]",
            ],
        ))
        .child(symbol("k-no", &["circle.m-ring[cx=8][cy=6][r=5.2]"]))
        .child(symbol(
            "k-paid",
            &[
                "path.m-tick[d=M0.75 3v6M15.25 3v6]",
                "path.m-paid[d=M0 6h8]",
                "path.m-rest[d=M8.5 6H16]",
            ],
        ));
        element("svg.defs[width=0][height=0][aria-hidden=true][focusable=false]").child(definitions)
    }
}
