//! The errors of the operating system, as Node.js words them.

use boa_engine::{Context, JsError, JsNativeError, js_string};

/// What went wrong; the numbers are those of Linux.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Errno {
    NoEntry,
    BadDescriptor,
    Exists,
    NotADirectory,
    IsADirectory,
    Invalid,
    NoSpace,
    NameTooLong,
    TooLarge,
    ReadOnly,
    NotEmpty,
    AccessDenied,
}

impl Errno {
    fn facts(self) -> (i32, &'static str, &'static str) {
        match self {
            Errno::NoEntry => (2, "ENOENT", "no such file or directory"),
            Errno::BadDescriptor => (9, "EBADF", "bad file descriptor"),
            Errno::AccessDenied => (13, "EACCES", "permission denied"),
            Errno::Exists => (17, "EEXIST", "file already exists"),
            Errno::NotADirectory => (20, "ENOTDIR", "not a directory"),
            Errno::IsADirectory => (21, "EISDIR", "illegal operation on a directory"),
            Errno::Invalid => (22, "EINVAL", "invalid argument"),
            Errno::NoSpace => (28, "ENOSPC", "no space left on device"),
            Errno::ReadOnly => (30, "EROFS", "read-only file system"),
            Errno::TooLarge => (27, "EFBIG", "file too large"),
            Errno::NameTooLong => (36, "ENAMETOOLONG", "name too long"),
            Errno::NotEmpty => (39, "ENOTEMPTY", "directory not empty"),
        }
    }
}

/// The error of a call: `code: text, call 'path' -> 'destination'`.
pub(crate) fn file_error(
    errno: Errno,
    call: &str,
    path: Option<&str>,
    destination: Option<&str>,
    context: &mut Context,
) -> JsError {
    let (number, code, text) = errno.facts();
    let mut message = format!("{code}: {text}, {call}");
    if let Some(path) = path {
        message += &format!(" '{path}'");
    }
    if let Some(destination) = destination {
        message += &format!(" -> '{destination}'");
    }
    let error = JsNativeError::error()
        .with_message(message)
        .into_opaque(context);
    // Defining properties of a new ordinary object cannot fail.
    let _ = error.create_data_property(js_string!("errno"), -number, context);
    for (name, value) in [
        ("code", Some(code)),
        ("syscall", Some(call)),
        ("path", path),
        ("dest", destination),
    ] {
        if let Some(value) = value {
            let _ = error.create_data_property(js_string!(name), js_string!(value), context);
        }
    }
    JsError::from_opaque(error.into())
}
