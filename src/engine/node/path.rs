//! `path`: POSIX paths, as text.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::argument_errors::invalid_type;
use crate::globals::define_function;
use crate::host::Host;

/// Letters that are worth a unit of work.
const LETTERS_PER_UNIT: usize = 8;
/// Where relative paths begin.
pub(crate) const WORKING_FOLDER: &str = "/var/task";

/// `path.normalize`, without the dots that stand for an empty path.
fn normalized_parts(path: &str, is_absolute: bool) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if is_absolute => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn normalize(path: &str) -> String {
    if path.is_empty() {
        return ".".to_owned();
    }
    let is_absolute = path.starts_with('/');
    let mut normal = normalized_parts(path, is_absolute);
    if normal.is_empty() && !is_absolute {
        normal.push('.');
        return if path.ends_with('/') {
            "./".to_owned()
        } else {
            normal
        };
    }
    if !normal.is_empty() && path.ends_with('/') {
        normal.push('/');
    }
    if is_absolute {
        format!("/{normal}")
    } else {
        normal
    }
}

/// The absolute path that the parts give, the later ones relative to the earlier ones.
pub(crate) fn resolve(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts.iter().rev().chain([&WORKING_FOLDER]) {
        if part.is_empty() {
            continue;
        }
        whole = if whole.is_empty() {
            (*part).to_owned()
        } else {
            format!("{part}/{whole}")
        };
        if part.starts_with('/') {
            break;
        }
    }
    format!("/{}", normalized_parts(&whole, true))
}

fn relative(from: &str, to: &str) -> String {
    let (from, to) = (resolve(&[from]), resolve(&[to]));
    let parts = |path: &str| -> Vec<String> {
        path.split('/')
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (from, to) = (parts(&from), parts(&to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - common);
    up.chain(to[common..].iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join("/")
}

/// The folder that a path lies in.
pub(crate) fn dirname(path: &str) -> &str {
    let trimmed = path.trim_end_matches('/');
    if trimmed.is_empty() {
        return if path.is_empty() { "." } else { "/" };
    }
    match trimmed.rfind('/') {
        None => ".",
        Some(0) => "/",
        Some(1) if trimmed.starts_with("//") => "//",
        Some(end) => &trimmed[..end],
    }
}

fn basename<'a>(path: &'a str, suffix: &str) -> &'a str {
    let trimmed = path.trim_end_matches('/');
    let base = trimmed.rsplit('/').next().unwrap_or_default();
    if path == suffix {
        return "";
    }
    match base.strip_suffix(suffix) {
        Some(stem) if !stem.is_empty() => stem,
        _ => base,
    }
}

fn extname(path: &str) -> &str {
    let base = basename(path, "");
    match base.rfind('.') {
        Some(dot) if dot > 0 && base != ".." => &base[dot..],
        _ => "",
    }
}

/// The module `path`, which is `path.posix` as well.
pub(crate) fn module(context: &mut Context) -> JsResult<JsValue> {
    let module = JsObject::with_object_proto(context.intrinsics());
    let functions: [(&str, usize, NativeFunctionPointer); 11] = [
        ("resolve", 0, |_, arguments, context| {
            let parts = (0..arguments.len())
                .map(|index| string(arguments, index, &format!("paths[{index}]"), context));
            let parts = parts.collect::<JsResult<Vec<String>>>()?;
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            text(&resolve(&parts))
        }),
        ("normalize", 1, |_, arguments, context| {
            text(&normalize(&string(arguments, 0, "path", context)?))
        }),
        ("isAbsolute", 1, |_, arguments, context| {
            Ok(string(arguments, 0, "path", context)?
                .starts_with('/')
                .into())
        }),
        ("join", 0, |_, arguments, context| {
            let mut parts = strings(arguments, context)?;
            parts.retain(|part| !part.is_empty());
            text(&normalize(&parts.join("/")))
        }),
        ("relative", 2, |_, arguments, context| {
            let from = string(arguments, 0, "from", context)?;
            text(&relative(&from, &string(arguments, 1, "to", context)?))
        }),
        ("toNamespacedPath", 1, |_, arguments, _| {
            Ok(arguments.first().cloned().unwrap_or_default())
        }),
        ("dirname", 1, |_, arguments, context| {
            text(dirname(&string(arguments, 0, "path", context)?))
        }),
        ("basename", 2, |_, arguments, context| {
            let suffix = match arguments.get(1) {
                Some(suffix) if !suffix.is_undefined() => string(arguments, 1, "suffix", context)?,
                _ => String::new(),
            };
            text(basename(&string(arguments, 0, "path", context)?, &suffix))
        }),
        ("extname", 1, |_, arguments, context| {
            text(extname(&string(arguments, 0, "path", context)?))
        }),
        ("format", 1, format),
        ("parse", 1, parse),
    ];
    for (name, length, function) in functions {
        define_function(&module, name, length, function, context)?;
    }
    for (name, value) in [("sep", "/"), ("delimiter", ":")] {
        module.set(js_string!(name), js_string!(value), true, context)?;
    }
    module.set(js_string!("posix"), module.clone(), true, context)?;
    Ok(module.into())
}

fn parse(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let path = string(arguments, 0, "path", context)?;
    let root = if path.starts_with('/') { "/" } else { "" };
    let base = basename(&path, "");
    // A slip of Node's own, kept.
    let extension = if path == "/.." { "." } else { extname(&path) };
    let folder = dirname(&path);
    let folder = if folder == "." && !path.starts_with("./") {
        ""
    } else {
        folder
    };
    let parsed = JsObject::with_object_proto(context.intrinsics());
    let stem = &base[..base.len() - extension.len()];
    for (name, value) in [
        ("root", root),
        ("dir", folder),
        ("base", base),
        ("ext", extension),
        ("name", stem),
    ] {
        parsed.create_data_property_or_throw(js_string!(name), js_string!(value), context)?;
    }
    Ok(parsed.into())
}

fn format(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    let Some(parts) = value.as_object() else {
        return Err(invalid_type(
            "\"pathObject\" argument must be of type object",
            &value,
            context,
        ));
    };
    let mut member = |name: &str| -> JsResult<String> {
        let value = parts.get(js_string!(name), context)?;
        match value.to_boolean() {
            true => Ok(value.to_string(context)?.to_std_string_lossy()),
            false => Ok(String::new()),
        }
    };
    let root = member("root")?;
    let folder = member("dir")?;
    let base = member("base")?;
    let base = if base.is_empty() {
        let (stem, extension) = (member("name")?, member("ext")?);
        let dot = if extension.is_empty() || extension.starts_with('.') {
            ""
        } else {
            "."
        };
        format!("{stem}{dot}{extension}")
    } else {
        base
    };
    let folder = if folder.is_empty() {
        root.clone()
    } else {
        folder
    };
    let slash = if folder.is_empty() || folder == root {
        ""
    } else {
        "/"
    };
    text(&format!("{folder}{slash}{base}"))
}

fn text(text: &str) -> JsResult<JsValue> {
    Ok(js_string!(text).into())
}

fn string(
    arguments: &[JsValue],
    index: usize,
    name: &str,
    context: &mut Context,
) -> JsResult<String> {
    let value = arguments.get(index).cloned().unwrap_or_default();
    let Some(text) = value.as_string() else {
        let wanted = format!("\"{name}\" argument must be of type string");
        return Err(invalid_type(&wanted, &value, context));
    };
    let work = 1 + text.len() / LETTERS_PER_UNIT;
    Host::of(context).meter.charge(work as u64, context)?;
    Ok(text.to_std_string_lossy())
}

fn strings(arguments: &[JsValue], context: &mut Context) -> JsResult<Vec<String>> {
    (0..arguments.len())
        .map(|index| string(arguments, index, "path", context))
        .collect()
}
