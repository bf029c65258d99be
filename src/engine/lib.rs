//! The JavaScript engine as a function runtime: boa runs the reader's handler on a virtual clock, within a budget of
//! counted work, and says what became of it. Knows nothing of workers, of the DOM or of lessons.
//!
//! How it hangs together: an `environment` is a boa *realm*, which lives as long as its container, and a boa *context*
//! of its own, which carries the budget for one **turn** after the other (the init phase, then invocations) and is
//! replaced when something had to be stopped in it. What a turn may see and touch is in `host`; every native function of
//! ours reaches it through the context. `parking` keeps many environments in little memory.

mod answers;
mod class_name;
mod console;
mod console_table;
mod contexts;
mod dates;
mod early_errors;
mod environment;
mod error_stack;
mod errors;
mod es_modules;
mod event_loop;
mod format;
mod globals;
mod heap;
mod hints;
mod host;
mod inspect;
mod json;
mod json_parse;
mod json_quote;
mod json_stringify;
mod lambda_context;
mod log_format;
mod look_into;
mod math;
mod memory;
mod meter;
mod metered;
mod module;
mod nesting;
mod node;
mod numbers;
mod parking;
mod places;
mod process_env;
mod reports;
mod runtime;
mod still_running;
mod syntax_errors;
mod timers;
mod turn;

pub use heap::{CountedHeap, OUT_OF_WORK, was_overworked};
pub use look_into::NamedValue;
pub use meter::unwinding;
pub use parking::Parking;
pub use runtime::Engine;
