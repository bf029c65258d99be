//! The line that says what is sent: a request that looks like an address, how many of it, and the button.

use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement};
use yew::prelude::*;

use super::controls::{beside, button, choose_from, fold_button, on_press};
use super::field::{FieldRefs, complaint_about, complaint_line, long, reports, text_of};
use super::names::Names;
use super::part::Part;
use crate::model::{Complaint, Field, Msg, RequestForm};

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// What the request line shows.
#[derive(PartialEq)]
pub(crate) struct RequestLine {
    pub(crate) names: Names,
    pub(crate) form: RequestForm,
    pub(crate) complaints: Vec<Complaint>,
    pub(crate) fields: FieldRefs,
    /// Something runs for so long that the reader may want to end it.
    pub(crate) can_stop: bool,
    pub(crate) tell: Callback<Msg>,
}

impl Part for RequestLine {
    fn draw(&self) -> Html {
        let RequestLine {
            names,
            form,
            complaints,
            fields,
            tell,
            ..
        } = self;
        let (path_complaint, query_complaint, count_complaint) = (
            names.id("path-complaint"),
            names.id("query-complaint"),
            names.id("count-complaint"),
        );
        let path = complaint_about(complaints, Field::Path);
        let query = complaint_about(complaints, Field::Query);
        let count = complaint_about(complaints, Field::Count);
        let described = |complaint: Option<&Complaint>, id: &str| complaint.map(|_| id.to_owned());
        let invalid = |complaint: Option<&Complaint>| complaint.map(|_| "true");
        html! {
            <div class="ask" onkeydown={sends_on_enter(tell)}>
                <div class={classes!("address", form.event.is_some().then_some("unused"))}>
                    { method(form, tell) }
                    <input
                        ref={fields.path.clone()} class={classes!("path", long(&form.path))} type="text" aria-label="Path" autocapitalize="off"
                        autocomplete="off" spellcheck="false" size={size_of(&form.path)} value={form.path.clone()}
                        aria-invalid={invalid(path)} aria-describedby={described(path, &path_complaint)}
                        oninput={reports_path(tell)}
                    />
                    { beside("?") }
                    <input
                        ref={fields.query.clone()} class="query" type="text" aria-label="Query string"
                        autocapitalize="off" autocomplete="off" spellcheck="false" size="6" value={form.query.clone()}
                        aria-invalid={invalid(query)} aria-describedby={described(query, &query_complaint)}
                        oninput={reports(tell, Msg::ChangedQuery)}
                    />
                    { fold_button("Headers, body", form.is_open, names.id("form"), Msg::ToggledForm, tell) }
                </div>
                if self.can_stop {
                    { button("quiet stop", "Stop", Msg::ClickedStop, tell) }
                }
                <label class="times" hidden={self.can_stop}>
                    <input
                        ref={fields.count.clone()} type="number" inputmode="numeric" aria-label="Requests at once"
                        min="1" max="1000" value={form.count.clone()} aria-invalid={invalid(count)}
                        aria-describedby={described(count, &count_complaint)} oninput={reports(tell, Msg::ChangedCount)}
                    />
                    { beside("at once") }
                </label>
                <button
                    class="go" type="button" aria-keyshortcuts="Control+Enter"
                    onclick={on_press(tell, Msg::ClickedSend)}
                >{ "Send request" }<kbd aria-hidden="true">{ "Ctrl ↵" }</kbd></button>
                { complaint_line(path, &path_complaint) }
                { complaint_line(query, &query_complaint) }
                { complaint_line(count, &count_complaint) }
            </div>
        }
    }
}

fn method(form: &RequestForm, tell: &Callback<Msg>) -> Html {
    // A lesson may send a method that is not on the list.
    let is_known = METHODS.contains(&form.method.as_str());
    let methods = METHODS
        .into_iter()
        .chain((!is_known).then_some(form.method.as_str()));
    let methods = methods.map(|method| {
        let name = AttrValue::from(method.to_owned());
        (name.clone(), name, method == form.method)
    });
    choose_from(Some("Method"), None, methods, Msg::ChangedMethod, tell)
}

/// Reports the path. Its query string moves over to the next field, so this one shows at once what it keeps: where the
/// rest was only a question mark, nothing else would change in the form and nothing would be drawn anew.
fn reports_path(tell: &Callback<Msg>) -> Callback<InputEvent> {
    let tell = tell.clone();
    Callback::from(move |event: InputEvent| {
        let text = text_of(&event);
        let input: Option<HtmlInputElement> = event.target_dyn_into();
        if let (Some(input), Some((path, _))) = (input, text.split_once('?')) {
            input.set_value(path);
        }
        tell.emit(Msg::ChangedPath(text));
    })
}

/// Enter in one of the line's fields sends, as in the address line of a browser.
fn sends_on_enter(tell: &Callback<Msg>) -> Callback<KeyboardEvent> {
    let tell = tell.clone();
    Callback::from(move |event: KeyboardEvent| {
        let is_field = |target: EventTarget| target.dyn_into::<HtmlInputElement>().is_ok();
        // Together with Ctrl or Command it is the whole lab's key.
        let is_plain = event.key() == "Enter" && !event.ctrl_key() && !event.meta_key();
        if is_plain && event.target().is_some_and(is_field) {
            event.prevent_default();
            tell.emit(Msg::ClickedSend);
        }
    })
}

/// As wide as its text, for browsers that cannot do that by themselves.
fn size_of(text: &str) -> String {
    text.chars().count().clamp(4, 40).to_string()
}
