//! What the class of an object is called, told without running code of the reader's.

use boa_engine::{JsObject, JsString, JsValue, js_string};

/// The name of the class whose prototype this is; `None` if it has no constructor with a name of its own.
pub(crate) fn class_name(prototype: &JsObject) -> Option<String> {
    let constructor = own_value(prototype, js_string!("constructor"))?.as_object()?;
    let name = own_value(&constructor, js_string!("name"))?.as_string()?;
    Some(name.to_std_string_lossy())
}

fn own_value(object: &JsObject, name: JsString) -> Option<JsValue> {
    let own = object.borrow().properties().get(&name.into());
    own?.value().cloned()
}
