//! `setTimeout`, `setInterval`, `setImmediate`, their `clear…` and `queueMicrotask`, on virtual time.

use boa_engine::job::PromiseJob;
use boa_engine::object::ObjectInitializer;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{
    Context, Finalize, JsData, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, Trace,
    js_string,
};
use domain::units::SimDuration;

use crate::event_loop::Timer;
use crate::globals::define_function;
use crate::host::Host;

/// Node's longest delay; anything longer, shorter than 1 ms or no number becomes 1 ms.
const MAX_DELAY_MILLIS: f64 = 2_147_483_647.0;

/// What `setTimeout` gives back: an object, as in Node.js, that knows the timer's number.
#[derive(Debug, Trace, Finalize, JsData)]
struct TimerHandle {
    id: u32,
}

/// Puts the functions into the global object of the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let functions: [(
        &str,
        usize,
        boa_engine::native_function::NativeFunctionPointer,
    ); 7] = [
        ("setTimeout", 2, |_, arguments, context| {
            set(arguments, false, context)
        }),
        ("setInterval", 2, |_, arguments, context| {
            set(arguments, true, context)
        }),
        ("setImmediate", 1, set_immediate),
        ("clearTimeout", 1, clear),
        ("clearInterval", 1, clear),
        ("clearImmediate", 1, clear),
        ("queueMicrotask", 1, queue_microtask),
    ];
    let global = context.global_object();
    for (name, length, function) in functions {
        define_function(&global, name, length, function, context)?;
    }
    Ok(())
}

fn set(arguments: &[JsValue], repeats: bool, context: &mut Context) -> JsResult<JsValue> {
    let callback = callback(arguments)?;
    let delay = arguments
        .get(1)
        .map_or(Ok(f64::NAN), |delay| delay.to_number(context))?;
    let millis = if (1.0..=MAX_DELAY_MILLIS).contains(&delay) {
        delay.trunc()
    } else {
        1.0
    };
    let delay = SimDuration::from_millis(millis as u64);
    let host = Host::of(context);
    let at = host.meter.now(context) + delay;
    let id = host.queues.borrow_mut().next_id();
    let arguments = arguments.get(2..).unwrap_or_default().to_vec();
    let timer = Timer {
        id,
        callback,
        arguments,
        repeats_every: repeats.then_some(delay),
    };
    host.queues.borrow_mut().set_timer(at, timer);
    Ok(handle(id, context))
}

fn set_immediate(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = callback(arguments)?;
    let host = Host::of(context);
    let id = host.queues.borrow_mut().next_id();
    let arguments = arguments.get(1..).unwrap_or_default().to_vec();
    host.queues.borrow_mut().set_immediate(Timer {
        id,
        callback,
        arguments,
        repeats_every: None,
    });
    Ok(handle(id, context))
}

fn clear(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let id = match arguments.first() {
        Some(value) => match value.as_object() {
            Some(object) => object.downcast_ref::<TimerHandle>().map(|handle| handle.id),
            None => value.as_number().map(|id| id as u32),
        },
        None => None,
    };
    if let Some(id) = id {
        Host::of(context).queues.borrow_mut().clear(id);
    }
    Ok(JsValue::undefined())
}

fn queue_microtask(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = callback(arguments)?;
    let realm = context.realm().clone();
    let job = PromiseJob::with_realm(
        move |context| callback.call(&JsValue::undefined(), &[], context),
        realm,
    );
    context.enqueue_job(job.into());
    Ok(JsValue::undefined())
}

fn callback(arguments: &[JsValue]) -> JsResult<JsFunction> {
    let function = arguments
        .first()
        .and_then(JsValue::as_object)
        .and_then(JsFunction::from_object);
    function.ok_or_else(|| {
        JsNativeError::typ()
            .with_message("The \"callback\" argument must be of type function.")
            .into()
    })
}

/// The object for a timer, with the methods that handlers call on it. Whether a timer keeps the process alive makes
/// no difference on Lambda once the function has answered, so `ref` and `unref` only give the object back.
fn handle(id: u32, context: &mut Context) -> JsValue {
    let same: fn(&JsValue, &[JsValue], &mut Context) -> JsResult<JsValue> =
        |this, _, _| Ok(this.clone());
    let object: JsObject = ObjectInitializer::with_native_data(TimerHandle { id }, context)
        .function(NativeFunction::from_fn_ptr(same), js_string!("ref"), 0)
        .function(NativeFunction::from_fn_ptr(same), js_string!("unref"), 0)
        .function(
            NativeFunction::from_fn_ptr(|_, _, _| Ok(JsValue::from(true))),
            js_string!("hasRef"),
            0,
        )
        .build();
    object.into()
}
