//! Built-in functions that one instruction can start a great deal of native work with: they pay for it first.
//!
//! A built-in is not replaced but given another inside: the function object of each realm keeps its identity, name,
//! length, properties and `[native code]`, and its native data changes places with that of a function of ours, which
//! charges, refuses what cannot fit, and then calls boa's own. Nothing in JavaScript can tell, or get at the original.
//!
//! The costs follow what the work takes in boa, in the meter's units (about 40 ns of wasm), rounded in favour of the
//! reader; what they cannot foresee is left to the guard.

mod arrays;
mod backtracking;
mod bytes;
mod callbacks;
mod calls;
mod collections;
mod nested;
mod numbers;
mod objects;
mod pattern_program;
mod patterns;
mod strings;
mod view;

use std::cell::Cell;

pub(crate) use patterns::{source_of, text_of_v8};

use boa_engine::context::intrinsics::Intrinsics;
use boa_engine::native_function::NativeFunctionObject;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string};
use boa_gc::{Gc, GcRefCell};

use crate::host::Host;

/// How many metered built-ins may be open at once: each holds the machine's stack, of which a browser has a megabyte.
const MAX_OPEN: u32 = 160;

/// What a call is turned into after it has paid: other values for `this` and the arguments, where they had to be read
/// in order to know the cost.
pub(crate) type Call = (JsValue, Vec<JsValue>);

/// Charges for a call, or refuses it. `None` leaves the call as it is.
pub(crate) type Cost = fn(&JsValue, &[JsValue], &mut Context) -> JsResult<Option<Call>>;

/// A property of an object that holds built-ins.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key {
    Name(&'static str),
    Symbol(fn() -> boa_engine::JsSymbol),
}

impl Key {
    fn property(self) -> PropertyKey {
        match self {
            Key::Name(name) => boa_engine::JsString::from(name).into(),
            Key::Symbol(symbol) => symbol().into(),
        }
    }
}

/// Gives the built-ins of the current realm their costs.
pub(crate) fn install(context: &mut Context) {
    let realm = context.realm().clone();
    let mut workshop = Workshop {
        originals: Gc::new(GcRefCell::new(Vec::new())),
        context,
    };
    let realm = realm.intrinsics();
    arrays::install(realm, &mut workshop);
    bytes::install(realm, &mut workshop);
    calls::install(realm, &mut workshop);
    collections::install(realm, &mut workshop);
    numbers::install(realm, &mut workshop);
    objects::install(realm, &mut workshop);
    patterns::install(realm, &mut workshop);
    strings::install(realm, &mut workshop);
}

/// Boa's own functions of one realm, as they were.
type Originals = Gc<GcRefCell<Vec<JsObject>>>;

/// Where the functions of one realm are given other insides.
struct Workshop<'a> {
    originals: Originals,
    context: &'a mut Context,
}

impl Workshop<'_> {
    /// Meters methods of one object.
    fn meter_methods(&mut self, holder: &JsObject, methods: &[(&'static str, Cost)]) {
        for &(name, cost) in methods {
            self.meter(holder, Key::Name(name), cost);
        }
    }

    /// Meters the function that a property holds; nothing where boa has no such built-in.
    fn meter(&mut self, holder: &JsObject, key: Key, cost: Cost) {
        let property = holder.borrow().properties().get(&key.property());
        let function = property.and_then(|property| property.value().and_then(JsValue::as_object));
        if let Some(function) = function {
            self.meter_function(&function, cost);
        }
    }

    /// Gives a built-in function another inside.
    fn meter_function(&mut self, function: &JsObject, cost: Cost) {
        let is_constructor = function.is_constructor();
        let name = function
            .borrow()
            .properties()
            .get(&js_string!("name").into())
            .and_then(|name| name.value().and_then(JsValue::as_string))
            .unwrap_or_default();
        let index = self.originals.borrow().len();
        let originals = self.originals.clone();
        let metered = match is_constructor {
            false => NativeFunction::from_copy_closure_with_captures(
                move |this, arguments, originals: &Originals, context| {
                    let _open = Open::another()?;
                    let call = cost(this, arguments, context)?;
                    let original = originals.borrow()[index].clone();
                    match call {
                        None => original.call(this, arguments, context),
                        Some((view, arguments)) => {
                            let result = original.call(&view, &arguments, context)?;
                            // A method that gives `this` back gives back what it was called on.
                            let is_view =
                                view.is_object() && JsValue::strict_equals(&result, &view);
                            Ok(if is_view { this.clone() } else { result })
                        }
                    }
                },
                originals,
            ),
            true => NativeFunction::from_copy_closure_with_captures(
                move |new_target, arguments, originals: &Originals, context| {
                    let _open = Open::another()?;
                    let call = cost(new_target, arguments, context)?;
                    let arguments = call.as_ref().map_or(arguments, |(_, arguments)| arguments);
                    let original = originals.borrow()[index].clone();
                    match new_target.as_object() {
                        None => original.call(&JsValue::undefined(), arguments, context),
                        Some(target) => original
                            .construct(arguments, Some(&target), context)
                            .map(JsValue::from),
                    }
                },
                originals,
            ),
        };
        let metered = FunctionObjectBuilder::new(self.context.realm(), metered)
            .name(name)
            .constructor(is_constructor)
            .build();
        exchange(function, &metered);
        self.originals.borrow_mut().push(metered.into());
    }
}

/// Lets two native functions change their insides.
fn exchange(one: &JsObject, other: &JsObject) {
    let insides = (
        one.downcast_mut::<NativeFunctionObject>(),
        other.downcast_mut::<NativeFunctionObject>(),
    );
    if let (Some(mut one), Some(mut other)) = insides {
        std::mem::swap(&mut *one, &mut *other);
    }
}

thread_local! {
    static OPEN: Cell<u32> = const { Cell::new(0) };
}

/// One metered built-in that has begun and not ended.
struct Open;

impl Open {
    /// Node's error, which can be caught as there, if too many are open.
    fn another() -> JsResult<Open> {
        if OPEN.get() >= MAX_OPEN {
            return Err(stack_overflow());
        }
        OPEN.set(OPEN.get() + 1);
        Ok(Open)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        OPEN.set(OPEN.get() - 1);
    }
}

/// Node's error for too many open calls, in a form that JavaScript can catch.
fn stack_overflow() -> boa_engine::JsError {
    JsNativeError::range()
        .with_message("Maximum call stack size exceeded")
        .into()
}

/// V8's error for a string of more than 2²⁹ − 24 letters.
fn string_too_long() -> boa_engine::JsError {
    JsNativeError::range()
        .with_message("Invalid string length")
        .into()
}

/// The longest string of V8 on 64 bits.
const MAX_STRING_LETTERS: u64 = (1 << 29) - 24;

/// Makes sure that a string of so many letters can be made, and pays for it.
fn claim_string(letters: u64, context: &Context) -> JsResult<()> {
    if letters > MAX_STRING_LETTERS {
        return Err(string_too_long());
    }
    claim_bytes(letters, context)
}

/// Makes sure that so many bytes can be had at once, and pays for filling them.
fn claim_bytes(bytes: u64, context: &Context) -> JsResult<()> {
    let host = Host::of(context);
    host.meter.claim(bytes)?;
    host.meter.charge(bytes / 32, context)
}

/// Pays for native work.
fn charge(units: u64, context: &Context) -> JsResult<()> {
    Host::of(context).meter.charge(units, context)
}

/// The prototypes of a kind of object, as a pair that reads well: the constructor and what its instances inherit.
fn parts(standard: &boa_engine::context::intrinsics::StandardConstructor) -> (JsObject, JsObject) {
    (standard.constructor(), standard.prototype())
}

/// What an installer is given.
type Realm<'a> = &'a Intrinsics;

/// The number that an argument is, read as often as the built-in itself may read it: a number is handed on, anything
/// else is turned into one here, once.
fn number_argument(
    arguments: &[JsValue],
    index: usize,
    context: &mut Context,
) -> JsResult<(f64, Option<Vec<JsValue>>)> {
    match arguments.get(index) {
        None => Ok((f64::NAN, None)),
        Some(value) => match value.as_number() {
            Some(number) => Ok((number, None)),
            None => {
                let number = value.to_number(context)?;
                let mut changed = arguments.to_vec();
                changed[index] = number.into();
                Ok((number, Some(changed)))
            }
        },
    }
}
