//! Where the page touches the world: the scripts that host it, its worker, the editor, the clock. Turns what happens
//! there into facts for the model, and the model's orders into deeds.

mod answers;
mod clipboard;
mod editor;
mod host;
mod in_view;
mod judged;
mod leaving;
mod next_frame;
mod panics;
mod prose;
mod sight;
mod storage;
mod study_worker;
mod timer;
mod to_script;
mod worker;

pub(crate) use clipboard::{copy, select_answer};
pub(crate) use editor::{Editor, EditorOptions};
pub use host::Host;
pub(crate) use in_view::{InView, when_idle};
pub(crate) use leaving::BeforeLeaving;
pub(crate) use next_frame::NextFrame;
pub use panics::report_panics;
pub use prose::{ActPlace, take_act_places};
pub(crate) use sight::{Sight, is_in_sight};
pub(crate) use storage::{DraftPlace, DraftWatch, draft_as_text, draft_from_text};
pub(crate) use study_worker::StudyWorker;
pub(crate) use timer::Timer;
pub(crate) use worker::WorkerClient;
