//! What the lab does when its model orders it: to the worker, the editor, the clock and the page.

use domain::cloud::message::ToWorker;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use super::{DRAFT_MILLIS, Lab, LabData, SLOW_MILLIS};
use crate::bridge::{Timer, copy, select_answer};
use crate::components::field::put_caret;
use crate::components::reveal::reveal;
use crate::components::run_views::load_run_views;
use crate::model::{Command, Field, Msg};

impl Lab {
    /// Does what the model orders.
    pub(super) fn obey(&mut self, data: &LabData, command: Command) {
        let editor = self.editor.clone();
        let editor = editor.borrow();
        match command {
            Command::StartWorker => {
                if let Some(host) = &data.host {
                    self.worker.start(host);
                    self.load_views();
                }
            }
            Command::LoadViews => self.load_views(),
            Command::WarmUp => self.worker.post(&ToWorker::WarmUp),
            Command::Simulate { id, plan } => self.worker.simulate(id, plan),
            Command::Describe { id, index } => {
                let index = u32::try_from(index).unwrap_or(u32::MAX);
                self.worker.post(&ToWorker::Describe { id, index });
            }
            Command::Study(order) => self.study.obey(order),
            Command::StartSlowTimer { id } => {
                let tell = self.tell.clone();
                let report = move || tell.emit(Msg::RunTookLong { id });
                self.slow_timer = Some(Timer::after_millis(SLOW_MILLIS, report));
            }
            Command::AnnounceResult(notice) => {
                if let Some(host) = &data.host {
                    host.announce_result(&notice);
                }
            }
            Command::SetEditorText(text) => {
                if let Some(editor) = &*editor {
                    editor.set_text(&text);
                }
            }
            Command::KeepDraft => {
                let tell = self.tell.clone();
                let report = move || tell.emit(Msg::DraftBecameDue);
                self.draft_timer = Some(Timer::after_millis(DRAFT_MILLIS, report));
            }
            Command::WriteDraft => self.keep_draft(),
            Command::ShowLab => {
                if let Some(element) = self.element.cast::<HtmlElement>() {
                    element.scroll_into_view();
                    let _ = element.focus();
                }
            }
            Command::RevealPicture => {
                let element = self.element.cast::<Element>();
                self.reveal = element.and_then(|lab| reveal(lab, ".opened", ".lab", 0.0));
            }
            Command::Copy(text) => {
                let tell = self.tell.clone();
                if let Some(element) = self.element.cast::<Element>() {
                    copy(text, element, move |copied| tell.emit(Msg::Copied(copied)));
                }
            }
            Command::SelectAnswer => {
                if let Some(element) = self.element.cast::<Element>() {
                    select_answer(&element);
                }
            }
            Command::UndoEdit => {
                if let Some(editor) = &*editor {
                    editor.undo();
                }
            }
            Command::ShowEditorErrors(errors) => {
                if let Some(editor) = &*editor {
                    editor.show_errors(&errors);
                }
            }
            Command::ClearEditorErrors => {
                if let Some(editor) = &*editor {
                    editor.clear_errors();
                }
            }
            Command::Focus(field) => self.focus_soon(field, None),
            Command::FocusAt(field, line, column) => self.focus_soon(field, Some((line, column))),
        }
    }

    /// Moves the focus when what the model changed has been drawn: the field may be folded away until then.
    fn focus_soon(&self, field: Field, place: Option<(usize, usize)>) {
        let node = self.fields.of(field).clone();
        spawn_local(async move {
            if let (Some(area), Some(place)) = (node.cast::<HtmlTextAreaElement>(), place) {
                put_caret(&area, place);
            }
            if let Some(element) = node.cast::<HtmlElement>() {
                let _ = element.focus();
            }
        });
    }

    /// Loads what draws a run, unless it is there. If that fails the host gives no worker either, and says why.
    fn load_views(&self) {
        if self.views.get().is_some() {
            return;
        }
        let (views, tell) = (self.views.clone(), self.tell.clone());
        spawn_local(async move {
            if let Ok(loaded) = load_run_views().await {
                views.set(Some(loaded));
                tell.emit(Msg::ViewsBecameReady);
            }
        });
    }
}
