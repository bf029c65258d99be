//! `os`: what Lambda's machine says of itself.

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};
use domain::lambda::InvocationIdentity;

use super::process::micros_since_start;
use super::realm_state::RealmState;
use crate::globals::define_function;

/// The folder of Lambda's user, which does not exist there either.
const HOME: &str = concat!("/home", "/sbx_user1051");
const MEGABYTE: f64 = 1_048_576.0;

/// The module `os`.
pub(super) fn module(context: &mut Context) -> JsResult<JsValue> {
    let module = JsObject::with_object_proto(context.intrinsics());
    macro_rules! texts {
        ($($name:literal => $text:literal,)*) => {
            $(define_function(&module, $name, 0, |_, _, _| Ok(js_string!($text).into()), context)?;)*
        };
    }
    texts! {
        "arch" => "x64",
        "endianness" => "LE",
        "hostname" => "169.254.76.1",
        "machine" => "x86_64",
        "platform" => "linux",
        "release" => "5.10.0",
        "tmpdir" => "/tmp",
        "type" => "Linux",
        "version" => "#1 SMP",
    }
    define_function(
        &module,
        "homedir",
        0,
        |_, _, _| Ok(js_string!(HOME).into()),
        context,
    )?;
    define_function(
        &module,
        "uptime",
        0,
        |_, _, context| Ok((micros_since_start(context) as f64 / 1e6).into()),
        context,
    )?;
    define_function(
        &module,
        "totalmem",
        0,
        |_, _, context| Ok(memory(context).into()),
        context,
    )?;
    define_function(
        &module,
        "freemem",
        0,
        |_, _, context| Ok((memory(context) / 2.0).into()),
        context,
    )?;
    define_function(
        &module,
        "availableParallelism",
        0,
        |_, _, _| Ok(2.into()),
        context,
    )?;
    define_function(
        &module,
        "loadavg",
        0,
        |_, _, context| Ok(JsArray::from_iter([0.into(), 0.into(), 0.into()], context).into()),
        context,
    )?;
    define_function(
        &module,
        "cpus",
        0,
        |_, _, context| {
            let mut processors = Vec::new();
            for _ in 0..2 {
                let processor = JsObject::with_object_proto(context.intrinsics());
                let model = js_string!("Intel(R) Xeon(R) Processor @ 2.50GHz");
                processor.set(js_string!("model"), model, true, context)?;
                processor.set(js_string!("speed"), 2500, true, context)?;
                processors.push(processor.into());
            }
            Ok(JsArray::from_iter(processors, context).into())
        },
        context,
    )?;
    define_function(
        &module,
        "networkInterfaces",
        0,
        |_, _, context| Ok(JsObject::with_object_proto(context.intrinsics()).into()),
        context,
    )?;
    define_function(
        &module,
        "userInfo",
        0,
        |_, _, context| {
            let user = JsObject::with_object_proto(context.intrinsics());
            user.set(js_string!("uid"), 993, true, context)?;
            user.set(js_string!("gid"), 990, true, context)?;
            user.set(
                js_string!("username"),
                js_string!("sbx_user1051"),
                true,
                context,
            )?;
            user.set(js_string!("homedir"), js_string!(HOME), true, context)?;
            user.set(
                js_string!("shell"),
                js_string!("/sbin/nologin"),
                true,
                context,
            )?;
            Ok(user.into())
        },
        context,
    )?;
    module.set(js_string!("EOL"), js_string!("\n"), true, context)?;
    module.set(
        js_string!("devNull"),
        js_string!("/dev/null"),
        true,
        context,
    )?;
    let constants = JsObject::with_object_proto(context.intrinsics());
    module.set(js_string!("constants"), constants, true, context)?;
    Ok(module.into())
}

/// Bytes of the function's memory setting.
fn memory(context: &Context) -> f64 {
    let facts = RealmState::with(context, |state| state.environment.clone());
    let text = facts.map(|facts| InvocationIdentity::memory_limit(facts.deployment.memory));
    let megabytes = text.and_then(|text| text.parse::<f64>().ok());
    megabytes.unwrap_or(128.0) * MEGABYTE
}
