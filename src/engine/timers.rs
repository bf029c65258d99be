//! `setTimeout`, `setInterval`, `setImmediate`, their `clear…` and `queueMicrotask`, on virtual time.

use boa_engine::job::PromiseJob;
use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::PropertyKey;
use boa_engine::{
    Context, Finalize, JsData, JsObject, JsResult, JsSymbol, JsValue, NativeFunction, Trace,
    js_string,
};
use domain::units::SimDuration;

use crate::globals::define_function;
use crate::host::Host;
use crate::node::argument_errors::invalid_type;
use crate::node::realm_state::RealmState;

/// Node's longest delay; anything longer, shorter than 1 ms or no number becomes 1 ms.
const MAX_DELAY_MILLIS: f64 = 2_147_483_647.0;
/// Work that a timer costs besides what it calls.
const UNITS_PER_TIMER: u64 = 10;

/// What `setTimeout` and `setImmediate` give back.
#[derive(Debug, Trace, Finalize, JsData)]
pub(crate) struct Timer {
    pub(crate) id: u32,
    pub(crate) callback: JsFunction,
    pub(crate) arguments: Vec<JsValue>,
    #[unsafe_ignore_trace]
    pub(crate) delay: SimDuration,
    /// Whether this is an interval.
    pub(crate) repeats: bool,
    /// Whether the process waits for it: `ref` and `unref`.
    pub(crate) keeps_alive: bool,
    pub(crate) is_cleared: bool,
}

/// The prototypes of what the functions give back, made with the first of them.
#[derive(Clone, Debug, Trace, Finalize)]
pub(crate) struct Prototypes {
    timeout: JsObject,
    immediate: JsObject,
}

/// The global `queueMicrotask`.
pub(crate) fn queue_microtask_function(context: &mut Context) -> JsResult<JsValue> {
    let function = NativeFunction::from_fn_ptr(queue_microtask);
    Ok(FunctionObjectBuilder::new(context.realm(), function)
        .name(js_string!("queueMicrotask"))
        .length(1)
        .build()
        .into())
}

/// Puts the functions of the module `timers` into an object.
pub(crate) fn install_into(object: &JsObject, context: &mut Context) -> JsResult<()> {
    let functions: [(&str, usize, NativeFunctionPointer); 6] = [
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
    ];
    for (name, length, function) in functions {
        define_function(object, name, length, function, context)?;
    }
    Ok(())
}

fn set(arguments: &[JsValue], repeats: bool, context: &mut Context) -> JsResult<JsValue> {
    let callback = callback(arguments, context)?;
    let delay = arguments
        .get(1)
        .map_or(Ok(f64::NAN), |delay| delay.to_number(context))?;
    let millis = if (1.0..=MAX_DELAY_MILLIS).contains(&delay) {
        delay.trunc()
    } else {
        1.0
    };
    let timer = Timer {
        id: 0,
        callback,
        arguments: arguments.get(2..).unwrap_or_default().to_vec(),
        delay: SimDuration::from_millis(millis as u64),
        repeats,
        keeps_alive: true,
        is_cleared: false,
    };
    let prototype = prototypes(context)?.timeout.clone();
    let timer = handle(timer, prototype, context)?;
    start(&timer, context);
    Ok(timer.upcast().into())
}

/// Lets a timer ring its delay from now.
fn start(timer: &JsObject<Timer>, context: &Context) {
    let host = Host::of(context);
    let at = host.meter.now(context) + timer.borrow().data().delay;
    host.queues.borrow_mut().set_timer(at, timer.clone());
}

fn set_immediate(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let immediate = Timer {
        id: 0,
        callback: callback(arguments, context)?,
        arguments: arguments.get(1..).unwrap_or_default().to_vec(),
        delay: SimDuration::ZERO,
        repeats: false,
        keeps_alive: true,
        is_cleared: false,
    };
    let prototype = prototypes(context)?.immediate.clone();
    let immediate = handle(immediate, prototype, context)?;
    Host::of(context)
        .queues
        .borrow_mut()
        .set_immediate(immediate.clone());
    Ok(immediate.upcast().into())
}

/// The object for a timer, with a number of its own.
fn handle(mut timer: Timer, prototype: JsObject, context: &Context) -> JsResult<JsObject<Timer>> {
    let host = Host::of(context);
    host.meter.charge(UNITS_PER_TIMER, context)?;
    timer.id = host.queues.borrow_mut().next_id();
    Ok(JsObject::new(context.root_shape(), prototype, timer))
}

/// Takes a timer or an immediate back: by its object, or a timer by its number.
fn clear(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(value) = arguments.first() else {
        return Ok(JsValue::undefined());
    };
    let host = Host::of(context);
    let timer = match value.as_object() {
        Some(_) => timer_of(value),
        None if value.is_number() || value.is_string() => {
            let id = value.to_number(context)? as u32;
            host.queues.borrow().timer(id)
        }
        None => None,
    };
    if let Some(timer) = timer {
        timer.borrow_mut().data_mut().is_cleared = true;
        let id = timer.borrow().data().id;
        host.queues.borrow_mut().clear(id);
    }
    Ok(JsValue::undefined())
}

fn queue_microtask(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = callback(arguments, context)?;
    let realm = context.realm().clone();
    let job = PromiseJob::with_realm(
        move |context| callback.call(&JsValue::undefined(), &[], context),
        realm,
    );
    context.enqueue_job(job.into());
    Ok(JsValue::undefined())
}

/// The first argument, which has to be a function.
pub(crate) fn callback(arguments: &[JsValue], context: &mut Context) -> JsResult<JsFunction> {
    let value = arguments.first().cloned().unwrap_or_default();
    let function = value.as_object().and_then(JsFunction::from_object);
    let wanted = "\"callback\" argument must be of type function";
    function.ok_or_else(|| invalid_type(wanted, &value, context))
}

fn prototypes(context: &mut Context) -> JsResult<Prototypes> {
    if let Some(made) = RealmState::with(context, |state| state.timer_prototypes.clone()) {
        return Ok(made);
    }
    let common: [(&str, NativeFunctionPointer); 3] = [
        ("ref", |this, _, context| keep_alive(this, true, context)),
        ("unref", |this, _, context| keep_alive(this, false, context)),
        ("hasRef", |this, _, _| {
            let timer = timer_of(this);
            Ok(timer
                .is_some_and(|timer| timer.borrow().data().keeps_alive)
                .into())
        }),
    ];
    let mut make = |name: &str| -> JsResult<JsObject> {
        let prototype = JsObject::with_object_proto(context.intrinsics());
        // Only the name of the class is ever looked at.
        let class = NativeFunction::from_fn_ptr(|_, _, _| Ok(JsValue::undefined()));
        let class = FunctionObjectBuilder::new(context.realm(), class)
            .name(js_string!(name))
            .build();
        prototype.insert_property(js_string!("constructor"), hidden(class.into()));
        for (name, function) in common {
            define_function(&prototype, name, 0, function, context)?;
        }
        Ok(prototype)
    };
    let (timeout, immediate) = (make("Timeout")?, make("Immediate")?);
    define_function(
        &timeout,
        "refresh",
        0,
        |this, _, context| {
            if let Some(timer) = timer_of(this) {
                start(&timer, context);
            }
            Ok(this.clone())
        },
        context,
    )?;
    define_function(
        &timeout,
        "close",
        0,
        |this, _, context| {
            clear(this, std::slice::from_ref(this), context)?;
            Ok(this.clone())
        },
        context,
    )?;
    let to_primitive = NativeFunction::from_fn_ptr(|this, _, _| {
        let timer = timer_of(this);
        Ok(timer.map_or(JsValue::nan(), |timer| timer.borrow().data().id.into()))
    });
    let to_primitive = FunctionObjectBuilder::new(context.realm(), to_primitive)
        .name(js_string!("[Symbol.toPrimitive]"))
        .build();
    timeout.insert_property(
        PropertyKey::from(JsSymbol::to_primitive()),
        hidden(to_primitive.into()),
    );
    let made = Prototypes { timeout, immediate };
    RealmState::with(context, |state| state.timer_prototypes = Some(made.clone()));
    Ok(made)
}

fn hidden(value: JsValue) -> boa_engine::property::PropertyDescriptor {
    boa_engine::property::PropertyDescriptor::builder()
        .value(value)
        .writable(true)
        .enumerable(false)
        .configurable(true)
        .build()
}

fn keep_alive(this: &JsValue, keeps_alive: bool, context: &Context) -> JsResult<JsValue> {
    if let Some(timer) = timer_of(this) {
        let host = Host::of(context);
        host.queues.borrow_mut().keep_alive(&timer, keeps_alive);
    }
    Ok(this.clone())
}

fn timer_of(value: &JsValue) -> Option<JsObject<Timer>> {
    value.as_object()?.downcast().ok()
}
