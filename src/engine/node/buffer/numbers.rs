//! `readInt32LE` and its kin: numbers in the bytes of a buffer.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::{
    Context, JsBigInt, JsError, JsNativeError, JsObject, JsResult, JsValue, NativeFunction,
    js_string,
};

use super::class::this_bytes;
use crate::host::Host;
use crate::node::argument_errors::{coded, invalid_type, out_of_range};
use crate::node::bytes::Bytes;

/// Work of one access.
const UNITS_PER_NUMBER: u64 = 4;

/// What kind of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Unsigned,
    Signed,
    BigUnsigned,
    BigSigned,
    Float,
}

/// A kind in this many bytes; `None` if the call says how many.
#[derive(Clone, Copy, Debug)]
struct Form {
    kind: Kind,
    bytes: Option<usize>,
    is_big_endian: bool,
}

/// The middle of the methods' names; two names for what is unsigned.
const NAMES: [(&str, Kind, Option<usize>); 17] = [
    ("UInt8", Kind::Unsigned, Some(1)),
    ("Uint8", Kind::Unsigned, Some(1)),
    ("Int8", Kind::Signed, Some(1)),
    ("UInt16", Kind::Unsigned, Some(2)),
    ("Uint16", Kind::Unsigned, Some(2)),
    ("Int16", Kind::Signed, Some(2)),
    ("UInt32", Kind::Unsigned, Some(4)),
    ("Uint32", Kind::Unsigned, Some(4)),
    ("Int32", Kind::Signed, Some(4)),
    ("BigUInt64", Kind::BigUnsigned, Some(8)),
    ("BigUint64", Kind::BigUnsigned, Some(8)),
    ("BigInt64", Kind::BigSigned, Some(8)),
    ("Float", Kind::Float, Some(4)),
    ("Double", Kind::Float, Some(8)),
    ("UInt", Kind::Unsigned, None),
    ("Uint", Kind::Unsigned, None),
    ("Int", Kind::Signed, None),
];

pub(super) fn install(prototype: &JsObject, context: &mut Context) -> JsResult<()> {
    for (name, kind, bytes) in NAMES {
        let orders: &[(&str, bool)] = if bytes == Some(1) {
            &[("", false)]
        } else {
            &[("LE", false), ("BE", true)]
        };
        for &(order, is_big_endian) in orders {
            let form = Form {
                kind,
                bytes,
                is_big_endian,
            };
            let read = NativeFunction::from_copy_closure(move |this, arguments, context| {
                read(form, this, arguments, context)
            });
            let write = NativeFunction::from_copy_closure(move |this, arguments, context| {
                write(form, this, arguments, context)
            });
            for (verb, native, length) in [("read", read, 1), ("write", write, 2)] {
                let name = format!("{verb}{name}{order}");
                let function = FunctionObjectBuilder::new(context.realm(), native)
                    .name(js_string!(name.as_str()))
                    .length(length)
                    .build();
                prototype.insert_property(
                    js_string!(name),
                    boa_engine::property::PropertyDescriptor::builder()
                        .value(function)
                        .writable(true)
                        .enumerable(false)
                        .configurable(true)
                        .build(),
                );
            }
        }
    }
    Ok(())
}

fn read(
    form: Form,
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let size = size(form, arguments.get(1), context)?;
    let bytes = part(form, this, arguments.first(), size, context)?;
    let mut digits = [0; 8];
    bytes.read(|bytes| digits[..bytes.len()].copy_from_slice(bytes));
    if form.is_big_endian {
        digits[..size].reverse();
    }
    let unsigned = u64::from_le_bytes(digits);
    let unused = 64 - size * 8;
    let signed = (unsigned << unused) as i64 >> unused;
    Ok(match form.kind {
        Kind::Unsigned => (unsigned as f64).into(),
        Kind::Signed => (signed as f64).into(),
        Kind::BigUnsigned => JsBigInt::from(unsigned).into(),
        Kind::BigSigned => JsBigInt::from(signed).into(),
        Kind::Float if size == 4 => f64::from(f32::from_bits(unsigned as u32)).into(),
        Kind::Float => f64::from_bits(unsigned).into(),
    })
}

fn write(
    form: Form,
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    let size = size(form, arguments.get(2), context)?;
    let unused = 64 - size * 8;
    let (lowest, highest) = match form.kind {
        Kind::Signed | Kind::BigSigned => {
            (-(1_i128 << (63 - unused)), (1_i128 << (63 - unused)) - 1)
        }
        _ => (0, (1_i128 << (64 - unused)) - 1),
    };
    let digits = match form.kind {
        Kind::Float if size == 4 => u64::from((value.to_number(context)? as f32).to_bits()),
        Kind::Float => value.to_number(context)?.to_bits(),
        Kind::BigUnsigned | Kind::BigSigned => {
            let Some(number) = value.as_bigint() else {
                let message = "Cannot mix BigInt and other types, use explicit conversions";
                return Err(JsNativeError::typ().with_message(message).into());
            };
            match number.to_string_radix(10).parse::<i128>() {
                Ok(number) if (lowest..=highest).contains(&number) => number as u64,
                _ => {
                    return Err(value_out_of_range(
                        form, size, lowest, highest, &value, context,
                    ));
                }
            }
        }
        Kind::Unsigned | Kind::Signed => {
            let number = value.to_number(context)?;
            if number < lowest as f64 || number > highest as f64 {
                return Err(value_out_of_range(
                    form,
                    size,
                    lowest,
                    highest,
                    &number.into(),
                    context,
                ));
            }
            number as i64 as u64
        }
    };
    let bytes = part(form, this, arguments.get(1), size, context)?;
    let end = bytes.offset + size - this_bytes(this, context)?.offset;
    let mut digits = digits.to_le_bytes();
    if form.is_big_endian {
        digits[..size].reverse();
    }
    bytes.change(|bytes| {
        let len = bytes.len();
        bytes.copy_from_slice(&digits[..len]);
    });
    Ok((end as f64).into())
}

fn value_out_of_range(
    form: Form,
    size: usize,
    lowest: i128,
    highest: i128,
    value: &JsValue,
    context: &mut Context,
) -> JsError {
    let big = matches!(form.kind, Kind::BigUnsigned | Kind::BigSigned);
    let n = if big { "n" } else { "" };
    let bits = size * 8;
    let range = match (size > 4, lowest == 0) {
        (true, true) => format!(">= 0{n} and < 2{n} ** {bits}{n}"),
        (true, false) => format!(">= -(2{n} ** {0}{n}) and < 2{n} ** {0}{n}", bits - 1),
        (false, _) => format!(">= {lowest} and <= {highest}"),
    };
    out_of_range("value", &range, value, context)
}

/// How many bytes the number takes.
fn size(form: Form, value: Option<&JsValue>, context: &mut Context) -> JsResult<usize> {
    if let Some(bytes) = form.bytes {
        return Ok(bytes);
    }
    let value = value.cloned().unwrap_or_default();
    match value.as_number() {
        None => Err(invalid_type(
            "\"byteLength\" argument must be of type number",
            &value,
            context,
        )),
        Some(size) if size.trunc() != size => {
            Err(out_of_range("byteLength", "an integer", &value, context))
        }
        Some(size) if !(1.0..=6.0).contains(&size) => {
            Err(out_of_range("byteLength", ">= 1 and <= 6", &value, context))
        }
        Some(size) => Ok(size as usize),
    }
}

/// The bytes of the number.
fn part(
    form: Form,
    this: &JsValue,
    offset: Option<&JsValue>,
    size: usize,
    context: &mut Context,
) -> JsResult<Bytes> {
    Host::of(context).meter.charge(UNITS_PER_NUMBER, context)?;
    let bytes = this_bytes(this, context)?;
    let absent = JsValue::from(0);
    let offset = offset.cloned().unwrap_or_default();
    // Where the size is an argument, the offset has to be one as well.
    let offset = if offset.is_undefined() && form.bytes.is_some() {
        absent
    } else {
        offset
    };
    let Some(number) = offset.as_number() else {
        return Err(invalid_type(
            "\"offset\" argument must be of type number",
            &offset,
            context,
        ));
    };
    if number.trunc() != number {
        return Err(out_of_range("offset", "an integer", &offset, context));
    }
    if bytes.len < size {
        let message = "Attempt to access memory outside buffer bounds";
        let error = JsNativeError::range().with_message(message);
        return Err(coded(error, "ERR_BUFFER_OUT_OF_BOUNDS", context));
    }
    let most = bytes.len - size;
    if number < 0.0 || number > most as f64 {
        return Err(out_of_range(
            "offset",
            &format!(">= 0 and <= {most}"),
            &offset,
            context,
        ));
    }
    let start = number as usize;
    Ok(bytes.part(start, start + size))
}
