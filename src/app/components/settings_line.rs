//! What the cloud is like, as one line of words that are the controls.

use domain::billing::TARIFFS;
use domain::lambda::NodeRuntime;
use yew::prelude::*;

use super::field::{FieldRefs, complaint_about, complaint_line, text_of};
use super::names::Names;
use crate::model::{Complaint, Field, Msg, Setting, SettingsForm};

/// The runtimes with their names.
const RUNTIMES: [(NodeRuntime, &str); 2] = [
    (NodeRuntime::Node22, "Node.js 22"),
    (NodeRuntime::Node24, "Node.js 24"),
];

/// What the line shows.
#[derive(PartialEq, Properties)]
pub(crate) struct SettingsLineProps {
    pub(crate) names: Names,
    pub(crate) form: SettingsForm,
    pub(crate) complaints: Vec<Complaint>,
    pub(crate) fields: FieldRefs,
    /// The seed in the field is not the one that the pool runs with.
    pub(crate) seed_waits: bool,
    pub(crate) tell: Callback<Msg>,
}

/// Draws the line.
#[component]
pub(crate) fn SettingsLine(props: &SettingsLineProps) -> Html {
    let SettingsLineProps {
        names,
        form,
        complaints,
        tell,
        ..
    } = props;
    let more = names.id("more-settings");
    let wrong = [
        Field::Memory,
        Field::Timeout,
        Field::KeepAlive,
        Field::InitTime,
        Field::Seed,
        Field::Variables,
    ];
    let complaint =
        |field: &Field| complaint_line(complaint_about(complaints, *field), &id_of(names, *field));
    html! {
        <div class="settings">
            <label>
                { number(props, Field::Memory, "Memory (MB)", &form.memory, Setting::Memory) }
                <span aria-hidden="true">{ "MB" }</span>
            </label>
            <label>
                <span aria-hidden="true">{ "timeout" }</span>
                { number(props, Field::Timeout, "Timeout (s)", &form.timeout, Setting::Timeout) }
                <span aria-hidden="true">{ "s" }</span>
            </label>
            <label>
                <span aria-hidden="true">{ "keep-alive" }</span>
                { number(props, Field::KeepAlive, "Keep-alive (s)", &form.keep_alive, Setting::KeepAlive) }
                <span aria-hidden="true">{ "s" }</span>
            </label>
            <label>
                <span aria-hidden="true">{ "rules" }</span>
                <select aria-label="Rule book" onchange={chooses(tell, Setting::RuleBook)}>
                    { for TARIFFS.iter().map(|tariff| html! {
                        <option value={tariff.id} selected={tariff.id == form.tariff.id}>{ tariff.name }</option>
                    }) }
                </select>
            </label>
            <button
                class="plain caret" type="button" aria-expanded={form.is_open.to_string()} aria-controls={more.clone()}
                onclick={tell.reform(|_: MouseEvent| Msg::ToggledSettings)}
            >{ "More" }</button>
            <div class="more" id={more} hidden={!form.is_open}>
                <label>
                    <span aria-hidden="true">{ "runtime" }</span>
                    <select aria-label="Runtime" onchange={chooses(tell, Setting::Runtime)}>
                        { for RUNTIMES.iter().map(|&(runtime, name)| html! {
                            <option value={name} selected={runtime == form.runtime}>{ name }</option>
                        }) }
                    </select>
                </label>
                <label>
                    <span aria-hidden="true">{ "init" }</span>
                    { number(props, Field::InitTime, "Init time (ms)", &form.init_time, Setting::InitTime) }
                    <span aria-hidden="true">{ "ms" }</span>
                </label>
                <label>
                    <span aria-hidden="true">{ "seed" }</span>
                    { number(props, Field::Seed, "Seed", &form.seed, Setting::Seed) }
                </label>
                if props.seed_waits { <span>{ "The new seed takes effect after Reset pool." }</span> }
                { variables(props) }
            </div>
            { for wrong.iter().map(complaint) }
        </div>
    }
}

fn id_of(names: &Names, field: Field) -> String {
    names.id(&format!("{field:?}-complaint").to_lowercase())
}

/// A number that is only underlined, so that it reads as a word of the sentence.
fn number(
    props: &SettingsLineProps,
    field: Field,
    name: &'static str,
    value: &str,
    setting: fn(String) -> Setting,
) -> Html {
    let complaint = complaint_about(&props.complaints, field);
    let oninput = props
        .tell
        .reform(move |event: InputEvent| Msg::ChangedSetting(setting(text_of(&event))));
    html! {
        <input
            ref={props.fields.of(field).clone()} type="text" inputmode="decimal" role="spinbutton" aria-label={name}
            aria-valuenow={value.to_owned()} autocomplete="off" size={value.chars().count().clamp(2, 10).to_string()}
            value={value.to_owned()} aria-invalid={complaint.map(|_| "true")}
            aria-describedby={complaint.map(|_| id_of(&props.names, field))} {oninput}
        />
    }
}

fn chooses(tell: &Callback<Msg>, setting: fn(String) -> Setting) -> Callback<Event> {
    tell.reform(move |event: Event| Msg::ChangedSetting(setting(text_of(&event))))
}

fn variables(props: &SettingsLineProps) -> Html {
    let SettingsLineProps {
        names,
        form,
        complaints,
        fields,
        tell,
        ..
    } = props;
    let complaint = complaint_about(complaints, Field::Variables);
    let oninput =
        tell.reform(|event: InputEvent| Msg::ChangedSetting(Setting::Variables(text_of(&event))));
    html! {
        <div class="entry">
            <label for={names.id("variables")}>{ "Environment variables" }</label>
            <textarea
                ref={fields.of(Field::Variables).clone()} id={names.id("variables")} rows="2" spellcheck="false"
                autocapitalize="off" placeholder="TABLE=kites" value={form.variables.clone()}
                aria-invalid={complaint.map(|_| "true")}
                aria-describedby={complaint.map(|_| id_of(names, Field::Variables))} {oninput}
            />
        </div>
    }
}
