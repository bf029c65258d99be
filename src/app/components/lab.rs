//! A lab: the one component that owns a model. Facts come in from below and from the bridge, orders go out to the
//! bridge, and what the model says is drawn.

mod orders;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use super::acts_row::ActsRow;
use super::answer_pane::AnswerPane;
use super::bill_panel::BillPanel;
use super::code_pane::CodePane;
use super::draft_line::DraftLine;
use super::fault_line::FaultLine;
use super::field::FieldRefs;
use super::markup::element;
use super::names::Names;
use super::part::{Living, draw};
use super::pool_panel::PoolPanel;
use super::prose_acts::prose_acts;
use super::request_fields::RequestFields;
use super::request_line::RequestLine;
use super::run_views::{RunViews, ShownRun};
use super::settings_line::SettingsLine;
use crate::bridge::{
    ActPlace, BeforeLeaving, DraftPlace, DraftWatch, Editor, EditorOptions, Host, InView,
    NextFrame, Sight, StudyWorker, Timer, WorkerClient, draft_as_text, draft_from_text,
    is_in_sight, when_idle,
};
use crate::model::{Draft, Given, Machinery, Model, Msg, Starter};
use crate::view_model::{progress, status};

/// After so long it is said that a run is still on its way.
const SLOW_MILLIS: i32 = 400;

/// A pause in typing after which the draft is written.
const DRAFT_MILLIS: i32 = 500;

/// What a lab begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct LabData {
    /// Tells this lab from others on the same page; empty if it is alone.
    pub label: AttrValue,
    /// Tells this lab's draft from others on the same page.
    pub name: AttrValue,
    /// The text of `index.js`.
    pub code: AttrValue,
    /// The method of the first request.
    pub method: AttrValue,
    /// Its path.
    pub path: AttrValue,
    /// Its query string, without `?`.
    pub query: AttrValue,
    /// What the author of the page gives with attributes.
    pub given: Given,
    /// The reader's text with its history, from a time when the lab was elsewhere on the page.
    pub kept: Option<AttrValue>,
    /// Places in the prose for the lab's act links; none in a still.
    pub acts: Vec<ActPlace>,
    /// Where an act in the prose is answered while the lab is out of sight; none in a still.
    pub dock: Option<Element>,
    /// Who loads the editor and starts workers; without one the lab is a still.
    pub host: Option<Host>,
}

/// The interactive piece: request, code, answer, pool, bill.
pub(crate) struct Lab {
    model: Model,
    names: Names,
    tell: Callback<Msg>,
    worker: WorkerClient,
    /// Makes the runs of the memory study, so that they never keep the reader waiting.
    study: StudyWorker,
    reveal: Option<NextFrame>,
    /// Filled when the views of a run are there; they are loaded with the first worker.
    views: Rc<Cell<Option<RunViews>>>,
    /// Filled when the editor is there.
    editor: Rc<RefCell<Option<Editor>>>,
    slow_timer: Option<Timer>,
    /// Where the draft is kept; a still keeps none.
    draft_place: Option<DraftPlace>,
    draft_history: String,
    draft_timer: Option<Timer>,
    draft_watch: Option<DraftWatch>,
    before_leaving: Option<BeforeLeaving>,
    sight: Option<Sight>,
    in_view: Option<InView>,
    element: NodeRef,
    editor_place: NodeRef,
    fields: FieldRefs,
}

impl Living for Lab {
    type Data = LabData;
    type Message = Msg;

    fn create(data: &LabData, tell: Callback<Msg>) -> Lab {
        let draft_place = data.host.as_ref().map(|_| DraftPlace::of(&data.name));
        let draft = draft_to_begin_with(data, draft_place.as_ref());
        let mut model = Model::new(Starter {
            code: data.code.to_string(),
            method: data.method.to_string(),
            path: data.path.to_string(),
            query: data.query.to_string(),
        })
        .with_draft(draft.as_ref());
        let verdicts = model.take_given(&Given::default(), &data.given);
        Host::say(data.host.as_ref(), verdicts);
        Lab {
            model,
            names: Names::new(data.label.clone()),
            worker: WorkerClient::new(tell.clone()),
            study: StudyWorker::new(data.host.as_ref(), &tell),
            reveal: None,
            tell,
            views: Rc::default(),
            editor: Rc::default(),
            slow_timer: None,
            draft_place,
            draft_history: draft.map(|draft| draft.history).unwrap_or_default(),
            draft_timer: None,
            draft_watch: None,
            before_leaving: None,
            sight: None,
            in_view: None,
            element: NodeRef::default(),
            editor_place: NodeRef::default(),
            fields: FieldRefs::default(),
        }
    }

    fn update(&mut self, data: &LabData, msg: Msg) -> bool {
        if !self.may_go_on(data, &msg) {
            return false;
        }
        // A reader who scrolls and clicks in one breath is faster than the observer.
        if let Msg::FollowedAct(_) = &msg
            && let Some(element) = self.element.cast::<Element>()
        {
            self.model.update(Msg::CameIntoSight(is_in_sight(&element)));
        }
        for command in self.model.update(msg) {
            self.obey(data, command);
        }
        true
    }

    fn changed(&mut self, data: &LabData, before: &LabData) {
        self.names = Names::new(data.label.clone());
        let verdicts = self.model.take_given(&before.given, &data.given);
        Host::say(data.host.as_ref(), verdicts);
        if let Some(editor) = &*self.editor.borrow() {
            editor.set_read_only(data.given.is_readonly);
        }
    }

    fn view(&self, data: &LabData) -> Html {
        let Lab {
            model,
            names,
            tell,
            fields,
            ..
        } = self;
        let (form, settings, complaints) = (model.form(), model.settings(), model.complaints());
        let settings_line = SettingsLine {
            names: names.clone(),
            form: settings.clone(),
            complaints: complaints.clone(),
            fields: fields.clone(),
            notes: model.notes(),
            views: self.views.get(),
            tell: tell.clone(),
        };
        let plan = model.plan();
        // A run that came before its views waits for them.
        let shown = model.shown().zip(self.views.get());
        let shown = shown.map(|(shown, views)| ShownRun {
            views,
            run: shown.run.clone(),
            chosen: shown.chosen,
        });
        let dock = data.dock.clone().filter(|_| model.needs_dock());
        let dock = dock.zip(shown.as_ref()).and_then(|(place, shown)| {
            let dock = (shown.views.dock)(plan, &shown.run, settings.tariff, tell)?;
            Some(create_portal(dock, place))
        });
        let at_rest = shown.as_ref();
        let at_rest = at_rest.map(|shown| (shown.views.at_rest)(plan, &shown.run));
        let status = status(plan, at_rest, model.pending(), model.machinery());
        let is_slow = model.pending().is_some_and(|pending| pending.is_slow);
        let is_changed = model.has_undeployed_changes() && model.pending().is_none();
        // What was said once is not said again when something else has changed.
        let heard = shown.as_ref().filter(|_| !is_slow && !is_changed);
        let heard = heard.and_then(|shown| (shown.views.last_sent)(plan, &shown.run));
        let reason = model
            .chosen_details()
            .and_then(|details| details.outcome.error());
        let heard = heard.map(|heard| match reason {
            Some(error) => format!("{heard}, {}: {}", error.error_type, error.error_message),
            None => heard,
        });
        let fault = match model.machinery() {
            Machinery::Failed(fault) => Some(draw(FaultLine {
                fault: fault.clone(),
                tell: tell.clone(),
            })),
            _ => None,
        };
        let notice = model.draft_notice().cloned();
        let code = draw(CodePane {
            still: (!model.editor_is_live()).then(|| AttrValue::from(model.code().to_owned())),
            errors: model.editor_errors(),
            place: self.editor_place.clone(),
            is_read_only: data.given.is_readonly,
            tell: tell.clone(),
        });
        let answer = draw(AnswerPane {
            names: names.clone(),
            tab: model.tab(),
            plan: plan.clone(),
            shown: shown.clone(),
            details: model.chosen_details().cloned(),
            tariff: settings.tariff,
            was_copied: model.was_copied(),
            tell: tell.clone(),
        });
        element("section.lab[tabindex=-1]")
            .set("aria-label", names.region("Playground"))
            .known_as(&self.element)
            .on_key_down(self.run_key())
            .child(draw(RequestLine {
                names: names.clone(),
                form: form.clone(),
                complaints: complaints.clone(),
                fields: fields.clone(),
                can_stop: is_slow,
                tell: tell.clone(),
            }))
            .child(draw(RequestFields {
                names: names.clone(),
                form: form.clone(),
                complaints,
                fields: fields.clone(),
                tell: tell.clone(),
            }))
            .child(draw(ActsRow {
                presets: form.presets(),
                traffic: model.traffic(),
                tell: tell.clone(),
            }))
            .child(fault)
            .child(notice.map(|notice| {
                draw(DraftLine {
                    notice,
                    tell: tell.clone(),
                })
            }))
            .child(element("div.two").child(code).child(answer))
            .child(draw(PoolPanel {
                names: names.clone(),
                status,
                progress: progress(model.pending(), model.machinery()),
                heard,
                is_changed,
                view: model.view(),
                plan: plan.clone(),
                shown: shown.clone(),
                settings: settings_line,
                tell: tell.clone(),
            }))
            .child(draw(BillPanel {
                names: names.clone(),
                plan: plan.clone(),
                shown,
                tariff: settings.tariff,
                memory: settings.values().memory,
                picture: model.bill_picture(),
                study: model.study().clone(),
                tell: tell.clone(),
            }))
            .child(prose_acts(&data.acts, tell))
            .child(dock)
            .into()
    }

    fn rendered(&mut self, data: &LabData, is_first: bool) {
        let Some(host) = data.host.clone().filter(|_| is_first) else {
            return;
        };
        self.load_editor(&host, data.given.is_readonly);
        self.watch_drafts();
        if let Some(element) = self.element.cast::<Element>() {
            let tell = self.tell.clone();
            self.sight = Sight::watch(&element, move |seen| tell.emit(Msg::CameIntoSight(seen)));
            let tell = self.tell.clone();
            self.in_view = InView::watch(&element, move || {
                when_idle(host, move || tell.emit(Msg::BecameIdleInView));
            });
        }
    }

    fn destroy(&mut self) {
        self.keep_draft();
        self.worker.end();
        self.study.end();
    }
}

impl Lab {
    /// Ctrl or Command with Enter sends from everywhere in the lab. The editor has its own and keeps the key to itself.
    fn run_key(&self) -> Callback<Event> {
        let tell = self.tell.clone();
        Callback::from(move |event: Event| {
            let event: KeyboardEvent = event.unchecked_into();
            let is_run = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
            if is_run && !event.default_prevented() && !event.repeat() {
                event.prevent_default();
                tell.emit(Msg::ClickedSend);
            }
        })
    }

    /// Writes the draft that waits to be written, if one does.
    fn keep_draft(&mut self) {
        if self.draft_timer.take().is_none() {
            return;
        }
        let Some(place) = &self.draft_place else {
            return;
        };
        if !place.write(&self.draft()) {
            self.tell.emit(Msg::DraftWasNotKept);
        }
    }

    fn draft(&self) -> Draft {
        Draft {
            starter: self.model.starter_fingerprint(),
            text: self.model.code().to_owned(),
            history: self
                .editor
                .borrow()
                .as_ref()
                .map(Editor::snapshot)
                .unwrap_or_default(),
        }
    }

    /// The reader's text with its history, for a lab that comes back to the page later.
    pub(crate) fn text_to_keep(&self) -> Option<String> {
        draft_as_text(&self.draft())
    }

    /// Tells the page around the lab what is about to happen. `false` if it called that off.
    fn may_go_on(&self, data: &LabData, msg: &Msg) -> bool {
        let Some(host) = &data.host else {
            return true;
        };
        if let Msg::WorkerFailed(fault) = msg
            && let Some(code) = fault.code()
        {
            host.announce_fault(code, &fault.to_string());
        }
        self.model
            .requests_to_send(msg)
            .is_none_or(|requests| host.announce_run(requests))
    }

    /// Hears of other tabs, and of the page being left before a draft was written.
    fn watch_drafts(&mut self) {
        let Some(place) = &self.draft_place else {
            return;
        };
        let tell = self.tell.clone();
        self.draft_watch = place.watch(move |text| tell.emit(Msg::DraftChangedElsewhere(text)));
        let tell = self.tell.clone();
        self.before_leaving = BeforeLeaving::watch(move || tell.emit(Msg::DraftBecameDue));
    }

    fn load_editor(&self, host: &Host, is_read_only: bool) {
        let Some(place) = self.editor_place.cast::<Element>() else {
            return;
        };
        let (host, editor, tell) = (host.clone(), self.editor.clone(), self.tell.clone());
        let text = self.model.code().to_owned();
        let history = self.draft_history.clone();
        spawn_local(async move {
            let (edited, run) = (tell.clone(), tell.clone());
            let options = EditorOptions {
                text: &text,
                history: &history,
                label: "Handler code",
                is_read_only,
            };
            let on_edit = move |text| edited.emit(Msg::EditedCode(text));
            let on_run = move || run.emit(Msg::ClickedSend);
            // If it fails the still text stays; the host tells the reader.
            if let Ok(loaded) = Editor::load(host, place, options, on_edit, on_run).await {
                *editor.borrow_mut() = Some(loaded);
                tell.emit(Msg::EditorBecameReady);
            }
        });
    }
}

/// The reader's text: from this very page, or from an earlier visit. Code that can only be read is the author's.
fn draft_to_begin_with(data: &LabData, place: Option<&DraftPlace>) -> Option<Draft> {
    if data.given.is_readonly {
        return None;
    }
    let kept = data.kept.as_deref().and_then(draft_from_text);
    kept.or_else(|| place.and_then(DraftPlace::read))
}
