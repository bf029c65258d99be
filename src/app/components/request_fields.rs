//! The folded part of the request: headers and body.

use yew::prelude::*;

use super::field::{FieldRefs, complaint_about, complaint_line, reports};
use super::names::Names;
use crate::model::{Complaint, Field, Msg, RequestForm};

/// What the form shows.
#[derive(PartialEq, Properties)]
pub(crate) struct RequestFieldsProps {
    pub(crate) names: Names,
    pub(crate) form: RequestForm,
    pub(crate) complaints: Vec<Complaint>,
    pub(crate) fields: FieldRefs,
    pub(crate) tell: Callback<Msg>,
}

/// Draws the form, or nothing of it while it is folded.
#[component]
pub(crate) fn RequestFields(props: &RequestFieldsProps) -> Html {
    let RequestFieldsProps {
        names,
        form,
        complaints,
        fields,
        tell,
    } = props;
    let complaint = complaint_about(complaints, Field::Headers);
    let id = names.id("headers-complaint");
    html! {
        <div class="form" id={names.id("form")} hidden={!form.is_open}>
            <div class="entry">
                <label for={names.id("headers")}>{ "Headers" }</label>
                <textarea
                    ref={fields.headers.clone()} id={names.id("headers")} rows="3" spellcheck="false"
                    autocapitalize="off" value={form.headers.clone()} aria-invalid={complaint.map(|_| "true")}
                    aria-describedby={complaint.map(|_| id.clone())} oninput={reports(tell, Msg::ChangedHeaders)}
                />
                { complaint_line(complaint, &id) }
            </div>
            <div class="entry">
                <label for={names.id("body")}>{ "Body" }</label>
                <textarea
                    id={names.id("body")} rows="3" spellcheck="false" autocapitalize="off" placeholder="empty"
                    value={form.body.clone()} oninput={reports(tell, Msg::ChangedBody)}
                />
            </div>
        </div>
    }
}
