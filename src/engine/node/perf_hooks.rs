//! `performance` on the virtual clock.

use boa_engine::{Context, JsObject, JsResult, JsValue};

use super::process::micros_since_start;
use super::script::{NodeScript, node_script, run};
use crate::globals::define_function;
use crate::host::Host;

const SCRIPT: NodeScript = node_script!("node:perf_hooks", "perf_hooks.js");

pub(super) fn module(context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    define_function(
        &native,
        "now",
        0,
        |_, _, context| Ok((micros_since_start(context) as f64 / 1e3).into()),
        context,
    )?;
    define_function(
        &native,
        "origin",
        0,
        |_, _, context| {
            let host = Host::of(context);
            let now = host.calendar(host.meter.now(context)).epoch_millis();
            Ok((now as f64 - (micros_since_start(context) as f64 / 1e3).floor()).into())
        },
        context,
    )?;
    Ok(run(SCRIPT, native, context)?.into())
}
