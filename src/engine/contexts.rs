//! Contexts: one for each environment, and how much may be executed in it.
//!
//! A context carries a budget that cannot be set anew, so an environment gets another one when what is left does not
//! fit the turn. It is never lent to another environment: every object that is made in a context stays known to the
//! context's tree of shapes, and with it the whole realm, for as long as anything of that tree lives (boa 0.22; one
//! context with a thousand realms gives no byte back before the last of them is gone).

use std::rc::Rc;

use boa_engine::Context;

use crate::es_modules::Loader;
use crate::event_loop::Executor;
use crate::host::{Hooks, Host, VirtualClock};

/// How many values the interpreter's stack may hold. boa leaves the values of a call on it whose exception was caught
/// further out, until the catching function returns; so this bounds how many exceptions a loop may catch.
const MAX_STACK_VALUES: usize = 4_000_000;

/// Whether a turn of `units` can end by itself in this context, and one without end does not run for long beyond that.
pub(crate) fn fits(context: &Context, units: u64) -> bool {
    let left = context.instructions_remaining() as u64;
    left > units && left <= units.saturating_mul(2)
}

/// A new context, with a realm of its own, for turns of `units`.
#[inline(never)]
pub(crate) fn make(host: &Rc<Host>, units: u64) -> Context {
    let mut context = Context::builder()
        .clock(Rc::new(VirtualClock(host.clone())))
        .host_hooks(Rc::new(Hooks(host.clone())))
        .job_executor(Rc::new(Executor(host.clone())))
        .module_loader(Rc::new(Loader))
        .instructions_remaining((units * 2) as usize)
        .build()
        .expect("a context without extensions can be made");
    context
        .runtime_limits_mut()
        .set_stack_size_limit(MAX_STACK_VALUES);
    context.insert_data(host.clone());
    context
}
