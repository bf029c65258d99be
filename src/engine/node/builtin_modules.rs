//! Node's own modules by name, each made for an environment when it is first required.

use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::realm_state::RealmState;
use super::{buffer, errors_for_scripts, fs, path, perf_hooks, refusals, web_events};
use crate::timers;

/// Makes the value that `require` gives.
type Make = fn(&mut Context) -> JsResult<JsValue>;

/// In alphabetical order. Names that begin with `internal:` hold globals and cannot be required.
const MODULES: [(&str, Make); 11] = [
    ("buffer", buffer::module),
    ("fs", fs::module),
    ("fs/promises", fs::promises),
    ("internal:errors", errors_for_scripts::module),
    ("internal:refusals", refusals::globals),
    ("internal:web_events", web_events::module),
    ("path", path::module),
    ("path/posix", path::module),
    ("perf_hooks", perf_hooks::module),
    ("process", |context| {
        context.global_object().get(js_string!("process"), context)
    }),
    ("timers", |context| {
        let module = JsObject::with_object_proto(context.intrinsics());
        timers::install_into(&module, context)?;
        Ok(module.into())
    }),
];

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
