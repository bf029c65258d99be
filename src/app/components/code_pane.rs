//! The code: a still text until the editor is there, then the editor in a place of its own beside it. Both have the same
//! measures, so that nothing moves.

use yew::prelude::*;

use super::controls::on_press;
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
    fn draw(&self) -> Html {
        let CodePane {
            still,
            errors,
            place,
            is_read_only,
            tell,
        } = self;
        html! {
            <div class="pane">
                <div class="bar">
                    <span class="name">{ "index.js" }</span>
                    if !is_read_only {
                        <button class="plain" type="button" onclick={on_press(tell, Msg::ClickedUndo)}>
                            { "Undo" }
                        </button>
                        <button class="plain" type="button" onclick={on_press(tell, Msg::ClickedResetCode)}>
                            { "Reset code" }
                        </button>
                    }
                </div>
                <div class="sheet">
                    if let Some(text) = still { { still_code(text, errors) } }
                    <div class="editor" ref={place.clone()}></div>
                </div>
            </div>
        }
    }
}

/// The text, a line each; line numbers are counted by the style sheet, so that they are not copied with the code.
fn still_code(text: &str, errors: &[EditorError]) -> Html {
    let lines = code_lines(text).into_iter().enumerate().map(|(index, pieces)| {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let error = errors.iter().find(|error| error.line == number);
        html! {
            <>
                <span class={error.map(|_| "bad")}>{ for pieces.iter().map(piece) }{ "\n" }</span>
                if let Some(error) = error { <span class="why">{ &error.message }</span> }
            </>
        }
    });
    html! {
        <pre
            class="code" tabindex="0" role="textbox" aria-multiline="true" aria-readonly="true" aria-label="Handler code"
        >{ for lines }</pre>
    }
}

fn piece(piece: &CodePiece) -> Html {
    let text = &piece.text;
    match piece.style {
        CodeStyle::Plain => html! { text },
        CodeStyle::Keyword => html! { <b>{ text }</b> },
        CodeStyle::Text => html! { <i>{ text }</i> },
        CodeStyle::Comment => html! { <em>{ text }</em> },
    }
}
