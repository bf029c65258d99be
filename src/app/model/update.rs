//! What each fact changes, and which orders follow from it.

use std::rc::Rc;

use domain::cloud::Invocation;

use super::{Command, Fault, Field, Machinery, Model, Msg, Pasting, Pending};

impl Model {
    /// Takes a fact in and gives the orders that follow, in the order in which they have to be carried out.
    pub(crate) fn update(&mut self, msg: Msg) -> Vec<Command> {
        match msg {
            Msg::EditedCode(text) => {
                self.code = text;
                let mut commands = vec![Command::KeepDraft];
                commands.extend(self.clear_marks());
                return commands;
            }
            Msg::ChangedMethod(text) => self.form.method = text,
            Msg::ChangedPath(text) => {
                if self.form.type_path(text) {
                    return vec![Command::Focus(Field::Query)];
                }
            }
            Msg::ChangedQuery(text) => self.form.query = text,
            Msg::ChangedHeaders(text) => self.form.headers = text,
            Msg::ChangedBody(text) => self.form.body = text,
            Msg::ChosePreset(name) => self.form.choose_preset(&name),
            Msg::ChoseFormat(name) => self.choose_format(&name),
            Msg::ClickedEditEvent => return self.toggle_event(),
            Msg::ChangedEvent(text) => self.write_event(text),
            Msg::ClickedPaste => return self.open_paste(),
            Msg::ChangedPasted(text) => {
                if let Some(pasting) = self.form.pasting.as_mut() {
                    *pasting = Pasting {
                        text,
                        mistake: String::new(),
                    };
                }
            }
            Msg::ClickedUsePasted => return self.use_pasted(),
            Msg::CancelledPaste => return self.close_paste(),
            Msg::ChangedCount(text) => self.form.count = text,
            Msg::ToggledForm => self.form.is_open = !self.form.is_open,
            Msg::ChangedSetting(setting) => {
                self.change_setting(setting);
                return self.renew_study();
            }
            Msg::ToggledBillPicture(picture) => {
                self.bill_picture = Some(picture).filter(|_| self.bill_picture != Some(picture));
                let mut commands = self.renew_study();
                if self.bill_picture.is_some() {
                    commands.push(Command::RevealPicture);
                }
                return commands;
            }
            Msg::ChoseMonth(month) => self.month = month,
            Msg::Study(msg) => return self.hear_of_study(*msg),
            Msg::LeftSetting => self.settings.typing = None,
            Msg::ToggledVariables => {
                self.settings.variables_are_open = !self.settings.variables_are_open;
            }
            Msg::ToggledSettings => {
                self.settings.is_open = !self.settings.is_open;
                return vec![Command::LoadViews];
            }
            Msg::ClickedWait(span) => return self.wait(span),
            Msg::ChoseTraffic(name) => self.choose_traffic(&name),
            Msg::ClickedSend | Msg::ClickedRunTraffic => {
                // Whoever pastes a request and presses Send means that one.
                if self.form.has_pasted()
                    && let Err(mistake) = self.take_pasted()
                {
                    return mistake;
                }
                return if msg == Msg::ClickedSend {
                    self.send(None)
                } else {
                    self.run_traffic()
                };
            }
            Msg::FollowedAct(act) => return self.follow(act),
            Msg::CameIntoSight(is_in_sight) => {
                self.is_in_sight = is_in_sight;
                self.dock_is_due &= !is_in_sight;
            }
            Msg::ClickedOpenLab => return vec![Command::ShowLab],
            Msg::ClickedCopy(text) => {
                self.was_copied = None;
                return vec![Command::Copy(text)];
            }
            Msg::Copied(was_copied) => {
                self.was_copied = Some(was_copied);
                if !was_copied {
                    return vec![Command::SelectAnswer];
                }
            }
            Msg::ClickedStop => return self.stop(),
            Msg::ClickedResetPool => return self.reset_pool(),
            Msg::ClickedResetCode => return self.reset_code(),
            Msg::ClickedUndo => return vec![Command::UndoEdit],
            Msg::ClickedStartAgain => return self.start_again(),
            Msg::ChoseTab(tab) => {
                self.tab = tab;
                self.was_copied = None;
            }
            Msg::ChoseView(view) => self.view = view,
            Msg::ChoseInvocation(index) => return self.choose(index),
            Msg::DraftBecameDue => return vec![Command::WriteDraft],
            Msg::DraftChangedElsewhere(text) => self.hear_of_other_draft(text),
            Msg::DraftWasNotKept => self.hear_of_full_storage(),
            Msg::ClickedTakeOtherDraft => return self.take_other_draft(),
            Msg::ClickedDismissNotice => self.draft_notice = None,
            Msg::EditorBecameReady => {
                self.editor_is_live = true;
                return self.mark_editor();
            }
            Msg::BecameIdleInView if self.machinery == Machinery::Asleep => return self.wake(),
            Msg::BecameIdleInView | Msg::ViewsBecameReady => {}
            Msg::WorkerBecameReady => return self.begin_with_worker(),
            Msg::WorkerFellAsleep => return self.fall_asleep(),
            Msg::WorkerFailed(fault) => self.fail(fault),
            Msg::ReceivedRun { id, run, last } => return self.receive_run(id, run, last),
            Msg::ReceivedInvocation {
                id,
                index,
                invocation,
            } => {
                return self.receive_invocation(id, index, invocation);
            }
            Msg::RunProgressed { id, done, total } => {
                if let Some(pending) = self.pending.as_mut().filter(|pending| pending.id == id) {
                    pending.progress = Some((done, total));
                }
            }
            Msg::RunTookLong { id } => {
                if let Some(pending) = self.pending.as_mut().filter(|pending| pending.id == id) {
                    pending.is_slow = true;
                }
            }
        }
        Vec::new()
    }

    /// Empties the plan and keeps code and request. What is being computed is of no interest any more.
    fn reset_pool(&mut self) -> Vec<Command> {
        self.plan = Rc::new(self.settings.values().empty_plan());
        self.shown = None;
        self.pending = None;
        self.queue.clear();
        self.refused = false;
        let mut commands = self.clear_marks();
        commands.extend(self.renew_study());
        commands
    }

    /// Brings the starter back through the editor, whose history keeps the reader's text.
    fn reset_code(&mut self) -> Vec<Command> {
        self.code.clone_from(&self.starter_code);
        self.draft_notice = None;
        let mut commands = vec![
            Command::SetEditorText(self.code.clone()),
            Command::KeepDraft,
        ];
        commands.extend(self.clear_marks());
        commands
    }

    fn begin_with_worker(&mut self) -> Vec<Command> {
        self.machinery = Machinery::Ready;
        match self.pending {
            Some(Pending { id, .. }) => vec![self.simulate_command(id)],
            None => vec![Command::WarmUp],
        }
    }

    /// The worker is gone without a fault; the plan is run again when somebody asks. What was asked for in this very
    /// moment is asked for again.
    fn fall_asleep(&mut self) -> Vec<Command> {
        self.machinery = Machinery::Asleep;
        if self.pending.is_some() {
            self.wake()
        } else {
            Vec::new()
        }
    }

    /// A worker that fails before anybody needed it is nobody's concern: the first send starts another one.
    fn fail(&mut self, fault: Fault) {
        let is_missed = self.pending.is_some() || self.shown.is_some();
        self.machinery = if is_missed {
            Machinery::Failed(fault)
        } else {
            Machinery::Asleep
        };
        if let Some(pending) = self.pending.as_mut() {
            pending.is_slow = false;
        }
    }

    /// A new worker and the same plan.
    fn start_again(&mut self) -> Vec<Command> {
        if !matches!(self.machinery, Machinery::Failed(_)) {
            return Vec::new();
        }
        if self.plan.arrivals() == 0 {
            self.wake()
        } else {
            self.simulate(self.plan.steps.len())
        }
    }

    fn choose(&mut self, index: usize) -> Vec<Command> {
        match self.shown.as_mut() {
            Some(shown) if index < shown.run.trace.len() => shown.chosen = index,
            _ => return Vec::new(),
        }
        self.was_copied = None;
        self.describe_chosen()
    }

    /// Asks for the details of the chosen invocation, or marks the code if they are there already.
    pub(super) fn describe_chosen(&mut self) -> Vec<Command> {
        let Some(shown) = &self.shown else {
            return Vec::new();
        };
        if shown.details.get(shown.chosen).is_some() {
            return self.mark_editor();
        }
        match self.machinery {
            Machinery::Ready => vec![Command::Describe {
                id: shown.id,
                index: shown.chosen,
            }],
            // Another worker can tell once it has run the plan.
            Machinery::Asleep if self.pending.is_none() => self.simulate(self.plan.steps.len()),
            // Without a worker nobody can; the next run asks again.
            _ => Vec::new(),
        }
    }

    fn receive_invocation(
        &mut self,
        id: u32,
        index: usize,
        invocation: Option<Invocation>,
    ) -> Vec<Command> {
        let shown = self.shown.as_mut().filter(|shown| shown.id == id);
        let Some(shown) = shown else {
            return Vec::new();
        };
        let Some(invocation) = invocation else {
            // A worker that was started after this run knows nothing of it. The same plan gives the same run.
            let steps = self.plan.steps.len();
            return if self.pending.is_none() {
                self.simulate(steps)
            } else {
                Vec::new()
            };
        };
        shown.details.insert(index, invocation);
        if shown.chosen == index {
            self.mark_editor()
        } else {
            Vec::new()
        }
    }

    /// Marks where the chosen invocation failed. If it ran other code than the editor holds, nothing changes: its
    /// success says nothing about this text.
    fn mark_editor(&mut self) -> Vec<Command> {
        let errors = self.editor_errors();
        if !errors.is_empty() {
            self.editor_is_marked = true;
            return vec![Command::ShowEditorErrors(errors)];
        }
        if self.chosen_source() == Some(self.code.as_str()) {
            self.clear_marks()
        } else {
            Vec::new()
        }
    }

    pub(super) fn clear_marks(&mut self) -> Vec<Command> {
        if std::mem::take(&mut self.editor_is_marked) {
            vec![Command::ClearEditorErrors]
        } else {
            Vec::new()
        }
    }
}
