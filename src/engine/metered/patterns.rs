//! Regular expressions. Each execution reads the text from its beginning once (boa copies it), and pays for the steps
//! that the search will take, which are counted beforehand.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use boa_engine::object::builtins::JsRegExp;
use boa_engine::{Context, JsResult, JsSymbol, JsValue, js_string};

use super::backtracking;
use super::pattern_program::Program;
use crate::host::Host;

use super::nested::check_pattern;
use super::{Call, Key, Realm, Workshop, charge, parts};

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
}

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let (constructor, prototype) = parts(realm.constructors().regexp());
    workshop.meter_function(&constructor, pattern);
    workshop.meter_methods(
        &prototype,
        &[("exec", search), ("test", execution), ("compile", pattern)],
    );
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

fn pattern(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let text = arguments.first().and_then(JsValue::as_string);
    let text = text.map_or_else(String::new, |text| text.to_std_string_lossy());
    charge(UNITS_PER_PATTERN + text.len() as u64, context)?;
    check_pattern(&text)?;
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
        let program = Program::of(&key.0, &key.1).map(Rc::new);
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
