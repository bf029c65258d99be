//! The worker: takes messages of the page, runs plans with the engine, answers. A shell without rules of its own.
//!
//! The page starts it with a small script that loads this program; `main` puts the message handler in place and says
//! that it is ready. One worker belongs to one lab.

mod posting;
mod simulating;
mod warming;

use std::cell::RefCell;
use std::rc::Rc;

use domain::cloud::message::{FromWorker, ToWorker};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use simulating::Simulating;

/// Counts what the reader's code makes of the memory.
#[global_allocator]
static HEAP: engine::CountedHeap = engine::CountedHeap;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        post(&FromWorker::Broke {
            message: panic.to_string(),
            verdict: engine::unwinding(),
        })
    }));
    let state = Rc::new(RefCell::new(Simulating::default()));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let answer = match serde_wasm_bindgen::from_value::<ToWorker>(event.data()) {
            Ok(message) => state.borrow_mut().answer(message, post),
            Err(error) => Some(FromWorker::Fault {
                message: format!("a message was not understood: {error}"),
            }),
        };
        if let Some(answer) = answer {
            post(&answer);
        }
        warm_up_later(state.clone());
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The handler lives as long as the worker.
    on_message.forget();
    post(&FromWorker::Ready {
        build: domain::BUILD.to_owned(),
    });
}

/// Warms up in tasks of their own, for as long as there is something to warm up.
fn warm_up_later(state: Rc<RefCell<Simulating>>) {
    if !state.borrow().is_cold() {
        return;
    }
    let round = Closure::once_into_js(move || {
        state.borrow_mut().warm_up();
        warm_up_later(state);
    });
    // Without a timer it is warmed up by the first run.
    let _ = scope().set_timeout_with_callback(round.unchecked_ref());
}

/// Whether the memory was refused because a turn copied without an end. Asked after a trap, so it does nothing else.
#[wasm_bindgen(js_name = isOverworked)]
pub fn is_overworked() -> bool {
    engine::was_overworked()
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// A message in the form that JSON would have, but for a run, which goes as columns.
fn as_message(message: &FromWorker) -> Result<JsValue, JsValue> {
    match message {
        FromWorker::Ran { id, run, last } => posting::ran(*id, run, last.as_deref()),
        other => posting::plain(other),
    }
}

/// Posts a message.
fn post(message: &FromWorker) {
    match as_message(message) {
        Ok(value) => {
            // Only a value that cannot be cloned is refused, and this is plain data.
            let _ = scope().post_message(&value);
        }
        Err(error) => wasm_bindgen::throw_val(error),
    }
}
