//! The code: a still text until the editor is there, then the editor in a place of its own beside it. Both have the same
//! measures, so that nothing moves.

use yew::prelude::*;

use super::controls::button;
use super::markup::{Content, Markup, element, list};
use super::part::Part;
use crate::model::{EditorError, Msg};
use crate::view_model::{CodePiece, CodeStyle, code_lines};

/// What the pane shows.
#[derive(PartialEq)]
pub(crate) struct CodePane {
    /// The text, as long as no editor shows it.
    pub(crate) still: Option<AttrValue>,
    /// Marks in the still text.
    pub(crate) errors: Vec<EditorError>,
    /// Where the editor goes. Nothing else is ever put there.
    pub(crate) place: NodeRef,
    /// Whether the code can only be read and run.
    pub(crate) is_read_only: bool,
    pub(crate) tell: Callback<Msg>,
}

impl Part for CodePane {
    fn draw(&self) -> Markup {
        let CodePane {
            still,
            errors,
            place,
            is_read_only,
            tell,
        } = self;
        let deed = |words, msg| (!is_read_only).then(|| button("plain", words, msg, tell));
        let bar = element("div.bar")
            .child(element("span.name").child("index.js"))
            .child(deed("Undo", Msg::ClickedUndo))
            .child(deed("Reset code", Msg::ClickedResetCode));
        let sheet = element("div.sheet")
            .child(still.as_ref().map(|text| still_code(text, errors)))
            .child(element("div.editor").known_as(place));
        element("div.pane").child(bar).child(sheet)
    }
}

/// The text, a line each; line numbers are counted by the style sheet, so that they are not copied with the code.
fn still_code(text: &str, errors: &[EditorError]) -> Markup {
    let lines = code_lines(text)
        .into_iter()
        .enumerate()
        .map(|(index, pieces)| {
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            let error = errors.iter().find(|error| error.line == number);
            let line = element("span").set("class", error.map(|_| "bad"));
            let why = |error: &EditorError| element("span.why").child(error.message.clone());
            list([
                line.children(pieces.iter().map(piece)).child("\n").node(),
                error.map(why).node(),
            ])
        });
    element("pre.code[tabindex=0][role=textbox][aria-multiline=true][aria-readonly=true]")
        .set("aria-label", "Handler code")
        .children(lines)
}

fn piece(piece: &CodePiece) -> Html {
    let text = piece.text.clone();
    let tag = match piece.style {
        CodeStyle::Plain => return text.node(),
        CodeStyle::Keyword => "b",
        CodeStyle::Text => "i",
        CodeStyle::Comment => "em",
    };
    element(tag).child(text).into()
}
