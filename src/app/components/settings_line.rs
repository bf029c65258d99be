//! What the cloud is like, as one line of words that are the controls.

use domain::billing::TARIFFS;
use domain::cloud::assumptions;
use domain::lambda::NodeRuntime;
use yew::prelude::*;

use super::field::{FieldRefs, complaint_about, complaint_line, long, text_of};
use super::names::Names;
use super::part::Part;
use crate::model::{Complaint, Field, Msg, Setting, SettingsForm};

/// The runtimes with their names.
const RUNTIMES: [(NodeRuntime, &str); 2] = [
    (NodeRuntime::Node22, "Node.js 22"),
    (NodeRuntime::Node24, "Node.js 24"),
];

/// What the line shows.
#[derive(Clone, PartialEq)]
pub(crate) struct SettingsLine {
    pub(crate) names: Names,
    pub(crate) form: SettingsForm,
    pub(crate) complaints: Vec<Complaint>,
    pub(crate) fields: FieldRefs,
    /// What has to be known of settings that are right.
    pub(crate) notes: Vec<&'static str>,
    pub(crate) tell: Callback<Msg>,
}

impl Part for SettingsLine {
    fn draw(&self) -> Html {
        let SettingsLine {
            names,
            form,
            complaints,
            tell,
            ..
        } = self;
        let more = names.id("more-settings");
        let complaint = |field: &Field| {
            complaint_line(complaint_about(complaints, *field), &id_of(names, *field))
        };
        html! {
            <div class="settings" onfocusout={tell.reform(|_: FocusEvent| Msg::LeftSetting)}>
                <label>
                    { self.number(Field::Memory, "Memory (MB)", &form.memory, Setting::Memory) }
                    <span aria-hidden="true">{ "MB" }</span>
                </label>
                <label>
                    <span aria-hidden="true">{ "timeout" }</span>
                    { self.number(Field::Timeout, "Timeout (s)", &form.timeout, Setting::Timeout) }
                    <span aria-hidden="true">{ "s" }</span>
                </label>
                <label>
                    <span aria-hidden="true">{ "keep-alive" }</span>
                    { self.number(Field::KeepAlive, "Keep-alive (s)", &form.keep_alive, Setting::KeepAlive) }
                    <span aria-hidden="true">{ "s" }</span>
                </label>
                <label>
                    <span aria-hidden="true">{ "limit" }</span>
                    { self.number(Field::ConcurrencyLimit, "Concurrency limit", &form.concurrency_limit, Setting::ConcurrencyLimit) }
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
                { for [Field::Memory, Field::Timeout, Field::KeepAlive, Field::ConcurrencyLimit].iter().map(complaint) }
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
                        { self.number(Field::InitTime, "Init time (ms)", &form.init_time, Setting::InitTime) }
                        <span aria-hidden="true">{ "ms" }</span>
                    </label>
                    <label>
                        <span aria-hidden="true">{ "seed" }</span>
                        { self.number(Field::Seed, "Seed", &form.seed, Setting::Seed) }
                    </label>
                    { self.variables() }
                    { truth() }
                    { for [Field::InitTime, Field::Seed].iter().map(complaint) }
                </div>
                { for self.notes.iter().map(|note| html! { <p class="note">{ *note }</p> }) }
            </div>
        }
    }
}

/// Digits, with or without decimals.
fn is_decimal(text: &str) -> bool {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number(whole) && is_number(decimals)
}

fn id_of(names: &Names, field: Field) -> String {
    names.id(&format!("{field:?}-complaint").to_ascii_lowercase())
}

impl SettingsLine {
    /// A number that is only underlined, so that it reads as a word of the sentence.
    fn number(
        &self,
        field: Field,
        name: &'static str,
        value: &str,
        setting: fn(String) -> Setting,
    ) -> Html {
        let complaint = complaint_about(&self.complaints, field);
        let oninput = self
            .tell
            .reform(move |event: InputEvent| Msg::ChangedSetting(setting(text_of(&event))));
        // No bigger number makes sense in any of the fields.
        let is_number = value.len() <= 12 && is_decimal(value);
        let size = value.chars().take(10).count().max(2);
        let (form, tell) = (self.form.clone(), self.tell.clone());
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            if key != "ArrowUp" && key != "ArrowDown" {
                return;
            }
            event.prevent_default();
            if let Some(text) = form.stepped(field, key == "ArrowUp") {
                tell.emit(Msg::ChangedSetting(setting(text)));
            }
        });
        html! {
            <input
                ref={self.fields.of(field).clone()} class={long(value)} type="text" inputmode="decimal"
                role="spinbutton" aria-label={name} aria-valuenow={is_number.then(|| value.to_owned())}
                placeholder={(field == Field::ConcurrencyLimit).then_some("none")} autocomplete="off" size={size.to_string()} value={value.to_owned()}
                aria-invalid={complaint.map(|_| "true")} aria-describedby={complaint.map(|_| id_of(&self.names, field))}
                {oninput} {onkeydown}
            />
        }
    }
}

/// What the simulation assumes of the real cloud.
fn truth() -> Html {
    html! {
        <details class="truth">
            <summary>{ "How true is it?" }</summary>
            <dl>
                { for assumptions().into_iter().map(|known| html! {
                    <div>
                        <dt>{ known.about }</dt>
                        <dd>{ known.here }{ " " }{ known.source }</dd>
                    </div>
                }) }
            </dl>
        </details>
    }
}

fn chooses(tell: &Callback<Msg>, setting: fn(String) -> Setting) -> Callback<Event> {
    tell.reform(move |event: Event| Msg::ChangedSetting(setting(text_of(&event))))
}

impl SettingsLine {
    fn variables(&self) -> Html {
        let SettingsLine {
            names,
            form,
            complaints,
            fields,
            tell,
            ..
        } = self;
        let complaint = complaint_about(complaints, Field::Variables);
        let oninput = tell
            .reform(|event: InputEvent| Msg::ChangedSetting(Setting::Variables(text_of(&event))));
        let place = names.id("variables");
        html! {
            <>
                <button
                    class="plain caret" type="button" aria-expanded={form.variables_are_open.to_string()}
                    aria-controls={place.clone()} onclick={tell.reform(|_: MouseEvent| Msg::ToggledVariables)}
                >{ "Environment variables" }</button>
                <div class="entry" id={place} hidden={!form.variables_are_open}>
                    <textarea
                        ref={fields.of(Field::Variables).clone()} aria-label="Environment variables" rows="2"
                        spellcheck="false" autocapitalize="off" placeholder="TABLE=kites" value={form.variables.clone()}
                        aria-invalid={complaint.map(|_| "true")}
                        aria-describedby={complaint.map(|_| id_of(names, Field::Variables))} {oninput}
                    />
                    { complaint_line(complaint, &id_of(names, Field::Variables)) }
                </div>
            </>
        }
    }
}
