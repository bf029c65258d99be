//! What the kinds of built-in objects print besides their members.

use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::builtins::{JsArrayBuffer, JsMap, JsPromise, JsSet};
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::printer::Printer;
use crate::host::Host;

/// Bytes of a buffer that are shown.
const MOST_BYTES: usize = 50;

impl Printer {
    /// The elements of a list, holes counted.
    pub(super) fn items(
        &mut self,
        object: &JsObject,
        length: usize,
        level: usize,
        context: &mut Context,
    ) -> JsResult<Vec<String>> {
        let has_holes = object.is_array();
        let most = self.options.max_array_length;
        let mut items = Vec::new();
        let mut index = 0;
        while index < length && items.len() < most {
            if has_holes && !object.has_own_property(index as u64, context)? {
                let first = index;
                while index < length && !object.has_own_property(index as u64, context)? {
                    Host::of(context).meter.charge(1, context)?;
                    index += 1;
                }
                let count = index - first;
                items.push(format!("<{count} empty item{}>", plural(count)));
                continue;
            }
            let value = object.get(index as u64, context)?;
            items.push(self.nested(&value, level, context)?);
            index += 1;
        }
        push_rest(&mut items, length - index);
        Ok(items)
    }

    pub(super) fn set(
        &mut self,
        set: &JsSet,
        level: usize,
        context: &mut Context,
    ) -> JsResult<Vec<String>> {
        let mut values = Vec::new();
        set.for_each_native(|value| {
            values.push(value);
            Ok(())
        })?;
        let most = self.options.max_array_length;
        let mut entries = Vec::new();
        for value in values.iter().take(most) {
            entries.push(self.nested(value, level, context)?);
        }
        push_rest(&mut entries, values.len().saturating_sub(most));
        Ok(entries)
    }

    pub(super) fn map(
        &mut self,
        map: &JsMap,
        level: usize,
        context: &mut Context,
    ) -> JsResult<Vec<String>> {
        let mut pairs = Vec::new();
        map.for_each_native(|key, value| {
            pairs.push((key, value));
            Ok(())
        })?;
        let most = self.options.max_array_length;
        let mut entries = Vec::new();
        for (key, value) in pairs.iter().take(most) {
            let key = self.nested(key, level, context)?;
            entries.push(format!("{key} => {}", self.nested(value, level, context)?));
        }
        push_rest(&mut entries, pairs.len().saturating_sub(most));
        Ok(entries)
    }

    pub(super) fn promise(
        &mut self,
        promise: &JsPromise,
        level: usize,
        context: &mut Context,
    ) -> JsResult<String> {
        Ok(match promise.state() {
            PromiseState::Pending => "<pending>".to_owned(),
            PromiseState::Fulfilled(value) => self.nested(&value, level, context)?,
            PromiseState::Rejected(reason) => {
                format!("<rejected> {}", self.nested(&reason, level, context)?)
            }
        })
    }

    /// The bytes of an array buffer, and how many they are.
    pub(super) fn bytes(buffer: &JsArrayBuffer) -> Vec<String> {
        let Some(data) = buffer.data() else {
            return vec!["(detached)".to_owned(), "byteLength: 0".to_owned()];
        };
        let shown: Vec<String> = data
            .iter()
            .take(MOST_BYTES)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let more = match data.len().saturating_sub(MOST_BYTES) {
            0 => String::new(),
            more => format!(" ... {more} more byte{}", plural(more)),
        };
        vec![
            format!("[Uint8Contents]: <{}{more}>", shown.join(" ")),
            format!("byteLength: {}", data.len()),
        ]
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn push_rest(entries: &mut Vec<String>, rest: usize) {
    if rest > 0 {
        entries.push(format!("... {rest} more item{}", plural(rest)));
    }
}

/// What a boxed primitive holds.
pub(super) fn boxed(object: &JsObject) -> Option<(&'static str, JsValue)> {
    if let Some(number) = object.downcast_ref::<f64>() {
        return Some(("Number", JsValue::from(*number)));
    }
    if let Some(flag) = object.downcast_ref::<bool>() {
        return Some(("Boolean", JsValue::from(*flag)));
    }
    if let Some(text) = object.downcast_ref::<boa_engine::JsString>() {
        return Some(("String", text.clone().into()));
    }
    if let Some(number) = object.downcast_ref::<boa_engine::JsBigInt>() {
        return Some(("BigInt", number.clone().into()));
    }
    let symbol = object.downcast_ref::<boa_engine::JsSymbol>()?;
    Some(("Symbol", symbol.clone().into()))
}

/// The member `length`.
pub(super) fn length(object: &JsObject, context: &mut Context) -> JsResult<usize> {
    let length = object.get(js_string!("length"), context)?;
    // WebAssembly counts to 2^32, and what is longer must not become short there.
    Ok(usize::try_from(length.to_length(context)?).unwrap_or(usize::MAX))
}
