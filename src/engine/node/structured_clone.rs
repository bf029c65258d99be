//! `structuredClone`: copies of data with all references inside them, without recursion.

use boa_engine::builtins::error::Error;
use boa_engine::object::builtins::{
    JsArray, JsArrayBuffer, JsDate, JsMap, JsRegExp, JsSet, JsTypedArray,
};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue, js_string};

use super::argument_errors::coded;
use super::bytes::charge;
use super::web_events::dom_exception;
use crate::globals::define_function;
use crate::inspect::{Depth, inspect};

/// Bytes that copying one member is charged as.
const BYTES_PER_MEMBER: usize = 64;

/// The module that holds the global.
pub(super) fn module(context: &mut Context) -> JsResult<JsValue> {
    let module = JsObject::with_object_proto(context.intrinsics());
    define_function(
        &module,
        "structuredClone",
        1,
        |_, arguments, context| {
            let Some(value) = arguments.first() else {
                let error =
                    JsNativeError::typ().with_message("The value argument must be specified");
                return Err(coded(error, "ERR_MISSING_ARGS", context));
            };
            let known = JsMap::new(context);
            let mut copies = Copies {
                known,
                unfinished: Vec::new(),
            };
            let copy = copies.of(value, context)?;
            while let Some((original, copy)) = copies.unfinished.pop() {
                copies.fill(&original, &copy, context)?;
            }
            Ok(copy)
        },
        context,
    )?;
    Ok(module.into())
}

/// Copies that were made, and those whose content is still to come.
struct Copies {
    /// By original.
    known: JsMap,
    unfinished: Vec<(JsObject, JsObject)>,
}

impl Copies {
    /// The copy of a value; of an object it may still be empty.
    fn of(&mut self, value: &JsValue, context: &mut Context) -> JsResult<JsValue> {
        charge(BYTES_PER_MEMBER, context)?;
        let Some(object) = value.as_object() else {
            return match value.is_symbol() {
                true => Err(not_cloneable(value, context)?),
                false => Ok(value.clone()),
            };
        };
        if self.known.has(value.clone(), context)?.to_boolean() {
            return self.known.get(value.clone(), context);
        }
        let copy = self.empty_copy(&object, context)?;
        self.known.set(value.clone(), copy.clone(), context)?;
        self.unfinished.push((object, copy.clone()));
        Ok(copy.into())
    }

    fn empty_copy(&mut self, object: &JsObject, context: &mut Context) -> JsResult<JsObject> {
        let constructors = context.intrinsics().constructors();
        let (boxed, array_buffer) = (
            constructors.object().constructor(),
            constructors.array_buffer().constructor(),
        );
        if object.is_callable() {
            return Err(not_cloneable(&object.clone().into(), context)?);
        }
        if object.is_array() {
            let length = object.get(js_string!("length"), context)?;
            let copy = JsArray::new(context)?;
            copy.set(js_string!("length"), length, true, context)?;
            return Ok(copy.into());
        }
        if let Ok(date) = JsDate::from_object(object.clone()) {
            let time = date.get_time(context)?;
            let date = context.intrinsics().constructors().date().constructor();
            return date.construct(&[time], None, context);
        }
        if let Ok(expression) = JsRegExp::from_object(object.clone()) {
            let arguments = [
                js_string!(expression.source(context)?).into(),
                js_string!(expression.flags(context)?).into(),
            ];
            let class = context.intrinsics().constructors().regexp().constructor();
            return class.construct(&arguments, None, context);
        }
        if JsMap::from_object(object.clone()).is_ok() {
            return Ok(JsMap::new(context).into());
        }
        if JsSet::from_object(object.clone()).is_ok() {
            return Ok(JsSet::new(context).into());
        }
        if let Ok(buffer) = JsArrayBuffer::from_object(object.clone()) {
            charge(buffer.byte_length(), context)?;
            let slice = array_buffer.get(js_string!("prototype"), context)?;
            let slice = slice
                .as_object()
                .ok_or_else(crate::meter::stop)?
                .get(js_string!("slice"), context)?;
            let slice = slice.as_callable().ok_or_else(crate::meter::stop)?;
            let copy = slice.call(&object.clone().into(), &[0.into()], context)?;
            return copy.as_object().ok_or_else(crate::meter::stop);
        }
        if let Ok(array) = JsTypedArray::from_object(object.clone()) {
            return self.typed_array(&array, context);
        }
        if object.is::<Error>() {
            return error_copy(object, context);
        }
        let is_boxed = object.is::<f64>() || object.is::<bool>() || object.is::<JsString>();
        if is_boxed {
            let value_of = object.get(js_string!("valueOf"), context)?;
            let value_of = value_of.as_callable().ok_or_else(crate::meter::stop)?;
            let inner = value_of.call(&object.clone().into(), &[], context)?;
            return boxed.construct(&[inner], None, context);
        }
        let kind = super::util::kind_of(object);
        if matches!(
            kind,
            "Promise" | "WeakMap" | "WeakSet" | "Proxy" | "Generator" | "Symbol"
        ) {
            return Err(not_cloneable(&object.clone().into(), context)?);
        }
        Ok(JsObject::with_object_proto(context.intrinsics()))
    }

    /// A view of the same kind on a copy of the same memory.
    fn typed_array(&mut self, array: &JsTypedArray, context: &mut Context) -> JsResult<JsObject> {
        let buffer = self.of(&array.buffer(context)?, context)?;
        let (offset, length) = (array.byte_offset(context)?, array.length(context)?);
        // Subclasses such as Buffer are copied as the plain array that they are.
        let kind = array.kind().ok_or_else(crate::meter::stop)?;
        let name = format!("{kind:?}Array");
        let class = context.global_object().get(js_string!(name), context)?;
        let class = class.as_object().ok_or_else(crate::meter::stop)?;
        class.construct(
            &[buffer, (offset as f64).into(), (length as f64).into()],
            None,
            context,
        )
    }

    /// Puts the content of an original into its copy.
    fn fill(
        &mut self,
        original: &JsObject,
        copy: &JsObject,
        context: &mut Context,
    ) -> JsResult<()> {
        if let (Ok(from), Ok(to)) = (
            JsMap::from_object(original.clone()),
            JsMap::from_object(copy.clone()),
        ) {
            let mut pairs = Vec::new();
            from.for_each_native(|key, value| {
                pairs.push((key, value));
                Ok(())
            })?;
            for (key, value) in pairs {
                let (key, value) = (self.of(&key, context)?, self.of(&value, context)?);
                to.set(key, value, context)?;
            }
            return Ok(());
        }
        if let (Ok(from), Ok(to)) = (
            JsSet::from_object(original.clone()),
            JsSet::from_object(copy.clone()),
        ) {
            let mut values = Vec::new();
            from.for_each_native(|value| {
                values.push(value);
                Ok(())
            })?;
            for value in values {
                let value = self.of(&value, context)?;
                to.add(value, context)?;
            }
            return Ok(());
        }
        let has_members = original.is_array() || super::util::kind_of(original).is_empty();
        if !has_members {
            return Ok(());
        }
        for key in original.own_property_keys(context)? {
            if matches!(key, PropertyKey::Symbol(_)) {
                continue;
            }
            let property = original.borrow().properties().get(&key);
            if property.is_some_and(|property| property.enumerable() == Some(false)) {
                continue;
            }
            let value = original.get(key.clone(), context)?;
            let value = self.of(&value, context)?;
            copy.create_data_property_or_throw(key, value, context)?;
        }
        Ok(())
    }
}

/// An error of the same kind, message and stack.
fn error_copy(object: &JsObject, context: &mut Context) -> JsResult<JsObject> {
    let name = object
        .get(js_string!("name"), context)?
        .to_string(context)?
        .to_std_string_lossy();
    let constructors = context.intrinsics().constructors();
    let class = match name.as_str() {
        "EvalError" => constructors.eval_error(),
        "RangeError" => constructors.range_error(),
        "ReferenceError" => constructors.reference_error(),
        "SyntaxError" => constructors.syntax_error(),
        "TypeError" => constructors.type_error(),
        "URIError" => constructors.uri_error(),
        _ => constructors.error(),
    };
    let class = class.constructor();
    let message = object.get(js_string!("message"), context)?;
    let copy = class.construct(&[message], None, context)?;
    let stack = object.get(js_string!("stack"), context)?;
    let property = boa_engine::property::PropertyDescriptor::builder()
        .value(stack)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    copy.define_property_or_throw(js_string!("stack"), property, context)?;
    if object.has_own_property(js_string!("cause"), context)? {
        let cause = object.get(js_string!("cause"), context)?;
        let property = boa_engine::property::PropertyDescriptor::builder()
            .value(cause)
            .writable(true)
            .enumerable(false)
            .configurable(true);
        copy.define_property_or_throw(js_string!("cause"), property, context)?;
    }
    Ok(copy)
}

/// `DataCloneError`, which names the value as its source text or as it is printed.
fn not_cloneable(value: &JsValue, context: &mut Context) -> JsResult<boa_engine::JsError> {
    let is_function = value.as_object().is_some_and(|object| object.is_callable());
    let text = if is_function {
        value.to_string(context)?.to_std_string_lossy()
    } else if value.is_object() {
        format!(
            "#<{}>",
            super::util::kind_of(&value.as_object().ok_or_else(crate::meter::stop)?)
        )
    } else {
        inspect(value, Depth::SHALLOW, context)?
    };
    dom_exception(
        &format!("{text} could not be cloned."),
        "DataCloneError",
        context,
    )
}
