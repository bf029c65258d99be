//! What the cloud is like, as one line of words that are the controls.

use domain::billing::TARIFFS;
use domain::lambda::NodeRuntime;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::prelude::*;

use super::controls::{beside, choose_from, fold_button, reports, tells};
use super::field::{FieldRefs, complains, complaint_about, complaint_line, long, text_of};
use super::markup::{Markup, element, list};
use super::names::Names;
use super::part::Part;
use super::run_views::RunViews;
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
    /// What draws a run can also tell what is assumed.
    pub(crate) views: Option<RunViews>,
    pub(crate) tell: Callback<Msg>,
}

impl Part for SettingsLine {
    fn draw(&self) -> Markup {
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
            let is_chosen = tariff.id == form.tariff.id;
            (tariff.id.into(), tariff.name.into(), is_chosen)
        });
        let rule_book = |id| Msg::ChangedSetting(Setting::RuleBook(id));
        let runtimes = RUNTIMES.iter().map(|&(runtime, name)| {
            let is_chosen = runtime == form.runtime;
            (name.into(), name.into(), is_chosen)
        });
        let runtime = |name| Msg::ChangedSetting(Setting::Runtime(name));
        let choose = |name, choices, fact| choose_from(Some(name), None, choices, fact, tell);
        let note = |note: &&'static str| element("p.note").child(*note);
        let truth = element("details.truth")
            .child(element("summary").child("How true is it?"))
            .child(match self.views {
                Some(views) => (views.assumptions)(),
                None => {
                    element("p").child("This list comes with the engine and has not arrived yet.")
                }
            });
        let folded_away = element("div.more")
            .set("id", more.clone())
            .flag("hidden", !form.is_open)
            .child(word(
                "runtime",
                choose("Runtime", runtimes.collect(), runtime),
                "",
            ))
            .child(word(
                "init",
                self.number(
                    Field::InitTime,
                    "Init time (ms)",
                    &form.init_time,
                    Setting::InitTime,
                ),
                "ms",
            ))
            .child(word(
                "seed",
                self.number(Field::Seed, "Seed", &form.seed, Setting::Seed),
                "",
            ))
            .child(self.variables())
            .child(truth)
            .children([Field::InitTime, Field::Seed].iter().map(complaint));
        element("div.settings")
            .on("focusout", tells(tell, Msg::LeftSetting))
            .child(word(
                "",
                self.number(Field::Memory, "Memory (MB)", &form.memory, Setting::Memory),
                "MB",
            ))
            .child(word(
                "timeout",
                self.number(
                    Field::Timeout,
                    "Timeout (s)",
                    &form.timeout,
                    Setting::Timeout,
                ),
                "s",
            ))
            .child(word(
                "keep-alive",
                self.number(
                    Field::KeepAlive,
                    "Keep-alive (s)",
                    &form.keep_alive,
                    Setting::KeepAlive,
                ),
                "s",
            ))
            .child(word(
                "limit",
                self.number(
                    Field::ConcurrencyLimit,
                    "Concurrency limit",
                    &form.concurrency_limit,
                    Setting::ConcurrencyLimit,
                ),
                "",
            ))
            .child(word(
                "rules",
                choose("Rule book", rule_books.collect(), rule_book),
                "",
            ))
            .child(fold_button(
                "More",
                form.is_open,
                more,
                Msg::ToggledSettings,
                tell,
            ))
            .children(
                [
                    Field::Memory,
                    Field::Timeout,
                    Field::KeepAlive,
                    Field::ConcurrencyLimit,
                ]
                .iter()
                .map(complaint),
            )
            .child(folded_away)
            .children(self.notes.iter().map(note))
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
    ) -> Markup {
        let is_wrong = complaint_about(&self.complaints, field).is_some();
        let change = self
            .tell
            .reform(move |event: Event| Msg::ChangedSetting(setting(text_of(&event))));
        // No bigger number makes sense in any of the fields.
        let is_number = value.len() <= 12 && is_decimal(value);
        let size = value.chars().take(10).count().max(2);
        let (form, tell) = (self.form.clone(), self.tell.clone());
        let step = Callback::from(move |event: Event| {
            let key = event.unchecked_ref::<KeyboardEvent>().key();
            if key != "ArrowUp" && key != "ArrowDown" {
                return;
            }
            event.prevent_default();
            if let Some(text) = form.stepped(field, key == "ArrowUp") {
                tell.emit(Msg::ChangedSetting(setting(text)));
            }
        });
        let input =
            element("input[type=text][inputmode=decimal][role=spinbutton][autocomplete=off]")
                .known_as(self.fields.of(field))
                .set("class", long(value))
                .set("aria-label", name)
                .set("aria-valuenow", is_number.then(|| value.to_owned()))
                .set("aria-valuetext", value.is_empty().then_some("none"))
                .set(
                    "placeholder",
                    (field == Field::ConcurrencyLimit).then_some("none"),
                )
                .set("size", size)
                .holds(value)
                .on_input(change)
                .on_key_down(step);
        complains(input, is_wrong, &id_of(&self.names, field))
    }

    fn variables(&self) -> Vec<Html> {
        let SettingsLine {
            names, form, tell, ..
        } = self;
        let field = Field::Variables;
        let complaint = complaint_about(&self.complaints, field);
        let complaint_id = id_of(names, field);
        let place = names.id("variables");
        let is_open = form.variables_are_open;
        let text = element("textarea[rows=2][spellcheck=false][autocapitalize=off]")
            .known_as(self.fields.of(field))
            .set("aria-label", "Environment variables")
            .set("placeholder", "TABLE=kites")
            .holds(&form.variables)
            .on_input(reports(tell, |text| {
                Msg::ChangedSetting(Setting::Variables(text))
            }));
        list([
            fold_button(
                "Environment variables",
                is_open,
                place.clone(),
                Msg::ToggledVariables,
                tell,
            ),
            element("div.entry")
                .set("id", place)
                .flag("hidden", !is_open)
                .child(complains(text, complaint.is_some(), &complaint_id))
                .child(complaint_line(complaint, &complaint_id)),
        ])
    }
}

/// A control as a word of the sentence, between others.
fn word(before: &'static str, control: Markup, after: &'static str) -> Markup {
    let words = |words: &'static str| (!words.is_empty()).then(|| beside(words));
    let sentence = element("label").child(words(before));
    sentence.child(control).child(words(after))
}
