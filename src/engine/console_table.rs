//! `console.table`: rows of an array or object in a frame of lines.

use std::collections::BTreeMap;

use boa_engine::object::builtins::{JsMap, JsSet};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsResult, JsValue};
use domain::lambda::LogLevel;

use crate::console::{enumerable_keys, info};
use crate::inspect::{Options, inspect_with};
use crate::log_format::write_call;

const INDEX: &str = "(index)";
const ITERATION_INDEX: &str = "(iteration index)";
const VALUES: &str = "Values";

/// The method. What is no object is logged as it is.
pub(crate) fn table(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let data = arguments.first().cloned().unwrap_or_default();
    let Some(object) = data.as_object() else {
        write_call(LogLevel::Info, &[data], context)?;
        return Ok(JsValue::undefined());
    };
    let mut rows: Vec<(String, JsValue)> = Vec::new();
    let mut heads = vec![INDEX.to_owned()];
    if let Ok(map) = JsMap::from_object(object.clone()) {
        heads = vec![
            ITERATION_INDEX.to_owned(),
            "Key".to_owned(),
            VALUES.to_owned(),
        ];
        let mut lines = Vec::new();
        map.for_each_native(|key, value| {
            lines.push((key, value));
            Ok(())
        })?;
        let mut cells = Vec::new();
        for (index, (key, value)) in lines.iter().enumerate() {
            cells.push(vec![
                index.to_string(),
                cell(key, context)?,
                cell(value, context)?,
            ]);
        }
        return info(frame(&heads, &cells), context);
    }
    if let Ok(set) = JsSet::from_object(object.clone()) {
        heads = vec![ITERATION_INDEX.to_owned()];
        set.for_each_native(|value| {
            rows.push((rows.len().to_string(), value));
            Ok(())
        })?;
    } else {
        for key in enumerable_keys(&object, context)? {
            let value = object.get(key.clone(), context)?;
            rows.push((text_of(&key), value));
        }
    }
    let wanted = match arguments.get(1).and_then(JsValue::as_object) {
        Some(list) => Some(texts(&list, context)?),
        None => None,
    };
    let mut columns: Vec<String> = wanted.clone().unwrap_or_default();
    let mut cells: Vec<(String, BTreeMap<usize, String>, Option<String>)> = Vec::new();
    for (index, value) in rows {
        let mut row = BTreeMap::new();
        let mut plain = None;
        match value.as_object().filter(|object| !object.is_callable()) {
            Some(object) => {
                for key in enumerable_keys(&object, context)? {
                    let name = text_of(&key);
                    let known = columns.iter().position(|column| *column == name);
                    let column = match known {
                        Some(column) => column,
                        None if wanted.is_some() => continue,
                        None => {
                            columns.push(name);
                            columns.len() - 1
                        }
                    };
                    let member = object.get(key, context)?;
                    row.insert(column, cell(&member, context)?);
                }
            }
            None => plain = Some(cell(&value, context)?),
        }
        cells.push((index, row, plain));
    }
    let has_values = cells.iter().any(|(_, _, plain)| plain.is_some());
    heads.extend(columns.iter().cloned());
    if has_values {
        heads.push(VALUES.to_owned());
    }
    let lines: Vec<Vec<String>> = cells
        .into_iter()
        .map(|(index, mut row, plain)| {
            let mut line = vec![index];
            line.extend((0..columns.len()).map(|column| row.remove(&column).unwrap_or_default()));
            if has_values {
                line.push(plain.unwrap_or_default());
            }
            line
        })
        .collect();
    info(frame(&heads, &lines), context)
}

fn cell(value: &JsValue, context: &mut Context) -> JsResult<String> {
    let is_open = match value.as_object() {
        Some(object) if !object.is_array() => enumerable_keys(&object, context)?.len() <= 2,
        _ => true,
    };
    inspect_with(value, &Options::of_cell(is_open), context)
}

fn text_of(key: &PropertyKey) -> String {
    match key {
        PropertyKey::String(text) => text.to_std_string_lossy(),
        PropertyKey::Index(index) => index.get().to_string(),
        PropertyKey::Symbol(_) => String::new(),
    }
}

fn texts(list: &boa_engine::JsObject, context: &mut Context) -> JsResult<Vec<String>> {
    let mut texts = Vec::new();
    for key in enumerable_keys(list, context)? {
        let text = list.get(key, context)?.to_string(context)?;
        texts.push(text.to_std_string_lossy());
    }
    Ok(texts)
}

/// Lines between cells. Up to Node.js 18 cells were centred; they begin at the left since Node.js 20.
fn frame(heads: &[String], lines: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = lines.iter().map(|line| &line[column]);
        cells
            .chain([&heads[column]])
            .map(|cell| cell.chars().count() + 2)
            .max()
            .unwrap_or(2)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let rule = |left: &str, middle: &str, right: &str| {
        let parts: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        format!("{left}{}{right}", parts.join(middle))
    };
    let row = |cells: &[String]| {
        let parts: Vec<String> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| {
                let blanks = width - 1 - cell.chars().count();
                format!(" {cell}{}", " ".repeat(blanks))
            })
            .collect();
        format!("│{}│", parts.join("│"))
    };
    let mut text = vec![rule("┌", "┬", "┐"), row(heads), rule("├", "┼", "┤")];
    text.extend(lines.iter().map(|line| row(line)));
    text.push(rule("└", "┴", "┘"));
    text.join("\n")
}
