//! Node's texts for the errors that boa words differently.

use boa_engine::{Context, JsObject, js_string};

/// Texts that differ in nothing but their wording.
const SAME_MEANING: &[(&str, &str)] = &[];

/// Gives an error that boa made Node's text, where it is certain. `subject` is what is called or made at the place of
/// the error, `first` the innermost frame.
pub(super) fn mend(error: &JsObject, subject: Option<&str>, first: &str, context: &mut Context) {
    let own = error
        .borrow()
        .properties()
        .get(&js_string!("message").into());
    let Some(message) = own.and_then(|property| property.value()?.as_string()) else {
        return;
    };
    let message = message.to_std_string_lossy();
    let Some(text) = text_of_node(&message, subject, first) else {
        return;
    };
    // An error that takes no members keeps its text.
    let _ = error.set(js_string!("message"), js_string!(text), false, context);
}

fn text_of_node(message: &str, subject: Option<&str>, first: &str) -> Option<String> {
    let is_native = first.ends_with("(native)");
    match (message, subject) {
        ("not a callable function", Some(called)) => Some(format!("{called} is not a function")),
        ("not a constructor", Some(made)) => Some(format!("{made} is not a constructor")),
        ("cannot convert 'null' or 'undefined' to object", _) if is_native => {
            Some("Cannot convert undefined or null to object".to_owned())
        }
        _ => SAME_MEANING
            .iter()
            .find(|(boa, _)| *boa == message)
            .map(|(_, node)| (*node).to_owned()),
    }
}
