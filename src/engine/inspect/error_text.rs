//! Errors: their stack, with the name of the class put right, and the members that the stack does not show.

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::names::{prefix, string_of};
use super::printer::Printer;

impl Printer {
    /// The text of an error. `keys` loses what the text says already, and gains what Node.js always shows.
    pub(super) fn error(
        &self,
        error: &JsObject,
        constructor: Option<&str>,
        tag: &str,
        keys: &mut Vec<PropertyKey>,
        context: &mut Context,
    ) -> JsResult<String> {
        // The stack first: it gives an error of boa's the text of Node.js.
        let stack = match error.get(js_string!("stack"), context)? {
            stack if stack.to_boolean() => string_of(&stack, context)?,
            _ => crate::error_stack::header(error, context),
        };
        let name = match error.get(js_string!("name"), context)? {
            name if name.is_null_or_undefined() => "Error".to_owned(),
            name => string_of(&name, context)?,
        };
        if !self.options.show_hidden {
            for shown in ["name", "message", "stack"] {
                let key = PropertyKey::from(js_string!(shown));
                if let Some(index) = keys.iter().position(|other| *other == key) {
                    let value = error.get(key, context)?;
                    let is_in_stack = value
                        .as_string()
                        .is_none_or(|text| stack.contains(&text.to_std_string_lossy()));
                    if is_in_stack {
                        keys.remove(index);
                    }
                }
            }
        }
        let cause = PropertyKey::from(js_string!("cause"));
        if error.has_own_property(cause.clone(), context)? && !keys.contains(&cause) {
            keys.push(cause);
        }
        let errors = PropertyKey::from(js_string!("errors"));
        let list = error.get(errors.clone(), context)?;
        let is_list = list.as_object().is_some_and(|list| list.is_array());
        if is_list && !keys.contains(&errors) {
            keys.push(errors);
        }
        let stack = improve(stack, constructor, &name, tag);
        let message = error.get(js_string!("message"), context)?;
        let behind = message_end(&stack, &message);
        let stack = match stack[behind..].contains("\n    at") {
            true => stack,
            false => format!("[{stack}]"),
        };
        let indentation = format!("\n{}", " ".repeat(self.indentation));
        Ok(stack.replace('\n', &indentation))
    }
}

/// Where the message ends within the stack; 0 if it is not in there.
fn message_end(stack: &str, message: &JsValue) -> usize {
    let message = message.as_string().map(|text| text.to_std_string_lossy());
    match message {
        Some(message) if !message.is_empty() => stack
            .find(&message)
            .map_or(0, |begin| begin + message.len()),
        _ => 0,
    }
}

/// Puts the name of the class at the head of a stack that begins with another.
fn improve(stack: String, constructor: Option<&str>, name: &str, tag: &str) -> String {
    let begins_with_name = stack
        .strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(':') || rest.starts_with('\n'));
    if constructor.is_some() && !(name.ends_with("Error") && begins_with_name) {
        return stack;
    }
    let class = prefix(constructor, tag, "Error", "");
    let class = class.trim_end();
    if name == class || !begins_with_name {
        return stack;
    }
    let rest = &stack[name.len()..];
    match class.contains(name) {
        true => format!("{class}{rest}"),
        false => format!("{class} [{name}]{rest}"),
    }
}
