//! What was thrown, as the error document that Lambda answers with.
//!
//! Rules of AWS's runtime client: whatever has a `name`, a `message` and a `stack` that are non-empty strings is
//! reported by them; anything else by its type and its text.

use boa_engine::error::{EngineError, RuntimeLimitError};
use boa_engine::{Context, JsError, JsObject, JsResult, JsValue, js_string};
use domain::lambda::{FunctionError, SourcePosition};

use crate::hints;
use crate::module::{LINES_BEFORE, PATH};

/// Why a piece of the reader's code, or of the runtime around it, did not end normally.
#[derive(Debug)]
pub(crate) enum Thrown {
    /// Something was thrown in JavaScript.
    Value(JsError),
    /// The runtime's own report.
    Report(FunctionError),
}

impl From<JsError> for Thrown {
    fn from(error: JsError) -> Thrown {
        Thrown::Value(error)
    }
}

/// The report of whatever was thrown.
pub(crate) fn describe(thrown: Thrown, context: &mut Context) -> FunctionError {
    match thrown {
        Thrown::Report(report) => report,
        Thrown::Value(error) => describe_error(error, context),
    }
}

/// The report of an error that came out of boa.
pub(crate) fn describe_error(error: JsError, context: &mut Context) -> FunctionError {
    if let Some(EngineError::RuntimeLimit(limit)) = error.as_engine() {
        let message = match limit {
            RuntimeLimitError::Recursion
            | RuntimeLimitError::StackSize
            | RuntimeLimitError::LoopIteration => "Maximum call stack size exceeded",
        };
        // The backtrace of this error is as long as the recursion was deep; its first lines tell all.
        let frames = frames(&error.to_string()).into_iter().take(10).collect();
        return finish("RangeError".to_owned(), message.to_owned(), frames);
    }
    let text = error.to_string();
    match error.into_opaque(context) {
        Ok(value) => describe_value(&value, &text, context),
        Err(_) => finish("Error".to_owned(), text, Vec::new()),
    }
}

/// The report of a value that was thrown, rejected with, or handed to `callback`. `text` is boa's own text for the
/// error where there is one, whose stack is used if the value has none itself.
pub(crate) fn describe_value(value: &JsValue, text: &str, context: &mut Context) -> FunctionError {
    let Some(object) = value.as_object() else {
        let type_name = value.type_of().to_owned();
        let message = value.to_string(context).map_or_else(
            |_| "Symbol()".to_owned(),
            |message| message.to_std_string_escaped(),
        );
        return match value.is_undefined() || value.is_null() {
            // `context.fail()` and a rejection with nothing are reported with this word.
            true => FunctionError::new("string", "handled"),
            false => FunctionError::new(type_name, message),
        };
    };
    match read(&object, context) {
        Ok(Some((name, message, stack))) => {
            let own = frames(&stack);
            let frames = if own.is_empty() { frames(text) } else { own };
            finish(name, message, frames)
        }
        Ok(None) => {
            let message = value.to_string(context).map_or_else(
                |_| "[object Object]".to_owned(),
                |message| message.to_std_string_escaped(),
            );
            FunctionError::new("object", message)
        }
        Err(_) => FunctionError::new(
            "handled",
            "callback called with Error argument, but there was a problem while retrieving one or more of its \
             message, name, and stack",
        ),
    }
}

/// `name`, `message` and `stack`, if this is an error or looks like one.
fn read(object: &JsObject, context: &mut Context) -> JsResult<Option<(String, String, String)>> {
    let mut text = |key: &str| -> JsResult<Option<String>> {
        let value = object.get(js_string!(key), context)?;
        Ok(value.as_string().map(|text| text.to_std_string_escaped()))
    };
    let (name, message, stack) = (text("name")?, text("message")?, text("stack")?);
    let is_error = object.is::<boa_engine::builtins::error::Error>();
    let looks_like_one = [&name, &message, &stack]
        .iter()
        .all(|text| text.as_ref().is_some_and(|t| !t.is_empty()));
    Ok((is_error || looks_like_one).then(|| {
        (
            name.unwrap_or_else(|| "Error".to_owned()),
            message.unwrap_or_default(),
            stack.unwrap_or_default(),
        )
    }))
}

fn finish(name: String, message: String, frames: Vec<String>) -> FunctionError {
    let head = if message.is_empty() {
        name.clone()
    } else {
        format!("{name}: {message}")
    };
    let position = frames.iter().find_map(|frame| position_of(frame));
    let hint = hints::for_error(&name, &message);
    let stack = std::iter::once(head).chain(frames).collect();
    // A DEL character in an error breaks a header that carries it, so the runtime client writes it as %7F.
    FunctionError {
        error_type: name.replace('\u{7f}', "%7F"),
        error_message: message.replace('\u{7f}', "%7F"),
        stack,
        position,
        hint,
    }
}

/// The frames of a stack as boa prints it, in Node's form and with the reader's line numbers. Frames of natives
/// without a place and the wrapper's own script are left out.
pub(crate) fn frames(stack: &str) -> Vec<String> {
    stack.lines().filter_map(frame).collect()
}

fn frame(line: &str) -> Option<String> {
    let rest = line.trim_start().strip_prefix("at ")?;
    let (function, place) = rest.rsplit_once(" (")?;
    let place = place.strip_suffix(')')?;
    let (path_and_line, column) = place.rsplit_once(':')?;
    let (path, line) = path_and_line.rsplit_once(':')?;
    if path != PATH {
        return None;
    }
    let (line, column): (u32, u32) = (line.parse().ok()?, column.parse().ok()?);
    let line = line.checked_sub(LINES_BEFORE).filter(|&line| line > 0)?;
    Some(match function {
        "<main>" | "<anonymous>" | "" => format!("    at {PATH}:{line}:{column}"),
        name => format!("    at {name} ({PATH}:{line}:{column})"),
    })
}

/// The place in the reader's file that a frame names.
fn position_of(frame: &str) -> Option<SourcePosition> {
    let place = &frame[frame.find(PATH)? + PATH.len() + 1..];
    let (line, column) = place.trim_end_matches(')').split_once(':')?;
    Some(SourcePosition {
        line: line.parse().ok()?,
        column: column.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_speak_of_the_readers_lines() {
        let stack = "TypeError: x (native at boa.rs:1:2)\n    at inner (/var/task/index.js:6:12)\n    at <main> \
                     (/var/task/index.js:3:7)\n    at sort (native)\n    at <main> (/var/task/index.js:1:1)";
        assert_eq!(
            frames(stack),
            [
                "    at inner (/var/task/index.js:5:12)",
                "    at /var/task/index.js:2:7"
            ]
        );
        assert_eq!(
            position_of(&frames(stack)[0]),
            Some(SourcePosition {
                line: 5,
                column: 12
            })
        );
    }
}
