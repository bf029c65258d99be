//! What a lab knows: the reader's code and request, the plan, and the run that came of it.
//!
//! Pure: facts ([`Msg`]) go in, orders ([`Command`]) come out, and no browser is needed to test it. What can be
//! computed from the rest is not kept here but computed when it is drawn.

mod acts;
mod announcements;
#[cfg(test)]
mod arbitrary;
mod command;
mod details;
mod draft;
mod editor_error;
mod environment_variables;
mod given;
mod machinery;
mod memory_study;
mod msg;
mod plan_settings;
mod presets;
mod request_form;
mod request_tools;
mod run_state;
#[cfg(test)]
mod scenarios;
mod sending;
mod settings;
mod settings_form;
mod steps;
mod traffic;
mod update;
mod views;

pub(crate) use acts::ProseAct;
pub(crate) use announcements::ResultNotice;
pub(crate) use command::{Command, Field};
pub(crate) use draft::Draft;
pub(crate) use draft::DraftNotice;
pub(crate) use editor_error::{EditorError, plain_message};
pub use given::Given;
pub(crate) use given::Verdict;
pub(crate) use machinery::{Fault, Machinery};
pub(crate) use memory_study::{MemoryStudy, StudyOrder};
pub(crate) use msg::Msg;
pub(crate) use plan_settings::Settings;
pub(crate) use request_form::{Complaint, RequestForm};
pub(crate) use request_tools::{EventText, Pasting};
pub(crate) use run_state::{Pending, Shown};
pub(crate) use settings::Setting;
pub(crate) use settings_form::SettingsForm;
pub(crate) use traffic::Traffic;
pub(crate) use views::{AnswerTab, BillPicture, PoolView};

use std::rc::Rc;

use domain::cloud::{Invocation, Plan};

use crate::view_model::A_MILLION;
use sending::Queued;

/// What a lab begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Starter {
    /// The text of `index.js`.
    pub(crate) code: String,
    /// The method of the first request.
    pub(crate) method: String,
    /// Its path.
    pub(crate) path: String,
    /// Its query string, without `?`.
    pub(crate) query: String,
}

/// The state of one lab.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    starter_code: String,
    code: String,
    form: RequestForm,
    settings: SettingsForm,
    traffic: Traffic,
    /// Whether the last attempt to send was refused, so that the form has to say why.
    refused: bool,
    /// Shared with what is drawn, so that a picture of a long plan costs no copy of it.
    plan: Rc<Plan>,
    shown: Option<Shown>,
    pending: Option<Pending>,
    queue: Vec<Queued>,
    last_run_id: u32,
    machinery: Machinery,
    editor_is_live: bool,
    editor_is_marked: bool,
    draft_notice: Option<DraftNotice>,
    was_told_not_kept: bool,
    was_copied: Option<bool>,
    /// Whether an act in the prose waits to be answered out of sight of the lab.
    dock_is_due: bool,
    is_in_sight: bool,
    tab: AnswerTab,
    view: PoolView,
    bill_picture: Option<BillPicture>,
    study: MemoryStudy,
    /// How many requests a month are looked at, as a place among those on offer.
    month: usize,
}

impl Model {
    /// A lab at its first visit: nothing was sent, and no container exists.
    pub(crate) fn new(starter: Starter) -> Model {
        Model {
            starter_code: starter.code.clone(),
            code: starter.code,
            form: RequestForm::new(starter.method, starter.path, starter.query),
            settings: SettingsForm::default(),
            traffic: Traffic::default(),
            refused: false,
            plan: Rc::new(Settings::default().empty_plan()),
            shown: None,
            pending: None,
            queue: Vec::new(),
            last_run_id: 0,
            machinery: Machinery::Asleep,
            editor_is_live: false,
            editor_is_marked: false,
            draft_notice: None,
            was_told_not_kept: false,
            was_copied: None,
            dock_is_due: false,
            is_in_sight: true,
            tab: AnswerTab::default(),
            view: PoolView::default(),
            bill_picture: None,
            study: MemoryStudy::default(),
            month: A_MILLION,
        }
    }

    /// The text of `index.js` as it stands in the editor.
    pub(crate) fn code(&self) -> &str {
        &self.code
    }

    /// The request as it is typed.
    pub(crate) fn form(&self) -> &RequestForm {
        &self.form
    }

    /// Everything that happened to the cloud so far, and what is being computed right now.
    pub(crate) fn plan(&self) -> &Rc<Plan> {
        &self.plan
    }

    /// The run on the screen; `None` before the first one.
    pub(crate) fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// The run that is being computed.
    pub(crate) fn pending(&self) -> Option<Pending> {
        self.pending
    }

    /// How the worker fares.
    pub(crate) fn machinery(&self) -> &Machinery {
        &self.machinery
    }

    /// Whether the editor has taken the place of the still text.
    pub(crate) fn editor_is_live(&self) -> bool {
        self.editor_is_live
    }

    /// Whether an act in the prose has to be answered where the reader is.
    pub(crate) fn needs_dock(&self) -> bool {
        self.dock_is_due && !self.is_in_sight && self.pending.is_none()
    }

    /// Whether the last text was copied; `None` if there was none since the view changed.
    pub(crate) fn was_copied(&self) -> Option<bool> {
        self.was_copied
    }

    /// What the answer pane shows.
    pub(crate) fn tab(&self) -> AnswerTab {
        self.tab
    }

    /// How the pool is shown.
    pub(crate) fn view(&self) -> PoolView {
        self.view
    }

    /// The picture that the bill shows, and the number of requests a month that is looked at in it.
    pub(crate) fn bill_picture(&self) -> (Option<BillPicture>, usize) {
        (self.bill_picture, self.month)
    }

    /// What is wrong with the fields: of a setting when the reader has left it, of the request after an attempt to
    /// send. Nobody is scolded in the middle of a number.
    pub(crate) fn complaints(&self) -> Vec<Complaint> {
        let mut complaints = self.settings.complaints();
        if self.refused {
            complaints.extend(self.request_to_send().err().unwrap_or_default());
        }
        complaints
    }

    /// The details of the chosen invocation, once they are there.
    pub(crate) fn chosen_details(&self) -> Option<&Rc<Invocation>> {
        let shown = self.shown.as_ref()?;
        shown.details.get(shown.chosen)
    }

    /// What has to be marked in the code: the place where the chosen invocation failed, as long as the text is the
    /// one that it ran.
    pub(crate) fn editor_errors(&self) -> Vec<EditorError> {
        let error = || {
            let invocation = self.chosen_details()?;
            if self.chosen_source()? != self.code {
                return None;
            }
            EditorError::of(invocation.outcome.error()?)
        };
        error().into_iter().collect()
    }

    /// The code that the chosen invocation ran; `None` if none ran for it.
    fn chosen_source(&self) -> Option<&str> {
        let shown = self.shown.as_ref()?;
        let environment = shown
            .run
            .trace
            .environment
            .get(shown.chosen)
            .copied()
            .flatten()?;
        let deployment = shown
            .run
            .trace
            .environments
            .get(environment.index())?
            .deployment;
        let mut deployments = self.plan.deployments();
        deployments
            .nth(deployment as usize)
            .map(|deployment| deployment.source.as_str())
    }
}
