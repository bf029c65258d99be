//! Node's own modules by name, each made for an environment when it is first required.

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::realm_state::RealmState;
use super::script::{NodeScript, node_script, run};
use super::{
    buffer, crypto, errors_for_scripts, fs, os, path, perf_hooks, refusals, require,
    structured_clone, text, url, util, web_events,
};
use crate::globals::define_function;
use crate::timers;

/// Makes the value that `require` gives.
type Make = fn(&mut Context) -> JsResult<JsValue>;

const ASSERT: NodeScript = node_script!("node:assert", "assert.js");
const EVENTS: NodeScript = node_script!("node:events", "events.js");
const STRING_DECODER: NodeScript = node_script!("node:string_decoder", "string_decoder.js");
const TIMERS_PROMISES: NodeScript = node_script!("node:timers/promises", "timers_promises.js");

/// In alphabetical order. Names that begin with `internal:` hold globals, or what several modules need, and cannot be
/// required.
const MODULES: [(&str, Make); 28] = [
    ("assert", assertion),
    ("assert/strict", |context| {
        member("assert", "strict", context)
    }),
    ("buffer", buffer::module),
    ("crypto", crypto::module),
    ("events", |context| {
        let native = JsObject::with_object_proto(context.intrinsics());
        run(EVENTS, native, context)?.get(js_string!("EventEmitter"), context)
    }),
    ("fs", fs::module),
    ("fs/promises", |context| member("fs", "promises", context)),
    ("internal:clone", structured_clone::module),
    ("internal:equality", util::equality),
    ("internal:errors", errors_for_scripts::module),
    ("internal:inspect", util::printing),
    ("internal:refusals", refusals::globals),
    ("internal:text", text::module),
    ("internal:url", url::module),
    ("internal:web_events", web_events::module),
    ("module", module),
    ("os", os::module),
    ("path", path::module),
    ("path/posix", |context| member("path", "posix", context)),
    ("perf_hooks", perf_hooks::module),
    ("process", |context| {
        context.global_object().get(js_string!("process"), context)
    }),
    ("querystring", text::query_string),
    ("string_decoder", |context| script(STRING_DECODER, context)),
    ("timers", |context| {
        let module = JsObject::with_object_proto(context.intrinsics());
        timers::install_into(&module, context)?;
        Ok(module.into())
    }),
    ("timers/promises", |context| {
        script(TIMERS_PROMISES, context)
    }),
    ("url", url::legacy),
    ("util", util::module),
    ("util/types", |context| member("util", "types", context)),
];

/// A module that is a script without natives.
fn script(script: NodeScript, context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    Ok(run(script, native, context)?.into())
}

/// The module that is a member of another.
fn member(module: &str, name: &str, context: &mut Context) -> JsResult<JsValue> {
    let module = load(module, context)?.unwrap_or_default();
    let module = module.as_object().ok_or_else(crate::meter::stop)?;
    module.get(js_string!(name), context)
}

fn assertion(context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    run(ASSERT, native, context)?.get(js_string!("assert"), context)
}

/// The module `module`.
fn module(context: &mut Context) -> JsResult<JsValue> {
    let module = JsObject::with_object_proto(context.intrinsics());
    define_function(
        &module,
        "createRequire",
        1,
        |_, arguments, context| {
            let from = arguments.first().cloned().unwrap_or_default();
            let from = from.to_string(context)?.to_std_string_lossy();
            let from = from.strip_prefix("file://").unwrap_or(&from);
            Ok(require::require_function(from, context)?.into())
        },
        context,
    )?;
    define_function(
        &module,
        "isBuiltin",
        1,
        |_, arguments, _| {
            let name = arguments.first().and_then(JsValue::as_string);
            Ok(name
                .is_some_and(|name| is_known(&name.to_std_string_lossy()))
                .into())
        },
        context,
    )?;
    let own = MODULES
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !name.starts_with("internal:"));
    let mut names: Vec<&str> = own.chain(refusals::names()).collect();
    names.sort_unstable();
    let names = JsArray::from_iter(
        names.into_iter().map(|name| js_string!(name).into()),
        context,
    );
    module.set(js_string!("builtinModules"), names, true, context)?;
    Ok(module.into())
}

/// The module of this name, without `node:`; `None` if Node.js has no such module.
pub(crate) fn load(name: &str, context: &mut Context) -> JsResult<Option<JsValue>> {
    let made = RealmState::with(context, |state| state.builtin_modules.get(name).cloned());
    if made.is_some() {
        return Ok(made);
    }
    let module = match MODULES.binary_search_by_key(&name, |(known, _)| known) {
        Ok(index) => MODULES[index].1(context)?,
        Err(_) => match refusals::module(name, context)? {
            Some(module) => module,
            None => return Ok(None),
        },
    };
    RealmState::with(context, |state| {
        state
            .builtin_modules
            .insert(name.to_owned(), module.clone());
    });
    Ok(Some(module))
}

/// Whether `require` knows the name, with or without `node:`, as a module of Node's.
pub(crate) fn is_known(name: &str) -> bool {
    let plain = name.strip_prefix("node:").unwrap_or(name);
    let needs_prefix = plain == "test";
    let is_here = MODULES
        .binary_search_by_key(&plain, |(known, _)| known)
        .is_ok();
    !plain.starts_with("internal:")
        && (is_here || refusals::is_refused(plain))
        && (!needs_prefix || plain != name)
}
