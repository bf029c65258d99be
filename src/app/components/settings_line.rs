//! What the cloud is like, as one line of words that are the controls.

use domain::billing::TARIFFS;
use domain::cloud::assumptions;
use domain::lambda::NodeRuntime;
use yew::prelude::*;

use super::controls::{beside, choose_from, fold_button};
use super::field::{FieldRefs, complaint_about, complaint_line, long, reports, text_of};
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
        let rule_books = TARIFFS.iter().map(|tariff| {
            (
                tariff.id.into(),
                tariff.name.into(),
                tariff.id == form.tariff.id,
            )
        });
        let runtimes = RUNTIMES.iter();
        let runtimes =
            runtimes.map(|&(runtime, name)| (name.into(), name.into(), runtime == form.runtime));
        html! {
            <div class="settings" onfocusout={tell.reform(|_: FocusEvent| Msg::LeftSetting)}>
                { word("", self.number(Field::Memory, "Memory (MB)", &form.memory, Setting::Memory), "MB") }
                { word("timeout", self.number(Field::Timeout, "Timeout (s)", &form.timeout, Setting::Timeout), "s") }
                { word("keep-alive", self.number(Field::KeepAlive, "Keep-alive (s)", &form.keep_alive, Setting::KeepAlive), "s") }
                { word("limit", self.number(Field::ConcurrencyLimit, "Concurrency limit", &form.concurrency_limit, Setting::ConcurrencyLimit), "") }
                { word("rules", choose_from(Some("Rule book"), None, rule_books, |id| Msg::ChangedSetting(Setting::RuleBook(id)), tell), "") }
                { fold_button("More", form.is_open, more.clone(), Msg::ToggledSettings, tell) }
                { for [Field::Memory, Field::Timeout, Field::KeepAlive, Field::ConcurrencyLimit].iter().map(complaint) }
                <div class="more" id={more} hidden={!form.is_open}>
                    { word("runtime", choose_from(Some("Runtime"), None, runtimes, |name| Msg::ChangedSetting(Setting::Runtime(name)), tell), "") }
                    { word("init", self.number(Field::InitTime, "Init time (ms)", &form.init_time, Setting::InitTime), "ms") }
                    { word("seed", self.number(Field::Seed, "Seed", &form.seed, Setting::Seed), "") }
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
                aria-valuetext={value.is_empty().then_some("none")}
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

/// A control as a word of the sentence, between others.
fn word(before: &'static str, control: Html, after: &'static str) -> Html {
    let words = |words: &'static str| (!words.is_empty()).then(|| beside(words));
    html! { <label>{ words(before) }{ control }{ words(after) }</label> }
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
        let oninput = reports(tell, |text| Msg::ChangedSetting(Setting::Variables(text)));
        let place = names.id("variables");
        html! {
            <>
                { fold_button("Environment variables", form.variables_are_open, place.clone(), Msg::ToggledVariables, tell) }
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
