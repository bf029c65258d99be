//! The Node.js surface that handlers use besides the language: global objects, `require`, and Node's own modules.
//!
//! An environment pays for nothing that it does not touch. Global names are found through the prototype of the global
//! object and made when first read (`lazy_globals`); modules are made when first required (`builtin_modules`).
//! Natives are plain functions that charge the meter for their work; what is naturally a hierarchy of classes is a
//! small script beside them.

use std::rc::Rc;

use boa_engine::{Context, JsResult, JsSymbol, JsValue, js_string};
use domain::lambda::Deployment;

pub(crate) mod argument_errors;
mod buffer;
mod builtin_modules;
mod bytes;
mod crypto;
mod encoding;
mod errors_for_scripts;
mod fs;
mod lazy_globals;
mod os;
mod path;
mod perf_hooks;
mod process;
pub(crate) mod process_events;
mod reader_files;
pub(crate) mod realm_state;
mod refusals;
pub(crate) mod require;
mod script;
mod structured_clone;
mod text;
#[cfg(test)]
mod tight_script;
mod url;
mod util;
mod web_events;

pub(crate) use fs::ContainerFiles;

use crate::host::Host;
use crate::process_env::TRACE_ID;
use realm_state::{ProcessFacts, RealmState};

/// Makes the global names of Node.js known to the current realm, whose turn has begun.
pub(crate) fn install(
    deployment: &Rc<Deployment>,
    log_stream_name: &str,
    context: &mut Context,
) -> JsResult<()> {
    let facts = ProcessFacts {
        deployment: deployment.clone(),
        log_stream_name: log_stream_name.to_owned(),
        started: Host::of(context).meter.now(context),
    };
    let inspect_symbol = find_inspect_symbol(context)?;
    RealmState::with(context, |state| {
        state.environment = Some(facts);
        state.inspect_symbol = Some(inspect_symbol);
    });
    lazy_globals::install(context)
}

/// An invocation begins: the runtime client puts its trace id into the environment variables.
pub(crate) fn begin_invocation(trace_id: &str, context: &mut Context) -> JsResult<()> {
    let env = RealmState::with(context, |state| {
        trace_id.clone_into(&mut state.trace_id);
        state.process_env.clone()
    });
    if let Some(env) = env {
        env.set(js_string!(TRACE_ID), js_string!(trace_id), false, context)?;
    }
    Ok(())
}

/// `Symbol.for('nodejs.util.inspect.custom')`, the name of the method by which an object says how it is printed.
pub(crate) fn inspect_symbol(context: &mut Context) -> JsResult<JsSymbol> {
    let known = RealmState::with(context, |state| state.inspect_symbol.clone());
    known.ok_or_else(crate::meter::stop)
}

/// Asks the registry of symbols, as long as nobody can have tampered with it.
fn find_inspect_symbol(context: &mut Context) -> JsResult<JsSymbol> {
    let symbol = context.intrinsics().constructors().symbol().constructor();
    let get = symbol.get(js_string!("for"), context)?;
    let get = get.as_callable().ok_or_else(crate::meter::stop)?;
    let name = js_string!("nodejs.util.inspect.custom");
    let found = get.call(&JsValue::undefined(), &[name.into()], context)?;
    found.as_symbol().ok_or_else(crate::meter::stop)
}
