//! Hints in plain words for the mistakes that readers make most. AWS's own text always stands beside them.

/// What to do about an error of this name and message; `None` where nothing helpful is known.
pub(crate) fn for_error(name: &str, message: &str) -> Option<String> {
    let hint = match name {
        "TypeError"
            if message.contains("'null' or 'undefined'")
                || message.contains("undefined or null") =>
        {
            "Something here is null or undefined and has no properties. A request without a query string, say, has \
             queryStringParameters null: read it with ?. as in event.queryStringParameters?.colour, or send one."
        }
        "TypeError" if message.contains("not a callable function") => {
            "What is called here is not a function. Look at its spelling, and at what it holds at this moment."
        }
        "ReferenceError" if message.contains("is not defined") => {
            "Nothing of this name exists here. Look at its spelling, or declare it with const or let."
        }
        "RangeError" if message.starts_with("Maximum call stack") => {
            "A function calls itself without an end. Look for the condition that should stop it."
        }
        "SyntaxError" if message.contains("JSON") => {
            "The text is not JSON. A request without a body has body null, and a form is not JSON either."
        }
        _ => return None,
    };
    Some(hint.to_owned())
}
