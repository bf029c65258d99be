//! Bytes in the memory of scripts: views of what typed arrays and array buffers hold, and new `Buffer`s.

use boa_engine::builtins::array_buffer::AlignedVec;
use boa_engine::object::builtins::{JsArrayBuffer, JsDataView, JsTypedArray, JsUint8Array};
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue};

use super::argument_errors::coded;
use super::buffer;
use crate::host::Host;

/// Bytes that are worth a unit of work.
const BYTES_PER_UNIT: usize = 8;
/// How many times as fast bytes are copied.
const COPIES_ARE_FASTER: usize = 4;

/// Charges for work on this many bytes.
pub(crate) fn charge(bytes: usize, context: &Context) -> JsResult<()> {
    Host::of(context)
        .meter
        .charge(1 + (bytes / BYTES_PER_UNIT) as u64, context)
}

/// Charges for bytes that are only copied or filled.
pub(crate) fn charge_copy(bytes: usize, context: &Context) -> JsResult<()> {
    charge(bytes / COPIES_ARE_FASTER, context)
}

/// A stretch of an array buffer.
#[derive(Debug)]
pub(crate) struct Bytes {
    pub(crate) buffer: JsArrayBuffer,
    pub(crate) offset: usize,
    pub(crate) len: usize,
}

impl Bytes {
    /// What a `Buffer` or another `Uint8Array` shows.
    pub(crate) fn of_uint8_array(value: &JsValue, context: &mut Context) -> Option<Bytes> {
        let object = value.as_object()?;
        JsUint8Array::from_object(object.clone()).ok()?;
        Bytes::of_typed_array(object, context)
    }

    /// What a typed array, a `DataView` or an `ArrayBuffer` shows.
    pub(crate) fn of_any(value: &JsValue, context: &mut Context) -> Option<Bytes> {
        let object = value.as_object()?;
        if let Ok(buffer) = JsArrayBuffer::from_object(object.clone()) {
            let len = buffer.byte_length();
            return Some(Bytes {
                buffer,
                offset: 0,
                len,
            });
        }
        if let Ok(view) = JsDataView::from_object(object.clone()) {
            let offset = view.byte_offset(context).ok()? as usize;
            let len = view.byte_length(context).ok()? as usize;
            let buffer =
                JsArrayBuffer::from_object(view.buffer(context).ok()?.as_object()?).ok()?;
            return Some(Bytes {
                buffer,
                offset,
                len,
            });
        }
        Bytes::of_typed_array(object, context)
    }

    fn of_typed_array(object: JsObject, context: &mut Context) -> Option<Bytes> {
        let array = JsTypedArray::from_object(object).ok()?;
        let offset = array.byte_offset(context).ok()?;
        let len = array.byte_length(context).ok()?;
        let buffer = JsArrayBuffer::from_object(array.buffer(context).ok()?.as_object()?).ok()?;
        Some(Bytes {
            buffer,
            offset,
            len,
        })
    }

    /// Reads the bytes; none if their buffer was taken away.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&[u8]) -> T) -> T {
        let data = self.buffer.data();
        let bytes = data
            .as_ref()
            .and_then(|data| data.get(self.offset..self.offset + self.len));
        read(bytes.unwrap_or_default())
    }

    /// Changes the bytes; none if their buffer was taken away.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut [u8]) -> T) -> T {
        let mut data = self.buffer.data_mut();
        let bytes = data
            .as_mut()
            .and_then(|data| data.get_mut(self.offset..self.offset + self.len));
        change(bytes.unwrap_or_default())
    }

    pub(crate) fn to_vec(&self) -> Vec<u8> {
        self.read(<[u8]>::to_vec)
    }

    /// A part of it.
    pub(crate) fn part(&self, start: usize, end: usize) -> Bytes {
        Bytes {
            buffer: self.buffer.clone(),
            offset: self.offset + start,
            len: end - start,
        }
    }
}

/// A new `Buffer` with these bytes.
pub(crate) fn new_buffer(bytes: &[u8], context: &mut Context) -> JsResult<JsValue> {
    charge_copy(bytes.len(), context)?;
    Host::of(context).meter.claim(bytes.len() as u64)?;
    let block = AlignedVec::from_slice(0, bytes);
    let buffer = JsArrayBuffer::from_byte_block(block, context)?;
    let array = JsUint8Array::from_array_buffer(buffer, context)?;
    with_buffer_prototype(array.into(), context)
}

/// A new `Buffer` of zeros.
pub(crate) fn new_zeros(len: usize, context: &mut Context) -> JsResult<JsValue> {
    charge_copy(len, context)?;
    let limit = context.host_hooks().max_buffer_size(context);
    if len as u64 > limit {
        let error = JsNativeError::range().with_message("Array buffer allocation failed");
        return Err(coded(error, "ERR_MEMORY_ALLOCATION_FAILED", context));
    }
    Host::of(context).meter.claim(len as u64)?;
    let buffer = JsArrayBuffer::new(len, context)?;
    let array = JsUint8Array::from_array_buffer(buffer, context)?;
    with_buffer_prototype(array.into(), context)
}

/// A `Buffer` that shows a stretch of memory which others may show as well.
pub(crate) fn shared_buffer(bytes: Bytes, context: &mut Context) -> JsResult<JsValue> {
    let constructor = context
        .intrinsics()
        .constructors()
        .typed_uint8_array()
        .constructor();
    let arguments = [
        bytes.buffer.into(),
        (bytes.offset as f64).into(),
        (bytes.len as f64).into(),
    ];
    let array = constructor.construct(&arguments, None, context)?;
    with_buffer_prototype(array, context)
}

fn with_buffer_prototype(array: JsObject, context: &mut Context) -> JsResult<JsValue> {
    let prototype = buffer::prototype(context)?;
    array.set_prototype(Some(prototype));
    Ok(array.into())
}
