//! The folded part of the request: headers and body, or the event itself; which gateway makes it; and a place to paste
//! a request that one has at hand.

use domain::lambda::EventFormat;
use yew::prelude::*;

use super::controls::{button, choose_from, on_press};
use super::field::{FieldRefs, complaint_about, complaint_line, reports};
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
    fn draw(&self) -> Html {
        let form = &self.form;
        let entries = match (&form.pasting, &form.event) {
            (Some(pasting), _) => self.paste(pasting),
            (None, Some(event)) => {
                self.entry(Field::Event, "Event JSON", &event.text, Msg::ChangedEvent)
            }
            (None, None) => html! {
                <>
                    { self.entry(Field::Headers, "Headers", &form.headers, Msg::ChangedHeaders) }
                    { self.entry(Field::Body, "Body", &form.body, Msg::ChangedBody) }
                </>
            },
        };
        let is_wide = form.pasting.is_some() || form.event.is_some();
        html! {
            <div class={classes!("form", is_wide.then_some("wide"))} id={self.names.id("form")} hidden={!form.is_open}>
                { entries }
                { self.side() }
            </div>
        }
    }
}

impl RequestFields {
    /// A text of several lines with its label and what is wrong with it.
    fn entry(&self, field: Field, name: &'static str, text: &str, fact: fn(String) -> Msg) -> Html {
        let RequestFields {
            names,
            complaints,
            fields,
            tell,
            ..
        } = self;
        let id = names.id(&format!("field-{field:?}").to_ascii_lowercase());
        let complaint = complaint_about(complaints, field);
        let complaint_id = format!("{id}-complaint");
        html! {
            <div class="entry" key={name}>
                <label for={id.clone()}>{ name }</label>
                <textarea
                    ref={fields.of(field).clone()} {id} rows="3" spellcheck="false" autocapitalize="off"
                    placeholder={(field == Field::Body).then_some("empty")} value={text.to_owned()}
                    aria-invalid={complaint.map(|_| "true")} aria-describedby={complaint.map(|_| complaint_id.clone())}
                    oninput={reports(tell, fact)}
                />
                { complaint_line(complaint, &complaint_id) }
            </div>
        }
    }

    /// The place for a pasted request. Escape leaves it; Ctrl or Command with Enter uses the text.
    fn paste(&self, pasting: &Pasting) -> Html {
        let RequestFields {
            names,
            fields,
            tell,
            ..
        } = self;
        let (id, mistake_id) = (names.id("pasted"), names.id("pasted-complaint"));
        let is_wrong = !pasting.mistake.is_empty();
        let onkeydown = tell.clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            let is_use = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
            if event.key() == "Escape" || is_use {
                // The lab has a deed of its own for the second.
                event.prevent_default();
                event.stop_propagation();
                onkeydown.emit(if is_use {
                    Msg::ClickedUsePasted
                } else {
                    Msg::CancelledPaste
                });
            }
        });
        html! {
            <div class="entry" key="paste" {onkeydown}>
                <label for={id.clone()}>{ "Pasted request: a curl command, raw HTTP, or a block of an .http file" }</label>
                <textarea
                    ref={fields.of(Field::Pasted).clone()} {id} rows="3" spellcheck="false" autocapitalize="off"
                    value={pasting.text.clone()} aria-invalid={is_wrong.then_some("true")}
                    aria-describedby={is_wrong.then(|| mistake_id.clone())} oninput={reports(tell, Msg::ChangedPasted)}
                />
                if is_wrong { <p class="complaint" id={mistake_id}>{ &pasting.mistake }</p> }
            </div>
        }
    }

    /// What can be done with the fields, beside them.
    fn side(&self) -> Html {
        let RequestFields {
            form, fields, tell, ..
        } = self;
        let paste = html! {
            <button
                ref={fields.open_paste.clone()} class="quiet" type="button"
                onclick={on_press(tell, Msg::ClickedPaste)}
            >{ "Paste request" }</button>
        };
        let (above, deeds) = match (&form.pasting, &form.event) {
            (Some(_), _) => (
                self.format(),
                html! {
                    <>
                        { button("quiet", "Use it", Msg::ClickedUsePasted, tell) }
                        { button("quiet", "Cancel", Msg::CancelledPaste, tell) }
                    </>
                },
            ),
            (None, Some(_)) => (
                html! { <p class="note">{ "Sent as it is. Method, path and query string are not used." }</p> },
                html! { <>{ paste }{ button("quiet", "Edit request", Msg::ClickedEditEvent, tell) }</> },
            ),
            (None, None) => (
                self.format(),
                html! { <>{ paste }{ button("quiet", "Edit event", Msg::ClickedEditEvent, tell) }</> },
            ),
        };
        html! { <div class="side">{ above }<p class="deeds">{ deeds }</p></div> }
    }

    /// Which gateway makes the event.
    fn format(&self) -> Html {
        let id = self.names.id("format");
        let formats = FORMATS.iter();
        let formats =
            formats.map(|&(format, name)| (name.into(), name.into(), format == self.form.format));
        html! {
            <div class="entry">
                <label for={id.clone()}>{ "Event format" }</label>
                { choose_from(None, Some(id), formats, Msg::ChoseFormat, &self.tell) }
            </div>
        }
    }
}
