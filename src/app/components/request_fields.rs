//! The folded part of the request: headers and body, or the event itself; which gateway makes it; and a place to paste
//! a request that one has at hand.

use domain::lambda::EventFormat;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::prelude::*;

use super::controls::{button, choose_from, reports};
use super::field::{FieldRefs, complains, complaint_about, complaint_line};
use super::markup::{Markup, element, list};
use super::names::Names;
use super::part::Part;
use crate::model::{Complaint, Field, Msg, Pasting, RequestForm};

const FORMATS: [(EventFormat, &str); 2] = [
    (EventFormat::RestApi, "REST API, payload 1.0"),
    (EventFormat::HttpApi, "HTTP API, payload 2.0"),
];

/// What the fields show.
#[derive(PartialEq)]
pub(crate) struct RequestFields {
    pub(crate) names: Names,
    pub(crate) form: RequestForm,
    pub(crate) complaints: Vec<Complaint>,
    pub(crate) fields: FieldRefs,
    pub(crate) tell: Callback<Msg>,
}

impl Part for RequestFields {
    fn draw(&self) -> Markup {
        let form = &self.form;
        let entries = match (&form.pasting, &form.event) {
            (Some(pasting), _) => list([self.paste(pasting)]),
            (None, Some(event)) => {
                list([self.entry(Field::Event, "Event JSON", &event.text, Msg::ChangedEvent)])
            }
            (None, None) => list([
                self.entry(
                    Field::Headers,
                    "Headers",
                    &form.headers,
                    Msg::ChangedHeaders,
                ),
                self.entry(Field::Body, "Body", &form.body, Msg::ChangedBody),
            ]),
        };
        let is_wide = form.pasting.is_some() || form.event.is_some();
        element("div.form")
            .and_class(is_wide.then_some("wide"))
            .set("id", self.names.id("form"))
            .flag("hidden", !form.is_open)
            .child(entries)
            .child(self.side())
    }
}

impl RequestFields {
    /// A text of several lines with its label and what is wrong with it.
    fn entry(
        &self,
        field: Field,
        name: &'static str,
        text: &str,
        fact: fn(String) -> Msg,
    ) -> Markup {
        let id = self
            .names
            .id(&format!("field-{field:?}").to_ascii_lowercase());
        let complaint = complaint_about(&self.complaints, field);
        let complaint_id = format!("{id}-complaint");
        let area = self.area(field, text, fact, id.clone());
        let area = area.set("placeholder", (field == Field::Body).then_some("empty"));
        element("div.entry")
            .key(name)
            .child(element("label").set("for", id).child(name))
            .child(complains(area, complaint.is_some(), &complaint_id))
            .child(complaint_line(complaint, &complaint_id))
    }

    fn area(&self, field: Field, text: &str, fact: fn(String) -> Msg, id: String) -> Markup {
        element("textarea[rows=3][spellcheck=false][autocapitalize=off]")
            .known_as(self.fields.of(field))
            .set("id", id)
            .holds(text)
            .on_input(reports(&self.tell, fact))
    }

    /// The place for a pasted request. Escape leaves it; Ctrl or Command with Enter uses the text.
    fn paste(&self, pasting: &Pasting) -> Markup {
        let (id, mistake_id) = (self.names.id("pasted"), self.names.id("pasted-complaint"));
        let is_wrong = !pasting.mistake.is_empty();
        let tell = self.tell.clone();
        let keys = Callback::from(move |event: Event| {
            let key: &KeyboardEvent = event.unchecked_ref();
            let is_use = key.key() == "Enter" && (key.ctrl_key() || key.meta_key());
            if key.key() == "Escape" || is_use {
                // The lab has a deed of its own for the second.
                event.prevent_default();
                event.stop_propagation();
                tell.emit(if is_use {
                    Msg::ClickedUsePasted
                } else {
                    Msg::CancelledPaste
                });
            }
        });
        let area = self.area(Field::Pasted, &pasting.text, Msg::ChangedPasted, id.clone());
        let mistake = || {
            let line = element("p.complaint").set("id", mistake_id.clone());
            line.child(pasting.mistake.clone())
        };
        let name = "Pasted request: a curl command, raw HTTP, or a block of an .http file";
        element("div.entry")
            .key("paste")
            .on_key_down(keys)
            .child(element("label").set("for", id).child(name))
            .child(complains(area, is_wrong, &mistake_id))
            .child(is_wrong.then(mistake))
    }

    /// What can be done with the fields, beside them.
    fn side(&self) -> Markup {
        let RequestFields {
            form, fields, tell, ..
        } = self;
        let deed = |words, msg| button("quiet", words, msg, tell);
        let paste = || deed("Paste request", Msg::ClickedPaste).known_as(&fields.open_paste);
        let (above, deeds) = match (&form.pasting, &form.event) {
            (Some(_), _) => (
                self.format(),
                [
                    deed("Use it", Msg::ClickedUsePasted),
                    deed("Cancel", Msg::CancelledPaste),
                ],
            ),
            (None, Some(_)) => (
                element("p.note")
                    .child("Sent as it is. Method, path and query string are not used."),
                [paste(), deed("Edit request", Msg::ClickedEditEvent)],
            ),
            (None, None) => (
                self.format(),
                [paste(), deed("Edit event", Msg::ClickedEditEvent)],
            ),
        };
        let deeds = element("p.deeds").children(deeds);
        element("div.side").child(above).child(deeds)
    }

    /// Which gateway makes the event.
    fn format(&self) -> Markup {
        let id = self.names.id("format");
        let formats = FORMATS.iter().map(|&(format, name)| {
            let is_chosen = format == self.form.format;
            (name.into(), name.into(), is_chosen)
        });
        let formats = formats.collect();
        let label = element("label")
            .set("for", id.clone())
            .child("Event format");
        let list = choose_from(None, Some(id), formats, Msg::ChoseFormat, &self.tell);
        element("div.entry").child(label).child(list)
    }
}
