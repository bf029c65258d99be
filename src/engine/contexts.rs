//! Contexts to spare. A context carries a budget that cannot be set anew, and making one takes milliseconds; so those
//! in which nothing had to be stopped are used again as long as their budget fits.

use std::rc::Rc;

use boa_engine::Context;

use crate::es_modules::Loader;
use crate::event_loop::Executor;
use crate::host::{Hooks, Host, VirtualClock};

/// Init phases and invocations have budgets of different size, and take turns in a burst.
const MOST_TO_SPARE: usize = 2;

/// How many values the interpreter's stack may hold. boa leaves the values of a call on it whose exception was caught
/// further out, until the catching function returns; so this bounds how many exceptions a loop may catch.
const MAX_STACK_VALUES: usize = 4_000_000;

/// Makes contexts and keeps some.
pub(crate) struct Contexts {
    host: Rc<Host>,
    spare: Vec<Context>,
}

impl Contexts {
    pub(crate) fn new(host: Rc<Host>) -> Contexts {
        Contexts {
            host,
            spare: Vec::new(),
        }
    }

    /// A context in which a turn of `units` can end by itself, and in which one without end does not run for long
    /// beyond that.
    pub(crate) fn take(&mut self, units: u64) -> Context {
        let fits = |context: &Context| {
            let left = context.instructions_remaining() as u64;
            left > units && left <= units.saturating_mul(2)
        };
        match self.spare.iter().position(fits) {
            Some(found) => self.spare.swap_remove(found),
            None => self.make(units),
        }
    }

    /// Takes a context back in which nothing was stopped.
    pub(crate) fn give_back(&mut self, context: Context) {
        if self.spare.len() == MOST_TO_SPARE {
            self.spare.remove(0);
        }
        self.spare.push(context);
    }

    fn make(&self, units: u64) -> Context {
        let host = &self.host;
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
}
