//! How much there is in a list, without running any code of the reader's, and a metered view of what cannot be known
//! so: an object whose length comes from a getter or a proxy.

use boa_engine::builtins::proxy::Proxy;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::object::builtins::{JsProxy, JsTypedArray};
use boa_engine::{Context, JsObject, JsResult, JsSymbol, JsValue, js_string};

use super::charge;

/// The length of a list that has one of its own as plain data; `None` if only running code could tell.
pub(super) fn plain_length(object: &JsObject, context: &mut Context) -> Option<u64> {
    if object.is::<Proxy>() {
        return None;
    }
    if object.is::<TypedArray>() {
        let array = JsTypedArray::from_object(object.clone()).ok()?;
        return array.length(context).ok().map(|length| length as u64);
    }
    let own = object
        .borrow()
        .properties()
        .get(&js_string!("length").into());
    match own {
        Some(own) => own.value()?.as_number().map(|length| {
            if length > 0.0 {
                length.min(9e15) as u64
            } else {
                0
            }
        }),
        // Without any length there is nothing to go through, unless it is inherited.
        None if object.prototype().is_none() => Some(0),
        None => None,
    }
}

/// The same object through a proxy of ours that charges for each access.
pub(super) fn metered(object: &JsObject, context: &mut Context) -> JsResult<JsValue> {
    let view = JsProxy::builder(object.clone())
        .get(|_, arguments, context| {
            charge(2, context)?;
            let (target, key) = target_and_key(arguments, context)?;
            target.get(key, context)
        })
        .has(|_, arguments, context| {
            charge(2, context)?;
            let (target, key) = target_and_key(arguments, context)?;
            target.has_property(key, context).map(JsValue::from)
        })
        .set(|_, arguments, context| {
            charge(2, context)?;
            let (target, key) = target_and_key(arguments, context)?;
            let value = arguments.get(2).cloned().unwrap_or_default();
            target.set(key, value, false, context).map(JsValue::from)
        })
        .delete_property(|_, arguments, context| {
            charge(2, context)?;
            let (target, key) = target_and_key(arguments, context)?;
            target
                .delete_property_or_throw(key, context)
                .map(JsValue::from)
        })
        .build(context)?;
    Ok(view.into())
}

fn target_and_key(
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<(JsObject, boa_engine::property::PropertyKey)> {
    let target = arguments.first().and_then(JsValue::as_object);
    let target = target.ok_or_else(crate::meter::stop)?;
    let key = arguments.get(1).cloned().unwrap_or_default();
    Ok((target, key.to_property_key(context)?))
}

/// Whether the object itself or what it inherits from has a way to be iterated, found without running code.
pub(super) fn has_iterator(object: &JsObject) -> bool {
    let mut next = Some(object.clone());
    while let Some(current) = next {
        if current
            .borrow()
            .properties()
            .contains_key(&JsSymbol::iterator().into())
        {
            return true;
        }
        next = current.prototype();
    }
    false
}
