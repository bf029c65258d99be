//! Failures that the runtime reports in its own words, whatever was thrown.

use boa_engine::{Context, JsValue};
use domain::lambda::FunctionError;

use crate::errors::describe_value;

/// A promise was rejected and nobody handled it.
pub(crate) fn unhandled_rejection(reason: &JsValue, context: &mut Context) -> FunctionError {
    let inner = describe_value(reason, "", context);
    let text = reason
        .to_string(context)
        .map_or_else(|_| String::new(), |text| text.to_std_string_lossy());
    FunctionError {
        error_type: "Runtime.UnhandledPromiseRejection".to_owned(),
        error_message: text,
        hint: Some(
            "A promise was rejected and nobody waits for it: await it, or give it a catch."
                .to_owned(),
        ),
        ..inner
    }
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
        "process.exit ends the container. Answer through callback or by returning instead.",
    )
}

/// An async function waits for something that never happens.
pub(crate) fn never_settled() -> FunctionError {
    FunctionError::new(
        "Runtime.NodeJsExit",
        "The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise \
         that was never settled. For more information, see \
         https://nodejs.org/docs/latest/api/process.html#exit-codes",
    )
    .with_hint("Your async function waits for something that never happens, and nothing else is left to do.")
}

/// The answer cannot be written as JSON.
pub(crate) fn not_json(error_type: &str) -> FunctionError {
    FunctionError::new(error_type, "Unable to stringify response body").with_hint(
        "The answer has to be something JSON can hold: no circle of references and no BigInt.",
    )
}

/// The line that the runtime client logs for a failure.
pub(crate) fn uncaught_text(head: &str, error: &FunctionError) -> String {
    let json = serde_json::json!({
        "errorType": error.error_type,
        "errorMessage": error.error_message,
        "stack": error.stack,
    });
    format!("{head}{json}")
}
