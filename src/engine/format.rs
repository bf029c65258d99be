//! `util.format`: what `console.log` makes of its arguments.

use boa_engine::{Context, JsResult, JsValue};

use crate::inspect::{Depth, inspect};

/// One line of text (it may hold line breaks) from the arguments of a console call. Placeholders of a first string
/// take the following arguments; the rest is appended with spaces.
pub(crate) fn format(arguments: &[JsValue], context: &mut Context) -> JsResult<String> {
    let Some((first, mut rest)) = arguments.split_first() else {
        return Ok(String::new());
    };
    let mut text = match first.as_string() {
        None => inspect(first, Depth::DEFAULT, context)?,
        Some(template) if rest.is_empty() => template.to_std_string_lossy(),
        Some(template) => {
            let template = template.to_std_string_lossy();
            let mut text = String::with_capacity(template.len());
            let mut letters = template.chars();
            while let Some(letter) = letters.next() {
                let mut ahead = letters.clone();
                match (letter, ahead.next()) {
                    ('%', Some('%')) => text.push('%'),
                    ('%', Some(kind @ ('s' | 'd' | 'i' | 'f' | 'j' | 'o' | 'O' | 'c')))
                        if !rest.is_empty() =>
                    {
                        text.push_str(&placeholder(kind, &rest[0], context)?);
                        rest = &rest[1..];
                    }
                    _ => {
                        text.push(letter);
                        continue;
                    }
                }
                letters = ahead;
            }
            text
        }
    };
    for value in rest {
        text.push(' ');
        match value.as_string() {
            Some(string) => text.push_str(&string.to_std_string_lossy()),
            None => text.push_str(&inspect(value, Depth::DEFAULT, context)?),
        }
    }
    Ok(text)
}

fn placeholder(kind: char, value: &JsValue, context: &mut Context) -> JsResult<String> {
    let number = |number: f64| {
        if number.is_nan() {
            "NaN".to_owned()
        } else {
            JsValue::from(number).display().to_string()
        }
    };
    Ok(match kind {
        's' => match value.as_string() {
            Some(string) => string.to_std_string_lossy(),
            None if value.is_object() => inspect(value, Depth::SHALLOW, context)?,
            None => inspect(value, Depth::DEFAULT, context)?,
        },
        'd' if value.is_object() || value.is_symbol() => "NaN".to_owned(),
        'd' if value.is_bigint() => inspect(value, Depth::DEFAULT, context)?,
        'd' => number(value.to_number(context)?),
        'i' if value.is_object() || value.is_symbol() => "NaN".to_owned(),
        'i' => number(value.to_number(context)?.trunc()),
        'f' if value.is_symbol() => "NaN".to_owned(),
        'f' => number(value.to_number(context)?),
        'j' => {
            let json = context.intrinsics().objects().json();
            let stringify = json.get(boa_engine::js_string!("stringify"), context)?;
            let stringify = stringify.as_callable().ok_or_else(crate::meter::stop)?;
            let text =
                stringify.call(&JsValue::undefined(), std::slice::from_ref(value), context)?;
            text.as_string()
                .map_or_else(|| "undefined".to_owned(), |text| text.to_std_string_lossy())
        }
        'c' => String::new(),
        _ => inspect(value, Depth::DEEP, context)?,
    })
}
