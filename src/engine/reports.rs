//! Failures that the runtime reports in its own words, whatever was thrown.

use boa_engine::{Context, JsValue};
use domain::lambda::FunctionError;

use crate::errors::{describe_value, report, runtime_report};

/// Node's text for a recursion without end.
pub(crate) const STACK_OVERFLOW: &str = "Maximum call stack size exceeded";

/// A promise was rejected and nobody handled it.
pub(crate) fn unhandled_rejection(reason: &JsValue, context: &mut Context) -> FunctionError {
    let inner = describe_value(reason, context);
    let text = match reason.as_symbol() {
        Some(symbol) => symbol.descriptive_string().to_std_string_lossy(),
        None => reason
            .to_string(context)
            .map_or_else(|_| String::new(), |text| text.to_std_string_lossy()),
    };
    runtime_report("Runtime.UnhandledPromiseRejection", &text, Some(&inner))
        .with_hint("A promise was rejected and nobody waits for it: await it, or give it a catch.")
}

/// The process ended by itself with this exit code. `request_id` is empty during init.
pub(crate) fn exited(code: i32, request_id: &str) -> FunctionError {
    let message = match code {
        0 => format!("RequestId: {request_id} Error: Runtime exited without providing a reason"),
        code => {
            format!("RequestId: {request_id} Error: Runtime exited with error: exit status {code}")
        }
    };
    FunctionError::new("Runtime.ExitError", message).with_hint(
        "The process ended before the function had answered. process.exit does that, and so does an error that \
         nobody catches.",
    )
}

/// An async function waits for something that never happens.
pub(crate) fn never_settled() -> FunctionError {
    runtime_report(
        "Runtime.NodeJsExit",
        "The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise \
         that was never settled. For more information, see \
         https://nodejs.org/docs/latest/api/process.html#exit-codes",
        None,
    )
    .with_hint("Your async function waits for something that never happens, and nothing else is left to do.")
}

/// A function called itself without an end, in this frame where it is known.
pub(crate) fn stack_overflow(frame: Option<String>) -> FunctionError {
    let head = format!("RangeError: {STACK_OVERFLOW}");
    let frames = frame.into_iter().cycle().take(10);
    let stack: Vec<String> = std::iter::once(head).chain(frames).collect();
    report("RangeError", STACK_OVERFLOW, &stack.join("\n"))
}
