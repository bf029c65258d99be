//! `error.stack` as Node.js has it: a head line of name and message, then the frames in the reader's lines. boa keeps
//! the frames of an error and gives them without a head line; `Error.captureStackTrace` it has not.

use boa_engine::builtins::error::Error;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string};

use crate::globals::{define, define_function};
use crate::host::Host;
use crate::places::SourceMap;

/// Node's `Error.stackTraceLimit`.
const MOST_FRAMES: usize = 10;

/// Replaces boa's accessor and adds what is missing, in the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let errors = context.intrinsics().constructors().error();
    let (prototype, constructor) = (errors.prototype(), errors.constructor());
    let own = prototype
        .borrow()
        .properties()
        .get(&js_string!("stack").into());
    let frames_of = own
        .and_then(|property| property.get().and_then(JsValue::as_object))
        .and_then(JsFunction::from_object)
        .ok_or_else(crate::meter::stop)?;
    let get = FunctionObjectBuilder::new(
        context.realm(),
        NativeFunction::from_copy_closure_with_captures(
            |this, _, frames_of: &JsFunction, context| {
                let Some(error) = this.as_object().filter(|object| object.is::<Error>()) else {
                    return Ok(JsValue::undefined());
                };
                let frames = frames_of.call(this, &[], context)?;
                let frames = frames
                    .as_string()
                    .map_or_else(String::new, |text| text.to_std_string_lossy());
                let stack = Host::of(context).source().mend(&error, &frames, context);
                // V8 writes the text when it is first asked for, and it is the error's own from then on.
                set_stack(&error, &stack, context);
                Ok(js_string!(stack).into())
            },
            frames_of.clone(),
        ),
    )
    .build();
    let set = FunctionObjectBuilder::new(
        context.realm(),
        NativeFunction::from_fn_ptr(|this, arguments, context| {
            if let Some(object) = this.as_object() {
                let value = arguments.first().cloned().unwrap_or_default();
                define(&object, "stack", value, context)?;
            }
            Ok(JsValue::undefined())
        }),
    )
    .build();
    let accessor = PropertyDescriptor::builder()
        .get(get)
        .set(set)
        .enumerable(false)
        .configurable(true);
    prototype.define_property_or_throw(js_string!("stack"), accessor, context)?;
    define(
        &constructor,
        "stackTraceLimit",
        JsValue::from(MOST_FRAMES as u32),
        context,
    )?;
    define_function(&constructor, "captureStackTrace", 2, capture, context)
}

/// `Error.captureStackTrace(object, function)`: the frames of this moment become the object's `stack`, without those
/// above and including the function.
fn capture(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(object) = arguments.first().and_then(JsValue::as_object) else {
        let message = "Invalid argument";
        return Err(JsNativeError::typ().with_message(message).into());
    };
    let constructor = context.intrinsics().constructors().error().constructor();
    let here = constructor.construct(&[], None, context)?;
    let stack = here.get(js_string!("stack"), context)?;
    let stack = stack.to_string(context)?.to_std_string_lossy();
    let mut frames: Vec<&str> = stack.split('\n').skip(1).collect();
    if let Some(function) = arguments.get(1).and_then(JsValue::as_object) {
        let name = function
            .get(js_string!("name"), context)?
            .to_string(context)?;
        let name = name.to_std_string_lossy();
        let is_of_function = |frame: &&str| {
            let called = frame.trim_start().trim_start_matches("at ");
            let called = called.split(" (").next().unwrap_or_default();
            !name.is_empty() && called.rsplit([' ', '.']).next() == Some(name.as_str())
        };
        if let Some(found) = frames.iter().position(is_of_function) {
            frames.drain(..=found);
        }
    }
    let mut text = header(&object, context);
    for frame in frames {
        text.push('\n');
        text.push_str(frame);
    }
    set_stack(&object, &text, context);
    Ok(JsValue::undefined())
}

/// The frame of whoever waits for what the reader's code calls now.
pub(crate) fn caller(context: &mut Context) -> JsResult<Option<String>> {
    let constructor = context.intrinsics().constructors().error().constructor();
    let here = constructor.construct(&[], None, context)?;
    let stack = here.get(js_string!("stack"), context)?;
    let stack = stack.to_string(context)?.to_std_string_lossy();
    let frame = stack
        .lines()
        .find(|frame| SourceMap::place_in(frame).is_some());
    Ok(frame.map(|frame| frame.replacen("at ", "at async ", 1)))
}

/// Lets the stack of an error that comes later end with the frame of who waits for it.
pub(crate) fn set_caller(error: &JsObject, frame: &str, context: &mut Context) {
    let stack = format!("{}\n{frame}", header(error, context));
    set_stack(error, &stack, context);
}

/// `name: message`, as `Error.prototype.toString` joins them.
pub(crate) fn header(error: &JsObject, context: &mut Context) -> String {
    let mut text = |key: &str, default: &str| -> JsResult<String> {
        match error.get(js_string!(key), context)? {
            value if value.is_undefined() => Ok(default.to_owned()),
            value => Ok(value.to_string(context)?.to_std_string_lossy()),
        }
    };
    let parts = text("name", "Error").and_then(|name| Ok((name, text("message", "")?)));
    match parts {
        Ok((name, message)) if message.is_empty() => name,
        Ok((name, message)) if name.is_empty() => message,
        Ok((name, message)) => format!("{name}: {message}"),
        Err(_) => "Error".to_owned(),
    }
}

/// Gives an object its own `stack`, which loops over its members do not see.
pub(crate) fn set_stack(object: &JsObject, stack: &str, context: &mut Context) {
    // An object that takes no members keeps its computed stack.
    let _ = define(object, "stack", js_string!(stack).into(), context);
}
