//! What has to be done: orders to the worker, the editor, the clock and the page.

use domain::cloud::Plan;

use super::memory_study::StudyOrder;
use super::{EditorError, ResultNotice};

/// An order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Command {
    /// Start a worker in place of any earlier one.
    StartWorker,
    /// Load what draws runs and tells what is assumed, unless it is there.
    LoadViews,
    /// Let the worker prepare the engine for its first run.
    WarmUp,
    /// Let the worker run this plan.
    Simulate {
        /// Comes back with the answer.
        id: u32,
        /// The whole plan.
        plan: Plan,
    },
    /// Ask the worker for the details of one invocation.
    Describe {
        /// Of which run.
        id: u32,
        /// Which invocation.
        index: usize,
    },
    /// Tell the worker of the memory study what to do.
    Study(StudyOrder),
    /// Report after a moment that this run is still on its way.
    StartSlowTimer {
        /// Which run.
        id: u32,
    },
    /// Tell the page around the lab what came of the last request.
    AnnounceResult(ResultNotice),
    /// Write this text into the editor as one step that can be undone.
    SetEditorText(String),
    /// Keep the text in the browser soon, so that it is there at the next visit.
    KeepDraft,
    /// Keep the text in the browser now, if that is still to be done.
    WriteDraft,
    /// Bring the lab into sight.
    ShowLab,
    /// Bring what the bill opened into sight, within the lab.
    RevealPicture,
    /// Put this text on the clipboard.
    Copy(String),
    /// Select what the answer pane shows, so that the reader's own keys can copy it.
    SelectAnswer,
    /// Undo one step in the editor.
    UndoEdit,
    /// Mark these places in the code, and no others.
    ShowEditorErrors(Vec<EditorError>),
    /// Mark nothing in the code.
    ClearEditorErrors,
    /// Move the focus to the field that has to be mended.
    Focus(Field),
    /// The same, to this line and column of its text.
    FocusAt(Field, usize, usize),
}

/// A place that the focus can be led to: the fields that can be wrong, what opens one of them, and what sends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// `Path`
    Path,
    /// `Query string`
    Query,
    /// `Headers`
    Headers,
    /// `Body`
    Body,
    /// `Event JSON`
    Event,
    /// The place for a pasted request.
    Pasted,
    /// `Paste request`
    OpenPaste,
    /// `Requests at once`
    Count,
    /// `Send request`
    Send,
    /// `Memory (MB)`
    Memory,
    /// `Timeout (s)`
    Timeout,
    /// `Keep-alive (s)`
    KeepAlive,
    /// `Concurrency limit`
    ConcurrencyLimit,
    /// `Init time (ms)`
    InitTime,
    /// `Seed`
    Seed,
    /// `Environment variables`
    Variables,
}
