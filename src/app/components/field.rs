//! What all fields of the request have in common: they report their text, and can say what is wrong with it.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::model::{Complaint, Field, Msg};

/// The elements of fields that the focus can be moved to.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct FieldRefs {
    pub(crate) path: NodeRef,
    pub(crate) headers: NodeRef,
    /// `Requests at once`
    pub(crate) count: NodeRef,
    /// `Body`
    pub(crate) body: NodeRef,
    /// `Event JSON`
    pub(crate) event: NodeRef,
    /// The place for a pasted request.
    pub(crate) pasted: NodeRef,
    /// The settings, in the order of [`Field`].
    settings: [NodeRef; 6],
}

impl FieldRefs {
    /// The element of a field.
    pub(crate) fn of(&self, field: Field) -> &NodeRef {
        match field {
            Field::Path => &self.path,
            Field::Headers => &self.headers,
            Field::Body => &self.body,
            Field::Event => &self.event,
            Field::Pasted => &self.pasted,
            Field::Count => &self.count,
            Field::Memory => &self.settings[0],
            Field::Timeout => &self.settings[1],
            Field::KeepAlive => &self.settings[2],
            Field::InitTime => &self.settings[3],
            Field::Seed => &self.settings[4],
            Field::Variables => &self.settings[5],
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

/// Reports a field's text as a fact while it is typed.
pub(crate) fn reports(tell: &Callback<Msg>, fact: fn(String) -> Msg) -> Callback<InputEvent> {
    tell.reform(move |event: InputEvent| fact(text_of(&event)))
}

/// What is wrong with this field.
pub(crate) fn complaint_about(complaints: &[Complaint], field: Field) -> Option<&Complaint> {
    complaints.iter().find(|complaint| complaint.field == field)
}

/// The sentence at a field; `id` is what the field names as its description.
pub(crate) fn complaint_line(complaint: Option<&Complaint>, id: &str) -> Html {
    match complaint {
        Some(complaint) => {
            html! { <p class="complaint" id={id.to_owned()}>{ &complaint.message }</p> }
        }
        None => Html::default(),
    }
}
