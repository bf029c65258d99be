//! What all fields of the request have in common: they report their text, and can say what is wrong with it.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::markup::{Content, Markup, element, list};
use crate::model::{Complaint, Field};
use crate::view_model::{TextPiece, pieces};

/// The elements of fields that the focus can be moved to.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct FieldRefs {
    pub(crate) path: NodeRef,
    pub(crate) query: NodeRef,
    pub(crate) headers: NodeRef,
    /// `Requests at once`
    pub(crate) count: NodeRef,
    /// `Send request`
    pub(crate) send: NodeRef,
    /// `Body`
    pub(crate) body: NodeRef,
    /// `Event JSON`
    pub(crate) event: NodeRef,
    /// The place for a pasted request.
    pub(crate) pasted: NodeRef,
    /// `Paste request`
    pub(crate) open_paste: NodeRef,
    /// The settings, in the order of [`Field`].
    settings: [NodeRef; 7],
}

impl FieldRefs {
    /// The element of a field.
    pub(crate) fn of(&self, field: Field) -> &NodeRef {
        match field {
            Field::Path => &self.path,
            Field::Query => &self.query,
            Field::Headers => &self.headers,
            Field::Body => &self.body,
            Field::Event => &self.event,
            Field::Pasted => &self.pasted,
            Field::OpenPaste => &self.open_paste,
            Field::Count => &self.count,
            Field::Send => &self.send,
            Field::Memory => &self.settings[0],
            Field::Timeout => &self.settings[1],
            Field::KeepAlive => &self.settings[2],
            Field::InitTime => &self.settings[3],
            Field::Seed => &self.settings[4],
            Field::Variables => &self.settings[5],
            Field::ConcurrencyLimit => &self.settings[6],
        }
    }
}

/// The text of the field that an event comes from.
pub(crate) fn text_of(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        target
            .dyn_ref::<HtmlSelectElement>()
            .map(HtmlSelectElement::value)
            .unwrap_or_default()
    }
}

/// What is wrong with this field.
pub(crate) fn complaint_about(complaints: &[Complaint], field: Field) -> Option<&Complaint> {
    complaints.iter().find(|complaint| complaint.field == field)
}

/// Says on the field itself that something is wrong with it; `id` is that of the sentence.
pub(super) fn complains(field: Markup, is_wrong: bool, id: &str) -> Markup {
    field
        .set("aria-invalid", is_wrong.then_some("true"))
        .set("aria-describedby", is_wrong.then(|| id.to_owned()))
}

/// The sentence at a field; `id` is what the field names as its description.
pub(super) fn complaint_line(complaint: Option<&Complaint>, id: &str) -> Option<Markup> {
    let sentence = with_code(&pieces(&complaint?.message));
    let line = element("p.complaint[role=alert]").set("id", id.to_owned());
    Some(line.child(sentence))
}

/// A sentence in which the code looks like code.
pub(super) fn with_code(pieces: &[TextPiece]) -> Vec<Html> {
    list(pieces.iter().map(|piece| match piece {
        TextPiece::Words(words) => words.clone().node(),
        TextPiece::Code(code) => element("code").child(code.clone()).into(),
    }))
}

/// Fields grow with their text up to here; a browser would take seconds to measure a text of megabytes.
const LONGEST_TO_MEASURE: usize = 200;

/// Puts the caret at a line and a column, both counted from 1. The browser scrolls there when the focus comes.
pub(super) fn put_caret(area: &HtmlTextAreaElement, (line, column): (usize, usize)) {
    let text = area.value();
    let before = text.split('\n').take(line.saturating_sub(1));
    // Browsers count UTF-16 units.
    let lines: usize = before.map(|line| line.encode_utf16().count() + 1).sum();
    let at = u32::try_from(lines + column.saturating_sub(1)).unwrap_or(u32::MAX);
    let _ = area.set_selection_range(at, at);
}

/// The class of a field whose text is too long to be measured.
pub(super) fn long(text: &str) -> Option<&'static str> {
    (text.len() > LONGEST_TO_MEASURE).then_some("long")
}
