//! Regular expressions. Each execution reads the text from its beginning once (boa copies it), and pays for the steps
//! that the search will take, which are counted beforehand.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsRegExp;
use boa_engine::{
    Context, JsObject, JsResult, JsString, JsSymbol, JsValue, NativeFunction, js_string,
};

use super::backtracking;
use super::pattern_program::Program;
use crate::host::Host;

use super::nested::check_pattern;
use super::{Call, Key, Originals, Realm, Workshop, charge, exchange, parts};

/// Letters that are copied with a unit of work.
const LETTERS_PER_UNIT: u64 = 32;
const UNITS_PER_EXECUTION: u64 = 20;
const UNITS_PER_PATTERN: u64 = 50;

/// How many steps of backtracking boa's engine makes with a unit of work.
const STEPS_PER_UNIT: u64 = 2;

/// So many units beyond what is left end the turn, however its time is rounded.
const ENOUGH: u64 = 64;

/// Patterns that were met, so that one in a loop is read once.
const KNOWN_PATTERNS: usize = 16;

/// A pattern with its flags, and its program if it may take many steps.
type Known = ((String, String), Option<Rc<Program>>);

thread_local! {
    static KNOWN: RefCell<VecDeque<Known>> = const { RefCell::new(VecDeque::new()) };
    /// The expression that was made last, as it is written.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What boa says of expressions that cannot be read, and V8.
const WORDS_OF_V8: &[(&str, &str)] = &[
    ("Unbalanced parenthesis", "Unterminated group"),
    ("Unbalanced bracket", "Unterminated character class"),
    ("Invalid atom character", "Nothing to repeat"),
    ("Quantifier not allowed here", "Nothing to repeat"),
    ("Incomplete escape", "\\ at end of pattern"),
    (
        "Invalid quantifier",
        "numbers out of order in {} quantifier",
    ),
    (
        "Range values reversed",
        "Range out of order in character class",
    ),
    ("Invalid unicode escape", "Invalid Unicode escape"),
    ("Invalid character escape", "Invalid escape"),
    (
        "Invalid token at named capture group",
        "Invalid capture group name",
    ),
    ("Invalid named backreference", "Invalid named reference"),
];

/// V8's text for the expression that was made last and cannot be read, from boa's.
pub(crate) fn text_of_v8(boa: &str) -> Option<String> {
    let why = boa.strip_prefix("failed to create matcher: ")?;
    let words = WORDS_OF_V8.iter().find(|(of, _)| why.starts_with(of));
    let pattern = LAST.with_borrow(Clone::clone);
    let why = match words {
        Some((_, "Unterminated group")) if !pattern.contains('(') => "Unmatched ')'",
        Some((_, words)) => words,
        None => why,
    };
    Some(format!("Invalid regular expression: {pattern}: {why}"))
}

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let (constructor, prototype) = parts(realm.constructors().regexp());
    workshop.meter_function(&constructor, pattern);
    workshop.meter_methods(
        &prototype,
        &[("exec", search), ("test", execution), ("compile", pattern)],
    );
    mend_source(&prototype, workshop);
    for symbol in [
        JsSymbol::r#match,
        JsSymbol::match_all,
        JsSymbol::replace,
        JsSymbol::search,
        JsSymbol::split,
    ] {
        workshop.meter(&prototype, Key::Symbol(symbol), execution);
    }
}

/// Lets `source` give the text that was written: boa puts a backslash before each slash, whether it has one or not.
fn mend_source(prototype: &JsObject, workshop: &mut Workshop<'_>) {
    let property = prototype
        .borrow()
        .properties()
        .get(&js_string!("source").into());
    let Some(getter) = property.and_then(|property| property.get()?.as_object()) else {
        return;
    };
    let (getter, index) = (&getter, workshop.originals.borrow().len());
    let mended = NativeFunction::from_copy_closure_with_captures(
        move |this, arguments, originals: &Originals, context| {
            let original = originals.borrow()[index].clone();
            let source = original.call(this, arguments, context)?;
            Ok(match source.as_string() {
                Some(source) if source.iter().any(|letter| letter == SLASH) => {
                    let written = escape_slashes(&as_written(&source.to_vec()));
                    JsString::from(&written[..]).into()
                }
                _ => source,
            })
        },
        workshop.originals.clone(),
    );
    let mended = FunctionObjectBuilder::new(workshop.context.realm(), mended)
        .name(js_string!("get source"))
        .build();
    exchange(getter, &mended);
    workshop.originals.borrow_mut().push(mended.into());
}

const SLASH: u16 = '/' as u16;
const BACKSLASH: u16 = '\\' as u16;

/// An expression's source as V8 gives it.
pub(crate) fn source_of(expression: &JsRegExp, context: &mut Context) -> JsResult<String> {
    let source: Vec<u16> = expression.source(context)?.encode_utf16().collect();
    Ok(String::from_utf16_lossy(&escape_slashes(&as_written(
        &source,
    ))))
}

/// Takes out the backslash that boa put before each slash.
fn as_written(source: &[u16]) -> Vec<u16> {
    let mut written = Vec::with_capacity(source.len());
    for &letter in source {
        if letter == SLASH {
            written.pop();
        }
        written.push(letter);
    }
    written
}

/// Puts a backslash before each slash that would end the expression, as V8 does.
fn escape_slashes(source: &[u16]) -> Vec<u16> {
    let mut escaped = Vec::with_capacity(source.len());
    let (mut is_escaped, mut is_in_class) = (false, false);
    for &letter in source {
        if letter == SLASH && !is_escaped && !is_in_class {
            escaped.push(BACKSLASH);
        }
        match u8::try_from(letter) {
            Ok(b'[') if !is_escaped => is_in_class = true,
            Ok(b']') if !is_escaped => is_in_class = false,
            _ => {}
        }
        is_escaped = letter == BACKSLASH && !is_escaped;
        escaped.push(letter);
    }
    escaped
}

fn pattern(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let text = arguments.first().and_then(JsValue::as_string);
    let text = text.map_or_else(String::new, |text| text.to_std_string_lossy());
    charge(UNITS_PER_PATTERN + text.len() as u64, context)?;
    check_pattern(&text)?;
    let flags = arguments.get(1).and_then(JsValue::as_string);
    let flags = flags.map_or_else(String::new, |flags| flags.to_std_string_lossy());
    LAST.set(format!("/{text}/{flags}"));
    Ok(None)
}

fn execution(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let letters = arguments
        .first()
        .and_then(JsValue::as_string)
        .map_or(0, |text| text.len() as u64);
    charge(UNITS_PER_EXECUTION + letters / LETTERS_PER_UNIT, context)?;
    Ok(None)
}

/// The program of an expression that may take many steps.
fn program(expression: &JsRegExp, context: &mut Context) -> JsResult<Option<Rc<Program>>> {
    let source = expression.source(context)?;
    let flags = [
        (expression.ignore_case(context)?, "i"),
        (expression.multiline(context)?, "m"),
        (expression.dot_all(context)?, "s"),
    ];
    let flags: String = flags
        .iter()
        .filter_map(|&(is_set, flag)| is_set.then_some(flag))
        .collect();
    let key = (source, flags);
    let known = KNOWN.with_borrow(|known| {
        let found = known.iter().find(|(other, _)| *other == key);
        found.map(|(_, program)| program.clone())
    });
    Ok(known.unwrap_or_else(|| {
        let source: Vec<u16> = key.0.encode_utf16().collect();
        let source = String::from_utf16_lossy(&as_written(&source));
        let program = Program::of(&source, &key.1).map(Rc::new);
        KNOWN.with_borrow_mut(|known| {
            if known.len() == KNOWN_PATTERNS {
                known.pop_front();
            }
            known.push_back((key, program.clone()));
        });
        program
    }))
}

/// Charges for the steps that the search will take.
fn search(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    execution(this, arguments, context)?;
    let expression = this.as_object().and_then(|object| {
        let begin = object
            .borrow()
            .properties()
            .get(&js_string!("lastIndex").into());
        let begin = begin.and_then(|begin| begin.value()?.as_number());
        Some((JsRegExp::from_object(object).ok()?, begin.unwrap_or(0.0)))
    });
    let text = arguments.first().and_then(JsValue::as_string);
    let (Some((expression, begin)), Some(text)) = (expression, text) else {
        return Ok(None);
    };
    let Some(program) = program(&expression, context)? else {
        return Ok(None);
    };
    let goes_on = expression.global(context)? || expression.sticky(context)?;
    let begin = if goes_on { begin.max(0.0) as usize } else { 0 };
    let left = Host::of(context).meter.left(context);
    let limit = left.saturating_add(ENOUGH).saturating_mul(STEPS_PER_UNIT);
    let steps = backtracking::steps(&program, &text.to_vec(), begin, limit);
    charge(steps / STEPS_PER_UNIT, context)?;
    Ok(None)
}
