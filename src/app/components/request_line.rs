//! The line that says what is sent: a request that looks like an address, how many of it, and the button.

use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::controls::{beside, button, choose_from, fold_button, reports};
use super::field::{FieldRefs, complains, complaint_about, complaint_line, long, text_of};
use super::markup::{Markup, element};
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
    fn draw(&self) -> Markup {
        let RequestLine {
            names,
            form,
            complaints,
            fields,
            can_stop,
            tell,
        } = self;
        let (path_complaint, query_complaint, count_complaint) = (
            names.id("path-complaint"),
            names.id("query-complaint"),
            names.id("count-complaint"),
        );
        let path = complaint_about(complaints, Field::Path);
        let query = complaint_about(complaints, Field::Query);
        let count = complaint_about(complaints, Field::Count);
        let path_input = element("input.path[type=text][aria-label=Path][autocapitalize=off][autocomplete=off][spellcheck=false]")
            .known_as(&fields.path)
            .and_class(long(&form.path))
            .set("size", size_of(&form.path))
            .holds(&form.path)
            .on_input(reports_path(tell));
        let query_input = element("input.query[type=text][autocapitalize=off][autocomplete=off][spellcheck=false][size=6]")
            .known_as(&fields.query)
            .set("aria-label", "Query string")
            .holds(&form.query)
            .on_input(reports(tell, Msg::ChangedQuery));
        let count_input = element("input[type=number][inputmode=numeric][min=1][max=1000]")
            .known_as(&fields.count)
            .set("aria-label", "Requests at once")
            .holds(&form.count)
            .on_input(reports(tell, Msg::ChangedCount));
        let address = element("div.address")
            .and_class(form.event.is_some().then_some("unused"))
            .child(method(form, tell))
            .child(complains(path_input, path.is_some(), &path_complaint))
            .child(beside("?"))
            .child(complains(query_input, query.is_some(), &query_complaint))
            .child(fold_button(
                "Headers, body",
                form.is_open,
                names.id("form"),
                Msg::ToggledForm,
                tell,
            ));
        let times = element("label.times")
            .flag("hidden", *can_stop)
            .child(complains(count_input, count.is_some(), &count_complaint))
            .child(beside("at once"));
        let keys = element("kbd[aria-hidden=true]").child("Ctrl ↵");
        let send = button("go", "Send request", Msg::ClickedSend, tell)
            .known_as(&fields.send)
            .set("aria-keyshortcuts", "Control+Enter")
            .child(keys);
        element("div.ask")
            .on_key_down(sends_on_enter(tell))
            .child(address)
            .child(can_stop.then(|| button("quiet stop", "Stop", Msg::ClickedStop, tell)))
            .child(times)
            .child(send)
            .child(complaint_line(path, &path_complaint))
            .child(complaint_line(query, &query_complaint))
            .child(complaint_line(count, &count_complaint))
    }
}

fn method(form: &RequestForm, tell: &Callback<Msg>) -> Markup {
    // A lesson may send a method that is not on the list.
    let is_known = METHODS.contains(&form.method.as_str());
    let methods = METHODS
        .into_iter()
        .chain((!is_known).then_some(form.method.as_str()));
    let methods = methods.map(|method| {
        let name = AttrValue::from(method.to_owned());
        (name.clone(), name, method == form.method)
    });
    choose_from(
        Some("Method"),
        None,
        methods.collect(),
        Msg::ChangedMethod,
        tell,
    )
}

/// Reports the path. Its query string moves over to the next field, so this one shows at once what it keeps: where the
/// rest was only a question mark, nothing else would change in the form and nothing would be drawn anew.
fn reports_path(tell: &Callback<Msg>) -> Callback<Event> {
    let tell = tell.clone();
    Callback::from(move |event: Event| {
        let text = text_of(&event);
        let input: Option<HtmlInputElement> = event.target_dyn_into();
        if let (Some(input), Some((path, _))) = (input, text.split_once('?')) {
            input.set_value(path);
        }
        tell.emit(Msg::ChangedPath(text));
    })
}

/// Enter in one of the line's fields sends, as in the address line of a browser.
fn sends_on_enter(tell: &Callback<Msg>) -> Callback<Event> {
    let tell = tell.clone();
    Callback::from(move |event: Event| {
        let event: KeyboardEvent = event.unchecked_into();
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
