//! What happened: facts in the past tense, from the reader, the editor and the worker.

use domain::cloud::{Invocation, Run};
use domain::units::SimDuration;

use super::{AnswerTab, BillPicture, Fault, PoolView, ProseAct, Setting};

/// A fact that a lab hears of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    /// The reader changed the code; this is the whole text.
    EditedCode(String),
    /// Another method was chosen.
    ChangedMethod(String),
    /// The path was edited.
    ChangedPath(String),
    /// The query string was edited.
    ChangedQuery(String),
    /// The header lines were edited.
    ChangedHeaders(String),
    /// The body was edited.
    ChangedBody(String),
    /// A preset was chosen, by its name.
    ChosePreset(String),
    /// Another event format was chosen, by its name.
    ChoseFormat(String),
    /// `Edit event` or `Edit request` was pressed.
    ClickedEditEvent,
    /// The event was edited.
    ChangedEvent(String),
    /// `Paste request` was pressed.
    ClickedPaste,
    /// The pasted text was edited.
    ChangedPasted(String),
    /// `Use it` was pressed.
    ClickedUsePasted,
    /// `Cancel` was pressed, or Escape.
    CancelledPaste,
    /// The number of requests was edited.
    ChangedCount(String),
    /// `Headers, body` was pressed.
    ToggledForm,
    /// A setting was changed.
    ChangedSetting(Setting),
    /// The field of a setting was left.
    LeftSetting,
    /// `More` was pressed.
    ToggledSettings,
    /// `Environment variables` was pressed.
    ToggledVariables,
    /// One of the waits was pressed.
    ClickedWait(SimDuration),
    /// Other traffic was chosen, by its name.
    ChoseTraffic(String),
    /// `Run traffic` was pressed.
    ClickedRunTraffic,
    /// `Send request` was pressed, or its key.
    ClickedSend,
    /// A link in the prose was pressed.
    FollowedAct(ProseAct),
    /// The lab came into sight, or left it.
    CameIntoSight(bool),
    /// `Open the lab` was pressed.
    ClickedOpenLab,
    /// Something was to be copied.
    ClickedCopy(String),
    /// It was copied, or the browser did not allow it.
    Copied(bool),
    /// `Stop` was pressed.
    ClickedStop,
    /// `Reset pool` was pressed.
    ClickedResetPool,
    /// `Reset code` was pressed.
    ClickedResetCode,
    /// `Undo` was pressed.
    ClickedUndo,
    /// `Start again` was pressed, after the machinery had failed.
    ClickedStartAgain,
    /// Another view of the answer was chosen.
    ChoseTab(AnswerTab),
    /// Another view of the pool was chosen.
    ChoseView(PoolView),
    /// A picture of the bill was opened, or closed.
    ToggledBillPicture(BillPicture),
    /// Another number of requests a month was chosen, by its place among those on offer.
    ChoseMonth(usize),
    /// What the worker of the memory study tells.
    Study(Box<Msg>),
    /// An invocation was chosen, by its index.
    ChoseInvocation(usize),
    /// The draft has to be written now: typing paused, or the page is being left.
    DraftBecameDue,
    /// Another tab has written a draft of this lab; this is its text.
    DraftChangedElsewhere(String),
    /// The browser did not keep the draft.
    DraftWasNotKept,
    /// `Take that text` was pressed.
    ClickedTakeOtherDraft,
    /// `Dismiss` was pressed.
    ClickedDismissNotice,
    /// The editor has taken the place of the still text.
    EditorBecameReady,
    /// The lab is in view and nothing else is going on.
    BecameIdleInView,
    /// What draws a run is there.
    ViewsBecameReady,
    /// The worker listens.
    WorkerBecameReady,
    /// The worker was ended because another lab needs the room; it had nothing to do.
    WorkerFellAsleep,
    /// The machinery failed.
    WorkerFailed(Fault),
    /// A run is there.
    ReceivedRun {
        /// Of which question.
        id: u32,
        /// What came out.
        run: Run,
        /// The details of the invocation that answered last.
        last: Option<Invocation>,
    },
    /// The details of an invocation are there.
    ReceivedInvocation {
        /// Of which run.
        id: u32,
        /// Which invocation.
        index: usize,
        /// Its details; `None` if the worker knows none of this index.
        invocation: Option<Invocation>,
    },
    /// A run is under way.
    RunProgressed {
        /// Which run.
        id: u32,
        /// Requests that were served.
        done: u32,
        /// All requests of the plan.
        total: u32,
    },
    /// A run takes so long that it has to be said.
    RunTookLong {
        /// Which run.
        id: u32,
    },
}
