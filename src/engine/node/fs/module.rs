//! The natives behind `fs`, and the modules made of them and the script beside this file.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsError, JsObject, JsResult, JsValue, js_string};

use super::file_error::{Errno, file_error};
use super::file_system::{FileSystem, Node};
use crate::globals::define_function;
use crate::host::Host;
use crate::node::bytes::{Bytes, charge, charge_copy, new_buffer};
use crate::node::path::resolve;
use crate::node::script::{NodeScript, node_script, run};

const SCRIPT: NodeScript = node_script!("node:fs", "fs/fs.js");

/// What a call to the operating system is charged as, besides the bytes that it moves.
const BYTES_PER_CALL: usize = 3_200;
/// How much faster than bytes are copied a file is cut or made longer.
const PAGES_ARE_FASTER: usize = 8;
/// What a name that is listed or moved is charged as.
const BYTES_PER_NAME: usize = 64;

/// Why `ENOSPC` may come early.
const OWN_LIMIT: &str =
    "This simulation keeps at most 128 MB of distinct bytes in /tmp. Lambda would have taken this.";

/// The module `fs`.
pub(crate) fn module(context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    let functions: [(&str, NativeFunctionPointer); 13] = [
        ("create", create),
        ("read", read),
        ("write", write),
        ("resize", |_, arguments, context| {
            let len = number(arguments, 2, context)? as usize;
            // Equal pages are kept once, but each is looked at.
            charge(len / PAGES_ARE_FASTER, context)?;
            call(arguments, None, context, |files, path, now| {
                files.resize(path, len, now)
            })?;
            Ok(JsValue::undefined())
        }),
        ("stat", stat),
        ("list", list),
        ("makeFolder", |_, arguments, context| {
            let mode = number(arguments, 2, context)? as u32;
            call(arguments, None, context, |files, path, now| {
                files.make_folder(path, mode, now)
            })?;
            Ok(JsValue::undefined())
        }),
        ("unlink", |_, arguments, context| {
            call(arguments, None, context, |files, path, _| {
                match files.find(path)?.is_folder() {
                    true => Err(Errno::IsADirectory),
                    false => files.remove(path),
                }
            })?;
            Ok(JsValue::undefined())
        }),
        ("removeFolder", |_, arguments, context| {
            call(arguments, None, context, |files, path, _| {
                match files.find(path)?.is_folder() {
                    false => Err(Errno::NotADirectory),
                    true => files.remove(path),
                }
            })?;
            Ok(JsValue::undefined())
        }),
        ("rename", |_, arguments, context| {
            let to = text(arguments, 2);
            let target = resolve(&[&to]);
            let moved = call(arguments, Some(&to), context, |files, path, _| {
                files.rename(path, &target)
            })?;
            charge(moved * BYTES_PER_NAME, context)?;
            Ok(JsValue::undefined())
        }),
        ("change", |_, arguments, context| {
            let modified = arguments.get(2).and_then(JsValue::as_number);
            let modified = modified.map(|millis| millis as i64);
            let mode = arguments
                .get(3)
                .and_then(JsValue::as_number)
                .map(|mode| mode as u32);
            call(arguments, None, context, |files, path, _| {
                files.change(path, modified, mode)
            })?;
            Ok(JsValue::undefined())
        }),
        ("fail", |_, arguments, context| {
            let errno = match text(arguments, 0).as_str() {
                "EBADF" => Errno::BadDescriptor,
                "EEXIST" => Errno::Exists,
                "EINVAL" => Errno::Invalid,
                "EROFS" => Errno::ReadOnly,
                "EACCES" => Errno::AccessDenied,
                "ENOENT" => Errno::NoEntry,
                "ENOTEMPTY" => Errno::NotEmpty,
                _ => Errno::IsADirectory,
            };
            let path = arguments
                .get(2)
                .and_then(JsValue::as_string)
                .map(|path| path.to_std_string_lossy());
            Err(file_error(
                errno,
                &text(arguments, 1),
                path.as_deref(),
                None,
                context,
            ))
        }),
        ("random", |_, _, context| {
            Ok(js_string!(Host::of(context).random.borrow_mut().hex(6)).into())
        }),
    ];
    for (name, function) in functions {
        define_function(&native, name, 0, function, context)?;
    }
    Ok(run(SCRIPT, native, context)?.into())
}

fn text(arguments: &[JsValue], at: usize) -> String {
    let text = arguments.get(at).and_then(JsValue::as_string);
    text.map_or_else(String::new, |text| text.to_std_string_lossy())
}

fn number(arguments: &[JsValue], at: usize, context: &mut Context) -> JsResult<f64> {
    arguments
        .get(at)
        .cloned()
        .unwrap_or_default()
        .to_number(context)
}

/// Does something with the file that the second argument names; the first is the call that an error names.
fn call<T>(
    arguments: &[JsValue],
    destination: Option<&str>,
    context: &mut Context,
    work: impl FnOnce(&mut FileSystem, &str, i64) -> Result<T, Errno>,
) -> JsResult<T> {
    let given = text(arguments, 1);
    charge(BYTES_PER_CALL + given.len(), context)?;
    let host = Host::of(context);
    let now = host.calendar(host.meter.now(context)).epoch_millis();
    let files = host.files.borrow().clone();
    let result = files.with(|files| work(files, &resolve(&[&given]), now));
    result.map_err(|errno| {
        let ours = errno == Errno::NoSpace && files.with(|files| files.ran_out_of_distinct_bytes());
        error_of(
            errno,
            &text(arguments, 0),
            &given,
            destination,
            ours,
            context,
        )
    })
}

fn error_of(
    errno: Errno,
    call: &str,
    path: &str,
    destination: Option<&str>,
    is_own_limit: bool,
    context: &mut Context,
) -> JsError {
    // The kernel names no file where the error is one of the open file.
    let path = (!matches!(call, "read" | "write" | "ftruncate")).then_some(path);
    let error = file_error(errno, call, path, destination, context);
    if is_own_limit && let Some(object) = error.as_opaque().and_then(JsValue::as_object) {
        let hint = js_string!(OWN_LIMIT);
        // Defining a property of a new ordinary object cannot fail.
        let _ = object.create_data_property(js_string!("hint"), hint, context);
    }
    error
}

/// `create(call, path, mode)`: the file is there afterwards.
fn create(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let mode = number(arguments, 2, context)? as u32;
    call(arguments, None, context, |files, path, now| {
        files.make_file(path, mode, now)
    })?;
    Ok(JsValue::undefined())
}

/// `read(call, path, start, length)`: a `Buffer`.
fn read(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let start = number(arguments, 2, context)? as usize;
    let wanted = number(arguments, 3, context)? as usize;
    let size = call(arguments, None, context, |files, path, _| {
        Ok(files.find(path)?.len())
    })?;
    let most = context.host_hooks().max_buffer_size(context);
    let len = size.saturating_sub(start).min(wanted);
    if len as u64 > most {
        let path = text(arguments, 1);
        return Err(file_error(
            Errno::TooLarge,
            &text(arguments, 0),
            Some(&path),
            None,
            context,
        ));
    }
    charge_copy(len, context)?;
    Host::of(context).meter.claim(len as u64)?;
    let bytes = call(arguments, None, context, |files, path, _| {
        files.read_at(path, start, wanted)
    })?;
    new_buffer(&bytes, context)
}

/// `write(call, path, start, bytes)`
fn write(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let start = number(arguments, 2, context)? as usize;
    let bytes = Bytes::of_any(&arguments.get(3).cloned().unwrap_or_default(), context);
    let bytes = bytes.ok_or_else(crate::meter::stop)?.to_vec();
    charge(bytes.len(), context)?;
    call(arguments, None, context, |files, path, now| {
        files.write_at(path, start, &bytes, now)
    })?;
    Ok(JsValue::undefined())
}

/// `stat(call, path)`: whether it is a folder, size, time of the last change, mode, number.
fn stat(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let facts = call(arguments, None, context, |files, path, _| {
        let node: &Node = files.find(path)?;
        Ok((
            node.is_folder(),
            node.len(),
            node.modified_millis,
            node.mode,
            node.number,
        ))
    })?;
    let (is_folder, size, modified, mode, number) = facts;
    let facts: [JsValue; 5] = [
        is_folder.into(),
        (size as f64).into(),
        (modified as f64).into(),
        mode.into(),
        number.into(),
    ];
    Ok(JsArray::from_iter(facts, context).into())
}

/// `list(call, path)`: names, each with whether it is a folder.
fn list(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let found = call(arguments, None, context, |files, path, _| files.list(path))?;
    charge(found.len() * BYTES_PER_NAME, context)?;
    let mut rows = Vec::new();
    for (name, is_folder) in found {
        let row = [js_string!(name).into(), is_folder.into()];
        rows.push(JsArray::from_iter(row, context).into());
    }
    Ok(JsArray::from_iter(rows, context).into())
}
